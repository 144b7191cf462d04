"""`interview check`: mark one machine-marked answer."""

from __future__ import annotations

from typing import Annotated

import typer

from interview_cli.cli.common import ItemName, Json, Seed, item_of, json_line, world_of
from interview_cli.cli.exit_codes import ExitCode
from interview_cli.domain.errors import UsageError


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check", epilog="Example: interview check q07-kv-bytes --seed 7 --answer '8.6 GB'")(check)


def check(
    context: typer.Context,
    item: ItemName,
    answer: Annotated[
        str,
        typer.Option(
            "--answer", "-a", metavar="TEXT", help="Your answer; for choices and orderings the letters (A,C)."
        ),
    ],
    seed: Seed = 0,
    as_json: Json = False,
) -> None:
    """Mark one answer to an item that the program can mark. Exit code 0: right; 1: wrong or partial; 2: unreadable."""
    from interview_cli.domain.items.answer import Mark
    from interview_cli.domain.marking import mark

    world = world_of(context)
    asked = item_of(world.bank, item)
    used = seed or 0
    marked = mark(asked, answer, used)
    if as_json:
        held = {
            "schema": 1,
            "item": asked.id,
            "kind": asked.kind,
            "seed": used,
            "mark": marked.mark.value,
            "score": marked.score,
            "read_as": marked.read_as,
            "slip": marked.slip,
            "message": marked.message,
            "expected": marked.expected,
        }
    if marked.mark is Mark.UNREADABLE:
        raise UsageError(marked.message, hint=f"to see the question: interview show {asked.id} --seed {used}")
    if as_json:
        world.terminal.print(json_line(held))
    else:
        from interview_cli.ui.item_view import marked_lines

        for line in marked_lines(marked, world.terminal):
            world.terminal.print(line)
    raise typer.Exit(ExitCode.OK if marked.mark is Mark.RIGHT else ExitCode.NO)
