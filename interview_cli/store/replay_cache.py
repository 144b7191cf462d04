"""Keeps a replay in a file, so that a start need not read the whole log again; standard library and the domain only.

A kept replay is only ever a copy. It is used where its first line fits what it was made from and what it holds: the
first events of this log, the bank's revisions and old names, the zone, the weights of memory, and the program's rules.
"""

from __future__ import annotations

import binascii
import hashlib
import json
import os
import struct
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

from interview_cli.domain import replay as rules
from interview_cli.domain.answer import Mark
from interview_cli.domain.event import Event, EventKind, Mode
from interview_cli.domain.memory.ensemble import MEMBERS, Belief, Ensemble
from interview_cli.domain.memory.fsrs import Memory
from interview_cli.domain.memory.states import Learned
from interview_cli.domain.replay import Basis, Replay
from interview_cli.store.events import SqliteEventLog

FORMAT = 3
MANY_EVENTS = 64
"""So many new events are worth writing the replay anew."""


def read_replay(folder: Path, basis: Basis, log: SqliteEventLog) -> Replay | None:
    """The replay that was kept of this log's first events under this basis, or None. Raises: LogError."""
    try:
        key, _, body = _path(folder).read_bytes().partition(b"\n")
        if key != _key(basis, body):
            return None
    except OSError:
        return None
    held = json.loads(body)
    if log.fingerprint(held["read"]) != held["fingerprint"]:
        return None
    return _replay(held, basis)


def keep_replay(folder: Path, replay: Replay, earlier: Replay | None, log: SqliteEventLog) -> bool:
    """Write the replay where that saves the next start much more than `earlier`, the one that is kept; whether it does.

    Raises: LogError.
    """
    known, taken_back = (earlier.read, earlier.undone) if earlier else (0, frozenset())
    if replay.read - known < MANY_EVENTS and replay.undone == taken_back:
        return False
    write_replay(folder, replay, log)
    return True


def write_replay(folder: Path, replay: Replay, log: SqliteEventLog) -> None:
    """Keep the replay, whole or not at all; does nothing where the folder cannot be written. Raises: LogError."""
    body = json.dumps(_held(replay) | {"fingerprint": log.fingerprint(replay.read)}).encode()
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
    domain = Path(rules.__file__).parent
    for name in (
        "replay.py",
        "history.py",
        "study_day.py",
        "event.py",
        "memory/states.py",
        "memory/fsrs.py",
        "memory/ensemble.py",
    ):
        yield domain / name
    yield Path(__file__)


def _held(replay: Replay) -> dict[str, Any]:
    return {
        "read": replay.read,
        "last": replay.last.as_json() if replay.last else None,
        "latest": replay.latest.isoformat() if replay.latest else None,
        "undone": sorted(replay.undone),
        "states": {
            item: (
                *(state.first.toordinal(), state.last.toordinal(), state.reviews, state.lapses),
                *(state.memory.stability, state.memory.difficulty),
            )
            for item, state in replay.states.items()
        },
        "stabilities": _packed(replay),
        "tallies": [[(*cell, *counts) for cell, counts in tally.items()] for tally in replay.ensemble.tallies],
        "settings": dict(replay.settings),
        "seconds": dict(replay.seconds),
        "notes": dict(replay.notes),
    }


def _replay(held: Mapping[str, Any], basis: Basis) -> Replay:
    states = {item: _state(*state) for item, state in held["states"].items()}
    return Replay(
        basis=basis,
        read=held["read"],
        last=_event(held["last"]) if held["last"] else None,
        latest=datetime.fromisoformat(held["latest"]) if held["latest"] else None,
        undone=frozenset(held["undone"]),
        states=states,
        ensemble=Ensemble(
            members=MEMBERS,
            beliefs=_beliefs(states, held["stabilities"]),
            tallies=tuple({(a, b): (c, d) for a, b, c, d in tally} for tally in held["tallies"]),
        ),
        settings=held["settings"],
        seconds={item: tuple(seconds) for item, seconds in held["seconds"].items()},
        notes=held["notes"],
    )


def _state(first: int, last: int, reviews: int, lapses: int, stability: float, difficulty: float) -> Learned:
    return Learned(
        first=date.fromordinal(first),
        last=date.fromordinal(last),
        reviews=reviews,
        lapses=lapses,
        memory=Memory(stability, difficulty),
    )


def _packed(replay: Replay) -> str:
    """The members' stabilities of every item, in the order of the states; as numbers in JSON they take ten times longer.

    All else that a belief holds stands in the state: the members agree with the default weights on difficulty.
    """
    beliefs = replay.ensemble.beliefs
    flat = [stability for item in replay.states for stability in beliefs[item].stabilities]
    return binascii.b2a_base64(struct.pack(f"<{len(flat)}d", *flat), newline=False).decode()


def _beliefs(states: Mapping[str, Learned], packed: str) -> dict[str, Belief]:
    raw = binascii.a2b_base64(packed)
    rows = struct.iter_unpack(f"<{len(MEMBERS)}d", raw)
    return {
        item: Belief(
            first=state.first,
            last=state.last,
            reviews=state.reviews,
            lapses=state.lapses,
            difficulty=state.memory.difficulty,
            stabilities=stabilities,
        )
        for (item, state), stabilities in zip(states.items(), rows, strict=True)
    }


def _event(held: Mapping[str, Any]) -> Event:
    mark = held["mark"]
    fields = {
        "at": datetime.fromisoformat(held["at"]),
        "kind": EventKind(held["kind"]),
        "mode": Mode(held["mode"]),
        "mark": Mark(mark) if mark else None,
    }
    return Event(**{**held, **fields})
