"""What the plan of today would ask first of one kind: for commands that are given no name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interview_cli.cli.wiring import World
    from interview_cli.domain.items.question import AnyItem


def next_item(world: World, kind: str) -> AnyItem | None:
    """Its item; None where there is none. What was done today is not among them."""
    from interview_cli.domain.planning.day_plan import Wanted
    from interview_cli.domain.planning.planner import plan

    planned = plan(
        world.bank,
        world.log.events(),
        world.clock.now(),
        world.interviews(),
        float("inf"),
        wanted=Wanted(kinds=frozenset({kind}), count=1),
        landed=world.landed,
        zone=world.clock.zone,
        replay=world.replay(),
    )
    return world.bank.items[planned[0].item] if planned else None
