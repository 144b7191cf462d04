"""Keeps a replay in a file, so that a start need not read the whole log again; standard library and the domain only.

A kept replay is only ever a copy. It is used where its first line fits what it was made from and what it holds: the
first events of this log, the bank's revisions and old names, the zone, the weights of memory, and the program's rules.
The second line is JSON; what is remembered of the items follows as plain numbers, which JSON reads ten times slower.
"""

from __future__ import annotations

import hashlib
import json
import os
import struct
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from interview_cli.domain.history import replay as rules
from interview_cli.domain.history.event import Event, EventKind, Mode
from interview_cli.domain.history.replay import Basis, Replay, members_of
from interview_cli.domain.items.answer import Mark
from interview_cli.domain.memory.counts import Trail, Trial
from interview_cli.domain.memory.ensemble import Belief, Ensemble, Reading
from interview_cli.domain.memory.fsrs import Memory, Parameters
from interview_cli.domain.memory.states import Learned
from interview_cli.store.events import SqliteEventLog

FORMAT = 8
MANY_EVENTS = 64
"""So many new events are worth writing the replay anew."""

_OUTCOME = struct.Struct("<8i")
"""What was counted before an answer, and how often it was recalled and forgotten."""

STATE_NUMBERS = 13
"""How many numbers of a row come before the members' stabilities."""


def read_replay(folder: Path, basis: Basis, log: SqliteEventLog) -> Replay | None:
    """The replay that was kept of this log's first events under this basis, or None. Raises: LogError."""
    try:
        key, _, body = _path(folder).read_bytes().partition(b"\n")
        if key != _key(basis, body):
            return None
    except OSError:
        return None
    line, _, numbers = body.partition(b"\n")
    held = json.loads(line)
    if log.fingerprint(held["read"]) != held["fingerprint"]:
        return None
    return _replay(held, numbers, basis)


def keep_replay(folder: Path, replay: Replay, earlier: Replay | None, log: SqliteEventLog) -> bool:
    """Write the replay where that saves the next start much more than `earlier`, the one that is kept; whether it does.

    Raises: LogError.
    """
    known, taken_back = (earlier.read, earlier.undone) if earlier else (0, frozenset())
    is_alike = earlier is None or replay.ensemble.members == earlier.ensemble.members
    if replay.read - known < MANY_EVENTS and replay.undone == taken_back and is_alike:
        return False
    write_replay(folder, replay, log)
    return True


def write_replay(folder: Path, replay: Replay, log: SqliteEventLog) -> None:
    """Keep the replay, whole or not at all; does nothing where the folder cannot be written. Raises: LogError."""
    held = _held(replay) | {"fingerprint": log.fingerprint(replay.read)}
    body = json.dumps(held).encode() + b"\n" + _numbers(replay)
    path = _path(folder)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(_key(replay.basis, body) + b"\n" + body)
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink()


def _path(folder: Path) -> Path:
    return folder / "replay.json"


def _key(basis: Basis, body: bytes) -> bytes:
    made_from = (
        FORMAT,
        sorted(basis.revisions.items()),
        sorted(basis.names.items()),
        repr(basis.zone),
        basis.parameters.weights,
        [(path.name, (status := path.stat()).st_size, status.st_mtime_ns) for path in _rules()],
    )
    digest = hashlib.sha256(repr(made_from).encode("utf-8", "backslashreplace"))
    digest.update(body)
    return digest.hexdigest().encode()


def _rules() -> Iterator[Path]:
    """The modules that decide what a replay of the same events is."""
    domain = Path(rules.__file__).parents[1]
    for name in (
        "history/replay.py",
        "history/log_reading.py",
        "history/study_day.py",
        "history/event.py",
        "memory/states.py",
        "memory/fsrs.py",
        "memory/counts.py",
        "memory/ensemble.py",
    ):
        yield domain / name
    yield Path(__file__)


def _row_of(members: Sequence[Parameters]) -> struct.Struct:
    """First and last day, reviews, lapses, whether known at first; the trail; stability, difficulty, members' stabilities.

    All else that a belief holds stands in the state: the members agree with the default weights on difficulty.
    """
    return struct.Struct(f"<4i??2i?i?2d{len(members)}d")


def _held(replay: Replay) -> dict[str, Any]:
    return {
        "read": replay.read,
        "last": replay.last.as_json() if replay.last else None,
        "latest": replay.latest.isoformat() if replay.latest else None,
        "undone": sorted(replay.undone),
        "items": list(replay.states),
        "tallies": [[(*cell, *counts) for cell, counts in tally.items()] for tally in replay.ensemble.tallies],
        "outcomes": len(replay.ensemble.outcomes),
        "readings": replay.ensemble.readings,
        "settings": dict(replay.settings),
        "timed": {item: len(seconds) for item, seconds in replay.seconds.items()},
        "notes": dict(replay.notes),
    }


def _numbers(replay: Replay) -> bytes:
    """A row for each item, one for each kind of outcome, then the seconds of all that were timed."""
    beliefs = replay.ensemble.beliefs
    pack = _row_of(replay.ensemble.members).pack
    rows = [pack(*_row(state, beliefs[item])) for item, state in replay.states.items()]
    outcomes = [_OUTCOME.pack(*trial, *counts) for trial, counts in replay.ensemble.outcomes.items()]
    seconds = [second for timed in replay.seconds.values() for second in timed]
    return b"".join([*rows, *outcomes, struct.pack(f"<{len(seconds)}d", *seconds)])


def _row(state: Learned, belief: Belief) -> tuple[float, ...]:
    return (
        *(state.first.toordinal(), state.last.toordinal(), state.reviews, state.lapses, state.knew),
        *belief.trail,
        *(state.memory.stability, state.memory.difficulty),
        *belief.stabilities,
    )


def _replay(held: Mapping[str, Any], numbers: bytes, basis: Basis) -> Replay:
    members = members_of(held["settings"])
    row_of = _row_of(members)
    end = row_of.size * len(held["items"])
    outcomes_end = end + _OUTCOME.size * held["outcomes"]
    rows = dict(zip(held["items"], row_of.iter_unpack(numbers[:end]), strict=True))
    return Replay(
        basis=basis,
        read=held["read"],
        last=_event(held["last"]) if held["last"] else None,
        latest=datetime.fromisoformat(held["latest"]) if held["latest"] else None,
        undone=frozenset(held["undone"]),
        states=_States(rows),
        ensemble=Ensemble(
            members=members,
            beliefs={item: _belief(row) for item, row in rows.items()},
            tallies=tuple({(a, b): (c, d) for a, b, c, d in tally} for tally in held["tallies"]),
            outcomes=_Outcomes(numbers[end:outcomes_end]),
            read=tuple(Reading(*reading) for reading in held["readings"]),
        ),
        settings=held["settings"],
        seconds=_seconds(held["timed"], numbers[outcomes_end:]),
        notes=held["notes"],
    )


class _States(Mapping[str, Learned]):
    """What is remembered by the default weights, made of the rows when it is looked at: a drill looks at the ensemble."""

    def __init__(self, rows: Mapping[str, tuple[Any, ...]]) -> None:
        self._rows = rows

    def __getitem__(self, item: str) -> Learned:
        first, last, reviews, lapses, knew, *_, stability, difficulty = self._rows[item][:STATE_NUMBERS]
        return Learned(
            first=date.fromordinal(first),
            last=date.fromordinal(last),
            reviews=reviews,
            lapses=lapses,
            knew=knew,
            memory=Memory(stability, difficulty),
        )

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


class _Outcomes(Mapping[Trial, tuple[int, int]]):
    """How often what was recalled, unpacked when it is looked at: a drill's plan looks at the members alone."""

    def __init__(self, packed: bytes) -> None:
        self._packed = packed

    @cached_property
    def _counts(self) -> dict[Trial, tuple[int, int]]:
        return {
            Trial(days, before, missed_before, bool(knew), bool(missed), wait): (recalled, forgotten)
            for days, before, missed_before, knew, missed, wait, recalled, forgotten in _OUTCOME.iter_unpack(
                self._packed
            )
        }

    def __repr__(self) -> str:
        return repr(self._counts)  # as that of the counts themselves: what is foreseen is kept under it

    def __getitem__(self, trial: Trial) -> tuple[int, int]:
        return self._counts[trial]

    def __iter__(self) -> Iterator[Trial]:
        return iter(self._counts)

    def __len__(self) -> int:
        return len(self._packed) // _OUTCOME.size


def _belief(row: tuple[Any, ...]) -> Belief:
    """What `_row` was made of. By slices, since a start comes here for every item."""
    first, last, reviews, lapses, knew = row[:5]
    return Belief(
        *(date.fromordinal(first), date.fromordinal(last), reviews, lapses, knew),
        *(row[STATE_NUMBERS - 1], row[STATE_NUMBERS:], Trail(*row[5 : STATE_NUMBERS - 2])),
    )


def _seconds(timed: Mapping[str, int], packed: bytes) -> dict[str, tuple[float, ...]]:
    numbers = iter(struct.unpack(f"<{sum(timed.values())}d", packed))
    return {item: tuple(islice(numbers, count)) for item, count in timed.items()}


def _event(held: Mapping[str, Any]) -> Event:
    mark = held["mark"]
    fields = {
        "at": datetime.fromisoformat(held["at"]),
        "kind": EventKind(held["kind"]),
        "mode": Mode(held["mode"]),
        "mark": Mark(mark) if mark else None,
    }
    return Event(**{**held, **fields})
