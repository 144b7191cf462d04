"""What stops a call of the candidate's code, or what it did to its arguments, as its process reports that. Judge's side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeGuard

from interview_cli.grading.judge.worker import Stopped


class CandidateError(Exception):
    """The candidate's code raised. `kinds`: the full names of the exception's class and of those that it derives from."""

    def __init__(self, kind: str, message: str, line: int | None, trace: str, kinds: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.kind, self.message, self.line, self.trace, self.kinds = kind, message, line, trace, tuple(kinds)


class ArgumentsChanged(Exception):
    """The candidate's code modified what it was given. `entry`: which function did; nothing where an object's method did."""

    def __init__(self, paths: Sequence[str], answer: Any = None, now: Any = None, entry: str = "") -> None:
        super().__init__(", ".join(paths))
        self.entry = entry
        self.paths, self.answer, self.now = tuple(paths), answer, now if isinstance(now, list) else []


def forbidden_call(fields: Mapping[str, Any]) -> Stopped | None:
    """From the fields of an error frame, if what stopped the call is that it reached for something forbidden."""
    name, line = fields.get("withheld"), line_in(fields)
    if type(name) is not str:
        return None
    where = f"line {line}" if line else "the answer"
    return Stopped("forbidden", f"{where} uses {name[:60]}, which this problem asks you to write yourself", line)


def line_in(fields: Mapping[str, Any]) -> int | None:
    """The line of the file that an error frame names, if it could be one."""
    line = fields.get("line")
    return line if type(line) is int and 0 < line < 1 << 31 else None


def candidate_error(fields: Mapping[str, Any]) -> CandidateError:
    """From the fields of an error frame, every one of which is a claim."""

    def text(key: str, longest: int) -> str:
        value = fields.get(key)
        return value[:longest] if type(value) is str else ""

    kinds = fields.get("kinds")
    kinds = [name[:200] for name in kinds[:40]] if is_list_of_text(kinds) else []
    return CandidateError(text("type", 60), text("text", 700), line_in(fields), text("trace", 4000), kinds)


def is_list_of_text(value: Any) -> TypeGuard[list[str]]:
    """Whether it is a list of strings and nothing else."""
    return isinstance(value, list) and all(type(part) is str for part in value)
