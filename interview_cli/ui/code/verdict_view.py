"""A verdict as a person reads it: right or wrong first, then the smallest failing case and why. Terminal only."""

from __future__ import annotations

import textwrap

from interview_cli.domain.items.verdict import NOT_ASKED, ONE_CHANGE, CheckResult, CheckStatus, Outcome, Verdict
from interview_cli.domain.line_breaks import broken
from interview_cli.ui.terminal import Terminal, harmless, one_line

WORDS = {
    Outcome.PASS: "PASS",
    Outcome.FAIL: "FAIL",
    Outcome.ERROR: "ERROR",
    Outcome.TIMEOUT: "TIMEOUT",
    Outcome.MEMORY: "OUT OF MEMORY",
    Outcome.CRASHED: "CRASHED",
    Outcome.FORBIDDEN: "FORBIDDEN",
    Outcome.INVALID: "NOT GRADED",
}
SHOWN_OUTPUT_LINES = 20
SHOWN_NAMES = 12
ROWS_OF_A_PROMPT = 3
LONGEST_MESSAGE = 1200


def show_verdict(verdict: Verdict, terminal: Terminal, file: str = "") -> None:
    """Write the verdict to stdout; the headline names the file where one is given, as one of several.

    Where the window is too low for it all, the headline is said again below the details, with the reason.
    """
    from rich.text import Text

    style = "bold green" if verdict.ok else "bold red"
    told = without_what_follows(verdict)
    where = f" (line {verdict.line})" if verdict.line and f"line {verdict.line}" not in told else ""
    message = one_line(told, LONGEST_MESSAGE)
    named = f"{one_line(file)}: " if file and not verdict.message.startswith(file) else ""
    head = Text.assemble((WORDS[verdict.outcome], style), f"  {verdict.problem}  {named}{message}{where}")
    why, details = why_lines(verdict, terminal.width), detail_lines(verdict, terminal.width)
    terminal.show(head)
    if is_too_tall(1 + len(why) + len(details), terminal.height):
        print_lines(details, terminal)
        terminal.show(head)
        print_lines(why, terminal)
    else:
        print_lines(why + details, terminal)


def print_lines(lines: list[str], terminal: Terminal) -> None:
    """Each on a line of its own."""
    for line in lines:
        terminal.print(line)


def is_too_tall(lines: int, height: int | None) -> bool:
    """Whether a verdict runs out of the window above the next prompt, so that its reason is seen only if it comes last."""
    return height is not None and lines > height - ROWS_OF_A_PROMPT


def without_what_follows(verdict: Verdict) -> str:
    """The message without the first failure in words, which the failing case says below."""
    return (
        verdict.message.removesuffix(f": {failing[0].message}")
        if (failing := failing_checks(verdict))
        else verdict.message
    )


def failing_checks(verdict: Verdict) -> list[CheckResult]:
    """Those that were run and are not right."""
    return [check for check in verdict.checks if check.status in (CheckStatus.FAIL, CheckStatus.ERROR)]


def verdict_lines(verdict: Verdict, width: int) -> list[str]:
    """Everything under the headline."""
    return why_lines(verdict, width) + detail_lines(verdict, width)


def why_lines(verdict: Verdict, width: int) -> list[str]:
    """The mistakes that were found."""
    lines: list[str] = []
    for number, found in enumerate(verdict.diagnosis):
        is_known = found.slip not in (None, ONE_CHANGE)
        is_alternative = number and is_known and found.together is None
        label = "or       " if is_alternative else "why      "
        lines += wrapped(f"{found.slip}: {found.message}" if is_known else found.message, width, label)
    return lines


def detail_lines(verdict: Verdict, width: int) -> list[str]:
    """The smallest failing case, and what else there is to know."""
    lines: list[str] = []
    failing = failing_checks(verdict)
    if failing:
        lines += failing_lines(failing[0], width, verdict.message)
    lines += listed(names_of_others(failing, len(verdict.checks)), width, "also     ")
    left_out = [check for check in verdict.checks if check.message.startswith(NOT_ASKED)]
    lines += listed([check.name for check in left_out], width, "left out ")
    not_run = sum(check.status is CheckStatus.NOT_RUN for check in verdict.checks) - len(left_out)
    if not_run:
        lines += wrapped(f"{not_run} checks didn't run", width, "note     ")
    if verdict.is_right_as_far_as_it_goes:
        lines += wrapped(
            "This isn't recorded as a failed review. Add what's missing and grade again.", width, "note     "
        )
    for note in verdict.notes:
        lines += wrapped(note, width, "note     ")
    lines += output_lines(verdict, width)
    if verdict.checks and not verdict.ok:
        lines += again_lines(verdict.reproduce, width)
    return lines


def again_lines(command: str, width: int) -> list[str]:
    """The command to copy: beside its label where both fit, else on a line of its own."""
    beside = wrapped(command, width, "again    ")
    return beside if len(beside[0]) <= width else ["again", *wrapped(command, width, " " * len("again    "))]


def listed(names: list[str], width: int, label: str) -> list[str]:
    """Names of checks, one a line; of many, the first ones."""
    lines: list[str] = []
    for name in names[:SHOWN_NAMES]:
        lines += wrapped(name, width, label if not lines else " " * len(label))
    more = len(names) - SHOWN_NAMES
    return [*lines, f"{' ' * len(label)}and {more} more"] if more > 0 else lines


def names_of_others(failing: list[CheckResult], checks: int) -> list[str]:
    """The checks that fail beside the first; where all do, their names say nothing, and would push the reason out of sight."""
    others = [check.name for check in failing[1:]]
    return ["all other checks"] if len(failing) == checks and len(others) > 1 else others


def failing_lines(check: CheckResult, width: int, said: str = "") -> list[str]:
    """The smallest failing case, without what the headline has said of it."""
    lines = wrapped(check.name, width, "case     ")
    lines += wrapped(check.message, width, "what     ") if check.message != said else []
    if check.status is CheckStatus.ERROR:
        got = harmless(check.got).strip("\n")
        return [*lines, *(f"         {line}" for line in got.split("\n"))] if got else lines
    for label, text in (("input    ", check.input), ("expected ", check.expected), ("got      ", check.got)):
        if text:
            lines += wrapped(text, width, label)
    return lines


def output_lines(verdict: Verdict, width: int) -> list[str]:
    """What the file printed, apart from the verdict: as many rows of the screen as are shown, however long its lines are."""
    printed = harmless(verdict.output).rstrip().split("\n")
    if printed == [""]:
        return []
    rows: list[str] = []
    for line in printed[: SHOWN_OUTPUT_LINES + 1]:
        rows += textwrap.wrap(line, width - 4, initial_indent="  | ", subsequent_indent="  | ") or ["  |"]
    shown = rows[:SHOWN_OUTPUT_LINES]
    cut = ["  | ..."] if len(rows) > len(shown) or verdict.output_truncated else []
    return ["Your file printed:", *shown, *cut]


def wrapped(text: str, width: int, label: str) -> list[str]:
    """A labelled paragraph with a hanging indent."""
    return broken(harmless(text), width, first_indent=label, indent=" " * len(label))
