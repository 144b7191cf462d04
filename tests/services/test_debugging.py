"""A debugging exercise: what counts as fixed, hints in steps, the rating, and how it goes on after an interruption."""

from __future__ import annotations

from dataclasses import replace

import pytest

from interview_cli.domain.history.event import Event, EventKind, Mode
from interview_cli.domain.items.question import Debug
from interview_cli.domain.items.verdict import Outcome, Verdict
from interview_cli.domain.plantings.planting import Standing
from interview_cli.services.code.debug_record import Exercise, open_exercise
from interview_cli.services.code.debugging import Debugging, item_for
from tests.domain.test_plantings import PLANTING
from tests.fakes import FakeClock, MemoryLog, SequentialIds, bank_of, code

ITEM = Debug(
    id="q07-debug-a",
    kind="debug",
    concepts=("s07-a",),
    prompt="Fix it.",
    problem="a",
    bugs=2,
    minutes=10,
    sources=("x",),
)
BANK = bank_of(code("a", "s07-a"), ITEM)
FIRST, SECOND = PLANTING.names


class Desk:
    """A log, a clock, and one exercise."""

    def __init__(self, minutes: float | None = None, *, with_item: bool = True) -> None:
        self.clock, self.log, self.ids = FakeClock(), MemoryLog(), SequentialIds()
        self.bank = BANK if with_item else bank_of(code("a", "s07-a"))
        item = item_for(self.bank, "a")
        exercise = Exercise(self.ids(), item, PLANTING, self.clock.now(), minutes)
        self.debugging = Debugging.begin(exercise, self.bank, self.log, self.clock, self.ids)

    def again(self) -> Debugging:
        past = open_exercise(self.log.events())
        assert past is not None
        return Debugging(past, self.bank, self.log, self.clock, self.ids)

    def grade(self, *left: str, other: str = "", outcome: Outcome | None = None, after: float = 60) -> None:
        self.clock.advance(seconds=after)
        standing = Standing(PLANTING.kinds, left, other)
        if outcome is Outcome.INVALID:
            standing = Standing.unknown(PLANTING, "syntax")
        outcome = outcome or (Outcome.FAIL if left or other else Outcome.PASS)
        self.debugging.submit("code", Verdict("a", "a.py", outcome, "", seed=7, standing=standing))

    def hide(self, *unsure: str, left: tuple[str, ...]) -> None:
        """Save a wrong repair that hides some of those that seem to be left."""
        standing = Standing(PLANTING.kinds, left, "sum: wrong", unsure=unsure)
        verdict = Verdict("a", "a.py", Outcome.FAIL, "", seed=7, standing=standing)
        self.debugging.submit("code", self.debugging.counted(verdict))

    def reviews(self) -> list[Event]:
        return [event for event in self.log.events() if event.kind is EventKind.REVIEW]


def test_each_graded_file_says_what_is_fixed() -> None:
    desk = Desk()
    assert (desk.debugging.fixed, desk.debugging.planted) == (0, 2)
    desk.grade(FIRST)
    assert desk.debugging.fixed == 1
    desk.grade()
    assert desk.debugging.fixed == 2 and desk.debugging.is_right


def test_what_a_wrong_repair_hides_counts_as_it_did_before() -> None:
    """The first was repaired; the second is exchanged for another mistake, which hides the first in every result."""
    desk = Desk()
    desk.hide(FIRST, SECOND, left=(FIRST, SECOND))
    assert desk.debugging.fixed == 0
    desk.grade(SECOND)
    desk.hide(FIRST, SECOND, left=(FIRST, SECOND))
    assert desk.debugging.left == (SECOND,)
    assert desk.again().left == (SECOND,)


def test_a_file_that_cannot_be_run_takes_nothing_away() -> None:
    desk = Desk()
    desk.grade(FIRST)
    desk.grade(outcome=Outcome.INVALID)
    assert desk.debugging.left == (FIRST,)
    assert desk.again().left == (FIRST,)


def test_attempts_hold_what_is_left_and_of_what_kind_it_is() -> None:
    from interview_cli.domain.history.code_attempt import CodeAttempt

    desk = Desk()
    desk.grade(FIRST)
    (attempt,) = [event for event in desk.log.events() if event.kind is EventKind.ATTEMPT]
    held = CodeAttempt.of(attempt)
    assert (held.slips, held.planted) == ((FIRST,), PLANTING.kinds)
    assert (attempt.item, attempt.mode, attempt.score) == ("q07-debug-a", Mode.DEBUG, 0.5)


def test_hints_come_in_four_steps_a_mistake_and_only_on_what_is_left() -> None:
    desk = Desk()
    said = [desk.debugging.hint() for _ in range(4)]
    assert said == [
        'One of the mistakes, alone, fails the check "small".',
        "Look at the code of `f`, near line 2 of a.py as it was given to you.",
        "It's about a scale: a factor, a root or a division is missing or wrong.",
        "Your code doesn't divide by d. It should divide by d.",
    ]
    desk.grade(FIRST)
    assert desk.debugging.hints_left == 0 and desk.debugging.hint() is None
    desk.grade(SECOND)
    assert desk.debugging.hints_left == 4


@pytest.mark.parametrize(
    ("grades", "hints", "seconds", "rating"),
    [
        ([()], 0, 60, 4),
        ([()], 0, 400, 3),
        ([()], 1, 60, 2),
        ([()], 0, 900, 2),
        ([()], 4, 60, 2),
        ([(FIRST,)], 0, 60, 2),
        ([(FIRST, SECOND)], 0, 60, 1),
        ([(FIRST,)], 4, 60, 2),
        ([(SECOND,)], 4, 60, 1),
        ([], 0, 60, 1),
    ],
)
def test_the_rating_follows_share_time_and_hints(
    grades: list[tuple[str, ...]], hints: int, seconds: float, rating: int
) -> None:
    desk = Desk()
    for _ in range(hints):
        desk.debugging.hint()
    for left in grades:
        desk.grade(*left, after=seconds)
    result = desk.debugging.end()
    assert [review.rating for review in desk.reviews()] == [rating]
    assert result.hints == hints


def test_a_new_mistake_in_repaired_code_is_no_full_repair() -> None:
    desk = Desk()
    desk.grade(other="sum: wrong")
    assert desk.debugging.fixed == 2 and not desk.debugging.is_right
    desk.debugging.end()
    assert [(review.rating, review.score) for review in desk.reviews()] == [(2, 0.5)]


def test_without_an_item_in_the_bank_there_is_no_review() -> None:
    desk = Desk(with_item=False)
    desk.grade()
    assert desk.debugging.end().rating is None
    assert desk.reviews() == [] and open_exercise(desk.log.events()) is None


def test_an_exercise_that_was_cut_short_goes_on_with_its_hints_and_its_code() -> None:
    desk = Desk()
    desk.debugging.hint()
    desk.grade(FIRST)
    desk.debugging.hint()
    again = desk.again()
    assert (again.planting, again.left, again.hints, again.graded) == (PLANTING, (FIRST,), 2, 1)
    assert len(again.hints_taken()) == 2


def test_an_ended_exercise_is_not_gone_on_with_and_another_problem_is_not_found() -> None:
    desk = Desk()
    assert open_exercise(desk.log.events(), "b") is None
    assert open_exercise(desk.log.events(), "a") is not None
    desk.debugging.end()
    assert open_exercise(desk.log.events()) is None


def test_the_clock_runs_while_nobody_works() -> None:
    desk = Desk(minutes=5)
    desk.clock.advance(minutes=4)
    assert not desk.again().is_time_up
    desk.clock.advance(minutes=1)
    assert desk.again().is_time_up and desk.debugging.is_time_up


def test_a_planting_that_cannot_be_read_any_more_is_passed_over() -> None:
    desk = Desk()
    (event,) = desk.log.events()
    broken = Event(
        id="x", device="d", at=event.at, kind=event.kind, item="a", mode=Mode.DEBUG, session="s",
        answer='{"state": "planted", "planting": {"problem": "a"}, "minutes": null}',
    )  # fmt: skip
    assert open_exercise([broken]) is None


def test_what_an_interviewer_allows_grows_with_the_number_of_mistakes() -> None:
    """The item's ten minutes are for two."""
    desk = Desk()
    assert desk.debugging.minutes == 10
    three = replace(PLANTING, mistakes=(*PLANTING.mistakes, replace(PLANTING.mistakes[0], name="third")))
    exercise = Exercise(desk.ids(), ITEM.id, three, desk.clock.now(), None)
    assert Debugging.begin(exercise, desk.bank, desk.log, desk.clock, desk.ids).minutes == 15
