"""What section 10 teaches of scores and SDEs, computed again: by autograd, by integrating moments, by running chains."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from tests.bank.tolerances import mistaken_for_right
from tests.bank.truth import formula, numeric

LINEAR = np.linspace(1e-4, 0.02, 1000)


def test_no_number_is_mistaken() -> None:
    assert mistaken_for_right(10) == []


def test_the_score_of_an_energy() -> None:
    x, a, b = torch.tensor(0.7, dtype=torch.float64, requires_grad=True), -0.4, 1.3
    (slope,) = torch.autograd.grad(-((x - a) ** 2 / 2 + b * x), x)
    assert formula("q10-ebm-score", x=0.7, a=a, b=b) == pytest.approx(slope.item())


@pytest.mark.parametrize("eta", [0.5, 1, 2])
def test_the_variance_of_long_langevin_chains(eta: float) -> None:
    """By many chains of the step itself."""
    torch.manual_seed(0)
    x = torch.randn(400_000, dtype=torch.float64)
    for _ in range(60):
        x = x - eta / 2 * x + math.sqrt(eta) * torch.randn_like(x)
    assert numeric("q10-langevin-variance", eta=eta) == pytest.approx(x.var().item(), rel=0.01)


def test_the_noise_between_two_levels() -> None:
    """By the noise that makes up the rest: drawn states of both levels have the variances of the levels."""
    torch.manual_seed(0)
    state = 6 * torch.randn(2_000_000)
    added = numeric("q10-ve-increment", a=6, b=10)
    assert (state + added * torch.randn(2_000_000)).std().item() == pytest.approx(10, rel=2e-3)


@pytest.mark.parametrize("t", [0.5, 40.0])
def test_the_diffusion_of_edm(t: float) -> None:
    """From the growth of the variance over a short time."""
    h = 1e-6 * t
    growth = ((t + h) ** 2 - (t - h) ** 2) / (2 * h)
    assert formula("q10-edm-diffusion", t=t) == pytest.approx(math.sqrt(growth), rel=1e-6)


def test_bits_per_dimension() -> None:
    """A constant density on each bin of [-1, 1]: the probabilities of the 256 values are heights over 128."""
    heights = np.array([40.0, 20.0, 10.0])
    nats = float(np.log(heights).mean())
    bits = float(-np.log2(heights / 128).mean())
    assert numeric("q10-bits-per-dimension", k=nats) == pytest.approx(bits)


@pytest.mark.parametrize("b", [0.3, 1.7])
def test_the_variance_of_sub_vp(b: float) -> None:
    """By very small steps of the moment equation, with the integral of beta as the clock."""
    steps, variance = 200_000, 0.0
    h = b / steps
    for i in range(steps):
        variance += h * (-variance + 1 - math.exp(-2 * (i + 0.5) * h))
    assert formula("q10-sub-vp-variance", B=b) == pytest.approx(variance, rel=1e-4)


@pytest.mark.parametrize(("n", "i"), [(19, 6), (33, 12)])
def test_a_level_of_the_edm_grid(n: int, i: int) -> None:
    """Even spacing of the seventh roots, which are found by bisection."""

    def root(level: float) -> float:
        low, high = 0.0, 10.0
        for _ in range(200):
            middle = (low + high) / 2
            low, high = (middle, high) if middle**7 < level else (low, middle)
        return low

    roots = np.linspace(root(80.0), root(0.002), n)
    assert numeric("q10-edm-grid", n=n, i=i) == pytest.approx(float(np.prod([roots[i]] * 7)), rel=1e-6)


def test_the_edm_grid_shortens_steps_at_low_noise_but_most_levels_lie_above_the_data() -> None:
    """q10-edm-grid: the deviation of the data is 0.5."""
    levels = np.linspace(80 ** (1 / 7), 0.002 ** (1 / 7), 101) ** 7
    assert (np.diff(-levels) > 0).all() and (np.diff(levels, 2) > 0).all()
    assert np.median(levels) == pytest.approx(2.515, abs=0.01)
    assert (levels > 0.5).mean() == pytest.approx(0.66, abs=0.01)


def test_chain_and_sde_at_the_end() -> None:
    """q10-chain-or-sde: 4.0e-5 and 4.3e-5; each factor of the chain is below that of the SDE."""
    assert np.prod(1 - LINEAR) == pytest.approx(4.04e-5, rel=2e-3)
    assert math.exp(-(0.1 + 19.9 / 2)) == pytest.approx(4.32e-5, rel=2e-3)
    assert (np.exp(-LINEAR) > 1 - LINEAR).all()


@pytest.mark.parametrize(
    ("drift", "diffusion", "limit"),
    [(0.5, 1.0, 1.0), (1.0, 1.0, 0.5), (0.0, 1.0, math.inf)],
    ids=["vp", "no-half", "ve"],
)
def test_where_the_variance_goes(drift: float, diffusion: float, limit: float) -> None:
    """q10-vp-choice: the fixed point of the moment equation for beta = 1, and growth without drift."""
    variance, h = 1.0, 1e-3
    for _ in range(20_000):
        variance = variance * (1 - drift * h) ** 2 + diffusion * h
    assert variance > 15 if limit == math.inf else variance == pytest.approx(limit, rel=2e-3)


def test_a_flipped_score_blows_up() -> None:
    """q10-reverse-sign-symptom: Gaussian data with their exact score, and the sign of the score changed."""
    variance, steps = 1.0, 2000
    for i in range(steps, 0, -1):
        t = i / steps
        beta, area = 0.1 + 19.9 * t, 0.1 * t + 19.9 * t**2 / 2
        score = -1 / (0.25 * math.exp(-area) + 1 - math.exp(-area))
        variance *= (1 + (beta / 2 - beta * score) / steps) ** 2
        variance += beta / steps
    assert variance > 1e6


def test_the_target_of_denoising_explodes() -> None:
    """q10-target-variance: the variance of the target is one over that of the noise."""
    torch.manual_seed(0)
    noise = torch.randn(1_000_000)
    for sigma in (0.1, 0.01):
        noisy = 0.3 + sigma * noise
        target = -(noisy - 0.3) / sigma**2
        assert target.var().item() == pytest.approx(1 / sigma**2, rel=0.02)


def test_a_score_has_a_symmetric_jacobian() -> None:
    """q10-score-field: true of the score of a mixture, false of a rotation, whose divergence is zero."""
    means = torch.tensor([[1.0, 0.0], [-1.0, 0.5]], dtype=torch.float64)
    x = torch.tensor([0.3, -0.2], dtype=torch.float64, requires_grad=True)
    log_density = torch.logsumexp(-((x - means) ** 2).sum(1) / 2, 0)
    (score,) = torch.autograd.grad(log_density, x, create_graph=True)
    jacobian = torch.stack([torch.autograd.grad(entry, x, retain_graph=True)[0] for entry in score])
    assert torch.allclose(jacobian, jacobian.T)
    rotation = torch.tensor([[0.0, -1.0], [1.0, 0.0]])
    assert rotation.trace() == 0 and not torch.equal(rotation, rotation.T)


def test_drift_and_noise_of_annealed_steps() -> None:
    """q10-langevin-scale: with a step in proportion to the variance their ratio is that of every level."""
    ratios = {p: [sigma**p / sigma / math.sqrt(sigma**p) for sigma in (0.1, 1.0, 10.0)] for p in (0, 1, 2)}
    assert np.ptp(ratios[2]) == pytest.approx(0, abs=1e-12)
    assert np.ptp(ratios[0]) > 1 and np.ptp(ratios[1]) > 1
