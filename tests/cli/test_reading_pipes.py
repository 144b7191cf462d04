"""A named pipe is read as a file is; one that nobody writes to is said, not waited for."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from interview_cli.cli import grade_command
from interview_cli.cli.grade_command import _from_pipe, _read


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    return path


def test_what_is_written_into_a_pipe_is_read(pipe: Path) -> None:
    writer = threading.Thread(target=pipe.write_text, args=("x = 1\n" * 20_000,))
    writer.start()
    assert _read(str(pipe)) == "x = 1\n" * 20_000
    writer.join()


def test_a_pipe_that_nobody_writes_to_cannot_be_read(pipe: Path) -> None:
    with pytest.raises(OSError) as error:
        _from_pipe(str(pipe), 10, patience=0.05)
    assert error.value.strerror == "nothing came through this pipe for 0.05 s"


def test_it_has_a_verdict_of_its_own(pipe: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grade_command, "_from_pipe", lambda name, most: _from_pipe(name, most, patience=0.05))
    unreadable = _read(str(pipe))
    assert isinstance(unreadable, grade_command.Unreadable)
    assert unreadable.reason == "cannot be read: nothing came through this pipe for 0.05 s"
