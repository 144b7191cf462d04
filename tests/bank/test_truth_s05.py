"""The numbers and formulas of section 5 (perceptual quality), computed in another way than the bank states them."""

from __future__ import annotations

import math

import numpy as np
import pytest

from interview_cli.domain import formula as formulas
from interview_cli.domain.items.question import Numeric
from interview_cli.domain.items.shown import draw
from tests.bank.truth import formula, numeric, wrong
from tests.packaged import packaged

ITEMS = packaged().items.values()
NUMERIC = [item for item in ITEMS if isinstance(item, Numeric) and item.id.startswith("q05-")]


@pytest.mark.parametrize("item", NUMERIC, ids=lambda item: item.id)
def test_zero_is_never_within_the_tolerance(item: Numeric) -> None:
    allowed = item.tolerance
    for seed in range(20):
        values = draw(item, seed)
        answer = formulas.evaluate(formulas.parse(item.answer, formulas.parameter_symbols(values)), values)
        assert abs(answer) > (allowed.absolute or 0) + (allowed.relative or 0) * abs(answer)


def test_a_posterior_sample_loses_three_decibels() -> None:
    """A linear Gaussian problem: x is seen through noise, its posterior is known."""
    rng = np.random.default_rng(0)
    x = rng.standard_normal(1_000_000)
    seen = x + 0.5 * rng.standard_normal(x.size)
    mean, deviation = seen / 1.25, math.sqrt(0.25 / 1.25)
    sample = mean + deviation * rng.standard_normal(x.size)
    lost = 10 * math.log10(float(np.mean((x - sample) ** 2) / np.mean((x - mean) ** 2)))
    assert numeric("q05-posterior-psnr", P=30) == pytest.approx(30 - lost, abs=0.02)


def ssim(x: np.ndarray, y: np.ndarray) -> float:
    """Luminance, contrast and structure multiplied, without constants."""
    cov = np.cov(x, y, bias=True)
    luminance = 2 * x.mean() * y.mean() / (x.mean() ** 2 + y.mean() ** 2)
    contrast = 2 * math.sqrt(cov[0, 0] * cov[1, 1]) / (cov[0, 0] + cov[1, 1])
    return float(luminance * contrast * np.corrcoef(x, y)[0, 1])


@pytest.mark.parametrize("gain", [0.5, 0.8, 2])
def test_ssim_of_a_changed_contrast(gain: float) -> None:
    x = 100 + 20 * np.random.default_rng(1).standard_normal(121)
    assert numeric("q05-ssim-gain", g=gain) == pytest.approx(ssim(x, x.mean() + gain * (x - x.mean())))


def test_expected_level_is_the_mean_of_sampled_words() -> None:
    levels = np.repeat([5, 4, 3], [200, 300, 500])
    assert numeric("q05-expected-level", a=0.2, b=0.3) == pytest.approx(levels.mean())


@pytest.mark.parametrize(("a", "b"), [(20, 15), (24, 17)])
def test_fid_at_infinity_is_the_intercept_of_a_line(a: float, b: float) -> None:
    _slope, intercept = np.polyfit([1 / 5000, 1 / 10000], [a, b], 1)
    assert numeric("q05-fid-infinity", a=a, b=b) == pytest.approx(intercept)


def fid_of_a_line(count: int, rng: np.random.Generator) -> float:
    """One-dimensional FID between a standard Gaussian and `count` samples of it."""
    sample = rng.standard_normal(count)
    return float(sample.mean() ** 2 + (sample.std(ddof=1) - 1) ** 2)


def test_the_bias_of_fid_halves_when_the_samples_double() -> None:
    rng = np.random.default_rng(2)
    few, many = (np.mean([fid_of_a_line(count, rng) for _ in range(20_000)]) for count in (50, 100))
    assert few / many == pytest.approx(2, rel=0.05)


@pytest.mark.parametrize("classes", [1, 10, 250])
def test_inception_score_of_certain_predictions(classes: int) -> None:
    predictions = np.eye(1000)[:classes]
    marginal = predictions.mean(axis=0)
    divergences = [float(np.log(1 / marginal[p.argmax()])) for p in predictions]
    assert numeric("q05-inception-score", k=classes) == pytest.approx(math.exp(np.mean(divergences)))


@pytest.mark.parametrize(("a", "b"), [(0.5, -0.5), (2, 0.3)])
def test_preference_is_a_softmax_over_two_rewards(a: float, b: float) -> None:
    weights = np.exp([a, b])
    assert numeric("q05-preference-probability", a=a, b=b) == pytest.approx(weights[0] / weights.sum())


@pytest.mark.parametrize(("q", "r"), [(0.5, 0.9), (0.8, 0.85), (0.9, 0.95)])
def test_kappa_of_two_raters_by_counting(q: float, r: float) -> None:
    """Raters who disagree equally often in both directions; chance: each verdict of one against each of the other."""
    differ = round((1 - r) / 2 * 1000)
    both, neither = round(q * 1000) - differ, 1000 - round(q * 1000) - differ
    judge = np.array([1] * both + [1] * differ + [0] * differ + [0] * neither)
    people = np.array([1] * both + [0] * differ + [1] * differ + [0] * neither)
    agreed, chance = float((judge == people).mean()), float((judge[:, None] == people).mean())
    assert numeric("q05-judge-kappa", q=q, r=r) == pytest.approx((agreed - chance) / (1 - chance))


def information(covariance: np.ndarray) -> float:
    """Mutual information of two Gaussian variables, from their covariance."""
    return -0.5 * math.log(1 - covariance[0, 1] ** 2 / (covariance[0, 0] * covariance[1, 1]))


def test_vif_of_one_coefficient_from_sampled_covariances() -> None:
    rng = np.random.default_rng(3)
    v, g, w, n = 50.0, 0.7, 4.0, 2.0
    source = math.sqrt(v) * rng.standard_normal(2_000_000)

    def noise(variance: float) -> np.ndarray:
        return math.sqrt(variance) * rng.standard_normal(source.size)

    reference, distorted = source + noise(n), g * source + noise(w) + noise(n)
    ratio = information(np.cov(source, distorted)) / information(np.cov(source, reference))
    assert formula("q05-vif-formula", v=v, g=g, w=w, n=n) == pytest.approx(ratio, rel=0.005)
    assert wrong("q05-vif-formula", "eye-noise-missing", v=v, g=g, w=w, n=n) != pytest.approx(ratio, rel=0.05)


def test_niqe_of_one_feature_is_the_general_distance() -> None:
    mean, spread = np.array([1.5 - 0.4]), np.array([[(0.3 + 0.8) / 2]])
    distance = math.sqrt(float(mean @ np.linalg.inv(spread) @ mean))
    assert formula("q05-niqe-1d", m=1.5, n=0.4, a=0.3, b=0.8) == pytest.approx(distance)
