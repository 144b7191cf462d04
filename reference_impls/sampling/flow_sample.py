"""Euler sampling of a flow model (Liu et al. 2022, arXiv:2209.03003; Lipman et al. 2022, arXiv:2210.02747, section 2).

    t_i     = i / N,  i = 0..N-1                    N equal steps from t = 0 to t = 1
    x_{i+1} = x_i + v_θ(x_i, t_i) / N               x_0 the noise, x_N the sample

t = 0 is noise, t = 1 is data, and v points from noise to data, so the increments are added. Each step uses the slope at its
start: the network sees t = 0 first and 1 - 1/N last, never t = 1. With straight paths one step is exact; the error of curved
ones falls as 1/N. (SD3, Flux and diffusers count time the other way round.)

Shapes: x0 (B,...), model(x, t) like x, with t (B,) of x0's dtype. Returns: x at t = 1 (B,...).
"""

from collections.abc import Callable, Iterator
from functools import partial

import torch
from torch import Tensor

from reference_impls.problem import Draw, FunctionSlip, Observation, Problem, Scenario, Slip, World

Model = Callable[[Tensor, Tensor], Tensor]


@torch.no_grad()
def flow_sample(model: Model, x0: Tensor, steps: int) -> Tensor:
    """From noise at t = 0 to a sample at t = 1, in `steps` calls of the model."""
    x = x0
    for i in range(steps):
        t = torch.full((x0.shape[0],), i / steps, dtype=x0.dtype, device=x0.device)  # (B,)
        x = x + model(x, t) / steps
    return x


# ----------------------------------------------------------------------------------------------------------------------

ENTRY = "flow_sample"


def network(x: Tensor, t: Tensor) -> Tensor:
    """A velocity that is linear in neither x nor t, and differs where samples have different times."""
    phase = (2.3 * torch.as_tensor(t).double()).reshape(-1, *[1] * (x.ndim - 1)).to(x.dtype)
    return (1.2 * x + phase).sin() + phase * x.roll(1, -1).cos() + 0.3


def arithmetic(x: Tensor, t: Tensor) -> Tensor:
    """A velocity of plain arithmetic, which runs with its arguments exchanged, too (in a batch of one)."""
    return 0.3 * x * x - 1.5 * t * x + 0.2


def sampling(
    world: World, draw: Draw, *, shape: tuple[int, ...], steps: int, velocity: Model = network, scale: float = 1.0
) -> Iterator[Observation]:
    """The calls of the model and what comes out."""
    model, x0 = world.spy(velocity), draw.normal(*shape, scale=scale)
    result = world.call(ENTRY, model, x0, steps)
    times = [torch.as_tensor((*call.args, *call.kwargs.values())[1]).detach() for call in model.calls]
    yield "the number of calls of the model", len(times)
    yield "the sample at t = 1", result
    yield "the shapes of t", sorted({tuple(t.shape) for t in times})
    yield "t in the calls of the model", torch.cat([torch.zeros(0).double(), *(t.flatten().double() for t in times)])
    yield "the dtype of t", sorted({"x0's" if t.dtype == x0.dtype else str(t.dtype) for t in times})


def cases(draw: Draw) -> Iterator[Scenario]:
    yield Scenario("one step", partial(sampling, shape=(2, 3), steps=1))
    yield Scenario("one sample, one step", partial(sampling, shape=(1, 3), steps=1))
    yield Scenario("two steps", partial(sampling, shape=(3, 5), steps=2))
    yield Scenario("three steps of one sample", partial(sampling, shape=(1, 6), steps=3))
    yield Scenario("four steps of vectors", partial(sampling, shape=(5, 2), steps=4))
    yield Scenario("images", partial(sampling, shape=(2, 3, 4, 5), steps=5))
    yield Scenario("as many channels as samples", partial(sampling, shape=(4, 4, 2, 3), steps=2))
    yield Scenario("sequences, seven steps", partial(sampling, shape=(3, 4, 2), steps=7))
    yield Scenario("a batch of numbers", partial(sampling, shape=(4,), steps=3, velocity=of_numbers))
    yield Scenario("ten steps", partial(sampling, shape=(2, 4), steps=10))
    yield Scenario("far from the origin", partial(sampling, shape=(3, 4), steps=4, scale=5.0))
    yield Scenario("videos", partial(sampling, shape=(2, 3, 2, 4, 3), steps=3))
    yield Scenario("49 steps", partial(sampling, shape=(2, 5), steps=49))
    yield Scenario("a velocity of plain arithmetic", partial(sampling, shape=(1, 5), steps=3, velocity=arithmetic))


def of_numbers(x: Tensor, t: Tensor) -> Tensor:
    """A velocity of samples that are single numbers."""
    return (1.2 * x + 2.3 * t).sin() + 0.3


@torch.no_grad()
def while_below_one(model: Model, x0: Tensor, steps: int) -> Tensor:
    x, now, dt = x0, 0.0, 1 / steps
    while now < 1:
        x = x + dt * model(x, torch.full((x0.shape[0],), now, dtype=x0.dtype))
        now += dt
    return x


@torch.no_grad()
def arange_grid(model: Model, x0: Tensor, steps: int) -> Tensor:
    x, dt = x0, 1 / steps
    for t in torch.arange(0, 1, dt, dtype=x0.dtype):
        x = x + dt * model(x, t.expand(x0.shape[0]))
    return x


@torch.no_grad()
def grid_with_both_ends(model: Model, x0: Tensor, steps: int) -> Tensor:
    x = x0
    for t in torch.linspace(0, 1, steps, dtype=x0.dtype):
        x = x + model(x, t.expand(x0.shape[0])) / steps
    return x


@torch.no_grad()
def one_step_short(model: Model, x0: Tensor, steps: int) -> Tensor:
    x, grid = x0, torch.linspace(0, 1, steps, dtype=x0.dtype)
    for i in range(steps - 1):
        x = x + (grid[i + 1] - grid[i]) * model(x, grid[i].expand(x0.shape[0]))
    return x


@torch.no_grad()
def heun(model: Model, x0: Tensor, steps: int) -> Tensor:
    x = x0
    for i in range(steps):
        t = torch.full((x0.shape[0],), i / steps, dtype=x0.dtype)
        k = model(x, t)
        x = x + (k + model(x + k / steps, t + 1 / steps)) / (2 * steps)
    return x


@torch.no_grad()
def midpoint(model: Model, x0: Tensor, steps: int) -> Tensor:
    x = x0
    for i in range(steps):
        t = torch.full((x0.shape[0],), i / steps, dtype=x0.dtype)
        x = x + model(x + model(x, t) / (2 * steps), t + 0.5 / steps) / steps
    return x


@torch.no_grad()
def whole_path(model: Model, x0: Tensor, steps: int) -> Tensor:
    path = [x0]
    for i in range(steps):
        t = torch.full((x0.shape[0],), i / steps, dtype=x0.dtype)
        path.append(path[-1] + model(path[-1], t) / steps)
    return torch.stack(path)


@torch.no_grad()
def steps_of_one_interval_less(model: Model, x0: Tensor, steps: int) -> Tensor:
    x, dt = x0, 1 / max(steps - 1, 1)
    for i in range(steps):
        x = x + dt * model(x, torch.full((x0.shape[0],), i / steps, dtype=x0.dtype))
    return x


@torch.no_grad()
def sample_by_sample(model: Model, x0: Tensor, steps: int) -> Tensor:
    samples = []
    for b in range(len(x0)):
        x = x0[b : b + 1]
        for i in range(steps):
            x = x + model(x, torch.full((1,), i / steps, dtype=x0.dtype)) / steps
        samples.append(x)
    return torch.cat(samples)


FULL = "torch.full((x0.shape[0],), i / steps, dtype=x0.dtype, device=x0.device)  # (B,)"
EULER = "x = x + model(x, t) / steps"

PROBLEM = Problem(
    id="flow-sample",
    entries=(flow_sample,),
    cases=cases,
    grad=False,
    slips=(
        Slip(
            "time-at-the-end",
            "i / steps, dtype",
            "(i + 1) / steps, dtype",
            "Each step uses the time of its end (are the steps counted from 1?); Euler's uses that of its start, i/steps: 0 "
            "first, never 1.",
        ),
        Slip(
            "time-in-the-middle",
            "i / steps, dtype",
            "(i + 0.5) / steps, dtype",
            "Each step uses the time of its middle; Euler's uses that of its start, i/steps, where x is.",
        ),
        Slip(
            "time-runs-down",
            "i / steps, dtype",
            "1 - i / steps, dtype",
            "The times run from 1 down; here t = 0 is noise, where x0 is, and t = 1 is data.",
        ),
        Slip(
            "backwards",
            f"{FULL}\n        {EULER}",
            "torch.full((x0.shape[0],), 1 - i / steps, dtype=x0.dtype)\n        x = x - model(x, t) / steps",
            "The flow runs from t = 1 down to 0 with subtracted steps, the convention with noise at 1; here x0 stands at t = 0.",
        ),
        Slip(
            "step-subtracted",
            "x + model(x, t)",
            "x - model(x, t)",
            "The velocity is subtracted; it points from noise to data, so it is added.",
        ),
        Slip(
            "no-dt",
            "model(x, t) / steps",
            "model(x, t)",
            "The velocity is added whole in each step: multiply it by the length of a step, 1/steps.",
        ),
        Slip(
            "multiplied-by-steps",
            "model(x, t) / steps",
            "model(x, t) * steps",
            "The velocity is multiplied by the number of steps; a step has the length 1/steps.",
        ),
        Slip(
            "whole-step-division",
            "model(x, t) / steps",
            "model(x, t) * (1 // steps)",
            "1 // steps is 0 for more than one step, so that nothing moves: use /.",
        ),
        Slip(
            "step-times-time",
            "model(x, t) / steps",
            "model(x, t) * (i / steps)",
            "The velocity is multiplied by the time; every step has the same length, 1/steps.",
        ),
        Slip(
            "step-to-the-end",
            "model(x, t) / steps",
            "model(x, t) * (1 - i / steps)",
            "Each step goes all the way that is left, 1 - t; every step has the same length, 1/steps.",
        ),
        FunctionSlip(
            "grid-with-both-ends",
            {"flow_sample": grid_with_both_ends},
            "The times are linspace(0, 1, steps), which ends at 1 and whose spacing is 1/(steps-1), while the step is 1/steps: "
            "t = i/steps.",
        ),
        FunctionSlip(
            "one-step-short",
            {"flow_sample": one_step_short},
            "A grid of `steps` points from 0 to 1 makes steps - 1 steps: it needs steps + 1 points.",
        ),
        Slip(
            "one-step-too-many",
            "range(steps)",
            "range(steps + 1)",
            "The model is called at t = 1 too, and one step goes beyond: `steps` calls, the last at 1 - 1/steps.",
        ),
        Slip(
            "last-step-missing",
            "range(steps)",
            "range(steps - 1)",
            "The last step is missing: `steps` steps end at t = 1.",
        ),
        Slip(
            "first-step-missing",
            "range(steps)",
            "range(1, steps)",
            "The first step, at t = 0, is missing: count from 0.",
        ),
        FunctionSlip(
            "while-below-one",
            {"flow_sample": while_below_one},
            "t grows by 1/steps while it is below 1: rounding leaves it just below 1 for some counts, which makes one call too "
            "many. Count the steps.",
        ),
        FunctionSlip(
            "arange-grid",
            {"flow_sample": arange_grid},
            "arange(0, 1, 1/steps) has one point too many for some counts (49 is one), by rounding: count the steps.",
        ),
        Slip(
            "position-as-time",
            "i / steps, dtype",
            "i, dtype",
            "The model gets the number of the step; its time is i/steps, in [0, 1).",
        ),
        Slip(
            "time-of-a-thousand",
            "i / steps, dtype",
            "1000 * i / steps, dtype",
            "The time is scaled to a thousand timesteps; the model takes t in [0, 1).",
        ),
        Slip(
            "position-as-an-integer",
            "i / steps, dtype=x0.dtype",
            "i, dtype=torch.int64",
            "The model gets the number of the step, an integer, as diffusion models do; its time is i/steps, of x0's dtype.",
        ),
        FunctionSlip(
            "steps-of-one-interval-less",
            {"flow_sample": steps_of_one_interval_less},
            "The steps have the length 1/(steps-1), which adds up to more than 1: steps of 1/steps.",
        ),
        FunctionSlip(
            "sample-by-sample",
            {"flow_sample": sample_by_sample},
            "The samples go through the model one by one; call it on the whole batch, `steps` times in all.",
        ),
        Slip(
            "velocity-returned",
            f"{EULER}\n    return x\n",
            "v = model(x, t)\n        x = x + v / steps\n    return v\n",
            "The last velocity comes back; return x at t = 1.",
        ),
        Slip(
            "four-axes-only",
            "    x = x0\n",
            "    B, C, H, W = x0.shape\n    x = x0\n",
            "The shape is unpacked into four axes; x0 may have any rank: x0.shape[0] is the batch.",
        ),
        Slip(
            "time-not-moved",
            "i / steps, dtype",
            "0, dtype",
            "The model gets t = 0 in every step (is i divided with //?): its time is i/steps.",
        ),
        Slip(
            "step-as-time",
            "i / steps, dtype",
            "1 / steps, dtype",
            "The model gets the length of a step as its time; that is i/steps.",
        ),
        Slip(
            "time-not-a-batch",
            "(x0.shape[0],)",
            "()",
            "The model gets a single t; it expects one for each sample, shape (B,).",
        ),
        Slip(
            "time-of-one-sample",
            "(x0.shape[0],)",
            "(1,)",
            "The model gets a t of shape (1,); it expects one for each sample, (B,).",
        ),
        Slip(
            "time-as-column",
            "(x0.shape[0],)",
            "(x0.shape[0], 1)",
            "The model gets a t of shape (B,1); it expects (B,).",
        ),
        Slip(
            "time-spread",
            "(x0.shape[0],)",
            "(x0.shape[0], *[1] * (x0.ndim - 1))",
            "The model gets t with as many axes as x; it expects (B,), and spreads it itself.",
        ),
        Slip(
            "time-like-x",
            "(x0.shape[0],)",
            "x0.shape",
            "The model gets a t of the shape of x; it expects one for each sample, (B,).",
        ),
        Slip(
            "time-of-default-dtype",
            "i / steps, dtype=x0.dtype",
            "i / steps, dtype=torch.float32",
            "t is float32 (torch's default) whatever x0 is: give it x0's dtype.",
        ),
        Slip(
            "time-of-float64",
            "i / steps, dtype=x0.dtype",
            "i / steps, dtype=torch.float64",
            "t is float64 (NumPy's default) whatever x0 is: give it x0's dtype.",
        ),
        Slip(
            "time-of-integers",
            "i / steps, dtype=x0.dtype",
            "int(i / steps), dtype=torch.int64",
            "t holds integers, so that it stays 0: give it x0's dtype.",
        ),
        FunctionSlip(
            "heun",
            {"flow_sample": heun},
            "These are Heun steps, two calls each; Euler's step calls the model once, and exactly `steps` calls are asked for.",
        ),
        FunctionSlip(
            "midpoint",
            {"flow_sample": midpoint},
            "These are midpoint steps, two calls each; Euler's step calls the model once, and exactly `steps` calls are asked "
            "for.",
        ),
        Slip(
            "model-called-twice",
            "x + model(x, t) / steps",
            "x + (model(x, t) + model(x, t)) / 2 / steps",
            "The model is called twice in a step; exactly `steps` calls are asked for: keep its answer.",
        ),
        Slip(
            "velocity-of-the-noise",
            "+ model(x, t)",
            "+ model(x0, t)",
            "The model is asked at x0 in every step; ask it where x is by now.",
        ),
        Slip(
            "from-the-noise",
            "x = x + model",
            "x = x0 + model",
            "Each step starts again at x0, so that only the last one counts: go on from x.",
        ),
        Slip(
            "increments-alone",
            "    return x\n",
            "    return x - x0\n",
            "The sum of the increments comes back; x0 is missing from it.",
        ),
        Slip(
            "one-step",
            "range(steps)",
            "range(1)",
            "One step is taken, of length 1/steps; take `steps` of them.",
        ),
        Slip(
            "one-whole-step",
            f"{FULL}\n        {EULER}",
            "torch.full((x0.shape[0],), i / steps, dtype=x0.dtype)\n        return x + model(x, t)",
            "One step of length 1 is taken; take `steps` of length 1/steps.",
        ),
        Slip(
            "read-as-data",
            "model(x, t) / steps",
            "(model(x, t) - x) / (steps - i)",
            "The model's answer is read as the data point x1; it is the velocity.",
        ),
        Slip(
            "read-as-noise",
            "model(x, t) / steps",
            "(x0 - model(x, t)) / steps",
            "The model's answer is read as one end of the segment; it is the velocity x1 - x0 itself.",
        ),
        Slip(
            "mixed-with-the-velocity",
            "x + model(x, t) / steps",
            "(1 - 1 / steps) * x + model(x, t) / steps",
            "x and the velocity are mixed, as if it were a point: add v/steps to x.",
        ),
        Slip(
            "clipped-at-the-end",
            "    return x\n",
            "    return x.clamp(-1, 1)\n",
            "The sample is clipped to [-1, 1]; return x at t = 1 as it is.",
        ),
        Slip(
            "clipped-in-each-step",
            EULER,
            "x = (x + model(x, t) / steps).clamp(-1, 1)",
            "x is clipped to [-1, 1] in each step; noise and latents lie outside.",
        ),
        FunctionSlip(
            "whole-path",
            {"flow_sample": whole_path},
            "All states of the path come back; return the last one, x at t = 1.",
        ),
        Slip(
            "time-returned-too",
            "    return x\n",
            "    return x, t\n",
            "Two values come back; return x at t = 1 alone.",
        ),
        Slip(
            "divided-by-the-batch",
            "model(x, t) / steps",
            "model(x, t) / len(x0)",
            "The velocity is divided by the number of samples; a step has the length 1/steps.",
        ),
        Slip(
            "root-of-the-step",
            "model(x, t) / steps",
            "model(x, t) / steps**0.5",
            "The velocity is multiplied by the root of the step, which is how noise grows; a velocity takes 1/steps.",
        ),
        Slip(
            "arguments-exchanged",
            "+ model(x, t)",
            "+ model(t, x)",
            "The model is called as model(t, x); it takes x first.",
        ),
        Slip(
            "called-without-time",
            "+ model(x, t)",
            "+ model(x)",
            "The model is called without the time; call model(x, t).",
        ),
    ),
)
