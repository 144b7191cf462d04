"""One step of the explicit midpoint rule for dx/dt = v(x, t), a Runge-Kutta method of second order (Karras et al. 2022,
arXiv:2206.00364, appendix D.2, whose family of two-stage methods has it at α = ½; Hairer, Nørsett & Wanner 1993, II.1).

    k₁ = v(x, t)                                slope where we are
    k₂ = v(x + Δt/2 k₁, t + Δt/2)               slope in the middle of the step
    x(t + Δt) ≈ x + Δt k₂                       the whole step from x, with that slope alone

Error O(Δt³) for a step, O(Δt²) for a path: second order for two evaluations, as Heun's, which averages the slopes at both ends.
It never evaluates v at the end point, where a diffusion's slope may divide by zero. Δt carries the sign.

Shapes: x any shape, v(x, t) of the same; t and dt floats. Returns: x at t + dt, of that shape.
"""

import math
from collections.abc import Callable, Iterator
from functools import partial

import torch
from torch import Tensor

from reference_impls.problem import Draw, Law, Observation, Problem, Scenario, Slip, World, expect


def midpoint_step(v: Callable[[Tensor, float], Tensor], x: Tensor, t: float, dt: float) -> Tensor:
    """x at t + dt from the slope in the middle."""
    k1 = v(x, t)
    k2 = v(x + dt / 2 * k1, t + dt / 2)
    return x + dt * k2


# ----------------------------------------------------------------------------------------------------------------------

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


SECOND = "k2 = v(x + dt / 2 * k1, t + dt / 2)"
TO_THE_END = f"{SECOND}\n    return x + dt * k2"

PROBLEM = Problem(
    id="midpoint-step",
    entries=(midpoint_step,),
    cases=cases,
    laws=(Law("half the step leaves a quarter of the error", is_of_second_order, torch.float64),),
    grad=False,
    slips=(
        Slip(
            "euler",
            TO_THE_END,
            "return x + dt * k1",
            "This is Euler's step, of first order: use the slope in the middle, k2.",
        ),
        Slip(
            "first-slope-used",
            "dt * k2",
            "dt * k1",
            "The step goes along the slope at (x, t), which is Euler's step at twice the price: go along k2.",
        ),
        Slip(
            "heun",
            TO_THE_END,
            "k2 = v(x + dt * k1, t + dt)\n    return x + dt / 2 * (k1 + k2)",
            "This is Heun's step, also of second order, which averages the slopes at both ends; the midpoint rule uses the slope "
            "in the middle alone.",
        ),
        Slip(
            "slopes-averaged",
            "dt * k2",
            "dt / 2 * (k1 + k2)",
            "The slope in the middle is averaged with the first one, which is two Euler steps of half the length, of first "
            "order: take the whole step from x with k2 alone.",
        ),
        Slip(
            "slope-at-the-end",
            SECOND,
            "k2 = v(x + dt * k1, t + dt)",
            "The second slope is taken at the end of the step, which is of first order: take it at (x + dt/2 k1, t + dt/2).",
        ),
        Slip(
            "state-moved-whole",
            "v(x + dt / 2 * k1",
            "v(x + dt * k1",
            "The second slope is taken a whole Euler step away, but at half the time: go to x + dt/2 k1.",
        ),
        Slip(
            "time-moved-whole",
            "k1, t + dt / 2)",
            "k1, t + dt)",
            "The second slope is taken at t + dt, but half a step away in x: it belongs to t + dt/2.",
        ),
        Slip(
            "time-not-moved",
            "k1, t + dt / 2)",
            "k1, t)",
            "The second slope is taken at the old time: it belongs to t + dt/2.",
        ),
        Slip(
            "time-other-way",
            "k1, t + dt / 2)",
            "k1, t - dt / 2)",
            "The second slope is taken at t - dt/2. dt carries its own sign; the middle lies at t + dt/2.",
        ),
        Slip(
            "time-absolute",
            "k1, t + dt / 2)",
            "k1, t + abs(dt) / 2)",
            "The time moves forwards even when dt is negative: the middle lies at t + dt/2, sign included.",
        ),
        Slip(
            "time-brackets",
            "k1, t + dt / 2)",
            "k1, (t + dt) / 2)",
            "The second slope is taken at (t + dt)/2; the middle between t and t + dt is t + dt/2.",
        ),
        Slip(
            "time-by-a-half",
            "k1, t + dt / 2)",
            "k1, t + 0.5)",
            "The time moves by 1/2 instead of dt/2: the middle lies at t + dt/2.",
        ),
        Slip(
            "time-quartered",
            "k1, t + dt / 2)",
            "k1, t + dt / 4)",
            "The second slope is taken at a quarter of the step in time; it belongs to t + dt/2.",
        ),
        Slip(
            "state-not-moved",
            "v(x + dt / 2 * k1",
            "v(x",
            "The second slope is taken at the old x: it belongs to x + dt/2 k1.",
        ),
        Slip(
            "state-moved-back",
            "v(x + dt / 2 * k1",
            "v(x - dt / 2 * k1",
            "The half step to the middle is subtracted: dt carries its own sign, so it is added.",
        ),
        Slip(
            "predictor-without-dt",
            "x + dt / 2 * k1",
            "x + k1 / 2",
            "The half step to the middle lacks dt: it ends at x + dt/2 k1.",
        ),
        Slip(
            "from-the-middle",
            "return x + dt * k2",
            "return x + dt / 2 * k1 + dt * k2",
            "The whole step starts at the middle, so that x goes half as far again: start from x.",
        ),
        Slip(
            "half-a-step",
            "dt * k2",
            "dt / 2 * k2",
            "The last step has half its length; the slope of the middle serves for all of dt.",
        ),
        Slip("no-dt", "dt * k2", "k2", "The slope is added whole at the end: multiply it by dt."),
        Slip(
            "increment-alone",
            "return x + dt * k2",
            "return dt * k2",
            "This is the increment alone; x is missing: the step ends at x + dt k2.",
        ),
        Slip(
            "slopes-added",
            "dt * k2",
            "dt * (k1 + k2)",
            "Both slopes are added, which goes twice as far: use k2 alone.",
        ),
        Slip(
            "step-subtracted",
            "x + dt * k2",
            "x - dt * k2",
            "The last step is subtracted: dt carries its own sign, so it is added.",
        ),
        Slip(
            "all-steps-backwards",
            TO_THE_END,
            "k2 = v(x - dt / 2 * k1, t - dt / 2)\n    return x - dt * k2",
            "dt is subtracted throughout; it carries its own sign, so that it is added.",
        ),
        Slip(
            "step-absolute",
            TO_THE_END,
            "k2 = v(x + abs(dt) / 2 * k1, t + abs(dt) / 2)\n    return x + abs(dt) * k2",
            "The step goes forwards even when dt is negative: dt carries its own sign.",
        ),
        Slip(
            "always-down",
            TO_THE_END,
            "k2 = v(x - abs(dt) / 2 * k1, t - abs(dt) / 2)\n    return x - abs(dt) * k2",
            "The step goes down whatever the sign of dt is; a positive dt goes forwards.",
        ),
        Slip(
            "halved-to-whole-numbers",
            SECOND,
            "k2 = v(x + dt // 2 * k1, t + dt // 2)",
            "// rounds dt / 2 down to a whole number, which is 0 or -1 for most steps: use /.",
        ),
        Slip(
            "ralston",
            TO_THE_END,
            "k2 = v(x + dt * k1 * 2 / 3, t + dt * 2 / 3)\n    return x + dt * (k1 / 4 + 3 * k2 / 4)",
            "This is Ralston's step, also of second order; the midpoint rule takes the second slope at the middle and uses it "
            "alone.",
        ),
        Slip(
            "runge-kutta-4",
            TO_THE_END,
            f"{SECOND}\n"
            "    k3 = v(x + dt / 2 * k2, t + dt / 2)\n"
            "    k4 = v(x + dt * k3, t + dt)\n"
            "    return x + dt / 6 * (k1 + 2 * k2 + 2 * k3 + k4)",
            "This is the Runge-Kutta step of fourth order, with four evaluations; the midpoint rule has two.",
        ),
        Slip(
            "implicit-once",
            TO_THE_END,
            f"{SECOND}\n    return x + dt * v(x + dt / 2 * k2, t + dt / 2)",
            "The slope in the middle is corrected once more, towards the implicit midpoint rule, with a third evaluation; the "
            "explicit rule has two.",
        ),
        Slip(
            "third-evaluation",
            "return x + dt * k2",
            "return x + (k2 + 0 * v(x, t)) * dt",
            "The result is right, but v is called more than twice, and each call is a pass through the network: keep its "
            "answers.",
        ),
        Slip(
            "correction-doubled",
            "dt * k2",
            "dt * (2 * k2 - k1)",
            "The slope is extrapolated to the end, 2 k2 - k1, which is of first order; the slope of the middle itself is used.",
        ),
        Slip(
            "arguments-exchanged",
            "k1 = v(x, t)\n    k2 = v(x + dt / 2 * k1, t + dt / 2)",
            "k1 = v(t, x)\n    k2 = v(t + dt / 2, x + dt / 2 * k1)",
            "The function is called as v(t, x); it takes x first.",
        ),
        Slip(
            "dt-is-the-next-time",
            "k2 = v(x",
            "dt = dt - t\n    k2 = v(x",
            "dt is read as the time to go to; it is the length of the step.",
        ),
        Slip(
            "time-returned-too",
            "return x + dt * k2",
            "return x + dt * k2, t + dt",
            "Two values come back; return the new x alone.",
        ),
        Slip(
            "middle-returned",
            TO_THE_END,
            f"{SECOND}\n    return x + dt / 2 * k1",
            "The point in the middle comes back; go on to the end of the step, x + dt k2.",
        ),
    ),
)
