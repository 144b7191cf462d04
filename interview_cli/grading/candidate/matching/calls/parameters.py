"""The binding of two lists of parameters, by names, places and kinds alone. Standard library only."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from interview_cli.grading.candidate.matching.calls.beside import (
    BLOCK,
    STEP_LENGTH,
    WIDTH_AND_HEADS,
    attended_in,
    bounds_in,
    end_in,
    head_in,
    in_and_out,
    positions_in,
    sizes_shown_in,
    tails_in,
    tile_of_queries,
    tiles_in,
    twins_in,
)
from interview_cli.grading.candidate.matching.calls.bound import Binding
from interview_cli.grading.candidate.matching.calls.pairing import paired
from interview_cli.grading.candidate.matching.names.kinds import (
    COUNTS,
    OFFSET,
    SIZES,
    SIZES_SAY,
    WHERE,
    in_a_row,
    masks_in,
    samples_in,
    starts_in,
)
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, Parameters, is_part, likeness


def bind_spread(asked: Parameters, own: Parameters, plain: Collection[str] = ()) -> Binding:
    """The binding, where `betas` may be taken as `beta1` and `beta2`."""
    tuples = {name: len(default) for name, default in asked if isinstance(default, tuple)}
    own_names = {name for name, _ in own}
    more = len(own) - len(asked)
    are_named = all(
        any(is_part(f"{name}.{i}", one) for one in own_names) for name, n in tuples.items() for i in range(n)
    )
    fits = are_named or more == sum(tuples.values()) - len(tuples)
    if not tuples or own_names & tuples.keys() or not fits:
        return bind(asked, own, plain)
    found = bind(in_parts(asked, tuples), own, plain)
    return replace(found, asked=tuple(name for name, _ in asked), spread=tuple(tuples))


def in_parts(asked: Parameters, names: Collection[str]) -> Parameters:
    """What is asked for, with the parts of these tuples in their places."""
    return [part for one in asked for part in (taken_apart(*one) if one[0] in names else [one])]


def taken_apart(name: str, default: Any) -> Parameters:
    """The parts of a tuple, as parameters."""
    return (
        [(f"{name}.{i}", part) for i, part in enumerate(default)] if isinstance(default, tuple) else [(name, default)]
    )


def is_nothing(default: Any) -> bool:
    """Whether it says that no value stands there: `last_val=0.0`, `last_value=None`."""
    return default is None or (type(default) in (int, float) and default == 0)


def bind(asked: Parameters, own: Parameters, plain: Collection[str] = ()) -> Binding:
    """The binding of two lists of parameters."""
    if (tiles := tiles_in(asked, own)) is not None:
        return with_tiles(asked, own, plain, *tiles)
    names = [name for name, _ in asked]
    if sizes := sizes_shown_in(names, own):
        return replace(bind(asked, [one for one in own if one[0] not in sizes], plain), shown=sizes)
    if head := head_in(names, own):
        return with_heads(asked, own, plain, head)
    groups = in_a_row(names)
    must = [name for name, default in own if default is REQUIRED]
    shown = [*masks_in(names, must), *samples_in(asked, must, plain), *starts_in(names, must)]
    takers = [one for one in own if one[0] not in (*WHERE, *groups, *shown) or one[0] in names]
    pairs, lengths = paired(asked, takers, plain)
    counted = positions_in(pairs, names, takers)
    pairs = {name: other for name, other in pairs.items() if other not in counted}
    twins = twins_in(pairs, asked, takers)
    pairs = {name: other for name, other in pairs.items() if other not in twins}
    end = end_in(pairs, names, takers)
    pairs = {name: other for name, other in pairs.items() if other != end}
    taken = {*pairs.values(), *counted, *([end] if end else [])}
    missing = tuple(name for name in names if name not in pairs and not (end and name == STEP_LENGTH))
    left = [(name, default) for name, default in own if name not in taken]
    derived = tuple(name for name, _ in left if name in (*SIZES, *COUNTS, *groups, *lengths, *shown))
    doubled = (
        twins
        | attended_in(pairs, asked, takers)
        | bounds_in(pairs, asked, takers)
        | in_and_out(pairs, [name for name, default in left if default is REQUIRED], asked, plain)
    )
    tails = tails_in(pairs, [name for name, default in left if default is REQUIRED or is_nothing(default)], plain)
    unfilled = tuple(
        name
        for name, default in left
        if default is REQUIRED and name not in derived and name not in doubled and name not in tails
    )
    needed = {name for name, default in own if default is REQUIRED}
    optional = {name: default for name, default in asked if default is not REQUIRED}
    filled = {**doubled, **{other: name for name, other in pairs.items()}}
    defaults = {other: optional[name] for other, name in filled.items() if name in optional and other in needed}
    guessed = [other for name, other in pairs.items() if other in needed and not likeness(name, other)]
    is_guessed = bool(unfilled) and any(not SIZES_SAY.isdisjoint(other.lower().split("_")) for other in guessed)
    needs = tuple(name for name, default in own if default is REQUIRED and name != "self") if is_guessed else ()
    return Binding(
        *(tuple(names), pairs, missing, (*derived, *counted), unfilled, defaults),
        lent=(OFFSET,) if counted else (),
        needs=needs,
        is_plain=False,
        doubled=doubled,
        tails=tails,
        end=end,
    )


def with_heads(asked: Parameters, own: Parameters, plain: Collection[str], head: str) -> Binding:
    """The binding, where the width of a head is asked for in the place of the model's; the number of all may be left out."""
    width, heads, _ = WIDTH_AND_HEADS
    found = bind([one for one in asked if one[0] != width], [one for one in own if one[0] != head], plain)
    missing = tuple(name for name in found.missing if name != heads)
    return replace(found, asked=tuple(name for name, _ in asked), missing=missing, head=head)


def with_tiles(asked: Parameters, own: Parameters, plain: Collection[str], key: str, query: str) -> Binding:
    """The binding, where the one size of tiles that a problem gives is that of the keys' among two: `Br` and `Bc`."""
    others = [one for one in asked if one[0] != BLOCK]
    found = bind(others, [one for one in own if one[0] not in (key, query)], plain)
    block = dict(asked)[BLOCK]
    needed = {name for name, default in own if default is REQUIRED}
    return replace(
        found,
        asked=tuple(name for name, _ in asked),
        names={**found.names, BLOCK: key},
        shown={**found.shown, query: tile_of_queries(key)},
        defaults={
            **found.defaults,
            **{name: size for name, size in ((key, block), (query, 2 * block)) if name in needed},
        },
    )
