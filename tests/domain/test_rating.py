"""What the scheduler may be told about an answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.domain.items.answer import Mark
from interview_cli.domain.items.question import KeyPoint
from interview_cli.domain.memory.fsrs import Rating
from interview_cli.domain.memory.rating import rating_for_code, rating_for_marked, rating_for_self_marked

AGAIN, HARD, GOOD, EASY = Rating
ANY = (AGAIN, HARD, GOOD, EASY)


@pytest.mark.parametrize(
    ("mark", "score", "allowed", "default"),
    [
        (Mark.RIGHT, 1.0, (HARD, GOOD, EASY), GOOD),
        (Mark.PARTIAL, 0.5, (AGAIN, HARD), HARD),
        (Mark.PARTIAL, 0.49, (AGAIN,), AGAIN),
        (Mark.WRONG, 0.0, (AGAIN,), AGAIN),
    ],
)
def test_a_mark_bounds_the_rating(mark: Mark, score: float, allowed: tuple[Rating, ...], default: Rating) -> None:
    ratings = rating_for_marked(mark, score)
    assert (ratings.allowed, ratings.default) == (allowed, default)


def test_an_unreadable_answer_is_not_rated() -> None:
    with pytest.raises(ValueError, match="not rated"):
        rating_for_marked(Mark.UNREADABLE, 0.0)


@pytest.mark.parametrize(
    ("essential", "ticked", "allowed", "default"),
    [
        ("E..", {0, 1, 2}, ANY, GOOD),
        ("E...", {0}, ANY, HARD),
        ("E...", {0, 1}, ANY, GOOD),
        ("E..", {1, 2}, (AGAIN, HARD), HARD),
        ("E..", {1}, (AGAIN, HARD), AGAIN),
        ("E..", set(), (AGAIN, HARD), AGAIN),
        ("...", set(), ANY, AGAIN),
        ("E", {0, 7}, ANY, GOOD),
    ],
)
def test_an_essential_point_unticked_is_at_most_hard(
    essential: str, ticked: set[int], allowed: tuple[Rating, ...], default: Rating
) -> None:
    points = [KeyPoint(text=f"point {n}", essential=letter == "E") for n, letter in enumerate(essential)]
    ratings = rating_for_self_marked(ticked, points)
    assert (ratings.allowed, ratings.default) == (allowed, default)


@pytest.mark.parametrize(
    ("passed_at", "hints", "seconds", "allowed", "default"),
    [
        (1, 0, 299.9, (HARD, GOOD, EASY), EASY),
        (1, 0, 300, (HARD, GOOD), GOOD),
        (1, 0, 9999, (HARD, GOOD), GOOD),
        (1, 1, 10, (HARD,), HARD),
        (2, 0, 10, (HARD,), HARD),
        (None, 0, 10, (AGAIN,), AGAIN),
        (None, 3, 9999, (AGAIN,), AGAIN),
    ],
)
def test_code_is_rated_by_attempts_hints_and_time(
    passed_at: int | None, hints: int, seconds: float, allowed: tuple[Rating, ...], default: Rating
) -> None:
    ratings = rating_for_code(passed_at, hints, seconds, minutes=10)
    assert (ratings.allowed, ratings.default) == (allowed, default)


@given(mark=st.sampled_from([Mark.RIGHT, Mark.PARTIAL, Mark.WRONG]), score=st.floats(0, 1), chosen=st.sampled_from(ANY))
def test_a_choice_holds_if_and_only_if_it_is_allowed(mark: Mark, score: float, chosen: Rating) -> None:
    free, ratings = rating_for_marked(mark, score), rating_for_marked(mark, score, chosen)
    assert ratings.allowed == free.allowed
    assert ratings.default == (chosen if chosen in free.allowed else free.default)
