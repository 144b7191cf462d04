"""Items as they are shown: every one of the bank fits a terminal of 60 columns."""

from __future__ import annotations

from io import StringIO
from random import Random

import pytest
from rich.cells import cell_len

from interview_cli.bank.load import load, packaged_bank
from interview_cli.bank.reference_pages import packaged_pages
from interview_cli.domain.items.question import AnyItem, Bug, Code
from interview_cli.domain.items.shown import Shown, present
from interview_cli.ui.drill.view import show_help
from interview_cli.ui.item_view import show_item
from interview_cli.ui.terminal import Terminal

BANK = load([packaged_bank()], None)
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
    show_help(Terminal(Screen(), out, Screen(), {"COLUMNS": str(columns), "TERM": "xterm"}))
    assert too_wide(out.getvalue(), columns) == []
