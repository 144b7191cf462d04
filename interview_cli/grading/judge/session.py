"""What the checks of one grade share: the right answers, the candidate's world, its time, and how its answers came."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from interview_cli.grading.judge.arguments import Arguments
from interview_cli.grading.judge.expected import Expected
from interview_cli.grading.judge.remote_world import RemoteWorld
from reference_impls.problem import Problem

REFERENCE_CPU_FACTOR = 20
"""A right answer in another style may be this many times slower than the reference."""


@dataclass
class Session:
    """One candidate that answers one problem's checks.

    `works_without_leaves`: where it raised when it was asked for gradients, it did not when it was not.
    `has_gradients`: some gradient that is not zero has come from it.
    """

    expected: Expected
    world: RemoteWorld
    float32_alone: bool = False
    works_without_leaves: bool = False
    has_gradients: bool = False

    @property
    def problem(self) -> Problem:
        """What is asked."""
        return self.expected.problem

    @property
    def seed(self) -> int:
        """Of the inputs."""
        return self.expected.seed

    @property
    def entries(self) -> Mapping[str, Any]:
        """The reference's functions and classes, by name."""
        return self.expected.entries

    @functools.cached_property
    def arguments(self) -> Arguments:
        """Names for them."""
        return Arguments(self.expected)

    def allow_time(self) -> None:
        """The limit grows with what the reference itself needed."""
        self.world.worker.allow(REFERENCE_CPU_FACTOR * self.expected.cpu_seconds)
