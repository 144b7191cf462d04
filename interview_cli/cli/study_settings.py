"""Settings of study, kept in the log: interviews, days, the minutes of a day. What several commands read and write."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from interview_cli.domain.errors import UsageError

if TYPE_CHECKING:
    from interview_cli.cli.wiring import World
    from interview_cli.domain.planning.interview import Revision

Setting = tuple[str, object]
"""Name and new value."""

YEARS = 5
FARTHEST = timedelta(days=YEARS * 365 + 1)


def parse_day(text: str) -> date:
    """A date as typed. Raises: UsageError."""

    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise UsageError(f"{text!r} isn't a date", hint="use YYYY-MM-DD, for example 2027-03-14") from None


def coming_day(world: World, text: str) -> date:
    """A date as typed that is today or later. Raises: UsageError."""
    from interview_cli.domain.history.study_day import study_day

    day, today = parse_day(text), study_day(world.clock.now(), world.clock.zone)
    if day < today:
        over = [f"{interview.name} on {interview.on}" for interview in world.interviews() if interview.on < today]
        forget = f"; these are over, and --forget NAME removes them: {', '.join(over)}" if over else ""
        raise UsageError(f"{day} has passed", hint=f"give a date in the future{forget}")
    if day > today + FARTHEST:
        raise UsageError(
            f"{day} is more than {YEARS} years away", hint="check the year; use YYYY-MM-DD, for example 2027-03-14"
        )
    return day


def interview_setting(world: World, name: str, revision: Revision) -> Setting:
    """What keeps an interview as revised. Raises: UsageError for no name, role or day."""
    from interview_cli.domain.planning.interview import INTERVIEW

    if not name.strip():
        raise UsageError("the interview's name is empty", hint="give a name such as --name acme, or leave --name out")
    held = {interview.name: interview for interview in world.interviews()}
    return f"{INTERVIEW}{name.strip()}", revision.of(held.get(name.strip()), name.strip())


def append_settings(world: World, settings: Sequence[Setting]) -> None:
    """Write settings into the log, all of them or none."""
    import json

    from interview_cli.domain.history.event import Event, EventKind

    if not settings:
        return
    now, device = world.clock.now(), world.ids.device
    events = [
        Event(world.ids(), device, now, EventKind.SETTING, item=name, answer=json.dumps(value))
        for name, value in settings
    ]
    world.log.append(*events)


def minutes_a_day(world: World) -> float:
    """What `plan --minutes` set, else the configuration's."""
    value = world.replay().settings.get("minutes")
    return float(value) if isinstance(value, int | float) and value > 0 else world.config.minutes
