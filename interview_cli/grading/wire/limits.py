"""What a candidate may use: one value, from the user's option to the process that keeps it. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """`cpu_seconds` are for the whole grade: what it computes, and what it sleeps while an answer is owed.

    The wall clock is a backstop, so that a busy machine fails nobody. `memory_bytes` is on top of what the process maps
    before it sees the file; `asleep_seconds` is how long it may keep the judge waiting at a stretch without computing.
    """

    cpu_seconds: float = 10.0
    wall_seconds: float = 60.0
    asleep_seconds: float = 10.0
    memory_bytes: int = 2 << 30
    threads: int = 128
    open_files: int = 256
    printed_bytes: int = 64 << 20
    received_bytes: int = 512 << 20
    device: str = "cpu"

    @classmethod
    def asked(cls, seconds: float | None, device: str) -> Limits:
        """With the user's own limit on CPU seconds; the other clocks go with it."""
        if seconds is None:
            return cls(device=device)
        wall, asleep = max(30.0, 6 * seconds), min(10.0, max(1.0, seconds))
        return cls(cpu_seconds=seconds, wall_seconds=wall, asleep_seconds=asleep, device=device)

    @property
    def last_cpu_seconds(self) -> int:
        """When the system ends the process, if nobody else does: the judge's own count is smaller, and comes first."""
        return int(12 * self.cpu_seconds) + 60


STARTING = Limits(cpu_seconds=120.0, wall_seconds=120.0)
"""For a fresh interpreter to import torch and set up a device, before it has seen a solution."""
