"""The log on disk: what is acknowledged stays, what is broken is said with the way back."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_cli.domain.errors import LogError
from interview_cli.domain.history.event import Event, EventKind, Mode
from interview_cli.domain.items.answer import Mark
from interview_cli.store import events as store
from interview_cli.store.backups import backups
from interview_cli.store.database import connect, writing
from interview_cli.store.events import SqliteEventLog, open_log
from interview_cli.store.migrations import APPLICATION_ID, MIGRATIONS, bring_up_to_date, version_of
from interview_cli.store.restoring import restore
from interview_cli.store.verification import verify
from tests.fakes import ZONE, FakeClock, Happened, SequentialIds

WRITER = [sys.executable, "-m", "tests.store.writer"]
ROOT = Path(__file__).parents[2]
WRITERS, EVENTS_EACH = 4, 25
KILLS = 24


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "reviews.db"


def log_of(path: Path, clock: FakeClock, *events: Event) -> SqliteEventLog:
    log = open_log(path, clock)
    log.append(*events)
    return log


def a_log(path: Path, clock: FakeClock, count: int = 3) -> tuple[Event, ...]:
    """A closed log of reviews; returns them."""
    happened = Happened(clock)
    events = tuple(happened.review(f"q01-{number}") for number in range(count))
    log_of(path, clock, *events).close()
    return events


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
any_event = st.builds(
    Event,
    id=st.uuids().map(str),
    device=texts,
    at=st.datetimes(datetime(1970, 1, 1), datetime(2999, 12, 31), timezones=offsets),
    kind=st.sampled_from(EventKind),
    item=texts,
    revision=st.integers(1, 9),
    seed=st.none() | st.integers(0, 2**63 - 1),
    mark=st.none() | st.sampled_from(Mark),
    score=st.none() | st.floats(0, 1),
    rating=st.none() | st.integers(1, 4),
    seconds=st.floats(0, 1e6),
    mode=st.sampled_from(Mode),
    hints=st.integers(0, 9),
    answer=texts,
    session=st.none() | st.uuids().map(str),
)


@settings(max_examples=30, deadline=None)
@given(events=st.lists(any_event, max_size=5, unique_by=lambda event: event.id))
def test_what_is_appended_is_read_back(tmp_path_factory: pytest.TempPathFactory, events: list[Event]) -> None:
    path, clock = tmp_path_factory.mktemp("log") / "reviews.db", FakeClock()
    with open_log(path, clock) as log:
        log.append(*events)
        assert log.events() == tuple(events)
    with open_log(path, clock) as again:
        assert again.events() == tuple(events)


def test_half_a_surrogate_pair_does_not_lose_the_answer_around_it(path: Path, clock: FakeClock) -> None:
    with log_of(path, clock, Happened(clock).attempt("q01-a", answer="before \ud83d after")) as log:
        assert [event.answer for event in log.events()] == ["before ? after"]


def test_an_event_without_a_time_zone_is_refused(path: Path, clock: FakeClock) -> None:
    event = Event(id="1", device="d", at=datetime(2026, 3, 2, 9), kind=EventKind.NOTE)
    with open_log(path, clock) as log, pytest.raises(ValueError, match="no time zone"):
        log.append(event)


def test_of_several_events_all_are_written_or_none(path: Path, clock: FakeClock) -> None:
    happened = Happened(clock)
    first, second = happened.review("q01-a"), happened.review("q01-b")
    with log_of(path, clock, first) as log:
        with pytest.raises(LogError, match="already in the log"):
            log.append(second, first)
        assert log.events() == (first,)


@pytest.mark.parametrize(
    ("before", "is_written"),
    [
        ("nothing", True),
        ("of another item", True),
        ("of another session", False),
        ("of no session", True),
        ("of another day", True),
        ("known", True),
        ("taken back", True),
        ("unknown", False),
    ],
)
def test_a_review_is_refused_where_a_session_holds_one_of_the_day_that_the_writer_does_not_know(
    path: Path, clock: FakeClock, before: str, is_written: bool
) -> None:
    happened = Happened(clock)
    item = "q02-b" if before == "of another item" else "q01-a"
    session = {"of another session": "s2", "of no session": None}.get(before, "s1")
    other = happened.review(item, session=session)
    if before == "of another day":
        clock.set(datetime(2026, 3, 3, 4, 0, tzinfo=ZONE))
    if before == "taken back":
        happened.void(other)
    with log_of(path, clock, *([] if before == "nothing" else happened.events)) as log:
        review = Happened(clock, SequentialIds("mine")).review("q01-a", session="s1")
        review = replace(review, id="mine", at=clock.now())
        length = len(log.events())
        assert log.append_review(review, {other.id} if before == "known" else ()) is is_written
        assert tuple(log.events())[length:] == ((review,) if is_written else ())


def test_merging_two_machines_logs_adds_what_is_missing_once(path: Path, clock: FakeClock) -> None:
    events = [Happened(clock).review("q01-a"), *(Event(f"x{n}", "desk", clock.now(), EventKind.NOTE) for n in (1, 2))]
    with log_of(path, clock, events[0]) as log:
        assert log.merge(events) == 2
        assert log.merge(events) == 0
        assert log.events() == tuple(events)


def test_an_open_log_sees_what_another_process_appends(path: Path, clock: FakeClock) -> None:
    happened = Happened(clock)
    with open_log(path, clock) as reader, open_log(path, clock) as writer:
        for item in ("q01-a", "q01-b"):
            writer.append(happened.review(item))
            assert reader.events() == tuple(happened.events)


slices = st.builds(slice, *[st.none() | st.integers(-9, 9)] * 2, st.none() | st.integers(-3, 3).filter(bool))


@settings(max_examples=60, deadline=None)
@given(count=st.integers(0, 7), few=st.sampled_from([0, 3, 1000]), cut=slices, index=st.integers(-9, 9))
def test_events_that_are_read_when_looked_at_are_those_of_a_tuple(
    tmp_path_factory: pytest.TempPathFactory, count: int, few: int, cut: slice, index: int
) -> None:
    """Whatever is looked at first, and whatever is appended meanwhile."""
    happened = Happened()
    for number in range(count):
        happened.review(f"q01-{number}")
    expected = tuple(happened.events)
    with (
        log_of(tmp_path_factory.mktemp("log") / "reviews.db", happened.clock, *expected) as log,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr("interview_cli.store.events._FEW", few)
        events = log.events()
        log.append(happened.review("q02-later"))
        assert tuple(events[cut]) == expected[cut]
        assert len(events) == count
        if -count <= index < count:
            assert events[index] == expected[index]
        else:
            with pytest.raises(IndexError):
                events[index]
        assert events == expected
        assert tuple(reversed(events)) == expected[::-1]
        assert log.events() == (*expected, happened.events[-1])


def test_a_fingerprint_tells_the_first_events_from_all_others(tmp_path: Path, clock: FakeClock) -> None:
    one, two, three = (Event(f"x{n}", "desk", clock.now(), EventKind.NOTE) for n in range(3))
    with log_of(tmp_path / "a.db", clock, one, two) as log, log_of(tmp_path / "b.db", clock, two, one, three) as other:
        before = log.fingerprint(2)
        log.append(three)
        assert log.fingerprint(2) == before
        assert len({before, log.fingerprint(1), log.fingerprint(3), other.fingerprint(2), other.fingerprint(3)}) == 5


@settings(max_examples=40, deadline=None)
@given(
    events=st.lists(any_event, max_size=8, unique_by=lambda event: event.id), begin=st.integers(0, 7), data=st.data()
)
def test_nothing_that_happened_since_an_instant_is_missed(
    tmp_path_factory: pytest.TempPathFactory, events: list[Event], begin: int, data: st.DataObject
) -> None:
    """Whatever the zone it was written in and the order; what else its sessions hold comes along."""
    sessions = st.sampled_from([None, "morning", "evening"])
    events = [replace(event, session=data.draw(sessions)) for event in events]
    clock = FakeClock()
    since = events[begin].at if begin < len(events) else clock.now()
    of = {event.session for event in events if event.at >= since} - {None}
    needed = [event for event in events if event.at >= since or event.session in of]
    with log_of(tmp_path_factory.mktemp("log") / "reviews.db", clock, *events) as log:
        found = log.since(since)
    assert [event for event in found if event in needed] == needed
    assert list(found) == [event for event in events if event in found]
    assert all(e.at > since - timedelta(days=3) or e.session for e in found)


@pytest.mark.parametrize(
    ("statement", "complaint"),
    [
        ("UPDATE event SET rating = 4", "never changed"),
        ("DELETE FROM event", "never deleted"),
        ("INSERT OR REPLACE INTO event SELECT * FROM event", "already in the log"),
        (
            "INSERT OR REPLACE INTO event (id, device, at, kind, item, revision, seconds, mode, hints, answer)"
            " SELECT id, 'other', at, kind, item, revision, seconds, mode, hints, answer FROM event",
            "already in the log",
        ),
    ],
)
def test_the_file_itself_refuses_to_change_or_lose_an_event(
    path: Path, clock: FakeClock, statement: str, complaint: str
) -> None:
    a_log(path, clock)
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.IntegrityError, match=complaint):
        connection.execute(statement)


def test_the_file_says_what_it_is(path: Path, clock: FakeClock) -> None:
    with open_log(path, clock), closing(sqlite3.connect(path)) as connection:
        pragmas = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
        assert pragmas == [APPLICATION_ID, len(MIGRATIONS)]


def test_a_log_that_someone_switched_to_a_write_ahead_log_is_switched_back(path: Path, clock: FakeClock) -> None:
    events = a_log(path, clock)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    with open_log(path, clock) as log:
        assert log.events() == events
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


# --- several processes, and killed ones


def start_writer(path: Path, device: str, count: int) -> subprocess.Popen[str]:
    """A count of 0 writes until killed."""
    return subprocess.Popen([*WRITER, str(path), device, str(count)], stdout=subprocess.PIPE, text=True, cwd=ROOT)


def test_processes_that_write_at_once_all_succeed(path: Path, clock: FakeClock) -> None:
    """Also when none of them found a file: each waits for its turn to make it and to write."""
    writers = [start_writer(path, f"device{number}", EVENTS_EACH) for number in range(WRITERS)]
    acknowledged = [line for writer in writers for line in writer.communicate(timeout=60)[0].split()]
    assert [writer.returncode for writer in writers] == [0] * WRITERS
    with open_log(path, clock) as log:
        assert sorted(event.id for event in log.events()) == sorted(acknowledged)
    assert len(acknowledged) == WRITERS * EVENTS_EACH


def test_a_write_takes_the_lock_at_once(path: Path, clock: FakeClock) -> None:
    """One that reads first and locks later may find that another writer came between, and fail instead of waiting."""
    a_log(path, clock)
    with closing(connect(path)) as one, closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as other:
        with writing(one), pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.execute("BEGIN IMMEDIATE")


def test_a_process_that_another_overtakes_in_making_the_log_uses_that_one(path: Path, clock: FakeClock) -> None:
    happened = Happened(clock)

    class Overtaken(tuple[Traversable, ...]):
        def __getitem__(self, version: Any) -> Any:
            log_of(path, clock, happened.review("q01-a")).close()
            return super().__getitem__(version)

    with open_log(path, clock, Overtaken(MIGRATIONS)) as log:
        assert log.events() == tuple(happened.events)


def test_a_log_that_is_made_while_its_header_is_read_is_no_stranger(path: Path, clock: FakeClock) -> None:
    class Overtaken(sqlite3.Connection):
        def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
            if sql == "PRAGMA user_version":
                at_once = sqlite3.connect(path, timeout=0, isolation_level=None)
                with closing(at_once), suppress(sqlite3.OperationalError):
                    bring_up_to_date(at_once, path, clock)
            return super().execute(sql, *values)

    with closing(sqlite3.connect(path, factory=Overtaken, isolation_level=None)) as connection:
        assert version_of(connection, path) in {0, 1}
    a_log(path, clock)


def test_a_log_and_its_first_backup_that_appear_while_it_is_opened_are_used(
    path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def overtaken(log: Path) -> list[Path]:
        monkeypatch.undo()
        a_log(path, clock, count=1)
        return backups(log)

    monkeypatch.setattr(store, "backups", overtaken)
    with open_log(path, clock) as log:
        assert len(log.events()) == 1


def test_killing_the_writer_loses_no_event_that_it_acknowledged(path: Path, clock: FakeClock) -> None:
    """The kills fall 0 to 5 ms after an acknowledgement: before, in and after the next write to the disk."""
    acknowledged: list[str] = []
    for kill in range(KILLS):
        writer = start_writer(path, f"life{kill}", 0)
        assert writer.stdout is not None
        acknowledged.append(writer.stdout.readline().strip())
        until = time.perf_counter() + kill * 0.005 / KILLS
        while time.perf_counter() < until:
            pass
        writer.kill()
        acknowledged.extend(writer.communicate(timeout=60)[0].split())
    with open_log(path, clock) as log:
        written = {event.id for event in log.events()}
    assert set(acknowledged) - written == set()
    assert len(acknowledged) >= KILLS
    assert verify(path).ok


# --- versions


@pytest.fixture
def second_version(tmp_path: Path) -> Path:
    script = tmp_path / "second.sql"
    script.write_text("ALTER TABLE event ADD COLUMN mood TEXT;\nCREATE TABLE more (x);\n")
    return script


def test_an_older_log_is_migrated_after_a_backup(path: Path, clock: FakeClock, second_version: Path) -> None:
    events = a_log(path, clock)
    with open_log(path, clock, (*MIGRATIONS, second_version)) as log:
        assert log.events() == events
    before = path.parent / "backups" / "reviews-2026-03-02-v1.db"
    with open_log(before, clock) as old:
        assert old.events() == events
    with pytest.raises(LogError, match="its version is 2, but this program knows only 1"):
        open_log(path, clock)


def test_a_migration_that_fails_leaves_the_log_as_it_was(path: Path, clock: FakeClock, tmp_path: Path) -> None:
    events = a_log(path, clock)
    broken = tmp_path / "broken.sql"
    broken.write_text("CREATE TABLE more (x);\nDROP TABLE absent;\n")
    with pytest.raises(LogError, match="no such table"):
        open_log(path, clock, (*MIGRATIONS, broken))
    with open_log(path, clock) as log:
        assert log.events() == events
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT * FROM sqlite_master WHERE name = 'more'").fetchall() == []


# --- files that are no log

Damage = Callable[[Path], object]


def scribble(path: Path) -> None:
    """Zeroes over all pages but the first."""
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\0" * (size - 4096))


def run(sql: str) -> Damage:
    def change(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(sql)

    return change


DAMAGES: list[tuple[str, Damage, str]] = [
    ("text", lambda path: path.write_text("not a database, " * 99), "isn't a database"),
    ("header", lambda path: path.write_bytes(b"x" * 100 + path.read_bytes()[100:]), "isn't a database"),
    ("cut", lambda path: os.truncate(path, 8192), "is damaged"),
    ("cut in the header", lambda path: os.truncate(path, 50), "is damaged"),
    ("a few bytes", lambda path: path.write_text("hi"), "isn't a database"),
    ("emptied", lambda path: os.truncate(path, 0), "is empty, but it has backups"),
    ("gone", lambda path: path.unlink(), "is missing, but it has backups"),
    ("pages", scribble, "is damaged"),
    ("table", run("DROP TABLE event"), "is damaged: these are missing: event, event_is_never_changed, "),
    ("guard", run("DROP TRIGGER event_is_never_deleted"), "is damaged: these are missing: event_is_never_deleted"),
    ("foreign", run("PRAGMA application_id = 7"), "is the database of another program"),
]


@pytest.mark.parametrize(("damage", "complaint"), [case[1:] for case in DAMAGES], ids=[case[0] for case in DAMAGES])
def test_a_damaged_log_is_never_started_afresh_and_the_newest_backup_is_the_way_back(
    path: Path, clock: FakeClock, damage: Damage, complaint: str
) -> None:
    events = a_log(path, clock, count=60)
    damage(path)
    with pytest.raises(LogError) as caught, open_log(path, clock) as log:
        tuple(log.events())
    assert complaint in caught.value.message
    assert str(path) in caught.value.message
    newest = path.parent / "backups" / "reviews-2026-03-02.db"
    assert caught.value.hint is not None
    assert f"to bring back the newest backup, {newest}: interview log restore" in caught.value.hint

    there_was_a_file = path.exists()
    taken, aside = restore(path, clock)
    assert taken == newest
    assert (aside is not None and aside.exists()) == there_was_a_file
    with open_log(path, clock) as log:
        assert log.events() == events


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("UPDATE event SET kind = 'dance' WHERE seq = 2", "event 2 (00000000-0000-0000-0000-000000000002)"),
        ("UPDATE event SET at = '2026-03-02T09:00:00' WHERE seq = 2", "has no time zone"),
        ("UPDATE event SET item = CAST(x'ff' AS TEXT) WHERE seq = 2", "is damaged"),
    ],
)
def test_a_row_that_is_no_event_is_damage(path: Path, clock: FakeClock, change: str, fault: str) -> None:
    a_log(path, clock)
    tamper(path, change)
    with open_log(path, clock) as log, pytest.raises(LogError) as caught:
        tuple(log.events())
    assert fault in caught.value.message
    assert "interview log restore" in (caught.value.hint or "")
    assert not verify(path).ok


def tamper(path: Path, sql: str) -> None:
    """Change rows behind the guards' back, and put these back."""
    with closing(sqlite3.connect(path)) as connection:
        guards = [
            statement for (statement,) in connection.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'")
        ]
        for name in ("event_is_never_changed", "event_is_never_deleted", "event_is_never_replaced"):
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(sql)
        for statement in guards:
            connection.execute(statement)
        connection.commit()


def test_another_programs_database_is_left_alone(path: Path, clock: FakeClock) -> None:
    run("CREATE TABLE cards (x); INSERT INTO cards VALUES (1)")(path)
    before = path.read_bytes()
    with pytest.raises(LogError, match="is the database of another program, not an event log"):
        open_log(path, clock)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("place", "complaint"),
    [
        (".", "is a folder, not an event log"),
        ("nowhere/reviews.db", "nowhere, doesn't exist"),
        ("file/reviews.db", "file, isn't a folder"),
    ],
)
def test_a_place_where_no_log_can_be(tmp_path: Path, clock: FakeClock, place: str, complaint: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LogError) as caught:
        open_log(tmp_path / place, clock)
    assert complaint in caught.value.message
    assert caught.value.exit_code == 3


def test_a_journal_that_cannot_be_made_is_an_error_and_the_event_is_not_taken(path: Path, clock: FakeClock) -> None:
    events = a_log(path, clock)
    with open_log(path, clock) as log:
        path.with_name("reviews.db-journal").mkdir()
        with pytest.raises(LogError, match=r"reviews\.db can't be"):
            log.append(Happened(clock).review("q01-late"))
        path.with_name("reviews.db-journal").rmdir()
        assert log.events() == events


def test_an_empty_file_without_backups_is_a_new_log(path: Path, clock: FakeClock) -> None:
    """It is what a process leaves that was killed before its first write; nothing is lost."""
    path.touch()
    with open_log(path, clock) as log:
        assert log.events() == ()


# --- backups


def test_the_first_write_of_each_study_day_is_followed_by_a_backup_and_seven_are_kept(
    path: Path, clock: FakeClock
) -> None:
    happened = Happened(clock)
    with open_log(path, clock) as log:
        for _ in range(9):
            log.append(happened.review("q01-a"), happened.review("q01-b"))
            log.append(happened.review("q01-c"))
            clock.advance(days=1)
        assert log.backup_fault is None
    names = [file.name for file in backups(path)]
    assert names == [f"reviews-2026-03-{day:02}.db" for day in range(10, 3, -1)]
    assert sorted(file.name for file in (path.parent / "backups").iterdir()) == sorted(names)
    assert verify(backups(path)[0]).events == 8 * 3 + 2


def test_an_event_counts_as_written_when_only_its_backup_fails(path: Path, clock: FakeClock) -> None:
    path.with_name("backups").write_text("a file in the folder's place")
    with log_of(path, clock, Happened(clock).review("q01-a")) as log:
        assert len(log.events()) == 1
        remedy = f"{path.with_name('backups')} is a file, but it should be a folder: move it away"
        assert log.backup_fault == f"no backup was made today: File exists; {remedy}"


def test_a_damaged_log_does_not_replace_good_backups(path: Path, clock: FakeClock) -> None:
    """Also when the damage is where neither reading nor writing has come by yet."""
    events = a_log(path, clock, count=200)
    with open_log(path, clock) as log:
        erase_page_with(path, b"q01-42")
        clock.advance(days=1)
        log.append(Event("late", "desk", clock.now(), EventKind.NOTE))
        assert log.backup_fault is not None
        assert "damaged" in log.backup_fault
    assert [file.name for file in (path.parent / "backups").iterdir()] == ["reviews-2026-03-02.db"]
    restore(path, clock)
    with open_log(path, clock) as log:
        assert log.events() == events


def erase_page_with(path: Path, text: bytes) -> None:
    raw = bytearray(path.read_bytes())
    start = raw.index(text) // 4096 * 4096
    raw[start : start + 4096] = bytes(4096)
    path.write_bytes(raw)


def test_restore_skips_a_backup_that_is_not_whole(path: Path, clock: FakeClock) -> None:
    happened = Happened(clock)
    with log_of(path, clock, happened.review("q01-a")) as log:
        clock.advance(days=1)
        log.append(happened.review("q01-b"))
    newest, oldest = backups(path)
    newest.write_text("garbage")
    assert restore(path, clock)[0] == oldest


def test_without_a_whole_backup_restore_changes_nothing(path: Path, clock: FakeClock) -> None:
    a_log(path, clock)
    before = path.read_bytes()
    backups(path)[0].write_text("garbage")
    with pytest.raises(LogError, match=r"no backup of .* can be restored"):
        restore(path, clock)
    assert path.read_bytes() == before


# --- verify


def test_verify_finds_nothing_in_a_whole_log(path: Path, clock: FakeClock) -> None:
    happened = Happened(clock)
    happened.void(happened.review("q01-a"))
    log_of(path, clock, *happened.events).close()
    verification = verify(path)
    assert (verification.events, verification.faults) == (2, ())


def test_verify_names_a_void_of_nothing(path: Path, clock: FakeClock) -> None:
    void = Event("v1", "desk", clock.now(), EventKind.VOID, item="lost")
    log_of(path, clock, void).close()
    assert verify(path).faults == ("event 1 (v1) cancels lost, which isn't in the log",)


def test_verify_finds_an_id_that_is_there_twice(path: Path, clock: FakeClock) -> None:
    a_log(path, clock, count=2)
    first = "00000000-0000-0000-0000-000000000001"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = replace(sql, 'UNIQUE', '') WHERE name = 'event'")
        connection.execute("DELETE FROM sqlite_master WHERE name = 'sqlite_autoindex_event_1'")
        connection.commit()
    tamper(path, f"UPDATE event SET id = '{first}' WHERE seq = 2")
    assert f"event {first} appears 2 times" in verify(path).faults


def test_verify_of_a_file_with_damaged_pages_is_not_ok(path: Path, clock: FakeClock) -> None:
    a_log(path, clock, count=60)
    scribble(path)
    assert not verify(path).ok


def test_verify_of_no_file_is_an_error(path: Path) -> None:
    with pytest.raises(LogError, match="there's no event log at"):
        verify(path)
    assert not path.exists()


def test_events_are_exported_with_all_keys(clock: FakeClock) -> None:
    exported = json.loads(json.dumps(Happened(clock).review("q01-a").as_json()))
    assert exported["at"] == "2026-03-02T09:00:00+01:00"
    assert exported["session"] is None
