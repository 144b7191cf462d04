"""What may be open in a home at once: two drills, or one session of another kind. Standard library.

There are two places. A drill holds one, and with it what is unfinished of the drills that were begun there; anything
else holds both. The lock of a place is the system's: it ends with the process that holds it, however that ends. Where
the system has none, as on some network folders, there is none here either.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from interview_cli.domain.errors import UnavailableError
from interview_cli.domain.ports import Clock

NAMES = {1: "session.lock", 2: "session-2.lock"}
"""The lock of each place."""

if sys.platform == "win32":

    def _lock(descriptor: int) -> None:
        """Windows has no such locks."""

    def _wait_for(descriptor: int) -> None:
        """Windows has no such locks."""
else:

    def _lock(descriptor: int) -> None:
        """Raises: BlockingIOError where another process holds it; OSError where there are no locks."""
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _wait_for(descriptor: int) -> None:
        """Lock it when it is free. Raises: OSError where there are no locks."""
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX)


class Places:
    """The places of a home. `place` is that of this process's drill, `what` it has open there ("a drill")."""

    def __init__(self, home: Path, clock: Clock) -> None:
        self.place, self.what = 1, ""
        self._home, self._clock = home, clock
        self._held: dict[int, int] = {}

    def hold_all(self, what: str) -> None:
        """From now on this process has `what` open, and nothing else can be.

        Raises: UnavailableError where another process has something open, which it names.
        """
        self.what = what
        with self._at_the_door():
            for place in NAMES:
                if not self._take(place):
                    self.close()
                    raise self._refusal(place)

    def hold_one(self, what: str) -> None:
        """From now on this process has `what` open, and another one may have the same.

        Raises: UnavailableError where other processes have both places.
        """
        self.what = what
        with self._at_the_door():
            if not any(self._move(place) for place in NAMES):
                raise self._refusal(1)

    def move(self, place: int) -> bool:
        """Hold this place and no other; False where another process has it."""
        with self._at_the_door():
            return self._move(place)

    def beside(self) -> str | None:
        """What another process has open beside this one's drill, as it says; None where none has."""
        with self._at_the_door():
            for place in NAMES.keys() - self._held.keys():
                if not self._take(place):
                    return self._said(place)
                self._leave(place)
        return None

    def close(self) -> None:
        """Give all back."""
        for place in NAMES:
            self._leave(place)

    @contextmanager
    def _at_the_door(self) -> Iterator[None]:
        """One process at a time, so that none is refused for a place that another only looks at or is about to leave."""
        with ExitStack() as door:
            with suppress(OSError):  # as for the places
                descriptor = os.open(self._home, os.O_RDONLY)
                door.callback(os.close, descriptor)
                _wait_for(descriptor)
            yield

    def _move(self, place: int) -> bool:
        if not self._take(place):
            return False
        for other in NAMES.keys() - {place}:
            self._leave(other)
        self.place = place
        return True

    def _take(self, place: int) -> bool:
        """Hold the place and say there what is open; False where another process has it."""
        if place not in self._held:
            try:
                descriptor = os.open(self._home / NAMES[place], os.O_RDWR | os.O_CREAT, 0o644)
            except OSError:
                return True  # a folder that cannot be written: the log will say so
            try:
                _lock(descriptor)
            except BlockingIOError:
                os.close(descriptor)
                return False
            except OSError:
                pass  # no locks: the answers are what matters
            self._held[place] = descriptor
        said = f"{self.what} (process {os.getpid()}, since {self._clock.now():%H:%M})"
        with suppress(OSError):  # a full disk
            os.ftruncate(self._held[place], 0)
            os.pwrite(self._held[place], said.encode(), 0)
        return True

    def _leave(self, place: int) -> None:
        if place in self._held:
            os.close(self._held.pop(place))

    def _said(self, place: int) -> str:
        try:
            return (self._home / NAMES[place]).read_bytes()[:200].decode(errors="replace").strip()
        except OSError:
            return ""

    def _refusal(self, place: int) -> UnavailableError:
        held_by = self._said(place) or "another session"
        return UnavailableError(
            f"{held_by} is still open in another terminal", hint="end it there with q, then start again"
        )
