"""How answers to `selective-scan` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Observation, Problem, Scenario, World
from reference_impls.transformers.selective_scan.reference import selective_scan

ENTRY = "selective_scan"


def inputs(draw: Draw, B: int, T: int, D: int, N: int, fastest: float = 2.0) -> tuple[Tensor, ...]:
    """x, delta, a, b, c, d; a step multiplies the state by exp(-2) to 1, by default."""
    return (
        draw.normal(B, T, D),
        draw.uniform(B, T, D, low=0.1),
        draw.uniform(D, N, low=-fastest, high=-0.2),
        draw.normal(B, T, N),
        draw.normal(B, T, N),
        draw.normal(D),
    )


def in_two_chunks(world: World, draw: Draw) -> Iterator[Observation]:
    """The state of the first call goes into the second."""
    x, delta, a, b, c, d = inputs(draw, 2, 7, 3, 4)
    first = world.call(ENTRY, x[:, :3], delta[:, :3], a, b[:, :3], c[:, :3], d)
    yield "y of the first chunk", first[0]
    state = torch.as_tensor(first[1]).detach().to(x.dtype)
    rest = world.call(ENTRY, x[:, 3:], delta[:, 3:], a, b[:, 3:], c[:, 3:], d, state)
    yield "y of the second chunk", rest[0]
    yield "the last state", rest[1]


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("one step, one channel, two states", inputs(draw, 1, 1, 1, 2))
    yield Case("two steps", inputs(draw, 1, 2, 2, 3))
    yield Case("five steps", inputs(draw, 2, 5, 3, 4))
    yield Case("from a given state", (*inputs(draw, 2, 3, 4, 2), draw.normal(2, 4, 2)))
    yield Case("one step from a given state, by name", inputs(draw, 3, 1, 2, 5), {"h": draw.normal(3, 2, 5)})
    yield Case("all sizes equal", (*inputs(draw, 3, 3, 3, 3), draw.normal(3, 3, 3)))
    yield Case("one state value", inputs(draw, 2, 4, 3, 1))
    yield Case("one channel", inputs(draw, 3, 4, 1, 3))
    yield Case("a state that fades by up to exp(-90) in a step", inputs(draw, 2, 6, 2, 3, fastest=90.0))
    yield Case("a hundred steps", inputs(draw, 1, 100, 2, 2))
    x, delta, a, b, c, d = inputs(draw, 2, 2, 3, 2)
    long, fast = draw.floating(0.5 + delta.double()), draw.floating(10 * a.double() - 40)
    large = draw.normal(2, 3, 2, scale=1e6)  # a factor of exp(-20) would leave some thousandths of it
    yield Case("a large state that is gone after a step", (x, long, fast, b, c, d, large))
    yield Scenario("a sequence in two chunks", in_two_chunks)


PROBLEM = Problem(id="selective-scan", entries=(selective_scan,), cases=cases)
