"""The judge's end of the candidate's process: start, exchange frames, watch clock and memory, kill.

Imports the standard library, `wire`, `lockdown`, and `runner` to start it in the child.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NoReturn

from interview_cli.grading.candidate import runner
from interview_cli.grading.confinement import lockdown
from interview_cli.grading.confinement.lockdown import Confinement, Limits
from interview_cli.grading.wire import frames
from interview_cli.grading.wire.frames import ProtocolError

MAX_RECEIVED = 512 << 20
MAX_PRINTED = 64 << 20
MAX_THREADS = 128
KEPT_OUTPUT = 16 << 10
POLL_MS = 20
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
ASLEEP_SECONDS = 10.0


class Stopped(Exception):
    """The grade cannot go on. `outcome`: timeout, memory, crashed or forbidden; message and line are for the user."""

    def __init__(self, outcome: str, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.outcome = outcome
        self.message = message
        self.line = line


@dataclass(frozen=True, slots=True)
class Budget:
    """CPU seconds for the whole grade, and a backstop on the wall clock, so that a busy machine fails nobody."""

    cpu_seconds: float = 10.0
    wall_seconds: float = 60.0


START_BUDGET = Budget(cpu_seconds=120.0, wall_seconds=120.0)
"""For a fresh interpreter to import torch and set up a device, before it has seen a solution."""


@dataclass
class Usage:
    """What the process has used, as the judge sees it from outside."""

    cpu_seconds: float = 0.0
    state: str = "R"
    resident_bytes: int = 0
    threads: int = 1

    @classmethod
    def of(cls, pid: int) -> Usage | None:
        """Read /proc; None where there is none (macOS) or the process has gone."""
        try:
            with open(f"/proc/{pid}/stat", "rb") as file:
                fields = file.read().rpartition(b")")[2].split()
        except OSError:
            return None
        cpu_seconds = (int(fields[11]) + int(fields[12])) / TICKS
        return cls(cpu_seconds, fields[0].decode(), int(fields[21]) * PAGE, int(fields[17]))


@dataclass
class Worker:
    """One candidate's process, and the layers that it is confined by."""

    pid: int
    read_fd: int
    write_fd: int
    output_fd: int
    limits: Limits
    budget: Budget = field(default_factory=Budget)
    process: subprocess.Popen[bytes] | None = None
    output: bytearray = field(default_factory=bytearray)
    printed: int = 0
    received: int = 0
    base_resident: int | None = None
    dead: bool = False
    layers: dict[str, str] = field(default_factory=dict)
    settled: bool = False
    waited: float = 0.0
    waiting_since: float = field(default_factory=time.monotonic)
    cpu_before: float = 0.0

    def __post_init__(self) -> None:
        self.watch = _Watch(self)
        for fd in (self.read_fd, self.write_fd, self.output_fd):
            os.set_blocking(fd, False)

    def settle(self) -> None:
        """Wait, once, for the first frame, which says the layers in force; the budgets count from here. Raises: Stopped.

        No byte of the solution has come near the process by then: what it says of itself is still our own word.
        """
        if self.settled:
            return
        self.settled, self.waiting_since = True, time.monotonic()
        header, body = self.exchange(b"")
        try:
            self.layers = claimed_layers(frames.unpack(header, body))
        except ProtocolError as error:
            self.kill()
            raise Stopped("crashed", f"it does not follow the protocol ({error})") from None
        usage = Usage.of(self.pid)
        if usage is not None:
            self.cpu_before = usage.cpu_seconds
            self.base_resident = usage.resident_bytes

    def exchange(self, data: bytes, work: Callable[[], None] | None = None) -> tuple[bytes, bytearray]:
        """Send one frame (or nothing, to wait for the first) and receive one; `work` is done in between. Raises: Stopped."""
        self.watch.begin()
        reader = _FrameReader(self)
        pending = memoryview(data)
        poll = select.poll()
        poll.register(self.read_fd, select.POLLIN)
        poll.register(self.output_fd, select.POLLIN)
        if pending:
            poll.register(self.write_fd, select.POLLOUT)
        while True:
            for fd, _ in poll.poll(POLL_MS):
                if fd == self.write_fd:
                    pending = self._write_some(pending)
                    if not pending:
                        poll.unregister(self.write_fd)
                        if work is not None:
                            work()
                elif fd == self.output_fd:
                    if not self._drain_output():
                        poll.unregister(self.output_fd)
                else:
                    frame = reader.read_some()
                    if frame is not None and pending:
                        self.kill()
                        raise Stopped("crashed", "the solution's process answered before it was asked")
                    if frame is not None:
                        return frame
            self.watch.check()

    @contextlib.contextmanager
    def waiting(self) -> Iterator[None]:
        """The wall clock runs while an answer is owed, not while the judge computes for itself."""
        self.waiting_since = time.monotonic()
        try:
            yield
        finally:
            self.waited += time.monotonic() - self.waiting_since

    def has_unread(self) -> bool:
        """Whether something was sent that nobody asked for."""
        poll = select.poll()
        poll.register(self.read_fd, select.POLLIN)
        return any(event & select.POLLIN for _, event in poll.poll(0))

    def _write_some(self, pending: memoryview) -> memoryview:
        try:
            return pending[os.write(self.write_fd, pending) :]
        except BlockingIOError:
            return pending
        except OSError:
            return pending[:0]  # it has gone; the read side says so

    def _drain_output(self) -> bool:
        """Take what was printed; False at its end."""
        with contextlib.suppress(BlockingIOError):
            for _ in range(64):
                chunk = os.read(self.output_fd, 1 << 16)
                if not chunk:
                    return False
                self.printed += len(chunk)
                self.output += chunk[: KEPT_OUTPUT - len(self.output)]
        return True

    def kill(self) -> None:
        """End the process and whatever shares its session. The verdict need not wait for its memory to be freed."""
        if self.dead:
            return
        self.dead = True
        self._drain_quietly()
        for end, target in ((os.killpg, self.pid), (os.kill, self.pid)):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                end(target, signal.SIGKILL)

    def reap(self) -> int | None:
        """Wait for the killed process; its exit status, None if unknown."""
        if self.process is not None:
            return self.process.wait()
        with contextlib.suppress(ChildProcessError):
            return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return None

    def _drain_quietly(self) -> None:
        with contextlib.suppress(OSError):
            self._drain_output()

    def gone(self) -> NoReturn:
        """The process closed its end: say how it ended. Raises: Stopped."""
        status = self._status_within(0.5)
        self.kill()
        match status:
            case None:
                raise Stopped("crashed", "the solution's process closed its channel")
            case code if code == -signal.SIGXCPU:
                raise Stopped("timeout", "the solution used up its CPU time")
            case code if code < 0:
                raise Stopped("crashed", f"the solution's process died of signal {-code} ({signal.strsignal(-code)})")
            case code:
                raise Stopped("crashed", f"the solution ended its process (exit status {code})")

    def _status_within(self, seconds: float) -> int | None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.process is not None:
                status = self.process.poll()
                if status is not None:
                    return status
            else:
                # Not reaped yet: until `reap` its id cannot become another process's, which `kill` would hit.
                with contextlib.suppress(ChildProcessError):
                    ended = os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
                    if ended is not None:
                        exited = ended.si_code == os.CLD_EXITED
                        return ended.si_status if exited else -ended.si_status
            time.sleep(0.002)
        return None


class _Watch:
    """Clock and memory of the process, read from outside every few milliseconds while it is waited for.

    One watch for all exchanges: many short ones must not add up unseen.
    """

    def __init__(self, worker: Worker) -> None:
        self.worker = worker
        self.next_look = time.monotonic() + POLL_MS / 1000
        self.awake_at = time.monotonic()
        self.last_cpu = -1.0

    def begin(self) -> None:
        """An exchange begins: it sleeps from now on, if it does. Raises: Stopped."""
        self.awake_at = time.monotonic()
        self.check()

    def check(self) -> None:
        """Raises: Stopped, after killing the process, when a limit is passed."""
        now = time.monotonic()
        if now < self.next_look:
            return
        self.next_look = now + POLL_MS / 1000
        worker, budget = self.worker, self.worker.budget
        if worker.waited + now - worker.waiting_since > budget.wall_seconds:
            self._stop("timeout", f"no answer within {budget.wall_seconds:g} s")
        if worker.printed > MAX_PRINTED:
            self._stop("crashed", f"the solution printed more than {MAX_PRINTED >> 20} MiB")
        usage = Usage.of(worker.pid)
        if usage is None:
            return
        if usage.cpu_seconds - worker.cpu_before > budget.cpu_seconds:
            self._stop("timeout", f"the solution ran for more than {budget.cpu_seconds:.0f} s")
        if usage.state in "ZX":
            worker.gone()  # its threads may go on without the first one, their memory out of sight
        if worker.base_resident is None:
            worker.base_resident = usage.resident_bytes
        if usage.resident_bytes - worker.base_resident > worker.limits.memory_bytes:
            self._stop("memory", f"the solution used more than {worker.limits.memory_bytes >> 20} MiB")
        if usage.threads > MAX_THREADS:
            self._stop("crashed", f"the solution started more than {MAX_THREADS} threads")
        if usage.cpu_seconds != self.last_cpu or usage.state in "RD":
            self.last_cpu, self.awake_at = usage.cpu_seconds, now
        elif now - self.awake_at > ASLEEP_SECONDS:
            self._stop("timeout", f"the solution waited for {ASLEEP_SECONDS:g} s without computing")

    def _stop(self, outcome: str, message: str) -> NoReturn:
        self.worker.kill()
        raise Stopped(outcome, message)


class _FrameReader:
    """Collects the parts of one frame from the non-blocking pipe."""

    def __init__(self, worker: Worker) -> None:
        self.worker = worker
        self.part = bytearray(frames.HEAD.size)
        self.got = 0
        self.header: bytes | None = None
        self.sizes: tuple[int, int] | None = None

    def read_some(self) -> tuple[bytes, bytearray] | None:
        """The frame if it is complete. Raises: Stopped for a malformed one or a closed channel."""
        try:
            count = os.readv(self.worker.read_fd, [memoryview(self.part)[self.got :]])
        except BlockingIOError:
            return None
        if count == 0:
            self.worker.gone()
        self.got += count
        try:
            return self._next_part()
        except ProtocolError as error:
            self.worker.kill()
            raise Stopped("crashed", f"the solution's process sent a malformed answer ({error})") from None

    def _next_part(self) -> tuple[bytes, bytearray] | None:
        while self.got == len(self.part):
            if self.sizes is None:
                self.sizes = frames.parse_head(bytes(self.part))
                self.worker.received += sum(self.sizes)
                if self.worker.received > MAX_RECEIVED:
                    raise ProtocolError("too much data in all")
                self.part, self.got = bytearray(self.sizes[0]), 0
            elif self.header is None:
                self.header, self.part, self.got = bytes(self.part), bytearray(self.sizes[1]), 0
                if not self.sizes[1]:
                    return self.header, self.part
            else:
                return self.header, self.part
        return None


# --- starting ---------------------------------------------------------------------------------------------------------


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


def fork_worker(confinement: Confinement, budget: Budget) -> Worker:
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
    return Worker(pid, ours.frames_out, ours.frames_in, ours.text, confinement.limits, budget)


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


def spawn_worker(confinement: Confinement, budget: Budget, hide: list[str], environment: Mapping[str, str]) -> Worker:
    """Start a fresh interpreter as the candidate: where torch must not be forked (macOS) or may not be (CUDA).

    It sets up the device and builds its own ruleset, before it confines itself. Raises: Stopped if it does not get there.
    """
    theirs, ours = _pipes()
    options = {
        "read_fd": theirs.frames_in,
        "write_fd": theirs.frames_out,
        "parent": os.getpid(),
        "limits": {name: getattr(confinement.limits, name) for name in Limits.__slots__},
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
    worker = Worker(process.pid, ours.frames_out, ours.frames_in, ours.text, confinement.limits, budget, process)
    worker.budget = START_BUDGET
    worker.settle()
    worker.budget = budget
    return worker


def claimed_layers(frame: frames.Frame) -> dict[str, str]:
    """The outcome for each layer in a first frame. Raises: ProtocolError."""
    if frame.op != "ready" or not isinstance(frame.value, dict):
        raise ProtocolError("no first frame")
    claimed = frame.value
    if not all(name in lockdown.LAYERS and type(said) is str and len(said) < 200 for name, said in claimed.items()):
        raise ProtocolError("unknown layers")
    return claimed
