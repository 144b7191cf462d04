"""`interview plan`: the interviews, their dates, and the minutes of a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from interview_cli.cli.common import Json, json_line, world_of

if TYPE_CHECKING:
    from interview_cli.cli.wiring import World

Setting = tuple[str, object]
"""Name and new value."""

YEARS = 5
FARTHEST = timedelta(days=YEARS * 365 + 1)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("plan", epilog="Example: interview plan --name acme --date 2027-03-14 --minutes 45")(plan)


def plan(
    context: typer.Context,
    name: Annotated[str, typer.Option("--name", metavar="N", help="Which interview.")] = "interview",
    date_: Annotated[str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="Its day.")] = None,
    minutes: Annotated[
        float | None, typer.Option("--minutes", metavar="N", min=1, max=600, help="Minutes of practice a day.")
    ] = None,
    forget: Annotated[str | None, typer.Option("--forget", metavar="N", help="Remove this interview.")] = None,
    wake: Annotated[
        str | None, typer.Option("--wake", metavar="ITEM", help="Ask an item again that you suspended or buried.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Set or show the interviews that the drill prepares for, and the minutes of a day."""
    world = world_of(context)
    settings: list[Setting] = []
    if date_ is not None:
        settings.append(interview_setting(world, name, parse_day(date_)))
    if minutes is not None:
        settings.append(("minutes", minutes))
    if forget is not None:
        settings.append(forgotten(world, forget))
    if wake is not None:
        settings += woken(world, wake)
    append_settings(world, settings)
    if wake is not None:
        world.terminal.note(f"{wake} is asked again")
    show_plan(world, as_json=as_json)


def forgotten(world: World, name: str) -> Setting:
    """What removes an interview. Raises: UsageError for one that is not there."""
    from interview_cli.domain.errors import UsageError

    if name not in {interview.name for interview in world.interviews()}:
        raise UsageError(f"no interview {name!r}", hint="`interview plan` lists them")
    return f"interview:{name}", None


def woken(world: World, name: str) -> list[Setting]:
    """What lifts all that keeps an item out of the drill. Raises: UsageError for one that sleeps not."""
    from interview_cli.cli.common import item_of
    from interview_cli.domain.errors import UsageError
    from interview_cli.domain.history import BURY, SUSPEND, dormant
    from interview_cli.domain.study_day import study_day

    item = item_of(world.bank, name)
    today = study_day(world.clock.now(), world.clock.zone)
    asleep = dormant(world.replay().settings, today)
    if item.id not in asleep:
        raise UsageError(
            f"{item.id} is neither suspended nor buried", hint=f"asleep are: {', '.join(sorted(asleep)) or 'none'}"
        )
    return [(f"{SUSPEND}{item.id}", False), (f"{BURY}{item.id}", today.isoformat())]


def parse_day(text: str) -> date:
    """A date as typed. Raises: UsageError."""
    from interview_cli.domain.errors import UsageError

    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise UsageError(f"{text!r} is no date", hint="write it as 2027-03-14") from None


def interview_setting(world: World, name: str, day: date) -> Setting:
    """What keeps the date of an interview. Raises: UsageError for no name, a day that has passed or is far away."""
    from interview_cli.domain.errors import UsageError
    from interview_cli.domain.study_day import study_day

    today = study_day(world.clock.now(), world.clock.zone)
    if not name.strip():
        raise UsageError("an interview needs a name", hint="give one such as --name acme, or leave --name out")
    if day < today:
        raise UsageError(f"{day} has passed", hint="give the day of an interview that is still ahead")
    if day > today + FARTHEST:
        raise UsageError(f"{day} is more than {YEARS} years away", hint="look at the year, as in 2027-03-14")
    return f"interview:{name.strip()}", {"on": day.isoformat()}


def append_settings(world: World, settings: Sequence[Setting]) -> None:
    """Write settings into the log, all of them or none."""
    import json

    from interview_cli.domain.event import Event, EventKind

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


def show_plan(world: World, *, as_json: bool) -> None:
    """The interviews and the minutes."""
    from interview_cli.domain.study_day import study_day

    today = study_day(world.clock.now(), world.clock.zone)
    interviews, minutes = world.interviews(), minutes_a_day(world)
    if as_json:
        held = [{"name": i.name, "date": i.on.isoformat(), "days_left": (i.on - today).days} for i in interviews]
        world.terminal.print(json_line({"schema": 1, "interviews": held, "minutes": minutes}))
        return
    for interview in interviews:
        left = (interview.on - today).days
        when = f"in {left} days" if left > 1 else {1: "tomorrow", 0: "today"}.get(left, "passed")
        world.terminal.print(f"{interview.name}: {interview.on} ({when})")
    if not interviews:
        world.terminal.print("No interview set: interview plan --date YYYY-MM-DD")
    world.terminal.print(f"{minutes:g} minutes a day")
