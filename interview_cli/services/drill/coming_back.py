"""In how many days an item is asked again after each rating, to be shown beside the keys; the domain only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from interview_cli.domain.history.replay import Replay
from interview_cli.domain.items.question import AnyItem, Code, Debug, ItemId
from interview_cli.domain.memory.fsrs import Rating
from interview_cli.domain.memory.states import Review
from interview_cli.domain.planning.interview import interviews_of
from interview_cli.services.drill.steps import Answered, Means

USUAL_MINUTES = 30.0


class Back(NamedTuple):
    """When an item is asked again: in so many days, 0 later in this drill, None not before the interview."""

    days: int | None


def coming_back(means: Means, learner: Replay, answered: Answered, before: Rating | None) -> Mapping[Rating, Back]:
    """For each rating that the answer admits and of which it can be told.

    `before` is the item's first rating in this drill, where this is a repeat.
    """
    from interview_cli.domain.history.study_day import study_day
    from interview_cli.domain.planning.intervals import intervals  # until something is answered nobody needs it

    today = study_day(means.clock.now(), means.clock.zone)
    found = intervals(
        means.bank,
        _after(learner, answered.item.id, today, before),
        answered.item,
        today,
        interviews_of(learner.settings),
        _minutes_a_day(learner),
        means.landed,
    )
    backs: dict[Rating, Back] = {}
    for rating in answered.ratings.allowed:
        if rating is Rating.AGAIN and is_asked_once_more(answered.item) and not answered.is_repeat:
            backs[rating] = Back(0)
        elif rating in found:
            day = found[rating]
            backs[rating] = Back(None if day is None else (day - today).days)
    return backs


def is_asked_once_more(item: AnyItem) -> bool:
    """Whether an item that is rated Again is asked a second time on the same day."""
    return not isinstance(item, Code | Debug)


def _after(learner: Replay, item: ItemId, today: date, rating: Rating | None) -> Replay:
    """The learner after an earlier rating of today, which the replay may hold already."""
    ensemble = learner.ensemble
    held = ensemble.beliefs.get(item)
    if rating is None or (held is not None and held.last == today):
        return learner
    believed = ensemble.believed_after(Review(item, today, rating))
    return replace(learner, ensemble=ensemble.looking_back({**ensemble.beliefs, item: believed}))


def _minutes_a_day(learner: Replay) -> float:
    minutes = learner.settings.get("minutes")
    return float(minutes) if isinstance(minutes, int | float) and minutes > 0 else USUAL_MINUTES
