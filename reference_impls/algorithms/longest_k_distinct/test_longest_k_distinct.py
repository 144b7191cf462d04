"""The length against all substrings, and how it changes with k and with the string."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reference_impls.algorithms.longest_k_distinct.reference import longest_k_distinct
from reference_impls.algorithms.longest_unique_substring.reference import longest_unique_substring

WORDS = st.text("abcdA ", max_size=14)
LIMITS = st.integers(0, 6)


@given(WORDS, LIMITS)
def test_no_longer_substring_is_valid(s: str, k: int) -> None:
    lengths = [j - i for i in range(len(s)) for j in range(i + 1, len(s) + 1) if len(set(s[i:j])) <= k]
    assert longest_k_distinct(s, k) == max(lengths, default=0)


@given(WORDS, LIMITS)
def test_it_is_the_same_from_the_other_end(s: str, k: int) -> None:
    assert longest_k_distinct(s, k) == longest_k_distinct(s[::-1], k)


@given(WORDS, LIMITS)
def test_a_larger_limit_never_shortens_it(s: str, k: int) -> None:
    assert longest_k_distinct(s, k) <= longest_k_distinct(s, k + 1) <= len(s)


@given(WORDS)
def test_a_substring_without_repeats_fits_into_its_own_limit(s: str) -> None:
    unique = longest_unique_substring(s)
    assert longest_k_distinct(s, unique) >= unique
