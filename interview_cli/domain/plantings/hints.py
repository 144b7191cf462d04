"""Hints on a planted mistake, in steps. Standard library only."""

from __future__ import annotations

from interview_cli.domain.plantings.kinds import IN_WORDS, BugKind
from interview_cli.domain.plantings.planting import Mistake

STEPS = 4
"""Hints on one mistake: which check fails, where to look, of what kind it is, and what it is."""


def hint_on(mistake: Mistake, step: int) -> str:
    """The hint of a step, counted from 0."""
    function = f" in `{mistake.function}`" if mistake.function else ""
    file = f" of {mistake.file}" if mistake.file else ""
    return (
        f'One mistake fails the check "{mistake.fails[0]}", by itself.',
        f"Look{function}, near line {mistake.line}{file} as it was given to you.",
        f"It's about {IN_WORDS[BugKind(mistake.kind)].about}.",
        f"{mistake.does} {mistake.should}",
    )[step]
