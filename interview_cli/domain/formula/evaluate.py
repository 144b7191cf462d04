"""The value of a formula at given numbers; imports the formula package only.

A tree is turned once into nested closures, which is several times faster than walking it at each of the 64 points that
a comparison needs.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, assert_never

from interview_cli.domain.formula.expression import (
    MOST_TERMS,
    Axis,
    Binary,
    Bound,
    Call,
    Constant,
    Entry,
    Expression,
    Negate,
    Number,
    Product,
    Reduce,
    Series,
    Sum,
    Variable,
    free_axes,
    levels,
)
from interview_cli.domain.formula.functions import FUNCTIONS, OPERATORS, REDUCTIONS, Reduction
from interview_cli.domain.formula.symbol import FormulaError

Value = float | Sequence[float]
CONSTANTS: Final[Mapping[str, float]] = {"pi": math.pi, "e": math.e}


@dataclass(slots=True)
class Frame:
    """One point: the numbers and vectors of the symbols, the length behind each index, where each index stands."""

    numbers: Mapping[str, float]
    vectors: Mapping[str, Sequence[float]]
    lengths: Mapping[str, int]
    positions: dict[str, int] = field(default_factory=dict)


Compiled = Callable[[Frame], float]


def evaluate(expression: Expression, values: Mapping[str, Value]) -> float:
    """The value at `values`: one number for each symbol, a sequence of them for each vector.

    A math error (a root of a negative number, a division by zero) gives nan, an overflow inf.
    Raises: FormulaError if a value is missing or of the wrong kind, or if the formula is one value for each entry of a
    vector rather than a number.
    """
    return evaluator(expression)(values)


def evaluator(expression: Expression) -> Callable[[Mapping[str, Value]], float]:
    """`evaluate` for many values. Raises: FormulaError as `evaluate`, what is about the formula at once."""
    axes = free_axes(expression)
    if axes:
        raise FormulaError(f"one value per {min(axis.index for axis in axes)}, not a single number")
    value = compiled(expression)
    symbols = [node for level in levels(expression) for node in level if isinstance(node, Variable | Entry)]
    return lambda values: value(frame_of(symbols, values))


def frame_of(symbols: Iterable[Variable | Entry], values: Mapping[str, Value]) -> Frame:
    numbers: dict[str, float] = {}
    vectors: dict[str, Sequence[float]] = {}
    lengths: dict[str, int] = {}
    for node in symbols:
        match node:
            case Variable(name=name):
                numbers[name] = _number(name, values)
            case Entry(name=name, over=over):
                vectors[name] = _vector(name, values)
                if lengths.setdefault(over, len(vectors[name])) != len(vectors[name]):
                    raise FormulaError(f"the vectors over {over} differ in length")
    return Frame(numbers, vectors, lengths)


def _number(name: str, values: Mapping[str, Value]) -> float:
    value = values.get(name)
    if not isinstance(value, int | float):
        raise FormulaError(f"{name} needs one number")
    return float(value)


def _vector(name: str, values: Mapping[str, Value]) -> Sequence[float]:
    value = values.get(name)
    if value is None or isinstance(value, int | float):
        raise FormulaError(f"{name} needs a list of numbers")
    return [float(entry) for entry in value]


def compiled(expression: Expression) -> Compiled:
    """A function from a frame to the value there."""
    match expression:
        case Number(value=value):
            return lambda _frame: value
        case Constant(name=constant):
            constant_value = CONSTANTS[constant]
            return lambda _frame: constant_value
        case Variable(name=name):
            return lambda frame: frame.numbers[name]
        case Entry(name=name, index=index):
            return lambda frame: frame.vectors[name][frame.positions[index]]
        case Bound(index=index):
            return lambda frame: float(frame.positions[index])
        case Negate(operand=operand):
            inner = compiled(operand)
            return lambda frame: -inner(frame)
        case Sum(terms=terms):
            return _sum([compiled(term) for term in terms])
        case Product(factors=factors):
            return _product([compiled(factor) for factor in factors])
        case Binary(operator=operator, left=left, right=right):
            return _applied(OPERATORS[operator], [compiled(left), compiled(right)])
        case Call(function=function, arguments=arguments):
            return _applied(FUNCTIONS[function], [compiled(argument) for argument in arguments])
        case Reduce(function=function, axes=axes, body=body):
            reduction, entry = REDUCTIONS[function], compiled(body)
            return lambda frame: reduction([entry(frame) for _ in places(frame, axes)])
        case Series(function=kind, index=index, low=low, high=high, body=body):
            return _series(REDUCTIONS[kind], index, compiled(low), compiled(high), compiled(body))
        case _:
            assert_never(expression)


def _series(reduction: Reduction, index: str, low: Compiled, high: Compiled, term: Compiled) -> Compiled:
    def value(frame: Frame) -> float:
        numbers = whole_numbers(low(frame), high(frame))
        return math.nan if numbers is None else reduction([term(frame) for _ in counted(frame, index, numbers)])

    return value


def whole_numbers(low: float, high: float) -> range | None:
    """From `low` to `high`; None if these are no whole numbers, or lie too far apart."""
    if not (low.is_integer() and high.is_integer() and high - low < MOST_TERMS):
        return None
    return range(int(low), int(high) + 1)


def counted(frame: Frame, index: str, numbers: range) -> Iterator[None]:
    """Lets the index stand at each number; afterwards it stands where it stood."""
    before = frame.positions.get(index)
    for number in numbers:
        frame.positions[index] = number
        yield
    if before is None:
        frame.positions.pop(index, None)
    else:
        frame.positions[index] = before


def _sum(terms: Sequence[Compiled]) -> Compiled:
    if len(terms) == 2:
        first, second = terms
        return lambda frame: first(frame) + second(frame)
    return lambda frame: sum([term(frame) for term in terms])


def _product(factors: Sequence[Compiled]) -> Compiled:
    if len(factors) == 2:
        first, second = factors
        return lambda frame: first(frame) * second(frame)
    return lambda frame: math.prod([factor(frame) for factor in factors])


def _applied(function: Callable[..., float], arguments: Sequence[Compiled]) -> Compiled:
    if len(arguments) == 1:
        (only,) = arguments
        return lambda frame: function(only(frame))
    if len(arguments) == 2:
        first, second = arguments
        return lambda frame: function(first(frame), second(frame))
    return lambda frame: function(*[argument(frame) for argument in arguments])


def places(frame: Frame, axes: Sequence[Axis]) -> Iterator[None]:
    """Stands, one after the other, at each place of the axes; afterwards the indices stand where they stood."""
    if not axes:
        yield
        return
    axis, *others = axes
    for _ in counted(frame, axis.index, range(frame.lengths[axis.over])):
        yield from places(frame, others)
