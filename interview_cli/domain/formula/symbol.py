"""What a formula's letters stand for, and what is said when a formula cannot be read; imports domain.errors only."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from interview_cli.domain.errors import InterviewError

Domain = Literal["real", "positive", "unit", "integer", "length"]
DOMAINS: tuple[Domain, ...] = get_args(Domain)


class FormulaError(InterviewError):
    """A formula cannot be read: what was not understood, and where (`column` counts from 1, None for the whole)."""

    def __init__(self, message: str, column: int | None = None, *, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.column = column


@dataclass(frozen=True, slots=True)
class Symbol:
    """A letter of a formula: its name, where its values lie, and how else people write it.

    `domain` is one of DOMAINS: real, positive, unit (strictly between 0 and 1), integer (2 to 40 unless `range` says
    otherwise), length (the number of entries of the vectors over the index `over`). With `over`, any other domain is a
    vector with one entry for each value of that index. `range` bounds the values, both ends included. `above` names a
    symbol that this one always exceeds. `latex` and `also` hold further spellings, LaTeX or plain.

    Raises: FormulaError if these do not fit together.
    """

    name: str
    domain: Domain
    latex: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    range: tuple[float, float] | None = None
    over: str | None = None
    above: str | None = None

    def __post_init__(self) -> None:
        if self.domain not in DOMAINS:
            raise FormulaError(f"{self.name}: the domain {self.domain!r} is none of {', '.join(DOMAINS)}")
        if self.domain == "length" and self.over is None:
            raise FormulaError(f"{self.name}: a length needs `over`, the index that it counts")
        if self.range is not None and not self.range[0] <= self.range[1]:
            raise FormulaError(f"{self.name}: the range {list(self.range)} is empty")
        if self.range is not None and self.domain == "integer" and math.ceil(self.range[0]) > math.floor(self.range[1]):
            raise FormulaError(f"{self.name}: the range {list(self.range)} holds no whole number")
        if self.above is not None and self.is_vector:
            raise FormulaError(f"{self.name}: `above` orders single numbers, not vectors")

    @property
    def is_vector(self) -> bool:
        return self.over is not None and self.domain != "length"

    @property
    def spellings(self) -> tuple[str, ...]:
        return (self.name, *self.latex, *self.also)


def parameter_symbols(names: Iterable[str]) -> tuple[Symbol, ...]:
    """Positive symbols of these names: enough to parse the answer of a numeric item."""
    return tuple(Symbol(name, "positive") for name in names)


def named(symbols: Sequence[Symbol]) -> str:
    """The names as a message lists them."""
    return ", ".join(symbol.name for symbol in symbols)
