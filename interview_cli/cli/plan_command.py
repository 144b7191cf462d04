"""`interview plan`: the interviews, their dates, and the minutes of a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from interview_cli.cli.common import Json, json_line, world_of

if TYPE_CHECKING:
    from interview_cli.cli.wiring import World


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("plan", epilog="Example: interview plan --name acme --date 2027-03-14 --minutes 45")(plan)


def plan(
    context: typer.Context,
    name: Annotated[str, typer.Option("--name", metavar="N", help="Which interview.")] = "interview",
    date_: Annotated[str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="Its day.")] = None,
    minutes: Annotated[
        float | None, typer.Option("--minutes", min=1, max=600, help="Minutes of practice a day.")
    ] = None,
    forget: Annotated[str | None, typer.Option("--forget", metavar="N", help="Remove this interview.")] = None,
    wake: Annotated[
        str | None, typer.Option("--wake", metavar="ITEM", help="Ask an item again that you suspended or buried.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Set or show the interviews that the drill prepares for, and the minutes of a day."""
    from interview_cli.domain.errors import UsageError

    world = world_of(context)
    if date_ is not None:
        set_interview(world, name, parse_day(date_))
    if minutes is not None:
        append_setting(world, "minutes", minutes)
    if forget is not None:
        if forget not in {interview.name for interview in world.interviews()}:
            raise UsageError(f"no interview {forget!r}", hint="`interview plan` lists them")
        append_setting(world, f"interview:{forget}", None)
    if wake is not None:
        wake_item(world, wake)
    show_plan(world, as_json=as_json)


def wake_item(world: World, name: str) -> None:
    """Lift what keeps an item out of the drill. Raises: UsageError for one that sleeps not."""
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
    append_setting(world, f"{SUSPEND}{item.id}", False)
    append_setting(world, f"{BURY}{item.id}", today.isoformat())
    world.terminal.note(f"{item.id} is asked again")


def parse_day(text: str) -> date:
    """A date as typed. Raises: UsageError."""
    from interview_cli.domain.errors import UsageError

    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise UsageError(f"{text!r} is no date", hint="write it as 2027-03-14") from None


def set_interview(world: World, name: str, day: date) -> None:
    """Keep the date of an interview. Raises: UsageError for a day that has passed."""
    from interview_cli.domain.errors import UsageError
    from interview_cli.domain.study_day import study_day

    if day < study_day(world.clock.now(), world.clock.zone):
        raise UsageError(f"{day} has passed", hint="give the day of an interview that is still ahead")
    append_setting(world, f"interview:{name}", {"on": day.isoformat()})


def append_setting(world: World, name: str, value: object) -> None:
    """Write one setting into the log."""
    import json

    from interview_cli.domain.event import Event, EventKind

    now = world.clock.now()
    world.log.append(Event(world.ids(), world.ids.device, now, EventKind.SETTING, item=name, answer=json.dumps(value)))


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
