"""The stack against looking ahead from each day, and the list left as it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reference_impls.algorithms.daily_temperatures.judging import cooling
from reference_impls.algorithms.daily_temperatures.reference import daily_temperatures


def by_looking_ahead(t: list[int]) -> list[int]:
    return [next((d for d in range(1, len(t) - day) if t[day + d] > t[day]), 0) for day in range(len(t))]


@given(st.lists(st.integers(-3, 3), max_size=40) | st.lists(st.integers(), max_size=20))
def test_each_wait_ends_at_the_first_warmer_day(t: list[int]) -> None:
    before = list(t)
    assert daily_temperatures(t) == by_looking_ahead(t)
    assert t == before


def test_a_long_cooling_ends_only_on_the_last_day() -> None:
    days = 3000
    assert daily_temperatures(cooling(days)) == list(range(days - 1, -1, -1))
