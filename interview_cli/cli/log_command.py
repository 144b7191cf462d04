"""`interview log`: undo the last review, verify the log, back it up, restore, export and import."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from interview_cli.cli.commands import Group
from interview_cli.cli.common import Output, deliver, json_line, world_of
from interview_cli.cli.exit_codes import ExitCode
from interview_cli.domain.errors import UsageError
from interview_cli.domain.line_breaks import path_in_words

if TYPE_CHECKING:
    from interview_cli.cli.wiring import World
    from interview_cli.domain.history.event import Event

SQLITE = b"SQLite format 3\0"

log_app = typer.Typer(cls=Group, rich_markup_mode=None, no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the group."""
    app.add_typer(
        log_app,
        name="log",
        help="The event log: undo, verify, export, import, backup, restore.",
        epilog="Example: interview log verify",
    )


@log_app.command("undo", epilog="Example: interview log undo")
def undo(context: typer.Context) -> None:
    """Take the last review back; nothing is deleted. Exit code 1 if there is none."""
    from interview_cli.domain.history.log_reading import undo_event
    from interview_cli.domain.memory.fsrs import Rating

    world = world_of(context)
    events = world.log.events()
    void = undo_event(events, world.ids, world.clock.now())
    if void is None:
        world.terminal.note("there's no rating to undo")
        raise typer.Exit(ExitCode.NO)
    undone = next(event for event in events if event.id == void.item)
    world.log.append(void)
    rated = Rating(undone.rating).name.title() if undone.rating else "nothing"
    elsewhere = "" if undone.device == world.ids.device else " on another device"
    world.terminal.print_wrapped(f"undone: {undone.item}, rated {rated} at {undone.at:%Y-%m-%d %H:%M}{elsewhere}")


@log_app.command("verify", epilog="Example: interview log verify")
def verify_log(context: typer.Context) -> None:
    """Read the whole log and replay it twice; change nothing. Exit code 1 if something is wrong.

    It finds damaged pages, rows that aren't events, ids that occur twice, and undone events that are missing. It can't
    find an event that someone rewrote into another plausible one, because events carry no checksums.
    """
    from interview_cli.domain.history.replay import catch_up
    from interview_cli.reports.wording import counted
    from interview_cli.store.backups import way_back
    from interview_cli.store.verification import verify

    world = world_of(context)
    found = verify(world.home.log)
    faults = list(found.faults)
    if found.ok:
        events = world.log.events()
        whole = catch_up(events, world.bank.items, world.clock.zone)
        half = catch_up(events[: len(events) // 2], world.bank.items, world.clock.zone)
        if catch_up(events, world.bank.items, world.clock.zone, half).states != whole.states:
            faults.append("the memory states differ when the log is replayed in two parts")
    for fault in faults:
        world.terminal.print(fault)
    amount = counted(len(faults), "fault") if faults else "no faults"
    world.terminal.print(f"{counted(found.events, 'event')}, {amount}")
    if found.damage:
        world.terminal.note(f"hint: {way_back(world.home.log)}")
    elif found.unreadable:
        apart = " ".join(f"--without {row.seq}" for row in found.unreadable)
        world.terminal.note(f"hint: to set it aside and keep the rest: interview log restore {apart}")
    raise typer.Exit(ExitCode.NO if faults else ExitCode.OK)


@log_app.command("export", epilog="Example: interview log export -o events.jsonl")
def export(context: typer.Context, output: Output = None) -> None:
    """Write every event as one JSON object per line."""
    world = world_of(context)
    deliver("".join(json_line(event.as_json()) + "\n" for event in world.log.events()), output, world.terminal)


@log_app.command("import", epilog="Example: interview log import events.jsonl")
def import_events(
    context: typer.Context,
    file: Annotated[
        Path, typer.Argument(help="A file from `log export`, or a log that was replaced; - reads standard input.")
    ],
) -> None:
    """Add the events that this log lacks from another log. Each counts once, however often you import it.

    The order in which logs are imported makes no difference.
    """
    from interview_cli.reports.wording import counted

    world = world_of(context)
    found = _events_in(world, file)
    known = {event.id: event for event in world.log.events()}
    differing = sum(event.id in known and known[event.id] != event for event in found)
    added = world.log.merge(found)
    world.terminal.print(f"{counted(added, 'event')} added")
    if differing:
        kept = "one is" if differing == 1 else f"{differing} are"
        world.terminal.note(f"{kept} in this log with other contents: this log's own stay")


def _events_in(world: World, file: Path) -> Sequence[Event]:
    """Raises: UsageError; LogError for a log that is none."""
    from interview_cli.services.log.transfer import read_events

    is_piped = str(file) == "-"
    name = "standard input" if is_piped else str(file)
    try:
        raw = sys.stdin.buffer.read() if is_piped else file.read_bytes()
        if raw.startswith(SQLITE) and not is_piped:
            return _events_of_log(world, file)
        text = raw.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it isn't UTF-8 text"
        raise UsageError(f"can't read {name}: {reason}", hint="give a file from `interview log export`") from None
    return read_events(text, name)


def _events_of_log(world: World, file: Path) -> Sequence[Event]:
    from interview_cli.store.restoring import events_of

    held = events_of(file)
    for fault in held.unreadable:
        world.terminal.note(f"left out: {fault}")
    return held.events


@log_app.command("backup", epilog="Example: interview log backup")
def backup(context: typer.Context) -> None:
    """Copy the log beside the daily backups."""
    from interview_cli.store.verification import verify

    world = world_of(context)
    copy = world.log.back_up()
    faults = verify(copy).faults
    world.terminal.print(str(copy))
    if faults:
        world.terminal.note(f"the copy isn't complete, nor is the log: {faults[0]}. For all: interview log verify")


@log_app.command("restore", epilog="Example: interview log restore")
def restore_log(
    context: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(help="The backup to restore; default: the newest one that is complete.")
    ] = None,
    without: Annotated[
        list[str] | None,
        typer.Option("--without", metavar="ID", help="Keep the log, but set this unreadable event aside. Repeatable."),
    ] = None,
) -> None:
    """Put a backup in the place of the log; the file that it replaces is kept.

    It first says what it will do. In a terminal it asks before any event would leave the log.
    """

    world = world_of(context)
    world.places.hold_all("a restore")
    if without and file is not None:
        raise UsageError("--without works on the log itself", hint="leave the backup out")
    if without:
        _set_aside(world, without)
    else:
        _restore(world, file)


def _restore(world: World, file: Path | None) -> None:
    from interview_cli.reports.wording import counted
    from interview_cli.store.backups import put_back
    from interview_cli.store.restoring import restoration

    planned = restoration(world.home.log, file)
    until = f", the last from {planned.last:%Y-%m-%d %H:%M}" if planned.last else ""
    world.terminal.note(f"the backup {path_in_words(planned.backup)} holds {counted(planned.events, 'event')}{until}")
    if planned.lost is None:
        world.terminal.note("the log itself can't be read: what was added since then isn't in the backup")
    elif planned.lost:
        world.terminal.note(f"the log holds {counted(planned.lost, 'event')} that this backup lacks")
        _agree(world)
    kept = put_back(world.home.log, planned.backup, world.clock)
    world.terminal.print(f"restored from {path_in_words(planned.backup)}")
    if kept is None:
        return
    world.terminal.note(f"the old log is now {path_in_words(kept)}")
    if planned.lost:
        world.terminal.note(f"to bring back what the backup lacks: interview log import {path_in_words(kept)}")


def _agree(world: World) -> None:
    """Asks on a terminal; in a pipe nobody can answer, and nothing is thrown away. Raises: Exit."""
    if not world.terminal.can_ask:
        return
    world.terminal.stderr.write("Restore this backup? [y/N] ")
    world.terminal.stderr.flush()
    if world.terminal.stdin.readline().strip().lower() not in ("y", "yes"):
        world.terminal.note("nothing was changed")
        raise typer.Exit(ExitCode.NO)


def _set_aside(world: World, names: Sequence[str]) -> None:
    from interview_cli.reports.wording import counted
    from interview_cli.store.restoring import set_aside

    done = set_aside(world.home.log, world.clock, names)
    world.terminal.print(f"{counted(len(done.ids), 'event')} set aside in {path_in_words(done.file)}")
    world.terminal.note(f"the old log is now {path_in_words(done.old)}")
