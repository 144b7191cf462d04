"""The figures of a report, each from a history small enough to count by hand."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.domain.history.code_attempt import CodeAttempt
from interview_cli.domain.history.event import EventKind, Mode
from interview_cli.domain.history.study_day import study_day
from interview_cli.domain.items.answer import Mark
from interview_cli.domain.items.question import Bank
from interview_cli.domain.items.verdict import Outcome
from interview_cli.domain.memory.ensemble import Ensemble
from interview_cli.domain.memory.fsrs import Rating
from interview_cli.domain.memory.states import Answered, Known, Relearn, Review
from interview_cli.domain.planning.interview import Interview
from interview_cli.domain.planning.recall import Forecast
from interview_cli.domain.progress.calibration import EDGES, Foreseen, calibration, walk
from interview_cli.domain.progress.done import CodeProgress, DayDone, Hits
from interview_cli.domain.progress.figures import (
    MockTaken,
    Progress,
    SectionProgress,
    progress,
    streak,
)
from interview_cli.domain.progress.forecasts import Kept
from interview_cli.domain.progress.trend import Said, said_before, trend_days
from interview_cli.domain.rounds.scorecard import Ended, Judge, Recommendation, scorecard
from tests.domain.test_mock_scorecard import outcome, seen
from tests.fakes import ZONE, FakeClock, Happened, bank_of, code, question

MONDAY = date(2026, 3, 2)
BANK = bank_of(
    question("q07-a"),
    question("q07-b"),
    question("q09-a"),
    code("attention", "s07-attention"),
    code("rope", "s07-rope"),
)
LANDED = frozenset({"attention"})


@pytest.fixture
def happened() -> Happened:
    return Happened(FakeClock())


def report(happened: Happened, since: date | None = None, bank: Bank = BANK) -> Progress:
    return progress(bank, happened.events, happened.clock.now(), since, ZONE, landed=LANDED)


def test_nothing_done_is_a_report_of_zeroes(happened: Happened) -> None:
    found = report(happened)
    assert (found.since, found.totals.answers, found.totals.minutes, found.totals.streak) == (MONDAY, 0, 0, 0)
    assert (found.readiness.mean, found.outlook, found.forecasts) == (0, None, ())
    assert found.sections == (SectionProgress(7, 3, 0, 0, None, None), SectionProgress(9, 1, 0, 0, None, None))
    assert (found.code, found.calibration, found.days, found.mocks) == ((), (), (), ())
    assert [entry.item for entry in found.next] == ["q07-a", "q07-b", "q09-a"]


def test_answers_and_minutes_by_day(happened: Happened) -> None:
    happened.attempt("q07-a", seconds=60)
    happened.review("q07-a", seconds=90)
    happened.review("q09-a", mode=Mode.CRAM, seconds=30)
    happened.clock.advance(days=2)
    happened.void(happened.review("q07-b", seconds=600))
    happened.review("q07-b", seconds=60)
    found = report(happened)
    assert found.days == (DayDone(MONDAY, 2, 2.0), DayDone(MONDAY + timedelta(days=2), 1, 1.0))
    assert (found.totals.answers, found.totals.minutes) == (3, 3.0)


def test_the_period_begins_with_the_study_day_given_but_memory_and_streak_do_not(happened: Happened) -> None:
    happened.review("q07-a", Rating.AGAIN, seconds=60)
    happened.clock.advance(days=1)
    happened.review("q07-a", Rating.AGAIN, seconds=60)
    happened.attempt("attention", mark=Mark.WRONG, answer="def attention(): ...")
    happened.event(EventKind.ROUND, "coding", mode=Mode.MOCK)
    happened.clock.advance(days=1)
    happened.review("q07-b", seconds=60)
    wednesday = MONDAY + timedelta(days=2)
    whole, latter = report(happened), report(happened, since=wednesday)
    assert (whole.since, whole.totals.answers, len(whole.code), len(whole.mocks)) == (MONDAY, 3, 1, 1)
    assert (latter.since, latter.totals.answers, latter.code, latter.mocks) == (wednesday, 1, (), ())
    assert (whole.sections[0].recall, latter.sections[0].recall) == (0.0, None)
    assert (len(whole.calibration), latter.calibration) == (1, ())
    assert latter.totals.streak == whole.totals.streak == 3
    assert latter.sections[0].seen == whole.sections[0].seen == 2
    assert latter.readiness == whole.readiness


def test_sections_count_what_can_be_asked_and_compare_recall_with_prediction(happened: Happened) -> None:
    happened.review("q07-a", Rating.GOOD, seconds=60)
    happened.review("q07-b", Rating.GOOD)
    happened.clock.advance(days=3)
    happened.review("q07-a", Rating.AGAIN)
    happened.review("q07-b", Rating.HARD)
    happened.review("q07-b", Rating.AGAIN)  # on the same day: no test of memory
    first, second = report(happened).sections
    assert (first.items, first.seen, first.minutes, first.recall) == (3, 2, 1.0, 0.5)
    assert first.predicted is not None
    assert 0.4 < first.predicted < 0.9  # one was forgotten today: what counts is tomorrow
    assert second == SectionProgress(9, items=1, seen=0, minutes=0, recall=None, predicted=None)


def test_code_attempts_passes_and_slips_by_frequency(happened: Happened) -> None:
    for slips in (("no-scale",), ("no-mask", "no-scale"), ()):
        attempt = CodeAttempt(Outcome.PASS if not slips else Outcome.FAIL, slips, "def attention(): ...")
        happened.attempt("attention", mode=Mode.GRADE, answer=attempt.as_answer())
    happened.attempt("rope", mode=Mode.GRADE, mark=Mark.WRONG, answer="def rope(): ...")
    happened.attempt("q07-a", mark=Mark.RIGHT)
    assert report(happened).code == (
        CodeProgress("attention", 3, 1, ("no-scale", "no-mask")),
        CodeProgress("rope", 1, 0, ()),
    )


def test_grades_and_passes_are_told_apart_from_answers(happened: Happened) -> None:
    """Three grades that fail are no answers, and no share of right ones."""
    for _ in range(3):
        happened.attempt("attention", mode=Mode.GRADE, mark=Mark.WRONG, answer="def attention(): ...", seconds=60)
    happened.attempt("q07-a", mark=Mark.RIGHT, seconds=30)
    happened.attempt("q07-b", mark=Mark.UNREADABLE)
    disputed = happened.attempt("q09-a", mark=Mark.WRONG)
    happened.event(EventKind.DISPUTE, disputed.id)
    happened.attempt("q09-a", mark=Mark.PARTIAL)
    found = report(happened)
    assert (found.totals.answers, found.totals.grades, found.totals.passes) == (3, 3, 0)
    assert (found.totals.marked, found.totals.marked.share) == (Hits(3, 2), 2 / 3)
    assert [row.marked for row in found.sections] == [Hits(1, 1), Hits(2, 1)]
    [day] = found.days
    assert (day.answers, day.grades, day.minutes, day.marked) == (3, 3, 3.5, Hits(3, 2))


def test_the_grades_of_the_days_are_those_of_the_total(happened: Happened) -> None:
    """A file that could not be run is a grade; a revealed solution, whose review alone is kept, and planted code are none."""
    happened.attempt("attention", mode=Mode.GRADE, mark=Mark.WRONG, answer="def attention(): ...")
    happened.attempt("attention", mode=Mode.GRADE, mark=Mark.UNREADABLE, answer="def attention(:")
    happened.review("attention", Rating.AGAIN)
    happened.clock.advance(days=1)
    happened.review("rope", Rating.AGAIN, seconds=60)
    happened.attempt("debug-tiny-gpt", mark=Mark.WRONG, answer="def train(): ...")
    found = report(happened)
    assert found.totals.grades == 2
    assert [(day.grades, day.minutes) for day in found.days] == [(2, 0), (0, 1)]


def test_a_report_of_one_section_counts_nothing_of_others(happened: Happened) -> None:
    happened.attempt("q07-a", mark=Mark.RIGHT, seconds=60)
    happened.review("q07-a")
    happened.attempt("attention", mode=Mode.GRADE, mark=Mark.RIGHT, answer="def attention(): ...")
    happened.review("q09-a")
    happened.clock.advance(days=4)
    of = progress(BANK, happened.events, happened.clock.now(), None, ZONE, landed=LANDED, only=frozenset({9}))
    assert [row.section for row in of.sections] == [9]
    assert (of.totals.answers, of.totals.grades, of.code) == (1, 0, ())
    assert [entry.item for entry in of.next] == ["q09-a"]
    assert of.readiness.mean > 0.5  # its only item was seen


def test_days_ahead_tell_when_items_come_due_for_the_first_time(happened: Happened) -> None:
    happened.review("q07-a", Rating.AGAIN)
    happened.review("q07-b", Rating.EASY)
    happened.review("q09-a", Rating.GOOD)
    happened.event(EventKind.SETTING, "suspend:q09-a", answer="true")
    due = report(happened).due
    assert (len(due), due[0].day, due[0].items) == (14, MONDAY, 0)
    first = [day.day for day in due if day.items]
    assert sum(day.items for day in due) == len(first) == 2
    forgotten = Ensemble.replay([Review("q07-a", MONDAY, Rating.AGAIN)])
    assert forgotten.recall("q07-a", first[0]) < 0.9 <= forgotten.recall("q07-a", first[0] - timedelta(days=1))


def test_the_trend_is_what_was_known_on_mornings_until_today(happened: Happened) -> None:
    for item in ("q07-a", "q07-b", "q09-a"):
        happened.review(item)
        happened.clock.advance(days=1)
    found = report(happened)
    assert [one.day for one in found.trend] == [MONDAY + timedelta(days=n) for n in range(4)]
    means = [one.share.mean for one in found.trend]
    assert means == sorted(means)
    assert (means[0], means[-1]) == (0.0, found.readiness.mean)


def test_with_an_interview_ahead_the_trend_weighs_sections_as_its_forecasts_do(happened: Happened) -> None:
    """Else the line and the dots of what was said of its days would not be comparable."""
    happened.review("q09-a")
    happened.clock.advance(days=1)
    lab = Interview("lab", MONDAY + timedelta(days=20), weights={9: 3.0})
    found = progress(BANK, happened.events, happened.clock.now(), None, ZONE, interviews=[lab], landed=LANDED)
    assert found.trend[-1].share.mean > 1.5 * found.readiness.mean


@pytest.mark.parametrize("length", [0, 1, 5, 11, 12, 400])
def test_a_trend_has_at_most_twelve_days_from_the_first_to_today(length: int) -> None:
    end = MONDAY + timedelta(days=length)
    days = trend_days(MONDAY, end)
    assert (days[0], days[-1]) == (MONDAY, end) or length == 0
    assert len(days) == len(set(days)) == min(length + 1, 12)


def test_what_forecasts_said_of_days_that_came_is_told_by_day(happened: Happened) -> None:
    lab = Interview("lab", MONDAY + timedelta(days=9))
    early, late = MONDAY + timedelta(days=2), MONDAY + timedelta(days=9)
    kept = Kept(MONDAY, lab, 30.0, ((early, Forecast(0.2, 0.1, 0.3)), (late, Forecast(0.5, 0.4, 0.6))))
    told = said_before([kept], MONDAY, MONDAY + timedelta(days=5))
    assert told == (Said(MONDAY, early, Forecast(0.2, 0.1, 0.3)),)
    assert said_before([kept], early + timedelta(days=1), early + timedelta(days=5)) == ()


def test_readiness_is_the_share_of_what_can_be_asked(happened: Happened) -> None:
    happened.review("q07-a")
    gone, ahead = Interview("gone", MONDAY - timedelta(days=1)), Interview("lab", MONDAY + timedelta(days=20))
    found = progress(BANK, happened.events, happened.clock.now(), None, ZONE, interviews=[gone, ahead], landed=LANDED)
    assert found.interviews == (gone, ahead)
    assert found.readiness.mean == 0.25


def test_mocks_of_the_period(happened: Happened) -> None:
    happened.event(EventKind.ROUND, "coding", mode=Mode.MOCK, score=0.6, answer="{}")
    assert report(happened).mocks == (MockTaken("coding", happened.clock.now(), 0.6),)


def test_a_mock_of_which_too_little_was_answered_has_no_score(happened: Happened) -> None:
    """As its card has it."""
    left = seen(outcome(judge=Judge.YOU), outcome(0.0, ended=Ended.NOT_REACHED, budget=90.0), minutes=9.0)
    said = scorecard(left).recommendation
    assert said is Recommendation.UNSAID
    happened.event(EventKind.ROUND, "coding", mode=Mode.MOCK, score=0.1, answer=json.dumps(left.as_json()))
    [taken] = report(happened).mocks
    assert (taken.score, taken.said) == (None, "not enough answered to say")


def test_what_comes_next_is_what_a_drill_would_ask(happened: Happened) -> None:
    happened.review("q09-a", Rating.AGAIN)
    happened.clock.advance(days=3)
    first, *others = report(happened).next
    assert (first.item, first.why) == ("q09-a", "due: recall 43 %, target 90 %")
    assert [entry.why for entry in others] == ["new: in the guide"] * 2


@pytest.mark.parametrize(
    ("days_ago", "length"),
    [([], 0), ([0], 1), ([1], 1), ([2], 0), ([0, 1, 2], 3), ([1, 2, 4], 2), ([0, 2, 3], 1), ([-1], 0)],
)
def test_a_streak_ends_today_or_yesterday(days_ago: list[int], length: int) -> None:
    assert streak({MONDAY - timedelta(days=days) for days in days_ago}, MONDAY) == length


def test_a_day_on_which_nothing_could_be_read_is_none_of_a_streak(happened: Happened) -> None:
    """Such as one grade of a file that did not parse."""
    happened.attempt("attention", mark=Mark.UNREADABLE, seconds=5)
    assert report(happened).totals.streak == 0


# --- calibration


def test_only_reviews_that_test_a_memory_are_foreseen() -> None:
    def day(number: int) -> date:
        return MONDAY + timedelta(days=number)

    told: list[Answered] = [
        Review("a", day(0), Rating.GOOD),
        Review("a", day(0), Rating.AGAIN),
        Review("a", day(3), Rating.HARD),
        Known("a", day(5)),
        Relearn("a", day(5)),
        Review("a", day(6), Rating.GOOD),
        Review("a", day(9), Rating.AGAIN),
    ]
    first, second = walk(told).reviews
    assert (first.item, first.day, first.recalled) == ("a", day(3), True)
    assert first.predicted == pytest.approx(Ensemble.replay(told[:2]).recall("a", day(3)))
    assert (second.day, second.recalled) == (day(9), False)
    assert second.predicted == pytest.approx(Ensemble.replay(told[:6]).recall("a", day(9)))


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 30), st.sampled_from(Rating)), max_size=20))
def test_what_a_walk_foresees_is_what_the_ensemble_of_the_morning_expects(looks: list[tuple[str, int, Rating]]) -> None:
    told = [
        Review(item, MONDAY + timedelta(days=n), rating) for item, n, rating in sorted(looks, key=lambda one: one[1])
    ]
    for one in walk(told).reviews:
        morning = Ensemble.replay(answer for answer in told if answer.day < one.day)
        assert one.predicted == pytest.approx(morning.recall(one.item, one.day), rel=1e-12)


def test_a_day_that_is_asked_for_is_kept_as_it_began() -> None:
    told = [Review("a", MONDAY + timedelta(days=n), Rating.GOOD) for n in (0, 2, 4)]
    asked = [MONDAY + timedelta(days=n) for n in (2, 3, 9)]
    kept = walk(told, asked).mornings
    for day, answered in zip(asked, (1, 2, 3), strict=True):
        assert kept[day] == Ensemble.replay(told[:answered])


def test_retention_is_told_beside_what_was_predicted_for_the_same_reviews(happened: Happened) -> None:
    for item in ("q07-a", "q07-b", "q09-a"):
        happened.review(item)
    happened.clock.advance(days=3)
    happened.review("q07-a", Rating.GOOD)
    happened.review("q07-b", Rating.AGAIN)
    [row] = report(happened).retention
    assert (row.section, row.actual, row.reviews) == (7, 0.5, 2)
    assert 0.8 < row.predicted < 0.95
    happened.clock.advance(days=1)
    assert report(happened, study_day(happened.clock.now(), ZONE)).retention == ()


DAYS = st.integers(0, 9).map(lambda days: MONDAY + timedelta(days=days))
REVIEWS = st.builds(Review, st.sampled_from("abc"), DAYS, st.sampled_from(Rating))


@given(st.lists(REVIEWS, max_size=12))
def test_a_walk_ends_in_what_a_replay_of_all_ends_in(told: list[Review]) -> None:
    told.sort(key=lambda answer: answer.day)
    assert walk(told).after == Ensemble.replay(told)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans())))
def test_every_review_is_in_the_bin_of_its_prediction(pairs: list[tuple[float, bool]]) -> None:
    bins = calibration(Foreseen("a", MONDAY, predicted, recalled) for predicted, recalled in pairs)
    assert sum(one.reviews for one in bins) == len(pairs)
    assert round(sum(one.actual * one.reviews for one in bins)) == sum(recalled for _, recalled in pairs)
    for one in bins:
        assert one.low in EDGES
        assert one.low - 1e-9 <= one.predicted <= one.high + 1e-9
    assert [one.low for one in bins] == sorted({one.low for one in bins})
