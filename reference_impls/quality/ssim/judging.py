"""How answers to `ssim` are judged."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, Problem
from reference_impls.quality.ssim.reference import ssim


def codes(draw: Draw, low: int, high: int, *shape: int) -> NDArray[np.uint8]:
    """Random bytes in [low, high)."""
    return draw.integers(low, high, *shape).to(torch.uint8).numpy()


def noisy(draw: Draw, img: NDArray[np.uint8], most: int, shift: int = 0) -> NDArray[np.uint8]:
    """Bytes that differ from these by up to `most` around `shift`."""
    moved = torch.from_numpy(img.astype(np.int64)) + shift + draw.integers(-most, most + 1, *img.shape)
    return moved.clamp(0, 255).to(torch.uint8).numpy()


def scene(draw: Draw, low: float, high: float, *shape: int) -> Tensor:
    """A flat dark part, a ramp and a textured part, so that the places differ from one another."""
    H, W = shape
    ramp = torch.linspace(0, 1, W, dtype=torch.float64).expand(H, W)
    texture = draw.uniform(H, W).double() * (torch.arange(W) > W / 2)
    return low + (high - low) * (0.5 * ramp + 0.5 * texture)


def pair(draw: Draw, x: Tensor, y: Tensor) -> tuple[NDArray[Any], NDArray[Any]]:
    """Both as images of the tier."""
    return draw.floating(x).numpy(), draw.floating(y).numpy()


def cases(draw: Draw) -> Iterator[Case]:
    """Variances near C2 and means near C1 in some places, so that the constants show."""
    img = codes(draw, 90, 116, 11, 11)
    yield Case("one window, little contrast", (img, noisy(draw, img, 6, shift=3)))
    img = codes(draw, 0, 256, 12, 15)
    yield Case("uint8, a noisy copy", (img, noisy(draw, img, 60)))
    img = codes(draw, 0, 256, 11, 17)
    yield Case("uint8, one row of windows", (img, noisy(draw, img, 30)))
    img = codes(draw, 0, 256, 16, 11)
    yield Case("uint8, one column of windows", (img, noisy(draw, img, 90)))
    dark = codes(draw, 0, 9, 13, 12)
    yield Case("uint8, dark", (dark, noisy(draw, dark, 2, shift=5)))
    bright = codes(draw, 190, 250, 14, 13)
    yield Case("uint8, darkened", (bright, (bright // 2).astype(np.uint8)))
    img = codes(draw, 0, 256, 13, 16)
    yield Case("uint8, a negative", (img, (255 - img).astype(np.uint8)))
    x = scene(draw, 0.1, 0.9, 15, 24)
    yield Case("floats in [0, 1], peak 1", (*pair(draw, x, 0.8 * x + 0.1 * scene(draw, 0.0, 1.0, 15, 24)), 1.0))
    x = scene(draw, 0.0, 0.05, 18, 13)
    yield Case("near black, peak 1", pair(draw, x, 0.6 * x + scene(draw, 0.0, 0.02, 18, 13)), {"peak": 1.0})
    x = scene(draw, 20.0, 200.0, 14, 21)
    yield Case("floats with the peak of 8 bits", pair(draw, x, x.flip(1)))
    x = scene(draw, 100.0, 900.0, 12, 19)
    yield Case("10 bits as floats", (*pair(draw, x, x + scene(draw, -90.0, 90.0, 12, 19)), 1023))
    x = scene(draw, 0.0, 1.0, 16, 16)
    yield Case("square, a shifted copy", (*pair(draw, x, x.roll(1, dims=0)), 1.0))
    edge = torch.zeros(14, 16, dtype=torch.float64)
    edge[:3] = 1
    yield Case("a difference near the border alone", (*pair(draw, edge, 0 * edge + 0.5), 1.0))
    yield Case("flat images of two grays", (np.full((12, 11), 60, np.uint8), np.full((12, 11), 150, np.uint8)))
    yield Case("both black", (np.zeros((11, 13), np.uint8), np.zeros((11, 13), np.uint8)))
    yield Case("identical", (img, img.copy()))


PROBLEM = Problem(
    id="ssim",
    entries=(ssim,),
    cases=cases,
    grad=False,
    tolerances=FLOAT32_EVERYWHERE,
)
