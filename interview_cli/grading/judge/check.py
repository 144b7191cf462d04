"""One check of a grade and everything that was seen while it ran. Judge's side; imports torch."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor

from interview_cli.domain.items.verdict import NOT_ASKED, CheckResult, CheckStatus
from interview_cli.grading.judge.compare import Comparer, Difference, unwrapped
from interview_cli.grading.judge.coverage import Call
from interview_cli.grading.judge.raised import CandidateError
from interview_cli.grading.judge.text import MAX_TEXT, one_line, readable

DTYPE_NAMES = {torch.float16: "float16", torch.bfloat16: "bfloat16", torch.float32: "float32", torch.float64: "float64"}

OF_A_GRADIENT = "gradient "
"""What stands in the label of the gradient of an input or a weight; `the gradient` is a value that is asked for."""


@dataclass(frozen=True)
class Observed:
    """What one step of a check showed: the reference's value, the candidate's, and how they compare.

    `others` came beside the candidate's value, and were not asked for. `places`: where all of these stood in what the code
    returned, if that is known.
    """

    label: str
    want: Any
    got: Any
    comparer: Comparer
    differs: bool
    others: tuple[Any, ...] = ()
    places: tuple[int, ...] = ()

    @property
    def results(self) -> Any:
        """All that came back."""
        if not self.others:
            return self.got
        return (*(self.got if isinstance(self.want, tuple) else (self.got,)), *self.others)

    def number_of(self, place: int) -> int:
        """Which of the results that the code returned stands at this place of all that came back, counted from 1."""
        return 1 + (self.places[place] if place < len(self.places) else place)


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
    """One case, scenario or law, with everything that was seen while it ran.

    `right_but_in_place`: `returned` or `written` where arguments were changed, and a right answer returned or left in them.
    `gives_back`: the answer is right, and shares its memory with an argument where it should be new.
    `error` is what the candidate raised, in the call `given`. `is_left_out`: the code is not asked for it after all.
    `sent`: how many bytes its questions took, which says how large its inputs are.
    `relies_on_defaults`: some call leaves the code with a default that is another than the statement's.
    `is_excused`: it passes only since it asks for what an answer in this form does not have.
    `arrived`: of each input to which the right answer's gradient is not zero, in each tier, whether the candidate's is not.
    `own_gradients`: the candidate's, where its values are wrong: those are not judged.
    """

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
    right_but_in_place: str = ""
    gives_back: bool = False
    sent: int = 0
    calls_before: int = 0
    calls_before_tier: dict[torch.dtype, int] = field(default_factory=dict)
    observed: list[Observed] = field(default_factory=list)
    error: CandidateError | None = None
    given: Call | None = None
    is_left_out: bool = False
    relies_on_defaults: bool = False
    is_excused: bool = False
    arrived: dict[tuple[torch.dtype, str], bool] = field(default_factory=dict)
    own_gradients: dict[tuple[torch.dtype, str], Tensor] = field(default_factory=dict)

    def leave_out(self, why: str = "") -> None:
        """It needs what the code does not have; what it did get wrong before stands."""
        if self.status is CheckStatus.FAIL:
            return
        self.is_left_out, self.message = True, f"{NOT_ASKED}{why}"
        if self.status is CheckStatus.PASS:
            self.status, self.observed, self.broken_tag = CheckStatus.NOT_RUN, [], None

    @property
    def is_right(self) -> bool:
        """Whether it was asked and answered as it should be."""
        return self.status is CheckStatus.PASS and not self.is_excused

    @property
    def is_wrong(self) -> bool:
        """Whether it ran and did not come to its end as it should."""
        return self.status in (CheckStatus.FAIL, CheckStatus.ERROR)

    def fail(self, difference: Difference, prefix: str = "") -> None:
        """Keep the first failure."""
        if self.status is not CheckStatus.PASS:
            return
        self.status = CheckStatus.FAIL
        self.message = prefix + difference.message
        self.expected, self.got = difference.expected, difference.got

    def result(self) -> CheckResult:
        """What the verdict shows of it."""
        if self.is_left_out:
            return CheckResult(self.name, CheckStatus.NOT_RUN, one_line(self.message)[:MAX_TEXT])
        texts = (one_line(self.message), *map(readable, (self.inputs, self.expected, self.got)))
        return CheckResult(self.name, self.status, *(text[:MAX_TEXT] for text in texts))
