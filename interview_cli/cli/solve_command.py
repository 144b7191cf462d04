"""`interview solve`: write a solution in your editor, graded at each save, with hints in steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from interview_cli.cli.common import ProblemName, item_of, problem_of, world_of
from interview_cli.cli.exit_codes import ExitCode
from interview_cli.cli.next_item import next_item

if TYPE_CHECKING:
    from interview_cli.cli.wiring import World
    from interview_cli.domain.items.shown import Shown


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("solve", epilog="Example: EDITOR=vim interview solve attention")(solve)


def solve(context: typer.Context, problem: ProblemName) -> None:
    """Work on one coding problem: its file is kept, and graded each time that you save it, in any editor.

    Hints come in steps. The reference comes after a pass, or when you ask for it. Begun again on the same day, it goes on.
    """
    world = world_of(context)
    following: str | None = problem_of(world, problem).id
    while following is not None:
        following = _play(world, _shown(world, following))


def _next(world: World) -> str | None:
    """The problem that the plan of today would ask first."""
    item = next_item(world, "code")
    return None if item is None else item.id


def _shown(world: World, problem: str) -> Shown:
    return world.present(item_of(world.bank, problem), 0)


def _play(world: World, shown: Shown) -> str | None:
    """Work on a problem; the one that is to follow, None where none is."""
    from interview_cli.cli.wiring import fresh_seed
    from interview_cli.domain.history.study_day import study_day
    from interview_cli.services.code.solve import Solving
    from interview_cli.ui.asking.factory import make_asker
    from interview_cli.ui.asking.lines import HungUp, Interrupts
    from interview_cli.ui.code.code_desk import CodeDesk
    from interview_cli.ui.code.solve_loop import SolveLoop

    with Interrupts() as interrupts:
        loop = SolveLoop(
            solving=Solving(shown, world.bank, world.log, world.clock, world.ids),
            terminal=world.terminal,
            asker=make_asker(world.terminal, interrupts),
            desk=CodeDesk(
                terminal=world.terminal,
                interrupts=interrupts,
                make_grader=world.grader,
                solutions=world.home.solutions,
                editor=world.config.editor,
                environment=world.environment,
            ),
            reference=lambda: world.pages.as_answer(shown.item),
            seed=fresh_seed,
            today=lambda: study_day(world.clock.now(), world.clock.zone),
            next=lambda: _next(world),
        )
        try:
            return loop.play()
        except (KeyboardInterrupt, HungUp):
            raise typer.Exit(ExitCode.INTERRUPTED) from None
