"""What a command of the user's writes down while one speaks. Standard library and the terminal's prompts.

The command is started when the answer begins, is told to end by SIGINT, as Ctrl-C would, and prints the transcript.
"""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from threading import Thread
from typing import IO

from interview_cli.domain.errors import UnavailableError
from interview_cli.ui.asking.timed import Countdown, TimedAsker

GRACE_SECONDS = 20.0
"""For the last words of a command that was told to end."""
REST_SECONDS = 2.0
"""For what the command itself has started."""
MOST_BYTES = 1 << 20
MOST_CHARACTERS = 1 << 16
MOST_LAST_WORDS = 200

_ESCAPES = re.compile(r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b\[[0-?]*[ -/]*[@-~]|\x1b.?")


@dataclass(frozen=True, slots=True)
class Heard:
    """The transcript, and what was wrong with the command; "" if nothing was."""

    text: str
    complaint: str


def transcript_command(configured: str | None) -> list[str] | None:
    """The command of the configuration; None where there is none. Raises: UnavailableError."""
    try:
        return shlex.split(configured or "") or None
    except ValueError:
        raise UnavailableError(f"the transcript command {configured!r} isn't a valid command") from None


def transcribe(command: list[str], asker: TimedAsker, countdown: Countdown, say: Callable[[str], None]) -> Heard:
    """What it wrote from now until a key, or until zero. Raises: UnavailableError, and what the asker raises."""
    try:
        listener = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    except OSError as error:
        raise UnavailableError(
            f"{command[0]} didn't start: {error.strerror}", hint="see `transcript` under [mock] in config.toml"
        ) from None
    assert listener.stdout is not None and listener.stderr is not None
    words, complaints = _Reader(listener.stdout), _Reader(listener.stderr)
    has_ended = False
    try:
        asker.key("Listening. ", ("Enter to stop",), countdown)
        has_ended = listener.poll() is not None
    finally:
        _end(listener, words, say)
        complaints.join(REST_SECONDS)
    text = readable(words.text)
    has_failed = listener.returncode > 0 and (has_ended or not text)  # many end with a code of their own when told to
    return Heard(text, _complaint(listener.returncode if has_failed else 0, text, readable(complaints.text)))


def readable(text: str) -> str:
    """The words of what a terminal would show: no colours, no controls, of a line that was overwritten its last state."""
    lines = [line.rstrip("\r").rpartition("\r")[2] for line in _ESCAPES.sub("", text).split("\n")]
    kept = "\n".join("".join(c for c in line.replace("\t", " ") if c.isprintable()).rstrip() for line in lines)
    return kept.strip()[:MOST_CHARACTERS].rstrip()


def _complaint(code: int, text: str, complaints: str) -> str:
    if code:
        last = complaints.splitlines()[-1:]
        return ": ".join([f"The transcript command ended with code {code}", *(line[:MOST_LAST_WORDS] for line in last)])
    return "" if text else "The transcript command wrote nothing."


class _Reader(Thread):
    """Reads a pipe to its end, and keeps the beginning."""

    def __init__(self, pipe: IO[bytes]) -> None:
        super().__init__(daemon=True)
        self._pipe = pipe
        self._read = bytearray()
        self.start()

    def run(self) -> None:
        with suppress(OSError, ValueError), self._pipe:
            while read := os.read(self._pipe.fileno(), 1 << 16):
                self._read += read[: MOST_BYTES - len(self._read)]

    @property
    def text(self) -> str:
        """What was read so far."""
        return bytes(self._read).decode("utf-8", "replace")


def _end(listener: subprocess.Popen[bytes], words: _Reader, say: Callable[[str], None]) -> None:
    """Tell it to end, and all that it started; what does not is ended."""
    if listener.poll() is None:
        _signal(listener, signal.SIGINT)
        try:
            listener.wait(REST_SECONDS)
        except subprocess.TimeoutExpired:
            say(f"Waiting for the last words, at most {GRACE_SECONDS:.0f} s ...")
            with suppress(subprocess.TimeoutExpired):
                listener.wait(GRACE_SECONDS)
    words.join(REST_SECONDS)
    _signal(listener, signal.SIGKILL)
    listener.wait()
    words.join(REST_SECONDS)


def _signal(listener: subprocess.Popen[bytes], number: signal.Signals) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(listener.pid, number)
