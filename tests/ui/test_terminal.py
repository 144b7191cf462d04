"""The terminal that commands write to: what goes where, and what only a real terminal gets."""

from __future__ import annotations

import io

import pytest

from interview_cli.ui.terminal import Terminal


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


def test_what_nobody_reads_ends_no_command() -> None:
    terminal(Gone(), io.StringIO()).print("unread")


def test_a_wrapped_line_goes_on_under_its_label_and_breaks_no_word() -> None:
    to = terminal(out := io.StringIO(), io.StringIO())
    to.print_wrapped("log  one two three /a/very/long/path/to/it", indent=5)
    assert out.getvalue() == "log  one two three\n     /a/very/long/path/to/it\n"
