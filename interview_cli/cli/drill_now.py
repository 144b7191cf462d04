"""A drill of given items, in the middle of something else."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TYPE_CHECKING

from interview_cli.cli.drill_command import play
from interview_cli.cli.wiring import fresh_seed
from interview_cli.domain.history.event import Mode
from interview_cli.domain.planning.day_plan import Wanted
from interview_cli.services.drill.record import DrillRecord
from interview_cli.services.drill.session import Drill
from interview_cli.services.drill.steps import Means, Request, Waiting

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
    known = [name for name in items if name in world.bank.items]
    record = DrillRecord(world.log, world.clock, world.ids, world.ids(), Mode.DRILL)
    record.start(known, Request(float("inf"), Wanted(count=len(known))))
    drill = Drill(means, record, [Waiting(world.bank.items[name]) for name in known], world.replay(), minutes=None)
    play(world, means, drill)
