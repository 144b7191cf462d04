"""How a drill begins: anew, or where an earlier one of today was cut short; the domain only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from interview_cli.domain.history.event import Event, Mode
from interview_cli.domain.history.log_reading import dormant, open_session, remaining
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
    """What the log said before the drill: what it adds up to, and the events of today that count."""

    todays: Sequence[Event]
    replay: Replay

    @classmethod
    def of(cls, means: Means, earlier: Replay | None = None) -> Learner:
        """Reads what an earlier replay has not read, and today's events, whichever machine wrote them and when."""
        items, zone = means.bank.items, means.clock.zone
        replay = catch_up(means.log.events(), items, zone, earlier)
        recent = means.log.since(day_start(study_day(means.clock.now(), zone), zone))
        return cls(remaining(recent, replay.undone, items), replay)

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever answered."""
        return not self.replay.states


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A drill of today that was cut short. `minutes` are 0 where only a count bounded it."""

    session: str
    mode: Mode
    minutes: float
    seconds: float
    past: Past

    def is_for(self, request: Request) -> bool:
        """Whether it is what the request asks for."""
        return self.past.asked == as_asked(request)


def unfinished(means: Means, learner: Learner) -> Unfinished | None:
    """The drill of today that can be gone on with."""
    zone = means.clock.zone
    found = open_session(learner.todays, study_day(means.clock.now(), zone), zone)
    if found is None:
        return None
    past = read_past(learner.todays, found.id, means.bank)
    return Unfinished(found.id, found.mode, found.minutes, found.seconds_spent, past)


def start(means: Means, learner: Learner, request: Request) -> Drill | None:
    """A new drill, planned and in the log; None if there is nothing to practise. What a mock missed comes first."""
    items = _planned(means, learner, request)
    if not items:
        return None
    mode = Mode.CRAM if request.wanted.aim is Aim.CRAM else Mode.DRILL
    record = DrillRecord(means.log, means.clock, means.ids, means.ids(), mode)
    record.start([item.id for item in items], request)
    waiting = [Waiting(item) for item in items]
    return Drill(means, record, waiting, learner.replay, minutes=request.bounding_minutes)


def _planned(means: Means, learner: Learner, request: Request) -> list[AnyItem]:
    taken, rest = follow_up.first(means, learner.replay, request)
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
        DrillRecord(means.log, means.clock, means.ids, open_.session, open_.mode),
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
