"""What an attempt event of a coding problem holds as its answer: verdict, slips and source; the domain only."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from interview_cli.domain.history.event import Event
from interview_cli.domain.history.log_reading import held_json
from interview_cli.domain.items.answer import MAX_ANSWER_BYTES, Mark
from interview_cli.domain.items.verdict import ONE_CHANGE, Outcome, Verdict
from interview_cli.domain.plantings.hints import STEPS, steps_given

_OUTCOMES = frozenset(Outcome)


@dataclass(frozen=True, slots=True)
class CodeAttempt:
    """One graded source. `slips` are the names of the known wrong variants that it reproduces.

    `planted`: of planted code, name and kind of each mistake that was put into it; `slips` are those that are left.
    """

    outcome: Outcome
    slips: tuple[str, ...]
    source: str
    planted: tuple[tuple[str, str], ...] = ()

    @classmethod
    def graded(cls, verdict: Verdict, source: str) -> CodeAttempt:
        """The attempt that a verdict ends."""
        if verdict.standing is not None:
            return cls(verdict.outcome, verdict.standing.left, source, verdict.standing.kinds)
        named = (found.slip for found in verdict.diagnosis if found.slip not in (None, ONE_CHANGE))
        return cls(verdict.outcome, tuple(name for name in named if name), source)

    @classmethod
    def of(cls, event: Event) -> CodeAttempt:
        """The attempt that an event holds; an answer in another form is a bare source, whose mark is the verdict."""
        match held_json(event):
            case {"verdict": str(verdict), "slips": [*slips], "source": str(source), **more} if verdict in _OUTCOMES:
                return cls(Outcome(verdict), tuple(map(str, slips)), source, _pairs(more.get("planted")))
            case _:
                return cls(Outcome.PASS if event.mark is Mark.RIGHT else Outcome.FAIL, (), event.answer)

    @property
    def ok(self) -> bool:
        """Whether it passed."""
        return self.outcome is Outcome.PASS

    def as_answer(self) -> str:
        """The JSON for an event's answer, `{"verdict", "slips", "source"}`; a source too long for an event is cut."""
        source = self.source
        while source and (excess := len(self._json(source).encode("utf-8", "replace")) - MAX_ANSWER_BYTES) > 0:
            source = source[: -min(excess, -(-len(source) // 2))]
        return self._json(source)

    def _json(self, source: str) -> str:
        held: dict[str, Any] = {"verdict": self.outcome.value, "slips": list(self.slips), "source": source}
        if self.planted:
            held["planted"] = dict(self.planted)
        return json.dumps(held, ensure_ascii=False)


def _pairs(held: Any) -> tuple[tuple[str, str], ...]:
    return tuple((str(name), str(kind)) for name, kind in held.items()) if isinstance(held, dict) else ()


def told_of(attempts: Sequence[Event]) -> frozenset[str]:
    """Of planted code in an exercise: the mistakes that are gone from its last file after their last hint told them."""
    graded = [(event.hints, CodeAttempt.of(event)) for event in attempts if event.mark is not Mark.UNREADABLE]
    if not graded:
        return frozenset()
    taken, last = graded[-1]
    saves = [(hints, attempt.slips) for hints, attempt in graded if attempt.planted == last.planted]
    steps = steps_given([name for name, _ in last.planted], saves, taken)
    return frozenset(name for name, given in steps.items() if given >= STEPS and name not in last.slips)


def share_found(attempts: Sequence[Event]) -> float:
    """Of planted code: the share of its mistakes that is gone from the last file and was not told; 0 without a file."""
    graded = [event for event in attempts if event.mark is not Mark.UNREADABLE]
    planted = CodeAttempt.of(graded[-1]).planted if graded else ()
    if not planted:
        return (graded[-1].score or 0.0) if graded else 0.0
    return max(0.0, (graded[-1].score or 0.0) - len(told_of(graded)) / len(planted))
