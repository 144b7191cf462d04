"""How answers to `ddpm-loss` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.diffusion.ddpm_loss.reference import Model, ddpm_loss
from reference_impls.problem import Draw, Law, Observation, Problem, Scenario, World, expect, expect_frequency
from reference_impls.recorded import (
    expect_a_draw_for_each,
    expect_fresh_noise,
    expect_own_gaussian_noise,
    named,
    only_call,
    squared_error_formulas,
)

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
    return x_t, index_of(t, len(alphas_bar)), torch.as_tensor(loss).detach().double()


def index_of(t: Tensor, steps: int) -> Tensor:
    """The index; also where the model got t / T, which is told once and not by everything that depends on t."""
    return (t * steps).round() if bool((t % 1 != 0).any()) else t


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
    runs = [run(world, torch.zeros(3, 80, 80), ab)[:2] for _ in range(4)]  # small batches, as for t
    x_t, t = (torch.cat(parts) for parts in zip(*runs, strict=True))
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
    expect_a_draw_for_each(x_t)


def loss_is_the_mean_squared_error(world: World, draw: Draw) -> None:
    """The noise is found back from x_t, t and x0; the model's answer is a fixed array."""
    losses, candidates = [], []
    for shape in ((64, 7), (16, 2, 4, 5)):
        x0, ab, out = draw.normal(*shape, mean=1.0), levels(draw), draw.normal(*shape, mean=0.5)
        x_t, t, loss = run(world, x0, ab, lambda x, t, *, out=out: out.clone())  # type: ignore[misc]
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
    ab, losses = levels(draw), []
    for _ in range(4):  # a loss of 2 by chance is not 2 again
        losses.append(
            run(
                world,
                torch.zeros(64, 40),
                ab,
                lambda x, t: x / (1 - at(ab, index_of(t, len(ab)), x.ndim)).sqrt().to(x.dtype),
            )[2]
        )
    fresh = all(loss.ndim == 0 and abs(float(loss) - 2) < 0.3 for loss in losses)
    expect(not fresh, "the target is not the noise in x_t but a fresh draw: the true noise has loss 2", "fresh")
    is_zero = all(bool((loss.abs() < 1e-6).all()) for loss in losses)
    expect(is_zero, f"the true noise has loss {losses[0].flatten()[0]:.4g}, expected 0", "not-zero")


def noise_in(x_t: Tensor, t: Tensor, x0: Tensor, alphas_bar: Tensor) -> Tensor:
    """ε, given everything else."""
    ab = at(alphas_bar, t, x0.ndim)
    return (x_t - ab.sqrt() * x0.double()) / (1 - ab).sqrt()


def times_are_uniform(world: World, draw: Draw) -> None:
    """Every level 0..T-1 with the same probability, drawn for each sample."""
    samples, steps = 4000, 8
    x0, ab = draw.normal(samples // 10, 1), draw.floating(torch.linspace(0.95, 0.1, steps))
    t, again, *more = (run(world, x0, ab)[1] for _ in range(10))  # small batches: levels may broadcast to B times B
    expect(bool(((t >= 0) & (t < steps)).all()), f"t leaves 0..{steps - 1} for T = {steps}", "range")
    expect(bool((t != t[0]).any()), "all samples share one t: draw one for each", "shared")
    expect(bool((t != again).any()), "every call uses the same t: draw them at random", "fixed")
    counts = torch.bincount(torch.cat([t, again, *more]).long(), minlength=steps)
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
    eps = noise_in(x_t, index_of(t, len(ab)), x0, ab)
    wanted = 2 * (out.double() - eps) / out.numel()
    right = arrived.shape == wanted.shape and torch.allclose(arrived, wanted, rtol=1e-3, atol=1e-5)
    expect(right, "the gradient that reaches the model is not that of the mean squared error", "gradient")


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
)
