"""How answers to `rf-loss` are judged."""

import math
from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.diffusion.rf_loss.reference import Model, rf_loss
from reference_impls.problem import Draw, Law, Observation, Problem, Scenario, World, expect
from reference_impls.recorded import (
    expect_a_draw_for_each,
    expect_fresh_noise,
    expect_own_gaussian_noise,
    named,
    only_call,
    squared_error_formulas,
)

ENTRY = "rf_loss"


def zero(x: Tensor, t: Tensor) -> Tensor:
    """A model that stands still."""
    return torch.zeros_like(x)


def run(world: World, x1: Tensor, model: Model = zero) -> tuple[Tensor, Tensor, Tensor]:
    """x_t, t and the loss of one training step."""
    spy = world.spy(model)
    loss = world.call(ENTRY, spy, x1)
    x_t, t = only_call(spy.calls, tuple(x1.shape))
    return x_t, t.double(), torch.as_tensor(loss).detach().double()


def spread(t: Tensor, ndim: int) -> Tensor:
    """The time of each sample, to be broadcast."""
    return t.view(-1, *[1] * (ndim - 1))


def cases(draw: Draw) -> Iterator[Scenario]:
    yield Scenario("what the model is called with: vectors", lambda world, draw: call_of_the_model(world, draw, 3, 2))
    yield Scenario(
        "what the model is called with: images", lambda world, draw: call_of_the_model(world, draw, 2, 3, 4, 5)
    )
    yield Scenario(
        "what the model is called with: one sample", lambda world, draw: call_of_the_model(world, draw, 1, 3, 4, 4)
    )


def call_of_the_model(world: World, draw: Draw, *shape: int) -> Iterator[Observation]:
    """Number and shapes of what goes in and out."""
    spy = world.spy(zero)
    loss = world.call(ENTRY, spy, draw.normal(*shape))
    yield "the number of calls of the model", len(spy.calls)
    for call in spy.calls[:1]:
        for name, value in zip(("x_t", "t"), (*call.args, *call.kwargs.values()), strict=False):
            yield f"the shape of {name}", list(torch.as_tensor(value).shape)
    yield "the shape of the loss", list(torch.as_tensor(loss).shape)


def data_share(world: World, draw: Draw) -> None:
    """With x1 near 1e4 the noise disappears: x_t / x1 is the factor of x1, for each entry."""
    for shape in ((9, 4), (6, 3, 4), (4, 4, 2, 3), (5, 5, 2, 3, 2)):
        x1 = draw.uniform(*shape, low=1e4, high=2e4)
        x_t, t, _ = run(world, x1)
        t = spread(t, x1.ndim)
        formulas = {
            "t": t,
            "1 - t: the time runs backwards": 1 - t,
            "its root": t.sqrt(),
            "sin(pi t / 2)": (t * math.pi / 2).sin(),
            "1": torch.ones_like(t),
        }
        name = named(x_t / x1, formulas, atol=2e-3)
        expect(name == "t", f"x1 {shape} must enter x_t with the factor t (t = 1 is data); its factor is {name}", name)


def noise_share(world: World, draw: Draw) -> None:
    """With x1 = 0 only noise is left; its variance in each sample is (1 - t)²."""
    x_t, t, _ = run(world, torch.zeros(12, 80, 80))
    formulas = {
        "1 - t": (1 - t).square(),
        "t: the time runs backwards": t.square(),
        "sqrt(1 - t)": 1 - t,
        "sqrt(1 - t^2)": 1 - t.square(),
        "cos(pi t / 2)": (t * math.pi / 2).cos().square(),
        "1": torch.ones_like(t),
    }
    name = named(x_t.square().mean(dim=(1, 2)), formulas, rtol=0.13)  # 7 standard errors of 6400 draws
    expect(name == "1 - t", f"the noise must enter x_t with the factor 1 - t; its factor is {name}", name)


def noise_is_gaussian(world: World, draw: Draw) -> None:
    """Moments of N(0, 1), and no two entries alike. Each sample is scaled to unit size first, whatever its time."""
    shape = (10, 3, 30, 40)
    x_t, again = (run(world, torch.zeros(shape))[0] for _ in range(2))
    expect_own_gaussian_noise(x_t)
    expect_fresh_noise(x_t, again)
    expect_a_draw_for_each(x_t)


def loss_is_the_mean_squared_error(world: World, draw: Draw) -> None:
    """The noise is found back from x_t, t and x1 (in float64: it is divided by 1 - t); the answer is a fixed array."""
    losses, candidates = [], []
    for shape in ((64, 7), (16, 2, 4, 5)):
        x1, out = draw.normal(*shape, mean=1.0), draw.normal(*shape, mean=0.5)
        x_t, t, loss = run(world, x1, lambda x, t, *, out=out: out.clone())  # type: ignore[misc]
        error = out.double() - (x1.double() - noise_in(x_t, t, x1))
        expect(loss.ndim == 0, f"the loss has shape {tuple(loss.shape)}, expected a scalar", "loss-shape")
        losses.append(loss)
        formulas = squared_error_formulas(error) | formulas_of_other_errors(x_t, t, x1, out.double())
        candidates.append(formulas)
    both = {name: torch.stack([formulas[name] for formulas in candidates]) for name in candidates[0]}
    right = "the mean squared error"
    name = named(torch.stack(losses), both)
    message = f"the loss is {float(losses[0]):.6g}, the mean of (model - (x1 - x0))^2 is {float(both[right][0]):.6g}"
    expect(name == right, f"{message}; yours is {name}", name)


def formulas_of_other_errors(x_t: Tensor, t: Tensor, x1: Tensor, out: Tensor) -> dict[str, Tensor]:
    """What becomes of the error against another target, or if x_t was mixed in another way than its t says."""
    x0, backwards = noise_in(x_t, t, x1), noise_in(x_t, 1 - t, x1)
    half = spread(t, x1.ndim) * math.pi / 2
    on_a_circle = (x_t - half.sin() * x1) / half.cos()
    errors = {
        "the error against x0 - x1: the sign is the other way round": out - (x0 - x1),
        "the error against x1: the target is the velocity x1 - x0": out - x1,
        "the error against x0: the target is the velocity x1 - x0": out - x0,
        "that of the other convention: here t = 1 is data, the target x1 - x0": out - (backwards - x1),
        "the error against x1 - x_t: the target is x1 - x0": out - (x1 - x_t),
        "that of a time that runs backwards: here t = 1 is data": out - (x1 - backwards),
        "the error against x0, with the time backwards": out - backwards,
        "that of an interpolation with sine and cosine: x_t is linear in t": out - (x1 - on_a_circle),
        "the error against x0, with sine and cosine: x_t is linear in t": out - on_a_circle,
    }
    mean, *others = squared_error_formulas(out)
    formulas = {name: squared_error_formulas(error)[mean] for name, error in errors.items()}
    for name, error in errors.items():
        formulas |= {f"{name}; {other}": squared_error_formulas(error)[other] for other in others}
    return formulas


def true_velocity_costs_nothing(world: World, draw: Draw) -> None:
    """With x1 = 0 a model can read the velocity off x_t; a target of another draw is then far off."""
    x1 = draw.floating(torch.zeros(64, 40))
    _, _, loss = run(world, x1, lambda x, t: -x / (1 - spread(t.to(x.dtype), x.ndim)))
    message = (
        f"a model that knows the true velocity has loss {loss.flatten()[0]:.4g}, expected 0: is the noise drawn twice?"
    )
    expect(bool((loss.abs() < 1e-6).all()), message, "not-zero")


def noise_in(x_t: Tensor, t: Tensor, x1: Tensor) -> Tensor:
    """x0, given everything else."""
    t = spread(t, x1.ndim)
    return (x_t - t * x1.double()) / (1 - t)


def times_are_uniform(world: World, draw: Draw) -> None:
    """Kolmogorov-Smirnov: D √n stays below 3 but in 3e-8 of all grades."""
    samples = 4000
    x1 = draw.normal(samples, 1)
    (_, t, _), (_, again, _) = run(world, x1), run(world, x1)
    t, again = t.sort().values, again.sort().values  # a fixed grid is no draw, in whichever order
    expect(bool((t != again).any()), "every call uses the same t: draw them at random", "fixed")
    expect(bool((t[0] >= 0) & (t[-1] <= 1)), "t leaves (0, 1)", "range")
    expect(float(t[-1] - t[0]) > 0, "all samples share one t: draw one for each", "shared")
    expect(int((t.diff() > 0).sum()) > 0.9 * samples, "t takes few values: draw a real number from U(0, 1)", "discrete")
    ranks = torch.arange(samples + 1).double() / samples
    distance = max(float((ranks[1:] - t).max()), float((t - ranks[:-1]).max()))
    expect(distance * math.sqrt(samples) < 3, "t is not uniform on (0, 1)", "distribution")


def gradient_reaches_the_model(world: World, draw: Draw) -> None:
    """The cotangent of the model's answer is 2 (model - (x1 - x0)) / N."""
    shape = (3, 4, 5)
    x1, out = draw.normal(*shape), draw.normal(*shape)
    spy = world.spy(lambda x, t: out.clone())
    loss = world.new(ENTRY, spy, x1)
    x_t, t = only_call(spy.calls, shape)
    expect(loss.type_name == "Tensor", f"the loss is a {loss.type_name}, return a tensor", "no-tensor")
    attached = bool(world.get(loss, "requires_grad"))
    expect(attached, "no gradient reaches the model: is its answer detached, or computed under no_grad?", "detached")
    world.call((loss, "backward"))
    arrived = sum(spy.calls[0].cotangents, torch.zeros(shape)).double()
    wanted = 2 * (out.double() - (x1.double() - noise_in(x_t, t, x1))) / out.numel()
    right = arrived.shape == wanted.shape and torch.allclose(arrived, wanted, rtol=1e-3, atol=1e-5)
    expect(right, "the gradient that reaches the model is not that of the mean squared error", "gradient")


PROBLEM = Problem(
    id="rf-loss",
    entries=(rf_loss,),
    cases=cases,
    laws=(
        Law("x1 enters x_t with the factor t, at every rank", data_share),
        Law("x0 enters x_t with the factor 1 - t", noise_share),
        Law("x0 is Gaussian, drawn for each entry", noise_is_gaussian),
        Law("the loss is the mean squared error of the velocity", loss_is_the_mean_squared_error, torch.float64),
        Law("the true velocity has loss 0", true_velocity_costs_nothing, torch.float64),
        Law("t is uniform on (0, 1), drawn for each sample", times_are_uniform),
        Law("the gradient reaches the model", gradient_reaches_the_model, torch.float64),
    ),
    dtypes=(torch.float32,),
)
