"""What a drill says at its end."""

from __future__ import annotations

import pytest

from interview_cli.services.drill.steps import Summary
from interview_cli.ui.drill.view import not_read, summary_lines

UNDO = "Was the last rating a mistake? To undo it: interview log undo"


@pytest.mark.parametrize("is_newest", [False, True])
def test_the_end_says_how_to_take_the_last_rating_back(is_newest: bool) -> None:
    """Where that would: in the drill it is too late for u."""
    summary = Summary(3, 0, 0, again=0, left=0, seconds=10.0, is_newest=is_newest, due_tomorrow=4)
    assert (UNDO in summary_lines(summary)) == is_newest


def test_what_is_due_is_said_where_the_drill_goes_by_it() -> None:
    """With an interview ahead it does not: tomorrow's plan may ask twenty questions again, and call three of them due."""
    nothing = Summary(answered=2, right=2, known=0, again=0, left=0, seconds=60.0, is_newest=True, due_tomorrow=None)
    assert summary_lines(nothing)[-1] == "Next: interview report, or interview drill"
    assert summary_lines(nothing._replace(due_tomorrow=3))[-1] == (
        "Due tomorrow: 3. Next: interview report, or interview drill"
    )


@pytest.mark.parametrize(("again", "said"), [(1, "You'll see it in"), (2, "You'll see them in")])
def test_the_end_speaks_of_one_item_as_of_one(again: int, said: str) -> None:
    summary = Summary(2, 0, 0, again=again, left=0, seconds=60.0, is_newest=True, due_tomorrow=again)
    assert any(said in line for line in summary_lines(summary))


@pytest.mark.parametrize(
    ("typed", "message", "said"),
    [
        ("E", "Type A to D.", "That doesn't count yet. Type A to D."),
        ("Z", "no option 'Z'. Type A to D", "That doesn't count yet: no option 'Z'. Type A to D."),
        ("C", "A and B are missing", "That doesn't count yet: A and B are missing."),
        (" \n", "Type A to D.", "Nothing is typed, so it doesn't count."),
    ],
)
def test_what_is_to_be_typed_is_a_sentence_of_its_own_where_no_reason_stands_before_it(
    typed: str, message: str, said: str
) -> None:
    assert not_read(typed, message) == said
