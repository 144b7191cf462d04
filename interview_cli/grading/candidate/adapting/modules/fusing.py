"""Feed-forward layers with a gate that have one matrix where the problem gives two: `gate, up = gate_up(x).chunk(2)`.

Which half is the gate is the code's own affair: what it computes is proportional to the other one. Where it calls the halves
`gate` and `up`, it is taken at its word. Imports torch only.
"""

from __future__ import annotations

import ast
import functools
import inspect
import types
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, Parameters, likeness
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of

ALTERNATING = "column by column"
"""What is said of a matrix in which the columns of both follow each other by turns: `both[..., ::2]`, `both[..., 1::2]`."""
INPUT, GATE, UP, DOWN = "x", "w_gate", "w_up", "w_down"
"""How the problems call what a gated layer is given."""
SHAPES = {INPUT: (3, 4), GATE: (4, 6), UP: (4, 6), DOWN: (6, 4)}
"""What a probe has; as wide at its end as at its start, as nearly all such layers are."""
GATED_SHAPES = {name: shape for name, shape in SHAPES.items() if name != INPUT}
"""Of its weights alone."""
ORDERS = ((GATE, UP), (UP, GATE), (GATE, UP, ALTERNATING), (UP, GATE, ALTERNATING))
"""How one matrix may hold both."""
Call = Callable[[Mapping[str, torch.Tensor]], Any]


def halves_in_order(call: Call, asked: Parameters, nodes: Sequence[ast.AST]) -> tuple[str, ...]:
    """The two matrices in the order in which the one layer of `call` holds them, perhaps by turns; nothing for two layers.

    `call`: what it computes of the input, of the joined matrix under the name of the gate's, and of the last one. `nodes`: its
    code.
    """
    if {name for name, default in asked if default is REQUIRED} != {*SHAPES}:
        return ()
    generator = torch.Generator().manual_seed(0)
    probe = {name: torch.randn(shape, generator=generator) for name, shape in SHAPES.items()}
    told = {order for node in nodes if (order := order_of_names(node))}
    orders = [one for one in ORDERS if told in ({one[:2]}, set())] or ORDERS
    try:
        with torch.no_grad(), torch.random.fork_rng(devices=[]):
            fitting = [order for order in orders if is_proportional(call, probe, order)]
            call(joined(probe, orders[0]))
    except Exception:  # it has no such layer
        return ()
    return fitting[0] if len(fitting) == 1 else orders[0]  # what is proportional to either half has no gate to tell


def order_of_names(node: ast.AST) -> tuple[str, ...]:
    """The two in the order in which code takes them apart here by these names: `gate, up = both.chunk(2, -1)`."""
    match node:
        case ast.Assign(targets=[ast.Tuple(elts=[ast.Name(id=first), ast.Name(id=second)])]):
            said = [
                [one for one in (GATE, UP) if one.removeprefix("w_") in name.split("_")] for name in (first, second)
            ]
            return (*said[0], *said[1]) if sorted(said) == [[GATE], [UP]] else ()
    return ()


def is_proportional(call: Call, probe: Mapping[str, torch.Tensor], order: Sequence[str]) -> bool:
    """Whether twice what is no gate gives twice as much, if the halves are in this order: doubling is exact."""
    once, twice = (call(joined({**probe, UP: probe[UP] * factor}, order)) for factor in (1, 2))
    return bool(torch.equal(once * 2, twice))


def joined(weights: Mapping[str, torch.Tensor], order: Sequence[str]) -> dict[str, torch.Tensor]:
    """The weights with these two in one, side by side, under the name of the gate's."""
    if not order:
        return dict(weights)
    sides = [weights[name] for name in order if name in weights]
    whole = torch.stack(sides, dim=-1).flatten(-2) if ALTERNATING in order else torch.cat(sides, dim=-1)
    return {name: whole if name == GATE else value for name, value in weights.items() if name != UP}


def said_of(order: Sequence[str]) -> list[str]:
    """What the user is told of it."""
    if ALTERNATING in order:
        return [f"one matrix of yours holds {order[0]} and {order[1]} {ALTERNATING}"]
    return [f"one matrix of yours holds {order[0]} and then {order[1]}"] if order else []


def take_halves(sought: Sought) -> list[str]:
    """Let a function that takes both matrices in one take them apart; what to say of it."""
    function = sought.namespace.get(sought.path[0])
    if len(sought.path) != 1 or not isinstance(function, types.FunctionType):
        return []
    own = [one for one in inspect.signature(function).parameters.values() if one.default is one.empty]
    names = [one.name for one in own if one.kind is one.POSITIONAL_OR_KEYWORD]
    last = [name for name in names if likeness(DOWN, name)] or names[-1:]
    rest = [name for name in names if name not in last]
    if len(rest) != 2 or len(own) != 3:
        return []
    first = next((name for name in rest if likeness(INPUT, name)), rest[0])
    (whole,) = (name for name in rest if name != first)
    places = {INPUT: first, GATE: whole, DOWN: last[0]}
    nodes = nodes_of(code_of(function))
    order = halves_in_order(
        lambda given: function(**{places[name]: one for name, one in given.items()}), sought.asked, nodes
    )
    if order:
        sought.namespace[sought.path[0]] = apart(function, places, order)
    return said_of(order)


def take_numbered(sought: Sought) -> list[str]:
    """Let a function of `x, w1, w2, w3` whose second matrix comes last, as in Llama, be given it there; what to say of it."""
    function = sought.namespace.get(sought.path[0])
    if len(sought.path) != 1 or not isinstance(function, types.FunctionType):
        return []
    own = inspect.signature(function).parameters.values()
    names = [one.name for one in own if one.default is one.empty and one.kind is one.POSITIONAL_OR_KEYWORD]
    numbers = [name.lower().removeprefix("w").strip("_") for name in names[1:]]
    is_asked = {name for name, default in sought.asked if default is REQUIRED} == {*SHAPES}
    if not is_asked or numbers != ["1", "2", "3"]:
        return []
    by_place, by_number = (dict(zip(order, names, strict=True)) for order in (SHAPES, (INPUT, GATE, DOWN, UP)))
    if takes(function, by_place) or not takes(function, by_number):
        return []
    sought.namespace[sought.path[0]] = apart(function, by_number, ())
    return [f"your {names[2]} is {DOWN}, and your {names[3]} is {UP}: matrices of other shapes don't fit there"]


def takes(function: types.FunctionType, places: Mapping[str, str]) -> bool:
    """Whether matrices of the problem's shapes fit at these places."""
    try:
        return bool(function(**{own: torch.ones(SHAPES[name]) for name, own in places.items()}).shape == SHAPES[INPUT])
    except Exception:  # of shapes that don't fit
        return False


def apart(function: types.FunctionType, places: Mapping[str, str], order: Sequence[str]) -> types.FunctionType:
    """The function, called as the problem does; or as the file itself does."""
    own = inspect.signature(function)

    @functools.wraps(function)
    def call(*args: Any, **given: Any) -> Any:
        if not SHAPES.keys() <= given.keys():
            return function(*args, **given)
        weights = joined({name: given.pop(name) for name in SHAPES}, order)
        return function(**{places[name]: value for name, value in weights.items()}, **given)

    beside = [one for one in own.parameters.values() if one.name not in places.values()]
    shown = [inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY) for name in SHAPES]
    call.__signature__ = inspect.Signature([*shown, *(one.replace(kind=one.KEYWORD_ONLY) for one in beside)])  # type: ignore[attr-defined]
    return call  # type: ignore[return-value]
