"""Two drills of one home at once: each asks its own items, rates them once, takes back its own, and goes on after a kill."""

from __future__ import annotations

from itertools import chain

import pytest

from interview_cli.domain.history.event import Mode
from interview_cli.domain.history.log_reading import practice
from interview_cli.domain.items.question import AnyItem
from interview_cli.domain.memory.fsrs import Rating
from interview_cli.domain.planning.day_plan import Aim, Wanted
from interview_cli.services.drill.session import Drill
from interview_cli.services.drill.start import Learner, Unfinished, resume, start, unfinished
from interview_cli.services.drill.steps import Asked, Request
from tests.fakes import Happened, OvertakenLog, question
from tests.services.test_drill import Desk, answer_now, asked, ended

MINUTES = 2
SIX: tuple[AnyItem, ...] = tuple(question(f"q07-{name}", minutes=MINUTES) for name in "abcdef")
THREE = Request(3 * MINUTES, Wanted())


def items_of(drill: Drill) -> list[str]:
    """What a drill asks, to its end."""
    found = []
    while isinstance(drill.current, Asked):
        found.append(asked(drill).item.id)
        answer_now(drill, Rating.GOOD)
    return found


def open_drills(desk: Desk) -> list[Unfinished]:
    means = desk.means()
    return unfinished(means, Learner.of(means))


def gone_on_with(desk: Desk, place: int) -> Drill:
    """The drill of that place, by a new process."""
    means = desk.means(seed=3)
    learner = Learner.of(means)
    [open_] = [each for each in unfinished(means, learner) if each.place == place]
    return resume(means, learner, open_)


def test_a_second_drill_asks_what_the_first_does_not() -> None:
    desk = Desk(*SIX)
    first, second = desk.start(THREE), desk.start(THREE, place=2)
    asked_by = [items_of(first), items_of(second)]
    assert [len(items) for items in asked_by] == [3, 3]
    assert sorted(chain(*asked_by)) == [item.id for item in SIX]


def test_of_two_that_begin_at_once_the_later_sees_the_other() -> None:
    log = OvertakenLog()
    desk = Desk(*SIX, log=log)
    others: list[Drill] = []
    log.meanwhile = lambda: others.append(desk.start(THREE, place=2))
    mine = items_of(desk.start(THREE))
    assert not set(mine) & set(items_of(others[0]))


def test_a_second_drill_has_nothing_where_the_first_has_all() -> None:
    desk = Desk(*SIX)
    desk.start()
    means = desk.means()
    assert start(means, Learner.of(means), THREE, 2) is None


def test_a_cram_beside_a_drill_asks_other_items_too() -> None:
    desk = Desk(*SIX)
    happened = Happened(desk.clock)
    for item in SIX:
        happened.review(item.id)
    desk.log.append(*happened.events)
    desk.clock.advance(days=30)
    first = desk.start(Request(60, Wanted(count=3)))
    second = desk.start(Request(60, Wanted(aim=Aim.CRAM)), place=2)
    assert sorted([*items_of(first), *items_of(second)]) == [item.id for item in SIX]


def test_a_concept_that_the_first_asks_comes_last_in_the_second() -> None:
    """As all siblings of what is asked today."""
    twins = [question(f"q07-{name}", concept="s07-twin", minutes=MINUTES) for name in ("one", "two")]
    desk = Desk(*twins, question("q08-other", minutes=MINUTES))
    first = desk.start(Request(MINUTES, Wanted(sections=frozenset({7}))))
    assert asked(first).item in twins
    assert asked(desk.start(Request(MINUTES, Wanted()), place=2)).item.id == "q08-other"


def test_interleaved_ratings_all_count_once_and_for_the_day() -> None:
    desk = Desk(*SIX)
    first, second = desk.start(THREE), desk.start(THREE, place=2)
    rated = []
    for rating in (Rating.AGAIN, Rating.GOOD, Rating.HARD):
        for drill in (first, second):
            rated.append((asked(drill).item.id, int(rating)))
            desk.clock.advance(seconds=30)
            answer_now(drill, rating)
    assert [(review.item, review.rating) for review in desk.reviews()] == rated
    assert len(practice(desk.log.events(), desk.clock.zone)) == len(SIX)
    assert all(isinstance(drill.current, Asked) and drill.current.is_repeat for drill in (first, second))


def test_a_rating_that_another_drill_gave_first_is_refused_and_said_at_quit_too() -> None:
    """It cannot come to it by their items: what one asks, the other leaves."""
    desk = Desk(SIX[0])
    first = desk.start()
    first.submit("")
    first.tick({0})
    other = Happened(desk.clock, desk.ids).review(SIX[0].id, Rating.EASY, session="another")
    desk.log.append(other)
    assert not first.quit()
    assert desk.reviews() == [other]
    assert ended(first).summary.answered == 0


@pytest.mark.parametrize("mode", [Mode.DRILL, Mode.MOCK])
def test_what_was_rated_before_a_drill_began_may_be_rated_again(mode: Mode) -> None:
    """What a mock of the morning missed is sent into the next drill; one that was cut short may hold it, too."""
    desk = Desk(SIX[0])
    desk.start()
    desk.log.append(Happened(desk.clock, desk.ids).review(SIX[0].id, Rating.AGAIN, session="morning", mode=mode))
    drill = gone_on_with(desk, 1)
    drill.submit("")
    drill.tick({0})
    assert drill.rate(Rating.GOOD)
    assert [review.rating for review in desk.reviews()] == [Rating.AGAIN, Rating.GOOD]


def test_undo_takes_back_the_own_rating_although_the_other_rated_later() -> None:
    desk = Desk(*SIX)
    first, second = desk.start(THREE), desk.start(THREE, place=2)
    mine, theirs = asked(first).item.id, asked(second).item.id
    answer_now(first, Rating.GOOD)
    answer_now(second, Rating.GOOD)
    assert first.undo()
    assert [review.item for review in desk.reviews()] == [theirs]
    assert not first.can_undo
    assert first.rate(Rating.GOOD)
    assert [review.item for review in desk.reviews()] == [theirs, mine]


@pytest.mark.parametrize("other_rates_later", [False, True])
def test_the_end_offers_log_undo_only_for_the_own_rating(other_rates_later: bool) -> None:
    """`log undo` takes back the newest, whichever drill it is of."""
    desk = Desk(*SIX)
    first, second = desk.start(THREE), desk.start(THREE, place=2)
    for drill in (first, second) if other_rates_later else (second, first):
        desk.clock.advance(seconds=30)
        answer_now(drill, Rating.GOOD)
    first.quit()
    assert ended(first).summary.is_newest is not other_rates_later
    nothing = desk.start(THREE)
    nothing.quit()
    assert not ended(nothing).summary.is_newest


def test_each_goes_on_in_its_place_after_a_kill() -> None:
    desk = Desk(*SIX)
    first, second = desk.start(THREE), desk.start(THREE, place=2)
    for drill in (first, second):
        answer_now(drill, Rating.GOOD)
    again = gone_on_with(desk, 1)
    assert again.standing.done == 1
    assert asked(again).item == asked(first).item
    assert asked(gone_on_with(desk, 2)).item == asked(second).item


def test_what_was_cut_short_is_left_to_the_drill_that_goes_on_with_it() -> None:
    desk = Desk(*SIX)
    first = desk.start(THREE)
    second = desk.start(THREE, place=2)
    assert not set(items_of(second)) & set(items_of(gone_on_with(desk, 1)))
    assert isinstance(first.current, Asked)


def test_a_drill_that_ended_leaves_the_other_open_and_what_it_did_not_ask_free() -> None:
    desk = Desk(*SIX)
    first, second = desk.start(THREE), desk.start(THREE, place=2)
    left = {open_.place: open_.past.planned for open_ in open_drills(desk)}
    first.quit()
    assert [open_.place for open_ in open_drills(desk)] == [2]
    assert set(items_of(desk.start())) == set(left[1])
    assert isinstance(second.current, Asked)
