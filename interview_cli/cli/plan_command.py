"""`interview plan`: the interviews, their dates, and the minutes of a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from interview_cli.cli.common import Json, item_of, json_line, world_of
from interview_cli.cli.study_settings import (
    Setting,
    append_settings,
    coming_day,
    interview_setting,
    minutes_a_day,
    parse_day,
)
from interview_cli.domain.errors import UsageError

if TYPE_CHECKING:
    from interview_cli.cli.wiring import World
    from interview_cli.domain.planning.interview import Interview
    from interview_cli.domain.planning.outlook import Outlook


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "plan",
        epilog="Example: interview plan --date 2027-03-14 --role t2i --weight transformers=3 --minutes 45",
    )(plan)


def plan(
    context: typer.Context,
    name: Annotated[str, typer.Option("--name", metavar="N", help="The interview's name.")] = "interview",
    date_: Annotated[str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="The interview's date.")] = None,
    role: Annotated[
        str | None,
        typer.Option(
            "--role",
            metavar="R",
            help="The role: generalist, t2i, video, llm-post-training or perceptual-quality.",
            autocompletion=complete_role,
        ),
    ] = None,
    weight: Annotated[
        list[str] | None,
        typer.Option(
            "--weight",
            metavar="SECTION=W",
            help="How much a section counts: 1 is normal, 0 is not at all; SECTION= restores the role's weight. Repeatable.",
        ),
    ] = None,
    minutes: Annotated[
        float | None, typer.Option("--minutes", metavar="N", min=1, max=600, help="Minutes of practice a day.")
    ] = None,
    off: Annotated[
        list[str] | None, typer.Option("--off", metavar="YYYY-MM-DD", help="A day without practice. Repeatable.")
    ] = None,
    on: Annotated[
        list[str] | None, typer.Option("--on", metavar="YYYY-MM-DD", help="Cancel a day off. Repeatable.")
    ] = None,
    forget: Annotated[str | None, typer.Option("--forget", metavar="N", help="Remove this interview.")] = None,
    wake: Annotated[
        str | None, typer.Option("--wake", metavar="ITEM", help="Bring back an item you suspended or buried.")
    ] = None,
    code_share: Annotated[
        float | None,
        typer.Option("--code-share", metavar="N", min=0, max=100, help="Percent of the minutes for code; default 20."),
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="Show every section, and what you won't reach.")] = False,
    as_json: Json = False,
) -> None:
    """Set or show the interviews that the drill prepares for, and the minutes of a day.

    Each --name has its own date, role and weights. What you don't give stays as it is.
    """
    from interview_cli.domain.planning.code_share import SETTING as CODE_SHARE
    from interview_cli.domain.planning.interview import OFF, Revision
    from interview_cli.domain.planning.roles import parse_weight

    world = world_of(context)
    settings: list[Setting] = []
    on_day = coming_day(world, date_) if date_ is not None else None
    revision = Revision(on_day, role, dict(parse_weight(text) for text in weight or ()))
    if revision:
        settings.append(interview_setting(world, name, revision))
    if minutes is not None:
        settings.append(("minutes", minutes))
    settings += [(f"{OFF}{coming_day(world, text)}", True) for text in off or ()]
    settings += [(f"{OFF}{parse_day(text)}", False) for text in on or ()]
    if code_share is not None:
        settings.append((CODE_SHARE, code_share / 100))
    if forget is not None:
        settings.append(forgotten(world, forget))
    if wake is not None:
        settings += woken(world, wake)
    append_settings(world, settings)
    if wake is not None:
        world.terminal.note(f"{wake} will be asked again")
    show_plan(world, as_json=as_json, is_whole=all_)


def complete_role(incomplete: str) -> list[str]:
    """Roles, for the shell."""
    from interview_cli.domain.planning.roles import ROLES

    return [role for role in ROLES if role.startswith(incomplete)]


def forgotten(world: World, name: str) -> Setting:
    """What removes an interview. Raises: UsageError for one that is not there."""
    from interview_cli.domain.planning.interview import INTERVIEW

    if name not in {interview.name for interview in world.interviews()}:
        raise UsageError(f"there's no interview {name!r}", hint="to list them: interview plan")
    return f"{INTERVIEW}{name}", None


def woken(world: World, name: str) -> list[Setting]:
    """What lifts all that keeps an item out of the drill. Raises: UsageError for one that sleeps not."""
    from interview_cli.domain.history.log_reading import BURY, SUSPEND, dormant
    from interview_cli.domain.history.study_day import study_day

    item = item_of(world.bank, name)
    today = study_day(world.clock.now(), world.clock.zone)
    asleep = dormant(world.replay().settings, today)
    if item.id not in asleep:
        raise UsageError(
            f"{item.id} isn't suspended or buried", hint=f"suspended or buried: {', '.join(sorted(asleep)) or 'none'}"
        )
    return [(f"{SUSPEND}{item.id}", False), (f"{BURY}{item.id}", today.isoformat())]


def show_plan(world: World, *, as_json: bool, is_whole: bool) -> None:
    """The interviews with what will be known on their days, the minutes, and the days off; `is_whole`: by section, too.

    For people, the forecast is also kept in the log.
    """
    from interview_cli.cli.foresight import keep, outlooks
    from interview_cli.domain.history.study_day import study_day
    from interview_cli.domain.planning.code_share import code_share
    from interview_cli.domain.planning.interview import days_off
    from interview_cli.domain.shares import percent

    today = study_day(world.clock.now(), world.clock.zone)
    minutes = minutes_a_day(world)
    off = [day.isoformat() for day in sorted(days_off(world.replay().settings, today))]
    share = code_share(world.replay().settings)
    found = outlooks(world)
    if as_json:
        held = [_as_json(interview, today, found.get(interview)) for interview in world.interviews()]
        said = {"schema": 1, "interviews": held, "minutes": minutes, "code_share": round(share, 4), "off": off}
        world.terminal.print(json_line(said))
        return
    keep(world, found)
    for interview in world.interviews():
        world.terminal.print_wrapped(_line(interview, today))
        if interview in found:
            _show_outlook(world, found[interview], is_whole=is_whole)
    if not world.interviews():
        world.terminal.print_wrapped("No interview is set. To set one: interview plan --date YYYY-MM-DD")
    elif not found:
        world.terminal.print("No interview is coming up. Drills keep what you know fresh.")
    if off:
        world.terminal.print_wrapped(f"Days off: {', '.join(off)}")
    if not found:
        world.terminal.print(f"{minutes:g} minutes a day, {percent(share)} of them for code")


def _show_outlook(world: World, outlook: Outlook, *, is_whole: bool) -> None:
    """Four lines more; under `--all` what to make of it, and every section."""
    from interview_cli.cli.foresight import readable
    from interview_cli.reports.to_text import outlook_lines
    from interview_cli.reports.wording import BY_WEIGHT, code_share, known_with_minutes, missed_title, often_asked

    known = f"Known on the day: {known_with_minutes(outlook)}."
    title = missed_title(outlook)
    missed = f"{title}. " if title and not is_whole else ""
    more = "" if is_whole else "Details: interview plan --all"
    for line in (known, often_asked(outlook), code_share(outlook), f"{missed}{more}"):
        if line:
            world.terminal.print_wrapped(line)
    if not is_whole:
        return
    world.terminal.print_wrapped(outlook.sentence)
    world.terminal.print_wrapped(f"In what is known on the day, {BY_WEIGHT}.")
    world.terminal.print()
    for line in outlook_lines(readable(world, outlook), world.terminal.width):
        world.terminal.print(line)
    world.terminal.print()


def _as_json(interview: Interview, today: date, outlook: Outlook | None) -> dict[str, object]:
    from interview_cli.reports.to_json import outlook_as_json

    return {
        "name": interview.name,
        "date": interview.on.isoformat(),
        "days_left": (interview.on - today).days,
        "role": interview.role,
        "weights": {str(section): weight for section, weight in sorted(interview.own.items())},
        "outlook": outlook_as_json(outlook) if outlook else None,
    }


def _line(interview: Interview, today: date) -> str:
    """Its day, and what it asks."""
    from interview_cli.domain.items.guide import SECTIONS

    left = (interview.on - today).days
    when = f"in {left} days" if left > 1 else {1: "tomorrow", 0: "today"}.get(left, "passed")
    own = [f"{one.slug}={interview.own[one.number]:g}" for one in SECTIONS if one.number in interview.own]
    asks = [*([f"role {interview.role}"] if interview.role else []), *own]
    return ", ".join([f"{interview.name}: {interview.on} ({when})", *asks])
