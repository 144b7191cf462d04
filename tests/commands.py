"""Runs the program as a user does, each command in a process of its own, but forked from one that has imported it.

Most of the time of a short command goes into imports, and most tests ask for nothing that depends on them. What is
forked gets streams or a terminal, a folder, an environment and an end of its own; nothing has run in it before. So does
the grading host that a command starts, from a process that has imported torch. A sample of both goes through fresh
interpreters: `cli/test_every_command.py`, `pty/test_first_run.py`, `pty/test_solve.py`, `grading/test_lifetimes.py`,
`architecture/test_startup_imports.py`, the installed wheel.
"""

from __future__ import annotations

import atexit
import fcntl
import functools
import importlib
import json
import os
import pkgutil
import random
import select
import selectors
import signal
import socket
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from interview_cli.grading.confinement.surroundings import clean_environment

ROOT = Path(__file__).parents[1]
CAN_FORK = hasattr(os, "pidfd_open")
"""Elsewhere than on Linux, each command gets an interpreter of its own."""
FRESH = (sys.executable, "-c", "from interview_cli.cli.main import run; run()")
"""How it is started there."""
ROOMS = ("cli", "ui", "services", "domain", "store", "bank", "reports", "grading.host.client")
"""Of the program: none of them imports torch."""
COMMANDS, HOSTS = "commands", "hosts"
SERVER = (
    "import sys; sys.path[:0] = sys.argv[1:2]; from tests.commands import serve; serve(int(sys.argv[3]), sys.argv[2])"
)
LARGEST = 1 << 20
PATIENCE_SECONDS = 180.0


@dataclass(frozen=True)
class Ran:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


@dataclass
class Command:
    """A command that runs: its process, and the socket on which its end is told."""

    pid: int
    _told: socket.socket
    code: int | None = field(default=None)

    def wait(self, seconds: float | None) -> int | None:
        """Its exit code, or minus the signal that ended it; None if it runs on."""
        if self.code is None:
            self._told.settimeout(None if seconds is None else max(seconds, 1e-6))
            with suppress(TimeoutError):
                self.code = json.loads(self._told.recv(LARGEST) or b"-9")
                self._told.close()
        return self.code

    def kill(self, number: int) -> None:
        """Send a signal, if it still runs."""
        if self.wait(0) is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)


class Host:
    """A grading host as `subprocess.Popen` shows it."""

    def __init__(self, command: Command, ends: Sequence[int]) -> None:
        self._command, self.pid = command, command.pid
        self.stdin, self.stdout, self.stderr = (os.fdopen(fd, "rb" if n else "wb") for n, fd in enumerate(ends))

    def poll(self) -> int | None:
        """Its exit code, None while it runs."""
        return self._command.wait(0)

    def wait(self, timeout: float | None = None) -> int:
        """Raises: subprocess.TimeoutExpired."""
        code = self._command.wait(timeout)
        if code is None:
            raise subprocess.TimeoutExpired("host", timeout or 0.0)
        return code

    def kill(self) -> None:
        """At once."""
        self._command.kill(signal.SIGKILL)


def begin(
    arguments: Sequence[str],
    streams: Sequence[int],
    environment: Mapping[str, str],
    folder: Path,
    *,
    is_terminal: bool = False,
) -> Command:
    """Start a command on these streams: standard input, output, errors."""
    asked = {"arguments": [*arguments], "environment": {**environment}, "folder": str(folder), "terminal": is_terminal}
    return ask(_server(COMMANDS), asked, [*streams, _server(HOSTS).fileno()])


def ask(server: socket.socket, asked: Mapping[str, Any], streams: Sequence[int]) -> Command:
    """Let it fork a process that takes this on."""
    told, tell = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with tell:
        socket.send_fds(server, [json.dumps(asked).encode()], [tell.fileno(), *streams])
    return Command(int(told.recv(LARGEST)), told)


def pipes() -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """Our ends and theirs of standard input, output and errors."""
    (read, write), (read_out, write_out), (read_err, write_err) = (os.pipe() for _ in range(3))
    return (write, read_out, read_err), (read, write_out, write_err)


def run(
    arguments: Sequence[str],
    environment: Mapping[str, str],
    folder: Path = ROOT,
    *,
    typed: str | bytes = "",
    stdout: int = subprocess.PIPE,
) -> Ran:
    """The command with its standard input from a pipe, and its output into one unless another stream is given."""
    data = typed.encode() if isinstance(typed, str) else typed
    if not CAN_FORK:
        done = subprocess.run(
            [*FRESH, *arguments],
            input=data,
            stdout=stdout,
            stderr=subprocess.PIPE,
            cwd=folder,
            env={**environment, "PYTHONPATH": str(ROOT)},
            timeout=PATIENCE_SECONDS,
            check=False,
        )
        return Ran(done.returncode, (done.stdout or b"").decode(), done.stderr.decode())
    ours, theirs = pipes()
    try:
        streams = theirs if stdout == subprocess.PIPE else (theirs[0], stdout, theirs[2])
        command = begin(arguments, streams, environment, folder)
    finally:
        for fd in theirs:
            os.close(fd)
    read = [_Reader(fd) for fd in ours[1:]]
    with suppress(BrokenPipeError), open(ours[0], "wb") as file:
        file.write(data)
    code = command.wait(PATIENCE_SECONDS)
    if code is None:
        command.kill(signal.SIGKILL)
        raise AssertionError(f"{arguments} has not ended")
    out, err = (reader.text() for reader in read)
    return Ran(code, out, err)


class _Reader(threading.Thread):
    """Takes all that comes, so that no pipe is full."""

    def __init__(self, fd: int) -> None:
        super().__init__(daemon=True)
        self._fd, self._data = fd, b""
        self.start()

    def run(self) -> None:
        with open(self._fd, "rb") as file:
            self._data = file.read()

    def text(self) -> str:
        """Once the other end is closed."""
        self.join(PATIENCE_SECONDS)
        return self._data.decode()


@functools.cache
def _server(kind: str) -> socket.socket:
    """The process that these are forked from, one for each worker; it ends with this one."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        command = [sys.executable, *(["-s", "-P"] if kind == HOSTS else []), "-c", SERVER]
        process = subprocess.Popen(
            [*command, str(ROOT), kind, str(theirs.fileno())],
            cwd=ROOT,
            env=clean_environment(os.environ) if kind == HOSTS else None,
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
        )

    def end() -> None:
        ours.close()
        process.wait()

    atexit.register(end)
    return ours


# --- in the processes that are forked from ---------------------------------------------------------------------------


def serve(fd: int, kind: str) -> None:
    """Fork a process for each that is asked for, until nobody asks any more; what is forked goes on from here."""
    asking = socket.socket(fileno=fd)
    if kind == HOSTS:
        select.select([asking], [], [])  # torch is imported where a command grades
        from interview_cli.grading.host.server import main as run_it
    else:
        from interview_cli.cli.entry import run as run_it

        os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # as the program's entry has it
        for room in ROOMS:
            import_all(f"interview_cli.{room}")
        assert "torch" not in sys.modules
    tells: dict[int, tuple[int, int]] = {}
    selector = selectors.DefaultSelector()
    selector.register(asking, selectors.EVENT_READ)
    while True:
        for key, _ in selector.select():
            if key.fileobj is not asking:
                selector.unregister(key.fd)
                pid, tell = tells.pop(key.fd)
                os.close(key.fd)
                _tell(tell, os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
                os.close(tell)
                continue
            data, fds, _, _ = socket.recv_fds(asking, LARGEST, 8)
            if not data:
                os._exit(0)
            tell, *streams = fds
            pid = os.fork()
            if pid == 0:
                become(json.loads(data), streams)
                run_it()
                return
            for stream in streams:
                os.close(stream)
            _tell(tell, pid)
            ended = os.pidfd_open(pid)
            tells[ended] = pid, tell
            selector.register(ended, selectors.EVENT_READ)


def _tell(fd: int, number: int) -> None:
    with suppress(OSError):  # nobody waits any more
        os.write(fd, json.dumps(number).encode())


def import_all(name: str) -> None:
    """A package with all that is in it, or a module."""
    module = importlib.import_module(name)
    for found in pkgutil.walk_packages(getattr(module, "__path__", ()), f"{name}."):
        importlib.import_module(found.name)


def become(asked: Mapping[str, Any], given: Sequence[int]) -> None:
    """Take on what a fresh interpreter would have been given."""
    for place, fd in enumerate(given):
        os.dup2(fd, place, inheritable=place < 3)
    os.closerange(len(given), 1 << 12)
    if asked.get("own session"):
        os.setsid()
    if asked.get("terminal"):
        os.setsid()
        signal.signal(signal.SIGINT, signal.default_int_handler)
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["environment"])
    time.tzset()
    random.seed()
    sys.argv = ["interview", *asked["arguments"]]
    sys.stdin = sys.__stdin__ = os.fdopen(0, encoding="utf-8", closefd=False)
    sys.stdout = sys.__stdout__ = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = sys.__stderr__ = os.fdopen(2, "w", 1, "utf-8", "backslashreplace", closefd=False)
    if len(given) > 3:
        start_hosts_by(socket.socket(fileno=3))


def start_hosts_by(hosts: socket.socket) -> None:
    """In this process a grading host comes from there."""
    from interview_cli.grading.host import client, environment

    def start(_command: Sequence[str], given: Mapping[str, str]) -> Host:
        ours, theirs = pipes()
        asked = {"arguments": [], "environment": clean_environment(given), "folder": os.sep, "own session": True}
        try:
            return Host(ask(hosts, asked, theirs), ours)
        finally:
            for fd in theirs:
                os.close(fd)

    environment.start = client.start = start  # type: ignore[assignment]
