"""Write `docs/commands.md`, the reference of all commands, from the program itself: `python -m docs.make_commands`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.core import TyperGroup
from typer.main import get_command

from interview_cli.cli.commands import MODULES, TOPICS
from interview_cli.cli.main import app

PAGE = Path(__file__).with_name("commands.md")

HEAD = """\
# Commands

This page is made by `python -m docs.make_commands` from what `--help` says. Options before the command hold for all of
them: `interview --home DIR drill`.
"""


def page() -> str:
    """The whole reference as Markdown."""
    program: Any = get_command(app)
    context = program.context_class(program, info_name="interview")
    parts = [HEAD, _table(program, context)]
    for topic, names in TOPICS.items():
        parts.append(f"## {topic}\n")
        for name in names:
            if name in MODULES:
                parts += _command(program.commands[name], name, context)
    return "\n".join(parts)


def _command(command: Any, name: str, parent: Any) -> Iterator[str]:
    """A command and, of a group, its own commands."""
    context = type(parent)(command, info_name=name, parent=parent)
    yield f"### {context.command_path}\n"
    yield f"    {' '.join([context.command_path, *command.collect_usage_pieces(context)])}\n"
    if command.help:
        yield f"{_paragraphs(command.help)}\n"
    table = _table(command, context)
    if table:
        yield table
    if command.epilog:
        yield f"{command.epilog.replace('Example: ', 'Example: `')}`\n"
    if isinstance(command, TyperGroup):
        for part in command.list_commands(context):
            yield from _command(command.commands[part], part, context)


def _table(command: Any, context: Any) -> str:
    """What may be given, with what it means; nothing but `--help`: nothing."""
    records = [param.get_help_record(context) for param in command.get_params(context) if "--help" not in param.opts]
    rows = [f"| `{_cell(given)}` | {_cell(said)} |" for given, said in filter(None, records)]
    return "\n".join(["| given | means |", "| --- | --- |", *rows, ""]) if rows else ""


def _cell(text: str) -> str:
    """On one line; what is required and of which type stands in the usage."""
    return re.sub(r" <[a-z\[\]]+>$| \[required\]$", "", " ".join(text.split())).replace("|", "\\|")


def _paragraphs(text: str) -> str:
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
