"""The page agrees with a search through all windows, shortest first."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.algorithms.min_window.reference import min_window


def by_trying(s: str, t: str) -> str:
    """Every window of every length, from left to right."""
    if not t:
        return ""
    for length in range(1, len(s) + 1):
        for start in range(len(s) - length + 1):
            window = s[start : start + length]
            if not Counter(t) - Counter(window):
                return window
    return ""


@given(st.text("abc", max_size=12), st.text("abc", max_size=5))
def test_the_page_agrees_with_trying_all_windows(s: str, t: str) -> None:
    assert min_window(s, t) == by_trying(s, t)


@pytest.mark.parametrize(("s", "t", "window"), [("ADOBECODEBANC", "ABC", "BANC"), ("a", "aa", ""), ("ab", "", "")])
def test_examples(s: str, t: str, window: str) -> None:
    assert min_window(s, t) == window
