"""Weights of memory are fitted to one learner late, and used only where they foresee unseen answers better."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from random import Random

import pytest

from interview_cli.domain.history.replay import MEMORY, catch_up, members_of
from interview_cli.domain.memory.ensemble import MEMBERS, Ensemble
from interview_cli.domain.memory.fitting import LEAST_TESTS, fitted
from interview_cli.domain.memory.fsrs import DEFAULT, Memory, Parameters, Rating, first_memory, retrievability, review
from interview_cli.domain.memory.states import Review
from interview_cli.services.log.refit import is_refit_due, refit
from tests.fakes import ZONE, FakeClock, Happened, MemoryLog, bank_of, question

MONDAY = date(2026, 3, 2)


def unlike() -> Parameters:
    """Somebody who keeps best what was missed at first, and learns slowly: no member is like that."""
    w = list(DEFAULT.weights)
    w[:4], w[8], w[20] = [4.0, 2.0, 0.8, 0.4], 1.2, 0.3
    return Parameters(tuple(w))


@cache
def answers_of(learner: Parameters, tests: int, seed: int = 2) -> list[Review]:
    """So many tests, seven of each item, by somebody who remembers as these weights say."""
    rng, told = Random(seed), []
    for item in range(tests // 7 + 1):
        at, memory = rng.randrange(60), None
        for _ in range(8):
            rating, memory, gap = _answer(rng, learner, memory)
            at += gap
            told.append(Review(f"q{item}", MONDAY + timedelta(days=at), rating))
    return sorted(told, key=lambda answer: answer.day)[: tests + tests // 7]


def _answer(rng: Random, learner: Parameters, memory: Memory | None) -> tuple[Rating, Memory, int]:
    if memory is None:
        rating = Rating(rng.choice([1, 2, 3, 3, 3, 4]))
        return rating, first_memory(rating, learner), 0
    gap = rng.choice([1, 2, 4, 8, 16])
    known = rng.random() < retrievability(gap, memory.stability, learner)
    rating = Rating.GOOD if known else Rating.AGAIN
    return rating, review(memory, rating, gap, learner), gap


def test_who_remembers_unlike_all_members_gets_weights_of_their_own() -> None:
    learner = unlike()
    found = fitted(answers_of(learner, 2800))
    assert found is not None
    assert found.weights[0] > found.weights[2] > found.weights[3]
    assert abs(found.weights[8] - 1.2) < abs(DEFAULT.weights[8] - 1.2)
    fresh = answers_of(learner, 700, seed=9)
    with_own = Ensemble.replay(fresh, (*MEMBERS, found)).weights
    assert with_own[-1] > 0.5


@pytest.mark.parametrize("member", [DEFAULT, MEMBERS[2]])
def test_who_remembers_like_a_member_gets_none(member: Parameters) -> None:
    assert fitted(answers_of(member, 2800)) is None


def test_below_two_thousand_tests_nothing_is_fitted() -> None:
    assert LEAST_TESTS == 2000
    assert fitted(answers_of(unlike(), 1900)) is None
    assert fitted([]) is None


BANK = bank_of(*(question(f"q05-n{number}") for number in range(3)))


def practised() -> Happened:
    happened = Happened(FakeClock())
    for gap in (1, 3, 9):
        for item in BANK.items:
            happened.review(item)
        happened.clock.advance(days=gap)
    return happened


def test_fitted_weights_are_a_member_more_from_the_setting_on() -> None:
    happened = practised()
    before = catch_up(happened.events, BANK.items, ZONE)
    happened.setting(MEMORY, {"weights": list(unlike().weights), "tests": 2000})
    happened.review("q05-n0")
    whole = catch_up(happened.events, BANK.items, ZONE)
    assert whole.ensemble.members == (*MEMBERS, unlike())
    assert catch_up(happened.events, BANK.items, ZONE, before) == whole
    happened.setting(MEMORY, {"weights": None, "tests": 3000})
    again = catch_up(happened.events, BANK.items, ZONE, whole)
    assert again.ensemble.members == MEMBERS
    assert again == catch_up(happened.events, BANK.items, ZONE)


@pytest.mark.parametrize(
    "value",
    [
        None,
        3,
        {"weights": None},
        {"weights": [1, 2]},
        {"weights": ["x"] * 21},
        {"weights": [*DEFAULT.weights[:4], 5.0, *DEFAULT.weights[5:]]},
    ],
)
def test_a_setting_that_holds_no_such_weights_changes_nothing(value: object) -> None:
    assert members_of({MEMORY: value}) == MEMBERS


def test_it_is_tried_again_with_a_tenth_more_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("interview_cli.services.log.refit.LEAST_TESTS", 6)
    happened = practised()
    assert catch_up(happened.events, BANK.items, ZONE).ensemble.tests == 6
    for tests, is_due in ((None, True), (5, True), (6, False)):
        if tests:
            happened.setting(MEMORY, {"weights": None, "tests": tests})
        assert is_refit_due(catch_up(happened.events, BANK.items, ZONE)) == is_due


def test_what_came_of_too_few_answers_is_nothing() -> None:
    happened = practised()
    learner = catch_up(happened.events, BANK.items, ZONE)
    assert not is_refit_due(learner)
    assert refit(MemoryLog(happened.events), BANK, learner) == {"weights": None, "tests": 6}
