"""One explicit Euler step for dx/dt = v(x, t) (Karras et al. 2022, arXiv:2206.00364, algorithm 1, before its correction).

    x(t + Δt) ≈ x + Δt v(x, t)              the slope where we are, kept for the whole step

Error O(Δt²) for a step, O(Δt) for a path: first order for one evaluation. Exact where the slope does not change along the path,
which is what straightened flows aim at. Δt carries the sign: a sampler that goes from t = 1 to t = 0 passes a negative one, and
still adds.

Shapes: x any shape, v(x, t) of the same; t and dt floats. Returns: x at t + dt, of that shape.
"""

from collections.abc import Callable, Iterator
from functools import partial

import torch
from torch import Tensor

from reference_impls.problem import Draw, Observation, Problem, Scenario, Slip, World


def euler_step(v: Callable[[Tensor, float], Tensor], x: Tensor, t: float, dt: float) -> Tensor:
    """x at t + dt from one slope."""
    return x + dt * v(x, t)


# ----------------------------------------------------------------------------------------------------------------------

ENTRY = "euler_step"


def field(x: Tensor, t: float) -> Tensor:
    """A velocity that depends on x, its neighbours and t, and is linear in none."""
    return (1.3 * x + 2 * t).sin() + t * x.roll(1, -1).cos() + 0.4


def of_time(x: Tensor, t: float) -> Tensor:
    """A velocity that does not look at x."""
    return torch.full_like(x, 1.7) + 3 * t * torch.ones_like(x)


def of_numbers(x: Tensor, t: float) -> Tensor:
    """A velocity of plain arithmetic, which runs with its arguments exchanged, too."""
    return 0.7 * x * x - 1.5 * t * x + 0.2


def step(
    world: World, draw: Draw, *, shape: tuple[int, ...], t: float, dt: float, v: Callable[[Tensor, float], Tensor]
) -> Iterator[Observation]:
    """One step from a random state."""
    yield "x at t + dt", world.call(ENTRY, world.spy(v), draw.normal(*shape), t, dt)


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
    yield Scenario("two steps up", partial(path, start=0.0, dt=0.5, steps=2))


STEP = "return x + dt * v(x, t)"

PROBLEM = Problem(
    id="euler-step",
    entries=(euler_step,),
    cases=cases,
    grad=False,
    slips=(
        Slip(
            "step-subtracted",
            "x + dt * v",
            "x - dt * v",
            "dt v is subtracted. dt carries its own sign, negative where time runs down, so it is always added.",
        ),
        Slip(
            "step-absolute",
            "x + dt * v",
            "x + abs(dt) * v",
            "The step goes forwards even when dt is negative: use dt with its sign.",
        ),
        Slip(
            "always-down",
            "x + dt * v",
            "x - abs(dt) * v",
            "The step goes down whatever the sign of dt is; a positive dt goes forwards.",
        ),
        Slip(
            "increment-alone",
            "x + dt * v",
            "dt * v",
            "This is the increment alone; x is missing: the step ends at x + dt v(x, t).",
        ),
        Slip("no-dt", "dt * v", "v", "The slope is added whole: multiply it by the length of the step, dt."),
        Slip("slope-alone", "x + dt * v", "v", "This is the slope; the step ends at x + dt v(x, t)."),
        Slip(
            "slope-at-the-new-time",
            "* v(x, t)",
            "* v(x, t + dt)",
            "The slope is taken at t + dt; Euler's explicit step takes it at the start, t.",
        ),
        Slip(
            "slope-at-the-other-time",
            "* v(x, t)",
            "* v(x, t - dt)",
            "The slope is taken at t - dt; it belongs to the start of the step, t.",
        ),
        Slip(
            "slope-at-half-time",
            "* v(x, t)",
            "* v(x, t + dt / 2)",
            "The slope is taken at the middle of the step in time; Euler takes it at the start, t.",
        ),
        Slip(
            "slope-at-dt",
            "* v(x, t)",
            "* v(x, dt)",
            "v is asked at time dt: that is the length of the step, the time is t.",
        ),
        Slip(
            "time-reversed",
            "* v(x, t)",
            "* v(x, 1 - t)",
            "v is asked at 1 - t, as in code that counts time the other way; here v takes t itself.",
        ),
        Slip(
            "time-of-thousand",
            "* v(x, t)",
            "* v(x, 1000 * t)",
            "t is scaled to a thousand timesteps; v takes t as it comes.",
        ),
        Slip("time-truncated", "* v(x, t)", "* v(x, int(t))", "t is rounded to a whole number; it is a float."),
        Slip(
            "midpoint",
            STEP,
            "return x + dt * v(x + dt / 2 * v(x, t), t + dt / 2)",
            "This is the midpoint rule, with two evaluations; Euler's step uses the slope at the start alone.",
        ),
        Slip(
            "heun",
            STEP,
            "k = v(x, t)\n    return x + dt / 2 * (k + v(x + dt * k, t + dt))",
            "This is Heun's step, with two evaluations; Euler's step uses the slope at the start alone.",
        ),
        Slip(
            "slope-at-the-end",
            STEP,
            "return x + dt * v(x + dt * v(x, t), t + dt)",
            "The slope is taken where an Euler step ends, a try at the implicit step; the explicit one takes it at (x, t).",
        ),
        Slip(
            "two-half-steps",
            STEP,
            "x = x + dt / 2 * v(x, t)\n    return x + dt / 2 * v(x, t + dt / 2)",
            "These are two steps of half the length; one step of length dt is asked for.",
        ),
        Slip(
            "two-steps",
            STEP,
            "x = x + dt * v(x, t)\n    return x + dt * v(x, t + dt)",
            "Two steps are taken; one is asked for.",
        ),
        Slip(
            "runge-kutta-4",
            STEP,
            "k1 = v(x, t)\n"
            "    k2 = v(x + dt / 2 * k1, t + dt / 2)\n"
            "    k3 = v(x + dt / 2 * k2, t + dt / 2)\n"
            "    k4 = v(x + dt * k3, t + dt)\n"
            "    return x + dt / 6 * (k1 + 2 * k2 + 2 * k3 + k4)",
            "This is the Runge-Kutta step of fourth order; Euler's has one evaluation.",
        ),
        Slip("half-a-step", "dt * v", "dt / 2 * v", "The step has half its length: its factor is dt, not dt/2."),
        Slip(
            "step-squared",
            "dt * v",
            "dt**2 * v",
            "dt is squared; a first-order step multiplies the slope by dt once.",
        ),
        Slip("divided-by-dt", "dt * v", "1 / dt * v", "The slope is divided by dt; it is multiplied by it."),
        Slip(
            "root-of-dt",
            "dt * v",
            "dt / abs(dt) ** 0.5 * v",
            "The slope is multiplied by the root of dt, which is how noise grows; a slope grows with dt.",
        ),
        Slip(
            "dt-is-the-next-time",
            "dt * v",
            "(dt - t) * v",
            "dt is read as the time to go to; it is the length of the step.",
        ),
        Slip(
            "next-time-as-length",
            "dt * v",
            "(t + dt) * v",
            "The slope is multiplied by t + dt, the new time; the length of the step is dt.",
        ),
        Slip("time-as-length", "dt * v", "t * v", "The slope is multiplied by t; the length of the step is dt."),
        Slip("slope-times-time", "dt * v", "dt * t * v", "The step has t as one factor too many; it is dt v(x, t)."),
        Slip(
            "mixed-with-the-slope",
            "x + dt * v(x, t)",
            "(1 - dt) * x + dt * v(x, t)",
            "x and v are mixed, as if v were the point to go to; v is a velocity: x + dt v.",
        ),
        Slip(
            "read-as-denoised",
            "* v(x, t)",
            "* (x - v(x, t)) / t",
            "v is read as a denoiser and turned into the slope (x - D)/sigma; it is the slope already.",
        ),
        Slip(
            "increment-multiplied",
            "x + dt * v(x, t)",
            "x * (1 + dt * v(x, t))",
            "x is multiplied by 1 + dt v; the increment is added to x.",
        ),
        Slip(
            "exponential",
            "x + dt * v(x, t)",
            "x * (dt * v(x, t)).exp()",
            "x is multiplied by exp(dt v), which takes v for a rate of growth; dx/dt = v itself: add dt v.",
        ),
        Slip(
            "cut-at-one",
            STEP,
            "dt = min(dt, 1 - t)\n    return x + dt * v(x, t)",
            "The step is cut short where it would pass t = 1; t and dt may be any floats.",
        ),
        Slip(
            "cut-at-zero",
            STEP,
            "dt = max(dt, -t)\n    return x + dt * v(x, t)",
            "The step is cut short where it would pass t = 0; t and dt may be any floats.",
        ),
        Slip(
            "cut-to-the-unit-interval",
            STEP,
            "dt = min(max(t + dt, 0), 1) - t\n    return x + dt * v(x, t)",
            "The new time is clamped to [0, 1], which cuts the step; t and dt may be any floats.",
        ),
        Slip(
            "no-step-backwards",
            "x + dt * v",
            "x + max(dt, 0) * v",
            "Nothing moves where dt is negative; such a step goes backwards in time.",
        ),
        Slip(
            "clipped",
            "x + dt * v(x, t)",
            "(x + dt * v(x, t)).clamp(-1, 1)",
            "The result is clipped to [-1, 1]; the step is x + dt v(x, t), whatever its size.",
        ),
        Slip(
            "time-returned-too",
            STEP,
            "return x + dt * v(x, t), t + dt",
            "Two values come back; return the new x alone.",
        ),
        Slip(
            "time-returned-first",
            STEP,
            "return t + dt, x + dt * v(x, t)",
            "The new time comes back before the new x; return x alone.",
        ),
        Slip(
            "slope-returned-too",
            STEP,
            "k = v(x, t)\n    return x + dt * k, k",
            "The slope comes back beside the new x; return the new x alone.",
        ),
        Slip("arguments-exchanged", "* v(x, t)", "* v(t, x)", "The function is called as v(t, x); it takes x first."),
        Slip("called-without-time", "* v(x, t)", "* v(x)", "v is called without the time; call v(x, t)."),
    ),
)
