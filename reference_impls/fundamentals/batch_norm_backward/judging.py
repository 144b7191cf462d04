"""How answers to `batch-norm-backward` are judged."""

from collections.abc import Iterator

from torch import Tensor

from reference_impls.fundamentals.batch_norm_backward.reference import batch_norm_backward
from reference_impls.problem import Case, Draw, Problem


def inputs(draw: Draw, N: int, C: int, H: int, W: int, scale: float = 1.0) -> tuple[Tensor, Tensor, Tensor]:
    """dout, x and gamma; every channel has a mean and a spread of its own, the spread at least a third of the mean."""
    base = draw.normal(N, C, H, W).double()
    base = base - base.mean(dim=(0, 2, 3), keepdim=True)
    base = base / base.square().mean(dim=(0, 2, 3), keepdim=True).sqrt()
    size = scale * draw.uniform(1, C, 1, 1, low=0.5, high=2.0).double()
    x = draw.floating(size * (base + draw.uniform(1, C, 1, 1, low=-2.5, high=2.5).double()))
    return draw.normal(N, C, H, W, mean=0.5), x, draw.normal(C, mean=1.0, scale=0.5)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one channel, four values", inputs(draw, 2, 1, 1, 2))
    yield Case("three channels", inputs(draw, 4, 3, 2, 5))
    yield Case("as many samples as channels", inputs(draw, 3, 3, 2, 4))
    yield Case("all axes alike", inputs(draw, 3, 3, 3, 3))
    yield Case("a batch of one", inputs(draw, 1, 4, 3, 2))
    yield Case("maps of one value", inputs(draw, 6, 2, 1, 1))
    yield Case("maps of one row", inputs(draw, 2, 3, 1, 4))
    yield Case("many samples", inputs(draw, 20, 2, 2, 1))
    yield Case("large eps", inputs(draw, 3, 2, 2, 2), {"eps": 0.5})
    yield Case("eps by place", (*inputs(draw, 2, 3, 2, 2), 0.1))
    yield Case("a variance near eps", inputs(draw, 3, 2, 2, 3, scale=3e-3))
    yield Case("a variance near a small eps", inputs(draw, 2, 4, 2, 3, scale=1e-3), {"eps": 1e-6})
    yield Case("large values", inputs(draw, 3, 2, 3, 2, scale=50.0))
    dout, x, gamma = inputs(draw, 3, 3, 2, 2)
    yield Case("gamma is 1", (dout, x, 0 * gamma + 1))
    yield Case("gamma with a zero", (dout, x, gamma * draw.floating([1, 0, 1])))


PROBLEM = Problem(
    id="batch-norm-backward",
    entries=(batch_norm_backward,),
    cases=cases,
    grad=False,
)
