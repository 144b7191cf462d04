"""`interview doctor`: versions, devices, isolation in force, files, integrity."""

from __future__ import annotations

import typer

from interview_cli.cli.common import Json, json_line, world_of
from interview_cli.cli.exit_codes import ExitCode


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("doctor", epilog="Example: interview doctor --json")(doctor)


def doctor(context: typer.Context, as_json: Json = False) -> None:
    """Check this machine: versions, devices, files, and what a solution could do while it is graded.

    Exit code 1 if something is wrong.
    """
    from interview_cli.cli.examination import LABEL, examine

    world = world_of(context)
    world.terminal.progress("Testing what a solution could do on this machine. This takes a few seconds ...")
    found = examine(world)
    world.terminal.progress("")
    if as_json:
        world.terminal.print(json_line(found.as_json()))
    else:
        for line in found.lines():
            world.terminal.print_wrapped(line, LABEL)
    raise typer.Exit(ExitCode.OK if found.ok else ExitCode.NO)
