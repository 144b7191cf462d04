"""The simple training loss of DDPM (Ho et al. 2020, arXiv:2006.11239, eq. 14 and algorithm 1).

    t ~ U{0..T-1},  ε ~ N(0, I)
    x_t = √ᾱ_t x0 + √(1 - ᾱ_t) ε
    L   = mean (ε - ε_θ(x_t, t))²

Any noise level is reached in one jump, so a training step needs one t for each sample and one call of the network. The paper sums
over the entries and counts t from 1; here is the mean, and t indexes the array of ᾱ.

Shapes: x0 (B,...), any rank; alphas_bar (T,); model(x_t, t) with x_t (B,...) and t (B,). Returns: a scalar.
"""

from collections.abc import Callable, Iterator

import torch
from torch import Tensor

from reference_impls.problem import (
    Draw,
    FunctionSlip,
    Law,
    Observation,
    Problem,
    Scenario,
    Slip,
    World,
    expect,
    expect_frequency,
)
from reference_impls.recorded import (
    expect_fresh_noise,
    expect_own_gaussian_noise,
    named,
    only_call,
    squared_error_formulas,
)

Model = Callable[[Tensor, Tensor], Tensor]


def ddpm_loss(model: Model, x0: Tensor, alphas_bar: Tensor) -> Tensor:
    """Mean squared error of the predicted noise at one random level for each sample."""
    t = torch.randint(0, len(alphas_bar), (x0.shape[0],), device=x0.device)  # (B,)
    eps = torch.randn_like(x0)
    ab = alphas_bar[t].view(-1, *[1] * (x0.ndim - 1))  # (B,1,...,1), whatever the rank
    x_t = ab.sqrt() * x0 + (1 - ab).sqrt() * eps
    return (eps - model(x_t, t)).square().mean()


# ----------------------------------------------------------------------------------------------------------------------

ENTRY = "ddpm_loss"
LEVELS = (0.9, 0.75, 0.55, 0.35, 0.2)


def zero(x: Tensor, t: Tensor) -> Tensor:
    """A model that predicts no noise."""
    return torch.zeros_like(x)


def levels(draw: Draw) -> Tensor:
    """A few falling levels, far enough apart to be told from each other and from their roots."""
    return draw.floating(torch.tensor(LEVELS, dtype=torch.float64) - draw.uniform(len(LEVELS), high=0.02).double())


def run(world: World, x0: Tensor, alphas_bar: Tensor, model: Model = zero) -> tuple[Tensor, Tensor, Tensor]:
    """x_t, t and the loss of one training step."""
    spy = world.spy(model)
    loss = world.call(ENTRY, spy, x0, alphas_bar)
    x_t, t = only_call(spy.calls, tuple(x0.shape))
    return x_t, t, torch.as_tensor(loss).detach().double()


def at(alphas_bar: Tensor, t: Tensor, ndim: int) -> Tensor:
    """ᾱ of each sample, to be broadcast. (Whether t is within range is a law of its own.)"""
    return alphas_bar.double()[t.long() % len(alphas_bar)].view(-1, *[1] * (ndim - 1))


def cases(draw: Draw) -> Iterator[Scenario]:
    # enough samples that t is not 0 in all of them, which would hide that it is a fraction
    yield Scenario("what the model is called with: vectors", lambda world, draw: call_of_the_model(world, draw, 30, 2))
    yield Scenario(
        "what the model is called with: images", lambda world, draw: call_of_the_model(world, draw, 24, 3, 4, 5)
    )
    yield Scenario(
        "what the model is called with: one sample", lambda world, draw: call_of_the_model(world, draw, 1, 3, 4, 4)
    )


def call_of_the_model(world: World, draw: Draw, *shape: int) -> Iterator[Observation]:
    """Number and shapes of what goes in and out."""
    spy = world.spy(zero)
    loss = world.call(ENTRY, spy, draw.normal(*shape), levels(draw))
    yield "the number of calls of the model", len(spy.calls)
    for call in spy.calls[:1]:
        for name, value in zip(("x_t", "t"), (*call.args, *call.kwargs.values()), strict=False):
            yield f"the shape of {name}", list(torch.as_tensor(value).shape)
        yield "whether t holds whole numbers", bool((torch.as_tensor(value) % 1 == 0).all())
    yield "the shape of the loss", list(torch.as_tensor(loss).shape)


def signal_is_scaled(world: World, draw: Draw) -> None:
    """With x0 near 1e4 the noise disappears: x_t / x0 is the factor of x0, for each entry."""
    for shape in ((9, 4), (6, 3, 4), (4, 4, 2, 3), (5, 5, 2, 3, 2)):
        x0 = draw.uniform(*shape, low=1e4, high=2e4)
        ab = levels(draw)
        x_t, t, _ = run(world, x0, ab)
        right = at(ab, t, x0.ndim)
        formulas = {
            "its root": right.sqrt(),
            "alpha_bar_t without its root": right,
            "sqrt(1 - alpha_bar_t)": (1 - right).sqrt(),
            "1 - alpha_bar_t": 1 - right,
            "the root of alpha_bar at t - 1": at(ab, t - 1, x0.ndim).sqrt(),
            "the root of alpha_bar at t + 1": at(ab, t + 1, x0.ndim).sqrt(),
            "1": torch.ones_like(right),
            "the root of alpha_bar at t - 1, and 1 at t = 0": at(torch.cat([ab.new_ones(1), ab]), t, x0.ndim).sqrt(),
            "the root of the product of alpha_bar up to t": at(ab.double().cumprod(dim=0), t, x0.ndim).sqrt(),
        }
        name = named(x_t / x0, formulas, atol=2e-3)
        expect(name == "its root", f"x0 {shape} must enter x_t times sqrt(alpha_bar_t), its factor is {name}", name)


def noise_is_scaled(world: World, draw: Draw) -> None:
    """With x0 = 0 only noise is left; its variance in each sample is 1 - ᾱ_t."""
    ab = levels(draw)
    x_t, t, _ = run(world, torch.zeros(12, 80, 80), ab)
    right = at(ab, t, 1)
    formulas = {
        "right": 1 - right,
        "(1 - alpha_bar_t)^2: the root is missing": (1 - right).square(),
        "alpha_bar_t: the factor is that of x0": right,
        "alpha_bar_t^2": right.square(),
        "1: the noise is not scaled": torch.ones_like(right),
        "(1 - sqrt(alpha_bar_t))^2": (1 - right.sqrt()).square(),
        "1 - alpha_bar at t - 1": 1 - at(ab, t - 1, 1),
        "1 - alpha_bar at t + 1": 1 - at(ab, t + 1, 1),
    }
    name = named(x_t.square().mean(dim=(1, 2)), formulas, rtol=0.13)  # 7 standard errors of 6400 draws
    expect(name == "right", f"the variance of the noise in x_t must be 1 - alpha_bar_t, it is {name}", name)


def noise_is_gaussian(world: World, draw: Draw) -> None:
    """Moments of N(0, 1), and no two entries alike. Each sample is scaled to unit size first, whatever its level."""
    shape = (10, 3, 30, 40)
    alphas_bar = levels(draw)
    x_t, again = (run(world, torch.zeros(shape), alphas_bar)[0] for _ in range(2))
    expect_own_gaussian_noise(x_t)
    expect_fresh_noise(x_t, again)


def loss_is_the_mean_squared_error(world: World, draw: Draw) -> None:
    """The noise is found back from x_t, t and x0; the model's answer is a fixed array."""
    losses, candidates = [], []
    for shape in ((64, 7), (16, 2, 4, 5)):
        x0, ab, out = draw.normal(*shape, mean=1.0), levels(draw), draw.normal(*shape, mean=0.5)
        x_t, t, loss = run(world, x0, ab, lambda x, t, out=out: out.clone())  # type: ignore[misc]
        eps = noise_in(x_t, t, x0, ab)
        error = eps - out.double()
        level = at(ab, t, x0.ndim)
        velocity = level.sqrt() * eps - (1 - level).sqrt() * x0.double()
        expect(loss.ndim == 0, f"the loss has shape {tuple(loss.shape)}, expected a scalar", "loss-shape")
        losses.append(loss)
        formulas = {
            **squared_error_formulas(error),
            "the error against x0: the target is the noise": (x0.double() - out).square().mean(),
            "the error against x_t: the target is the noise": (x_t - out).square().mean(),
            "the error against the velocity: the target is the noise": (velocity - out).square().mean(),
        }
        candidates.append(formulas)
    both = {name: torch.stack([formulas[name] for formulas in candidates]) for name in candidates[0]}
    right = "the mean squared error"
    name = named(torch.stack(losses), both)
    message = f"the loss is {float(losses[0]):.6g}, the mean of (eps - model(x_t, t))^2 is {float(both[right][0]):.6g}"
    expect(name == right, f"{message}; yours is {name}", name)


def true_noise_costs_nothing(world: World, draw: Draw) -> None:
    """With x0 = 0 a model can read the noise off x_t; a target that was drawn anew is then wrong by two variances."""
    ab = levels(draw)
    _, _, loss = run(world, torch.zeros(64, 40), ab, lambda x, t: x / (1 - at(ab, t, x.ndim)).sqrt().to(x.dtype))
    fresh = loss.ndim == 0 and abs(float(loss) - 2) < 0.3
    expect(not fresh, "the target is not the noise in x_t but a fresh draw: the true noise has loss 2", "fresh")
    expect(bool((loss.abs() < 1e-6).all()), f"the true noise has loss {loss.flatten()[0]:.4g}, expected 0", "not-zero")


def noise_in(x_t: Tensor, t: Tensor, x0: Tensor, alphas_bar: Tensor) -> Tensor:
    """ε, given everything else."""
    ab = at(alphas_bar, t, x0.ndim)
    return (x_t - ab.sqrt() * x0.double()) / (1 - ab).sqrt()


def times_are_uniform(world: World, draw: Draw) -> None:
    """Every level 0..T-1 with the same probability, drawn for each sample."""
    samples, steps = 4000, 8
    x0, ab = draw.normal(samples, 1), draw.floating(torch.linspace(0.95, 0.1, steps))
    (_, t, _), (_, again, _) = run(world, x0, ab), run(world, x0, ab)
    expect(bool(((t >= 0) & (t < steps)).all()), f"t leaves 0..{steps - 1} for T = {steps}", "range")
    expect(bool((t != t[0]).any()), "all samples share one t: draw one for each", "shared")
    expect(bool((t != again).any()), "every call uses the same t: draw them at random", "fixed")
    counts = torch.bincount(t.long(), minlength=steps)
    expect(int(counts[0]) > 0, "t = 0 is never drawn", "first")
    expect(int(counts[-1]) > 0, "t = T - 1 is never drawn", "last")
    for level, count in enumerate(counts.tolist()):
        expect_frequency(count, samples, 1 / steps, f"t = {level} has another frequency than 1/T", "frequency")


def gradient_reaches_the_model(world: World, draw: Draw) -> None:
    """The cotangent of the model's answer is 2 (model - ε) / N."""
    shape = (3, 4, 5)
    x0, ab, out = draw.normal(*shape), levels(draw), draw.normal(*shape)
    spy = world.spy(lambda x, t: out.clone())
    loss = world.new(ENTRY, spy, x0, ab)
    x_t, t = only_call(spy.calls, shape)
    expect(loss.type_name == "Tensor", f"the loss is a {loss.type_name}, return a tensor", "no-tensor")
    attached = bool(world.get(loss, "requires_grad"))
    expect(attached, "no gradient reaches the model: is its answer detached, or computed under no_grad?", "detached")
    world.call((loss, "backward"))
    arrived = sum(spy.calls[0].cotangents, torch.zeros(shape)).double()
    wanted = 2 * (out.double() - noise_in(x_t, t, x0, ab)) / out.numel()
    right = arrived.shape == wanted.shape and torch.allclose(arrived, wanted, rtol=1e-3, atol=1e-5)
    expect(right, "the gradient that reaches the model is not that of the mean squared error", "gradient")


def without_gradient(model: Model, x0: Tensor, alphas_bar: Tensor) -> Tensor:
    t = torch.randint(0, len(alphas_bar), (x0.shape[0],))
    eps = torch.randn_like(x0)
    ab = alphas_bar[t].view(-1, *[1] * (x0.ndim - 1))
    with torch.no_grad():
        predicted = model(ab.sqrt() * x0 + (1 - ab).sqrt() * eps, t)
    return (eps - predicted).square().mean()


PROBLEM = Problem(
    id="ddpm-loss",
    entries=(ddpm_loss,),
    cases=cases,
    laws=(
        Law("x0 enters x_t with sqrt(alpha_bar_t), at every rank", signal_is_scaled),
        Law("the noise in x_t has variance 1 - alpha_bar_t", noise_is_scaled),
        Law("the noise is Gaussian, drawn for each entry", noise_is_gaussian),
        Law("the loss is the mean squared error of the noise", loss_is_the_mean_squared_error),
        Law("the true noise has loss 0", true_noise_costs_nothing),
        Law("t is uniform on 0..T-1, drawn for each sample", times_are_uniform),
        Law("the gradient reaches the model", gradient_reaches_the_model),
    ),
    dtypes=(torch.float32,),
    slips=(
        Slip(
            "t-squeezed",
            "(eps - model(x_t, t))",
            "(eps - model(x_t, t.squeeze()))",
            "With a batch of one sample t has no axis left, as after squeeze(); the model gets t of shape (B,), also for B = 1.",
        ),
        Slip(
            "no-roots",
            "ab.sqrt() * x0 + (1 - ab).sqrt() * eps",
            "ab * x0 + (1 - ab) * eps",
            "x_t is mixed with alpha_bar and 1 - alpha_bar; those are variances, the factors are their roots.",
        ),
        Slip(
            "levels-swapped",
            "ab.sqrt() * x0 + (1 - ab).sqrt() * eps",
            "(1 - ab).sqrt() * x0 + ab.sqrt() * eps",
            "The two factors are exchanged: sqrt(alpha_bar) belongs to x0, sqrt(1 - alpha_bar) to the noise.",
        ),
        Slip(
            "noise-linear",
            "(1 - ab).sqrt() * eps",
            "(1 - ab.sqrt()) * eps",
            "The noise is scaled by 1 - sqrt(alpha_bar); the variances add up to 1 with sqrt(1 - alpha_bar).",
        ),
        Slip(
            "four-dimensions-only",
            "view(-1, *[1] * (x0.ndim - 1))",
            "view(-1, 1, 1, 1)",
            "view(-1, 1, 1, 1) fits images alone: (B,D) broadcasts to (B,1,B,D), and for videos the level may land on the "
            "wrong axis. Append x0.ndim - 1 axes.",
        ),
        Slip(
            "one-t-for-all",
            "(x0.shape[0],), device=x0.device)",
            "(1,), device=x0.device).expand(x0.shape[0])",
            "One t is drawn for the whole batch; draw one for each sample.",
        ),
        Slip(
            "t-never-last",
            "len(alphas_bar), (",
            "len(alphas_bar) - 1, (",
            "randint excludes its upper end, so T - 1 never appears: use randint(0, T, (B,)).",
        ),
        Slip("t-never-first", "randint(0,", "randint(1,", "t = 0 is never drawn: indices of alphas_bar start at 0."),
        Slip(
            "t-off-by-one",
            "model(x_t, t)).square",
            "model(x_t, t + 1)).square",
            "The model is told t + 1 while x_t has the level alphas_bar[t].",
        ),
        Slip(
            "t-as-a-fraction",
            "model(x_t, t)).square",
            "model(x_t, t / len(alphas_bar))).square",
            "The model gets t / T; it expects the index t itself.",
        ),
        Slip(
            "t-as-a-column",
            "(x0.shape[0],), device=x0.device)  # (B,)",
            "(x0.shape[0], 1), device=x0.device)",
            "t has the shape (B,1); the model expects (B,), so reshape only the factors.",
        ),
        Slip(
            "cumulated-twice",
            "alphas_bar[t]",
            "alphas_bar.cumprod(dim=0)[t]",
            "alphas_bar is the cumulative product already; you take it once more.",
        ),
        Slip(
            "norm-of-each-sample",
            ".square().mean()",
            ".square().flatten(1).sum(dim=1).mean()",
            "The squared errors of a sample are summed; the spec asks for the mean over all entries.",
        ),
        Slip(
            "uniform-noise",
            "torch.randn_like(x0)",
            "torch.rand_like(x0)",
            "The noise is uniform on (0, 1) (rand); it has to be Gaussian (randn).",
        ),
        Slip(
            "shared-noise",
            "torch.randn_like(x0)",
            "torch.randn_like(x0[:1]).expand_as(x0)",
            "All samples of the batch share one noise; draw it for every entry.",
        ),
        Slip(
            "new-noise-in-the-loss",
            "(eps - model",
            "(torch.randn_like(x0) - model",
            "The target is a fresh draw; it must be the noise that went into x_t.",
        ),
        Slip("predicts-x0", "(eps - model", "(x0 - model", "The target is x0; this loss predicts the noise."),
        Slip("sum", ".mean()", ".sum()", "The squared errors are summed; the spec asks for the mean over all entries."),
        Slip(
            "absolute-error",
            ".square().mean()",
            ".abs().mean()",
            "This is the mean absolute error; average the squares.",
        ),
        FunctionSlip(
            "detached",
            {"ddpm_loss": without_gradient},
            "The model runs under no_grad (or its answer is detached), so nothing trains: only x_t and the target are constants.",
        ),
        Slip(
            "half",
            "(x_t, t)).square().mean()",
            "(x_t, t)).square().mean() / 2",
            "The loss is half the mean squared error; the spec has no factor 1/2.",
        ),
        Slip(
            "root",
            "(x_t, t)).square().mean()",
            "(x_t, t)).square().mean().sqrt()",
            "The root of the mean squared error is returned; return the mean of the squares.",
        ),
        Slip(
            "no-root-of-the-noise",
            "(1 - ab).sqrt() * eps",
            "(1 - ab) * eps",
            "The noise is scaled by 1 - alpha_bar; that is its variance, the factor is the root.",
        ),
        Slip(
            "no-root-of-the-signal",
            "ab.sqrt() * x0 + (1",
            "ab * x0 + (1",
            "x0 is scaled by alpha_bar; the factor is its root.",
        ),
        Slip(
            "norm-not-squared",
            "(x_t, t)).square().mean()",
            "(x_t, t)).flatten(1).norm(dim=1).mean()",
            "The norms of the errors are averaged; take the mean of the squares over all entries.",
        ),
        Slip(
            "predicts-the-velocity",
            "(eps - model",
            "(ab.sqrt() * eps - (1 - ab).sqrt() * x0 - model",
            "The target is the velocity sqrt(alpha_bar) eps - sqrt(1 - alpha_bar) x0; here the network predicts "
            "the noise.",
        ),
        Slip(
            "t-not-drawn",
            "torch.randint(0, len(alphas_bar), (x0.shape[0],), device=x0.device)",
            "torch.arange(x0.shape[0], device=x0.device) % len(alphas_bar)",
            "t is not random: every call uses the same levels. Draw it with randint.",
        ),
        Slip(
            "two-dimensions-only",
            "view(-1, *[1] * (x0.ndim - 1))",
            "view(-1, 1)",
            "A trailing axis of one fits (B,D) alone: append x0.ndim - 1 axes, so that images and videos work too.",
        ),
        Slip(
            "arguments-exchanged",
            "(eps - model(x_t, t))",
            "(eps - model(t, x_t))",
            "The model is called as model(t, x_t); it takes x_t first.",
        ),
        Slip(
            "t-rounded",
            "torch.randint(0, len(alphas_bar), (x0.shape[0],), device=x0.device)",
            "(torch.rand(x0.shape[0], device=x0.device) * (len(alphas_bar) - 1)).round().long()",
            "Some levels are drawn more often than others, as where a uniform number on [0, T-1] is rounded, which gives both "
            "ends half of their share: use randint(0, T, (B,)).",
        ),
        Slip(
            "one-t-not-expanded",
            "(x0.shape[0],), device",
            "(1,), device",
            "One t, of shape (1,), is drawn for the whole batch; draw one for each sample, (B,).",
        ),
        Slip(
            "same-noise-in-each-call",
            "torch.randn_like(x0)",
            "torch.randn(x0.shape, dtype=x0.dtype, generator=torch.Generator().manual_seed(0)).to(x0.device)",
            "Each call has the same noise (a seed that is set again, or a draw that is kept): draw it anew.",
        ),
        Slip(
            "noise-shared-by-channels",
            "torch.randn_like(x0)",
            "torch.randn_like(x0[:, :1]).expand_as(x0) if x0.ndim > 2 else torch.randn_like(x0)",
            "The channels of an image share one noise; draw it for every entry.",
        ),
        Slip(
            "weighted-by-the-level",
            "(eps - model(x_t, t)).square().mean()",
            "(ab * (eps - model(x_t, t)).square()).mean()",
            "The loss is 0 for the true noise but not the plain mean of the squared errors otherwise, as where each level has a "
            "weight (min-SNR, say) or another distance is taken (Huber's): here all entries count alike.",
        ),
        Slip(
            "same-draws-in-each-call",
            "t = torch.randint(0, len(alphas_bar), (x0.shape[0],), device=x0.device)  # (B,)\n    eps = torch.randn_like(x0)",
            "seeded = torch.Generator().manual_seed(0)\n"
            "    t = torch.randint(0, len(alphas_bar), (x0.shape[0],), generator=seeded).to(x0.device)\n"
            "    eps = torch.randn(x0.shape, generator=seeded, dtype=x0.dtype).to(x0.device)",
            "Each call draws the same t and the same noise, as where a seed is set in it: set a seed outside, once, if at all.",
        ),
        Slip(
            "level-before",
            "alphas_bar[t]",
            "alphas_bar[t - 1]",
            "x_t has the level of t - 1 (at t = 0 the last one, index -1), as where t is taken to count from 1: it is "
            "alphas_bar[t].",
        ),
        Slip(
            "level-before-from-1",
            "alphas_bar[t]",
            "torch.cat([alphas_bar.new_ones(1), alphas_bar])[t]",
            "x_t has the level before that of t, and at t = 0 no noise, as where a 1 is put in front of alphas_bar: index 0 "
            "is the first noise level already, alphas_bar[t].",
        ),
    ),
)
