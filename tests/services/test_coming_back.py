"""When an item comes back is said for each rating that its answer admits, as the log has it after that rating."""

from __future__ import annotations

from datetime import timedelta

from interview_cli.domain.history.study_day import study_day
from interview_cli.domain.memory.fsrs import Rating
from interview_cli.domain.planning.day_plan import Aim, Wanted
from interview_cli.domain.planning.intervals import intervals
from interview_cli.services.drill.coming_back import Back
from interview_cli.services.drill.start import Learner, start
from interview_cli.services.drill.steps import Request
from tests.fakes import Happened
from tests.services.test_drill import CHOICE, RECALL, Desk, answered, right, wrong


def test_each_rating_on_offer_has_its_day_and_a_better_one_no_earlier() -> None:
    drill = Desk(CHOICE).start()
    assert drill.comes_back == {}
    drill.submit(right(drill))
    backs = drill.comes_back
    assert tuple(backs) == answered(drill).ratings.allowed == (Rating.HARD, Rating.GOOD, Rating.EASY)
    days = [back.days or 0 for back in backs.values()]
    assert days == sorted(days)
    assert days[0] >= 1


def test_again_comes_later_today_and_the_second_time_on_another_day() -> None:
    """The second rating of a day is reckoned from the first one, which the replay before the drill does not hold."""
    desk = Desk(CHOICE)
    drill = desk.start()
    drill.submit(wrong(drill))
    assert [back.days for back in drill.comes_back.values()] == [0]
    drill.rate(Rating.AGAIN)
    drill.submit(right(drill))
    shown = {rating: back.days for rating, back in drill.comes_back.items()}
    means = desk.means()
    learner = Learner.of(means).replay
    today = study_day(desk.clock.now(), desk.clock.zone)
    found = intervals(means.bank, learner, CHOICE, today, (), 30.0)
    assert shown == {rating: (found[rating] - today) // timedelta(days=1) for rating in shown}  # type: ignore[operator]


def test_where_time_is_short_it_is_said_how_long_the_item_is_known() -> None:
    """The plan of each day decides anew, so that a later day could not be kept."""
    desk = Desk(CHOICE)
    on = study_day(desk.clock.now(), desk.clock.zone) + timedelta(days=4)
    desk.log.append(Happened(desk.clock, desk.ids).setting("interview:lab", {"on": on.isoformat()}))
    drill = desk.start()
    drill.submit(wrong(drill))
    assert drill.comes_back == {Rating.AGAIN: Back(0)}
    drill.rate(Rating.AGAIN)
    drill.submit(right(drill))
    backs = drill.comes_back
    assert tuple(backs) == answered(drill).ratings.allowed
    assert all(back.is_known and back.days for back in backs.values())


def test_a_cram_changes_no_schedule_and_promises_nothing() -> None:
    desk = Desk(RECALL)
    drill = desk.start()
    drill.submit("")
    drill.rate(Rating.AGAIN)
    drill.quit()
    means = desk.means()
    cram = start(means, Learner.of(means), Request(600, Wanted(aim=Aim.CRAM)))
    assert cram is not None
    cram.submit("")
    assert cram.comes_back == {}
