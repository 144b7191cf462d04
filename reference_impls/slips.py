"""Known mistakes of the problems: how `slips.yaml` tells them. Standard library and yaml; torch is never imported.

Reading takes milliseconds, so it waits until something needs it: an answer that has failed, a bug question, a test.
"""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, assert_never

import yaml

USUAL_IMPORTS = {"math": "import math", "np": "import numpy as np", "torch": "import torch"}
"""What a mistake may use although the page does without: as with any answer, such an import is added."""
_TOKEN = re.compile(r"\w+|\s|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Edit:
    """Another text in the place of one that stands in the page exactly once."""

    replace: str
    instead: str


@dataclass(frozen=True, slots=True)
class Redefinition:
    """Code that follows the page and defines entries anew, where no edit can say it."""

    code: str


@dataclass(frozen=True, slots=True)
class Slip:
    """A mistake that people make. `does` says what the code does, `should` what is right."""

    name: str
    does: str
    should: str
    change: Edit | Redefinition

    @property
    def message(self) -> str:
        """What is said to a person whose answer has it."""
        return f"{self.does} {self.should}"

    def applied(self, page: str) -> str:
        """The page with the mistake in it, as a file that runs. Raises: ValueError unless an edit fits exactly once."""
        match self.change:
            case Edit(replace=replace, instead=instead):
                if page.count(replace) != 1:
                    raise ValueError(f"slip {self.name}: {replace!r} stands {page.count(replace)} times in the page")
                return missing_imports(page, instead) + page.replace(replace, instead)
            case Redefinition(code=code):
                return f"{missing_imports(page, code)}{page}\n\n{code}"
            case _:
                assert_never(self.change)


def place_of(slip: Slip, page: str) -> tuple[int, int] | None:
    """Where the page has what the slip's edit replaces: from here, to there. None if it is no edit that fits once."""
    if not isinstance(slip.change, Edit) or page.count(slip.change.replace) != 1:
        return None
    start = page.index(slip.change.replace)
    return start, start + len(slip.change.replace)


@dataclass(frozen=True, slots=True)
class Core:
    """Where an edit really changes a page, and what stands there then: without the words at its ends that it keeps."""

    start: int
    end: int
    instead: str


@functools.cache  # each save of planted code asks for all of them
def core_of(slip: Slip, page: str) -> Core | None:
    """The core of a slip's edit; it holds at least one word of the page. None if it is no edit that fits once."""
    place = place_of(slip, page)
    if place is None or not isinstance(slip.change, Edit):
        return None
    old, new = tokens(slip.change.replace), tokens(slip.change.instead)
    before = _equal_at_first(old, new)
    after = _equal_at_first(old[before:][::-1], new[before:][::-1])
    while before and not "".join(old[before : len(old) - after]).strip():
        before -= 1
    while after and not "".join(old[before : len(old) - after]).strip():
        after -= 1
    kept = len("".join(old[:before])), len("".join(old[len(old) - after :]))
    return Core(place[0] + kept[0], place[1] - kept[1], "".join(new[before : len(new) - after]))


def tokens(text: str) -> list[str]:
    """Its words, signs and blanks; together they are the text."""
    return _TOKEN.findall(text)


def _equal_at_first(one: Sequence[str], other: Sequence[str]) -> int:
    """How many of the first ones are the same."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def applied_together(slips: Sequence[Slip], page: str) -> str:
    """The page with all these edits in it. Raises: ValueError unless each has a core of its own."""
    parts, imports, at = list[str](), set[str](), 0
    cores = [core_of(slip, page) for slip in slips]
    for slip, core in sorted(zip(slips, cores, strict=True), key=lambda pair: pair[1].start if pair[1] else 0):
        if core is None or core.start < at or not isinstance(slip.change, Edit):
            raise ValueError(f"slip {slip.name} has no place of its own in the page")
        parts += [page[at : core.start], core.instead]
        imports |= set(missing_imports(page, slip.change.instead).splitlines(keepends=True))
        at = core.end
    return "".join([*sorted(imports), *parts, page[at:]])


@functools.cache
def read_slips(folder: Path) -> tuple[Slip, ...]:
    """The slips of the problem in this folder. Raises: ValueError for an entry in another form."""
    entries = yaml.load((folder / "slips.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    return tuple(_slip(entry) for entry in entries)


def _slip(entry: Mapping[str, Any]) -> Slip:
    match dict(entry):
        case {"name": str(name), "does": str(does), "should": str(should), **change}:
            return Slip(name, does, should, _change(name, change))
        case _:
            raise ValueError(f"a slip needs name, does and should: {entry}")


def _change(name: str, change: Mapping[str, Any]) -> Edit | Redefinition:
    match dict(change):
        case {"edit": {"replace": str(replace), "with": str(instead), **others}, **rest} if not (others or rest):
            return Edit(replace, instead)
        case {"code": str(code), **rest} if not rest:
            return Redefinition(code)
        case _:
            raise ValueError(f"slip {name}: needs either edit (replace, with) or code, and nothing else")


def missing_imports(page: str, used_in: str) -> str:
    """The lines that import what this text uses and the page does without."""
    used = {name for name in USUAL_IMPORTS if re.search(rf"\b{name}\.", used_in)}
    return "".join(f"{USUAL_IMPORTS[name]}\n" for name in sorted(used - _imported(page)))


@functools.cache
def _imported(page: str) -> frozenset[str]:
    """The names that a page imports."""
    imports = (node for node in ast.parse(page).body if isinstance(node, ast.Import | ast.ImportFrom))
    return frozenset(alias.asname or alias.name for node in imports for alias in node.names)
