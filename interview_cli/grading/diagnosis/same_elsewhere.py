"""Whether two sets of mistakes are the same one in other words: they answer alike on other inputs, too. Imports torch."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from interview_cli.grading.diagnosis.replay import in_time, slip_values
from interview_cli.grading.judge.compare import Comparer
from interview_cli.grading.judge.expected import Expected, seed_of
from interview_cli.grading.judge.local_world import LocalWorld
from reference_impls.problem import Problem

OTHER_SEEDS = 2
ELSEWHERE_SECONDS = 2.0
"""What may end on the inputs of a grade may not end on others."""


def alike_elsewhere(problem: Problem, seed: int, one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether both give the same answers on other inputs, too, in time: then it is the same mistake in other words."""
    return in_time(ELSEWHERE_SECONDS, False, _alike_on_others, problem, seed, one, other)


def _alike_on_others(problem: Problem, seed: int, one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    for number in range(OTHER_SEEDS):
        expected = Expected(problem, seed_of(seed, "elsewhere", number))
        ours, theirs = (LocalWorld(entries, expected.entries) for entries in (one, other))
        if not all(same_answers(expected, index, ours, theirs) for index in range(len(expected.cases()))):
            return False
    return True


def same_answers(expected: Expected, index: int, ours: LocalWorld, theirs: LocalWorld) -> bool:
    """Whether two worlds answer alike to one case."""
    tier = expected.problem.dtypes[0]
    one, other = (slip_values(expected, world, index, tier) for world in (ours, theirs))
    comparer = Comparer(expected.problem.tolerances, tier)
    try:
        return one.keys() == other.keys() and all(comparer.agrees(one[label], other[label]) for label in one)
    except Exception:  # what cannot be compared is not the same
        return False
