"""The edit distance against a search over edits, against the recursion as it is defined, and as a metric."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.algorithms.edit_distance.reference import edit_distance

WORDS = st.text("abc", max_size=7)
SHORT = st.text("ab", max_size=4)


def one_edit_away(word: str, letters: str) -> set[str]:
    """Every string that one insertion, deletion or substitution makes of the word."""
    places = range(len(word) + 1)
    inserted = {word[:i] + letter + word[i:] for i in places for letter in letters}
    substituted = {word[:i] + letter + word[i + 1 :] for i in places[:-1] for letter in letters}
    return inserted | substituted | {word[:i] + word[i + 1 :] for i in places[:-1]}


@given(SHORT, SHORT)
def test_it_is_the_number_of_edits_that_a_search_finds(a: str, b: str) -> None:
    edits, reached = 0, {a}
    while b not in reached:
        edits += 1
        reached |= {other for word in reached for other in one_edit_away(word, "ab") if len(other) <= 4}
    assert edit_distance(a, b) == edits


@given(st.text(max_size=9), st.text(max_size=9))
def test_it_obeys_the_recursion(a: str, b: str) -> None:
    @cache
    def distance(i: int, j: int) -> int:
        if i == 0 or j == 0:
            return i + j
        kept_or_not = distance(i - 1, j - 1) + (a[i - 1] != b[j - 1])
        return min(distance(i - 1, j) + 1, distance(i, j - 1) + 1, kept_or_not)

    assert edit_distance(a, b) == distance(len(a), len(b))


@given(WORDS, WORDS, WORDS)
def test_it_is_a_metric(a: str, b: str, c: str) -> None:
    assert (edit_distance(a, b) == 0) == (a == b)
    assert edit_distance(a, b) == edit_distance(b, a)
    assert edit_distance(a, c) <= edit_distance(a, b) + edit_distance(b, c)


@pytest.mark.parametrize(
    ("a", "b", "distance"),
    [
        ("kitten", "sitting", 3),
        ("intention", "execution", 5),
        ("", "abc", 3),
        ("ab", "ba", 2),
        ("größer", "grosser", 3),
    ],
)
def test_known_distances(a: str, b: str, distance: int) -> None:
    assert edit_distance(a, b) == distance
