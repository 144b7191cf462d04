"""What of a concept carries over to its other items, as a learner's first looks tell it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.domain.history.replay import Replay, catch_up
from interview_cli.domain.history.study_day import study_day
from interview_cli.domain.items.question import Bank
from interview_cli.domain.memory.fsrs import Rating
from interview_cli.domain.memory.kin import FirstLook, carried_share
from interview_cli.domain.memory.kinship import Kinship
from interview_cli.domain.planning.interview import Interview
from interview_cli.domain.planning.outlook import outlook
from interview_cli.domain.planning.planner import forecast
from interview_cli.domain.planning.recall import share_known
from tests.fakes import ZONE, FakeClock, Happened, bank_of, question


def looks(*, alone: tuple[int, int], helped: tuple[int, int], group: int = 1) -> list[FirstLook]:
    """So many known and missed, without help and with it."""
    return [
        FirstLook(group, is_helped, is_known)
        for is_helped, counts in ((False, alone), (True, helped))
        for is_known, count in zip((True, False), counts, strict=True)
        for _ in range(count)
    ]


@pytest.mark.parametrize(
    ("alone", "helped"),
    [
        ((0, 0), (0, 0)),
        ((40, 40), (0, 0)),
        ((0, 0), (40, 0)),
        ((40, 40), (40, 40)),
        ((40, 40), (20, 60)),
        ((40, 40), (9, 6)),
    ],
)
def test_nothing_carries_over_until_first_looks_say_so(alone: tuple[int, int], helped: tuple[int, int]) -> None:
    assert carried_share(looks(alone=alone, helped=helped)) == 0


def test_what_is_known_the_more_often_by_kin_is_the_share_that_carries_over() -> None:
    """Known 50 % alone; with a share of 0.5 and kin recalled at 0.75, 1 - 0.5 * (1 - 0.375) = 69 %."""
    share = carried_share(looks(alone=(200, 200), helped=(275, 125)))
    assert share == pytest.approx(0.5, abs=0.05)


def test_like_is_compared_with_like() -> None:
    """Easy items met first and hard ones later are no sign that nothing carries over, nor the reverse that much does."""
    easy = looks(alone=(90, 10), helped=(27, 3), group=1)
    hard = looks(alone=(10, 10), helped=(50, 50), group=3)
    assert carried_share([*easy, *hard]) == 0
    assert carried_share([*looks(alone=(10, 30), helped=(9, 27), group=3), *looks(alone=(9, 1), helped=(90, 10))]) == 0


@given(st.lists(st.builds(FirstLook, st.integers(1, 3), st.booleans(), st.booleans()), max_size=60))
def test_it_is_a_share(found: list[FirstLook]) -> None:
    assert 0 <= carried_share(found) < 1
    assert carried_share(found) == pytest.approx(carried_share(found[::-1]))


PAIRS = 60
BANK = bank_of(*(question(f"q05-{half}{n}", f"s05-c{n}") for half in "ab" for n in range(PAIRS)))


def met(is_known_if_helped: bool) -> Happened:
    """The first of each pair, half of them unknown; a week later the second of two in three pairs."""
    happened = Happened(FakeClock())
    for n in range(PAIRS):
        happened.review(f"q05-a{n}", Rating.GOOD if n % 2 else Rating.AGAIN)
    happened.clock.advance(days=7)
    for n in range(PAIRS * 2 // 3):
        happened.review(f"q05-b{n}", Rating.GOOD if is_known_if_helped or n % 2 else Rating.AGAIN)
    return happened


def learned(happened: Happened, bank: Bank = BANK) -> Replay:
    return catch_up(happened.events, bank.items, ZONE)


def test_an_item_never_seen_is_lent_what_carries_over_of_its_best_known_kin() -> None:
    happened = met(is_known_if_helped=True)
    learner, today = learned(happened), study_day(happened.clock.now(), ZONE)
    kinship = Kinship.of(BANK, learner.ensemble.beliefs)
    assert kinship.share > 0.5
    unseen, kin = BANK.items["q05-b59"], learner.ensemble.expected("q05-a59", today)
    assert kinship.recalls(unseen, learner.ensemble, today) == pytest.approx([kinship.share * own for own in kin])
    seen = BANK.items["q05-b3"]
    assert kinship.recalls(seen, learner.ensemble, today) == learner.ensemble.expected("q05-b3", today)


def test_what_other_courses_say_is_what_a_kinship_of_theirs_says() -> None:
    now, before = (learned(met(is_known)).ensemble.beliefs for is_known in (True, False))
    assert Kinship.of(BANK, before).under(now).share == Kinship.of(BANK, now).share


def test_the_forecast_counts_what_carries_over_and_nothing_where_nothing_does() -> None:
    for is_known, least in ((True, 0.05), (False, 0.0)):
        happened = met(is_known)
        learner, now = learned(happened), happened.clock.now()
        today = study_day(now, ZONE)
        ensemble = learner.ensemble
        own = [(1.0, ensemble.expected(item, today)) for item in BANK.items]
        alone = share_known(own, ensemble.expected_weights).mean
        lent = forecast(BANK, happened.events, now, (), today).mean - alone
        assert lent == pytest.approx(0) if not least else lent > least
        interview = Interview("lab", today + timedelta(days=1))
        still = outlook(BANK, learner, today, [interview], interview, 0, frozenset())
        assert still.unweighted.mean == pytest.approx(
            forecast(BANK, happened.events, now, (), interview.on).mean, abs=0.05
        )
