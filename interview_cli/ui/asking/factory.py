"""Which way to ask suits a terminal: knows the plain forms and the full-screen ones. Terminal only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_cli.ui.asking.lines import Asker, Interrupts, PlainAsker
from interview_cli.ui.terminal import Terminal

if TYPE_CHECKING:
    from interview_cli.ui.asking.timed import TimedAsker


def make_asker(terminal: Terminal, interrupts: Interrupts) -> Asker:
    """The full front end where the terminal is one, else the plain one."""
    if not terminal.is_interactive:
        return PlainAsker(terminal, interrupts)
    from interview_cli.ui.asking.full import FullAsker

    return FullAsker(terminal, interrupts)


def make_timed_asker(terminal: Terminal, interrupts: Interrupts) -> TimedAsker:
    """The full front end where the terminal is one, else the plain one."""
    if not terminal.is_interactive:
        from interview_cli.ui.asking.timed import PlainTimedAsker  # a drill starts without the rounds

        return PlainTimedAsker(terminal, interrupts)
    from interview_cli.ui.asking.timed_full import FullTimedAsker

    return FullTimedAsker(terminal, interrupts)
