"""Answers side by side: what each gives for a problem's cases in one tier, and for its laws, in this process.

Of known mistakes most are wrong there, and unlike each other, as a diagnosis compares them; of files most are right or wrong
by their values. What is not told apart here may be by the other tiers, or is packed otherwise: that is for the grader.
"""

from __future__ import annotations

import contextlib
import functools
import io
import warnings
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from interview_cli.grading.diagnosis.replay import (
    ReplayWorld,
    broken_part,
    entries_on,
    in_time,
    slip_gradients,
    slip_values,
)
from interview_cli.grading.judge.compare import Comparer
from interview_cli.grading.judge.expected import CANDIDATE, Expected, inputs_seed
from interview_cli.grading.judge.rounding import is_by_float32
from reference_impls import index
from reference_impls.problem import Case
from reference_impls.problem import Problem as Page
from tests.grading.inline import uninitialized_memory_is_nan

CASE_SECONDS, LAW_SECONDS = 1.0, 3.0
Answers = dict[str, Any]
"""Values and gradients by label."""
Entries = Mapping[str, Any]
"""Functions and classes by name."""


class Table:
    """One row for the right answers, one for each that is asked beside them, and one column for each case."""

    def __init__(self, page: Page, rows: Mapping[str, Entries], seed: int) -> None:
        self._expected = expected_of(page.id, inputs_seed(seed))
        self._tier = page.dtypes[-1]
        self._comparer = Comparer(page.tolerances, self._tier)
        right = self._expected.entries
        self._right = ReplayWorld(right)
        self._worlds = {name: ReplayWorld(entries, right) for name, entries in rows.items()}
        self._alike = {name: self._worlds.keys() - {name} for name in self._worlds}
        self._wrong, self._wrong_in_gradients = set[str](), set[str]()
        self._alike_in_gradients = {name: set(others) for name, others in self._alike.items()}
        self._raising = set[str]()
        self._asked_of_the_right = dict[int, Answers]()

    def told_apart(self) -> set[str]:
        """The names of those that are wrong, and unlike every other; a case is asked of those that are not yet."""
        asked = set(self._worlds)
        with undisturbed():
            for place in self._compared():
                self._note(place, answers := self._answers_to(place, asked))
                self._compare_all(place, answers)
                asked -= {name for name in asked & self._wrong if not self._alike[name]}
            asked -= self._told_by_laws(asked - self._wrong - self._wrong_in_gradients)
        by_gradients = asked & self._wrong_in_gradients - self._wrong
        apart = {name for name in by_gradients if not self._alike[name] & self._alike_in_gradients[name]}
        return self._worlds.keys() - asked | apart

    def wrong_by_a_value(self) -> set[str]:
        """Those that give another one; of those that raise in a case before, nothing is said.

        Nor by gradients alone: what has none, as NumPy's answers, may be right.
        """
        asked, found = set(self._worlds), set[str]()
        with undisturbed():
            for place in self._compared():
                self._note(place, self._answers_to(place, asked))
                found |= self._wrong & asked - self._raising
                asked -= found | self._raising
        return found

    def right_by_all(self) -> set[str]:
        """Those that give the values and gradients of every case, and keep every law."""
        asked = set(self._worlds)
        with undisturbed():
            for place in self._compared():
                self._note(place, answers := self._answers_to(place, asked))
                asked &= answers.keys() - self._wrong - self._wrong_in_gradients
            return {name for name in asked if not any(self._broken(self._worlds[name]))}

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

    def _is_compared(self, place: int) -> bool:
        case = self._expected.case(place, self._tier, CANDIDATE)
        return self._tier in (case.dtypes or self._expected.problem.dtypes) and not getattr(case, "accept", None)

    def _compared(self) -> Iterator[int]:
        """The cases by which rows are told apart."""
        return filter(self._is_compared, range(len(self._expected.cases())))

    def _answers_to(self, place: int, names: Set[str]) -> dict[str, Answers]:
        """To one case; without those that take too long."""
        asked = {name: in_time(CASE_SECONDS, None, self._answers, self._worlds[name], place) for name in sorted(names)}
        return {name: own for name, own in asked.items() if own is not None}

    def _note(self, place: int, answers: Mapping[str, Answers]) -> None:
        """Which of them are wrong."""
        right = self._right_answers(place)
        for name, own in answers.items():
            if any(label.endswith(" raises") for label in own.keys() - right.keys()):
                self._raising.add(name)
            if self._is_wrong(place, own, right):
                self._wrong.add(name)
            if not agree_in_gradients(self._for_gradients(right), own, right):
                self._wrong_in_gradients.add(name)

    def _compare_all(self, place: int, answers: Mapping[str, Answers]) -> None:
        """Each with each other that it is like so far."""
        for_gradients = self._for_gradients(self._right_answers(place))
        for one, other in combinations(answers, 2):
            if other in self._alike[one]:
                self._compare(for_gradients, answers, one, other)

    def _compare(self, for_gradients: Comparer, answers: Mapping[str, Answers], one: str, other: str) -> None:
        if not agree_in_values(self._comparer.looser, answers[one], answers[other]):
            part(self._alike, one, other)
        elif not agree_in_gradients(for_gradients.looser, answers[one], answers[other]):
            part(self._alike_in_gradients, one, other)

    def _right_answers(self, place: int) -> Answers:
        """Of the reference."""
        if place not in self._asked_of_the_right:
            self._asked_of_the_right[place] = self._answers(self._right, place)
        return self._asked_of_the_right[place]

    def _for_gradients(self, right: Answers) -> Comparer:
        """What compares gradients as large as these."""
        gradients = [value for label, value in right.items() if is_gradient(label) and isinstance(value, Tensor)]
        return self._comparer.for_gradients(gradients)

    def _answers(self, world: ReplayWorld, place: int) -> Answers:
        world.draw_as(self._expected.seed, 0)
        case = self._expected.case(place, self._tier, CANDIDATE)
        seen = slip_values(self._expected, world, place, self._tier, upcast=False)
        answers = {label: value for label, value in seen.items() if not label.endswith(" raised")}
        if isinstance(case, Case) and self._expected.tiers_with_gradients(case):
            answers |= slip_gradients(self._expected, world, place, self._tier) or {}
        return answers

    def _is_wrong(self, place: int, own: Answers, right: Answers) -> bool:
        """By more than rounding in float32."""
        return not agree_in_values(self._comparer, own, right) and not all(
            agrees(self._comparer, label, own.get(label), want)
            or is_by_float32(self._expected, place, self._tier, label.split(" ", 1)[-1], own.get(label), want)
            for label, want in right.items()
            if not is_gradient(label)
        )


@functools.lru_cache(maxsize=1)
def expected_of(problem_id: str, seed: int) -> Expected:
    """The right answers: all tables of a problem share them."""
    return Expected(index.load(problem_id), seed)


def entries_of_files(page: Page, paths: Sequence[Path]) -> dict[str, Entries]:
    """What they define, by file name, of those that run as they stand and define what is asked for under its name."""
    found = {}
    for path in paths:
        with contextlib.suppress(Exception), undisturbed():
            found[path.name] = entries_on(page, path.read_text(encoding="utf-8"), path.stem)
    return found


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """Without a word of what runs meanwhile, and with memory as the real candidate has it."""
    with (
        warnings.catch_warnings(action="ignore"),
        contextlib.redirect_stdout(io.StringIO()),
        uninitialized_memory_is_nan(),
    ):
        yield


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
