"""How answers to `vif-pixel` are judged."""

from collections.abc import Iterator
from typing import Any

import torch
from numpy.typing import NDArray
from torch import Tensor

from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, Problem
from reference_impls.quality.vif_pixel.reference import vif_scalar_gsm


def scene(draw: Draw, *shape: int, contrast: float = 6.0) -> Tensor:
    """A texture of which the contrast rises from left to right, so that windows differ."""
    rising = torch.linspace(0.2, 2.0, shape[1], dtype=torch.float64)
    return 40 + contrast * rising * draw.normal(*shape).double()


def pair(draw: Draw, x: Tensor, y: Tensor) -> tuple[NDArray[Any], NDArray[Any]]:
    """Both as images of the tier."""
    return draw.floating(x).numpy(), draw.floating(y).numpy()


def cases(draw: Draw) -> Iterator[Case]:
    x = scene(draw, 9, 9)
    yield Case("one window", pair(draw, x, 0.7 * x + 3 * draw.normal(9, 9).double()))
    x = scene(draw, 11, 14)
    yield Case("weaker and noisy", pair(draw, x, 0.6 * x + 2 * draw.normal(11, 14).double()))
    x = scene(draw, 8, 10)
    yield Case("windows of 5", (*pair(draw, x, 0.8 * x + draw.normal(8, 10).double()), 2.0, 5))
    x = scene(draw, 7, 9)
    yield Case("windows of 3, more noise in the eye", (*pair(draw, x, x + 2 * draw.normal(7, 9).double()), 8.0, 3))
    x = scene(draw, 10, 12)
    yield Case("more contrast", pair(draw, x, 1.4 * x + draw.normal(10, 12).double()))
    x = scene(draw, 9, 13)
    yield Case("a negative", pair(draw, x, 90 - x))
    x = scene(draw, 9, 12)
    half = torch.where(torch.arange(12) < 6, -x, x)
    yield Case("half of it a negative", (*pair(draw, x, half + draw.normal(9, 12).double()), 1.5, 3))
    x = scene(draw, 8, 8)
    yield Case("a stranger, windows of 3", (*pair(draw, x, scene(draw, 8, 8)), 2.0, 3))
    x = scene(draw, 12, 10)
    yield Case("identical", pair(draw, x, x))
    x = scene(draw, 9, 10)
    yield Case("flat after the distortion", pair(draw, x, 0 * x + 40))
    x = scene(draw, 9, 15)
    x[:, :6] = 0
    yield Case("black at the left", (*pair(draw, x, 0.9 * x), 2.0, 5))
    x = scene(draw, 10, 11, contrast=0.5)
    yield Case("contrast near the noise of the eye", (*pair(draw, x, 0.7 * x), 0.4))
    x = scene(draw, 10, 12)
    yield Case("half the contrast, hardly any noise in the eye", (*pair(draw, x, 0.5 * x), 1e-10, 5))
    x = 1e-5 * draw.normal(8, 9).double()
    faint = 0.8 * x + 2e-6 * draw.normal(8, 9).double()
    yield Case("a variance near 1e-10", (*pair(draw, x, faint), 1e-5, 5))
    x = 3000 + 2 * draw.normal(9, 12).double()
    yield Case("bright, little contrast", (*pair(draw, x, x + draw.normal(9, 12).double()), 2.0, 7))
    x = scene(draw, 9, 11)
    y = 0.5 * x + 4 * draw.normal(9, 11).double()
    named = dict(zip(("ref", "dist"), pair(draw, x, y), strict=True))
    yield Case("by name", (), {**named, "window": 7, "sigma_n2": 3.0})


PROBLEM = Problem(
    id="vif-pixel",
    entries=(vif_scalar_gsm,),
    cases=cases,
    grad=False,
    tolerances=FLOAT32_EVERYWHERE,
)
