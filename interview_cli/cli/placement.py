"""A placement before a drill: when it is offered or gone on with, and how it is played."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from interview_cli.cli.exit_codes import ExitCode
from interview_cli.cli.signals import ended_by_signals

if TYPE_CHECKING:
    from interview_cli.cli.wiring import World
    from interview_cli.services.drill.start import Learner
    from interview_cli.services.drill.steps import Means


def is_day_wanted(world: World, means: Means, learner: Learner) -> bool:
    """Whether the first drill begins, of somebody who can be asked and has no interview ahead."""
    return (
        _can_be_asked(world, means, learner) and not world.interviews() and not learner.has_drilled(means.log.events())
    )


def _can_be_asked(world: World, means: Means, learner: Learner) -> bool:
    """Whether somebody is there, and nothing was cut short today."""
    from interview_cli.domain.history.log_reading import open_placement
    from interview_cli.services.drill.start import unfinished

    is_open = open_placement(learner.todays)[0] is not None or bool(unfinished(means, learner))
    return world.terminal.can_ask and not is_open


def is_to_be_placed(world: World, means: Means, learner: Learner) -> bool:
    """Whether one of today was cut short; or, before the first answer of all, whether the user wants one.

    In a pipe nothing is offered.
    """
    from interview_cli.domain.history.log_reading import open_placement

    if open_placement(learner.todays)[0] is not None:
        return True
    if not learner.is_new or not _can_be_asked(world, means, learner):
        return False
    from interview_cli.ui.asking.factory import make_asker
    from interview_cli.ui.asking.lines import EndOfInput, HungUp, Interrupts
    from interview_cli.ui.drill.placement import is_wanted

    with Interrupts() as interrupts, ended_by_signals():
        try:
            return is_wanted(world.terminal, make_asker(world.terminal, interrupts))
        except EndOfInput:
            raise typer.Exit(ExitCode.OK) from None
        except (KeyboardInterrupt, HungUp):
            raise typer.Exit(ExitCode.INTERRUPTED) from None


def place(world: World, means: Means, learner: Learner, minutes: float | None, sections: frozenset[int]) -> bool:
    """Play it; whether a drill is to follow."""
    from interview_cli.services.drill.placement import MINUTES, Placement
    from interview_cli.ui.asking.factory import make_asker
    from interview_cli.ui.asking.lines import HungUp, Interrupts
    from interview_cli.ui.drill.placement import play

    with Interrupts() as interrupts, ended_by_signals():
        placement = Placement(means, learner, minutes or MINUTES, sections)
        try:
            return play(placement, world.terminal, make_asker(world.terminal, interrupts))
        except (KeyboardInterrupt, HungUp):
            raise typer.Exit(ExitCode.INTERRUPTED) from None
