"""What the next day holds if nothing more is practised today; the domain only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from interview_cli.domain.history.event import Event
from interview_cli.domain.history.replay import Replay
from interview_cli.domain.history.study_day import study_day
from interview_cli.domain.items.question import Bank, Code
from interview_cli.domain.planning.interview import Interview, days_off
from interview_cli.domain.planning.planner import plan


@dataclass(frozen=True, slots=True)
class Tomorrow:
    """A day's plan in counts: questions to be asked again and for the first time, and problems."""

    again: int
    new: int
    problems: int
    is_off: bool
    is_the_day: bool


def tomorrow(
    bank: Bank,
    events: Sequence[Event],
    now: datetime,
    interviews: Iterable[Interview],
    minutes: float,
    *,
    landed: frozenset[str],
    replay: Replay,
) -> Tomorrow:
    """What the plan of the day after `now` holds, with so many minutes; nothing on a day off."""
    then, known = now + timedelta(days=1), tuple(interviews)
    day = study_day(then, replay.basis.zone)
    is_off, is_the_day = day in days_off(replay.settings, day), any(one.on == day for one in known)
    planned = () if is_off else plan(bank, events, then, known, minutes, landed=landed, replay=replay)
    problems = sum(isinstance(bank.items[entry.item], Code) for entry in planned)
    again = sum(
        entry.item in replay.ensemble.beliefs and not isinstance(bank.items[entry.item], Code) for entry in planned
    )
    return Tomorrow(again, len(planned) - again - problems, problems, is_off, is_the_day)
