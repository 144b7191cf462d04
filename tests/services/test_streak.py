"""The streak of the last days is that of the whole log."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.domain.history.log_reading import effective, practice, undone_ids
from interview_cli.domain.history.study_day import study_day
from interview_cli.domain.progress.figures import answered_days, streak
from interview_cli.services.log.streak import FIRST_LOOK, current_streak
from tests.fakes import ZONE, Happened, MemoryLog, bank_of, question

BANK = bank_of(question("q01-a"))


def both(happened: Happened) -> tuple[int, int]:
    """From the last days, and from everything."""
    today = study_day(happened.clock.now(), ZONE)
    events = happened.events
    whole = streak(answered_days(practice(effective(events, BANK.items), ZONE)), today)
    return current_streak(MemoryLog(events), BANK, undone_ids(events), today, ZONE), whole


@given(gaps=st.lists(st.integers(0, 3), max_size=40), undone=st.integers(0, 9))
def test_the_streak_of_the_last_days_is_that_of_all(gaps: list[int], undone: int) -> None:
    happened = Happened()
    reviews = []
    for gap in gaps:
        happened.clock.advance(days=gap)
        reviews.append(happened.review("q01-a", seconds=9.0))
    for review in reviews[-undone:] if undone else []:
        happened.void(review)
    found, whole = both(happened)
    assert found == whole


@pytest.mark.parametrize("days", [FIRST_LOOK - 1, FIRST_LOOK, FIRST_LOOK + 1, 4 * FIRST_LOOK + 1, 500])
def test_a_long_streak_is_counted_to_its_beginning(days: int) -> None:
    happened = Happened()
    for _ in range(days):
        happened.clock.advance(days=1)
        happened.review("q01-a", seconds=9.0)
    assert both(happened) == (days, days)
