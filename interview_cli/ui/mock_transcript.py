"""What a command of the user's writes down while one speaks. Standard library and the terminal's prompts.

The command is started when the answer begins, is told to end by SIGINT, as Ctrl-C would, and prints the transcript.
"""

from __future__ import annotations

import shlex
import signal
import subprocess
import tempfile

from interview_cli.domain.errors import UnavailableError
from interview_cli.ui.timed import Countdown, TimedAsker

GRACE_SECONDS = 20.0
MOST_BYTES = 1 << 20


def transcript_command(configured: str | None) -> list[str] | None:
    """The command of the configuration; None where there is none. Raises: UnavailableError."""
    try:
        return shlex.split(configured or "") or None
    except ValueError:
        raise UnavailableError(f"the transcript command {configured!r} cannot be read") from None


def transcribe(command: list[str], asker: TimedAsker, countdown: Countdown) -> str:
    """What it wrote from now until a key, or until zero. Raises: UnavailableError, and what the asker raises."""
    with tempfile.TemporaryFile() as heard:
        try:
            listener = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=heard, stderr=subprocess.DEVNULL, start_new_session=True
            )
        except OSError as error:
            raise UnavailableError(
                f"{command[0]} cannot be started: {error.strerror}", hint="see `transcript` under [mock] in config.toml"
            ) from None
        try:
            asker.key("Listening. ", ("Enter ends it",), countdown)
        finally:
            _end(listener)
        heard.seek(0)
        return heard.read(MOST_BYTES).decode("utf-8", "replace").strip()


def _end(listener: subprocess.Popen[bytes]) -> None:
    listener.send_signal(signal.SIGINT)
    try:
        listener.wait(GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        listener.kill()
        listener.wait()
