"""Where lines are broken: never within what is to be copied, nor before a %."""

from __future__ import annotations

import pytest

from interview_cli.ui.line_breaks import broken


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "You left the round. To continue: interview mock --resume",
            ["You left the round. To continue:", "  interview mock --resume"],
        ),
        (
            "To see this card again: interview mock --card 4114. Key points are yours.",
            ["To see this card again:", "  interview mock --card 4114. Key", "  points are yours."],
        ),
        (
            "To undo it: interview log restore --without 1; else go on",
            ["To undo it:", "  interview log restore --without 1;", "  else go on"],
        ),
        ("Known on the day with 30 minutes: 44 %.", ["Known on the day with 30 minutes:", "  44 %."]),
        ("Answers right on the first days 44 %.", ["Answers right on the first days", "  44 %."]),
        (
            "For all: interview report --format html -o a-very-long-name.html",
            ["For all: interview report --format", "  html -o a-very-long-name.html"],
        ),
        ("", []),
    ],
)
def test_a_command_and_a_percentage_stay_in_one_line(text: str, lines: list[str]) -> None:
    """Unless the command is wider than a line."""
    assert broken(text, 36, indent="  ") == lines
