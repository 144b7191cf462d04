"""A placement: what it asks after which answer, what it leaves in the log, and that nothing is lost if it is killed."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest

from interview_cli.domain.errors import UsageError
from interview_cli.domain.history.event import Event, EventKind
from interview_cli.domain.history.log_reading import effective, is_granted, is_known, practice
from interview_cli.domain.history.replay import catch_up
from interview_cli.domain.items.answer import Mark
from interview_cli.domain.items.question import AnyItem, Choice, Option
from interview_cli.domain.items.shown import present
from interview_cli.domain.marking import expected_answer
from interview_cli.domain.memory.fsrs import Rating
from interview_cli.domain.planning.day_plan import Wanted
from interview_cli.domain.planning.placement import Standing
from interview_cli.domain.planning.planner import choose
from interview_cli.services.drill.placement import Placement
from interview_cli.services.drill.start import Learner, start, unfinished
from interview_cli.services.drill.steps import Means, Request
from tests.fakes import ZONE, FakeClock, Happened, MemoryLog, SequentialIds, bank_of, code, question


def choice(section: int, name: str, level: int, **fields: object) -> Choice:
    options = (Option(text="right", correct=True), Option(text="wrong"), Option(text="wrong too"))
    return Choice(
        kind="choice", id=f"q{section:02}-{name}", concepts=(f"s{section:02}-{name}",), prompt="Which?",
        level=level, options=options, **({"minutes": 1} | fields),
    )  # fmt: skip


def section(number: int) -> list[AnyItem]:
    """Warm-ups, a choice of each level, and what is never taken as known."""
    return [
        *(choice(number, name, level) for name, level in (("easy", 1), ("middle", 2), ("hard", 3))),
        question(f"q{number:02}-told", level=1),
        question(f"q{number:02}-story", level=1, form="story"),
        question(f"q{number:02}-deep", level=2),
    ]


BANK = bank_of(*section(7), *section(9), *section(14), code("attention", "s07-attention", level=1))


class Desk:
    """A placement with everything that it needs, which can be killed and gone on with."""

    def __init__(self, log: MemoryLog | None = None) -> None:
        self.clock, self.ids = FakeClock(), SequentialIds()
        planned = Happened(self.clock, self.ids)
        planned.setting("interview:lab", {"on": "2026-04-01", "weights": {"7": 3, "9": 2}})
        self.log = log or MemoryLog(planned.events)

    def means(self) -> Means:
        return Means(
            bank=BANK, log=self.log, clock=self.clock, ids=self.ids, rng=Random(1), landed=frozenset(BANK.problems),
            present=present, reference=lambda problem: "",
        )  # fmt: skip

    def begin(self, minutes: float = 10, sections: frozenset[int] = frozenset()) -> Placement:
        means = self.means()
        return Placement(means, Learner.of(means), minutes, sections)

    def reviews(self) -> list[Event]:
        return [e for e in effective(self.log.events(), BANK.items) if e.kind is EventKind.REVIEW]


def answer(placement: Placement, *, right: bool) -> str:
    """Answer what is asked; returns its id."""
    assert placement.current is not None
    item, shown = placement.current.item, placement.current.shown
    key = expected_answer(item, shown.seed)
    placement.submit(str(key) if right else next(o.key for o in shown.options if o.key != key))
    return item.id


def asked(placement: Placement) -> str | None:
    return placement.current.item.id if placement.current else None


def test_a_right_answer_brings_a_harder_question_and_a_wrong_one_the_next_section() -> None:
    placement = Desk().begin()
    met = [answer(placement, right=right) for right in (True, True, True, False, False)]
    assert met == ["q07-middle", "q07-hard", "q09-middle", "q09-hard", "q14-middle"]
    assert asked(placement) is None
    assert placement.found.standings == {7: Standing.SOLID, 9: Standing.FAIR, 14: Standing.WEAK}


def test_sections_come_in_the_order_of_the_roles_weight() -> None:
    desk = Desk()
    planned = Happened(desk.clock)
    planned.setting("interview:lab", {"on": "2026-04-01", "weights": {"14": 3, "9": 2}})
    desk.log.append(*planned.events)
    placement = desk.begin()
    assert [answer(placement, right=False) for _ in range(3)] == ["q14-middle", "q09-middle", "q07-middle"]


def test_only_sections_that_are_asked_for() -> None:
    placement = Desk().begin(sections=frozenset({9}))
    answer(placement, right=False)
    assert (asked(placement), placement.found.not_asked) == (None, 0)


def test_answers_are_ordinary_events() -> None:
    desk = Desk()
    placement = desk.begin()
    desk.clock.advance(seconds=20)
    answer(placement, right=True)
    desk.clock.advance(seconds=5)
    answer(placement, right=False)
    first, second = desk.reviews()
    assert (first.item, first.mark, first.rating, first.seconds) == ("q07-middle", Mark.RIGHT, Rating.GOOD, 20)
    assert (second.item, second.mark, second.rating, second.seconds) == ("q07-hard", Mark.WRONG, Rating.AGAIN, 5)
    attempts = [event for event in desk.log.events() if event.kind is EventKind.ATTEMPT]
    assert [(event.item, event.mark) for event in attempts] == [(e.item, e.mark) for e in (first, second)]
    assert list(catch_up(desk.log.events(), BANK.items, ZONE).states) == ["q07-middle", "q07-hard"]


def test_not_knowing_is_wrong_and_what_cannot_be_read_is_asked_again() -> None:
    desk = Desk()
    placement = desk.begin()
    assert placement.submit("what?").mark is Mark.UNREADABLE
    assert asked(placement) == "q07-middle" and desk.reviews() == []
    assert placement.give_up().mark is Mark.WRONG
    assert [review.rating for review in desk.reviews()] == [Rating.AGAIN]
    assert asked(placement) == "q09-middle"


def test_the_warm_ups_of_a_solid_section_count_as_known_and_are_no_practice() -> None:
    """Not code, and not what is told of oneself."""
    desk = Desk()
    placement = desk.begin()
    answer(placement, right=True)
    answer(placement, right=True)
    granted = [review for review in desk.reviews() if is_granted(review)]
    assert {review.item for review in granted} == {"q07-easy", "q07-told"}
    assert all(is_known(review) and review.seconds == 0 for review in granted)
    assert placement.found.known == 2
    assert {item for _, item in practice(desk.log.events(), ZONE)} == {"q07-middle", "q07-hard"}
    chosen = choose(BANK, desk.log.events(), desk.clock.now(), (), 60)
    assert {item for item in chosen if item.startswith("q07")} == {"q07-story", "q07-deep"}


def test_it_ends_with_its_minutes() -> None:
    desk = Desk()
    placement = desk.begin(minutes=1)
    desk.clock.advance(seconds=59)
    answer(placement, right=False)
    assert asked(placement) == "q09-middle"
    desk.clock.advance(seconds=2)
    answer(placement, right=False)
    assert asked(placement) is None
    assert placement.found.not_asked == 1
    with pytest.raises(UsageError, match="the placement has ended"):
        placement.submit("A")


def right_and_wrong(placement: Placement, rights: Sequence[bool]) -> list[str]:
    return [answer(placement, right=right) for right in rights if placement.current is not None]


RIGHTS = (True, True, True, False, False)


@pytest.mark.parametrize("answered", range(len(RIGHTS) + 1))
def test_a_placement_killed_after_any_write_goes_on_where_it_was(answered: int) -> None:
    """What was answered is not asked again, and all ends as if nothing had happened."""
    whole = Desk()
    right_and_wrong(whole.begin(), RIGHTS)
    writes = list(whole.log.events())
    attempts = [place for place, event in enumerate(writes) if event.kind is EventKind.ATTEMPT]
    desk = Desk(MemoryLog(writes[: [*attempts, len(writes)][answered]]))
    placement = desk.begin()
    assert placement.answered == answered
    right_and_wrong(placement, RIGHTS[answered:])
    assert [(r.item, r.rating) for r in desk.reviews()] == [(r.item, r.rating) for r in whole.reviews()]
    assert placement.found.known == 2


def test_time_that_went_before_a_kill_is_gone() -> None:
    desk = Desk()
    placement = desk.begin(minutes=10)
    desk.clock.advance(minutes=4)
    answer(placement, right=True)
    assert desk.begin(minutes=10).minutes_left == pytest.approx(6)


def test_one_that_ended_is_not_gone_on_with_and_the_next_asks_other_items() -> None:
    desk = Desk()
    placement = desk.begin()
    answer(placement, right=False)
    placement.end()
    again = desk.begin()
    assert (again.answered, asked(again)) == (0, "q09-middle")


def test_a_placement_is_no_drill_that_was_cut_short() -> None:
    desk = Desk()
    answer(desk.begin(), right=True)
    means = desk.means()
    assert unfinished(means, Learner.of(means)) == []
    assert start(means, Learner.of(means), Request(30, Wanted())) is not None
