"""What section 9 teaches of DDPM, computed again: by simulating chains, by autograd, by integrating over grids."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from tests.bank.tolerances import mistaken_for_right
from tests.bank.truth import formula, numeric

LINEAR = torch.cumprod(1 - torch.linspace(1e-4, 0.02, 1000, dtype=torch.float64), 0)


def kl_of_gaussians(mean: float, other: float, variance: float) -> float:
    scale = torch.tensor(variance, dtype=torch.float64).sqrt()
    first, second = (torch.distributions.Normal(torch.tensor(m, dtype=torch.float64), scale) for m in (mean, other))
    return float(torch.distributions.kl_divergence(first, second))


def ancestral_mean(x_t: float, eps: float, beta: float, abar: float) -> float:
    """From the weights of the posterior, not from the formula in noise form."""
    abar_prev = abar / (1 - beta)
    x0 = (x_t - math.sqrt(1 - abar) * eps) / math.sqrt(abar)
    precisions = np.array([1 / (1 - abar_prev), (1 - beta) / beta])
    means = np.array([math.sqrt(abar_prev) * x0, x_t / math.sqrt(1 - beta)])
    return float(precisions @ means / precisions.sum())


def test_no_number_is_mistaken() -> None:
    assert mistaken_for_right(9) == []


@pytest.mark.parametrize(("v", "beta"), [(0.25, 0.2), (4.0, 0.02)])
def test_the_variance_after_one_step(v: float, beta: float) -> None:
    """By the two-point data and noise that have these variances."""
    outcomes = [math.sqrt(1 - beta) * x + n for x in (-math.sqrt(v), math.sqrt(v)) for n in (-(beta**0.5), beta**0.5)]
    assert formula("q09-variance-recursion", v=v, beta=beta) == pytest.approx(float(np.var(outcomes)))


def test_the_noise_between_two_steps() -> None:
    """By running the steps between them on a state that is known."""
    betas = np.linspace(0.01, 0.2, 8)
    levels = np.cumprod(1 - betas)
    variance = 0.0
    for beta in betas[3:]:
        variance = variance * (1 - beta) + beta
    assert formula("q09-respaced-beta", abar_s=levels[2], abar_t=levels[-1]) == pytest.approx(variance)


@pytest.mark.parametrize(("beta", "abar"), [(0.02, 0.5), (0.1, 0.7)])
def test_the_weight_in_the_bound(beta: float, abar: float) -> None:
    """From the divergence of two steps whose noise differs by a little."""
    off = 0.3
    means = [ancestral_mean(0.8, eps, beta, abar) for eps in (0.4, 0.4 + off)]
    expected = kl_of_gaussians(means[0], means[1], beta) / off**2
    assert formula("q09-vlb-weight", beta_t=beta, abar_t=abar) == pytest.approx(expected)


@pytest.mark.parametrize("x_t", [-0.9, 0.1, 1.3])
def test_the_posterior_variance_from_the_second_derivative(x_t: float) -> None:
    """For data at -1 and 2, whose posterior is summed, and a log density that autograd differentiates twice."""
    abar = 0.45
    data = torch.tensor([-1.0, 2.0], dtype=torch.float64)

    def log_density(x: torch.Tensor) -> torch.Tensor:
        return torch.logsumexp(-((x - math.sqrt(abar) * data) ** 2) / (2 * (1 - abar)), 0)

    at = torch.tensor(x_t, dtype=torch.float64, requires_grad=True)
    (slope,) = torch.autograd.grad(log_density(at), at, create_graph=True)
    (h,) = torch.autograd.grad(slope, at)
    weights = (-((x_t - math.sqrt(abar) * data) ** 2) / (2 * (1 - abar))).softmax(0)
    variance = float(weights @ data**2 - (weights @ data) ** 2)
    assert formula("q09-covariance-vp", abar_t=abar, h=float(h)) == pytest.approx(variance)


def test_what_is_left_of_a_flat_image() -> None:
    """By the mean of many pixels of the last state."""
    torch.manual_seed(0)
    pixels = math.sqrt(0.01) * torch.full((4_000_000,), 0.8) + math.sqrt(0.99) * torch.randn(4_000_000)
    assert numeric("q09-terminal-signal", ab=0.01, c=0.8) == pytest.approx(pixels.mean().item(), abs=2e-3)
    assert numeric("q09-terminal-signal", ab=0.00466, c=1) == pytest.approx(0.068, abs=5e-4)


def test_the_shift_of_the_log_snr() -> None:
    """Averaging down is a convolution whose weights say what is left of the variance of the noise."""
    for small, large in ((64, 256), (32, 128)):
        block = large // small
        weights = F.avg_pool2d(torch.eye(block * block).view(-1, 1, block, block), block).flatten()
        gain = -math.log(float((weights**2).sum()))
        assert numeric("q09-log-snr-shift", a=small, b=large) == pytest.approx(gain, rel=1e-6)


def test_when_the_chain_forgets() -> None:
    """q09-forward-limit: levels with a finite sum keep half the signal; harmonic and constant ones lose it."""
    steps = np.arange(2, 2_000_000, dtype=float)
    assert np.prod(1 - 1 / steps**2) == pytest.approx(0.5, rel=1e-5)
    assert np.prod(1 - 1 / steps) < 1e-5 and 0.99**steps.size < 1e-5


def test_what_falls_at_every_step() -> None:
    """q09-snr-monotone: for levels that rise and fall only the odds of alpha-bar are monotone."""
    betas = np.array([0.1, 0.3, 0.02, 0.2, 0.01])
    levels = np.cumprod(1 - betas)
    before = np.concatenate([[1.0], levels[:-1]])
    posterior = (1 - before) / (1 - levels) * betas
    assert (np.diff(levels / (1 - levels)) < 0).all()
    assert (np.diff(1 - betas) > 0).any() and (np.diff(posterior) > 0).any() and (np.diff(posterior) < 0).any()
    linear = np.linspace(1e-4, 0.02, 1000)
    product = np.cumprod(1 - linear)
    assert (np.diff((1 - product[:-1]) / (1 - product[1:]) * linear[1:]) > 0).all()


def test_the_middle_of_two_schedules() -> None:
    """q09-schedule-comparison: 0.08 of the signal at half time for the linear schedule, 0.49 for the cosine."""
    shape = np.cos((np.arange(1001) / 1000 + 0.008) / 1.008 * np.pi / 2) ** 2
    assert LINEAR[499].item() == pytest.approx(0.08, abs=2e-3)
    assert shape[500] / shape[0] == pytest.approx(0.494, abs=1e-3)


def test_video_with_as_many_channels_as_samples() -> None:
    """q09-loss-with-five-axes: levels go to channels, silently; other shapes raise."""
    levels = LINEAR[torch.tensor([3, 200, 500, 999])].view(-1, 1, 1, 1)
    mixed = levels * torch.ones(4, 4, 5, 2, 2)
    assert mixed.shape == (4, 4, 5, 2, 2)
    assert torch.equal(mixed[0], mixed[3]) and not torch.equal(mixed[:, 0], mixed[:, 3])
    with pytest.raises(RuntimeError):
        levels * torch.ones(4, 3, 5, 2, 2)


def test_a_schedule_in_double_precision_raises() -> None:
    """q09-loss-dtype: the state becomes float64 and a float32 layer refuses it."""
    state = LINEAR[torch.tensor([3, 500])].view(-1, 1) * torch.ones(2, 5)
    assert state.dtype == torch.float64
    with pytest.raises(RuntimeError):
        torch.nn.Linear(5, 5)(state)


def test_noise_read_as_v_at_the_noisy_end() -> None:
    """q09-wrong-prediction-type: the clean estimate is nearly the negative of the noise."""
    torch.manual_seed(0)
    level, noise = LINEAR[-1], torch.randn(1000, dtype=torch.float64)
    estimate = level.sqrt() * noise - (1 - level).sqrt() * noise
    assert torch.allclose(estimate, -noise, atol=0.03)


def test_the_times_of_a_scaled_clock() -> None:
    """q09-scaled-time: t / 1000 stays below 1, and sinusoidal features of t and t / 1000 have little in common."""
    rates = torch.exp(-math.log(10_000) * torch.arange(64) / 64)
    features = [torch.cat([(t * rates).sin(), (t * rates).cos()]) for t in (500.0, 0.5, 0.0)]
    assert F.cosine_similarity(features[1], features[2], dim=0) > 0.9
    assert F.cosine_similarity(features[1], features[0], dim=0) < 0.7


def test_a_density_of_times_is_a_weight() -> None:
    """q09-time-density: the mean of a loss under p equals the uniform mean of p times the loss."""
    times = (torch.arange(100_000, dtype=torch.float64) + 0.5) / 100_000
    drawn = times.sqrt()  # the quantiles of p(t) = 2 t
    assert (1 / (1 + drawn)).mean().item() == pytest.approx((2 * times / (1 + times)).mean().item(), rel=1e-4)


def test_the_fixed_point_of_a_target_at_zero_snr() -> None:
    """q09-target-at-zero-snr: where alpha-bar is 0, v is minus the image and the state is the noise."""
    x0, noise = torch.tensor([0.3, -0.8]), torch.tensor([1.1, -0.4])
    angle = torch.tensor(math.pi / 2)
    state = angle.cos() * x0 + angle.sin() * noise
    v = angle.cos() * noise - angle.sin() * x0
    assert torch.allclose(state, noise, atol=1e-6) and torch.allclose(v, -x0, atol=1e-6)


def test_an_unbounded_cosine_schedule_ends_at_zero() -> None:
    """q09-bug-unbounded-beta: the last beta is 1, so the last level is 0, and all others are above it."""
    shape = np.cos((np.arange(1001) / 1000 + 0.008) / 1.008 * np.pi / 2) ** 2
    levels = np.cumprod(shape[1:] / shape[:-1])
    assert 1 - shape[-1] / shape[-2] == 1
    assert levels[-1] < 1e-30 < levels[-2]
