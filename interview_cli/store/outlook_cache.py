"""Keeps the outlooks of the last look ahead in a file, so that a second look does not play the days again.

They are only ever a copy, used where the first line fits all that they follow from: the day, the interviews and the
minutes, what the log adds up to, what the bank holds, and the program's rules.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from interview_cli.domain.history.log_reading import dormant
from interview_cli.domain.history.replay import Replay
from interview_cli.domain.items.question import Bank
from interview_cli.domain.planning import outlook as rules
from interview_cli.domain.planning.code_share import code_share
from interview_cli.domain.planning.interview import Interview, days_off
from interview_cli.domain.planning.outlook import Outlook
from interview_cli.domain.planning.pace import stated_minutes

FORMAT = 1


def key(
    bank: Bank, learner: Replay, today: date, interviews: Sequence[Interview], minutes: float, landed: frozenset[str]
) -> str:
    """What the outlooks of a day follow from."""
    made_from = (
        *(FORMAT, today, minutes, sorted(landed), bank.core, sorted(days_off(learner.settings, today))),
        code_share(learner.settings),
        [(one.name, one.on, sorted(one.weights.items())) for one in interviews],
        sorted(dormant(learner.settings, today)),
        (learner.ensemble, sorted(learner.seconds.items())),
        [
            (item.id, item.kind, item.level, item.concepts, stated_minutes(item, bank), bank.is_beyond(item))
            for item in bank.items.values()
        ],
        [(path.name, (status := path.stat()).st_size, status.st_mtime_ns) for path in _rules()],
    )
    return hashlib.sha256(repr(made_from).encode("utf-8", "backslashreplace")).hexdigest()


def read_outlooks(folder: Path, wanted: str) -> tuple[Outlook, ...] | None:
    """The outlooks that were kept under this key, or None."""
    try:
        held, _, body = _path(folder).read_bytes().partition(b"\n")
        return _outlooks().validate_json(body) if held.decode("ascii", "replace") == wanted else None
    except (OSError, ValidationError):
        return None


def write_outlooks(folder: Path, made_from: str, outlooks: Sequence[Outlook]) -> None:
    """Keep them, whole or not at all; does nothing where the folder cannot be written."""
    path = _path(folder)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(made_from.encode() + b"\n" + _outlooks().dump_json(tuple(outlooks)))
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink()


def _outlooks() -> TypeAdapter[tuple[Outlook, ...]]:
    return TypeAdapter(tuple[Outlook, ...])


def _path(folder: Path) -> Path:
    return folder / "outlook.json"


def _rules() -> list[Path]:
    """The modules that decide what is foreseen."""
    domain = Path(rules.__file__).parents[1]
    rooms = ("items", "memory", "history", "planning")
    return sorted([*(path for room in rooms for path in domain.glob(f"{room}/*.py")), Path(__file__)])
