"""What the judge is told of an exception of the candidate's code. Imports no library."""

from __future__ import annotations

import builtins
import traceback
from typing import Any

from interview_cli.grading.candidate.module import SOURCE_NAME
from interview_cli.grading.candidate.withheld import reached

MAX_TEXT = 4000
MAX_NAME, MOST_KINDS = 120, 20


def full_name(kind: type) -> str:
    """Of a class of exceptions: Python's own by their names, others with the module, so that none takes another's name."""
    own = getattr(builtins, kind.__name__, None) is kind
    return kind.__name__ if own else f"{kind.__module__}.{kind.__name__}"


def kinds_of(error: BaseException) -> list[str]:
    """Names of the classes of an exception, most derived first."""
    try:
        return [full_name(kind)[:MAX_NAME] for kind in type(error).__mro__[:MOST_KINDS]]
    except BaseException:
        return []


def describe_error(error: BaseException) -> dict[str, Any]:
    """Type and those that it derives from, text, forbidden name if it is one, line in the candidate's file, and the
    candidate's part of the traceback.
    """
    kinds = kinds_of(error)
    try:
        frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == SOURCE_NAME]
        line = frames[-1].lineno if frames else getattr(error, "lineno", None)
        text = f"{type(error).__name__}: {str(error)[:600]}"
        return {
            "type": type(error).__name__[:60],
            "kinds": kinds,
            "withheld": reached[-1] if reached else None,
            "line": line if isinstance(line, int) else None,
            "text": text,
            "trace": "".join(traceback.format_list(frames[-4:]))[-MAX_TEXT:],
        }
    except BaseException:
        return {
            "type": "Exception",
            "kinds": kinds,
            "withheld": None,
            "line": None,
            "text": "an exception that cannot be printed",
            "trace": "",
        }
