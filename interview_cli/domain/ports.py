"""What services and screens need from the outside, as protocols; imports the standard library and the domain only."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from interview_cli.domain.history.event import Event
    from interview_cli.domain.items.verdict import Verdict
    from interview_cli.domain.plantings.planting import Planting


class Clock(Protocol):
    """The time, and the user's zone."""

    zone: tzinfo

    def now(self) -> datetime:
        """The time of day, aware, in the user's zone."""
        ...

    def monotonic(self) -> float:
        """Seconds that never run backwards, for measuring how long an answer took."""
        ...


class EventLog(Protocol):
    """The append-only log. An appended event is on the disk when `append` returns."""

    def append(self, *events: Event) -> None:
        """Write all of them or none. Raises: LogError."""
        ...

    def append_review(self, review: Event, known: Collection[str]) -> bool:
        """Write a review, unless a session holds another of the item and study day that counts and is not `known`.

        Looking and writing are one step: of two drills that rate one item the second is refused. Returns whether it
        was written. Raises: LogError.
        """
        ...

    def position(self) -> int:
        """How far the log is written: read it before what is then judged, for `append_at`."""
        ...

    def append_at(self, position: int, *events: Event) -> bool:
        """Write all of them, unless anything was written since the log was at that position; whether they were written.

        So two programs that judge the same events at once do not both write what follows. Raises: LogError.
        """
        ...

    def events(self) -> Sequence[Event]:
        """All events in the order in which they were written, voided ones included."""
        ...

    def since(self, begin: datetime) -> Sequence[Event]:
        """The events from that instant on with all of their sessions, in the order in which they were written.

        Earlier ones may be among them: nothing needs them to be absent.
        """
        ...


class Grader(Protocol):
    """Grades one solution. `warm` starts what grading needs, so that its cost is paid while the user reads."""

    def warm(self) -> None:
        """Start the host in the background; returns at once."""
        ...

    def plant(self, problem: str, bugs: int, seed: int) -> Planting:
        """Code of the problem with so many mistakes in it; the same for the same seed.

        Raises: UnavailableError as `grade`, UsageError where it cannot hold so many.
        """
        ...

    def grade(self, problem: str, source: str, *, file: str, seed: int, planting: Planting | None = None) -> Verdict:
        """The verdict; of planted code, with how many of the mistakes are gone.

        Raises: UnavailableError if no grading process can be started.
        """
        ...

    def repair(self, planting: Planting, files: Mapping[str, str], *, file: str) -> Verdict:
        """The verdict on a repair of planted code, whose files these are, with how many of its mistakes are gone.

        Raises: UnavailableError if no grading process can be started.
        """
        ...

    def close(self) -> None:
        """Leave nothing running."""
        ...
