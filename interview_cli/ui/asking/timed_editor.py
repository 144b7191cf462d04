"""The user's editor under a clock: at zero it is ended, and what it saved, or rescued, is what counts. Terminal only.

Most editors keep unsaved work when they are told to end: nano in `FILE.save`, emacs in `#FILE#`. Vim keeps it in a swap
file that only vim can read, wherever its configuration says; so it is told to save as one types, without the commands
that a user may have tied to saving.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from interview_cli.domain.errors import UnavailableError
from interview_cli.ui.asking.editor import NO_EDITOR, check_that_it_worked, has_own_window, stamp_of
from interview_cli.ui.asking.timed import Countdown
from interview_cli.ui.terminal import Terminal

LOOK_AGAIN_SECONDS = 0.1
VIMS = ("vim", "nvim")
SAVE_AS_ONE_TYPES = "silent! autocmd TextChanged,TextChangedI,InsertLeave <buffer> silent! noautocmd write"
GRACE_SECONDS = 2.0


def edit_until(path: Path, command: list[str], countdown: Countdown, terminal: Terminal) -> None:
    """Wait until the editor ends, at most until it is time; one with a window of its own is left open.

    The bell rings at each warning. What an ended editor rescued is in the file. Raises: UnavailableError if it cannot be
    started, or fails without having saved anything.
    """
    stamp, code = stamp_of(path), None
    before = signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C in the editor is the editor's
    try:
        with _as_it_was(terminal.stdin):
            editor = subprocess.Popen([*command, *_saving(command), str(path)])
            while editor.poll() is None and not countdown.is_up:
                if countdown.warning() is not None:
                    terminal.stdout.write("\a")
                    terminal.stdout.flush()
                with suppress(subprocess.TimeoutExpired):
                    editor.wait(min(LOOK_AGAIN_SECONDS, max(0.0, countdown.seconds)))
            code = editor.poll()
            if code is None and not has_own_window(command):
                _end(editor)
                _take_rescued(path)
    except OSError as error:
        raise UnavailableError(f"{command[0]} didn't start: {error.strerror}", hint=NO_EDITOR) from None
    finally:
        signal.signal(signal.SIGINT, before)
    check_that_it_worked(command, code, saved=stamp_of(path) != stamp)


def _saving(command: list[str]) -> list[str]:
    """Arguments with which the editor saves as one types, where it has any."""
    found = shutil.which(command[0]) or command[0]
    is_vim = any(Path(name).name.startswith(VIMS) for name in (found, os.path.realpath(found)))
    return ["-c", SAVE_AS_ONE_TYPES] if is_vim else []


def _take_rescued(path: Path) -> None:
    """Put what an ended editor rescued into the file, if it is newer."""
    for rescued in (path.with_name(path.name + ".save"), path.with_name(f"#{path.name}#")):
        with suppress(OSError):
            if rescued.stat().st_mtime_ns >= path.stat().st_mtime_ns:
                rescued.replace(path)


def _end(editor: subprocess.Popen[bytes]) -> None:
    editor.terminate()
    try:
        editor.wait(GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        editor.kill()
        editor.wait()


@contextmanager
def _as_it_was(terminal: TextIO) -> Iterator[None]:
    """The terminal's modes, which an editor that is ended may leave as it had set them."""
    try:
        import termios

        descriptor = terminal.fileno()
        modes = termios.tcgetattr(descriptor)
    except (ImportError, OSError, ValueError, termios.error):
        yield
        return
    try:
        yield
    finally:
        with suppress(OSError, termios.error):
            termios.tcsetattr(descriptor, termios.TCSADRAIN, modes)
