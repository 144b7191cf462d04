"""One check of a grade and everything that was seen while it ran. Judge's side; imports torch."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor

from interview_cli.domain.items.verdict import CheckResult, CheckStatus
from interview_cli.grading.judge.compare import Comparer, Difference, unwrapped
from interview_cli.grading.judge.text import MAX_TEXT, one_line, readable

DTYPE_NAMES = {torch.float16: "float16", torch.bfloat16: "bfloat16", torch.float32: "float32", torch.float64: "float64"}


@dataclass(frozen=True)
class Observed:
    """What one step of a check showed: the reference's value, the candidate's, and how they compare."""

    label: str
    want: Any
    got: Any
    comparer: Comparer
    differs: bool


def is_another(seen: Observed, other: Observed) -> bool:
    """Whether two observations of one number or tensor hold different answers, and the right one is the same."""
    if seen.label != other.label or not isinstance(unwrapped(seen.want), Tensor | float):
        return False
    try:
        same_want = seen.comparer.agrees(other.want, seen.want)
        return same_want and not seen.comparer.agrees(other.got, seen.got)
    except Exception:  # what cannot be compared may be the same
        return False


@dataclass
class Check:
    """One case, scenario or law, with everything that was seen while it ran."""

    name: str
    index: int
    status: CheckStatus = CheckStatus.NOT_RUN
    message: str = ""
    inputs: str = ""
    expected: str = ""
    got: str = ""
    line: int | None = None
    broken_tag: str | None = None
    changed: tuple[str, ...] = ()
    calls_before: int = 0
    observed: list[Observed] = field(default_factory=list)

    def fail(self, difference: Difference, prefix: str = "") -> None:
        """Keep the first failure."""
        if self.status is not CheckStatus.PASS:
            return
        self.status = CheckStatus.FAIL
        self.message = prefix + difference.message
        self.expected, self.got = difference.expected, difference.got

    def result(self) -> CheckResult:
        """What the verdict shows of it."""
        texts = (one_line(self.message), *map(readable, (self.inputs, self.expected, self.got)))
        return CheckResult(self.name, self.status, *(text[:MAX_TEXT] for text in texts))
