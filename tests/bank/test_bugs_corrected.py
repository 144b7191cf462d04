"""What is shown under "Corrected" after a question about a bug: the lines that the mistake is in, and code that is right."""

from __future__ import annotations

import ast

import pytest

from interview_cli.bank.reference_pages import packaged_pages
from interview_cli.domain.items.question import Bug, Problem
from interview_cli.ui.item_view import corrected_lines
from tests.grading.inline import InlineGrader
from tests.packaged import packaged

BUGS = [item for item in packaged().items.values() if isinstance(item, Bug)]
MOST_LINES = 8
"""Lines taken out and put in: more are another solution, in which the mistake can't be found."""

ASIDE = {"q22-bug-grpo-whole-batch": {"equal rewards give exactly 0, also where their mean rounds"}}
"""Checks on rounding, which the mistake and its correction say nothing about."""


@pytest.fixture(scope="module")
def inline(catalogue: dict[str, Problem]) -> InlineGrader:
    """A grader without processes."""
    return InlineGrader(catalogue)


def test_the_correction_of_a_bug_is_a_few_lines() -> None:
    pages = packaged_pages()
    shown = {}
    for bug in BUGS:
        code = pages.slip_source(bug.problem, bug.slip)
        sound = bug.mended(code) if bug.mends else pages.sound_source(bug.problem)
        shown[bug.id] = len(corrected_lines(code, sound)) - 1
    assert {name: lines for name, lines in shown.items() if not 0 < lines <= MOST_LINES} == {}


@pytest.mark.parametrize("bug", [bug for bug in BUGS if bug.mends], ids=lambda bug: bug.id)
def test_code_with_its_mends_passes(bug: Bug, inline: InlineGrader) -> None:
    pages = packaged_pages()
    page = ast.parse(pages.as_answer(bug.problem)).body
    imports = [ast.unparse(node) for node in page if isinstance(node, ast.Import | ast.ImportFrom)]
    mended = bug.mended(pages.slip_source(bug.problem, bug.slip))
    verdict = inline.grade(bug.problem, "\n".join([*imports, mended]), 0, explained=False)
    assert verdict["checks"], verdict["message"]
    assert {check["name"] for check in verdict["checks"] if not check["ok"]} == ASIDE.get(bug.id, set())
