"""Runs the real program as a user does, in a process and a home of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import commands
from tests.commands import Ran
from tests.packaged import used_home

INTERVIEW = str(Path(sys.executable).with_name("interview"))


Run = Callable[..., Ran]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder in which the program has run once."""
    return used_home(tmp_path / "home")


@pytest.fixture
def run(home: Path, tmp_path: Path) -> Run:
    """`run("grade", "attention", "-", typed=source)`, with standard input from a pipe."""

    def run_command(*arguments: str, typed: str | bytes = "", stdout: int = subprocess.PIPE, **environment: str) -> Ran:
        given = {**os.environ, "INTERVIEW_HOME": str(home), "TERM": "xterm", "COLUMNS": "100", **environment}
        return commands.run(arguments, given, tmp_path, typed=typed, stdout=stdout)

    return run_command
