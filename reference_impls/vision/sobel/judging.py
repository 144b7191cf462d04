"""How answers to `sobel` are judged."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, Problem
from reference_impls.vision.sobel.reference import sobel


def integer_image(draw: Draw, dtype: torch.dtype, low: int, high: int, *shape: int) -> NDArray[Any]:
    """Random integers in [low, high)."""
    return draw.integers(low, high, *shape).to(dtype).numpy()


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("a 3 x 4 image", (draw.uniform(3, 4).numpy(),))
    yield Case("values of both signs", (draw.normal(7, 5, scale=3.0).numpy(),))
    yield Case("more columns than rows", (draw.uniform(6, 11, high=255.0).numpy(),))
    yield Case("square", (draw.normal(6, 6).numpy(),))
    yield Case("uint8", (integer_image(draw, torch.uint8, 0, 256, 9, 7),))
    step = np.zeros((5, 6), dtype=np.uint8)
    step[:, 3:] = 64
    yield Case("uint8 step of height 64", (step,))
    faint = np.full((6, 5), 0.5, dtype=np.float32)
    faint[2:] += 1 / 64
    yield Case("a faint step between flat parts", (faint,))
    yield Case("int16", (integer_image(draw, torch.int16, -(2**15), 2**15, 6, 8),))
    yield Case("uint16", (integer_image(draw, torch.uint16, 0, 2**16, 6, 7),))
    yield Case("int32 near its limits", (integer_image(draw, torch.int32, -(2**31), 2**31, 5, 9),))
    yield Case("one row", (draw.uniform(1, 6, high=9.0).numpy(),))
    yield Case("one column of uint8", (integer_image(draw, torch.uint8, 0, 256, 5, 1),))
    yield Case("two by two", (draw.uniform(2, 2, low=-1.0).numpy(),))


PROBLEM = Problem(
    id="sobel",
    entries=(sobel,),
    cases=cases,
    grad=False,
    tolerances=FLOAT32_EVERYWHERE,
)
