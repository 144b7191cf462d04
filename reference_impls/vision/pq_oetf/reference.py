"""The perceptual quantizer, from luminance to signal (SMPTE ST 2084:2014, eqs. 5.1 and 5.2; ITU-R BT.2100-2, table 4).

    Y = L / 10000 cd/m²
    E = ((c₁ + c₂ Y^m₁) / (1 + c₃ Y^m₁))^m₂
    m₁ = 2610/16384,  m₂ = 128 · 2523/4096,  c₁ = 3424/4096,  c₂ = 32 · 2413/4096,  c₃ = 32 · 2392/4096

c₁ = c₃ - c₂ + 1 brings 10,000 cd/m² to E = 1. L is absolute: the light of the display. Equal steps of E are about equally
visible, so that 12 bits show no bands from black to 10,000 cd/m². 100 cd/m² is 0.508, 1,000 is 0.752.

nits: any shape, 0 to 10000. Returns: the same shape, in [0,1].
"""

from typing import Any

from numpy.typing import NDArray

M1, M2 = 2610 / 16384, 128 * 2523 / 4096
C1, C2, C3 = 3424 / 4096, 32 * 2413 / 4096, 32 * 2392 / 4096


def pq_encode(nits: NDArray[Any]) -> NDArray[Any]:
    """The inverse EOTF."""
    y = (nits / 10000) ** M1
    return ((C1 + C2 * y) / (1 + C3 * y)) ** M2
