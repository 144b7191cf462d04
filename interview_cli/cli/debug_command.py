"""`interview debug`: find the planted mistakes in code that runs, graded at each save."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from interview_cli.cli.common import MAX_SEED, Json, complete_planted, json_line, named, problem_of, world_of
from interview_cli.cli.exit_codes import ExitCode
from interview_cli.cli.next_item import next_item
from interview_cli.domain.errors import UnavailableError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from interview_cli.cli.wiring import World
    from interview_cli.domain.items.verdict import Verdict
    from interview_cli.domain.ports import Grader
    from interview_cli.services.code.debugging import Debugging
    from interview_cli.ui.code.planted_files import PlantedFiles

USUAL_BUGS = 3


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("debug", epilog="Example: interview debug attention --bugs 2")(debug)


def debug(
    context: typer.Context,
    problem: Annotated[
        str | None,
        typer.Argument(
            metavar="PROBLEM|PROJECT",
            help="A coding problem's id, or a project. Without it, the program chooses what you need next.",
            autocompletion=complete_planted,
        ),
    ] = None,
    bugs: Annotated[
        int | None, typer.Option("--bugs", metavar="N", min=1, max=5, help="How many mistakes. Usually 3.")
    ] = None,
    seed: Annotated[
        int | None,
        typer.Option("--seed", metavar="N", min=0, max=MAX_SEED, help="The same seed gives the same code."),
    ] = None,
    minutes: Annotated[
        float | None, typer.Option("--minutes", metavar="N", min=1, max=240, help="Stop after this many minutes.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Find and fix the mistakes planted in code that runs. Every save is graded by what the code does.

    The code is yours to repair as you like: rewriting it counts, too. Hints come in steps. In the end you see each
    mistake, how it shows, and how to find it. If you leave, the next `interview debug` goes on where you were.
    """
    world = world_of(context)
    if not as_json:
        world.places.hold_all("a debugging exercise")
    grader = world.grader()
    debugging = _exercise(world, grader, _Asked(problem, bugs, seed, minutes))
    if as_json:
        _grade_once(world, grader, debugging)
    _play(world, grader, debugging)


class _Asked:
    """What the command line says; None where it says nothing."""

    def __init__(self, problem: str | None, bugs: int | None, seed: int | None, minutes: float | None) -> None:
        self.problem, self.bugs, self.seed, self.minutes = problem, bugs, seed, minutes


def _exercise(world: World, grader: Grader, asked: _Asked) -> Debugging:
    """The one that was left, if it is what is asked for; else a new one."""
    from interview_cli.services.code.debug_record import open_exercise
    from interview_cli.services.code.debugging import Debugging

    if asked.problem is not None and asked.problem not in world.projects:
        named(asked.problem, {**world.bank.problems, **world.projects}, "problem or project")
        problem_of(world, asked.problem)
    past = open_exercise(world.log.events(), asked.problem)
    if past is not None:
        planting = past.exercise.planting
        if asked.seed in (None, planting.seed) and asked.bugs in (None, len(planting.mistakes)):
            return Debugging(past, world.bank, world.log, world.clock, world.ids)
    return _begun(world, grader, asked)


def _begun(world: World, grader: Grader, asked: _Asked) -> Debugging:
    from interview_cli.cli.wiring import fresh_seed
    from interview_cli.domain.plantings.planting import headed
    from interview_cli.services.code.debug_record import Exercise
    from interview_cli.services.code.debugging import Debugging, item_for, planted_by
    from interview_cli.ui.code.planted_files import PlantedFiles, header

    problem, usual = (asked.problem, USUAL_BUGS) if asked.problem else _next_one(world)
    seed = fresh_seed() if asked.seed is None else asked.seed
    world.terminal.progress(f"Planting mistakes in {problem} ...")
    try:
        planting = (
            planted_by(grader, problem, seed, usual=usual)
            if asked.bugs is None
            else grader.plant(problem, asked.bugs, seed)
        )
    finally:
        world.terminal.progress("")
    planting = headed(planting, header(problem, world.statement(problem), len(planting.mistakes)))
    files = PlantedFiles.of(planting, world.home.solutions)
    exercise = Exercise(world.ids(), item_for(world.bank, problem), planting, world.clock.now(), asked.minutes)
    debugging = Debugging.begin(exercise, world.bank, world.log, world.clock, world.ids)
    if files.folder.exists():
        files.write_anew(_today(world))
    return debugging


def _next_one(world: World) -> tuple[str, int]:
    """The problem that matters next, and how many mistakes its item asks. Raises: UsageError."""
    from interview_cli.domain.items.question import Debug

    item = next_item(world, "debug")
    if not isinstance(item, Debug):
        raise UsageError("there's no debugging exercise to choose", hint="name a problem: interview debug attention")
    return item.code, item.bugs


def _today(world: World) -> date:
    from interview_cli.domain.history.study_day import study_day

    return study_day(world.clock.now(), world.clock.zone)


def _grade(grader: Grader, debugging: Debugging, files: PlantedFiles, sources: Mapping[str, str]) -> Verdict:
    planting = debugging.planting
    verdict = grader.repair(planting, sources, file=str(files.path))
    flags = ("--bugs", str(len(planting.mistakes)), "--seed", str(planting.seed))
    return replace(verdict, flags=flags)


def _grade_once(world: World, grader: Grader, debugging: Debugging) -> None:
    """Grade the file as it stands, and print one line. Raises: Exit."""
    from interview_cli.ui.code.planted_files import PlantedFiles

    files = PlantedFiles.of(debugging.planting, world.home.solutions)
    files.make()
    sources = files.read()
    verdict = _grade(grader, debugging, files, sources)
    debugging.submit("\n".join(sources.values()), verdict)
    if verdict.ok:
        debugging.end()
    world.terminal.print(json_line(verdict.as_json()))
    raise typer.Exit(ExitCode.OK if verdict.ok else ExitCode.NO)


def _play(world: World, grader: Grader, debugging: Debugging) -> None:
    from interview_cli.ui.asking.editor import editor_command
    from interview_cli.ui.asking.factory import make_asker
    from interview_cli.ui.asking.lines import HungUp, Interrupts
    from interview_cli.ui.code.debug_loop import DebugLoop, Sources
    from interview_cli.ui.code.planted_files import PlantedFiles

    files = PlantedFiles.of(debugging.planting, world.home.solutions)
    terminal = world.terminal
    with Interrupts() as interrupts:

        def grade(sources: Sources) -> Verdict | None:
            try:
                with interrupts.heard():
                    return _grade(grader, debugging, files, sources)
            except KeyboardInterrupt:
                grader.close()
                terminal.print("Stopped. Nothing was recorded.")
                return None

        def editor() -> list[str]:
            if not (terminal.stdin.isatty() and terminal.stdout.isatty()):
                raise UnavailableError("an editor needs a terminal", hint="edit the file in another window")
            return editor_command(world.config.editor, world.environment)

        loop = DebugLoop(
            debugging=debugging,
            prompt=world.statement(debugging.planting.problem),
            terminal=terminal,
            asker=make_asker(terminal, interrupts),
            files=files,
            grade=grade,
            editor_command=editor,
            today=lambda: _today(world),
        )
        grader.warm()
        try:
            loop.play()
        except (KeyboardInterrupt, HungUp):
            raise typer.Exit(ExitCode.INTERRUPTED) from None
