"""What a mock interview writes into the log, and what can be read of one that was cut short; the domain only.

| event | what it says |
| --- | --- |
| session `start` | the rounds, the pace, the seed |
| session `round` | a round's clock started |
| session `asked` | a task as it was drawn: its clock started |
| session `hint` | a hint was taken |
| session `said` | a spoken answer, beside its attempt, waits to be ticked |
| session `ticked` | what is ticked of a list that was left before its end |
| session `judged` | what came of a task, beside its attempt and review |
| session `debrief` | the clock stopped |
| round | all that the round saw: the card is made of it |
| session `end` | nothing is to be gone on with |
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from interview_cli.domain.history.event import Event, EventKind, Mode, NewIds, bounded
from interview_cli.domain.history.log_reading import held_json, undone_ids
from interview_cli.domain.ports import Clock, EventLog
from interview_cli.domain.rounds.blueprint import Pace
from interview_cli.domain.rounds.scorecard import Outcome, Scorecard, Seen, scorecard
from interview_cli.services.mock.steps import Coding, Request, Task, task_as_json, task_of_json


class MockRecord:
    """Writes one mock interview. What a method wrote is on the disk when it returns."""

    def __init__(self, log: EventLog, clock: Clock, ids: NewIds, session: str) -> None:
        self.log, self.clock, self.ids, self.session = log, clock, ids, session

    def state(self, state: str, **held: Any) -> Event:
        """A session event, not yet written."""
        answer = json.dumps({"state": state} | held, ensure_ascii=False)
        return self.event(EventKind.SESSION, answer=answer)

    def event(self, kind: EventKind, item: str = "", **fields: Any) -> Event:
        """An event of this interview, not yet written."""
        return Event(
            id=self.ids(),
            device=self.ids.device,
            at=self.clock.now(),
            kind=kind,
            item=item,
            mode=Mode.MOCK,
            session=self.session,
            **fields,
        )

    def write(self, *events: Event) -> None:
        """All of them or none."""
        self.log.append(*events)

    def start(self, request: Request) -> None:
        """What was asked for."""
        asked = {"rounds": list(request.rounds), "pace": request.pace.value, "seed": request.seed, "items": []}
        self.write(self.state("start", **asked, papers=list(request.papers)))

    def asked(self, task: Task) -> Event:
        """A task's clock starts now."""
        event = self.state("asked", task=task_as_json(task))
        self.write(event)
        return event

    def ticked(self, points: Iterable[int]) -> None:
        """What is ticked of a list that is left before its end."""
        self.write(self.state("ticked", ticked=sorted(points)))

    def attempt(self, task: Task, answer: str, seconds: float, **fields: Any) -> Event:
        """An answer, not yet written."""
        about = task.about
        return self.event(
            EventKind.ATTEMPT, about.id, seed=about.seed, answer=bounded(answer), seconds=seconds, **fields
        )

    def judged(self, outcome: Outcome) -> Event:
        """What came of a task, not yet written."""
        return self.state("judged", outcome=outcome.as_json())

    def round_(self, seen: Seen, score: float) -> Event:
        """All that a round saw, not yet written."""
        answer = json.dumps(seen.as_json(), ensure_ascii=False)
        return self.event(EventKind.ROUND, seen.round, score=round(score, 4), seconds=seen.seconds, answer=answer)


@dataclass(slots=True)
class RoundPast:
    """What happened in the round that was running; `coded` are the coding tasks that are over, with what was graded."""

    round: str
    began: datetime
    outcomes: list[tuple[Task, Outcome]] = field(default_factory=list)
    asked: tuple[Task, datetime] | None = None
    attempts: list[Event] = field(default_factory=list)
    said: tuple[str, bool] | None = None
    ticked: frozenset[int] = frozenset()
    hints: int = 0
    stopped: datetime | None = None
    coded: list[tuple[Task, list[Event]]] = field(default_factory=list)


@dataclass(slots=True)
class Past:
    """A mock interview as the log tells it: the rounds that are done, and the one that was running."""

    session: str
    request: Request
    finished: list[str] = field(default_factory=list)
    running: RoundPast | None = None


def open_mock(events: Sequence[Event]) -> Past | None:
    """The last mock interview that was started and not ended, of whatever day."""
    undone = undone_ids(events)
    counted = [event for event in events if event.mode is Mode.MOCK and event.id not in undone]
    last: Event | None = None
    ended: set[str | None] = set()
    for event in counted:
        match held_json(event) if event.kind is EventKind.SESSION else None:
            case {"state": "start", "rounds": [*_]}:
                last = event
            case {"state": "end"}:
                ended.add(event.session)
    if last is None or last.session is None or last.session in ended:
        return None
    return _read(last, [event for event in counted if event.session == last.session])


def _read(start: Event, events: Iterable[Event]) -> Past:
    held = held_json(start)
    papers = tuple(map(str, held.get("papers", ())))
    request = Request(tuple(map(str, held["rounds"])), Pace(held["pace"]), int(held["seed"]), papers)
    past = Past(str(start.session), request)
    for event in events:
        if event.kind is EventKind.ROUND:
            past.finished.append(event.item)
            past.running = None
        elif event.kind is EventKind.SESSION:
            _read_state(past, event)
        elif event.kind is EventKind.ATTEMPT and past.running is not None:
            past.running.attempts.append(event)
    return past


def _read_state(past: Past, event: Event) -> None:
    running = past.running
    match held_json(event), running:
        case {"state": "round", "round": str(name)}, _:
            past.running = RoundPast(name, event.at)
        case {"state": "asked", "task": held}, RoundPast():
            task = task_of_json(held)
            running.asked = None if task is None else (task, event.at)
            running.attempts, running.said, running.ticked, running.hints = [], None, frozenset(), 0
        case {"state": "hint"}, RoundPast():
            running.hints += 1
        case {"state": "said", "collected": bool(collected)}, RoundPast():
            running.said = (running.attempts[-1].answer if running.attempts else "", collected)
        case {"state": "ticked", "ticked": [*ticked]}, RoundPast():
            running.ticked = frozenset(point for point in ticked if isinstance(point, int))
        case {"state": "judged", "outcome": dict(held)}, RoundPast(asked=(task, _)):
            running.outcomes.append((task, Outcome.of_json(held)))
            if isinstance(task, Coding):
                running.coded.append((task, running.attempts))
            running.asked, running.attempts, running.said, running.ticked = None, [], None, frozenset()
        case {"state": "debrief"}, RoundPast():
            running.stopped = event.at
        case _:
            return


def written_before(events: Sequence[Event], session: str) -> Sequence[Event]:
    """What the log held when the session began; all of it if it has not begun."""
    begun = next((place for place, event in enumerate(events) if event.session == session), len(events))
    return events[:begun]


@dataclass(frozen=True, slots=True)
class KeptCard:
    """A card of the log."""

    id: str
    session: str | None
    at: datetime
    card: Scorecard


def kept_cards(events: Sequence[Event]) -> tuple[KeptCard, ...]:
    """The cards of all rounds that count, the oldest first."""
    undone = undone_ids(events)
    found = []
    for event in events:
        if event.kind is EventKind.ROUND and event.id not in undone:
            seen = Seen.of_json(held_json(event))
            if seen is not None:
                found.append(KeptCard(event.id, event.session, event.at, scorecard(seen)))
    return tuple(sorted(found, key=lambda kept: kept.at))


def earlier_card(cards: Iterable[KeptCard], round_: str, before: datetime) -> Scorecard | None:
    """The last card of the same round before that time."""
    found = [kept.card for kept in cards if kept.card.seen.round == round_ and kept.at < before]
    return found[-1] if found else None
