"""The grader's word on a file, as values; imports the standard library and plantings. The JSON of `grade --json` is `as_json`."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from interview_cli.domain.plantings.planting import Standing

SCHEMA = 1
NOT_ASKED = "not asked of this code"
"""How the message of a check begins that needs what the code does not have: a parameter, a method, other shapes."""
ONE_CHANGE = "one-change"
"""In the place of a known mistake's name: the file has one change of its own that mends it."""
RIGHT_FOR = "right for"
"""How the message of a verdict begins on code that is right, and takes on less than the problem asks."""


class Outcome(StrEnum):
    """What a grade ends in; only PASS is a pass."""

    PASS = "pass"
    FAIL = "fail"
    ERROR = "error"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASHED = "crashed"
    FORBIDDEN = "forbidden"
    INVALID = "invalid"


class CheckStatus(StrEnum):
    """What one check ends in."""

    PASS = "pass"
    FAIL = "fail"
    ERROR = "error"
    NOT_RUN = "not-run"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check: a case or a law. `input`, `expected` and `got` are short texts for a person, empty when it passed."""

    name: str
    status: CheckStatus
    message: str = ""
    input: str = ""
    expected: str = ""
    got: str = ""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Why it is wrong: the slip that the answer reproduces (kind `slip`), or the kind of difference (`difference`).

    Entries of one number in `together` are mistakes that the file makes at once; others are alternatives.
    """

    kind: str
    slip: str | None
    message: str
    together: int | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result of grading one file. `seconds` runs from handing the source to the warm host to the verdict.

    `flags`: what the command line said beside problem, file and seed, such as `("--entry", "forward")`. `standing`: of
    planted code, how many of the mistakes are gone.
    """

    problem: str
    file: str
    outcome: Outcome
    message: str
    seed: int
    device: str = "cpu"
    seconds: float = 0.0
    line: int | None = None
    checks: tuple[CheckResult, ...] = ()
    diagnosis: tuple[Diagnosis, ...] = ()
    notes: tuple[str, ...] = ()
    output: str = ""
    output_truncated: bool = False
    flags: tuple[str, ...] = ()
    standing: Standing | None = None

    @property
    def ok(self) -> bool:
        """Whether the file passes."""
        return self.outcome is Outcome.PASS

    @property
    def is_right_as_far_as_it_goes(self) -> bool:
        """Whether it does not pass for one reason alone: it takes on less than the problem asks."""
        return self.outcome is Outcome.FAIL and self.message.startswith(RIGHT_FOR)

    @property
    def passed(self) -> int:
        """How many checks passed."""
        return sum(check.status is CheckStatus.PASS for check in self.checks)

    @property
    def reproduce(self) -> str:
        """The command that grades the same file on the same inputs."""
        if self.standing is not None:
            return shlex.join(["interview", "debug", self.problem, *self.flags, "--json"])
        return shlex.join(["interview", "grade", self.problem, self.file, "--seed", str(self.seed), *self.flags])

    def as_json(self) -> dict[str, Any]:
        """The object of `grade --json`, all keys always there; that of `debug --json` has `planted` and `fixed`, too."""
        return {
            "schema": SCHEMA,
            "problem": self.problem,
            "file": self.file,
            "verdict": self.outcome.value,
            "message": self.message,
            "line": self.line,
            "passed": self.passed,
            "total": len(self.checks),
            "seed": self.seed,
            "device": self.device,
            "seconds": round(self.seconds, 4),
            "checks": [
                {
                    "name": check.name,
                    "status": check.status.value,
                    "ok": check.status is CheckStatus.PASS,
                    "message": check.message,
                    "input": check.input,
                    "expected": check.expected,
                    "got": check.got,
                }
                for check in self.checks
            ],
            "diagnosis": [
                {"kind": d.kind, "slip": d.slip, "message": d.message, "together": d.together} for d in self.diagnosis
            ],
            "notes": list(self.notes),
            "output": {"text": self.output, "truncated": self.output_truncated},
            "reproduce": self.reproduce,
        } | ({} if self.standing is None else {"planted": self.standing.planted, "fixed": self.standing.fixed})
