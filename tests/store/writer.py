"""A process that appends events until it is done or killed, and prints the id of each once `append` has returned.

It imports little, as the tests start many of it.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime, tzinfo
from itertools import count
from pathlib import Path

from interview_cli.domain.history.event import Event, EventKind
from interview_cli.store.events import open_log


class StoppedClock:
    zone: tzinfo = UTC

    def now(self) -> datetime:
        return datetime(2026, 3, 2, 9, tzinfo=UTC)

    def monotonic(self) -> float:
        return 0.0


def write(path: Path, device: str, how_many: int) -> None:
    clock = StoppedClock()
    with open_log(path, clock) as log:
        for number in range(how_many) if how_many else count():
            event = Event(id=f"{device}-{number}", device=device, at=clock.now(), kind=EventKind.REVIEW, rating=3)
            log.append(event)
            os.write(1, f"{event.id}\n".encode())


if __name__ == "__main__":
    write(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
