"""What events mean: nothing undone counts, nothing renamed is lost, a killed drill goes on where it was."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_cli.domain.history.code_attempt import CodeAttempt
from interview_cli.domain.history.event import Event, EventKind, Mode
from interview_cli.domain.history.log_reading import (
    Practice,
    answers,
    dormant,
    effective,
    flags,
    notes,
    open_sessions,
    practice,
    remaining,
    undo_event,
    undone_ids,
)
from interview_cli.domain.history.log_reading import settings as settings_of
from interview_cli.domain.history.replay import catch_up
from interview_cli.domain.history.study_day import study_day
from interview_cli.domain.items.answer import MAX_ANSWER_BYTES, Mark
from interview_cli.domain.items.question import AnyItem
from interview_cli.domain.items.verdict import CheckResult, CheckStatus, Diagnosis, Outcome, Verdict
from interview_cli.domain.memory.fsrs import Rating
from interview_cli.domain.memory.states import Known, Relearn, Review
from tests.fakes import ZONE, FakeClock, Happened, SequentialIds, bank_of, question

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)
NO_ITEMS: dict[str, AnyItem] = {}


@pytest.fixture
def happened() -> Happened:
    return Happened(FakeClock())


def told(happened: Happened, *items: AnyItem) -> list[object]:
    by_id = {item.id: item for item in items}
    return list(answers(effective(happened.events, by_id), by_id, ZONE))


# --- effective


def test_a_voided_event_and_its_void_do_not_count(happened: Happened) -> None:
    kept = happened.review("q01-a")
    happened.void(happened.review("q01-b"))
    assert effective(happened.events, NO_ITEMS) == [kept]


def test_events_a_microsecond_apart_stay_in_order_whatever_their_zones(happened: Happened) -> None:
    first = happened.review("q01-a")
    at = (first.at + timedelta(microseconds=1)).astimezone(timezone(timedelta(hours=-9, minutes=-30)))
    second = replace(first, id="second", at=at, device="")
    assert effective([second, first], NO_ITEMS) == [first, second]


def test_events_are_in_the_order_of_their_time_also_when_a_log_was_merged_later(happened: Happened) -> None:
    later = happened.review("q01-a")
    happened.clock.advance(days=-1)
    earlier, at_the_same_time = happened.review("q01-b"), happened.review("q01-c")
    assert effective(happened.events, NO_ITEMS) == [earlier, at_the_same_time, later]


def test_the_history_of_a_renamed_item_goes_on_under_its_new_id(happened: Happened) -> None:
    happened.review("q01-old")
    happened.note("q01-old", "n")
    happened.bury("q01-old", TUESDAY)
    happened.suspend("q01-old")
    renamed = question("q01-new", aliases=("q01-older", "q01-old"))
    events = effective(happened.events, {"q01-new": renamed})
    assert [event.item for event in events] == ["q01-new", "q01-new", "bury:q01-new", "suspend:q01-new"]


def test_an_alias_that_an_item_bears_as_its_id_renames_nothing(happened: Happened) -> None:
    happened.review("q01-old")
    bank = bank_of(question("q01-old"), question("q01-new", aliases=("q01-old",)))
    assert [event.item for event in effective(happened.events, bank.items)] == ["q01-old"]


# --- answers


def test_what_the_memory_is_told(happened: Happened) -> None:
    """Rated reviews and 'I know this' by study day; not cramming, attempts, disputes, or reviews without a rating."""
    happened.dispute(happened.attempt("q01-a", mark=Mark.WRONG))
    happened.review("q01-a", Rating.HARD)
    happened.review("q01-b", None)
    happened.review("q01-c", Rating.GOOD, mode=Mode.CRAM)
    happened.known("q01-d")
    happened.clock.set(datetime(2026, 3, 3, 3, 59, tzinfo=ZONE))
    happened.review("q01-e", Rating.EASY, mode=Mode.MOCK)
    happened.clock.advance(minutes=1)
    happened.review("q01-f", Rating.AGAIN, answer='{"known": false}')
    assert told(happened) == [
        Review("q01-a", MONDAY, Rating.HARD),
        Known("q01-d", MONDAY),
        Review("q01-e", MONDAY, Rating.EASY),
        Review("q01-f", TUESDAY, Rating.AGAIN),
    ]


def test_the_study_day_is_that_of_the_users_zone(happened: Happened) -> None:
    happened.clock.set(datetime(2026, 3, 3, 2, 30, tzinfo=UTC))  # 3:30 in Berlin
    happened.review("q01-a")
    assert told(happened) == [Review("q01-a", MONDAY, Rating.GOOD)]


def test_a_higher_revision_in_the_bank_makes_an_item_new_again(happened: Happened) -> None:
    happened.review("q01-a")
    second = question("q01-a", revision=2)
    old = Review("q01-a", MONDAY, Rating.GOOD)
    assert told(happened, second) == [old, Relearn("q01-a", MONDAY)]

    happened.clock.advance(days=1)
    happened.review("q01-a", Rating.EASY, revision=2)
    happened.review("q01-a", Rating.AGAIN, revision=1)  # a second machine with an older bank
    assert told(happened, second) == [old, Relearn("q01-a", MONDAY), Review("q01-a", TUESDAY, Rating.EASY)]


def test_a_lower_revision_in_the_bank_changes_nothing(happened: Happened) -> None:
    happened.review("q01-a", revision=3)
    assert told(happened, question("q01-a")) == [Review("q01-a", MONDAY, Rating.GOOD)]


# --- undo


def test_undo_takes_back_the_last_review_and_then_the_one_before(happened: Happened) -> None:
    first = happened.review("q01-a")
    attempt = happened.attempt("q01-b")
    second = happened.review("q01-b", session="s")
    now = happened.clock.now()

    undo = undo_event(happened.events, happened.ids, now)
    assert undo is not None
    assert (undo.kind, undo.item, undo.session, undo.at) == (EventKind.VOID, second.id, "s", now)
    happened.events.append(undo)
    assert effective(happened.events, NO_ITEMS) == [first, attempt]

    again = undo_event(happened.events, happened.ids, now)
    assert again is not None
    assert again.item == first.id
    happened.events.append(again)
    assert undo_event(happened.events, happened.ids, now) is None


# --- settings, notes, flags


def test_a_buried_item_sleeps_until_its_day_and_a_suspended_one_until_it_is_resumed(happened: Happened) -> None:
    happened.bury("q01-a", TUESDAY)
    happened.suspend("q01-b")
    happened.suspend("q01-c")
    happened.resume("q01-c")
    happened.setting("bury:q01-d", "soon")
    values = settings_of(happened.events)
    assert dormant(values, MONDAY) == {"q01-a", "q01-b"}
    assert dormant(values, TUESDAY) == {"q01-b"}


def test_the_last_note_counts_and_an_empty_one_removes_it(happened: Happened) -> None:
    happened.note("q01-a", "first")
    happened.note("q01-a", "second")
    happened.note("q01-b", "gone")
    happened.note("q01-b", "")
    assert notes(happened.events) == {"q01-a": "second"}


def test_all_flags_of_an_item_are_kept_in_order(happened: Happened) -> None:
    happened.flag("q01-a", "the sign is wrong")
    happened.flag("q01-a", "and so is the source")
    assert flags(happened.events) == {"q01-a": ("the sign is wrong", "and so is the source")}


# --- the drill that was cut short


def still_open(happened: Happened) -> list[tuple[tuple[str, ...], str | None]]:
    """Of each open drill what is to do, and the item whose answer waits for its rating."""
    today = study_day(happened.clock.now(), ZONE)
    sessions = open_sessions(effective(happened.events, NO_ITEMS), today, ZONE)
    return [(session.todo, session.answered.item if session.answered else None) for session in sessions]


def test_a_killed_drill_resumes_at_the_rating_of_the_answered_item(happened: Happened) -> None:
    session = happened.session_start("q01-a", "q01-b", "q01-c", minutes=20)
    happened.attempt("q01-a", session=session, seconds=30)
    happened.review("q01-a", session=session, seconds=40)
    assert still_open(happened) == [(("q01-b", "q01-c"), None)]
    happened.attempt("q01-b", session=session, mark=Mark.RIGHT, seconds=15)
    assert still_open(happened) == [(("q01-b", "q01-c"), "q01-b")]

    [resumed] = open_sessions(happened.events, MONDAY, ZONE)
    assert (resumed.id, resumed.minutes, resumed.seconds_spent) == (session, 20, 55)


def test_an_unreadable_attempt_is_asked_again(happened: Happened) -> None:
    session = happened.session_start("q01-a")
    happened.attempt("q01-a", session=session, mark=Mark.UNREADABLE)
    assert still_open(happened) == [(("q01-a",), None)]


def test_an_undone_review_is_to_do_again_and_its_attempt_waits(happened: Happened) -> None:
    session = happened.session_start("q01-a", "q01-b")
    happened.attempt("q01-a", session=session)
    happened.void(happened.review("q01-a", session=session))
    assert still_open(happened) == [(("q01-a", "q01-b"), "q01-a")]


def test_what_is_no_open_drill_of_today(happened: Happened) -> None:
    assert still_open(happened) == []
    happened.session_start("q01-a", mode=Mode.MOCK)
    assert still_open(happened) == []
    first = happened.session_start("q01-a")
    last = happened.session_start("q01-b")
    happened.session_end(last)
    assert first != last
    assert still_open(happened) == []
    happened.session_start("q01-c")
    assert still_open(happened) == [(("q01-c",), None)]
    happened.clock.advance(days=1)
    assert still_open(happened) == []


def test_each_place_has_a_drill_of_its_own_and_the_newest_comes_first(happened: Happened) -> None:
    happened.session_start("q01-a")
    happened.clock.advance(minutes=1)
    second = happened.session_start("q01-b", place=2)
    assert still_open(happened) == [(("q01-b",), None), (("q01-a",), None)]
    happened.session_end(second)
    assert still_open(happened) == [(("q01-a",), None)]


@pytest.mark.parametrize("place", [None, "second", 7, [2]])
def test_a_drill_without_a_place_that_there_is_has_the_first(happened: Happened, place: object) -> None:
    """The log of an earlier version has none, and what was imported may hold anything."""
    happened.session_start("q01-a", place=place)
    assert [session.place for session in open_sessions(happened.events, MONDAY, ZONE)] == [1]


def test_a_drill_that_goes_on_past_four_in_the_morning_is_one_of_the_new_day(happened: Happened) -> None:
    happened.clock.set(datetime(2026, 3, 3, 3, 50, tzinfo=ZONE))
    session = happened.session_start("q01-a", "q01-b")
    happened.clock.advance(minutes=20)
    assert still_open(happened) == []
    happened.review("q01-a", session=session)
    assert still_open(happened) == [(("q01-b",), None)]


# --- practice


def test_time_is_counted_once_whether_attempt_or_review_holds_it(happened: Happened) -> None:
    happened.attempt("q01-a", seconds=30)
    happened.review("q01-a", seconds=40)
    happened.attempt("q01-b", seconds=20)
    happened.attempt("q01-b", seconds=25)
    happened.attempt("q01-b", mark=Mark.UNREADABLE)
    happened.review("q01-b")
    happened.review("q01-c", mode=Mode.CRAM, seconds=5)
    assert practice(happened.events, ZONE) == {
        (MONDAY, "q01-a"): Practice(1, 40),
        (MONDAY, "q01-b"): Practice(2, 45),
        (MONDAY, "q01-c"): Practice(1, 5),
    }


# --- code attempts


def test_the_attempt_at_a_problem_keeps_verdict_slips_and_source(happened: Happened) -> None:
    verdict = Verdict(
        *("attention", "a.py", Outcome.FAIL, "1 of 2 checks failed"),
        seed=1,
        checks=(CheckResult("mask", CheckStatus.FAIL),),
        diagnosis=(Diagnosis("slip", "no-scale", "m"), Diagnosis("difference", None, "m")),
    )
    attempt = CodeAttempt.graded(verdict, "def attention(): ...")
    assert attempt == CodeAttempt(Outcome.FAIL, ("no-scale",), "def attention(): ...")
    assert CodeAttempt.of(happened.attempt("attention", answer=attempt.as_answer())) == attempt


@pytest.mark.parametrize("source", ["x = 1\n" * 40_000, "é" * 50_000, "\x00" * 30_000])
def test_a_long_source_is_cut_so_that_its_event_can_be_read_again(happened: Happened, source: str) -> None:
    answer = CodeAttempt(Outcome.PASS, ("a-slip",), source).as_answer()
    assert len(answer.encode()) <= MAX_ANSWER_BYTES
    kept = CodeAttempt.of(happened.attempt("p", answer=answer))
    assert (kept.ok, kept.slips) == (True, ("a-slip",))
    assert source.startswith(kept.source)
    assert kept.source


@pytest.mark.parametrize(("mark", "ok"), [(Mark.RIGHT, True), (Mark.WRONG, False), (None, False)])
def test_an_answer_that_is_a_bare_source_has_the_verdict_of_its_mark(
    happened: Happened, mark: Mark | None, ok: bool
) -> None:
    attempt = CodeAttempt.of(happened.attempt("p", answer='{"a": 1}', mark=mark))
    assert (attempt.ok, attempt.slips, attempt.source) == (ok, (), '{"a": 1}')


# --- the replay and its shortcut

ITEMS = ("q01-a", "q01-b", "q01-old")
BANK = bank_of(question("q01-a", revision=2), question("q01-b"), question("q01-c", aliases=("q01-old",)))


@st.composite
def histories(draw: st.DrawFn) -> list[Event]:
    """Reviews, settings, notes and undos, mostly in the order of time."""
    ids = SequentialIds()
    at = datetime(2026, 3, 2, 9, tzinfo=UTC)
    events: list[Event] = []
    for _ in range(draw(st.integers(0, 12))):
        at += timedelta(hours=draw(st.sampled_from([0, 1, 20, 50, 50, -30])))
        kind = draw(st.sampled_from([EventKind.REVIEW] * 4 + [EventKind.SETTING, EventKind.NOTE, EventKind.VOID]))
        item = draw(st.sampled_from(ITEMS))
        fields: dict[str, Any]
        match kind:
            case EventKind.REVIEW:
                fields = {"rating": draw(st.integers(1, 4)), "revision": draw(st.integers(1, 2)), "seconds": 9.0}
            case EventKind.SETTING:
                item = f"suspend:{item}"
                fields = {"answer": json.dumps(draw(st.booleans()))}
            case EventKind.NOTE:
                fields = {"answer": draw(st.sampled_from(["", "one", "two"]))}
            case _:
                item = draw(st.sampled_from(events)).id if events else "none"
                fields = {}
        events.append(Event(id=ids(), device="d", at=at, kind=kind, item=item, **fields))
    return events


@settings(max_examples=300, deadline=None)
@given(events=histories(), cut=st.integers(0, 12))
def test_catching_up_equals_reading_everything_again(events: list[Event], cut: int) -> None:
    head = catch_up(events[:cut], BANK.items, ZONE)
    assert catch_up(events, BANK.items, ZONE, head) == catch_up(events, BANK.items, ZONE)


@settings(max_examples=100, deadline=None)
@given(events=histories())
def test_a_replay_keeps_the_notes_and_settings_of_the_whole_log(events: list[Event]) -> None:
    replay, counted = catch_up(events, BANK.items, ZONE), effective(events, BANK.items)
    assert (replay.notes, replay.settings) == (notes(counted), settings_of(counted))


@given(events=histories(), cut=st.integers(0, 12))
def test_a_part_of_the_log_counts_as_it_does_in_the_whole(events: list[Event], cut: int) -> None:
    part = events[cut:]
    kept = {event.id for event in part}
    whole = [event for event in effective(events, BANK.items) if event.id in kept]
    assert remaining(part, undone_ids(events), BANK.items) == whole


def test_what_changes_the_past_is_caught_up_with_too(happened: Happened) -> None:
    """An undo, also one merged before what it undoes; an earlier time; an answer to a revision that is gone."""
    ids = SequentialIds("desk")
    early_void = Event(ids(), "desk", happened.clock.now(), EventKind.VOID, item="later")
    happened.events.append(early_void)
    undone = happened.review("q01-b", Rating.AGAIN)
    happened.review("q01-a", Rating.EASY, revision=2)
    happened.clock.advance(days=1)
    head = catch_up(happened.events, BANK.items, ZONE)
    now = happened.clock.now()
    note = Event(ids(), "desk", now, EventKind.NOTE, item="q01-b")
    tails = [
        [Event(ids(), "desk", now, EventKind.VOID, item=undone.id)],
        [Event("later", "desk", now, EventKind.REVIEW, item="q01-c", rating=3)],
        [Event(ids(), "desk", now - timedelta(days=9), EventKind.REVIEW, item="q01-b", rating=4)],
        [note, Event(ids(), "desk", now, EventKind.REVIEW, item="q01-a", rating=1, revision=1)],
    ]
    for tail in tails:
        events = [*happened.events, *tail]
        assert catch_up(events, BANK.items, ZONE, head) == catch_up(events, BANK.items, ZONE)


def test_a_replay_of_another_bank_or_log_is_not_used(happened: Happened) -> None:
    happened.review("q01-b")
    before = catch_up(happened.events, BANK.items, ZONE)
    relearnt = bank_of(question("q01-b", revision=2))
    assert catch_up(happened.events, relearnt.items, ZONE, before).states == {}
    other = Happened(ids=SequentialIds("other"))
    other.note("q01-a", "n")
    other.review("q01-a")
    assert catch_up(other.events[1:], BANK.items, ZONE, before).states == {}


def test_a_replay_knows_whether_anything_happened_since(happened: Happened) -> None:
    """Also what was undone later: its session may be gone on with."""
    at = happened.clock.now()
    assert not catch_up([], BANK.items, ZONE).has_any_since(at)
    happened.void(happened.review("q01-a"))
    replay = catch_up(happened.events, BANK.items, ZONE)
    assert replay.has_any_since(at)
    assert not replay.has_any_since(happened.clock.now() + timedelta(microseconds=1))
