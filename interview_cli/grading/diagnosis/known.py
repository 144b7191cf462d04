"""The problem's own slips: which of them explain an answer, read more and more leniently. Imports torch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from interview_cli.domain.items.verdict import Diagnosis
from interview_cli.grading.diagnosis.explanation import (
    Explains,
    breaks_alike,
    explains,
    explains_around_errors,
    explains_up_to_overflow,
    explains_where_finite,
    fits_in_time,
    has_wrong_values,
    is_telling,
    share_explained,
)
from interview_cli.grading.diagnosis.replay import SLIP_SECONDS, Replay, entries_of, in_time, slips_of
from interview_cli.grading.judge.grade import Grade
from reference_impls.slips import Slip

LENIENT = (explains_up_to_overflow, explains_where_finite)


class KnownSlips:
    """Every slip of the problem, with what it has answered so far."""

    def __init__(self, grade: Grade) -> None:
        self.grade = grade

    @cached_property
    def replays(self) -> list[tuple[Slip, Replay]]:
        """Each slip, and what it has answered so far."""
        return self.replayed()

    def replayed(self) -> list[tuple[Slip, Replay]]:
        """Each slip, ready to run."""
        problem = self.grade.problem
        return [(slip, Replay.of(self.grade, entries_of(problem, slip))) for slip in slips_of(problem)]

    def completely(self) -> Sequence[Diagnosis]:
        """Those that explain all that was seen, broken laws included."""
        return [
            Diagnosis("slip", slip.name, slip.message) for slip, replay in self._strict if self._breaks_alike(replay)
        ]

    def strictly(self) -> Sequence[Diagnosis]:
        """Those that explain all values that were seen."""
        return [Diagnosis("slip", slip.name, slip.message) for slip, _ in self._strict]

    def leniently(self) -> Sequence[Diagnosis]:
        """Those that explain it in the strictest reading in which any do."""
        for explained in LENIENT:
            found = self._fitting(self.replays, explained)
            if found:
                return said(found)
        return []

    def around_errors(self) -> Sequence[Diagnosis]:
        """Those that explain all values that were seen, though only one of the two raises somewhere."""
        return said(self._fitting(self.replays, explains_around_errors))

    def completely_in_own_precision(self) -> Sequence[Diagnosis]:
        """Those that explain all that was seen, broken laws included, in the answer's own precision.

        Where a mistake saturates depends on it, as in a clamp at the smallest number of its type, and so does what rounding
        makes of angles that have grown to millions.
        """
        return said([pair for pair in self._in_own_precision if self._breaks_alike(pair[1])])

    def in_own_precision(self) -> Sequence[Diagnosis]:
        """Those that explain all values that were seen in the answer's own precision."""
        return said(self._in_own_precision)

    def for_most(self) -> Iterator[Diagnosis]:
        """The slip that explains by far the most of what is wrong, if one alone does."""
        if not is_telling(self.grade):
            return
        shares = [
            (in_time(SLIP_SECONDS, 0, share_explained, self.grade, replay), slip) for slip, replay in self.replays
        ]
        best = max((share for share, _ in shares), default=0)
        found = [slip for share, slip in shares if share == best > 0]
        if len(found) == 1:
            failing = sum(check.is_wrong for check in self.grade.checks)
            text = f"{found[0].message} This explains {best} of the {failing} failing checks. There may be another mistake."
            yield Diagnosis("slip", found[0].name, text)

    @cached_property
    def _in_own_precision(self) -> list[tuple[Slip, Replay]]:
        """Where values are wrong."""
        if not has_wrong_values(self.grade):
            return []
        return self._fitting([(slip, replace(replay, own_precision=True)) for slip, replay in self.replays], explains)

    @cached_property
    def _strict(self) -> list[tuple[Slip, Replay]]:
        return [(slip, replay) for slip, replay in self.replays if fits_in_time(self.grade, replay, explains)]

    def _breaks_alike(self, replay: Replay) -> bool:
        """What fits keeps the laws that the candidate keeps."""
        breaks_any = any(check.broken_tag is not None for check in self.grade.checks)
        return not breaks_any or in_time(SLIP_SECONDS, False, breaks_alike, self.grade, replay)

    def _fitting(self, slips: Sequence[tuple[Slip, Replay]], explained: Explains) -> list[tuple[Slip, Replay]]:
        """Those that explain all that was seen; of several, those that break the same laws."""
        found = [(slip, replay) for slip, replay in slips if fits_in_time(self.grade, replay, explained)]
        fully = [pair for pair in found if len(found) > 1 and self._breaks_alike(pair[1])]
        return fully or found


def said(found: Sequence[tuple[Slip, Replay]]) -> Sequence[Diagnosis]:
    """Each in its own sentences."""
    return [Diagnosis("slip", slip.name, slip.message) for slip, _ in found]
