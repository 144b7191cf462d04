"""Functions that take both sides of an image as one, `h, w = image_size`, or a video's frames, too. Standard library only."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, Parameters, likeness, spelled
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of

SIDES = {
    "f": frozenset({"f", "frames", "frame", "t", "time"}), "h": frozenset({"h", "height"}), "w": frozenset({"w", "width"}),
}  # fmt: skip
"""How the problems and others call the number of frames and the two sides, by one letter for each."""
FRAMES = "frames"
"""How the problems alone call their number."""
IMAGE, VIDEO = "hw", "fhw"
BOTH = re.compile(r"((\w+_)?(sizes?|shape|f?hw|thw|resolution|res|dims?|grid))$", re.IGNORECASE)
"""How names end of what may be both sides."""


@dataclass(frozen=True)
class Together:
    """The own parameter for both sides, or frames and sides, and the names of these in the order in which it holds them."""

    own: str
    sides: tuple[str, ...]

    def asked(self, asked: Parameters) -> Parameters:
        """What is asked for, with both sides in one under the own name."""
        first = next(name for name, _ in asked if name in self.sides)
        both = [(self.own if name == first else name, default) for name, default in asked]
        return [one for one in both if one[0] not in self.sides]

    def given(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """What is given, with both sides in one."""
        left = {name: value for name, value in given.items() if name not in self.sides}
        are_all = len(left) + len(self.sides) == len(given)
        return {**left, self.own: tuple(given[name] for name in self.sides)} if are_all else left


def together_in(function: Callable[..., Any], asked: Parameters, own: Parameters) -> Together | None:
    """The one parameter for both sides, or a video's frames and sides: the function takes it apart, and has none for any."""
    sides = sides_in(asked)
    own_sides = {letter for name, _ in own for letter in sides if spelled(name) in SIDES[letter]}
    if not set(IMAGE) <= sides.keys() or not own_sides.isdisjoint(IMAGE):
        return None
    free = [
        name
        for name, default in own
        if default is REQUIRED
        and BOTH.search(name)
        and not any(name == one or likeness(one, name) > 1 for one, _ in asked)
    ]
    found = [(name, taken_apart(function, name)) for name in free]
    found = [(name, letters) for name, letters in found if letters and own_sides.isdisjoint(letters)]
    if len(found) != 1 or not set(found[0][1]) <= sides.keys():
        return None
    name, letters = found[0]
    return Together(name, tuple(sides[letter] for letter in letters))


def sides_in(asked: Parameters) -> dict[str, str]:
    """What the problem gives of frames, height and width, by their letters."""
    names = [name for name, default in asked if default is REQUIRED]
    found = {letter: [name for name in names if name in SIDES[letter]] for letter in IMAGE}
    found["f"] = [name for name in names if name == FRAMES]
    return {letter: of_it[0] for letter, of_it in found.items() if of_it}


def taken_apart(function: Callable[..., Any], name: str) -> str:
    """`hw`, `wh` or `fhw`, by the names that a function gives the parts of a parameter; nothing where it has none.

    Where it asks for them by number alone, `size[0]` and `size[1]`, they are in the usual order, but for `w = size[0]`.
    """
    nodes = nodes_of(code_of(function))
    for node in nodes:
        match node:
            case ast.Assign(targets=[ast.Tuple(elts=parts)], value=ast.Name(id=own)) if own == name:
                letters = "".join(side_of(part.id) for part in parts if isinstance(part, ast.Name))
                if len(letters) == len(parts) and sorted(letters) in (sorted(IMAGE), sorted(VIDEO)):
                    return letters
    named = {place: side for node in nodes for place, side in side_named(node, name)}
    letters = "".join(named.get(place, " ") for place in range(len(named)))
    if letters and sorted(letters) in (sorted(IMAGE), sorted(VIDEO)):
        return letters
    asked = {place for node in nodes if (place := place_asked(node, name)) is not None}
    uses = sum(isinstance(node, ast.Name) and node.id == name for node in nodes)
    is_all = uses == sum(place_asked(node, name) is not None for node in nodes)
    return {2: IMAGE, 3: VIDEO}.get(len(asked), "") if is_all and asked == {*range(len(asked))} else ""


def side_named(node: ast.AST, name: str) -> Iterator[tuple[int, str]]:
    """The number of a part, and the letter of the side as which it is named here: `w = size[0]`."""
    match node:
        case ast.Assign(targets=[ast.Name(id=side)], value=value) if side_of(side):
            place = place_asked(value, name)
            yield from [] if place is None else [(place, side_of(side))]


def place_asked(node: ast.AST, name: str) -> int | None:
    """The number by which a part of what has this name is asked for here; None where none is."""
    match node:
        case ast.Subscript(value=ast.Name(id=own), slice=ast.Constant(value=int() as place)) if own == name:
            return place
    return None


def side_of(name: str) -> str:
    """`h` of `height`, `H`, `img_h`; nothing for what is no side."""
    word = name.lower().split("_")[-1]
    return next((letter for letter, names in SIDES.items() if word in names), "")
