"""Weights of memory fitted to one learner, used only where they foresaw answers that they had not seen; pure functions.

Below `LEAST_TESTS` there is no fitting: with fewer answers it made the held-out loss worse. Above, the first four
fifths of the days decide the weights, and the rest whether they are of use: the ensemble with them as one member more
must foresee these days better than without. What is fitted (the four initial stabilities w0 to w3, growth w8, decay
w20) leaves w4 to w7 as they are, so that all members agree on difficulty. Standard library only.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from interview_cli.domain.memory.ensemble import MEMBERS, Ensemble
from interview_cli.domain.memory.fsrs import DEFAULT, Parameters, Rating
from interview_cli.domain.memory.states import (
    Answered,
    Review,
    by_item,
    follow,
    log_probability,
    timeline,
)

LEAST_TESTS = 2000
"""Reviews on a later day than the item's last; others say nothing on forgetting."""

MARGIN = 0.003
"""By so many nats an answer the fitted weights must win: less is chance in a few hundred answers."""

MOST_TESTS = 6_000
"""Of a longer log the last answers are fitted: it takes seconds, and people change."""

TRAINED_SHARE = 0.8

_SPREADS = (0.7, 0.7, 0.7, 0.7, 0.5, 0.7)
"""Standard deviations of the prior around the default: of ln w0 to ln w3, of w8, and of ln w20."""

_STEPS = (0.5, 0.25, 0.1)


def fitted(told: Sequence[Answered], members: tuple[Parameters, ...] = MEMBERS) -> Parameters | None:
    """The weights that this learner's answers, in the order of their time, ask for; None where they are of no use."""
    recent = _recent(told)
    days = _days_of_tests(recent)
    if len(days) < LEAST_TESTS:
        return None
    split = days[int(len(days) * TRAINED_SHARE)]
    weights = _fit([answer for answer in recent if answer.day < split])
    gain = _held_out(recent, split, (*members, weights)) - _held_out(recent, split, members)
    return weights if gain > MARGIN else None


def _recent(told: Sequence[Answered]) -> Sequence[Answered]:
    """All answers to the items that were answered last, as many as hold the tests that are fitted."""
    if len(told) <= MOST_TESTS:
        return told
    last = {answer.item for answer in told[-MOST_TESTS:]}
    kept = [answer for answer in told if answer.item in last]
    return kept[-2 * MOST_TESTS :]


def _days_of_tests(told: Iterable[Answered]) -> list[date]:
    """The days of all tests, in their order."""
    days = []
    for own in by_item(told).values():
        steps, _ = timeline(None, own)
        days += [day for _, day, since, least in steps if since and not least]
    return sorted(days)


def _fit(told: Iterable[Answered]) -> Parameters:
    """The most probable weights, by steps along one coordinate after another."""
    courses = [timeline(None, own)[0] for own in by_item(told).values()]

    def evidence(place: tuple[float, ...]) -> float:
        prior = -math.fsum((offset / spread) ** 2 for offset, spread in zip(place, _SPREADS, strict=True)) / 2
        parameters = _parameters(place)
        return prior + math.fsum(follow(None, steps, parameters)[1] for steps in courses)

    here: tuple[float, ...] = (0.0,) * len(_SPREADS)
    best = evidence(here)
    for step in _STEPS:
        for axis in range(len(here)):
            for direction in (step, -step):
                while (found := evidence(there := _moved(here, axis, direction))) > best:
                    here, best = there, found
    return _parameters(here)


def _moved(place: tuple[float, ...], axis: int, step: float) -> tuple[float, ...]:
    return (*place[:axis], place[axis] + step, *place[axis + 1 :])


def _parameters(place: tuple[float, ...]) -> Parameters:
    """The default weights moved to a place, within what any learner's are."""
    w = list(DEFAULT.weights)
    w[:4] = [min(max(weight * math.exp(offset), 0.01), 100.0) for weight, offset in zip(w[:4], place[:4], strict=True)]
    w[8] = min(max(w[8] + place[4], 0.0), 4.0)
    w[20] = min(max(w[20] * math.exp(place[5]), 0.1), 5.0)
    return Parameters(tuple(w))


def _held_out(told: Sequence[Answered], split: date, members: tuple[Parameters, ...]) -> float:
    """Mean log-probability of the first answers of each day from the split on, each foreseen from all days before."""
    by_day: dict[date, list[Answered]] = defaultdict(list)
    for answer in told:
        if answer.day >= split:
            by_day[answer.day].append(answer)
    ensemble = Ensemble.untaught(members).advance(answer for answer in told if answer.day < split)
    chances = []
    for day in sorted(by_day):
        first = {answer.item: answer for answer in reversed(by_day[day])}
        for item, answer in first.items():
            if isinstance(answer, Review) and item in ensemble.beliefs:
                recall = ensemble.recall(item, day)
                chances.append(log_probability(1 - recall if answer.rating == Rating.AGAIN else recall))
        ensemble = ensemble.advance(by_day[day])
    return math.fsum(chances) / max(len(chances), 1)
