"""How answers to `sinusoidal-encoding` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.problem import Case, Draw, Problem, Tolerance
from reference_impls.transformers.sinusoidal_encoding.reference import sinusoidal_encoding

# Angles may be computed in float32: at positions near 5000 that is off by some 1e-4 radians.
TOLERANCES = {torch.float32: Tolerance(1e-3, 1e-3)}


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one position, two channels", (1, 2))
    yield Case("three positions, two channels", (3, 2))
    yield Case("five positions, six channels", (5, 6))
    yield Case("as many positions as channels", (8, 8))
    yield Case("more channels than positions", (4, 30))
    yield Case("one position, ten channels", (1, 10))
    yield Case("another base", (7, 12, 100.0))
    yield Case("another base, by name", (6, 10), {"base": 500.0})
    yield Case("a base below ten", (9, 8), {"base": 4.0})
    yield Case("base 2", (11, 4, 2.0))
    yield Case("base 1: all frequencies alike", (5, 6, 1.0))
    yield Case("two hundred positions", (200, 16))
    yield Case("400 positions, base 50", (400, 20, 50.0))
    yield Case("5100 positions", (5100, 4))
    yield Case("sizes and base of chance", (draw.integer(3, 90), 2 * draw.integer(2, 20), draw.real(3.0, 900.0)))


PROBLEM = Problem(
    id="sinusoidal-encoding",
    entries=(sinusoidal_encoding,),
    cases=cases,
    dtypes=(torch.float32,),
    tolerances=TOLERANCES,
    grad=False,
)
