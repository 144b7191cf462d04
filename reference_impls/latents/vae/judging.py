"""How answers to `vae` are judged."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from reference_impls.latents.vae.reference import VAE
from reference_impls.problem import (
    STANDARD_ERRORS,
    UNKNOWN,
    Draw,
    Law,
    Observation,
    Problem,
    Ref,
    Scenario,
    SpyCall,
    World,
    expect,
)
from reference_impls.recorded import expect_a_draw_for_each, named

ENTRY = "VAE"

Function = Callable[[Tensor], Tensor]

LOG_2_PI = 1.8378770664093453

RIGHT = ("the squared error summed over each sample", "the closed-form KL", "averaged over the batch")


@dataclass(frozen=True)
class Step:
    """One forward pass, seen from outside (float64): what enc returned, what dec was given and returned, the results."""

    mu: Tensor
    log_sigma: Tensor
    z: Tensor
    decoded: Tensor
    loss: Tensor
    x_rec: Tensor


def built(world: World, enc: Function, dec: Function) -> tuple[Ref, list[SpyCall], list[SpyCall]]:
    """A VAE and the records of its two networks."""
    encoder, decoder = world.spy(enc), world.spy(dec)
    return world.new(ENTRY, encoder, decoder), encoder.calls, decoder.calls


def seen(result: object, encoder: list[SpyCall], decoder: list[SpyCall]) -> Step:
    """The step that the records show. Raises: Broken unless both were called once and two values came back."""
    for who, calls in (("enc", encoder), ("dec", decoder)):
        expect(len(calls) == 1, f"{who} is called {len(calls)} times, expected one call", f"{who}-calls")
    mu, log_sigma = encoder[0].output.double().chunk(2, dim=-1)
    z = given(decoder[0]).double()
    expect(z.shape == mu.shape, f"dec is given the shape {tuple(z.shape)}, expected {tuple(mu.shape)}", "z-shape")
    loss, x_rec = (torch.as_tensor(value).detach().double() for value in two_values(result))
    expect(loss.ndim == 0, f"the loss has shape {tuple(loss.shape)}, expected a scalar", "loss-shape")
    return Step(mu, log_sigma, z, decoder[0].output.double(), loss, x_rec)


def two_values(result: Any) -> tuple[Any, Any]:
    """Loss and x_rec. Raises: Broken if there are not two values."""
    expect(isinstance(result, tuple | list) and len(result) == 2, "return two values, (loss, x_rec)", "two-values")
    return result[0], result[1]


def given(call: SpyCall) -> Tensor:
    """What a network was called with."""
    return torch.as_tensor((*call.args, *call.kwargs.values())[0]).detach()


def step(world: World, x: Tensor, code: Tensor, decoded: Tensor) -> Step:
    """A forward pass of a new VAE whose networks answer with fixed arrays."""
    vae, encoder, decoder = built(world, lambda _: code.clone(), lambda _: decoded.clone())
    return seen(world.call((vae, "forward"), x), encoder, decoder)


def codes(draw: Draw, samples: int, d: int) -> Tensor:
    """(B,2d): means of size 2, and log σ on both sides of 0."""
    return torch.cat([draw.normal(samples, d, scale=2.0), draw.uniform(samples, d, low=-1.5, high=1.5)], dim=1)


def structure(world: World, draw: Draw, *shape: int) -> Iterator[Observation]:
    """Number and shapes of what goes in and out."""
    x, code, decoded = draw.normal(*shape), codes(draw, shape[0], 3), draw.normal(*shape)
    vae, encoder, decoder = built(world, lambda _: code.clone(), lambda _: decoded.clone())
    result = world.call((vae, "forward"), x)
    yield "the number of calls of enc", len(encoder)
    yield "the number of calls of dec", len(decoder)
    yield "what enc is given", given(encoder[0])
    yield "the shape that dec is given", list(given(decoder[0]).shape)
    loss, x_rec = two_values(result)
    yield "the shape of the loss", list(torch.as_tensor(loss).shape)
    yield "x_rec", x_rec
    _, gradients = world.gradients((vae, "forward"), x, cotangents=[torch.ones((), dtype=x.dtype), torch.zeros_like(x)])
    parameters = sum(key.startswith("param.") for key in gradients)
    yield "whether the parameters of enc and dec are the VAE's (as submodules)", parameters >= 2


def cases(draw: Draw) -> Iterator[Scenario]:
    for name, shape in (
        ("vectors", (2, 5)),
        ("images", (4, 2, 3, 5)),
        ("sequences", (3, 4, 2)),
        ("one sample", (1, 6)),
    ):
        yield Scenario(f"one step: {name}", lambda world, draw, shape=shape: structure(world, draw, *shape))  # type: ignore[misc]


def sample_has_mean_and_sigma(world: World, draw: Draw) -> None:
    """ε is found back as (z - mean) / scale: with the right two it is standard, whatever μ and σ are."""
    x = draw.normal(25, 2)
    code = codes(draw, len(x), 80)
    shown = step(world, x, code, torch.zeros_like(x))
    mu, s, z = shown.mu, shown.log_sigma, shown.z
    pairs = code.double()
    readings = {
        "mu + sigma eps": (mu, s.exp()),
        "mu + exp(log_sigma / 2) eps: log_sigma is read as a log-variance": (mu, (s / 2).exp()),
        "mu + sigma^2 eps": (mu, (2 * s).exp()),
        "mu + log_sigma eps: exp is missing": (mu, s),
        "mu + eps: sigma is missing": (mu, torch.ones_like(s)),
        "log_sigma + exp(mu) eps: the halves are exchanged": (s, mu.exp()),
        "that of pairs (mu, log_sigma) side by side: mu is the first half": (pairs[:, ::2], pairs[:, 1::2].exp()),
        "mu sigma + eps: sigma is on the wrong term": (mu * s.exp(), torch.ones_like(s)),
        "mu + softplus(log_sigma) eps": (mu, torch.nn.functional.softplus(s)),
        "eps alone": (torch.zeros_like(mu), torch.ones_like(s)),
        "sigma eps: mu is missing": (torch.zeros_like(mu), s.exp()),
    }
    expect(not torch.allclose(z, mu, atol=1e-4), "z is mu: no noise is added", "no noise")
    eps = (z - mu) / s.exp()
    for what, one in (("the samples of a batch", eps[:1]), ("the dimensions of a latent", eps[:, :1])):
        message = f"{what} share their noise: draw one for every entry"
        expect(not torch.allclose(eps, one.expand_as(eps), atol=1e-3), message, message)
    fitting = (name for name, (mean, scale) in readings.items() if is_standard((z - mean) / scale, mu, s))
    name = next(fitting, UNKNOWN)
    expect(name == "mu + sigma eps", f"z must be mu + sigma eps, it is {name}", name)


def is_standard(eps: Tensor, mu: Tensor, log_sigma: Tensor) -> bool:
    """Mean 0 and variance 1, for small σ and large, and no trace of μ."""
    wide = log_sigma > 0
    moments = [
        (eps, 1.0),
        (eps * mu / mu.square().mean().sqrt(), 1.0),
        (eps[wide].square() - 1, 2.0),
        (eps[~wide].square() - 1, 2.0),
    ]
    return all(bool(m.mean().abs() < STANDARD_ERRORS * (variance / m.numel()) ** 0.5) for m, variance in moments)


def noise_is_gaussian(world: World, draw: Draw) -> None:
    """Mean 0, E|ε| = √(2/π), no two entries alike, none twice. With μ = 0 and one σ for all, z is noise of that scale."""
    first, second = two_samples(world, "train", draw.integer(76, 84), draw.integer(95, 105))
    expect_fresh(first, second)
    error = STANDARD_ERRORS / first.numel() ** 0.5
    expect(abs(float(first.mean())) < error, "the noise does not have mean 0: draw it from N(0, 1)", "mean")
    size = float(first.abs().mean())
    expect(abs(size - 0.798) < 0.25 * error, f"the noise is not Gaussian: E|eps| is {size:.3f}, not 0.798", "shape")
    expect_a_draw_for_each(first)


def noise_is_there_in_eval_mode(world: World, draw: Draw) -> None:
    expect_fresh(*two_samples(world, "eval", draw.integer(18, 24), draw.integer(26, 34)))


def two_samples(world: World, mode: str, samples: int, d: int) -> tuple[Tensor, Tensor]:
    """z (B,d) of two passes in this mode, for μ = 0 and the same σ everywhere; scaled to unit size. Raises: Broken."""
    code = torch.cat([torch.zeros(samples, d), torch.full((samples, d), 0.4)], dim=1)
    vae, _, decoder = built(world, lambda _: code.clone(), lambda z: torch.zeros(samples, 3))
    world.call((vae, mode))
    for _ in range(2):
        world.call((vae, "forward"), torch.zeros(samples, 3))
    first, second = (given(call).double() for call in decoder[:2])
    expect(float(first.std()) > 0, f"z has no noise in {mode} mode", "none")
    return first / first.square().mean().sqrt(), second / second.square().mean().sqrt()


def expect_fresh(first: Tensor, second: Tensor) -> None:
    """Raises: Broken if entries of one pass, or those of two passes, share their noise."""
    error = STANDARD_ERRORS / first.numel() ** 0.5
    centred = first - first.mean()
    alike = [float((centred * centred.roll(1, axis)).mean().abs()) for axis in (0, 1)]
    worst = alike.index(max(alike))
    what = ("the samples of a batch", "the dimensions of a latent")[worst]
    expect(alike[worst] < error, f"{what} share their noise: draw one for every entry", f"shared-{worst}")
    expect(abs(float((centred * second).mean())) < error, "two calls use the same noise: draw it anew", "repeated")


def errors(x: Tensor, x_rec: Tensor) -> dict[str, Tensor]:
    """The reconstruction term of each sample (B,), right one first."""
    squared = (x.double() - x_rec).square()
    each = squared.flatten(1).sum(dim=1)
    return {
        RIGHT[0]: each,
        "half the squared error": each / 2,
        "the mean squared error": each / squared[0].numel(),
        "half the squared error with the constant of a Gaussian": (each + squared[0].numel() * LOG_2_PI) / 2,
        "half the mean squared error": each / squared[0].numel() / 2,
        "the squared error summed over the last axis alone": squared.sum(dim=-1).flatten(1).mean(dim=1)
        if x.ndim > 2
        else each,
        "the norm of the error, not squared": each.sqrt(),
        "the absolute error": (x.double() - x_rec).abs().flatten(1).sum(dim=1),
        "no error": torch.zeros_like(each),
    }


def divergences(shown: Step) -> dict[str, Tensor]:
    """The KL term of each sample (B,), right one first."""
    mu, s = shown.mu, shown.log_sigma
    eps = (shown.z - mu) / s.exp()
    terms = 0.5 * (mu.square() + (2 * s).exp() - 1 - 2 * s)
    total = terms.sum(dim=1)
    return {
        RIGHT[1]: total,
        "twice the KL: its factor 1/2 is missing": 2 * total,
        "a KL without the -1": (terms + 0.5).sum(dim=1),
        "a KL with log_sigma once instead of twice": (terms + 0.5 * s).sum(dim=1),
        "the KL of log_sigma read as a log-variance": 0.5 * (mu.square() + s.exp() - 1 - s).sum(dim=1),
        "the KL with sigma for sigma^2": 0.5 * (mu.square() + s.exp() - 1 - 2 * s).sum(dim=1),
        "the KL averaged over the latent's dimensions": terms.mean(dim=1),
        "the KL with its sign reversed": -total,
        "no KL": torch.zeros_like(total),
        "the KL of the other direction": 0.5 * ((1 + mu.square()) * (-2 * s).exp() - 1 + 2 * s).sum(dim=1),
        "a one-sample estimate of the KL": (0.5 * shown.z.square() - 0.5 * eps.square() - s).sum(dim=1),
    }


def loss_is_error_plus_divergence(world: World, draw: Draw) -> None:
    several = (5, 4), (3, 2, 4, 5), (4, 3, 6), (2, 3, 2, 3, 2)
    shapes = [(*(size + draw.integer(0, 2) for size in shape), draw.integer(2, 7)) for shape in several]  # of x, then d
    losses: list[Tensor] = []
    error_terms: list[dict[str, Tensor]] = []
    kl_terms: list[dict[str, Tensor]] = []
    for *shape, d in shapes:
        x, decoded = draw.normal(*shape, mean=1.0), draw.normal(*shape)
        shown = step(world, x, codes(draw, shape[0], d), decoded)
        losses.append(shown.loss)
        error_terms.append(errors(x, decoded.double()))
        kl_terms.append(divergences(shown))
    samples = torch.tensor([float(shape[0]) for shape in shapes], dtype=torch.float64)
    entries = torch.tensor([float(math.prod(shape[1:-1])) for shape in shapes], dtype=torch.float64)
    batches = {
        RIGHT[2]: torch.ones_like(samples),
        "summed over the batch": samples,
        f"{RIGHT[2]}, with its sign reversed": -torch.ones_like(samples),
    }
    formulas = {
        f"{error_name} + {kl_name}, {batch}": factor * (error + kl)
        for batch, factor in batches.items()
        for error_name, error in batch_means(error_terms).items()
        for kl_name, kl in batch_means(kl_terms).items()
    }
    right = next(iter(formulas))
    error, kl = batch_means(error_terms)[RIGHT[0]], batch_means(kl_terms)[RIGHT[1]]
    formulas |= {
        "right but for the error, which is summed over the batch": samples * error + kl,
        "right but for the KL, which is summed over the batch": error + samples * kl,
        "right but for the KL, which is divided by the number of entries of a sample": error + kl / entries,
    }
    name = named(torch.stack(losses), formulas)
    message = f"the loss is {float(losses[0]):.6g}, expected {float(formulas[right][0]):.6g} ({right})"
    expect(name == right, f"{message}; yours is {name}", name)


def loss_holds_for_any_sigma(world: World, draw: Draw) -> None:
    """Posteriors as narrow as a trained encoder makes them, and wide ones as before training."""
    for what, low, high in (("narrow", -9.0, -6.0), ("wide", 4.0, 5.0)):
        samples, entries, d = draw.integer(3, 6), draw.integer(4, 8), draw.integer(2, 5)
        x, decoded = draw.normal(samples, entries), draw.normal(samples, entries)
        code = torch.cat([draw.normal(samples, d), draw.uniform(samples, d, low=low, high=high)], dim=1)
        shown = step(world, x, code, decoded)
        want = float((errors(x, decoded.double())[RIGHT[0]] + divergences(shown)[RIGHT[1]]).mean())
        message = f"for log_sigma between {low:g} and {high:g} the loss is {float(shown.loss):.6g}, expected {want:.6g}"
        expect(abs(float(shown.loss) - want) < 1e-3 * want, message, what)


def batch_means(terms: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """Each kind of term, averaged over the batch of every shape."""
    return {name: torch.stack([of_shape[name].mean() for of_shape in terms]) for name in terms[0]}


def gradients_reach_both_networks(world: World, draw: Draw) -> None:
    """dec is linear and enc answers with a fixed array, so that what must come back to both is known in closed form."""
    samples, d, rows, columns = draw.integer(3, 6), draw.integer(2, 7), draw.integer(2, 5), draw.integer(3, 6)
    shape = (samples, rows, columns)
    x, code, weight = draw.normal(*shape), codes(draw, samples, d), draw.normal(d, rows * columns, scale=0.5)
    vae, encoder, decoder = built(
        world,
        lambda x: code.to(x.dtype) + 0 * x.flatten(1)[:, :1],
        lambda z: (z @ weight.to(z.dtype)).view(shape),
    )
    cotangents = [torch.ones((), dtype=x.dtype), torch.zeros(shape, dtype=x.dtype)]
    result, _ = world.gradients((vae, "forward"), x, cotangents=cotangents)
    shown = seen(result, encoder, decoder)
    to_decoded = 2 * (shown.decoded - x.double()) / samples
    arrived = sum(decoder[0].cotangents, torch.zeros(shape)).double()
    expect(bool(arrived.any()), "no gradient reaches dec: is its answer detached?", "dec-detached")
    expect(close(arrived, to_decoded), "the gradient that reaches dec is not that of the squared error", "dec-gradient")
    to_z = to_decoded.flatten(1) @ weight.double().T
    sigma = shown.log_sigma.exp()
    through_kl = torch.cat([shown.mu, sigma.square() - 1], dim=1) / samples
    through_mu, through_sigma = torch.zeros_like(through_kl), torch.zeros_like(through_kl)
    through_mu[:, :d], through_sigma[:, d:] = to_z, to_z * (shown.z - shown.mu)
    ways = {
        "right": through_kl + through_mu + through_sigma,
        "none": torch.zeros_like(through_kl),
        "that of the KL alone: the sample is detached": through_kl,
        "that of the sample alone: the KL is detached": through_mu + through_sigma,
        "without the sample's sigma: it is detached": through_kl + through_mu,
        "without the sample's mu: it is detached": through_kl + through_sigma,
    }
    returned = sum(encoder[0].cotangents, torch.zeros_like(through_kl)).double()
    name = next((name for name, way in ways.items() if close(returned, way)), UNKNOWN)
    expect(name == "right", f"the gradient that reaches enc is {name}; it comes through the KL and the sample", name)


def close(one: Tensor, two: Tensor) -> bool:
    """Whether two gradients agree to float32's rounding."""
    return one.shape == two.shape and torch.allclose(one, two, rtol=1e-3, atol=1e-5)


PROBLEM = Problem(
    id="vae",
    entries=(VAE,),
    cases=cases,
    laws=(
        Law("z is mu + sigma eps", sample_has_mean_and_sigma),
        Law("the noise is Gaussian, fresh for each entry and call", noise_is_gaussian),
        Law("a sample is drawn in eval mode, too", noise_is_there_in_eval_mode),
        Law("the loss is squared error plus KL", loss_is_error_plus_divergence, torch.float64),
        Law("the loss holds for narrow and wide posteriors", loss_holds_for_any_sigma, torch.float64),
        Law("gradients reach enc and dec", gradients_reach_both_networks, torch.float64),
    ),
    dtypes=(torch.float32,),
    gradients_are_asked=True,
)
