"""The product against exact binomials, all subsets, and the mean over samples that makes it unbiased."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import hypergeom

from reference_impls.evaluation.pass_at_k.reference import pass_at_k

samples = st.integers(1, 300).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n), st.integers(1, n)))


@given(samples)
def test_it_is_the_ratio_of_binomials(numbers: tuple[int, int, int]) -> None:
    n, c, k = numbers
    assert pass_at_k(n, c, k) == pytest.approx(float(1 - Fraction(comb(n - c, k), comb(n, k))), abs=1e-12)


@given(samples)
def test_it_is_symmetric_in_c_and_k(numbers: tuple[int, int, int]) -> None:
    n, c, k = numbers
    if c:
        assert pass_at_k(n, c, k) == pytest.approx(pass_at_k(n, k, c), abs=1e-12)


@pytest.mark.parametrize(("n", "c", "k"), [(5, 2, 1), (6, 2, 3), (7, 4, 3), (7, 5, 3), (6, 0, 2), (4, 4, 4)])
def test_it_counts_subsets(n: int, c: int, k: int) -> None:
    subsets = list(combinations(range(n), k))
    hits = sum(any(i < c for i in subset) for subset in subsets)
    assert pass_at_k(n, c, k) == pytest.approx(hits / len(subsets))


@pytest.mark.parametrize(
    ("c", "k"), [(3, 100), (60, 100), (5000, 1), (2, 5000), (9000, 2000), (0, 10_000), (1, 10_000)]
)
def test_ten_thousand_samples(c: int, k: int) -> None:
    exact = float(1 - Fraction(comb(10_000 - c, k), comb(10_000, k)))
    assert pass_at_k(10_000, c, k) == pytest.approx(exact, abs=1e-12)
    assert pass_at_k(10_000, c, k) == pytest.approx(hypergeom(10_000, c, k).sf(0), abs=1e-9)


@pytest.mark.parametrize("p", [0.05, 0.3, 0.8])
def test_it_is_unbiased(p: float) -> None:
    """Its mean over the number of passes is the chance for k fresh samples."""
    n, k = 12, 4
    mean = sum(comb(n, c) * p**c * (1 - p) ** (n - c) * pass_at_k(n, c, k) for c in range(n + 1))
    assert mean == pytest.approx(1 - (1 - p) ** k)
