"""Functions that take both sides of an image as one, `h, w = image_size`, where a problem gives each. Standard library only."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from interview_cli.grading.candidate.matching.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.likeness import REQUIRED, Parameters, likeness, spelled

SIDES = (frozenset({"h", "height"}), frozenset({"w", "width"}))
"""How the problems call the two sides."""
BOTH = re.compile(r"((\w+_)?(size|shape|hw|resolution|res|dims?|grid))$|^hw$", re.IGNORECASE)
"""How names end of what may be both sides."""


@dataclass(frozen=True)
class Together:
    """The own parameter for both sides, and the names of these in the order in which it holds them."""

    own: str
    sides: tuple[str, str]

    def asked(self, asked: Parameters) -> Parameters:
        """What is asked for, with both sides in one under the own name."""
        first = next(name for name, _ in asked if name in self.sides)
        both = [(self.own if name == first else name, default) for name, default in asked]
        return [one for one in both if one[0] not in self.sides]

    def given(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """What is given, with both sides in one."""
        left = {name: value for name, value in given.items() if name not in self.sides}
        return {**left, self.own: tuple(given[name] for name in self.sides)} if len(left) + 2 == len(given) else left


def together_in(function: Callable[..., Any], asked: Parameters, own: Parameters) -> Together | None:
    """The one parameter for both sides: the function takes it apart, and has none for either side."""
    sides = [next((name for name, default in asked if name in names and default is REQUIRED), "") for names in SIDES]
    if not all(sides) or any(spelled(name) in names for name, _ in own for names in SIDES):
        return None
    free = [
        name
        for name, default in own
        if default is REQUIRED
        and BOTH.search(name)
        and not any(name == one or likeness(one, name) > 1 for one, _ in asked)
    ]
    found = [(name, taken_apart(function, name)) for name in free]
    found = [(name, letters) for name, letters in found if letters]
    if len(found) != 1:
        return None
    (name, letters), (height, width) = found[0], sides
    return Together(name, (height, width) if letters == "hw" else (width, height))


def taken_apart(function: Callable[..., Any], name: str) -> str:
    """`hw` or `wh`, by the names that a function gives the parts of a parameter; nothing where it has none."""
    for node in nodes_of(code_of(function)):
        match node:
            case ast.Assign(targets=[ast.Tuple(elts=[ast.Name(id=one), ast.Name(id=two)])], value=ast.Name(id=own)):
                letters = side_of(one) + side_of(two)
                if own == name and letters in ("hw", "wh"):
                    return letters
    return ""


def side_of(name: str) -> str:
    """`h` of `height`, `H`, `img_h`; nothing for what is no side."""
    word = name.lower().split("_")[-1]
    return next((letter for letter, names in zip("hw", SIDES, strict=True) if word in names), "")
