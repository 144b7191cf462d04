"""The drill: every key, every kind, the ratings, undo, and going on after a kill at any moment."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import timedelta
from random import Random
from typing import Any

import pytest

from interview_cli.domain.errors import UsageError
from interview_cli.domain.history.event import Event, EventKind, Mode
from interview_cli.domain.history.log_reading import answers, effective
from interview_cli.domain.history.study_day import study_day
from interview_cli.domain.items.answer import Mark
from interview_cli.domain.items.question import (
    AnyItem,
    Bank,
    Bug,
    Choice,
    Code,
    Debug,
    Design,
    Formula,
    KeyPoint,
    Matching,
    Numeric,
    Option,
    Ordering,
    Phase,
    Recall,
    SymbolSpec,
)
from interview_cli.domain.items.shown import Shown
from interview_cli.domain.items.shown import present as present_item
from interview_cli.domain.items.verdict import CheckResult, CheckStatus, Outcome, Verdict
from interview_cli.domain.marking import expected_answer
from interview_cli.domain.memory.fsrs import Rating
from interview_cli.domain.memory.states import Known
from interview_cli.domain.planning.day_plan import Aim, Wanted
from interview_cli.domain.plantings.hints import STEPS
from interview_cli.domain.plantings.planting import Standing
from interview_cli.domain.progress.figures import progress
from interview_cli.services.code.grade import GradeLog
from interview_cli.services.drill.session import Drill
from interview_cli.services.drill.start import Learner, resume, start, unfinished
from interview_cli.services.drill.steps import Answered, Asked, Ended, Means, Request
from tests.fakes import FakeClock, Happened, MemoryLog, SequentialIds, bank_of, code, question

ALL_DAY = Request(600, Wanted())


def common(item: str, **fields: Any) -> dict[str, Any]:
    return {"id": item, "concepts": ("s" + item[1:],), "prompt": f"What of {item}?", "minutes": 1, **fields}


CHOICE = Choice(
    kind="choice",
    **common("q07-choice", hints=("Think of a fruit.", "It is red.")),
    options=(Option(text="apple", correct=True), Option(text="pear", why="Not red."), Option(text="plum")),
)
SEVERAL = Choice(
    kind="choice",
    **common("q07-several"),
    options=(Option(text="2", correct=True), Option(text="3", correct=True), Option(text="4")),
)
FORMULA = Formula(kind="formula", **common("q08-formula"), symbols={"a": SymbolSpec(domain="real")}, answer="2*a")
NUMERIC = Numeric(kind="numeric", **common("q09-numeric"), answer="4*256", unit="B")
ORDERING = Ordering(kind="ordering", **common("q10-ordering"), steps=("first", "then", "last"))
MATCHING = Matching(kind="matching", **common("q11-matching"), rows={"cat": {"says": "miaow"}, "dog": {"says": "wuff"}})
RECALL = Recall(
    kind="recall",
    **common("q12-recall"),
    key_points=(KeyPoint(text="the essence", essential=True), KeyPoint(text="a detail"), KeyPoint(text="another")),
)
DESIGN = Design(
    kind="design",
    **common("q14-design"),
    phases=(Phase(name="ask", minutes=5, checklist=("users",)), Phase(name="draw", minutes=5, checklist=("boxes",))),
)
BUG = Bug(
    kind="bug",
    **common("q07-bug"),
    problem="attention",
    slip="no-scale",
    options=(Option(text="it is unscaled", correct=True), Option(text="it is fine")),
)
ATTENTION = code("attention", "s07-attention", hints=("Scale it.",))
DEBUG = Debug(kind="debug", **common("q07-debug") | {"minutes": 10}, problem="attention", bugs=2)
QUESTIONS: tuple[AnyItem, ...] = (CHOICE, FORMULA, NUMERIC, ORDERING, MATCHING, RECALL, DESIGN)


class Desk:
    """A drill with everything that it needs, which can be killed and started again."""

    def __init__(self, *items: AnyItem, log: MemoryLog | None = None) -> None:
        self.bank: Bank = bank_of(*items)
        self.clock = FakeClock()
        self.ids = SequentialIds()
        self.log = log or MemoryLog()

    def means(self, seed: int = 1) -> Means:
        return Means(
            bank=self.bank,
            log=self.log,
            clock=self.clock,
            ids=self.ids,
            rng=Random(seed),
            landed=frozenset(self.bank.problems),
            present=self.present,
            reference=lambda problem: f"def {problem}(): ...",
        )

    def present(self, item: AnyItem, seed: int) -> Shown:
        match item:
            case Code():
                return present_item(item, seed, self.bank.problems[item.id], stub="def f(): ...")
            case Bug():
                return present_item(item, seed, code="x = 1")
            case _:
                return present_item(item, seed)

    def start(self, request: Request = ALL_DAY, place: int = 1) -> Drill:
        means = self.means()
        drill = start(means, Learner.of(means), request, place)
        assert drill is not None
        return drill

    def start_again(self) -> Drill | None:
        """What the next process finds, None if no drill is open."""
        means = self.means(seed=2)
        learner = Learner.of(means)
        open_ = unfinished(means, learner)
        return resume(means, learner, open_[0]) if open_ else None

    def written(self, kind: EventKind) -> list[Event]:
        return [event for event in self.log.events() if event.kind is kind]

    def reviews(self) -> list[Event]:
        return [e for e in effective(self.log.events(), self.bank.items) if e.kind is EventKind.REVIEW]


def asked(drill: Drill) -> Asked:
    assert isinstance(drill.current, Asked)
    return drill.current


def answered(drill: Drill) -> Answered:
    assert isinstance(drill.current, Answered)
    return drill.current


def ended(drill: Drill) -> Ended:
    assert isinstance(drill.current, Ended)
    return drill.current


def right(drill: Drill) -> str:
    expected = expected_answer(asked(drill).item, asked(drill).shown.seed)
    assert expected is not None
    return expected


def wrong(drill: Drill) -> str:
    keys = [option.key for option in asked(drill).shown.options]
    return next(key for key in keys if key not in right(drill))


def verdict(outcome: Outcome = Outcome.PASS) -> Verdict:
    status = CheckStatus.PASS if outcome is Outcome.PASS else CheckStatus.FAIL
    return Verdict("attention", "a.py", outcome, "", 7, checks=(CheckResult("shape", status),))


# --- one item after the other


@pytest.mark.parametrize(("role", "section"), [("t2i", 14), ("video", 15), ("llm-post-training", 17)])
def test_a_drill_asks_first_what_the_role_of_the_interview_weighs(role: str, section: int) -> None:
    desk = Desk(*(question(f"q{number:02}-a", minutes=2) for number in (4, 14, 15, 17)))
    happened = Happened(desk.clock)
    happened.setting("interview:lab", {"on": "2026-03-20", "role": role})
    desk.log.append(*happened.events)
    assert asked(desk.start()).item.id == f"q{section:02}-a"


def test_the_plan_is_the_first_thing_in_the_log_and_the_end_the_last() -> None:
    desk = Desk(CHOICE)
    drill = desk.start(Request(20, Wanted(sections=frozenset({7}))))
    (first,) = desk.log.events()
    assert (first.kind, first.mode) == (EventKind.SESSION, Mode.DRILL)
    assert json.loads(first.answer) == {
        "state": "start",
        "items": ["q07-choice"],
        "minutes": 20,
        "asked": {"minutes": 20, "count": None, "sections": [7], "kinds": [], "new": None, "cram": False},
        "place": 1,
    }
    drill.submit(right(drill))
    drill.rate(Rating.GOOD)
    assert ended(drill)
    assert json.loads(desk.log.events()[-1].answer) == {"state": "end"}
    assert {event.session for event in desk.log.events()} == {first.session}


def test_nothing_to_practise_is_no_drill_and_leaves_no_trace() -> None:
    desk = Desk(CHOICE)
    means = desk.means()
    assert start(means, Learner.of(means), Request(30, Wanted(new=0))) is None
    assert not desk.log.events()


@pytest.mark.parametrize("item", [CHOICE, SEVERAL, FORMULA, NUMERIC, ORDERING, MATCHING, BUG], ids=lambda item: item.id)
def test_a_machine_marked_answer_is_in_the_log_before_it_is_rated(item: AnyItem) -> None:
    desk = Desk(item, *([ATTENTION] if item is BUG else []))
    drill = desk.start(Request(600, Wanted(kinds=frozenset({item.kind}))))
    typed, seed = right(drill), asked(drill).shown.seed
    desk.clock.advance(seconds=12)
    marked = drill.submit(typed)
    assert marked is not None
    assert marked.mark is Mark.RIGHT
    (attempt,) = desk.written(EventKind.ATTEMPT)
    assert (attempt.item, attempt.answer, attempt.mark, attempt.score) == (item.id, typed, Mark.RIGHT, 1.0)
    assert (attempt.seed, attempt.seconds, attempt.rating) == (seed, 12.0, None)
    assert not desk.reviews()
    assert answered(drill).ratings.default is Rating.GOOD
    desk.clock.advance(seconds=8)
    drill.rate(Rating.EASY)
    (review,) = desk.reviews()
    assert (review.item, review.rating, review.mark, review.score) == (item.id, 4, Mark.RIGHT, 1.0)
    assert (review.seed, review.seconds) == (seed, 20.0)


@pytest.mark.parametrize("item", [RECALL, DESIGN], ids=lambda item: item.id)
def test_what_the_user_marks_is_ticked_and_rated(item: AnyItem) -> None:
    desk = Desk(item)
    drill = desk.start()
    assert drill.submit("I said this and that") is None
    assert desk.written(EventKind.ATTEMPT)[0].answer == "I said this and that"
    assert answered(drill).ratings.default is Rating.AGAIN
    drill.tick({0, 1})
    assert answered(drill).ratings.default is Rating.GOOD
    drill.rate(Rating.GOOD)
    (review,) = desk.reviews()
    assert json.loads(review.answer) == {"ticked": [0, 1]}
    assert review.mark is None


def test_after_a_hint_an_answer_is_good_at_most() -> None:
    drill = Desk(CHOICE).start()
    assert drill.hint() == "Think of a fruit."
    drill.submit(right(drill))
    assert answered(drill).ratings.allowed == (Rating.HARD, Rating.GOOD)
    own = Desk(RECALL.model_copy(update={"hints": ("Begin with the essence.",)})).start()
    assert own.hint() == "Begin with the essence."
    own.submit("")
    own.tick({0, 1, 2})
    assert answered(own).ratings.allowed == (Rating.AGAIN, Rating.HARD, Rating.GOOD)


def test_an_essential_point_unticked_is_at_most_hard() -> None:
    drill = Desk(RECALL).start()
    drill.submit("")
    drill.tick({1, 2})
    assert answered(drill).ratings.allowed == (Rating.AGAIN, Rating.HARD)
    with pytest.raises(UsageError, match="you can't rate this answer Good") as refused:
        drill.rate(Rating.GOOD)
    assert refused.value.hint == "choose 1 Again, 2 Hard, since an essential point (*) is missing"
    drill.tick({0, 1, 2, 99})
    assert answered(drill).ticked == {0, 1, 2}
    drill.rate(Rating.GOOD)


def test_an_unreadable_answer_is_asked_again_and_leaves_no_trace() -> None:
    desk = Desk(NUMERIC)
    drill = desk.start()
    before, number = drill.current, len(desk.log.events())
    marked = drill.submit("many bytes")
    assert marked is not None
    assert marked.mark is Mark.UNREADABLE
    assert drill.current == before
    assert len(desk.log.events()) == number


def test_a_wrong_answer_is_again_only_and_comes_once_more_the_same_day() -> None:
    desk = Desk(CHOICE)
    drill = desk.start()
    drill.submit(wrong(drill))
    assert answered(drill).ratings.allowed == (Rating.AGAIN,)
    drill.rate(Rating.AGAIN)
    assert asked(drill).is_repeat
    assert (drill.standing.done, drill.standing.total, drill.standing.repeats) == (1, 1, 1)
    drill.submit(wrong(drill))
    drill.rate(Rating.AGAIN)
    assert ended(drill).summary.answered == 2
    assert [review.rating for review in desk.reviews()] == [1, 1]


def test_giving_up_is_a_wrong_answer_that_is_in_the_log() -> None:
    desk = Desk(CHOICE)
    drill = desk.start()
    drill.give_up()
    assert answered(drill).ratings.allowed == (Rating.AGAIN,)
    assert not answered(drill).can_be_overturned
    assert desk.written(EventKind.ATTEMPT)[0].mark is Mark.WRONG


def test_what_does_not_fit_the_step_changes_nothing() -> None:
    desk = Desk(CHOICE)
    drill = desk.start()
    for act in (lambda: drill.rate(Rating.GOOD), lambda: drill.tick({0}), drill.overturn):
        with pytest.raises(UsageError):
            act()
    drill.submit(right(drill))
    number = len(desk.log.events())
    for act in (drill.skip, drill.known, drill.bury, drill.suspend, drill.hint, drill.overturn, drill.give_up):
        with pytest.raises(UsageError):
            act()
    assert len(desk.log.events()) == number


# --- keys


def test_hints_come_one_by_one_and_are_counted() -> None:
    desk = Desk(CHOICE)
    drill = desk.start()
    assert [drill.hint() for _ in range(3)] == ["Think of a fruit.", "It is red.", None]
    drill.submit(right(drill))
    drill.rate(Rating.HARD)
    assert [event.hints for event in (*desk.written(EventKind.ATTEMPT), *desk.reviews())] == [2, 2]


def test_a_skipped_item_comes_back_at_the_end_as_it_was_with_the_time_it_had() -> None:
    desk = Desk(CHOICE, RECALL)
    drill = desk.start()
    first = asked(drill)
    desk.clock.advance(seconds=30)
    assert drill.skip()
    drill.submit("") if asked(drill).item is RECALL else drill.submit(right(drill))
    drill.rate(answered(drill).ratings.allowed[-1] if answered(drill).item is CHOICE else Rating.AGAIN)
    assert asked(drill).shown == first.shown
    desk.clock.advance(seconds=5)
    drill.give_up()
    assert desk.written(EventKind.ATTEMPT)[-1].seconds == 35.0


def test_an_item_skipped_twice_or_as_the_last_one_is_left_for_another_drill() -> None:
    desk = Desk(CHOICE, FORMULA)
    drill = desk.start()
    assert [drill.skip(), drill.skip(), drill.skip()] == [True, True, False]
    assert not drill.skip()
    assert (ended(drill).summary.answered, ended(drill).summary.left) == (0, 2)


def test_known_is_a_review_that_the_memory_takes_as_a_claim() -> None:
    desk = Desk(CHOICE)
    drill = desk.start()
    drill.known()
    (review,) = desk.reviews()
    assert (review.rating, json.loads(review.answer)) == (4, {"known": True})
    told = answers(desk.reviews(), desk.bank.items, desk.clock.zone)
    assert [type(answer) for answer in told] == [Known]
    assert ended(drill).summary.known == 1


@pytest.mark.parametrize(
    ("act", "setting"),
    [(Drill.bury, ("bury:q07-choice", '"2026-03-03"')), (Drill.suspend, ("suspend:q07-choice", "true"))],
    ids=["bury", "suspend"],
)
def test_bury_and_suspend_are_settings_and_the_item_is_gone(
    act: Callable[[Drill], None], setting: tuple[str, str]
) -> None:
    desk = Desk(CHOICE)
    drill = desk.start()
    act(drill)
    assert ended(drill)
    assert [(event.item, event.answer) for event in desk.written(EventKind.SETTING)] == [setting]


def test_flag_and_note_are_kept_and_the_note_is_there_at_the_reveal() -> None:
    desk = Desk(CHOICE)
    drill = desk.start()
    drill.flag("two options are right")
    drill.write_note("apples, always apples")
    drill.submit(right(drill))
    assert drill.note == "apples, always apples"
    assert [(e.item, e.answer) for e in desk.written(EventKind.FLAG)] == [("q07-choice", "two options are right")]
    assert desk.start_again() is not None
    assert desk.start_again().note == "apples, always apples"  # type: ignore[union-attr]


def test_a_leech_is_named_with_what_to_do_about_it() -> None:
    happened = Happened(FakeClock())
    for _ in range(5):
        happened.review("q07-choice", Rating.AGAIN)
        happened.clock.advance(days=1)
    desk = Desk(CHOICE, SEVERAL, log=MemoryLog(happened.events))
    desk.clock = happened.clock
    drill = desk.start()
    remedies = {}
    while isinstance(drill.current, Asked):
        remedies[drill.current.item.id] = drill.remedy
        drill.known()
    assert remedies["q07-choice"].startswith("forgotten 4 times, and no other item asks this")
    assert remedies[SEVERAL.id] == drill.remedy == ""


def test_an_overturned_mark_counts_as_right_and_can_be_taken_back() -> None:
    desk = Desk(CHOICE)
    drill = desk.start()
    drill.submit(wrong(drill))
    (attempt,) = desk.written(EventKind.ATTEMPT)
    drill.overturn()
    assert [event.item for event in desk.written(EventKind.DISPUTE)] == [attempt.id]
    assert answered(drill).ratings.default is Rating.GOOD
    drill.overturn()
    assert answered(drill).ratings.allowed == (Rating.AGAIN,)
    drill.overturn()
    drill.rate(Rating.GOOD)
    (review,) = desk.reviews()
    assert (review.mark, review.score, review.rating) == (Mark.RIGHT, 1.0, 3)
    assert ended(drill).summary.right == 1


# --- two drills at once


def test_of_two_drills_that_rate_one_answer_the_second_is_refused_and_goes_on() -> None:
    desk = Desk(CHOICE, RECALL)
    first = desk.start()
    while asked(first).item is not CHOICE:
        first.skip()
    first.submit(right(first))
    second = desk.start_again()
    assert second is not None
    assert second.rate(Rating.EASY)
    assert not first.rate(Rating.GOOD)
    assert [(review.item, review.rating) for review in desk.reviews()] == [("q07-choice", 4)]
    assert asked(first).item is RECALL
    assert first.standing.done == 0
    assert second.known()
    assert not first.known()
    assert ended(first).summary.answered == 0


def test_a_drill_may_rate_again_what_it_took_back_and_what_comes_once_more() -> None:
    desk = Desk(CHOICE)
    drill = desk.start()
    drill.submit(right(drill))
    assert drill.rate(Rating.GOOD)
    desk = Desk(RECALL)
    drill = desk.start()
    drill.submit("")
    assert drill.rate(Rating.AGAIN)
    drill.undo()
    assert drill.rate(Rating.AGAIN)
    again = desk.start_again()
    assert again is not None
    again.submit("")
    assert again.rate(Rating.AGAIN)
    assert len(desk.reviews()) == 2


# --- undo


def test_undo_voids_the_review_and_goes_back_to_its_rating_with_the_present_item_next() -> None:
    desk = Desk(CHOICE, RECALL)
    drill = desk.start(Request(600, Wanted()))
    first = asked(drill)
    answer_now(drill, Rating.HARD)
    second = asked(drill)
    assert drill.undo()
    assert desk.written(EventKind.VOID)[0].item == desk.written(EventKind.REVIEW)[0].id
    assert answered(drill).shown == first.shown
    assert not desk.reviews()
    drill.rate(Rating.HARD)
    assert asked(drill).shown == second.shown
    assert len(desk.written(EventKind.ATTEMPT)) == 1


def test_undo_of_again_takes_the_repeat_away() -> None:
    desk = Desk(RECALL)
    drill = desk.start()
    drill.submit("")
    drill.rate(Rating.AGAIN)
    assert asked(drill).is_repeat
    drill.undo()
    drill.tick({0, 1, 2})
    drill.rate(Rating.GOOD)
    assert ended(drill)


def test_undo_of_again_takes_the_repeat_away_also_when_it_is_not_its_turn() -> None:
    desk = Desk(RECALL, DESIGN)
    drill = desk.start()
    drill.submit("")
    drill.rate(Rating.AGAIN)
    assert drill.standing.repeats == 1
    drill.undo()
    assert drill.standing.repeats == 0


def test_undo_keeps_ticks_and_brings_a_known_item_back_to_be_asked() -> None:
    desk = Desk(RECALL, CHOICE)
    drill = desk.start()
    while asked(drill).item is not RECALL:
        drill.skip()
    drill.submit("")
    drill.tick({0, 2})
    drill.rate(Rating.HARD)
    drill.undo()
    assert answered(drill).ticked == {0, 2}
    drill.rate(Rating.GOOD)
    drill = desk.start_again() or drill
    drill.undo()
    drill.rate(Rating.GOOD)
    drill.known()
    assert ended(drill).summary.known == 1
    other = Desk(CHOICE, FORMULA)
    drill = other.start()
    first = asked(drill).item
    drill.known()
    drill.undo()
    assert asked(drill).item == first
    assert not other.reviews()


def test_undo_without_a_rating_says_so() -> None:
    assert not Desk(CHOICE).start().undo()


# --- code


def test_a_pass_at_once_is_good_and_fast_easy() -> None:
    desk = Desk(ATTENTION)
    drill = desk.start(Request(600, Wanted(kinds=frozenset({"code"}))))
    desk.clock.advance(minutes=8)
    drill.submit_code("def attention(x): ...", verdict())
    assert answered(drill).ratings.default is Rating.GOOD
    assert answered(drill).reveal.reference == "def attention(): ..."
    drill.rate(Rating.GOOD)
    (attempt,), (review,) = desk.written(EventKind.ATTEMPT), desk.reviews()
    assert json.loads(attempt.answer)["source"] == "def attention(x): ..."
    assert (attempt.seconds, review.seconds, review.mark) == (480.0, 480.0, Mark.RIGHT)


def test_failed_attempts_leave_the_problem_open_and_a_later_pass_is_hard_with_one_review() -> None:
    desk = Desk(ATTENTION)
    drill = desk.start(Request(600, Wanted(kinds=frozenset({"code"}))))
    for _ in range(2):
        desk.clock.advance(seconds=60)
        drill.submit_code("x", verdict(Outcome.FAIL))
        assert asked(drill)
    drill.submit_code("typo", verdict(Outcome.INVALID))
    desk.clock.advance(seconds=60)
    drill.submit_code("y", verdict())
    assert answered(drill).ratings.allowed == (Rating.HARD,)
    drill.rate(Rating.HARD)
    assert [event.seconds for event in desk.written(EventKind.ATTEMPT) if event.mark is not Mark.UNREADABLE] == [
        60.0
    ] * 3
    assert len(desk.reviews()) == 1
    assert desk.reviews()[0].seconds == 180.0


def test_a_hint_makes_a_pass_hard_and_no_pass_is_again_without_a_repeat() -> None:
    desk = Desk(ATTENTION)
    drill = desk.start(Request(600, Wanted(kinds=frozenset({"code"}))))
    drill.hint()
    drill.submit_code("x", verdict())
    assert answered(drill).ratings.allowed == (Rating.HARD,)
    other = Desk(ATTENTION)
    drill = other.start(Request(600, Wanted(kinds=frozenset({"code"}))))
    drill.give_up()
    assert answered(drill).ratings.allowed == (Rating.AGAIN,)
    drill.rate(Rating.AGAIN)
    assert ended(drill)


def test_a_reveal_of_a_problem_is_in_the_log_before_it_is_rated_and_survives_a_kill() -> None:
    """A later grade of the day knows that the answer was seen, and what hints were taken."""
    desk = Desk(ATTENTION)
    drill = desk.start(Request(600, Wanted(kinds=frozenset({"code"}))))
    drill.hint()
    desk.clock.advance(seconds=40)
    drill.give_up()
    (attempt,) = desk.written(EventKind.ATTEMPT)
    assert (attempt.item, attempt.answer, attempt.mark, attempt.score) == ("attention", "", Mark.WRONG, 0.0)
    assert (attempt.seconds, attempt.hints) == (40.0, 1)
    again = desk.start_again()
    assert again is not None
    assert answered(again).reveal.reference == "def attention(): ..."
    assert answered(again).ratings.allowed == (Rating.AGAIN,)
    assert not answered(again).can_be_overturned
    assert progress(desk.bank, desk.log.events(), desk.clock.now(), None, desk.clock.zone).code == ()
    grades = GradeLog(desk.log, desk.clock, desk.ids, desk.bank)
    grades.attempt(verdict(), "x")
    review = grades.review_of_the_day("attention")
    assert review is not None
    assert (review.rating, review.mark) == (Rating.AGAIN, Mark.RIGHT)


def test_giving_up_after_failed_grades_counts_each_second_once_and_the_last_grade_can_be_overturned() -> None:
    desk = Desk(ATTENTION)
    drill = desk.start(Request(600, Wanted(kinds=frozenset({"code"}))))
    desk.clock.advance(seconds=60)
    drill.submit_code("x", verdict(Outcome.FAIL))
    desk.clock.advance(seconds=20)
    drill.give_up()
    graded, revealed = desk.written(EventKind.ATTEMPT)
    assert (graded.seconds, revealed.seconds) == (60.0, 20.0)
    drill.overturn()
    assert [event.item for event in desk.written(EventKind.DISPUTE)] == [graded.id]
    again = desk.start_again()
    assert again is not None
    assert answered(again).dispute is not None
    again.overturn()
    assert answered(again).ratings.allowed == (Rating.AGAIN,)


def test_a_failed_grade_can_be_overturned() -> None:
    desk = Desk(ATTENTION)
    drill = desk.start(Request(600, Wanted(kinds=frozenset({"code"}))))
    desk.clock.advance(minutes=6)
    drill.submit_code("x", verdict(Outcome.FAIL))
    drill.overturn()
    assert answered(drill).ratings.default is Rating.GOOD
    drill.rate(Rating.GOOD)
    assert desk.reviews()[0].mark is Mark.RIGHT


# --- the end


def test_quit_rates_what_the_program_marked_and_leaves_what_was_not_ticked() -> None:
    desk = Desk(CHOICE)
    drill = desk.start()
    drill.submit(right(drill))
    drill.quit()
    assert [review.rating for review in desk.reviews()] == [3]
    assert ended(drill).summary.left == 0
    other = Desk(RECALL)
    drill = other.start()
    drill.submit("words")
    drill.quit()
    assert not other.reviews()
    assert ended(drill).summary.left == 1
    drill.quit()
    assert sum("end" in event.answer for event in other.written(EventKind.SESSION)) == 1


def test_quit_after_failed_grades_is_again() -> None:
    desk = Desk(ATTENTION)
    drill = desk.start(Request(600, Wanted(kinds=frozenset({"code"}))))
    drill.submit_code("x", verdict(Outcome.FAIL))
    drill.quit()
    assert [review.rating for review in desk.reviews()] == [1]


def test_the_summary_counts_and_says_what_tomorrow_brings() -> None:
    desk = Desk(*QUESTIONS)
    drill = desk.start()
    answer_now(drill, Rating.GOOD)
    desk.clock.advance(seconds=60)
    drill.known()
    drill.quit()
    summary = ended(drill).summary
    assert (summary.answered, summary.right, summary.known, summary.left, summary.seconds) == (1, 1, 1, 5, 60.0)


def test_cram_is_written_as_cram_and_teaches_the_schedule_nothing() -> None:
    desk = Desk(CHOICE)
    drill = desk.start(Request(30, Wanted(aim=Aim.CRAM)))
    answer_now(drill, Rating.GOOD)
    assert {event.mode for event in desk.log.events()} == {Mode.CRAM}
    assert not answers(desk.reviews(), desk.bank.items, desk.clock.zone)


# --- killed and started again


def answer_now(drill: Drill, rating: Rating) -> None:
    """Answer and rate the current item, whatever it is."""
    match drill.current:
        case Asked(item=Code()):
            drill.submit_code("x", verdict())
        case Asked(item=Recall() | Design()):
            drill.submit("words")
        case Asked():
            drill.submit(right(drill))
        case _:
            pass
    points = answered(drill).reveal.key_points
    if points:
        drill.tick(range(len(points)))
    allowed = answered(drill).ratings.allowed
    drill.rate(rating if rating in allowed else allowed[-1])


def a_whole_drill(desk: Desk) -> None:
    """A drill with everything in it."""
    drill = desk.start()
    drill.hint()
    drill.submit(wrong(drill)) if asked(drill).item is CHOICE else answer_now(drill, Rating.AGAIN)
    if isinstance(drill.current, Answered):
        drill.rate(Rating.AGAIN)
    drill.known()
    drill.flag("odd")
    answer_now(drill, Rating.HARD)
    drill.undo()
    drill.rate(answered(drill).ratings.allowed[-1])
    drill.bury()
    drill.skip()
    while not isinstance(drill.current, Ended):
        if isinstance(asked(drill).item, Code):
            drill.submit_code("x", verdict(Outcome.FAIL))
        answer_now(drill, Rating.AGAIN if not asked(drill).is_repeat else Rating.GOOD)


def cuts() -> Sequence[int]:
    desk = Desk(*QUESTIONS, ATTENTION, BUG)
    a_whole_drill(desk)
    return range(1, len(desk.log.events()))


@pytest.mark.parametrize("cut", cuts())
def test_a_drill_killed_after_any_event_loses_nothing_and_asks_nothing_twice(cut: int) -> None:
    """Whatever was answered waits for its rating, whatever was rated is done, and the rest is asked."""
    whole = Desk(*QUESTIONS, ATTENTION, BUG)
    a_whole_drill(whole)
    desk = Desk(*QUESTIONS, ATTENTION, BUG, log=MemoryLog(whole.log.events()[:cut]))
    desk.ids = SequentialIds("later")
    desk.ids._last = 10_000
    before = effective(desk.log.events(), desk.bank.items)
    rated = [event.item for event in before if event.kind is EventKind.REVIEW]
    waiting = [e for e in before if e.kind is EventKind.ATTEMPT and e.item not in rated and e.item != "attention"]
    planned = json.loads(before[0].answer)["items"]
    buried = {event.item.removeprefix("bury:") for event in before if event.kind is EventKind.SETTING}

    drill = desk.start_again()
    assert drill is not None
    for attempt in waiting:
        assert answered(drill).item.id == attempt.item
        assert answered(drill).shown.seed == attempt.seed
    asked_again, once_more = [], []
    while not isinstance(drill.current, Ended):
        if isinstance(drill.current, Asked):
            (once_more if drill.current.is_repeat else asked_again).append(drill.current.item.id)
        answer_now(drill, Rating.GOOD)

    assert not set(asked_again) & ({e.item for e in waiting} | set(rated) | buried)
    reviews = desk.reviews()
    assert {review.item for review in reviews} == set(planned) - (buried - set(rated))
    assert [review.id for review in reviews][: len(rated)] == [e.id for e in before if e.kind is EventKind.REVIEW]
    again = {e.item for e in before if e.kind is EventKind.REVIEW and e.rating == 1 and e.item != "attention"}
    assert all(sum(review.item == item for review in reviews) == 2 for item in again)
    answered_twice = {
        item for item in again if sum(e.item == item and e.kind is EventKind.ATTEMPT for e in before) == 2
    }
    still_wrong = {event.item for event in waiting if event.mark is Mark.WRONG}
    assert set(once_more) == (again | still_wrong) - answered_twice
    assert desk.start_again() is None


def test_an_ended_drill_is_not_gone_on_with_and_yesterdays_neither() -> None:
    desk = Desk(CHOICE, RECALL)
    desk.start().quit()
    assert desk.start_again() is None
    desk.start()
    assert desk.start_again() is not None
    desk.clock.advance(days=1)
    assert desk.start_again() is None


def test_a_dispute_survives_a_kill() -> None:
    desk = Desk(CHOICE)
    drill = desk.start()
    drill.submit(wrong(drill))
    drill.overturn()
    again = desk.start_again()
    assert again is not None
    assert answered(again).ratings.default is Rating.GOOD
    again.overturn()
    assert answered(again).ratings.allowed == (Rating.AGAIN,)


def test_ticks_survive_a_kill_and_bound_the_rating() -> None:
    """Those that were said last; a new answer has none of them."""
    desk = Desk(RECALL)
    drill = desk.start()
    drill.submit("the essence and a detail")
    drill.tick({0, 2})
    drill.tick({1, 2})
    again = desk.start_again()
    assert again is not None
    assert answered(again).ticked == {1, 2}
    assert answered(again).ratings.allowed == (Rating.AGAIN, Rating.HARD)
    again.rate(Rating.AGAIN)
    again.submit("once more")
    third = desk.start_again()
    assert third is not None
    assert answered(third).is_repeat
    assert answered(third).ticked == frozenset()


def test_ticks_that_do_not_change_are_not_written_again() -> None:
    desk = Desk(RECALL)
    drill = desk.start()
    drill.submit("")
    drill.tick(())
    drill.tick({0})
    drill.tick({0})
    assert [json.loads(event.answer)["state"] for event in desk.written(EventKind.SESSION)] == ["start", "ticked"]


def test_ticks_after_an_undo_survive_a_kill() -> None:
    desk = Desk(RECALL, CHOICE)
    drill = desk.start()
    while not isinstance(asked(drill).item, Recall):
        drill.skip()
    drill.submit("the essence")
    drill.tick({0})
    drill.rate(Rating.GOOD)
    drill.undo()
    drill.tick({0, 1})
    again = desk.start_again()
    assert again is not None
    assert answered(again).ticked == {0, 1}


def test_a_cram_that_was_cut_short_goes_on_as_cram() -> None:
    """Else its most forgotten items, which cramming does not change, would be asked from the beginning."""
    desk = Desk(CHOICE, RECALL)
    drill = desk.start(Request(30, Wanted(aim=Aim.CRAM)))
    first = asked(drill).item.id
    drill.known()
    again = desk.start_again()
    assert again is not None
    assert asked(again).item.id != first
    again.known()
    assert {event.mode for event in desk.log.events()} == {Mode.CRAM}
    assert desk.start_again() is None


def test_failed_grades_survive_a_kill_and_still_count() -> None:
    desk = Desk(ATTENTION)
    drill = desk.start(Request(600, Wanted(kinds=frozenset({"code"}))))
    drill.submit_code("x", verdict(Outcome.FAIL))
    again = desk.start_again()
    assert again is not None
    assert len(asked(again).attempts) == 1
    again.submit_code("y", verdict())
    assert answered(again).ratings.allowed == (Rating.HARD,)


def test_an_open_drill_knows_whether_it_is_what_is_asked_for() -> None:
    desk = Desk(CHOICE, RECALL)
    wanted = Request(30, Wanted(sections=frozenset({7}), seed=3))
    desk.start(wanted)
    means = desk.means()
    [open_] = unfinished(means, Learner.of(means))
    assert open_.is_for(Request(30, Wanted(sections=frozenset({7}), seed=9)))
    assert not open_.is_for(Request(20, Wanted(sections=frozenset({7}))))
    assert not open_.is_for(ALL_DAY)


def test_the_standing_counts_the_time_of_the_whole_drill() -> None:
    desk = Desk(CHOICE, RECALL)
    drill = desk.start(Request(30, Wanted()))
    desk.clock.advance(minutes=10)
    assert drill.standing.minutes_left == pytest.approx(20)
    answer_now(drill, Rating.GOOD)
    again = desk.start_again()
    assert again is not None
    assert again.standing.minutes_left == pytest.approx(20)
    assert (again.standing.done, again.standing.total) == (1, 2)


def test_the_log_is_not_read_between_questions() -> None:
    """The next question comes at once, however long the history is."""
    desk = Desk(*QUESTIONS)
    drill = desk.start()
    reads = 0
    events = desk.log.events

    def counted() -> Sequence[Event]:
        nonlocal reads
        reads += 1
        return events()

    desk.log.events = counted  # type: ignore[method-assign]
    for _ in range(3):
        answer_now(drill, Rating.GOOD)
    drill.undo()
    assert reads == 0


def test_what_is_for_an_open_question_is_refused_with_what_to_do_first() -> None:
    drill = Desk(CHOICE).start()
    drill.submit(right(drill))
    for key in (drill.skip, drill.known, drill.bury, drill.suspend, drill.give_up):
        with pytest.raises(UsageError, match="rate this answer first"):
            key()
    drill.rate(Rating.GOOD)
    with pytest.raises(UsageError, match="no question is open"):
        drill.skip()


@pytest.mark.parametrize(("days", "due"), [(None, 0), (-1, 0), (14, None)])
def test_the_end_counts_what_is_due_tomorrow_unless_an_interview_is_ahead_then(
    days: int | None, due: int | None
) -> None:
    """Until then it is the gain on its day that decides, not what is due."""
    desk = Desk(CHOICE)
    if days is not None:
        on = study_day(desk.clock.now(), desk.clock.zone) + timedelta(days=days)
        desk.log.append(Happened(desk.clock, desk.ids).setting("interview:lab", {"on": on.isoformat()}))
    drill = desk.start()
    drill.submit(right(drill))
    drill.rate(Rating.EASY)
    drill.quit()
    assert isinstance(drill.current, Ended)
    assert drill.current.summary.due_tomorrow == due


# --- planted code

PLANTED = (("no-scale", "scale"), ("flipped", "sign"))


def repaired(*left: str, outcome: Outcome = Outcome.FAIL) -> Verdict:
    """The verdict on planted code with these mistakes left."""
    outcome = Outcome.PASS if not left else outcome
    return Verdict("q07-debug", "a.py", outcome, "", seed=1, standing=Standing(PLANTED, left))


def debugging() -> tuple[Desk, Drill]:
    desk = Desk(ATTENTION, DEBUG)
    return desk, desk.start(Request(600, Wanted(kinds=frozenset({"debug"}))))


@pytest.mark.parametrize(
    ("lefts", "hints", "after", "rating"),
    [
        (((),), 0, 60, Rating.EASY),
        (((),), 0, 500, Rating.GOOD),
        ((("flipped",), ()), 0, 60, Rating.EASY),
        (((),), 1, 60, Rating.HARD),
        (((),), STEPS, 60, Rating.HARD),
        (((),), 2 * STEPS, 60, Rating.AGAIN),
        ((("flipped",),), 0, 60, Rating.HARD),
        ((("flipped", "no-scale"),), 0, 60, Rating.AGAIN),
        ((), 0, 60, Rating.AGAIN),
    ],
)
def test_planted_code_is_rated_by_what_was_repaired(
    lefts: tuple[tuple[str, ...], ...], hints: int, after: float, rating: Rating
) -> None:
    desk, drill = debugging()
    for _ in range(hints):
        drill.count_hint()
    for left in lefts:
        desk.clock.advance(seconds=after)
        drill.submit_code("x", repaired(*left))
    if isinstance(drill.current, Asked):
        drill.give_up()
    assert isinstance(drill.current, Answered)
    assert drill.current.ratings.default is rating


def test_a_wrong_repair_of_the_last_mistake_is_not_rated_as_a_whole_repair() -> None:
    desk, drill = debugging()
    desk.clock.advance(seconds=60)
    wrong = Standing(PLANTED, (), other='The check "small" fails: the result: 2, expected 1')
    drill.submit_code("x", Verdict("q07-debug", "a.py", Outcome.FAIL, "", seed=1, standing=wrong))
    drill.give_up()
    assert isinstance(drill.current, Answered)
    assert drill.current.ratings.default is Rating.HARD


def test_planted_code_is_the_same_all_day_and_another_one_the_next() -> None:
    _, drill = debugging()
    assert isinstance(drill.current, Asked)
    seed = drill.current.shown.seed
    _, again = debugging()
    assert isinstance(again.current, Asked) and again.current.shown.seed == seed
    later = Desk(ATTENTION, DEBUG)
    later.clock.advance(days=1)
    other = later.start(Request(600, Wanted(kinds=frozenset({"debug"}))))
    assert isinstance(other.current, Asked) and other.current.shown.seed != seed


def test_a_drill_that_ends_with_planted_code_half_repaired_keeps_what_was() -> None:
    desk, drill = debugging()
    drill.submit_code("x", repaired("flipped"))
    drill.quit()
    reviews = [event for event in desk.log.events() if event.kind is EventKind.REVIEW]
    assert [(review.item, review.rating) for review in reviews] == [("q07-debug", 2)]
