"""How answers to `heun-step` are judged."""

import math
from collections.abc import Iterator
from functools import partial

import torch
from torch import Tensor

from reference_impls.problem import Draw, Law, Observation, Problem, Scenario, World, expect
from reference_impls.sampling.heun_step.reference import Scalar, heun_step

ENTRY = "heun_step"


def field(x: Tensor, t: Scalar) -> Tensor:
    """A velocity that depends on x, its neighbours and t, and is linear in none."""
    return (1.3 * x + 2 * t).sin() + t * x.roll(1, -1).cos()


def step(world: World, draw: Draw, *, shape: tuple[int, ...], t: float, dt: float) -> Iterator[Observation]:
    """One step, and how often it looked at v."""
    v = world.spy(field)
    yield "x at t + dt", world.call(ENTRY, v, draw.normal(*shape), t, dt)
    yield "the number of evaluations of v", len(v.calls)


def step_with_tensors(world: World, draw: Draw) -> Iterator[Observation]:
    """The same with 0-d tensors for t and dt."""
    v = world.spy(field)
    x, t, dt = draw.normal(4, 3), draw.floating(0.7), draw.floating(-0.45)
    yield "x at t + dt", world.call(ENTRY, v, x, t, dt)
    yield "the number of evaluations of v", len(v.calls)


def cases(draw: Draw) -> Iterator[Scenario]:
    yield Scenario("one value", partial(step, shape=(1,), t=0.25, dt=0.5))
    yield Scenario("vectors, forwards", partial(step, shape=(3, 5), t=0.3, dt=0.6))
    yield Scenario("vectors, backwards", partial(step, shape=(3, 5), t=0.9, dt=-0.4))
    yield Scenario("images, from t = 0", partial(step, shape=(2, 3, 4, 5), t=0.0, dt=0.35))
    yield Scenario("images, backwards, ends at t = 0", partial(step, shape=(2, 3, 4, 5), t=0.5, dt=-0.5))
    yield Scenario("ends at t = 1", partial(step, shape=(2, 6), t=0.25, dt=0.75))
    yield Scenario("a step longer than 1", partial(step, shape=(2, 6), t=-0.8, dt=1.7))
    yield Scenario("t and dt as tensors", step_with_tensors)


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
    id="heun-step",
    entries=(heun_step,),
    cases=cases,
    laws=(Law("half the step leaves a quarter of the error", is_of_second_order, torch.float64),),
    grad=False,
)
