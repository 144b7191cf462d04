"""Phrases that readers stumbled over, kept out of what the program says.

Each reads as a riddle or as translated: the plain wording says what went wrong, what was expected and what to do.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import interview_cli

PACKAGE = Path(interview_cli.__file__).parent
SPEAKING = ("ui", "cli", "services", "domain", "bank", "store")

PHRASES = (
    "Not read, and not counted",
    "Ten minutes that find",
    "no item fits",
    " is no date",
    " is no key",
    "there is no ",
    "There is no ",
    "a slip?",
    "once more",
    "hands in",
    "whatever comes back",
    "it defines:",
    "stands twice",
    "begun with",
    "that you write",
    "practise ",
    "behavioural ",
    "modelling",
    "minimise",
)


def said(source: str) -> Iterator[tuple[int, str]]:
    """The line and text of every string that is not a docstring, the constant parts of f-strings included."""
    tree = ast.parse(source)
    silent = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield node.lineno, node.value


@pytest.mark.parametrize("part", SPEAKING)
def test_the_program_says_none_of_the_phrases_that_readers_stumble_over(part: str) -> None:
    """A phrase of the list is not in any string of this part of the program."""
    found = [
        f"{path.relative_to(PACKAGE)}:{line}: {phrase!r}"
        for path in sorted((PACKAGE / part).rglob("*.py"))
        for line, text in said(path.read_text(encoding="utf-8"))
        for phrase in PHRASES
        if phrase in text
    ]
    assert found == []


def test_docstrings_are_not_searched_and_f_strings_are() -> None:
    """What nobody sees on screen may use any word; the constant part of an f-string is seen."""
    source = 'def f(x):\n    """once more"""\n    return f"{x} is no date"\n'
    assert [text for _, text in said(source)] == [" is no date"]


def test_a_percentage_is_written_in_one_way() -> None:
    """`44 %` as in the bank, from `shares.percent`: no f-string writes `44%` by a format of its own."""
    found = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None
        if ast.unparse(node.format_spec).rstrip("'\"").endswith("%")
    ]
    assert not found
