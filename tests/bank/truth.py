"""What the bank says, evaluated at given values, for tests that compute the same number in their own way.

Only the folder of the item's section is read, so that a fault in one section does not fail the tests of another.

    def test_kv_bytes():
        assert numeric("q07-kv-bytes", L=24, T=512) == 2 * 2 * 24 * 4096 * 512
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import TypeAdapter

from interview_cli.domain import formula as formulas
from interview_cli.domain.items.question import AnyItem, Formula, Item, Numeric
from interview_cli.domain.marking.formula import symbols_of

QUESTION_BANK = Path(__file__).parents[2] / "question_bank"

_ITEM: TypeAdapter[AnyItem] = TypeAdapter(Item)

Value = float | Sequence[float]


def numeric(item_id: str, **parameters: float) -> float:
    """The answer of a numeric item for these parameters; all declared ones must be given, and no others."""
    item = _item(item_id)
    assert isinstance(item, Numeric), f"{item_id} is {item.kind}, not numeric"
    return _value(item, item.answer, parameters)


def formula(item_id: str, **values: Value) -> float:
    """The answer of a formula item at these values of its symbols; a symbol with an index takes a sequence."""
    item = _item(item_id)
    assert isinstance(item, Formula), f"{item_id} is {item.kind}, not a formula"
    return _value(item, item.answer, values)


def wrong(item_id: str, slip: str, **values: Value) -> float:
    """A known wrong form of a numeric or formula item at these values."""
    item = _item(item_id)
    assert isinstance(item, Numeric | Formula), f"{item_id} is {item.kind}: it has no wrong forms"
    forms = {wrong.slip: wrong.form for wrong in item.wrong}
    assert slip in forms, f"{item_id} has no slip {slip!r}: it has {sorted(forms)}"
    return _value(item, forms[slip], values)


def _value(item: Numeric | Formula, expression: str, values: dict[str, Value] | dict[str, float]) -> float:
    declared = item.parameters if isinstance(item, Numeric) else item.symbols
    assert set(values) == set(declared), f"{item.id} has {sorted(declared)}, given were {sorted(values)}"
    symbols = (
        formulas.parameter_symbols(values) if isinstance(item, Numeric) else _at_one_entry(symbols_of(item), values)
    )
    return formulas.evaluate(formulas.parse(expression, symbols), values)


def _at_one_entry(symbols: Sequence[formulas.Symbol], values: Mapping[str, Value]) -> tuple[formulas.Symbol, ...]:
    """The symbols, of which a vector with one number for its value stands for one of its entries."""
    return tuple(
        replace(symbol, over=None) if symbol.is_vector and not isinstance(values[symbol.name], Sequence) else symbol
        for symbol in symbols
    )


def _item(item_id: str) -> AnyItem:
    items = _section_items(item_id[1:3])
    assert item_id in items, f"no item {item_id!r} in question_bank/{item_id[1:3]}-*/"
    return items[item_id]


@lru_cache
def _section_items(number: str) -> dict[str, AnyItem]:
    found: dict[str, AnyItem] = {}
    for path in sorted(QUESTION_BANK.glob(f"{number}-*/*.yaml")):
        for raw in yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)["items"]:
            found[raw["id"]] = _ITEM.validate_python(raw)
    return found
