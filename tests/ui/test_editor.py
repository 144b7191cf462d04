"""The file in which a problem is solved."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from interview_cli.domain.errors import InterviewError, UnavailableError
from interview_cli.domain.items.shown import HOUSE_RULE, Shown
from interview_cli.ui.asking.editor import MOST_BYTES, SolutionFile, edit, editor_command


def test_a_solution_is_read_as_it_was_written(tmp_path: Path) -> None:
    """Also with the mark and the line ends that some editors write."""
    file = SolutionFile(tmp_path / "attention.py")
    file.path.write_bytes(b"\xef\xbb\xbfdef attention():\r\n    ...\r\n")
    assert file.read() == "def attention():\n    ...\n"


@pytest.mark.parametrize(
    ("held", "message"),
    [(b"#" * (MOST_BYTES + 1), "is larger than 1024 KiB"), (b"caf\xe9", "isn't UTF-8 text (byte 3)")],
)
def test_what_is_no_solution_is_refused(tmp_path: Path, held: bytes, message: str) -> None:
    file = SolutionFile(tmp_path / "attention.py")
    file.path.write_bytes(held)
    with pytest.raises(InterviewError) as caught:
        file.read()
    assert caught.value.message == f"{file.path} {message}"


def test_a_full_disk_leaves_no_empty_file_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty file would be taken for what the user wrote, and the task would never be written into it."""
    shown = Shown(
        item="attention",
        kind="code",
        section=7,
        concepts=("s07-attention",),
        level=1,
        minutes=10.0,
        title=None,
        prompt="Write it.",
        seed=0,
        hints=(),
        why="",
        sources=(),
        values={},
        stub="def attention():\n    ...\n",
    )
    file = SolutionFile(tmp_path / "attention.py")

    def full(path: Path, *_: object, **__: object) -> int:
        path.touch()
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_text", full)
        with pytest.raises(UnavailableError, match="No space left on device") as caught:
            file.make(shown)
    assert caught.value.hint == "free some space and try again"
    assert list(tmp_path.iterdir()) == []
    file.make(shown)
    assert "Write it." in file.read() and HOUSE_RULE in file.read()


def test_without_a_configured_editor_a_usual_one_is_taken_if_it_is_there(tmp_path: Path) -> None:
    environment = {"PATH": str(tmp_path)}
    with pytest.raises(UnavailableError, match="no editor is configured"):
        editor_command(None, environment)
    for name in ("vi", "nano"):
        (tmp_path / name).touch(mode=0o755)
        assert editor_command(None, environment) == [name]
    assert editor_command(None, environment | {"EDITOR": "emacs -nw"}) == ["emacs", "-nw"]


@pytest.mark.parametrize(
    "script", ["exit 3", "exit 0", "echo x >> $1; exit 3"], ids=["fails", "ends", "saves and fails"]
)
def test_an_editor_that_fails_and_saves_nothing_is_said(tmp_path: Path, script: str) -> None:
    """Silent, it looks as if the program had opened none."""
    program, path = tmp_path / "editor", tmp_path / "attention.py"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    path.write_text("def attention():\n    ...\n")
    if script != "exit 3":
        edit(path, [str(program)])
        return
    with pytest.raises(UnavailableError, match="ended with exit code 3 and saved nothing") as caught:
        edit(path, [str(program)])
    assert "set EDITOR" in (caught.value.hint or "")
