"""Solving: what is kept of a day's work on a problem, and what its review becomes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from interview_cli.domain.history.event import Event, EventKind, Mode
from interview_cli.domain.history.log_reading import effective
from interview_cli.domain.items.shown import present
from interview_cli.domain.items.verdict import Outcome, Verdict
from interview_cli.services.code.solve import Solving
from tests.fakes import FakeClock, MemoryLog, SequentialIds, bank_of, code

BANK = bank_of(code("softmax", "s02-softmax", hints=("Shift first.", "By the maximum.")))
SHOWN = present(BANK.items["softmax"], 0, BANK.problems["softmax"])


class Desk:
    """A log, a clock, and the work on one problem."""

    def __init__(self) -> None:
        self.clock, self.log, self.ids = FakeClock(), MemoryLog(), SequentialIds()
        self.solving = self.begun()

    def begun(self) -> Solving:
        return Solving(SHOWN, BANK, self.log, self.clock, self.ids)

    def grade(self, outcome: Outcome, *, after: float = 60, message: str = "") -> None:
        self.clock.advance(seconds=after)
        self.solving.submit("def softmax(x): ...", Verdict("softmax", "a.py", outcome, message, seed=1))

    def ratings(self) -> list[int | None]:
        """Of the reviews that count."""
        return [event.rating for event in effective(self.log.events(), BANK.items) if event.kind is EventKind.REVIEW]

    def attempts(self) -> Sequence[Event]:
        return [event for event in self.log.events() if event.kind is EventKind.ATTEMPT]


FAIL, PASS, INVALID = Outcome.FAIL, Outcome.PASS, Outcome.INVALID
HINT, REFERENCE, LESS = "hint", "reference", "right for what it covers"


@pytest.mark.parametrize(
    ("steps", "ratings"),
    [
        ((), []),
        ((INVALID,), []),
        ((FAIL,), [1]),
        ((PASS,), [4]),
        ((FAIL, PASS), [2]),
        ((INVALID, PASS), [4]),
        ((HINT, PASS), [2]),
        ((REFERENCE,), [1]),
        ((REFERENCE, PASS), [1]),
        ((FAIL, REFERENCE, PASS), [1]),
        ((PASS, REFERENCE), [4]),
        ((PASS, REFERENCE, FAIL), [4]),
        ((LESS,), []),
        ((LESS, PASS), [4]),
        ((LESS, FAIL), [1]),
        ((FAIL, LESS, PASS), [2]),
        ((LESS, REFERENCE), [1]),
    ],
)
def test_the_review_of_the_day_is_what_the_work_came_to(steps: Sequence[Outcome | str], ratings: list[int]) -> None:
    desk = Desk()
    for step in steps:
        match step:
            case "hint":
                desk.solving.hint()
            case "reference":
                desk.solving.see_reference()
            case "right for what it covers":
                desk.grade(FAIL, message="right for what it covers: 1 of 2 checks")
            case Outcome() as outcome:
                desk.grade(outcome)
    assert desk.ratings() == ratings


def test_work_goes_on_the_same_day_and_begins_anew_the_next() -> None:
    desk = Desk()
    desk.solving.hint()
    desk.grade(FAIL)
    later = desk.begun()
    assert (later.attempts, later.hints_taken(), later.hints_left, later.has_passed) == (1, ("Shift first.",), 1, False)
    desk.clock.advance(days=1)
    anew = desk.begun()
    assert (anew.attempts, anew.hints_taken(), anew.hints_left) == (0, (), 2)


def test_hints_come_in_order_and_end() -> None:
    solving = Desk().solving
    assert [solving.hint() for _ in range(3)] == ["Shift first.", "By the maximum.", None]


def test_each_attempt_has_its_own_seconds_hints_and_mode() -> None:
    desk = Desk()
    desk.grade(FAIL, after=40)
    desk.solving.hint()
    desk.grade(PASS, after=20)
    assert [(a.seconds, a.hints, a.mode) for a in desk.attempts()] == [(40, 0, Mode.SOLVE), (20, 1, Mode.SOLVE)]


def test_a_look_at_the_reference_is_written_once_and_not_after_a_pass() -> None:
    desk = Desk()
    desk.solving.see_reference()
    desk.solving.see_reference()
    assert len(desk.attempts()) == 1
    assert desk.begun().has_seen_reference
    passed = Desk()
    passed.grade(PASS)
    passed.solving.see_reference()
    assert len(passed.attempts()) == 1
