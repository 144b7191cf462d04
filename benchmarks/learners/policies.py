"""What decides what is practised: the program's planner, and usual schedulers; imports the domain only.

All are asked for an order of items and told of every answer. All but the planner and those that are "ordered" take new items
in the same shuffled order, and all but "new first" when nothing is due.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import ClassVar, Protocol
from zoneinfo import ZoneInfo

from interview_cli.domain.history.event import Event, EventKind
from interview_cli.domain.history.replay import Replay, catch_up
from interview_cli.domain.items.question import Bank
from interview_cli.domain.memory.fsrs import DEFAULT, Rating, interval
from interview_cli.domain.memory.states import Learned, Review, advance
from interview_cli.domain.planning.agenda import Agenda
from interview_cli.domain.planning.interview import Interview
from interview_cli.domain.planning.planner import choose, forecast
from interview_cli.domain.planning.recall import Forecast, share_known
from interview_cli.domain.planning.triage import triage

ZONE = ZoneInfo("UTC")
FIRST_DAY = datetime(2026, 3, 2, 9, tzinfo=ZONE)


class Policy(Protocol):
    """Decides what is practised next."""

    def order(self, day: int, minutes: float) -> Sequence[str]:
        """The items to practise now, the first first; those that do not fit in the minutes are put off."""
        ...

    def told(self, item: str, day: int, rating: Rating, seconds: float) -> None:
        """An answer was given."""
        ...


MakePolicy = Callable[[Bank, int, Interview], Policy]
"""From the bank, the seed of the shuffle and the interview."""


class PlannerPolicy:
    """`domain.planner`, by its events."""

    def __init__(self, bank: Bank, seed: int, interview: Interview) -> None:
        self._bank, self._interviews = bank, [interview]
        self._landed = frozenset(bank.problems)
        self._events: list[Event] = []
        self._replay: Replay | None = None
        self._asked = (0, 0)
        del seed

    def order(self, day: int, minutes: float) -> Sequence[str]:
        now = self._now(day)
        replay = self._caught_up()
        return choose(*(self._bank, self._events, now, self._interviews, minutes), landed=self._landed, replay=replay)

    def told(self, item: str, day: int, rating: Rating, seconds: float) -> None:
        number = len(self._events)
        at = self._now(day) + timedelta(seconds=number)
        event = Event(str(number), "d", at, EventKind.REVIEW, item, rating=int(rating), seconds=seconds)
        self._events.append(event)

    def foreseen(self, day: int) -> Forecast:
        """The planner's forecast for the interview, made on a day, if nothing more is practised."""
        interviews = self._interviews
        return forecast(
            *(self._bank, self._events, self._now(day), interviews, interviews[0].on),
            landed=self._landed,
            replay=self._caught_up(),
        )

    def foreseen_ahead(self, day: int, minutes: float) -> Forecast:
        """The same if so many minutes are practised on each day until then."""
        interviews = self._interviews
        return forecast(
            *(self._bank, self._events, self._now(day), interviews, interviews[0].on),
            minutes=minutes,
            landed=self._landed,
            replay=self._caught_up(),
        )

    def foreseen_alone(self, day: int) -> Forecast:
        """The same if nothing carried over from one item of a concept to another."""
        ensemble, on = self._caught_up().ensemble, self._now(day).date()
        return share_known([(1.0, ensemble.expected(item, on)) for item in self._bank.items], ensemble.expected_weights)

    def _now(self, day: int) -> datetime:
        return FIRST_DAY + timedelta(days=day)

    def _caught_up(self) -> Replay:
        self._replay = catch_up(self._events, self._bank.items, ZONE, self._replay)
        return self._replay


class _Scheduled:
    """A scheduler that gives every item a due day: the longest overdue first, then new items."""

    def __init__(self, bank: Bank, seed: int, interview: Interview) -> None:
        del interview
        self.due: dict[str, int] = {}
        self._new = list(bank.items)
        Random(f"order {seed}").shuffle(self._new)

    def order(self, day: int, minutes: float) -> Sequence[str]:
        del minutes
        waiting = sorted((due, item) for item, due in self.due.items() if due <= day)
        return [*(item for _, item in waiting), *(item for item in self._new if item not in self.due)]


class FsrsPolicy(_Scheduled):
    """FSRS-6 with its default weights, to a retention of 0.90."""

    retention = 0.90

    def __init__(self, bank: Bank, seed: int, interview: Interview) -> None:
        super().__init__(bank, seed, interview)
        self._states: dict[str, Learned] = {}

    def told(self, item: str, day: int, rating: Rating, seconds: float) -> None:
        del seconds
        held = {item: self._states[item]} if item in self._states else {}
        date = (FIRST_DAY + timedelta(days=day)).date()
        self._states[item] = state = advance(held, [Review(item, date, rating)], DEFAULT)[item]
        days = interval(state.memory.stability, self.retention, DEFAULT)
        self.due[item] = (state.last - FIRST_DAY.date()).days + days


class OrderedFsrsPolicy(FsrsPolicy):
    """The same with the planner's order of new items: what of the planner's gain is order, and what timing."""

    def __init__(self, bank: Bank, seed: int, interview: Interview) -> None:
        super().__init__(bank, seed, interview)
        priority = Agenda.of([interview], FIRST_DAY.date()).priority
        self._new = [entry.item.id for entry in triage(bank.items.values(), bank, (), priority, seed)]


class LowerOrderedFsrsPolicy(OrderedFsrsPolicy):
    """The same to a retention of 0.80."""

    retention = 0.80


class NewFirstPolicy(FsrsPolicy):
    """The same, but nothing is reviewed before all is seen: what a learner does who fears to miss something."""

    def order(self, day: int, minutes: float) -> Sequence[str]:
        ordered = super().order(day, minutes)
        return sorted(ordered, key=lambda item: item in self.due)


class Sm2Policy(_Scheduled):
    """SuperMemo 2 (Wozniak 1990): intervals of 1 and 6 days, then times an ease that starts at 2.5."""

    _QUALITY: ClassVar[dict[Rating, int]] = {Rating.AGAIN: 1, Rating.HARD: 3, Rating.GOOD: 4, Rating.EASY: 5}

    def __init__(self, bank: Bank, seed: int, interview: Interview) -> None:
        super().__init__(bank, seed, interview)
        self._held: dict[str, tuple[int, float, float]] = {}

    def told(self, item: str, day: int, rating: Rating, seconds: float) -> None:
        del seconds
        times, interval, ease = self._held.get(item, (0, 0.0, 2.5))
        quality = self._QUALITY[rating]
        if quality < 3:
            times, interval = 0, 1.0
        else:
            interval = 1.0 if times == 0 else 6.0 if times == 1 else interval * ease
            times += 1
        ease = max(1.3, ease + 0.1 - (5 - quality) * (0.08 + (5 - quality) * 0.02))
        self._held[item] = (times, interval, ease)
        self.due[item] = day + math.ceil(interval)


class LeitnerPolicy(_Scheduled):
    """Five boxes of 1, 2, 4, 8 and 16 days: up by one when right, back to the first when wrong."""

    def __init__(self, bank: Bank, seed: int, interview: Interview) -> None:
        super().__init__(bank, seed, interview)
        self._box: dict[str, int] = {}

    def told(self, item: str, day: int, rating: Rating, seconds: float) -> None:
        del seconds
        self._box[item] = 0 if rating == Rating.AGAIN else min(self._box.get(item, -1) + 1, 4)
        self.due[item] = day + 2 ** self._box[item]


class RandomPolicy:
    """Any item, seen or not."""

    def __init__(self, bank: Bank, seed: int, interview: Interview) -> None:
        del interview
        self._items, self._rng = list(bank.items), Random(f"any {seed}")

    def order(self, day: int, minutes: float) -> Sequence[str]:
        del day, minutes
        return self._rng.sample(self._items, len(self._items))

    def told(self, item: str, day: int, rating: Rating, seconds: float) -> None:
        del item, day, rating, seconds


BASELINES: dict[str, MakePolicy] = {
    "FSRS .90": FsrsPolicy,
    "ordered .90": OrderedFsrsPolicy,
    "ordered .80": LowerOrderedFsrsPolicy,
    "new first": NewFirstPolicy,
    "SM-2": Sm2Policy,
    "Leitner": LeitnerPolicy,
    "random": RandomPolicy,
}
