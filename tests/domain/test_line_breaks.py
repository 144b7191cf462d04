"""Where lines are broken: never within what is to be copied, nor before a %."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview_cli.domain.line_breaks import broken, path_in_words


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
            ["For all:", "interview report --format html -o a-very-long-name.html"],
        ),
        (
            "interview grade attention 'my folder/a b.py' --seed 7",
            ["interview grade attention 'my folder/a b.py' --seed 7"],
        ),
        (
            "The old log is now '/home/me/my own folder/reviews.db'",
            ["The old log is now", " '/home/me/my own folder/reviews.db'"],
        ),
        ("Answer it in the drill (`interview drill`).", ["Answer it in the drill", "  (`interview drill`)."]),
        ("Next: interview find, or interview drill", ["Next: interview find, or", "  interview drill"]),
        (
            "First: interview users of all kinds and then draw what they need",
            ["First: interview users of all kinds", "  and then draw what they need"],
        ),
        ("", []),
    ],
)
def test_a_command_and_a_percentage_stay_in_one_line(text: str, lines: list[str]) -> None:
    """Also a path with spaces. What is wider than a line has one of its own: copied from a terminal, it is whole."""
    assert broken(text, 36, indent="  ") == lines


def test_a_path_in_words_is_as_a_shell_takes_it() -> None:
    assert path_in_words(Path("/home/me/reviews.db")) == "/home/me/reviews.db"
    assert path_in_words(Path("/home/me/my folder")) == "'/home/me/my folder'"
