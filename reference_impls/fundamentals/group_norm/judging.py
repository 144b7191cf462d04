"""How answers to `group-norm` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.fundamentals.group_norm.reference import group_norm
from reference_impls.problem import Case, Draw, Law, Problem, World, expect_close


def affine(draw: Draw, C: int) -> tuple[Tensor, Tensor]:
    """A scale and a shift away from one and zero."""
    return draw.normal(C, mean=1.0, scale=0.5), draw.normal(C)


def maps(draw: Draw, *shape: int) -> Tensor:
    """Feature maps of which every channel of every sample has a mean and a scale of its own."""
    N, C = shape[:2]
    scale = draw.uniform(N, C, 1, 1, low=0.5, high=3.0).double()
    mean = draw.normal(N, C, 1, 1, scale=2.0).double()
    return draw.floating(mean + scale * draw.normal(*shape).double())


def cases(draw: Draw) -> Iterator[Case]:
    # of two values nothing is left of the gradient but a difference, which rounding eats
    yield Case("one group, two values", (draw.normal(1, 1, 1, 2), 1, *affine(draw, 1)), constant=(0,))
    yield Case("three groups of two channels", (maps(draw, 2, 6, 4, 5), 3, *affine(draw, 6)))
    yield Case("two groups of four channels", (maps(draw, 3, 8, 2, 4), 2, *affine(draw, 8)))
    yield Case("one group", (maps(draw, 2, 4, 3, 5), 1, *affine(draw, 4)))
    yield Case("as many groups as channels", (maps(draw, 3, 4, 2, 5), 4, *affine(draw, 4)))
    yield Case("a batch of one", (maps(draw, 1, 6, 3, 2), 2, *affine(draw, 6)))
    yield Case("maps of one value", (maps(draw, 4, 6, 1, 1), 2, *affine(draw, 6)))
    yield Case("maps of one row", (maps(draw, 2, 9, 1, 4), 3, *affine(draw, 9)))
    yield Case("all axes alike", (maps(draw, 4, 4, 4, 4), 2, *affine(draw, 4)))
    yield Case("as many channels as columns", (maps(draw, 2, 6, 3, 6), 3, *affine(draw, 6)))
    yield Case("large eps", (maps(draw, 2, 6, 2, 3), 3, *affine(draw, 6)), {"eps": 0.3})
    yield Case("eps by place", (maps(draw, 3, 4, 2, 2), 2, *affine(draw, 4), 1.0))
    yield Case("variance below eps", (draw.normal(2, 4, 3, 2, scale=1e-3), 2, *affine(draw, 4)))
    small = draw.normal(2, 6, 2, 2, scale=1e-3), 3, *affine(draw, 6)
    yield Case("variance below eps, small eps", small, {"eps": 1e-6})
    # x / sqrt(eps) - mu / sqrt(eps), as fused kernels have it, leaves a rounding error of x / sqrt(eps) beside beta
    constant = draw.floating(torch.tensor([0.25, -0.125])).reshape(1, 2, 1, 1, 1).expand(2, 2, 2, 2, 2)
    flat = constant.reshape(2, 4, 2, 2), 2, draw.uniform(4, low=0.5, high=1.5), draw.normal(4, mean=4.0)
    yield Case("constant groups", flat)


def large_mean(world: World, draw: Draw) -> None:
    """Groups of sixteen integers near 10000: float32 has their mean and their deviations exactly."""
    x = (10000 + draw.integers(-8, 9, 3, 4, 2, 4)).float()
    gamma, beta = affine(draw, 4)
    want = group_norm(x.double(), 2, gamma.double(), beta.double())
    got = world.call("group_norm", x, 2, gamma, beta)
    expect_close(got, want, "values near 10000, spread 5, in float32", "cancellation", rtol=1e-3, atol=1e-3)


PROBLEM = Problem(
    id="group-norm",
    entries=(group_norm,),
    cases=cases,
    laws=(Law("large mean", large_mean),),
)
