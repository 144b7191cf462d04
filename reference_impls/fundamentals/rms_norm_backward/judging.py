"""How answers to `rms-norm-backward` are judged."""

from collections.abc import Iterator

from torch import Tensor

from reference_impls.fundamentals.rms_norm_backward.reference import rms_norm_backward
from reference_impls.problem import Case, Draw, Problem


def inputs(draw: Draw, *shape: int, scale: float = 1.0, mean: float = 0.5) -> tuple[Tensor, Tensor, Tensor]:
    """dout, x with rows of a size of their own, and weight."""
    size = scale * draw.uniform(*shape[:-1], 1, low=0.5, high=2.0).double()
    x = draw.floating(size * (mean + draw.normal(*shape).double()))
    return draw.normal(*shape, mean=0.5), x, draw.normal(shape[-1], mean=1.0, scale=0.5)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one row of two", inputs(draw, 2))
    yield Case("three rows", inputs(draw, 3, 5))
    yield Case("as many rows as features", inputs(draw, 6, 6))
    yield Case("two leading axes", inputs(draw, 2, 3, 4))
    yield Case("all axes alike", inputs(draw, 4, 4, 4))
    yield Case("three leading axes", inputs(draw, 2, 1, 3, 7))
    yield Case("one row with an axis", inputs(draw, 1, 8))
    yield Case("many rows", inputs(draw, 24, 3))
    yield Case("a large mean", inputs(draw, 3, 6, mean=20.0))
    yield Case("large eps", inputs(draw, 3, 6), {"eps": 0.5})
    yield Case("eps by place", (*inputs(draw, 2, 2, 5), 0.1))
    yield Case("squares near eps", inputs(draw, 3, 7, scale=1e-3))
    yield Case("squares near a larger eps", inputs(draw, 4, 5, scale=3e-3), {"eps": 1e-5})
    yield Case("large values", inputs(draw, 3, 6, scale=50.0))
    dout, x, weight = inputs(draw, 3, 5)
    yield Case("weight is 1", (dout, x, 0 * weight + 1))
    yield Case("weight with zeros", (dout, x, weight * draw.floating([1, 0, 1, 0, 1])))
    yield Case("the same cotangent everywhere", (0 * dout + 1, x, weight))
    yield Case("a row of zeros", (dout, x * draw.floating([[1], [0], [1]]), weight), {"eps": 0.01})


PROBLEM = Problem(
    id="rms-norm-backward",
    entries=(rms_norm_backward,),
    cases=cases,
    grad=False,
)
