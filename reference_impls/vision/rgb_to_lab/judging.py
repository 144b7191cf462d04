"""How answers to `rgb-to-lab` are judged."""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from reference_impls.problem import Case, Draw, Problem, Tolerance
from reference_impls.vision.rgb_to_lab.reference import rgb_to_lab

# Matrices and whites of libraries have more digits: their answers differ by up to 0.03, a thirtieth of what one can see.
DIGITS: Mapping[torch.dtype, Tolerance] = {
    torch.float32: Tolerance(2e-4, 1e-3, floor=40.0),
    torch.float64: Tolerance(2e-4, 1e-3, floor=40.0),
}


def colors(draw: Draw, *shape: int, low: float = 0.0, high: float = 1.0) -> NDArray[Any]:
    """Colors of which no value lies where editions of the standard disagree about the threshold."""
    values = draw.uniform(*shape, 3, low=low, high=high).double()
    moved = torch.where((values > 0.038) & (values < 0.042), values + 0.005, values)
    return draw.floating(moved).numpy()


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one color", (colors(draw),))
    yield Case("a row of colors", (colors(draw, 5, low=0.1),))
    yield Case("black and white", (draw.floating([[0.0, 0.0, 0.0], [1.0, 1.0, 1.0]]).numpy(),))
    gray = draw.uniform(6, 1, low=0.05).double().expand(6, 3)
    yield Case("grays", (draw.floating(gray).numpy(),))
    yield Case("dark grays", (draw.floating(draw.uniform(5, 1, low=0.1, high=0.4).double().expand(5, 3)).numpy(),))
    yield Case("nearly black", (draw.floating([[0.0, 0.0, 0.0], [0.0029, 0.001, 0.002], [0.0, 0.0025, 0.0]]).numpy(),))
    yield Case("dark colors", (colors(draw, 6, low=0.002, high=0.036),))
    yield Case("dim colors", (colors(draw, 7, low=0.04, high=0.12),))
    yield Case("red, green, blue", (draw.floating(np.eye(3).tolist()).numpy(),))
    yield Case("cyan, magenta, yellow", (draw.floating((1 - np.eye(3)).tolist()).numpy(),))
    yield Case("an image", (colors(draw, 4, 5),))
    yield Case("an image of three rows and three columns", (colors(draw, 3, 3),))
    yield Case("a batch of images", (colors(draw, 2, 3, 4),))
    yield Case("saturated blues", (draw.floating([[0.02, 0.03, 0.9], [0.0, 0.1, 0.4], [0.2, 0.0, 1.0]]).numpy(),))
    yield Case("by name", (), {"rgb": colors(draw, 3, 2)})
    yield Case("a batch of one image of one row", (colors(draw, 1, 1, 4),))


PROBLEM = Problem(
    id="rgb-to-lab",
    entries=(rgb_to_lab,),
    cases=cases,
    grad=False,
    tolerances=DIGITS,
)
