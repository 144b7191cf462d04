"""What is forgotten again and again, and the other form that takes its place."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from interview_cli.domain.items.question import Formula, SymbolSpec
from interview_cli.domain.memory.states import Course
from interview_cli.domain.planning.leeches import LEECH_LAPSES, advice, leeches, other_form
from tests.fakes import code, question

MONDAY = date(2026, 3, 2)


def course(day: int, lapses: int = 0) -> Course:
    return Course(first=MONDAY, last=MONDAY + timedelta(days=day), reviews=lapses + 1, lapses=lapses, knew=True)


def formula(name: str, concept: str = "s05-x") -> Formula:
    symbols = {"x": SymbolSpec()}
    return Formula(kind="formula", id=name, concepts=(concept,), prompt="Write it.", symbols=symbols, answer="x")


LEECH = question("q05-leech", "s05-x")
TIRED = {"q05-leech": course(20, LEECH_LAPSES)}
USED, UNUSED = question("q05-used", "s05-x"), question("q05-unused", "s05-x")
FORMULA, PROBLEM = formula("q05-formula"), code("problem", "s05-x")


def test_a_leech_was_forgotten_four_times() -> None:
    assert leeches({"q05-a": course(9, 3), "q05-b": course(9, 4), **TIRED}) == {"q05-b", "q05-leech"}


@pytest.mark.parametrize(
    ("items", "courses", "chosen"),
    [
        pytest.param([], {}, None, id="alone"),
        pytest.param([formula("q05-formula", "s05-y")], {}, None, id="another concept"),
        pytest.param([USED], {"q05-used": course(3)}, None, id="used, and of the same kind"),
        pytest.param([USED, UNUSED], {"q05-used": course(3)}, "q05-unused", id="of the same kind, but never used"),
        pytest.param([UNUSED, FORMULA], {}, "q05-formula", id="another kind first"),
        pytest.param([UNUSED, FORMULA], {"q05-formula": course(3)}, "q05-formula", id="another kind, though used"),
        pytest.param([FORMULA], {"q05-formula": course(21)}, None, id="the leech's turn"),
        pytest.param([FORMULA], {"q05-formula": course(3, 4)}, None, id="a leech itself"),
        pytest.param([PROBLEM], {}, None, id="no problem in place of a question"),
    ],
)
def test_the_other_form_of_a_leech(items, courses, chosen) -> None:
    found = other_form(LEECH, [LEECH, *items], {**TIRED, **courses})
    assert (found and found.id) == chosen


@pytest.mark.parametrize(
    ("items", "courses", "said"),
    [
        ([FORMULA], {}, "forgotten 4 times: next you get q05-formula (formula) instead"),
        ([FORMULA], {"q05-formula": course(21)}, "forgotten 4 times: other items on this concept are asked in turn"),
        (
            [],
            {},
            "forgotten 4 times, and no other item asks this. Write down what you confuse it with, or suspend it",
        ),
    ],
)
def test_what_to_do_about_a_leech(items, courses, said) -> None:
    assert advice(LEECH, [LEECH, *items], {**TIRED, **courses}) == said
