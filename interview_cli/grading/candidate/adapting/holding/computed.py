"""Numbers that a constructor computes, of an object that is made without it: `self.beta = 1 / beta`. Standard library only.

What its parameters would be is lent; the statements that make numbers of these alone are done as they are written. Otherwise
a mistake in them would not be seen, and code that reckons with them would be called wrong.
"""

from __future__ import annotations

import ast
import contextlib
import types
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of, tree_of
from interview_cli.grading.candidate.matching.syntax.classes import layers_of_nothing
from interview_cli.grading.candidate.matching.syntax.walking import walk

OF_NUMBERS = (
    ast.BinOp, ast.UnaryOp, ast.BoolOp, ast.Compare, ast.IfExp, ast.Name, ast.Constant, ast.Attribute, ast.Call,
    ast.operator, ast.unaryop, ast.boolop, ast.cmpop, ast.expr_context,
)  # fmt: skip
"""What a number is made with."""
MAKERS = frozenset({"abs", "bool", "float", "int", "max", "min", "pow", "round"})
"""Functions that are called for that, beside those of `math`."""
OWN = "self"


class Known(dict[str, Any]):
    """The variables of a constructor: its parameters are what is lent for them until it writes others."""

    def __init__(self, parameters: Mapping[str, Any], lent: Callable[[str], Any]) -> None:
        super().__init__()
        self._parameters, self._lent = parameters, lent

    def __missing__(self, name: str) -> Any:
        if name in self._parameters:
            return self._lent(name)  # or LookupError
        raise KeyError(name)


def numbers_computed(kind: type[Any], lent: Callable[[str], Any]) -> dict[str, Any]:
    """What its constructor keeps of the numbers that are made of its parameters, each under its name, but for what changes.

    So does that of a class of the file on which it stands. `lent`: what a parameter would be, or LookupError where that is not
    known.
    """
    kept = types.SimpleNamespace()
    own = [vars(base) for base in reversed(kind.__mro__) if base.__module__ == kind.__module__]
    for members in own:
        compute(members.get("__init__"), kept, lent)
    methods = [method for members in own for name, method in members.items() if name != "__init__"]
    changed = {name for method in methods for name in written_by(method)}
    return {name: value for name, value in vars(kept).items() if name not in changed}


def layers_made(kind: type[Any]) -> dict[str, Any]:
    """What its constructor makes of constants alone, by its names: `self.criterion = nn.CrossEntropyLoss()`."""
    found = dict[str, Any]()
    for members in (vars(base) for base in reversed(kind.__mro__) if base.__module__ == kind.__module__):
        constructor = members.get("__init__")
        if not isinstance(constructor, types.FunctionType):
            continue
        body = [part for node in tree_of(code_of(constructor)).body for part in getattr(node, "body", [])]
        for name, value in layers_of_nothing(body).items():
            with contextlib.suppress(Exception):  # of what is not torch's
                found[name] = eval(compile_expression(value), constructor.__globals__)
    return found


def compute(constructor: Any, kept: types.SimpleNamespace, lent: Callable[[str], Any]) -> None:
    """Do what one constructor does with numbers."""
    code = code_of(constructor) if isinstance(constructor, types.FunctionType) else None
    if code is None:
        return
    known = Known(dict.fromkeys(code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]), lent)
    known[OWN] = kept
    for target, value in settings_in(code):
        found = number(value, known, constructor.__globals__)
        match target:
            case ast.Attribute(attr=name) if found is None:
                vars(kept).pop(name, None)
            case ast.Attribute(attr=name):
                setattr(kept, name, found)
            case ast.Name(id=name):
                known[name] = found


def written_by(method: Any) -> Iterator[str]:
    """The attributes of its object that a method writes: a count of steps is another one later."""
    for node in nodes_of(code_of(method)) if isinstance(method, types.FunctionType) else ():
        match node:
            case ast.Attribute(value=ast.Name(id="self"), attr=name, ctx=ast.Store()):
                yield name


def settings_in(code: types.CodeType) -> Iterator[tuple[ast.expr, ast.expr]]:
    """What it writes into variables and its object, in order, but for what only a branch writes."""
    for statement in next((node.body for node in walk(tree_of(code)) if isinstance(node, ast.FunctionDef)), []):
        match statement:
            case ast.Assign(targets=[ast.Tuple(elts=places)], value=ast.Tuple(elts=values)):
                yield from zip(places, values, strict=False)
            case ast.Assign(targets=places, value=value):
                yield from ((place, value) for place in places)
            case ast.AnnAssign(target=place, value=ast.expr() as value):
                yield place, value
            case ast.AugAssign(target=place, op=op, value=value):
                yield place, ast.BinOp(as_read(place), op, value)


def as_read(place: ast.expr) -> ast.expr:
    """What is written, where it is read: `self.beta` of `self.beta *= 2`."""
    return ast.parse(ast.unparse(place), mode="eval").body


def number(value: ast.expr, known: Known, beside: dict[str, Any]) -> int | float | None:
    """What it is, if it is a number that is made of parameters; None of a constant, and of what is not known."""
    nodes = [*walk(value)]
    called = [node.func for node in nodes if isinstance(node, ast.Call)]
    is_plain = all(isinstance(node, OF_NUMBERS) for node in nodes) and all(map(makes_numbers, called))
    if not is_plain or not any(isinstance(node, ast.Name) and node.id not in beside for node in nodes):
        return None
    try:
        found = eval(compile_expression(value), beside, known)
    except Exception:  # of what nobody gives, or whatever the code itself raises
        return None
    return found if isinstance(found, int | float) else None


def compile_expression(value: ast.expr) -> types.CodeType:
    """What a constructor computes, to be computed anew."""
    return compile(ast.fix_missing_locations(ast.Expression(value)), "<constructor>", "eval")


def makes_numbers(called: ast.expr) -> bool:
    """`max`, or `math.sqrt`."""
    match called:
        case ast.Name(id=name):
            return name in MAKERS
        case ast.Attribute(value=ast.Name(id="math")):
            return True
    return False
