"""How answers to `gaussian-filter` are judged."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, Problem
from reference_impls.vision.gaussian_filter.reference import gaussian_filter3


def codes(draw: Draw, dtype: torch.dtype, low: int, high: int, *shape: int) -> NDArray[Any]:
    """Random integers in [low, high)."""
    return draw.integers(low, high, *shape).to(dtype).numpy()


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("three by four", (draw.uniform(3, 4, low=0.2).numpy(),))
    yield Case("values of both signs", (draw.normal(6, 5, scale=3.0).numpy(),))
    yield Case("more columns than rows", (draw.uniform(5, 9, low=20.0, high=255.0).numpy(),))
    yield Case("square", (draw.uniform(6, 6).numpy(),))
    yield Case("beyond 255", (draw.normal(4, 6, mean=100.0, scale=400.0).numpy(),))
    yield Case("uint8", (codes(draw, torch.uint8, 0, 256, 8, 7),))
    yield Case("uint8, dark", (codes(draw, torch.uint8, 0, 15, 5, 6),))
    yield Case("uint8, bright", (codes(draw, torch.uint8, 241, 256, 6, 4),))
    yield Case("int16 of both signs", (codes(draw, torch.int16, -(2**15), 2**15, 6, 8),))
    yield Case("int32 near its limits", (codes(draw, torch.int32, -(2**31), 2**31, 5, 9),))
    impulse = np.zeros((7, 6), dtype=np.uint8)
    impulse[3, 2] = draw.integer(100, 255)
    yield Case("an impulse inside", (impulse,))
    yield Case("one row", (draw.uniform(1, 6, high=9.0).numpy(),))
    yield Case("one column of uint8", (codes(draw, torch.uint8, 0, 256, 5, 1),))


PROBLEM = Problem(
    id="gaussian-filter",
    entries=(gaussian_filter3,),
    cases=cases,
    grad=False,
    tolerances=FLOAT32_EVERYWHERE,
)
