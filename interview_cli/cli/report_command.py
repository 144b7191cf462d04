"""`interview report`: what was done, what is known, where the next hour goes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from interview_cli.cli.common import Output, Sections, deliver, sections_of, world_of
from interview_cli.domain.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_cli.cli.wiring import World
    from interview_cli.domain.progress.figures import Progress
    from interview_cli.reports.paper import Paper
    from interview_cli.reports.read_next import ReadNext
    from interview_cli.ui.terminal import Terminal

FORMATS = ("text", "md", "html", "json", "csv")
FOR_PROGRAMS = frozenset({"json", "csv"})
"""Asking for these writes nothing into the log."""

PERIODS = "write 30d, 4w, 2m or a past date such as 2026-03-14"
PERIOD = re.compile(r"(\d{1,5})([dwm])")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("report", epilog="Example: interview report --format html --since 30d -o progress.html")(report)


def report(
    context: typer.Context,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="|".join(FORMATS),
            help="The format to write.",
        ),
    ] = "text",
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="30d", help="Only from this time on: 30d, 4w, 2m or a date."),
    ] = None,
    section: Sections = None,
    output: Output = None,
) -> None:
    """Show what you did, what you know, what you will know on the day, and what comes next.

    html is one file with charts, to open in a browser or to show to a mentor.
    """
    if format_ not in FORMATS:
        raise UsageError(f"there's no format {format_!r}", hint=f"choose one of {', '.join(FORMATS)}")
    from interview_cli.bank.collection import no_collection

    world = world_of(context)
    wanted = sections_of(section)
    with no_collection():  # a long log is a million objects that all stay: searching them takes a seventh of the time
        text = _text(world, format_, since, wanted, output)
    deliver(text if text.endswith("\n") else text + "\n", output, world.terminal)


def _text(world: World, format_: str, since: str | None, wanted: frozenset[int], output: Path | None) -> str:
    from interview_cli.cli.foresight import fit_memory, keep, narrowed, outlooks, readable
    from interview_cli.domain.history.study_day import study_day
    from interview_cli.domain.progress.figures import progress

    today = study_day(world.clock.now(), world.clock.zone)
    begin = start_of(since, today)
    if format_ not in FOR_PROGRAMS:
        fit_memory(world)
    ahead = outlooks(world)
    found = progress(
        world.bank,
        world.log.events(),
        world.clock.now(),
        begin,
        world.clock.zone,
        interviews=world.interviews(),
        landed=world.landed,
        replay=world.replay(),
        outlook=next(iter(ahead.values()), None),
        only=wanted,
    )
    if wanted and found.outlook:
        found = replace(found, outlook=narrowed(world, found.outlook, wanted))
    if format_ not in FOR_PROGRAMS:
        keep(world, ahead)
        found = replace(found, outlook=readable(world, found.outlook)) if found.outlook else found
    told = () if format_ == "csv" else to_read(world, found)
    return written(found, told, format_, paper_of(world.terminal, output))


def start_of(since: str | None, today: date) -> date | None:
    """The first day of the period. Raises: UsageError."""

    if since is None:
        return None
    found = PERIOD.fullmatch(since.strip())
    try:
        if found is None:
            begin = date.fromisoformat(since.strip())
        else:
            days = int(found[1]) * {"d": 1, "w": 7, "m": 30}[found[2]]
            begin = today - timedelta(days=max(0, days - 1))
    except (ValueError, OverflowError):
        raise UsageError(f"{since!r} isn't a period", hint=PERIODS) from None
    if begin > today:
        raise UsageError(f"{begin} is in the future", hint=PERIODS)
    return begin


def to_read(world: World, found: Progress) -> tuple[ReadNext, ...]:
    """What to read for the sections of the report. Raises: BankError."""
    from interview_cli.bank.load import packaged_bank
    from interview_cli.bank.reading import read_reading
    from interview_cli.reports.read_next import read_next

    return read_next(found, read_reading([packaged_bank(), *world.overlays]))


def paper_of(terminal: Terminal, output: Path | None) -> Paper:
    """What a text report may use: color on a terminal alone, blocks wherever there is Unicode."""
    from interview_cli.reports.paper import Paper
    from interview_cli.ui.spans import Mode

    return Paper(terminal.width, terminal.mode is Mode.LINE, terminal.has_color and output is None)


def written(found: Progress, told: Sequence[ReadNext], format_: str, paper: Paper) -> str:
    """The report in one of the formats, with what to read next in all but the table."""
    match format_:
        case "md":
            from interview_cli.reports.to_markdown import to_markdown

            return to_markdown(found, told)
        case "html":
            from interview_cli.reports.to_html import to_html

            return to_html(found, told)
        case "csv":
            from interview_cli.reports.to_csv import to_csv

            return to_csv(found)
        case "json":
            from interview_cli.reports.to_json import to_json

            return to_json(found, told)
        case _:
            from interview_cli.reports.to_text import to_text

            return to_text(found, paper, told)
