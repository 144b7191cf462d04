"""One session at a time in a home: two drills or mocks at once would rate the same answers twice. Standard library.

The lock is the system's: it ends with the process that holds it, however that ends. Where the system has none, as on
some network folders, there is none here either.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from interview_cli.domain.errors import UnavailableError
from interview_cli.domain.ports import Clock

NAME = "session.lock"

if sys.platform == "win32":

    def _lock(descriptor: int) -> None:
        """Windows has no such locks."""
else:

    def _lock(descriptor: int) -> None:
        """Raises: BlockingIOError where another process holds it; OSError where there are no locks."""
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def hold(home: Path, what: str, clock: Clock) -> Callable[[], None]:
    """From now on this process holds the session, `what` ("a drill"); the result gives it back.

    Raises: UnavailableError where another process holds one, which it names.
    """
    try:
        descriptor = os.open(home / NAME, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError:
        return _nothing  # a folder that cannot be written: the log will say so
    try:
        _lock(descriptor)
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{what} (process {os.getpid()}, since {clock.now():%H:%M})".encode(), 0)
    except BlockingIOError:
        held_by = os.pread(descriptor, 200, 0).decode(errors="replace").strip() or "another session"
        os.close(descriptor)
        raise UnavailableError(
            f"{held_by} is still open in another terminal", hint="end it there with q, then start again"
        ) from None
    except OSError:
        pass  # no locks, or a full disk: the answers are what matters
    return lambda: os.close(descriptor)


def _nothing() -> None:
    """There is nothing to give back."""
