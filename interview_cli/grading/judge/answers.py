"""One answer beside the right one: what differs, whatever the answer is; and what an exception means. Imports torch."""

from __future__ import annotations

import contextlib
import re
import warnings
from collections.abc import Iterator
from typing import Any

import torch

from interview_cli.domain.items.verdict import CheckStatus
from interview_cli.grading.judge.check import DTYPE_NAMES, Check, Observed
from interview_cli.grading.judge.compare import Comparer, Difference, describe
from interview_cli.grading.judge.raised import ArgumentsChanged, CandidateError
from interview_cli.grading.judge.session import Session
from interview_cli.grading.wire.frames import Handle
from reference_impls.problem import Accept

TYPES_MET = re.compile(r"(?:d|data|scalar )types?\b|Input type", re.IGNORECASE)
"""How torch says that float32 and float64 met in one product: code that makes float32 tensors of its own is right."""


def difference(comparer: Comparer, got: Any, want: Any, where: str = "the result") -> Difference | None:
    """What `Comparer.difference` says; an answer that it cannot even look at is another answer."""
    try:
        return comparer.difference(got, want, where)
    except Exception as error:
        comparer.difference(want, want, where)  # if this raises, too, the reference's value is our bug
        return Difference(f"{where} cannot be compared: {error}", describe(want), f"a {type(got).__name__}")


@contextlib.contextmanager
def taking_no_part() -> Iterator[None]:
    """Complex numbers where others are asked for: torch makes them real by dropping half, and only warns.

    Raises: TypeError.
    """
    always = torch.is_warn_always_enabled()
    torch.set_warn_always(True)  # else it warns of the first in this process alone
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("error", message="Casting complex values to real")
            yield
    except UserWarning:
        raise TypeError("it holds complex numbers") from None
    finally:
        torch.set_warn_always(always)


def not_accepted(accept: Accept, got: Any, want: Any) -> Difference | None:
    """What the case's own judgement says, likewise."""
    try:
        with taking_no_part():
            complaint = accept(got, want)
    except Exception as error:
        accept(want, want)
        complaint = f"the answer has another form than asked for: {kept_in_words(got) or error}"
    return Difference(complaint, describe(want), describe(got)) if complaint else None


def kept_in_words(value: Any) -> str | None:
    """That an answer, or a part of it, is something that cannot leave the candidate's process; None where it is not."""
    parts = value if isinstance(value, tuple | list) else [value]
    kept = next((part for part in parts if isinstance(part, Handle)), None)
    return f"{'a part of it' if kept is not value else 'it'} is of type {kept.type_name}" if kept is not None else None


def tier_in_words(session: Session, dtype: torch.dtype) -> str:
    """`in float64, `; nothing for the first tier, which everybody means."""
    return "" if dtype == session.problem.dtypes[0] else f"in {DTYPE_NAMES[dtype]}, "


def is_about_types(error: CandidateError, dtype: torch.dtype) -> bool:
    """Whether it complains, in float64, of tensors of another type: its own, which are float32."""
    return dtype is torch.float64 and error.kind == "RuntimeError" and TYPES_MET.search(error.message) is not None


def record_error(session: Session, check: Check, error: CandidateError, dtype: torch.dtype | None = None) -> None:
    """An exception is the answer to this check."""
    if dtype is not None:
        comparer = Comparer(session.problem.tolerances, dtype)
        check.observed.append(Observed(f"{DTYPE_NAMES[dtype]} raises", None, error.kind, comparer, True))
    if check.status is CheckStatus.PASS:
        check.status = CheckStatus.ERROR
        check.error, check.given = error, session.world.coverage.latest
        check.message = error.message + (f" (line {error.line})" if error.line else "")
        check.line = error.line
        check.got = error.trace.strip()[-1000:]


def record_change(session: Session, check: Check, changed: ArgumentsChanged, right_in_place: str) -> None:
    """Writing into what was given is the answer to this check, whether it is right otherwise or not."""
    check.right_but_in_place = right_in_place
    check.changed = tuple(session.arguments.names(changed))
    where = ", ".join(check.changed)
    rest = "; the answer is right otherwise" if right_in_place else ""
    check.fail(Difference(f"your code changed its argument {where}{rest}", "left as it was", "modified"))
