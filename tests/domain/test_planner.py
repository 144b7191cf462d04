"""What is asked today: never more than fits, what matters most first, what is due on its day."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from interview_cli.domain.history.replay import catch_up
from interview_cli.domain.history.study_day import study_day
from interview_cli.domain.items.question import AnyItem, Bank, Bug, Code, Formula, Option, SymbolSpec
from interview_cli.domain.memory.fsrs import Rating
from interview_cli.domain.memory.prospect import Prospect
from interview_cli.domain.planning.day_plan import Aim, Planned, Wanted
from interview_cli.domain.planning.interview import Interview
from interview_cli.domain.planning.leeches import leeches
from interview_cli.domain.planning.pace import RETURN_SHARE
from interview_cli.domain.planning.planner import choose, due_items, forecast, plan, predicted_recall, target_recall
from tests.fakes import ZONE, FakeClock, Happened, bank_of, code, question

MONDAY = date(2026, 3, 2)


def chosen(bank: Bank, happened: Happened | None = None, minutes: float = 30, **options: object) -> list[str]:
    history = happened or Happened(FakeClock())
    found = plan(bank, history.events, history.clock.now(), (), minutes, **options)  # type: ignore[arg-type]
    return [entry.item for entry in found]


def test_behind_the_plan_stands_what_comes_next_for_whoever_is_quicker() -> None:
    bank = bank_of(*(question(f"q{section:02}-n{number}") for section in (2, 7) for number in range(20)))
    events, now = Happened(FakeClock()).events, FakeClock().now()
    planned = chosen(bank, minutes=10)
    ordered = choose(bank, events, now, (), 10)
    assert list(ordered[: len(planned)]) == planned
    assert len(planned) < len(ordered) == len(set(ordered))
    assert set(ordered) <= {*planned, *chosen(bank, minutes=20)}
    assert len(choose(bank, events, now, (), 10, wanted=Wanted(count=3))) == 3


def test_what_comes_next_holds_no_code_before_its_questions() -> None:
    questions = [question(f"q{section:02}-n{number}") for section in (2, 7) for number in range(40)]
    bank = bank_of(*questions, *(code(f"p{number}", f"s05-c{number}", minutes=5) for number in range(4)))
    events, now, landed = Happened(FakeClock()).events, FakeClock().now(), frozenset(bank.problems)
    planned = plan(bank, events, now, [lab(MONDAY + timedelta(days=9))], 25, landed=landed)
    ordered = choose(bank, events, now, [lab(MONDAY + timedelta(days=9))], 25, landed=landed)
    kinds = [bank.items[item].kind for item in ordered]
    assert [entry.item for entry in planned] == list(ordered[: len(planned)])
    behind = kinds[len(planned) :]
    assert behind.count("code") == 1
    assert behind == sorted(behind, key=lambda kind: kind == "code")


def wanted(bank: Bank, happened: Happened | None = None, minutes: float = 30, **wishes: object) -> list[str]:
    return chosen(bank, happened, minutes, wanted=Wanted(**wishes), landed=frozenset(bank.problems))  # type: ignore[arg-type]


def lab(day: date, weights: dict[int, float] | None = None) -> Interview:
    return Interview("lab", day, weights or {})


def planned_for(
    bank: Bank, happened: Happened, days: int, minutes: float = 30, weights: dict[int, float] | None = None
) -> tuple[Planned, ...]:
    """The plan with an interview so many days ahead."""
    now = happened.clock.now()
    interview = lab(study_day(now, ZONE) + timedelta(days=days), weights)
    return plan(bank, happened.events, now, [interview], minutes, landed=frozenset(bank.problems))


# --- new items

LADDER = bank_of(
    question("q03-beyond", "s03-far"),
    question("q03-second", "s03-guide", level=1),
    question("q03-hard", "s03-deep", level=3),
    question("q03-guide", "s03-guide", level=1),
    question("q03-core-hard", "s03-core", level=3),
    question("q03-core", "s03-core", level=1),
    core=["s03-core"],
    beyond=["s03-far"],
)


def test_new_items_come_core_first_then_by_level_and_siblings_of_the_day_last() -> None:
    assert chosen(LADDER) == ["q03-core", "q03-second", "q03-beyond", "q03-hard", "q03-guide", "q03-core-hard"]


def test_a_second_item_of_a_core_concept_comes_after_the_first_of_others_on_another_day_too() -> None:
    happened = Happened(FakeClock())
    happened.known("q03-core")
    happened.clock.advance(days=1)
    assert chosen(LADDER, happened, minutes=2) == ["q03-second"]


def test_what_is_asked_often_and_matters_comes_first_and_what_it_needs_before_it() -> None:
    bank = bank_of(
        question("q02-rare", "s02-rare"), question("q02-often", "s02-often"), question("q02-base", "s02-base")
    )
    told = {
        "s02-rare": {"asked": "rarely"},
        "s02-often": {"asked": "often", "needs": ("s02-base",)},
        "s02-base": {"asked": "rarely", "roles": {"generalist": 1}},
    }
    concepts = {name: concept.model_copy(update=told[name]) for name, concept in bank.concepts.items()}
    assert chosen(bank.model_copy(update={"concepts": concepts})) == ["q02-base", "q02-often", "q02-rare"]


def test_one_item_for_each_concept_before_a_second_although_it_is_harder() -> None:
    bank = bank_of(question("q05-a", "s05-x", level=1), question("q05-b", "s05-x", level=1), question("q05-c", level=3))
    assert chosen(bank) == ["q05-a", "q05-c", "q05-b"]


def test_no_sibling_of_what_was_reviewed_today_unless_time_is_left() -> None:
    bank = bank_of(question("q05-a", "s05-x"), question("q05-b", "s05-x"), question("q05-c"), core=["s05-x"])
    happened = Happened(FakeClock())
    happened.review("q05-a")
    assert chosen(bank, happened, minutes=2) == ["q05-c"]
    assert chosen(bank, happened, minutes=4) == ["q05-c", "q05-b"]


def test_sections_take_turns_in_proportion_to_what_they_hold() -> None:
    bank = bank_of(*(question(f"q02-{n}") for n in "abcdef"), *(question(f"q09-{n}") for n in "xyz"))
    for seed in range(3):
        sections = [item[:3] for item in wanted(bank, seed=seed)]
        assert [sections[n : n + 3].count("q09") for n in (0, 3, 6)] == [1, 1, 1]


def test_sections_that_the_first_day_did_not_reach_come_first_on_the_next() -> None:
    bank = bank_of(*(question(f"q{section:02}-{name}") for section in range(1, 9) for name in "ab"))
    happened = Happened(FakeClock())
    first_day = chosen(bank, happened, minutes=8)
    for item in first_day:
        happened.known(item)
    happened.clock.advance(days=1)
    both = first_day + chosen(bank, happened, minutes=8)
    assert sorted(item[:3] for item in both) == [f"q{section:02}" for section in range(1, 9)]


def test_the_seed_changes_only_whose_turn_it_is() -> None:
    bank = bank_of(*(question(f"q{section:02}-{name}") for section in range(1, 9) for name in "ab"))
    orders = {tuple(wanted(bank, minutes=60, seed=seed)) for seed in range(5)}
    assert len(orders) > 1
    assert {frozenset(order) for order in orders} == {frozenset(bank.items)}
    assert wanted(bank, seed=3) == wanted(bank, seed=3)


# --- what may be asked at all


def test_no_item_whose_problem_has_not_landed_is_ever_asked() -> None:
    options = (Option(text="a", correct=True), Option(text="b"))
    bug = Bug(
        kind="bug",
        id="q07-bug",
        concepts=("s07-b",),
        prompt="What is wrong?",
        problem="attention",
        slip="s",
        options=options,
    )
    bank = bank_of(code("attention", "s07-a", minutes=1), code("rope", "s07-r", minutes=1), bug)
    assert chosen(bank) == []
    assert set(chosen(bank, landed=frozenset({"attention"}))) == {"attention", "q07-bug"}


def test_dormant_items_are_not_asked() -> None:
    happened = Happened(FakeClock())
    happened.bury("q01-a", MONDAY + timedelta(days=1))
    happened.suspend("q01-b")
    bank = bank_of(question("q01-a"), question("q01-b"), question("q01-c"))
    assert chosen(bank, happened) == ["q01-c"]
    happened.clock.advance(days=1)
    assert set(chosen(bank, happened)) == {"q01-a", "q01-c"}


def test_kinds_and_sections_narrow_the_choice() -> None:
    bank = bank_of(question("q01-a"), question("q02-b"), code("c", "s02-c", minutes=5))
    assert wanted(bank, sections=frozenset({2}), minutes=90) == ["q02-b", "c"]
    assert wanted(bank, kinds=frozenset({"recall"})) == ["q01-a", "q02-b"]
    assert wanted(bank, kinds=frozenset({"code"}), sections=frozenset({1})) == []


def test_an_item_that_left_the_bank_is_forgotten_about() -> None:
    happened = Happened(FakeClock())
    happened.review("q01-gone", Rating.AGAIN)
    happened.clock.advance(days=30)
    assert chosen(bank_of(question("q01-a")), happened) == ["q01-a"]


# --- what is due


def test_the_most_forgotten_comes_first_and_all_due_ones_before_new_ones() -> None:
    bank = bank_of(question("q01-new"), *(question(f"q01-{name}") for name in ("good", "again", "hard", "easy")))
    happened = Happened(FakeClock())
    for rating in (Rating.GOOD, Rating.AGAIN, Rating.HARD, Rating.EASY):
        happened.review(f"q01-{rating.name.lower()}", rating)
    happened.clock.advance(days=4)
    assert chosen(bank, happened) == ["q01-again", "q01-hard", "q01-good", "q01-new"]


@given(rating=st.sampled_from(Rating), gaps=st.lists(st.integers(0, 30), max_size=4), wait=st.integers(1, 60))
@settings(deadline=None, max_examples=60)
def test_without_a_date_an_item_comes_back_when_its_recall_falls_below_the_target(
    rating: Rating, gaps: list[int], wait: int
) -> None:
    bank = bank_of(question("q01-a"))
    happened = Happened(FakeClock())
    for gap in [*gaps, wait]:
        happened.review("q01-a", rating)
        happened.clock.advance(days=gap)
    learner = catch_up(happened.events, bank.items, ZONE)
    today = study_day(happened.clock.now(), ZONE)
    is_due = predicted_recall(learner, "q01-a", today) < 0.90
    assert chosen(bank, happened) == (["q01-a"] if is_due else [])
    assert due_items(learner, today, 0.90) == ({"q01-a"} if is_due else set())


@pytest.mark.parametrize("days", [-1, 30])
def test_missed_days_are_caught_up_within_the_minutes_of_each_day(days: int) -> None:
    """After three weeks away all is due: each day takes what fits and no more, until nothing is left behind."""
    bank = bank_of(*(question(f"q{section:02}-n{number}", minutes=2) for section in range(1, 7) for number in range(8)))
    happened = Happened(FakeClock())
    for item in bank.items:
        happened.review(item, Rating.AGAIN if item.endswith("0") else Rating.GOOD)
    happened.clock.advance(days=21)
    learner = catch_up(happened.events, bank.items, ZONE)
    today = study_day(happened.clock.now(), ZONE)
    assert due_items(learner, today, 0.80) == bank.items.keys()
    met: list[str] = []
    for _ in range(3):
        planned = planned_for(bank, happened, days=days, minutes=16)
        assert 15 < sum(entry.minutes for entry in planned) <= 16
        for entry in planned:
            happened.review(entry.item, Rating.GOOD)
        met += [entry.item for entry in planned]
        happened.clock.advance(days=1)
    assert len(met) == len(set(met)) == len(bank.items)
    assert {item for item in met[:6] if item.endswith("0")} == {f"q{section:02}-n0" for section in range(1, 7)}


@pytest.mark.parametrize("days", [-1, 3, 30])
def test_sections_alternate_while_there_is_another(days: int) -> None:
    bank = bank_of(*(question(f"q{section:02}-n{number}", minutes=1) for section in (2, 7, 9) for number in range(6)))
    happened = Happened(FakeClock())
    for item in bank.items:
        happened.review(item, Rating.AGAIN)
    happened.clock.advance(days=2)
    sections = [entry.item[:3] for entry in planned_for(bank, happened, days=days, minutes=60)]
    assert len(sections) == len(bank.items)
    for place, (before, after) in enumerate(pairwise(sections), start=1):
        assert before != after or set(sections[place:]) == {after}


def test_an_interview_ahead_lowers_the_target_and_one_gone_by_does_not() -> None:
    assert target_recall([], MONDAY) == 0.90
    assert target_recall([lab(MONDAY)], MONDAY) == 0.80
    assert target_recall([lab(MONDAY - timedelta(days=1))], MONDAY) == 0.90


def test_each_item_says_why_it_is_there() -> None:
    happened = Happened(FakeClock())
    happened.review("q03-core", Rating.AGAIN)
    happened.clock.advance(days=2)
    planned = plan(LADDER, happened.events, happened.clock.now(), (), 60)
    assert [(entry.item, entry.why) for entry in planned] == [
        ("q03-core", "due: recall 50 %, target 90 %"),
        ("q03-second", "new: in the guide"),
        ("q03-beyond", "new: beyond the guide"),
        ("q03-hard", "new: in the guide"),
        ("q03-guide", "new: in the guide, on a concept that another new question asks about"),
        ("q03-core-hard", "new: on the evening-before list, on a concept you've already seen"),
    ]


def test_what_is_due_leaves_a_third_of_the_minutes_to_what_is_new() -> None:
    bank = bank_of(
        *(question(f"q01-old{number}", minutes=2) for number in range(30)),
        *(question(f"q02-new{number}", minutes=2) for number in range(30)),
    )
    happened = Happened(FakeClock())
    for number in range(30):
        happened.review(f"q01-old{number}")
    happened.clock.advance(days=40)
    planned = plan(bank, happened.events, happened.clock.now(), (), 24)
    minutes = [sum(entry.minutes for entry in planned if entry.item[4:7] == kind) for kind in ("old", "new")]
    assert minutes == [16, 8]
    assert (
        sum(entry.minutes for entry in plan(bank, happened.events, happened.clock.now(), (), 24, wanted=Wanted(new=0)))
        == 24
    )
    few = bank_of(
        *(item for name, item in bank.items.items() if name in ("q01-old1", "q01-old2", "q01-old3", "q02-new1"))
    )
    assert [entry.item for entry in plan(few, happened.events, happened.clock.now(), (), 5)][-1] == "q02-new1"
    assert len(plan(few, happened.events, happened.clock.now(), (), 5)) == 4


# --- cramming


def test_cramming_asks_the_most_forgotten_due_or_not() -> None:
    bank = bank_of(question("q01-new"), question("q01-good"), question("q01-easy"))
    happened = Happened(FakeClock())
    happened.review("q01-easy", Rating.EASY)
    happened.review("q01-good", Rating.GOOD)
    happened.clock.advance(days=1)
    assert chosen(bank, happened) == ["q01-new"]
    assert wanted(bank, happened, aim=Aim.CRAM) == ["q01-good", "q01-easy", "q01-new"]
    assert wanted(bank, happened, aim=Aim.CRAM, new=0) == ["q01-good", "q01-easy"]


# --- for a day


def test_with_time_left_what_gains_most_is_strengthened_though_nothing_is_due() -> None:
    bank, happened = bank_of(question("q01-a"), question("q01-b")), Happened(FakeClock())
    happened.review("q01-a", Rating.EASY)
    happened.review("q01-b", Rating.GOOD)
    happened.clock.advance(days=1)
    [first, second] = planned_for(bank, happened, days=30)
    assert [first.item, second.item] == ["q01-b", "q01-a"]
    assert first.why == "there's time left: recall on the day 44 %, 62 % if asked now"
    assert chosen(bank, happened) == []


def test_what_was_practised_today_is_not_asked_again() -> None:
    bank, happened = bank_of(question("q01-a")), Happened(FakeClock())
    happened.review("q01-a", Rating.AGAIN)
    for days in (0, 3, 30):
        assert planned_for(bank, happened, days=days) == ()


def test_new_items_of_a_heavier_section_come_first() -> None:
    bank = bank_of(*(question(f"q{section:02}-{name}") for section in (2, 9, 14) for name in "abc"))
    planned = planned_for(bank, Happened(FakeClock()), days=30, minutes=12, weights={9: 4.0, 14: 2.0})
    assert [entry.item[:3] for entry in planned] == ["q09"] * 3 + ["q14"] * 3


def test_a_light_section_is_kept_only_after_a_heavy_one_is_learned() -> None:
    bank, happened = bank_of(question("q02-a"), question("q09-new")), Happened(FakeClock())
    happened.review("q02-a", Rating.AGAIN)
    happened.clock.advance(days=5)
    assert [entry.item for entry in planned_for(bank, happened, days=30, minutes=2)] == ["q02-a"]
    light = planned_for(bank, happened, days=30, minutes=2, weights={2: 0.1})
    assert [entry.item for entry in light] == ["q09-new"]


def test_in_the_last_days_gain_a_minute_decides_between_old_and_new() -> None:
    bank = bank_of(question("q01-old", minutes=2), question("q01-new", minutes=2), question("q01-long", minutes=30))
    happened = Happened(FakeClock())
    happened.review("q01-old")
    happened.clock.advance(days=10)
    assert [entry.item for entry in planned_for(bank, happened, days=3, minutes=2)] == ["q01-new"]
    everything = planned_for(bank, happened, days=3, minutes=60)
    assert [entry.item for entry in everything] == ["q01-new", "q01-old", "q01-long"]
    assert everything[1].why.startswith("recall on the day ")


@pytest.mark.parametrize(("worth", "first"), [(1.15, "q01-new"), (1.45, "q01-old")])
def test_a_new_item_comes_before_a_review_that_is_worth_a_little_more_than_its_first_look(
    worth: float, first: str
) -> None:
    happened = Happened(FakeClock())
    happened.review("q01-old")
    happened.clock.advance(days=10)
    today = study_day(happened.clock.now(), ZONE)
    learner = catch_up(happened.events, bank_of(question("q01-old")).items, ZONE)
    prospect, on = Prospect(learner.ensemble.leading, today), today + timedelta(days=3)
    again, opened = prospect.gain(learner.ensemble.beliefs["q01-old"], on), prospect.gain_of_new(on)
    minutes = worth * opened / again * 2 * RETURN_SHARE
    bank = bank_of(question("q01-old", minutes=2), question("q01-new", minutes=minutes))
    assert planned_for(bank, happened, days=3, minutes=20)[0].item == first


def test_what_only_prepares_for_something_better_does_not_make_it_wait_for_reviews_worth_less() -> None:
    old = [question(f"q02-old{number}", minutes=2) for number in range(4)]
    new = [question("q02-often", minutes=2), question("q02-other", minutes=2)]
    bank = bank_of(*old, question("q03-base", minutes=2), *new)
    concepts = bank.concepts | {"s02-often": bank.concepts["s02-often"].model_copy(update={"needs": ("s03-base",)})}
    bank = bank.model_copy(update={"concepts": concepts})
    happened = Happened(FakeClock())
    for item in old:
        happened.review(item.id)
    happened.clock.advance(days=10)
    planned = planned_for(bank, happened, days=3, minutes=6, weights={2: 1.0, 3: 0.5})
    assert {entry.item for entry in planned} == {"q03-base", "q02-often", "q02-other"}


def test_siblings_are_kept_apart_in_the_last_days_while_anything_else_is_worth_it() -> None:
    bank = bank_of(question("q01-a", "s01-x"), question("q01-b", "s01-x"), question("q02-c"))
    happened = Happened(FakeClock())
    for item in bank.items:
        happened.review(item, Rating.GOOD)
    happened.clock.advance(days=4)
    chosen_for = [entry.item for entry in planned_for(bank, happened, days=3, minutes=30)]
    assert chosen_for == ["q01-a", "q02-c", "q01-b"]


def test_after_the_last_interview_what_is_known_is_kept() -> None:
    bank, happened = bank_of(question("q01-a")), Happened(FakeClock())
    happened.review("q01-a", Rating.EASY)
    happened.clock.advance(days=30)
    [entry] = planned_for(bank, happened, days=-1)
    assert entry.why.endswith("target 90 %")


@given(weights=st.dictionaries(st.integers(0, 23), st.floats(0.1, 10)), factor=st.floats(0.1, 10))
@settings(max_examples=40, deadline=None)
def test_only_the_proportion_of_weights_counts(weights: dict[int, float], factor: float) -> None:
    bank = bank_of(*(question(f"q{section:02}-{name}") for section in range(1, 9) for name in "ab"))
    whole = {section: weights.get(section, 1.0) for section in range(24)}
    scaled = {section: weight * factor for section, weight in whole.items()}
    first = planned_for(bank, Happened(FakeClock()), days=30, minutes=8, weights=weights)
    weight_of = [round(whole[int(entry.item[1:3])], 9) for entry in first]
    assert weight_of == sorted(weight_of, reverse=True)
    again = planned_for(bank, Happened(FakeClock()), days=30, minutes=8, weights=scaled)
    assert [round(whole[int(entry.item[1:3])], 9) for entry in again] == weight_of


@given(minutes=st.floats(2, 60), more=st.floats(0, 30))
@settings(max_examples=40, deadline=None)
def test_more_minutes_never_hold_fewer_items(minutes: float, more: float) -> None:
    bank = bank_of(*(question(f"q{section:02}-{name}") for section in range(1, 9) for name in "abc"))
    happened = Happened(FakeClock())
    for item in list(bank.items)[::3]:
        happened.review(item)
    happened.clock.advance(days=6)
    for days in (2, 20):
        short = planned_for(bank, happened, days=days, minutes=minutes)
        assert len(planned_for(bank, happened, days=days, minutes=minutes + more)) >= len(short)


# --- limits


def test_minutes_are_the_users_own_once_they_are_known() -> None:
    bank = bank_of(question("q01-a", minutes=2), question("q01-b", minutes=2))
    happened = Happened(FakeClock())
    for seconds in (30, 60, 90):
        happened.review("q01-a", Rating.AGAIN, seconds=seconds)
    for _ in range(3):
        happened.review("q01-b", Rating.AGAIN, seconds=50_000)  # the user went home
    happened.clock.advance(days=9)
    planned = plan(bank, happened.events, happened.clock.now(), (), 60)
    assert {entry.item: entry.minutes for entry in planned} == {"q01-a": 1, "q01-b": 6}


@pytest.mark.parametrize("seconds", [30, 120, 360])
def test_the_users_pace_tells_how_long_new_items_take(seconds: float) -> None:
    met = [question(f"q01-{name}", minutes=2) for name in "abcdefghijklmnopqrst"]
    happened = Happened(FakeClock())
    for item in met:
        happened.known(item.id, seconds=seconds)
    [planned] = plan(bank_of(*met, question("q01-new", minutes=2)), happened.events, happened.clock.now(), (), 60)
    assert planned.item == "q01-new"
    assert planned.minutes == pytest.approx(2 * (20 * seconds / 60 + 20) / 60)


CODE_AND_QUESTIONS = bank_of(
    *(code(f"p{n}", f"s01-p{n}", minutes=5) for n in range(9)), *(question(f"q01-{n}", level=3) for n in range(90))
)


def problems(happened: Happened | None = None, minutes: float = 30, **wishes: object) -> int:
    return sum(item.startswith("p") for item in wanted(CODE_AND_QUESTIONS, happened, minutes, **wishes))


def test_code_takes_a_fifth_of_the_minutes_unless_asked() -> None:
    assert problems(minutes=30) == 1
    assert problems(minutes=50) == 2
    assert problems(minutes=math.inf, count=15) == 1
    assert wanted(CODE_AND_QUESTIONS, minutes=30, kinds=frozenset({"code"})) == [f"p{n}" for n in range(6)]


@pytest.mark.parametrize(("share", "count"), [(0, 0), (1 / 3, 2), (0.5, 3), (1, 6)])
def test_the_share_of_code_is_the_users_choice(share: float, count: int) -> None:
    happened = Happened(FakeClock())
    happened.setting("code-share", share)
    assert problems(happened, minutes=30) == count


def test_days_too_short_for_a_problem_save_up_for_one() -> None:
    happened = Happened(FakeClock())
    counts = []
    for _ in range(9):
        counts.append(problems(happened, minutes=10))
        for item in wanted(CODE_AND_QUESTIONS, happened, minutes=10):
            happened.review(item, Rating.EASY)
        happened.clock.advance(days=1)
    assert counts == [0, 0, 1] * 3


def test_what_code_took_today_is_not_given_again() -> None:
    happened = Happened(FakeClock())
    assert problems(happened, minutes=30) == 1
    happened.review("p0", Rating.GOOD, seconds=300)
    assert problems(happened, minutes=15) == 0


@pytest.mark.parametrize("days", [0, 1])
def test_on_the_day_of_an_interview_nothing_new_is_asked(days: int) -> None:
    bank = bank_of(*(question(f"q01-n{number}") for number in range(9)))
    happened = Happened(FakeClock())
    happened.review("q01-n0", Rating.AGAIN)
    happened.clock.advance(days=3)
    asked = {entry.item for entry in planned_for(bank, happened, days)}
    assert (asked <= {"q01-n0"}) == (days == 0)
    assert planned_for(bank, Happened(FakeClock()), 0) == ()


def test_level_and_minutes_of_code_are_the_catalogues() -> None:
    bank = bank_of(code("p", "s01-p", minutes=20, level=3), question("q01-a", level=2, minutes=20))
    bare = Code(kind="code", id="p", concepts=("s01-p",), prompt="Write p.")
    bank = bank.model_copy(update={"items": bank.items | {"p": bare}})
    planned = plan(bank, [], FakeClock().now(), (), 100, landed=frozenset({"p"}))
    assert [(entry.item, entry.minutes) for entry in planned] == [("q01-a", 20), ("p", 20)]


def test_with_less_time_than_any_item_needs_the_quickest_one_is_asked() -> None:
    bank = bank_of(code("p", "s01-p", minutes=3), question("q01-long", minutes=9), question("q01-short", minutes=4))
    assert wanted(bank, minutes=1) == ["q01-short"]
    assert wanted(bank, minutes=1, sections=frozenset({9})) == []
    assert wanted(bank, minutes=1, count=0) == []


def test_the_limit_of_new_items_leaves_due_ones_alone() -> None:
    bank = bank_of(*(question(f"q01-{name}") for name in "abcd"))
    happened = Happened(FakeClock())
    happened.review("q01-a", Rating.AGAIN)
    happened.clock.advance(days=2)
    assert wanted(bank, happened, new=0) == ["q01-a"]
    assert wanted(bank, happened, new=1) == ["q01-a", "q01-b"]


def test_days_off_make_time_short() -> None:
    """Nothing is kept for later where the days that are left hold too little for what is new."""
    bank = bank_of(*(question(f"q01-n{number}", minutes=2) for number in range(30)))
    happened = Happened(FakeClock())
    happened.review("q01-n0", Rating.AGAIN)
    happened.clock.advance(days=3)
    today = study_day(happened.clock.now(), ZONE)

    def why() -> dict[str, str]:
        return {entry.item: entry.why for entry in planned_for(bank, happened, days=20, minutes=10)}

    assert why()["q01-n0"].startswith("due: ")
    for day in range(1, 18):
        happened.setting(f"off:{today + timedelta(days=day)}", True)
    assert not any(reason.startswith("due: ") for reason in why().values())


@st.composite
def situations(draw: st.DrawFn) -> tuple[Bank, Happened, float, Wanted]:
    items: list[AnyItem] = []
    for number in range(draw(st.integers(1, 12))):
        concept = f"s{draw(st.integers(1, 3)):02}-c{draw(st.integers(0, 3))}"
        shape = {"level": draw(st.integers(1, 3)), "minutes": draw(st.sampled_from([0.5, 2, 5, 12]))}
        if draw(st.booleans()):
            items.append(code(f"p{number}", concept, **shape))
        else:
            items.append(question(f"q{concept[1:3]}-{number}", concept, **shape))
    concepts = sorted({item.concepts[0] for item in items})
    core, beyond = draw(st.sets(st.sampled_from(concepts))), draw(st.sets(st.sampled_from(concepts)))
    bank = bank_of(*items, core=sorted(core), beyond=beyond)
    happened = Happened(FakeClock())
    for _ in range(draw(st.integers(0, 8))):
        happened.review(draw(st.sampled_from(items)).id, draw(st.sampled_from(Rating)))
        happened.clock.advance(days=draw(st.integers(0, 5)))
    limits = Wanted(count=draw(st.none() | st.integers(0, 6)), new=draw(st.none() | st.integers(0, 4)))
    return bank, happened, draw(st.sampled_from([1, 5, 15, 40])), limits


@settings(max_examples=200, deadline=None)
@given(situation=situations())
def test_laws_of_every_plan(situation: tuple[Bank, Happened, float, Wanted]) -> None:
    bank, happened, minutes, limits = situation
    now = happened.clock.now()
    landed = frozenset(bank.problems)
    planned = plan(bank, happened.events, now, (), minutes, wanted=limits, landed=landed)
    ids = [entry.item for entry in planned]
    states = catch_up(happened.events, bank.items, ZONE).states
    assume(not leeches(states))
    new = [item for item in ids if item not in states]

    assert len(set(ids)) == len(ids)
    assert len(planned) == 1 or sum(entry.minutes for entry in planned) <= minutes
    assert limits.count is None or len(ids) <= limits.count
    assert limits.new is None or len(new) <= limits.new
    assert ids[len(ids) - len(new) :] == new
    assert plan(bank, happened.events, now, (), minutes, wanted=limits, landed=landed) == planned
    fresh = plan(bank, happened.events, now, (), minutes, wanted=replace(limits, new=0), landed=landed)
    assert all(entry.item in states for entry in fresh)


@settings(max_examples=150, deadline=None)
@given(situation=situations(), days=st.integers(0, 40), weight=st.sampled_from([0.0, 0.3, 1.0, 5.0]))
def test_laws_of_every_plan_for_a_day(
    situation: tuple[Bank, Happened, float, Wanted], days: int, weight: float
) -> None:
    bank, happened, minutes, limits = situation
    now = happened.clock.now()
    today = study_day(now, ZONE)
    landed = frozenset(bank.problems)
    asleep = sorted(bank.items)[0]
    happened.suspend(asleep)
    interviews = [Interview("lab", today + timedelta(days=days), {1: weight}), Interview("late", date(2027, 1, 1))]
    planned = plan(bank, happened.events, now, interviews, minutes, wanted=limits, landed=landed)
    ids = [entry.item for entry in planned]
    beliefs = catch_up(happened.events, bank.items, ZONE).ensemble.beliefs

    assert len(set(ids)) == len(ids)
    assert asleep not in ids
    assert len(planned) == 1 or sum(entry.minutes for entry in planned) <= minutes
    assert days or all(item in beliefs for item in ids)
    assert limits.count is None or len(ids) <= limits.count
    assert limits.new is None or sum(item not in beliefs for item in ids) <= limits.new
    assert plan(bank, happened.events, now, interviews[::-1], minutes, wanted=limits, landed=landed) == planned


def test_a_replay_kept_from_before_changes_no_plan() -> None:
    happened = Happened(FakeClock())
    happened.review("q03-core", Rating.AGAIN)
    kept = catch_up(happened.events, LADDER.items, ZONE)
    happened.clock.advance(days=1)
    happened.review("q03-second")
    assert chosen(LADDER, happened, replay=kept) == chosen(LADDER, happened)


# --- forecast


def test_the_forecast_is_the_mean_recall_with_never_seen_items_at_nothing() -> None:
    bank = bank_of(question("q01-a"), question("q01-b"), question("q01-c"), question("q01-d"), code("p", "s01-p"))
    happened = Happened(FakeClock())
    happened.review("q01-a")
    happened.review("q01-b")
    now = happened.clock.now()
    assert forecast(bank, happened.events, now, (), MONDAY).mean == 0.5
    assert forecast(bank, happened.events, now, (), MONDAY, landed=frozenset({"p"})).mean == 0.4
    later = forecast(bank, happened.events, now, (), MONDAY + timedelta(days=30))
    recall = later.mean * 2
    assert 0.3 < recall < 0.9
    members = catch_up(happened.events, bank.items, ZONE).ensemble
    means = [told / 2 for told in members.expected("q01-a", MONDAY + timedelta(days=30))]
    *views, counts = members.expected_weights
    assert (views, counts) == (pytest.approx([1 / 24] * 12), pytest.approx(0.5))  # nothing was tested yet
    spread = sum(weight * (mean - later.mean) ** 2 for weight, mean in zip((*views, counts), means, strict=True))
    less, more = (members.doubted(spreads).expected("q01-a", MONDAY + timedelta(days=30)) for spreads in (-1, 1))
    doubts = [(high - low) / 4 for low, high in zip(less, more, strict=True)]
    assert min(doubts) > 0.01
    spread += sum(weight * doubt**2 for weight, doubt in zip((*views, counts), doubts, strict=True))
    margin = 1.645 * math.sqrt(2 * recall * (1 - recall) / 16 + spread)
    assert (later.low, later.high) == pytest.approx((max(later.mean - margin, 0), later.mean + margin))


def test_the_forecast_of_an_empty_bank_is_nothing() -> None:
    assert forecast(bank_of(), [], FakeClock().now(), (), MONDAY).mean == 0


@given(days=st.integers(0, 400))
def test_a_later_day_is_never_foreseen_better(days: int) -> None:
    happened = Happened(FakeClock())
    happened.review("q03-core")
    now = happened.clock.now()
    on = MONDAY + timedelta(days=days)
    sooner = forecast(LADDER, happened.events, now, (), on)
    later = forecast(LADDER, happened.events, now, (), on + timedelta(days=1))
    assert 0 <= later.low <= later.mean <= later.high <= 1
    assert later.mean <= sooner.mean


def test_a_leech_is_what_was_forgotten_four_times() -> None:
    happened = Happened(FakeClock())
    for _ in range(4):
        happened.review("q03-hard", Rating.AGAIN)
        happened.clock.advance(days=1)
    assert leeches(catch_up(happened.events, LADDER.items, ZONE).states) == set()
    happened.review("q03-hard", Rating.AGAIN)
    assert leeches(catch_up(happened.events, LADDER.items, ZONE).states) == {"q03-hard"}


def forgotten(happened: Happened, item: str, times: int = 4) -> None:
    """A leech, last asked a day ago."""
    happened.review(item, Rating.AGAIN)
    for _ in range(times):
        happened.clock.advance(days=1)
        happened.review(item, Rating.AGAIN)
    happened.clock.advance(days=1)


def formula(name: str, concept: str, minutes: float = 2) -> Formula:
    symbols = {"x": SymbolSpec()}
    return Formula(
        kind="formula", id=name, concepts=(concept,), prompt="Write it.", symbols=symbols, answer="x", minutes=minutes
    )


@pytest.mark.parametrize("days", [-1, 3, 30])
def test_a_leech_is_asked_in_another_form_and_then_in_turn(days: int) -> None:
    bank = bank_of(question("q05-a", "s05-x"), formula("q05-b", "s05-x"), question("q05-met"))
    happened = Happened(FakeClock())
    happened.known("q05-met")
    forgotten(happened, "q05-a")
    asked = [entry.item for entry in planned_for(bank, happened, days=days)]
    assert "q05-b" in asked and "q05-a" not in asked
    happened.review("q05-b", Rating.GOOD)
    happened.clock.advance(days=1)
    [turned] = [entry for entry in planned_for(bank, happened, days=days) if entry.item == "q05-a"]
    assert turned.why.endswith("; forgotten 4 times")


def test_another_form_says_whose_it_is() -> None:
    bank = bank_of(question("q05-a", "s05-x"), formula("q05-b", "s05-x"))
    happened = Happened(FakeClock())
    forgotten(happened, "q05-a")
    [entry] = planned_for(bank, happened, days=-1, minutes=2)
    assert (entry.item, entry.why) == ("q05-b", "another form of q05-a, forgotten 4 times")


def test_a_leech_without_another_form_is_asked_and_named() -> None:
    bank = bank_of(question("q05-a", "s05-x"), question("q05-b", "s05-y"))
    happened = Happened(FakeClock())
    happened.known("q05-b")
    forgotten(happened, "q05-a")
    [entry] = planned_for(bank, happened, days=-1)
    assert (entry.item, entry.why[-20:]) == ("q05-a", "90 %; forgotten 4 times"[-20:])


def test_another_form_of_a_leech_is_held_to_the_same_limits() -> None:
    """Neither longer than fits, nor new where nothing new is wanted."""
    happened = Happened(FakeClock())
    forgotten(happened, "q05-a")
    now = happened.clock.now()
    for bank, minutes, new, asked in (
        (bank_of(question("q05-a", "s05-x"), formula("q05-b", "s05-x", minutes=9)), 5, None, ["q05-a"]),
        (bank_of(question("q05-a", "s05-x"), formula("q05-b", "s05-x")), 5, 0, ["q05-a"]),
        (bank_of(question("q05-a", "s05-x"), formula("q05-b", "s05-x")), 5, 1, ["q05-b"]),
        (bank_of(question("q05-a", "s05-x"), code("p", "s05-x", minutes=2)), 30, None, ["q05-a", "p"]),
    ):
        planned = plan(bank, happened.events, now, (), minutes, wanted=Wanted(new=new), landed=frozenset(bank.problems))
        assert [entry.item for entry in planned] == asked
