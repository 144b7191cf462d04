"""What is recalled on days to come, with and without a review today; standard library only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from interview_cli.domain.memory.ensemble import Belief, View
from interview_cli.domain.memory.fsrs import Rating, spaced_stability

FIRST_RATINGS = ((Rating.AGAIN, 0.3), (Rating.HARD, 0.15), (Rating.GOOD, 0.45), (Rating.EASY, 0.1))
"""How first looks are taken to be rated: what a new item is worth depends little on it."""

_GOOD, _AGAIN = Rating.GOOD, Rating.AGAIN  # looking a member up on its class costs as much as a power


class Prospect:
    """The means of the views by their weight, for one study day.

    A plan comes here for every item: recall is written out where it is needed, as `View.recall` has it.
    """

    def __init__(self, views: Iterable[View], today: date) -> None:
        self._views = tuple(views)
        self._today = today
        self._terms = tuple(
            (view.index, view.weight, view.scale, view.power, k.factor, k.decay, view.parameters)
            for view in self._views
            for k in (view.parameters.constants,)
        )

    def recall(self, belief: Belief, on: date) -> float:
        """Predicted recall on a study day if nothing more is practised."""
        return self.recall_after(belief.stabilities, (on - belief.last).days)

    def recall_after(self, stabilities: Sequence[float], days: int) -> float:
        """Predicted recall so many days after the review that left each member's stability."""
        if days <= 0:
            return min(sum(view.weight for view in self._views), 1.0)
        recall = 0.0
        for index, weight, scale, power, factor, decay, _ in self._terms:
            recall += weight * (1 + factor * days / (scale * stabilities[index] ** power)) ** decay
        return recall if recall < 1.0 else 1.0

    def gain(self, belief: Belief, on: date) -> float:
        """By how much a review today raises the recall expected on a study day: at least 0, 0 for one done today.

        The review is recalled (Good) with the recall of today, else forgotten (Again).
        """
        days = (self._today - belief.last).days
        if days <= 0:
            return 0.0
        ahead = max((on - self._today).days, 0)
        gain, difficulty = 0.0, belief.difficulty
        for index, weight, scale, power, factor, decay, parameters in self._terms:
            held = belief.stabilities[index]
            own = (1 + factor * days / held) ** decay
            stronger = spaced_stability(held, difficulty, _GOOD, own, parameters)
            weaker = spaced_stability(held, difficulty, _AGAIN, own, parameters)
            read = scale * held**power
            recalled = (1 + factor * days / read) ** decay
            gain += weight * (
                recalled * (1 + factor * ahead / (scale * stronger**power)) ** decay
                + (1 - recalled) * (1 + factor * ahead / (scale * weaker**power)) ** decay
                - (1 + factor * (days + ahead) / read) ** decay
            )
        return max(gain, 0.0)

    def gain_of_new(self, on: date) -> float:
        """The recall that a first look today leaves on a study day."""
        ahead = max((on - self._today).days, 0)
        return sum(
            view.weight * share * view.recall(view.parameters.constants.first_stability_by_rating[rating], ahead)
            for view in self._views
            for rating, share in FIRST_RATINGS
        )
