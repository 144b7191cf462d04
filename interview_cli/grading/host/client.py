"""The program's end of grading: starts the host early, sends prepared sources, returns verdicts. Never imports torch."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from interview_cli.domain.errors import UnavailableError, UsageError
from interview_cli.domain.items.question import Problem
from interview_cli.domain.items.verdict import RIGHT_FOR, CheckResult, CheckStatus, Diagnosis, Outcome, Verdict
from interview_cli.domain.plantings.planting import Planting, Standing
from interview_cli.grading.candidate.source.parsing import Unusable
from interview_cli.grading.candidate.source.paste import Prepared
from interview_cli.grading.candidate.source.reading import Question, read
from interview_cli.grading.host.environment import host_command, start
from interview_cli.grading.judge.text import MAX_TEXT, one_line
from interview_cli.grading.wire.limits import Limits

LENGTH = struct.Struct("<I")
HOST_START_SECONDS = 120
ANSWER_GRACE_SECONDS = 45
MAX_SOURCE = 1 << 20
CLOSE_SECONDS = 0.3
MOST_AHEAD = 8
NO_TASK: dict[str, Any] = {}
"""For a candidate that was started ahead and is not wanted as it is: it ends, without an answer."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to grade: device, the user's limit in seconds, another name for the entry.

    `conceal` are folders of the user's outside the home folder, covered where the kernel has no Landlock. `ahead` is how
    many files may come before long: for each of them a process waits that is confined already. `explain`: say why a wrong file
    is wrong. `pair_seconds` is how long several mistakes at once are looked for, `repair_seconds` how long a change that mends
    it.
    """

    device: str = "cpu"
    timeout: float | None = None
    entry: str | None = None
    skip_layers: frozenset[str] = frozenset()
    conceal: tuple[str, ...] = ()
    ahead: int = 3
    explain: bool = True
    pair_seconds: float = 1.0
    repair_seconds: float = 2.0


@dataclass
class GradingClient:
    """Grades through one host, which is started once and reused; close it, and nothing is left running.

    `open_layers` are the layers of isolation that the last graded solution was not confined by (`lockdown.STOPS` says
    what each one stops); empty before the first.
    """

    problems: Mapping[str, Problem]
    environment: Mapping[str, str]
    options: Options = field(default_factory=Options)
    host: subprocess.Popen[bytes] | None = None
    open_layers: tuple[str, ...] = ()
    announced: dict[str, Any] | None = None

    def warm(self) -> None:
        """Start the host if it is not running; returns at once."""
        if self.host is not None and self.host.poll() is None:
            return
        try:
            self.host = start(host_command(sys.executable), self.environment)
        except OSError as error:
            raise UnavailableError(f"the grading process cannot start: {error.strerror}") from None
        self.announced = None
        self._announce_ahead(self.host)

    def plant(self, problem: str, bugs: int, seed: int) -> Planting:
        """The problem's page with so many mistakes. Raises: UnavailableError, UsageError if it cannot hold so many."""
        self.warm()
        answer = self._answer({"problem_id": problem, "bugs": bugs, "file": "", "seed": seed, "device": "cpu"})
        if "planting" not in answer:  # it came to no end in time
            raise UnavailableError(
                f"planting in {problem} took too long", hint="try again when the machine is less busy"
            )
        if answer["planting"] is None:
            most = answer["most"]
            if not most:
                hint = "choose another problem, or none: interview debug"
                raise UsageError(f"no mistake can be planted in {problem}", hint=hint)
            at_most = "only 1" if most == 1 else f"at most {most}"
            raise UsageError(
                f"{problem} can't hold {bugs} mistakes at once: it takes {at_most}", hint=f"use --bugs {most}"
            )
        return Planting.of_json(answer["planting"])

    def grade(self, problem: str, source: str, *, file: str, seed: int, planting: Planting | None = None) -> Verdict:
        """The verdict on one source; of planted code, with how many of the mistakes are gone.

        Raises: UnavailableError when no host can be had.
        """
        verdict, told = self._grade(problem, source, file, seed, () if planting is None else planting.names)
        if planting is None:
            return verdict
        unknown = Standing.unknown(planting, verdict.message)
        return replace(verdict, standing=Standing.of_json(told, planting.kinds) if told else unknown)

    def _grade(
        self, problem: str, source: str, file: str, seed: int, planted: tuple[str, ...]
    ) -> tuple[Verdict, dict[str, Any] | None]:
        """The verdict, and what was told of the mistakes that were planted.

        Of several functions that may be meant the likeliest is graded, unless another one passes.
        """
        self.warm()
        started = time.monotonic()
        try:
            asked = self.problems[problem]
            found = read(Question(checked_size(source), asked.entry, self.options.entry, tuple(asked.forbid)))
        except Unusable as unusable:
            return self._early(problem, file, seed, Outcome.INVALID, unusable.message, unusable.line, started), None
        prepared, use = found.prepared, found.use
        if use is not None:
            message = f"line {use.line} uses {use.name}, which this problem asks you to write yourself"
            forbidden = Outcome.FORBIDDEN, message, use.line, started, prepared.notes
            return self._early(problem, file, seed, *forbidden), None
        verdict, told = self._ask(self._task(problem, prepared, file, seed) | {"planted": planted})
        if verdict.outcome in (Outcome.FAIL, Outcome.ERROR, Outcome.INVALID) and not planted:
            other = self._other_that_passes(problem, source, file, seed, prepared, verdict)
            verdict = other or self._whole_that_fails(problem, source, file, seed, prepared, verdict) or verdict
        return verdict, told

    def _whole_that_fails(
        self, problem: str, source: str, file: str, seed: int, prepared: Prepared, first: Verdict
    ) -> Verdict | None:
        """The verdict on two functions in a row, if that is on values: it says what is wrong with both, not what one lacks.

        Or on the one function that a class calls which can't be graded.
        """
        options = self.options
        inside = prepared.parts if first.outcome is Outcome.INVALID and len(prepared.parts) == 1 else ()
        name = prepared.whole or next(iter(inside), "")
        try:
            self.options = replace(options, entry=name)
            verdict = self._grade(problem, source, file, seed, ())[0] if name else None
        finally:
            self.options = options
        return verdict if verdict is not None and verdict.outcome is Outcome.FAIL else None

    def _other_that_passes(
        self, problem: str, source: str, file: str, seed: int, prepared: Prepared, first: Verdict
    ) -> Verdict | None:
        """The verdict on another function that may be meant, if it passes. Raises: as `grade`.

        `first`: what the likeliest comes to. A part of what gives a wrong answer is no other: its right values are not that
        answer, unless that is right as far as it goes. A module that calls the likeliest with settings of its own may be right
        for what it covers, and so may the likeliest with what takes its result.
        """
        options, covering = self.options, None
        is_wrong = first.outcome is Outcome.FAIL and not first.is_right_as_far_as_it_goes
        parts = prepared.parts if is_wrong else ()
        try:
            for other in (one for one in prepared.others if one not in parts):
                self.options = replace(options, entry=other, explain=False)
                verdict, _ = self._grade(problem, source, file, seed, ())
                likelier = ", ".join(prepared.entries.values())
                noted = replace(verdict, notes=(*verdict.notes, f"{likelier} was graded first and does not pass"))
                if verdict.ok:
                    return noted
                goes_on = other in prepared.users or other.endswith(f"_of_{likelier}")  # what takes its result, too
                if goes_on and verdict.message.startswith(RIGHT_FOR):
                    covering = covering or noted
        finally:
            self.options = options
        return covering

    def repair(self, planting: Planting, files: Mapping[str, str], *, file: str) -> Verdict:
        """The verdict on a repair of planted code, with how many of its mistakes are gone; `files` are its texts by name.

        Raises: UnavailableError when no host can be had.
        """
        if not planting.is_project:
            source = next(iter(files.values()))
            return self.grade(planting.problem, source, file=file, seed=planting.seed, planting=planting)
        self.warm()
        task = {"problem_id": planting.problem, "file": file, "seed": planting.seed, "device": "cpu"}
        verdict, told = self._ask(task | {"planting": planting.as_json(), "files": dict(files)})
        unknown = Standing.unknown(planting, verdict.message)
        return replace(verdict, standing=Standing.of_json(told, planting.kinds) if told else unknown)

    def close(self) -> None:
        """End the host and whatever it started: it leaves when its input ends, and is killed if it is busy."""
        host, self.host = self.host, None
        if host is None:
            return
        if host.stdin is not None:
            with contextlib.suppress(OSError):
                host.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            host.wait(timeout=CLOSE_SECONDS)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(host.pid, signal.SIGKILL)
        for stream in (host.stdout, host.stderr):
            if stream is not None:
                stream.close()
        host.wait()

    def _early(
        self,
        problem: str,
        file: str,
        seed: int,
        outcome: Outcome,
        message: str,
        line: int | None,
        started: float,
        notes: tuple[str, ...] = (),
    ) -> Verdict:
        """A verdict that needs no host."""
        said, seconds = one_line(message)[:MAX_TEXT], time.monotonic() - started
        return Verdict(problem, file, outcome, said, seed, self.options.device, seconds, line, notes=notes)

    def _announce_ahead(self, host: subprocess.Popen[bytes]) -> None:
        """The next candidate's process starts while the user reads or writes: on a device it takes seconds."""
        with contextlib.suppress(OSError):  # a host that has gone is noticed when it is asked to grade
            self._announce(host)

    def _announce(self, host: subprocess.Popen[bytes]) -> None:
        """Tell the host to start candidates when none is left, and if other options hold now. Raises: OSError."""
        start = self._start()
        if self.announced not in (None, start):
            send(host, NO_TASK)
        if self.announced != start:
            send(host, start)
            self.announced = start

    def _start(self) -> dict[str, Any]:
        """How to start the candidate: all that its process may know before it runs the file."""
        return {
            "limits": asdict(self._limits),
            "candidates": max(1, min(self.options.ahead, MOST_AHEAD)),
            "skip_layers": sorted(self.options.skip_layers),
            "conceal": self.options.conceal,
        }

    @property
    def _limits(self) -> Limits:
        return Limits.asked(self.options.timeout, self.options.device)

    def _task(self, problem: str, prepared: Prepared, file: str, seed: int) -> dict[str, Any]:
        """What the judge alone may know."""
        return {
            "problem_id": problem,
            "source": prepared.source,
            "entries": prepared.entries,
            "file": file,
            "seed": seed,
            "device": self.options.device,
            "forbid": self.problems[problem].forbid,
            "explain": self.options.explain,
            "pair_seconds": self.options.pair_seconds,
            "repair_seconds": self.options.repair_seconds,
            "notes": prepared.notes,
            "setup": {
                "needed": prepared.needed,
                "supplies": prepared.supplies.statements,
                "lazily": prepared.supplies.in_annotations_alone,
                "is_all": prepared.supplies.is_all,
                "unbound": prepared.supplies.unbound,
                "elsewhere": dict(prepared.supplies.elsewhere),
            },
        }

    def _ask(self, task: dict[str, Any]) -> tuple[Verdict, dict[str, Any] | None]:
        started = time.monotonic()
        answer = self._answer(task)
        if "crashed" in answer:
            self.close()  # the host leaves with its judge
            crashed = Outcome.CRASHED, answer["crashed"], None, started
            return self._early(task["problem_id"], task["file"], task["seed"], *crashed), None
        return verdict_from_json(answer), answer.get("standing")

    def _answer(self, task: dict[str, Any]) -> dict[str, Any]:
        """What the host says to a task. Raises: UnavailableError."""
        host = self.host
        assert host is not None
        try:
            self._announce(host)
            send(host, task)
            patience = HOST_START_SECONDS + self._limits.wall_seconds + ANSWER_GRACE_SECONDS
            answer: dict[str, Any] = json.loads(self._read(host, patience))
        except (OSError, EOFError, ValueError) as error:
            raise self._dead(host, error) from None
        if "crashed" in answer:
            return answer
        if "fault" in answer:
            self.close()  # the host may be about to leave: the next file is graded by a new one
            raise UnavailableError(
                f"grading failed: {answer['fault']}",
                hint=answer.get("trace") or "try again; `interview doctor` says more",
            )
        if answer["open_layers"] is not None:
            self.open_layers = tuple(answer["open_layers"])
        if not answer["left"]:
            self.announced = None
        self._announce_ahead(host)
        return answer

    def _read(self, host: subprocess.Popen[bytes], patience: float) -> bytes:
        assert host.stdout is not None
        fd, end = host.stdout.fileno(), time.monotonic() + patience

        def exactly(size: int) -> bytes:
            data = bytearray()
            while len(data) < size:
                ready, _, _ = select.select([fd], [], [], max(0.0, end - time.monotonic()))
                chunk = os.read(fd, size - len(data)) if ready else b""
                if not chunk:
                    raise EOFError("no answer")
                data += chunk
            return bytes(data)

        return exactly(LENGTH.unpack(exactly(LENGTH.size))[0])

    def _dead(self, host: subprocess.Popen[bytes], error: Exception) -> UnavailableError:
        """The host has gone: say what it said last."""
        self.host = None
        host.kill()
        said = host.stderr.read().decode("utf-8", "replace").strip().splitlines()[-1:] if host.stderr else []
        host.wait()
        reason = said[0] if said else str(error) or type(error).__name__
        return UnavailableError(f"the grading process ended: {reason}", hint="`interview doctor` shows what is missing")


def send(host: subprocess.Popen[bytes], part: dict[str, Any]) -> None:
    """One length-prefixed JSON object. Raises: OSError."""
    assert host.stdin is not None
    body = json.dumps(part).encode()
    host.stdin.write(LENGTH.pack(len(body)) + body)
    host.stdin.flush()


def checked_size(source: str) -> str:
    """Raises: Unusable for a file that no one wrote by hand."""
    if len(source.encode("utf-8", "replace")) > MAX_SOURCE:
        raise Unusable(f"the file is larger than {MAX_SOURCE >> 10} KiB")
    return source


def verdict_from_json(answer: Mapping[str, Any]) -> Verdict:
    """The inverse of `Verdict.as_json`."""
    return Verdict(
        problem=answer["problem"],
        file=answer["file"],
        outcome=Outcome(answer["verdict"]),
        message=answer["message"],
        seed=answer["seed"],
        device=answer["device"],
        seconds=answer["seconds"],
        line=answer["line"],
        checks=tuple(
            CheckResult(c["name"], CheckStatus(c["status"]), c["message"], c["input"], c["expected"], c["got"])
            for c in answer["checks"]
        ),
        diagnosis=tuple(Diagnosis(d["kind"], d["slip"], d["message"], d["together"]) for d in answer["diagnosis"]),
        notes=tuple(answer["notes"]),
        output=answer["output"]["text"],
        output_truncated=answer["output"]["truncated"],
    )
