"""How answers to `huber-loss` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.fundamentals.huber_loss.reference import huber_loss
from reference_impls.problem import Case, Draw, Problem


def errors(draw: Draw, *shape: int, delta: float, within: float = 0.5) -> tuple[Tensor, Tensor]:
    """Predictions and targets whose errors lie on both sides of delta and of 0, none near either."""
    n = torch.Size(shape).numel()
    inside = torch.arange(n) < max(1, round(within * n)) if within else torch.zeros(n, dtype=torch.bool)
    u = draw.uniform(n).double()
    size = torch.where(inside, delta * (0.2 + 0.7 * u), delta * (1.2 + 3 * u))
    sign = 2.0 * (torch.arange(n) % 2) - 1
    error = (size * sign)[draw.permutation(n)].reshape(shape)
    target = draw.normal(*shape, scale=2.0)
    return draw.floating(target.double() + error), target


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one error within", errors(draw, 1, delta=1.0, within=1.0))
    yield Case("one error outside", errors(draw, 1, delta=1.0, within=0.0))
    yield Case("six errors on both sides", errors(draw, 6, delta=1.0))
    yield Case("delta of 2.5", errors(draw, 7, delta=2.5), {"delta": 2.5})
    yield Case("delta of 0.3, by position", (*errors(draw, 9, delta=0.3), 0.3))
    yield Case("a matrix", errors(draw, 3, 5, delta=1.0))
    yield Case("three axes, delta of 0.6", errors(draw, 2, 3, 4, delta=0.6), {"delta": 0.6})
    yield Case("one number without axes", errors(draw, delta=1.0, within=0.0))
    yield Case("all within a delta of 4", errors(draw, 8, delta=4.0, within=1.0), {"delta": 4})
    yield Case("all outside a delta of 0.05", errors(draw, 8, delta=0.05, within=0.0), {"delta": 0.05})
    far = draw.floating([2e4, -1.0, 0.25, -3e4, 5.0])
    yield Case("outliers of 1e4", (far, draw.floating([0.5, 1.5, 0.75, 0.0, 4.5])), {"delta": 1.5})
    equal = draw.normal(3, 2, scale=2.0)
    yield Case("no error at all", (equal, equal.clone()), {"delta": 0.7})
    yield Case("some errors of 0", (draw.floating([1.0, 2.0, 3.0, -1.0]), draw.floating([1.0, 2.25, -3.0, -1.0])))


PROBLEM = Problem(
    id="huber-loss",
    entries=(huber_loss,),
    cases=cases,
)
