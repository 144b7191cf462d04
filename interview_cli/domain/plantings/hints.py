"""Hints on a planted mistake, in steps. Standard library only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from interview_cli.domain.plantings.kinds import IN_WORDS, BugKind
from interview_cli.domain.plantings.planting import Mistake

STEPS = 4
"""Hints on one mistake: which check fails, where to look, of what kind it is, and what it is."""


def hint_on(mistake: Mistake, step: int) -> str:
    """The hint of a step, counted from 0."""
    function = f" at the code of `{mistake.function}`," if mistake.function else ""
    file = f" of {mistake.file}" if mistake.file else ""
    return (
        f'One of the mistakes, alone, fails the check "{mistake.fails[0]}".',
        f"Look{function} near line {mistake.line}{file} as it was given to you.",
        f"It's about {IN_WORDS[BugKind(mistake.kind)].about}.",
        f"{mistake.does} {mistake.should}",
    )[step]


def next_to_hint_at(names: Iterable[str], left: Collection[str], steps: Mapping[str, int]) -> str | None:
    """The first mistake that is left and has a hint left; `steps` are how many were given on each."""
    return next((name for name in names if name in left and steps.get(name, 0) < STEPS), None)


def steps_given(names: Sequence[str], saves: Iterable[tuple[int, Collection[str]]], taken: int) -> Counter[str]:
    """On which mistakes so many hints were given, told from the graded saves: how many hints came before, and what was left.

    Each hint is on the first mistake that is left, so nothing else need be kept to go on after an interruption.
    """
    steps, left = Counter[str](), Counter[str](names).keys()
    for until, after in (*saves, (taken, ())):
        while steps.total() < until and (name := next_to_hint_at(names, left, steps)) is not None:
            steps[name] += 1
        left = Counter[str](after).keys()
    return steps
