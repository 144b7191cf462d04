"""What section 19 (training lifecycle) teaches in numbers and formulas, found in another way: simulation, counting, autograd."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable
from fractions import Fraction

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import Tensor

from tests.bank.tolerances import mistaken_for_right
from tests.bank.truth import formula, numeric, wrong


def smallest(enough: Callable[[int], bool]) -> int:
    return next(count for count in itertools.count(1) if enough(count))


def test_no_wrong_number_and_no_zero_is_within_the_tolerance() -> None:
    assert mistaken_for_right(section=19) == []


# --- data


@pytest.mark.parametrize(("b", "r"), [(14, 8), (20, 5)])
def test_threshold_where_one_band_matches_on_average(b: int, r: int) -> None:
    s = formula("q19-lsh-threshold", b=b, r=r)
    assert sum(s**r for _band in range(b)) == pytest.approx(1)


def worth_of_passes(passes: int, decay: float = 15.4, pieces: int = 2000) -> float:
    """The first pass counts fully; then each small piece of a repeat is worth a little less than the one before."""
    repeats = passes - 1
    width = repeats / pieces
    return 1 + sum(math.exp(-(piece + 0.5) * width / decay) * width for piece in range(pieces))


@pytest.mark.parametrize("n", [2, 4, 40])
def test_worth_of_repeats_by_adding_pieces(n: int) -> None:
    assert 30 * worth_of_passes(n) == pytest.approx(formula("q19-repeat-formula", U=30, R=n - 1, S=15.4), rel=1e-5)


def test_four_passes_are_nearly_fresh_and_forty_are_not() -> None:
    assert worth_of_passes(4) == pytest.approx(3.73, abs=0.01)
    assert worth_of_passes(40) == pytest.approx(15, abs=0.3)


def test_variance_shrinks_in_a_simulation_of_collapse() -> None:
    rng = np.random.default_rng(0)
    deviation = np.ones(40_000)
    for _ in range(10):
        deviation = (deviation[:, None] * rng.standard_normal((40_000, 10))).std(axis=1)
    assert numeric("q19-collapse-variance", n=10, g=10) == pytest.approx(np.mean(deviation**2), rel=0.03)


# --- pretraining


@pytest.mark.parametrize(("p", "q"), [(0.3, 0.6), (0.9, 0.8)])
def test_expected_loss_by_torch(p: float, q: float) -> None:
    loss = F.binary_cross_entropy(torch.tensor(q), torch.tensor(p)).item()
    entropy = F.binary_cross_entropy(torch.tensor(p), torch.tensor(p)).item()
    assert formula("q19-lm-loss-floor", p=p, q=q) == pytest.approx(loss, rel=1e-5)
    assert wrong("q19-lm-loss-floor", "divergence", p=p, q=q) == pytest.approx(loss - entropy, rel=1e-4)


@pytest.mark.parametrize(("w", "h"), [(1200, 800), (2400, 1080), (1500, 1000)])
def test_bucket_by_trying_all_widths(w: int, h: int) -> None:
    ideal = math.sqrt(1024**2 * Fraction(w, h))
    assert numeric("q19-bucket-width", w=w, h=h) == min(range(64, 4096, 64), key=lambda width: abs(width - ideal))


# --- labels


def majority(chances: Iterable[float]) -> float:
    """The chance that more than half of independent votes are right, over all outcomes."""
    chances = list(chances)
    total = 0.0
    for votes in itertools.product([True, False], repeat=len(chances)):
        if sum(votes) * 2 > len(votes):
            total += math.prod(p if vote else 1 - p for p, vote in zip(chances, votes, strict=True))
    return total


@pytest.mark.parametrize("p", [0.4, 0.7, 0.9])
def test_majority_over_all_outcomes(p: float) -> None:
    assert numeric("q19-majority-of-n", p=p) == pytest.approx(majority([p] * 3))


def test_five_annotators_of_the_text() -> None:
    assert majority([0.7] * 5) == pytest.approx(0.837, abs=0.0005)


def test_two_annotators_who_disagree_by_simulation() -> None:
    rng = np.random.default_rng(1)
    first, second = rng.random(400_000) < 0.9, rng.random(400_000) < 0.7
    assert numeric("q19-two-annotators", a=0.9, b=0.7) == pytest.approx(first[first != second].mean(), abs=0.005)


@pytest.mark.parametrize(("K", "w"), [(2, 0.8), (5, 0.4), (5, 0.1)])
def test_weight_of_a_vote_as_evidence(K: int, w: float) -> None:
    """Bayes over all classes after one label, against a class that was not named."""
    likelihood = np.full(K, (1 - w) / (K - 1))
    likelihood[0] = w
    posterior = likelihood / likelihood.sum()
    assert formula("q19-vote-weight", K=K, w=w) == pytest.approx(math.log(posterior[0] / posterior[1]))


@pytest.mark.parametrize(("a", "d"), [(86, 4), (70, 8)])
def test_kappa_from_lists_of_labels(a: int, d: int) -> None:
    apart = (100 - a - d) / 2
    pairs = {("yes", "yes"): a, ("no", "no"): d, ("yes", "no"): apart, ("no", "yes"): apart}
    observed = sum(count for (first, second), count in pairs.items() if first == second) / 100
    first = {label: sum(n for (x, _), n in pairs.items() if x == label) / 100 for label in ("yes", "no")}
    second = {label: sum(n for (_, y), n in pairs.items() if y == label) / 100 for label in ("yes", "no")}
    chance = sum(first[label] * second[label] for label in first)
    assert numeric("q19-kappa", a=a, d=d) == pytest.approx((observed - chance) / (1 - chance))


def test_reliability_of_a_mean_by_simulation() -> None:
    rng = np.random.default_rng(2)
    truth, noise, raters = rng.standard_normal(40_000), math.sqrt(1 / 0.4 - 1), 5
    means = [truth + noise * rng.standard_normal((raters, truth.size)).mean(axis=0) for _ in range(2)]
    assert formula("q19-spearman-brown", n=raters, r=0.4) == pytest.approx(np.corrcoef(means)[0, 1], abs=0.01)


@pytest.mark.parametrize(("r", "t"), [(0.4, 0.81), (0.6, 0.91), (0.3, 0.91)])
def test_raters_needed_by_trying(r: float, t: float) -> None:
    """Truth of variance r, noise of variance 1 - r that averages out."""
    needed = smallest(lambda raters: r / (r + (1 - r) / raters) >= t)
    assert numeric("q19-raters-needed", r=r, t=t) == needed


# --- reasoning and rewards


@pytest.mark.parametrize(("a", "b", "k"), [(0.5, 0.01, 16), (0.3, 0.02, 8)])
def test_coverage_by_first_successes(a: float, b: float, k: int) -> None:
    """The first success comes at sample i with probability p (1-p)^(i-1)."""
    covered = [sum(p * (1 - p) ** i for i in range(k)) for p in (a, b)]
    assert numeric("q19-coverage", a=a, b=b, k=k) == pytest.approx(sum(covered) / 2)


@pytest.mark.parametrize(("p", "G"), [(0.9, 4), (0.5, 8)])
def test_mixed_groups_over_all_outcomes(p: float, G: int) -> None:
    mixed = 0.0
    for outcome in itertools.product([0, 1], repeat=G):
        if len(set(outcome)) > 1:
            mixed += math.prod(p if right else 1 - p for right in outcome)
    assert numeric("q19-rlvr-mixed-group", p=p, G=G) == pytest.approx(mixed)


def spread_of_a_share(p: float, n: int) -> float:
    """The standard deviation of a binomial share, from its whole distribution."""
    chances = [math.comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n + 1)]
    mean = sum(chance * k / n for k, chance in enumerate(chances))
    return math.sqrt(sum(chance * (k / n - mean) ** 2 for k, chance in enumerate(chances)))


@pytest.mark.parametrize(("p", "n"), [(0.5, 8), (0.2, 16)])
def test_error_of_a_step_label(p: float, n: int) -> None:
    assert numeric("q19-prm-error", p=p, n=n) == pytest.approx(spread_of_a_share(p, n))


@pytest.mark.parametrize(("p", "n"), [(0.5, 30), (0.3, 60)])
def test_error_of_a_benchmark(p: float, n: int) -> None:
    assert numeric("q19-aime-error", p=p, n=n) == pytest.approx(100 * spread_of_a_share(p, n))


@pytest.mark.parametrize(("p", "f"), [(0.5, 0.2), (0.1, 0.3)])
def test_mean_reward_with_false_positives_by_counting(p: float, f: float) -> None:
    tasks = 1000
    right = round(tasks * p)
    accepted = right + round((tasks - right) * f)
    assert numeric("q19-true-solve-rate", r=accepted / tasks, f=100 * f) == pytest.approx(p)


# --- privacy, unlearning, safety


@pytest.mark.parametrize(("d", "k"), [(6, 10), (5, 1)])
def test_exposure_by_halving(d: int, k: int) -> None:
    """Exposure is how often the candidates can be halved until the rank is reached."""
    halvings, left = 0.0, Fraction(10**d)
    while left / 2 >= k:
        left, halvings = left / 2, halvings + 1
    halvings += math.log2(left / k)
    assert formula("q19-canary-exposure", R=10**d, k=k) == pytest.approx(halvings)


def npo(ratio: Tensor, beta: float) -> Tensor:
    return -2 / beta * F.logsigmoid(-beta * ratio)


@pytest.mark.parametrize(("r", "beta"), [(-3.0, 0.5), (0.0, 0.1), (1.5, 2.0)])
def test_npo_gradient_by_autograd(r: float, beta: float) -> None:
    ratio = torch.tensor(r, dtype=torch.float64, requires_grad=True)
    (gradient,) = torch.autograd.grad(npo(ratio, beta), ratio)
    assert formula("q19-npo-loss", r=r, beta=beta) == pytest.approx(gradient.item())


@pytest.mark.parametrize(("n", "t", "f"), [(1000, 95, 1), (200, 90, 0.5)])
def test_precision_by_counting_a_day(n: int, t: float, f: float) -> None:
    requests = 10_000_000
    harmful = requests // n
    real, false = harmful * Fraction(t) / 100, (requests - harmful) * Fraction(f) / 100
    assert numeric("q19-classifier-precision", n=n, t=t, f=f) == pytest.approx(float(real / (real + false)))


def test_affordable_false_positives_by_counting() -> None:
    requests = 10_000_000
    harmless = requests - requests // 1000
    assert harmless * numeric("q19-wrong-refusals", m=10, k=20) / 100 == pytest.approx(20_000)
