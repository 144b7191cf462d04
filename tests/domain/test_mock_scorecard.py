"""The scorecard of a round: a pure function of what it saw."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.domain.rounds.blueprint import Weights
from interview_cli.domain.rounds.scorecard import (
    Dimension,
    Ended,
    Judge,
    Outcome,
    Recommendation,
    Seen,
    debrief,
    quoted,
    recommendation,
    scorecard,
)
from tests.fakes import ZONE

EVEN = Weights(correctness=1, depth=1, communication=1, speed=1)


def outcome(score: float = 1.0, **fields: Any) -> Outcome:
    defaults: dict[str, Any] = {
        "task": "q07-a",
        "part": "all",
        "kind": "choice",
        "title": "scaling",
        "ended": Ended.ANSWERED,
        "judge": Judge.PROGRAM,
        "seconds": 30.0,
        "budget": 60.0,
        "drill": ("q07-a",),
    }
    return Outcome(score=score, **(defaults | fields))


def seen(*outcomes: Outcome, **fields: Any) -> Seen:
    defaults: dict[str, Any] = {
        "round": "fundamentals",
        "title": "Fundamentals",
        "pace": "full",
        "seed": 1,
        "is_open": True,
        "minutes": 2.0,
        "seconds": 80.0,
        "weights": EVEN,
        "habits": ("spoke first", "named a number"),
        "habits_shown": frozenset({0}),
    }
    return Seen(outcomes=outcomes, **(defaults | fields))


def score(dimension: Dimension, what: Seen) -> float | None:
    return scorecard(what).of(dimension).score


def test_a_strong_hire_needs_something_that_the_program_graded() -> None:
    """One's own ticks alone carry a card no further than hire, and the card says so."""
    ticked = outcome(judge=Judge.YOU, hit=("a",), is_deep=True)
    graded = outcome(budget=5.0, is_deep=True)
    shown = {"habits_shown": frozenset({0, 1})}
    alone, beside = scorecard(seen(ticked, **shown)), scorecard(seen(ticked, graded, **shown))
    assert (alone.score, alone.recommendation) == (1.0, Recommendation.YES)
    assert (
        "nothing was graded: with your own ticks alone, hire is the best result"
        in alone.of(Dimension.CORRECTNESS).evidence
    )
    assert beside.recommendation is Recommendation.STRONG_YES
    assert scorecard(seen(ticked, replace(graded, budget=2.0), **shown)).recommendation is Recommendation.YES


def test_too_little_to_go_by_is_said_and_no_speed_with_it() -> None:
    """67 s of nine minutes and two answers that the user ticked recommend nothing, be they all ticked."""
    two = (
        outcome(judge=Judge.YOU, hit=("a",), seconds=35.0, is_deep=True),
        outcome(judge=Judge.YOU, hit=("b",), seconds=32.0),
    )
    card = scorecard(seen(*two, minutes=9.0, seconds=67.0, habits_shown=frozenset({0, 1})))
    assert card.recommendation is Recommendation.UNSAID
    assert card.of(Dimension.SPEED).score is None
    rest = [outcome(ended=Ended.NOT_REACHED, score=0.0, budget=120.0)] * 3
    left = scorecard(seen(*two, *rest, minutes=4.0, seconds=67.0))
    assert left.recommendation is Recommendation.UNSAID
    run_out = scorecard(seen(*two, *rest, minutes=4.0, seconds=240.0))
    assert run_out.recommendation is Recommendation.NO


@pytest.mark.parametrize(("seconds", "said"), [(6.0, Recommendation.UNSAID), (60.0, Recommendation.STRONG_NO)])
def test_a_task_that_was_passed_unread_says_nothing(seconds: float, said: Recommendation) -> None:
    """Who looks at problems of ten minutes for some seconds has shown nothing, whoever read them and passed has."""
    tried = outcome(0.0, seconds=1.0, budget=60.0)
    passed = [outcome(0.0, ended=Ended.PASSED, seconds=seconds, budget=600.0)] * 2
    card = scorecard(seen(tried, *passed, minutes=21.0, seconds=1.0 + 2 * seconds, habits_shown=frozenset()))
    assert card.recommendation is said


def test_a_loop_leaves_out_rounds_without_enough_unless_they_are_the_most() -> None:
    enough, little = scorecard(seen(outcome(is_deep=True))), scorecard(seen(outcome(judge=Judge.YOU), minutes=45.0))
    assert little.recommendation is Recommendation.UNSAID
    assert debrief([enough, little]).recommendation is enough.recommendation
    assert debrief([enough, little, little]).recommendation is Recommendation.UNSAID


def test_a_reason_says_what_was_missed_only_where_the_item_asks_that() -> None:
    """A paper's question is practised with items that ask something else: they are said to be practice for it."""
    own = outcome(0.0, missed=("the scale",))
    of_paper = outcome(0.0, task="my-paper/claim", title="claim", missed=("one number",), drill=("q23-dive", "q07-a"))
    passed = replace(of_paper, ended=Ended.PASSED, drill=("q23-limits",))
    reasons = {entry.item: entry.why for entry in scorecard(seen(own, of_paper, passed)).next}
    assert reasons == {
        "q07-a": "scaling: the scale",
        "q23-dive": "practice for “claim”, which went poorly",
        "q23-limits": "practice for “claim”, which you passed",
    }


def test_an_answer_of_which_nothing_was_said_earns_no_speed() -> None:
    silent = outcome(0.0, judge=Judge.YOU, seconds=1.0, missed=("a",))
    assert score(Dimension.SPEED, seen(outcome(), silent)) == 0.5


def test_the_time_of_each_part_stands_beside_its_budget() -> None:
    parts = (("warm-up", 5.0), ("problem", 20.0), ("stories", 20.0))
    first, second = outcome(part="warm-up", seconds=130.0), outcome(part="problem", seconds=1500.0)
    evidence = scorecard(seen(first, second, parts=parts)).of(Dimension.SPEED).evidence
    assert "by part: warm-up 2:10 of 5:00, problem 25:00 of 20:00, stories 0:00 of 20:00" in evidence
    one = scorecard(seen(first, parts=parts[:1])).of(Dimension.SPEED).evidence
    assert not any(line.startswith("by part") for line in one)


def test_a_card_that_was_kept_before_parts_were_is_still_read() -> None:
    kept = seen(outcome()).as_json()
    del kept["parts"]
    assert Seen.of_json(kept) == seen(outcome())


def test_a_loop_is_as_strong_as_its_weakest_round_allows() -> None:
    good, poor = scorecard(seen(outcome(is_deep=True))), scorecard(seen(outcome(0.0, title="ELBO", drill=("q08-a",))))
    assert debrief([good, good]).recommendation is good.recommendation
    mixed = debrief([good, good, good, good, poor])
    assert poor.recommendation is Recommendation.STRONG_NO
    assert mixed.recommendation is Recommendation.NO
    assert mixed.score == pytest.approx((4 * good.score + poor.score) / 5)
    assert [entry.item for entry in mixed.next] == ["q08-a"]
    assert mixed.weakest.dimension is Dimension.COMMUNICATION


@pytest.mark.parametrize(
    ("whole", "correctness", "expected"),
    [
        (0.9, 0.8, Recommendation.STRONG_YES),
        (0.9, 0.7, Recommendation.YES),
        (0.85, 0.75, Recommendation.STRONG_YES),
        (0.84, 1.0, Recommendation.YES),
        (0.65, 0.5, Recommendation.YES),
        (0.95, 0.4, Recommendation.NO),
        (0.64, 0.9, Recommendation.NO),
        (0.4, 0.25, Recommendation.NO),
        (0.6, 0.2, Recommendation.STRONG_NO),
        (0.39, 0.9, Recommendation.STRONG_NO),
    ],
)
def test_what_is_not_correct_is_not_recommended_however_well_it_is_told(
    whole: float, correctness: float, expected: Recommendation
) -> None:
    assert recommendation(whole, correctness) is expected


def test_correctness_is_weighed_by_minutes_and_what_was_not_reached_counts() -> None:
    long = outcome(0.0, budget=180.0, ended=Ended.NOT_REACHED)
    assert score(Dimension.CORRECTNESS, seen(outcome(1.0), long)) == 0.25


def test_depth_is_what_went_deep_and_half_of_correctness_where_none_did() -> None:
    shallow, deep = outcome(0.8), outcome(0.2, is_deep=True)
    assert score(Dimension.DEPTH, seen(shallow, deep)) == pytest.approx(0.2)
    assert score(Dimension.DEPTH, seen(shallow)) == pytest.approx(0.4)
    assert score(Dimension.DEPTH, seen(shallow, is_open=False)) is None


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"seconds": 60.0}, 1.0),
        ({"seconds": 120.0}, 0.5),
        ({"ended": Ended.COLLECTED, "seconds": 60.0}, 1.0),
        ({"ended": Ended.PASSED, "seconds": 1.0}, 0.0),
        ({"ended": Ended.NOT_REACHED, "seconds": 0.0}, 0.0),
        ({"score": 0.2, "seconds": 10.0}, 0.5),
    ],
)
def test_speed_is_the_budget_over_the_time_taken(fields: dict[str, Any], expected: float) -> None:
    """Beside an answer in time."""
    assert score(Dimension.SPEED, seen(outcome(), replace(outcome(), **fields))) == (1 + expected) / 2


@pytest.mark.parametrize(
    ("words", "expected"),
    [(0, 0.5), (20, 0.5), (70, 0.75), (77, 0.75), (35, (0.5 + 0.5 / 0.6) / 2), (105, (0.5 + 0.6) / 2)],
)
def test_words_count_against_their_budget_unless_they_are_notes(words: int, expected: float) -> None:
    """One of two habits is 0.5; a pitch of 70 words fits, half of that leaves time unused, half more cannot be said."""
    pitch = outcome(words=words, word_budget=70)
    assert score(Dimension.COMMUNICATION, seen(pitch)) == pytest.approx(expected)


def test_the_evidence_names_what_was_missed_and_where_the_time_went() -> None:
    card = scorecard(
        seen(
            outcome(0.0, title="ELBO", missed=("expected B",), seconds=200.0),
            outcome(0.5, title="RoPE", judge=Judge.YOU, hit=("rotates",), missed=("relative",)),
            outcome(0.0, title="FID", ended=Ended.NOT_REACHED),
            minutes=45.0,
            seconds=1800.0,
        )
    )
    assert card.of(Dimension.CORRECTNESS).evidence == (
        "0 of 1 graded answers right",
        "1 of 2 key points count, by your ticks; you wrote nothing for 1 of 1 answers",
        "ELBO: expected B",
        "RoPE: relative",
        "FID: not reached",
    )
    assert card.of(Dimension.SPEED).evidence == (
        "30:00 used of 45:00",
        "1 planned but not reached",
        "ELBO: 3:20 of 1:00 planned",
    )
    assert "not done: named a number" in card.of(Dimension.COMMUNICATION).evidence


def test_two_tasks_with_one_title_are_told_apart() -> None:
    """Else one line says that it was answered well, and the next one that it was answered poorly."""
    right, wrong, other = (
        replace(outcome(value, title=title, is_deep=True), task=task)
        for value, title, task in ((1.0, "RMSNorm", "q02-a"), (0.0, "RMSNorm", "q02-b"), (1.0, "ELBO", "q08-a"))
    )
    card = scorecard(seen(right, wrong, other))
    assert card.of(Dimension.DEPTH).evidence == (
        "2 of 3 deep questions answered well",
        "answered well: RMSNorm (q02-a)",
        "answered well: ELBO",
        "answered poorly: RMSNorm (q02-b)",
    )
    assert scorecard(card.seen) == card


def test_three_things_are_drilled_next_the_worst_first_and_each_once() -> None:
    card = scorecard(
        seen(
            outcome(0.5, drill=("q02-a", "q02-b")),
            outcome(0.0, drill=("q03-a",)),
            outcome(0.0, drill=("q03-a", "q04-a")),
            outcome(1.0, drill=("q05-a",)),
            outcome(0.6, drill=("q06-a",)),
        )
    )
    assert [entry.item for entry in card.next] == ["q03-a", "q02-a", "q06-a"]


OUTCOMES = st.builds(
    outcome,
    st.floats(0, 1),
    ended=st.sampled_from(Ended),
    judge=st.sampled_from(Judge),
    seconds=st.floats(0, 4000),
    budget=st.floats(0, 4000),
    is_deep=st.booleans(),
    is_told=st.booleans(),
    words=st.integers(0, 3000),
    word_budget=st.integers(0, 1400),
    missed=st.lists(st.text(max_size=5), max_size=2).map(tuple),
)


@given(st.lists(OUTCOMES, max_size=6), st.booleans())
def test_every_score_is_a_share_and_what_is_kept_gives_the_same_card(outcomes: list[Outcome], is_open: bool) -> None:
    what = seen(*outcomes, is_open=is_open)
    card = scorecard(what)
    shares = [card.score, *(judged.score for judged in card.judged if judged.score is not None)]
    assert all(0 <= share <= 1 + 1e-9 for share in shares)
    kept = Seen.of_json(json.loads(json.dumps(what.as_json())))
    assert kept is not None
    assert scorecard(kept) == card
    assert len(card.next) <= 3


@given(st.lists(OUTCOMES, min_size=1, max_size=6), st.integers(0, 5), st.floats(0, 1))
def test_a_better_answer_never_lowers_correctness(outcomes: list[Outcome], place: int, better: float) -> None:
    place %= len(outcomes)
    improved = [*outcomes]
    improved[place] = replace(outcomes[place], score=max(better, outcomes[place].score))
    before, after = score(Dimension.CORRECTNESS, seen(*outcomes)), score(Dimension.CORRECTNESS, seen(*improved))
    assert before is not None and after is not None
    assert after >= before - 1e-9


@pytest.mark.parametrize("held", [None, "", {}, {"round": "x"}, [], 3])
def test_what_is_no_round_is_none(held: object) -> None:
    assert Seen.of_json(held) is None


def test_the_json_has_all_keys_and_the_change_against_the_last_one() -> None:
    at = datetime(2026, 3, 2, tzinfo=ZONE)
    card, worse = scorecard(seen(outcome())), scorecard(seen(outcome(0.0)))
    alone, compared = card.as_json("id", at, None), card.as_json("id", at, worse)
    assert alone.keys() == compared.keys()
    assert (alone["change"], alone["schema"]) == (None, 1)
    assert compared["change"] == round(card.score - worse.score, 4)
    assert [entry["name"] for entry in alone["dimensions"]] == [dimension.value for dimension in Dimension]


def test_a_quotation_is_one_line_of_bounded_length() -> None:
    assert quoted("one\n two") == "one two"
    assert len(quoted("word " * 200)) <= 240
