"""Shift of the noise levels for the resolution (Esser et al. 2024, Stable Diffusion 3, arXiv:2403.03206, eq. 23).

    t' = s t / (1 + (s - 1) t)          <=>          t' / (1 - t') = s · t / (1 - t)

x_t = (1 - t) x_0 + t ε: here t = 1 is pure noise. A larger image shows its content through more noise, since neighbors average
it away; √(pixels) of its noise-to-signal ratio must grow to hide as much. So s = √(m/n) for m pixels instead of n, and the ends
0 and 1 stay. Shifts compose by multiplication: in log-odds, t moves by ln s.

Shapes: t any shape. Returns: t' of that shape.
"""

from torch import Tensor


def shift_time(t: Tensor, shift: float) -> Tensor:
    """The noise level t with its odds multiplied by `shift`."""
    return shift * t / (1 + (shift - 1) * t)
