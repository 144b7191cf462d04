"""Text to tree: what a bank file or a person writes becomes an Expression; imports the formula package only.

A side of an equation is read by `grammar`; here it is decided which sides count, and whether the tree is too large.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import Final

from interview_cli.domain.formula.definitions import defined_beside
from interview_cli.domain.formula.equivalence import compare
from interview_cli.domain.formula.expression import (
    Expression,
    free_axes,
    free_symbols,
    levels,
    substituted,
    work,
)
from interview_cli.domain.formula.grammar import Grammar
from interview_cli.domain.formula.names import (
    Notation,
    assemble,
    match_phrases,
    symbol_table,
)
from interview_cli.domain.formula.sides import entries_written_out, is_plain_name, names_a_quantity, sides_of
from interview_cli.domain.formula.symbol import FormulaError, Symbol
from interview_cli.domain.formula.tokens import Token, tokenize

MAX_HEIGHT: Final = 120  # levels of the tree, which also counts the links of a chain of divisions
MAX_WORK: Final = 2000  # nodes visited for one value, with vectors of LONGEST entries
LONGEST: Final = 6
DEFINED: Final = "defined"
NOT_A_NAME: Final = "the left side of the = isn't a plain name: type only the right-hand side"


def parse(text: str, symbols: Sequence[Symbol]) -> Expression:
    """The expression that a bank file holds, Python-like or LaTeX; every name stands apart.

    Raises: FormulaError with the column (from 1) of what is not understood.
    """
    return _parse_once(text, tuple(symbols))


@lru_cache(maxsize=1024)
def _parse_once(text: str, symbols: tuple[Symbol, ...]) -> Expression:
    """The forms of a bank are compared with every answer to their item: each is parsed once."""
    return _parse(tokenize(text), text, symbols, Notation.BANK)


def read(text: str, symbols: Sequence[Symbol]) -> Expression:
    """The expression that a person typed: LaTeX, Python-like or Unicode, `2Td` for 2*T*d, perhaps `loss = ...`.

    Raises: FormulaError with the column (from 1) of what is not understood, and nothing else for any text.
    """
    return _read(text, symbols, Notation.TYPED)


def read_otherwise(text: str, symbols: Sequence[Symbol]) -> Expression:
    """As `read`, in the other sense of what has two.

    `\\cdot` and `·` between two vectors multiply and sum, bars around a vector are its norm, and `e^x` is the
    exponential function although e is a symbol.
    """
    return _read(text, symbols, Notation.TYPED_OTHERWISE)


def read_loosely(text: str, symbols: Sequence[Symbol]) -> Expression:
    """As `read`, but a denominator or an argument without brackets reaches further: `x/2y` is x/(2y), `√2x` √(2x)."""
    return _read(text, symbols, Notation.TYPED_LOOSELY)


def read_tightly(text: str, symbols: Sequence[Symbol]) -> Expression:
    """As `read`, but an argument without brackets is one factor: `\\cos\\frac x2 y` is cos(x/2) times y."""
    return _read(text, symbols, Notation.TYPED_TIGHTLY)


def read_by_halves(text: str, symbols: Sequence[Symbol]) -> Expression:
    """As `read`, but an argument without brackets is divided by what follows its /: `cos x/2 y` is cos(x/2) times y."""
    return _read(text, symbols, Notation.TYPED_BY_HALVES)


def read_widely(text: str, symbols: Sequence[Symbol]) -> Expression:
    """As `read`, but an argument reaches to the end of its product, brackets behind a space and all.

    `cos w(p - s)` is cos(w (p - s)), and `log (1 - p)/q` is log((1 - p)/q).
    """
    return _read(text, symbols, Notation.TYPED_WIDELY)


def read_raised(text: str, symbols: Sequence[Symbol]) -> Expression:
    """As `read`, but an exponent without brackets reaches to the end of its product: `e^-2x` is e^(-2x)."""
    return _read(text, symbols, Notation.TYPED_RAISED)


def read_raised_wholly(text: str, symbols: Sequence[Symbol]) -> Expression:
    """As `read_raised`, but also over a /: `e^-x/2` is e^(-x/2)."""
    return _read(text, symbols, Notation.TYPED_RAISED_WHOLLY)


def _read(text: str, symbols: Sequence[Symbol], notation: Notation) -> Expression:
    for body, definitions in defined_beside(text):
        if (defined := _read_with(body, definitions, symbols, notation)) is not None:
            return defined
    return _read_alone(text, symbols, notation)


def _read_with(
    body: str, definitions: Sequence[tuple[str, str]], symbols: Sequence[Symbol], notation: Notation
) -> Expression | None:
    """The formula with its names written out; None where one is known already, is not used, or nothing can be read."""
    known = tuple(symbols)
    values: dict[str, Expression] = {}
    used: set[str] = set()
    try:
        for spelling, text in definitions:
            value = _read_alone(text, known, notation)
            if (symbol := _known(spelling, known)) is not None:
                if compare(symbol, value, known).outcome != "equal":
                    return None
                continue
            used |= free_symbols(value)
            name = f"{DEFINED}{len(values)}"
            values[name] = substituted(value, values)
            known = (*known, Symbol(name, "real", latex=(spelling,)))
        expression = _read_alone(body, known, notation)
        written_out = _within_limits(substituted(expression, values))
    except FormulaError:
        return None
    return written_out if values.keys() <= used | free_symbols(expression) else None


def _known(name: str, symbols: Sequence[Symbol]) -> Expression | None:
    with suppress(FormulaError):
        return _parse(tokenize(name), name, symbols, Notation.TYPED)
    return None


def _read_alone(text: str, symbols: Sequence[Symbol], notation: Notation) -> Expression:
    def side(tokens: Sequence[Token]) -> Expression:
        return _parse(tokens, text, symbols, notation)

    sides = sides_of(entries_written_out(tokenize(text)))
    if len(sides) == 1:
        return side(sides[0])
    if len(sides) == 2 and is_plain_name(sides[1]) and not _is_readable(sides[1], side):
        return side(sides[0])
    names_the_left = is_plain_name(sides[0]) or (names_a_quantity(sides[0]) and not _is_readable(sides[0], side))
    if not (names_the_left or _is_readable(sides[0], side)):
        raise FormulaError(NOT_A_NAME, 1)
    found = [side(part) for part in sides[int(names_the_left) :]]
    if any(compare(found[-1], other, symbols).outcome != "equal" for other in found[:-1]):
        raise FormulaError("the two sides of the = aren't equal: type one formula" if names_the_left else NOT_A_NAME, 1)
    return found[-1]


def _is_readable(tokens: Sequence[Token], side: Callable[[Sequence[Token]], Expression]) -> bool:
    try:
        side(tokens)
    except FormulaError:
        return False
    return True


def _parse(tokens: Sequence[Token], text: str, symbols: Sequence[Symbol], notation: Notation) -> Expression:
    table = symbol_table(symbols)
    names = match_phrases(assemble(tokens, table, notation), table)
    expression = Grammar(names, text, symbols, table, notation).whole()
    return _within_limits(expression)


def _within_limits(expression: Expression) -> Expression:
    if len(levels(expression)) > MAX_HEIGHT:
        raise FormulaError("too many nested divisions or powers")
    if work(expression, LONGEST) > MAX_WORK:
        raise FormulaError("this takes too long to compute: write it shorter")
    free_axes(expression)
    return expression
