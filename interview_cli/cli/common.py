"""What several commands share: the world of a context, ids with nearest names, completion, JSON lines, files.

Imports typer.
"""

from __future__ import annotations

import difflib
import errno
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

import typer

from interview_cli.domain.errors import InterviewError, UnavailableError, UsageError
from interview_cli.domain.line_breaks import path_in_words

if TYPE_CHECKING:
    from interview_cli.cli.wiring import World
    from interview_cli.domain.items.question import AnyItem, Bank, Problem
    from interview_cli.ui.terminal import Terminal

Value = TypeVar("Value")

DISK_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})

MAX_SEED = (1 << 63) - 1
"""What the log can hold."""

LEAST_TITLE, MOST_LINES = 16, 2
"""With fewer columns left beside the rest of its row a title stands below it, in at most so many lines."""

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object per line.")]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to this file.")]


def world_of(context: typer.Context) -> World:
    """The world that the globals made."""
    world: World = context.obj
    return world


def named(name: str, known: Mapping[str, Value], what: str, where: str = "to list them: interview find") -> Value:
    """The value of that name. Raises: UsageError, with the nearest names, or else where they are listed."""
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name.lower(), known, n=3, cutoff=0.5)
    inside = [other for other in known if name.lower() in other][:3]
    hint = f"did you mean {', '.join(dict.fromkeys([*near, *inside]))}?" if near or inside else where
    raise UsageError(f"no {what} {name!r}", hint=hint)


def item_of(bank: Bank, name: str) -> AnyItem:
    """The item, also by an id that it had before. Raises: UsageError."""
    from interview_cli.domain.history.log_reading import new_names

    return named(new_names(bank.items).get(name, name), bank.items, "item")


def problem_of(world: World, name: str) -> Problem:
    """A problem that can be graded. Raises: UsageError, also for one of the catalogue that has not landed."""
    problem = named(name, world.bank.problems, "problem", "to list them: interview find --kind code")
    if name not in world.landed:
        raise UsageError(
            f"{name} can't be graded yet",
            hint="to list those that can: interview bank list --kind code",
        )
    return problem


def deliver(text: str, output: Path | None, terminal: Terminal, *, mode: Literal["w", "x"] = "w") -> None:
    """To standard output where there is no file; mode x takes only a new one.

    An earlier file stays as it was until the new one is whole. Raises: UsageError; UnavailableError for a full disk.
    """
    if output is None:
        terminal.stdout.write(text)
        return
    try:
        if mode == "x":
            output.touch(exist_ok=False)
        _write_whole(output, text)
    except FileExistsError:
        raise UsageError(f"{path_in_words(output)} already exists", hint="give the name of a new file") from None
    except OSError as error:
        if error.errno in DISK_FULL:
            message = f"can't write {path_in_words(output)}: {error.strerror}"
            raise UnavailableError(message, hint="free some space, or write somewhere else") from None
        hint = "choose a file in a folder that exists"
        raise UsageError(f"can't write {path_in_words(output)}: {error.strerror}", hint=hint) from None
    terminal.note(f"written to {path_in_words(output)}")


def _write_whole(output: Path, text: str) -> None:
    """Beside the file first, then in its place; what is no plain file, such as a pipe, is written to. Raises: OSError."""
    if output.exists() and not output.is_file():
        output.write_text(text, encoding="utf-8")
        return
    real = Path(os.path.realpath(output))
    draft = real.with_name(f".{real.name}.{os.getpid()}")
    try:
        draft.write_text(text, encoding="utf-8")
        if real.exists():
            shutil.copymode(real, draft)
        draft.replace(real)
    finally:
        draft.unlink(missing_ok=True)


def row_of_item(columns: str, title: str, width: int) -> list[str]:
    """The columns and as much of the title as fits; the title below them, wrapped, where next to nothing of it would."""
    row = f"{columns}  {title}"
    if len(row) <= width:
        return [row]
    if width - len(columns) - 2 >= LEAST_TITLE:
        return [row[: width - 1].rstrip() + "…"]
    indent = " " * 4
    below = wrap(title, width, initial_indent=indent, subsequent_indent=indent, max_lines=MOST_LINES, placeholder="…")
    return [columns if len(columns) <= width else columns[: width - 1] + "…", *below]


def json_line(value: Mapping[str, Any]) -> str:
    """One object on one line; no NaN, which JSON does not know."""
    import json

    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def sections_of(names: Iterable[str] | None) -> frozenset[int]:
    """Numbers of the sections given by number or slug. Raises: UsageError."""
    from interview_cli.domain.items.guide import section

    return frozenset(section(name).number for name in names or ())


def kinds_of(names: Iterable[str] | None) -> frozenset[str]:
    """Kinds of items. Raises: UsageError, with the nearest kind."""
    from interview_cli.domain.items.question import KINDS

    known, where = dict(zip(KINDS, KINDS, strict=True)), f"choose one of {', '.join(KINDS)}"
    return frozenset(named(name, known, "kind", where) for name in names or ())


def complete_problem(context: typer.Context, incomplete: str) -> list[str]:
    """Ids of problems, for the shell."""
    return _completed(lambda world: world.landed, context, incomplete)


def complete_planted(context: typer.Context, incomplete: str) -> list[str]:
    """Ids of problems and projects, for the shell."""
    return _completed(lambda world: world.landed | world.projects.keys(), context, incomplete)


def complete_item(context: typer.Context, incomplete: str) -> list[str]:
    """Ids of items, for the shell."""
    return _completed(lambda world: world.bank.items, context, incomplete)


def complete_section(incomplete: str) -> list[str]:
    """Slugs of sections, for the shell."""
    from interview_cli.domain.items.guide import SECTIONS

    return [section.slug for section in SECTIONS if section.slug.startswith(incomplete)]


def complete_kind(incomplete: str) -> list[str]:
    """Kinds of items, for the shell."""
    from interview_cli.domain.items.question import KINDS

    return [kind for kind in KINDS if kind.startswith(incomplete)]


def _completed(names: Callable[[World], Iterable[str]], context: typer.Context, incomplete: str) -> list[str]:
    """Names that begin so. Globals before the command are not run while the shell completes: take them as parsed."""
    from interview_cli.cli.wiring import make_world

    given = context.find_root().params
    try:
        world = make_world(given.get("home"), given.get("bank") or [], color_allowed=False)
        return sorted(name for name in names(world) if name.startswith(incomplete))
    except InterviewError:
        return []  # the command itself will say what is wrong; a prompt is no place for it


Sections = Annotated[
    list[str] | None,
    typer.Option(
        "--section",
        "-s",
        metavar="S",
        help="Only this section, by number or name. Repeatable.",
        autocompletion=complete_section,
    ),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option("--kind", "-k", metavar="K", help="Only this kind of item. Repeatable.", autocompletion=complete_kind),
]
ItemName = Annotated[str, typer.Argument(metavar="ITEM", help="An item's id.", autocompletion=complete_item)]
ProblemName = Annotated[
    str,
    typer.Argument(metavar="PROBLEM", help="A coding problem's id.", autocompletion=complete_problem),
]
Seed = Annotated[
    int | None,
    typer.Option("--seed", metavar="N", min=0, max=MAX_SEED, help="The same seed gives the same numbers and order."),
]
