"""`interview log`: undo the last review, verify the log, back it up, restore, export and import."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from interview_cli.cli.common import Output, deliver, json_line, world_of
from interview_cli.cli.exit_codes import ExitCode

log_app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


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
    world.terminal.print(f"undone: {undone.item}, rated {rated} at {undone.at:%Y-%m-%d %H:%M}")


@log_app.command("verify", epilog="Example: interview log verify")
def verify_log(context: typer.Context) -> None:
    """Read the whole log and replay it twice; change nothing. Exit code 1 if anything is the matter.

    It finds damaged pages, rows that are no events, ids that are there twice, and undone events that are missing. What
    it cannot find is an event that someone rewrote into another one that could be true: events carry no checksums.
    """
    from interview_cli.domain.history.replay import catch_up
    from interview_cli.reports.wording import counted
    from interview_cli.store.events import verify

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
    raise typer.Exit(ExitCode.NO if faults else ExitCode.OK)


@log_app.command("export", epilog="Example: interview log export -o events.jsonl")
def export(context: typer.Context, output: Output = None) -> None:
    """Write every event as one JSON object a line."""
    world = world_of(context)
    deliver("".join(json_line(event.as_json()) + "\n" for event in world.log.events()), output, world.terminal)


@log_app.command("import", epilog="Example: interview log import events.jsonl")
def import_events(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A file from `log export`, from this machine or another.")],
) -> None:
    """Add the events of another log that this one lacks; each counts once, however often it is imported."""
    from interview_cli.reports.wording import counted
    from interview_cli.services.log.transfer import read_events

    world = world_of(context)
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        from interview_cli.domain.errors import UsageError

        reason = getattr(error, "strerror", None) or "it isn't UTF-8 text"
        raise UsageError(f"can't read {file}: {reason}", hint="give a file from `interview log export`") from None
    added = world.log.merge(read_events(text, str(file)))
    world.terminal.print(f"{counted(added, 'event')} added")


@log_app.command("backup", epilog="Example: interview log backup")
def backup(context: typer.Context) -> None:
    """Copy the log beside the daily backups."""
    world = world_of(context)
    world.terminal.print(str(world.log.back_up()))


@log_app.command("restore", epilog="Example: interview log restore")
def restore_log(
    context: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(help="The backup to restore; default: the newest one that is complete.")
    ] = None,
) -> None:
    """Put a backup in the place of the log; the file that it replaces is kept."""
    from interview_cli.store.events import restore

    world = world_of(context)
    taken, kept = restore(world.home.log, world.clock, file)
    world.terminal.print(f"restored from {taken}")
    if kept:
        world.terminal.note(f"the old log is now {kept}")
