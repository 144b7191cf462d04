"""How answers to `pq-oetf` are judged."""

from collections.abc import Iterator
from typing import Any

import torch
from numpy.typing import NDArray

from reference_impls.problem import Case, Draw, Law, Problem, Tolerance, World, expect
from reference_impls.vision.pq_oetf.reference import pq_encode

# An exponent of 79 multiplies the rounding of float32 by that.
ROUNDED = {torch.float32: Tolerance(1e-4, 2e-5), torch.float64: Tolerance(1e-4, 2e-5)}


def luminances(draw: Draw, *shape: int, low: float, high: float) -> NDArray[Any]:
    """Spread evenly over the octaves."""
    octaves = draw.uniform(*shape).double()
    return draw.floating(low * (high / low) ** octaves).numpy()


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("two luminances", (luminances(draw, 2, low=50.0, high=500.0),))
    yield Case("what a screen shows", (luminances(draw, 6, low=0.1, high=300.0),))
    yield Case("highlights", (luminances(draw, 5, low=600.0, high=9000.0),))
    yield Case("shadows", (luminances(draw, 6, low=1e-4, high=0.05),))
    yield Case("starlight", (luminances(draw, 5, low=1e-7, high=1e-5),))
    yield Case("black and the brightest", (draw.floating([0.0, 10000.0]).numpy(),))
    yield Case("black among others", (draw.floating([[0.0, 100.0, 0.0], [203.0, 1000.0, 4000.0]]).numpy(),))
    yield Case("a gray image", (luminances(draw, 3, 5, low=0.01, high=4000.0),))
    yield Case("a color image", (luminances(draw, 4, 5, 3, low=0.01, high=1000.0),))
    yield Case("a batch of images", (luminances(draw, 2, 3, 4, 3, low=1.0, high=10000.0),))
    yield Case("one value", (luminances(draw, 1, low=1.0, high=100.0),))
    yield Case("below one candela", (luminances(draw, 2, 3, low=0.05, high=0.9),))
    yield Case("by name", (), {"nits": luminances(draw, 7, low=0.5, high=5000.0)})


def black_is_not_zero(world: World, draw: Draw) -> None:
    """c1^m2 is far below the tolerance of the other values."""
    signal = float(torch.as_tensor(world.call("pq_encode", draw.floating([0.0, draw.real(50, 500)]).numpy())).min())
    expect(signal > 5e-7, f"a luminance of 0 has the signal {signal:.2g}, expected c1^m2 = 7.3e-07", "black")


PROBLEM = Problem(
    id="pq-oetf",
    entries=(pq_encode,),
    cases=cases,
    laws=(Law("the signal of black", black_is_not_zero),),
    grad=False,
    tolerances=ROUNDED,
)
