"""Several known mistakes in one page, also where they change the same expression or definition. Standard library only."""

from __future__ import annotations

import ast
import difflib
import functools
import itertools
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from reference_impls.slips import Edit, Redefinition, Slip, applied_together, core_of, missing_imports, tokens

Several = tuple[Slip, ...]
PASSAGE = 3
"""So many words and signs in a row are hardly the same by chance."""


class Hunk(NamedTuple):
    """What stands in the page from here to there is replaced."""

    start: int
    end: int
    instead: str


@functools.lru_cache(maxsize=8192)
def composed(slips: Several, page: str) -> str | None:
    """The page with all of these mistakes in it; None where they change the same words.

    Edits of one expression stand together where they change other words of it, or where what one of them puts in holds what
    the other one replaces. Whoever writes that twice makes the other mistake in both places.
    """
    if (text := in_both_places(slips, page)) is not None:
        return text
    with suppress(ValueError):
        return applied_together(slips, page)
    return merged(slips, page) or in_turn(slips, page)


def merged(slips: Several, page: str) -> str | None:
    """All edits, word by word; None where two change one word."""
    hunks = sorted(hunk for slip in slips for hunk in hunks_of(slip, page))
    if any(not are_apart(one, other) for one, other in itertools.pairwise(hunks)):
        return None
    parts, at, imports = list[str](), 0, set[str]()
    for hunk in hunks:
        parts += [page[at : hunk.start], hunk.instead]
        at = hunk.end
    for slip in slips:
        written = slip.change.instead if isinstance(slip.change, Edit) else ""
        imports |= set(missing_imports(page, written).splitlines(keepends=True))
    text = "".join([*sorted(imports), *parts, page[at:]])
    return text if is_code(text) else None


def are_apart(one: Hunk, other: Hunk) -> bool:
    """Whether the second begins after the first; at one place nobody can say which of two comes first."""
    return one.end < other.start or (one.end == other.start and one.start < one.end and other.start < other.end)


def in_turn(slips: Several, page: str) -> str | None:
    """One mistake after the other, where the later ones still find their place once."""
    for order in itertools.permutations(sorted(slips, key=lambda slip: -extent(slip, page))):
        text = page
        for slip in order:
            after = after_one(slip, text)
            if after is None or not is_code(after):
                break
            text = after
        else:
            return text
    return None


def in_both_places(slips: Several, page: str) -> str | None:
    """Two edits, where one of them puts in once more what the other one replaces; None where neither does."""
    for one, other in itertools.permutations(slips) if len(slips) == 2 else ():
        if not isinstance(one.change, Edit) or not isinstance(other.change, Edit):
            continue
        text = after_one(one, page) or ""
        if text.count(other.change.replace) > page.count(other.change.replace) == 1:
            after = text.replace(other.change.replace, other.change.instead)
            return f"{missing_imports(page, other.change.instead)}{after}" if is_code(after) else None
    return None


def after_one(slip: Slip, text: str) -> str | None:
    """A page with one more mistake; None where it has no place, or more than one."""
    match slip.change:
        case Redefinition(code=code):
            kept = without_definitions(text, code) if text.count("def ") else None
            return slip.applied(kept) if kept is not None else None
        case Edit(replace=replace):
            return slip.applied(text) if text.count(replace) == 1 else None


def extent(slip: Slip, page: str) -> int:
    """How much of the page it changes; a definition is more than any edit."""
    core = core_of(slip, page)
    return core.end - core.start if core is not None else len(page)


@functools.lru_cache(maxsize=1024)
def without_definitions(page: str, code: str) -> str | None:
    """The page without what the code defines anew; None where that code builds on what stands there."""
    try:
        standing, coming = ast.parse(page), ast.parse(code)
    except SyntaxError:
        return None
    if any(not isinstance(node, DEFINITION | ast.Import | ast.ImportFrom) for node in coming.body):
        return None
    names = {node.name for node in coming.body if isinstance(node, DEFINITION)}
    lines = page.splitlines(keepends=True)
    for node in reversed(standing.body):
        if isinstance(node, DEFINITION) and node.name in names:
            first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            del lines[first - 1 : node.end_lineno]
    return "".join(lines)


DEFINITION = ast.FunctionDef | ast.ClassDef


@functools.cache
def hunks_of(slip: Slip, page: str) -> tuple[Hunk, ...]:
    """The words of the page that an edit changes; all of the page for what is no edit, so that it stands with none."""
    core = core_of(slip, page)
    if core is None:
        return (Hunk(0, len(page), ""),)
    old, new = tokens(page[core.start : core.end]), tokens(core.instead)
    ends = list(itertools.accumulate(map(len, old), initial=core.start))
    codes = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return tuple(
        Hunk(ends[begin], ends[end], "".join(new[first:last]))
        for tag, begin, end, first, last in codes
        if tag != "equal"
    )


@functools.lru_cache(maxsize=1024)
def is_code(text: str) -> bool:
    """Whether it can be read as Python."""
    try:
        ast.parse(text)
    except (SyntaxError, ValueError):
        return False
    return True


def nearness(slips: Several, page: str, source: str) -> float:
    """How much of what these mistakes write into the page, and take out of it, a source has, and has not, in the same words."""
    with_them = composed(slips, page) if len(slips) > 1 else slips[0].applied(page)
    before, after, there = passages(page), passages(with_them or page), passages(source)
    changed = before ^ after
    return len(((after - before) & there) | ((before - after) - there)) / max(len(changed), 1)


@functools.lru_cache(maxsize=256)
def passages(text: str) -> frozenset[tuple[str, ...]]:
    """All runs of so many words and signs."""
    words = [token for token in tokens(text) if not token.isspace()]
    return frozenset(tuple(words[at : at + PASSAGE]) for at in range(len(words) - PASSAGE + 1))


def twins(slips: Sequence[Slip], page: str) -> Iterator[Several]:
    """Mistakes that are the same edit at several places: who writes that part once makes them all at once."""
    alike: dict[tuple[str, str], list[Slip]] = {}
    for slip in slips:
        core = core_of(slip, page)
        if core is not None:
            alike.setdefault((page[core.start : core.end], core.instead), []).append(slip)
    for some in alike.values():
        places = {(core.start, core.end) for slip in some if (core := core_of(slip, page))}
        if 1 < len(some) == len(places):
            yield tuple(some)
