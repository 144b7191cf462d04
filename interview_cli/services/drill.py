"""The drill as a state machine: current -> submit -> tick -> rate -> next; no terminal, file or clock of its own.

Every answer is in the log before this says that it was taken, so that a drill that is killed goes on where it was. The
log is read once, when the drill begins; from then on the machine knows what it wrote.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, assert_never

from interview_cli.domain.answer import Mark, Marked
from interview_cli.domain.errors import UsageError
from interview_cli.domain.event import Event, Mode
from interview_cli.domain.history import dormant, effective, is_known, notes, open_session
from interview_cli.domain.interview import interviews_of
from interview_cli.domain.marking import expected_answer, mark
from interview_cli.domain.memory.fsrs import Rating
from interview_cli.domain.memory.states import is_due
from interview_cli.domain.planner import Aim, plan, target_recall
from interview_cli.domain.question import MACHINE_MARKED, AnyItem, Code, Design, ItemId, Recall
from interview_cli.domain.rating import Ratings, rating_for_code, rating_for_marked, rating_for_self_marked
from interview_cli.domain.replay import Replay, catch_up
from interview_cli.domain.reveal import Reveal, reveal
from interview_cli.domain.shown import Shown
from interview_cli.domain.study_day import study_day
from interview_cli.domain.verdict import Verdict
from interview_cli.services.drill_record import DrillRecord, Past, comes_again, read_past, ticks
from interview_cli.services.drill_steps import (
    Answered,
    Asked,
    Done,
    Ended,
    Means,
    Request,
    Standing,
    Summary,
    Waiting,
)
from interview_cli.services.grade import GradeLog

SEEDS = 1_000_000
"""A seed is short enough to be typed."""


@dataclass(frozen=True, slots=True)
class Learner:
    """What the log said when the drill began."""

    counted: Sequence[Event]
    replay: Replay

    @classmethod
    def of(cls, means: Means) -> Learner:
        """Reads the log: the one slow step, before the first question."""
        events = means.log.events()
        items = means.bank.items
        return cls(effective(events, items), catch_up(events, items, means.clock.zone))


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A drill of today that was cut short. `asked` is what the user asked for then, as `as_asked` gives it."""

    session: str
    minutes: float
    seconds: float
    asked: dict[str, Any] | None
    past: Past


def unfinished(means: Means, learner: Learner) -> Unfinished | None:
    """The drill of today that can be gone on with."""
    zone = means.clock.zone
    found = open_session(learner.counted, study_day(means.clock.now(), zone), zone)
    if found is None:
        return None
    past = read_past(learner.counted, found.id, means.bank)
    return Unfinished(found.id, found.minutes, found.seconds_spent, past.asked, past)


def start(means: Means, learner: Learner, request: Request) -> Drill | None:
    """A new drill, planned and in the log; None if there is nothing to practise."""
    planned = plan(
        means.bank,
        means.log.events(),
        means.clock.now(),
        interviews_of(learner.replay.settings),
        request.minutes,
        wanted=request.wanted,
        landed=means.landed,
        zone=means.clock.zone,
        replay=learner.replay,
    )
    if not planned:
        return None
    items = [means.bank.items[entry.item] for entry in planned]
    mode = Mode.CRAM if request.wanted.aim is Aim.CRAM else Mode.DRILL
    record = DrillRecord(means.log, means.clock, means.ids, means.ids(), mode)
    record.start([item.id for item in items], request)
    limited = request.minutes if request.wanted.count is None else None
    return Drill(means, learner, record, Progress([Waiting(item) for item in items], [], limited, 0.0))


def resume(means: Means, learner: Learner, open_: Unfinished) -> Drill:
    """The drill that was cut short: what was answered waits for its rating, what was rated is done."""
    past = open_.past
    record = DrillRecord(means.log, means.clock, means.ids, open_.session, Mode.DRILL)
    counted_only = past.asked is not None and past.asked.get("count") is not None
    limited = None if counted_only or not open_.minutes else open_.minutes
    drill = Drill(means, learner, record, Progress([], list(past.done), limited, open_.seconds))
    asleep = dormant(learner.replay.settings, study_day(means.clock.now(), means.clock.zone))
    drill.go_on(past, [item for item in past.planned if item not in asleep])
    return drill


@dataclass(slots=True)
class Progress:
    """What waits, what is done, and the time that the drill has had."""

    waiting: list[Waiting | Asked | Answered]
    done: list[Done]
    minutes: float | None
    seconds_before: float
