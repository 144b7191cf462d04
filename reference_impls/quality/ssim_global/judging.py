"""How answers to `ssim-global` are judged."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, Problem
from reference_impls.quality.ssim_global.reference import ssim_global


def codes(draw: Draw, low: int, high: int, *shape: int) -> NDArray[np.uint8]:
    """Random bytes in [low, high)."""
    return draw.integers(low, high, *shape).to(torch.uint8).numpy()


def noisy(draw: Draw, img: NDArray[np.uint8], most: int, shift: int = 0) -> NDArray[np.uint8]:
    """Bytes that differ from these by up to `most` around `shift`."""
    moved = torch.from_numpy(img.astype(np.int64)) + shift + draw.integers(-most, most + 1, *img.shape)
    return moved.clamp(0, 255).to(torch.uint8).numpy()


def textured(draw: Draw, mean: float, spread: float, *shape: int) -> Tensor:
    """Two levels, as often as one another, and a little noise: the variance is near spread squared, whatever is drawn."""
    signs = torch.ones(shape, dtype=torch.float64).flatten()
    signs[: len(signs) // 2] = -1
    signs = signs[draw.permutation(len(signs))].reshape(shape)
    return draw.floating(mean + spread * (signs + 0.2 * draw.normal(*shape).double())).double()


def pair(draw: Draw, x: Tensor, y: Tensor) -> tuple[NDArray[Any], NDArray[Any]]:
    """Both as images of the tier."""
    return draw.floating(x).numpy(), draw.floating(y).numpy()


def cases(draw: Draw) -> Iterator[Case]:
    """Where variances are near C2, and means near C1, so that the constants and the divisor of the moments show."""
    img = codes(draw, 90, 116, 3, 4)
    yield Case("uint8, little contrast", (img, noisy(draw, img, 4)))
    img = codes(draw, 0, 256, 7, 9)
    yield Case("uint8, a noisy copy", (img, noisy(draw, img, 40)))
    dark = codes(draw, 0, 9, 4, 5)
    yield Case("uint8, dark", (dark, noisy(draw, dark, 2, shift=6)))
    bright = codes(draw, 200, 230, 5, 3)
    yield Case("uint8, bright and darkened", (bright, (bright // 2).astype(np.uint8)))
    img = codes(draw, 0, 256, 6, 5)
    yield Case("uint8, a negative", (img, (255 - img).astype(np.uint8)))
    x = textured(draw, 0.5, 0.035, 4, 6)
    yield Case("floats in [0, 1], peak 1", (*pair(draw, x, 0.6 * x + textured(draw, 0.1, 0.02, 4, 6)), 1.0))
    x = textured(draw, 0.012, 0.005, 5, 4)
    yield Case("floats near black, peak 1", pair(draw, x, 0.5 * x), {"peak": 1.0})
    x = textured(draw, 120.0, 8.0, 6, 8)
    yield Case("floats with the peak of 8 bits", pair(draw, x, 0.7 * x + textured(draw, 40.0, 5.0, 6, 8)))
    x = textured(draw, 0.5, 0.2, 5, 7)
    yield Case("floats in [0, 1] with the peak of 8 bits", pair(draw, x, 6.0 - 4.0 * x))
    x = textured(draw, 400.0, 30.0, 3, 6)
    yield Case("10 bits as floats", (*pair(draw, x, x + textured(draw, 90.0, 20.0, 3, 6)), 1023))
    x = textured(draw, 0.6, 0.03, 4, 4)
    yield Case("opposite directions, peak 1", (*pair(draw, x, 1.1 - x), 1.0))
    x = textured(draw, 1.0, 0.2, 5, 5)
    yield Case("linear light beyond the peak", pair(draw, x, 1.3 * x), {"peak": 0.8})
    yield Case("flat images of two greys", (np.full((4, 3), 60, np.uint8), np.full((4, 3), 150, np.uint8)))
    yield Case("both black", (np.zeros((3, 5), np.uint8), np.zeros((3, 5), np.uint8)))
    yield Case("identical", (img, img.copy()))
    row = codes(draw, 100, 125, 1, 7)
    yield Case("one row", (row, noisy(draw, row, 6, shift=9)))


PROBLEM = Problem(
    id="ssim-global",
    entries=(ssim_global,),
    cases=cases,
    grad=False,
    tolerances=FLOAT32_EVERYWHERE,
)
