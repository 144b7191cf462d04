"""In how many days an item is asked again after each rating, to be shown beside the keys; the domain only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from interview_cli.domain.history.replay import Replay
from interview_cli.domain.history.study_day import study_day
from interview_cli.domain.items.question import AnyItem, Code, Debug, ItemId
from interview_cli.domain.memory.fsrs import Rating
from interview_cli.domain.memory.states import Review
from interview_cli.domain.planning.interview import interviews_of
from interview_cli.services.drill.steps import Answered, Means

USUAL_MINUTES = 30.0


class Back(NamedTuple):
    """When an item is asked again: in so many days, 0 later in this drill, None not before the interview.

    `is_known`: it is known for so many days instead, and each day's plan decides anew when it is asked.
    """

    days: int | None
    is_known: bool = False


def coming_back(means: Means, learner: Replay, answered: Answered, before: Rating | None) -> Mapping[Rating, Back]:
    """For each rating that the answer admits.

    `before` is the item's first rating in this drill, where this is a repeat.
    """
    from interview_cli.domain.planning.intervals import days_known, intervals  # unneeded until something is answered

    today = study_day(means.clock.now(), means.clock.zone)
    then = _after(learner, answered.item.id, today, before)
    found = intervals(
        means.bank,
        then,
        answered.item,
        today,
        interviews_of(learner.settings),
        _minutes_a_day(learner),
        means.landed,
    )
    known = {} if found else days_known(then, answered.item, today)
    backs: dict[Rating, Back] = {}
    for rating in answered.ratings.allowed:
        if rating is Rating.AGAIN and is_asked_once_more(answered.item) and not answered.is_repeat:
            backs[rating] = Back(0)
        elif rating in known:
            backs[rating] = Back(known[rating], is_known=True)
        else:
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
