"""How answers to `consistency-boundary` are judged."""

from collections.abc import Iterator

from reference_impls.problem import Case, Draw, Problem
from reference_impls.sampling.consistency_boundary.reference import consistency_scalings


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("three levels", (draw.uniform(3, low=0.1, high=2.0),))
    yield Case("another sigma_data", (draw.uniform(4, low=0.1, high=3.0), 1.3))
    yield Case("another sigma_min", (draw.uniform(5, low=0.3, high=2.0),), {"sigma_min": 0.2})
    yield Case("both given", (draw.uniform(2, 3, low=0.5, high=4.0), 0.8, 0.4))
    yield Case("small levels", (draw.uniform(4, low=0.003, high=0.02),))
    yield Case("at sigma_min", (draw.floating([0.25, 0.25, 0.5]), 0.7, 0.25))
    yield Case("at the default sigma_min", (draw.floating([0.002]),))
    yield Case("one number", (draw.floating(draw.real(0.2, 1.0)),))
    yield Case("large levels", (draw.uniform(6, low=20.0, high=80.0),))
    yield Case("sigma_min of 0", (draw.uniform(3, low=0.1, high=1.0), 0.5, 0.0))
    yield Case("a column", (draw.uniform(4, 1, 1, low=0.1, high=9.0), 0.6, 0.05))


PROBLEM = Problem(
    id="consistency-boundary",
    entries=(consistency_scalings,),
    cases=cases,
    grad=False,
)
