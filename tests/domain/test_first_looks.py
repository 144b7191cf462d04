"""What is known at first sight, as the user's own first looks tell it; the days that are kept, and what is asked once more."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_cli.domain.history.replay import catch_up
from interview_cli.domain.memory.fsrs import Rating
from interview_cli.domain.planning.days_ahead import days_kept
from interview_cli.domain.planning.first_looks import USUAL, FirstLooks
from interview_cli.domain.planning.repeats import Repeats
from tests.fakes import ZONE, FakeClock, Happened, bank_of, question

BANK = bank_of(
    *(question(f"q{section:02}-n{number}", level=level) for section in (2, 7) for level in (1, 3) for number in
      range(10 * level, 10 * level + 9)),
)  # fmt: skip


def looks(*answered: tuple[str, Rating]) -> FirstLooks:
    happened = Happened(FakeClock())
    for item, rating in answered:
        happened.review(item, rating)
    return FirstLooks.of(BANK, catch_up(happened.events, BANK.items, ZONE).ensemble.beliefs)


def test_before_any_look_it_is_the_usual_share() -> None:
    assert [looks().share(item) for item in BANK.items.values()] == pytest.approx([USUAL] * len(BANK.items))


def test_a_section_that_is_known_lifts_its_level_there_most_and_the_others_less() -> None:
    known = looks(*((f"q02-n{number}", Rating.GOOD) for number in range(10, 18)))
    shares = [known.share(BANK.items[item]) for item in ("q02-n18", "q07-n18", "q02-n38", "q07-n38")]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] > shares[1] > shares[2] == shares[3] > USUAL
    assert known.count == 8


def test_a_claim_is_no_look() -> None:
    happened = Happened(FakeClock())
    happened.known("q02-n10")
    assert FirstLooks.of(BANK, catch_up(happened.events, BANK.items, ZONE).ensemble.beliefs).count == 0


@settings(max_examples=50, deadline=None)
@given(ratings=st.lists(st.sampled_from(Rating), max_size=9), chance=st.floats(0, 0.999))
def test_the_share_stays_between_nothing_and_all_and_decides_the_rating(ratings: list[Rating], chance: float) -> None:
    found = looks(*((f"q02-n{10 + number}", rating) for number, rating in enumerate(ratings)))
    item = BANK.items["q02-n10"]
    assert 0 < found.share(item) < 1
    assert (found.rating(item, chance) is Rating.AGAIN) == (chance < 1 - found.share(item))


@pytest.mark.parametrize(("gap", "least", "most"), [(1, 1.0, 1.0), (2, 0.5, 0.6), (7, 0.2, 0.3)])
def test_the_share_of_days_kept_is_that_of_the_last_weeks_drawn_towards_all(
    gap: int, least: float, most: float
) -> None:
    happened, day = Happened(FakeClock()), 0
    for number in range(0, 28, gap):
        happened.clock.advance(days=number - day)
        day = number
        happened.review(f"q{2 if number < 14 else 7:02}-n{10 + number % 9}")
    beliefs = catch_up(happened.events, BANK.items, ZONE).ensemble.beliefs
    today = date(2026, 3, 2) + timedelta(days=28)
    assert least <= days_kept(beliefs, today, frozenset()) <= most
    off = frozenset(today - timedelta(days=ahead) for ahead in range(1, 29))
    assert days_kept(beliefs, today, off) == 1


def test_what_is_asked_once_more_is_read_from_the_log() -> None:
    def read(again: bool, recalled: bool = False) -> Repeats:
        happened = Happened(FakeClock())
        for number in range(10, 19):
            for level in (1, 3):
                item = f"q{2 if number % 2 else 7:02}-n{10 * level + number - 10}"
                happened.review(item, Rating.GOOD if recalled else Rating.AGAIN)
                if again:
                    happened.review(item)
        return Repeats.of(catch_up(happened.events, BANK.items, ZONE).ensemble.beliefs.values())

    usual = Repeats.of([])
    assert 0 < usual.share_of_minutes < 0.1
    assert read(again=False).share_of_missed < usual.share_of_missed < read(again=True).share_of_missed <= 1
    assert read(again=False).share_of_minutes < read(again=True).share_of_minutes < 0.34
    assert read(again=False, recalled=True).share_of_minutes < usual.share_of_minutes
