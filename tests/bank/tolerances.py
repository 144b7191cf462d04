"""Whether a numeric item tells its answer from its wrong forms and from 0, at every showing that is tried."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping

from interview_cli.domain import formula
from interview_cli.domain.items.question import Bank, ChooseFrom, Numeric
from interview_cli.domain.items.shown import draw
from tests.packaged import packaged

DRAWS = 25

Values = Mapping[str, float | int]


def mistaken_for_right(section: int) -> list[str]:
    """Each showing of a section's numbers at which 0 or a wrong form would be marked right."""
    bank = packaged()
    return [fault for item in _numbers(bank, section) for fault in _faults(item)]


def _numbers(bank: Bank, section: int) -> Iterator[Numeric]:
    for item in bank.items.values():
        if isinstance(item, Numeric) and bank.section_of(item) == section:
            yield item


def _faults(item: Numeric) -> Iterator[str]:
    for values in _showings(item):
        right = _value(item, item.answer, values)
        allowed = item.tolerance.absolute or (item.tolerance.relative or 0) * abs(right)
        if right != 0 and abs(right) <= allowed:
            yield f"{item.id}: 0 is right at {dict(values)}"
        for wrong in item.wrong:
            given = _value(item, wrong.form, values)
            if abs(given - right) <= allowed:
                yield f"{item.id}: {wrong.slip} is right at {dict(values)}"


def _showings(item: Numeric) -> list[Values]:
    """Every combination where all parameters are listed, else draws as the program makes them."""
    listed = [parameter.choose for parameter in item.parameters.values() if isinstance(parameter, ChooseFrom)]
    if len(listed) < len(item.parameters):
        return [draw(item, seed) for seed in range(DRAWS)]
    return [dict(zip(item.parameters, values, strict=True)) for values in itertools.product(*listed)]


def _value(item: Numeric, expression: str, values: Values) -> float:
    return formula.evaluate(formula.parse(expression, formula.parameter_symbols(item.parameters)), values)
