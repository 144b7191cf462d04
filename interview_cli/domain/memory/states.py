"""From a history of answers to what is remembered of each item; standard library only.

Answers are told in the order in which they happened. The first one of an item on a study day moves its memory by the
days since the last, later ones of that day by the same-day formula. A day that lies before the last one (a clock that
was set back, a second machine) counts as the same day: no answer is dropped.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol, assert_never

from interview_cli.domain.memory.fsrs import (
    Memory,
    Parameters,
    Rating,
    first_memory,
    next_difficulty,
    retrievability,
    same_day_stability,
    spaced_stability,
)

KNOWN_STABILITY_DAYS = 60.0
"""The stability that 'I know this' leaves at least."""

LIKELIHOOD_FLOOR = 0.01
"""The least probability that any answer is given: lucky guesses and slips happen under every forgetting curve."""


@dataclass(frozen=True, slots=True)
class Review:
    """The item was answered and rated."""

    item: str
    day: date
    rating: Rating


@dataclass(frozen=True, slots=True)
class Known:
    """The user said 'I know this': an Easy review that leaves at least `KNOWN_STABILITY_DAYS`."""

    item: str
    day: date


@dataclass(frozen=True, slots=True)
class Relearn:
    """The item's revision went up: what was remembered is of another question, so it is new again."""

    item: str
    day: date


Answered = Review | Known | Relearn


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """When an item was reviewed since it was last new, whatever the parameters of memory."""

    first: date
    last: date
    reviews: int  # at least 1; 'I know this' is one
    lapses: int  # Again on a later day than the review before: forgotten, not merely still unlearned
    knew: bool  # at the first look, before the answer was shown


class HasCourse(Protocol):
    """What says when an item was reviewed: a course, or a belief, of which a start makes one for every item."""

    @property
    def first(self) -> date: ...
    @property
    def last(self) -> date: ...
    @property
    def reviews(self) -> int: ...
    @property
    def lapses(self) -> int: ...
    @property
    def knew(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class New:
    """Never reviewed, or to be learned anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned(Course):
    """Reviewed at least once: its course and what is remembered after the last review."""

    memory: Memory


ItemState = New | Learned

_NEVER = (date.min, date.min, 0, 0, False)
_AGAIN = Rating.AGAIN  # looking a member up on its class costs as much as a power

Step = tuple[Rating, date, int | None, float]
"""One review as the memory meets it: rating, its day, days since the last (None: the item was new), stability left at
least."""


def replay(answers: Iterable[Answered], parameters: Parameters) -> dict[str, Learned]:
    """What is remembered after a whole history, by item; items that are new are absent."""
    return advance({}, answers, parameters)


def advance(states: Mapping[str, Learned], answers: Iterable[Answered], parameters: Parameters) -> dict[str, Learned]:
    """What is remembered after further answers: the same as replaying the old and the new ones together."""
    after = dict(states)
    for item, own in by_item(answers).items():
        before = after.pop(item, None)
        steps, course = timeline(before, own)
        if course is not None:
            memory, _ = follow(before.memory if before else None, steps, parameters)
            after[item] = Learned(
                first=course.first,
                last=course.last,
                reviews=course.reviews,
                lapses=course.lapses,
                knew=course.knew,
                memory=memory,
            )
    return after


def recall(state: ItemState, on: date, parameters: Parameters) -> float:
    """Predicted recall on a study day, in [0, 1]: 1 on the day of the last review, 0 for what the log never saw."""
    match state:
        case New():
            return 0.0
        case Learned(last=last, memory=memory):
            return retrievability(max((on - last).days, 0), memory.stability, parameters)
        case _:
            assert_never(state)


def by_item(answers: Iterable[Answered]) -> dict[str, list[Answered]]:
    """The answers of each item, in their order."""
    grouped: dict[str, list[Answered]] = {}
    for answer in answers:
        grouped.setdefault(answer.item, []).append(answer)
    return grouped


def timeline(before: HasCourse | None, answers: Iterable[Answered]) -> tuple[list[Step], Course | None]:
    """One item's answers as steps of its memory, and the course after them (None: new).

    The steps hold all that was answered, also what a later `Relearn` makes the memory forget.
    """
    steps: list[Step] = []
    first, last, reviews, lapses, knew = (
        (before.first, before.last, before.reviews, before.lapses, before.knew) if before else _NEVER
    )
    for answer in answers:
        match answer:
            case Review(rating=rating):
                least = 0.0
            case Known():
                rating, least = Rating.EASY, KNOWN_STABILITY_DAYS
            case Relearn():
                reviews = 0
                continue
            case _:
                assert_never(answer)
        day = answer.day
        if reviews == 0:
            steps.append((rating, day, None, least))
            first, last, reviews, lapses, knew = day, day, 1, 0, rating != _AGAIN
            continue
        days = max((day - last).days, 0)
        steps.append((rating, day, days, least))
        reviews += 1
        if days > 0:
            last = day
            lapses += rating == _AGAIN
    if not reviews:
        return steps, None
    return steps, Course(first=first, last=last, reviews=reviews, lapses=lapses, knew=knew)


def follow(memory: Memory | None, steps: Iterable[Step], parameters: Parameters) -> tuple[Memory, float]:
    """The memory after the steps, and the log-likelihood under these parameters of the answers among them.

    The likelihood is of recalled (Hard, Good, Easy) or forgotten (Again) at reviews on a later day than the last;
    'I know this' is a claim and no evidence. Each answer counts with at least `LIKELIHOOD_FLOOR`.

    `memory` is what was remembered before; it may be None where the first step finds the item new.
    """
    stability, difficulty = (memory.stability, memory.difficulty) if memory else (math.nan, math.nan)
    log_likelihood = 0.0
    for rating, _, days, least in steps:
        if days is None:
            new = first_memory(rating, parameters)
            stability, difficulty = new.stability, new.difficulty
        else:
            if days == 0:
                stability = same_day_stability(stability, rating, parameters)
            else:
                recalled = retrievability(days, stability, parameters)
                if not least:
                    log_likelihood += log_probability(1 - recalled if rating == _AGAIN else recalled)
                stability = spaced_stability(stability, difficulty, rating, recalled, parameters)
            difficulty = next_difficulty(difficulty, rating, parameters)
        if stability < least:
            stability = least
    return Memory(stability, difficulty), log_likelihood


def log_probability(probability: float) -> float:
    """The log of a predicted probability, kept from both ends by `LIKELIHOOD_FLOOR`."""
    return math.log(LIKELIHOOD_FLOOR + (1 - 2 * LIKELIHOOD_FLOOR) * probability)
