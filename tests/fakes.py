"""Stand-ins for the world outside, and builders of events and banks, for every test that needs them.

clock = FakeClock()
happened = Happened(clock)
happened.attempt("q01-a", mark=Mark.RIGHT, seconds=30)
happened.review("q01-a", Rating.GOOD)
clock.advance(days=1)
choose(bank_of(question("q01-a")), happened.events, clock.now(), (), minutes=30)
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date, datetime, timedelta, tzinfo
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from interview_cli.domain.history.event import Event, EventKind, Mode
from interview_cli.domain.history.study_day import study_day
from interview_cli.domain.items.question import AnyItem, Bank, Code, Concept, CoreEntry, KeyPoint, Problem, Recall
from interview_cli.domain.memory.fsrs import Rating

ZONE = ZoneInfo("Europe/Berlin")
MONDAY_MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=ZONE)


class FakeClock:
    """A clock that stands still until it is told to move."""

    def __init__(self, now: datetime = MONDAY_MORNING, zone: tzinfo = ZONE) -> None:
        self.zone = zone
        self._now = now.astimezone(zone)
        self._monotonic = 1000.0

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._monotonic

    def advance(self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0) -> None:
        """Let time pass: days are calendar days of the wall clock, the rest is elapsed time."""
        elapsed = timedelta(hours=hours, minutes=minutes, seconds=seconds)
        same_time = self._now + timedelta(days=days)
        self._now = datetime.fromtimestamp(same_time.timestamp() + elapsed.total_seconds(), self.zone)
        self._monotonic += (timedelta(days=days) + elapsed).total_seconds()

    def set(self, now: datetime) -> None:
        """Set the time of day, as a user may; the monotonic clock does not notice."""
        self._now = now.astimezone(self.zone)


class SequentialIds:
    """UUIDs that count up from 1, so that a test can be read and repeated."""

    def __init__(self, device: str = "laptop") -> None:
        self.device = device
        self._last = 0

    def __call__(self) -> str:
        self._last += 1
        return str(UUID(int=self._last))


class MemoryLog:
    """An event log without a disk."""

    def __init__(self, events: Iterable[Event] = ()) -> None:
        self._events = list(events)

    def append(self, *events: Event) -> None:
        self._events.extend(events)

    def append_review(self, review: Event, known: Collection[str]) -> bool:
        undone = {event.item for event in self._events if event.kind is EventKind.VOID}
        day = study_day(review.at, ZONE)
        written = {
            event.id
            for event in self._events
            if (event.kind, event.item) == (EventKind.REVIEW, review.item)
            and event.session is not None
            and study_day(event.at, ZONE) == day
        }
        if written - undone - set(known):
            return False
        self.append(review)
        return True

    def position(self) -> int:
        return len(self._events)

    def append_at(self, position: int, *events: Event) -> bool:
        if position != len(self._events):
            return False
        self.append(*events)
        return True

    def events(self) -> Sequence[Event]:
        return tuple(self._events)

    def since(self, begin: datetime) -> Sequence[Event]:
        sessions = {event.session for event in self._events if event.at >= begin} - {None}
        return tuple(event for event in self._events if event.at >= begin or event.session in sessions)


class OvertakenLog(MemoryLog):
    """Another process comes by between a look at the events and the next write."""

    def __init__(self) -> None:
        super().__init__()
        self.meanwhile: Callable[[], object] | None = None

    def append_at(self, position: int, *events: Event) -> bool:
        overtake, self.meanwhile = self.meanwhile, None
        if overtake is not None:
            overtake()
        return super().append_at(position, *events)


class Happened:
    """A history in the making: every method appends one event at the clock's time and returns it."""

    def __init__(self, clock: FakeClock | None = None, ids: SequentialIds | None = None) -> None:
        self.clock = clock or FakeClock()
        self.ids = ids or SequentialIds()
        self.events: list[Event] = []

    def event(self, kind: EventKind, item: str = "", **fields: Any) -> Event:
        event = Event(id=self.ids(), device=self.ids.device, at=self.clock.now(), kind=kind, item=item, **fields)
        self.events.append(event)
        return event

    def review(self, item: str, rating: Rating | None = Rating.GOOD, **fields: Any) -> Event:
        return self.event(EventKind.REVIEW, item, rating=None if rating is None else int(rating), **fields)

    def known(self, item: str, **fields: Any) -> Event:
        """The user pressed `k`, 'I know this'."""
        return self.review(item, Rating.EASY, answer=json.dumps({"known": True}), **fields)

    def attempt(self, item: str, **fields: Any) -> Event:
        return self.event(EventKind.ATTEMPT, item, **fields)

    def void(self, event: Event) -> Event:
        return self.event(EventKind.VOID, event.id)

    def dispute(self, attempt: Event) -> Event:
        return self.event(EventKind.DISPUTE, attempt.id)

    def flag(self, item: str, line: str) -> Event:
        return self.event(EventKind.FLAG, item, answer=line)

    def note(self, item: str, text: str) -> Event:
        return self.event(EventKind.NOTE, item, answer=text)

    def setting(self, name: str, value: Any) -> Event:
        return self.event(EventKind.SETTING, name, answer=json.dumps(value))

    def bury(self, item: str, until: date) -> Event:
        return self.setting(f"bury:{item}", until.isoformat())

    def suspend(self, item: str) -> Event:
        return self.setting(f"suspend:{item}", True)

    def resume(self, item: str) -> Event:
        return self.setting(f"suspend:{item}", False)

    def session_start(self, *items: str, minutes: float = 30, mode: Mode = Mode.DRILL, place: object = 1) -> str:
        """Returns the id of the session."""
        session = self.ids()
        answer = json.dumps({"state": "start", "items": list(items), "minutes": minutes, "place": place})
        self.event(EventKind.SESSION, mode=mode, session=session, answer=answer)
        return session

    def session_end(self, session: str, mode: Mode = Mode.DRILL) -> Event:
        return self.event(EventKind.SESSION, mode=mode, session=session, answer=json.dumps({"state": "end"}))


def question(item: str, concept: str | None = None, **fields: Any) -> Recall:
    """A recall question such as `q07-why-scale`; without a concept it has one of its own, `s07-why-scale`."""
    defaults: dict[str, Any] = {
        "concepts": (concept or "s" + item[1:],),
        "prompt": f"What is {item}?",
        "key_points": (KeyPoint(text="the point", essential=True),),
    }
    return Recall(kind="recall", id=item, **(defaults | fields))


def code(problem: str, concept: str, **fields: Any) -> Code:
    """A code question; its concept, such as `s07-attention`, says in which section its problem is."""
    return Code(
        kind="code", id=problem, concepts=(concept,), **({"prompt": f"Write {problem}.", "minutes": 10} | fields)
    )


def bank_of(*items: AnyItem, core: Iterable[str] = (), beyond: Iterable[str] = ()) -> Bank:
    """A bank of these items, with the concepts that they name; `core` and `beyond` are concepts."""
    concepts = {concept for item in items for concept in item.concepts} | set(core)
    outside = set(beyond)
    return Bank(
        items={item.id: item for item in items},
        concepts={
            concept: Concept(
                id=concept, section=int(concept[1:3]), title=concept, beyond=concept in outside, points=3, machine=True
            )
            for concept in sorted(concepts)
        },
        problems={
            item.id: Problem(
                id=item.id,
                section=int(item.concepts[0][1:3]),
                level=item.level,
                minutes=item.minutes,
                entry=f"{item.id.replace('-', '_')}(x)",
                spec="Returns x.",
            )
            for item in items
            if isinstance(item, Code)
        },
        core=tuple(
            CoreEntry(id=f"core-{number}", title=concept, drill="Say it.", concepts=(concept,))
            for number, concept in enumerate(core)
        ),
    )
