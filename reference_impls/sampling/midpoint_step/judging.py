"""How answers to `midpoint-step` are judged."""

import math
from collections.abc import Callable, Iterator
from functools import partial

import torch
from torch import Tensor

from reference_impls.problem import Draw, Law, Observation, Problem, Scenario, World, expect
from reference_impls.sampling.midpoint_step.reference import midpoint_step

ENTRY = "midpoint_step"


def field(x: Tensor, t: float) -> Tensor:
    """A velocity that depends on x, its neighbours and t, and is linear in none."""
    return (1.3 * x + 2 * t).sin() + t * x.roll(1, -1).cos() + 0.4


def of_time(x: Tensor, t: float) -> Tensor:
    """A velocity that does not look at x."""
    return torch.full_like(x, 1.7) + 3 * t * t * torch.ones_like(x)


def of_numbers(x: Tensor, t: float) -> Tensor:
    """A velocity of plain arithmetic, which runs with its arguments exchanged, too."""
    return 0.7 * x * x - 1.5 * t * x + 0.2


def step(
    world: World, draw: Draw, *, shape: tuple[int, ...], t: float, dt: float, v: Callable[[Tensor, float], Tensor]
) -> Iterator[Observation]:
    """One step, and how often it looked at v."""
    spy = world.spy(v)
    yield "x at t + dt", world.call(ENTRY, spy, draw.normal(*shape), t, dt)
    yield "the number of evaluations of v", len(spy.calls)


def path(world: World, draw: Draw, *, start: float, dt: float, steps: int) -> Iterator[Observation]:
    """Several steps, each from where the last one ended."""
    v, x = world.spy(field), draw.normal(2, 4)
    for i in range(steps):
        x = torch.as_tensor(world.call(ENTRY, v, x, start + i * dt, dt)).detach().to(x.dtype)
        yield f"x after step {i + 1}", x


def cases(draw: Draw) -> Iterator[Scenario]:
    def one(name: str, shape: tuple[int, ...], t: float, dt: float) -> Scenario:
        return Scenario(name, partial(step, shape=shape, t=t, dt=dt, v=field))

    yield one("one value", (1,), 0.25, 0.5)
    yield one("vectors, forwards", (3, 5), 0.3, 0.6)
    yield one("vectors, backwards", (3, 5), 0.9, -0.4)
    yield one("one vector, backwards", (6,), 0.7, -0.25)
    yield one("images, from t = 0", (2, 3, 4, 5), 0.0, 0.35)
    yield one("images, backwards, ends at t = 0", (2, 3, 4, 5), 0.5, -0.5)
    yield one("ends at t = 1", (2, 6), 0.25, 0.75)
    yield one("goes beyond t = 1", (2, 6), 0.6, 0.9)
    yield one("goes below t = 0", (4, 3), 0.3, -0.8)
    yield one("a step longer than 1, from a negative time", (2, 6), -0.8, 1.7)
    yield one("a noise level as time, backwards", (2, 7), 8.5, -2.25)
    yield Scenario("a velocity of time alone", partial(step, shape=(3, 4), t=0.4, dt=-0.3, v=of_time))
    yield Scenario("a velocity of plain arithmetic", partial(step, shape=(3, 4), t=0.4, dt=0.3, v=of_numbers))
    yield Scenario("three steps down", partial(path, start=0.9, dt=-0.3, steps=3))


def is_of_second_order(world: World, draw: Draw) -> None:
    """dx/dt = -2 t x² has the solution 1 / (t² + c). Half the step must leave a quarter of the error, from t = 1 to 0."""
    c = draw.uniform(4, 3, low=0.7, high=1.5)
    v = world.spy(lambda x, t: -2 * t * x * x)
    errors = []
    for steps in (6, 12):
        x = 1 / (1 + c)
        for i in range(steps):
            x = torch.as_tensor(world.call(ENTRY, v, x, 1 - i / steps, -1 / steps)).detach()
        errors.append(float((x - 1 / c).abs().mean()))
    order = math.log2(max(errors[0], 1e-12) / max(errors[1], 1e-12))
    expect(order > 0.5, "smaller steps do not bring the path closer to the solution", "does-not-converge")
    message = f"half the step leaves 1/{2**order:.1f} of the error; a second-order step leaves about 1/4"
    expect(1.6 < order < 2.6, message, "first-order" if order < 1.6 else "another-order")


PROBLEM = Problem(
    id="midpoint-step",
    entries=(midpoint_step,),
    cases=cases,
    laws=(Law("half the step leaves a quarter of the error", is_of_second_order, torch.float64),),
    grad=False,
)
