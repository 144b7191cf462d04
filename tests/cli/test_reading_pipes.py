"""A named pipe is read as a file is; what nobody writes to, or never ends, is said, not waited for."""

from __future__ import annotations

import os
import pty
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from interview_cli.cli import grade_command
from interview_cli.cli.grade_command import Unreadable, _read
from interview_cli.domain.errors import InterviewError
from interview_cli.ui import source_file
from interview_cli.ui.asking.editor import SolutionFile
from interview_cli.ui.source_file import first_bytes


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    return path


@pytest.fixture
def terminal() -> Iterator[str]:
    """The name of a terminal that nobody types into."""
    ours, theirs = pty.openpty()
    yield os.ttyname(theirs)
    os.close(ours)
    os.close(theirs)


def test_what_is_written_into_a_pipe_is_read(pipe: Path) -> None:
    writer = threading.Thread(target=pipe.write_text, args=("x = 1\n" * 20_000,))
    writer.start()
    assert _read(str(pipe)) == "x = 1\n" * 20_000
    writer.join()


def test_a_pipe_that_nobody_writes_to_cannot_be_read(pipe: Path) -> None:
    with pytest.raises(OSError) as error:
        first_bytes(pipe, 10, patience=0.05)
    assert error.value.strerror == "this pipe sent nothing for 0.05 s"


def test_a_pipe_that_never_ends_cannot_be_read(pipe: Path) -> None:
    """However often something comes."""
    writer = os.open(pipe, os.O_RDWR)
    os.write(writer, b"x")
    with pytest.raises(OSError) as error:
        first_bytes(pipe, 10, longest=-1.0)
    os.close(writer)
    assert error.value.strerror == "this pipe was still open after -1 s"


def test_it_has_a_verdict_of_its_own(pipe: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_file, "first_bytes", lambda path, most: first_bytes(path, most, patience=0.05))
    unreadable = _read(str(pipe))
    assert isinstance(unreadable, grade_command.Unreadable)
    assert unreadable.reason == "can't be read: this pipe sent nothing for 0.05 s"


@pytest.mark.parametrize("device", ["/dev/zero", "terminal"])
def test_a_link_to_a_device_is_not_read(device: str, terminal: str, tmp_path: Path) -> None:
    """Neither as a file of `grade` nor as the file of `solve`."""
    link = tmp_path / "attention.py"
    link.symlink_to(terminal if device == "terminal" else device)
    unreadable = _read(str(link))
    assert isinstance(unreadable, grade_command.Unreadable)
    assert unreadable.reason == "can't be read: it's a device, not a file"
    with pytest.raises(InterviewError, match="a device, not a file"):
        SolutionFile(link).read()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_read_as_windows_writes_it_too(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_bytes('x = "é"\n'.encode(encoding))
    assert _read(str(path)) == 'x = "é"\n'


def test_a_folder_is_called_one(tmp_path: Path) -> None:
    found = _read(str(tmp_path))
    assert isinstance(found, Unreadable)
    assert found.reason == "is a folder: name the files in it"
