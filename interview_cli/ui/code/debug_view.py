"""What a debugging exercise says: how far a repair is, and in the end each mistake. Terminal only."""

from __future__ import annotations

import textwrap
from collections.abc import Collection

from interview_cli.domain.items.verdict import Outcome, Verdict
from interview_cli.domain.plantings.planting import Mistake, Planting
from interview_cli.services.code.debugging import Result
from interview_cli.ui.code.verdict_view import WORDS, output_lines
from interview_cli.ui.item_view import paragraph, write_markdown
from interview_cli.ui.terminal import Terminal, one_line

LONGEST_MESSAGE = 600


def show_standing(verdict: Verdict, fixed: int | None, terminal: Terminal) -> None:
    """`2 of 3 fixed`, and what else is wrong; `fixed` is what counts where the file could not be run, None if unknown."""
    standing = verdict.standing
    assert standing is not None
    if not standing.is_known:
        where = f" (line {verdict.line})" if verdict.line and f"line {verdict.line}" not in verdict.message else ""
        why = ". Does a loop never end?" if verdict.outcome is Outcome.TIMEOUT else ""
        _say(f"{WORDS[verdict.outcome]}  {one_line(verdict.message, LONGEST_MESSAGE)}{where}{why}", terminal)
        still = "" if fixed is None else f" Still {counted(fixed, standing.planted)}"
        _say(f"This save can't be counted.{still}", terminal)
    elif verdict.ok:
        _say(f"{counted(standing.planted, standing.planted)} All {len(verdict.checks)} checks pass.", terminal)
    else:
        _say(counted(standing.fixed, standing.planted), terminal)
        if standing.other:
            _say(f"Something else is wrong now. {one_line(standing.other, LONGEST_MESSAGE)}", terminal)
    for line in output_lines(verdict, terminal.width):
        terminal.print(line)


def counted(fixed: int, planted: int) -> str:
    """`2 of 3 fixed.`"""
    return f"{fixed} of {planted} fixed."


def show_mistakes(planting: Planting, left: Collection[str], terminal: Terminal) -> None:
    """Each mistake: where it stands, what it did, how it shows, how one finds it."""
    several = len(planting.files) > 1
    for number, mistake in enumerate(planting.mistakes, start=1):
        terminal.print()
        state = "not fixed" if mistake.name in left else "fixed"
        file = f"{mistake.file}, " if several else ""
        terminal.print(f"{number}. {file}line {mistake.line}: {mistake.kind} ({state})")
        _show_code(mistake, terminal)
        for text in (f"{mistake.does} {mistake.should}", mistake.shows, f"To find it: {mistake.find}"):
            write_markdown(text, terminal)
        such_as = ", such as" if len(mistake.fails) > 1 else ""
        _say(f"Alone it fails {len(mistake.fails)} of {planting.checks} checks{such_as}: {mistake.fails[0]}", terminal)


def _show_code(mistake: Mistake, terminal: Terminal) -> None:
    these = "these lines" if "\n" in mistake.wrong else "this line"
    for label, code in (("was     ", mistake.wrong), ("right   ", mistake.right)):
        text = code or ("nothing: something is missing" if label.startswith("was") else f"nothing: delete {these}")
        space = " " * len(label)
        for place, line in enumerate(text.splitlines()):
            for part in code_lines(f"  {space if place else label}{line}", terminal.width, f"  {space}    "):
                terminal.print(part)


def code_lines(line: str, width: int, indent: str) -> list[str]:
    """A line of code in as many lines as it takes, broken where there is a space."""
    return textwrap.wrap(
        line, max(width, len(indent) + 20), subsequent_indent=indent, break_on_hyphens=False, drop_whitespace=True
    ) or [line]


def show_result(result: Result, terminal: Terminal) -> None:
    """The summary line."""
    hints = "no hints" if not result.hints else "1 hint" if result.hints == 1 else f"{result.hints} hints"
    minutes, seconds = divmod(round(result.seconds), 60)
    rated = f" Rated {result.rating}." if result.rating else ""
    terminal.print()
    _say(f"{counted(result.fixed, result.planted)} {minutes}:{seconds:02d} min, {hints}.{rated}", terminal)


def _say(text: str, terminal: Terminal) -> None:
    for line in paragraph(text, terminal):
        terminal.print(line)
