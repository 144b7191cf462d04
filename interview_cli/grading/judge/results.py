"""How many results a call of a problem's own gives: where code returns more, the first of them are judged. Judge's side.

A loss with its metrics, an output with its weights: the answer is there, and nobody who reads the code would refuse it.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import functools
import inspect
import textwrap
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from torch import Tensor

from reference_impls.problem import Ref, Target

NUMBERS = frozenset({"int", "float", "bool"})
PARTS = NUMBERS | {"str"}
SINGLE = NUMBERS | {"Any", "Tensor", "torch.Tensor", "NDArray", "numpy.ndarray", "str"}
"""Annotations of one thing; NumPy's numbers may be any."""
SAYS_NOTHING = frozenset({"best", "found", "high", "low", "out", "output", "result", "total"})
"""Names under which anything may be returned."""
OF_ONE = "what your tuple of one holds is graded"
"""What is told of a layer that returns a longer one on request."""
RETURNS = "your code returns"
ORDERED = "your results are graded in this order"
"""How a note begins that says which results are graded, of how many there are or by their names."""
MOST_RESULTS = 1000
"""That are counted in words."""


class Expecting:
    """What is known of the right result of the next call: of how many axes it is."""

    reference: Mapping[str, Any]
    _axes: int | None = None

    @contextlib.contextmanager
    def expecting(self, want: Any) -> Iterator[None]:
        """Calls that should give this."""
        self._axes = axes_of(want)
        try:
            yield
        finally:
            self._axes = None

    def asked(self, target: Target) -> tuple[int | None, int | None]:
        """How many results a call should give, None where that is open; and of how many axes a single one is."""
        number, axes = number_asked(self.reference, target)
        return number, self._axes if axes is None else axes


def number_asked(reference: Mapping[str, Any], target: Target) -> tuple[int | None, int | None]:
    """How many results a call gives, None where that is open; of one that is a number or a list of these, also its axes."""
    match target:
        case str():
            function = reference.get(target)
        case (Ref(), str() as method):
            function = method_of(reference, method)
        case _:
            function = method_of(reference, "forward") or method_of(reference, "__call__")
    return (None, None) if function is None or isinstance(function, type) else number_annotated(function)


def method_of(reference: Mapping[str, Any], method: str) -> Callable[..., Any] | None:
    """The one method of this name that a class of the problem has."""
    found = [vars(entry)[method] for entry in reference.values() if isinstance(entry, type) and method in vars(entry)]
    return found[0] if len(found) == 1 and inspect.isfunction(found[0]) else None


@functools.cache
def number_annotated(function: Callable[..., Any]) -> tuple[int | None, int | None]:
    """The same, by the annotation of a function of ours."""
    written = inspect.signature(function).return_annotation
    match ast.parse(written if isinstance(written, str) else inspect.formatannotation(written), mode="eval").body:
        case ast.Subscript(value=ast.Name(id="tuple"), slice=ast.Tuple(elts=parts)):
            return (None if any(is_open(part) for part in parts) else len(parts)), None
        case ast.Subscript(value=kind) | (ast.Name() | ast.Attribute() as kind) if ast.unparse(kind) in SINGLE:
            return 1, 0 if ast.unparse(kind) in NUMBERS else None
        case ast.Subscript(value=ast.Name(id="list"), slice=ast.Name(id=kind)) if kind in PARTS:
            return 1, 1
    return None, None


@functools.cache
def gives_pairs(function: Callable[..., Any]) -> bool:
    """Whether a function of ours gives a list of pairs, by its annotation."""
    written = inspect.signature(function).return_annotation
    match ast.parse(written if isinstance(written, str) else inspect.formatannotation(written), mode="eval").body:
        case ast.Subscript(
            value=ast.Name(id="list"), slice=ast.Subscript(value=ast.Name(id="tuple"), slice=ast.Tuple(elts=[_, _]))
        ):
            return True
    return False


@functools.cache
def names_of_results(function: Callable[..., Any]) -> list[str]:
    """How a function of ours calls each of several results where it returns them; empty texts for those without a name."""
    number, _ = number_annotated(function)
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    returned = [node.value for node in ast.walk(tree) if isinstance(node, ast.Return)]
    match returned:
        case [ast.Tuple(elts=parts)] if number is not None and len(parts) == number:
            return [name_within(part) for part in parts]
    return []


@functools.cache
def name_of_result(function: Callable[..., Any]) -> str:
    """How a function of ours calls the one thing that it returns, or what computes it: nothing where that says nothing."""
    returned = [
        node.value
        for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(function))))
        if isinstance(node, ast.Return)
    ]
    named = [node.func if isinstance(node, ast.Call) else node for node in returned]
    names = {node.id for node in named if isinstance(node, ast.Name)}
    is_one = len(names) == 1 and not any(isinstance(node, ast.Tuple) for node in returned)
    name = names.pop() if is_one else ""
    given = inspect.signature(function).parameters  # `return floor`, in one of three cases
    says_nothing = len(name) == 1 or name in SAYS_NOTHING or name in given or hasattr(builtins, name)
    return "" if says_nothing else name


@functools.cache
def names_of_parts(function: Callable[..., Any]) -> dict[str, list[str]]:
    """How a function of ours calls the parts of each entry of a list that it is given: `for kernel, stride in layers`."""
    loops = [
        node for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(function)))) if isinstance(node, ast.For)
    ]
    found: dict[str, list[str]] = {}
    for loop in loops:
        match loop:
            case ast.For(target=ast.Tuple(elts=parts), iter=ast.Name(id=name)) if (
                name in inspect.signature(function).parameters
            ):
                found[name] = [name_within(part) for part in parts]
    return found


def name_within(part: ast.expr) -> str:
    """`dgamma` of `dgamma.flatten()`, `mu` of `float(mu)`."""
    match part:
        case ast.Name(id=name) | ast.Call(func=ast.Attribute(value=ast.Name(id=name)), args=[]):
            return name
        case ast.Call(func=ast.Name(id=kind), args=[ast.Name(id=name)]) if kind in NUMBERS | {
            "list",
            "tuple",
            "sorted",
        }:
            return name
    return ""


def is_open(part: ast.expr) -> bool:
    """Whether it is the `...` of as many as there are."""
    return isinstance(part, ast.Constant) and part.value is ...


def axes_of(want: Any) -> int | None:
    """How many axes a single result has; None of one that is no number, array or tensor."""
    if isinstance(want, int | float):
        return 0
    return getattr(want, "ndim", None) if isinstance(want, Tensor) or type(want).__module__ == "numpy" else None


def in_words(number: int, asked: int) -> str:
    """That more came than was asked for."""
    judged = "the first one is" if asked == 1 else f"the first {asked} are"
    return f"{RETURNS} {min(number, MOST_RESULTS)} results: {judged} graded"
