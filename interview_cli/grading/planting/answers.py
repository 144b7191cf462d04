"""What one version of a page answers to all checks of a problem, and whether two versions can be told apart. Imports torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from interview_cli.grading.diagnosis.explanation import same_answer, where_both_are_finite_or_not
from interview_cli.grading.diagnosis.replay import slip_gradients, slip_values, with_zeros
from interview_cli.grading.judge.arguments import Arguments
from interview_cli.grading.judge.check import DTYPE_NAMES, Check, Observed
from interview_cli.grading.judge.compare import Comparer
from interview_cli.grading.judge.expected import REFERENCE, Expected, draw_alike, seed_of
from interview_cli.grading.judge.local_world import LocalWorld
from reference_impls.problem import Case


@dataclass(frozen=True)
class Answers:
    """Of each case, by its index: what was seen under each label, in the case's first tier."""

    seen: Mapping[int, tuple[Observed, ...]]
    runs: bool

    @cached_property
    def wrong(self) -> tuple[int, ...]:
        """The cases with a wrong answer, in order."""
        return tuple(index for index, seen in self.seen.items() if any(each.differs for each in seen))

    @property
    def is_wrong(self) -> bool:
        """Whether any is."""
        return bool(self.wrong)

    def is_told_from(self, other: Answers) -> bool:
        """Whether some finite value that both give is another one, by several times the tolerance."""
        return any(
            is_another(seen, theirs)
            for index, ours in self.seen.items()
            for seen in ours
            for theirs in other.seen[index]
            if theirs.label == seen.label
        )


def is_another(seen: Observed, other: Observed) -> bool:
    """Whether two answers to one question differ in more than what is infinite or no number."""
    if same_answer(seen, other.got):
        return False
    decided = where_both_are_finite_or_not(replace(seen, differs=True), other.got)
    return decided is None or not same_answer(*decided)


def answers_of(expected: Expected, entries: Mapping[str, Any], *, upcast: bool = False) -> Answers:
    """All values, and the gradients where the values are right: just what a grade sees.

    `upcast`: computed in float64, as a diagnosis runs known mistakes.
    """
    world = LocalWorld(entries, expected.entries)
    found: dict[int, tuple[Observed, ...]] = {}
    runs = True
    for index in range(len(expected.cases())):
        draw_alike(seed_of(expected.seed, "judge", index))
        found[index] = tuple(_seen(expected, world, index, upcast=upcast))
        runs = runs and not any(each.label.endswith(" raises") for each in found[index])
    return Answers(found, runs)


def _seen(expected: Expected, world: LocalWorld, index: int, *, upcast: bool) -> list[Observed]:
    tier = (expected.cases()[index].dtypes or expected.problem.dtypes)[0]
    comparer = Comparer(expected.problem.tolerances, tier)
    case = expected.case(index, tier, REFERENCE)
    got = slip_values(expected, world, index, tier, upcast=upcast)
    found = [_observed(comparer, label, wanted, got, case) for label, wanted in _wanted(expected, index, tier).items()]
    found += [Observed(label, None, value, comparer, True) for label, value in got.items() if label.endswith(" raises")]
    if not any(each.differs for each in found) and tier in expected.tiers_with_gradients(case):
        found += _gradients(expected, world, index, comparer)
    return found


def _wanted(expected: Expected, index: int, tier: Any) -> dict[str, Any]:
    case, name = expected.case(index, tier, REFERENCE), DTYPE_NAMES[tier]
    if not isinstance(case, Case):
        return {f"{name} {label}": value for label, value in expected.observations(index, tier)}
    if case.raises:
        return {"raises": case.raises}
    return {f"{name} value": expected.value(index, tier)}


def _observed(comparer: Comparer, label: str, want: Any, answers: Mapping[str, Any], case: Any) -> Observed:
    got = answers.get(label)
    try:
        if label == "raises":
            is_right = got in want
        elif isinstance(case, Case) and case.accept is not None:
            is_right = case.accept(got, want) is None
        else:
            is_right = comparer.agrees(got, want)
    except Exception:  # what is missing or cannot be compared is not right
        is_right = False
    return Observed(label, want, got, comparer, not is_right)


def _gradients(expected: Expected, world: LocalWorld, index: int, comparer: Comparer) -> list[Observed]:
    """Those that a grade asks for."""
    name = DTYPE_NAMES[comparer.tier]
    case, arguments = expected.case(index, comparer.tier, REFERENCE), Arguments(expected)
    assert isinstance(case, Case)
    gradients = expected.answer(index, comparer.tier).gradients()
    right = {path: want for path, want in gradients.items() if not arguments.is_constant(case, path)}
    shared = comparer.for_gradients(right.values())
    check = Check("", index)
    check.observed = [Observed(f"{name} gradient {path}", want, want, shared, False) for path, want in right.items()]
    found = slip_gradients(expected, world, index, comparer.tier)
    got = with_zeros(found, check, comparer.tier) if found is not None else {}
    return [
        Observed(each.label, each.want, value, shared, not shared.agrees(value, each.want))
        for each in check.observed
        for value in [got.get(each.label)]
        if value is not None
    ]
