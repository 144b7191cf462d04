"""Solutions as people paste them: fences, prompts, common indent, notebooks, `class Solution`. Standard library only.

Lines keep their numbers: what is dropped is blanked, so that an error's line is the line in the user's file.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

from interview_cli.grading.candidate.matching.choice.choosing import Asked
from interview_cli.grading.candidate.matching.names.words import listed
from interview_cli.grading.candidate.source.chains import call_in, chains_in, is_one_of_both, is_spread_by
from interview_cli.grading.candidate.source.cleaning import cleaned
from interview_cli.grading.candidate.source.contexts import without_contexts
from interview_cli.grading.candidate.source.imports import with_imports_apart
from interview_cli.grading.candidate.source.locating import hiding_it, located, names_setting, parts_of
from interview_cli.grading.candidate.source.modeled import without_models
from interview_cli.grading.candidate.source.parsing import blanked, check_that_it_compiles, parsed
from interview_cli.grading.candidate.source.reach import bound_by, needed
from interview_cli.grading.candidate.source.spelled import with_settings_spelled
from interview_cli.grading.candidate.source.supplied import NOTHING, Supplies, supplies_for
from interview_cli.grading.candidate.source.unused import without_unused
from interview_cli.grading.candidate.source.unwritten import without_unwritten

SIGNATURE = re.compile(r"(?:class\s+)?(\w+)\(")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A source that parses, where each entry is found in it (`Solution.attention`), and what was done to it.

    `needed`: the positions of the top-level statements that the entries reach; what else stands there may fail. `others`: what
    else of the file may be meant, the likeliest first. `parts`: those of them that the entry calls. `whole`: the one of them
    that takes the entry's several results, where one is asked for. `users`: modules that call the entry with their settings.
    """

    source: str
    entries: dict[str, str]
    notes: tuple[str, ...]
    needed: tuple[int, ...] = ()
    supplies: Supplies = NOTHING
    others: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    whole: str = ""
    users: tuple[str, ...] = ()


def entry_names(signature: str) -> tuple[str, ...]:
    """`patchify(x, p) and unpatchify(tokens, p, h, w)` -> both names; `class EMA(model)` -> EMA."""
    return tuple(match[1] for part in signature.split(" and ") if (match := SIGNATURE.match(part.strip())))


def prepare(text: str, signature: str, chosen: str | None = None) -> Prepared:
    """The source as it will be run. `chosen` is the name that the user says is the entry, or names (`--entry`).

    Raises: Unusable, for what does not parse or lacks the entry.
    """
    source, notes = cleaned(text)
    tree = parsed(source)
    siblings = imports_of_siblings(tree)
    if siblings:
        source = blanked(source, siblings)
        tree = parsed(source)
        notes.append(f"left out, since these files are not here: {listed(map(module_of, siblings))}")
    apart = with_imports_apart(source, tree)
    if apart != source:
        source, tree = apart, parsed(apart)
    asked = [Asked.of(part.strip()) for part in signature.split(" and ")]
    spelled = with_settings_spelled(source, tree)
    if spelled != source:
        source, tree = spelled, parsed(spelled)
    plain = without_contexts(source, tree, asked)
    if plain != source:
        source, tree = plain, parsed(plain)
    written, said = without_unwritten(source, tree, asked)
    if written != source:
        source, tree = written, parsed(written)
        notes += said
    given, said = without_models(source, tree, asked)
    if given != source:
        source, tree = given, parsed(given)
        notes += said
    plain, said = without_unused(source, tree, asked)
    if plain != source:
        source, tree = plain, parsed(plain)
        notes += said
    chains = chains_in(tree, asked[0]) if len(asked) == 1 else {}
    if chosen in chains:
        source += chains[chosen]
        tree = parsed(source)
    entries, said, others = located(tree, asked, chosen)
    said = [
        one.replace(name, call_in(text), 1) for one in said for name, text in chains.items() if name == chosen
    ] or said
    if chosen is None:
        others = (*others, *(name for name, text in chains.items() if is_one_of_both(entries[asked[0].name], text)))
    hiding = [node for path in entries.values() for node in hiding_it(tree, path)]
    if hiding:
        source = blanked(source, hiding)
        tree = parsed(source)
        lines = ", ".join(f"{node.name} in line {node.lineno}" for node in hiding)
        notes.append(f"left out, since they take the name of the class above: {lines}")
    reached = needed(tree, entries.values())
    statements = [tree.body[i] for i in reached]
    check_that_it_compiles(source, tree, statements)
    supplies = supplies_for(
        source, tree, statements, {name: module_of(node) for node in siblings for name in bound_by(node)}
    )
    notes += [*said, *([supplies.note] if supplies.note else [])]
    called = set[str]().union(*(parts_of(tree, path) for path in entries.values())) if others else set[str]()
    whole = next((one for one in others if one in chains and is_spread_by(entries[asked[0].name], chains[one])), "")
    parts = tuple(called.intersection(others))
    users = tuple(one for one in others if any(one in names_setting(tree, path) for path in entries.values()))
    return Prepared(source, entries, tuple(notes), reached, supplies, others, parts, whole, users)


def imports_of_siblings(tree: ast.Module) -> list[ast.ImportFrom]:
    """`from .utils import masked_mean`: what is pasted alone has no files beside it."""
    nodes = [node for node in tree.body if isinstance(node, ast.ImportFrom) and node.level]
    others = {
        line for node in tree.body if node not in nodes for line in range(node.lineno, (node.end_lineno or 0) + 1)
    }
    return [node for node in nodes if others.isdisjoint(range(node.lineno, (node.end_lineno or 0) + 1))]


def module_of(node: ast.ImportFrom) -> str:
    """As it is written: `.utils`."""
    return "." * node.level + (node.module or "")
