"""Non-local means (Buades, Coll & Morel 2005, CVPR, section 3; pixelwise, with equal weights in the patch).

    out(p) = Σ_q w(p,q) I(q) / Σ_q w(p,q),       w(p,q) = exp(-‖P_p - P_q‖² / (patch² h²)),     q in the search window of p

P_q is the patch around q. Pixels count by how their surroundings look and not by how near they are, so that texture and edges
survive: the noise alone is averaged. p itself is among the q, with weight 1. The cost is one patch distance per pixel and offset.
Outside, the image is mirrored without repeating the edge pixel, d c b | a b c d, and patches and q are read there too.

img (H,W) floats, patch and search odd. Returns: (H,W).
"""

from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray


def non_local_means(img: NDArray[Any], patch: int = 3, search: int = 7, h: float = 0.1) -> NDArray[Any]:
    """One offset of the search window after another, for all pixels at once."""
    H, W = img.shape
    reach = search // 2
    padded = np.pad(img, reach + patch // 2, mode="reflect")
    patches = sliding_window_view(padded, (patch, patch))  # (H+2·reach,W+2·reach,patch,patch)
    own = patches[reach : reach + H, reach : reach + W]
    total, norm = np.zeros((H, W)), np.zeros((H, W))
    for dy in range(search):
        for dx in range(search):
            other = patches[dy : dy + H, dx : dx + W]
            distance = ((own - other) ** 2).mean(axis=(-2, -1))
            weight = np.exp(-distance / h**2)
            total += weight * other[..., patch // 2, patch // 2]
            norm += weight
    return total / norm
