"""The mutants of the reference pages, and the list of those that compute the same."""

from __future__ import annotations

import ast
import os

import pytest

from interview_cli.bank.reference_pages import packaged_pages
from interview_cli.domain.items.question import Problem
from interview_cli.grading.host.client import GradingClient
from tests.grading.equivalent_mutants import ON_THE_CPU, equivalent, why_the_same
from tests.grading.inline import InlineGrader
from tests.grading.mutants import QUICKLY, mutants, survivors

PAGE = """
def clipped_sum(x, low=0.2):
    '''A sum.'''
    total = 0.5
    for i in range(1, len(x)):
        if x[i] > low and i > 2:
            total += float(x[i])
    return total
"""


def changes(page: str, *, names: bool = False) -> list[str]:
    """What is changed, mutant by mutant."""
    return [mutant.change for mutant in mutants(page, names=names)]


@pytest.mark.parametrize(
    "change",
    [
        "low=0.2 -> low=0.4",
        "x[i] > low -> x[i] >= low",
        "x[i] > low and i > 2 -> x[i] > low or i > 2",
        "total += float(x[i]) -> total -= float(x[i])",
        "total += float(x[i]) -> total = float(x[i])",
        "float(x[i]) -> int(x[i])",
        "total = 0.5 -> pass",
        "range(1, len(x)) -> range(1, len(x) + 1)",
    ],
)
def test_a_page_is_changed_in_one_place(change: str) -> None:
    assert change in changes(PAGE)


def test_variables_are_exchanged_when_asked_for_and_alone() -> None:
    assert "i > 2 -> total > 2" in changes(PAGE, names=True)
    assert not set(changes(PAGE)) & set(changes(PAGE, names=True))


def test_every_mutant_is_another_program() -> None:
    sources = [mutant.source for mutant in mutants(PAGE)]
    assert len(set(sources)) == len(sources)
    assert all(ast.dump(ast.parse(source)) != ast.dump(ast.parse(PAGE)) for source in sources)


@pytest.mark.exhaustive
@pytest.mark.parametrize("problem", sorted(packaged_pages().landed()))
def test_what_is_explained_is_a_mutant(problem: str) -> None:
    """Else the page has changed since, and the explanation may no longer hold."""
    explained = [change for changes in equivalent(problem).values() for change in changes]
    assert set(explained) <= set(changes(packaged_pages().as_answer(problem)))
    assert len(set(explained)) == len(explained)


def test_a_device_left_out_is_explained_for_every_problem() -> None:
    assert why_the_same("attention", "torch.ones(3, device=q.device) -> torch.ones(3)") == ON_THE_CPU
    assert why_the_same("attention", "torch.ones(3, device=q.device) -> torch.ones(4)") is None


@pytest.mark.exhaustive
@pytest.mark.parametrize("problem", sorted(packaged_pages().landed()))
def test_every_mutant_is_killed_or_explained(problem: str, catalogue: dict[str, Problem]) -> None:
    grader, inline = GradingClient(catalogue, os.environ, QUICKLY), InlineGrader(catalogue)
    alive = survivors(problem, list(mutants(packaged_pages().as_answer(problem))), grader, inline)
    grader.close()
    assert [mutant.change for mutant in alive if why_the_same(problem, mutant.change) is None] == []
