"""What a drill is at any moment: an item that is asked, one that waits for its rating, or its end; the domain only.

Named tuples: a class is made in a quarter of the time of a frozen dataclass, and a drill starts by making these."""

from __future__ import annotations

import math
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from interview_cli.domain.history.event import Event, NewIds, tried
from interview_cli.domain.items.answer import Mark, Marked
from interview_cli.domain.items.question import AnyItem, Bank, ItemId
from interview_cli.domain.items.shown import Shown
from interview_cli.domain.marking.reveal import Reveal
from interview_cli.domain.memory.rating import Ratings
from interview_cli.domain.planning.day_plan import Wanted
from interview_cli.domain.ports import Clock, EventLog


class Means(NamedTuple):
    """What a drill works with.

    `rng` draws the seeds; `present` shows an item under one; `reference` is the page of a problem; `landed` are the
    problems that can be graded.
    """

    bank: Bank
    log: EventLog
    clock: Clock
    ids: NewIds
    rng: Random
    landed: frozenset[str]
    present: Callable[[AnyItem, int], Shown]
    reference: Callable[[ItemId], str]


class Request(NamedTuple):
    """What the user asks: `minutes` is infinite where only a count bounds the drill."""

    minutes: float
    wanted: Wanted

    @property
    def bounding_minutes(self) -> float | None:
        """The minutes, None where only a count bounds the drill."""
        return self.minutes if math.isfinite(self.minutes) else None


class Waiting(NamedTuple):
    """An item whose turn has not come; a repeat was rated Again and is asked once more.

    `attempts` are answers that were given and not rated, `dispute` the event that overturned the last one's mark,
    `ticked` the key points that it had, by the user's word.
    """

    item: AnyItem
    is_repeat: bool = False
    attempts: tuple[Event, ...] = ()
    dispute: str | None = None
    ticked: frozenset[int] = frozenset()


class Asked(NamedTuple):
    """An item that waits for its answer.

    `seconds` went into it before `since`, a reading of the monotonic clock. `attempts`: graded so far, none of which
    passed; only code has any while it is asked.
    """

    item: AnyItem
    shown: Shown
    is_repeat: bool
    since: float
    seconds: float = 0.0
    hints: int = 0
    attempts: tuple[Event, ...] = ()
    was_skipped: bool = False


class Answered(NamedTuple):
    """An answered item that waits for its rating.

    `marked` is the program's word, None for code and for what the user marks; `dispute` is the event that overturned
    it. An attempt without an answer is a reveal. `seconds` went into it before `since`.
    """

    item: AnyItem
    shown: Shown
    is_repeat: bool
    since: float
    seconds: float
    hints: int
    attempts: tuple[Event, ...]
    marked: Marked | None
    reveal: Reveal
    ticked: frozenset[int]
    dispute: str | None
    ratings: Ratings

    @property
    def is_right(self) -> bool:
        """Whether the mark, or the last grade, is right, be it by the user's word."""
        if self.marked is not None:
            return self.marked.mark is Mark.RIGHT
        return self.dispute is not None or any(attempt.mark is Mark.RIGHT for attempt in self.attempts)

    @property
    def why_limited(self) -> str:
        """Behind the ratings that may be chosen: why these alone, where one thing says it."""
        points = self.reveal.key_points if self.marked is None else ()
        if any(point.essential and place not in self.ticked for place, point in enumerate(points)):
            return ", since an essential point (*) is missing"
        if self.marked is not None and not self.is_right:
            return ", since the answer wasn't right"
        return ", since you took a hint" if self.hints else ""

    @property
    def can_be_overturned(self) -> bool:
        """Whether there is an answer that the program called wrong, or whose mark the user overturned."""
        marked_by_program = self.marked is not None or self.item.kind in ("code", "debug")
        return bool(tried(self.attempts)) and marked_by_program and (self.dispute is not None or not self.is_right)


class Ended(NamedTuple):
    """The end, by the last rating or by `quit`."""

    summary: Summary


class Summary(NamedTuple):
    """What a drill came to.

    `answered` counts rated answers, repeats included; `right` are those that the program marked right or the user rated
    Good or Easy. `left` were planned and not answered; `is_newest`: nothing was rated after this drill's last rating, in
    another drill. `due_tomorrow` is what the next study day begins with; None where an interview is ahead then, for whose
    day it is planned.
    """

    answered: int
    right: int
    known: int
    again: int
    left: int
    seconds: float
    is_newest: bool
    due_tomorrow: int | None


class Standing(NamedTuple):
    """Where a drill stands: `done` of `total` items, `repeats` still to come, and the time; no minutes, no limit."""

    done: int
    total: int
    repeats: int
    seconds: float
    minutes: float | None

    @property
    def minutes_left(self) -> float | None:
        """Minutes of what was asked for; never below 0."""
        return None if self.minutes is None else max(0.0, self.minutes - self.seconds / 60)


class Done(NamedTuple):
    """A rated item, with what is needed to go back to its rating."""

    item: AnyItem
    is_repeat: bool
    attempts: tuple[Event, ...]
    dispute: str | None
    review: Event
