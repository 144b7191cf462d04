"""What section 18 teaches of evaluation, computed again: by counting, simulation and the metrics themselves."""

from __future__ import annotations

import itertools
import math
from collections import Counter

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from tests.bank.tolerances import mistaken_for_right
from tests.bank.truth import formula, numeric


def test_no_number_is_mistaken() -> None:
    assert mistaken_for_right(18) == []


@pytest.mark.parametrize("c", [0.22, 0.35])
def test_clipscore_of_two_embeddings(c: float) -> None:
    image = torch.tensor([1.0, 0.0], dtype=torch.float64)
    text = 7 * torch.tensor([c, math.sqrt(1 - c**2)], dtype=torch.float64)
    cosine = F.cosine_similarity(image, text, dim=0)
    assert numeric("q18-clipscore-value", c=c) == pytest.approx(2.5 * cosine.clamp(min=0).item())


@pytest.mark.parametrize(("n", "k"), [(6, 2), (10, 3)])
def test_clipped_precision_by_counting_words(n: int, k: int) -> None:
    candidate = Counter(["the"] * n)
    reference = Counter(["the"] * k + ["cat", "sat", "on", "a", "mat", "today", "again"][: 8 - k])
    assert reference.total() == 8
    matched = (candidate & reference).total()
    assert numeric("q18-clipped-precision", n=n, k=k) == pytest.approx(matched / candidate.total())


@pytest.mark.parametrize(("f", "s"), [(62, 48), (70, 54)])
def test_the_position_bonus_of_a_judge(f: int, s: int) -> None:
    """By searching the rate and the bonus that give both observed rates."""
    found = [
        bonus
        for rate in np.arange(40, 75, 0.5)
        for bonus in np.arange(0, 20, 0.5)
        if (rate + bonus, rate - bonus) == (f, s)
    ]
    assert found == [numeric("q18-judge-order", f=f, s=s)]


@pytest.mark.parametrize(("a", "b", "share"), [(0.9, 0.8, 0.6), (0.75, 0.95, 0.2)])
def test_a_corrected_rate_returns_the_share_that_was_judged(a: float, b: float, share: float) -> None:
    answers = 10_000
    right = round(answers * share)
    accepted = right * a + (answers - right) * (1 - b)
    assert formula("q18-judge-corrected", p=accepted / answers, a=a, b=b) == pytest.approx(share)


def test_prediction_powered_means_are_unbiased_for_any_judge() -> None:
    """Every labeled subset of a small population, averaged: the judge is far off and the mean is right."""
    human = np.array([1.0, 0.0, 1.0, 1.0, 0.0, 0.0, 1.0])
    judge = np.array([0.9, 0.8, 0.7, 1.0, 0.9, 0.2, 0.6])
    estimates = [
        numeric("q18-ppi-mean", m=judge.mean(), h=human[list(chosen)].mean(), j=judge[list(chosen)].mean())
        for chosen in itertools.combinations(range(7), 3)
    ]
    assert np.mean(estimates) == pytest.approx(human.mean())


@pytest.mark.parametrize(("n", "a"), [(60, 0.7), (80, 0.65)])
def test_calibration_error_from_predictions(n: int, a: float) -> None:
    first, second = 100 * n, 100 * (100 - n)
    confidence = np.array([0.9] * first + [0.6] * second)
    right = np.array([1.0] * round(a * first) + [0.0] * (first - round(a * first)))
    right = np.concatenate([right, np.arange(second) < round(0.7 * second)])
    error = 0.0
    for low, high in ((0.5, 0.75), (0.75, 1.0)):
        inside = (confidence >= low) & (confidence < high)
        error += inside.mean() * abs(right[inside].mean() - confidence[inside].mean())
    assert numeric("q18-ece", n=n, a=a) == pytest.approx(error)


@pytest.mark.parametrize(("n", "c"), [(99, 90), (250, 80), (500, 95)])
def test_the_rank_that_covers_a_new_score(n: int, c: int) -> None:
    """The new score falls into each of the n + 1 gaps equally often: the first rank with enough gaps below it."""
    rank = next(rank for rank in range(1, n + 1) if rank * 100 >= c * (n + 1))
    assert numeric("q18-conformal", n=n, c=c) == rank


@pytest.mark.parametrize(("n", "c"), [(8, 6), (10, 5)])
def test_three_successes_by_counting_triples(n: int, c: int) -> None:
    triples = list(itertools.combinations(range(n), 3))
    share = sum(all(i < c for i in triple) for triple in triples) / len(triples)
    assert numeric("q18-pass-hat-k", n=n, c=c) == pytest.approx(share)


def test_eight_runs_in_a_row() -> None:
    """The text of q18-pass-hat-k, and the two kinds of tries of q18-pass-reliability."""
    assert math.prod([0.8] * 8) == pytest.approx(0.17, abs=0.003)
    assert math.prod([0.6] * 5) == pytest.approx(0.08, abs=0.003)
    assert 1 - math.prod([0.4] * 5) == pytest.approx(0.99, abs=0.001)


def test_drawing_with_replacement_is_too_low_on_average() -> None:
    """q18-bug-with-replacement: expected plug-in estimate over the outcomes of ten runs, for k = 3 and k = 1."""
    p, n = 0.3, 10
    chance = [math.comb(n, c) * p**c * (1 - p) ** (n - c) for c in range(n + 1)]
    for k, holds in ((3, True), (1, False)):
        plug_in = sum(w * (1 - (1 - c / n) ** k) for c, w in enumerate(chance))
        assert (plug_in < 1 - (1 - p) ** k - 1e-9) is holds


def test_temperature_keeps_order() -> None:
    """q18-temperature-scaling: neither the predicted class nor, for two classes, the order of inputs changes."""
    logits = torch.randn(200, 2, generator=torch.Generator().manual_seed(0), dtype=torch.float64)
    cold, warm = logits.softmax(-1), (logits / 3).softmax(-1)
    assert torch.equal(cold.argmax(-1), warm.argmax(-1))
    assert torch.equal(cold[:, 1].argsort(), warm[:, 1].argsort())
    assert not torch.allclose(cold, warm)


def test_a_constant_forecast_is_calibrated() -> None:
    """q18-ece-improper: ECE 0, and the worst log loss of the two forecasters."""
    outcomes = torch.tensor([1.0] * 3 + [0.0] * 7)
    constant, sharp = torch.full((10,), 0.3), torch.where(outcomes > 0, 0.8, 0.1)
    assert abs(outcomes.mean() - constant.mean()).item() < 1e-6
    assert F.binary_cross_entropy(constant, outcomes) > F.binary_cross_entropy(sharp, outcomes)


def test_a_posterior_sampler_pays_three_decibels() -> None:
    """q18-perception-distortion: two independent draws of a posterior differ by twice its variance."""
    values, weights = np.array([0.0, 1.0, 4.0]), np.array([0.2, 0.5, 0.3])
    variance = weights @ values**2 - (weights @ values) ** 2
    sampled = weights @ (values[:, None] - values) ** 2 @ weights
    assert 10 * math.log10(sampled / variance) == pytest.approx(3.01, abs=0.01)


def test_votes_on_one_prompt_are_fewer_than_they_look() -> None:
    """q18-votes-clustered: rates of prompts differ, so the mean of 50 x 20 votes varies more than 1,000 independent ones."""
    rng = np.random.default_rng(0)
    means = []
    for _ in range(2000):
        rates = rng.beta(1, 1, 50)
        means.append(rng.binomial(20, rates).sum() / 1000)
    assert np.std(means) > 2 * math.sqrt(0.25 / 1000)


def test_error_of_a_benchmark_of_500_tasks() -> None:
    """The text of q18-agent-threats."""
    assert 100 * math.sqrt(0.62 * 0.38 / 500) == pytest.approx(2, abs=0.3)
