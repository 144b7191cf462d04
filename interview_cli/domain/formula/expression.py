"""The tree of a formula: frozen nodes, their children and free letters; imports symbol only.

Sums and products hold any number of parts, so that a long chain is not a deep tree.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, assert_never

from interview_cli.domain.formula.symbol import FormulaError

Operator = Literal["/", "//", "%", "^"]
ConstantName = Literal["pi", "e"]


@dataclass(frozen=True, slots=True)
class Number:
    value: float  # never negative, never infinite


@dataclass(frozen=True, slots=True)
class Constant:
    name: ConstantName


@dataclass(frozen=True, slots=True)
class Variable:
    name: str


@dataclass(frozen=True, slots=True)
class Entry:
    """The entry at `index` of a vector whose entries are counted by the symbol's own index, `over`."""

    name: str
    index: str
    over: str


@dataclass(frozen=True, slots=True)
class Negate:
    operand: Expression


@dataclass(frozen=True, slots=True)
class Sum:
    terms: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Product:
    factors: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Binary:
    operator: Operator
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Call:
    """A function of single numbers; `functions.FUNCTIONS` holds the names."""

    function: str
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """An index that runs over the entries of the vectors declared over `over`."""

    index: str
    over: str


@dataclass(frozen=True, slots=True)
class Reduce:
    """A function of all values that `body` takes along `axes`; `functions.REDUCTIONS` holds the names."""

    function: str
    axes: tuple[Axis, ...]
    body: Expression


Expression = Number | Constant | Variable | Entry | Negate | Sum | Product | Binary | Call | Reduce


def children(expression: Expression) -> tuple[Expression, ...]:
    match expression:
        case Number() | Constant() | Variable() | Entry():
            return ()
        case Negate(operand=operand):
            return (operand,)
        case Sum(terms=parts) | Product(factors=parts) | Call(arguments=parts):
            return parts
        case Binary(left=left, right=right):
            return (left, right)
        case Reduce(body=body):
            return (body,)
        case _:
            assert_never(expression)


def levels(expression: Expression) -> list[list[Expression]]:
    """All nodes by their distance from the root; needs no recursion, so it can measure a tree that is too deep."""
    found = [[expression]]
    while below := [child for node in found[-1] for child in children(node)]:
        found.append(below)
    return found


def work(expression: Expression, length: int) -> int:
    """How many nodes are visited to evaluate once, if every vector has `length` entries: a sum in a sum multiplies."""
    visits = {id(expression): 1}
    total = 0
    for level in levels(expression):
        below: dict[int, int] = {}
        for node in level:
            times = visits[id(node)]
            total += times
            inside = times * length ** len(node.axes) if isinstance(node, Reduce) else times
            below.update({id(child): inside for child in children(node)})
        visits = below
    return total


def free_symbols(expression: Expression) -> frozenset[str]:
    """Names of all symbols that occur."""
    nodes = (node for level in levels(expression) for node in level)
    return frozenset(node.name for node in nodes if isinstance(node, Variable | Entry))


def free_axes(expression: Expression) -> frozenset[Axis]:
    """The indices that no sum, mean or other reduction binds; empty for a single number.

    Raises: FormulaError if one index counts vectors of two kinds.
    """
    found: dict[int, frozenset[Axis]] = {}
    for level in reversed(levels(expression)):
        for node in level:
            found[id(node)] = _axes_of(node, [found[id(child)] for child in children(node)])
    axes = found[id(expression)]
    for axis in axes:
        if any(other.index == axis.index and other.over != axis.over for other in axes):
            raise FormulaError(f"the index {axis.index} counts two different things")
    return axes


def _axes_of(node: Expression, below: list[frozenset[Axis]]) -> frozenset[Axis]:
    match node:
        case Entry(index=index, over=over):
            return frozenset({Axis(index, over)})
        case Reduce(axes=axes):
            return frozenset().union(*below) - frozenset(axes)
        case _:
            return frozenset().union(*below)
