"""Items as they are shown: every one of the bank fits a terminal of 60 columns."""

from __future__ import annotations

from io import StringIO
from random import Random

import pytest
from rich.cells import cell_len

from interview_cli.bank.reference_pages import packaged_pages
from interview_cli.domain import formula
from interview_cli.domain.items.answer import Marked
from interview_cli.domain.items.question import AnyItem, Bug, Choice, Code, Formula, Matching, Numeric, SymbolSpec
from interview_cli.domain.items.shown import HOUSE_RULE, Shown, draw, present
from interview_cli.domain.marking import expected_answer
from interview_cli.domain.marking.numeric import value_of
from interview_cli.domain.marking.reveal import reveal
from interview_cli.ui.asking.keys import Key
from interview_cli.ui.drill.view import show_help
from interview_cli.ui.item_view import (
    answer_text,
    corrected_lines,
    filled_grid,
    how_to_fill,
    marked_lines,
    show_item,
    show_reveal,
    with_end,
)
from interview_cli.ui.terminal import Terminal
from tests.packaged import packaged

BANK = packaged()
PAGES = packaged_pages()


class Screen(StringIO):
    """A coloured terminal without an end."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def shown(item: AnyItem, seed: int) -> Shown:
    match item:
        case Bug():
            return present(item, seed, code=PAGES.slip_source(item.problem, item.slip))
        case Code():
            return present(item, seed, BANK.problems[item.id])
        case _:
            return present(item, seed)


def too_wide(written: str, columns: int) -> list[str]:
    from rich.text import Text

    return [line for line in Text.from_ansi(written).plain.splitlines() if cell_len(line) > columns]


@pytest.mark.parametrize("columns", [60, 100])
def test_no_line_of_any_item_is_wider_than_the_terminal(columns: int) -> None:
    rng = Random(columns)
    wide = {}
    for item in BANK.items.values():
        out = Screen()
        show_item(
            shown(item, rng.randrange(1000)),
            Terminal(Screen(), out, Screen(), {"COLUMNS": str(columns), "TERM": "xterm"}),
        )
        if lines := too_wide(out.getvalue(), columns):
            wide[item.id] = lines
    assert wide == {}


@pytest.mark.parametrize("columns", [40, 60])
def test_help_fits_the_terminal(columns: int) -> None:
    out = Screen()
    show_help(Key, Terminal(Screen(), out, Screen(), {"COLUMNS": str(columns), "TERM": "xterm"}))
    assert too_wide(out.getvalue(), columns) == []


def test_a_bug_is_revealed_with_the_line_as_it_should_be() -> None:
    assert corrected_lines("def f(x):\n    return x\n", "def f(x):\n    return -x\n") == [
        "Corrected:",
        "  -     return x",
        "  +     return -x",
    ]
    assert corrected_lines("a\n" * 20, "b\n" * 20) == []


MATCHING = Matching(
    kind="matching",
    id="q14-grid",
    concepts=("s14-grid",),
    prompt="What is each?",
    minutes=1,
    rows={
        "SD 3": {"training": "flow matching", "backbone": "MM-DiT"},
        "SD 1": {"training": "noise", "backbone": "U-Net"},
    },
)


@pytest.mark.parametrize(("item_id", "is_said"), [("daily-temperatures", True), ("q07-why-scale", False)])
def test_a_coding_problem_says_that_arguments_stay_as_they_are(item_id: str, is_said: bool) -> None:
    screen = Screen()
    show_item(shown(BANK.items[item_id], 0), Terminal(Screen(), screen, Screen(), {"COLUMNS": "100", "TERM": "xterm"}))
    assert (HOUSE_RULE in screen.getvalue()) is is_said


def test_a_grid_is_asked_in_the_form_in_which_it_is_answered() -> None:
    item = present(MATCHING, 1)
    terminal = Terminal(Screen(), Screen(), Screen(), {"COLUMNS": "100", "TERM": "xterm"})
    assert how_to_fill(item, terminal) == (
        "For each row type its number and one letter each for training (A-B), backbone (C-D), for example 1AC 2AC"
    )
    filled = filled_grid(expected_answer(MATCHING, 1) or "", item)
    assert filled == ["1 SD 3: flow matching; MM-DiT", "2 SD 1: noise; U-Net"]


def test_a_formula_is_revealed_as_mathematics_and_as_one_types_it() -> None:
    item = Formula(
        kind="formula",
        id="q09-root",
        concepts=("s09-root",),
        prompt="Which root?",
        minutes=1,
        symbols={"a": SymbolSpec(domain="positive")},
        answer="sqrt(a)/2",
    )
    out = Screen()
    terminal = Terminal(Screen(), out, Screen(), {"COLUMNS": "60", "TERM": "xterm", "NO_COLOR": "1"})
    show_reveal(reveal(item, 1), present(item, 1), terminal)
    assert "Answer: √a/2" in out.getvalue()
    assert "As one types it: sqrt(a)/2" in out.getvalue()


def test_a_revealed_number_says_how_it_follows_from_those_of_the_question() -> None:
    """The expression gives the right number, and stands under it with the unit; a number that is fixed has none."""
    for item in BANK.items.values():
        if isinstance(item, Numeric):
            worked = reveal(item, 7).worked
            value = formula.evaluate(formula.parse(worked, ()), {}) if worked else None
            right = value_of(item, item.answer, draw(item, 7)) if item.parameters else None
            assert value == (None if right is None else pytest.approx(right, rel=1e-4)), item.id
    item, out = BANK.items["q07-kv-bytes"], Screen()
    found = reveal(item, 7)
    show_reveal(found, shown(item, 7), Terminal(Screen(), out, Screen(), {"COLUMNS": "80", "TERM": "dumb"}))
    assert f"Worked out: {found.worked} in B\n" in out.getvalue()


def test_two_mistakes_that_give_the_same_number_are_shown_as_one_answer_with_both_reasons() -> None:
    wrong = (
        {"slip": "once", "form": "a + 1", "why": "Both sides count."},
        {"slip": "no-first", "form": "a + 1 + 0*a", "why": "The first step counts."},
        {"slip": "twice", "form": "2*a", "why": "Once is enough."},
    )
    item = Numeric.model_validate(
        {"kind": "numeric", "id": "q01-n", "concepts": ["s01-n"], "prompt": "{{a}}?", "answer": "a", "wrong": wrong}
        | {"parameters": {"a": {"choose": [5]}}}
    )
    out = Screen()
    terminal = Terminal(Screen(), out, Screen(), {"COLUMNS": "90", "TERM": "xterm", "NO_COLOR": "1"})
    show_reveal(reveal(item, 1), present(item, 1), terminal)
    assert "Not: 6: Both sides count. Or: The first step counts.\n" in out.getvalue()
    assert out.getvalue().count("Not: ") == 2


@pytest.mark.parametrize(
    ("answer", "shown_as"),
    [
        ("B) It is smaller", "B) It is smaller."),
        ("B) It is smaller.", "B) It is smaller."),
        ('B) "Which baseline?"', 'B) "Which baseline?"'),
        ("C) Why?", "C) Why?"),
        ("0.5", "0.5:"),
        ("a + b", "a + b:"),
    ],
)
def test_a_wrong_answer_ends_once_before_its_reason(answer: str, shown_as: str) -> None:
    assert with_end(answer) == shown_as


def test_several_right_options_are_joined_without_a_full_stop_between() -> None:
    options = [{"text": f"{word}.", "correct": word != "Both"} for word in ("One", "Two", "Both")]
    item = Choice.model_validate(
        {"kind": "choice", "id": "q01-n", "concepts": ["s01-n"], "prompt": "Which?", "options": options}
    )
    assert ".;" not in answer_text(reveal(item, 1).answer or "", present(item, 1))


def test_who_asked_to_see_the_answer_is_not_told_that_it_was_wrong() -> None:
    to = Terminal(Screen(), Screen(), Screen(), {"COLUMNS": "80", "TERM": "xterm"})
    assert marked_lines(Marked.not_given(), to) == ["You gave no answer."]
    assert marked_lines(Marked.wrong("Too large."), to) == ["WRONG", "Too large."]
