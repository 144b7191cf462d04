"""One learner, one policy, some weeks: what is known on the day; imports the domain only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from statistics import fmean

from benchmarks.learners.policies import FIRST_DAY, MakePolicy, PlannerPolicy, Policy
from benchmarks.learners.syllabus import minutes_of
from benchmarks.learners.worlds import Person
from interview_cli.domain.items.question import Bank, Code
from interview_cli.domain.memory.fsrs import Rating
from interview_cli.domain.planning.interview import Interview
from interview_cli.domain.planning.recall import Forecast

AHEAD = (0.0, 0.25, 0.5, 0.75)
"""When the planner is asked what will be known: after so much of the days."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is known on the day, in 0..1: of all items, and by the weights of their sections; what the eve foresaw.

    `answered` is the share of all items that would be answered on the day: it differs from `recall` where people guess or slip,
    and is all that a log tells, so that forecasts are measured by it. `foreseen_alone` is what the eve foresaw if nothing carried
    over within a concept. `ahead` is what was foreseen, and between which bounds, after each share of the days in `AHEAD`.
    """

    recall: float
    weighted: float
    answered: float
    foreseen: float | None
    foreseen_alone: float | None
    ahead: tuple[Forecast, ...] = ()


def prepare(
    person: Person, bank: Bank, make: MakePolicy, seed: int, days: int, minutes: float, weights: Mapping[int, float]
) -> Outcome:
    """The outcome of practising so many minutes on each day before the interview.

    A day that runs over, because the last item took long, shortens the next one.
    """
    on = (FIRST_DAY + timedelta(days=days)).date()
    policy = make(bank, seed, Interview("lab", on, weights))
    person.meets(bank)
    numbers = {item: number for number, item in enumerate(bank.items)}
    debt = 0.0
    ahead, asked_on = [], {round(share * days) for share in AHEAD}
    for day in range(days):
        if isinstance(policy, PlannerPolicy) and day in asked_on and not weights:
            ahead.append(policy.foreseen_ahead(day, minutes))
        if not person.is_away(day):
            debt = max(0.0, -_practise(person, bank, policy, numbers, day, minutes * 60 - debt))
    known = {item: person.recall(number, days) for item, number in numbers.items()}
    shares = {item.id: weights.get(bank.section_of(item), 1.0) for item in bank.items.values()}
    return Outcome(
        recall=fmean(known.values()),
        weighted=fmean(known.values(), shares.values()),
        answered=fmean(person.answers(number, days) for number in numbers.values()),
        foreseen=policy.foreseen(days).mean if isinstance(policy, PlannerPolicy) else None,
        foreseen_alone=policy.foreseen_alone(days).mean if isinstance(policy, PlannerPolicy) else None,
        ahead=tuple(ahead),
    )


def _practise(
    person: Person, bank: Bank, policy: Policy, numbers: Mapping[str, int], day: int, seconds: float
) -> float:
    """Practise on one day; the seconds that are left, negative where it ran over."""
    asked: set[str] = set()
    while seconds > 0:
        planned = [item for item in policy.order(day, seconds / 60) if item not in asked]
        if not planned:
            break
        waiting = [(item, True) for item in planned]
        for item, is_first in waiting:
            if seconds <= 0:
                break
            asked.add(item)
            look = person.look(numbers[item], day)
            took = look.share_of_minutes * minutes_of(bank, bank.items[item]) * 60
            policy.told(item, day, look.rating, took)
            seconds -= took
            if is_first and look.rating == Rating.AGAIN and not isinstance(bank.items[item], Code):
                waiting.append((item, False))
    return seconds
