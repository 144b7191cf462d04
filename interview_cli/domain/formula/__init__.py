"""Formulas as typed by people: read, evaluated, compared; standard library only."""

from interview_cli.domain.formula.equivalence import Comparison, compare
from interview_cli.domain.formula.evaluate import evaluate, evaluator
from interview_cli.domain.formula.expression import Expression, free_symbols
from interview_cli.domain.formula.names import shared_spellings
from interview_cli.domain.formula.parse import (
    parse,
    read,
    read_by_halves,
    read_loosely,
    read_otherwise,
    read_raised,
    read_raised_wholly,
    read_tightly,
    read_widely,
)
from interview_cli.domain.formula.symbol import DOMAINS, Domain, FormulaError, Symbol, parameter_symbols
from interview_cli.domain.formula.write import write

__all__ = [
    "DOMAINS",
    "Comparison",
    "Domain",
    "Expression",
    "FormulaError",
    "Symbol",
    "compare",
    "evaluate",
    "evaluator",
    "free_symbols",
    "parameter_symbols",
    "parse",
    "read",
    "read_by_halves",
    "read_loosely",
    "read_otherwise",
    "read_raised",
    "read_raised_wholly",
    "read_tightly",
    "read_widely",
    "shared_spellings",
    "write",
]
