"""The judge's end of the candidate's process: exchange frames, watch clock and memory, kill. Imports `wire` only."""

from __future__ import annotations

import contextlib
import math
import os
import select
import signal
import subprocess
import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from typing import NoReturn

from interview_cli.grading.wire import frames
from interview_cli.grading.wire.frames import ProtocolError
from interview_cli.grading.wire.limits import Limits

KEPT_OUTPUT = 16 << 10
POLL_MS = 20
MOST_ASLEEP = 3 * POLL_MS / 1000
BUSY = "RD"
"""The states of a process that computes, or waits for a processor or for the disk."""

TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


class Stopped(Exception):
    """The grade cannot go on. `outcome`: timeout, memory, crashed or forbidden; message and line are for the user."""

    def __init__(self, outcome: str, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.outcome = outcome
        self.message = message
        self.line = line


class Abandoned(BaseException):
    """Nobody waits for the verdict any more. No `except Exception` on the way takes it for an answer."""


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
        state, threads = fields[0].decode(), int(fields[17])
        if threads > 1 and state not in BUSY and any(other in BUSY for other in _states_of_threads(pid)):
            state = "R"  # it waits for a thread of its own, which computes or would if it could
        return cls(cpu_seconds, state, int(fields[21]) * PAGE, threads)


def _states_of_threads(pid: int) -> Iterator[str]:
    with contextlib.suppress(OSError):
        for thread in os.listdir(f"/proc/{pid}/task"):
            with contextlib.suppress(OSError), open(f"/proc/{pid}/task/{thread}/stat", "rb") as file:
                yield file.read().rpartition(b")")[2].split()[0].decode()


@dataclass
class Clock:
    """The time that is the process's own: what it has computed, and what it has slept while an answer was owed.

    What it waits for a processor that others have is nobody's. So a file that sleeps, waits for a lock or asks for input
    has the same seconds on any machine, and one that computes loses none of them on a busy one.
    """

    asleep: float = 0.0
    awake_at: float = field(default_factory=time.monotonic)
    looked_at: float = field(default_factory=time.monotonic)
    last_cpu: float = -1.0

    def begin(self, now: float) -> None:
        """An answer is owed from now on: it sleeps from now on, if it does."""
        self.awake_at = self.looked_at = now

    def look(self, now: float, usage: Usage, *, owes_an_answer: bool) -> None:
        """Take in what is seen of the process.

        Asleep is what computes nothing from one look to the next. Looks that are far apart, on a busy machine, stand for no
        more than `MOST_ASLEEP` each: it may have had to wait, and slept only at the end.
        """
        if usage.cpu_seconds != self.last_cpu or usage.state in BUSY or not owes_an_answer:
            self.last_cpu, self.awake_at = usage.cpu_seconds, now
        else:
            self.asleep += min(now - self.looked_at, MOST_ASLEEP)
        self.looked_at = now


def ran_too_long(allowed: float, asleep: float, elapsed: float) -> str:
    """What is said of a process that has used up its own time, of which it slept some, within so much by the clock."""
    said = f"the solution ran for more than {allowed:.3g} s"
    if asleep >= allowed / 10:
        said += f", of which it waited {asleep:.2g} s"
    busy = elapsed - allowed
    return said if busy < allowed / 2 else f"{said}; your computer was busy with other work for another {busy:.2g} s"


def no_answer(seconds: float, busy: float) -> str:
    """What is said of a process that has not answered within so much by the wall clock, of which others had so much."""
    said = f"no answer within {seconds:g} s"
    return said if busy < seconds / 2 else f"{said}; your computer was busy with other work for {busy:.2g} s of them"


@dataclass
class Worker:
    """One candidate's process, and the layers that it is confined by.

    `known_layers` are the names that it may claim. `lifeline` is a pipe that whoever wants the verdict holds the other end
    of: when that is closed, the process is killed, and `Abandoned` raised.
    """

    pid: int
    read_fd: int
    write_fd: int
    output_fd: int
    limits: Limits
    known_layers: Collection[str]
    lifeline: int | None = None
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
    cpu_at_most: float = math.inf
    stopped: Stopped | None = None
    exchanging: bool = False

    def __post_init__(self) -> None:
        self.watch = _Watch(self)
        self.cpu_allowed = self.limits.cpu_seconds
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
            self.layers = claimed_layers(frames.unpack(header, body), self.known_layers)
        except ProtocolError as error:
            self.kill()
            raise Stopped("crashed", f"it does not follow the protocol ({error})") from None
        self.watch.clock.asleep = 0.0
        usage = Usage.of(self.pid)
        if usage is not None:
            self.cpu_before = usage.cpu_seconds
            self.base_resident = usage.resident_bytes

    def exchange(self, data: bytes, work: Callable[[], None] | None = None) -> tuple[bytes, bytearray]:
        """Send one frame (or nothing, to wait for the first) and receive one; `work` is done in between.

        Raises: Stopped, Abandoned.
        """
        self.exchanging = True
        try:
            return self._exchange(data, work)
        finally:
            self.exchanging = False

    def _exchange(self, data: bytes, work: Callable[[], None] | None) -> tuple[bytes, bytearray]:
        self.watch.begin()
        reader = _FrameReader(self)
        pending = memoryview(data)
        poll = select.poll()
        poll.register(self.read_fd, select.POLLIN)
        poll.register(self.output_fd, select.POLLIN)
        if pending:
            poll.register(self.write_fd, select.POLLOUT)
        if self.lifeline is not None:
            poll.register(self.lifeline, 0)  # its end is told in any case; what comes through it is not for us
        while True:
            for fd, _ in poll.poll(POLL_MS):
                if fd == self.lifeline:
                    self.abandon()
                elif fd == self.write_fd:
                    pending = self._write_some(pending)
                    if not pending:
                        poll.unregister(self.write_fd)
                        if work is not None:
                            work()
                            self.watch.clock.begin(time.monotonic())  # it may have slept on an answer of long ago
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

    def allow(self, cpu_seconds: float) -> None:
        """No less than this of its own time (`Clock`), if the limit is shorter."""
        self.cpu_allowed = min(self.cpu_at_most, max(self.limits.cpu_seconds, cpu_seconds))

    def own_seconds(self) -> float:
        """Of its own time (`Clock`) so far; 0 of what has ended."""
        usage = Usage.of(self.pid)
        return 0.0 if usage is None else usage.cpu_seconds - self.cpu_before + self.watch.clock.asleep

    def hurry(self, seconds: float, by_the_wall: float) -> None:
        """From now on so many seconds more, of its own time and by the wall clock, if as many are left."""
        self.cpu_at_most = self.own_seconds() + seconds
        self.limits = replace(self.limits, wall_seconds=min(self.limits.wall_seconds, self.waited + by_the_wall))
        self.allow(self.cpu_allowed)

    def look(self) -> None:
        """While the judge computes for itself: kill the process if it passes a limit; the next exchange says so.

        Raises: Abandoned.
        """
        if self.exchanging:  # which looks for itself
            return
        if self.lifeline is not None:
            poll = select.poll()
            poll.register(self.lifeline, 0)
            if poll.poll(0):
                self.abandon()
        if not self.dead:
            with contextlib.suppress(Stopped):
                self.watch.look(owes_an_answer=False)

    def abandon(self) -> NoReturn:
        """Raises: Abandoned, after killing the process."""
        self.kill()
        raise Abandoned

    def stop(self, outcome: str, message: str) -> NoReturn:
        """Kill the process, for a reason that stands from now on. Raises: Stopped."""
        self.stopped = self.stopped or Stopped(outcome, message)
        self.kill()
        raise self.stopped

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

    def malformed(self, what: str) -> Stopped:
        """Kill a process that sent what no process of ours sends; what is to be raised."""
        self.kill()
        return Stopped("crashed", f"the solution's process sent {what}")

    def kill(self) -> None:
        """End the process and whatever shares its session. The verdict need not wait for its memory to be freed."""
        if self.dead:
            return
        self.dead = True
        self.drain()
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

    def drain(self) -> None:
        """Take what it has printed up to now."""
        with contextlib.suppress(OSError):
            self._drain_output()

    @contextlib.contextmanager
    def unheard(self) -> Iterator[None]:
        """What it prints meanwhile is left out."""
        self.drain()
        kept, printed = len(self.output), self.printed
        try:
            yield
        finally:
            self.drain()
            del self.output[kept:]
            self.printed = printed

    def gone(self) -> NoReturn:
        """The process closed its end: say how it ended. Raises: Stopped."""
        if self.stopped is not None:
            raise self.stopped
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
        self.clock = Clock()

    def begin(self) -> None:
        """An exchange begins. Raises: Stopped."""
        if self.worker.stopped is not None:
            raise self.worker.stopped
        self.clock.begin(time.monotonic())
        self.check()

    def check(self) -> None:
        """Raises: Stopped, after killing the process, when a limit is passed."""
        now = time.monotonic()
        if now < self.next_look:
            return
        self.next_look = now + POLL_MS / 1000
        worker, limits = self.worker, self.worker.limits
        elapsed = self._elapsed(now)
        if elapsed > limits.wall_seconds:
            usage = Usage.of(worker.pid)
            own = usage.cpu_seconds - worker.cpu_before + self.clock.asleep if usage else elapsed
            worker.stop("timeout", no_answer(limits.wall_seconds, elapsed - own))
        if worker.printed > limits.printed_bytes:
            worker.stop("crashed", f"the solution printed more than {limits.printed_bytes >> 20} MiB")
        self.look(owes_an_answer=True)

    def look(self, *, owes_an_answer: bool) -> None:
        """What the system says of the process. Raises: Stopped, after killing it, when a limit is passed."""
        worker, limits = self.worker, self.worker.limits
        usage = Usage.of(worker.pid)
        if usage is None:
            return
        now, clock = time.monotonic(), self.clock
        clock.look(now, usage, owes_an_answer=owes_an_answer)
        if usage.cpu_seconds - worker.cpu_before + clock.asleep > worker.cpu_allowed:
            elapsed = self._elapsed(now) if owes_an_answer else 0.0
            worker.stop("timeout", ran_too_long(worker.cpu_allowed, clock.asleep, elapsed))
        if usage.state in "ZX" and owes_an_answer:
            worker.gone()  # its threads may go on without the first one, their memory out of sight
        if worker.base_resident is None:
            worker.base_resident = usage.resident_bytes
        if usage.resident_bytes - worker.base_resident > limits.memory_bytes:
            worker.stop("memory", f"the solution used more than {limits.memory_bytes >> 20} MiB")
        if usage.threads > limits.threads:
            worker.stop("crashed", f"the solution started more than {limits.threads} threads")
        if now - clock.awake_at > limits.asleep_seconds:
            worker.stop("timeout", f"the solution waited for {limits.asleep_seconds:g} s without computing")

    def _elapsed(self, now: float) -> float:
        """How long answers were owed by now, by the wall clock."""
        return self.worker.waited + now - self.worker.waiting_since


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
                if self.worker.received > self.worker.limits.received_bytes:
                    raise ProtocolError("too much data in all")
                self.part, self.got = bytearray(self.sizes[0]), 0
            elif self.header is None:
                self.header, self.part, self.got = bytes(self.part), bytearray(self.sizes[1]), 0
                if not self.sizes[1]:
                    return self.header, self.part
            else:
                return self.header, self.part
        return None


def claimed_layers(frame: frames.Frame, known: Collection[str]) -> dict[str, str]:
    """The outcome for each layer in a first frame. Raises: ProtocolError."""
    if frame.op != "ready" or not isinstance(frame.value, dict):
        raise ProtocolError("no first frame")
    claimed = frame.value
    if not all(name in known and type(said) is str and len(said) < 200 for name, said in claimed.items()):
        raise ProtocolError("unknown layers")
    return claimed
