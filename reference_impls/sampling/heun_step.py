"""One Heun step for dx/dt = v(x, t), the explicit trapezoidal rule (Karras et al. 2022, arXiv:2206.00364, algorithm 1).

    k₁ = v(x, t)                            slope where we are
    k₂ = v(x + Δt k₁, t + Δt)               slope at the end of an Euler step
    x(t + Δt) ≈ x + Δt/2 (k₁ + k₂)          a fresh start from x, with the mean slope

Error O(Δt³) for a step, O(Δt²) for a path: second order for two evaluations, where Euler has first order for one. Δt carries
the sign: a sampler that goes from t = 1 to t = 0 passes a negative one. (EDM leaves out the second slope on the step that
ends at σ = 0, where its own v divides by σ; that belongs to the sampler, not to this step.)

Shapes: x any shape, v(x, t) of the same; t and dt floats or 0-d tensors. Returns: x at t + dt, of that shape.
"""

import math
from collections.abc import Callable, Iterator
from functools import partial

import torch
from torch import Tensor

from reference_impls.problem import Draw, Law, Observation, Problem, Scenario, Slip, World, expect

Scalar = float | Tensor


def heun_step(v: Callable[[Tensor, Scalar], Tensor], x: Tensor, t: Scalar, dt: Scalar) -> Tensor:
    """x at t + dt from two slopes."""
    k1 = v(x, t)
    k2 = v(x + dt * k1, t + dt)
    return x + dt / 2 * (k1 + k2)


# ----------------------------------------------------------------------------------------------------------------------

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
    slips=(
        Slip(
            "euler",
            "k2 = v(x + dt * k1, t + dt)\n    return x + dt / 2 * (k1 + k2)",
            "return x + dt * k1",
            "This is Euler's step, of first order: average its slope with the one at its end point.",
        ),
        Slip(
            "midpoint",
            "k2 = v(x + dt * k1, t + dt)\n    return x + dt / 2 * (k1 + k2)",
            "k2 = v(x + dt / 2 * k1, t + dt / 2)\n    return x + dt * k2",
            "This is the midpoint rule, also of second order; Heun averages the slopes at both ends of the step.",
        ),
        Slip(
            "mean-with-midpoint",
            "v(x + dt * k1, t + dt)",
            "v(x + dt / 2 * k1, t + dt / 2)",
            "The second slope is taken at the middle and then averaged with the first, which is of first order only: take it at "
            "(x + dt k1, t + dt).",
        ),
        Slip(
            "half-predictor",
            "v(x + dt * k1,",
            "v(x + dt / 2 * k1,",
            "The second slope is taken half an Euler step away, but at the full t + dt: go to x + dt k1.",
        ),
        Slip(
            "time-not-moved",
            "k1, t + dt)",
            "k1, t)",
            "The second slope is taken at the old time: it belongs to t + dt.",
        ),
        Slip(
            "time-other-way",
            "k1, t + dt)",
            "k1, t - dt)",
            "The second slope is taken at t - dt. dt carries its own sign; the step ends at t + dt.",
        ),
        Slip(
            "time-absolute",
            "k1, t + dt)",
            "k1, t + abs(dt))",
            "The time moves forwards even when dt is negative: the second slope belongs to t + dt, sign included.",
        ),
        Slip(
            "state-not-moved",
            "v(x + dt * k1, t + dt)",
            "v(x, t + dt)",
            "The second slope is taken at the old x: it belongs to the end of the Euler step, x + dt k1.",
        ),
        Slip(
            "predictor-without-dt",
            "x + dt * k1",
            "x + k1",
            "The Euler step before the second slope lacks dt: it ends at x + dt k1.",
        ),
        Slip(
            "slopes-not-halved",
            "dt / 2 * (k1 + k2)",
            "dt * (k1 + k2)",
            "The two slopes are added, which goes twice as far: use their mean, dt/2 (k1 + k2).",
        ),
        Slip(
            "from-predictor",
            "return x + dt / 2",
            "return x + dt * k1 + dt / 2",
            "The mean slope is added to the Euler point, so that x goes about twice as far: start again from x.",
        ),
        Slip(
            "end-slope-only",
            "dt / 2 * (k1 + k2)",
            "dt * k2",
            "Only the slope at the end is used, which is of first order: average it with the one at the start.",
        ),
        Slip(
            "euler-at-zero",
            "k2 = v(x + dt * k1, t + dt)",
            "k2 = v(x + dt * k1, t + dt) if t + dt != 0 else k1",
            "The step that ends at t = 0 falls back to Euler, as EDM's sampler does where its slope divides by sigma; this v is "
            "defined there, and two evaluations are asked for.",
        ),
        Slip(
            "third-evaluation",
            "dt / 2 * (k1 + k2)",
            "dt / 2 * (v(x, t) + k2)",
            "The result is right, but v is called three times, and each call is a pass through the network: keep "
            "its answers.",
        ),
        Slip(
            "time-half-moved",
            "k1, t + dt)",
            "k1, t + dt / 2)",
            "The second slope is taken at the middle of the step in time but at its end in x: it belongs to t + dt.",
        ),
        Slip(
            "time-moved-twice",
            "k1, t + dt)",
            "k1, t + 2 * dt)",
            "The second slope is taken at t + 2 dt (is dt added to t twice?); it belongs to t + dt.",
        ),
        Slip("slopes-subtracted", "(k1 + k2)", "(k1 - k2)", "The slopes are subtracted; the step takes their mean."),
        Slip(
            "brackets-missing",
            "dt / 2 * (k1 + k2)",
            "dt / 2 * k1 + k2",
            "dt / 2 multiplies the first slope alone: put brackets around the sum.",
        ),
        Slip(
            "increment-alone",
            "x + dt / 2 * (k1 + k2)",
            "dt / 2 * (k1 + k2)",
            "x is missing from the result: the step ends at x + dt/2 (k1 + k2).",
        ),
        Slip(
            "time-returned-too",
            "return x + dt / 2 * (k1 + k2)",
            "return x + dt / 2 * (k1 + k2), t + dt",
            "Two values come back; the spec asks for the new x alone.",
        ),
        Slip(
            "all-steps-backwards",
            "k2 = v(x + dt * k1, t + dt)\n    return x + dt / 2 * (k1 + k2)",
            "k2 = v(x - dt * k1, t - dt)\n    return x - dt / 2 * (k1 + k2)",
            "dt is subtracted throughout; it carries its own sign, so that it is added.",
        ),
        Slip(
            "step-absolute",
            "k2 = v(x + dt * k1, t + dt)\n    return x + dt / 2 * (k1 + k2)",
            "k2 = v(x + abs(dt) * k1, t + abs(dt))\n    return x + abs(dt) / 2 * (k1 + k2)",
            "The step goes forwards even when dt is negative: dt carries its own sign.",
        ),
        Slip(
            "dt-halved-to-whole-numbers",
            "dt / 2 *",
            "dt // 2 *",
            "// rounds dt / 2 down to a whole number, which is 0 or -1 for most steps: use /.",
        ),
        Slip(
            "ralston",
            "k2 = v(x + dt * k1, t + dt)\n    return x + dt / 2 * (k1 + k2)",
            "k2 = v(x + dt * k1 * 2 / 3, t + dt * 2 / 3)\n    return x + dt * (k1 / 4 + 3 * k2 / 4)",
            "This is Ralston's step, also of second order; Heun takes the second slope at the end and averages both "
            "alike.",
        ),
        Slip(
            "runge-kutta-4",
            "k2 = v(x + dt * k1, t + dt)\n    return x + dt / 2 * (k1 + k2)",
            "k2 = v(x + dt / 2 * k1, t + dt / 2)\n"
            "    k3 = v(x + dt / 2 * k2, t + dt / 2)\n"
            "    k4 = v(x + dt * k3, t + dt)\n"
            "    return x + dt / 6 * (k1 + 2 * k2 + 2 * k3 + k4)",
            "This is the Runge-Kutta step of fourth order, with four evaluations; Heun's has two.",
        ),
        Slip(
            "slopes-subtracted-the-other-way",
            "(k1 + k2)",
            "(k2 - k1)",
            "The first slope is subtracted from the second; the step goes along their mean.",
        ),
        Slip(
            "both-at-the-end",
            "k1 = v(x, t)\n",
            "k1 = v(x, t + dt)\n",
            "The first slope is taken at t + dt; it belongs to the start, t.",
        ),
        Slip(
            "weights-of-thirds",
            "dt / 2 * (k1 + k2)",
            "dt / 3 * (k1 + 2 * k2)",
            "The weights are 1/3 and 2/3; Heun's are 1/2 and 1/2.",
        ),
        Slip(
            "arguments-exchanged",
            "k1 = v(x, t)\n    k2 = v(x + dt * k1, t + dt)",
            "k1 = v(t, x)\n    k2 = v(t + dt, x + dt * k1)",
            "The function is called as v(t, x); it takes x first.",
        ),
        Slip(
            "correction-without-dt",
            "dt / 2 * (k1 + k2)",
            "dt * k1 + dt**2 / 2 * (k2 - k1)",
            "The correction (k2 - k1)/2 is multiplied by dt^2; k2 - k1 holds one dt already.",
        ),
    ),
)
