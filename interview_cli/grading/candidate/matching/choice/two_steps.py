"""Which function of a file makes a table of angles, and which one turns by it. Standard library only."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from interview_cli.grading.candidate.matching.choice.choosing import BESIDE
from interview_cli.grading.candidate.matching.names.kinds import OFFSET, POSITIONS, TWINS, WHOLE
from interview_cli.grading.candidate.matching.names.likeness import related
from interview_cli.grading.candidate.matching.syntax.walking import walk

SETTINGS = "settings"
"""What stands for all settings of a module at once, where it is made of a config."""
BASE = "theta"
"""How the problems call the base of the angles."""
TABLES = frozenset({
    "freqs_cis", "freqs", "freq_cis", "freqs_complex", "pos_cis", "cis", "cos", "sin", "freqs_cos", "freqs_sin", "angles",
    "cos_cached", "sin_cached", "rope_cache", "rotary_emb", "rotary_pos_emb", "pos_emb", "rope", "sincos", "cos_sin",
})  # fmt: skip
"""What a function asks for that turns by a table."""
OF_AXES = re.compile("_([xyhw]{1,2}|2d)$")
"""How the name of a table ends that is for an axis of an image, or for both."""
WIDTHS = frozenset({
    "dim", "d", "head_dim", "dim_head", "d_head", "d_k", "rotary_dim", "rope_dim", "rotary_ndims", "n_elem", "embed_dim",
    "d_model", "hidden_size",
})  # fmt: skip
LENGTHS = frozenset({
    "end", "seqlen", "seq_len", "seq_length", "max_seq_len", "max_seq_length", "max_len", "max_length", "max_position",
    "max_positions", "max_position_embeddings", "context_length", "block_size", "n_positions", "length", "num_positions",
    "n_ctx", "L", "T",
})  # fmt: skip
"""What a table is made of: how wide and how long it is."""
AXES: Mapping[str, frozenset[str]] = {
    "height": frozenset({"height", "h", "H", "end_y", "grid_h"}),
    "width": frozenset({"width", "w", "W", "end_x", "grid_w"}),
}
"""The sides of an image, whose tokens a table may be for."""
OF_POSITIONS = re.compile("rot|rope|pos", re.IGNORECASE)
"""Words in the names of modules that turn by themselves."""
STARTS = frozenset({OFFSET, "start", "start_pos", "start_index"})
"""How code calls the position of the first token."""
NO_FORWARD = (("self", "", ""), ())
"""What a class takes that is no module: nothing that is known."""


@dataclass(frozen=True, slots=True)
class Step:
    """A function of the file, or a module: what it must be given, what it may be given, and which functions it calls.

    `made_with`: what a module is made with; None for a function.
    """

    name: str
    must: tuple[str, ...]
    may: tuple[str, ...]
    calls: frozenset[str]
    made_with: tuple[str, ...] | None = None


def two_steps(steps: Sequence[Step], asked: Collection[str]) -> tuple[Step, Step] | None:
    """The one that makes the table and the one that turns, where a problem of rotary embeddings has just one of each.

    What another one calls is a part of that.
    """
    if BASE not in asked:
        return None
    called = frozenset[str]().union(*(one.calls - {one.name} for one in steps if makes_a_part_of(one)))
    free = [one for one in steps if one.name not in called]
    turners = [one for one in free if turns_by_a_table(one)]
    makers = [one for one in free if makes_a_table(one, asked)]
    return (makers[0], turners[0]) if len(makers) == len(turners) == 1 else None


def makes_a_part_of(step: Step) -> bool:
    """Whether what it calls is a part of it, as a user's is not: a test, or a layer of attention in the file of a model."""
    return BESIDE.match(step.name) is None and (step.made_with is None or OF_POSITIONS.search(step.name) is not None)


def turns_by_a_table(step: Step) -> bool:
    """`apply_rotary_emb(x, freqs_cis)`, or with queries and keys, with the positions or the first of these, or with sizes."""
    tables = tables_of(step)
    turned = [name for name in step.must if name not in (*tables, *POSITIONS, *STARTS, *WIDTHS, *LENGTHS)]
    is_one = len(turned) == 1 or tuple(turned) in TWINS
    return step.made_with is None and 0 < len(tables) < 3 and is_one and step.must[0] == turned[0]


def tables_of(step: Step) -> list[str]:
    """Its parameters for tables, of one axis or of both: `angles_xy`."""
    return [name for name in step.must if name in TABLES or OF_AXES.sub("", name) in TABLES]


def makes_a_table(step: Step, asked: Collection[str]) -> bool:
    """Whether all that it must be given follows from what the problem gives, but for what is turned: it is as wide as that."""
    must = step.must if step.made_with is None else step.made_with
    begins = step.must if step.made_with is None else step.must[1:]  # a module may look at what is turned
    known = all(meaning(name, asked) for name in (*must, *begins))
    shows = (*must, *(step.may if step.made_with is None else ()))
    return known and any(meaning(name, asked) in ("d", SETTINGS) for name in shows)


def meaning(name: str, asked: Collection[str]) -> str:
    """What a parameter of a table stands for: `d`, its length, the positions, all settings, or what the problem gives.

    Nothing if that is unknown.
    """
    sides = [side for side, names in AXES.items() if side in asked and name in names]
    if sides:
        return sides[0]
    if name in WIDTHS:
        return "d"
    if name in LENGTHS:
        return "length"
    if name in POSITIONS:
        return "positions"
    if name in WHOLE:
        return SETTINGS
    return BASE if related(BASE, name) else ""


def turner_in(tree: ast.Module, asked: Collection[str]) -> str | None:
    """The name of the function that turns, where another one makes its table, or where all else in the file is a part of it.

    Then its table is lacking, and none of its parts is what is asked for: `rotate_half` turns by no angle.
    """
    steps = list(steps_in(tree))
    found = two_steps(steps, asked)
    if found is not None:
        return found[1].name
    turners = [one for one in steps if BASE in asked and turns_by_a_table(one)]
    is_all = len(turners) == 1 and all(one in turners or one.name in turners[0].calls for one in steps)
    return turners[0].name if is_all else None


def steps_in(tree: ast.Module) -> Iterator[Step]:
    """The functions of a file, and its modules."""
    for node in tree.body:
        calls = frozenset(
            part.func.id for part in walk(node) if isinstance(part, ast.Call) and isinstance(part.func, ast.Name)
        )
        if isinstance(node, ast.FunctionDef):
            yield Step(node.name, *taken(node.args), calls)
        elif isinstance(node, ast.ClassDef):
            inner = {part.name: part.args for part in node.body if isinstance(part, ast.FunctionDef)}
            made_with, options = taken(inner["__init__"]) if "__init__" in inner else ((), ())
            must, may = taken(inner["forward"]) if "forward" in inner else NO_FORWARD
            yield Step(node.name, must[1:], (*may, *options), calls, made_with[1:])


def taken(args: ast.arguments) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What must be given, and what may be."""
    names = [arg.arg for arg in (*args.posonlyargs, *args.args)]
    first = len(names) - len(args.defaults)
    return tuple(names[:first]), (*names[first:], *(arg.arg for arg in args.kwonlyargs))
