"""What was found of planted mistakes, by kind, and how long each took; the domain only.

A mistake that the last hint told was not found: it counts apart, as in the rating of an exercise.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from interview_cli.domain.history.code_attempt import CodeAttempt, told_of
from interview_cli.domain.history.event import Event, EventKind
from interview_cli.domain.items.answer import Mark


@dataclass(frozen=True, slots=True)
class BugsOfKind:
    """Mistakes of one kind that were planted in exercises, and those that were found; `seconds`: the median of each.

    `told` are those that were repaired after their last hint; the others were left.
    """

    kind: str
    planted: int
    found: int
    seconds: float | None
    told: int = 0

    @property
    def minutes(self) -> float | None:
        """The median in minutes; None if none was found."""
        return None if self.seconds is None else self.seconds / 60


def bugs_by_kind(events: Iterable[Event]) -> tuple[BugsOfKind, ...]:
    """The kinds in the order of how many were planted. An exercise counts once something of it was graded.

    The time of a mistake runs from what was found before it, or from the beginning; of two found at once each has half.
    """
    exercises: dict[tuple[str | None, str, int | None], list[Event]] = defaultdict(list)
    for event in events:
        if event.kind is EventKind.ATTEMPT and '"planted"' in event.answer:
            exercises[event.session, event.item, event.seed].append(event)
    planted, told = Counter[str](), Counter[str]()
    times: dict[str, list[float]] = defaultdict(list)
    for attempts in exercises.values():
        for kind, seconds, was_told in _ended(attempts):
            planted[kind] += 1
            if was_told:
                told[kind] += 1
            elif seconds is not None:
                times[kind].append(seconds)
    rows = [
        BugsOfKind(kind, number, len(times[kind]), median(times[kind]) if times[kind] else None, told[kind])
        for kind, number in planted.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.planted, row.kind)))


def _ended(attempts: Sequence[Event]) -> list[tuple[str, float | None, bool]]:
    """Each mistake of an exercise by its kind, with the seconds that it took; None for one that was left in the end.

    And whether it is gone after its last hint. A save that could not be run took its time, and tells nothing else.
    """
    held = [CodeAttempt.of(event) for event in attempts if event.mark is not Mark.UNREADABLE]
    if not held:
        return []
    left, since = set(dict(held[0].planted)), 0.0
    kinds = dict(held[0].planted)
    took: dict[str, float] = {}
    for event in attempts:
        since += event.seconds
        gone = left - set(CodeAttempt.of(event).slips) if event.mark is not Mark.UNREADABLE else set[str]()
        for name in gone:
            took.setdefault(name, since / len(gone))
        if gone:
            since = 0.0
        left -= gone
    still = set(held[-1].slips)
    told = told_of(attempts)
    return [(kind, None if name in still else took.get(name), name in told) for name, kind in kinds.items()]
