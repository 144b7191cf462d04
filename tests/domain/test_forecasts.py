"""Forecasts are kept once a day as they were made, and held against what the answers said when their day came."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from interview_cli.domain.history.log_reading import answers, effective, practice
from interview_cli.domain.history.replay import catch_up
from interview_cli.domain.history.study_day import study_day
from interview_cli.domain.items.question import Bank
from interview_cli.domain.memory.fsrs import Rating
from interview_cli.domain.planning.interview import Interview, interviews_of
from interview_cli.domain.planning.outlook import Outlook
from interview_cli.domain.planning.recall import Forecast, recalled_share, share_known
from interview_cli.domain.progress.calibration import walk
from interview_cli.domain.progress.forecasts import Kept, kept_forecasts, latest_kept, to_keep
from interview_cli.domain.progress.hindsight import Hindsight, come_due, hindsight, track_records
from tests.fakes import ZONE, FakeClock, Happened, bank_of, question

MONDAY = date(2026, 3, 2)
WEEK = timedelta(days=7)
[LAB] = interviews_of({"interview:lab": {"on": "2026-03-16", "role": "t2i", "weights": {"7": 3.0}}})
OUTLOOK = Outlook(
    on=LAB.on,
    days=14,
    minutes=30.0,
    share=Forecast(0.61234, 0.5, 0.7),
    unweighted=Forecast(0.6, 0.5, 0.7),
    less=0.5,
    more=0.7,
    path=((MONDAY + WEEK, Forecast(0.4, 0.3, 0.5)),),
    sections=(),
    unreached=(),
    missed=(),
)


def kept(*, made: date = MONDAY, interview: Interview = LAB, outlook: Outlook = OUTLOOK) -> dict[str, Any]:
    setting = to_keep({}, interview, outlook, made)
    assert setting is not None
    return dict([setting])


def test_a_forecast_is_read_as_it_was_kept() -> None:
    settings = kept()
    assert list(settings) == ["forecast:lab:2026-03-02"]
    [found] = kept_forecasts(settings)
    assert (found.made, found.interview, found.minutes) == (MONDAY, LAB, 30)
    assert found.shares == ((MONDAY + WEEK, Forecast(0.4, 0.3, 0.5)), (LAB.on, Forecast(0.6123, 0.5, 0.7)))
    assert found.share.mean == 0.6123
    assert dict(found.interview.weights) == dict(LAB.weights)


def test_a_name_may_hold_a_colon() -> None:
    [found] = kept_forecasts(kept(interview=replace(LAB, name="lab: image")))
    assert found.interview.name == "lab: image"


def test_one_is_kept_a_day_unless_the_plan_was_changed() -> None:
    settings = kept()
    assert to_keep(settings, LAB, OUTLOOK, MONDAY) is None
    assert to_keep(settings, LAB, OUTLOOK, MONDAY + timedelta(days=1)) is not None
    assert to_keep(settings, LAB, replace(OUTLOOK, minutes=45.0), MONDAY) is not None
    assert to_keep(settings, replace(LAB, role="video"), OUTLOOK, MONDAY) is not None
    assert to_keep(settings, replace(LAB, name="other"), OUTLOOK, MONDAY) is not None


def test_the_latest_of_an_interview_counts() -> None:
    settings = kept(made=MONDAY + WEEK) | kept() | kept(interview=replace(LAB, name="other"))
    latest = latest_kept(settings, "lab")
    assert latest is not None and latest.made == MONDAY + WEEK
    assert latest_kept(settings, "nobody") is None


@pytest.mark.parametrize(
    "value", [None, 3, {}, {"on": "2026-03-16"}, {"on": "2026-03-16", "minutes": 30, "share": {"soon": [1, 2]}}]
)
def test_a_setting_that_is_no_forecast_is_passed_over(value: Any) -> None:
    assert kept_forecasts({"forecast:lab:2026-03-02": value}) == ()


# --- what happened

BANK = bank_of(*(question(f"q{section:02}-n{number}") for section in (7, 9) for number in range(20)))


def scored(happened: Happened, *forecasts: Kept, bank: Bank = BANK, today: date | None = None) -> tuple[Hindsight, ...]:
    counted = effective(happened.events, bank.items)
    day = today or study_day(happened.clock.now(), ZONE)
    told, practised_ = answers(counted, bank.items, ZONE), practice(counted, ZONE)
    due = come_due(forecasts, day)
    return hindsight(due, bank, walk(told, {day for _, day, _ in due}), practised_, frozenset())


def said(day: date, mean: float, *, made: date = MONDAY, interview: Interview | None = None) -> Kept:
    """A forecast of MONDAY for one day, by default that of its interview."""
    return Kept(made, interview or Interview("lab", day), 30, ((day, Forecast(mean, mean - 0.1, mean + 0.1)),))


def practised(days: int, rating: Rating, seconds: float = 60) -> Happened:
    """Ten items of section 7, asked each day."""
    happened = Happened(FakeClock())
    for _ in range(days):
        for number in range(10):
            happened.review(f"q07-n{number}", rating, seconds=seconds)
        happened.clock.advance(days=1)
    return happened


def test_what_was_known_is_the_share_of_all_items_that_the_answers_until_then_let_expect() -> None:
    [found] = scored(practised(7, Rating.GOOD), said(MONDAY + WEEK, 0.3))
    assert (found.days, found.day, found.is_the_interviews) == (7, MONDAY + WEEK, True)
    assert found.was == pytest.approx(10 / 40, abs=0.03)
    assert found.held
    assert not scored(practised(7, Rating.GOOD), said(MONDAY + WEEK, 0.6))[0].held


def test_answers_of_that_day_and_later_do_not_count() -> None:
    happened = practised(7, Rating.GOOD)
    [before] = scored(happened, said(MONDAY + WEEK, 0.3))
    for number in range(20):
        happened.review(f"q09-n{number}", Rating.GOOD)
    assert scored(happened, said(MONDAY + WEEK, 0.3)) == (before,)


def test_answers_that_fail_more_than_was_predicted_lower_it() -> None:
    learned, forgot = practised(3, Rating.GOOD), practised(3, Rating.GOOD)
    for happened, rating in ((learned, Rating.GOOD), (forgot, Rating.AGAIN)):
        for number in range(10):
            happened.review(f"q07-n{number}", rating)
        happened.clock.advance(days=1)
    [good], [bad] = (scored(happened, said(MONDAY + timedelta(days=4), 0.3)) for happened in (learned, forgot))
    assert good.answers == bad.answers == 30
    assert good.was == pytest.approx(0.25, abs=0.02)
    assert bad.was < good.was / 1.3


def test_sections_count_as_the_interview_weighed_them_then() -> None:
    weighs = Interview("lab", MONDAY + WEEK, {7: 3.0, 9: 1.0})
    [even], [heavy] = (
        scored(practised(7, Rating.GOOD), said(MONDAY + WEEK, 0.3, interview=one)) for one in (None, weighs)
    )
    assert heavy.was == pytest.approx(1.5 * even.was, abs=0.01)


def test_minutes_are_told_as_they_were_meant_and_as_they_were() -> None:
    [found] = scored(practised(7, Rating.GOOD, seconds=90), said(MONDAY + WEEK, 0.3))
    assert (found.planned, found.practised) == (30, 15)


def test_what_a_concept_lends_to_items_that_were_not_met_counts() -> None:
    """As in the forecast itself, for a learner whose first looks say that it does."""
    bank = bank_of(*(question(f"q07-{name}{n}", f"s07-c{n}") for name in "abc" for n in range(40)))
    happened = Happened(FakeClock())
    for n in range(40):
        happened.review(f"q07-a{n}", Rating.GOOD if n % 4 == 0 else Rating.AGAIN)
    happened.clock.advance(days=1)
    for n in range(40):
        happened.review(f"q07-a{n}", Rating.EASY)
        happened.review(f"q07-b{n}", Rating.EASY)
    happened.clock.advance(days=8)
    [found] = scored(happened, said(MONDAY + timedelta(days=9), 0.6), bank=bank)
    learner = catch_up(happened.events, bank.items, ZONE)
    met = share_known(
        [(1.0, learner.ensemble.expected(item, found.day)) for item in bank.items], learner.ensemble.expected_weights
    )
    assert found.answers == 0
    assert found.was == pytest.approx(recalled_share(bank, bank.items.values(), learner, found.day).mean)
    assert found.was > met.mean + 0.05


def test_only_days_that_have_come_and_not_long_ago_are_scored() -> None:
    happened = practised(2, Rating.GOOD)
    forecasts = [said(MONDAY + timedelta(days=days), 0.3) for days in (1, 2, 3)]
    assert [one.days for one in scored(happened, *forecasts)] == [1, 2]
    assert scored(happened, *forecasts, today=MONDAY + timedelta(days=60)) == ()
    assert scored(happened) == ()


def test_track_records_gather_by_how_far_was_looked_ahead() -> None:
    on = MONDAY + timedelta(days=30)
    lab = Interview("lab", on)
    happened = practised(10, Rating.GOOD)
    forecasts = [
        said(MONDAY + timedelta(days=made + 7), mean, made=MONDAY + timedelta(days=made), interview=lab)
        for made, mean in ((0, 0.25), (1, 0.6), (2, 0.25))
    ]
    far = said(MONDAY + timedelta(days=9), 0.2)
    week, own = track_records(scored(happened, *forecasts, far))
    assert (week.days, week.count, week.held) == (7, 3, 2)
    assert week.latest.made == MONDAY + timedelta(days=2)
    assert week.miss == pytest.approx(0.35 / 3, abs=0.03)
    assert (own.days, own.count, own.latest.days) == (None, 1, 9)
    assert track_records(()) == ()
