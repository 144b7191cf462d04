"""What the bank promises: every section in several kinds, the core list first, and a computation behind every number."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from rich.cells import cell_len

from interview_cli.bank.reference_pages import packaged_pages
from interview_cli.domain.items.question import MACHINE_MARKED, Bank, Bug, Choice, Code, Debug, Formula, Numeric
from interview_cli.ui.math import Mode, TexError, to_line
from interview_cli.ui.text.markdown import plain_text
from tests.packaged import packaged

COMMAND = re.compile(r"\\[A-Za-z]+|[_^]\{")
INLINE_CODE = re.compile(r"`[^`]*`")


@cache
def bank() -> Bank:
    return packaged()


def test_what_has_no_options_has_hints() -> None:
    """Options are hints; hints of planted code come from its mistakes."""
    with_options = (Bug, Choice, Debug)
    assert [i.id for i in bank().items.values() if not isinstance(i, with_options) and not i.hints] == []


@pytest.mark.parametrize("section", range(1, 24))
def test_every_section_has_six_items_in_four_kinds(section: int) -> None:
    kinds = Counter(item.kind for item in bank().items.values() if bank().section_of(item) == section)
    assert kinds.total() >= 6
    assert len(kinds) >= 4


@pytest.mark.parametrize("concept", sorted(bank().core_concepts()))
def test_every_core_concept_is_asked_in_two_kinds_one_of_them_marked(concept: str) -> None:
    kinds = {item.kind for item in bank().items.values() if concept in item.concepts}
    assert len(kinds) >= 2
    assert kinds & MACHINE_MARKED or not bank().concepts[concept].machine


def test_every_number_and_formula_is_computed_by_a_test() -> None:
    tests = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_truth_*.py"))
    unchecked = [i.id for i in bank().items.values() if isinstance(i, Numeric | Formula) and f'"{i.id}"' not in tests]
    assert unchecked == []


def test_every_landed_problem_has_its_item_and_every_code_item_has_landed() -> None:
    items = {item.id for item in bank().items.values() if isinstance(item, Code)}
    assert items == packaged_pages().landed()


def test_every_bug_shows_code_that_parses() -> None:
    for item in bank().items.values():
        if isinstance(item, Bug):
            compile(packaged_pages().slip_source(item.problem, item.slip), item.id, "exec")


def test_every_formula_in_a_text_can_be_rendered() -> None:
    """`$...$` in any text of any item; a formula that stays LaTeX would be read as source code."""
    faults = []
    for item in bank().items.values():
        for text in strings_of(item.model_dump()):
            for index, part in enumerate(text.replace("\\$", "").split("$")):
                if index % 2:
                    try:
                        to_line(part)
                    except TexError as error:
                        faults.append((item.id, part, str(error)))
    assert faults == []


@pytest.mark.parametrize("width", [60, 100])
@pytest.mark.parametrize("mode", Mode)
def test_no_text_shows_a_command_or_leaves_the_page(width: int, mode: Mode) -> None:
    faults = []
    for item in bank().items.values():
        for text in strings_of(item.model_dump()):
            lines = plain_text(text, width=width, mode=mode).splitlines()
            if mode is not Mode.LATEX and any(COMMAND.search(INLINE_CODE.sub("", line)) for line in lines):
                faults.append((item.id, text))
            if "```" not in text and any(cell_len(line) > width for line in lines):
                faults.append((item.id, text))
    assert faults == []


def strings_of(value: object) -> list[str]:
    """All texts inside dicts, lists and tuples, but those of fields that hold code or expressions."""
    match value:
        case str():
            return [value]
        case dict():
            kept = {key: part for key, part in value.items() if key not in ("symbols", "form", "answer")}
            return [text for part in kept.values() for text in strings_of(part)]
        case list() | tuple():
            return [text for part in value for text in strings_of(part)]
        case _:
            return []
