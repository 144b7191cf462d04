"""Marks a number with its unit against the one that the drawn parameters give; imports the domain only."""

from __future__ import annotations

import re
from collections.abc import Mapping

from interview_cli.domain import formula
from interview_cli.domain.errors import FAULT_HINT, BankError
from interview_cli.domain.items.answer import Marked
from interview_cli.domain.items.question import Numeric
from interview_cli.domain.items.shown import draw, filled
from interview_cli.domain.marking.asked_unit import asked_unit, in_its_words
from interview_cli.domain.marking.comparing import QuantityVerdict, compare_quantity
from interview_cli.domain.marking.keys import CannotReadError
from interview_cli.domain.marking.spoken import without_frame, without_words
from interview_cli.domain.marking.writing import format_quantity

Values = Mapping[str, float | int]

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def mark_numeric(item: Numeric, answer: str, seed: int) -> Marked:
    """Right within the item's tolerance, in any unit of the same kind; a known wrong form is named with its reason.

    Raises: CannotReadError for what is no number with a fitting unit.
    """
    accepted = (
        f"Type a number with its unit, for example 1.5 {item.unit}" if item.unit else "Type a number, for example 1.5e3"
    )
    if not answer.strip():
        raise CannotReadError(accepted)
    answer = in_its_words(answer, item.prompt)
    values = draw(item, seed)
    right = value_of(item, item.answer, values)
    verdict = _compared(item, answer, right)
    expected = format_quantity(right, _unit(item))
    match verdict.outcome:
        case "unreadable":
            raise CannotReadError(f"{verdict.difference}. {accepted}")
        case "vague":
            raise CannotReadError(f"{verdict.difference}")
        case "equal":
            return Marked.right(read_as=verdict.read_as, expected=expected)
        case "different":
            pass
    for wrong in item.wrong:
        if _compared(item, answer, value_of(item, wrong.form, values)).outcome == "equal":
            why = filled(wrong.why, values)
            return Marked.wrong(why, read_as=verdict.read_as, slip=wrong.slip, expected=expected)
    return Marked.wrong(f"Your answer {verdict.difference}.", read_as=verdict.read_as, expected=expected)


def expected_number(item: Numeric, seed: int) -> str:
    """The right number under this seed, with its unit."""
    return format_quantity(value_of(item, item.answer, draw(item, seed)), _unit(item))


def worked_out(item: Numeric, seed: int) -> str:
    """The expression of the right number with this seed's values in it, as one types it: `4*32*8*128*16*4096`."""
    values = draw(item, seed)

    def written(found: re.Match[str]) -> str:
        value = values.get(found[0])
        if value is None:
            return found[0]
        text = str(value) if isinstance(value, int) else f"{value:g}"
        return f"({text})" if value < 0 else text

    return _NAME.sub(written, item.answer)


def value_of(item: Numeric, expression: str, values: Values) -> float:
    """The value of the item's answer, or of one of its wrong forms, for these parameters.

    Raises: BankError for an item with a fault.
    """
    try:
        return formula.evaluate(formula.parse(expression, formula.parameter_symbols(item.parameters)), values)
    except formula.FormulaError as error:
        raise BankError(f"{item.id} can't be marked: {error.message}", hint=FAULT_HINT) from None


def _compared(item: Numeric, answer: str, expected: float) -> QuantityVerdict:
    relative, absolute = item.tolerance.relative or 0.0, item.tolerance.absolute
    is_named = item.unit is None
    verdict = compare_quantity(answer, expected, _unit(item), relative, absolute, is_named=is_named)
    if verdict.outcome != "unreadable":
        return verdict
    shorter = (
        compare_quantity(bare, expected, _unit(item), relative, absolute, is_named=is_named)
        for bare in without_words(without_frame(answer), item.prompt)
    )
    return next((of_the_number for of_the_number in shorter if of_the_number.outcome != "unreadable"), verdict)


def _unit(item: Numeric) -> str | None:
    """The item's own unit, else the one that its question names: `20 GB` answers "How many GB ...?" as `20` does."""
    return item.unit or asked_unit(item.prompt)
