"""The plan where all is missed, a week is missed, 5 or 120 minutes or 3 days are left, all is known, or the date moves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import pytest

from interview_cli.domain.history.replay import Replay, catch_up
from interview_cli.domain.history.study_day import study_day
from interview_cli.domain.items.question import Bank
from interview_cli.domain.memory.fsrs import Rating
from interview_cli.domain.planning.day_plan import Planned
from interview_cli.domain.planning.interview import Interview
from interview_cli.domain.planning.outlook import outlook
from interview_cli.domain.planning.planner import plan
from tests.fakes import ZONE, FakeClock, Happened, bank_of, code, question

BANK = bank_of(
    *(question(f"q{section:02}-n{number}", minutes=2) for section in range(1, 9) for number in range(20)),
    *(code(f"p{number}", f"s07-p{number}", minutes=8) for number in range(4)),
)
LANDED = frozenset(BANK.problems)

Rate = Callable[[str, int], Rating]
"""How an item is rated the n-th time that it is asked."""


def always_again(item: str, number: int) -> Rating:
    del item, number
    return Rating.AGAIN


def mostly_good(item: str, number: int) -> Rating:
    return Rating.AGAIN if number == 0 and item.endswith(("0", "3", "6")) else Rating.GOOD


class Learner:
    """Practises what is planned, day after day."""

    def __init__(self, rate: Rate, bank: Bank = BANK) -> None:
        self.happened, self.bank, self._rate = Happened(FakeClock()), bank, rate
        self.asked: dict[str, int] = {}
        self._replay: Replay | None = None

    @property
    def today(self) -> date:
        return study_day(self.happened.clock.now(), ZONE)

    @property
    def replay(self) -> Replay:
        self._replay = catch_up(self.happened.events, self.bank.items, ZONE, self._replay)
        return self._replay

    def planned(self, on: date | None, minutes: float) -> tuple[Planned, ...]:
        interviews = [] if on is None else [Interview("lab", on)]
        now, landed = self.happened.clock.now(), frozenset(self.bank.problems)
        return plan(self.bank, self.happened.events, now, interviews, minutes, landed=landed, replay=self.replay)

    def practise(self, on: date | None, minutes: float, days: int) -> list[int]:
        """Practise so many days; how many new items each held."""
        new = []
        for _ in range(days):
            planned = self.planned(on, minutes)
            new.append(sum(entry.item not in self.asked for entry in planned))
            for entry in planned:
                number = self.asked.get(entry.item, 0)
                self.happened.review(entry.item, self._rate(entry.item, number), seconds=60 * entry.minutes)
                self.asked[entry.item] = number + 1
            self.happened.clock.advance(days=1)
        return new


def fits(planned: Sequence[Planned], minutes: float) -> bool:
    return len(planned) == 1 or sum(entry.minutes for entry in planned) <= minutes


@pytest.mark.parametrize(("days", "minutes"), [(14, 20), (30, 20), (30, 60), (None, 20)])
def test_who_misses_everything_is_asked_it_again_and_nothing_new(days: int | None, minutes: float) -> None:
    learner = Learner(always_again)
    on = None if days is None else learner.today + timedelta(days=days)
    new = learner.practise(on, minutes, 12)
    assert sum(new) <= 2 * minutes
    assert sum(new[6:]) == 0
    assert min(learner.asked.values()) >= 5
    assert learner.planned(on, minutes)


def test_as_soon_as_things_stick_new_ones_come_again() -> None:
    learner = Learner(lambda item, number: Rating.AGAIN if number < 4 else Rating.GOOD)
    on = learner.today + timedelta(days=30)
    new = learner.practise(on, 20, 16)
    assert sum(new[2:5]) < 6 < sum(new[5:])


def test_a_week_missed_is_no_debt() -> None:
    learner = Learner(mostly_good)
    on = learner.today + timedelta(days=30)
    learner.practise(on, 20, 8)
    learner.happened.clock.advance(days=7)
    planned = learner.planned(on, 20)
    assert fits(planned, 20)
    assert len(planned) >= 5
    foreseen = outlook(BANK, learner.replay, learner.today, [Interview("lab", on)], Interview("lab", on), 20, LANDED)
    assert 0.1 < foreseen.share.mean < 0.9


@pytest.mark.parametrize("minutes", [5, 120])
@pytest.mark.parametrize("days", [3, 30])
def test_few_and_many_minutes_are_kept_to_and_used(minutes: float, days: int) -> None:
    learner = Learner(mostly_good)
    on = learner.today + timedelta(days=days)
    for _ in range(days):
        planned = learner.planned(on, minutes)
        assert fits(planned, minutes)
        if any(name not in learner.asked for name in BANK.items):
            assert sum(entry.minutes for entry in planned) >= min(0.6 * minutes, 3)
        learner.practise(on, minutes, 1)
    assert all(entry.item in learner.asked for entry in learner.planned(on, minutes))


def test_three_days_are_filled_and_the_day_itself_holds_nothing_new() -> None:
    learner = Learner(mostly_good)
    on = learner.today + timedelta(days=3)
    for _ in range(3):
        assert fits(planned := learner.planned(on, 30), 30)
        assert sum(entry.minutes for entry in planned) >= 20
        learner.practise(on, 30, 1)
    last = learner.planned(on, 30)
    assert last and all(entry.item in learner.asked for entry in last)


@pytest.mark.parametrize("days", [0, 2, 30, None])
def test_who_knows_everything_has_little_to_do_and_is_told_so(days: int | None) -> None:
    learner = Learner(mostly_good)
    for item in BANK.items:
        learner.happened.known(item)
    learner.happened.clock.advance(days=1)
    on = None if days is None else learner.today + timedelta(days=days)
    planned = learner.planned(on, 30)
    assert fits(planned, 30)
    if on is not None:
        lab = Interview("lab", on)
        foreseen = outlook(BANK, learner.replay, learner.today, [lab], lab, 30, LANDED)
        assert foreseen.share.mean >= 0.8
        assert not foreseen.unreached


def test_a_date_that_moves_changes_the_plan_and_moving_it_back_changes_it_back() -> None:
    learner = Learner(mostly_good)
    first = learner.today + timedelta(days=30)
    learner.practise(first, 20, 8)
    planned = learner.planned(first, 20)
    for on in (learner.today, learner.today + timedelta(days=2), learner.today + timedelta(days=90)):
        assert fits(learner.planned(on, 20), 20)
    assert all(entry.item in learner.asked for entry in learner.planned(learner.today, 20))
    assert learner.planned(learner.today - timedelta(days=1), 20) == learner.planned(None, 20)
    assert learner.planned(learner.today + timedelta(days=2), 20) != planned == learner.planned(first, 20)
    learner.practise(learner.today + timedelta(days=2), 20, 2)
    assert learner.planned(learner.today + timedelta(days=60), 20)
