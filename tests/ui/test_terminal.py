"""The terminal that commands write to: what goes where, and what only a real terminal gets."""

from __future__ import annotations

import io

import pytest

from interview_cli.domain.items.verdict import CheckResult, CheckStatus, Diagnosis, Outcome, Verdict
from interview_cli.ui.code.verdict_view import show_verdict
from interview_cli.ui.terminal import Terminal, harmless, one_line


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class Gone(io.StringIO):
    """A pipe that nobody reads."""

    def flush(self) -> None:
        raise BrokenPipeError


def terminal(stdout: io.StringIO, stderr: io.StringIO, term: str = "xterm") -> Terminal:
    return Terminal(io.StringIO(), stdout, stderr, {"TERM": term, "COLUMNS": "20"})


@pytest.mark.parametrize(
    ("stderr", "term", "written"),
    [
        (Screen(), "xterm", "\r\x1b[K1 of 2\r\x1b[K"),
        (Screen(), "dumb", ""),
        (io.StringIO(), "xterm", ""),
    ],
)
def test_progress_is_for_a_terminal_that_can_take_it_back(stderr: io.StringIO, term: str, written: str) -> None:
    to = terminal(io.StringIO(), stderr, term)
    to.progress("1 of 2")
    to.progress("")
    assert stderr.getvalue() == written
    assert to.stdout.getvalue() == ""  # type: ignore[attr-defined]


def test_progress_stays_in_one_row_of_a_narrow_terminal() -> None:
    """A second row could not be taken back."""
    stderr = Screen()
    to = terminal(io.StringIO(), stderr)
    to.progress("Fitting the memory model to your answers.")
    assert stderr.getvalue() == "\r\x1b[K" + "Fitting the memory model to your answers."[: to.width - 1]


def test_what_nobody_reads_ends_no_command() -> None:
    terminal(Gone(), io.StringIO()).print("unread")


def test_a_wrapped_line_goes_on_under_its_label_and_breaks_no_word() -> None:
    to = terminal(out := io.StringIO(), io.StringIO())
    to.print_wrapped("log  one two three /a/very/long/path/to/it", indent=5)
    assert out.getvalue() == "log  one two three\n     /a/very/long/path/to/it\n"


@pytest.mark.parametrize(
    "mark", ["\x1b", "\x9b", "\u202e", "\u2066", "\u200f", "\u2028", "\x0c", "\ufeff", "\U000e0041"]
)
def test_nothing_that_a_terminal_obeys_or_that_hides_is_written(mark: str) -> None:
    assert harmless(f"a{mark}b\n\tc") == "a\ufffdb\n\tc"


def test_letters_of_any_language_are_written() -> None:
    text = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \u03b1\u0304 \u5b57 \u00e9 \u00a0"
    assert harmless(text) == text


def test_a_name_is_one_line_and_is_cut() -> None:
    assert one_line("a\nPASS\u2028b") == "a PASS\ufffdb"
    assert one_line("x" * 900_000) == "x" * 296 + " ..."


def test_the_name_of_a_file_forges_no_line_of_a_verdict() -> None:
    """Neither as one of several files nor in the command that grades it again."""
    name = "a.py\nPASS  attention  all 12 checks passed\u202e"
    to = terminal(out := io.StringIO(), io.StringIO())
    show_verdict(Verdict("attention", name, Outcome.FAIL, "1 of 1 checks failed", 3), to, name)
    show_verdict(Verdict("attention", name, Outcome.INVALID, f"{name} cannot be read", 3), to, name)
    show_verdict(Verdict("attention", "a.py", Outcome.INVALID, "x" * 900_000, 3), to)
    assert not [line for line in out.getvalue().splitlines() if line.startswith("PASS")]
    assert "\u202e" not in out.getvalue()
    assert len(out.getvalue()) < 5000


@pytest.mark.parametrize(
    ("stdout", "rows", "is_last"), [(Screen(), 12, True), (Screen(), 40, False), (io.StringIO(), 12, False)]
)
def test_the_reason_comes_last_where_the_window_is_too_low_for_the_verdict(
    stdout: io.StringIO, rows: int, is_last: bool
) -> None:
    """A first line that has scrolled away is not read; what is not a window keeps the usual order."""
    checks = tuple(CheckResult(f"case {n}", CheckStatus.FAIL, "wrong") for n in range(9))
    checks += (CheckResult("empty", CheckStatus.PASS),)
    why = (Diagnosis("slip", "no-scale", "Your code omits the scale."),)
    verdict = Verdict("attention", "a.py", Outcome.FAIL, "9 of 10 checks failed", 3, checks=checks, diagnosis=why)
    to = Terminal(io.StringIO(), stdout, io.StringIO(), {"TERM": "dumb", "COLUMNS": "80", "LINES": str(rows)})
    show_verdict(verdict, to)
    lines = stdout.getvalue().splitlines()
    assert lines[0].startswith("FAIL")
    head, why = (-2, -1) if is_last else (0, 1)
    assert lines[0] == lines[head]
    assert lines[why] == "why      no-scale: Your code omits the scale."
