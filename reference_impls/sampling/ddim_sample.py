"""Deterministic DDIM sampling on a coarse grid of timesteps (Song et al. 2020, arXiv:2010.02502, eq. 12 with σ = 0, section 4.2).

    τ_i    = ⌊(T - 1)(steps - i) / steps⌋, i = 0..steps                      T - 1 first, 0 last
    ε      = ε_θ(x, τ_i)
    x̂0     = (x - √(1 - ᾱ_t) ε) / √ᾱ_t                                       t = τ_i
    x      ← √ᾱ_s x̂0 + √(1 - ᾱ_s) ε                                          s = τ_{i+1}

Training fixes the marginals q(x_t | x0) alone, so a trained network serves any subsequence of the timesteps. The paper writes α
for what DDPM and this page call ᾱ. Arrays count from 0: the end point has level ᾱ[0] < 1 and still holds a little noise, and the
network is never called there. (Samplers that end at ᾱ = 1 return the last x̂0 instead.)

Shapes: x_T (B,...), alphas_bar (T,) decreasing, model(x, t) like x with t (B,) int64; steps < T.
Returns: x at timestep 0 (B,...).
"""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

import torch
from torch import Tensor

from reference_impls.problem import (
    Broken,
    Draw,
    FunctionSlip,
    Law,
    Observation,
    Problem,
    Ref,
    Scenario,
    Slip,
    World,
    expect_close,
)

Model = Callable[[Tensor, Tensor], Tensor]


@torch.no_grad()
def ddim_sample(model: Model, x_T: Tensor, alphas_bar: Tensor, steps: int) -> Tensor:
    """From noise at timestep T - 1 to a sample at timestep 0, in `steps` calls of the model."""
    B, T = len(x_T), len(alphas_bar)
    timesteps = [(T - 1) * (steps - i) // steps for i in range(steps + 1)]
    x = x_T
    for t, t_next in pairwise(timesteps):
        ab_t, ab_next = alphas_bar[t], alphas_bar[t_next]
        eps = model(x, torch.full((B,), t, device=x.device))
        x0 = (x - (1 - ab_t).sqrt() * eps) / ab_t.sqrt()
        x = ab_next.sqrt() * x0 + (1 - ab_next).sqrt() * eps
    return x


# ----------------------------------------------------------------------------------------------------------------------

ENTRY = "ddim_sample"


def schedule(draw: Draw, T: int) -> Tensor:
    """Uneven levels from clearly below 1 down to 0.03, so that no two of them can stand for each other."""
    weights = draw.uniform(T, low=0.5, high=1.5).double()
    return draw.floating((-0.1 - 3.4 * weights.cumsum(0) / weights.sum()).exp())


def network(x: Tensor, t: Tensor) -> Tensor:
    """A prediction that is linear in neither x nor t."""
    phase = (0.37 * torch.as_tensor(t).double()).sin().reshape(-1, *[1] * (x.ndim - 1))
    return (1.1 * x + 2 * phase.to(x.dtype)).sin()


def carries_graph(world: World, result: Ref) -> bool:
    """Whether a backward pass could start at the result; a NumPy array has none."""
    return result.type_name != "ndarray" and bool(world.get(result, "requires_grad"))


def sampling(world: World, draw: Draw, *, shape: tuple[int, ...], T: int, steps: int) -> Iterator[Observation]:
    """The calls of the model and what comes out."""
    model = world.spy(network)
    result = world.new(ENTRY, model, draw.normal(*shape), schedule(draw, T), steps)
    times = [torch.as_tensor((*call.args, *call.kwargs.values())[1]) for call in model.calls]
    yield "t in the calls of the model", [t.tolist() for t in times]
    yield "the dtype of t", " and ".join(sorted({str(t.dtype) for t in times}))
    yield "the sample at timestep 0", world.value(result)
    yield "whether the sample carries an autograd graph", carries_graph(world, result)
    x_T, ab = world.keep(draw.normal(*shape)), schedule(draw, T)
    if result.type_name == "Tensor":  # NumPy does not take what requires grad
        world.new((x_T, "requires_grad_"))
        result = world.new(ENTRY, model, x_T, ab, steps)
    yield "whether it does where x_T requires grad", carries_graph(world, result)


def cases(draw: Draw) -> Iterator[Scenario]:
    # steps are powers of two and divide T - 1: floor, round and truncation of a float grid then agree
    yield Scenario("one step", partial(sampling, shape=(2, 3), T=6, steps=1))
    yield Scenario("four steps of three timesteps", partial(sampling, shape=(3, 5), T=13, steps=4))
    yield Scenario("every timestep", partial(sampling, shape=(2, 4), T=9, steps=8))
    yield Scenario("images", partial(sampling, shape=(2, 3, 4, 5), T=21, steps=4))
    yield Scenario("one image", partial(sampling, shape=(1, 3, 5, 4), T=17, steps=2))
    yield Scenario("videos", partial(sampling, shape=(3, 2, 4, 3, 2), T=33, steps=2))
    yield Scenario("one step from almost pure noise", from_almost_pure_noise)
    yield Scenario("a thousand timesteps", partial(sampling, shape=(2, 7), T=1001, steps=8))


def from_almost_pure_noise(world: World, draw: Draw) -> Iterator[Observation]:
    """The level that DDPM's schedule ends at; one step, so that the network is not asked at what rounding has moved."""
    ab = draw.floating([0.99, 0.6, 0.2, 4e-5])
    yield "the sample at timestep 0", world.call(ENTRY, world.spy(network), draw.normal(2, 5), ab, 1)


def keeps_to_the_path(world: World, draw: Draw) -> None:
    """For data that is one point μ the true noise is known; the path then mixes the same ε and μ, in any number of steps."""
    ab, mu, eps = schedule(draw, 65), draw.normal(3, 4, mean=2.0), draw.normal(3, 4)

    def truth(x: Tensor, t: Tensor) -> Tensor:
        level = ab[torch.as_tensor(t).long()].reshape(-1, 1).to(x.dtype)
        return (x - level.sqrt() * mu) / (1 - level).sqrt()

    for steps in (1, 4):
        x_T = ab[-1].sqrt() * mu + (1 - ab[-1]).sqrt() * eps
        x = torch.as_tensor(world.call(ENTRY, world.spy(truth), x_T, ab, steps)).detach()
        if x.shape == mu.shape and torch.allclose(x.double(), mu.double(), rtol=1e-3, atol=1e-3):
            raise Broken(
                "the clean point comes back; the sample at timestep 0 still has the noise of alphas_bar[0]", "clean"
            )
        wanted = ab[0].sqrt() * mu + (1 - ab[0]).sqrt() * eps
        expect_close(
            x, wanted, "the true noise must lead to the same x0 at every level", "off-line", rtol=1e-3, atol=1e-3
        )


def model_alone_under_no_grad(model: Model, x_T: Tensor, alphas_bar: Tensor, steps: int) -> Tensor:
    T = len(alphas_bar)
    x = x_T
    for t, t_next in pairwise([(T - 1) * (steps - i) // steps for i in range(steps + 1)]):
        ab_t, ab_next = alphas_bar[t], alphas_bar[t_next]
        with torch.no_grad():
            eps = model(x, torch.full((len(x),), t, device=x.device))
        x0 = (x - (1 - ab_t).sqrt() * eps) / ab_t.sqrt()
        x = ab_next.sqrt() * x0 + (1 - ab_next).sqrt() * eps
    return x


@torch.no_grad()
def leading_grid(model: Model, x_T: Tensor, alphas_bar: Tensor, steps: int) -> Tensor:
    stride = len(alphas_bar) // steps
    x = x_T
    for i in reversed(range(steps)):
        t = i * stride
        ab_t = alphas_bar[t]
        ab_next = alphas_bar[t - stride] if t >= stride else torch.ones_like(ab_t)
        eps = model(x, torch.full((len(x),), t, device=x.device))
        x0 = (x - (1 - ab_t).sqrt() * eps) / ab_t.sqrt()
        x = ab_next.sqrt() * x0 + (1 - ab_next).sqrt() * eps
    return x


@torch.no_grad()
def call_at_zero(model: Model, x_T: Tensor, alphas_bar: Tensor, steps: int) -> Tensor:
    T = len(alphas_bar)
    levels = torch.cat([alphas_bar, alphas_bar.new_ones(1)])
    timesteps = [(T - 1) * (steps - i) // steps for i in range(steps + 1)] + [-1]
    x = x_T
    for t, t_next in pairwise(timesteps):
        eps = model(x, torch.full((len(x),), t, device=x.device))
        x0 = (x - (1 - levels[t]).sqrt() * eps) / levels[t].sqrt()
        x = levels[t_next].sqrt() * x0 + (1 - levels[t_next]).sqrt() * eps
    return x


@torch.no_grad()
def one_point_short_then_clean(model: Model, x_T: Tensor, alphas_bar: Tensor, steps: int) -> Tensor:
    timesteps = torch.linspace(len(alphas_bar) - 1, 0, steps).long().tolist()
    levels = torch.cat([alphas_bar[timesteps], alphas_bar.new_ones(1)])
    x = x_T
    for t, ab_t, ab_next in zip(timesteps, levels, levels[1:], strict=False):
        eps = model(x, torch.full((len(x),), t, device=x.device))
        x0 = (x - (1 - ab_t).sqrt() * eps) / ab_t.sqrt()
        x = ab_next.sqrt() * x0 + (1 - ab_next).sqrt() * eps
    return x


@torch.no_grad()
def one_step_short_unless_one(model: Model, x_T: Tensor, alphas_bar: Tensor, steps: int) -> Tensor:
    T = len(alphas_bar)
    timesteps = torch.linspace(T - 1, 0, steps).long().tolist() if steps > 1 else [T - 1, 0]
    x = x_T
    for t, t_next in pairwise(timesteps):
        ab_t, ab_next = alphas_bar[t], alphas_bar[t_next]
        eps = model(x, torch.full((len(x),), t, device=x.device))
        x0 = (x - (1 - ab_t).sqrt() * eps) / ab_t.sqrt()
        x = ab_next.sqrt() * x0 + (1 - ab_next).sqrt() * eps
    return x


PROBLEM = Problem(
    id="ddim-sample",
    entries=(ddim_sample,),
    cases=cases,
    laws=(Law("a perfect prediction stays on the path of its x0", keeps_to_the_path),),
    grad=False,
    slips=(
        FunctionSlip(
            "model-alone-under-no-grad",
            {"ddim_sample": model_alone_under_no_grad},
            "Only the model runs under no_grad: where x_T requires grad, the updates still record a graph back to it. Put the "
            "whole sampler under torch.no_grad().",
        ),
        Slip(
            "returns-x0",
            "    return x\n",
            "    return x0\n",
            "You return the last x0 estimate, as with ab = 1 at the end; the grid ends at timestep 0, whose level alphas_bar[0] "
            "is below 1.",
        ),
        FunctionSlip(
            "call-at-zero",
            {"ddim_sample": call_at_zero},
            "The model is called at timestep 0 too, to go on to ab = 1: that is one call too many. Stop when timestep 0 is "
            "reached.",
        ),
        FunctionSlip(
            "leading-grid",
            {"ddim_sample": leading_grid},
            "Your timesteps are i * (T // steps), which start below T - 1, where x_T is, and call the model at 0: start at "
            "T - 1 and end at 0.",
        ),
        Slip(
            "one-step-short",
            "[(T - 1) * (steps - i) // steps for i in range(steps + 1)]",
            "torch.linspace(T - 1, 0, steps).long().tolist()",
            "The grid has `steps` points, so only steps - 1 steps are taken: it needs steps + 1.",
        ),
        Slip(
            "grid-ascending",
            "for i in range(steps + 1)]",
            "for i in reversed(range(steps + 1))]",
            "The timesteps rise from 0 to T - 1; sampling starts at the noise, T - 1, and goes down.",
        ),
        Slip(
            "neighbour-level",
            "alphas_bar[t_next]",
            "alphas_bar[t - 1]",
            "Each step goes to the level of t - 1; with skipped timesteps the next level is that of the next "
            "timestep of the grid.",
        ),
        Slip(
            "grid-position-as-t",
            "in pairwise(timesteps):\n"
            "        ab_t, ab_next = alphas_bar[t], alphas_bar[t_next]\n"
            "        eps = model(x, torch.full((B,), t, ",
            "in pairwise(timesteps):\n"
            "        ab_t, ab_next = alphas_bar[t], alphas_bar[t_next]\n"
            "        eps = model(x, torch.full((B,), steps - 1 - timesteps.index(t), ",
            "The model gets the position in the coarse grid; it was trained on timesteps 0..T-1, so pass t itself.",
        ),
        Slip(
            "t-not-a-batch",
            "torch.full((B,), t, device=x.device)",
            "torch.tensor(t, device=x.device)",
            "The model gets a single t; it expects one for each sample, shape (B,).",
        ),
        Slip(
            "t-float",
            "torch.full((B,), t, device=x.device)",
            "torch.full((B,), float(t), device=x.device)",
            "t is a float; timesteps are indices, and an embedding table needs int64 (torch.full of a float, or t "
            "of x's dtype).",
        ),
        Slip(
            "t-as-fraction",
            "torch.full((B,), t, device=x.device)",
            "torch.full((B,), t / T, device=x.device)",
            "The model gets t / T, as flow models do; this one was trained on integer timesteps.",
        ),
        Slip(
            "graph-kept",
            "@torch.no_grad()\n",
            "",
            "The sample carries the autograd graph of all calls, so memory grows with every step: sample under "
            "torch.no_grad().",
        ),
        Slip(
            "ddpm-mean",
            "x = ab_next.sqrt() * x0 + (1 - ab_next).sqrt() * eps",
            "x = (x - (1 - ab_t / ab_next) / (1 - ab_t).sqrt() * eps) / (ab_t / ab_next).sqrt()",
            "This is the mean of the DDPM step without its noise, which contracts too much; DDIM puts eps back at the next "
            "level: sqrt(ab) x0 + sqrt(1 - ab) eps.",
        ),
        Slip(
            "noise-at-old-level",
            "(1 - ab_next).sqrt() * eps",
            "(1 - ab_t).sqrt() * eps",
            "eps is put back with the noise level of t; the new point has that of the next timestep.",
        ),
        Slip(
            "x0-not-scaled-to-next",
            "ab_next.sqrt() * x0",
            "x0",
            "x0 enters the new point at full size; at the next level it is scaled by sqrt(ab).",
        ),
        Slip(
            "x0-not-rescaled",
            " / ab_t.sqrt()",
            "",
            "x0 is not divided by sqrt(ab_t): x_t = sqrt(ab_t) x0 + sqrt(1 - ab_t) eps has to be solved for x0.",
        ),
        Slip(
            "no-roots",
            "(x - (1 - ab_t).sqrt() * eps) / ab_t.sqrt()",
            "(x - (1 - ab_t) * eps) / ab_t",
            "x0 is formed with ab_t and 1 - ab_t; the mixture has their square roots.",
        ),
        Slip(
            "x0-clipped",
            "(x - (1 - ab_t).sqrt() * eps) / ab_t.sqrt()",
            "((x - (1 - ab_t).sqrt() * eps) / ab_t.sqrt()).clamp(-1, 1)",
            "x0 is clipped to [-1, 1]; that suits data within that range alone, and latents often leave it.",
        ),
        Slip(
            "four-dimensions-only",
            "alphas_bar[t], alphas_bar[t_next]",
            "alphas_bar[[t] * B].view(B, 1, 1, 1), alphas_bar[[t_next] * B].view(B, 1, 1, 1)",
            "The levels are reshaped to (B,1,1,1), which fits images alone; all samples share them, so a scalar "
            "fits any shape.",
        ),
        Slip(
            "every-timestep",
            "[(T - 1) * (steps - i) // steps for i in range(steps + 1)]",
            "range(T - 1, -1, -1)",
            "Every timestep is visited; the grid has steps + 1 of them, and the model is called `steps` times.",
        ),
        Slip(
            "lowest-timesteps",
            "[(T - 1) * (steps - i) // steps for i in range(steps + 1)]",
            "range(steps, -1, -1)",
            "The timesteps are the lowest ones, steps to 0, although x_T is at T - 1: spread them over T - 1 to 0.",
        ),
        Slip(
            "levels-exchanged",
            "ab_t, ab_next = alphas_bar[t], alphas_bar[t_next]",
            "ab_next, ab_t = alphas_bar[t], alphas_bar[t_next]",
            "The levels of t and of the next timestep are exchanged.",
        ),
        Slip(
            "product-taken-again",
            "x = x_T\n",
            "x = x_T\n    alphas_bar = alphas_bar.cumprod(dim=0)\n",
            "The cumulative product is taken once more; alphas_bar is that product already.",
        ),
        Slip(
            "noise-added-for-x0",
            "(x - (1 - ab_t).sqrt() * eps)",
            "(x + (1 - ab_t).sqrt() * eps)",
            "The noise is added to find x0; it is subtracted: x_t = sqrt(ab_t) x0 + sqrt(1 - ab_t) eps.",
        ),
        Slip(
            "noise-subtracted-at-the-end",
            "x0 + (1 - ab_next)",
            "x0 - (1 - ab_next)",
            "The noise is subtracted at the next level; it is added: sqrt(ab) x0 + sqrt(1 - ab) eps.",
        ),
        Slip(
            "no-root-of-the-signal",
            " / ab_t.sqrt()",
            " / ab_t",
            "x0 is divided by ab_t; the mixture has its square root.",
        ),
        Slip(
            "no-root-of-the-noise",
            "(x - (1 - ab_t).sqrt() * eps)",
            "(x - (1 - ab_t) * eps)",
            "eps is subtracted with the factor 1 - ab_t; the mixture has its square root.",
        ),
        Slip(
            "no-root-at-the-next-level",
            "ab_next.sqrt() * x0",
            "ab_next * x0",
            "x0 enters the next level with ab; the mixture has its square root.",
        ),
        Slip(
            "signal-at-old-level",
            "ab_next.sqrt() * x0",
            "ab_t.sqrt() * x0",
            "x0 enters with the level of t; the new point has that of the next timestep.",
        ),
        Slip(
            "prediction-read-as-x0",
            "x0 = (x - (1 - ab_t).sqrt() * eps) / ab_t.sqrt()\n"
            "        x = ab_next.sqrt() * x0 + (1 - ab_next).sqrt() * eps",
            "x0 = eps\n"
            "        noise = (x - ab_t.sqrt() * x0) / (1 - ab_t).sqrt()\n"
            "        x = ab_next.sqrt() * x0 + (1 - ab_next).sqrt() * noise",
            "The model's answer is read as x0; it is the noise.",
        ),
        Slip(
            "model-called-twice",
            "eps = model(",
            "model(x, torch.full((B,), t, device=x.device))\n        eps = model(",
            "The model is called twice in a step; exactly `steps` calls are asked for: keep its answer.",
        ),
        Slip(
            "t-of-one-sample",
            "torch.full((B,), t, ",
            "torch.full((1,), t, ",
            "The model gets a t of shape (1,); it expects one for each sample, (B,).",
        ),
        Slip(
            "t-of-the-next-level",
            "torch.full((B,), t, ",
            "torch.full((B,), t_next, ",
            "The model gets the next timestep; x is at t.",
        ),
        Slip(
            "last-step-missing",
            "in pairwise(timesteps):",
            "in pairwise(timesteps[:-1]):",
            "The last step, to timestep 0, is missing: steps + 1 timesteps make `steps` steps.",
        ),
        Slip(
            "direction-missing",
            " + (1 - ab_next).sqrt() * eps",
            "",
            "eps is not put back at the next level: sqrt(ab) x0 + sqrt(1 - ab) eps.",
        ),
        Slip(
            "no-roots-anywhere",
            "x0 = (x - (1 - ab_t).sqrt() * eps) / ab_t.sqrt()\n"
            "        x = ab_next.sqrt() * x0 + (1 - ab_next).sqrt() * eps",
            "x0 = (x - (1 - ab_t) * eps) / ab_t\n        x = ab_next * x0 + (1 - ab_next) * eps",
            "alpha_bar and 1 - alpha_bar stand everywhere without their roots; they are variances, the factors "
            "are the roots.",
        ),
        Slip(
            "highest-timesteps",
            "[(T - 1) * (steps - i) // steps for i in range(steps + 1)]",
            "[T - 1 - i for i in range(steps + 1)]",
            "Each step goes down by one, so that the noise is hardly removed: spread the steps over T - 1 to 0.",
        ),
        FunctionSlip(
            "one-point-short-then-clean",
            {"ddim_sample": one_point_short_then_clean},
            "The grid has `steps` points and the last step goes on to ab = 1, with a call at timestep 0: it "
            "needs steps + 1 points, and ends at alphas_bar[0].",
        ),
        FunctionSlip(
            "one-step-short-unless-one",
            {"ddim_sample": one_step_short_unless_one},
            "The grid has `steps` points, so only steps - 1 steps are taken: it needs steps + 1.",
        ),
    ),
)
