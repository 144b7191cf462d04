"""What the log keeps of a debugging exercise, and what it tells of one that was cut short; the domain only."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from interview_cli.domain.history.code_attempt import CodeAttempt
from interview_cli.domain.history.event import Event, EventKind, Mode, NewIds
from interview_cli.domain.history.log_reading import held_json, undone_ids
from interview_cli.domain.items.answer import Mark
from interview_cli.domain.plantings.planting import Planting
from interview_cli.domain.ports import Clock, EventLog


@dataclass(frozen=True, slots=True)
class Exercise:
    """Planted code that somebody works on: which, since when, and for how many minutes, None for as long as it takes.

    `item` is what its events are about: an item of the bank where it has one for this code.
    """

    session: str
    item: str
    planting: Planting
    began: datetime
    minutes: float | None


@dataclass(slots=True)
class Past:
    """What happened in an exercise: graded files, and hints by mistake."""

    exercise: Exercise
    attempts: list[Event] = field(default_factory=list)
    hints: Counter[str] = field(default_factory=Counter)


class DebugRecord:
    """Writes the events of one exercise."""

    def __init__(self, log: EventLog, clock: Clock, ids: NewIds, exercise: Exercise) -> None:
        self.log, self.clock, self.ids, self.exercise = log, clock, ids, exercise

    def begin(self) -> None:
        """The code is planted: from now on it is this code, whatever becomes of the program."""
        exercise = self.exercise
        self._state("planted", planting=exercise.planting.as_json(), minutes=exercise.minutes)

    def hint(self, mistake: str) -> None:
        """One step more of the hints on a mistake."""
        self._state("hint", mistake=mistake)

    def end(self, **review: Any) -> None:
        """The exercise is over; with a review where its item is in the bank."""
        events = [self._event(EventKind.SESSION, answer=json.dumps({"state": "end"}))]
        if review:
            events.append(self._event(EventKind.REVIEW, **review))
        self.log.append(*events)

    def _state(self, state: str, **held: Any) -> None:
        answer = json.dumps({"state": state} | held, ensure_ascii=False)
        self.log.append(self._event(EventKind.SESSION, answer=answer))

    def _event(self, kind: EventKind, **fields: Any) -> Event:
        return Event(
            id=self.ids(),
            device=self.ids.device,
            at=self.clock.now(),
            kind=kind,
            item=self.exercise.item,
            seed=self.exercise.planting.seed,
            mode=Mode.DEBUG,
            session=self.exercise.session,
            **fields,
        )


def open_exercise(events: Sequence[Event], problem: str | None = None) -> Past | None:
    """The last exercise that was begun and not ended, of whatever day; only of this problem where one is named."""
    undone = undone_ids(events)
    counted = [event for event in events if event.mode is Mode.DEBUG and event.id not in undone]
    found: dict[str | None, Past] = {}
    for event in counted:
        _read(event, found)
    fitting = [past for past in found.values() if problem in (None, past.exercise.planting.problem)]
    return fitting[-1] if fitting else None


def _read(event: Event, found: dict[str | None, Past]) -> None:
    past = found.get(event.session)
    if event.kind is EventKind.ATTEMPT and past is not None and event.mark is not Mark.UNREADABLE:
        past.attempts.append(event)
    if event.kind is not EventKind.SESSION:
        return
    match held_json(event), past:
        case {"state": "planted", "planting": dict(held), "minutes": minutes}, None:
            planting = _planting(held)
            if planting is not None and event.session is not None:
                limit = float(minutes) if isinstance(minutes, int | float) else None
                found[event.session] = Past(Exercise(event.session, event.item, planting, event.at, limit))
        case {"state": "hint", "mistake": str(mistake)}, Past():
            past.hints[mistake] += 1
        case {"state": "end"}, Past():
            del found[event.session]
        case _:
            return


def _planting(held: dict[str, Any]) -> Planting | None:
    """What an event holds of a planting; None where it is none that can be read."""
    try:
        return Planting.of_json(held)
    except (KeyError, ValueError, TypeError, AttributeError):
        return None


def left_after(attempts: Sequence[Event], planting: Planting) -> tuple[str, ...]:
    """The mistakes that the last graded file held; all of them before the first."""
    return CodeAttempt.of(attempts[-1]).slips if attempts else planting.names
