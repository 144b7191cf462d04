"""The rating prompt says when an item comes back, in as many lines as the window needs; so do the lines of keys."""

from __future__ import annotations

import pytest

from interview_cli.domain.memory.fsrs import Rating
from interview_cli.domain.memory.rating import Ratings
from interview_cli.services.drill.coming_back import Back
from interview_cli.ui.asking.keys import in_words, rating_prompt
from interview_cli.ui.asking.lines import cannot_tick
from interview_cli.ui.asking.rows import rows_of, unbroken

ANY = Ratings(tuple(Rating), Rating.GOOD)
BACKS = dict(zip(Rating, map(Back, (0, 1, 6, 15)), strict=True))


def test_a_rating_prompt_says_when_the_item_comes_back() -> None:
    assert rating_prompt(ANY, BACKS, 100) == (
        "Rate: 1 Again · today  2 Hard · tomorrow  3 Good · 6 days  4 Easy · 15 days  (Enter: Good) > "
    )
    assert rating_prompt(Ratings((Rating.AGAIN,), Rating.AGAIN), {}, 100) == "Rate: 1 Again  (Enter: Again) > "


def test_a_narrow_rating_prompt_breaks_between_ratings() -> None:
    assert rating_prompt(ANY, BACKS, 60).split("\n") == [
        "Rate: 1 Again · today  2 Hard · tomorrow  3 Good · 6 days",
        "      4 Easy · 15 days  (Enter: Good) > ",
    ]


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (None, "after the interview"),
        (0, "today"),
        (1, "tomorrow"),
        (2, "2 days"),
        (59, "59 days"),
        (60, "2 months"),
        (729, "24 months"),
        (730, "2 years"),
        (3650, "10 years"),
    ],
)
def test_a_day_is_said_as_people_say_it(days: int | None, words: str) -> None:
    assert in_words(days) == words


def test_keys_stand_in_as_many_rows_as_they_need() -> None:
    assert rows_of([":q quit", ":s skip", "? help"], 16) == [":q quit  :s skip", "? help"]
    assert rows_of([":q quit", ":s skip", "? help"], 24, begin=10) == [":q quit", ":s skip  ? help"]


def test_a_prompt_is_broken_between_words_only() -> None:
    assert unbroken("Quit? > ", 60) == "Quit? > "
    assert unbroken("Take a placement test first? > ", 20) == "Take a placement\ntest first? > "


def test_a_rating_says_when_the_item_comes_back_or_how_long_it_is_known() -> None:
    ratings = Ratings((Rating.HARD, Rating.GOOD, Rating.EASY), Rating.GOOD)
    backs = {Rating.HARD: Back(1), Rating.GOOD: Back(1, is_known=True), Rating.EASY: Back(70, is_known=True)}
    shown = rating_prompt(ratings, backs, 100)
    assert shown == "Rate: 2 Hard · tomorrow  3 Good · known 1 day  4 Easy · known 2 months  (Enter: Good) > "


@pytest.mark.parametrize(
    ("points", "said"),
    [(1, "Type the number 1."), (2, "from 1 to 2, for example 1 2."), (7, "from 1 to 7, for example 1 3.")],
)
def test_the_example_of_what_to_tick_is_one_of_the_points(points: int, said: str) -> None:
    assert said in cannot_tick(points)
