"""Functions that are given a shape, `he_normal(shape)`, and which of its axes they call the inputs'. Standard library only."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence

from interview_cli.grading.candidate.matching.syntax.functions import Function
from interview_cli.grading.candidate.matching.syntax.walking import walk

SHAPES = frozenset(
    {"shape", "size", "dims", "weight_shape", "weights_shape", "kernel_shape", "w_shape", "output_shape"}
)
"""How code calls the lengths of all axes of what it makes."""
FAN_IN = frozenset({
    "fan_in", "fanin", "n_in", "nin", "num_in", "n_input", "n_inputs", "num_inputs", "in_features", "in_dim", "dim_in", "d_in",
    "input_dim", "input_size", "in_size", "in_units", "input_units", "inputs",
})  # fmt: skip
"""How it calls the number of inputs."""
FAN_OUT = frozenset(name.replace("in", "out") for name in FAN_IN)
"""How it calls the number of outputs."""
Found = Callable[[str], Function | None]
"""The function of a file, or the method of one's class, by its name."""


def place_of_inputs(node: Function, found: Found = lambda _: None, position: int | None = None) -> int | None:
    """Which axis of a shape a function calls the number of inputs, itself or by a function that it calls; None where neither.

    `position`: that of the number of inputs in what it returns.
    """
    for part in walk(node):
        for target, value, place in pairs_in(part):
            if target.lower() not in FAN_IN:
                continue
            if isinstance(value, ast.Call) and (inner := found(name_called(value))) is not None and inner is not node:
                axis = place_of_inputs(inner, lambda _: None, place)
            else:
                axis = place if place is not None and not isinstance(value, ast.Call) else first_axis(value)
            if axis is not None:
                return axis
    rows = [
        part.value.elts for part in walk(node) if isinstance(part, ast.Return) and isinstance(part.value, ast.Tuple)
    ]
    parts = [row[position] for row in rows if position is not None and len(row) > position]
    return next((axis for part in parts if (axis := first_axis(part)) is not None), None)


def pairs_in(node: ast.AST) -> Iterator[tuple[str, ast.expr, int | None]]:
    """The names that a statement binds, each with its value; with a place where it is one part of that."""
    if not isinstance(node, ast.Assign):
        return
    for target in node.targets:
        match target, node.value:
            case ast.Name(id=name), value:
                yield name, value, None
            case ast.Tuple(elts=names), ast.Tuple(elts=values) if len(names) == len(values):
                yield from (
                    (one.id, value, None) for one, value in zip(names, values, strict=True) if isinstance(one, ast.Name)
                )
            case ast.Tuple(elts=names), value:
                yield from ((one.id, value, place) for place, one in enumerate(names) if isinstance(one, ast.Name))


def first_axis(value: ast.AST) -> int | None:
    """The first axis of two that it takes by its number: 1 of `shape[1] if len(shape) > 1 else shape[0]`, or of `shape[-1]`."""
    for part in walk(value):
        match part:
            case ast.Subscript(slice=ast.Constant(value=int(number))):
                return number
            case ast.Subscript(slice=ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int(number)))):
                return 2 - number
    return None


def name_called(call: ast.Call) -> str:
    """`fans` of `fans(shape)` and of `self.fans(shape)`."""
    return str(getattr(call.func, "attr", getattr(call.func, "id", "")))


def is_of_a_shape(needed: Sequence[str]) -> bool:
    """Whether a shape, alone or before the numbers of inputs and outputs, is all that must be given."""
    return bool(needed) and needed[0] in SHAPES and all(fan_called(name) for name in needed[1:])


def fan_called(name: str) -> str:
    """Which number a name is that of, as problems call it: `fan_in` of `n_inputs`; nothing of another name."""
    return "fan_in" if name.lower() in FAN_IN else "fan_out" if name.lower() in FAN_OUT else ""
