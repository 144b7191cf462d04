"""Runs the real program as a user does, in a home of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.packaged import used_home

INTERVIEW = str(Path(sys.executable).with_name("interview"))


@dataclass(frozen=True)
class Ran:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder in which the program has run once."""
    return used_home(tmp_path / "home")


@pytest.fixture
def run(home: Path, tmp_path: Path) -> Run:
    """`run("grade", "attention", "-", typed=source)`, with standard input from a pipe."""

    def run_command(*arguments: str, typed: str | bytes = "", stdout: int = subprocess.PIPE, **environment: str) -> Ran:
        done = subprocess.run(
            [INTERVIEW, *arguments],
            input=typed.encode() if isinstance(typed, str) else typed,
            stdout=stdout,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
            env={**os.environ, "INTERVIEW_HOME": str(home), "TERM": "xterm", "COLUMNS": "100", **environment},
            timeout=180,
            check=False,
        )
        return Ran(done.returncode, (done.stdout or b"").decode(), done.stderr.decode())

    return run_command
