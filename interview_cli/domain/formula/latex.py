"""A formula as LaTeX, to be rendered as mathematics; `read` takes it back. Imports the formula package only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, assert_never

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
from interview_cli.domain.formula.names import base_name
from interview_cli.domain.formula.symbol import Symbol
from interview_cli.domain.formula.write import Binding, Writer, number

_SMALL = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau phi chi psi omega"
_LARGE = "Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega"
GREEK: Final = frozenset(f"{_SMALL} {_LARGE}".split(" "))
NAMED: Final = frozenset(("exp", "log", "sin", "cos", "tan", "tanh", "sinh", "cosh", "min", "max"))
AROUND: Final = {"abs": (r"\left|", r"\right|"), "floor": (r"\lfloor ", r" \rfloor"), "ceil": (r"\lceil ", r" \rceil")}

_LETTER_AND_NUMBER = re.compile(r"([A-Za-z])(\d+)")


def latex(expression: Expression, symbols: Sequence[Symbol]) -> str:
    """The formula with fractions, roots and powers, its symbols as their items spell them in LaTeX."""
    return _Latex(symbols).text(expression)


class _Latex(Writer):
    def bracketed(self, text: str) -> str:
        return _bracketed(text)

    def written(self, expression: Expression) -> tuple[str, Binding]:
        match expression:
            case Number(value=value):
                return number(value), Binding.ATOM
            case Constant(name=name):
                return r"\pi" if name == "pi" else name, Binding.ATOM
            case Variable(name=name):
                return self._name(name), Binding.ATOM
            case Entry(name=name, index=index, is_bare=is_bare):
                base = _spelled(base_name(self.symbols[name]))
                return base if is_bare else f"{base}_{{{index}}}", Binding.ATOM
            case Bound(index=index):
                return index, Binding.ATOM
            case Negate(operand=operand):
                return f"-{self.text(operand, Binding.PRODUCT)}", Binding.SUM
            case Sum(terms=terms):
                return self.sum_of(terms), Binding.SUM
            case Product(factors=factors):
                return self._product(factors), Binding.PRODUCT
            case Binary(operator="^", left=left, right=right):
                return f"{self.text(left, Binding.ATOM)}^{{{self.text(right, Binding.SUM)}}}", Binding.POWER
            case Binary(operator="/", left=left, right=right):
                return rf"\frac{{{self.text(left, Binding.SUM)}}}{{{self.text(right, Binding.SUM)}}}", Binding.POWER
            case Binary(operator="//", left=left, right=right):
                quotient = rf"\frac{{{self.text(left, Binding.SUM)}}}{{{self.text(right, Binding.SUM)}}}"
                return rf"\lfloor {quotient} \rfloor", Binding.ATOM
            case Binary(left=left, right=right):
                return rf"{self.text(left, Binding.POWER)} \bmod {self.text(right, Binding.POWER)}", Binding.SUM
            case Call():
                return self._call(expression), Binding.ATOM
            case Reduce(function=function, axes=axes, body=body):
                sign = r"\sum" if function == "sum" else r"\prod" if function == "prod" else _function(function)
                over = ",".join(axis.index for axis in axes)
                return f"{sign}_{{{over}}} {_bracketed(self.text(body, Binding.SUM))}", Binding.SUM
            case Series(function=kind, index=index, low=low, high=high, body=body):
                bounds = f"_{{{index}={self.text(low, Binding.SUM)}}}^{{{self.text(high, Binding.SUM)}}}"
                return rf"\{kind}{bounds} {_bracketed(self.text(body, Binding.SUM))}", Binding.SUM
            case _:
                assert_never(expression)

    def _product(self, factors: Sequence[Expression]) -> str:
        """Side by side; with a point before what begins with a digit, which would join the number before it."""
        first, *others = (self.text(factor, Binding.PRODUCT) for factor in factors)
        written = first
        for factor in others:
            is_joined = factor[0].isdigit() or factor.startswith("(")
            written += rf" \cdot {factor}" if is_joined else rf" \, {factor}"
        return written

    def _call(self, call: Call) -> str:
        inside = [self.text(argument, Binding.SUM) for argument in call.arguments]
        match call.function:
            case "less" | "at_most" as relation:
                sign = "<" if relation == "less" else r"\leq"
                return f"({inside[0]} {sign} {inside[1]})"
            case "binom":
                return rf"\binom{{{inside[0]}}}{{{inside[1]}}}"
            case "sqrt":
                return rf"\sqrt{{{inside[0]}}}"
            case name if name in AROUND and len(inside) == 1:
                begin, end = AROUND[name]
                return f"{begin}{inside[0]}{end}"
            case name:
                return f"{_function(name)}{_bracketed(', '.join(inside))}"

    def _name(self, name: str) -> str:
        symbol = self.symbols.get(name)
        return symbol.latex[0] if symbol is not None and symbol.latex else _spelled(name)


def _spelled(name: str) -> str:
    """A plain name as LaTeX: `sigma_t`, `x0`, `abar_t`."""
    base, _, below = name.partition("_")
    joined = _LETTER_AND_NUMBER.fullmatch(base)
    if joined and not below:
        base, below = joined[1], joined[2]
    head = rf"\{base}" if base in GREEK else base if len(base) == 1 else rf"\mathrm{{{base}}}"
    return f"{head}_{{{below}}}" if below else head


def _function(name: str) -> str:
    return rf"\{name}" if name in NAMED else rf"\operatorname{{{name}}}"


def _bracketed(text: str) -> str:
    return rf"\left({text}\right)" if r"\frac" in text else f"({text})"
