"""When an item would come back after each rating."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from interview_cli.domain.history.replay import catch_up
from interview_cli.domain.history.study_day import study_day
from interview_cli.domain.items.question import Bank
from interview_cli.domain.memory.fsrs import Rating
from interview_cli.domain.planning.day_plan import TARGET_WITH_DATE, TARGET_WITHOUT_DATE
from interview_cli.domain.planning.intervals import days_known, intervals
from interview_cli.domain.planning.interview import Interview
from interview_cli.domain.planning.planner import predicted_recall
from tests.fakes import ZONE, FakeClock, Happened, bank_of, question

BANK = bank_of(question("q01-a"), *(question(f"q02-n{number}") for number in range(60)))


def after(
    happened: Happened, days: int | None, minutes: float = 30, *, bank: Bank = BANK
) -> tuple[date, Mapping[Rating, date | None]]:
    """Today, and when q01-a comes back, with an interview so many days ahead."""
    today = study_day(happened.clock.now(), ZONE)
    ahead = [] if days is None else [Interview("lab", today + timedelta(days=days))]
    learner = catch_up(happened.events, bank.items, ZONE)
    return today, intervals(bank, learner, bank.items["q01-a"], today, ahead, minutes)


@settings(max_examples=40, deadline=None)
@given(
    ratings=st.lists(st.sampled_from(Rating), max_size=5),
    gap=st.integers(0, 9),
    days=st.none() | st.integers(0, 60),
    minutes=st.sampled_from((2.0, 30.0)),
)
def test_a_better_rating_comes_back_no_earlier_and_none_does_today_or_after_the_interview(
    ratings: list[Rating], gap: int, days: int | None, minutes: float
) -> None:
    happened = Happened(FakeClock())
    for rating in ratings:
        happened.review("q01-a", rating)
        happened.clock.advance(days=gap)
    today, found = after(happened, days, minutes)
    assert list(found) in ([], list(Rating))
    backs = [date.max if day is None else day for day in found.values()]
    assert backs == sorted(backs)
    assert all(today < day for day in backs)
    if days is not None:
        assert all(day is None or day < today + timedelta(days=days) for day in found.values())


def test_without_an_interview_it_is_the_day_on_which_the_plan_calls_it_due() -> None:
    happened = Happened(FakeClock())
    _, found = after(happened, None)
    back = found[Rating.GOOD]
    happened.review("q01-a", Rating.GOOD)
    learner = catch_up(happened.events, BANK.items, ZONE)
    assert back is not None
    assert predicted_recall(learner, "q01-a", back) < TARGET_WITHOUT_DATE
    assert predicted_recall(learner, "q01-a", back - timedelta(days=1)) >= TARGET_WITHOUT_DATE


def test_an_item_is_known_as_long_as_its_recall_stays_at_four_fifths() -> None:
    happened = Happened(FakeClock())
    today = study_day(happened.clock.now(), ZONE)
    kept = days_known(catch_up(happened.events, BANK.items, ZONE), BANK.items["q01-a"], today)
    assert list(kept.values()) == sorted(kept.values()) and min(kept.values()) >= 1
    happened.review("q01-a", Rating.GOOD)
    learner = catch_up(happened.events, BANK.items, ZONE)
    last = today + timedelta(days=kept[Rating.GOOD])
    assert predicted_recall(learner, "q01-a", last) >= TARGET_WITH_DATE
    assert predicted_recall(learner, "q01-a", last + timedelta(days=1)) < TARGET_WITH_DATE


def test_where_time_is_short_no_day_is_said() -> None:
    """What else waits decides on each day anew: a day told today would often be wrong."""
    _, ample = after(Happened(FakeClock()), 30, 60)
    assert ample[Rating.GOOD] is not None
    for days, minutes in ((30, 1), (4, 60)):
        _, short = after(Happened(FakeClock()), days, minutes)
        assert short == {}


def test_on_the_eve_and_on_the_day_nothing_comes_back_before_the_interview() -> None:
    for days in (0, 1):
        _, found = after(Happened(FakeClock()), days)
        assert set(found.values()) == {None}
