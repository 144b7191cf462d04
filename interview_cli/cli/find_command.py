"""`interview find`: items by words, section, kind and state."""

from __future__ import annotations

from itertools import chain
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated

import typer

from interview_cli.cli.common import Json, Kinds, Sections, json_line, kinds_of, row_of_item, sections_of, world_of

if TYPE_CHECKING:
    from interview_cli.cli.wiring import World
    from interview_cli.domain.items.question import AnyItem, Bank
    from interview_cli.ui.terminal import Terminal


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("find", epilog='Example: interview find "kv cache" --kind numeric')(find)


def find(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORD]...", help='Words from the item or its id; "quoted words" are a phrase.'),
    ] = None,
    section: Sections = None,
    kind: Kinds = None,
    due: Annotated[bool, typer.Option("--due", help="Only items due today.")] = False,
    new: Annotated[bool, typer.Option("--new", help="Only items you've never answered.")] = False,
    leech: Annotated[
        bool, typer.Option("--leech", help="Only items you keep forgetting, and what to do about them.")
    ] = False,
    flagged: Annotated[bool, typer.Option("--flagged", help="Only items you flagged, with your remark.")] = False,
    as_json: Json = False,
) -> None:
    """Find items by words, the best matches first: id, kind, level and title. Exit code 1 if nothing matches."""
    from interview_cli.domain.history.log_reading import effective, flags
    from interview_cli.services.bank.search import Filter, matches, ranked

    world = world_of(context)
    wanted = Filter(sections_of(section), kinds_of(kind))
    admitted = [item for item in world.bank.items.values() if matches(item, world.bank, wanted)]
    found = ranked(admitted, world.bank, words or ())
    said: dict[str, tuple[str, ...]] = {}
    if due or new or leech or flagged:
        said = flags(effective(world.log.events(), world.bank.items))
        found = _by_state(found, world, due=due, new=new, leech=leech)
        found = [item for item in found if not flagged or item.id in said]
    for item in found:
        if as_json:
            world.terminal.print(json_line(_as_json(item, world.bank, said.get(item.id, ()))))
        else:
            under = [f"flag: {line}" for line in said.get(item.id, ()) if flagged] + (
                [_advice(item, world)] if leech else []
            )
            for line in _lines(item, world.terminal, under):
                world.terminal.print(line)
    if not found:
        world.terminal.note("No matches.")
        raise typer.Exit(1)


def _by_state(found: list[AnyItem], world: World, *, due: bool, new: bool, leech: bool) -> list[AnyItem]:
    from interview_cli.domain.history.log_reading import dormant
    from interview_cli.domain.history.study_day import study_day
    from interview_cli.domain.planning.leeches import leeches
    from interview_cli.domain.planning.planner import due_items, target_recall

    learner = world.replay()
    today = study_day(world.clock.now(), world.clock.zone)
    awaited = due_items(learner, today, target_recall(world.interviews(), today)) - dormant(learner.settings, today)
    tired = leeches(learner.states)
    return [
        item
        for item in found
        if (not due or item.id in awaited)
        and (not new or item.id not in learner.ensemble.beliefs)
        and (not leech or item.id in tired)
    ]


def _as_json(item: AnyItem, bank: Bank, flags: tuple[str, ...]) -> dict[str, object]:
    return {
        "schema": 1,
        "item": item.id,
        "kind": item.kind,
        "section": bank.section_of(item),
        "level": item.level,
        "minutes": item.minutes,
        "concepts": list(item.concepts),
        "prompt": _prompt(item),
        "flags": list(flags),
    }


def _prompt(item: AnyItem) -> str:
    """With the numbers of the seed that `show` takes, where it has parameters."""
    from interview_cli.domain.items.question import Numeric
    from interview_cli.domain.items.shown import draw, filled

    return filled(item.prompt, draw(item, 0)) if isinstance(item, Numeric) else item.prompt


def _advice(leech: AnyItem, world: World) -> str:
    from interview_cli.domain.history.log_reading import dormant
    from interview_cli.domain.history.study_day import study_day
    from interview_cli.domain.planning.leeches import advice

    learner = world.replay()
    asleep = dormant(learner.settings, study_day(world.clock.now(), world.clock.zone))
    return advice(leech, world.bank.items.values(), learner.ensemble.beliefs, asleep)


def _lines(item: AnyItem, terminal: Terminal, under: list[str]) -> list[str]:
    columns = f"{item.id:<34} {item.kind:<9} {item.level}"
    row = row_of_item(columns, _readable(item.title or _prompt(item), terminal), terminal.width)
    below = (wrap(said, terminal.width, initial_indent=" " * 4, subsequent_indent=" " * 4) for said in under)
    return [*row, *chain.from_iterable(below)]


def _readable(title: str, terminal: Terminal) -> str:
    """In one line, with formulas as the terminal can show them."""
    if not {"$", "`"}.isdisjoint(title):
        from interview_cli.ui.text.markdown import plain_text

        title = plain_text(title, width=10_000, mode=terminal.mode)
    return " ".join(title.split())
