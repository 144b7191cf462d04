"""A kept replay is only ever a copy: whatever is in the file, a start finds what one without the file finds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_cli.domain.history.event import Event
from interview_cli.domain.history.replay import MEMORY, Basis, Replay, catch_up
from interview_cli.domain.items.question import Bank
from interview_cli.domain.memory.ensemble import MEMBERS
from interview_cli.domain.memory.fsrs import DEFAULT, Parameters, Rating
from interview_cli.store.events import SqliteEventLog, open_log
from interview_cli.store.replay_cache import MANY_EVENTS, keep_replay, read_replay, write_replay
from tests.domain.test_history import histories
from tests.fakes import ZONE, FakeClock, Happened, SequentialIds, bank_of, question

BANK = bank_of(question("q01-a", revision=2, aliases=("q01-old",)), question("q01-b"))
BASIS = Basis.of(BANK.items, ZONE, DEFAULT)


def log_of(path: Path, events: Sequence[Event]) -> SqliteEventLog:
    log = open_log(path, FakeClock())
    log.append(*events)
    return log


def kept(folder: Path, events: Sequence[Event]) -> Replay:
    """The replay of a log of these events, which it leaves in `cache`."""
    with log_of(folder / "reviews.db", events) as log:
        replay = catch_up(log.events(), BANK.items, ZONE)
        write_replay(folder / "cache", replay, log)
    return replay


def started(folder: Path, log: SqliteEventLog, bank: Bank = BANK) -> Replay:
    """What a start finds."""
    earlier = read_replay(folder / "cache", Basis.of(bank.items, ZONE, DEFAULT), log)
    return catch_up(log.events(), bank.items, ZONE, earlier)


def some_events() -> list[Event]:
    happened = Happened()
    happened.review("q01-a", Rating.AGAIN, seconds=9.0)
    happened.note("q01-b", "half a pair: \\ud83d, ü")
    happened.suspend("q01-b")
    happened.clock.advance(days=3)
    happened.void(happened.review("q01-b", Rating.EASY))
    happened.known("q01-old")
    return happened.events


@settings(max_examples=60, deadline=None)
@given(events=histories(), tail=histories(), cut=st.integers(0, 24))
def test_a_start_from_a_kept_replay_equals_one_that_reads_everything(
    tmp_path_factory: pytest.TempPathFactory, events: list[Event], tail: list[Event], cut: int
) -> None:
    """Undos, renamed items, earlier revisions and events of an earlier time after the cut included."""
    folder = tmp_path_factory.mktemp("home")
    whole = [*events, *(replace(event, id=f"later {event.id}") for event in tail)]
    replay = kept(folder, whole[:cut])
    with log_of(folder / "reviews.db", whole[cut:]) as log:
        found = read_replay(folder / "cache", BASIS, log)
        assert found == replay
        assert found is not None and found.ensemble.views == replay.ensemble.views
        assert started(folder, log) == catch_up(whole, BANK.items, ZONE)


@pytest.mark.parametrize(
    "bank",
    [
        bank_of(question("q01-a", revision=3, aliases=("q01-old",)), question("q01-b")),
        bank_of(question("q01-a", revision=2), question("q01-b")),
        bank_of(question("q01-a", revision=2, aliases=("q01-old",)), question("q01-b", revision=2)),
    ],
    ids=["a raised revision", "a name given up", "another raised revision"],
)
def test_another_bank_is_replayed_anew(tmp_path: Path, bank: Bank) -> None:
    events = some_events()
    kept(tmp_path, events)
    with open_log(tmp_path / "reviews.db", FakeClock()) as log:
        assert read_replay(tmp_path / "cache", Basis.of(bank.items, ZONE, DEFAULT), log) is None
        assert started(tmp_path, log, bank) == catch_up(events, bank.items, ZONE)


@pytest.mark.parametrize(
    "basis",
    [
        Basis.of(BANK.items, ZoneInfo("Asia/Tokyo"), DEFAULT),
        Basis.of(BANK.items, UTC, DEFAULT),
        Basis.of(BANK.items, ZONE, Parameters((0.3, *DEFAULT.weights[1:]))),
    ],
    ids=["zone", "fixed zone", "weights"],
)
def test_another_zone_or_memory_is_replayed_anew(tmp_path: Path, basis: Basis) -> None:
    kept(tmp_path, some_events())
    with open_log(tmp_path / "reviews.db", FakeClock()) as log:
        assert read_replay(tmp_path / "cache", basis, log) is None


def test_weights_of_ones_own_are_kept_at_once_with_what_they_make_of_the_log(tmp_path: Path) -> None:
    happened = Happened()
    for _ in range(3):
        happened.review("q01-a", Rating.GOOD)
        happened.clock.advance(days=4)
    with log_of(tmp_path / "reviews.db", happened.events) as log:
        before = catch_up(log.events(), BANK.items, ZONE)
        log.append(happened.setting(MEMORY, {"weights": list(DEFAULT.weights), "tests": 2}))
        after = catch_up(log.events(), BANK.items, ZONE, before)
        assert keep_replay(tmp_path / "cache", after, before, log)
        read = read_replay(tmp_path / "cache", BASIS, log)
        assert read == after
        assert read is not None and read.ensemble.members == (*MEMBERS, DEFAULT)


def test_the_replay_of_another_log_is_not_used_though_both_end_alike(tmp_path: Path) -> None:
    """As where the file of another machine was copied over: both hold the same event last, after different ones."""
    events = some_events()
    kept(tmp_path, events)
    ids = SequentialIds("desk")
    first = replace(events[0], id=f"desk {ids()}", rating=4)
    other = [first, *events[1:]]
    with log_of(tmp_path / "other.db", other) as log:
        assert read_replay(tmp_path / "cache", BASIS, log) is None
        assert started(tmp_path, log) == catch_up(other, BANK.items, ZONE)
    with log_of(tmp_path / "shorter.db", events[:2]) as log:
        assert read_replay(tmp_path / "cache", BASIS, log) is None


damages: st.SearchStrategy[Callable[[bytes], bytes]] = st.one_of(
    st.integers(0, 2000).map(lambda at: lambda data: data[: at % len(data)]),
    st.tuples(st.integers(0, 2000), st.integers(1, 255)).map(
        lambda change: (
            lambda data: bytes(
                byte ^ change[1] if at == change[0] % len(data) else byte for at, byte in enumerate(data)
            )
        )
    ),
    st.binary(max_size=80).map(lambda other: lambda data: other),
    st.binary(min_size=1, max_size=9).map(lambda more: lambda data: data + more),
)


@settings(max_examples=60, deadline=None)
@given(damage=damages)
def test_a_damaged_file_is_as_none(tmp_path_factory: pytest.TempPathFactory, damage: Callable[[bytes], bytes]) -> None:
    folder = tmp_path_factory.mktemp("home")
    kept(folder, some_events())
    file = folder / "cache" / "replay.json"
    file.write_bytes(damage(file.read_bytes()))
    with open_log(folder / "reviews.db", FakeClock()) as log:
        assert read_replay(folder / "cache", BASIS, log) is None


def test_a_folder_that_cannot_be_used_is_as_none(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file")
    kept(tmp_path, some_events())
    with open_log(tmp_path / "reviews.db", FakeClock()) as log:
        assert read_replay(tmp_path / "cache", BASIS, log) is None
    (tmp_path / "cache").unlink()
    (tmp_path / "cache" / "replay.json").mkdir(parents=True)
    with open_log(tmp_path / "reviews.db", FakeClock()) as log:
        assert read_replay(tmp_path / "cache", BASIS, log) is None
        write_replay(tmp_path / "cache", started(tmp_path, log), log)
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["replay.json"]


@pytest.mark.parametrize(
    ("more", "undoes", "is_kept"), [(1, False, False), (1, True, True), (MANY_EVENTS, False, True)]
)
def test_a_replay_is_kept_where_it_saves_much(tmp_path: Path, more: int, undoes: bool, is_kept: bool) -> None:
    """Many events, or an undo, after which all is to be read again."""
    happened = Happened()
    review = happened.review("q01-b")
    before = kept(tmp_path, happened.events)
    happened.clock.advance(days=1)
    later = [happened.void(review) if undoes else happened.review("q01-b") for _ in range(more)]
    with log_of(tmp_path / "reviews.db", later) as log:
        now = started(tmp_path, log)
        assert keep_replay(tmp_path / "cache", now, before, log) == is_kept
        assert read_replay(tmp_path / "cache", BASIS, log) == (now if is_kept else before)


def test_the_time_of_a_kept_event_keeps_its_instant(tmp_path: Path) -> None:
    event = replace(some_events()[0], at=datetime(2026, 3, 29, 1, 30, tzinfo=UTC) + timedelta(hours=1))
    replay = kept(tmp_path, [event])
    with open_log(tmp_path / "reviews.db", FakeClock()) as log:
        found = read_replay(tmp_path / "cache", BASIS, log)
    assert found is not None
    assert (found.latest, found.last) == (replay.latest, event)
