"""Every formula of the bank by a second method: sympy computes it to 40 digits, and writes it in ways of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from random import Random
from typing import assert_never

import pytest
import sympy

from interview_cli.domain.formula import Expression, Symbol, parse
from interview_cli.domain.formula.evaluate import Frame
from interview_cli.domain.formula.expression import (
    Axis,
    Binary,
    Bound,
    Call,
    Constant,
    Entry,
    Negate,
    Number,
    Product,
    Reduce,
    Series,
    Sum,
    Variable,
    free_axes,
)
from interview_cli.domain.formula.points import draw_points
from interview_cli.domain.items.answer import Mark
from interview_cli.domain.items.question import Formula
from interview_cli.domain.marking import mark
from interview_cli.domain.marking.formula import symbols_of
from interview_cli.ui.math import to_line
from tests.packaged import packaged

ITEMS = [item for item in packaged().items.values() if isinstance(item, Formula)]
POINTS = 12
DIGITS = 40
TELLING = sympy.Float("1e-20", DIGITS)

FUNCTIONS = {
    "abs": sympy.Abs,
    "ceil": sympy.ceiling,
    "cos": sympy.cos,
    "exp": sympy.exp,
    "floor": sympy.floor,
    "log": sympy.log,
    "max": sympy.Max,
    "min": sympy.Min,
    "sin": sympy.sin,
    "sqrt": sympy.sqrt,
    "tanh": sympy.tanh,
    "sigmoid": lambda x: 1 / (1 + sympy.exp(-x)),
    "softplus": lambda x: sympy.log(1 + sympy.exp(x)),
    "log2": lambda x: sympy.log(x, 2),
    "log10": lambda x: sympy.log(x, 10),
}


class Sympy:
    """A formula as sympy has it; the entries of vectors are symbols of their own, as many as the frame has."""

    def __init__(self, frame: Frame) -> None:
        self.lengths = frame.lengths
        self.positions: dict[str, int] = {}

    def of(self, expression: Expression) -> sympy.Expr:
        match expression:
            case Number(value=value):
                return sympy.nsimplify(repr(value), rational=True)
            case Constant(name=name):
                return sympy.pi if name == "pi" else sympy.E
            case Variable(name=name):
                return sympy.Symbol(name)
            case Entry(name=name, index=index):
                return sympy.Symbol(f"{name}[{self.positions[index]}]")
            case Negate(operand=operand):
                return -self.of(operand)
            case Sum(terms=terms):
                return sympy.Add(*map(self.of, terms))
            case Product(factors=factors):
                return sympy.Mul(*map(self.of, factors))
            case Binary(operator=operator, left=left, right=right):
                return self.binary(operator, self.of(left), self.of(right))
            case Call(function=function, arguments=arguments):
                return FUNCTIONS[function](*map(self.of, arguments))
            case Reduce(function=function, axes=axes, body=body):
                return reduced(function, list(self.entries(axes, body)))
            case Bound() | Series():
                raise NotImplementedError("no formula of the bank counts with an index")
            case _:
                assert_never(expression)

    def binary(self, operator: str, left: sympy.Expr, right: sympy.Expr) -> sympy.Expr:
        match operator:
            case "/":
                return left / right
            case "^":
                return left**right
            case "//":
                return sympy.floor(left / right)
            case _:
                return left - right * sympy.floor(left / right)

    def entries(self, axes: tuple[Axis, ...], body: Expression) -> Iterator[sympy.Expr]:
        if not axes:
            yield self.of(body)
            return
        before = dict(self.positions)
        for position in range(self.lengths[axes[0].over]):
            self.positions[axes[0].index] = position
            yield from self.entries(axes[1:], body)
        self.positions = before


def reduced(function: str, entries: list[sympy.Expr]) -> sympy.Expr:
    match function:
        case "sum":
            return sympy.Add(*entries)
        case "mean":
            return sympy.Add(*entries) / len(entries)
        case "prod":
            return sympy.Mul(*entries)
        case "norm":
            return sympy.sqrt(sympy.Add(*(entry**2 for entry in entries)))
        case "max" | "min":
            return FUNCTIONS[function](*entries)
        case "var" | "std":
            mean = sympy.Add(*entries) / len(entries)
            variance = sympy.Add(*((entry - mean) ** 2 for entry in entries)) / len(entries)
            return variance if function == "var" else sympy.sqrt(variance)
        case _:
            raise NotImplementedError(function)


def values_of(frame: Frame) -> Mapping[sympy.Symbol, sympy.Float]:
    entries = {
        f"{name}[{place}]": value for name, vector in frame.vectors.items() for place, value in enumerate(vector)
    }
    return {sympy.Symbol(name): sympy.Float(value, DIGITS) for name, value in (frame.numbers | entries).items()}


def computed(expression: Expression, frame: Frame) -> list[sympy.Expr]:
    """The value at the frame, one for each place that its open indices can stand at."""
    axes = tuple(sorted(free_axes(expression), key=lambda axis: axis.index))
    values = values_of(frame)
    return [entry.evalf(DIGITS, subs=values) for entry in Sympy(frame).entries(axes, expression)]


def differ(first: Expression, second: Expression, symbols: tuple[Symbol, ...]) -> bool:
    """Whether the two have other values at a point; no more points are computed then."""
    return any(
        abs(a - b) > TELLING * (1 + abs(a))
        for frame in draw_points(symbols, POINTS, Random(7))
        for a, b in zip(computed(first, frame), computed(second, frame), strict=True)
    )


WRONG = [pytest.param(item, wrong, id=f"{item.id}: {wrong.slip}") for item in ITEMS for wrong in item.wrong]


@pytest.mark.parametrize(("item", "wrong"), WRONG)
def test_a_wrong_form_has_another_value_to_forty_digits(item: Formula, wrong) -> None:  # type: ignore[no-untyped-def]
    symbols = symbols_of(item)
    assert differ(parse(item.answer, symbols), parse(wrong.form, symbols), symbols)
    assert mark(item, wrong.form, 0).mark is Mark.WRONG


def paraphrases(item: Formula) -> set[str]:
    """The answer expanded, factored and over one denominator, as sympy prints it for programs and in LaTeX."""
    symbols = symbols_of(item)
    answer = Sympy(Frame({}, {}, {})).of(parse(item.answer, symbols))
    forms = [answer, sympy.expand(answer), sympy.factor(answer), sympy.together(answer)]
    names = {sympy.Symbol(symbol.name): spelled(symbol) for symbol in symbols}
    return {str(form) for form in forms} | {sympy.latex(form, symbol_names=names) for form in forms}


def spelled(symbol: Symbol) -> str:
    return f"{{{symbol.latex[0]}}}" if symbol.latex else f"{{{symbol.name}}}"


SCALAR = [item for item in ITEMS if not any(symbol.over for symbol in symbols_of(item))]


@pytest.mark.parametrize("item", SCALAR, ids=lambda item: item.id)
def test_what_sympy_makes_of_an_answer_is_right_and_so_is_the_line_that_is_shown_of_it(item: Formula) -> None:
    """What the terminal draws of LaTeX can be copied and typed again."""
    texts = paraphrases(item)
    lines = {to_line(text) for text in texts if "{" in text}
    marked = {text: mark(item, text, 0).mark for text in texts | lines}
    assert marked == dict.fromkeys(marked, Mark.RIGHT)
