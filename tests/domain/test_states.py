"""What a history of answers leaves of each item."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.domain.memory.ensemble import MEMBERS
from interview_cli.domain.memory.fsrs import DEFAULT, Memory, Rating, first_memory, retrievability, review
from interview_cli.domain.memory.states import (
    Known,
    Learned,
    New,
    Relearn,
    Review,
    advance,
    recall,
    replay,
)

AGAIN, HARD, GOOD, EASY = Rating
MONDAY = date(2026, 3, 2)

ITEMS = st.sampled_from(["q07-why-scale", "q09-tweedie", "attention"])
DAYS = st.integers(0, 400).map(lambda days: MONDAY + timedelta(days=days))
ANSWERS = st.lists(
    st.one_of(
        st.builds(Review, ITEMS, DAYS, st.sampled_from(Rating)),
        st.builds(Known, ITEMS, DAYS),
        st.builds(Relearn, ITEMS, DAYS),
    ),
    max_size=30,
)
IN_ORDER = ANSWERS.map(lambda answers: sorted(answers, key=lambda answer: answer.day))
LEARNED = st.builds(
    Learned,
    first=st.just(MONDAY),
    last=st.just(MONDAY),
    reviews=st.just(1),
    lapses=st.just(0),
    memory=st.builds(Memory, stability=st.floats(0.001, 36_500), difficulty=st.floats(1, 10)),
)
PARAMETERS = st.sampled_from([DEFAULT, *MEMBERS])
TARGETS = st.floats(0.6, 0.97)


def day(number):
    return MONDAY + timedelta(days=number)


def reviews(*rated):
    return [Review("q", day(number), rating) for number, rating in rated]


def memory_after(first, *later):
    memory = first_memory(first, DEFAULT)
    for days, rating in later:
        memory = review(memory, rating, days, DEFAULT)
    return memory


def state_of(answers):
    return replay(answers, DEFAULT)["q"]


def test_nothing_answered_is_nothing_learned():
    assert replay([], DEFAULT) == {}


def test_a_first_review_begins_the_course():
    assert state_of(reviews((0, GOOD))) == Learned(
        first=MONDAY, last=MONDAY, reviews=1, lapses=0, knew=True, memory=first_memory(GOOD, DEFAULT)
    )


@pytest.mark.parametrize(
    ("answers", "memory"),
    [
        (reviews((0, GOOD), (5, HARD)), memory_after(GOOD, (5, HARD))),
        (reviews((0, GOOD), (0, GOOD)), memory_after(GOOD, (0, GOOD))),
        # the first of a day by the days elapsed, the others of that day by the same-day formula
        (reviews((0, GOOD), (4, AGAIN), (4, GOOD), (6, GOOD)), memory_after(GOOD, (4, AGAIN), (0, GOOD), (2, GOOD))),
        # a day before the last one counts as the same day, and later days are counted from the last
        (reviews((0, GOOD), (9, GOOD), (7, GOOD), (10, GOOD)), memory_after(GOOD, (9, GOOD), (0, GOOD), (1, GOOD))),
    ],
)
def test_the_memory_moves_by_study_days(answers, memory):
    assert state_of(answers).memory == memory


@pytest.mark.parametrize(
    ("answers", "lapses"),
    [
        (reviews((0, AGAIN), (0, AGAIN)), 0),
        (reviews((0, GOOD), (3, AGAIN)), 1),
        (reviews((0, GOOD), (3, AGAIN), (3, AGAIN), (3, GOOD)), 1),
        (reviews((0, GOOD), (3, AGAIN), (5, HARD), (8, AGAIN)), 2),
    ],
)
def test_a_lapse_is_an_again_on_a_later_day(answers, lapses):
    """Failing again on the same evening is still the same forgetting."""
    state = state_of(answers)
    assert state.lapses == lapses
    assert state.reviews == len(answers)


def test_items_do_not_touch_each_other():
    mixed = [Review("a", day(0), GOOD), Review("b", day(1), AGAIN), Review("a", day(2), EASY), Known("b", day(5))]
    apart = {**replay([mixed[0], mixed[2]], DEFAULT), **replay([mixed[1], mixed[3]], DEFAULT)}
    assert replay(mixed, DEFAULT) == apart


def test_i_know_this_is_an_easy_review_that_holds_two_months():
    state = state_of([Known("q", MONDAY)])
    assert state.memory == Memory(60.0, first_memory(EASY, DEFAULT).difficulty)
    assert state.reviews == 1
    assert recall(state, day(60), DEFAULT) == pytest.approx(0.9)


def test_i_know_this_never_shortens_a_longer_memory():
    grown = [*reviews((0, EASY), (30, EASY), (200, EASY))]
    assert state_of([*grown, Known("q", day(300))]).memory == memory_after(EASY, (30, EASY), (170, EASY), (100, EASY))


def test_relearning_makes_an_item_new():
    assert replay([*reviews((0, GOOD)), Relearn("q", day(3))], DEFAULT) == {}


def test_after_relearning_the_course_begins_again():
    answers = [*reviews((0, GOOD), (2, AGAIN)), Relearn("q", day(3)), *reviews((4, HARD))]
    assert state_of(answers) == state_of(reviews((4, HARD)))


def test_relearning_what_is_new_changes_nothing():
    assert replay([Relearn("q", MONDAY)], DEFAULT) == {}


@given(answers=ANSWERS, cut=st.integers(0, 30), parameters=PARAMETERS)
def test_advancing_is_replaying_all(answers, cut, parameters):
    earlier = replay(answers[:cut], parameters)
    assert advance(earlier, answers[cut:], parameters) == replay(answers, parameters)


@given(earlier=ANSWERS, later=ANSWERS)
def test_advancing_leaves_the_old_states_alone(earlier, later):
    states = replay(earlier, DEFAULT)
    copy = dict(states)
    advance(states, later, DEFAULT)
    assert states == copy


@given(answers=IN_ORDER)
def test_no_review_is_lost(answers):
    """Every review since the last relearning is counted, and the course spans them."""
    for item, state in replay(answers, DEFAULT).items():
        own = [answer for answer in answers if answer.item == item]
        forgotten = max((place for place, answer in enumerate(own) if isinstance(answer, Relearn)), default=-1)
        counted = own[forgotten + 1 :]
        assert state.reviews == len(counted)
        assert (state.first, state.last) == (counted[0].day, counted[-1].day)
        assert 0 <= state.lapses < state.reviews


def test_recall_is_whole_on_the_day_and_nine_tenths_after_the_stability():
    state = state_of([Known("q", MONDAY)])
    assert recall(state, MONDAY, DEFAULT) == 1
    assert recall(state, day(-3), DEFAULT) == 1
    assert recall(state, day(60), DEFAULT) == pytest.approx(0.9)
    assert recall(state, day(7), DEFAULT) == retrievability(7, 60.0, DEFAULT)


def test_a_new_item_has_no_recall():
    assert recall(New(), MONDAY, DEFAULT) == 0
