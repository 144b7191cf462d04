"""The page sorts, whatever the lists are, and leaves them alone."""

from __future__ import annotations

import heapq

from hypothesis import given
from hypothesis import strategies as st

from reference_impls.algorithms.merge_k_sorted.reference import merge_k_sorted


@given(st.lists(st.lists(st.integers(-9, 9), max_size=6).map(sorted), max_size=6))
def test_the_page_sorts(lists: list[list[int]]) -> None:
    before = [list(numbers) for numbers in lists]
    merged = merge_k_sorted(lists)
    assert merged == sorted(value for numbers in lists for value in numbers)
    assert merged == list(heapq.merge(*lists))
    assert lists == before
