"""How often what was missed is asked once more on the same day, as the user's own log has it; the domain only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from interview_cli.domain.memory.ensemble import Belief

USUAL_SHARE = 0.3
"""Of what is missed so much is asked once more: a drill that ends by the clock leaves most of it out."""

PULL = 30
"""So many missed answers outweigh the usual share."""

USUAL_MISSED, MISSED_PULL = 0.25, 60
"""So much of all that is asked is missed, and so many answers outweigh it."""

LENGTH = 0.5
"""What asking once more takes of the time of an answer."""


@dataclass(frozen=True, slots=True)
class Repeats:
    """`share_of_missed` is asked once more the same day, which takes `share_of_minutes` of a day."""

    share_of_missed: float
    share_of_minutes: float

    @classmethod
    def of(cls, beliefs: Iterable[Belief]) -> Repeats:
        """Those of the log. Reviews beyond the first of a day are taken to be repeats."""
        asked, missed, repeats = 0, 0, 0
        for belief in beliefs:
            trail = belief.trail
            days = 1 + trail.recalled + trail.forgotten
            asked += days
            missed += trail.forgotten + (not belief.knew)
            repeats += max(belief.reviews - days, 0)
        share = min((repeats + USUAL_SHARE * PULL) / (missed + PULL), 1.0)
        often = (missed + USUAL_MISSED * MISSED_PULL) / (asked + MISSED_PULL)
        longer = LENGTH * share * often
        return cls(share, longer / (1 + longer))
