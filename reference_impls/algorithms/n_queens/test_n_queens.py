"""The numbers against all arrangements of rooks, and the known values."""

from __future__ import annotations

import itertools

import pytest

from reference_impls.algorithms.n_queens.reference import n_queens


@pytest.mark.parametrize("n", range(1, 8))
def test_of_all_rook_arrangements_those_without_a_common_diagonal(n: int) -> None:
    rooks = itertools.permutations(range(n))
    safe = [p for p in rooks if all(abs(p[i] - p[j]) != j - i for i, j in itertools.combinations(range(n), 2))]
    assert n_queens(n) == len(safe)


def test_known_numbers() -> None:
    """OEIS A000170."""
    assert [n_queens(n) for n in range(1, 10)] == [1, 0, 0, 2, 10, 4, 40, 92, 352]
