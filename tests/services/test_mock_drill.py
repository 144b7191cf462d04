"""What a scorecard says to drill next leads the next drill, once."""

from __future__ import annotations

import json
from collections.abc import Sequence
from random import Random
from typing import Any

import pytest

from interview_cli.domain.history.event import EventKind, Mode
from interview_cli.domain.items.question import Bank
from interview_cli.domain.items.shown import present
from interview_cli.domain.planning.day_plan import Wanted
from interview_cli.domain.rounds.blueprint import Weights
from interview_cli.domain.rounds.scorecard import Ended, Judge, Outcome, Seen
from interview_cli.services.drill.after_mock import missed, since_when
from interview_cli.services.drill.start import Learner, start
from interview_cli.services.drill.steps import Means, Request
from tests.fakes import FakeClock, Happened, MemoryLog, SequentialIds, bank_of, code, question

BANK = bank_of(
    *(question(f"q{section:02d}-{name}", minutes=2) for section in (2, 7, 8) for name in "abcdefgh"),
    code("sort", "s01-sort", minutes=25),
)


class Desk:
    """A history with mocks, and the drill that follows it."""

    def __init__(self, bank: Bank = BANK) -> None:
        self.clock, self.bank = FakeClock(), bank
        self.happened = Happened(self.clock)

    def mock(self, *items: str, session: str | None = None) -> None:
        """A round that missed these items, each of which was reviewed as not known."""
        for item in items:
            self.happened.review(item, 1, mode=Mode.MOCK, session=session)  # type: ignore[arg-type]
        outcomes = tuple(
            Outcome(item, "all", "recall", item, Ended.ANSWERED, 0.0, Judge.YOU, 10.0, 60.0, drill=(item,))
            for item in items
        )
        even = Weights(correctness=1, depth=1, communication=1, speed=1)
        seen = Seen(
            "fundamentals", "Fundamentals", "full", 1, True, 45.0, 60.0, even, outcomes, ("spoke",), frozenset()
        )
        answer = json.dumps(seen.as_json())
        self.happened.event(
            EventKind.ROUND, "fundamentals", mode=Mode.MOCK, session=session or self.happened.ids(), answer=answer
        )

    def drill(self, minutes: float = 30, **wanted: Any) -> list[str]:
        """The items of the next drill."""
        means = Means(
            bank=self.bank,
            log=MemoryLog(self.happened.events),
            clock=self.clock,
            ids=SequentialIds(),
            rng=Random(1),
            landed=frozenset({"sort"}),
            present=lambda item, seed: present(item, seed, self.bank.problems.get(item.id)),
            reference=lambda _: "",
        )
        drill = start(means, Learner.of(means), Request(minutes, Wanted(**wanted)))
        assert drill is not None
        *_, begun = (event for event in means.log.events() if '"start"' in event.answer and event.mode is Mode.DRILL)
        return list(json.loads(begun.answer)["items"])


@pytest.fixture
def desk() -> Desk:
    return Desk()


THREE = ["q02-g", "q07-h", "q08-h"]


def test_what_a_mock_missed_today_is_drilled_today(desk: Desk) -> None:
    """Nothing that was reviewed today is due today: the card leads the drill nevertheless."""
    desk.mock(*THREE)
    drill = desk.drill()
    assert drill[:3] == THREE
    assert len(drill) == len(set(drill)) > 3


def test_a_review_in_a_drill_settles_it(desk: Desk) -> None:
    desk.mock(*THREE)
    desk.clock.advance(minutes=5)
    desk.happened.review("q07-h")
    assert desk.drill()[:2] == ["q02-g", "q08-h"]
    assert missed(desk.happened.events) == ("q02-g", "q08-h")


def test_what_another_drill_asks_now_is_left_to_it(desk: Desk) -> None:
    desk.mock(*THREE)
    desk.happened.session_start("q07-h", place=2)
    drill = desk.drill()
    assert drill[:2] == ["q02-g", "q08-h"]
    assert "q07-h" not in drill


def test_a_week_later_it_has_had_its_chance(desk: Desk) -> None:
    desk.mock(*THREE)
    log = MemoryLog(desk.happened.events)
    desk.clock.advance(days=8)
    assert missed(log.since(since_when(desk.clock.now(), desk.clock.zone))) == tuple(THREE)
    desk.clock.advance(days=1)
    assert missed(log.since(since_when(desk.clock.now(), desk.clock.zone))) == ()


def test_of_a_loop_the_worst_of_all_rounds_come_first_and_then_each_rounds_own(desk: Desk) -> None:
    desk.mock("q02-a", "q02-b", session="one")
    desk.mock("q07-a", "q07-b", session="one")
    assert missed(desk.happened.events) == ("q02-a", "q02-b", "q07-a", "q07-b")
    desk.clock.advance(minutes=1)
    desk.mock("q08-a", session="two")
    assert missed(desk.happened.events)[0] == "q08-a"


@pytest.mark.parametrize(
    ("wanted", "items"),
    [
        ({"sections": frozenset({7})}, ["q07-h"]),
        ({"kinds": frozenset({"code"})}, []),
        ({"count": 2}, ["q02-g"]),
        ({"new": 0}, THREE),
    ],
)
def test_it_keeps_to_what_the_drill_was_asked_for(desk: Desk, wanted: dict[str, Any], items: Sequence[str]) -> None:
    desk.mock(*THREE)
    drill = desk.drill(**wanted)
    assert [item for item in drill if item in THREE][: len(items)] == items == drill[: len(items)]
    assert wanted.get("count") in (None, len(drill))


def test_half_of_a_drill_is_left_to_the_plan_and_long_code_to_its_own_time(desk: Desk) -> None:
    desk.mock("sort", "q02-a", "q02-b", "q02-c")
    assert desk.drill(minutes=8)[:2] == ["q02-a", "q02-b"]
    assert "sort" not in desk.drill(minutes=8)
    desk.happened.setting("suspend:q02-a", True)
    assert "q02-a" not in desk.drill(minutes=8)


def test_an_undone_round_sends_nothing(desk: Desk) -> None:
    desk.mock(*THREE)
    desk.happened.void(desk.happened.events[-1])
    assert desk.drill()[:3] != THREE
