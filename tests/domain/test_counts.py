"""Log-odds of recall from what was counted of an item, learned from one person's answers."""

import math
from datetime import date, timedelta
from random import Random
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.domain.memory.counts import CENTRES, SPREADS, Odds, Trail, Trial, first_trail, odds
from interview_cli.domain.memory.ensemble import MEMBERS, TEMPER, Ensemble
from interview_cli.domain.memory.fsrs import Rating, first_memory, retrievability, review
from interview_cli.domain.memory.states import Known, Relearn, Review

AGAIN, HARD, GOOD, EASY = Rating
MONDAY = date(2026, 3, 2)
UNTAUGHT = odds({}, TEMPER)

COUNTS = st.integers(0, 40)
TRAILS = st.builds(Trail, st.booleans(), COUNTS, COUNTS, st.booleans(), st.integers(0, 400), st.just(False))
TRIALS = st.dictionaries(
    st.builds(lambda trail, days: trail.trial(days), TRAILS, st.integers(1, 400)),
    st.tuples(st.integers(0, 60), st.integers(0, 60)),
    max_size=12,
)


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def test_before_any_test_the_prior_is_what_is_told() -> None:
    assert (UNTAUGHT.coefficients, UNTAUGHT.evidence) == (CENTRES, pytest.approx(0))
    assert Ensemble.untaught().share_of_counts == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("is_known", "days", "recall"), [(True, 1, 0.82), (False, 1, 0.67), (True, 14, 0.48), (False, 14, 0.29)]
)
def test_the_prior_is_that_of_somebody_ordinary(is_known: bool, days: int, recall: float) -> None:
    assert UNTAUGHT.recall(first_trail(is_known=is_known), days) == pytest.approx(recall, abs=0.005)


@given(trials=TRIALS, trail=TRAILS, days=st.integers(-3, 500), more=st.integers(0, 500))
def test_recall_is_a_share_that_never_rises_with_time(
    trials: dict[Trial, tuple[int, int]], trail: Trail, days: int, more: int
) -> None:
    taught = odds(trials, TEMPER)
    assert 0 <= taught.recall(trail, days + more) <= taught.recall(trail, days) <= 1


@given(trials=TRIALS, trail=TRAILS, days=st.integers(1, 500))
def test_what_is_moved_up_is_recalled_more(trials: dict[Trial, tuple[int, int]], trail: Trail, days: int) -> None:
    taught = odds(trials, TEMPER)
    low, middle, high = (taught.recall(trail, days, taught.shift(octaves)) for octaves in (-1.0, 0.0, 1.0))
    assert low <= middle <= high


@given(trials=TRIALS)
def test_answers_leave_less_doubt(trials: dict[Trial, tuple[int, int]]) -> None:
    taught = odds(trials, TEMPER)
    assert 0 < taught.doubt <= UNTAUGHT.doubt
    assert UNTAUGHT.doubt == pytest.approx(1.4, abs=0.05)


@given(trials=TRIALS, trail=TRAILS)
def test_an_answer_moves_what_is_told_of_its_like_towards_it(
    trials: dict[Trial, tuple[int, int]], trail: Trail
) -> None:
    trial = trail.trial(1)
    like = Trail(trial.knew, trial.recalled, trial.forgotten, trial.missed, trial.wait, claimed=False)
    recalled, forgotten = trials.get(trial, (0, 0))
    before = odds(trials, TEMPER).recall(like, 1)
    assert odds(trials | {trial: (recalled + 5, forgotten)}, TEMPER).recall(like, 1) >= before - 1e-9
    assert odds(trials | {trial: (recalled, forgotten + 5)}, TEMPER).recall(like, 1) <= before + 1e-9


@given(trials=TRIALS)
def test_nothing_near_the_coefficients_is_more_probable(trials: dict[Trial, tuple[int, int]]) -> None:
    """A step along any axis, either way, only loses."""
    top = odds(trials, TEMPER).coefficients
    for axis in range(len(top)):
        for step in (-0.05, 0.05):
            assert posterior((*top[:axis], top[axis] + step, *top[axis + 1 :]), trials) < posterior(top, trials)


def posterior(a: tuple[float, ...], trials: dict[Trial, tuple[int, int]]) -> float:
    """The log of prior and tempered likelihood, up to what does not depend on the coefficients."""
    total = -sum(((at - c) / s) ** 2 for at, c, s in zip(a, CENTRES, SPREADS, strict=True)) / 2
    for (days, recalled, forgotten, knew, missed, wait), (right, wrong) in trials.items():
        t, s, f = math.log(days), math.log(1 + recalled), math.log(1 + forgotten)
        z = a[0] + a[1] * t + a[2] * s + a[3] * f + a[4] * knew + a[5] * missed
        z += a[6] * t * s + a[7] * t * f + a[8] * math.log(1 + wait)
        total -= TEMPER * (right * softplus(-z) + wrong * softplus(z))
    return total


def softplus(z: float) -> float:
    return max(z, 0) + math.log1p(math.exp(-abs(z)))


def test_trails_count_later_days_alone_since_an_item_was_last_new() -> None:
    told = [
        *(Review("q", day(0), GOOD), Review("q", day(0), AGAIN), Relearn("q", day(1))),
        *(Review("q", day(2), AGAIN), Review("q", day(2), GOOD)),
        *(Review("q", day(3), HARD), Review("q", day(10), AGAIN), Review("q", day(10), GOOD)),
    ]
    ensemble = Ensemble.replay(told)
    assert ensemble.beliefs["q"].trail == Trail(False, 1, 1, missed=True, wait=7, claimed=False)
    assert ensemble.outcomes == {Trial(1, 0, 0, False, True, 0): (1, 0), Trial(8, 1, 0, False, False, 1): (0, 1)}


def test_high_counts_and_long_times_are_put_together() -> None:
    assert Trail(True, 99, 99, missed=False, wait=99, claimed=False).trial(4) == (
        4,
        91,
        91,
        True,
        False,
        91,
    )
    assert [first_trail(is_known=True).trial(days).days for days in (1, 2, 3, 4, 5, 6, 7, 9, 10)] == [
        *(1, 2, 3, 4, 6, 6, 8, 8, 11)
    ]


def test_a_claim_is_neither_told_by_the_counts_nor_tells_them_anything() -> None:
    told = [Review("q", day(0), GOOD), Known("q", day(1)), Review("q", day(9), AGAIN), Known("r", day(0))]
    ensemble = Ensemble.replay(told)
    assert ensemble.outcomes == {}
    for item in "qr":
        assert ensemble.beliefs[item].trail.claimed
        *views, counts = ensemble.expected(item, day(30))
        assert counts == pytest.approx(fmean(views, ensemble.expected_weights[:-1]))


def test_what_was_never_seen_is_not_expected() -> None:
    ensemble = Ensemble.replay([Review("q", MONDAY, GOOD)])
    assert set(ensemble.expected("r", day(1))) == {0.0}


@pytest.mark.parametrize("is_lawful", [True, False])
def test_the_kind_of_opinion_that_foresaw_more_weighs_more(is_lawful: bool) -> None:
    """One learner remembers as a member's stabilities have it; to another a miss, its answer seen, is as good as recall."""
    rng, member, told = Random(5), MEMBERS[5], []
    unmoved = Odds((1.0, -0.6, 0.8, 0.8, 0.0, 0.0, 0.0, 0.0, 0.3), 0.0, 0.0)
    for number in range(100):
        item, at = f"q{number}", 0
        rating = rng.choice([AGAIN, GOOD])
        memory, trail = first_memory(rating, member), first_trail(is_known=rating == GOOD)
        told.append(Review(item, day(0), rating))
        for gap in (2, 5, 11, 24):
            recall = retrievability(gap, memory.stability, member) if is_lawful else unmoved.recall(trail, gap)
            rating = GOOD if rng.random() < recall else AGAIN
            memory, trail = review(memory, rating, gap, member), trail.after(gap, is_recalled=rating == GOOD)
            at += gap
            told.append(Review(item, day(at), rating))
    ensemble = Ensemble.replay(told)
    share = ensemble.share_of_counts
    assert share < 0.1 if is_lawful else share > 0.9
    assert math.fsum(ensemble.expected_weights) == pytest.approx(1)


def test_who_is_doubted_is_off_by_what_the_answers_leave_open() -> None:
    answers = [Review(f"q{n}", day(at), GOOD if n % 3 else AGAIN) for n in range(9) for at in (0, 2, 5)]
    ensemble = Ensemble.replay(answers)
    less, same, more = (ensemble.doubted(spreads).expected("q1", day(12)) for spreads in (-1, 0, 1))
    assert same == ensemble.expected("q1", day(12))
    assert all(low < middle < high for low, middle, high in zip(less, same, more, strict=True))
    assert ensemble.doubted(1).expected_weights == ensemble.expected_weights
    surer = Ensemble.replay([*answers, *(Review(f"r{n}", day(at), GOOD) for n in range(40) for at in (0, 4))])
    low, high = (surer.doubted(spreads).expected("q1", day(12)) for spreads in (-1, 1))
    assert high[-1] - low[-1] < more[-1] - less[-1]


def test_opinions_that_hear_of_the_same_answers_weigh_the_counts_as_on_their_own() -> None:
    answers = [Review(f"q{n}", day(at), GOOD if n % 3 else AGAIN) for n in range(9) for at in (0, 2, 5)]
    one, other = Ensemble.replay(answers), Ensemble.replay(answers, MEMBERS[:3])
    assert other.hearing(one).odds is one.odds
    assert other.hearing(one).share_of_counts == other.share_of_counts
    less = Ensemble.replay(answers[:-1])
    assert other.hearing(less).odds == other.odds
