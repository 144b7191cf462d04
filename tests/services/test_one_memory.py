"""Grades, mock interviews and partial marks all end in reviews that the memory counts, each as what it was."""

from __future__ import annotations

from datetime import timedelta

import pytest

from interview_cli.domain.history.event import EventKind
from interview_cli.domain.history.replay import Replay, catch_up
from interview_cli.domain.history.study_day import study_day
from interview_cli.domain.items.question import Choice, Option
from interview_cli.domain.memory.fsrs import DEFAULT, Rating, first_memory
from interview_cli.services.code.grade import GradeLog
from tests.fakes import FakeClock, MemoryLog, SequentialIds, bank_of, code
from tests.services.test_drill import Desk, asked
from tests.services.test_mock import BANK, Table, give_up, play_round, verdict


def learned(desk: Desk | Table) -> Replay:
    bank = BANK if isinstance(desk, Table) else desk.bank
    return catch_up(desk.log.events(), bank.items, desk.clock.zone)


@pytest.mark.parametrize(
    ("grades", "rating"),
    [((4,), Rating.EASY), ((1, 4), Rating.HARD), ((1, 2), Rating.AGAIN)],
)
def test_the_grades_of_a_day_are_one_review_of_the_problem(grades: tuple[int, ...], rating: Rating) -> None:
    clock, log, bank = FakeClock(), MemoryLog(), bank_of(code("attention", "s07-attention"))
    graded = GradeLog(log, clock, SequentialIds(), bank)
    for passed in grades:
        graded.attempt(verdict("attention", passed=passed), "source", seconds=60)
    graded.review_of_the_day("attention")
    learner = catch_up(log.events(), bank.items, clock.zone)
    state = learner.states["attention"]
    assert (state.reviews, state.memory) == (1, first_memory(rating, DEFAULT))
    assert learner.ensemble.recall("attention", study_day(clock.now(), clock.zone) + timedelta(days=1)) > 0


def test_a_later_grade_of_another_day_is_evidence_of_what_was_remembered() -> None:
    clock, log, bank = FakeClock(), MemoryLog(), bank_of(code("attention", "s07-attention"))
    graded = GradeLog(log, clock, SequentialIds(), bank)
    for passed in (4, 1):
        graded.attempt(verdict("attention", passed=passed), "source", seconds=600)
        graded.review_of_the_day("attention")
        clock.advance(days=3)
    learner = catch_up(log.events(), bank.items, clock.zone)
    assert learner.states["attention"].lapses == 1
    assert [sum(forgotten for _, forgotten in tally.values()) for tally in learner.ensemble.tallies] == [1] * 16


SEVERAL = Choice(
    kind="choice",
    id="q07-several",
    concepts=("s07-several",),
    prompt="Which are prime?",
    options=(
        *(Option(text=text, correct=True) for text in ("2", "3", "5")),
        *(Option(text=text) for text in ("4", "9")),
    ),
)


def test_a_partial_answer_is_remembered_as_hard() -> None:
    desk = Desk(SEVERAL)
    drill = desk.start()
    keys = [option.key for option in asked(drill).shown.options if option.text in ("2", "3")]
    marked = drill.submit(",".join(keys))
    assert marked is not None and 0.5 <= marked.score < 1
    drill.rate(drill.current.ratings.default)  # type: ignore[union-attr]
    assert learned(desk).states["q07-several"].memory == first_memory(Rating.HARD, DEFAULT)


@pytest.mark.parametrize("name", ["coding", "fundamentals", "design"])
def test_every_item_that_a_mock_round_asked_is_remembered_from_then_on(name: str) -> None:
    well, ill = Table(), Table()
    play_round(well.start(name))
    play_round(ill.start(name), give_up)
    for table in (well, ill):
        reviewed = {event.item for event in table.kinds(EventKind.REVIEW)}
        answered = {event.item for event in table.kinds(EventKind.ATTEMPT)} & BANK.items.keys()
        assert reviewed and answered <= reviewed
        assert learned(table).states.keys() == reviewed
    assert all(state.knew for state in learned(well).states.values())
    assert not any(state.knew for state in learned(ill).states.values())
