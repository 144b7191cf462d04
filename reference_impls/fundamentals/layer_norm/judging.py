"""How answers to `layer-norm` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.fundamentals.layer_norm.reference import layer_norm
from reference_impls.problem import Case, Draw, Law, Problem, World, expect_close


def affine(draw: Draw, D: int) -> tuple[Tensor, Tensor]:
    """A scale and a shift away from one and zero."""
    return draw.normal(D, mean=1.0, scale=0.5), draw.normal(D)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one vector", (draw.normal(4), *affine(draw, 4)))
    yield Case("mean and scale away from 0 and 1", (draw.normal(3, 7, mean=2.0, scale=3.0), *affine(draw, 7)))
    yield Case("tokens in a batch", (draw.normal(2, 5, 6, mean=-1.0), *affine(draw, 6)))
    yield Case("as many rows as features", (draw.normal(5, 5, 5, scale=2.0), *affine(draw, 5)))
    yield Case("four axes", (draw.normal(2, 3, 4, 5), *affine(draw, 5)))
    yield Case("two features", (draw.normal(4, 2, scale=0.5), *affine(draw, 2), 1.0))
    yield Case("large eps", (draw.normal(3, 8), *affine(draw, 8)), {"eps": 0.3})
    yield Case("variance below eps", (draw.normal(2, 3, 9, scale=1e-3), *affine(draw, 9)))
    yield Case("variance below eps, small eps", (draw.normal(3, 6, scale=1e-3), *affine(draw, 6)), {"eps": 1e-6})
    # x / sqrt(eps) - mu / sqrt(eps), as fused kernels have it, leaves a rounding error of x / sqrt(eps) beside beta
    constant = draw.floating(torch.tensor([0.25, -0.125])).reshape(2, 1).expand(2, 8).contiguous()
    yield Case("constant rows", (constant, draw.uniform(8, low=0.5, high=1.5), draw.normal(8, mean=4.0)))
    one = draw.normal(3, 1, scale=0.2), draw.uniform(1, low=0.5, high=1.5), draw.normal(1, mean=4.0, scale=0.5)
    yield Case("one feature", one, grad=False)
    yield Case("a batch of one", (draw.normal(1, 6, mean=1.0, scale=2.0), *affine(draw, 6)))


def large_mean(world: World, draw: Draw) -> None:
    """Sixteen integers near 10000: float32 has their mean and their deviations exactly."""
    x = (10000 + draw.integers(-8, 9, 6, 16)).float()
    gamma, beta = affine(draw, 16)
    want = layer_norm(x.double(), gamma.double(), beta.double())
    got = world.call("layer_norm", x, gamma, beta)
    expect_close(got, want, "features near 10000, spread 5, in float32", "cancellation", rtol=1e-3, atol=1e-3)


PROBLEM = Problem(
    id="layer-norm",
    entries=(layer_norm,),
    cases=cases,
    laws=(Law("large mean", large_mean),),
)
