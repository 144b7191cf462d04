"""What sections 8 to 15 of the bank teach, computed again by another route: conditioning, quadrature, autograd, counting."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import Tensor
from torch.distributions import Categorical, MixtureSameFamily, Normal, SigmoidTransform, TransformedDistribution

from tests.bank.truth import formula, numeric, wrong

Field = Callable[[float, float], float]

LINEAR = torch.cumprod(1 - torch.linspace(1e-4, 0.02, 1000, dtype=torch.float64), 0)
SD = torch.cumprod(1 - torch.linspace(0.00085**0.5, 0.012**0.5, 1000, dtype=torch.float64) ** 2, 0)


# --- independent routes -----------------------------------------------------------------------------------------------


def real(value: float) -> Tensor:
    return torch.tensor(value, dtype=torch.float64)


def derivative(function: Callable[[Tensor], Tensor], at: float) -> float:
    x = real(at).requires_grad_()
    function(x).backward()
    assert x.grad is not None
    return x.grad.item()


def log_normal(mean: float | Tensor, std: float | Tensor) -> Callable[[Tensor], Tensor]:
    return Normal(torch.as_tensor(mean, dtype=torch.float64), torch.as_tensor(std, dtype=torch.float64)).log_prob


def gaussian_mean(function: Callable[[np.ndarray], np.ndarray], mean: float, std: float) -> float:
    """The expectation under a Gaussian by Gauss-Hermite quadrature, exact for polynomials below degree 40."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(20)
    return float((weights * function(mean + std * nodes)).sum() / weights.sum())


def regression(covariance: Sequence[Sequence[float]]) -> tuple[np.ndarray, float]:
    """For the first of jointly Gaussian variables: its weights on the others, and the variance that they leave."""
    matrix = np.array(covariance)
    weights = np.linalg.solve(matrix[1:, 1:], matrix[1:, 0])
    return weights, float(matrix[0, 0] - weights @ matrix[1:, 0])


def previous_given_present(abar_prev: float, beta: float) -> tuple[np.ndarray, float]:
    """Weights of (x0, x_t) in the mean of x_{t-1}, and its variance, from one broad prior on x0."""
    broad, alpha = 1e6, 1 - beta
    root = math.sqrt(abar_prev)
    previous = abar_prev * broad + 1 - abar_prev
    present = alpha * previous + beta
    return regression(
        [
            [previous, root * broad, math.sqrt(alpha) * previous],
            [root * broad, broad, math.sqrt(alpha) * root * broad],
            [math.sqrt(alpha) * previous, math.sqrt(alpha) * root * broad, present],
        ]
    )


def after_steps(signal: float, noise: float, beta: float, steps: int) -> tuple[float, float]:
    """Variances of the signal and noise parts of a variance-preserving chain, step by step."""
    for _ in range(steps):
        signal, noise = signal * (1 - beta), noise * (1 - beta) + beta
    return signal, noise


def grid_posterior(log_prior: Callable[[Tensor], Tensor], y: float, sigma: float) -> tuple[float, float]:
    """Mean and variance of x given y = x + sigma n, by summation over a grid."""
    x = torch.linspace(-40, 40, 400_001, dtype=torch.float64)
    weights = (log_prior(x) + log_normal(x, sigma)(real(y))).softmax(0)
    mean = (weights * x).sum()
    return mean.item(), (weights * (x - mean) ** 2).sum().item()


def two_modes(means: Sequence[float], std: float) -> MixtureSameFamily:
    count = len(means)
    modes = Normal(torch.tensor(means, dtype=torch.float64), torch.full((count,), std, dtype=torch.float64))
    return MixtureSameFamily(Categorical(torch.full((count,), 1 / count, dtype=torch.float64)), modes)


def bisected(function: Callable[[float], float], low: float, high: float) -> float:
    """The place where an increasing function is zero."""
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if function(middle) < 0 else (low, middle)
    return low


def heun(field: Field, x: float, t: float, h: float) -> float:
    first = field(x, t)
    second = field(x + h * first, t + h)
    return x + h * (first + second) / 2


def solved(step: Callable[[Field, float, float, float], float], field: Field, steps: int) -> float:
    x = 1.0
    for i in range(steps):
        x = step(field, x, i / steps, 1 / steps)
    return x


def numel(*shape: int) -> int:
    return torch.empty(*shape, device="meta").numel()


def tokens(side: int, factor: int) -> int:
    patches = torch.zeros(side // factor, side // factor).unfold(0, 2, 2).unfold(1, 2, 2)
    return patches.shape[0] * patches.shape[1]


def latent_frames(frames: int) -> int:
    return 1 + len(range(1, frames, 4))


# --- numeric items ----------------------------------------------------------------------------------------------------


def two_state(prior: float, encoder: float, a: float, b: float) -> dict[str, float]:
    """The parts of the bound of a two-state latent with likelihoods a and b, from their definitions."""
    q, p = np.array([encoder, 1 - encoder]), np.array([prior, 1 - prior])
    likelihood = np.array([a, b])
    evidence = float(p @ likelihood)
    posterior = p * likelihood / evidence
    return {
        "rec": float(q @ np.log(likelihood)),
        "rate": float(q @ np.log(q / p)),
        "gap": float(q @ np.log(q / posterior)),
        "evidence": math.log(evidence),
    }


def implied_variance(side: int) -> float:
    """The variance at which the Gaussian's gradient is that of the mean squared error."""
    image = torch.zeros(3, side, side, dtype=torch.float64).index_fill(1, torch.tensor([1]), 0.5).requires_grad_()
    (by_error,) = torch.autograd.grad(F.mse_loss(image, torch.zeros_like(image)), image)
    (by_density,) = torch.autograd.grad(-log_normal(0, 1)(image).sum(), image)
    return (by_density[0, 1, 0] / by_error[0, 1, 0]).item()


def needed_noise_weight(abar: float) -> float:
    """What the squared noise error has to be multiplied by so that the loss is min(SNR, 5) times the x0 error."""
    signal, noise = math.sqrt(abar), math.sqrt(1 - abar)
    x0_error = 0.1
    noise_error = signal * x0_error / noise
    return float(min(signal**2 / noise**2, 5.0) * x0_error**2 / noise_error**2)


def over_trust(sy: float, spread: float) -> float:
    """The pull of DPS over that of p(y | x_t), which is integrated over the posterior on a grid."""
    x0 = torch.linspace(-20, 20, 200_001, dtype=torch.float64)

    def marginal(mean: Tensor) -> Tensor:
        return torch.logsumexp(log_normal(mean, spread)(x0) + log_normal(x0, sy)(real(1.3)), 0)

    return derivative(lambda mean: log_normal(mean, sy)(real(1.3)), 0.4) / derivative(marginal, 0.4)


def edm_evaluations(steps: int) -> int:
    calls = 0
    levels = [*np.linspace(80, 0.002, steps), 0.0]
    for following in levels[1:]:
        calls += 1
        if following > 0:
            calls += 1
    return calls


def window_starts(length: int, frames: int, stride: int) -> list[int]:
    starts = [0]
    while starts[-1] + length < frames:
        starts.append(min(starts[-1] + stride, frames - length))
    return starts


def numbers() -> Iterator[tuple[str, dict[str, float], float]]:
    """(item, parameters, the same number computed in another way)."""
    lazy = two_state(0.5, 0.5, 0.9, 0.05)
    yield "q08-two-state-gap", {"a": 0.9, "b": 0.05}, lazy["evidence"] - (lazy["rec"] - lazy["rate"])
    latents = torch.distributions.kl_divergence(Normal(torch.full((16,), 0.5), 0.1), Normal(torch.zeros(16), 1.5))
    yield "q08-kl-number", {"d": 16, "mu": 0.5, "sigma": 0.1, "s": 1.5}, latents.sum().item()
    yield "q08-implied-variance", {"side": 28}, implied_variance(28)
    yield "q08-implied-variance", {"side": 64}, implied_variance(64)
    codes = numel(512, 512) // numel(16, 16)
    yield "q08-vq-bits", {"side": 512, "f": 16, "K": 8192}, codes * (8192 - 1).bit_length()

    yield "q09-noise-share", {"beta": 0.02, "t": 50}, after_steps(1.0, 0.0, 0.02, 50)[1]
    yield "q09-noise-share", {"beta": 0.005, "t": 200}, after_steps(1.0, 0.0, 0.005, 200)[1]
    yield "q09-min-snr", {"ab": 0.95}, needed_noise_weight(0.95)
    yield "q09-posterior-variance", {"abp": 0.9, "beta": 0.05}, previous_given_present(0.9, 0.05)[1]
    estimates = [(1.0 - math.sqrt(0.99) * noise) / 0.1 for noise in (0.3, 0.32)]
    yield "q09-x0-error", {"ab": 0.01, "delta": 0.02}, estimates[0] - estimates[1]
    yield (
        "q09-gaussian-posterior-mean",
        {"tau": 2, "sigma": 1.5, "y": -4},
        grid_posterior(log_normal(0, 2), -4, 1.5)[0],
    )

    yield "q10-mixture-score", {"m": 2, "x": -0.25}, derivative(two_modes([-2, 2], 1).log_prob, -0.25)
    yield "q10-dsm-target-value", {"x": -0.4, "xt": 0.8, "sigma": 0.2}, derivative(log_normal(-0.4, 0.2), 0.8)
    small_steps = np.full(25, math.sqrt(9) * math.sqrt(0.0025 / 25))
    yield "q10-step-noise", {"beta": 9, "h": 0.0025}, float(np.linalg.norm(small_steps))
    middles = (np.arange(100_000) + 0.5) / 100_000 * 0.75
    shrinks = 1 - (0.1 + 19.9 * middles) * 0.75e-5 / 2
    yield "q10-vp-signal", {"t": 0.75}, float(np.prod(shrinks))
    yield "q10-beta-rate", {"n": 4000, "b": 0.01}, 0.01 / float(np.diff(np.linspace(0, 1, 4001))[0])

    x, noise = 0.7, -1.1
    yield "q11-data-from-velocity", {"z": 0.8 * x + 0.2 * noise, "v": noise - x, "t": 0.2}, x
    outcomes = [0.6 * a + 0.4 * b for a, b in itertools.product((-1, 1), repeat=2)]
    yield "q11-midpoint-variance", {"t": 0.4}, float(np.var(outcomes))
    wanted = 0.25 / 0.75 / 256
    yield (
        "q11-resolution-shift",
        {"t": 0.25, "n": 256, "m": 1024},
        bisected(lambda t: t / (1 - t) / 1024 - wanted, 0, 1 - 1e-9),
    )

    first_level = torch.cumprod(1 - torch.linspace(0.0004, 0.02, 1000, dtype=torch.float64), 0)[0]
    yield "q12-last-alpha", {"b": 0.0004}, (1 - first_level).sqrt().item()
    yield "q12-euler-step-down", {"x": -0.5, "v": -3, "h": 0.05}, float(np.polyval([-3, -0.5], -0.05))
    yield "q12-edm-evaluations", {"n": 18}, edm_evaluations(18)
    yield "q12-cfg-conventions", {"w": 6.5, "u": 0.2, "c": 0.5}, 0.2 + 7.5 * (0.5 - 0.2)
    yield "q12-dps-overweight", {"sy": 0.2, "c": 0.5}, over_trust(0.2, 0.5)

    layer = torch.nn.Linear(384, 6 * 384, device="meta")
    yield "q13-adaln-parameters", {"d": 384}, sum(parameter.numel() for parameter in layer.parameters())
    joint = numel(1024 + 256, 1024 + 256) / (numel(1024, 1024) + numel(1024, 256))
    yield "q13-joint-cost", {"ni": 1024, "nt": 256}, joint
    yield "q13-adapter-cost", {"cc": 240, "ca": 60, "steps": 30}, sum(240 for _step in range(30)) / 60
    factors = sum(numel(8, 3072) + numel(3072, 8) for _layer in range(24) for _projection in "qv")
    yield "q13-lora-count", {"r": 8, "d": 3072, "layers": 24}, factors
    plain, rooted = (16 / 128) / (16 / 8), (16 / math.sqrt(128)) / (16 / math.sqrt(8))
    yield "q13-rank-and-scale", {"r1": 8, "r2": 128}, rooted / plain

    yield "q14-token-count", {"side": 1024, "f": 16}, tokens(1024, 16)
    yield "q14-attention-growth", {"n": 512, "m": 1536}, (tokens(1536, 8) / tokens(512, 8)) ** 2
    balance = bisected(lambda log_size: 6 * 20 * math.exp(2 * log_size) - 1e22, 0, 40)
    yield "q14-compute-optimal", {"k": 22}, math.exp(balance)

    image_bytes = 2 * (numel(16, 1024 // 8, 1024 // 8) + numel(256, 4096))
    yield "q14-latent-storage", {"N": 100, "f": 8, "C": 16, "T": 256, "d": 4096}, image_bytes * 100e6
    forward = 2 * numel(4, 10**9) * 1024
    yield "q14-training-flop", {"P": 4, "M": 500, "n": 1024}, (forward + 2 * forward) * 500e6
    paid_hours = 1000 * 6 / 3600 / 0.4
    yield "q14-serving-cost", {"p": 2.5, "s": 6, "u": 40}, 2.5 * paid_hours

    yield "q15-latent-frames", {"frames": 97}, latent_frames(97)
    shape = (latent_frames(81), 832 // 8 // 2, 480 // 8 // 2)
    yield "q15-token-count", {"frames": 81, "w": 832, "h": 480}, numel(*shape)
    yield "q15-window-pairs", {"T": 32, "k": 4}, torch.ones(32, 32).tril().triu(-4).sum().item()
    for window, clip, stride in ((49, 300, 24), (65, 500, 32), (81, 200, 32)):
        yield (
            "q15-sliding-windows",
            {"w": window, "n": clip, "s": stride},
            len(window_starts(window, clip, stride)),
        )
    base, bright = 0.5 + 1 / 64, 4.0 + 1 / 64
    gain = math.log2(bright / base)
    yield "q15-gain-apply", {"s": 0.5, "G": gain, "W": 0.5}, math.sqrt(base * bright) - 1 / 64
    bins = ["width", "height"] * 12
    yield "q15-rqs-parameters", {"K": 12}, len(bins) + len(np.linspace(0, 1, 12 + 1))


@pytest.mark.parametrize(("item", "parameters", "expected"), list(numbers()))
def test_a_numeric_answer_agrees_with_an_independent_computation(
    item: str, parameters: dict[str, float], expected: float
) -> None:
    assert numeric(item, **parameters) == pytest.approx(expected, rel=2e-4)


def test_heun_gains_a_square_of_the_budget() -> None:
    """The measured error of Heun on a curved field falls as the item says, to a few per cent."""

    def error(evaluations: int) -> float:
        return abs(solved(heun, lambda x, t: -2 * t * x, evaluations // 2) - math.exp(-1))

    predicted = numeric("q12-equal-evaluations", err=error(200), n=200, m=600)
    assert predicted == pytest.approx(error(600), rel=0.05)


# --- formula items ----------------------------------------------------------------------------------------------------


def noisy_mixture(abar: float) -> MixtureSameFamily:
    """The law of x_t for data that sit at -1 and 2."""
    return two_modes([-math.sqrt(abar), 2 * math.sqrt(abar)], math.sqrt(1 - abar))


def clean_mean(abar: float, x_t: float) -> float:
    """The mean of x0 given x_t for the same data, over its two values."""
    weights = (-((x_t - math.sqrt(abar) * torch.tensor([-1.0, 2.0])) ** 2) / (2 * (1 - abar))).softmax(0)
    return (weights @ torch.tensor([-1.0, 2.0])).item()


def gaussian_path(t: float, tau: float) -> tuple[float, float]:
    """For unit noise and data of deviation tau: the slope of E[x1 - x0 | x_t], and the variance of x_t."""
    variance = (1 - t) ** 2 + t**2 * tau**2
    weights, _ = regression([[1 + tau**2, t * tau**2 - (1 - t)], [t * tau**2 - (1 - t), variance]])
    return float(weights[0]), variance


def vp_flow(start: float, variance: float, time: float) -> float:
    """Where a point of N(0, variance) is after the flow of beta = 3: it keeps its quantile."""
    later = variance * math.exp(-3 * time) + 1 - math.exp(-3 * time)
    return start * math.sqrt(later / variance)


def spline_at_half(s: float, d0: float, d1: float) -> float:
    """Durkan et al. as printed, in a bin from (0, 1) to (2, 1 + 2 s), relative to its height."""
    low, high, xi = 1.0, 1.0 + 2 * s, 0.5
    top = (high - low) * (s * xi**2 + d0 * xi * (1 - xi))
    return (low + top / (s + (d0 + d1 - 2 * s) * xi * (1 - xi)) - low) / (high - low)


def formulas() -> Iterator[tuple[str, dict[str, float | Sequence[float]], float]]:
    """(item, values of its symbols, the same value computed in another way)."""
    log_weights = [-2.0, -0.5, -3.5, -1.0]
    yield "q08-iwae-bound", {"ell": log_weights, "K": 4}, math.log(float(np.mean(np.exp(log_weights))))
    to_standard = torch.distributions.kl_divergence(Normal(real(0.7), real(1.6)), Normal(real(0.0), real(1.0)))
    yield "q08-kl-standard-normal", {"mu": 0.7, "sigma": 1.6}, to_standard.item()
    slope = derivative(lambda ell: 0.3 + ell.exp().sqrt() * -1.2, 0.8)
    yield "q08-reparam-logvar", {"ell": 0.8, "eps": -1.2}, slope
    expected = gaussian_mean(lambda z: -((1.5 - 0.8 * z) ** 2) / 2, 0.6, 0.4)
    yield "q08-linear-decoder-reconstruction", {"x": 1.5, "w": 0.8, "m": 0.6, "s": 0.4}, expected

    signal, noise = after_steps(1.0, 0.0, 0.03, 20)
    mixed = math.sqrt(signal) * 0.7 + math.sqrt(noise) * -1.1
    yield "q09-forward-marginal", {"x0": 0.7, "eps": -1.1, "abar_t": signal}, mixed
    for abar, tau in ((0.3, 1.7), (0.9, 0.4)):
        root = math.sqrt(1 - abar)
        _, left = regression([[1, root], [root, abar * tau**2 + 1 - abar]])
        yield "q09-loss-floor", {"tau": tau, "abar_t": abar}, left
    beta, abar_prev = 0.1, 0.6
    weights, _ = previous_given_present(abar_prev, beta)
    yield "q09-posterior-x0-coefficient", {"beta_t": beta, "abar_prev": abar_prev}, float(weights[0])
    abar = abar_prev * (1 - beta)
    x0, eps = 1.2, -0.7
    x_t = math.sqrt(abar) * x0 + math.sqrt(1 - abar) * eps
    ancestral = float(weights @ np.array([x0, x_t]))
    yield "q09-ancestral-mean", {"x_t": x_t, "eps": eps, "beta_t": beta, "abar_t": abar}, ancestral
    yield "q09-x0-from-noise", {"x_t": x_t, "eps": eps, "abar_t": abar}, x0
    v = math.sqrt(abar) * eps - math.sqrt(1 - abar) * x0
    yield "q09-x0-from-v", {"x_t": x_t, "v": v, "abar_t": abar}, x0
    for point in (-0.8, 0.4, 1.9):
        score = derivative(noisy_mixture(0.4).log_prob, point)
        yield "q09-tweedie-score-form", {"x_t": point, "s": score, "abar_t": 0.4}, clean_mean(0.4, point)
    _, variance = grid_posterior(log_normal(0, 2), 1.1, 0.7)
    yield "q09-posterior-variance-gaussian", {"tau": 2, "sigma": 0.7}, variance

    yield "q10-gaussian-score", {"x": 1.4, "mu": -0.3, "sigma": 0.6}, derivative(log_normal(-0.3, 0.6), 1.4)
    kernel = log_normal(math.sqrt(abar) * x0, math.sqrt(1 - abar))
    yield "q10-score-from-noise", {"eps": eps, "abar_t": abar}, derivative(kernel, x_t)
    unscaled = np.array([math.sqrt(0.3), math.sqrt(0.7)]) / math.sqrt(0.3)
    yield "q10-vp-as-ve", {"abar_t": 0.3}, float(unscaled[1])
    signed = -0.01
    reverse = 1.1 + (-2.5 * 1.1 - 5.0 * -0.8) * signed
    yield "q10-reverse-step", {"x": 1.1, "beta": 5.0, "s": -0.8, "h": 0.01}, reverse
    speed = (vp_flow(0.9, 2.5, 1e-5) - vp_flow(0.9, 2.5, -1e-5)) / 2e-5
    yield "q10-pf-velocity", {"x": 0.9, "beta": 3.0, "s": -0.9 / 2.5}, speed
    _, spread = after_steps(0.0, 0.3, 1.4 / 20_000, 20_000)
    yield "q10-vp-variance", {"v0": 0.3, "B": 1.4}, spread
    growth = derivative(lambda t: (0.01 * 500 ** (t)) ** 2, 0.6)
    yield "q10-ve-diffusion", {"sigma": 0.01 * 500**0.6, "r": 500}, math.sqrt(growth)
    sigma, data = 0.8, 0.5
    skip = data**2 / (sigma**2 + data**2)
    target = np.array([1 - skip, -skip * sigma]) * [data, 1]
    yield "q10-edm-cout", {"sigma": sigma, "sd": data}, float(np.linalg.norm(target))

    start, end, t = -0.6, 1.7, 0.35
    at = (1 - t) * start + t * end
    yield "q11-velocity-given-data", {"x_t": at, "x1": end, "t": t}, end - start
    for t, tau in ((0.25, 1.6), (0.8, 0.5)):
        slope, variance = gaussian_path(t, tau)
        yield "q11-gaussian-velocity", {"x": 1.3, "t": t, "tau": tau}, slope * 1.3
        yield "q11-score-from-velocity", {"x": 1.3, "v": slope * 1.3, "t": t}, -1.3 / variance
    times = TransformedDistribution(Normal(real(-0.4), real(1.3)), [SigmoidTransform()])
    density = math.sqrt(2 * math.pi) * times.log_prob(real(0.3)).exp().item()
    yield "q11-logit-normal-middle", {"t": 0.3, "m": -0.4, "s": 1.3}, density

    later = math.sqrt(0.9) * x0 + math.sqrt(0.1) * eps
    yield "q12-ddim-update", {"x_t": x_t, "eps": eps, "abar_t": abar, "abar_s": 0.9}, later
    for eta in (1.0, 0.3):
        small = math.sqrt(previous_given_present(abar_prev, beta)[1])
        yield "q12-eta-sigma", {"eta": eta, "abar_t": abar, "abar_s": abar_prev}, eta * small
    yield "q12-heun-formula", {"k": 1.7, "h": 0.3}, heun(lambda x, _t: -1.7 * x, 1.0, 0.0, 0.3)
    unconditional, conditional = log_normal(0.2, 1.5), log_normal(0.9, 0.8)

    def tilted(x: Tensor) -> Tensor:
        return -2.0 * unconditional(x) + 3.0 * conditional(x)

    noises = {"eps_u": -0.7 * derivative(unconditional, 0.5), "eps_c": -0.7 * derivative(conditional, 0.5)}
    yield "q12-cfg-formula", {**noises, "w": 3.0}, -0.7 * derivative(tilted, 0.5)
    root = math.sqrt(1 - 0.4)

    def sharpened(x: Tensor) -> Tensor:
        return unconditional(x) + 2.5 * F.logsigmoid(1.2 * x)

    values = {
        "eps": -root * derivative(unconditional, 0.5),
        "abar_t": 0.4,
        "s": 2.5,
        "g": derivative(lambda x: F.logsigmoid(1.2 * x), 0.5),
    }
    yield "q12-classifier-epsilon", values, -root * derivative(sharpened, 0.5)
    pull = derivative(lambda x: log_normal(1.6 * x, 0.3)(real(0.9)), 0.4)
    yield "q12-likelihood-gradient", {"y": 0.9, "a": 1.6, "x0": 0.4, "sy": 0.3}, pull

    token = torch.tensor([1.0, -2.0, 4.0, 0.5], dtype=torch.float64)
    normalised = F.layer_norm(token, (4,), eps=0.0)[0].item()
    yield (
        "q13-adaln-formula",
        {"x": 1.0, "mu": token.mean().item(), "sigma": token.std(correction=0).item(), "gamma": 0.4, "beta": -0.2},
        normalised + 0.4 * normalised - 0.2,
    )
    adapted = torch.tensor([[2.0]]) + torch.tensor([[0.5]]) @ torch.tensor([[3.0]]) * (16 / 8)
    yield "q13-lora-forward", {"W0": 2.0, "B": 0.5, "A": 3.0, "r": 8, "alpha": 16}, adapted.item()
    share = np.array([1 - 1.5, 1.5 - 7.5, 7.5]) @ [0.3, -0.2, 0.6]
    yield "q13-two-scales", {"e0": 0.3, "e1": -0.2, "e2": 0.6, "s1": 1.5, "s2": 7.5}, float(share)

    shares, noises_given = np.array([1 - 5.0, 5.0]), np.array([0.4, -0.3])
    yield "q14-negative-prompt", {"eps_n": 0.4, "eps_p": -0.3, "w": 5.0}, float(shares @ noises_given)
    shifted = torch.sigmoid(torch.logit(real(0.3)) + math.log(3)).item()
    yield "q14-shift-formula", {"t": 0.3, "a": 3.0}, shifted

    stops = bisected(lambda g: (0.2 + 0.02) * 2**g - (3.0 + 0.05), -10, 10)
    yield "q15-gain-map", {"h": 3.0, "s": 0.2, "kh": 0.05, "ks": 0.02}, stops
    scores = numel(9 * 40, 9 * 40) / (9 * numel(40, 40) + 40 * numel(9, 9))
    yield "q15-joint-ratio", {"T": 9, "S": 40}, scores
    yield "q15-framepack-bound", {"S": 1536, "r": 1.5}, sum(1536 / 1.5**age for age in range(200))
    yield "q15-rqs-slope", {"s": 0.7, "d0": 2.0, "d1": 0.3}, spline_at_half(0.7, 2.0, 0.3)


@pytest.mark.parametrize(("item", "values", "expected"), list(formulas()))
def test_a_formula_agrees_with_an_independent_computation(
    item: str, values: dict[str, float | Sequence[float]], expected: float
) -> None:
    assert formula(item, **values) == pytest.approx(expected, rel=2e-4)


# --- dynamics that several items quote --------------------------------------------------------------------------------


def moments_backwards(score_share: float, noise_share: float) -> tuple[float, float]:
    """Mean and variance after VP dynamics with beta 0.1..20 run back to data N(1, 0.25), with the exact score."""
    steps = 20_000
    total = 0.1 + 19.9 / 2
    mean, variance = math.exp(-total / 2), 0.25 * math.exp(-total) + 1 - math.exp(-total)
    for i in range(steps, 0, -1):
        t = i / steps
        beta, area = 0.1 + 19.9 * t, 0.1 * t + 19.9 * t**2 / 2
        exact = 0.25 * math.exp(-area) + 1 - math.exp(-area)
        pull = score_share * beta / exact
        factor = 1 + (beta / 2 - pull) / steps
        mean = factor * mean + pull * math.exp(-area / 2) / steps
        variance = factor**2 * variance + noise_share * beta / steps
    return mean, variance


@pytest.mark.parametrize("lam", [0.0, 0.5, 1.0, 1.5])
def test_the_score_coefficient_of_the_family_returns_the_data(lam: float) -> None:
    """The answer of q10-family-coefficient brings N(1, 0.25) back for every amount of noise."""
    mean, variance = moments_backwards(formula("q10-family-coefficient", lam=lam), lam**2)
    assert (mean, variance) == (pytest.approx(1, abs=2e-3), pytest.approx(0.25, rel=0.01))


def test_dropping_only_the_noise_collapses_the_law() -> None:
    """q10-noise-dropped: the full score without noise keeps the mean and loses the variance; half with noise spreads."""
    mean, variance = moments_backwards(1.0, 0.0)
    assert mean == pytest.approx(1, abs=2e-3)
    assert variance < 0.001
    assert moments_backwards(0.5, 1.0)[1] > 1


def guided_score(x: Tensor, abar: float, w: float) -> Tensor:
    """CFG on two equally likely unit Gaussians at -1 and 1, with the right one as the condition."""
    root = math.sqrt(abar)
    conditional = -(x - root)
    unconditional = root * torch.tanh(root * x) - x
    return unconditional + w * (conditional - unconditional)


def guided_samples(w: float, *, noise: float, count: int = 20_000, steps: int = 400) -> Tensor:
    """Samples of the guided dynamics with score coefficient (1 + noise^2) / 2, in log-SNR steps of equal size."""
    torch.manual_seed(0)
    x = torch.distributions.Normal(0.0, 1.0).icdf((torch.arange(count) + 0.5) / count)
    rates = torch.linspace(5.0, 0.0, steps + 1) ** 2 / 2.5  # integral of beta, finer near the data
    for now, following in itertools.pairwise(rates.tolist()):
        step = now - following
        share = (1 + noise**2) / 2
        x = x + (x / 2 + share * guided_score(x, math.exp(-now), w)) * step
        x = x + noise * math.sqrt(step) * torch.randn(count)
    return x


def test_cfg_ends_at_three_different_laws() -> None:
    """q12-cfg-law: mean and variance of the tilted density, of the SDE and of the ODE for w = 3."""
    grid = torch.linspace(-12, 14, 200_001, dtype=torch.float64)
    mixture = two_modes([-1.0, 1.0], 1.0).log_prob(grid)
    tilted = (-2 * mixture + 3 * log_normal(1.0, 1.0)(grid)).softmax(0)
    mean = (tilted * grid).sum().item()
    assert (mean, (tilted * (grid - mean) ** 2).sum().item()) == (
        pytest.approx(1.44, abs=0.01),
        pytest.approx(0.64, abs=0.01),
    )
    sde, ode = guided_samples(3.0, noise=1.0), guided_samples(3.0, noise=0.0)
    assert (sde.mean().item(), sde.var().item()) == (pytest.approx(1.75, abs=0.03), pytest.approx(0.57, abs=0.03))
    assert (ode.mean().item(), ode.var().item()) == (pytest.approx(2.02, abs=0.03), pytest.approx(0.42, abs=0.03))


def test_eta_one_is_ddpm_with_the_small_variance() -> None:
    """q12-eta-one: the mean of the DDIM step with eta = 1 is the posterior mean, not only its variance."""
    beta, abar_prev, x0, eps = 0.1, 0.6, 1.2, -0.7
    abar = abar_prev * (1 - beta)
    x_t = math.sqrt(abar) * x0 + math.sqrt(1 - abar) * eps
    sigma = formula("q12-eta-sigma", eta=1.0, abar_t=abar, abar_s=abar_prev)
    mean = math.sqrt(abar_prev) * x0 + math.sqrt(1 - abar_prev - sigma**2) * eps
    assert mean == pytest.approx(float(previous_given_present(abar_prev, beta)[0] @ [x0, x_t]))
    assert sigma < math.sqrt(beta)


@pytest.mark.parametrize(
    ("first", "second", "middle", "order"), [(0.0, 1.0, True, 2), (0.5, 0.5, True, 1), (0.5, 0.5, False, 2)]
)
def test_the_order_of_two_slope_rules(first: float, second: float, middle: bool, order: int) -> None:
    """q12-midpoint-which: weights (0, 1) suit a slope in the middle, (1/2, 1/2) one at the end and not the middle."""

    def step(field: Field, x: float, t: float, h: float) -> float:
        reach = h / 2 if middle else h
        slope = field(x, t)
        return x + h * (first * slope + second * field(x + reach * slope, t + reach))

    errors = [abs(solved(step, lambda x, t: x * (1 - 2 * t) + 1, n) - REFERENCE) for n in (200, 400)]
    assert math.log2(errors[0] / errors[1]) == pytest.approx(order, abs=0.1)


REFERENCE = solved(heun, lambda x, t: x * (1 - 2 * t) + 1, 40_000)


# --- numbers quoted in choices and explanations -----------------------------------------------------------------------


def test_schedule_numbers() -> None:
    """The linear schedule and that of SD: first entry, last entry, error amplification, residual noise."""
    assert LINEAR[0].item() == pytest.approx(0.9999)
    assert LINEAR[-1].item() == pytest.approx(4.04e-5, rel=0.01)
    assert math.exp(-10.05) == pytest.approx(4.3e-5, rel=0.01)
    assert math.sqrt((1 - LINEAR[-1]) / LINEAR[-1]) == pytest.approx(157, abs=1)
    assert numeric("q09-x0-error", ab=LINEAR[-1].item(), delta=1) == pytest.approx(157, abs=1)
    assert SD[-1].item() == pytest.approx(0.0047, abs=5e-5)
    assert SD[-1].sqrt().item() == pytest.approx(0.068, abs=5e-4)
    assert numeric("q12-last-alpha", b=0.0001) == pytest.approx(0.01)
    assert numeric("q12-last-alpha", b=0.00085) == pytest.approx(0.029, abs=5e-4)


def test_weights_of_the_bound() -> None:
    """q09-vlb-parts: with variance beta the weight falls from about 0.5 to about 0.01 over the linear schedule."""
    betas = np.linspace(1e-4, 0.02, 1000)
    weights = betas / (2 * (1 - betas) * (1 - LINEAR.numpy()))
    assert (weights[0], weights[-1]) == (pytest.approx(0.5, abs=1e-3), pytest.approx(0.0102, abs=1e-4))


def test_variances_of_two_gradient_estimators() -> None:
    """q08-reparam-contrast: for f = z^2 at mean 0 the variances are 4 sigma^2 pathwise and 15 sigma^2 by score."""
    sigma = 0.7
    pathwise = gaussian_mean(lambda e: (2 * sigma * e) ** 2, 0, 1)
    score = gaussian_mean(lambda e: ((sigma * e) ** 2 * e / sigma) ** 2, 0, 1)
    assert (pathwise, score) == (pytest.approx(4 * sigma**2), pytest.approx(15 * sigma**2))


def test_linear_decoder_optimum() -> None:
    """q08-linear-decoder-reconstruction: reconstruction minus KL is best at s^2 = 1 / (1 + w^2)."""
    grid = np.linspace(0.05, 1.5, 20_001)
    bound = [
        formula("q08-linear-decoder-reconstruction", x=1.0, w=2.0, m=0.4, s=s)
        - formula("q08-kl-standard-normal", mu=0.4, sigma=s)
        for s in grid[::100]
    ]
    assert grid[::100][int(np.argmax(bound))] ** 2 == pytest.approx(1 / 5, abs=0.01)


def test_view_of_rank_four_on_vectors() -> None:
    """q09-rank-bug: (B, D) is broadcast to (B, 1, B, D)."""
    levels = LINEAR[torch.tensor([3, 500, 999])].view(-1, 1, 1, 1)
    assert (levels.sqrt() * torch.zeros(3, 5)).shape == (3, 1, 3, 5)


def test_logit_normal_numbers() -> None:
    """q11-logit-normal-middle: 1.60 at the middle, 73 % in [0.25, 0.75], two modes beyond variance 2."""
    root = math.sqrt(2 * math.pi)
    assert formula("q11-logit-normal-middle", t=0.5, m=0, s=1) / root == pytest.approx(1.60, abs=0.005)
    assert 2 * Normal(0.0, 1.0).cdf(torch.tensor(math.log(3))).item() - 1 == pytest.approx(0.73, abs=0.005)
    for variance, sign in ((1.9, -1), (2.1, 1)):
        beside = formula("q11-logit-normal-middle", t=0.51, m=0, s=math.sqrt(variance))
        middle = formula("q11-logit-normal-middle", t=0.5, m=0, s=math.sqrt(variance))
        assert math.copysign(1, beside - middle) == sign


def test_shift_numbers() -> None:
    """A shift of 3 sends 0.5 to 0.75, shifts compose by multiplication, log-SNR moves by -2 ln a."""
    assert formula("q14-shift-formula", t=0.5, a=3) == pytest.approx(0.75)
    twice = formula("q14-shift-formula", t=formula("q14-shift-formula", t=0.3, a=2), a=3)
    assert twice == pytest.approx(formula("q14-shift-formula", t=0.3, a=6))
    moved = formula("q14-shift-formula", t=0.3, a=3)
    change = 2 * math.log((1 - moved) / moved) - 2 * math.log(0.7 / 0.3)
    assert change == pytest.approx(-2 * math.log(3))


def test_video_token_numbers() -> None:
    """118,800 tokens for 129 frames of 720p, a ratio of 32.7; 111,600 for 121 frames."""
    assert numeric("q15-token-count", frames=129, w=1280, h=720) == 118_800
    assert formula("q15-joint-ratio", T=33, S=3600) == pytest.approx(32.7, abs=0.05)
    assert numeric("q15-token-count", frames=121, w=1280, h=720) == 111_600


def test_attention_meets_the_linear_layers_at_six_widths() -> None:
    """q14-attention-growth: 12 d^2 multiply-adds a token in the linear layers, 2 N d in the products."""
    width = 64
    linear = sum(numel(*shape) for shape in [(width, width)] * 4 + [(4 * width, width), (width, 4 * width)])
    assert linear == 12 * width**2
    assert 2 * (6 * width) * width == linear


def test_llama_ratio() -> None:
    """q14-compute-optimal: 15 trillion tokens on 8 billion parameters are nearly 1,900 a parameter."""
    tokens_seen, parameters = 15e12, 8e9
    assert tokens_seen / parameters == pytest.approx(1900, rel=0.02)


def test_gate_alone_gets_a_gradient_at_first() -> None:
    """q13-gate-gradient: with zero modulation only the gate's rows get one; q13-gate-identity: it is the identity."""
    torch.manual_seed(0)
    modulation, branch = torch.nn.Linear(6, 12), torch.nn.Linear(4, 4)
    torch.nn.init.zeros_(modulation.weight)
    torch.nn.init.zeros_(modulation.bias)
    x = torch.randn(3, 4)
    shift, scale, gate = modulation(torch.randn(3, 6)).chunk(3, dim=-1)
    y = x + gate * branch((1 + scale) * F.layer_norm(x, (4,)) + shift)
    assert torch.equal(y, x)
    (y * torch.randn(3, 4)).sum().backward()
    assert modulation.weight.grad is not None and branch.weight.grad is not None
    assert (modulation.weight.grad[8:] != 0).any()
    assert (modulation.weight.grad[:8] == 0).all() and (branch.weight.grad == 0).all()


@pytest.mark.parametrize(("w", "learns"), [(0.0, (True, True, False)), (0.5, (True, True, True))], ids=["zero", "open"])
def test_gradients_of_a_zero_convolution(w: float, learns: tuple[bool, bool, bool]) -> None:
    """q13-zero-conv-learns: weight and bias get a gradient, the input does not until the weight has moved."""
    leaves = [torch.tensor(value, requires_grad=True) for value in (w, 0.0, 1.5)]
    weight, bias, x = leaves
    (2.0 * (weight * x + bias)).backward()
    assert tuple(leaf.grad is not None and leaf.grad.item() != 0 for leaf in leaves) == learns


@pytest.mark.parametrize(("a_std", "learns"), [(0.0, (False, False)), (1.0, (False, True))])
def test_first_gradients_of_lora(a_std: float, learns: tuple[bool, bool]) -> None:
    """q13-lora-first-step: with B = 0 only B gets a gradient, and with A = B = 0 neither does."""
    torch.manual_seed(0)
    a = (a_std * torch.randn(2, 5)).requires_grad_()
    b = torch.zeros(3, 2, requires_grad=True)
    (torch.randn(4, 5) @ a.T @ b.T * torch.randn(4, 3)).sum().backward()
    assert a.grad is not None and b.grad is not None
    assert (bool((a.grad != 0).any()), bool((b.grad != 0).any())) == learns


def test_straight_through_leaves_the_codebook_without_gradient() -> None:
    """q08-straight-through-gradient: the encoding gets the decoder's gradient, the code none."""
    encoding, code = torch.randn(4, requires_grad=True), torch.randn(4, requires_grad=True)
    ((encoding + (code - encoding).detach()) ** 2).sum().backward()
    assert encoding.grad is not None and torch.allclose(encoding.grad, 2 * code.detach())
    assert code.grad is None


def test_one_euler_step_lands_on_the_mean() -> None:
    """q11-one-euler-step and q11-gaussian-velocity: at t = 0 the whole step leads to the mean of the data."""
    for start in (-1.5, 0.2, 2.0):
        assert start + formula("q11-gaussian-velocity", x=start, t=1e-12, tau=1.7) == pytest.approx(0, abs=1e-9)


def test_moment_of_a_ray_ignores_the_way_along_it() -> None:
    """q15-plucker: the six coordinates stay when the origin moves along the direction, and only then."""
    origin, direction = np.array([0.3, -1.0, 2.0]), np.array([0.6, 0.0, 0.8])
    moment = np.cross(origin, direction)
    assert np.allclose(np.cross(origin + 1.7 * direction, direction), moment)
    assert not np.allclose(np.cross(origin + np.array([0, 0.1, 0]), direction), moment)


@pytest.mark.parametrize(("slope", "monotone"), [(0.5, True), (-0.5, False)])
def test_a_negative_knot_slope_breaks_the_spline(slope: float, monotone: bool) -> None:
    """q15-rqs-monotone: increasing knots are not enough."""
    xi = np.linspace(0, 1, 1001)
    value = (xi**2 + slope * xi * (1 - xi)) / (1 + (slope + 1 - 2) * xi * (1 - xi))
    assert bool((np.diff(value) > 0).all()) == monotone


def test_a_convolutional_code_split_along_its_width() -> None:
    """q08-conv-latent-split: chunk(2, dim=-1) halves the width, and a sum over it leaves channels and rows."""
    mu, log_sigma = torch.zeros(2, 8, 6, 4).chunk(2, dim=-1)
    assert mu.shape == (2, 8, 6, 2)
    assert (mu**2 + (2 * log_sigma).exp() - 1 - 2 * log_sigma).sum(-1).shape == (2, 8, 6)


def ddim_spread(steps: int, *, shared: bool) -> float:
    """Noise variance over its due after `steps` steps with eta = 1 on point data; `shared`: the direction gives way."""
    levels = LINEAR.flip(0)[:: 900 // steps][: steps + 1].tolist()
    ratio = 1.0
    for present, following in itertools.pairwise(levels):
        fresh = (1 - following) / (1 - present) * (1 - present / following)
        kept = (1 - following) - (fresh if shared else 0.0)
        ratio = (ratio * kept + fresh) / (1 - following)
    return ratio


def test_noise_on_top_of_the_full_direction() -> None:
    """q12-bug-noise-on-top: the noise exceeds its due, and more so with more steps."""
    assert ddim_spread(50, shared=True) == pytest.approx(1)
    assert 1.1 < ddim_spread(10, shared=False) < ddim_spread(50, shared=False)


def test_where_the_large_variance_fails() -> None:
    """q12-bug-large-variance: beta in place of the posterior variance leaves no room at the clean end, and only there."""
    levels = torch.cat([torch.ones(1, dtype=torch.float64), LINEAR])
    following, present = levels[:-1], levels[1:]
    room = (1 - following) - (1 - present / following)
    assert room[:2].max() < 0 < room[2:].min()
    posterior = (1 - following) / (1 - present) * (1 - present / following)
    assert ((1 - following) - posterior >= 0).all()
    assert (1 - levels[-2]) / (1 - levels[-1]) == pytest.approx(1, abs=1e-4)


def test_a_reshape_alone_survives_the_round_trip_only() -> None:
    """q14-bug-reshape-only: it is undone exactly, yet one patch of the image touches several tokens."""
    image = torch.zeros(1, 1, 4, 6)
    image[..., :2, :2] = 1
    cut = image.reshape(1, 6, 4)
    assert torch.equal(cut.reshape(1, 1, 4, 6), image)
    assert cut.abs().sum(-1).count_nonzero() > 1


def test_a_fresh_target_is_best_answered_by_zero() -> None:
    """q09-bug-fresh-target: the error of answering 0 is 1, that of answering with own noise 2."""
    assert gaussian_mean(lambda noise: noise**2, 0, 1) == pytest.approx(1)
    assert gaussian_mean(lambda difference: difference**2, 0, math.sqrt(2)) == pytest.approx(2)


def test_linear_noise_is_too_weak_below_the_middle() -> None:
    """q09-bug-linear-noise: variance 1/2 at alpha_bar 1/4, and a factor that runs from 0 to 1 of the right one."""
    share = [(1 - math.sqrt(abar)) / math.sqrt(1 - abar) for abar in (0.9999, 0.5, 0.25, 1e-6)]
    assert share == sorted(share)
    assert share[0] < 0.01 and share[-1] > 0.99
    assert 0.25 + (1 - math.sqrt(0.25)) ** 2 == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("noise_at", "start", "sign"),
    [(1, 1.0, -1), (0, 0.0, 1)],
    ids=["noise at 1, noise - data", "noise at 0, data - noise"],
)
def test_which_sampler_fits_which_convention(noise_at: int, start: float, sign: int) -> None:
    """q11-bug-other-convention and q11-conventions: Euler along the exact field lands on the one data point."""
    data, x, h = 2.5, -0.7, 0.01
    for i in range(100):
        t = start + sign * h * i
        left = t if noise_at == 1 else 1 - t  # the noise share of the state
        towards_data = (data - x) / left
        velocity = -towards_data if noise_at == 1 else towards_data
        x += sign * h * velocity
    assert x == pytest.approx(data)


@pytest.mark.parametrize(("detached", "learns"), [(True, [False, True]), (False, [True, True])])
def test_a_detached_base_starves_the_layers_below(detached: bool, learns: list[bool]) -> None:
    """q13-bug-detached-base: in a chain only the last layer's B gets a gradient at first."""
    torch.manual_seed(0)
    x, ups = torch.randn(3, 4), [torch.zeros(4, 2, requires_grad=True) for _ in range(2)]
    for up in ups:
        x = (x.detach() if detached else x) @ torch.randn(4, 4) + x @ torch.randn(4, 2) @ up.T
    x.square().sum().backward()
    assert [up.grad is not None and bool((up.grad != 0).any()) for up in ups] == learns


def test_wrong_forms_that_are_other_known_results() -> None:
    """A slip that its feedback calls another quantity is that quantity."""
    abar, tau, x_t, eps = 0.4, 1.3, 0.9, -0.5
    x0_variance = regression(
        [[tau**2, math.sqrt(abar) * tau**2], [math.sqrt(abar) * tau**2, abar * tau**2 + 1 - abar]]
    )[1]
    assert wrong("q09-loss-floor", "data-variance-left", tau=tau, abar_t=abar) == pytest.approx(x0_variance)
    jump = wrong("q09-ancestral-mean", "jump-to-clean", x_t=x_t, eps=eps, beta_t=0.1, abar_t=abar)
    assert jump == pytest.approx(formula("q09-x0-from-noise", x_t=x_t, eps=eps, abar_t=abar))
