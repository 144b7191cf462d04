"""Section 5."""

from __future__ import annotations

import numpy as np

from tests.bank.recomputing import (
    decibels,
    recomputes,
)


@recomputes("q05-psnr-averaging")
def psnr_of_a_set(a: float, b: float) -> float:
    return decibels([a] * 50 + [b] * 50)


@recomputes("q05-psnr-from-rmse")
def psnr_of_an_error(r: float) -> float:
    return decibels([(sign * r) ** 2 for sign in (1, -1, -1, 1)])


@recomputes("q05-ssim-flat")
def ssim_of_flat_patches(a: int, b: int) -> float:
    x, y = np.full(49, float(a)), np.full(49, float(b))
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    (vx, cov), (_, vy) = np.cov(x, y)
    mx, my = x.mean(), y.mean()
    return float((2 * mx * my + c1) * (2 * cov + c2) / ((mx**2 + my**2 + c1) * (vx + vy + c2)))
