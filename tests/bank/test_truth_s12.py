"""What section 12 teaches of sampling and guidance, computed again: by running solvers, samplers and Gaussian posteriors."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence

import numpy as np
import pytest
import torch
from torch import Tensor

from tests.bank.tolerances import mistaken_for_right
from tests.bank.truth import formula, numeric

LINEAR = np.cumprod(1 - np.linspace(1e-4, 0.02, 1000))

Density = Callable[[Tensor], Tensor]


def slope(function: Density, at: float) -> float:
    x = torch.tensor(at, dtype=torch.float64, requires_grad=True)
    (found,) = torch.autograd.grad(function(x), x)
    return float(found)


def gaussian(mean: float, std: float) -> Density:
    """The log density, up to a constant."""
    return lambda x: -((x - mean) ** 2) / (2 * std**2)


def midpoint(velocity: Callable[[float], float], x: float, start: float, end: float) -> float:
    return x + (end - start) * velocity((start + end) / 2)


def test_no_number_is_mistaken() -> None:
    assert mistaken_for_right(12) == []


@pytest.mark.parametrize("n", [10, 20, 40])
def test_the_last_index_of_the_grid(n: int) -> None:
    """The grid as code makes it: the last step starts at its last entry but one."""
    grid = torch.linspace(999, 0, n + 1).long()
    assert numeric("q12-last-index", T=1000, n=n) == grid[-2].item()


def test_a_midpoint_step_down() -> None:
    for c, x, h in ((3, 2, 0.5), (-6, 0.5, 0.4)):
        reached = midpoint(lambda t, c=c: c * t**2, x, 1.0, 1.0 - h)  # type: ignore[misc]
        assert numeric("q12-midpoint-down", c=c, x=x, h=h) == pytest.approx(reached)


def test_the_order_that_two_errors_show() -> None:
    """The number of halvings that account for the ratio of errors, found by counting up from 0."""
    for e1, e2 in ((0.16, 0.04), (0.08, 0.01), (0.08, 0.04)):
        halvings = next(p for p in range(10) if math.isclose(e1 * 0.5**p, e2))
        assert numeric("q12-empirical-order", e1=e1, e2=e2) == pytest.approx(halvings)


def test_a_step_of_adams_and_bashforth() -> None:
    """The integral, over the next step, of the line through both slopes."""
    h, x, v, p = 0.2, -0.5, 2.0, 3.0
    line = np.poly1d(np.polyfit([-h, 0.0], [p, v], 1))
    assert numeric("q12-ab2-step", h=h, x=x, v=v, p=p) == pytest.approx(x + line.integ()(h))


def test_the_dropout_of_two_conditions() -> None:
    """By drawing both masks many times."""
    rng = np.random.default_rng(0)
    image, text = rng.random(4_000_000) < 0.1, rng.random(4_000_000) < 0.2
    share = (~image & text).mean()
    assert numeric("q12-two-condition-dropout", a=0.1, b=0.2, B=1000) == pytest.approx(1000 * share, rel=0.01)


def test_an_euler_step_in_the_noise_level() -> None:
    """For a denoiser that is constant the path is a line from the state to it, so that one step is exact."""
    x, clean, sigma, s = 3.0, 0.4, 2.0, 0.5
    noise = (x - clean) / sigma
    assert formula("q12-edm-euler", x=x, D=clean, sigma=sigma, s=s) == pytest.approx(clean + s * noise)


def test_the_first_order_of_dpm_solver() -> None:
    """The state that the same clean value and noise have at the new level."""
    x0, eps, a_t, a_s = 0.8, -1.3, 0.3, 0.9
    sigma_t, sigma_s = math.sqrt(1 - a_t**2), math.sqrt(1 - a_s**2)
    h = math.log(a_s / sigma_s) - math.log(a_t / sigma_t)
    values = {"x": a_t * x0 + sigma_t * eps, "eps": eps, "a_t": a_t, "a_s": a_s, "sig_s": sigma_s, "h": h}
    assert formula("q12-dpm-first-order", **values) == pytest.approx(a_s * x0 + sigma_s * eps)


@pytest.mark.parametrize("w", [0.3, 2.0])
def test_a_stochastic_flow_step_keeps_the_marginals(w: float) -> None:
    """Gaussian data N(0, 0.25) with noise at 1: mean and variance are carried through the linear steps."""
    steps, variance = 20_000, 1.0
    h = 1 / steps
    for i in range(steps, 200, -1):
        t = i * h
        due = (1 - t) ** 2 * 0.25 + t**2
        velocity, score = (t - (1 - t) * 0.25) / due, -1 / due
        factor = formula("q12-flow-sde-step", x=1.0, v=velocity, s=score, w=w, h=h)
        variance = factor**2 * variance + w * h
    last = 200 * h
    assert variance == pytest.approx((1 - last) ** 2 * 0.25 + last**2, rel=0.01)


def test_guidance_in_scores() -> None:
    """Autograd of the tilted log density, with Bayes for the classifier."""
    unconditional, conditional = gaussian(0.2, 1.5), gaussian(0.9, 0.8)
    w, at = 3.0, 0.5

    def tilted(x: Tensor) -> Tensor:
        return unconditional(x) + w * (conditional(x) - unconditional(x))

    classifier = slope(lambda x: conditional(x) - unconditional(x), at)
    values = {"s_u": slope(unconditional, at), "g": classifier, "w": w}
    assert formula("q12-cfg-as-scores", **values) == pytest.approx(slope(tilted, at))


def test_two_independent_conditions() -> None:
    """Autograd of p(x) p(c1 | x)^a p(c2 | x)^b, in noise form with a noise scale of 1."""
    prior, first, second = gaussian(0.0, 1.0), gaussian(0.9, 0.8), gaussian(-0.4, 0.6)
    a, b, at = 2.0, 0.7, 0.5

    def composed(x: Tensor) -> Tensor:
        return prior(x) + a * (first(x) - prior(x)) + b * (second(x) - prior(x))

    noises = {"u": -slope(prior, at), "e1": -slope(first, at), "e2": -slope(second, at)}
    assert formula("q12-composed", **noises, a=a, b=b) == pytest.approx(-slope(composed, at))


def test_the_exact_likelihood_score() -> None:
    """By integrating p(y | x0) over the posterior on a grid."""
    abar, sy, y, at = 0.4, 0.3, 0.9, 0.7
    grid = torch.linspace(-12, 12, 100_001, dtype=torch.float64)

    def log_likelihood(x: Tensor) -> Tensor:
        posterior = (-(grid**2) / 2 - (x - math.sqrt(abar) * grid) ** 2 / (2 * (1 - abar))).log_softmax(0)
        return torch.logsumexp(posterior - (y - grid) ** 2 / (2 * sy**2), 0)

    expected = slope(log_likelihood, at)
    assert formula("q12-exact-likelihood", x=at, y=y, abar_t=abar, sy=sy) == pytest.approx(expected, rel=1e-5)


def ddim_deviation(levels: Sequence[float], eta: float, data: float) -> float:
    """The deviation of the samples for Gaussian data of this deviation and their exact noise prediction."""
    variance = 1.0
    for now, following in itertools.pairwise(levels):
        noise = math.sqrt(1 - now) / (now * data**2 + 1 - now)
        fresh = eta**2 * (1 - following) / (1 - now) * (1 - now / following)
        clean = (1 - math.sqrt(1 - now) * noise) / math.sqrt(now)
        factor = math.sqrt(following) * clean + math.sqrt(1 - following - fresh) * noise
        variance = factor**2 * variance + fresh
    return math.sqrt(variance)


def test_ten_steps_on_gaussian_data() -> None:
    """q12-few-step-bias: 0.37 and 0.33 in place of 0.5; many steps bring both near 0.5."""
    few = LINEAR[np.linspace(999, 0, 11).astype(int)].tolist()
    assert ddim_deviation(few, 0.0, 0.5) == pytest.approx(0.375, abs=5e-3)
    assert ddim_deviation(few, 1.0, 0.5) == pytest.approx(0.334, abs=5e-3)
    assert ddim_deviation(LINEAR[::-1].tolist(), 1.0, 0.5) == pytest.approx(0.5, abs=5e-3)


def test_an_eta_above_one_needs_too_much_noise() -> None:
    """q12-eta-too-large: with 1.5 the fresh noise exceeds the budget of a level; with 1 it never does."""
    levels = LINEAR[np.linspace(999, 0, 51).astype(int)]
    now, following = levels[:-1], levels[1:]
    fresh = (1 - following) / (1 - now) * (1 - now / following)
    assert (fresh <= 1 - following).all()
    assert (1.5**2 * fresh > 1 - following).any()


def test_a_wrong_sign_leads_away() -> None:
    """q12-wrong-sign: data N(3, 0.25), noise at 1, the exact velocity added on the way down."""
    mean, variance, steps = 0.0, 1.0, 4000
    for i in range(steps, 0, -1):
        t = i / steps
        due = (1 - t) ** 2 * 0.25 + t**2
        coefficient = (t - (1 - t) * 0.25) / due
        center = (1 - t) * 3
        mean = mean + (coefficient * (mean - center) - 3) / steps
        variance *= (1 + coefficient / steps) ** 2
    assert mean == pytest.approx(-4.47, abs=0.02)
    assert math.sqrt(variance) == pytest.approx(2.0, abs=0.01)


def adams_bashforth_error(grid: np.ndarray, *, fitted: bool) -> float:
    """At the end, for x' = exp(t) from 0 to 1, with weights that know the ratio of the steps or those for equal ones."""
    x = math.exp(grid[1])
    for before, now, following in zip(grid[:-2], grid[1:-1], grid[2:], strict=True):
        share = (following - now) / (now - before) / 2 if fitted else 0.5
        x += (following - now) * ((1 + share) * math.exp(now) - share * math.exp(before))
    return abs(x - math.exp(1.0))


def alternating(pairs: int) -> np.ndarray:
    widths = np.tile([1.0, 0.5], pairs)
    return np.concatenate([[0.0], np.cumsum(widths) / widths.sum()])


def smooth(pairs: int) -> np.ndarray:
    return 1 - (1 - np.linspace(0.0, 1.0, 2 * pairs + 1)) ** 3


@pytest.mark.parametrize(
    ("grid", "fitted", "order"), [(alternating, False, 1), (alternating, True, 2), (smooth, False, 2)]
)
def test_even_weights_on_an_uneven_grid(grid: Callable[[int], np.ndarray], fitted: bool, order: int) -> None:
    """q12-uneven-grid: where steps alternate, the weights for even steps have order one; on a fine and smooth grid two."""
    errors = [adams_bashforth_error(grid(pairs), fitted=fitted) for pairs in (100, 200)]
    assert math.log2(errors[0] / errors[1]) == pytest.approx(order, abs=0.15)


def test_the_norm_and_its_square() -> None:
    """q12-norm-or-square: autograd of both, for an operator that is not linear."""
    x = torch.tensor([0.4, -1.2], dtype=torch.float64, requires_grad=True)
    residual = torch.tensor([1.0, 0.5], dtype=torch.float64) - x.sin() * x
    (of_square,) = torch.autograd.grad(residual.square().sum(), x, retain_graph=True)
    (of_norm,) = torch.autograd.grad(residual.norm(), x)
    assert torch.allclose(of_square / residual.norm().detach(), 2 * of_norm)


def test_the_jacobian_of_the_exact_denoiser() -> None:
    """q12-jacobian-meaning: for data at three points of the plane, against the posterior covariance."""
    abar = 0.5
    data = torch.tensor([[1.0, 0.0], [-1.0, 0.5], [0.2, -1.5]], dtype=torch.float64)
    x = torch.tensor([0.3, -0.2], dtype=torch.float64, requires_grad=True)
    weights = (-((x - math.sqrt(abar) * data) ** 2).sum(1) / (2 * (1 - abar))).softmax(0)
    clean = weights @ data
    rows = [torch.autograd.grad(entry, x, retain_graph=True)[0] for entry in clean]
    centerd = data - clean.detach()
    covariance = centerd.T @ (weights.detach()[:, None] * centerd)
    assert torch.allclose(torch.stack(rows), math.sqrt(abar) / (1 - abar) * covariance)


def test_a_constant_denoiser_makes_straight_paths() -> None:
    """q12-edm-tangent: at very high noise the denoiser of any bounded data hardly depends on the state."""
    data = np.array([-1.0, 2.0])
    for at in (-80.0, 10.0, 90.0):
        weights = np.exp(-((at - data) ** 2 - ((at - data) ** 2).min()) / (2 * 80.0**2))
        assert float(weights @ data / weights.sum()) == pytest.approx(0.5, abs=0.05)


def test_the_level_of_the_neighbor_leaves_noise() -> None:
    """q12-bug-neighbor-level: a step to the neighboring level leaves more noise than the next call is told of."""
    grid = np.linspace(999, 0, 21).astype(int)
    neighbors, told = LINEAR[grid[:-2] - 1], LINEAR[grid[1:-1]]
    assert ((1 - neighbors) > (1 - told)).all()
