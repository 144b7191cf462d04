"""Wall-clock medians of commands and functions, and lines that compare them with a budget."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

PYTHON = sys.executable
INTERVIEW = str(Path(sys.executable).with_name("interview"))


def seconds_of(function: Callable[[], object], repeat: int = 5) -> float:
    """The median over several calls."""
    times = []
    for _ in range(repeat):
        started = time.perf_counter()
        function()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def alternating(first: Sequence[str], second: Sequence[str], repeat: int, **environment: str) -> tuple[float, float]:
    """Medians of two commands run by turns, so that a busy moment hits both; each is run once before, for its `.pyc` files."""
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    times: tuple[list[float], list[float]] = ([], [])
    for round_ in range(repeat + 1):
        for command, taken in zip((first, second), times, strict=True):
            started = time.perf_counter()
            subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={**inherited, **environment},
                check=False,
            )
            if round_:
                taken.append(time.perf_counter() - started)
    return statistics.median(times[0]), statistics.median(times[1])


def ratio_line(name: str, own: float, base: float, base_name: str, budget: float) -> str:
    """`interview --help   63 ms = 1.21 x import typer (52 ms); budget 1.5 x`."""
    return (
        f"{name:<42} {own * 1e3:7.0f} ms = {own / base:5.2f} x {base_name} ({base * 1e3:.0f} ms); budget {budget:g} x"
    )


def budget_line(name: str, own: float, budget: float) -> str:
    """`next question   3 ms; budget 30 ms (0.1 x)`."""
    return f"{name:<42} {own * 1e3:7.1f} ms; budget {budget * 1e3:g} ms ({own / budget:.2f} x)"
