"""What is recalled on days to come, with and without a review today; standard library only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from interview_cli.domain.memory.ensemble import Belief, View
from interview_cli.domain.memory.fsrs import Rating, retrievability, spaced_stability

FIRST_RATINGS = ((Rating.AGAIN, 0.3), (Rating.HARD, 0.15), (Rating.GOOD, 0.45), (Rating.EASY, 0.1))
"""How first looks are taken to be rated: what a new item is worth depends little on it."""


class Prospect:
    """The means of the views by their weight, for one study day."""

    def __init__(self, views: Iterable[View], today: date) -> None:
        self._views = tuple(views)
        self._today = today

    def recall(self, belief: Belief, on: date) -> float:
        """Predicted recall on a study day if nothing more is practised."""
        days = max((on - belief.last).days, 0)
        return min(sum(v.weight * v.recall(belief.stabilities[v.index], days) for v in self._views), 1.0)

    def gain(self, belief: Belief, on: date) -> float:
        """By how much a review today raises the recall expected on a study day: at least 0, 0 for one done today.

        The review is recalled (Good) with the recall of today, else forgotten (Again).
        """
        days = (self._today - belief.last).days
        if days <= 0:
            return 0.0
        ahead = max((on - self._today).days, 0)
        gain = 0.0
        for view in self._views:
            held = belief.stabilities[view.index]
            recalled = view.recall(held, days)
            own = retrievability(days, held, view.parameters)
            stronger = spaced_stability(held, belief.difficulty, Rating.GOOD, own, view.parameters)
            weaker = spaced_stability(held, belief.difficulty, Rating.AGAIN, own, view.parameters)
            reviewed = recalled * view.recall(stronger, ahead) + (1 - recalled) * view.recall(weaker, ahead)
            gain += view.weight * (reviewed - view.recall(held, days + ahead))
        return max(gain, 0.0)

    def gain_of_new(self, on: date) -> float:
        """The recall that a first look today leaves on a study day."""
        ahead = max((on - self._today).days, 0)
        return sum(
            view.weight * share * view.recall(view.parameters.constants.first_stability_by_rating[rating], ahead)
            for view in self._views
            for rating, share in FIRST_RATINGS
        )
