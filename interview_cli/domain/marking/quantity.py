"""Numbers with units as people type them, read in the unit that is asked for; imports the domain only.

`180 GB`, `1.8e11 bytes` and `168 GiB` are one answer. What a number says without its unit (`4M`, `7B`, `3`) is read in the
unit that is asked for, and a note says so.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from interview_cli.domain.marking.typed_number import (
    DECIMAL,
    SAME_NUMBER,
    SPLIT,
    clean,
    number_of,
    plainly,
    split_unit,
    with_percent,
)
from interview_cli.domain.marking.units import (
    COUNT_WORDS,
    IN_NATS,
    PER,
    QuantityError,
    base_name,
    known_unit,
    read_unit,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value in `unit`: the unit that was asked for where the text fits it, else the base unit of what was typed.

    `unit` is empty for a count or a ratio; `note` says what was taken for granted, or is empty.
    """

    value: float
    unit: str
    note: str = ""


SAID_TWICE: Final = re.compile(r"(?P<once>.*\S)\s+\((?P<again>[^()]*(?:\([^()]*\)[^()]*)*)\)\s*")
EQUALS: Final = re.compile(r"(?<![<>!=~])(?:=|≈|≃|\\approx)(?![=<>])")
ARROWS: Final = re.compile(r"(?<=[\w)%])\s*(?:[-=]+>|[→⇒])(?=\s*[-+.\d])")


def parse_quantity(text: str, expected_unit: str | None, *, is_named: bool = False) -> Quantity:
    """The number and unit that `text` holds, in `expected_unit` where it can be (None: a count or a ratio).

    The number may be small arithmetic (`2*4096*32`, `2^31`, `1/3`). `is_named`: the question names the unit, so a number
    without one needs no note. Raises: QuantityError.
    """
    if (found := SAID_TWICE.fullmatch(text)) and _is_same(found["once"], found["again"], expected_unit):
        return _parse_once(found["once"], expected_unit, is_named=is_named)
    return _parse_once(result_of(text, expected_unit), expected_unit, is_named=is_named)


def result_of(text: str, expected_unit: str | None) -> str:
    """`5.4 GB` of `2*2.7e9 = 5.4 GB`, `158` of `94.3/0.6 = 157.2 -> 158`: the last side of what is worked out.

    The text where nothing is. Raises: QuantityError where two sides of a = aren't equal.
    """
    text = _with_equals(ARROWS.split(text)[-1])
    sides = [side for side in EQUALS.split(text) if side.strip()]
    read = {side: _read_or_none(side, None) for side in sides}
    units = {quantity.unit for quantity in read.values() if quantity and quantity.unit}
    readable = [side for side in sides if read[side] is not None]
    if len(readable) < 2 or readable != sides[-len(readable) :] or len(units) > 1:
        return text
    if not all(_is_same(*both, expected_unit) or _is_same_figure(*both) for both in pairwise(readable)):
        raise QuantityError("the sides of the = differ by more than 1 %: type one number")
    return readable[-1]


def _with_equals(text: str) -> str:
    """`10 + ln 2 ~ 10.69` with an ≈; `24 ~ 25 GB` is a range."""
    worked_out, _, result = text.rpartition(" ~ ")
    found = SPLIT.match(worked_out.strip())
    is_range = found is None or DECIMAL.fullmatch(plainly(found["number"]))
    return text if is_range else f"{worked_out} ≈ {result}"


def _is_same(once: str, again: str, expected_unit: str | None) -> bool:
    """`0.75 (3/4)`, `4 GB (4e9 bytes)` and `50 % (0.5)` say one number twice; `2 (3)` is a product."""
    for unit in (expected_unit, None):
        first, second = _read_or_none(once, unit), _read_or_none(again, unit)
        if (
            first
            and second
            and first.unit == second.unit
            and math.isclose(first.value, second.value, rel_tol=SAME_NUMBER)
        ):
            return True
    return False


def _is_same_figure(once: str, again: str) -> bool:
    """`2.7*2` and `5.4 GB`: the unit stands with the result only."""
    (first, unit), (second, _) = split_unit(once), split_unit(again)
    return not unit and math.isclose(number_of(first), number_of(second), rel_tol=SAME_NUMBER)


def _read_or_none(text: str, expected_unit: str | None) -> Quantity | None:
    try:
        return _parse_once(text, expected_unit, is_named=True)
    except QuantityError:
        return None


def _parse_once(text: str, expected_unit: str | None, *, is_named: bool) -> Quantity:
    expected = known_unit(expected_unit)
    number, unit_text = with_percent(*split_unit(text), expected_unit)
    value = number_of(number)
    information = PER.split(unit_text.strip())[0]
    if expected_unit in IN_NATS and information in IN_NATS:
        return Quantity(clean(value * IN_NATS[information] / IN_NATS[expected_unit]), expected_unit)
    unit, multiple, note = read_unit(unit_text, expected, expected_unit or "")
    if unit is None:
        is_guessed = expected_unit and expected_unit not in COUNT_WORDS and not is_named
        unread_unit = f"no unit: read as {expected_unit}" if is_guessed else ""
        return Quantity(value * multiple, expected_unit or "", note or unread_unit)
    if unit.is_like(expected):
        return Quantity(clean(value * multiple * unit.size / expected.size), expected_unit or "", note)
    return Quantity(clean(value * multiple * unit.size), base_name(unit), note)
