"""The scorecards of mock interviews that were held, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from interview_cli.cli.common import json_line, named
from interview_cli.domain.errors import UsageError
from interview_cli.services.mock.record import earlier_card, kept_cards
from interview_cli.ui.mock.view import show_card, show_list, show_loop

if TYPE_CHECKING:
    from interview_cli.cli.wiring import World
    from interview_cli.domain.rounds.blueprint import Blueprint
    from interview_cli.services.mock.record import KeptCard


def _cards(world: World) -> tuple[KeptCard, ...]:
    return kept_cards(world.log.events())


def list_all(world: World, blueprints: Iterable[Blueprint], json_: bool) -> None:
    """The rounds that there are, and the cards that were earned."""
    cards = _cards(world)
    if json_:
        for kept in cards:
            _print_json(world, cards, kept)
        return
    for blueprint in blueprints:
        minutes = f"{blueprint.minutes:g} min, quick {blueprint.quick_minutes:g}"
        world.terminal.print_wrapped(f"{blueprint.id:<13} {minutes}: {blueprint.about}", indent=14)
    world.terminal.print()
    if cards:
        show_list(cards, world.terminal)
    else:
        world.terminal.print_wrapped("No scorecards yet: interview mock --round fundamentals --quick")


def show_again(world: World, name: str, json_: bool) -> None:
    """One card, or the cards of a loop, by the first letters of the id. Raises: UsageError."""
    cards = _cards(world)
    loop = [kept for kept in cards if kept.session is not None and kept.session.startswith(name.lower())]
    if len({kept.session for kept in loop}) == 1 and len(loop) > 1:
        _loop(world, cards, loop, json_)
        return
    found = [kept for kept in cards if kept.id.startswith(name.lower())]
    if len(found) > 1:
        raise UsageError(f"{len(found)} scorecards start with {name!r}", hint="give more letters of the id")
    if not found:
        named(name, {kept.id[:8]: kept for kept in cards}, "card", "to list them: interview mock --list")
        raise UsageError(f"there's no scorecard {name!r}", hint="interview mock --list")
    _show(world, cards, found[0], json_)


def _loop(world: World, cards: Sequence[KeptCard], loop: Sequence[KeptCard], json_: bool) -> None:
    """All cards of one interview, and what they come to."""

    for kept in loop:
        _show(world, cards, kept, json_)
    if not json_:
        show_loop([kept.card for kept in loop], str(loop[0].session), world.terminal)


def _show(world: World, cards: Sequence[KeptCard], kept: KeptCard, json_: bool) -> None:
    if json_:
        _print_json(world, cards, kept)
    else:
        show_card(kept.card, earlier_card(cards, kept.card.seen.round, kept.at), kept.id, world.terminal)


def _print_json(world: World, cards: Sequence[KeptCard], kept: KeptCard) -> None:
    earlier = earlier_card(cards, kept.card.seen.round, kept.at)
    world.terminal.print(json_line(kept.card.as_json(kept.id, kept.at, earlier) | {"session": kept.session}))


def print_session(world: World, session: str) -> None:
    """The cards of one interview as JSON lines."""
    cards = _cards(world)
    for kept in cards:
        if kept.session == session:
            _print_json(world, cards, kept)
