"""`interview help`: the help of a command, for those who type it so."""

from __future__ import annotations

from typing import Annotated

import typer
from typer.core import TyperGroup

from interview_cli.cli.common import named


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("help", epilog="Example: interview help grade")(help_)


def help_(
    context: typer.Context,
    command: Annotated[
        list[str] | None, typer.Argument(metavar="[COMMAND]...", help="For example: interview help bank export.")
    ] = None,
) -> None:
    """Show the help of a command, as --help does."""
    shown = context.find_root()
    for name in command or ():
        group = shown.command
        known = group.commands if isinstance(group, TyperGroup) else {}
        found = named(name, known, "command", where="to list them: interview help")
        shown = type(shown)(found, info_name=name, parent=shown)
    typer.echo(shown.get_help())
