"""What can be known of a file before it runs: a source that parses, its entries, a forbidden name. Standard library only.

Python's parser takes minutes for some files of a megabyte (an f-string of many parts, before 3.12). What is longer than
anyone writes by hand is therefore read by a process that can be ended.
"""

from __future__ import annotations

import contextlib
import json
import resource
import subprocess
import sys
import warnings
from dataclasses import asdict, dataclass
from typing import Any

from interview_cli.grading.candidate.source.forbidden import Use, forbidden_use
from interview_cli.grading.candidate.source.parsing import TOO_DEEP, Unusable
from interview_cli.grading.candidate.source.paste import Prepared, prepare
from interview_cli.grading.candidate.source.supplied import Supplies
from interview_cli.grading.confinement.surroundings import clean_environment

BY_HAND = 32 << 10
READING_SECONDS = 20
READING_BYTES = 4 << 30


@dataclass(frozen=True, slots=True)
class Question:
    """A source, the signature asked for, the name that the user chose for the entry, and what is forbidden."""

    source: str
    signature: str
    chosen: str | None = None
    forbid: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """The prepared source, and the first forbidden use in it."""

    prepared: Prepared
    use: Use | None


def read(question: Question, seconds: float = READING_SECONDS) -> Read:
    """Read here what is short, elsewhere what is long. Raises: Unusable."""
    return read_here(question) if len(question.source) <= BY_HAND else read_apart(question, seconds)


def read_here(question: Question) -> Read:
    """Raises: Unusable. What the compiler warns of is said where the file is run, and once."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return _read_quietly(question)


def _read_quietly(question: Question) -> Read:
    try:
        prepared = prepare(question.source, question.signature, question.chosen)
        use = forbidden_use(prepared.source, question.forbid, prepared.needed, prepared.supplies.statements)
    except RecursionError:
        raise Unusable(TOO_DEEP) from None
    return Read(prepared, use)


def read_apart(question: Question, seconds: float) -> Read:
    """In a process that is ended when it takes too long or too much. Raises: Unusable."""
    command = [sys.executable, "-I", "-m", __name__]
    asked = json.dumps(asdict(question)).encode()
    try:
        done = subprocess.run(
            command, input=asked, capture_output=True, timeout=seconds, env=clean_environment({}), check=False
        )
        answer: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise Unusable("the file takes too long to parse") from None
    except ValueError:
        raise Unusable("the file cannot be parsed") from None
    if "unusable" in answer:
        raise Unusable(*answer["unusable"])
    prepared = answer["prepared"]
    rows: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in prepared["supplies"].items()
    }
    supplies = Supplies(**rows)
    notes, needed = tuple(prepared["notes"]), tuple(prepared["needed"])
    others, parts, users = (tuple(prepared[name]) for name in ("others", "parts", "users"))
    source, entries, whole = prepared["source"], prepared["entries"], prepared["whole"]
    found = Prepared(source, entries, notes, needed, supplies, others, parts, whole, users)
    return Read(found, Use(*answer["use"]) if answer["use"] else None)


def answered(question: Question) -> dict[str, Any]:
    """What `read_here` says, as JSON."""
    try:
        read = read_here(question)
    except Unusable as unusable:
        return {"unusable": [unusable.message, unusable.line]}
    prepared, use = read.prepared, read.use
    return {"prepared": asdict(prepared), "use": use and [use.name, use.line]}


def limit(seconds: int, size: int) -> None:
    """End this process at its limits, even if nobody waits for it any more."""
    for kind, value in ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, size)):
        hard = resource.getrlimit(kind)[1]
        with contextlib.suppress(ValueError, OSError):  # macOS
            resource.setrlimit(kind, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


def main() -> None:
    """Answer one question."""
    limit(READING_SECONDS, READING_BYTES)
    fields = json.load(sys.stdin)
    json.dump(answered(Question(**{**fields, "forbid": tuple(fields["forbid"])})), sys.stdout)


if __name__ == "__main__":
    main()
