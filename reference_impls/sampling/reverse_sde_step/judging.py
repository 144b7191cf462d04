"""How answers to `reverse-sde-step` are judged."""

import math
from collections.abc import Callable, Iterator
from functools import partial

from torch import Tensor

from reference_impls.problem import Draw, Observation, Problem, Scenario, World
from reference_impls.sampling.reverse_sde_step.reference import reverse_sde_step

ENTRY = "reverse_sde_step"

Field = Callable[[Tensor, float], Tensor]


def shrinking(x: Tensor, t: float) -> Tensor:
    """The drift of a VP process."""
    return -0.5 * (0.4 + 3 * t) * x


def none(x: Tensor, t: float) -> Tensor:
    """The drift of a VE process."""
    return 0 * x


def swirling(x: Tensor, t: float) -> Tensor:
    """A drift that is linear in neither x nor t."""
    return (0.7 * x.roll(1, -1) + t).cos() - t**2 * x


def score(x: Tensor, t: float) -> Tensor:
    """A score that feels neighbors and time."""
    return -(x - 0.8 * (x.roll(1, -1) + 2 * t).sin()) / (0.3 + t)


def diffusion(t: float) -> float:
    """Between 0.7 and 2.8."""
    return 0.7 + 1.9 * t * math.exp(0.1 * t)


def step(
    world: World, draw: Draw, *, shape: tuple[int, ...], t: float, dt: float, drift: Field
) -> Iterator[Observation]:
    """One step, and how often it asked the network."""
    f, g, s = world.spy(drift), world.spy(diffusion), world.spy(score)
    yield "x at t - dt", world.call(ENTRY, draw.normal(*shape), t, dt, f, g, s, draw.normal(*shape))
    yield "the number of calls of score", len(s.calls)


def without_noise(world: World, draw: Draw) -> Iterator[Observation]:
    """z = 0 leaves the drift of the reverse process."""
    x = draw.normal(3, 2)
    yield (
        "x at t - dt",
        world.call(ENTRY, x, 0.4, 0.15, world.spy(swirling), world.spy(diffusion), world.spy(score), 0 * x),
    )


def cases(draw: Draw) -> Iterator[Scenario]:
    def run(name: str, drift: Field, t: float, dt: float, *shape: int) -> Scenario:
        return Scenario(name, partial(step, shape=shape, t=t, dt=dt, drift=drift))

    yield run("one value", shrinking, 0.5, 0.2, 1, 1)
    yield run("vectors", swirling, 0.8, 0.3, 3, 5)
    yield run("images", swirling, 0.45, 0.15, 2, 3, 4, 5)
    yield run("no drift", none, 0.6, 0.25, 2, 4)
    yield Scenario("no noise", without_noise)
    yield run("from t = 1", shrinking, 1.0, 0.125, 4, 3)
    yield run("to t = 0", swirling, 0.35, 0.35, 2, 6)
    yield run("a short step", swirling, 0.7, 0.01, 3, 4)
    yield run("a step longer than 1", shrinking, 1.9, 1.6, 2, 3)
    yield run("as many features as samples", swirling, 0.25, 0.1, 4, 4)
    yield run("sequences", shrinking, 0.15, 0.05, 2, 3, 4)


PROBLEM = Problem(id="reverse-sde-step", entries=(reverse_sde_step,), cases=cases, grad=False)
