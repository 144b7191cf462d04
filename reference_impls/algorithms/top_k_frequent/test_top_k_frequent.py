"""The heap against sorted counts, for every k, ties included; and the list left as it was."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from reference_impls.algorithms.top_k_frequent.reference import top_k_frequent


@given(st.lists(st.integers(-4, 4), min_size=1, max_size=40))
def test_for_each_k_no_other_values_are_more_frequent(nums: list[int]) -> None:
    before = list(nums)
    counts = {value: nums.count(value) for value in set(nums)}
    for k in range(1, len(counts) + 1):
        values = top_k_frequent(nums, k)
        assert len(set(values)) == len(values) == k
        assert sorted((counts[value] for value in values), reverse=True) == sorted(counts.values(), reverse=True)[:k]
    assert nums == before


@given(st.permutations([value for value in range(-3, 4) for _ in range(value + 4)]), st.integers(1, 7))
def test_where_all_counts_differ_the_values_are_known(nums: list[int], k: int) -> None:
    assert sorted(top_k_frequent(nums, k)) == list(range(4 - k, 4))
    assert set(top_k_frequent(nums, k)) == {value for value, _ in Counter(nums).most_common(k)}
