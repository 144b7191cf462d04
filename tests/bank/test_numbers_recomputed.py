"""Every numeric item of the bank, worked out again from its prompt alone: by counting, simulating, searching.

Each function was written without sight of the item's answer, and takes the item's parameters by their names. What a
prompt leaves to convention (a rounding, a source's definition) is written here as the source has it.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable
from importlib import import_module
from pkgutil import iter_modules

import pytest

from interview_cli.domain import formula
from interview_cli.domain.items.question import Bank, ChooseFrom, Numeric
from interview_cli.domain.items.shown import draw
from tests.bank import recomputed
from tests.bank.recomputing import RECOMPUTED, Route, Values
from tests.packaged import packaged

DRAWS = 25
EXACT = 1e-6
LOOSER = {
    # Quantiles as tables print them: 1.96, 1.96 + 0.84 (squared) and 2.776.
    "q02-accuracy-interval": 3e-5,
    "q02-power-items": 2e-3,
    "q02-seeds-interval": 2e-4,
    # A code is whole, its key is not; the tolerance covers the next whole number.
    "q04-checkerboard-gray": 4e-3,
    # A standard that rounds its constants.
    "q04-luminance": 1e-4,
    # An asymptotic law that is measured at many steps.
    "q12-equal-evaluations": 2e-3,
    # The limits of a small product of rate and decay.
    "q20-adamw-memory": 1e-4,
    "q20-adamw-equilibrium": 1e-3,
}
# "About how many": the keys are not whole, and their tolerance covers the next whole number.
UNROUNDED = {"q14-green-tokens", "q18-votes", "q20-attention-activation-crossover", "q20-ema-half-life"}

for module in iter_modules(recomputed.__path__):
    import_module(f"{recomputed.__name__}.{module.name}")


@pytest.fixture(scope="module")
def bank() -> Bank:
    return packaged()


def numeric_items(bank: Bank) -> dict[str, Numeric]:
    return {item.id: item for item in bank.items.values() if isinstance(item, Numeric)}


def showings(item: Numeric) -> Iterable[Values]:
    """Every combination where all parameters are listed, else draws as the program makes them."""
    listed = [parameter.choose for parameter in item.parameters.values() if isinstance(parameter, ChooseFrom)]
    if len(listed) < len(item.parameters):
        return [draw(item, seed) for seed in range(DRAWS)]
    return [dict(zip(item.parameters, values, strict=True)) for values in itertools.product(*listed)]


def differences(item: Numeric, route: Route) -> list[str]:
    key = formula.parse(item.answer, formula.parameter_symbols(item.parameters))
    found = []
    for values in showings(item):
        expected, recomputed = formula.evaluate(key, values), route(**values)
        if item.id in UNROUNDED:
            expected = math.ceil(expected - EXACT)
        if recomputed != pytest.approx(expected, rel=LOOSER.get(item.id, EXACT), abs=1e-12):
            found.append(f"{dict(values)}: the key says {expected:.6g}, recomputed {recomputed:.6g}")
    return found


@pytest.mark.parametrize("item_id", RECOMPUTED)
def test_the_key_is_what_the_prompt_asks(bank: Bank, item_id: str) -> None:
    items = numeric_items(bank)
    assert item_id in items, f"the bank has no numeric item {item_id} any more: take its function out"
    assert differences(items[item_id], RECOMPUTED[item_id]) == []


def test_how_many_items_are_recomputed(bank: Bank) -> None:
    """A few new ones may wait: tests/bank/test_truth_*.py asks for a check of each."""
    items = numeric_items(bank)
    waiting = sorted(items.keys() - RECOMPUTED.keys())
    assert len(waiting) <= len(items) / 20, f"{len(items) - len(waiting)} of {len(items)} are recomputed, not {waiting}"
