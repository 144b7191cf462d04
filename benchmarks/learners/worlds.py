"""Worlds of forgetting that differ in structure, not only in their numbers; imports the domain only.

A learner is drawn from a world by a seed: the pace and the traits of the person, the difficulty of each item. Chance is
a function of learner, item and the number of the look, so that two policies meet the same person with the same luck.
Days are numbered from 0. Recall is what the item's answer would meet on a day, 0 for an item never looked at, unless
what is known of its concept carries over.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import ClassVar, Protocol

from interview_cli.domain.items.question import Bank
from interview_cli.domain.memory.fsrs import (
    DEFAULT,
    Memory,
    Parameters,
    Rating,
    first_memory,
    retrievability,
    review,
)

AGAIN, HARD, GOOD, EASY = Rating

EFFORT_FIRST, EFFORT_REPEAT, EFFORT_MISSED, EFFORT_RECALLED = 1.0, 0.3, 0.75, 0.45
"""What a look takes of an item's minutes: the first one, another of the same day, and later ones."""

FIRST_SHARES = ((AGAIN, 0.35), (HARD, 0.15), (GOOD, 0.4), (EASY, 0.1))
LATER_SHARES = ((HARD, 0.15), (GOOD, 0.7), (EASY, 0.15))
"""How first looks are rated, and later ones that are recalled."""

REPEATED = 0.95
"""What was seen on the same day is known so often."""


@dataclass(frozen=True, slots=True)
class Look:
    """One answer: its rating, and the seconds that it took as a multiple of the item's minutes."""

    rating: Rating
    share_of_minutes: float

    @property
    def was_recalled(self) -> bool:
        """Whether the answer was there."""
        return self.rating != AGAIN


class Memories(Protocol):
    """What a person remembers of each item, as one world has it."""

    def recall(self, item: int, day: int) -> float:
        """The probability of a right answer on a day; 0 for an item never looked at."""
        ...

    def study(self, item: int, day: int, rating: Rating) -> None:
        """What a look with this rating, and the answer seen after it, does to the memory."""
        ...


@dataclass
class Person:
    """A learner: memories of one world, and how this person answers, rates and takes time."""

    memories: Memories
    seed: int
    pace: float
    slip: float = 0.0
    guess: float = 0.0
    time_spread: float = 0.35
    absence: float = 0.0
    carries: float = 0.0
    known_before: float = 0.0
    _kin: Mapping[int, Sequence[int]] = field(default_factory=dict)
    _looks: dict[int, int] = field(default_factory=dict)
    _last: dict[int, int] = field(default_factory=dict)

    @property
    def minutes_of_a_minute(self) -> float:
        """What a minute of an item takes in the mean."""
        return self.pace * math.exp(self.time_spread**2 / 2)

    def meets(self, bank: Bank) -> None:
        """Make the items of the bank, by their numbers, kin by their concepts."""
        by_concept: dict[str, list[int]] = {}
        for number, item in enumerate(bank.items.values()):
            by_concept.setdefault(item.concepts[0], []).append(number)
        self._kin = {number: family for family in by_concept.values() for number in family}

    def recall(self, item: int, day: int) -> float:
        """The probability that the item is known on a day: by itself, or by the best-known item of its concept.

        What was known before is known until it is looked at for the first time, which makes a memory like any other of it.
        """
        if item not in self._looks and self._is_known_before(item):
            return 1.0
        return 1 - (1 - self.memories.recall(item, day)) * (1 - self._carried(item, day))

    def answers(self, item: int, day: int) -> float:
        """The probability of a right answer on a later day: that of recall, and where the item was looked at, of chance."""
        recall = self.recall(item, day)
        return self.guess + (1 - self.guess - self.slip) * recall if item in self._looks else recall

    def is_away(self, day: int) -> bool:
        """Whether nothing is practised on this day."""
        return self._chance(-1, day, 0) < self.absence

    def look(self, item: int, day: int) -> Look:
        """Ask the item on a day."""
        number = self._looks.get(item, 0)
        self._looks[item] = number + 1
        draws = [self._chance(item, number, place) for place in range(5)]
        is_repeat = self._last.get(item) == day
        if number == 0:
            is_known = draws[4] < self._carried(item, day) or self._is_known_before(item)
            unknown = AGAIN if self.known_before else _rating(draws[0], FIRST_SHARES)
            rating = _rating(draws[1], LATER_SHARES) if is_known else unknown
        elif is_repeat:
            rating = GOOD if draws[0] < REPEATED else AGAIN
        else:
            rating = _rating(draws[1], LATER_SHARES) if draws[0] < self.answers(item, day) else AGAIN
        self._last[item] = day
        self.memories.study(item, day, rating)
        later = EFFORT_REPEAT if is_repeat else EFFORT_MISSED if rating == AGAIN else EFFORT_RECALLED
        effort = EFFORT_FIRST if number == 0 else later
        spread = math.exp(self.time_spread * _normal(draws[2], draws[3]))
        return Look(rating, self.pace * effort * spread)

    def _carried(self, item: int, day: int) -> float:
        if not self.carries:
            return 0.0
        kin = (self.memories.recall(other, day) for other in self._kin.get(item, ()) if other != item)
        return self.carries * max(kin, default=0.0)

    def _is_known_before(self, item: int) -> bool:
        return self._chance(item, 0, 5) < self.known_before

    def _chance(self, item: int, number: int, place: int) -> float:
        """A uniform draw that depends on these alone (the finaliser of splitmix64)."""
        mixed = (
            self.seed * 0x9E3779B97F4A7C15 + item * 0xD1B54A32D192ED03 + number * 0x8CB92BA72F3D8DD7 + place
        ) % 2**64
        mixed = (mixed + 0x9E3779B97F4A7C15) % 2**64
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9 % 2**64
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB % 2**64
        return ((mixed ^ (mixed >> 31)) + 0.5) / 2**64


def _rating(draw: float, shares: Sequence[tuple[Rating, float]]) -> Rating:
    """The rating where the shares, put one after the other, reach the draw."""
    reached = 0.0
    for rating, share in shares:
        reached += share
        if draw < reached:
            return rating
    return shares[-1][0]


def _normal(first: float, second: float) -> float:
    return math.sqrt(-2 * math.log(first)) * math.cos(2 * math.pi * second)


class FsrsMemories:
    """FSRS-6 with weights of this person's own, and stability and difficulty of each item's own."""

    def __init__(self, rng: Random, items: int) -> None:
        weights = list(DEFAULT.weights)
        scale = math.exp(rng.gauss(0, 0.4))
        weights[:4] = [weight * scale for weight in weights[:4]]
        weights[8] += rng.gauss(-0.3, 0.3)
        weights[20] = math.exp(rng.uniform(math.log(0.12), math.log(0.6)))
        self.parameters = Parameters(tuple(weights))
        self._ease = [math.exp(rng.gauss(0, 0.4)) for _ in range(items)]
        self._hardness = [rng.gauss(0, 1.0) for _ in range(items)]
        self._held: dict[int, tuple[Memory, int]] = {}

    def recall(self, item: int, day: int) -> float:
        if item not in self._held:
            return 0.0
        memory, last = self._held[item]
        return retrievability(day - last, memory.stability, self.parameters)

    def study(self, item: int, day: int, rating: Rating) -> None:
        if item in self._held:
            memory, last = self._held[item]
            self._held[item] = (review(memory, rating, day - last, self.parameters), day)
            return
        self._held[item] = (self.begun(item, first_memory(rating, self.parameters)), day)

    def begun(self, item: int, memory: Memory) -> Memory:
        """What the first look leaves of an item, from what it would leave of an average one."""
        difficulty = min(max(memory.difficulty + self._hardness[item], 1.0), 10.0)
        return Memory(memory.stability * self._ease[item], difficulty)


class PowerMemories:
    """Every look leaves a trace that decays by a power of time; recall follows from the sum of what is left of them.

    Activation m = ln sum_k s_k t_k^(-d_k), recall 1 / (1 + e^((tau - m) / s)); a trace decays the faster the more was
    active when it was laid, d = a + c e^m, which is why spaced looks last (Pavlik & Anderson, Cognitive Science 29,
    2005, eqs. 3-5; time in days). A look that failed leaves a weaker trace, s = 0.7.
    """

    _SAME_DAY = 0.03  # of a day: the time between two looks of one evening

    def __init__(self, rng: Random, items: int) -> None:
        self._decay = rng.uniform(0.2, 0.32)
        self._crowding = rng.uniform(0.2, 0.35)
        self._noise = rng.uniform(0.3, 0.45)
        centre = rng.gauss(-0.85, 0.15)
        self._threshold = [rng.gauss(centre, 0.35) for _ in range(items)]
        self._traces: dict[int, list[tuple[int, float, float]]] = {}

    def recall(self, item: int, day: int) -> float:
        if item not in self._traces:
            return 0.0
        activation = self._activation(item, day)
        return 1 / (1 + math.exp((self._threshold[item] - activation) / self._noise))

    def study(self, item: int, day: int, rating: Rating) -> None:
        decay = self._decay
        if item in self._traces:
            decay += self._crowding * math.exp(self._activation(item, day))
        self._traces.setdefault(item, []).append((day, decay, 0.7 if rating == AGAIN else 1.0))

    def _activation(self, item: int, day: int) -> float:
        return math.log(sum(s * max(day - at, self._SAME_DAY) ** -decay for at, decay, s in self._traces[item]))


class HalfLifeMemories:
    """Recall 2^(-t/h) with a half-life of each item's own, which a recalled look multiplies, the more so the later.

    `first` and `growth` are by item.
    """

    FIRST_FACTORS: ClassVar[Mapping[Rating, float]] = {AGAIN: 0.5, HARD: 0.8, GOOD: 1.2, EASY: 2.5}
    EFFORTS: ClassVar[Mapping[Rating, float]] = {HARD: 0.7, GOOD: 1.0, EASY: 1.3}
    KEPT, LEAST, SURPRISE = 0.45, 0.5, 0.7

    def __init__(
        self, rng: Random, items: int, *, half_life: float = 5.0, growth: float = 2.4, hopeless: float = 0.0
    ) -> None:
        own = half_life * math.exp(rng.gauss(0, 0.25))
        self.first = [own * math.exp(rng.gauss(0, 0.6)) for _ in range(items)]
        self.growth = [0.0 if rng.random() < hopeless else growth * math.exp(rng.gauss(0, 0.4)) for _ in range(items)]
        self._held: dict[int, tuple[float, int]] = {}

    def recall(self, item: int, day: int) -> float:
        if item not in self._held:
            return 0.0
        half_life, last = self._held[item]
        return math.exp2(-(day - last) / half_life)

    def study(self, item: int, day: int, rating: Rating) -> None:
        if item not in self._held:
            self._held[item] = (self.first[item] * self.FIRST_FACTORS[rating], day)
            return
        half_life, _ = self._held[item]
        if rating == AGAIN:
            half_life = max(half_life * self.KEPT, self.first[item] * self.LEAST)
        else:
            surprise = (1 - self.recall(item, day)) ** self.SURPRISE
            half_life *= 1 + self.EFFORTS[rating] * self.growth[item] * surprise
        self._held[item] = (half_life, day)


def fsrs_person(seed: int, items: int) -> Person:
    """Somebody who remembers as FSRS-6 has it, with other weights than the program's."""
    rng = Random(f"fsrs {seed}")
    return Person(FsrsMemories(rng, items), seed, pace=math.exp(rng.gauss(-0.1, 0.2)))


def power_person(seed: int, items: int) -> Person:
    """Somebody whose memories are sums of traces that fade by a power of time."""
    rng = Random(f"power {seed}")
    return Person(PowerMemories(rng, items), seed, pace=math.exp(rng.gauss(-0.1, 0.2)))


def half_life_person(seed: int, items: int) -> Person:
    """Somebody who forgets exponentially, each item at its own rate."""
    rng = Random(f"half-life {seed}")
    return Person(HalfLifeMemories(rng, items), seed, pace=math.exp(rng.gauss(-0.1, 0.2)))


def kindred_person(seed: int, items: int) -> Person:
    """Somebody who has learned half of an item already where another one of its concept is known."""
    rng = Random(f"kin {seed}")
    pace = math.exp(rng.gauss(-0.1, 0.2))
    return Person(FsrsMemories(rng, items), seed, pace, carries=rng.uniform(0.35, 0.65))


def stressed_person(seed: int, items: int) -> Person:
    """Nobody's best month: all fades in a day or two, a fifth never sticks, answers are noisy, days are missed."""
    rng = Random(f"stress {seed}")
    memories = HalfLifeMemories(rng, items, half_life=1.5, growth=1.0, hopeless=0.2)
    return Person(*(memories, seed, math.exp(rng.gauss(0.1, 0.3))), slip=0.08, guess=0.08, time_spread=0.7, absence=0.2)


def learned_person(seed: int, items: int) -> Person:
    """Somebody who has known a part of all for long, and meets nothing else for the first time half known."""
    rng = Random(f"learned {seed}")
    pace = math.exp(rng.gauss(-0.1, 0.2))
    return Person(FsrsMemories(rng, items), seed, pace, known_before=rng.uniform(0.2, 0.5))


def busy_person(seed: int, items: int) -> Person:
    """Somebody who misses every third or fourth day."""
    rng = Random(f"busy {seed}")
    return Person(FsrsMemories(rng, items), seed, pace=math.exp(rng.gauss(-0.1, 0.2)), absence=0.3)


def erratic_person(seed: int, items: int) -> Person:
    """Somebody whose answers say less than they seem to: one of eight is a slip, one of eight a guess."""
    rng = Random(f"erratic {seed}")
    memories = FsrsMemories(rng, items)
    return Person(memories, seed, math.exp(rng.gauss(-0.1, 0.2)), slip=0.12, guess=0.12)


PLAUSIBLE = {"fsrs": fsrs_person, "power": power_person, "half-life": half_life_person}
KIN, STRESS, LEARNED = "kin", "stress", "learned"
VARIED = {KIN: kindred_person, LEARNED: learned_person, "busy": busy_person, "erratic": erratic_person}
WORLDS = {**PLAUSIBLE, **VARIED, STRESS: stressed_person}
