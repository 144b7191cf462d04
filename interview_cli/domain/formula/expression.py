"""The tree of a formula: frozen nodes, their children and free letters; imports symbol only.

Sums and products hold any number of parts, so that a long chain is not a deep tree.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
    is_bare: bool = False  # written without an index: `z` for z_i


@dataclass(frozen=True, slots=True)
class Bound:
    """The whole number that the index of a Series stands at."""

    index: str


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


@dataclass(frozen=True, slots=True)
class Series:
    """The sum or product of `body` while `index` runs from `low` to `high`, both ends included."""

    function: Literal["sum", "prod"]
    index: str
    low: Expression
    high: Expression
    body: Expression


Expression = Number | Constant | Variable | Entry | Bound | Negate | Sum | Product | Binary | Call | Reduce | Series
MOST_TERMS = 100  # of a Series


def children(expression: Expression) -> tuple[Expression, ...]:
    match expression:
        case Number() | Constant() | Variable() | Entry() | Bound():
            return ()
        case Negate(operand=operand):
            return (operand,)
        case Sum(terms=parts) | Product(factors=parts) | Call(arguments=parts):
            return parts
        case Binary(left=left, right=right):
            return (left, right)
        case Reduce(body=body):
            return (body,)
        case Series(low=low, high=high, body=body):
            return (low, high, body)
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
            inside = times * _repetitions(node, length)
            below.update({id(child): inside for child in children(node)})
        visits = below
    return total


def _repetitions(node: Expression, length: int) -> int:
    match node:
        case Reduce(axes=axes):
            return int(length ** len(axes))
        case Series():
            return MOST_TERMS
        case _:
            return 1


def indexed(expression: Expression, over: str, index: str) -> Expression:
    """The expression with `index` written to every vector over `over` that has none."""

    def inside(part: Expression) -> Expression:
        return indexed(part, over, index)

    match expression:
        case Entry(name=name, over=counted, is_bare=True) if counted == over:
            return Entry(name, index, over)
        case Reduce(axes=axes) if Axis(over, over) in axes:
            return expression
        case Series(function=kind, index=counter, low=low, high=high, body=body):
            return Series(kind, counter, low, high, inside(body))
        case _:
            return _with_parts(expression, inside)


def substituted(expression: Expression, values: Mapping[str, Expression]) -> Expression:
    """The expression with each of these names written out."""
    if isinstance(expression, Variable):
        return values.get(expression.name, expression)
    return _with_parts(expression, lambda part: substituted(part, values))


def _with_parts(expression: Expression, changed: Callable[[Expression], Expression]) -> Expression:
    """The expression with all that it is made of changed."""
    match expression:
        case Number() | Constant() | Variable() | Entry() | Bound():
            return expression
        case Negate(operand=operand):
            return Negate(changed(operand))
        case Sum(terms=terms):
            return Sum(tuple(map(changed, terms)))
        case Product(factors=factors):
            return Product(tuple(map(changed, factors)))
        case Binary(operator=operator, left=left, right=right):
            return Binary(operator, changed(left), changed(right))
        case Call(function=function, arguments=arguments):
            return Call(function, tuple(map(changed, arguments)))
        case Reduce(function=function, axes=axes, body=body):
            return Reduce(function, axes, changed(body))
        case Series(function=kind, index=counter, low=low, high=high, body=body):
            return Series(kind, counter, changed(low), changed(high), changed(body))
        case _:
            assert_never(expression)


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
