"""How answers to `reparameterize` are judged."""

import math
from collections.abc import Iterator
from functools import partial
from typing import Any

import torch
from torch import Tensor

from reference_impls.latents.reparameterize.reference import reparameterize
from reference_impls.latents.vae.judging import is_standard
from reference_impls.problem import (
    STANDARD_ERRORS,
    UNKNOWN,
    Broken,
    Draw,
    Law,
    Observation,
    Problem,
    Scenario,
    World,
    expect,
)
from reference_impls.recorded import expect_a_draw_for_each, expect_own_gaussian_noise

ENTRY = "reparameterize"
NOISES = {
    "": (0.0, 1.0),
    ", with |eps| for eps": (math.sqrt(2 / math.pi), math.sqrt(1 - 2 / math.pi)),
    ", with eps uniform on (0, 1)": (0.5, 1 / math.sqrt(12)),
    ", with eps uniform on (-1, 1)": (0.0, 1 / math.sqrt(3)),
    ", with the sum of two draws for eps": (0.0, math.sqrt(2)),
}
"""How noise is told, and its mean and standard deviation: a wrong noise may stand beside a wrong sigma."""


def form(world: World, draw: Draw, *, shape: tuple[int, ...]) -> Iterator[Observation]:
    """What comes back, but for its values, which are drawn."""
    result = world.call(ENTRY, draw.normal(*shape), draw.normal(*shape))
    yield "the number of values that come back", len(result) if isinstance(result, tuple | list) else 1
    z = torch.as_tensor(result[0] if isinstance(result, tuple | list) else result)
    yield "the shape of z", list(z.shape)
    yield "whether z is finite", bool(z.isfinite().all())


def cases(draw: Draw) -> Iterator[Scenario]:
    for name, shape in (
        ("one value", (1, 1)),
        ("vectors", (2, 3)),
        ("one vector", (5,)),
        ("a batch of one", (1, 6)),
        ("one dimension", (4, 1)),
        ("as many samples as dimensions", (3, 3)),
        ("sequences", (3, 4, 2)),
        ("latents of images", (2, 4, 3, 5)),
        ("one image", (1, 3, 5, 2)),
        ("latents of videos", (2, 3, 2, 4, 5)),
    ):
        yield Scenario(name, partial(form, shape=shape))


def sample(world: World, mu: Tensor, log_sigma: Tensor) -> Tensor:
    """z in float64. Raises: Broken unless it has the shape of mu."""
    return checked(world.call(ENTRY, mu, log_sigma), mu)


def checked(result: Any, mu: Tensor) -> Tensor:
    """z in float64, without its graph; the first of several values, whose number the scenarios see."""
    first = result[0] if isinstance(result, tuple | list) else result
    z = torch.as_tensor(first).detach().double()
    expect(z.shape == mu.shape, f"z has shape {tuple(z.shape)}, expected {tuple(mu.shape)}", "shape")
    return z


def many(draw: Draw) -> tuple[int, ...]:
    """A shape of about 3,000 values, which may stand for any law: an even batch, and what else there is."""
    samples, entries = 2 * draw.integer(13, 17), draw.integer(90, 115)
    return (samples, entries) if draw.integer(0, 1) else (samples, draw.integer(4, 6), entries // 5)


def has_mean_and_sigma(world: World, draw: Draw) -> None:
    """ε is found back as (z - mean) / scale: with the right two it is standard, whatever μ and σ are."""
    shape = many(draw)
    mu_in, s_in = draw.normal(*shape, scale=2.0), draw.uniform(*shape, low=-1.5, high=1.5)
    z, mu, s = sample(world, mu_in, s_in), mu_in.double(), s_in.double()
    sigma, none, ones = s.exp(), torch.zeros_like(mu), torch.ones_like(mu)
    readings = {
        "mu + sigma eps": (mu, sigma),
        "mu + exp(log_sigma / 2) eps: log_sigma is read as a log-variance": (mu, (s / 2).exp()),
        "mu + sigma^2 eps": (mu, (2 * s).exp()),
        "mu + log_sigma eps: exp is missing": (mu, s),
        "mu + eps: sigma is missing": (mu, ones),
        "log_sigma + exp(mu) eps: the arguments are exchanged": (s, mu.exp()),
        "mu sigma + eps: sigma is on the wrong term": (mu * sigma, ones),
        "(mu + eps) sigma: sigma is on both terms": (mu * sigma, sigma),
        "mu + softplus(log_sigma) eps": (mu, torch.nn.functional.softplus(s)),
        "mu + eps / sigma": (mu, (-s).exp()),
        "mu + 2^log_sigma eps: the logarithm is natural": (mu, 2**s),
        "mu + (1 + log_sigma) eps": (mu, 1 + s),
        "mu + sigmoid(log_sigma) eps": (mu, s.sigmoid()),
        "mu + sigma + eps: sigma is added to the noise": (mu + sigma, ones),
        "mu (1 + sigma eps): mu is multiplied by the noise": (mu, mu * sigma),
        "eps alone": (none, ones),
        "sigma eps: mu is missing": (none, sigma),
    }
    for what, fixed in (("mu", mu), ("mu + sigma", mu + sigma)):
        expect(not torch.allclose(z, fixed, atol=1e-4), f"z is {what}: no noise is drawn", f"z is {what}")
    eps = (z - mu) / sigma
    expect_own_noise(eps)
    shared = (name for name, (mean, scale) in readings.items() if is_shared(z - mean, scale))
    fitting = (
        name + noise
        for noise, (middle, width) in NOISES.items()
        for name, (mean, scale) in readings.items()
        if is_standard(((z - mean) / scale - middle) / width, mu, s)
    )
    alike = next((f"{name}, with the same eps for all samples" for name in shared), None)
    name = alike or next(fitting, UNKNOWN)
    if name == UNKNOWN and bool((z > 0).all()) and is_standard((z.log() - mu) / sigma, mu, s):
        name = "exp(mu + sigma eps): exp is taken of the whole sample"
    expect(name == "mu + sigma eps", f"z must be mu + sigma eps, it is {name}", name)


def is_shared(noise: Tensor, scale: Tensor) -> bool:
    """Whether it is this scale times the same noise for all samples of the batch."""
    eps = (noise * scale).sum(dim=0) / scale.square().sum(dim=0)  # of least squares
    return torch.allclose(noise, scale * eps, atol=1e-2)


def expect_own_noise(eps: Tensor) -> None:
    """Raises: Broken if all elements, all samples, or all elements of a sample have the same noise."""
    of_samples = eps.flatten(1)
    for what, one in (
        ("all elements", of_samples[:1, :1]),
        ("the samples of a batch", of_samples[:1]),
        ("the elements of a sample", of_samples[:, :1]),
    ):
        message = f"{what} share their noise: draw one for every element"
        expect(not torch.allclose(of_samples, one.expand_as(of_samples), atol=1e-2), message, message)


def holds_for_any_sigma(world: World, draw: Draw) -> None:
    """As narrow as a trained encoder makes them, and wide; log σ between -8 and -6, and between 6 and 8."""
    shape = many(draw)
    mu, s = draw.normal(*shape), draw.uniform(*shape, low=6.0, high=8.0)
    s = torch.cat([s[: len(s) // 2], -s[len(s) // 2 :]])
    eps = (sample(world, mu, s) - mu.double()) / s.double().exp()
    expect_own_noise(eps)
    message = "z is not mu + sigma eps for log_sigma between -8 and -6, or between 6 and 8"
    if not is_standard(eps, mu.double(), s.double()):
        near = draw.normal(*shape), draw.uniform(*shape, low=-1.0, high=1.0)
        elsewhere = (sample(world, *near) - near[0].double()) / near[1].double().exp()
        tag = "far-out" if is_standard(elsewhere, *(part.double() for part in near)) else "everywhere"
        raise Broken(message, tag)


def noise_is_gaussian(world: World, draw: Draw) -> None:
    """With μ = 0 and one σ for all, z is noise of that scale: no two elements alike."""
    shape = (2 * draw.integer(11, 13), draw.integer(4, 6), 6, draw.integer(7, 9))
    mu, s = draw.floating(torch.zeros(shape)), draw.floating(torch.full(shape, draw.real(0.3, 0.5)))
    first = sample(world, mu, s)
    expect(float(first.std()) > 0, "there is no noise in z", "none")
    expect_own_noise(first)
    expect_own_gaussian_noise(first)
    half = len(first) // 2
    again = float((first[:half] * first[half:]).mean() / first.square().mean())
    error = STANDARD_ERRORS / math.sqrt(first.numel() / 2)
    expect(abs(again) < error, "one half of the batch has the noise of the other: draw it for every element", "halves")
    expect_a_draw_for_each(first)


def noise_is_fresh(world: World, draw: Draw) -> None:
    """Two calls on the same arguments draw noise of their own, whatever its distribution."""
    mu, s = draw.normal(draw.integer(11, 13), draw.integer(25, 30)), draw.real(-0.5, 0.5)
    log_sigma = draw.floating(torch.full(mu.shape, s))
    first, second = (sample(world, mu, log_sigma) - mu.double() for _ in range(2))
    expect(not torch.allclose(first, second, atol=1e-4), "two calls use the same noise: draw it anew", "repeated")


def gradients_reach_both(world: World, draw: Draw) -> None:
    """∂z/∂μ = 1 and ∂z/∂log σ = z - μ, for whatever ε was drawn; a cotangent that is not constant pulls them back."""
    for shape in (many(draw), (draw.integer(2, 6),), (2, draw.integer(2, 4), 4, draw.integer(3, 6)), many(draw)):
        mu, s, cotangent = draw.normal(*shape), draw.uniform(*shape, low=-1.5, high=1.5), draw.normal(*shape)
        result, gradients = world.gradients(ENTRY, mu, s, cotangents=[cotangent])
        expect(not isinstance(result, tuple | list), "return z alone", "several-values")
        z = checked(result, mu)
        none = torch.zeros_like(z)
        to_mu, to_s = (arrived(gradients.get(key), none) for key in ("args[0]", "args[1]"))
        wanted_mu, wanted_s = cotangent.double(), cotangent.double() * (z - mu.double())
        ways = {
            "right": (wanted_mu, wanted_s),
            "none at all: the sample is detached": (none, none),
            "that of mu alone: sigma is detached": (wanted_mu, none),
            "that of log_sigma alone: mu is detached": (none, wanted_s),
            "that to sigma, not to log_sigma": (wanted_mu, wanted_s / s.double().exp()),
            "that to a log-variance": (wanted_mu, wanted_s / 2),
        }
        name = next((name for name, way in ways.items() if close(to_mu, way[0]) and close(to_s, way[1])), UNKNOWN)
        expect(name == "right", f"the gradient that arrives is {name}; z = mu + sigma eps has 1 and z - mu", name)


def arrived(gradient: Any, none: Tensor) -> Tensor:
    """The gradient in float64, zeros where none came."""
    return none if gradient is None else torch.as_tensor(gradient).detach().double()


def close(one: Tensor, two: Tensor) -> bool:
    """Whether two gradients agree to float32's rounding."""
    return one.shape == two.shape and torch.allclose(one, two, rtol=1e-3, atol=1e-5)


PROBLEM = Problem(
    id="reparameterize",
    entries=(reparameterize,),
    cases=cases,
    laws=(
        Law("z is mu + sigma eps", has_mean_and_sigma),
        Law("z is mu + sigma eps for very small and very large sigma", holds_for_any_sigma),
        Law("the noise is Gaussian, another one for each element", noise_is_gaussian),
        Law("each call draws noise of its own", noise_is_fresh),
        Law("gradients reach mu and log_sigma", gradients_reach_both, torch.float64),
    ),
    gradients_are_asked=True,
)
