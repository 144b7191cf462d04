"""Tokens of a formula, read from left to right; imports the formula package only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from interview_cli.domain.formula.expression import (
    Expression,
)
from interview_cli.domain.formula.names import (
    Notation,
    SymbolTable,
)
from interview_cli.domain.formula.symbol import FormulaError, Symbol
from interview_cli.domain.formula.tokens import Token

MAX_NESTING: Final = 60  # brackets, fractions, powers and functions inside one another


class Cursor:
    """Where a reader stands in the tokens of a formula, and what it takes from there.

    Every step down is counted, so that no input exhausts the stack. All methods raise FormulaError with the column.
    """

    def __init__(
        self, tokens: list[Token], text: str, symbols: Sequence[Symbol], table: SymbolTable, notation: Notation
    ) -> None:
        self.tokens = tokens
        self.text = text
        self.symbols = symbols
        self.table = table
        self.notation = notation
        self.position = 0
        self.nesting = 0
        self.closing_bars: list[str | None] = [None]  # the bar that would close what is open, None inside brackets
        self.bound: list[str] = []  # indices of the series around the place
        self.transposed: Expression | None = None  # the vector that was last written with a ^T

    def _peek(self, ahead: int = 0) -> Token | None:
        place = self.position + ahead
        return self.tokens[place] if place < len(self.tokens) else None

    def _at_sign(self, *signs: str) -> bool:
        token = self._peek()
        return token is not None and token.is_sign(*signs)

    def _take(self) -> Token:
        token = self._peek()
        if token is None:
            raise FormulaError("the formula ends too early", len(self.text.rstrip()) + 1)
        self.position += 1
        return token

    def _expect(self, sign: str) -> None:
        token = self._take_or_miss(sign)
        if not token.is_sign(sign):
            raise FormulaError(f"expected {sign} but found {self._written(token)!r}", token.start + 1)

    def _take_or_miss(self, sign: str) -> Token:
        if self._peek() is None:
            raise FormulaError(f"a {sign} is missing", len(self.text.rstrip()) + 1)
        return self._take()

    def _written(self, token: Token) -> str:
        return self.text[token.start : token.end] or token.text

    def _not_understood(self, token: Token) -> FormulaError:
        return FormulaError(f"{self._written(token)!r} isn't allowed here", token.start + 1)

    @contextmanager
    def _inside(self, closing_bar: str | None) -> Iterator[None]:
        self.nesting += 1
        if self.nesting > MAX_NESTING:
            token = self._peek()
            raise FormulaError(f"brackets are nested more than {MAX_NESTING} deep", token.start + 1 if token else None)
        self.closing_bars.append(closing_bar)
        yield
        self.closing_bars.pop()
        self.nesting -= 1
