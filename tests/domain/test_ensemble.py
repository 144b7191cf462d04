"""Sixteen members, and the weight that a learner's answers give to each."""

import math
from datetime import date, timedelta
from operator import mul
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.domain.memory.ensemble import MEMBERS, TEMPER, Ensemble, halving, variant
from interview_cli.domain.memory.fsrs import DEFAULT, Parameters, Rating, first_memory, retrievability, review
from interview_cli.domain.memory.states import Known, Relearn, Review, replay

AGAIN, HARD, GOOD, EASY = Rating
MONDAY = date(2026, 3, 2)
EQUAL = pytest.approx([1 / 16] * 16)

ITEMS = st.sampled_from(["q07-why-scale", "q09-tweedie", "attention"])
DAYS = st.integers(0, 400).map(lambda days: MONDAY + timedelta(days=days))
ANSWERS = st.lists(
    st.one_of(
        st.builds(Review, ITEMS, DAYS, st.sampled_from(Rating)),
        st.builds(Known, ITEMS, DAYS),
        st.builds(Relearn, ITEMS, DAYS),
    ),
    max_size=20,
)


def day(number):
    return MONDAY + timedelta(days=number)


def answers_of(learner, rng, items=100, reviews=10):
    """The answers of somebody who remembers exactly as these parameters say."""
    for item in range(items):
        at, memory = 0, None
        for _ in range(reviews):
            gap = rng.choice([1, 2, 4, 8, 16, 32])
            at += gap
            known = memory is not None and rng.random() < retrievability(gap, memory.stability, learner)
            rating = GOOD if known else AGAIN
            memory = review(memory, rating, gap, learner) if memory else first_memory(rating, learner)
            yield Review(f"q{item}", day(at), rating)


def test_the_members_span_decay_first_stability_and_growth():
    fading = MEMBERS[:12]
    assert len(set(MEMBERS)) == 16
    assert {member.weights[20] for member in fading} == {0.154, 0.5, 3.0}
    assert {round(member.weights[2] / DEFAULT.weights[2], 9) for member in fading} == {0.45, 1.2}
    assert {round(member.weights[8] - DEFAULT.weights[8], 9) for member in fading} == {-0.9, 0}
    assert MEMBERS[12:] == tuple(halving(5, growth) for growth in (1, 2, 4, 8))


@pytest.mark.parametrize("half_life", [1.0, 5.0, 12.0])
def test_one_half_of_what_is_left_is_forgotten_in_each_half_life(half_life):
    member = halving(half_life, 2.0)
    memory = first_memory(HARD, member)
    recalls = [retrievability(times * half_life, memory.stability, member) for times in range(4)]
    assert recalls == pytest.approx([1, 1 / 2, 1 / 4, 1 / 8], abs=0.03)


def test_a_memory_of_half_lives_grows_by_what_of_it_was_forgotten():
    member = halving(4.0, 3.0)
    memory = first_memory(GOOD, member)
    growths = [review(memory, GOOD, days, member).stability / memory.stability for days in (0, 1, 6, 60)]
    assert growths[0] == 1
    assert growths == sorted(growths)
    assert 1 + 3 * 0.5 <= growths[2] <= growths[3] <= 1 + 3 * 10 / 7 * 1.06


@pytest.mark.parametrize("gaps", [[1] * 9, [2, 30, 1, 60]])
def test_however_often_it_is_forgotten_a_memory_of_half_lives_lasts_as_after_a_failed_first_look(gaps):
    member = halving(5.0, 2.0)
    memory = first_memory(EASY, member)
    for gap in gaps:
        memory = review(memory, AGAIN, gap, member)
        assert memory.stability >= first_memory(AGAIN, member).stability
    assert memory.stability <= first_memory(EASY, member).stability / 2


def test_a_variant_without_change_is_the_default():
    assert variant(DEFAULT.weights[20], 1.0, 0.0) == DEFAULT


def test_before_any_answer_all_members_weigh_the_same():
    assert Ensemble.untaught().weights == EQUAL
    assert Ensemble.replay([]) == Ensemble.untaught()


@pytest.mark.parametrize(
    "answers",
    [
        pytest.param([Review("q", day(0), AGAIN)], id="a first answer"),
        pytest.param([Review("q", day(0), GOOD), Review("q", day(0), AGAIN)], id="the same day"),
        pytest.param([Review("q", day(0), GOOD), Known("q", day(9))], id="a claim to know"),
        pytest.param([Review("q", day(0), GOOD), Relearn("q", day(5)), Review("q", day(9), AGAIN)], id="relearning"),
    ],
)
def test_what_nobody_predicted_shifts_no_weight(answers):
    assert Ensemble.replay(answers).weights == EQUAL


def test_one_answer_counts_by_a_root_of_its_likelihood():
    """Forgotten after three days: whoever thought it the likelier gains, to the power TEMPER at the most."""
    answers = [Review("q", day(0), GOOD), Review("q", day(3), AGAIN)]
    chances = [1 - retrievability(3, first_memory(GOOD, member).stability, member) for member in MEMBERS]
    weights = Ensemble.replay(answers).weights
    order = sorted(range(16), key=chances.__getitem__)
    assert weights[order[0]] < 1 / 16 < weights[order[-1]]
    assert weights[order[-1]] / weights[order[0]] < (chances[order[-1]] / chances[order[0]]) ** TEMPER * 1.2


def test_what_was_answered_before_relearning_still_counts_as_evidence():
    answered = [Review("q", day(0), GOOD), Review("q", day(3), AGAIN)]
    assert Ensemble.replay([*answered, Relearn("q", day(4))]).weights == Ensemble.replay(answered).weights


@given(answers=ANSWERS)
def test_weights_sum_to_one(answers):
    weights = Ensemble.replay(answers).weights
    assert math.fsum(weights) == pytest.approx(1, rel=1e-12)
    assert all(0 <= weight <= 1 for weight in weights)


@given(answers=ANSWERS, cut=st.integers(0, 20))
def test_advancing_is_replaying_all(answers, cut):
    whole = Ensemble.replay(answers)
    stepped = Ensemble.replay(answers[:cut]).advance(answers[cut:])
    assert stepped == whole


@given(answers=ANSWERS)
def test_every_answer_of_a_later_day_is_counted_by_octave_of_stability_and_half_octave_of_days(answers):
    ensemble = Ensemble.replay(answers)
    for member, tally in zip(MEMBERS, ensemble.tallies, strict=True):
        assert tally == counted_one_by_one(answers, member)


def counted_one_by_one(answers, member):
    tally, memories, last = {}, {}, {}
    for answer in sorted(answers, key=lambda answer: answer.item):
        if isinstance(answer, Relearn):
            memories.pop(answer.item, None)
            continue
        before, on = memories.get(answer.item), answer.day
        days = max((on - last[answer.item]).days, 0) if before else 0
        if before and days and isinstance(answer, Review):
            octave = min(max(math.log2(before.stability), -4), 8)
            half = min(max(2 * (math.log2(days) - math.log2(before.stability)), -16), 20)
            cell = (round(octave), round(half))
            recalled, forgotten = tally.get(cell, (0, 0))
            missed = answer.rating == AGAIN
            tally[cell] = (recalled + (not missed), forgotten + missed)
        memory = replay([a for a in [*answered(answers, answer)] if a.item == answer.item], member)[answer.item]
        memories[answer.item], last[answer.item] = memory.memory, memory.last
    return tally


def answered(answers, last):
    """The answers up to this one."""
    for answer in answers:
        yield answer
        if answer is last:
            return


@given(answers=ANSWERS)
def test_each_member_remembers_as_if_it_were_alone(answers):
    ensemble = Ensemble.replay(answers)
    for index, member in enumerate(MEMBERS):
        alone = replay(answers, member)
        assert {item: belief.memories[index] for item, belief in ensemble.beliefs.items()} == {
            item: state.memory for item, state in alone.items()
        }
        assert {item: belief.last for item, belief in ensemble.beliefs.items()} == {
            item: state.last for item, state in alone.items()
        }


@given(answers=ANSWERS, on=DAYS, item=ITEMS)
def test_the_mixture_lies_among_its_views(answers, on, item):
    ensemble = Ensemble.replay(answers)
    recalls = ensemble.recalls(item, on)
    assert len(recalls) == len(ensemble.leading)
    assert math.fsum(view.weight for view in ensemble.leading) == pytest.approx(1, rel=1e-12)
    assert min(recalls) - 1e-12 <= ensemble.recall(item, on) <= min(1.0, max(recalls) + 1e-12)


def test_plans_and_forecasts_hear_members_of_their_own():
    """Each knows eight that fade slowly; beside these plans hear those that fade fast, forecasts those of half-lives."""
    ensemble = Ensemble.untaught()
    planning, foretelling = ({view.index for view in views} for views in (ensemble.leading, ensemble.foretelling))
    assert planning == set(range(12))
    assert foretelling == {*range(8), *range(12, 16)}
    assert math.fsum(view.weight for view in ensemble.foretelling) == pytest.approx(1)
    alone = Ensemble.untaught(MEMBERS[8:12])
    assert alone.leading == alone.foretelling != ()


@given(answers=ANSWERS)
def test_a_longer_memory_is_never_read_as_a_shorter_one(answers):
    for view in Ensemble.replay(answers).views:
        stabilities = [view.stability(stability) for stability in (0.001, 0.1, 1.0, 30.0, 36_500.0)]
        assert stabilities == sorted(stabilities)


def test_before_any_answer_stabilities_are_read_as_they_are():
    assert {(view.scale, view.power) for view in Ensemble.untaught().views} == {(1.0, 1.0)}


@pytest.mark.parametrize(("factor", "low", "high"), [(0.25, 0.0, 0.8), (1.0, 0.5, 2.0), (6.0, 1.5, 99.0)])
def test_stabilities_are_read_as_this_learner_has_them(factor, low, high):
    """Somebody whose memories last a multiple of what the ratings say."""
    rng, member = Random(3), MEMBERS[5]
    answers = []
    for item in range(150):
        stability = first_memory(GOOD, member).stability * factor
        gap = rng.choice([1, 2, 4, 8, 16, 32])
        known = rng.random() < retrievability(gap, stability, member)
        answers += [Review(f"q{item}", day(0), GOOD), Review(f"q{item}", day(gap), GOOD if known else AGAIN)]
    view = Ensemble.replay(answers).views[5]
    base = first_memory(GOOD, member).stability
    assert low <= view.stability(base) / base <= high


def test_members_that_differ_in_difficulty_are_refused():
    other = list(DEFAULT.weights)
    other[5] += 0.1
    with pytest.raises(ValueError, match="differ in w4 to w7"):
        Ensemble.untaught((DEFAULT, Parameters(tuple(other))))


def test_what_was_never_answered_has_no_recall():
    assert Ensemble.replay([Review("q", MONDAY, GOOD)]).recall("r", day(1)) == 0


def test_recall_is_whole_on_the_day_of_the_last_review():
    ensemble = Ensemble.replay([Review("q", MONDAY, GOOD)])
    assert ensemble.recall("q", MONDAY) == pytest.approx(1)
    assert ensemble.recall("q", day(-2)) == ensemble.recall("q", MONDAY)


def test_the_answers_favour_those_who_remember_alike():
    """The members of the learner's own decay gain together: scale and power make the others alike to them."""
    for true in range(16):
        weights = Ensemble.replay(answers_of(MEMBERS[true], Random(20260302))).weights
        alike = [index for index in range(16) if MEMBERS[index].weights[20] == MEMBERS[true].weights[20]]
        assert math.fsum(weights[index] for index in alike) > len(alike) / 16


def test_who_forgets_each_item_at_its_own_constant_rate_is_foreseen_weeks_ahead():
    """In the mean over such items, recall falls as slowly as by a power of time at first, and later it doesn't."""
    errors = []
    for seed in range(4):
        rng, answers, held = Random(seed), [], {}
        for item in range(300):
            first = 5 * math.exp(rng.gauss(0, 0.6))
            at, half_life = rng.randrange(4), first
            answers.append(Review(f"q{item}", day(at), GOOD))
            while (gap := rng.choice([2, 3, 5, 8])) + at <= 20:
                at, recall = at + gap, 0.5 ** (gap / half_life)
                is_recalled = rng.random() < recall
                half_life = half_life * (3 - 2 * recall) if is_recalled else max(half_life, first) / 2
                answers.append(Review(f"q{item}", day(at), GOOD if is_recalled else AGAIN))
            held[f"q{item}"] = half_life, at
        ensemble = Ensemble.replay(sorted(answers, key=lambda answer: answer.day))
        expected = [math.fsum(map(mul, ensemble.expected_weights, ensemble.expected(item, day(40)))) for item in held]
        foreseen = math.fsum(expected) / len(expected)
        errors.append(foreseen - math.fsum(0.5 ** ((40 - at) / life) for life, at in held.values()) / len(held))
        assert math.fsum(view.weight for view in ensemble.foretelling[-4:]) > 0.9
    assert math.fsum(map(abs, errors)) / len(errors) < 0.02


@pytest.mark.parametrize("true", range(12))
def test_the_forecast_learns_from_the_learner(true):
    """The mixture foresees a learner's recall better with their answers than without what they say."""
    learner, rng = MEMBERS[true], Random(7)
    taught = Ensemble.replay(answers_of(learner, rng))
    equal = Ensemble(taught.members, taught.beliefs, ({},) * 16, {})
    soon = [(item, belief.last + timedelta(days=7)) for item, belief in taught.beliefs.items()]

    def error(ensemble):
        truth = [retrievability(7, taught.beliefs[item].stabilities[true], learner) for item, _ in soon]
        return math.fsum(abs(ensemble.recall(item, on) - real) for (item, on), real in zip(soon, truth, strict=True))

    assert error(taught) < error(equal)
