"""How far rounding may have moved the value of a formula; imports the formula package only.

`1 - (1 - x)` and `x` are equal, yet for a small x their floats are not. Beside each value goes a bound on its error:
every operation passes on what its arguments' errors do to it and adds its own rounding. Whole numbers made of whole
numbers are exact, or no square of a negative number would be sure to exist. With the bound a comparison can tell
numbers that differ from numbers that are merely inexact, without a tolerance that would swallow small differences.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, assert_never

from interview_cli.domain.formula.evaluate import CONSTANTS, Frame, counted, places, whole_numbers
from interview_cli.domain.formula.expression import (
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
)
from interview_cli.domain.formula.functions import FUNCTIONS, OPERATORS, REDUCTIONS, divide

UNIT: Final = 2.0**-51  # two roundings of a double: library functions are a little less exact than + and *
TINIEST: Final = 1e-300  # what underflow loses


@dataclass(frozen=True, slots=True)
class Inexact:
    """A value and a bound on its distance from the exact one; an infinite bound means that nothing is known.

    nan with a finite bound means that the exact value is not a real number either.
    """

    value: float
    error: float


def inexact(expression: Expression, frame: Frame) -> Inexact:
    """The value of `expression` at `frame` with its error bound, to first order."""
    match expression:
        case Number(value=value):
            return Inexact(value, 0.0 if value.is_integer() else UNIT * value)
        case Constant(name=constant):
            return Inexact(CONSTANTS[constant], UNIT * CONSTANTS[constant])
        case Variable(name=name):
            return Inexact(frame.numbers[name], 0.0)
        case Entry(name=name, index=index):
            return Inexact(frame.vectors[name][frame.positions[index]], 0.0)
        case Bound(index=index):
            return Inexact(float(frame.positions[index]), 0.0)
        case Negate(operand=operand):
            inner = inexact(operand, frame)
            return Inexact(-inner.value, inner.error)
        case Sum(terms=terms):
            return _accumulated(_sum, [inexact(term, frame) for term in terms])
        case Product(factors=factors):
            return _applied(_product, [inexact(factor, frame) for factor in factors])
        case Binary(operator="%", left=left, right=right):
            return _accumulated(OPERATORS["%"], [inexact(left, frame), inexact(right, frame)])
        case Binary(operator=operator, left=left, right=right):
            return _applied(OPERATORS[operator], [inexact(left, frame), inexact(right, frame)])
        case Call(function=function, arguments=arguments):
            return _applied(FUNCTIONS[function], [inexact(argument, frame) for argument in arguments])
        case Reduce(function=function, axes=axes, body=body):
            reduction = REDUCTIONS[function]
            return _accumulated(lambda *values: reduction(values), [inexact(body, frame) for _ in places(frame, axes)])
        case Series(function=kind, index=index, low=low, high=high, body=body):
            reduction = REDUCTIONS[kind]
            numbers = whole_numbers(inexact(low, frame).value, inexact(high, frame).value)
            if numbers is None:
                return Inexact(math.nan, math.inf)
            return _accumulated(
                lambda *values: reduction(values), [inexact(body, frame) for _ in counted(frame, index, numbers)]
            )
        case _:
            assert_never(expression)


def _sum(*terms: float) -> float:
    return sum(terms)


def _product(*factors: float) -> float:
    return math.prod(factors)


def _applied(function: Callable[..., float], arguments: Sequence[Inexact]) -> Inexact:
    """The function's value, rounded at its own size."""
    values = [argument.value for argument in arguments]
    value = function(*values)
    return _bounded(function, arguments, value, abs(value))


def _accumulated(function: Callable[..., float], arguments: Sequence[Inexact]) -> Inexact:
    """The value of a sum or its like, rounded at the size of the largest part."""
    values = [argument.value for argument in arguments]
    value = function(*values)
    return _bounded(function, arguments, value, max([abs(value), *map(abs, values)]) * max(len(values), 1))


def _bounded(function: Callable[..., float], arguments: Sequence[Inexact], value: float, size: float) -> Inexact:
    if math.isinf(value) or any(math.isinf(argument.error) for argument in arguments):
        return Inexact(value, math.inf)
    if _is_exact(function, arguments, value):
        return Inexact(value, 0.0)
    own = TINIEST + (UNIT * size if math.isfinite(size) else 0.0)
    values = [argument.value for argument in arguments]
    moved = (_moved(function, values, place, argument.error, value) for place, argument in enumerate(arguments))
    return Inexact(value, own + sum(moved))


def _is_exact(function: Callable[..., float], arguments: Sequence[Inexact], value: float) -> bool:
    """Whether whole numbers were added, multiplied or divided without remainder."""
    if not value.is_integer() or any(argument.error or not argument.value.is_integer() for argument in arguments):
        return False
    is_whole_division = function is divide and value * arguments[1].value == arguments[0].value
    return function in (_sum, _product) or is_whole_division


def _moved(function: Callable[..., float], values: Sequence[float], place: int, error: float, value: float) -> float:
    """How far the value moves when one argument moves by its error; without bound if it stops or starts to exist."""
    if error == 0.0 or math.isnan(values[place]):
        return 0.0
    reached = 0.0
    for shift in (-error, error):
        other = function(*values[:place], values[place] + shift, *values[place + 1 :])
        if math.isnan(other) != math.isnan(value) or math.isinf(other):
            return math.inf
        if not math.isnan(other):
            reached = max(reached, abs(other - value))
    return reached
