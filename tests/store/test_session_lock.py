"""One session at a time: the second is told who has it, and nothing that ends a process leaves the lock behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from interview_cli.domain.errors import UnavailableError
from interview_cli.store.session_lock import NAME, hold
from tests.fakes import FakeClock

HOLDER = """
import sys
from pathlib import Path
from interview_cli.store.session_lock import hold
from tests.fakes import FakeClock
hold(Path(sys.argv[1]), "a mock interview", FakeClock())
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_session_is_told_which_one_is_open(tmp_path: Path) -> None:
    give_back = hold(tmp_path, "a drill", FakeClock())
    with pytest.raises(UnavailableError) as caught:
        hold(tmp_path, "a mock interview", FakeClock())
    assert caught.value.message == f"a drill (process {os.getpid()}, since 09:00) is still open in another terminal"
    assert caught.value.exit_code == 4
    give_back()
    hold(tmp_path, "a mock interview", FakeClock())()


def test_a_killed_process_holds_nothing(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(UnavailableError, match=f"a mock interview .process {holder.pid}"):
            hold(tmp_path, "a drill", FakeClock())
        holder.kill()
    hold(tmp_path, "a drill", FakeClock())()


def test_a_home_that_cannot_hold_the_lock_is_used_without(tmp_path: Path) -> None:
    """What is wrong with it, the log will say."""
    (tmp_path / NAME).mkdir()
    hold(tmp_path, "a drill", FakeClock())()
