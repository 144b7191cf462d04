"""How answers to `layer-norm-backward` are judged."""

from collections.abc import Iterator

from torch import Tensor

from reference_impls.fundamentals.layer_norm_backward.reference import layer_norm_backward
from reference_impls.problem import Case, Draw, Problem


def rows(draw: Draw, *shape: int, scale: float = 1.0) -> Tensor:
    """Rows that each have a mean and a spread of their own, the spread at least a third of the mean."""
    lead = shape[:-1]
    base = draw.normal(*shape).double()
    spread = base.std(dim=-1, correction=0, keepdim=True)
    base = (base - base.mean(dim=-1, keepdim=True)) / spread
    size = scale * draw.uniform(*lead, 1, low=0.5, high=2.0).double()
    return draw.floating(size * (base + draw.uniform(*lead, 1, low=-2.5, high=2.5).double()))


def inputs(draw: Draw, *shape: int, scale: float = 1.0) -> tuple[Tensor, Tensor, Tensor]:
    """dout, x and gamma."""
    dout = draw.normal(*shape, mean=0.5)
    return dout, rows(draw, *shape, scale=scale), draw.normal(shape[-1], mean=1.0, scale=0.5)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one row without leading axes", inputs(draw, 4))
    yield Case("three rows", inputs(draw, 3, 5))
    yield Case("as many rows as features", inputs(draw, 6, 6))
    yield Case("two leading axes", inputs(draw, 2, 3, 4))
    yield Case("all axes alike", inputs(draw, 4, 4, 4))
    yield Case("three leading axes", inputs(draw, 2, 1, 3, 7))
    yield Case("one row", inputs(draw, 1, 8))
    yield Case("many rows", inputs(draw, 24, 5))
    yield Case("large eps", inputs(draw, 3, 6), {"eps": 0.5})
    yield Case("eps by place", (*inputs(draw, 2, 2, 5), 0.1))
    yield Case("a variance near eps", inputs(draw, 3, 7, scale=3e-3))
    yield Case("a variance near a small eps", inputs(draw, 4, 5, scale=1e-3), {"eps": 1e-6})
    yield Case("large values", inputs(draw, 3, 6, scale=50.0))
    dout, x, gamma = inputs(draw, 3, 5)
    yield Case("gamma is 1", (dout, x, 0 * gamma + 1))
    yield Case("gamma with zeros", (dout, x, gamma * draw.floating([1, 0, 1, 0, 1])))
    yield Case("the same cotangent everywhere", (0 * dout + 1, x, gamma))


PROBLEM = Problem(
    id="layer-norm-backward",
    entries=(layer_norm_backward,),
    cases=cases,
    grad=False,
)
