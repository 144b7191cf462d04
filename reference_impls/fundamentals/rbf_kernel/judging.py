"""How answers to `rbf-kernel` are judged."""

from collections.abc import Iterator
from typing import Any

import torch
from numpy.typing import NDArray

from reference_impls.fundamentals.rbf_kernel.reference import rbf_kernel
from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, Law, Problem, World, expect

MANY = 3000
"""The statement asks for array operations: a Python loop over nine million pairs is beyond the time limit."""


def points(draw: Draw, N: int, M: int, D: int) -> tuple[NDArray[Any], NDArray[Any]]:
    """Two sets of points whose centers are about one apart."""
    x, y = draw.normal(N, D, scale=0.8), draw.normal(M, D, scale=0.8)
    return x.numpy(), draw.floating(y.double() + 1 / D**0.5).numpy()


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one point and two", (*points(draw, 1, 2, 2), 0.5))
    yield Case("four points and three", (*points(draw, 4, 3, 5), draw.real(0.15, 0.3)))
    yield Case("one feature", (*points(draw, 5, 2, 1), draw.real(0.6, 1.2)))
    yield Case("three and three points, three features", (*points(draw, 3, 3, 3), draw.real(0.3, 0.5)))
    x, _ = points(draw, 6, 1, 4)
    yield Case("a set with itself", (x, x, draw.real(0.1, 0.3)))
    yield Case("gamma 2, an integer", (*points(draw, 3, 5, 2), 2))
    yield Case("a small gamma", (*points(draw, 2, 6, 7), draw.real(0.01, 0.02)))
    yield Case("three points and one", (*points(draw, 3, 1, 4), 0.25))
    x, y = points(draw, 4, 5, 3)
    yield Case("points that are far apart", (x, draw.floating(torch.as_tensor(y).double() + 40).numpy(), 4e-4))
    yield Case("30 and 20 points", (*points(draw, 30, 20, 3), 0.3))


def many_points(world: World, draw: Draw) -> None:
    kernel = world.new("rbf_kernel", *points(draw, MANY, MANY, 3), 0.3)  # too large to be sent
    shape = tuple(world.get(kernel, "shape"))
    expect(shape == (MANY, MANY), f"{MANY} points and as many give the shape {shape}", "many")


PROBLEM = Problem(
    id="rbf-kernel",
    entries=(rbf_kernel,),
    cases=cases,
    laws=(Law("many points", many_points),),
    grad=False,
    tolerances=FLOAT32_EVERYWHERE,
)
