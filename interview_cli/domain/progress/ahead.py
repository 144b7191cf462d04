"""How many items come due on the days ahead if nothing is practised; the domain only."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from interview_cli.domain.items.question import ItemId
from interview_cli.domain.memory.ensemble import Ensemble

DAYS_AHEAD = 14


@dataclass(frozen=True, slots=True)
class DueDay:
    """A study day, and how many items are due on it for the first time; the first day has all that are overdue."""

    day: date
    items: int


def due_ahead(ensemble: Ensemble, items: Iterable[ItemId], today: date, target: float) -> tuple[DueDay, ...]:
    """Today and the days after it, `DAYS_AHEAD` in all: on each, the items whose recall falls below the target."""
    days = [today + timedelta(days=number) for number in range(DAYS_AHEAD)]

    def first_due(item: ItemId) -> int:
        """Recall only falls from day to day, so that halving finds the first one below the target."""
        return bisect_left(days, True, key=lambda day: ensemble.recall(item, day) < target)

    due = Counter(first_due(item) for item in items)
    return tuple(DueDay(day, due[number]) for number, day in enumerate(days))
