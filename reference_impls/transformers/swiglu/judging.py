"""How answers to `swiglu` are judged."""

from collections.abc import Iterator

from torch import Tensor

from reference_impls.problem import Case, Draw, Problem
from reference_impls.transformers.swiglu.reference import swiglu


def layer(draw: Draw, *shape: int, d: int, h: int, e: int, scale: float = 1.0) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """x of this shape and d channels, and weights that keep the hidden values near `scale`."""
    x = draw.normal(*shape, d, mean=0.3)
    w_gate, w_up = (draw.normal(d, h, scale=scale / d**0.5) for _ in range(2))
    return x, w_gate, w_up, draw.normal(h, e, scale=h**-0.5)


def on_the_axis(draw: Draw, *values: float) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """One channel, whose gate is each of these values: what the activation does there is all that is seen."""
    one = draw.floating([[1.0]])
    return draw.floating([[value] for value in values]), one, draw.floating([[0.5]]), one


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one token, one channel of each", layer(draw, 1, d=1, h=1, e=1))
    yield Case("three tokens", layer(draw, 3, d=4, h=5, e=2))
    yield Case("batch", layer(draw, 2, 3, d=5, h=7, e=5))
    yield Case("one token in a batch of one", layer(draw, 1, 1, d=3, h=4, e=6))
    yield Case("three axes before the channels", layer(draw, 2, 3, 4, d=6, h=8, e=5))
    yield Case("hidden layer narrower than x", layer(draw, 4, 5, d=9, h=3, e=7))
    yield Case("square weights", layer(draw, 2, 4, d=4, h=4, e=4))
    yield Case("as many tokens as channels", layer(draw, 3, 6, d=6, h=10, e=6))
    yield Case("gates of several sizes", layer(draw, 3, 5, d=4, h=16, e=4, scale=4.0))
    yield Case("gates from -6 to 6", on_the_axis(draw, -6.0, -2.5, -1.3, -0.4, 0.7, 1.6, 3.5, 6.0))
    yield Case("gates far from 0", on_the_axis(draw, -800.0, -95.0, 95.0, 800.0))


PROBLEM = Problem(
    id="swiglu",
    entries=(swiglu,),
    cases=cases,
)
