"""`interview show`: an item as the drill shows it, and with `--answer` what belongs under it."""

from __future__ import annotations

from typing import Annotated

import typer

from interview_cli.cli.common import ItemName, Json, Seed, item_of, json_line, world_of


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("show", epilog="Example: interview show attention --answer")(show)


def show(
    context: typer.Context,
    item: ItemName,
    answer: Annotated[
        bool, typer.Option("--answer", help="Also show the answer, the key points, why, and the reference.")
    ] = False,
    seed: Seed = 0,
    as_json: Json = False,
) -> None:
    """Show an item; with --answer also what the drill reveals."""
    from interview_cli.domain.items.question import Code, Debug
    from interview_cli.domain.marking.reveal import reveal

    world = world_of(context)
    asked = item_of(world.bank, item)
    shown = world.present(asked, seed or 0)
    reference = None
    if answer and isinstance(asked, Code) and world.pages.is_landed(asked.id):
        reference = world.pages.as_answer(asked.id)
    revealed = reveal(asked, seed or 0, reference) if answer else None
    if as_json:
        world.terminal.print(json_line(shown.as_json() | (revealed.as_json() if revealed else {})))
        return
    from interview_cli.ui.item_view import show_item, show_reveal

    show_item(shown, world.terminal)
    if isinstance(asked, Debug):
        world.terminal.print_wrapped(f"To start: interview debug {asked.code}")
    if revealed is not None:
        show_reveal(revealed, shown, world.terminal)
        note = world.replay().notes.get(asked.id, "")
        if note:
            world.terminal.print_wrapped(f"Your note: {note}")
