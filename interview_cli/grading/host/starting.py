"""Starts a candidate's process: forked from a process that has imported torch, or as a fresh interpreter."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import NoReturn

from interview_cli.grading.candidate import runner
from interview_cli.grading.confinement import lockdown
from interview_cli.grading.confinement.lockdown import Confinement
from interview_cli.grading.judge.worker import Worker
from interview_cli.grading.wire.limits import STARTING


@dataclass(frozen=True, slots=True)
class Ends:
    """The candidate's ends of its three pipes: frames in, frames out, what it prints."""

    frames_in: int
    frames_out: int
    text: int

    def close(self) -> None:
        """They are the candidate's alone."""
        for fd in (self.frames_in, self.frames_out, self.text):
            os.close(fd)


def _pipes() -> tuple[Ends, Ends]:
    """The candidate's ends, and ours in the same order."""
    (read_in, write_in), (read_out, write_out), (read_text, write_text) = (os.pipe() for _ in range(3))
    return Ends(read_in, write_out, write_text), Ends(write_in, read_out, read_text)


def fork_worker(confinement: Confinement, lifeline: int | None = None) -> Worker:
    """Fork a candidate from this process, which must have imported torch, have one thread, and know no reference.

    It confines itself while the caller goes on: `Worker.settle` waits for it.
    """
    theirs, ours = _pipes()
    parent = os.getpid()
    pid = os.fork()
    if pid == 0:
        try:
            _become_candidate(theirs, parent, confinement)
        finally:
            os._exit(1)
    theirs.close()
    return Worker(
        pid, ours.frames_out, ours.frames_in, ours.text, confinement.limits, lockdown.LAYERS, lifeline=lifeline
    )


def _become_candidate(ends: Ends, parent: int, confinement: Confinement) -> NoReturn:
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.dup2(ends.text, 1)
    os.dup2(ends.text, 2)
    ruleset = confinement.ruleset
    keep = sorted({ends.frames_in, ends.frames_out, *([ruleset] if ruleset is not None else [])})
    _close_all_but(keep)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", errors="backslashreplace", closefd=False)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    layers = lockdown.confine(confinement, parent)
    if ruleset is not None:
        os.close(ruleset)
    runner.run(ends.frames_in, ends.frames_out, confinement.limits.device, layers)


def _close_all_but(keep: list[int]) -> None:
    low = 3
    for fd in keep:
        os.closerange(low, fd)
        low = fd + 1
    os.closerange(low, os.sysconf("SC_OPEN_MAX") if os.sysconf("SC_OPEN_MAX") < 1 << 20 else 1 << 16)


def spawn_worker(
    confinement: Confinement, hide: list[str], environment: Mapping[str, str], lifeline: int | None = None
) -> Worker:
    """Start a fresh interpreter as the candidate: where torch must not be forked (macOS) or may not be (CUDA).

    It sets up the device and builds its own ruleset, before it confines itself. Raises: Stopped if it does not get there.
    """
    theirs, ours = _pipes()
    options = {
        "read_fd": theirs.frames_in,
        "write_fd": theirs.frames_out,
        "parent": os.getpid(),
        "limits": asdict(confinement.limits),
        "hide": hide,
        "conceal": confinement.conceal,
        "skip": sorted(confinement.skip),
    }
    process = subprocess.Popen(
        [sys.executable, "-I", "-m", "interview_cli.grading.candidate.runner", json.dumps(options)],
        stdin=subprocess.DEVNULL,
        stdout=theirs.text,
        stderr=theirs.text,
        pass_fds=(theirs.frames_in, theirs.frames_out),
        env=dict(environment),
        cwd=os.sep,
    )
    theirs.close()
    worker = Worker(
        process.pid,
        ours.frames_out,
        ours.frames_in,
        ours.text,
        STARTING,
        lockdown.LAYERS,
        lifeline=lifeline,
        process=process,
    )
    worker.settle()
    worker.limits, worker.cpu_allowed = confinement.limits, confinement.limits.cpu_seconds
    return worker
