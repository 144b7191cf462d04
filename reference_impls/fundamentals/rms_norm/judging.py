"""How answers to `rms-norm` are judged."""

from collections.abc import Iterator

from torch import Tensor

from reference_impls.fundamentals.rms_norm.reference import rms_norm
from reference_impls.problem import Case, Draw, Problem


def gain(draw: Draw, D: int) -> Tensor:
    """A gain away from zero and one, with both signs."""
    return draw.normal(D, mean=1.0, scale=0.7)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one vector", (draw.normal(4), gain(draw, 4)))
    yield Case("mean and scale away from 0 and 1", (draw.normal(3, 7, mean=2.0, scale=3.0), gain(draw, 7)))
    yield Case("tokens in a batch", (draw.normal(2, 5, 6, mean=-1.0), gain(draw, 6)))
    yield Case("as many rows as features", (draw.normal(5, 5, 5, mean=0.5, scale=2.0), gain(draw, 5)))
    yield Case("four axes", (draw.normal(2, 3, 4, 5), gain(draw, 5)))
    yield Case("two features", (draw.normal(4, 2, scale=0.5), gain(draw, 2), 1.0))
    yield Case("large eps", (draw.normal(3, 8), gain(draw, 8)), {"eps": 0.3})
    yield Case("eps of 4", (draw.normal(2, 3, 5), gain(draw, 5)), {"eps": 4.0})
    yield Case("mean square near the default eps", (draw.normal(2, 3, 9, mean=4e-4, scale=1e-3), gain(draw, 9)))
    yield Case("mean square below another eps", (draw.normal(3, 6, scale=1e-3), gain(draw, 6)), {"eps": 1e-5})
    yield Case("mean square far below eps", (draw.normal(3, 4, scale=1e-5), gain(draw, 4)))
    yield Case("tiny eps", (draw.normal(3, 5, scale=1e-4), gain(draw, 5)), {"eps": 1e-8})
    yield Case("zeros in one row", (zeros_in_one_row(draw, 4, 6), gain(draw, 6)))
    yield Case("one feature", (draw.normal(3, 1, scale=0.2), gain(draw, 1)), {"eps": 0.05})
    yield Case("a batch of one", (draw.normal(1, 6, mean=1.0, scale=2.0), gain(draw, 6)))


def zeros_in_one_row(draw: Draw, N: int, D: int) -> Tensor:
    """Rows of which the second is 0."""
    x = draw.normal(N, D).double()
    x[1] = 0.0
    return draw.floating(x)


PROBLEM = Problem(
    id="rms-norm",
    entries=(rms_norm,),
    cases=cases,
)
