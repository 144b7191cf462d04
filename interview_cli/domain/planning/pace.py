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
        self._looks = {True: _Looks(), False: _Looks()}
        for name, seconds in learner.seconds.items():
            item = bank.items.get(name)
            if item is not None:
                self._looks[item.kind in FILED].read(seconds, stated_minutes(item, bank))
        self._paces = {
            (is_code, is_new): looks.pace(is_new=is_new)
            for is_code, looks in self._looks.items()
            for is_new in (True, False)
        }

    def minutes(self, item: AnyItem, *, is_new: bool) -> float:
        """The minutes that the item should take."""
        stated = stated_minutes(item, self._bank)
        if not is_new:
            seconds = self._learner.seconds.get(item.id, ())
            if len(seconds) >= OWN_TIMINGS:
                return min(median(seconds) / 60, LONGEST_TIMING * stated)
        taken, of = self._paces[item.kind in FILED, is_new]
        return stated * taken / of


class _Looks:
    """The minutes that first looks and returns took, and those that the bank gives them."""

    def __init__(self) -> None:
        self._first, self._first_of, self._later, self._later_of = 0.0, 0.0, 0.0, 0.0

    def read(self, seconds: tuple[float, ...], stated: float) -> None:
        """Add an item's times."""
        longest = LONGEST_TIMING * stated * 60
        if max(seconds) > longest:
            seconds = tuple(min(second, longest) for second in seconds)
        if len(seconds) < TIMINGS_KEPT:
            self._first += seconds[0] / 60
            self._first_of += stated
            seconds = seconds[1:]
        self._later += sum(seconds) / 60
        self._later_of += stated * len(seconds)

    def pace(self, *, is_new: bool) -> tuple[float, float]:
        """The minutes taken, and those stated, with what is taken for granted."""
        if is_new:
            return self._first + PRIOR_MINUTES, self._first_of + PRIOR_MINUTES
        return self._later + RETURN_SHARE * PRIOR_MINUTES, self._later_of + PRIOR_MINUTES


def stated_minutes(item: AnyItem, bank: Bank) -> float:
    """The minutes that the bank gives an item; for code the catalogue's."""
    return bank.problems[item.id].minutes if item.kind == "code" else item.minutes
