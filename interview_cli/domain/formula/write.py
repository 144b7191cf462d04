"""One readable line for a formula, "I read this as ..."; `read` takes it back. Imports the formula package only."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import assert_never

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
    free_axes,
)
from interview_cli.domain.formula.names import base_name
from interview_cli.domain.formula.symbol import Symbol


class Binding(IntEnum):
    """How tightly a piece of text holds together; brackets go around what is looser than its place asks for."""

    SUM = 1
    PRODUCT = 2
    POWER = 3
    ATOM = 4


def write(expression: Expression, symbols: Sequence[Symbol]) -> str:
    """The formula in the symbols' own names, with as few brackets as reading it back allows."""
    return _Line(symbols).text(expression)


class Writer(ABC):
    """What every way of writing has in common: brackets where they are needed, and terms that are added."""

    def __init__(self, symbols: Sequence[Symbol]) -> None:
        self.symbols: Mapping[str, Symbol] = {symbol.name: symbol for symbol in symbols}

    def text(self, expression: Expression, needed: Binding = Binding.SUM) -> str:
        """The expression, in brackets if it is looser than its place asks for."""
        written, binding = self.written(expression)
        return written if binding >= needed else self.bracketed(written)

    @abstractmethod
    def written(self, expression: Expression) -> tuple[str, Binding]:
        """The expression without brackets around it, and how tightly it holds together."""

    def bracketed(self, text: str) -> str:
        """The text in brackets."""
        return f"({text})"

    def sum_of(self, terms: Sequence[Expression]) -> str:
        """Terms, the negative ones subtracted."""
        written = self.text(terms[0])
        for term in terms[1:]:
            if isinstance(term, Negate):
                written += f" - {self.text(term.operand, Binding.PRODUCT)}"
            else:
                written += f" + {self.text(term, Binding.PRODUCT)}"
        return written


class _Line(Writer):
    def written(self, expression: Expression) -> tuple[str, Binding]:
        match expression:
            case Number(value=value):
                return number(value), Binding.ATOM
            case Constant(name=name) | Variable(name=name):
                return name, Binding.ATOM
            case Entry():
                return self._entry(expression), Binding.ATOM
            case Bound(index=index):
                return index, Binding.ATOM
            case Negate(operand=operand):
                return f"-{self.text(operand, Binding.PRODUCT)}", Binding.SUM
            case Sum(terms=terms):
                return self.sum_of(terms), Binding.SUM
            case Product(factors=factors):
                return "*".join(self._factors(factors)), Binding.PRODUCT
            case Binary(operator="^", left=left, right=right):
                return f"{self.text(left, Binding.ATOM)}^{self.text(right, Binding.ATOM)}", Binding.POWER
            case Binary(operator="/", left=left, right=right):
                return f"{self._dividend(left)}/{self.text(right, Binding.POWER)}", Binding.PRODUCT
            case Binary(operator=operator, left=left, right=right):
                return f"{self._dividend(left)} {operator} {self.text(right, Binding.POWER)}", Binding.PRODUCT
            case Call(function="less" | "at_most" as relation, arguments=(left, right)):
                sign = "<" if relation == "less" else "<="
                return f"({self.text(left, Binding.SUM)} {sign} {self.text(right, Binding.SUM)})", Binding.ATOM
            case Call(function=function, arguments=arguments):
                inside = ", ".join(self.text(argument, Binding.SUM) for argument in arguments)
                return f"{function}({inside})", Binding.ATOM
            case Reduce():
                return self._reduction(expression)
            case Series(function=kind, index=index, low=low, high=high, body=body):
                bounds = f"{{{index}={self.text(low, Binding.SUM)}}}^{{{self.text(high, Binding.SUM)}}}"
                return f"{kind}_{bounds}({self.text(body, Binding.SUM)})", Binding.SUM
            case _:
                assert_never(expression)

    def _factors(self, factors: Sequence[Expression]) -> list[str]:
        """A quotient may open a product; further on it stands in brackets, since `a*b//c` is not `a*(b//c)`."""
        first, *others = factors
        return [self._dividend(first), *(self.text(factor, Binding.POWER) for factor in others)]

    def _dividend(self, expression: Expression) -> str:
        return self.text(expression, Binding.PRODUCT)

    def _entry(self, entry: Entry) -> str:
        symbol = self.symbols[entry.name]
        return base_name(symbol) if entry.is_bare else f"{base_name(symbol)}_{entry.index}"

    def _reduction(self, reduce: Reduce) -> tuple[str, Binding]:
        """`sum(...)` where it runs over every open index, else `sum_i(...)`, which takes what follows with it."""
        inside = self.text(reduce.body, Binding.SUM)
        if frozenset(reduce.axes) == free_axes(reduce.body):
            return f"{reduce.function}({inside})", Binding.ATOM
        for axis in reversed(reduce.axes):
            inside = f"{reduce.function}_{axis.index}({inside})"
        return inside, Binding.SUM


def number(value: float) -> str:
    """A whole number without a point."""
    return str(int(value)) if value == int(value) and value < 1e15 else repr(value)
