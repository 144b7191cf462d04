"""What is remembered, told by counts: a second kind of opinion beside the laws of stability; standard library only.

The members of the ensemble (`memory.ensemble`) differ in numbers and agree on one law: a memory is a stability, and a
review moves it. A learner whom none of them fits would get a forecast that is wrong in one direction, however many
answers there are. Here no law carries a memory on. The log-odds of recall are a sum over what was counted of an item
since it was last new:

    z = a0 + a1 ln t + a2 ln(1 + s) + a3 ln(1 + f) + a4 k + a5 m + a6 ln t ln(1 + s) + a7 ln t ln(1 + f) + a8 ln(1 + w)

t days since the last review; s and f times recalled and forgotten on later days than the review before; k whether known
at the first look; m whether missed at the last review; w the days between the last two. So recall falls by a power of
the odds of forgetting, and each person's answers say what a success, a miss and a pause are worth. The form is that of
Pavlik, Cen, Koedinger (Performance Factors Analysis, AIED 2009), with time as in Lindsey et al. (Psych. Science 2014).

The coefficients are the most probable ones under a normal prior, which was written down and not fitted to anything.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import mul
from typing import NamedTuple

from interview_cli.domain.memory.fsrs import Rating
from interview_cli.domain.memory.states import Step, log_probability

_AGAIN = Rating.AGAIN  # looking a member up on its class costs as much as a power

CENTRES = (1.0, -0.6, 0.8, 0.1, 0.5, -0.3, 0.0, 0.0, 0.3)
"""Prior means of a0 to a8: after a day 82 % of what was known at the first look is recalled, 67 % of the rest; after two
weeks, half and a third; each time recalled, and each longer pause survived, adds."""

SPREADS = (1.0, 0.4, 0.6, 0.4, 0.5, 0.5, 0.2, 0.2, 0.3)
"""Prior standard deviations of a0 to a8."""

EXACT = 4
"""Where trials are put together: longer times and higher counts stand as the nearest half octave."""

_STEPS = 20
_NEAR = 1e-6


class Trial(NamedTuple):
    """What was counted of an item when it was asked on a later day, all numbers rounded where they are high."""

    days: int
    recalled: int
    forgotten: int
    knew: bool
    missed: bool
    wait: int


Trials = Mapping[Trial, tuple[int, int]]
"""How often an answer was recalled and forgotten, by what was counted before it."""

NONE_YET = (0, 0)

TYPICAL = Trial(days=4, recalled=1, forgotten=0, knew=True, missed=False, wait=2)
"""How an item stands in the middle of a preparation."""


class Trail(NamedTuple):
    """What was counted of an item since it was last new, up to its last day of review.

    `wait` are the days between its last two days of review, 0 after the first; `claimed` is whether 'I know this' was
    said of it, which counts say nothing about.
    """

    knew: bool
    recalled: int
    forgotten: int
    missed: bool
    wait: int
    claimed: bool

    def after(self, days: int, *, is_recalled: bool) -> Trail:
        """The trail after one more review, on a later day."""
        return Trail(
            self.knew,
            self.recalled + is_recalled,
            self.forgotten + (not is_recalled),
            not is_recalled,
            days,
            self.claimed,
        )

    def trial(self, days: int) -> Trial:
        """What is asked of the memory by a review so many days after the last."""
        return Trial(
            _rounded(days),
            _rounded(self.recalled),
            _rounded(self.forgotten),
            self.knew,
            self.missed,
            _rounded(self.wait),
        )


def first_trail(*, is_known: bool) -> Trail:
    """The trail after a first look."""
    return Trail(is_known, 0, 0, not is_known, 0, claimed=False)


def followed(before: Trail | None, steps: Iterable[Step], trials: dict[Trial, tuple[int, int]]) -> Trail | None:
    """The trail after the steps; counts the answers among them in the trials.

    `before` may be None where the first step finds the item new.
    """
    trail = before
    for rating, _, days, least in steps:
        is_recalled = rating != _AGAIN
        if days is None or trail is None:
            trail = first_trail(is_known=is_recalled)
        elif days > 0:
            if not least and not trail.claimed:
                trial = trail.trial(days)
                recalled, forgotten = trials.get(trial, NONE_YET)
                trials[trial] = (recalled + is_recalled, forgotten + (not is_recalled))
            trail = trail.after(days, is_recalled=is_recalled)
        if least:
            trail = trail._replace(claimed=True)
    return trail


@dataclass(frozen=True, slots=True)
class Odds:
    """The coefficients for one learner, and their log-evidence: what the answers say for this kind of opinion.

    `doubt` is the standard deviation that the answers leave to the log-odds of `TYPICAL`.
    """

    coefficients: tuple[float, ...]
    evidence: float
    doubt: float

    def shift(self, octaves: float) -> float:
        """What it adds to the log-odds if all is remembered so many octaves longer."""
        return -min(self.coefficients[1], 0.0) * math.log(2) * octaves

    def recall(self, trail: Trail, days: float, shift: float = 0.0) -> float:
        """Predicted recall so many days after the last review, in [0, 1]; never rises with them, and is 1 at 0.

        `shift` is added to the log-odds.
        """
        if days <= 0:
            return 1.0
        a = self.coefficients
        recalled, forgotten = math.log1p(trail.recalled), math.log1p(trail.forgotten)
        held = a[0] + a[2] * recalled + a[3] * forgotten + a[4] * trail.knew + a[5] * trail.missed
        slope = a[1] + a[6] * recalled + a[7] * forgotten
        falls = slope * math.log(days) if slope < 0 else 0.0
        return _logistic(held + a[8] * math.log1p(trail.wait) + falls + shift)


def odds(trials: Trials, temper: float) -> Odds:
    """The most probable coefficients, with the likelihood of the answers raised to the power `temper`."""
    rows = _Rows.of(trials)
    here = _around(rows, CENTRES, temper)
    for _ in range(_STEPS):
        step = _solved(here.root, here.gradient)
        if max(map(abs, step)) < _NEAR:
            break
        there = _around(rows, _sum(here.place, step), temper)
        while there.value < here.value - _NEAR:
            step = [part / 2 for part in step]
            there = _around(rows, _sum(here.place, step), temper)
        here = there
    half = _forward(here.root, _features(TYPICAL))
    return Odds(here.place, _evidence(rows, here, temper), math.sqrt(math.fsum(part * part for part in half)))


@cache
def _rounded(number: int) -> int:
    if number <= EXACT:
        return number
    return round(2 ** (round(2 * math.log2(number)) / 2))


def _features(trial: Trial) -> tuple[float, ...]:
    days, recalled, forgotten = math.log(trial.days), math.log1p(trial.recalled), math.log1p(trial.forgotten)
    return (
        *(1.0, days, recalled, forgotten, float(trial.knew), float(trial.missed)),
        *(days * recalled, days * forgotten, math.log1p(trial.wait)),
    )


class _Rows(NamedTuple):
    """What was counted before the answers, the same by columns, and how often each was recalled and forgotten.

    Arrays, since a report over years has thousands of rows, of which each number is looked at a hundred times: scattered
    over the memory that a history has left, they would take three times as long.
    """

    features: Sequence[Sequence[float]]
    columns: Sequence[array[float]]
    recalled: Sequence[int]
    forgotten: Sequence[int]

    @classmethod
    def of(cls, trials: Trials) -> _Rows:
        """Sorted, so that rounding has one order."""
        told = sorted(trials.items())
        features = [_features(trial) for trial, _ in told]
        columns = [array("d", column) for column in zip(*features, strict=True)] or [array("d")] * len(CENTRES)
        return cls(features, columns, [right for _, (right, _) in told], [wrong for _, (_, wrong) in told])


class _Point(NamedTuple):
    """A place among the coefficients: the log of prior and likelihood there, its gradient, and the root of its bend."""

    place: tuple[float, ...]
    value: float
    gradient: list[float]
    root: list[list[float]]


def _around(rows: _Rows, place: tuple[float, ...], temper: float) -> _Point:
    """Sums of products column by column: a report over years comes here a dozen times."""
    value, pulls, weights = _log_prior(place), array("d"), array("d")
    exp, log1p = math.exp, math.log1p
    for x, recalled, forgotten in zip(rows.features, rows.recalled, rows.forgotten, strict=True):
        z = math.fsum(map(mul, place, x))
        small = exp(-abs(z))
        p = 1 / (1 + small) if z >= 0 else small / (1 + small)
        rest = log1p(small)  # ln(1 + e^z) is this above z or 0
        value -= temper * (
            (recalled * (rest - z) + forgotten * rest) if z < 0 else (recalled * rest + forgotten * (z + rest))
        )
        pulls.append(temper * (recalled - (recalled + forgotten) * p))
        weights.append(temper * (recalled + forgotten) * p * (1 - p))
    gradient, bend = [], []
    for i, column in enumerate(rows.columns):
        pull = (CENTRES[i] - place[i]) / SPREADS[i] ** 2
        gradient.append(sum(map(mul, pulls, column), pull))
        parts = array("d", map(mul, weights, column))
        bend.append([sum(map(mul, parts, rows.columns[j]), 0.0 if j < i else SPREADS[i] ** -2) for j in range(i + 1)])
    return _Point(place, value, gradient, _root(bend))


def _evidence(rows: _Rows, top: _Point, temper: float) -> float:
    """Laplace's approximation, with each answer as likely as `states.log_probability` has it, as for the members."""
    told = 0.0
    for x, recalled, forgotten in zip(rows.features, rows.recalled, rows.forgotten, strict=True):
        p = _logistic(math.fsum(map(mul, top.place, x)))
        told += recalled * log_probability(p) + forgotten * log_probability(1 - p)
    room = math.fsum(math.log(spread * top.root[i][i]) for i, spread in enumerate(SPREADS))
    return temper * told + _log_prior(top.place) - room


def _log_prior(place: Iterable[float]) -> float:
    """The log of the prior density over that of its centre."""
    return (
        -math.fsum(((at - centre) / spread) ** 2 for at, centre, spread in zip(place, CENTRES, SPREADS, strict=True))
        / 2
    )


def _root(matrix: Sequence[Sequence[float]]) -> list[list[float]]:
    """The lower triangle L of a positive definite matrix L Lᵀ, of which the lower triangle is given."""
    root: list[list[float]] = []
    for i, row in enumerate(matrix):
        new: list[float] = []
        for j in range(i):
            new.append((row[j] - math.fsum(map(mul, new, root[j]))) / root[j][j])
        new.append(math.sqrt(row[i] - math.fsum(part * part for part in new)))
        root.append(new)
    return root


def _forward(root: Sequence[Sequence[float]], right: Iterable[float]) -> list[float]:
    """The x with L x = right."""
    x: list[float] = []
    for row, value in zip(root, right, strict=True):
        x.append((value - math.fsum(map(mul, x, row))) / row[len(x)])
    return x


def _solved(root: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """The x with L Lᵀ x = right."""
    half = _forward(root, right)
    x = [0.0] * len(half)
    for i in reversed(range(len(half))):
        x[i] = (half[i] - math.fsum(root[j][i] * x[j] for j in range(i + 1, len(half)))) / root[i][i]
    return x


def _sum(place: Iterable[float], step: Iterable[float]) -> tuple[float, ...]:
    return tuple(at + part for at, part in zip(place, step, strict=True))


def _logistic(z: float) -> float:
    return 1 / (1 + math.exp(-z)) if z >= 0 else (grown := math.exp(z)) / (1 + grown)
