"""Known mistakes side by side: what each answers to a problem's cases in one tier, and to its laws, in this process.

Most are wrong there, and unlike each other, as a diagnosis compares them. What is not told apart here may be by the other
tiers: that is for the grader.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

import torch
from torch import Tensor

from interview_cli.grading.diagnosis.replay import (
    ReplayWorld,
    broken_part,
    entries_of,
    in_time,
    slip_gradients,
    slip_values,
)
from interview_cli.grading.judge.compare import Comparer
from interview_cli.grading.judge.expected import CANDIDATE, Expected, inputs_seed
from interview_cli.grading.judge.rounding import is_by_float32
from reference_impls.problem import Case
from reference_impls.problem import Problem as Page
from reference_impls.slips import Slip
from tests.grading.inline import uninitialized_memory_is_nan

CASE_SECONDS, LAW_SECONDS = 1.0, 3.0
Answers = dict[str, Any]
"""Values and gradients by label."""


class Table:
    """One row for the right answers, one for each slip, and one column for each case."""

    def __init__(self, page: Page, slips: Sequence[Slip], seed: int) -> None:
        self._expected = Expected(page, inputs_seed(seed))
        self._tier = page.dtypes[-1]
        self._comparer = Comparer(page.tolerances, self._tier)
        right = self._expected.entries
        self._right = ReplayWorld(right)
        self._worlds = {slip.name: ReplayWorld(entries_of(page, slip), right) for slip in slips}
        self._alike = {name: self._worlds.keys() - {name} for name in self._worlds}
        self._wrong, self._wrong_in_gradients = set[str](), set[str]()
        self._alike_in_gradients = {name: set(others) for name, others in self._alike.items()}

    def told_apart(self) -> set[str]:
        """The names of those that are wrong, and unlike every other; a case is asked of those that are not yet."""
        asked = set(self._worlds)
        with warnings.catch_warnings(action="ignore"), uninitialized_memory_is_nan():
            for index in filter(self._is_compared, range(len(self._expected.cases()))):
                self._ask(index, sorted(asked))
                asked -= {name for name in asked & self._wrong if not self._alike[name]}
            asked -= self._told_by_laws(asked - self._wrong - self._wrong_in_gradients)
        by_gradients = asked & self._wrong_in_gradients - self._wrong
        apart = {name for name in by_gradients if not self._alike[name] & self._alike_in_gradients[name]}
        return self._worlds.keys() - asked | apart

    def _told_by_laws(self, names: set[str]) -> set[str]:
        """Those of them, right in all cases, that break another part of the laws than every other that is alike."""
        broken = {name: self._broken(self._worlds[name]) for name in names}
        alike = {name: {other for other in self._alike[name] if broken.get(other) == broken[name]} for name in names}
        return {name for name in names if any(broken[name]) and not alike[name]}

    def _broken(self, world: ReplayWorld) -> tuple[str | None, ...]:
        """Which part of each law; nothing where that takes too long."""
        expected = self._expected
        world.draw_as(expected.seed, 0)
        laws = expected.problem.laws
        return in_time(LAW_SECONDS, (), lambda: tuple(broken_part(expected.seed, world, law) for law in laws))

    def _is_compared(self, index: int) -> bool:
        case = self._expected.case(index, self._tier, CANDIDATE)
        return self._tier in (case.dtypes or self._expected.problem.dtypes) and not getattr(case, "accept", None)

    def _ask(self, index: int, names: Sequence[str]) -> None:
        right = self._answers(self._right, index)
        gradients = [value for label, value in right.items() if is_gradient(label) and isinstance(value, Tensor)]
        for_gradients = self._comparer.for_gradients(gradients)
        asked = {name: in_time(CASE_SECONDS, None, self._answers, self._worlds[name], index) for name in names}
        answers = {name: own for name, own in asked.items() if own is not None}  # what takes so long explains nothing
        for name, own in answers.items():
            if self._is_wrong(index, own, right):
                self._wrong.add(name)
            if not agree_in_gradients(for_gradients, own, right):
                self._wrong_in_gradients.add(name)
        for one, other in combinations(answers, 2):
            if other in self._alike[one]:
                self._compare(for_gradients, answers, one, other)

    def _compare(self, for_gradients: Comparer, answers: Mapping[str, Answers], one: str, other: str) -> None:
        if not agree_in_values(self._comparer.looser, answers[one], answers[other]):
            part(self._alike, one, other)
        elif not agree_in_gradients(for_gradients.looser, answers[one], answers[other]):
            part(self._alike_in_gradients, one, other)

    def _answers(self, world: ReplayWorld, index: int) -> Answers:
        world.draw_as(self._expected.seed, 0)
        case = self._expected.case(index, self._tier, CANDIDATE)
        seen = slip_values(self._expected, world, index, self._tier, upcast=False)
        answers = {label: value for label, value in seen.items() if not label.endswith(" raised")}
        if isinstance(case, Case) and self._expected.tiers_with_gradients(case):
            answers |= slip_gradients(self._expected, world, index, self._tier) or {}
        return answers

    def _is_wrong(self, index: int, own: Answers, right: Answers) -> bool:
        """By more than rounding in float32."""
        return not agree_in_values(self._comparer, own, right) and not all(
            agrees(self._comparer, label, own.get(label), want)
            or is_by_float32(self._expected, index, self._tier, label.split(" ", 1)[-1], own.get(label), want)
            for label, want in right.items()
            if not is_gradient(label)
        )


def part(alike: dict[str, set[str]], one: str, other: str) -> None:
    """They are not alike."""
    alike[one].discard(other)
    alike[other].discard(one)


def agree_in_values(comparer: Comparer, own: Answers, other: Answers) -> bool:
    """Whether all but gradients are the same."""
    values, others = ({k: v for k, v in each.items() if not is_gradient(k)} for each in (own, other))
    return values.keys() == others.keys() and all(
        agrees(comparer, label, values[label], others[label]) for label in values
    )


def agree_in_gradients(comparer: Comparer, own: Answers, other: Answers) -> bool:
    """Whether all gradients are; one that does not arrive is zero."""
    labels = filter(is_gradient, own.keys() | other.keys())
    pairs = ((own.get(label), other.get(label)) for label in labels)
    return all(agrees(comparer, "", *(or_zero(one, two), or_zero(two, one))) for one, two in pairs)


def or_zero(gradient: Any, other: Any) -> Any:
    """Itself where there is one."""
    return torch.zeros_like(other) if gradient is None and isinstance(other, Tensor) else gradient


def agrees(comparer: Comparer, label: str, own: Any, other: Any) -> bool:
    """As a diagnosis compares two answers."""
    if label.endswith("raises"):
        return bool(own == other)
    try:
        return comparer.agrees(own, other)
    except Exception:  # what cannot be compared is another answer
        return False


def is_gradient(label: str) -> bool:
    """Of a case, or shown by a scenario."""
    return "gradient" in label
