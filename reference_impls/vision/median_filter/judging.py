"""How answers to `median-filter` are judged."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from reference_impls.problem import Case, Draw, Law, Problem, World, expect
from reference_impls.vision.median_filter.reference import median_filter


def codes(draw: Draw, dtype: torch.dtype, low: int, high: int, *shape: int) -> NDArray[Any]:
    """Random integers in [low, high)."""
    return draw.integers(low, high, *shape).to(dtype).numpy()


def salt_and_pepper(draw: Draw, *shape: int) -> NDArray[Any]:
    """A dim ramp of bytes of which a tenth is black or white."""
    ramp = torch.arange(shape[0] * shape[1]).reshape(shape) % 97 + 60
    hit, white = draw.booleans(*shape, p=0.1), draw.booleans(*shape)
    return torch.where(hit, torch.where(white, 255, 0), ramp).to(torch.uint8).numpy()


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("three by four", (draw.uniform(3, 4, low=0.2).numpy(),))
    yield Case("size 5", (draw.normal(7, 6, scale=3.0).numpy(), 5))
    yield Case("uint8", (codes(draw, torch.uint8, 0, 256, 6, 8),))
    yield Case("uint8 by size 5", (codes(draw, torch.uint8, 0, 256, 8, 7),), {"size": 5})
    yield Case("int16 of both signs", (codes(draw, torch.int16, -(2**15), 2**15, 5, 9), 3))
    yield Case("salt and pepper", (salt_and_pepper(draw, 9, 8),))
    yield Case("square, size 7", (draw.uniform(8, 8, low=10.0, high=255.0).numpy(), 7))
    yield Case("size 1", (draw.normal(4, 3).numpy(), 1))
    step = codes(draw, torch.uint8, 40, 60, 6, 7)
    step[:, 3:] += 150
    yield Case("a step", (step,))
    yield Case("one row", (draw.uniform(1, 6, high=9.0).numpy(),))
    yield Case("one column of uint8", (codes(draw, torch.uint8, 0, 256, 5, 1),))
    yield Case("a window as large as the image", (draw.normal(5, 5).numpy(), 5))
    yield Case("a wider window than the image", (draw.normal(3, 4).numpy(), 7))
    yield Case("a window many times as wide", (draw.normal(3, 2).numpy(), 15))
    yield Case("int32 near its limits", (codes(draw, torch.int32, -(2**31), 2**31, 4, 6), 3))
    yield Case("two levels", (codes(draw, torch.uint8, 0, 2, 9, 8), 5))


def the_dtype_is_kept(world: World, draw: Draw) -> None:
    for dtype in ("uint8", "int16", "float32", "float64"):
        img = np.arange(20).reshape(4, 5).astype(dtype)
        answer = world.call("median_filter", img)
        got = str(getattr(answer, "dtype", "no array")).removeprefix("torch.")
        # the numbers of plain Python have no dtype
        expect(
            got == dtype or isinstance(answer, list),
            f"the answer for {dtype} is {got}",
            "floats" if "float" in dtype else "integers",
        )


PROBLEM = Problem(
    id="median-filter",
    entries=(median_filter,),
    cases=cases,
    laws=(Law("the dtype is kept", the_dtype_is_kept),),
    grad=False,
)
