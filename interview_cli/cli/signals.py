"""Signals that end the program: they leave by the front door. Standard library only."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

from interview_cli.cli.exit_codes import ExitCode


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """A closed terminal or `kill` leaves by the front door, so that nothing is left running; the drill stays open."""
    names = [getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]
    before = {name: signal.signal(name, _leave) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)


def _leave(number: int, frame: FrameType | None) -> NoReturn:
    del number, frame
    raise SystemExit(ExitCode.INTERRUPTED)
