"""Damage that a log carries without anybody noticing: what finds it, what it costs, and the way back."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from interview_cli.domain.errors import LogError
from interview_cli.domain.history.event import Event, EventKind
from interview_cli.domain.history.replay import catch_up
from interview_cli.domain.items.answer import Mark
from interview_cli.services.log.transfer import read_events
from interview_cli.store.backups import KEPT_DAYS, back_up_now, backups
from interview_cli.store.events import open_log
from interview_cli.store.restoring import events_of, restoration, restore, set_aside
from interview_cli.store.verification import verify
from tests.fakes import ZONE, FakeClock, Happened, SequentialIds, bank_of, question
from tests.store.test_events import a_log, log_of, tamper

BANK = bank_of(question("q01-0"), question("q01-1"))
SECOND = "00000000-0000-0000-0000-000000000002"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "reviews.db"


POISON = {
    "kind = 'dance'": "kind: 'dance' isn't one",
    "mark = x'00'": "isn't one",
    "mark = 'splendid'": "mark: 'splendid' isn't one",
    "mode = 7": "mode: '7' isn't one",
    "seconds = 'soon'": "seconds: should be a number",
    "seconds = 9e999": "seconds: should be a number",
    "seconds = -1": "seconds: should be a number",
    "score = 'high'": "score: should be a number",
    "hints = x'01'": "hints: should be a whole number",
    "revision = -1": "revision: should be a whole number",
    "seed = 'lucky'": "seed: should be a whole number",
    "item = x'01'": "item: should be text",
    "answer = x'01'": "answer: should be text",
    "answer = CAST(x'ff' AS TEXT)": "answer: holds half a character",
    "device = CAST(x'c3' AS TEXT)": "device: holds half a character",
    "session = 7.5": None,  # SQLite makes text of it
    "at = '0001-01-01T00:00:00+00:00'": "at: the year should be",
    "at = '9999-12-31T23:59:59-05:00'": "at: the year should be",
    "at = '2026-13-02T09:00:00+01:00'": "at: '2026-13-02T09:00:00+01:00' isn't a time",
    "at = '2026-03-02T09:00:00'": "has no time zone",
}


@pytest.mark.parametrize(("change", "reason"), POISON.items(), ids=list(POISON))
def test_a_value_that_sqlite_holds_and_no_event_has_is_found_and_named(
    path: Path, clock: FakeClock, change: str, reason: str | None
) -> None:
    """By verify and by reading, with the same words; the hint says how to lose that event alone."""
    a_log(path, clock)
    tamper(path, f"UPDATE event SET {change} WHERE seq = 2")
    found = verify(path)
    if reason is None:
        assert found.ok
        return
    assert found.events == 2
    assert [fault.seq for fault in found.unreadable] == [2]
    assert not found.is_whole
    with open_log(path, clock) as log, pytest.raises(LogError) as caught:
        tuple(log.events())
    assert f"event 2 ({SECOND})" in caught.value.message
    assert caught.value.message.endswith(found.unreadable[0].reason)
    assert reason in found.unreadable[0].reason
    assert "interview log restore --without ID" in (caught.value.hint or "")


def test_one_bad_event_costs_that_event_and_what_cancels_it(path: Path, clock: FakeClock) -> None:
    happened = Happened(clock)
    first, second, third = (happened.review(f"q01-{n}") for n in range(3))
    happened.void(second)
    happened.void(third)
    log_of(path, clock, *happened.events).close()
    tamper(path, "UPDATE event SET answer = CAST(x'ff' AS TEXT) WHERE seq = 2")
    done = set_aside(path, clock, [second.id])
    with open_log(path, clock) as log:
        assert log.events() == (first, third, happened.events[-1])
    assert verify(path).ok
    held = [json.loads(line) for line in done.file.read_text().splitlines()]
    assert [event["id"] for event in held] == [second.id, happened.events[3].id]
    assert held[0]["answer"] == "\udcff"
    assert verify(done.old).unreadable[0].id == second.id


def test_an_event_whose_id_cannot_be_read_is_set_aside_by_its_number(path: Path, clock: FakeClock) -> None:
    events = a_log(path, clock)
    tamper(path, "UPDATE event SET id = CAST(x'ff' AS TEXT) WHERE seq = 2")
    set_aside(path, clock, ["2"])
    with open_log(path, clock) as log:
        assert log.events() == (events[0], events[2])


@pytest.mark.parametrize(("names", "complaint"), [(["nobody"], "no event nobody"), (["1"], "1 more can't be read: 2")])
def test_what_is_set_aside_must_be_there_and_leave_a_whole_log(
    path: Path, clock: FakeClock, names: list[str], complaint: str
) -> None:
    a_log(path, clock)
    tamper(path, "UPDATE event SET mark = 'splendid' WHERE seq = 2")
    before = path.read_bytes()
    with pytest.raises(LogError, match=complaint):
        set_aside(path, clock, names)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir() if "incoming" in file.name or "aside" in file.name] == []


def test_an_event_that_cannot_be_read_never_gets_into_a_backup(path: Path, clock: FakeClock) -> None:
    """However many days go by: the copies before it stay, and it is said why there is no new one."""
    happened = Happened(clock)
    log_of(path, clock, happened.review("q01-a"), happened.review("q01-b")).close()
    good = backups(path)
    tamper(path, "UPDATE event SET mark = 'splendid' WHERE seq = 1")
    for _ in range(KEPT_DAYS + 1):
        clock.advance(days=1)
        with log_of(path, clock, happened.review("q01-c")) as log:
            assert log.backup_fault is not None
            assert "can't read event 1" in log.backup_fault
    assert backups(path) == good
    assert restore(path, clock)[0] == good[0]


def test_the_copy_of_the_day_is_made_anew_after_an_hour(path: Path, clock: FakeClock) -> None:
    happened = Happened(clock)
    for minutes, held in ((0, 1), (30, 1), (31, 3)):
        clock.advance(minutes=minutes)
        log_of(path, clock, happened.review("q01-a")).close()
        assert verify(backups(path)[0]).events == held
    assert len(backups(path)) == 1


def test_a_copy_of_the_day_that_holds_more_is_not_replaced(path: Path, clock: FakeClock) -> None:
    """As after a restore of an older log on the same day."""
    happened = Happened(clock)
    log_of(path, clock, happened.review("q01-a")).close()
    clock.advance(days=1)
    log_of(path, clock, happened.review("q01-b")).close()
    newest, oldest = backups(path)
    restore(path, clock, oldest)
    clock.advance(hours=2)
    log_of(path, clock, happened.review("q01-c")).close()
    assert [event.item for event in events_of(newest).events] == ["q01-a", "q01-b"]


# --- restore


def test_restores_in_one_second_keep_every_file_that_they_replace(path: Path, clock: FakeClock) -> None:
    happened = Happened(clock)
    log_of(path, clock, happened.review("q01-a")).close()
    kept = []
    for item in ("q01-b", "q01-c"):
        log_of(path, clock, happened.review(item)).close()
        kept.append(restore(path, clock)[1])
    held = [[event.item for event in events_of(file).events] for file in kept if file is not None]
    assert held == [["q01-a", "q01-b"], ["q01-a", "q01-c"]]


def test_two_backups_in_one_second_are_two_files(path: Path, clock: FakeClock) -> None:
    with log_of(path, clock, Happened(clock).review("q01-a")) as log:
        first, second = log.back_up(), log.back_up()
    assert first != second
    assert {first, second} < set(backups(path))


def test_what_a_restore_would_do_is_known_before_it_is_done(path: Path, clock: FakeClock) -> None:
    happened = Happened(clock)
    log_of(path, clock, happened.review("q01-a"), happened.review("q01-b")).close()
    log_of(path, clock, happened.review("q01-c"), happened.review("q01-d")).close()
    before = path.read_bytes()
    planned = restoration(path)
    assert (planned.backup, planned.events, planned.lost) == (backups(path)[0], 2, 2)
    assert planned.last == clock.now()
    assert path.read_bytes() == before
    path.write_text("my diary")
    assert restoration(path).lost is None


def test_a_log_behind_a_symbolic_link_stays_behind_it(path: Path, clock: FakeClock, tmp_path: Path) -> None:
    elsewhere = tmp_path / "synced" / "log.db"
    elsewhere.parent.mkdir()
    path.symlink_to(elsewhere)
    log_of(path, clock, Happened(clock).review("q01-a")).close()
    _, kept = restore(path, clock)
    assert path.is_symlink()
    assert verify(elsewhere).events == 1
    assert kept is not None and kept.parent == elsewhere.parent


def test_a_backup_that_holds_voids_of_nothing_is_whole(path: Path, clock: FakeClock) -> None:
    """As after an import of a part of another log: each event of it can be read."""
    log_of(path, clock, Event("v1", "desk", clock.now(), EventKind.VOID, item="lost")).close()
    assert not verify(path).ok
    assert restore(path, clock)[0] == backups(path)[0]


# --- headers


def overwrite(path: Path, at: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)


@pytest.mark.parametrize(
    ("at", "data"),
    [(18, b"\xfe"), (19, b"\x03"), (60, b"\0\0\0\0"), (60, b"\x01"), (60, b"\xff\xff\xff\xff"), (60, b"\0\0\x7f")],
)
def test_a_header_that_cannot_be_one_is_damage_with_the_way_back(
    path: Path, clock: FakeClock, at: int, data: bytes
) -> None:
    """Writing version, reading version, and the number of the log's format."""
    events = a_log(path, clock)
    overwrite(path, at, data)
    for use in (lambda: open_log(path, clock), lambda: verify(path)):
        with pytest.raises(LogError, match="is damaged: its header") as caught:
            use()
        assert "interview log restore" in (caught.value.hint or "")
    restore(path, clock)
    with open_log(path, clock) as log:
        assert log.events() == events


def test_a_file_of_one_byte_beside_backups_is_no_new_log(path: Path, clock: FakeClock) -> None:
    """SQLite takes it for an empty one."""
    a_log(path, clock)
    os.truncate(path, 1)
    with pytest.raises(LogError, match="is empty, but it has backups"):
        open_log(path, clock)
    with pytest.raises(LogError, match="there's no event log"):
        verify(path)


def test_a_log_that_is_moved_while_it_is_open_is_said_to_be(path: Path, clock: FakeClock) -> None:
    with log_of(path, clock, Happened(clock).review("q01-a")) as log:
        path.rename(path.with_name("moved.db"))
        path.write_bytes(path.with_name("moved.db").read_bytes())
        with pytest.raises(LogError) as caught:
            log.append(Event("x", "desk", clock.now(), EventKind.NOTE))
    assert "was moved or replaced while it was open" in caught.value.message
    assert "permissions" not in (caught.value.hint or "")


# --- several machines


def machines(clock: FakeClock) -> list[list[Event]]:
    """Three logs: all share a beginning, and what they add happens at the same instants."""
    shared = Happened(clock, SequentialIds("desk"))
    shared.review("q01-0")
    logs = []
    for name in ("desk", "laptop", "train"):
        happened = Happened(FakeClock(clock.now()), SequentialIds(name))
        for rating in (1, 3, 2):
            happened.clock.advance(days=2)
            happened.review("q01-0", rating, seconds=9.0, answer="one\u2028two")
            happened.setting("minutes", 10 * rating + len(name))
        own = [replace(event, id=f"{name}-{event.id}") for event in happened.events]
        logs.append([*shared.events, *own, Event(f"{name}-void", name, clock.now(), EventKind.VOID, own[2].id)])
    return logs


def exported(events: Iterable[Event]) -> str:
    return "".join(json.dumps(event.as_json(), ensure_ascii=False) + "\n" for event in events)


def test_logs_that_are_merged_in_any_order_say_the_same(tmp_path: Path, clock: FakeClock) -> None:
    """Through exports, again and again: the same events, and the same memory."""
    found = []
    for number, order in enumerate(permutations(machines(clock))):
        with open_log(tmp_path / f"{number}.db", clock) as log:
            for events in (*order, order[0]):
                log.merge(read_events(exported(events), "f"))
            assert log.merge(read_events(exported(log.events()), "f")) == 0
            replay = catch_up(log.events(), BANK.items, ZONE)
            found.append(({event.id: event for event in log.events()}, replay.states, replay.settings))
            assert replay.ensemble.beliefs
    assert all(one == found[0] for one in found)


def test_a_log_that_was_replaced_can_be_imported(path: Path, clock: FakeClock) -> None:
    """What can be read of it: the row that cannot is said."""
    events = a_log(path, clock)
    tamper(path, "UPDATE event SET mark = 'splendid' WHERE seq = 2")
    held = events_of(path)
    assert held.events == (events[0], events[2])
    assert held.unreadable == ("event 2: mark: 'splendid' isn't one",)


def test_what_was_judged_is_written_only_while_it_still_holds(path: Path, clock: FakeClock) -> None:
    happened = Happened(clock)
    with log_of(path, clock, happened.review("q01-a")) as one, open_log(path, clock) as other:
        position = one.position()
        assert other.append_at(other.position(), happened.review("q01-b"))
        assert not one.append_at(position, happened.review("q01-c"))
        assert one.append_at(one.position(), happened.review("q01-d"))
        assert [event.item for event in one.events()] == ["q01-a", "q01-b", "q01-d"]


def test_a_copy_that_the_user_asks_for_is_made_of_a_log_with_a_bad_event(path: Path, clock: FakeClock) -> None:
    a_log(path, clock)
    tamper(path, "UPDATE event SET mark = 'splendid' WHERE seq = 2")
    with closing(sqlite3.connect(path)) as connection:
        assert len(verify(back_up_now(connection, path, clock)).unreadable) == 1


def test_an_event_that_could_not_be_read_again_is_not_written(path: Path, clock: FakeClock) -> None:
    with open_log(path, clock) as log, pytest.raises(ValueError, match="score: should be"):
        log.append(replace(Happened(clock).attempt("q01-a", mark=Mark.RIGHT), score=2.0))
