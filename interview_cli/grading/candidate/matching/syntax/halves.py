"""Tensors that hold both answers of each pair, cut in two: `chosen, rejected = logps.chunk(2)`. Standard library only.

Or a tuple of both: `logps[0]` and `logps[1]`, or two columns: `logps[:, 0]` and `logps[:, 1]`.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Sequence
from dataclasses import dataclass

from interview_cli.grading.candidate.matching.names.likeness import Parameters
from interview_cli.grading.candidate.matching.names.preferences import REFERENCES, WORDS, sides_in

IN_HALVES, BY_TURNS, IN_A_TUPLE, IN_COLUMNS = "one after the other", "by turns", "in a tuple", "in two columns"
"""How one value holds both answers: all of one kind and then all of the other, each pair side by side, or a tensor for each.

Or a row for each pair.
"""
CUTS = ("chunk", "split", "tensor_split")
"""Functions that cut a tensor along an axis."""
OF_LENGTHS = ("shape", "size", "device", "dtype")
"""What is asked of a tensor beside its parts."""


@dataclass(frozen=True, slots=True)
class Cut:
    """How a parameter is cut in two: the names of both parts, empty where they have none, and how it holds them."""

    parts: tuple[str, str]
    how: str

    @property
    def answers(self) -> tuple[int, int] | None:
        """Which part is of which answer, the preferred one being 0; None where their names don't say."""
        said = [[place for place, own in enumerate(WORDS) if not own.isdisjoint(words_of(part))] for part in self.parts]
        if said == [[0], [1]]:
            return (0, 1)
        return (1, 0) if said == [[1], [0]] else None


def cuts_for(nodes: Sequence[ast.AST], own: Sequence[str], asked: Parameters) -> dict[str, tuple[Cut, list[str]]]:
    """The parameters that hold both answers, of each model one, with what the problem gives for both; nothing if not for all.

    Both models have seen one batch, so that the answer that comes first is the same in both: the preferred one, unless the names
    of the first parts say the opposite.
    """
    sides = sides_in(asked)
    cuts = {name: cut for name in own if (cut := cut_in_two(nodes, name)) is not None}
    found = {is_of_reference(name, cut): name for name, cut in cuts.items()}
    if len(found) != len(cuts) or {(model, place) for model in found for place in (0, 1)} != sides.keys():
        return {}
    order = next((cut.answers for cut in cuts.values() if cut.answers), (0, 1))
    return {name: (cuts[name], [sides[model, place] for place in order]) for model, name in found.items()}


def is_of_reference(name: str, cut: Cut) -> bool:
    """Whether a name, or those of its parts, says that the values are the reference's."""
    return any(word.startswith(REFERENCES) for one in (name, *cut.parts) for word in words_of(one))


def words_of(name: str) -> list[str]:
    """`chosen` and `logps` of `chosen_logps`."""
    return name.lower().split("_")


def cut_in_two(nodes: Sequence[ast.AST], name: str) -> Cut | None:
    """How what has this name is cut in two, if nothing else is done with it but that its length is asked for."""
    uses = [node for node in nodes if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load)]
    beside = sum(asks_for_its_length(node, name) for node in nodes)
    pairs = [pair for node in nodes for pair in assigned_in(node)]
    for names, value in pairs:
        if len(names) == 2 and len(uses) == 1 + beside and (how := way_of(value, name)):
            return Cut((names[0], names[1]), how)
    slices = [node for node in nodes if isinstance(node, ast.Subscript) and is_named(node.value, name)]
    are_alike = len({is_a_column(one) for one in slices}) == 1
    if len(slices) == len(uses) - beside and are_alike and {number_in(one) for one in slices} == {0, 1}:
        return Cut(called_in(pairs, slices), IN_COLUMNS if is_a_column(slices[0]) else IN_A_TUPLE)
    if len(slices) != 2 or len(uses) != 2 + beside:
        return None
    kinds = [side_of(one) for one in sorted(slices, key=lambda one: (one.lineno, one.col_offset))]
    ways = [how for how, _, _ in kinds]
    places, bounds = [place for _, place, _ in kinds], {bound for _, _, bound in kinds}
    if len({*ways}) != 1 or not ways[0] or sorted(places) != [0, 1] or len(bounds) != 1:
        return None
    return Cut(called_in(pairs, sorted(slices, key=lambda one: side_of(one)[1])), ways[0])


def called_in(pairs: Sequence[tuple[list[str], ast.expr]], parts: Sequence[ast.Subscript]) -> tuple[str, str]:
    """What the first and the second part are called where a name is given to just that; empty where none is."""
    called = {ast.dump(value): names[0] for names, value in pairs if len(names) == 1}
    numbered = {number_in(part): called.get(ast.dump(part), "") for part in parts}
    first, *_, second = [called.get(ast.dump(part), "") for part in parts]
    return (numbered[0], numbered[1]) if numbered.keys() == {0, 1} else (first, second)


def number_in(node: ast.Subscript) -> int | None:
    """The place that is asked for by a number, as in `logps[1]` and `logps[:, 1]`; None for anything else."""
    place = node.slice.elts[1] if isinstance(node.slice, ast.Tuple) and is_a_column(node) else node.slice
    return place.value if isinstance(place, ast.Constant) and type(place.value) is int else None


def is_a_column(node: ast.Subscript) -> bool:
    """Whether it is one place of the last axis in all rows: `logps[:, 1]`, `logps[..., 1]`."""
    match node.slice:
        case ast.Tuple(elts=[ast.Slice(lower=None, upper=None, step=None) | ast.Constant(value=builtins.Ellipsis), _]):
            return True
    return False


def way_of(value: ast.expr, name: str) -> str:
    """How what has this name holds two parts that are taken out of it at once; empty where nothing says it."""
    if is_cut(value, name):
        return IN_HALVES
    match value:
        case ast.Attribute(value=whole, attr="T" | "mT") if is_named(whole, name):
            return IN_COLUMNS
        case ast.Call(func=ast.Attribute(value=whole, attr="unbind"), args=places, keywords=said) if is_named(
            whole, name
        ) and is_second_axis([*places, *(one.value for one in said)]):
            return IN_COLUMNS
    return IN_A_TUPLE if is_named(value, name) else ""


def is_second_axis(places: Sequence[ast.expr]) -> bool:
    """Whether the one axis that is said is the second of two."""
    return [ast.unparse(one) for one in places] in (["1"], ["-1"])


def side_of(node: ast.Subscript) -> tuple[str, int, str]:
    """How a slice takes a half, which one, and where it ends: `[:n]` and `[n:]`, `[::2]` and `[1::2]`."""
    match node.slice:
        case ast.Slice(lower=None | ast.Constant(value=0), upper=None, step=ast.Constant(value=2)):
            return BY_TURNS, 0, ""
        case ast.Slice(lower=ast.Constant(value=1), upper=None, step=ast.Constant(value=2)):
            return BY_TURNS, 1, ""
        case ast.Slice(lower=None | ast.Constant(value=0), upper=ast.expr() as bound, step=None):
            return IN_HALVES, 0, ast.dump(bound)
        case ast.Slice(lower=ast.expr() as bound, upper=None, step=None):
            return IN_HALVES, 1, ast.dump(bound)
    return "", 0, ""


def assigned_in(node: ast.AST) -> list[tuple[list[str], ast.expr]]:
    """The names that are set here to a value each, or together to what is taken apart."""
    match node:
        case ast.Assign(targets=[ast.Tuple(elts=places)], value=ast.Tuple(elts=values)) if len(places) == len(values):
            pairs = zip(places, values, strict=True)
            return [([place.id], value) for place, value in pairs if isinstance(place, ast.Name)]
        case ast.Assign(targets=[ast.Tuple(elts=places) | ast.List(elts=places)], value=value):
            names = [place.id for place in places if isinstance(place, ast.Name)]
            return [(names, value)] if len(names) == len(places) else []
        case ast.Assign(targets=[ast.Name(id=name)], value=value):
            return [([name], value)]
    return []


def is_cut(value: ast.expr, name: str) -> bool:
    """Whether what has this name is cut along its first axis: `x.chunk(2)`, `torch.split(x, n)`, `x.view(2, -1)`."""
    match value:
        case ast.Call(func=ast.Attribute(value=whole, attr=how), args=[_, *rest]) if how in CUTS and is_named(
            whole, name
        ):
            return is_first_axis(rest, value.keywords)
        case ast.Call(func=ast.Attribute(attr=how), args=[whole, _, *rest]) if how in CUTS and is_named(whole, name):
            return is_first_axis(rest, value.keywords)
        case ast.Call(func=ast.Attribute(value=whole, attr="view" | "reshape"), args=[ast.Constant(value=2), _]):
            return is_named(whole, name)
    return False


def is_first_axis(places: Sequence[ast.expr], keywords: Sequence[ast.keyword]) -> bool:
    """Whether nothing says another axis."""
    said = [*places, *(one.value for one in keywords if one.arg in ("dim", "axis"))]
    return all(isinstance(one, ast.Constant) and one.value == 0 for one in said)


def asks_for_its_length(node: ast.AST, name: str) -> bool:
    """`logps.shape`, `logps.size(0)`, `len(logps)`."""
    match node:
        case ast.Attribute(value=whole, attr=attr):
            return attr in OF_LENGTHS and is_named(whole, name)
        case ast.Call(func=ast.Name(id="len"), args=[whole]):
            return is_named(whole, name)
    return False


def is_named(node: ast.AST, name: str) -> bool:
    """Whether it is the use of a name."""
    return isinstance(node, ast.Name) and node.id == name
