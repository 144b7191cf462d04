"""How answers to `edm-precondition` are judged."""

import math
from collections.abc import Iterator

from torch import Tensor

from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, Problem
from reference_impls.sampling.edm_precondition.reference import edm_precondition


def levels(draw: Draw, *shape: int, low: float = 0.002, high: float = 80.0) -> Tensor:
    """Noise levels, uniform in their logarithm."""
    return draw.floating(draw.uniform(*shape, low=math.log(low), high=math.log(high)).double().exp())


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one level", (levels(draw, 1, low=0.2, high=0.4), 0.7))
    yield Case("levels near the data's deviation", (levels(draw, 5, low=0.2, high=2.0),))
    yield Case("a level above 1", (levels(draw, 2, low=3.0, high=6.0), 1.6))
    yield Case("levels of a schedule", (levels(draw, 8),))
    yield Case("a 0-d level", (levels(draw).reshape(()), 0.5))
    yield Case("levels to be broadcast over images", (levels(draw, 3, 1, 1, 1), 0.8))
    yield Case("latents of unit variance", (levels(draw, 2, 3), 1.0))
    yield Case("data of large deviation", (levels(draw, 4), 5.0))
    yield Case("data of small deviation", (levels(draw, 4, low=0.01, high=1.0), 0.05))
    yield Case("almost clean", (levels(draw, 3, low=0.001, high=0.003),))
    yield Case("almost pure noise", (levels(draw, 3, low=50, high=200),))
    yield Case("by name", (), {"sigma_data": 0.3, "sigma": levels(draw, 4)})


PROBLEM = Problem(
    id="edm-precondition",
    entries=(edm_precondition,),
    cases=cases,
    tolerances=FLOAT32_EVERYWHERE,
    grad=False,
)
