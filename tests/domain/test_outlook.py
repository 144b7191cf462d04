"""What will be known on the day if one goes on: bounds, what minutes change, what is named as out of reach."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_cli.domain.history.replay import catch_up
from interview_cli.domain.history.study_day import study_day
from interview_cli.domain.items.question import Bank
from interview_cli.domain.memory.ensemble import MEMBERS
from interview_cli.domain.memory.fsrs import Memory, Rating, first_memory, retrievability, review
from interview_cli.domain.planning import outlook as outlooks
from interview_cli.domain.planning.interview import Interview
from interview_cli.domain.planning.outlook import Outlook, outlook
from interview_cli.domain.planning.planner import forecast
from tests.fakes import ZONE, FakeClock, Happened, bank_of, code, question

MONDAY = date(2026, 3, 2)
BANK = bank_of(
    *(question(f"q{section:02}-n{number}", minutes=2) for section in range(1, 6) for number in range(8)),
    code("attention", "s07-attention", minutes=8),
)


def seen_from(
    happened: Happened,
    days: int,
    minutes: float,
    *,
    bank: Bank = BANK,
    weights: dict[int, float] | None = None,
) -> Outlook:
    """The outlook with an interview so many days ahead."""
    today = study_day(happened.clock.now(), ZONE)
    interview = Interview("lab", today + timedelta(days=days), weights or {})
    learner = catch_up(happened.events, bank.items, ZONE)
    return outlook(bank, learner, today, [interview], interview, minutes, frozenset(bank.problems))


def practised(days: int, recalled: bool = True) -> Happened:
    happened = Happened(FakeClock())
    for day in range(days):
        for number in range(8):
            section = 1 + (day + number) % 5
            happened.review(f"q{section:02}-n{number}", Rating.GOOD if recalled else Rating.AGAIN, seconds=60)
        happened.clock.advance(days=1)
    return happened


@settings(max_examples=25, deadline=None)
@given(days=st.integers(0, 25), minutes=st.floats(0, 60), known=st.integers(0, 6))
def test_laws_of_every_outlook(days: int, minutes: float, known: int) -> None:
    found = seen_from(practised(known), days, minutes)
    assert 0 <= found.share.low <= found.share.mean <= found.share.high <= 1
    assert found.less <= found.share.mean <= found.more <= 1
    assert [row.section for row in found.sections] == [1, 2, 3, 4, 5, 7]
    assert sum(row.items for row in found.sections) == len(BANK.items)
    assert sum(row.unreached for row in found.sections) == len(found.unreached)
    assert found == seen_from(practised(known), days, minutes)


def test_without_minutes_it_is_what_is_remembered_now() -> None:
    happened = practised(4)
    now, on = happened.clock.now(), MONDAY + timedelta(days=14)
    still = seen_from(happened, 10, 0)
    plain = forecast(BANK, happened.events, now, [], on, landed=frozenset(BANK.problems))
    assert still.unweighted.mean == pytest.approx(plain.mean, abs=0.05)
    assert forecast(BANK, happened.events, now, [], on, minutes=30, landed=frozenset(BANK.problems)).mean > plain.mean


def test_more_minutes_reach_more() -> None:
    few, many = seen_from(Happened(FakeClock()), 12, 3), seen_from(Happened(FakeClock()), 12, 40)
    assert len(few.unreached) > len(many.unreached) == 0
    assert few.share.mean < many.share.mean


@pytest.mark.parametrize(("known", "minutes"), [(0, 12), (0, 20), (3, 12), (3, 20)])
def test_what_other_minutes_change_is_what_an_outlook_with_them_says(known: int, minutes: float) -> None:
    """Up to what the outlook's widest views add, which are played with its own minutes alone, and by its own plan."""
    found = seen_from(practised(known), 12, minutes)
    assert found.more == pytest.approx(seen_from(practised(known), 12, minutes + 10).share.mean, abs=0.08)
    assert found.less == pytest.approx(seen_from(practised(known), 12, minutes - 10).share.mean, abs=0.08)


def test_what_cannot_be_reached_is_named_and_is_what_weighs_least() -> None:
    found = seen_from(Happened(FakeClock()), 7, 4, weights={1: 5.0, 2: 5.0, 7: 5.0})
    reached = {row.section: row.items - row.unreached for row in found.sections}
    assert found.unreached and set(found.unreached) <= set(BANK.items)
    assert reached[1] + reached[2] > reached[3] + reached[4] + reached[5]
    assert found.share.mean > found.unweighted.mean


def test_what_is_missed_is_named_by_section_and_by_concepts_of_which_nothing_is_reached() -> None:
    bank = bank_of(
        question("q01-a", "s01-reached", level=1, minutes=2),
        question("q01-b", "s01-reached", level=3, minutes=2),
        *(question(f"q02-n{number}", minutes=2) for number in range(6)),
    )
    found = seen_from(Happened(FakeClock()), 1, 2, bank=bank, weights={1: 20.0, 2: 0.5})
    assert [(row.section, row.items, row.concepts) for row in found.missed] == [
        (1, 1, ()),
        (2, 6, tuple(f"s02-n{number}" for number in range(6))),
    ]
    assert sum(row.items for row in found.missed) == len(found.unreached)


def test_the_way_there_is_foreseen_too() -> None:
    assert seen_from(practised(3), 7, 20).path == ()
    happened = practised(3)
    today = study_day(happened.clock.now(), ZONE)
    found = seen_from(happened, 40, 12)
    assert [day for day, _ in found.path] == [today + timedelta(days=ahead) for ahead in (7, 14, 28)]
    assert found.path[0][1].mean < found.path[-1][1].mean
    sooner = seen_from(happened, 14, 12)
    assert found.path[1][1].mean == pytest.approx(sooner.share.mean, abs=0.1)


@pytest.mark.parametrize("minutes", [1.5, 4])
def test_far_days_that_are_played_together_say_what_they_say_one_by_one(
    minutes: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = seen_from(practised(3), 200, minutes)
    monkeypatch.setattr("interview_cli.domain.planning.days_ahead.BLOCKS", ((200, 1),))
    alone = seen_from(practised(3), 200, minutes)
    assert together != alone
    assert together.share.mean == pytest.approx(alone.share.mean, abs=0.06)
    for (day, share), (same, by_day) in zip(together.path, alone.path, strict=True):
        assert day == same
        assert share.mean == pytest.approx(by_day.mean, abs=0.06)
    assert abs(len(together.unreached) - len(alone.unreached)) <= 3


def test_what_was_taken_as_known_leaves_today_its_minutes_and_an_answer_does_not() -> None:
    granted, answered = Happened(FakeClock()), Happened(FakeClock())
    granted.known("q01-n0")
    answered.review("q01-n0", Rating.GOOD, seconds=120)
    assert len(seen_from(granted, 3, 6).unreached) < len(seen_from(answered, 3, 6).unreached)


def test_days_off_are_days_less() -> None:
    happened = Happened(FakeClock())
    whole = seen_from(happened, 12, 6)
    for day in range(0, 12, 2):
        happened.setting(f"off:{MONDAY + timedelta(days=day)}", True)
    half = seen_from(happened, 12, 6)
    assert len(half.unreached) > len(whole.unreached)
    for day in range(0, 12, 2):
        happened.setting(f"off:{MONDAY + timedelta(days=day)}", False)
    assert seen_from(happened, 12, 6) == whole


def test_answers_narrow_the_bounds() -> None:
    fresh, known = seen_from(Happened(FakeClock()), 14, 30), seen_from(practised(14), 14, 30)
    assert known.share.high - known.share.low < fresh.share.high - fresh.share.low


def test_bounds_are_wider_before_answers_tell_of_forgetting(monkeypatch: pytest.MonkeyPatch) -> None:
    untried, tried = Happened(FakeClock()), practised(9)
    wide, narrow = seen_from(untried, 14, 10).share, seen_from(tried, 14, 10).share
    monkeypatch.setattr(outlooks, "UNTRIED", 0.0)
    for happened, found, stretch in ((untried, wide, 1.25), (tried, narrow, 1.04)):
        plain = seen_from(happened, 14, 10).share
        assert found.mean == plain.mean
        assert plain.high - plain.low < found.high - found.low <= stretch * (plain.high - plain.low)


@pytest.mark.parametrize("is_lawful", [True, False])
def test_bounds_are_wider_where_the_answers_refute_every_law(is_lawful: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """One learner remembers as a member's stabilities have it; another as often after a day as after three weeks."""
    happened, rng, member = Happened(FakeClock()), Random(5), MEMBERS[5]
    memories: dict[str, Memory] = {}
    for gap in (0, 2, 5, 11, 24):
        happened.clock.advance(days=gap)
        for number in range(40):
            item = f"q{1 + number % 5:02}-n{number // 5}"
            recall = retrievability(gap, memories[item].stability, member) if item in memories and is_lawful else 0.45
            rating = Rating.GOOD if rng.random() < recall else Rating.AGAIN
            memories[item] = (
                review(memories[item], rating, gap, member) if item in memories else first_memory(rating, member)
            )
            happened.review(item, rating)
    found = seen_from(happened, 7, 10).share
    monkeypatch.setattr(outlooks, "CONTRADICTED", 0.0)
    plain = seen_from(happened, 7, 10).share
    assert found.mean == plain.mean
    stretch = (found.high - found.low) / (plain.high - plain.low)
    assert stretch == pytest.approx(1) if is_lawful else stretch > 1.3


def test_who_forgets_everything_is_promised_less() -> None:
    assert seen_from(practised(8, recalled=False), 14, 20).share.mean < seen_from(practised(8), 14, 20).share.mean


@pytest.mark.parametrize(
    ("known", "days", "minutes", "said"),
    [
        (6, 0, 30, "It's the day: "),
        (9, 14, 120, "You have plenty of time: "),
        (0, 6, 2, "There isn't time for everything: "),
        (6, 14, 9, "You'll know about "),
    ],
)
def test_a_plain_sentence_says_how_it_stands(known: int, days: int, minutes: float, said: str) -> None:
    assert seen_from(practised(known), days, minutes).sentence.startswith(said)


def test_what_is_often_asked_is_told_apart_and_comes_first() -> None:
    asked = {name: "often" if name.startswith("s01") else "rarely" for name in BANK.concepts}
    concepts = {name: concept.model_copy(update={"asked": asked[name]}) for name, concept in BANK.concepts.items()}
    found = seen_from(Happened(FakeClock()), 10, 3, bank=BANK.model_copy(update={"concepts": concepts}))
    assert found.often is not None
    assert found.often.mean > found.share.mean


def test_what_would_be_answered_is_said_once_first_looks_tell_it() -> None:
    assert seen_from(practised(2), 2, 2).would_answer is None
    known, missed = seen_from(practised(4), 2, 2), seen_from(practised(4, recalled=False), 2, 2)
    assert known.would_answer is not None and missed.would_answer is not None
    assert known.would_answer.mean - known.share.mean > missed.would_answer.mean - missed.share.mean > 0


def test_code_costs_questions_and_brings_problems() -> None:
    bank = bank_of(
        *(question(f"q02-n{number}", minutes=2) for number in range(60)),
        *(code(f"p{number}", f"s07-p{number}", minutes=6) for number in range(6)),
    )
    found = seen_from(Happened(FakeClock()), 14, 15, bank=bank)
    assert found.code is not None
    assert found.code.problems > found.code.problems_without
    assert found.code.questions < found.code.without
    assert seen_from(Happened(FakeClock()), 14, 15, bank=bank_of(question("q02-a"))).code is None
