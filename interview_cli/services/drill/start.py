"""How a drill begins: anew, or where an earlier one of today was cut short; the domain only.

Two drills may be open at once, each in a place of the home (`store.session_lock`): they ask different items, and a drill
that was cut short is gone on with by whoever holds its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain

from interview_cli.domain.history.event import Event, EventKind, Mode
from interview_cli.domain.history.log_reading import dormant, open_sessions, remaining
from interview_cli.domain.history.replay import Replay, catch_up
from interview_cli.domain.history.study_day import day_start, study_day
from interview_cli.domain.items.question import AnyItem
from interview_cli.domain.planning.day_plan import SHORTEST_MINUTES, Aim
from interview_cli.domain.planning.interview import interviews_of
from interview_cli.domain.planning.planner import plan
from interview_cli.services.drill import after_mock as follow_up
from interview_cli.services.drill.record import DrillRecord, Past, as_asked, comes_again, read_past
from interview_cli.services.drill.session import Drill
from interview_cli.services.drill.steps import Means, Request, Waiting


@dataclass(frozen=True, slots=True)
class Learner:
    """What the log said before the drill, up to a position: what it adds up to, and the last days' events that count.

    `todays` are those of today with all of their sessions.
    """

    recent: Sequence[Event]
    todays: Sequence[Event]
    replay: Replay
    position: int

    @classmethod
    def of(cls, means: Means, earlier: Replay | None = None) -> Learner:
        """Reads what an earlier replay has not read, and the last days' events, whichever machine wrote them and when."""
        items, zone, position = means.bank.items, means.clock.zone, means.log.position()
        replay = catch_up(means.log.events(), items, zone, earlier)
        now = means.clock.now()
        begin = follow_up.since_when(now, zone)
        read = means.log.since(begin) if replay.has_any_since(begin) else ()
        recent = remaining(read, replay.undone, items)
        return cls(recent, _with_sessions(recent, day_start(study_day(now, zone), zone)), replay, position)

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever answered."""
        return not self.replay.states

    def has_drilled(self, events: Iterable[Event]) -> bool:
        """Whether any answer was one of a drill: others come from `grade`, `solve`, `debug` and mock interviews."""
        return not self.is_new and any(map(_is_drilled, chain(self.recent, events)))  # mostly told by the last days

    @property
    def reviews(self) -> list[str]:
        """The ids of today's reviews."""
        return [event.id for event in self.todays if event.kind is EventKind.REVIEW]


def _is_drilled(event: Event) -> bool:
    return event.kind is EventKind.REVIEW and event.mode in (Mode.DRILL, Mode.CRAM)


def _with_sessions(events: Sequence[Event], begin: datetime) -> list[Event]:
    """Those from that instant on, and all of their sessions."""
    sessions = {event.session for event in events if event.at >= begin} - {None}
    return [event for event in events if event.at >= begin or event.session in sessions]


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A drill of today that was cut short, or is open now. `minutes` are 0 where only a count bounded it."""

    session: str
    place: int
    mode: Mode
    minutes: float
    seconds: float
    past: Past

    def is_for(self, request: Request) -> bool:
        """Whether it is what the request asks for."""
        return self.past.asked == as_asked(request)


def unfinished(means: Means, learner: Learner) -> list[Unfinished]:
    """The drills of today that did not end, one a place at most, the newest first; who holds the place can go on."""
    zone = means.clock.zone
    return [
        Unfinished(
            *(found.id, found.place, found.mode, found.minutes, found.seconds_spent),
            read_past(learner.todays, found.id, means.bank),
        )
        for found in open_sessions(learner.todays, study_day(means.clock.now(), zone), zone)
    ]


def start(means: Means, learner: Learner, request: Request, place: int = 1) -> Drill | None:
    """A new drill, planned and in the log; None if there is nothing to practise. What a mock missed comes first.

    What the other drills of today that did not end were to ask is left to them.
    """
    return begin(means, learner, request, lambda known: _planned(means, known, request), place)


def begin(
    means: Means, learner: Learner, request: Request, choose: Callable[[Learner], Sequence[AnyItem]], place: int = 1
) -> Drill | None:
    """A new drill of the items that are chosen, in the log; None if there are none.

    They are chosen again where the log went on meanwhile: of two drills that begin at once the second sees the first.
    """
    mode = Mode.CRAM if request.wanted.aim is Aim.CRAM else Mode.DRILL
    while items := choose(learner):
        record = DrillRecord(means, means.ids(), mode, learner.reviews)
        if record.start([item.id for item in items], request, place, learner.position):
            waiting = [Waiting(item) for item in items]
            return Drill(means, record, waiting, learner.replay, minutes=request.bounding_minutes)
        learner = Learner.of(means, learner.replay)
    return None


def _planned(means: Means, learner: Learner, request: Request) -> list[AnyItem]:
    without = frozenset(name for open_ in unfinished(means, learner) for name in open_.past.planned)
    request = request._replace(wanted=replace(request.wanted, without=without))
    taken, rest = follow_up.first(means, learner.recent, learner.replay, request)
    if taken and (rest.minutes < SHORTEST_MINUTES or rest.wanted.count == 0):
        return taken
    planned = plan(
        means.bank,
        means.log.events(),
        means.clock.now(),
        interviews_of(learner.replay.settings),
        rest.minutes,
        wanted=rest.wanted,
        landed=means.landed,
        zone=means.clock.zone,
        replay=learner.replay,
    )
    names = {item.id for item in taken}
    return [*taken, *(means.bank.items[entry.item] for entry in planned if entry.item not in names)]


def resume(means: Means, learner: Learner, open_: Unfinished) -> Drill:
    """The drill that was cut short: what was answered waits for its rating, what was rated is done."""
    return Drill(
        means,
        DrillRecord(means, open_.session, open_.mode, learner.reviews),
        _still_waiting(means, learner, open_.past),
        learner.replay,
        minutes=open_.minutes or None,
        done=open_.past.done,
        seconds_before=open_.seconds,
    )


def _still_waiting(means: Means, learner: Learner, past: Past) -> list[Waiting]:
    """What was answered first, then what was not, then what is asked once more."""
    asleep = dormant(learner.replay.settings, study_day(means.clock.now(), means.clock.zone))
    items = [means.bank.items[name] for name in past.planned if name not in asleep]
    first = [item for item in items if not past.reviews_of(item.id)]
    again = [
        item for item in items if len(reviews := past.reviews_of(item.id)) == 1 and comes_again(reviews[0].review, item)
    ]
    waiting = [
        Waiting(
            item, is_repeat, attempts := past.attempts.get(item.id, ()), past.dispute_of(attempts), past.ticked(item.id)
        )
        for is_repeat, group in ((False, first), (True, again))
        for item in group
    ]
    return sorted(waiting, key=lambda entry: not entry.attempts)
