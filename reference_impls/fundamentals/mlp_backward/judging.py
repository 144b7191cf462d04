"""How answers to `mlp-backward` are judged."""

from collections.abc import Iterator

from torch import Tensor

from reference_impls.fundamentals.mlp_backward.reference import mlp_backward
from reference_impls.problem import Case, Draw, Problem

Inputs = tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]


def network(draw: Draw, N: int, D: int, H: int, C: int, bias: float = 1.0) -> Inputs:
    """Weights of a scale that keeps about half of the hidden units active, none near the corner."""
    while True:
        x, w1, b1 = draw.normal(N, D), draw.normal(D, H), draw.normal(H, scale=bias)
        h = x.double() @ w1.double() + b1.double()
        if float(h.abs().min()) > 1e-3 and bool((h > 0).any()) and bool((h < 0).any()):
            return x, w1, b1, draw.normal(H, C), draw.normal(C), draw.normal(N, C)


def at_the_corner(draw: Draw, N: int, D: int, H: int, C: int) -> Inputs:
    """Small whole numbers, so that some hidden units are exactly 0 in any precision."""
    while True:
        x, w1 = draw.integers(-1, 2, N, D).double(), draw.integers(-1, 2, D, H).double()
        b1 = draw.integers(-1, 2, H).double()
        h = x @ w1 + b1
        if all(bool(part.any()) for part in (h == 0, h > 0, h < 0)):
            whole = (draw.floating(part) for part in (x, w1, b1))
            return *whole, draw.normal(H, C), draw.normal(C), draw.normal(N, C)  # type: ignore[return-value]


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one sample", network(draw, 1, 2, 3, 2))
    yield Case("all sizes different", network(draw, 4, 3, 6, 2))
    yield Case("all sizes alike", network(draw, 4, 4, 4, 4))
    yield Case("more samples than units", network(draw, 9, 2, 3, 5))
    yield Case("one output", network(draw, 5, 3, 4, 1))
    yield Case("one input", network(draw, 5, 1, 4, 3))
    yield Case("large biases", network(draw, 6, 3, 5, 4, bias=3.0))
    yield Case("as many inputs as hidden units", network(draw, 3, 5, 5, 2))
    yield Case("hidden units that are exactly 0", at_the_corner(draw, 5, 3, 4, 2))
    x, w1, _, w2, b2, dout = network(draw, 4, 3, 5, 2)
    yield Case("samples and biases of 0", (x * draw.floating([[0], [1], [0], [1]]), w1, 0 * w1[0], w2, b2, dout))
    x, w1, b1, w2, b2, dout = network(draw, 3, 4, 2, 3)
    yield Case("no unit is active", (x, w1, draw.floating([-50.0, -40.0]), w2, b2, dout))
    yield Case("every unit is active", (x, w1, draw.floating([50.0, 40.0]), w2, b2, dout))
    x, w1, b1, w2, b2, dout = network(draw, 4, 2, 5, 3)
    yield Case("some cotangents are 0", (x, w1, b1, w2, b2, dout * draw.floating([[1], [0], [1], [0]])))
    x, w1, b1, w2, b2, dout = network(draw, 6, 4, 7, 3)
    yield Case("small cotangents", (x, w1, b1, w2, b2, draw.floating(1e-2 * dout.double())))


PROBLEM = Problem(
    id="mlp-backward",
    entries=(mlp_backward,),
    cases=cases,
    grad=False,
)
