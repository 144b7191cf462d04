"""FSRS-6: how one memory decays and what a review does to it, as pure functions; standard library only.

A memory is a stability S (days until recall has fallen to 90 %) and a difficulty D (1 to 10). G is the rating, 1 to 4,
R the recall predicted at the moment of the review, w0 to w20 the weights.

Source: "The Algorithm", FSRS-6, https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm; the same
functions in py-fsrs 6 (https://github.com/open-spaced-repetition/py-fsrs), whose numbers ours equal; the model's origin
is Ye, Su, Cao, "A Stochastic Shortest Path Algorithm for Optimizing Spaced Repetition Scheduling", KDD 2022. py-fsrs
counts blocks of 24 hours; here a day is whatever the caller counts, in this program the study day.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum

MIN_STABILITY = 0.001
MIN_DIFFICULTY = 1.0
MAX_DIFFICULTY = 10.0
MAX_INTERVAL_DAYS = 36_500

# Wider than what py-fsrs fits, for learners who forget faster than its w20 allows; still, weights out of order show.
_EXPONENT = (0.0, 6.0)
_BOUNDS: tuple[tuple[float, float], ...] = (
    *[(MIN_STABILITY, float(MAX_INTERVAL_DAYS))] * 4,
    (MIN_DIFFICULTY, MAX_DIFFICULTY),
    *[_EXPONENT] * 2,
    (0.0, 1.0),
    *[_EXPONENT] * 12,
    (0.1, 10.0),
)


class Rating(IntEnum):
    """What the scheduler is told about an answer."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


_AGAIN = Rating.AGAIN  # looking a member up on its class costs as much as a power


@dataclass(frozen=True, slots=True, kw_only=True)
class Constants:
    """What the formulas need of the weights, worked out once.

    `*_by_rating` are indexed by the rating itself, 1 to 4; what no formula uses is nan.
    """

    decay: float  # -w20
    factor: float  # makes R = 0.9 after S days
    first_stability_by_rating: tuple[float, ...]
    first_difficulty_by_rating: tuple[float, ...]
    difficulty_step_by_rating: tuple[float, ...]
    difficulty_pull: float
    growth_by_rating: tuple[float, ...]
    same_day_gain_by_rating: tuple[float, ...]
    lapse_ceiling: float

    @classmethod
    def of(cls, w: Sequence[float]) -> Constants:
        """The constants of the weights w0 to w20."""
        growth = math.exp(w[8])
        return cls(
            decay=-w[20],
            factor=0.9 ** (-1 / w[20]) - 1,
            first_stability_by_rating=(math.nan, *w[:4]),
            first_difficulty_by_rating=(math.nan, *(_bounded(_first_difficulty(w, rating)) for rating in Rating)),
            difficulty_step_by_rating=(math.nan, *(-w[6] * (rating - 3) / 9 for rating in Rating)),
            difficulty_pull=w[7] * _first_difficulty(w, Rating.EASY),
            growth_by_rating=(math.nan, math.nan, growth * w[15], growth, growth * w[16]),
            same_day_gain_by_rating=(math.nan, *(math.exp(w[17] * (rating - 3 + w[18])) for rating in Rating)),
            lapse_ceiling=math.exp(-w[17] * w[18]),
        )


@dataclass(frozen=True, slots=True)
class Parameters:
    """The 21 weights w0 to w20 of FSRS-6, and the stability that forgetting leaves at least.

    Raises: ValueError for another number of weights, or one that is not finite or out of its bounds.
    """

    weights: tuple[float, ...]
    least: float = MIN_STABILITY
    constants: Constants = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if len(self.weights) != len(_BOUNDS):
            raise ValueError(f"FSRS-6 has {len(_BOUNDS)} weights, not {len(self.weights)}")
        for index, (weight, (low, high)) in enumerate(zip(self.weights, _BOUNDS, strict=True)):
            if not low <= weight <= high:
                raise ValueError(f"w{index} = {weight:g} is not within {low:g} and {high:g}")
        object.__setattr__(self, "constants", Constants.of(self.weights))


def _first_difficulty(w: Sequence[float], rating: int) -> float:
    return w[4] - math.exp(w[5] * (rating - 1)) + 1


def _bounded(difficulty: float) -> float:
    # comparisons, because a replay comes here a million times and min(max(...)) takes as long as the formula itself
    if difficulty < MIN_DIFFICULTY:
        return MIN_DIFFICULTY
    return MAX_DIFFICULTY if difficulty > MAX_DIFFICULTY else difficulty


DEFAULT = Parameters(
    (
        *(0.212, 1.2931, 2.3065, 8.2956),
        *(6.4133, 0.8334, 3.0194, 0.001),
        *(1.8722, 0.1666, 0.796),
        *(1.4835, 0.0614, 0.2629, 1.6483),
        *(0.6014, 1.8729),
        *(0.5425, 0.0912, 0.0658),
        0.1542,
    )
)


@dataclass(frozen=True, slots=True)
class Memory:
    """How well one thing is remembered."""

    stability: float  # days until recall falls to 90 %, at least MIN_STABILITY
    difficulty: float  # 1 to 10


def retrievability(days: float, stability: float, parameters: Parameters) -> float:
    """Predicted recall `days` after the last review, R = (1 + factor t / S)^(-w20), factor = 0.9^(-1/w20) - 1.

    Range: (0, 1]; falls with `days` (at least 0), is 1 at 0 and 0.9 at `stability`.
    """
    k = parameters.constants
    recall: float = (1 + k.factor * days / stability) ** k.decay
    return recall


def interval(
    stability: float, target_retention: float, parameters: Parameters, max_days: int = MAX_INTERVAL_DAYS
) -> int:
    """Whole days until recall has fallen to the target, I = S / factor (r^(-1/w20) - 1), within 1 and `max_days`.

    Raises: ValueError for a target outside (0, 1).
    """
    if not 0 < target_retention < 1:
        raise ValueError(f"the target retention is {target_retention:g}, not between 0 and 1")
    k = parameters.constants
    days: float = stability / k.factor * (target_retention ** (1 / k.decay) - 1)
    return max(1, round(min(days, max_days)))


def first_memory(rating: Rating, parameters: Parameters) -> Memory:
    """The memory that the first review leaves: S = w(G-1), D = w4 - e^(w5 (G - 1)) + 1 within 1 and 10."""
    k = parameters.constants
    return Memory(k.first_stability_by_rating[rating], k.first_difficulty_by_rating[rating])


def review(memory: Memory, rating: Rating, days_elapsed: int, parameters: Parameters) -> Memory:
    """The memory after one more review, `days_elapsed` days after the last one; 0 is the same day."""
    stability, difficulty = memory.stability, memory.difficulty
    if days_elapsed < 1:
        after = same_day_stability(stability, rating, parameters)
    else:
        recall = retrievability(days_elapsed, stability, parameters)
        after = spaced_stability(stability, difficulty, rating, recall, parameters)
    return Memory(after, next_difficulty(difficulty, rating, parameters))


def spaced_stability(
    stability: float, difficulty: float, rating: Rating, recall: float, parameters: Parameters
) -> float:
    """Stability after a review on a later day, at which `recall` was predicted.

    Recalled (Hard, Good, Easy):
        S' = S (1 + e^w8 (11 - D) S^(-w9) (e^(w10 (1 - R)) - 1) h b), h = w15 if Hard, b = w16 if Easy, else 1.
    Forgotten (Again):
        S' = min(w11 D^(-w12) ((S + 1)^w13 - 1) e^(w14 (1 - R)), S / e^(w17 w18)), but no less than min(`least`, S).
    """
    w, k = parameters.weights, parameters.constants
    after: float
    if rating == _AGAIN:
        relearned = w[11] * difficulty ** -w[12] * ((stability + 1) ** w[13] - 1) * math.exp(w[14] * (1 - recall))
        after = max(min(relearned, stability * k.lapse_ceiling), min(parameters.least, stability))
    else:
        surprise = math.exp(w[10] * (1 - recall)) - 1
        after = stability * (1 + k.growth_by_rating[rating] * (11 - difficulty) * stability ** -w[9] * surprise)
    return after if after > MIN_STABILITY else MIN_STABILITY


def same_day_stability(stability: float, rating: Rating, parameters: Parameters) -> float:
    """Stability after another review on the same day, S' = S e^(w17 (G - 3 + w18)) S^(-w19); only Again lowers it."""
    gain: float = parameters.constants.same_day_gain_by_rating[rating] * stability ** -parameters.weights[19]
    if rating != _AGAIN:
        gain = max(gain, 1.0)
    return max(stability * gain, MIN_STABILITY)


def next_difficulty(difficulty: float, rating: Rating, parameters: Parameters) -> float:
    """Difficulty after a review, D' = w7 D0(Easy) + (1 - w7) (D - w6 (G - 3) (10 - D) / 9), within 1 and 10."""
    k = parameters.constants
    moved = difficulty + k.difficulty_step_by_rating[rating] * (MAX_DIFFICULTY - difficulty)
    return _bounded(k.difficulty_pull + (1 - parameters.weights[7]) * moved)
