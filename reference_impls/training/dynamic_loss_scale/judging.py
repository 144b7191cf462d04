"""How answers to `dynamic-loss-scale` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.problem import Case, Draw, Observation, Problem, Scenario, World, sweep
from reference_impls.training.dynamic_loss_scale.reference import update_loss_scale

ENTRY = "update_loss_scale"


def any_step(draw: Draw) -> tuple[float, int, bool, float, float, int]:
    """Short intervals, factors of all kinds."""
    interval = draw.integer(1, 4)
    factors = draw.choice((2.0, 1.5, 4.0, 1.25)), draw.choice((0.5, 0.25, 0.75, 0.125))
    return 2.0 ** draw.integer(-3, 18), draw.integer(0, interval - 1), draw.integer(0, 2) == 0, *factors, interval


def training(world: World, draw: Draw) -> Iterator[Observation]:
    """A run with an interval of three: what comes out goes in again."""
    scale, good = 1024.0, 0
    for step in range(1, 15):
        found_inf = step in (1, 4, 11, 12)
        scale, good = world.call(ENTRY, scale, good, found_inf, interval=3)
        yield f"the scale after step {step}", scale
        yield f"the count after step {step}", good


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    count = draw.integer(3, 1500)
    yield Case("a clean step", (1024.0, 5, False))
    yield Case("an overflow", (65536.0, count, True))
    yield Case("the last clean step of the interval", (1024.0, 1999, False))
    yield Case("one before it", (1024.0, 1998, False))
    yield sweep(ENTRY, any_step)
    yield Case("an overflow in the last step of the interval", (4096.0, 1999, True))
    yield Case("other factors, growth", (8.0, 9, False, 3.0, 0.1, 10))
    yield Case("other factors, overflow", (8.0, 9, True, 3.0, 0.1, 10))
    yield Case("a small scale falls further", (1.0, count, True))
    yield Case("a scale below 1 grows", (0.125, 1999, False))
    yield Case("a large scale grows", (2.0**24, 1999, False))
    yield Case("an interval of one step", (2.0, 0, False), {"interval": 1})
    yield Case("an overflow right after an overflow", (512.0, 0, True))
    yield Scenario("a run of fourteen steps", training)


PROBLEM = Problem(
    id="dynamic-loss-scale",
    entries=(update_loss_scale,),
    cases=cases,
    dtypes=(torch.float64,),
    grad=False,
)
