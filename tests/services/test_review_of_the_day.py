"""One review of a problem and study day, however many grades end at once."""

from __future__ import annotations

import pytest

from interview_cli.domain.history.event import EventKind
from interview_cli.domain.history.log_reading import effective
from interview_cli.domain.items.verdict import Outcome, Verdict
from interview_cli.services.code.grade import GradeLog
from tests.fakes import FakeClock, MemoryLog, OvertakenLog, SequentialIds, bank_of, code

BANK = bank_of(code("attention", "s07-attention"))
PASSED = Verdict("attention", "a.py", Outcome.PASS, "", 1)
FAILED = Verdict("attention", "a.py", Outcome.FAIL, "", 1)


def graded(log: MemoryLog, verdict: Verdict, device: str) -> GradeLog:
    grades = GradeLog(log, FakeClock(), SequentialIds(device), BANK)
    grades.attempt(verdict, "x = 1")
    return grades


@pytest.mark.parametrize(("first", "second"), [(PASSED, PASSED), (FAILED, PASSED), (PASSED, FAILED), (FAILED, FAILED)])
def test_grades_that_end_at_once_make_one_review(first: Verdict, second: Verdict) -> None:
    """The one that all attempts amount to."""
    log = OvertakenLog()
    mine, other = graded(log, first, "mine"), graded(log, second, "other")
    log.meanwhile = lambda: other.review_of_the_day("attention")
    mine.review_of_the_day("attention")
    counted = effective(log.events(), BANK.items)
    [review] = [event for event in counted if event.kind is EventKind.REVIEW]
    alone = MemoryLog([event for event in log.events() if event.kind is EventKind.ATTEMPT])
    expected = GradeLog(alone, FakeClock(), SequentialIds(), BANK).review_of_the_day("attention")
    assert expected is not None
    assert review.rating == expected.rating
