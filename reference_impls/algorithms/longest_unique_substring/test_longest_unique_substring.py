"""The sliding window against all substrings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.algorithms.longest_unique_substring.reference import longest_unique_substring


def by_all_substrings(s: str) -> int:
    ends = range(len(s) + 1)
    return max(end - start for end in ends for start in range(end + 1) if len(set(s[start:end])) == end - start)


@given(st.text(alphabet="abcd", max_size=25) | st.text(max_size=25))
def test_no_longer_substring_without_a_repeat_exists(s: str) -> None:
    assert longest_unique_substring(s) == by_all_substrings(s)


@given(st.text(alphabet="abcdef", max_size=30))
def test_a_string_and_its_reverse_have_the_same_length(s: str) -> None:
    assert longest_unique_substring(s) == longest_unique_substring(s[::-1])


@pytest.mark.parametrize(
    ("s", "length"), [("", 0), (" ", 1), ("abba", 2), ("abac", 3), ("aA", 2), ("pqrspt", 5), ("ab🙂b🙂", 3)]
)
def test_known_lengths(s: str, length: int) -> None:
    assert longest_unique_substring(s) == length
