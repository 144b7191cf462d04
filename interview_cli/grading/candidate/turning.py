"""Rotary embeddings in two steps: one function of a file makes a table of angles, another one turns by it. Standard library only.

Model repositories have `precompute_freqs_cis(dim, end, theta)` beside `apply_rotary_emb(x, freqs_cis)`, or a module that gives
`cos, sin`. A problem gives what is turned, the base and the first position: each call makes the table first.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from interview_cli.grading.candidate.binding import OFFSET, POSITIONS, REQUIRED, TWINS, Parameters, related
from interview_cli.grading.candidate.fitting import BESIDE

BASE = "theta"
"""How the problems call the base of the angles."""
TABLES = frozenset({
    "freqs_cis", "freqs", "freq_cis", "freqs_complex", "pos_cis", "cis", "cos", "sin", "freqs_cos", "freqs_sin", "angles",
    "cos_cached", "sin_cached", "rope_cache", "rotary_emb", "rotary_pos_emb", "pos_emb", "rope", "sincos", "cos_sin",
})  # fmt: skip
"""What a function asks for that turns by a table."""
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
TOKENS = 6
"""As many as a probe has: two rows of three."""


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
    """`apply_rotary_emb(x, freqs_cis)`, or with queries and keys, or with the positions or the first of these."""
    tables = tables_of(step)
    turned = [name for name in step.must if name not in (*tables, *POSITIONS, *STARTS)]
    is_one = len(turned) == 1 or tuple(turned) in TWINS
    return step.made_with is None and 0 < len(tables) < 3 and is_one and step.must[0] == turned[0]


def tables_of(step: Step) -> list[str]:
    """Its parameters for tables."""
    return [name for name in step.must if name in TABLES]


def makes_a_table(step: Step, asked: Collection[str]) -> bool:
    """Whether all that it must be given follows from what the problem gives, but for what is turned: it is as wide as that."""
    must = step.must if step.made_with is None else step.made_with
    begins = step.must if step.made_with is None else step.must[1:]  # a module may look at what is turned
    known = all(meaning(name, asked) for name in (*must, *begins))
    return known and any(meaning(name, asked) == "d" for name in (*must, *(step.may if step.made_with is None else ())))


def meaning(name: str, asked: Collection[str]) -> str:
    """What a parameter of a table stands for: `d`, its length, the positions, or what the problem gives; nothing if unknown."""
    sides = [side for side, names in AXES.items() if side in asked and name in names]
    if sides:
        return sides[0]
    if name in WIDTHS:
        return "d"
    if name in LENGTHS:
        return "length"
    if name in POSITIONS:
        return "positions"
    return BASE if related(BASE, name) else ""


# --- in the text of a file --------------------------------------------------------------------------------------------


def turner_in(tree: ast.Module, asked: Collection[str]) -> str | None:
    """The name of the function that turns, where another one makes its table."""
    found = two_steps(list(steps_in(tree)), asked)
    return None if found is None else found[1].name


def steps_in(tree: ast.Module) -> Iterator[Step]:
    """The functions of a file, and its modules."""
    for node in tree.body:
        calls = frozenset(
            part.func.id for part in ast.walk(node) if isinstance(part, ast.Call) and isinstance(part.func, ast.Name)
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


# --- while it runs ----------------------------------------------------------------------------------------------------


class InTwoSteps:
    """A function that turns, as the problem calls it: with what its table is made of in the place of that."""

    def __init__(self, turner: Callable[..., Any], maker: Callable[..., Any], steps: tuple[Step, Step], asked: Any):
        self.turner, self.maker, self.asked = turner, maker, tuple(name for name, _ in asked)
        self.of_maker, self.of_turner = steps
        known = {meaning(name, self.asked) for name in (*self.of_maker.must, *self.of_maker.may, *self.made_with)}
        shown = [(name, default) for i, (name, default) in enumerate(asked) if i == 0 or name in {*known, OFFSET}]
        kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
        empty = inspect.Parameter.empty
        self.__signature__ = inspect.Signature(
            [inspect.Parameter(name, kind, default=empty if d is REQUIRED else d) for name, d in shown]
        )
        self.__name__ = getattr(turner, "__name__", "")
        self.layout: Layout | None = None

    @property
    def made_with(self) -> tuple[str, ...]:
        """What the module is made with that makes the table."""
        return self.of_maker.made_with or ()

    @property
    def note(self) -> str:
        """What the user is told of it."""
        return f"your {self.of_maker.name} makes the table that your {self.of_turner.name} turns by"

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        given = self.__signature__.bind(*args, **kwargs)
        given.apply_defaults()
        x, *_ = given.arguments.values()
        settings = {name: value for name, value in given.arguments.items() if name != self.asked[0]}
        if self.layout is None:
            self.layout = self.layout_for(x, settings)
        whole = self.layout.to(x.reshape(-1, 1, *x.shape[-2:]))
        return self.layout.back(self.turned(whole, x, settings)).reshape(x.shape)

    def layout_for(self, x: Any, settings: Mapping[str, Any]) -> Layout:
        """The order of axes in which the function turns each token by its own angle, and what is beside it alike."""
        sides = {"height": 2, "width": 3}
        settings = {**settings, **{name: sides[name] for name in settings.keys() & sides}}
        probe = x.new_ones(2, 3, TOKENS, x.shape[-1])
        for layout in LAYOUTS:
            try:
                turned = layout.back(self.turned(layout.to(probe), probe, settings)).reshape(probe.shape)
            except Exception:  # the function is for another order
                continue
            if turns_tokens(turned.detach().float()):
                return layout
        return LAYOUTS[0]

    def turned(self, whole: Any, x: Any, settings: Mapping[str, Any]) -> Any:
        """What the function makes of the tensor in its own order of axes; of queries and keys, the first."""
        start, count, tables = settings.get(OFFSET, 0), x.shape[-2], tables_of(self.of_turner)
        table = in_order(self.table(whole, x, settings), tables, start + count)
        names = (*self.of_turner.must, *self.of_turner.may)
        begins = [name for name in names if name in STARTS]
        positions = [name for name in self.of_turner.must if name in POSITIONS]
        if not begins and not positions:
            table = rows_of(table, start, count, start + count)
        given: dict[str, Any] = dict.fromkeys(begins, start)
        given |= dict.fromkeys(positions, positions_from(x, start, count))
        parts = table if isinstance(table, tuple | list) and len(table) == len(tables) > 1 else (table,)
        given |= dict(zip(tables, parts, strict=False))
        given |= {name: whole for name in self.of_turner.must if name not in given}
        result = self.turner(**given)
        return result[0] if isinstance(result, tuple | list) else result

    def table(self, whole: Any, x: Any, settings: Mapping[str, Any]) -> Any:
        """What the other function, or the module, makes for as many positions as are needed."""
        start, count = settings.get(OFFSET, 0), x.shape[-2]
        values = {**settings, "d": x.shape[-1], "length": start + count}
        values["positions"] = positions_from(x, 0, start + count)

        def known(names: Sequence[str]) -> dict[str, Any]:
            found = {name: meaning(name, self.asked) for name in names}
            return {name: values[what] for name, what in found.items() if what in values}

        if self.of_maker.made_with is None:
            return self.maker(**known((*self.of_maker.must, *self.of_maker.may)))
        own = inspect.signature(self.maker).parameters
        made = self.maker(**known([*own]))
        inside = inspect.signature(made.forward).parameters
        looked_at = {name: whole for name in self.of_maker.must if not meaning(name, self.asked)}
        return made(**looked_at, **known([*inside]))


def positions_from(x: Any, start: int, count: int) -> Any:
    """(1, count) whole numbers from the first position, where the tensor lies."""
    return x.new_ones(1, count).long().cumsum(-1) - 1 + start


def rows_of(table: Any, start: int, count: int, length: int) -> Any:
    """Of a table, or each of several, the rows from the first position on: along the axis that has one for each."""
    if isinstance(table, tuple | list):
        return type(table)(rows_of(part, start, count, length) for part in table)
    axes = [axis for axis, size in enumerate(table.shape) if size == length]
    return table.narrow(axes[0], start, count) if axes and start else table


def in_order(table: Any, names: Sequence[str], length: int) -> Any:
    """Two tables in the order of these names, if these say which one is of cosines: the one that begins with 1."""
    if not isinstance(table, tuple | list) or len(table) != 2 or len(names) != 2:
        return table
    wanted = ["cos" in name and "sin" not in name for name in names]
    found = [begins_with(1.0, part, length) and begins_with(0.0, other, length) for part, other in (table, table[::-1])]
    return table[::-1] if sum(wanted) == sum(found) == 1 and wanted != found else table


def begins_with(value: float, table: Any, length: int) -> bool:
    """Whether it has this value throughout its first row."""
    axes = [axis for axis, size in enumerate(table.shape) if size == length]
    return bool(axes) and bool((table.narrow(axes[0], 0, 1) - value).abs().max().item() < 1e-6)


def turns_tokens(turned: Any) -> bool:
    """Whether equal rows (B, H, T, d) have become others at each token, and the same ones wherever else they stand."""
    alike = (turned - turned[:1, :1]).abs().max().item() < 1e-4
    differences = (turned[0, 0, 1:] - turned[0, 0, :1]).abs().amax(-1)
    return bool(alike and differences.min().item() > 1e-4)


@dataclass(frozen=True, slots=True)
class Layout:
    """An order of axes: from (B, H, T, d) to it, and back."""

    to: Callable[[Any], Any]
    back: Callable[[Any], Any]


LAYOUTS = (
    Layout(lambda x: x, lambda x: x),
    Layout(lambda x: x.transpose(1, 2).contiguous(), lambda x: x.transpose(1, 2)),
    Layout(lambda x: x.flatten(0, 1), lambda x: x),
    Layout(lambda x: x.permute(2, 0, 1, 3).contiguous(), lambda x: x.permute(1, 2, 0, 3)),
)
"""Heads before tokens, tokens before heads, no heads, tokens first."""


def in_two_steps(function: Any, asked: Parameters, namespace: Mapping[str, Any]) -> InTwoSteps | None:
    """The function as the problem calls it, if it turns by what another function or module of the file makes."""
    function = as_written(function)
    own = getattr(function, "__module__", None)
    written = {name: as_written(one) for name, one in namespace.items()}
    others = {
        name: one
        for name, one in written.items()
        if getattr(one, "__module__", None) == own and (inspect.isfunction(one) or isinstance(one, type))
    }
    if not inspect.isfunction(function) or BASE not in dict(asked):
        return None
    found = two_steps([step_of(name, one) for name, one in others.items()], [name for name, _ in asked])
    if found is None or others.get(found[1].name) is not function:
        return None
    return InTwoSteps(function, others[found[0].name], found, asked)


def as_written(function: Any) -> Any:
    """What `torch.jit.script` was given, of what that made."""
    return (
        getattr(function, "_torchdynamo_inline", function) if type(function).__name__ == "ScriptFunction" else function
    )


def step_of(name: str, one: Any) -> Step:
    """A function or a class that runs."""
    if inspect.isfunction(one):
        return Step(name, *taken_by(one), frozenset(one.__code__.co_names))
    inner = [value for value in vars(one).values() if inspect.isfunction(value)]
    calls = frozenset(part for value in inner for part in value.__code__.co_names)
    made_with, options = taken_by(vars(one)["__init__"]) if "__init__" in vars(one) else ((), ())
    must, may = taken_by(vars(one)["forward"]) if "forward" in vars(one) else NO_FORWARD
    return Step(name, must[1:], (*may, *options), calls, made_with[1:])


def taken_by(function: Callable[..., Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What must be given, and what may be."""
    own = inspect.signature(function).parameters.values()
    named = [one for one in own if one.kind not in (one.VAR_POSITIONAL, one.VAR_KEYWORD)]
    return (
        tuple(one.name for one in named if one.default is one.empty),
        tuple(one.name for one in named if one.default is not one.empty),
    )
