"""A flashcard shows what the item shows, and its back holds the answer in words, not in letters alone."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter

from interview_cli.domain.items.question import AnyItem, Item, Problem
from interview_cli.domain.items.shown import HOUSE_RULE, present
from interview_cli.domain.marking.reveal import reveal
from interview_cli.services.bank.flashcards import flashcard
from interview_cli.ui.text.one_line_formulas import plain_side
from interview_cli.ui.text.web import as_html

ITEM: TypeAdapter[AnyItem] = TypeAdapter(Item)
OPTIONS = [{"text": "so it is", "correct": True}, {"text": "so it is not", "why": "It is."}]


def both_sides(kind: str, **fields: Any) -> tuple[str, str]:
    common = {
        "id": "q07-x",
        "kind": kind,
        "concepts": ["s07-x"],
        "prompt": "Say $x$.",
        "why": "Because.",
        "sources": ["A"],
    }
    item = ITEM.validate_python(common | fields)
    card = flashcard(item, present(item, 0, code="x = 1"), reveal(item, 0))
    assert card.tags == ("transformers", kind, "s07-x")
    return card.front, card.back


@pytest.mark.parametrize(
    ("kind", "fields", "front", "back"),
    [
        ("formula", {"symbols": {"x": {}}, "answer": "2*x"}, [], ["`2*x`"]),
        ("numeric", {"answer": "2*3", "unit": "B"}, ["Unit: B"], ["`6 B`"]),
        ("choice", {"options": OPTIONS}, ["so it is", "so it is not"], [") so it is"]),
        ("bug", {"options": OPTIONS, "problem": "p", "slip": "s"}, ["```python\nx = 1\n```"], [") so it is"]),
        ("ordering", {"steps": ["one", "two", "three"]}, ["A) ", "B) ", "C) "], ["1. one\n2. two\n3. three"]),
        (
            "matching",
            {"rows": {"r": {"c": "u", "d": "w"}, "s": {"c": "v", "d": "w"}}},
            ["1) r\n\n2) s", "c:\n\nA) "],
            ["- r: c: u; d: w\n- s: c: v; d: w"],
        ),
        ("recall", {"key_points": [{"text": "p"}, {"text": "q", "essential": True}]}, [], ["- p\n- q"]),
    ],
)
def test_the_sides_of_each_kind(kind: str, fields: dict[str, Any], front: list[str], back: list[str]) -> None:
    shown_front, shown_back = both_sides(kind, **fields)
    assert shown_front.startswith("Say $x$.")
    assert all(text in shown_front for text in front)
    assert all(text in shown_back for text in back)
    assert shown_back.endswith("Why: Because.\n\nSource: A")


def test_a_card_of_code_says_what_its_answer_must_keep_to() -> None:
    item = ITEM.validate_python({"id": "x", "kind": "code", "concepts": ["s07-x"], "prompt": "Write `x(a)`."})
    problem = Problem(id="x", section=7, level=1, minutes=10, entry="x(a)", spec="S.", forbid=("cat",))
    front = flashcard(item, present(item, 0, problem), reveal(item, 0)).front
    assert front.endswith(f"`x(a)`\n\n{HOUSE_RULE}\n\nNot allowed: cat")


def test_each_option_stands_on_a_line_of_its_own_in_a_deck_and_in_a_table() -> None:
    front, _ = both_sides("choice", prompt="A question that the\nfile wraps.", options=OPTIONS)
    assert plain_side(front).startswith("A question that the file wraps.\n\n")
    assert [line[:2] for line in plain_side(front).splitlines() if ") " in line] == ["A)", "B)"]
    assert "<p>A) " in as_html(front)
    assert "<p>B) " in as_html(front)
    assert "<br" not in as_html(front)


def test_a_wrong_option_is_not_on_the_back() -> None:
    assert "so it is not" not in both_sides("choice", options=OPTIONS)[1]
