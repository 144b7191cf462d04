"""Twelve opinions on one learner's memory, weighted by how well each foresaw the answers; standard library only.

A new learner has too few answers to fit 21 weights to. So twelve FSRS-6 parameter sets that span how fast people forget
(decay), how well a first look sticks (initial stability) and how much a review adds (w8) each keep memories of their
own, and the learner's own answers shift the weight between them from the first day on.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from interview_cli.domain.memory.fsrs import DEFAULT, Memory, Parameters, retrievability
from interview_cli.domain.memory.states import Answered, Course, by_item, follow, timeline

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


MEMBERS = tuple(
    variant(decay, scale, offset) for decay in DECAYS for scale in INITIAL_STABILITY_SCALES for offset in GROWTH_OFFSETS
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief(Course):
    """An item's course and what each member takes to be remembered of it, in the order of the members."""

    memories: tuple[Memory, ...]


@dataclass(frozen=True, slots=True)
class Ensemble:
    """Parameter sets, what each believes of every learned item, and how likely each found the answers so far.

    `weights` sum to 1: equal before the first answer, then in proportion to the likelihood to the power `TEMPER`.
    """

    members: tuple[Parameters, ...]
    beliefs: Mapping[str, Belief]
    log_likelihoods: tuple[float, ...]
    weights: tuple[float, ...] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        best = max(self.log_likelihoods)
        shares = [math.exp(TEMPER * (log_likelihood - best)) for log_likelihood in self.log_likelihoods]
        total = math.fsum(shares)
        object.__setattr__(self, "weights", tuple(share / total for share in shares))

    @classmethod
    def untaught(cls, members: tuple[Parameters, ...] = MEMBERS) -> Ensemble:
        """The ensemble before any answer."""
        return cls(members, {}, (0.0,) * len(members))

    @classmethod
    def replay(cls, answers: Iterable[Answered], members: tuple[Parameters, ...] = MEMBERS) -> Ensemble:
        """The ensemble after a whole history."""
        return cls.untaught(members).advance(answers)

    def advance(self, answers: Iterable[Answered]) -> Ensemble:
        """The ensemble after further answers: as after replaying all of them, the log-likelihoods up to rounding."""
        beliefs = dict(self.beliefs)
        log_likelihoods = list(self.log_likelihoods)
        for item, own in by_item(answers).items():
            before = beliefs.pop(item, None)
            steps, course = timeline(before, own)
            held = before.memories if before else (None,) * len(self.members)
            followed = [follow(memory, steps, member) for memory, member in zip(held, self.members, strict=True)]
            log_likelihoods = [log + gain for log, (_, gain) in zip(log_likelihoods, followed, strict=True)]
            if course is not None:
                memories = tuple(memory for memory, _ in followed)
                beliefs[item] = Belief(
                    first=course.first,
                    last=course.last,
                    reviews=course.reviews,
                    lapses=course.lapses,
                    memories=memories,
                )
        return Ensemble(self.members, beliefs, tuple(log_likelihoods))

    def recalls(self, item: str, on: date) -> tuple[float, ...]:
        """Each member's predicted recall of an item on a study day, in [0, 1]; 0 for what the log never saw."""
        belief = self.beliefs.get(item)
        if belief is None:
            return (0.0,) * len(self.members)
        days = max((on - belief.last).days, 0)
        return tuple(
            retrievability(days, memory.stability, parameters)
            for memory, parameters in zip(belief.memories, self.members, strict=True)
        )

    def recall(self, item: str, on: date) -> float:
        """Predicted recall of an item on a study day: the members' mean by weight."""
        mean = sum(weight * recall for weight, recall in zip(self.weights, self.recalls(item, on), strict=True))
        return min(mean, 1.0)  # the weights sum to 1 up to rounding only
