"""A drill of given items, in the middle of something else."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TYPE_CHECKING

from interview_cli.cli.drill_command import play
from interview_cli.cli.wiring import fresh_seed
from interview_cli.domain.planning.day_plan import Wanted
from interview_cli.services.drill.start import Learner, begin
from interview_cli.services.drill.steps import Means, Request

if TYPE_CHECKING:
    from interview_cli.cli.wiring import World


def drill_now(world: World, items: Sequence[str]) -> None:
    """A drill of these items."""

    means = Means(
        bank=world.bank,
        log=world.log,
        clock=world.clock,
        ids=world.ids,
        rng=Random(fresh_seed()),
        landed=world.landed,
        present=world.present,
        reference=lambda problem: world.pages.page(problem).source,
    )
    known = [world.bank.items[name] for name in items if name in world.bank.items]
    request = Request(float("inf"), Wanted(count=len(known)))
    drill = begin(means, Learner.of(means, world.replay()), request, lambda _: known)
    if drill is not None:
        play(world, means, drill)
