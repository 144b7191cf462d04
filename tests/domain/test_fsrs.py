"""FSRS-6 against py-fsrs, against literal values, and by its laws."""

import math
from datetime import UTC, datetime, timedelta

import fsrs as pyfsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.domain.memory.ensemble import MEMBERS
from interview_cli.domain.memory.fsrs import (
    DEFAULT,
    MAX_INTERVAL_DAYS,
    Memory,
    Parameters,
    Rating,
    first_memory,
    interval,
    retrievability,
    review,
)

EXACT = 1e-12
AGAIN, HARD, GOOD, EASY = Rating

RATINGS = st.sampled_from(Rating)
DAYS = st.one_of(st.just(0), st.integers(1, 30), st.integers(31, 2000))
STABILITIES = st.floats(0.001, 36_500)
MEMORIES = st.builds(Memory, stability=STABILITIES, difficulty=st.floats(1, 10))
PARAMETERS = st.sampled_from([DEFAULT, *MEMBERS])
HISTORIES = st.lists(st.tuples(DAYS, RATINGS), min_size=1, max_size=25)


@st.composite
def other_weights(draw):
    """Every weight changed, within the bounds of py-fsrs, so that none can stand in another's place."""
    base = [*DEFAULT.weights[:7], 0.1, *DEFAULT.weights[8:]]  # the default w7 lies on its bound
    return tuple(weight * draw(st.floats(0.75, 1.3)) for weight in base)


def assert_py_fsrs_agrees(weights, target, history):
    """Memory and interval after each review of a history, its days exact multiples of py-fsrs's 24 hours."""
    scheduler = pyfsrs.Scheduler(
        parameters=weights, desired_retention=target, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )
    card, at = pyfsrs.Card(card_id=1), datetime(2020, 1, 1, tzinfo=UTC)
    parameters, memory = Parameters(weights), None
    for days, rating in history:
        at += timedelta(days=days)
        card, _ = scheduler.review_card(card, pyfsrs.Rating(rating), at)
        memory = review(memory, rating, days, parameters) if memory else first_memory(rating, parameters)
        assert memory.stability == pytest.approx(card.stability, rel=EXACT, abs=0)
        assert memory.difficulty == pytest.approx(card.difficulty, rel=EXACT, abs=0)
        assert interval(card.stability, target, parameters) == (card.due - at).days


@given(history=HISTORIES, target=st.floats(0.7, 0.97))
def test_py_fsrs_agrees_under_the_default_weights(history, target):
    assert_py_fsrs_agrees(DEFAULT.weights, target, history)


@given(history=HISTORIES, target=st.floats(0.7, 0.97), weights=other_weights())
def test_py_fsrs_agrees_under_other_weights(history, target, weights):
    assert_py_fsrs_agrees(weights, target, history)


@given(stability=st.floats(0.01, 3000), days=st.integers(0, 3000))
def test_py_fsrs_agrees_on_the_forgetting_curve(stability, days):
    last = datetime(2020, 1, 1, tzinfo=UTC)
    card = pyfsrs.Card(card_id=1, stability=stability, difficulty=5.0, last_review=last)
    expected = pyfsrs.Scheduler().get_card_retrievability(card, last + timedelta(days=days))
    assert retrievability(days, stability, DEFAULT) == pytest.approx(expected, rel=EXACT, abs=0)


def test_the_default_weights_are_py_fsrs_s():
    assert DEFAULT.weights == pyfsrs.Scheduler().parameters


@pytest.mark.parametrize(
    ("rating", "stability", "difficulty"),
    [(AGAIN, 0.212, 6.4133), (HARD, 1.2931, 5.11217), (GOOD, 2.3065, 2.11810), (EASY, 8.2956, 1.0)],
)
def test_the_first_review_sets_the_memory(rating, stability, difficulty):
    """S is w0 to w3; D = 7.4133 - e^(0.8334 (G - 1)), which for Easy would be -4.77 and is raised to 1."""
    memory = first_memory(rating, DEFAULT)
    assert memory.stability == stability
    assert memory.difficulty == pytest.approx(difficulty, abs=1e-5)


@pytest.mark.parametrize(
    ("days", "rating", "stability", "difficulty"),
    [
        (2, AGAIN, 0.60758, 7.39450),
        (2, HARD, 7.51332, 4.75286),
        (2, GOOD, 10.96433, 2.11121),
        (2, EASY, 18.52175, 1.0),
        (0, AGAIN, 0.77508, 7.39450),
        (0, HARD, 2.3065, 4.75286),  # 1.33 by the formula: only Again lowers it
        (0, GOOD, 2.3065, 2.11121),  # 2.29 by the formula
        (0, EASY, 3.94605, 1.0),
    ],
)
def test_a_second_review_after_a_good_first(days, rating, stability, difficulty):
    """Worked by hand from S = 2.3065, D = 2.1181 and, two days later, R = 0.90949."""
    memory = review(first_memory(GOOD, DEFAULT), rating, days, DEFAULT)
    assert memory.stability == pytest.approx(stability, abs=1e-5)
    assert memory.difficulty == pytest.approx(difficulty, abs=1e-5)


@pytest.mark.parametrize("days", [0, 1, 1000])
def test_a_stability_has_a_floor(days):
    """Forgetting a memory of a minute and a half over and over never brings it to nothing."""
    assert review(Memory(0.001, 10.0), AGAIN, days, DEFAULT).stability == 0.001


def test_the_history_that_fsrs_implementations_share():
    """Again, then Good after 0, 1, 3, 8 and 21 days: the suites of several state S = 53.62691, D = 6.3574867."""
    memory = first_memory(AGAIN, DEFAULT)
    for days in (0, 1, 3, 8, 21):
        memory = review(memory, GOOD, days, DEFAULT)
    assert memory.stability == pytest.approx(53.62691, abs=1e-4)
    assert memory.difficulty == pytest.approx(6.3574867, abs=1e-6)


@pytest.mark.parametrize(
    ("days", "stability", "recall"), [(0, 10, 1.0), (10, 10, 0.9), (100, 10, 0.692827), (1, 0.212, 0.766196)]
)
def test_the_forgetting_curve(days, stability, recall):
    assert retrievability(days, stability, DEFAULT) == pytest.approx(recall, abs=1e-6)


@pytest.mark.parametrize(
    ("stability", "target", "days"),
    [(10, 0.9, 10), (10, 0.8, 33), (10, 0.95, 4), (0.01, 0.9, 1), (30_000, 0.8, MAX_INTERVAL_DAYS)],
)
def test_the_interval_is_whole_days_within_bounds(stability, target, days):
    assert interval(stability, target, DEFAULT) == days


def test_the_longest_interval_is_the_caller_s():
    assert interval(1000, 0.9, DEFAULT, max_days=14) == 14


@pytest.mark.parametrize("target", [0, 1, -0.1, 1.5, math.nan])
def test_a_target_is_a_probability_that_can_be_reached(target):
    with pytest.raises(ValueError, match=rf"^the target retention is {target:g}, not between 0 and 1$"):
        interval(10, target, DEFAULT)


def with_weight(index, value):
    return (*DEFAULT.weights[:index], value, *DEFAULT.weights[index + 1 :])


@pytest.mark.parametrize(
    ("weights", "complaint"),
    [
        (DEFAULT.weights[:19], "FSRS-6 has 21 weights, not 19"),
        (with_weight(0, 0.0), "w0 = 0 is not within 0.001 and 36500"),
        (with_weight(4, 11.0), "w4 = 11 is not within 1 and 10"),
        (with_weight(7, -0.5), "w7 = -0.5 is not within 0 and 1"),
        (with_weight(8, math.nan), "w8 = nan is not within 0 and 6"),
        (with_weight(13, math.inf), "w13 = inf is not within 0 and 6"),
        (with_weight(20, 0.0), "w20 = 0 is not within 0.1 and 10"),
    ],
)
def test_weights_that_mean_nothing_are_refused(weights, complaint):
    with pytest.raises(ValueError) as refusal:
        Parameters(weights)
    assert str(refusal.value) == complaint


@given(parameters=PARAMETERS, stability=STABILITIES)
def test_recall_after_the_stability_is_nine_tenths(parameters, stability):
    assert retrievability(0, stability, parameters) == 1
    assert retrievability(stability, stability, parameters) == pytest.approx(0.9, rel=EXACT)


@given(parameters=PARAMETERS, stability=STABILITIES, days=st.floats(0, 5000), more=st.floats(0, 5000))
def test_recall_falls_with_time_and_rises_with_stability(parameters, stability, days, more):
    recall = retrievability(days, stability, parameters)
    assert retrievability(days + more, stability, parameters) <= recall
    assert retrievability(days, stability + more, parameters) >= recall


@given(parameters=PARAMETERS, stability=st.floats(1, 1000), target=st.floats(0.7, 0.97))
def test_the_interval_ends_when_recall_reaches_the_target(parameters, stability, target):
    days = interval(stability, target, parameters)
    if 1 < days < MAX_INTERVAL_DAYS:
        above, below = (retrievability(days + shift, stability, parameters) for shift in (-0.51, 0.51))
        assert below <= target <= above


@given(parameters=PARAMETERS, memory=MEMORIES, days=DAYS)
def test_a_better_rating_leaves_a_longer_and_easier_memory(parameters, memory, days):
    after = [review(memory, rating, days, parameters) for rating in Rating]
    assert [m.stability for m in after] == sorted(m.stability for m in after)
    assert [m.difficulty for m in after] == sorted((m.difficulty for m in after), reverse=True)


@given(parameters=PARAMETERS, memory=MEMORIES, days=DAYS, rating=RATINGS)
def test_recalling_never_shortens_a_memory_and_forgetting_never_lengthens_it(parameters, memory, days, rating):
    after = review(memory, rating, days, parameters)
    assert 1 <= after.difficulty <= 10
    assert after.stability >= 0.001
    if rating == AGAIN:
        assert after.stability <= memory.stability
    else:
        assert after.stability >= memory.stability
