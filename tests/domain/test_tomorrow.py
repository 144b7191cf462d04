"""What the next day holds."""

from __future__ import annotations

from datetime import timedelta

import pytest

from interview_cli.domain.history.replay import catch_up
from interview_cli.domain.history.study_day import study_day
from interview_cli.domain.memory.fsrs import Rating
from interview_cli.domain.planning.interview import Interview
from interview_cli.domain.planning.tomorrow import Tomorrow, tomorrow
from interview_cli.reports.wording import next_day
from tests.fakes import ZONE, FakeClock, Happened, bank_of, code, question

BANK = bank_of(*(question(f"q02-n{number}", minutes=2) for number in range(9)), code("p", "s07-p", minutes=3))


def held(happened: Happened, days: int, minutes: float) -> Tomorrow:
    """What tomorrow holds with an interview so many days ahead."""
    now = happened.clock.now()
    interviews = [Interview("lab", study_day(now, ZONE) + timedelta(days=days))]
    replay = catch_up(happened.events, BANK.items, ZONE)
    return tomorrow(BANK, happened.events, now, interviews, minutes, landed=frozenset({"p"}), replay=replay)


def practised() -> Happened:
    happened = Happened(FakeClock())
    for number in range(3):
        happened.review(f"q02-n{number}", Rating.AGAIN)
    return happened


def test_what_was_missed_comes_again_with_what_is_new_and_a_problem() -> None:
    found = held(practised(), 20, 40)
    assert (found.again, found.problems, found.is_off, found.is_the_day) == (3, 1, False, False)
    assert found.new > 0
    assert next_day(found) == f"Tomorrow: 3 questions again, {found.new} new questions, 1 problem."


def test_a_day_off_holds_nothing() -> None:
    happened = practised()
    happened.setting(f"off:{study_day(happened.clock.now(), ZONE) + timedelta(days=1)}", True)
    assert next_day(held(happened, 20, 30)) == "Tomorrow is a day off."


@pytest.mark.parametrize(
    ("happened", "said"), [(practised(), "3 questions again"), (Happened(FakeClock()), "nothing to review")]
)
def test_on_the_eve_it_says_that_nothing_is_new(happened: Happened, said: str) -> None:
    assert next_day(held(happened, 1, 30)) == f"Tomorrow is the interview: nothing new, {said}."
