"""Marks a typed formula by its values at random points; imports the domain only."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import lru_cache
from typing import Final

from interview_cli.domain import formula
from interview_cli.domain.errors import FAULT_HINT, BankError
from interview_cli.domain.formula import Comparison, Expression, FormulaError, Symbol
from interview_cli.domain.formula.expression import substituted
from interview_cli.domain.formula.tokens import words
from interview_cli.domain.items.answer import Marked
from interview_cli.domain.items.question import Formula, SymbolSpec
from interview_cli.domain.marking.keys import CannotReadError
from interview_cli.domain.marking.spoken import without_frame

HAS_ANOTHER_SENSE: Final = re.compile(r"\\cdot|[·⋅∙|]|\\[lr]?vert|e\s*(?:\^|\*\*|[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽ᵃ-ᶿʰ-ˣⁱⁿᵀ])")

OTHER_WAYS: Final = (
    formula.read_loosely,
    formula.read_tightly,
    formula.read_by_halves,
    formula.read_widely,
    formula.read_raised,
    formula.read_raised_wholly,
)
NEEDS_BRACKETS: Final = (
    "what follows a /, a ^, a root or a function name can be read in two ways. Put brackets around it"
)
ROUNDS_DOWN: Final = "// rounds down. Type / if it divides evenly"
UNITS_BEHIND: Final = words("bits bytes dB FLOP/s FLOPs nats parameters passes steps tokens tokens/s")
COMPARED: Final = re.compile(r"^[^<>≤≥=+*/()]{1,24}(?:[<>≤≥]|\\(?:le|ge|lt|gt)q?\b)")
ALONE: Final = "a formula is asked for: type what stands behind the sign alone"
ROUNDED: Final = re.compile(r"\d\.\d{2}|\.\d{2}")


def mark_formula(item: Formula, answer: str) -> Marked:
    """Right if the answer equals the item's on the domains of its symbols; a known wrong form is named with its reason.

    Raises: CannotReadError for what is no formula, and where no point can decide; BankError for an item with a fault.
    """
    symbols, reference = _sound(item)
    answer = _without_words(answer, item.prompt, symbols)
    given = _read(answer, symbols)
    defined = definitions_of(item)

    def compared(form: Expression, typed: Expression) -> Comparison:
        return _compared(form, typed, symbols, defined)

    comparison = compared(reference, given)
    if comparison.outcome == "different":
        given = _other_reading(answer, given, symbols, lambda meant: compared(reference, meant)) or given
        comparison = compared(reference, given)
    read_as, expected = formula.write(given, symbols), expected_formula(item)
    match comparison.outcome:
        case "equal":
            return Marked.right(read_as=read_as, expected=expected)
        case "undecided":
            raise CannotReadError(f"I read {read_as}, but it can't be computed. Write it in another form")
        case "different" if comparison.nearly is not None and ROUNDED.search(answer):
            as_such = "Write a number such as log(2) or sqrt(2) as such, not rounded"
            raise CannotReadError(f"that's the right formula times {comparison.nearly}. {as_such}")
        case "different":
            pass
    for wrong in item.wrong:
        if compared(formula.parse(wrong.form, symbols), given).outcome == "equal":
            return Marked.wrong(wrong.why, read_as=read_as, slip=wrong.slip, expected=expected)
    return Marked.wrong(f"Your answer {comparison.difference}.", read_as=read_as, expected=expected)


def _sound(item: Formula) -> tuple[tuple[Symbol, ...], Expression]:
    """The symbols and the answer of an item, for whose faults the person who answers cannot be blamed."""
    try:
        symbols = symbols_of(item)
        return symbols, _reference(item.answer, symbols)
    except FormulaError as error:
        raise BankError(f"{item.id} can't be marked: {error.message}", hint=FAULT_HINT) from None


@lru_cache(maxsize=256)
def _reference(answer: str, symbols: tuple[Symbol, ...]) -> Expression:
    """The answer of an item, once it was compared with itself: that draws the points, which may fail."""
    reference = formula.parse(answer, symbols)
    formula.compare(reference, reference, symbols)
    return reference


def _compared(
    reference: Expression, given: Expression, symbols: tuple[Symbol, ...], defined: Mapping[str, Expression]
) -> Comparison:
    """As they stand, or else with what the question defines written out in both."""
    comparison = formula.compare(reference, given, symbols)
    if comparison.outcome != "different" or not defined:
        return comparison
    with suppress(FormulaError):
        both = substituted(reference, defined), substituted(given, defined)
        written_out = formula.compare(*both, symbols)
        return written_out if written_out.outcome == "equal" else comparison
    return comparison


def _other_reading(
    answer: str, given: Expression, symbols: tuple[Symbol, ...], compared: Callable[[Expression], Comparison]
) -> Expression | None:
    """The answer as people may have meant it, where that is right and what they typed means it too.

    Raises: CannotReadError where it is right only if brackets are thought into it: they are asked for.
    """

    def is_right(meant: Expression) -> bool:
        return meant != given and compared(meant).outcome == "equal"

    with suppress(FormulaError):
        if HAS_ANOTHER_SENSE.search(answer) and is_right(meant := formula.read_otherwise(answer, symbols)):
            return meant
    with suppress(FormulaError):
        if "//" in answer and is_right(formula.read(answer.replace("//", "/"), symbols)):
            raise CannotReadError(ROUNDS_DOWN)
    for read_in_another_way in OTHER_WAYS:
        with suppress(FormulaError):
            if is_right(read_in_another_way(answer, symbols)):
                raise CannotReadError(NEEDS_BRACKETS)
    return None


def expected_formula(item: Formula) -> str:
    """The item's answer as the program writes formulas."""
    return written_form(item, item.answer)


def written_form(item: Formula, form: str) -> str:
    """A form of the bank as the program writes formulas."""
    symbols = symbols_of(item)
    return formula.write(formula.parse(form, symbols), symbols)


def in_latex(form: str, specs: Mapping[str, SymbolSpec]) -> str:
    """A formula as the program writes it, in LaTeX, to be shown as mathematics."""
    from interview_cli.domain.formula.latex import latex  # nobody needs it before an answer is revealed

    symbols = _symbols(specs)
    return latex(formula.parse(form, symbols), symbols)


def symbols_of(item: Formula) -> tuple[Symbol, ...]:
    """The symbols of the item, with all spellings.

    Raises: FormulaError if a declaration makes no sense.
    """
    return _symbols(item.symbols)


def definitions_of(item: Formula) -> dict[str, Expression]:
    """What the question says that some of its symbols are, by name.

    Raises: FormulaError if one can't be read.
    """
    symbols = symbols_of(item)
    return {name: formula.parse(spec.equals, symbols) for name, spec in item.symbols.items() if spec.equals}


def _symbols(specs: Mapping[str, SymbolSpec]) -> tuple[Symbol, ...]:
    return tuple(_symbol(name, spec) for name, spec in specs.items())


def _symbol(name: str, spec: SymbolSpec) -> Symbol:
    return Symbol(
        name,
        spec.domain,
        latex=_several(spec.latex),
        also=_several(spec.also),
        range=spec.range,
        over=spec.over,
        above=spec.above,
    )


def _several(spellings: tuple[str, ...] | str) -> tuple[str, ...]:
    several = (spellings,) if isinstance(spellings, str) else spellings
    return tuple(spelling for spelling in several if spelling.strip())


def _without_words(answer: str, prompt: str, symbols: tuple[Symbol, ...]) -> str:
    """The answer without `it's` before it and without the question's unit behind it, where only that can be read."""
    bare = without_frame(answer)
    formula_alone, _, unit = bare.rpartition(" ")
    is_unit = unit in UNITS_BEHIND and re.search(rf"\b{unit.removesuffix('/s')}\b", prompt) is not None
    for shorter in (answer, bare, formula_alone if is_unit else bare):
        with suppress(FormulaError):
            formula.read(shorter, symbols)
            return shorter
    return answer


def _read(answer: str, symbols: tuple[Symbol, ...]) -> Expression:
    accepted = f"Type a formula in {', '.join(symbol.name for symbol in symbols)}, in LaTeX or Python notation"
    if not answer.strip():
        raise CannotReadError(accepted)
    try:
        return formula.read(answer, symbols)
    except FormulaError as error:
        if COMPARED.match(answer):
            raise CannotReadError(f"{ALONE}. {accepted}") from None
        place = "" if error.column is None else f" (column {error.column})"
        raise CannotReadError(f"{error.message}{place}. {error.hint or accepted}") from None
