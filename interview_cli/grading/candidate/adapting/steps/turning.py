"""Rotary embeddings in two steps: one function of a file makes a table of angles, another one turns by it. Standard library only.

Model repositories have `precompute_freqs_cis(dim, end, theta)` beside `apply_rotary_emb(x, freqs_cis)`, or a module that gives
`cos, sin`. A problem gives what is turned, the base and the first position: each call makes the table first.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from interview_cli.grading.candidate.matching.calls.beside import OF_HEADS
from interview_cli.grading.candidate.matching.choice.two_steps import (
    BASE,
    LENGTHS,
    NO_FORWARD,
    SETTINGS,
    STARTS,
    WIDTHS,
    Step,
    meaning,
    tables_of,
    two_steps,
)
from interview_cli.grading.candidate.matching.names.kinds import OFFSET, POSITIONS, TWINS, WHOLE
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, Parameters
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.syntax.lookups import parts_looked_up

SIZES = WIDTHS | LENGTHS
"""What a function that turns may be told of what it turns."""
TOKENS = 6
"""As many as a probe has: two rows of three."""


OF_TWO = "your {1} is twice your {0}, and what comes of it is halved: half of each result is graded"
"""What is said of queries and keys."""


def half_of_each(result: Any, like: Any) -> Any:
    """Of the results for queries and keys that are twice these, half of each: both are judged, and what takes one for the other.

    The halves along the last axis, in turn from row to row: a mistake in one half of the channels shows, too. One of
    another shape or dtype than what is turned, `like`, is the answer, which is wrong.
    """
    if not isinstance(result, tuple | list):
        return result
    first, *others = result
    second: Any = others[0] if others else None
    if not hasattr(first, "shape") or not hasattr(second, "shape") or not len(first.shape):
        return first
    if second.shape != first.shape:
        return first if second.shape == getattr(like, "shape", ()) else second
    if second.dtype != first.dtype:
        return first if second.dtype == getattr(like, "dtype", None) else second / 2
    width = first.shape[-1]
    one, both, half = first.reshape(-1, width), (second / 2).reshape(-1, width), width // 2
    both[::2, :half] = one[::2, :half]
    both[1::2, half:] = one[1::2, half:]
    return both.reshape(second.shape)


class InTwoSteps:
    """A function that turns, as the problem calls it: with what its table is made of in the place of that."""

    def __init__(self, turner: Callable[..., Any], maker: Callable[..., Any], steps: tuple[Step, Step], asked: Any):
        self.turner, self.maker, self.asked = turner, maker, tuple(name for name, _ in asked)
        self.of_maker, self.of_turner = steps
        known = {meaning(name, self.asked) for name in (*self.of_maker.must, *self.of_maker.may, *self.made_with)}
        known |= {meaning(name, self.asked) for name in read_of_settings(maker) if SETTINGS in known}
        self.known = frozenset(known)
        shown = [(name, default) for i, (name, default) in enumerate(asked) if i == 0 or name in {*known, OFFSET}]
        kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
        empty = inspect.Parameter.empty
        self.__signature__ = inspect.Signature(
            [inspect.Parameter(name, kind, default=empty if d is REQUIRED else d) for name, d in shown]
        )
        self.__name__ = getattr(turner, "__name__", "")
        self.layout: Layout | None = None
        switches = inspect.signature(turner).parameters
        self.switches = {
            name: switches[name].default
            for name in self.of_maker.may
            if name in switches and isinstance(switches[name].default, bool) and self.of_maker.made_with is None
        }
        self.switches = {name: told for name, told in self.switches.items() if default_in(maker, name) is not told}

    @property
    def made_with(self) -> tuple[str, ...]:
        """What the module is made with that makes the table."""
        return self.of_maker.made_with or ()

    @property
    def note(self) -> str:
        """What the user is told of it."""
        said = f"your {self.of_maker.name} makes the table that your {self.of_turner.name} turns by"
        said += f", of a config with {HEADS} heads" if SETTINGS in self.known else ""
        pair = tuple(self.of_turner.must[:2])
        told = [f"your {name} is {told} for both" for name, told in self.switches.items()]
        return "; ".join([said, *([OF_TWO.format(*pair)] if pair in TWINS else []), *told])

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        given = self.__signature__.bind(*args, **kwargs)
        given.apply_defaults()
        x, *_ = given.arguments.values()
        settings = {name: value for name, value in given.arguments.items() if name != self.asked[0]}
        if self.layout is None:
            self.layout = self.layout_for(x, settings)
        whole = x.reshape(-1, 1, *x.shape[-2:])
        turned = self.turned(self.layout, whole, settings)
        if turned.shape != self.layout.to(whole).shape:  # a reshape would hide it
            return turned
        return self.layout.back(turned).reshape(x.shape)

    def layout_for(self, x: Any, settings: Mapping[str, Any]) -> Layout:
        """The order of axes in which the function turns each token by its own angle, and what is beside it alike.

        Where it does so in none, one that it doesn't refuse.
        """
        sides = {"height": 2, "width": 3}
        settings = {**settings, **{name: sides[name] for name in settings.keys() & sides}}
        probe, accepted = x.new_ones(2, 3, TOKENS, x.shape[-1]), list[Layout]()
        for layout in LAYOUTS:
            try:
                turned = layout.back(self.turned(layout, probe, settings)).reshape(probe.shape)
            except Exception:  # the function is for another order
                continue
            if turns_tokens(turned.detach().float()):
                return layout
            accepted.append(layout)
        return next(iter(accepted), LAYOUTS[0])

    def turned(self, layout: Layout, x: Any, settings: Mapping[str, Any]) -> Any:
        """What the function makes of the tensor in its own order of axes; of queries and keys, half of each."""
        start, count, tables = settings.get(OFFSET, 0), x.shape[-2], tables_of(self.of_turner)
        whole = layout.to(x)
        names = (*self.of_turner.must, *self.of_turner.may)
        begins = [name for name in names if name in STARTS]
        positions = [name for name in self.of_turner.must if name in POSITIONS]
        is_told = any(name in POSITIONS for name in (*self.of_maker.must, *self.of_maker.may))
        made = self.table(layout, whole, x, settings, 0)
        table = in_order(made, tables, start + count)
        if start and is_told and not begins and not positions:  # what counts from 0 for itself is found out
            later = self.table(layout, whole, x, settings, start)
            table = later if table is made else later[::-1]
        elif not begins and not positions:
            table = rows_of(table, start, count, start + count)
        if layout.is_table_of_batches:
            table = with_a_batch(table)
        given: dict[str, Any] = dict.fromkeys(begins, start)
        given |= dict.fromkeys(positions, positions_from(x, start, count))
        given |= {name: x.shape[-1] if name in WIDTHS else count for name in self.of_turner.must if name in SIZES}
        parts = table if isinstance(table, tuple | list) and len(table) == len(tables) > 1 else (table,)
        given |= dict(zip(tables, parts, strict=False))
        turned = [name for name in self.of_turner.must if name not in given]
        result = self.turner(**given, **{name: whole * 2 if place == 1 else whole for place, name in enumerate(turned)})
        if len(turned) == 1 and isinstance(result, tuple | list):
            return result[0]
        return half_of_each(result, whole)

    def table(self, layout: Layout, whole: Any, x: Any, settings: Mapping[str, Any], first: int) -> Any:
        """What the other function, or the module, makes for the positions that are needed, from the first one on."""
        start, count = settings.get(OFFSET, 0), x.shape[-2]
        values = {**settings, "d": x.shape[-1], "length": start + count}
        positions = positions_from(x, first, start + count - first)
        values["positions"] = positions[0] if layout.is_row_of_positions else positions
        values[SETTINGS] = Config(values, self.asked, read_of_settings(self.maker))

        def known(names: Sequence[str]) -> dict[str, Any]:
            found = {name: meaning(name, self.asked) for name in names}
            return {name: values[what] for name, what in found.items() if what in values}

        if self.of_maker.made_with is None:
            return self.maker(**known((*self.of_maker.must, *self.of_maker.may)), **self.switches)
        own = inspect.signature(self.maker).parameters
        made = self.maker(**known([*own]))
        inside = inspect.signature(made.forward).parameters
        looked_at = {name: whole for name in self.of_maker.must if not meaning(name, self.asked)}
        return made(**looked_at, **known([*inside]))


def read_of_settings(maker: Callable[..., Any]) -> list[str]:
    """What a module, or a function, asks of all its settings at once."""
    kind = maker if isinstance(maker, type) else None
    made = vars(maker).get("__init__") if kind is not None else maker
    if made is None:
        return []
    names = [name for name in inspect.signature(made).parameters if name in WHOLE]
    nodes = nodes_of(code_of(made))
    return [part.name for name in names for part in parts_looked_up(nodes, name, kind).parts]


HEADS = 2
OF_ALL_HEADS = frozenset({"d_model", "embed_dim", "hidden_size", "n_embd"})
"""How configs call the width of a model, of which a head that is turned has its part."""


class Config:
    """All settings of a module at once, under the names that it asks for: a model of two heads is twice as wide as one.

    What it doesn't know has the module's own default: `getattr(config, "partial_rotary_factor", 1.0)`.
    """

    def __init__(self, values: Mapping[str, Any], asked: Sequence[str], read: Sequence[str]) -> None:
        """`read`: what the module asks of it; beside a number of heads, `dim` is the width of them all."""
        self.__dict__["_values"], self.__dict__["_asked"] = {**values}, tuple(asked)
        self.__dict__["_wide"] = OF_ALL_HEADS | ({"d", "dim"} if not OF_HEADS.isdisjoint(read) else set())

    def __getattr__(self, name: str) -> Any:
        values, what = self.__dict__["_values"], meaning(name, self.__dict__["_asked"])
        if name in self.__dict__["_wide"]:
            return HEADS * values["d"]
        if what in values.keys() - {SETTINGS, "positions"}:
            return values[what]
        if name in OF_HEADS:
            return HEADS
        if name == "rope_scaling":
            return None
        raise AttributeError(f"the config of a rotary module has no {name} here")


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
    """An order of axes: from (B, H, T, d) to it, and back.

    `is_table_of_batches`: whether tables have an axis for the samples, too. `is_row_of_positions`: whether positions have none.
    """

    to: Callable[[Any], Any]
    back: Callable[[Any], Any]
    is_table_of_batches: bool = False
    is_row_of_positions: bool = False


ORDERS = (
    Layout(lambda x: x, lambda x: x),
    Layout(lambda x: x.transpose(1, 2).contiguous(), lambda x: x.transpose(1, 2)),
    Layout(lambda x: x.flatten(0, 1), lambda x: x),
    Layout(lambda x: x.permute(2, 0, 1, 3).contiguous(), lambda x: x.permute(1, 2, 0, 3)),
)
"""Heads before tokens, tokens before heads, no heads, tokens first."""
LAYOUTS = tuple(
    replace(order, is_table_of_batches=of_batches, is_row_of_positions=in_row)
    for of_batches in (False, True)
    for in_row in (False, True)
    for order in ORDERS
)
"""Each with tables and positions as they are made here, and with such as other code takes."""


def with_a_batch(table: Any) -> Any:
    """A table, or each of several, with an axis of one in front."""
    return type(table)(map(with_a_batch, table)) if isinstance(table, tuple | list) else table[None]


def default_in(function: Callable[..., Any], name: str) -> Any:
    """The default of a parameter."""
    return inspect.signature(function).parameters[name].default


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
