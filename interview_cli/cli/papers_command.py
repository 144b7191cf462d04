"""`interview papers` and `interview pitch`: one's own papers, and their rehearsal against the clock."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from interview_cli.cli.commands import Group
from interview_cli.cli.common import Json, json_line, world_of
from interview_cli.cli.exit_codes import ExitCode
from interview_cli.domain.errors import UnavailableError, UsageError
from interview_cli.domain.line_breaks import path_in_words

if TYPE_CHECKING:
    from interview_cli.bank.papers import PaperFile
    from interview_cli.cli.wiring import World
    from interview_cli.domain.rounds.paper import Paper

Value = TypeVar("Value")

papers = typer.Typer(
    cls=Group,
    no_args_is_help=True,
    help="Your own papers, which the research dive asks about.",
    rich_markup_mode=None,
)
PaperName = Annotated[str, typer.Argument(metavar="ID", help="The paper's name: lower-case words and hyphens.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(papers, name="papers", epilog="Example: interview papers add my-paper")
    app.command("pitch", epilog="Example: interview pitch --length 2m lumaflux")(pitch)


@papers.command("list", epilog="Example: interview papers list")
def list_(context: typer.Context, json_: Json = False) -> None:
    """Your papers, with what is still missing in their files, and the examples."""
    from interview_cli.bank.papers import example_papers, read_papers

    world = world_of(context)
    own, examples = read_papers(world.home.papers), read_papers(example_papers())
    taken = {file.path.stem for file in own}
    for file in (*own, *(file for file in examples if file.path.stem not in taken)):
        is_own = file in own
        if json_:
            world.terminal.print(json_line(_as_json(file, is_own=is_own)))
        else:
            _show(world, file, is_own=is_own)
    if not own and not json_:
        world.terminal.print_wrapped(
            "Until you add a paper, you're asked about the examples. To add one: interview papers add ID"
        )


@papers.command("add", epilog="Example: interview papers add my-paper")
def add(
    context: typer.Context,
    name: PaperName,
    example: Annotated[str | None, typer.Option("--from", metavar="EXAMPLE", help="Start from an example.")] = None,
) -> None:
    """Write a file to fill in, and open it in your editor."""
    from interview_cli.bank.papers import TEMPLATE, example_papers
    from interview_cli.domain.rounds.paper import PAPER_ID
    from interview_cli.ui.whole_file import write_whole

    world = world_of(context)
    if not re.fullmatch(PAPER_ID, name):
        raise UsageError(f"{name!r} isn't a valid paper name", hint="use lower-case words joined by hyphens")
    path = world.home.papers / f"{name}.yaml"
    if path.exists():
        raise UsageError(f"{path_in_words(path)} already exists", hint=f"to edit it: interview papers edit {name}")
    text = TEMPLATE.format(id=name)
    if example is not None:
        known = {file.stem: file for file in example_papers().glob("*.yaml")}
        text = _named(example, known, "example").read_text(encoding="utf-8")
        text = text.replace(f"\nid: {example}\n", f"\nid: {name}\n")
    write_whole(path, text)
    world.terminal.print(str(path))
    _open(world, path)


@papers.command("edit", epilog="Example: interview papers edit my-paper")
def edit(context: typer.Context, name: PaperName) -> None:
    """Open a paper's file in your editor, and say what is still missing in it."""
    world = world_of(context)
    path = _named(name, {file.stem: file for file in world.home.papers.glob("*.yaml")}, "paper of yours")
    if not _open(world, path):
        raise UnavailableError("an editor needs a terminal", hint=f"edit {path_in_words(path)}")


def pitch(
    context: typer.Context,
    paper: Annotated[str | None, typer.Argument(metavar="PAPER", help="Which paper; default: each in turn.")] = None,
    length: Annotated[
        str, typer.Option("--length", metavar="30s|2m|10m", help="How long the pitch should be.")
    ] = "30s",
) -> None:
    """Rehearse a pitch of your own work: the clock, a word budget, and what it should hold; kept as a scorecard."""
    from interview_cli.cli.mock_rounds import close_open, means_of, note_papers, play, resumed, would_go_on
    from interview_cli.cli.wiring import fresh_seed
    from interview_cli.domain.rounds.blueprint import Pace
    from interview_cli.services.mock.pitch import LENGTHS, pitch_round
    from interview_cli.services.mock.session import Mock
    from interview_cli.services.mock.steps import Request

    world = world_of(context)
    if length not in LENGTHS:
        raise UsageError(f"there's no length {length!r}", hint=f"choose one of {', '.join(LENGTHS)}")
    world.places.hold_all("a pitch")
    means = means_of(world)
    if paper is not None:
        means = replace(means, papers=[_paper(world, paper)])
    else:
        note_papers(world, [means.blueprints[pitch_round(length)]])
    if would_go_on(means, world.terminal):
        held = resumed(world, means_of(world))
    else:
        close_open(means, world.terminal)
        held = Mock.start(means, Request((pitch_round(length),), Pace.FULL, fresh_seed()))
    play(world, means, held, world.terminal)


def _paper(world: World, name: str) -> Paper:
    """One of the user's papers, or an example. Raises: UsageError, also for a file with faults."""
    from interview_cli.bank.papers import example_papers, read_papers

    files = {file.path.stem: file for file in (*read_papers(example_papers()), *read_papers(world.home.papers))}
    file = _named(name, files, "paper")
    if file.paper is None:
        raise UsageError("\n".join(file.faults), hint=f"to edit it: interview papers edit {name}")
    return file.paper


def _named(name: str, known: Mapping[str, Value], what: str) -> Value:
    """Raises: UsageError."""

    if name not in known:
        raise UsageError(
            f"there's no {what} {name!r}",
            hint=f"choose one of {', '.join(sorted(known))}" if known else "to add one: interview papers add ID",
        )
    return known[name]


def _open(world: World, path: Path) -> bool:
    """Whether there was an editor to open it in; then what is still missing is said."""
    from interview_cli.bank.papers import read_paper
    from interview_cli.ui.asking.editor import edit as open_editor
    from interview_cli.ui.asking.editor import editor_command

    terminal = world.terminal
    if not (terminal.stdin.isatty() and terminal.stdout.isatty()):
        return False
    open_editor(path, editor_command(world.config.editor, world.environment))
    file = read_paper(path)
    _show(world, file, is_own=True)
    if file.faults:
        raise typer.Exit(ExitCode.NO)
    return True


def _show(world: World, file: PaperFile, *, is_own: bool) -> None:
    title = file.paper.title if file.paper is not None else f"not ready yet: {len(file.faults)} to fill in"
    world.terminal.print_wrapped(f"{file.path.stem:<20} {'' if is_own else 'example: '}{title}", indent=21)
    for fault in file.faults if is_own else ():
        world.terminal.print_wrapped(f"  {fault}", indent=4)


def _as_json(file: PaperFile, *, is_own: bool) -> dict[str, object]:
    return {
        "schema": 1,
        "paper": file.path.stem,
        "title": file.paper.title if file.paper is not None else None,
        "file": str(file.path),
        "example": not is_own,
        "faults": list(file.faults),
    }
