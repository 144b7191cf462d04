"""How answers to `relu` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.fundamentals.relu.reference import relu
from reference_impls.problem import Case, Draw, Law, Problem, World, dtype_of, expect


def away_from_zero(draw: Draw, *shape: int, scale: float = 1.0) -> Tensor:
    """Both signs in turn, none near the corner."""
    n = torch.Size(shape).numel()
    signs = (1.0 - 2.0 * (torch.arange(n) % 2))[draw.permutation(n)].reshape(shape).double()
    return draw.floating(scale * signs * draw.uniform(*shape, low=0.1, high=3.0).double())


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one of each sign", (draw.floating([1.5, -0.5]),))
    yield Case("a vector", (away_from_zero(draw, 7),))
    yield Case("a matrix", (away_from_zero(draw, 3, 4),))
    yield Case("four axes", (away_from_zero(draw, 2, 3, 2, 2),))
    yield Case("a number without axes", (draw.floating(-1.25),))
    yield Case("all positive", (draw.uniform(5, low=0.2, high=2.0),))
    yield Case("all negative", (draw.uniform(2, 3, low=-2.0, high=-0.2),))
    yield Case("large values", (away_from_zero(draw, 8, scale=1e6),))
    yield Case("small values", (away_from_zero(draw, 6, scale=1e-2),))
    yield Case("values above 6 and below -6", (away_from_zero(draw, 9, scale=20.0),))
    yield Case("zeros", (draw.floating([0.0, -0.0, 2.0, -1.0]),), grad=False)
    half = (torch.float16, torch.bfloat16, torch.float32, torch.float64)
    yield Case("half precision", (away_from_zero(draw, 4, 3),), dtypes=half)
    edge = draw.floating([6e4, -6e4, 4e4, -4e4, 3.5e4])
    yield Case("near the largest number of float16", (edge,), dtypes=(torch.float16,))
    yield Case("no entries", (draw.floating(torch.zeros(0, 3)),))


def keeps_the_dtype(world: World, draw: Draw) -> None:
    for x in (draw.normal(2, 3).double(), draw.normal(2, 3).half()):
        want, got = dtype_of(x), dtype_of(world.call("relu", x))
        expect(got == want, f"{want} comes in, {got} comes out", f"dtype-{want}-{got}")


PROBLEM = Problem(
    id="relu",
    entries=(relu,),
    cases=cases,
    laws=(Law("the result has the dtype of x", keeps_the_dtype),),
    returns_new=True,
)
