"""Sixteen opinions on one learner's memory, weighted by how well each foresaw the answers; standard library only.

A new learner has too few answers to fit 21 weights to. So parameter sets each keep memories of their own, and the learner's own
answers shift the weight between them from the first day on. Twelve are FSRS-6 as it is used, by which what has lasted for long
fades ever more slowly; they span how fast people forget (decay), how well a first look sticks (initial stability) and how much
a review adds (w8). Four take the same form to say what half-lives say (`halving`). Recall of items that differ, taken together,
fades slowly by either law; only what is asked again and again tells which one holds.

Plans hear the twelve, forecasts the four in place of those of the twelve that forget fastest. Who loses
the same share every day keeps little of a review until a far day, and to practise by that alone, as if nothing came after,
leaves simulated learners with less than the twelve do.

Each member's stabilities S are read through two numbers that the same answers move, S' = scale * S^power: how much
longer this learner remembers than the member says, and whether that holds for long memories as for short ones. Both are
1 before the first answer, held there by a prior. Without them a forecast of weeks is an extrapolation from days by a law
that need not be this learner's.

Forecasts of a whole also hear an opinion of another kind (`memory.counts`), weighed by the evidence beside the members.
Plans do not: they compare items, and what they compare should follow one law.

Answers enter as counts, by octave of stability and half octave of days over stability. Whole numbers add up to the same
in any order, so that a log read in two parts says exactly what it says at once.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property
from itertools import product
from operator import mul
from typing import NamedTuple

from interview_cli.domain.memory.counts import Odds, Trail, Trial, Trials, followed, odds
from interview_cli.domain.memory.fsrs import (
    DEFAULT,
    MIN_STABILITY,
    Memory,
    Parameters,
    Rating,
    next_difficulty,
    retrievability,
)
from interview_cli.domain.memory.states import Answered, Step, by_item, log_probability, timeline

_AGAIN = Rating.AGAIN  # looking a member up on its class costs as much as a power

TEMPER = 0.5
"""The power to which the likelihood is raised: answers of one evening, and to items of one topic, are not independent,
so that taking each at its full worth would settle on one member too soon."""

DECAYS = (0.154, 0.5, 3.0)
INITIAL_STABILITY_SCALES = (0.45, 1.2)
GROWTH_OFFSETS = (-0.9, 0.0)


def variant(decay: float, initial_stability_scale: float, growth_offset: float) -> Parameters:
    """The default weights with w20 replaced, w0 to w3 scaled and w8 shifted."""
    w = list(DEFAULT.weights)
    w[:4] = [stability * initial_stability_scale for stability in w[:4]]
    w[8] += growth_offset
    w[20] = decay
    return Parameters(tuple(w))


HALF_LIFE = 5.0
GROWTHS = (1.0, 2.0, 4.0, 8.0)

_AT_FIRST = (0.5, 1.0, 1.5, 2.5)  # of the half-life, by rating
_KEPT = 0.5
_NEARLY_EXPONENTIAL = 10.0
_NEARLY_LINEAR = 0.1
_MEAN_EASE = 7.0  # of 11 - D


def halving(half_life: float, growth: float) -> Parameters:
    """Weights by which recall halves in one time as in the next: so many days after a first look that was neither bad nor good.

    A memory that is recalled grows by about `growth` times the share of it that was forgotten. Forgetting halves it, but leaves
    no less than a first look that failed; another look on the same day changes nothing.
    """
    w = list(DEFAULT.weights)
    w[:4] = [half_life * math.log(0.9, 0.5) * factor for factor in _AT_FIRST]
    w[8:11] = [math.log(growth / _MEAN_EASE / _NEARLY_LINEAR), 0.0, _NEARLY_LINEAR]
    w[11:15] = [_KEPT, 0.0, 1.0, 0.0]
    w[15:20] = [0.7, 1.3, 0.0, 0.0, 0.0]
    w[20] = _NEARLY_EXPONENTIAL
    return Parameters(tuple(w), least=w[0])


_FADING = tuple(variant(*numbers) for numbers in product(DECAYS, INITIAL_STABILITY_SCALES, GROWTH_OFFSETS))
_HALVING = tuple(halving(HALF_LIFE, growth) for growth in GROWTHS)
MEMBERS = (*_FADING, *_HALVING)

_UNHEARD_IN_PLANS = frozenset(_HALVING)
_UNHEARD_IN_FORECASTS = frozenset(member for member in _FADING if member.weights[20] == max(DECAYS))


LEADING_SHARE = 0.01
"""Members of less weight are left out where every item is looked at: together they say next to nothing."""

SCALE_SPREAD = 1.0  # octaves: standard deviation of the prior of log2 scale
POWER_SPREAD = 0.25  # of the prior of the power

_SCALES = range(-8, 9)  # half octaves
_POWERS = range(-6, 3)  # tenths, on top of 1
_STABLE_AT = 1  # log2 of the stability at which the power changes nothing: two days

_OCTAVES = (-4, 8)  # of stability; what lies beyond counts at the border
_HALF_OCTAVES = (-16, 20)  # of days over stability

Tally = Mapping[tuple[int, int], tuple[int, int]]
"""How often an answer was recalled and forgotten, by octave of stability and half octave of days over stability."""


class Belief(NamedTuple):
    """An item's course and what each member takes to be remembered of it, in the order of the members.

    They agree on the difficulty: no member changes the weights that it depends on. `trail` is what was counted.
    A tuple, which is made in half the time of a dataclass: a start makes one for every item.
    """

    first: date
    last: date
    reviews: int
    lapses: int
    knew: bool
    difficulty: float
    stabilities: tuple[float, ...]
    trail: Trail

    @property
    def memories(self) -> tuple[Memory, ...]:
        """The memory that each member believes in."""
        return tuple(Memory(stability, self.difficulty) for stability in self.stabilities)


class Reading(NamedTuple):
    """The most probable scale, in half octaves, and power, in tenths above 1, and their tempered log-probability."""

    evidence: float
    scale: int
    power: int
    doubt: float

    @property
    def factor(self) -> float:
        """The factor before the stability to its power."""
        return math.exp2(self.scale / 2 - _STABLE_AT * self.power / 10)


@dataclass(frozen=True, slots=True)
class View:
    """One member as this learner's answers have made it: its weight, and how its stabilities are to be read.

    `doubt` is the standard deviation of log2 scale that the answers leave; `shift` is what the counts' log-odds are
    taken to be off by where the view is.
    """

    index: int
    weight: float
    parameters: Parameters
    scale: float
    power: float
    doubt: float
    shift: float = 0.0

    def stability(self, stability: float) -> float:
        """The stability of this learner, from the member's; at most what a lifetime holds."""
        read: float = self.scale * stability**self.power
        return read

    def recall(self, stability: float, days: float) -> float:
        """Predicted recall so many days after the review that left this stability, in the member's reckoning."""
        return retrievability(days, self.scale * stability**self.power, self.parameters)


@dataclass(frozen=True)
class Ensemble:
    """Parameter sets, what each believes of every learned item, and how its forecasts met the answers so far.

    `outcomes` are the same answers by what was counted before them. `read` are the `readings`, where they are known already.
    Raises: ValueError for members that differ in w4 to w7, which difficulty depends on.
    """

    members: tuple[Parameters, ...]
    beliefs: Mapping[str, Belief]
    tallies: tuple[Tally, ...]
    outcomes: Trials
    read: tuple[Reading, ...] = field(default=(), compare=False, repr=False)

    def __post_init__(self) -> None:
        if len({member.weights[4:8] for member in self.members}) > 1:
            raise ValueError("the members differ in w4 to w7, which difficulty depends on")

    @classmethod
    def untaught(cls, members: tuple[Parameters, ...] = MEMBERS) -> Ensemble:
        """The ensemble before any answer."""
        return cls(members, {}, ({},) * len(members), {})

    @classmethod
    def replay(cls, answers: Iterable[Answered], members: tuple[Parameters, ...] = MEMBERS) -> Ensemble:
        """The ensemble after a whole history."""
        return cls.untaught(members).advance(answers)

    def advance(self, answers: Iterable[Answered]) -> Ensemble:
        """The ensemble after further answers: the same as after replaying all of them."""
        told, tests = self.told(answers)
        return told.tested(tests)

    def told(self, answers: Iterable[Answered]) -> tuple[Ensemble, list[Test]]:
        """What is believed after further answers, and the tests among them, by which opinions are still to be weighed."""
        beliefs = dict(self.beliefs)
        tests: list[Test] = []
        outcomes: dict[Trial, tuple[int, int]] = dict(self.outcomes)
        for item, own in by_item(answers).items():
            belief = _followed(item, beliefs.pop(item, None), own, self._laws, tests, outcomes)
            if belief is not None:
                beliefs[item] = belief
        return Ensemble(self.members, beliefs, self.tallies, outcomes), tests

    def tested(self, tests: Iterable[Test]) -> Ensemble:
        """The opinions after further tests, of what was believed before."""
        return Ensemble(self.members, self.beliefs, _counted(self.tallies, tests), self.outcomes)

    def joined_by(self, others: Ensemble) -> Ensemble:
        """The same answers by these members and the others': as a replay by all of them, at the cost of the others."""
        beliefs = {
            item: belief._replace(stabilities=belief.stabilities + others.beliefs[item].stabilities)
            for item, belief in self.beliefs.items()
        }
        return Ensemble(self.members + others.members, beliefs, self.tallies + others.tallies, self.outcomes)

    @cached_property
    def _laws(self) -> _Laws:
        return _Laws.of(self.members)

    @property
    def tests(self) -> int:
        """How many answers so far tell of forgetting: those of a later day than the one before."""
        return sum(recalled + forgotten for recalled, forgotten in self.tallies[0].values())

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """How the answers so far say that each member's stabilities are to be read."""
        return self.read or tuple(map(_reading, self.members, self.tallies))

    @cached_property
    def views(self) -> tuple[View, ...]:
        """All members as the answers have made them, in their order. The weights sum to 1.

        Equal before the first answer, then in proportion to the likelihood of the answers to the power `TEMPER`.
        """
        best = max(reading.evidence for reading in self.readings)
        shares = [math.exp(reading.evidence - best) for reading in self.readings]
        total = math.fsum(shares)
        return tuple(
            View(index, share / total, member, reading.factor, 1 + reading.power / 10, reading.doubt)
            for index, (share, member, reading) in enumerate(zip(shares, self.members, self.readings, strict=True))
        )

    @cached_property
    def leading(self) -> tuple[View, ...]:
        """The views that plans are made by and that count for something, with weights that sum to 1."""
        return self._leading(_UNHEARD_IN_PLANS, 1.0)

    @cached_property
    def foretelling(self) -> tuple[View, ...]:
        """The same of those that forecasts are made by, which the answers weigh at their full worth.

        A mean over laws that disagree by a third of all items is off under each of them.
        """
        return self._leading(_UNHEARD_IN_FORECASTS, 1 / TEMPER)

    def _leading(self, unheard: Collection[Parameters], power: float) -> tuple[View, ...]:
        places = _heard(self.members, unheard)
        best = max(self.readings[place].evidence for place in places)
        shares = {place: math.exp(power * (self.readings[place].evidence - best)) for place in places}
        least = LEADING_SHARE * math.fsum(shares.values())
        kept = [place for place in places if shares[place] >= least]
        total = math.fsum(shares[place] for place in kept)
        return tuple(replace(self.views[place], weight=shares[place] / total) for place in kept)

    @cached_property
    def leading_weights(self) -> tuple[float, ...]:
        """The weights of the leading views, in their order."""
        return tuple(view.weight for view in self.leading)

    @property
    def weights(self) -> tuple[float, ...]:
        """The weight of each member."""
        return tuple(view.weight for view in self.views)

    def recalls(self, item: str, on: date) -> tuple[float, ...]:
        """Predicted recall of an item on a study day by each leading view, in [0, 1]; 0 for what the log never saw."""
        return self._recalls(item, on, self._curves)

    def _recalls(self, item: str, on: date, curves: Sequence[_Curve]) -> tuple[float, ...]:
        belief = self.beliefs.get(item)
        if belief is None:
            return (0.0,) * len(curves)
        days, stabilities = (on - belief.last).days, belief.stabilities
        if days <= 0:
            return (1.0,) * len(curves)
        return tuple(
            [
                (1 + factor * days / (scale * stabilities[index] ** power)) ** decay
                for index, scale, power, factor, decay in curves
            ]
        )

    @cached_property
    def _curves(self) -> tuple[_Curve, ...]:
        return _curves_of(self.leading)

    @cached_property
    def _foretelling_curves(self) -> tuple[_Curve, ...]:
        return _curves_of(self.foretelling)

    @cached_property
    def odds(self) -> Odds:
        """What the counts say of this learner."""
        return odds(self.outcomes, TEMPER)

    @cached_property
    def share_of_counts(self) -> float:
        """The weight of the counts beside that of the members together, by the evidence for each of the two kinds.

        The members' is the mean of theirs, each lessened by what its scale was fitted: log(doubt / `SCALE_SPREAD`).
        """
        heard = [self.readings[place] for place in _heard(self.members, _UNHEARD_IN_FORECASTS)]
        told = [reading.evidence + math.log(reading.doubt / SCALE_SPREAD) for reading in heard]
        best = max(*told, self.odds.evidence)
        laws = math.fsum(math.exp(each - best) for each in told) / len(told)
        counts = math.exp(self.odds.evidence - best)
        return counts / (counts + laws)

    def believed_after(self, answer: Answered) -> Belief:
        """What would be believed of the item after one more answer, by the opinions as they are before it.

        Raises: ValueError for `Relearn`, after which there is nothing to believe.
        """
        belief = _followed(answer.item, self.beliefs.get(answer.item), [answer], self._laws, [], {})
        if belief is None:
            raise ValueError(f"{answer.item} is new after this")
        return belief

    def looking_back(self, beliefs: Mapping[str, Belief]) -> Ensemble:
        """The same opinions, of what was believed at an earlier time."""
        then = replace(self, beliefs=beliefs, read=self.readings)
        vars(then)["odds"] = self.odds  # the costly part of an opinion, which does not depend on the beliefs
        return then

    def doubted(self, spreads: float) -> Ensemble:
        """The same, with each opinion that forecasts hear off by so many standard deviations of what the answers leave open."""
        then = self.looking_back(self.beliefs)
        vars(then)["foretelling"] = tuple(
            replace(view, scale=view.scale * 2 ** (spreads * view.doubt), shift=spreads * self.odds.doubt)
            for view in self.foretelling
        )
        return then

    def hearing(self, other: Ensemble) -> Ensemble:
        """The same, spared working out what the counts say where another has counted the same."""
        then = replace(self, read=self.readings)
        if self.outcomes == other.outcomes:
            vars(then)["odds"] = other.odds
        return then

    @cached_property
    def expected_weights(self) -> tuple[float, ...]:
        """The weights of what `expected` has, which sum to 1."""
        share = self.share_of_counts
        return (*((1 - share) * view.weight for view in self.foretelling), share)

    def expected(self, item: str, on: date) -> tuple[float, ...]:
        """The recalls of an item by each foretelling view, and last by the counts: what forecasts of a whole are made of.

        The counts say nothing on what was claimed to be known: there the last is the views' mean.
        """
        belief = self.beliefs.get(item)
        recalls = self._recalls(item, on, self._foretelling_curves)
        if belief is None:
            return (*recalls, 0.0)
        if belief.trail.claimed:
            mean: float = sum(view.weight * recall for view, recall in zip(self.foretelling, recalls, strict=True))
            return (*recalls, min(mean, 1.0))
        return (*recalls, self.odds.recall(belief.trail, (on - belief.last).days, self.foretelling[0].shift))

    def recall(self, item: str, on: date) -> float:
        """Predicted recall of an item on a study day: the leading views' mean by weight."""
        return self._mean(self.recalls(item, on))

    def _mean(self, recalls: Iterable[float]) -> float:
        mean: float = sum(map(mul, self.leading_weights, recalls))
        return min(mean, 1.0)  # the weights sum to 1 up to rounding only


_Curve = tuple[int, float, float, float, float]
"""What `View.recall` needs of a view: a report over years comes to `recalls` for every answer."""


def _curves_of(views: Iterable[View]) -> tuple[_Curve, ...]:
    return tuple(
        (view.index, view.scale, view.power, k.factor, k.decay) for view in views for k in (view.parameters.constants,)
    )


def _heard(members: Sequence[Parameters], unheard: Collection[Parameters]) -> list[int]:
    """The places of the members that are heard: all where there would be none."""
    return [place for place, member in enumerate(members) if member not in unheard] or list(range(len(members)))


class Test(NamedTuple):
    """An answer of a later day than the one before: it tests what each member took to be remembered."""

    item: str
    day: date
    days: int
    stabilities: Sequence[float]
    is_recalled: bool


def _followed(
    item: str,
    before: Belief | None,
    answers: Iterable[Answered],
    laws: _Laws,
    tests: list[Test],
    outcomes: dict[Trial, tuple[int, int]],
) -> Belief | None:
    """What is believed of an item after further answers (None: it is new); adds what they tested to the last two."""
    steps, course = timeline(before, answers)
    difficulty, stabilities = _remembered(item, before, steps, laws, tests)
    trail = followed(before.trail if before else None, steps, outcomes)
    if course is None or trail is None:
        return None
    span = (course.first, course.last, course.reviews, course.lapses, course.knew)
    return Belief(*span, difficulty, stabilities, trail)


def _remembered(
    item: str, before: Belief | None, steps: Iterable[Step], laws: _Laws, tests: list[Test]
) -> tuple[float, tuple[float, ...]]:
    """Difficulty and stabilities after the steps, as `states.follow` has them; adds what they tested.

    One pass over the steps for all members, since difficulty is theirs in common.
    """
    stabilities: Sequence[float]
    difficulty, stabilities = (before.difficulty, before.stabilities) if before else (math.nan, ())
    for rating, day, days, least in steps:
        if days is None:
            stabilities = laws.first_stabilities[rating]
            difficulty = laws.first.constants.first_difficulty_by_rating[rating]
        else:
            if days == 0:
                stabilities = _same_day(stabilities, rating, laws)
            else:
                if not least:
                    tests.append(Test(item, day, days, stabilities, rating != _AGAIN))
                stabilities = _spaced(stabilities, difficulty, rating, days, laws)
            difficulty = next_difficulty(difficulty, rating, laws.first)
        if least:
            stabilities = [stability if stability > least else least for stability in stabilities]
    return difficulty, tuple(stabilities)


class _Laws(NamedTuple):
    """What the formulas of `fsrs` need of the members, by rating where it counts; for each what one formula asks for.

    w_n has a minus where the formula has one.
    """

    first: Parameters
    first_stabilities: tuple[tuple[float, ...], ...]
    same_day: tuple[tuple[tuple[float, float], ...], ...]  # gain, -w19
    recalled: tuple[tuple[tuple[float, float, float, float, float], ...], ...]  # factor, decay, growth, -w9, w10
    forgotten: tuple[tuple[float, float, float, float, float, float, float, float], ...]
    """Factor, decay, w11, -w12, w13, w14, the ceiling of what is left, and its floor."""

    @classmethod
    def of(cls, members: Sequence[Parameters]) -> _Laws:
        """The laws of the members."""
        both = [(member.weights, member.constants) for member in members]
        ratings = range(len(Rating) + 1)  # tables are indexed by the rating itself, 1 to 4
        return cls(
            members[0],
            tuple(tuple(k.first_stability_by_rating[r] for _, k in both) for r in ratings),
            tuple(tuple((k.same_day_gain_by_rating[r], -w[19]) for w, k in both) for r in ratings),
            tuple(tuple((k.factor, k.decay, k.growth_by_rating[r], -w[9], w[10]) for w, k in both) for r in ratings),
            tuple(
                (k.factor, k.decay, w[11], -w[12], w[13], w[14], k.lapse_ceiling, member.least)
                for member, (w, k) in zip(members, both, strict=True)
            ),
        )


def _same_day(stabilities: Sequence[float], rating: Rating, laws: _Laws) -> list[float]:
    """`fsrs.same_day_stability` of each member, written out."""
    gains = [gain * s**minus_w19 for s, (gain, minus_w19) in zip(stabilities, laws.same_day[rating], strict=True)]
    if rating != _AGAIN:
        return [s * gain if gain > 1.0 else s for s, gain in zip(stabilities, gains, strict=True)]
    return _bounded([s * gain for s, gain in zip(stabilities, gains, strict=True)])


def _spaced(stabilities: Sequence[float], difficulty: float, rating: Rating, days: int, laws: _Laws) -> list[float]:
    """`fsrs.spaced_stability` at each member's `retrievability`, written out: a replay comes here a million times.

    What is recalled is never remembered for less than before, which saves a look at the least stability.
    """
    exp = math.exp
    if rating == _AGAIN:
        return [
            max(
                min(
                    w11
                    * difficulty**minus_w12
                    * ((s + 1) ** w13 - 1)
                    * exp(w14 * (1 - (1 + factor * days / s) ** decay)),
                    s * ceiling,
                ),
                least if least < s else s,
            )
            for s, (factor, decay, w11, minus_w12, w13, w14, ceiling, least) in zip(
                stabilities, laws.forgotten, strict=True
            )
        ]
    ease = 11 - difficulty
    return [
        s * (1 + growth * ease * s**minus_w9 * (exp(w10 * (1 - (1 + factor * days / s) ** decay)) - 1))
        for s, (factor, decay, growth, minus_w9, w10) in zip(stabilities, laws.recalled[rating], strict=True)
    ]


def _bounded(stabilities: Iterable[float]) -> list[float]:
    return [s if s > MIN_STABILITY else MIN_STABILITY for s in stabilities]


_ROOM = 1 << 13
"""More than there are half octaves between any stability and any number of days: a place is one number."""


def _counted(tallies: Sequence[Tally], tests: Iterable[Test]) -> tuple[Tally, ...]:
    """The tallies with further tests."""
    after = [dict(tally) for tally in tallies]
    places: tuple[list[list[int]], list[list[int]]] = ([], [])
    for _, _, days, stabilities, is_recalled in tests:
        places[is_recalled].append(_places(stabilities, days))
    for rows, right, wrong in ((places[True], 1, 0), (places[False], 0, 1)):
        for tally, column in zip(after, zip(*rows, strict=True), strict=bool(rows)):
            for place, times in Counter(column).items():
                cell = _cell(place)
                recalled, forgotten = tally.get(cell, (0, 0))
                tally[cell] = (recalled + right * times, forgotten + wrong * times)
    return tuple(after)


def _places(stabilities: Iterable[float], days: int) -> list[int]:
    """For each member the octave of its stability times `_ROOM`, and the half octave of days over stability."""
    halves = 2 * math.log2(days)
    return [round(octave) * _ROOM + round(halves - 2 * octave) for octave in map(math.log2, stabilities)]


@cache
def _cell(place: int) -> tuple[int, int]:
    """The cell of a tally: octave and half octave, those beyond the borders at them."""
    half = (place + _ROOM // 2) % _ROOM - _ROOM // 2
    octave = (place - half) // _ROOM
    return min(max(octave, _OCTAVES[0]), _OCTAVES[1]), min(max(half, _HALF_OCTAVES[0]), _HALF_OCTAVES[1])


def _reading(member: Parameters, tally: Tally) -> Reading:
    chances = _log_chances(member)
    cells = [(octave - _STABLE_AT, at - _HALF_OCTAVES[0] + _MARGIN, *counts) for (octave, at), counts in tally.items()]

    @cache
    def counts(power: int) -> tuple[list[int], list[int]]:
        """Recalled and forgotten by their place in the table, before the scale."""
        recalled, forgotten = [0] * len(chances[0]), [0] * len(chances[0])
        shifts = _SHIFTS[power]
        for octave, at, right, wrong in cells:
            place = at - shifts[octave]
            recalled[place] += right
            forgotten[place] += wrong
        return recalled[_REACHED], forgotten[_REACHED]

    def evidence(scale: int, power: int) -> float:
        read = slice(_REACHED.start - scale, _REACHED.stop - scale)
        total = sum(
            sum(map(mul, counted, chance[read])) for counted, chance in zip(counts(power), chances, strict=True)
        )
        return TEMPER * total - ((scale / 2 / SCALE_SPREAD) ** 2 + (power / 10 / POWER_SPREAD) ** 2) / 2

    scale, power = _top(evidence)
    here = evidence(scale, power)
    bend = 2 * here - evidence(scale - 1, power) - evidence(scale + 1, power)  # of a normal law, (1/2 / doubt)^2
    return Reading(here, scale, power, min(0.5 / math.sqrt(max(bend, 1e-9)), SCALE_SPREAD))


def _top(evidence: Callable[[int, int], float]) -> tuple[int, int]:
    """The top that is reached from no correction by steps to the best neighbour."""
    known: dict[tuple[int, int], float] = {}
    here = (0, 0)
    while True:
        around = [(here[0] + i, here[1] + j) for i in (0, -1, 1) for j in (0, -1, 1)]
        for place in around:
            if place not in known and place[0] in _SCALES and place[1] in _POWERS:
                known[place] = evidence(*place)
        best = max((place for place in around if place in known), key=known.__getitem__)
        if best == here:
            return here
        here = best


_SHIFTS = {
    power: {octave: round(2 * octave * power / 10) for octave in range(_OCTAVES[0] - 2, _OCTAVES[1] + 1)}
    for power in _POWERS
}
"""By how many half octaves a power moves the stabilities of an octave, counted from the one where it changes nothing."""

_MARGIN = 20  # half octaves: as far as scale and power together move a place upwards
_REACHED = slice(8, 69)
"""The places of the table that powers lead to; scales lead to the 8 before and after them."""


@cache
def _log_chances(member: Parameters) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The log-probabilities of recalled and of forgotten, by half octave of days over stability."""
    recalls = [
        retrievability(2.0 ** (half / 2), 1.0, member) for half in range(_HALF_OCTAVES[0] - _MARGIN, 2 * _MARGIN + 1)
    ]
    return tuple(map(log_probability, recalls)), tuple(log_probability(1 - recall) for recall in recalls)
