"""`interview night-before`: the checklist of the evening before, an entry at a time."""

from __future__ import annotations

from typing import Annotated

import typer

from interview_cli.cli.common import world_of
from interview_cli.cli.exit_codes import ExitCode


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("night-before", epilog="Example: interview night-before    next day: interview night-before --morning")(
        night_before
    )


def night_before(
    context: typer.Context,
    morning: Annotated[
        bool, typer.Option("--morning", help="Ask only what you couldn't say last night, then warm up.")
    ] = False,
) -> None:
    """Go through the checklist of the evening before, one entry at a time. It goes on where you left it today.

    Each entry shows its 60-second drill, and what the log says of its concepts: known, shaky or never seen. Piped, it
    reads one line for each entry, and the end of input ends it.
    """
    from interview_cli.services.checklist import Checklist, Means, Part
    from interview_cli.ui.asking.factory import make_asker
    from interview_cli.ui.asking.lines import HungUp, Interrupts
    from interview_cli.ui.checklist_view import play

    world = world_of(context)
    means = Means(bank=world.bank, log=world.log, clock=world.clock, ids=world.ids, landed=world.landed)
    checklist = Checklist(means, Part.MORNING if morning else Part.EVENING)
    with Interrupts() as interrupts:
        try:
            play(checklist, world.terminal, make_asker(world.terminal, interrupts))
        except (KeyboardInterrupt, HungUp):
            raise typer.Exit(ExitCode.INTERRUPTED) from None
