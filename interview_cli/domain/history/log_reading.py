"""From the log's events to what they mean: answers, settings, notes, the drill that was cut short; the domain only.

`effective` comes first: it drops what was undone and gives renamed items their new name. All else here takes its
result, except `undo_event`, which looks at the log as it was written.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from interview_cli.domain.history.event import Event, EventKind, Mode, NewIds
from interview_cli.domain.history.study_day import by_study_day, day_start, study_day
from interview_cli.domain.items.answer import Mark
from interview_cli.domain.items.question import AnyItem, ItemId
from interview_cli.domain.memory.fsrs import Rating
from interview_cli.domain.memory.states import Answered, Known, Relearn, Review

BURY = "bury:"
SUSPEND = "suspend:"

# looking a member up on its class costs as much as a power
_ATTEMPT, _REVIEW, _VOID = EventKind.ATTEMPT, EventKind.REVIEW, EventKind.VOID
_CRAM = Mode.CRAM
_RATINGS = {rating.value: rating for rating in Rating}

_ABOUT_ITEMS = frozenset({EventKind.REVIEW, EventKind.ATTEMPT, EventKind.FLAG, EventKind.NOTE, EventKind.SESSION})


def effective(events: Iterable[Event], items: Mapping[ItemId, AnyItem]) -> list[Event]:
    """The events that count, in the order of their time: without voids and what they undo, items by their new names.

    Events of the same time stand by their devices, those of one device as they were written: so logs that were merged
    in any order agree.
    """
    listed = list(events)
    return remaining(listed, undone_ids(listed), items)


def undone_ids(events: Iterable[Event]) -> frozenset[str]:
    """The ids of the events that void events name."""
    return frozenset([event.item for event in events if event.kind is _VOID])


def remaining(events: Iterable[Event], undone: Collection[str], items: Mapping[ItemId, AnyItem]) -> list[Event]:
    """`effective` of a part of the log, where `undone` names what the whole log takes back."""
    names = new_names(items)
    counted = [event for event in events if event.kind is not _VOID and event.id not in undone]
    if names:
        counted = [_renamed(event, names) for event in counted]
    return sorted(counted, key=_when)


def _when(event: Event) -> tuple[float, str]:
    """Seconds, which are compared three times as fast as times of day with their zones; microseconds stay apart."""
    return event.at.timestamp(), event.device


def new_names(items: Mapping[ItemId, AnyItem]) -> dict[ItemId, ItemId]:
    """The item that each old id now stands for. An id that an item bears is never an old one."""
    return {old: item.id for item in items.values() for old in item.aliases if old not in items}


def undo_event(events: Sequence[Event], ids: NewIds, at: datetime) -> Event | None:
    """The void event that undoes the newest review not yet undone; None if there is none. Its attempt stays.

    The newest is so by its time: an import may have written older ones of another machine after it.
    """
    undone = undone_ids(events)
    standing = [event for event in events if event.kind is EventKind.REVIEW and event.id not in undone]
    if not standing:
        return None
    last = max(reversed(standing), key=attrgetter("at"))
    return Event(id=ids(), device=ids.device, at=at, kind=EventKind.VOID, item=last.id, session=last.session)


def events_by_day(events: Sequence[Event], zone: tzinfo) -> Iterator[tuple[date, Sequence[Event]]]:
    """The events of each study day, from events in the order of their time."""
    return by_study_day(events, attrgetter("at"), zone)


def answers(events: Sequence[Event], items: Mapping[ItemId, AnyItem], zone: tzinfo) -> list[Answered]:
    """What the memory is told: reviews that are rated and no cramming, 'I know this', and items to be learned anew.

    When the bank's revision of an item exceeds that of its answers, a `Relearn` follows the last of these. An answer to
    an earlier revision that comes after one to the present (a second machine with an older bank) is not told.
    """
    told: list[Answered] = []
    outdated: dict[ItemId, date] = {}
    up_to_date: set[ItemId] = set()
    for day, todays in events_by_day(events, zone):
        for event in todays:
            if not is_spaced_review(event):
                continue
            answer = _answer(event, day)
            if is_outdated(event, items):
                if event.item not in up_to_date:
                    told.append(answer)
                    outdated[event.item] = day
            else:
                if event.item in outdated:
                    told.append(Relearn(event.item, outdated.pop(event.item)))
                told.append(answer)
                up_to_date.add(event.item)
    return [*told, *(Relearn(item, day) for item, day in outdated.items())]


def is_spaced_review(event: Event) -> bool:
    """Whether the event is one that the memory is told of."""
    if event.kind is not _REVIEW or event.mode is _CRAM:
        return False
    return event.rating is not None or is_known(event)


def is_known(event: Event) -> bool:
    """Whether the review is the user's 'I know this'."""
    if "known" not in event.answer:
        return False  # parsing every answer would cost more than all the rest
    held = held_json(event)
    return isinstance(held, dict) and held.get("known") is True


def is_granted(event: Event) -> bool:
    """Whether the review stands for an item that a placement took as known: nobody was asked."""
    return '"placed"' in event.answer and is_known(event) and held_json(event).get("placed") is True


def is_outdated(event: Event, items: Mapping[ItemId, AnyItem]) -> bool:
    """Whether the event is about an earlier revision of its item than the bank's."""
    item = items.get(event.item)
    return item is not None and event.revision < item.revision


def held_json(event: Event) -> Any:
    """What the event's answer holds as JSON; None where it holds none."""
    try:
        return json.loads(event.answer)
    except (ValueError, RecursionError):  # of brackets that are nested too deeply
        return None


def settings(events: Iterable[Event]) -> dict[str, Any]:
    """The last value of every setting, by name."""
    return {event.item: held_json(event) for event in events if event.kind is EventKind.SETTING}


def dormant(values: Mapping[str, Any], today: date) -> frozenset[ItemId]:
    """The items that settings keep out of a drill: suspended ones, and those buried until a day after today."""
    return frozenset(
        name.removeprefix(SUSPEND).removeprefix(BURY)
        for name, value in values.items()
        if (name.startswith(SUSPEND) and value is True) or (name.startswith(BURY) and _is_after(value, today))
    )


def notes(events: Iterable[Event], before: Mapping[ItemId, str] = MappingProxyType({})) -> dict[ItemId, str]:
    """The user's notes, those of earlier events included; an empty one removes the note before it."""
    last = dict(before) | {event.item: event.answer for event in events if event.kind is EventKind.NOTE}
    return {item: text for item, text in last.items() if text}


def flags(events: Iterable[Event]) -> dict[ItemId, tuple[str, ...]]:
    """What the user said is wrong with items, in the order in which it was said."""
    found: dict[ItemId, tuple[str, ...]] = {}
    for event in events:
        if event.kind is EventKind.FLAG:
            found[event.item] = (*found.get(event.item, ()), event.answer)
    return found


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A drill that was started, in this `place` of the home, and not ended.

    `todo` are its items without a review, in their order. `answered` is the attempt at one of them that still waits for
    its rating, None if the user was cut off before an answer. `minutes` and `seconds_spent`: as asked, and gone so far.
    `mode` is that of a drill or of cramming.
    """

    id: str
    place: int
    mode: Mode
    minutes: float
    todo: tuple[ItemId, ...]
    answered: Event | None
    seconds_spent: float


def open_sessions(events: Sequence[Event], today: date, zone: tzinfo) -> list[OpenSession]:
    """The last drill of each place, if something of it happened today and it was not ended; the newest first."""
    last: dict[int, Event] = {}
    ended: set[str | None] = set()
    begin = day_start(today, zone)
    todays = {event.session for event in events if event.at >= begin and study_day(event.at, zone) == today} - {None}
    for event in events:
        is_of_drill = event.kind is EventKind.SESSION and event.mode in (Mode.DRILL, Mode.CRAM)
        if is_of_drill and event.session in todays:
            match held_json(event):
                case {"state": "start", "items": [*_]} as held:
                    last[_place(held)] = event
                case {"state": "end"}:
                    ended.add(event.session)
    open_ = sorted((start for start in last.values() if start.session not in ended), key=attrgetter("at"), reverse=True)
    return [_cut_short(start, [event for event in events if event.session == start.session], zone) for start in open_]


def _place(held: Mapping[str, Any]) -> int:
    """Of which of a home's two places a drill was begun in, the log says only the second."""
    return 2 if held.get("place") == 2 else 1


def _cut_short(start: Event, happened: Sequence[Event], zone: tzinfo) -> OpenSession:
    held = held_json(start)
    rated: set[ItemId] = set()
    waiting: dict[ItemId, Event] = {}
    for event in happened:
        if event.kind is EventKind.REVIEW:
            rated.add(event.item)
            waiting.pop(event.item, None)
        elif event.kind is EventKind.ATTEMPT and event.mark is not Mark.UNREADABLE:
            waiting[event.item] = event
    todo = tuple(item for item in map(str, held["items"]) if item not in rated)
    answered = [event for item, event in waiting.items() if item in todo]
    return OpenSession(
        id=str(start.session),
        place=_place(held),
        mode=start.mode,
        minutes=float(held.get("minutes") or 0),
        todo=todo,
        answered=max(answered, key=attrgetter("at"), default=None),
        seconds_spent=sum(done.seconds for done in practice(happened, zone).values()),
    )


def open_placement(todays: Sequence[Event]) -> tuple[str | None, list[Event]]:
    """The placement among today's events that was begun and not ended, and its answers; None where there is none."""
    begun: str | None = None
    for event in todays:
        if event.kind is EventKind.SESSION:
            match held_json(event):
                case {"state": "start", "placement": _}:
                    begun = event.session
                case {"state": "end"} if event.session == begun:
                    begun = None
    if begun is None:
        return None, []
    return begun, [event for event in todays if event.session == begun and event.kind is not EventKind.SESSION]


@dataclass(frozen=True, slots=True)
class Practice:
    """How often an item was answered on one study day, and the seconds that it took."""

    answers: int
    seconds: float


def practice(events: Sequence[Event], zone: tzinfo) -> dict[tuple[date, ItemId], Practice]:
    """What was practised, by study day and item, in the order of its beginning.

    An answer leaves an attempt, a review or both, and the time may stand in either: of the two sums the larger counts.
    What a placement took as known is no practice.
    """
    found: dict[tuple[date, ItemId], Practice] = {}
    for day, todays in events_by_day(events, zone):
        tallies: dict[ItemId, _Tally] = {}
        for event in todays:
            if event.kind is _ATTEMPT or (event.kind is _REVIEW and not is_granted(event)):
                tally = tallies.get(event.item)
                if tally is None:
                    tally = tallies[event.item] = _Tally()
                tally.add(event)
        for item, tally in tallies.items():
            found[day, item] = tally.practice()
    return found


class _Tally:
    __slots__ = ("attempt_seconds", "attempts", "review_seconds", "reviews")

    def __init__(self) -> None:
        self.attempts, self.attempt_seconds = 0, 0.0
        self.reviews, self.review_seconds = 0, 0.0

    def add(self, event: Event) -> None:
        if event.kind is _REVIEW:
            self.reviews += 1
            self.review_seconds += event.seconds
        else:
            self.attempts += event.mark is not Mark.UNREADABLE
            self.attempt_seconds += event.seconds

    def practice(self) -> Practice:
        return Practice(max(self.attempts, self.reviews), max(self.attempt_seconds, self.review_seconds))


def _answer(event: Event, day: date) -> Review | Known:
    if event.rating is None or is_known(event):
        return Known(event.item, day)
    return Review(event.item, day, _RATINGS[event.rating])


def _renamed(event: Event, names: Mapping[ItemId, ItemId]) -> Event:
    if event.kind in _ABOUT_ITEMS and event.item in names:
        return replace(event, item=names[event.item])
    if event.kind is EventKind.SETTING:
        for prefix in (BURY, SUSPEND):
            if event.item.startswith(prefix):
                old = event.item.removeprefix(prefix)
                return replace(event, item=prefix + names.get(old, old))
    return event


def _is_after(value: Any, today: date) -> bool:
    try:
        return date.fromisoformat(value) > today
    except (TypeError, ValueError):
        return False
