"""What a drill writes into the log, and what can be read of one that was cut short; the domain only."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from interview_cli.domain.history.event import Event, EventKind, Mode, bounded, tried
from interview_cli.domain.history.log_reading import BURY, SUSPEND, held_json, is_known, new_names
from interview_cli.domain.history.study_day import study_day
from interview_cli.domain.items.answer import Mark
from interview_cli.domain.items.question import AnyItem, Bank, ItemId
from interview_cli.domain.memory.fsrs import Rating
from interview_cli.domain.planning.day_plan import Aim
from interview_cli.services.drill.coming_back import is_asked_once_more
from interview_cli.services.drill.steps import Answered, Asked, Done, Means, Request

KNOWN = json.dumps({"known": True})


class DrillRecord:
    """Writes one drill. What a method wrote is on the disk when it returns."""

    def __init__(self, means: Means, session: str, mode: Mode, known: Iterable[str]) -> None:
        """`known` are the reviews that the log held when the drill began: what is rated later elsewhere counts once."""
        self.log, self.clock, self.ids = means.log, means.clock, means.ids
        self.session, self.mode, self._known = session, mode, set(known)

    def start(self, items: Sequence[ItemId], request: Request, place: int, position: int) -> bool:
        """What is planned in which place, and what was asked for; not, and False, if the log is past that position."""
        minutes = request.bounding_minutes or 0
        held = {"state": "start", "items": list(items), "minutes": minutes, "asked": as_asked(request), "place": place}
        return self.log.append_at(position, self._event(EventKind.SESSION, "", answer=json.dumps(held)))

    def end(self) -> None:
        """The drill is not to be resumed."""
        self._write(EventKind.SESSION, answer=json.dumps({"state": "end"}))

    def attempt(self, asked: Asked, answer: str, seconds: float, mark: Mark | None, score: float | None) -> Event:
        """An answer, before it is rated."""
        return self._write_about(
            asked, EventKind.ATTEMPT, answer=bounded(answer), seconds=seconds, mark=mark, score=score
        )

    def review(self, answered: Answered, rating: Rating, seconds: float) -> Event | None:
        """A rated answer with the key points that were ticked; None if another drill has rated the item meanwhile."""
        marked, last = answered.marked, answered.attempts[-1] if answered.attempts else None
        mark, score = (marked.mark, marked.score) if marked else (last.mark, last.score) if last else (None, None)
        points = answered.reveal.key_points
        if points:
            score = len(answered.ticked) / len(points)
        if answered.dispute:
            mark, score = Mark.RIGHT, 1.0
        ticked = json.dumps({"ticked": sorted(answered.ticked)}) if points else ""
        fields = {"answer": ticked, "seconds": seconds, "mark": mark, "score": score, "rating": int(rating)}
        return self._write_review(self._event_about(answered, EventKind.REVIEW, **fields))

    def tick(self, answered: Answered, points: Collection[int]) -> None:
        """The key points that an answer had, before it is rated."""
        held = {"state": "ticked", "ticked": sorted(points)}
        self._write(EventKind.SESSION, answered.item.id, answer=json.dumps(held))

    def known(self, asked: Asked, seconds: float) -> Event | None:
        """'I know this': a review without an answer; None as in `review`."""
        fields = {"answer": KNOWN, "seconds": seconds, "rating": int(Rating.EASY)}
        return self._write_review(self._event_about(asked, EventKind.REVIEW, **fields))

    def dispute(self, attempt: Event) -> Event:
        """The user says that this attempt was right."""
        return self._write(EventKind.DISPUTE, attempt.id)

    def void(self, event_id: str) -> None:
        """An event no longer counts."""
        self._write(EventKind.VOID, event_id)

    def bury(self, item: ItemId) -> None:
        """Not before the next study day."""
        tomorrow = study_day(self.clock.now(), self.clock.zone) + timedelta(days=1)
        self._write(EventKind.SETTING, BURY + item, answer=json.dumps(tomorrow.isoformat()))

    def suspend(self, item: ItemId) -> None:
        """Not until the user wants it again."""
        self._write(EventKind.SETTING, SUSPEND + item, answer=json.dumps(True))

    def flag(self, step: Asked | Answered, line: str) -> None:
        """Something is wrong with the item."""
        self._write_about(step, EventKind.FLAG, answer=bounded(line))

    def note(self, step: Asked | Answered, text: str) -> None:
        """The user's note; an empty one removes it."""
        self._write_about(step, EventKind.NOTE, answer=bounded(text))

    def _write_review(self, review: Event) -> Event | None:
        if not self.log.append_review(review, self._known):
            return None
        self._known.add(review.id)
        return review

    def _write_about(self, step: Asked | Answered, kind: EventKind, **fields: Any) -> Event:
        return self._written(self._event_about(step, kind, **fields))

    def _write(self, kind: EventKind, item: str = "", **fields: Any) -> Event:
        return self._written(self._event(kind, item, **fields))

    def _written(self, event: Event) -> Event:
        self.log.append(event)
        return event

    def _event_about(self, step: Asked | Answered, kind: EventKind, **fields: Any) -> Event:
        about = {"revision": step.item.revision, "seed": step.shown.seed, "hints": step.hints}
        return self._event(kind, step.item.id, **about, **fields)

    def _event(self, kind: EventKind, item: str, **fields: Any) -> Event:
        return Event(
            id=self.ids(),
            device=self.ids.device,
            at=self.clock.now(),
            kind=kind,
            item=item,
            mode=self.mode,
            session=self.session,
            **fields,
        )


def as_asked(request: Request) -> dict[str, Any]:
    """The request as the log keeps it, to tell whether a drill that was cut short is what is asked for again."""
    wanted = request.wanted
    return {
        "minutes": request.bounding_minutes,
        "count": wanted.count,
        "sections": sorted(wanted.sections),
        "kinds": sorted(wanted.kinds),
        "new": wanted.new,
        "cram": wanted.aim is Aim.CRAM,
    }


@dataclass(slots=True)
class Past:
    """What happened so far in a drill that was cut short: rated items, and attempts without a rating, by item."""

    planned: tuple[ItemId, ...] = ()
    asked: dict[str, Any] | None = None
    done: list[Done] = field(default_factory=list)
    attempts: dict[ItemId, tuple[Event, ...]] = field(default_factory=dict)
    disputes: dict[str, str] = field(default_factory=dict)
    last_ticks: dict[ItemId, Event] = field(default_factory=dict)

    def reviews_of(self, item: ItemId) -> list[Done]:
        """The ratings of one item, in their order."""
        return [done for done in self.done if done.item.id == item]

    def ticked(self, item: ItemId) -> frozenset[int]:
        """The key points of the last answer to an item that were ticked."""
        return ticks(self.last_ticks[item]) if item in self.last_ticks else frozenset()

    def dispute_of(self, attempts: Sequence[Event]) -> str | None:
        """The event that overturned the mark of the last attempt with an answer."""
        answered = tried(tuple(attempts))
        return self.disputes.get(answered[-1].id) if answered else None


def read_past(counted: Sequence[Event], session: str, bank: Bank) -> Past:
    """The past of a session, from the log's effective events; what is no longer in the bank is left out."""
    past = Past()
    names = new_names(bank.items)
    for event in counted:
        if event.session != session:
            continue
        if event.kind is EventKind.SESSION:
            match held_json(event):
                case {"state": "start", "items": [*items]} as held:
                    planned = [names.get(item, item) for item in map(str, items)]
                    past.planned = tuple(item for item in planned if item in bank.items)
                    past.asked = held.get("asked")
                case {"state": "ticked"}:
                    past.last_ticks[event.item] = event
        elif event.kind is EventKind.DISPUTE:
            past.disputes[event.item] = event.id
        elif event.item in bank.items:
            _read_answer(past, event, bank.items[event.item])
    return past


def _read_answer(past: Past, event: Event, item: AnyItem) -> None:
    if event.kind is EventKind.ATTEMPT and event.mark is not Mark.UNREADABLE:
        past.attempts[item.id] = (*past.attempts.get(item.id, ()), event)
        past.last_ticks.pop(item.id, None)
    elif event.kind is EventKind.REVIEW:
        attempts = past.attempts.pop(item.id, ())
        past.last_ticks.pop(item.id, None)
        is_repeat = bool(past.reviews_of(item.id))
        past.done.append(Done(item, is_repeat, attempts, past.dispute_of(attempts), event))


def comes_again(review: Event, item: AnyItem) -> bool:
    """Whether an item with this rating is asked once more on the same day; a problem is not."""
    return review.rating == Rating.AGAIN and not is_known(review) and is_asked_once_more(item)


def ticks(event: Event) -> frozenset[int]:
    """The key points that were ticked, as a review or a tick has them."""
    match held_json(event):
        case {"ticked": [*ticked]}:
            return frozenset(index for index in ticked if isinstance(index, int))
        case _:
            return frozenset()
