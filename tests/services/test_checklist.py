"""The checklist of the evening before: what it asks, what it says of concepts, and that it goes on where it was left."""

from __future__ import annotations

from dataclasses import replace

import pytest

from interview_cli.domain.history.event import Event
from interview_cli.domain.items.question import Bank, KeyPoint
from interview_cli.domain.memory.fsrs import Rating
from interview_cli.services.checklist import Checklist, Means, Part, Standing, Told, answers_of
from tests.fakes import FakeClock, Happened, MemoryLog, SequentialIds, bank_of, code, question

BANK = bank_of(
    question("q07-a", "s07-a"),
    question("q07-b", "s07-b"),
    question("q09-c", "s09-c"),
    core=("s07-a", "s07-b", "s09-c"),
)
ALL = ["core-0", "core-1", "core-2"]


class Desk:
    """One user's log, clock and bank: `checklist` begins a reading."""

    def __init__(self, bank: Bank = BANK, landed: frozenset[str] = frozenset()) -> None:
        self.bank, self.landed = bank, landed
        self.clock, self.ids, self.log = FakeClock(), SequentialIds(), MemoryLog()
        self.clock.advance(hours=10)

    def checklist(self, part: Part = Part.EVENING) -> Checklist:
        return Checklist(Means(self.bank, self.log, self.clock, self.ids, self.landed), part)

    def happened(self) -> Happened:
        return Happened(self.clock, SequentialIds("elsewhere"))


def asked(checklist: Checklist) -> list[str]:
    """The entries that come one after the other."""
    found = []
    while (turn := checklist.current) is not None:
        found.append(turn.entry.id)
        checklist.next()
    return found


def answer_all(checklist: Checklist, **answers: bool) -> None:
    """Answers by the last letter of the concept; entries without one are passed over."""
    while (turn := checklist.current) is not None:
        ok = answers.get(turn.entry.concepts[0][-1])
        if ok is None:
            checklist.next()
        else:
            checklist.answer(ok=ok)


def test_all_entries_come_in_the_order_of_the_list() -> None:
    desk = Desk()
    assert asked(desk.checklist()) == ALL
    turn = desk.checklist().current
    assert turn is not None and (turn.place, turn.total) == (1, 3)


def test_an_answer_is_a_setting_with_day_and_outcome() -> None:
    desk = Desk()
    desk.checklist().answer(ok=False)
    (event,) = desk.log.events()
    assert (event.kind, event.item, event.answer) == (
        "setting", "checklist:core-0", '{"on": "2026-03-02", "ok": false}',
    )  # fmt: skip


def test_a_reading_that_was_cut_short_goes_on_where_it_stopped() -> None:
    """What was passed over without an answer is asked again; what was answered is not."""
    desk = Desk()
    answer_all(desk.checklist(), a=True, c=False)
    again = desk.checklist()
    assert again.was_begun
    assert asked(again) == ["core-1"]


def test_once_all_have_an_answer_what_could_not_be_said_comes_again() -> None:
    desk = Desk()
    answer_all(desk.checklist(), a=True, b=False, c=True)
    assert asked(desk.checklist()) == ["core-1"]
    answer_all(desk.checklist(), b=True)
    assert desk.checklist().current is None


def test_the_next_evening_begins_anew_and_the_small_hours_belong_to_the_evening() -> None:
    desk = Desk()
    answer_all(desk.checklist(), a=True, b=True, c=False)
    desk.clock.advance(hours=7)  # 2 in the morning
    assert asked(desk.checklist()) == ["core-2"]
    desk.clock.advance(hours=16)
    assert not desk.checklist().was_begun
    assert asked(desk.checklist()) == ALL


@pytest.mark.parametrize(
    ("days", "answers", "expected"),
    [
        (1, {"a": True, "b": False, "c": True}, ["core-1"]),
        (1, {"a": True}, []),
        (1, {"a": False}, ["core-0"]),
        (1, {"a": True, "b": True, "c": True}, []),
        (1, {}, []),
        (2, {"a": False, "b": True, "c": True}, []),
    ],
)
def test_the_morning_asks_only_what_was_said_no_to_the_evening_before(
    days: int, answers: dict[str, bool], expected: list[str]
) -> None:
    desk = Desk()
    answer_all(desk.checklist(), **answers)
    desk.clock.advance(days=days, hours=-11)
    morning = desk.checklist(Part.MORNING)
    assert morning.was_read_yesterday == (days == 1 and bool(answers))
    assert asked(morning) == expected


def test_the_morning_goes_on_where_it_stopped_too() -> None:
    desk = Desk()
    answer_all(desk.checklist(), a=False, b=False, c=True)
    desk.clock.advance(days=1, hours=-11)
    desk.checklist(Part.MORNING).answer(ok=False)
    assert asked(desk.checklist(Part.MORNING)) == ["core-1"]


def test_an_entry_can_be_revealed_concept_by_concept() -> None:
    """By the item that asks for the most; a concept of which the bank says nothing is said to be one."""
    points = (KeyPoint(text="first"), KeyPoint(text="second"))
    items = (question("q07-a", "s07-a"), question("q07-aa", "s07-a", key_points=points, why="For this reason."))
    checklist = Desk(bank_of(*items, core=("s07-a", "s08-b"))).checklist()
    assert checklist.told() == (Told("s07-a", ("first", "second"), "For this reason.", "q07-aa"),)
    checklist.next()
    assert checklist.told() == (Told("s08-b", (), "", None),)


def test_going_back_lets_an_answer_be_changed() -> None:
    desk = Desk()
    checklist = desk.checklist()
    assert not checklist.back()
    checklist.answer(ok=False)
    assert checklist.back()
    checklist.answer(ok=True)
    assert checklist.summary().said == 1
    assert checklist.summary().not_yet == ()


def test_the_summary_names_the_sections_of_what_could_not_be_said() -> None:
    desk = Desk()
    checklist = desk.checklist()
    checklist.answer(ok=True)
    checklist.answer(ok=False)
    checklist.next()
    summary = checklist.summary()
    assert (summary.said, [e.id for e in summary.not_yet], [e.id for e in summary.left], summary.sections) == (
        1, ["core-1"], ["core-2"], (7,),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("ratings", "standing"),
    [
        ({}, Standing.NEVER_SEEN),
        ({"q07-a": Rating.EASY}, Standing.KNOWN),
        ({"q07-a": Rating.AGAIN}, Standing.SHAKY),
        ({"q07-a": Rating.EASY, "q07-aa": Rating.AGAIN}, Standing.SHAKY),
    ],
)
def test_a_concept_is_as_known_as_its_least_remembered_item(ratings: dict[str, Rating], standing: Standing) -> None:
    """Also on the day itself, when the memory model gives what was just answered a recall of 1."""
    desk = Desk(bank_of(question("q07-a", "s07-a"), question("q07-aa", "s07-a"), core=("s07-a",)))
    happened = desk.happened()
    for item, rating in ratings.items():
        desk.log.append(happened.review(item, rating))
    turn = desk.checklist().current
    assert turn is not None
    assert turn.concepts[0].standing is standing


def test_the_warm_up_is_an_easy_problem_that_was_met_before() -> None:
    problems = [code("hard", "s07-h", level=3), code("easy", "s07-e", level=1), code("met", "s07-m", level=2)]
    desk = Desk(bank_of(*problems, core=("s07-e",)), landed=frozenset({"hard", "easy", "met"}))

    def warm_up() -> str | None:
        found = desk.checklist(Part.MORNING).warm_up()
        return found and found.id

    assert warm_up() == "easy"
    desk.log.append(desk.happened().review("met", Rating.GOOD))
    assert warm_up() == "met"
    assert Desk().checklist(Part.MORNING).warm_up() is None


def test_settings_that_hold_no_answer_are_passed_over() -> None:
    desk = Desk()
    desk.checklist().answer(ok=True)
    (event,) = desk.log.events()
    broken = ["", "null", '{"on": "yesterday", "ok": true}', '{"on": "2026-03-02"}', '{"on": 3, "ok": 1}']
    desk.log.append(*(_with_answer(event, number, answer) for number, answer in enumerate(broken)))
    assert asked(desk.checklist()) == ALL
    assert answers_of({"checklist:x": {"on": "2026-03-02", "ok": True}, "minutes": 30}).keys() == {"x"}


def _with_answer(event: Event, number: int, answer: str) -> Event:
    return replace(event, id=f"broken-{number}", answer=answer)
