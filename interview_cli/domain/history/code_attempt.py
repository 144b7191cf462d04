"""What an attempt event of a coding problem holds as its answer: verdict, slips and source; the domain only."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from interview_cli.domain.history.event import Event
from interview_cli.domain.history.log_reading import held_json
from interview_cli.domain.items.answer import MAX_ANSWER_BYTES, Mark
from interview_cli.domain.items.verdict import ONE_CHANGE, Outcome, Verdict

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
