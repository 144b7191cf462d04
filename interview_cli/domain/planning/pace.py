"""How long an item will take this user; the domain only."""

from __future__ import annotations

from statistics import median

from interview_cli.domain.history.replay import TIMINGS_KEPT, Replay
from interview_cli.domain.items.question import FILED, AnyItem, Bank

LONGEST_TIMING = 3.0
"""Times an item's minutes: a review that took longer says that the user was away."""

OWN_TIMINGS = 3
"""From so many on, an item's own times say more than the bank's minutes."""

RETURN_SHARE = 0.5
"""What an item that was met before takes of its minutes, until this user's times say otherwise."""

PRIOR_MINUTES = 20.0
"""How many minutes of the user's own outweigh what is taken for granted."""


class Pace:
    """This user's times. First looks and returns, questions and code, each have a pace of their own."""

    def __init__(self, bank: Bank, learner: Replay) -> None:
        self._bank, self._learner = bank, learner
        self._taken: dict[tuple[bool, bool], tuple[float, float]] = {}
        for name, seconds in learner.seconds.items():
            item = bank.items.get(name)
            if item is not None:
                self._read(item, seconds)

    def minutes(self, item: AnyItem, *, is_new: bool) -> float:
        """The minutes that the item should take."""
        stated = stated_minutes(item, self._bank)
        seconds = self._learner.seconds.get(item.id, ())
        if not is_new and len(seconds) >= OWN_TIMINGS:
            return min(median(seconds) / 60, LONGEST_TIMING * stated)
        taken, of = self._taken.get((item.kind in FILED, is_new), (0.0, 0.0))
        expected = 1.0 if is_new else RETURN_SHARE
        return stated * (taken + expected * PRIOR_MINUTES) / (of + PRIOR_MINUTES)

    def _read(self, item: AnyItem, seconds: tuple[float, ...]) -> None:
        stated = stated_minutes(item, self._bank)
        longest = LONGEST_TIMING * stated * 60
        if max(seconds) > longest:
            seconds = tuple(min(second, longest) for second in seconds)
        is_code = item.kind in FILED
        if len(seconds) < TIMINGS_KEPT:
            self._add((is_code, True), seconds[0], stated)
            seconds = seconds[1:]
        self._add((is_code, False), sum(seconds), stated * len(seconds))

    def _add(self, kind: tuple[bool, bool], seconds: float, stated: float) -> None:
        taken, of = self._taken.get(kind, (0.0, 0.0))
        self._taken[kind] = (taken + seconds / 60, of + stated)


def stated_minutes(item: AnyItem, bank: Bank) -> float:
    """The minutes that the bank gives an item; for code the catalogue's."""
    return bank.problems[item.id].minutes if item.kind == "code" else item.minutes
