"""Kappa as chance over all pairs of items, and the values that follow from its definition."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reference_impls.evaluation.cohens_kappa.reference import cohens_kappa

PAIRS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=12)
WEIGHTS = st.sampled_from([None, "linear", "quadratic"])


@given(PAIRS, WEIGHTS)
def test_chance_is_the_label_of_another_item(pairs: list[tuple[int, int]], weights: str | None) -> None:
    """The expected disagreement is the mean over all pairs of items, one for each rater: no table, and no frequencies."""
    a, b = map(list, zip(*pairs, strict=True))
    assume(len({*a, *b}) > 1)
    power = {None: 0, "linear": 1, "quadratic": 2}[weights]
    observed = np.mean([abs(x - y) ** power * (x != y) for x, y in pairs])
    expected = np.mean([abs(x - y) ** power * (x != y) for x in a for y in b])
    assert cohens_kappa(a, b, weights) == pytest.approx(1 - observed / expected)
    assert cohens_kappa(b, a, weights) == pytest.approx(1 - observed / expected)


@pytest.mark.parametrize(("weights", "kappa"), [(None, 0.4), ("linear", 0.4), ("quadratic", 0.4)])
def test_a_table_by_hand(weights: str | None, kappa: float) -> None:
    """20 both yes, 5 yes and no, 10 no and yes, 15 both no: p_o = 0.7, p_e = 0.5; with two labels weights change nothing."""
    a, b = [1] * 25 + [0] * 25, [1] * 20 + [0] * 5 + [1] * 10 + [0] * 15
    assert cohens_kappa(a, b, weights) == pytest.approx(kappa)


@given(PAIRS, WEIGHTS)
def test_a_rater_agrees_fully_with_himself(pairs: list[tuple[int, int]], weights: str | None) -> None:
    labels = [x for pair in pairs for x in pair]
    assume(len(set(labels)) > 1)
    assert cohens_kappa(labels, labels, weights) == 1


@given(PAIRS)
def test_quadratic_kappa_is_a_correlation_that_minds_the_means(pairs: list[tuple[int, int]]) -> None:
    """Lin's concordance, with variances over N: 2 cov / (var a + var b + (mean a - mean b)²)."""
    a, b = map(list, zip(*pairs, strict=True))
    assume(len({*a, *b}) > 1)
    covariance = np.mean(np.multiply(a, b)) - np.mean(a) * np.mean(b)
    spread = np.var(a) + np.var(b) + (np.mean(a) - np.mean(b)) ** 2
    assert cohens_kappa(a, b, "quadratic") == pytest.approx(2 * covariance / spread, abs=1e-12)


def test_high_agreement_may_be_chance() -> None:
    """The kappa paradox: they agree on nine of ten, and kappa is below 0."""
    assert cohens_kappa([0] * 18 + [1, 0], [0] * 18 + [0, 1]) == pytest.approx(-1 / 19)


def test_other_weights_are_refused() -> None:
    with pytest.raises(ValueError, match="cubic"):
        cohens_kappa([0, 1], [1, 1], "cubic")
