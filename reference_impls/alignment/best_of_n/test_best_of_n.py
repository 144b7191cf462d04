"""The page agrees with a search by hand over all prefixes, and more samples are never worse."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.alignment.best_of_n.reference import best_of_n


@given(st.lists(st.integers(-3, 3), min_size=1, max_size=8))
def test_it_is_the_first_of_the_best_in_every_prefix(rewards: list[int]) -> None:
    samples = list(range(len(rewards)))
    found = []
    for n in range(1, len(rewards) + 1):
        sample, reward = best_of_n(samples, lambda i: float(rewards[i]), n)
        assert reward == max(rewards[:n])
        assert sample == rewards[:n].index(max(rewards[:n]))
        found.append(reward)
    assert found == sorted(found)


@pytest.mark.parametrize("n", [-1, 0, 3])
def test_an_n_that_cannot_be_is_refused(n: int) -> None:
    with pytest.raises(ValueError, match="of 2 samples"):
        best_of_n(["a", "b"], len, n)
