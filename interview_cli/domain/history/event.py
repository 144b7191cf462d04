"""Events: the only truth about the user, append-only; imports the standard library only.

One flat record for every kind, as the log stores and exports it. What `item` and `answer` hold depends on the kind:

| kind | item | answer |
| --- | --- | --- |
| attempt | item | what was typed, "" for a reveal; for code the JSON of `code_attempt` with the source (at most 64 KiB) |
| review | item | JSON: the key points ticked, `{"known": true}` for "I know this" (by a placement: and `"placed"`), or "" |
| void | item | the id of the event that no longer counts (undo) |
| session | "" | JSON: {"state": "start", "items": [...], "minutes": N, "place": 1 or 2}: a drill |
| session | "" | JSON: {"state": "start", "placement": N}; {"state": "end"} of either |
| session | item | JSON: {"state": "ticked", "ticked": [...]}: key points of an answer that waits for its rating |
| session | item | JSON: {"state": "planted", "planting": {...}, "minutes": N}: a debugging exercise |
| session | item | JSON: {"state": "hint", "mistake": NAME}: one hint more on a mistake of it |
| round | round | JSON: what the round saw (mock) |
| setting | name | JSON: the new value, see below |
| dispute | item | the id of the attempt whose mark the user overturned |
| flag | item | one line: what is wrong with the item |
| note | item | the user's note, shown at every reveal; "" removes it |

Settings are `interview:NAME`, `minutes`, `off:DAY`, `bury:ITEM` (a day), `suspend:ITEM`, `checklist:ENTRY` and
`memory`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from interview_cli.domain.items.answer import MAX_ANSWER_BYTES, Mark


class EventKind(StrEnum):
    """What happened."""

    REVIEW = "review"
    ATTEMPT = "attempt"
    VOID = "void"
    SESSION = "session"
    ROUND = "round"
    SETTING = "setting"
    DISPUTE = "dispute"
    FLAG = "flag"
    NOTE = "note"


class Mode(StrEnum):
    """Where it happened."""

    DRILL = "drill"
    MOCK = "mock"
    GRADE = "grade"
    SOLVE = "solve"
    CRAM = "cram"
    DEBUG = "debug"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. `at` is aware, in the user's zone at the time; `rating` is 1 (Again) to 4 (Easy)."""

    id: str
    device: str
    at: datetime
    kind: EventKind
    item: str = ""
    revision: int = 1
    seed: int | None = None
    mark: Mark | None = None
    score: float | None = None
    rating: int | None = None
    seconds: float = 0.0
    mode: Mode = Mode.DRILL
    hints: int = 0
    answer: str = ""
    session: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The object of `log export`, all keys always there."""
        return {
            "id": self.id,
            "device": self.device,
            "at": self.at.isoformat(),
            "kind": self.kind.value,
            "item": self.item,
            "revision": self.revision,
            "seed": self.seed,
            "mark": self.mark.value if self.mark else None,
            "score": self.score,
            "rating": self.rating,
            "seconds": self.seconds,
            "mode": self.mode.value,
            "hints": self.hints,
            "answer": self.answer,
            "session": self.session,
        }


def bounded(text: str) -> str:
    """The text cut to what an event may hold, at a character border; what UTF-8 cannot hold becomes a question mark."""
    raw = text.encode("utf-8", "replace")
    return raw[:MAX_ANSWER_BYTES].decode("utf-8", "ignore")


class NewIds(Protocol):
    """Fresh unique ids for events and sessions, and the id of this device."""

    @property
    def device(self) -> str:
        """The id of this device."""

    def __call__(self) -> str:
        """A new UUID."""


def tried(attempts: tuple[Event, ...]) -> tuple[Event, ...]:
    """The attempts with an answer: a reveal is one without."""
    return tuple(attempt for attempt in attempts if attempt.answer)
