"""How answers to `histogram-equalization` are judged."""

import math
from collections.abc import Iterator
from typing import Any

import torch
from numpy.typing import NDArray
from torch import Tensor

from reference_impls.problem import Case, Draw, Law, Problem, World, expect
from reference_impls.vision.histogram_equalization.reference import hist_eq


def image(levels: Tensor) -> NDArray[Any]:
    """These grey levels as uint8."""
    return levels.to(torch.uint8).numpy()


def without_halves(draw: Draw, height: int, width: int, low: int, high: int, power: float = 1.0) -> NDArray[Any]:
    """Levels in [low, high), crowded towards low for powers above 1, and no value half way between two codes.

    255 c / M is a half or an integer inside (0, 255) only if M = N - cdf_min has a factor in common with 510; for the
    wrong answers that divide by N, height and width are odd.
    """
    while True:
        levels = (low + (high - low) * draw.uniform(height, width).double() ** power).floor()
        if math.gcd(int((levels > levels.min()).sum()), 510) == 1:
            return image(levels)


def cases(draw: Draw) -> Iterator[Case]:
    small = torch.tensor([[60, 60, 90, 200, 90], [200, 90, 200, 110, 60], [90, 60, 110, 200, 90]])
    yield Case("four levels", (image(small),))
    yield Case("no black pixel", (without_halves(draw, 7, 9, 40, 120),))
    yield Case("all of 0 to 255", (without_halves(draw, 33, 37, 0, 256),))
    yield Case("a dark image with black", (without_halves(draw, 21, 17, 0, 70, power=3.0),))
    yield Case("the brightest levels", (without_halves(draw, 11, 13, 249, 256),))
    yield Case("more than 255 pixels a level", (without_halves(draw, 67, 61, 100, 107),))
    yield Case("more than 65,535 pixels", (without_halves(draw, 263, 257, 30, 61),))
    most_white = torch.full((9, 13), 255)
    most_white.view(-1)[draw.integer(0, 116)] = draw.integer(0, 254)
    yield Case("one pixel darker than the rest", (image(most_white),))
    yield Case("one row", (without_halves(draw, 1, 31, 10, 40),))
    yield Case("constant", (image(torch.full((4, 5), draw.integer(1, 254))),))
    yield Case("constant black", (image(torch.zeros(3, 5)),))
    yield Case("constant white", (image(torch.full((5, 3), 255)),))


def the_answer_is_uint8(world: World, draw: Draw) -> None:
    for img in (without_halves(draw, 5, 9, 30, 90), image(torch.full((4, 3), 77))):
        answer = world.call("hist_eq", img)
        dtype = getattr(answer, "dtype", "no array")
        is_uint8 = str(dtype).removeprefix("torch.") == "uint8"
        # the numbers of plain Python have no dtype
        expect(is_uint8 or isinstance(answer, list), f"the answer is {dtype}, expected uint8", "dtype")


PROBLEM = Problem(
    id="histogram-equalization",
    entries=(hist_eq,),
    cases=cases,
    laws=(Law("the answer is uint8", the_answer_is_uint8),),
    grad=False,
    dtypes=(torch.float32,),
)
