"""A bound on what any plan could reach with one person: each item by itself, every minute at its day's price.

The plans of all items share the minutes of each day. If a minute of day d costs a price p_d instead, each item can be planned
alone: by dynamic programming over its memory, from the last day back, for the most of recall on the day less the price of its
looks. For any prices, the sum of these and of p_d times the minutes of each day is at least what the best plan reaches in the
mean over luck (Lagrange). It is lowest where the plans take as many minutes of each day as it has: some times over, the price of
a day that holds too few for them is raised, and that of others lowered. (Steps along a few prices ended early: where all items
are alike they left the bound up to 12 points too high.) The plan behind it knows the person: how each item is forgotten, the
pace, the days that will be missed. No scheduler knows that, so the bound cannot be reached.

Memories are read between the points of a lattice, which is exact up to the interpolation. Worlds whose memories have no small
state (sums of traces), that lend recall between items, or that know things beforehand have no bound here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.learners.syllabus import minutes_of
from benchmarks.learners.worlds import (
    EFFORT_FIRST,
    EFFORT_MISSED,
    EFFORT_RECALLED,
    EFFORT_REPEAT,
    FIRST_SHARES,
    LATER_SHARES,
    REPEATED,
    FsrsMemories,
    HalfLifeMemories,
    Person,
)
from interview_cli.domain.items.question import Bank, Code
from interview_cli.domain.memory.fsrs import Memory, Rating, first_memory, retrievability, review

Array = NDArray[np.float64]
AGAIN = Rating.AGAIN

STABILITIES = np.arange(-7.0, 9.01, 0.4)  # log2 of days
DIFFICULTIES = np.arange(1.0, 10.01, 1.0)
HALF_LIVES = np.arange(-4.0, 9.01, 0.5)  # log2 of days

FIRST_PRICE, ROUNDS = 0.1, 24
FIRST_STEP, STEADY = 0.4, 4
"""By what power of minutes asked for over minutes held a price moves at first, and after how many rounds by half of it."""

LARGEST, LEAST_SHARE = 1.5, 0.02
"""Of the logarithm of that quotient, and of the minutes."""

DOUBT = 0.02
"""So much of worth is nearly nothing: between plans that differ by less, items are taken to be divided. Where all that are alike
changed at once, no prices would fill each day."""

AWAY = 1e6
"""The price of a minute on a day without any."""


class _Corners(NamedTuple):
    """Where a point after a look lies among the lattice's: the numbers of those around it, and their weights."""

    places: NDArray[np.intp]
    weights: Array

    def read(self, worth: Array) -> Array:
        """The worth there."""
        there: Array = np.einsum("k...,k...->...", worth.ravel()[self.places], self.weights)
        return there

    def lead(self, items: Array, to: Array) -> None:
        """Add the numbers of items at the points before to those after."""
        to += np.bincount(self.places.ravel(), (self.weights * items).ravel(), to.size).reshape(to.shape)


@dataclass(frozen=True)
class Lattice:
    """The points of memory of one person's items: one row for all that are alike.

    `minutes` of a first look and `repeats` (whether it is asked once more when missed) are by row. `recalls[gap]` is the chance
    of recall so many days after the last look, `moved[gap]` and `again` tell where looks lead, then and on the same day.
    `firsts` has the rows and points to which first looks lead, by item, and `rows` the items' own rows.
    """

    minutes: Array
    repeats: NDArray[np.bool_]
    recalls: Sequence[Array]
    moved: Sequence[Mapping[Rating, _Corners]]
    again: Mapping[Rating, _Corners]
    firsts: Mapping[Rating, _Corners]
    rows: NDArray[np.intp]
    slip: float
    guess: float


def bound(person: Person, bank: Bank, days: int, minutes: float) -> float | None:
    """A share of the items that no plan surpasses in the mean over luck; None where the person's world has no bound."""
    lattice = lattice_of(person, bank, days)
    if lattice is None:
        return None
    held = np.array([0.0 if person.is_away(day) else minutes for day in range(days)])
    if not held.any():
        return 0.0
    is_open = held > 0
    prices, lowest = np.where(is_open, FIRST_PRICE, AWAY), math.inf
    for number in range(ROUNDS):
        plans = Plans.of(lattice, prices)
        lowest = min(lowest, float(prices[is_open] @ held[is_open] + plans.worth.sum()))
        asked = plans.minutes()[is_open] / held[is_open]
        moved = np.clip(np.log(np.maximum(asked, LEAST_SHARE)), -LARGEST, LARGEST)
        prices[is_open] *= np.exp(FIRST_STEP / (1 + number / STEADY) * moved)
    return min(lowest / len(bank.items), 1.0)


@dataclass(frozen=True)
class Plans:
    """The best plan of each item at prices of a minute, by day.

    `first` is what an item is worth if it is begun on a day, by item, less the price. For a point after a look on day `last`,
    `shares[last][day]` is how many of the items there are asked again on a day, of those that were not before, and
    `repeated[last]` how many are asked once more after a miss.
    """

    lattice: Lattice
    prices: Array
    first: Sequence[Array]
    shares: Sequence[Mapping[int, Array]]
    repeated: Sequence[Array]

    @classmethod
    def of(cls, lattice: Lattice, prices: Array) -> Plans:
        """From the last day back."""
        days = len(prices)
        after, missed, first, repeated = ([np.empty(0)] * days for _ in range(4))
        shares: list[dict[int, Array]] = [{} for _ in range(days)]
        for last in reversed(range(days)):
            worth = lattice.recalls[days - last]
            for day in range(days - 1, last, -1):
                looked = _looked(lattice, day - last, prices[day], after[day], missed[day])
                shares[last][day] = _share(looked - worth)
                worth = np.maximum(worth, looked)
            again = _asked_once_more(lattice, prices[last], worth)
            after[last], missed[last] = worth, np.where(lattice.repeats[:, None], np.maximum(worth, again), worth)
            repeated[last] = np.where(lattice.repeats[:, None], _share(again - worth), 0.0)
            first[last] = _first(lattice, prices[last], after[last], missed[last])
        return cls(lattice, prices, first, shares, repeated)

    @property
    def worth(self) -> Array:
        """What each item is worth: recall on the day less the price of its looks."""
        best: Array = np.maximum(np.max(self.first, axis=0), 0.0)
        return best

    def minutes(self) -> Array:
        """The minutes of each day that the plans take in the mean."""
        days, lattice = len(self.prices), self.lattice
        begun = np.exp((np.array([*self.first, 0 * self.first[0]]) - self.worth) / DOUBT)
        begun /= begun.sum(axis=0)
        taken = np.zeros(days)
        held: list[Array] = []
        for day in range(days):
            after, missed = np.zeros_like(lattice.recalls[0]), np.zeros_like(lattice.recalls[0])
            for last in range(day):
                items = held[last] * self.shares[last][day]
                held[last] -= items
                taken[day] += self._look(items, day - last, after, missed)
            for rating, share in FIRST_SHARES:
                lattice.firsts[rating].lead(share * begun[day], missed if rating is AGAIN else after)
            taken[day] += EFFORT_FIRST * lattice.minutes[lattice.rows] @ begun[day]
            items = missed * self.repeated[day]
            for rating, share in ((Rating.GOOD, REPEATED), (AGAIN, 1 - REPEATED)):
                lattice.again[rating].lead(share * items, after)
            taken[day] += EFFORT_REPEAT * lattice.minutes @ items.sum(axis=1)
            held.append(after + missed - items)
        return taken

    def _look(self, items: Array, gap: int, after: Array, missed: Array) -> float:
        lattice, right = self.lattice, _right(self.lattice, gap)
        for rating, share in LATER_SHARES:
            lattice.moved[gap][rating].lead(share * right * items, after)
        lattice.moved[gap][AGAIN].lead((1 - right) * items, missed)
        taken: float = lattice.minutes @ (items * _effort(right)).sum(axis=1)
        return taken


def _share(gain: Array) -> Array:
    share: Array = 1 / (1 + np.exp(np.clip(-gain / DOUBT, -30.0, 30.0)))
    return share


def _right(lattice: Lattice, gap: int) -> Array:
    right: Array = lattice.guess + (1 - lattice.guess - lattice.slip) * lattice.recalls[gap]
    return right


def _effort(right: Array) -> Array:
    effort: Array = EFFORT_RECALLED * right + EFFORT_MISSED * (1 - right)
    return effort


def _looked(lattice: Lattice, gap: int, price: float, after: Array, missed: Array) -> Array:
    right, moved = _right(lattice, gap), lattice.moved[gap]
    gained = sum(share * moved[rating].read(after) for rating, share in LATER_SHARES)
    cost = price * lattice.minutes[:, None] * _effort(right)
    worth: Array = right * gained + (1 - right) * moved[AGAIN].read(missed) - cost
    return worth


def _asked_once_more(lattice: Lattice, price: float, worth: Array) -> Array:
    """The worth after a miss if one asks again on the same day."""
    good, again = (lattice.again[rating].read(worth) for rating in (Rating.GOOD, AGAIN))
    repeated: Array = REPEATED * good + (1 - REPEATED) * again - price * EFFORT_REPEAT * lattice.minutes[:, None]
    return repeated


def _first(lattice: Lattice, price: float, after: Array, missed: Array) -> Array:
    """By item."""
    cost = price * EFFORT_FIRST * lattice.minutes[lattice.rows]
    led = sum(
        share * lattice.firsts[rating].read(missed if rating is AGAIN else after) for rating, share in FIRST_SHARES
    )
    worth: Array = led - cost
    return worth


def lattice_of(person: Person, bank: Bank, days: int) -> Lattice | None:
    """The lattice of a person of a world that has one."""
    if person.carries or person.known_before:
        return None
    match person.memories:
        case FsrsMemories() as memories:
            return _of_fsrs(person, memories, bank, days)
        case HalfLifeMemories() as memories:
            return _of_half_lives(person, memories, bank, days)
        case _:
            return None


def _of_fsrs(person: Person, memories: FsrsMemories, bank: Bank, days: int) -> Lattice:
    """One row for each length of an item: a memory's stability and difficulty tell all that is to come of it."""
    kinds = [(minutes_of(bank, item), not isinstance(item, Code)) for item in bank.items.values()]
    alike = sorted(set(kinds))
    parameters, size = memories.parameters, len(STABILITIES) * len(DIFFICULTIES)
    points = [Memory(2.0**stability, difficulty) for stability in STABILITIES for difficulty in DIFFICULTIES]
    rows = np.array([alike.index(kind) for kind in kinds])
    offsets = np.arange(len(alike)) * size

    def moved(gap: int) -> dict[Rating, _Corners]:
        return {
            rating: _spread(_of_memories(review(point, rating, gap, parameters) for point in points), offsets)
            for rating in Rating
        }

    firsts = {
        rating: _of_memories(memories.begun(item, first_memory(rating, parameters)) for item in range(len(kinds)))
        for rating in Rating
    }
    recalls = [
        np.tile([retrievability(gap, point.stability, parameters) for point in points], (len(alike), 1))
        for gap in range(days + 1)
    ]
    return Lattice(
        minutes=np.array([minutes for minutes, _ in alike]) * person.minutes_of_a_minute,
        repeats=np.array([repeats for _, repeats in alike]),
        recalls=recalls,
        moved=[moved(gap) for gap in range(days)],
        again=moved(0),
        firsts={rating: _Corners(corners.places + rows * size, corners.weights) for rating, corners in firsts.items()},
        rows=rows,
        slip=person.slip,
        guess=person.guess,
    )


def _of_memories(memories: Iterable[Memory]) -> _Corners:
    """The four points around each."""
    held = [(math.log2(memory.stability), memory.difficulty) for memory in memories]
    stabilities, difficulties = (np.array(column) for column in zip(*held, strict=True))
    low, high = _between(stabilities, STABILITIES), _between(difficulties, DIFFICULTIES)
    places = [s * len(DIFFICULTIES) + d for s in low.places for d in high.places]
    weights = [s * d for s in low.weights for d in high.weights]
    return _Corners(np.array(places), np.array(weights))


def _spread(corners: _Corners, offsets: NDArray[np.intp]) -> _Corners:
    """The same for every row."""
    places = corners.places[:, None, :] + offsets[:, None]
    return _Corners(places, np.broadcast_to(corners.weights[:, None, :], places.shape))


def _of_half_lives(person: Person, memories: HalfLifeMemories, bank: Bank, days: int) -> Lattice:
    """One row for each item, since each grows at a rate of its own."""
    items = list(bank.items.values())
    rows = np.arange(len(items))
    first, growth = np.array(memories.first)[:, None], np.array(memories.growth)[:, None]
    points = np.tile(2.0**HALF_LIVES, (len(items), 1))
    recalls = [np.exp2(-gap / points) for gap in range(days + 1)]
    offsets = rows[:, None] * len(HALF_LIVES)

    def moved(gap: int) -> dict[Rating, _Corners]:
        found = {AGAIN: np.maximum(points * memories.KEPT, first * memories.LEAST)}
        for rating, effort in memories.EFFORTS.items():
            found[rating] = points * (1 + effort * growth * (1 - recalls[gap]) ** memories.SURPRISE)
        return {rating: _at(np.log2(half_lives), offsets) for rating, half_lives in found.items()}

    firsts = {
        rating: _at(np.log2(first[:, 0] * factor), offsets[:, 0]) for rating, factor in memories.FIRST_FACTORS.items()
    }
    return Lattice(
        minutes=np.array([minutes_of(bank, item) for item in items]) * person.minutes_of_a_minute,
        repeats=np.array([not isinstance(item, Code) for item in items]),
        recalls=recalls,
        moved=[moved(gap) for gap in range(days)],
        again=moved(0),
        firsts=firsts,
        rows=rows,
        slip=person.slip,
        guess=person.guess,
    )


def _at(half_lives: Array, offsets: NDArray[np.intp]) -> _Corners:
    low = _between(half_lives, HALF_LIVES)
    return _Corners(low.places + offsets, low.weights)


def _between(values: Array, axis: Array) -> _Corners:
    """The two points of an axis around each value, which is held within its ends."""
    at = np.clip((values - axis[0]) / (axis[1] - axis[0]), 0, len(axis) - 1)
    low = np.minimum(at.astype(np.intp), len(axis) - 2)
    return _Corners(np.stack([low, low + 1]), np.stack([low + 1 - at, at - low]))
