"""A typed number with its unit against the right one: equal, off by a known slip, or asked again; imports the domain only."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from interview_cli.domain.marking.quantity import parse_quantity, result_of
from interview_cli.domain.marking.typed_number import DECIMAL, number_of, plainly, split_unit
from interview_cli.domain.marking.units import COUNT, COUNT_WORDS, MULTIPLES, QuantityError, known_unit
from interview_cli.domain.marking.writing import format_quantity, plain_number


@dataclass(frozen=True, slots=True)
class QuantityVerdict:
    """`difference` is to be read after "your answer ..."; for vague and for unreadable text it says what is the matter.

    Vague: a number that was read and may be meant rightly, so that another one is asked for.
    """

    outcome: Literal["equal", "different", "vague", "unreadable"]
    read_as: str
    difference: str | None = None


@dataclass(frozen=True, slots=True)
class _Right:
    """The right number, and how far another one may be from it; where that is 0, whole numbers are exact."""

    value: float
    margin: float

    def is_met_by(self, value: float) -> bool:
        both_whole = value.is_integer() and float(self.value).is_integer()
        allowed = 1e-12 * abs(self.value) if self.margin == 0.0 and not both_whole else self.margin
        return abs(value - self.value) <= allowed


NAMES_OF_SIZES: Final = frozenset("bdh")
"""One-letter units that are also what people call a batch, a width and a number of heads."""
LEAST_WHOLE: Final = 1e6
"""From such a unit on, a number without one may be written out in full."""
POWER_OF_TEN: Final = re.compile(
    r"\s*(?:[*·×⋅x]|\\times|\\cdot)\s*10(?:(?:\^|\*\*)\{?(?=[-\d])|(?=[⁻⁰¹²³⁴-⁹]))(?P<power>[-\d⁻⁰¹²³⁴-⁹]+)\}?$"
)
"""The end of `3.0 × 10²`."""
LOWERED: Final = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
DECIMAL_COMMA: Final = re.compile(r"[-+−–]?\d{1,3},\d{3}")
POINT_OF_THOUSANDS: Final = re.compile(r"[-+−–]?[1-9]\d{0,2}\.\d{3}")
"""`15.625`, as many countries write 15,625."""
SQUARE: Final = re.compile(r"(\d+)\s*[x×✕]\s*\1")
NEAR: Final = 0.1  # off by less, a share of the right number is told as a percentage
LEAST_DIGITS: Final = 2  # of a rounded number that may be the right one


def compare_quantity(
    text: str,
    expected: float,
    unit: str | None,
    relative: float,
    absolute: float | None = None,
    *,
    is_named: bool = False,
) -> QuantityVerdict:
    """Whether `text` is `expected` (in `unit`) within the wider of both tolerances; with none, whole numbers are exact."""
    try:
        quantity = parse_quantity(text, unit, is_named=is_named)
    except QuantityError as error:
        return QuantityVerdict("unreadable", "", error.message)
    read_as = format_quantity(quantity.value, quantity.unit or None)
    read_as = f"{read_as} ({quantity.note})" if quantity.note else read_as
    number, unit_text = split_unit(result_of(text, unit))
    if not unit and unit_text.strip() in NAMES_OF_SIZES:
        letter = f"I read {unit_text.strip()!r} as a unit, and a number without one is asked for. Type the number alone"
        return QuantityVerdict("vague", read_as, letter)
    is_count = not unit and quantity.unit == "px" and float(expected).is_integer()  # of pixels, `4 pixels` is the count
    if quantity.unit != (unit or "") and not is_count:
        difference = f"is in {quantity.unit or 'no unit'}; it should be in {unit or 'no unit'}"
        return QuantityVerdict("different", read_as, difference)
    right = _Right(expected, max(relative * abs(expected), absolute or 0.0))
    if right.is_met_by(quantity.value):
        return QuantityVerdict("equal", read_as)
    whole = _as_a_whole_number(quantity.value, unit) if is_named and not unit_text else None
    if whole is not None and right.is_met_by(whole):
        return QuantityVerdict("equal", format_quantity(whole, unit))
    if doubt := _doubt(number, unit_text.strip(), quantity.value, unit, right):
        return QuantityVerdict("vague", read_as, doubt)
    return QuantityVerdict("different", read_as, _slip(quantity.value, expected, unit, relative))


def _doubt(number: str, unit_text: str, value: float, unit: str | None, right: _Right) -> str:
    """What another number than the right one may be meant for, where that is the right one; else empty."""
    each = value * MULTIPLES.get(unit or "", 1.0)
    if unit in MULTIPLES and unit_text in COUNT_WORDS and right.is_met_by(each):
        typed = plain_number(each)
        return f"I read {typed} {unit_text}, and {unit}s are asked for. Type {typed} {unit}"
    if DECIMAL_COMMA.fullmatch(number) and right.is_met_by(value / 1000):
        typed = plain_number(number_of(number))
        return f"{number!r} is the number {typed}: write decimals with a point, for example 1.5"
    is_written_out = not unit or bool(unit_text)
    if is_written_out and _is_whole_thousands(number, value, right.value):
        return f"{number!r} is the number {plain_number(value)}: write thousands without a point, for example 1500"
    if SQUARE.fullmatch(number):
        return f"{number!r} is the product {plain_number(number_of(number))}. Type one number"
    digits = _digits_wanted(number, value, right.value, right.margin)
    return f"{number!r} is rounded too far to tell. Give at least {digits} significant digits" if digits else ""


def _is_whole_thousands(number: str, value: float, expected: float) -> bool:
    """Whether `number` is exactly the whole right one, should its point part thousands; its unit is the one asked for."""
    is_so_written = POINT_OF_THOUSANDS.fullmatch(number) is not None
    return is_so_written and value == number_of(number) and round(value * 1000) == expected


def _as_a_whole_number(value: float, unit: str | None) -> float | None:
    """`6.25e9` where a question asks for billions, in billions: nobody means so many billions. None for small units."""
    size = known_unit(unit).size
    return value / size if unit in MULTIPLES or size >= LEAST_WHOLE else None


def _digits_wanted(number: str, value: float, expected: float, allowed: float) -> int:
    """How many digits would decide, where `number` is the right one rounded beyond what is allowed; otherwise 0.

    Of a whole number the zeros at the end don't count, those of 3.0e2 do. Where only the exact number is right, one is
    too short that was rounded for all to see: `200.8k`.
    """
    typed = POWER_OF_TEN.sub(lambda found: f"e{found['power'].translate(LOWERED)}", plainly(number))
    is_decidable = value != 0 and expected != 0 and math.isfinite(expected)
    if not DECIMAL.fullmatch(typed) or not is_decidable:
        return 0
    decimal = Decimal(typed)
    exact = decimal if "." in typed or int(decimal.as_tuple().exponent) < 0 else decimal.normalize()
    digits, exponent = len(exact.as_tuple().digits), int(exact.as_tuple().exponent)
    step = 10.0**exponent * abs(value / float(exact))
    if digits < LEAST_DIGITS or abs(value - expected) > step / 2 * (1 + 1e-9):
        return 0
    leading = math.floor(math.log10(abs(expected) / step)) + 1
    if allowed == 0:
        is_seen = re.search("[.eE]", typed) is not None or not math.isclose(abs(value), abs(float(decimal)))
        return round(leading + math.log10(step)) if is_seen and step > 1 and expected.is_integer() else 0
    return max(digits + 1, math.ceil(leading + math.log10(step / (2 * allowed))))


SLIPS: Final[tuple[tuple[float, str], ...]] = (
    (-1.0, "has the opposite sign"),
    (2.0, "is off by a factor of 2"),
    (1000.0, "is off by a factor of 1,000. Check the prefix"),
    (1e6, "is off by a factor of 1,000,000. Check the prefix"),
    (1e9, "is off by a factor of 1,000,000,000. Check the prefix"),
    (1024.0, "is off by a factor of 1,024. Check the prefix"),
)
SLIPS_OF_DATA: Final[tuple[tuple[float, str], ...]] = (
    (8.0, "is off by a factor of 8. Check bits against bytes"),
    (1.024, "is off by 1024/1000. Check kB against KiB"),
    (1.024**2, "is off by (1024/1000)^2. Check MB against MiB"),
    (1.024**3, "is off by (1024/1000)^3. Check GB against GiB"),
    (1.024**4, "is off by (1024/1000)^4. Check TB against TiB"),
)
SLIPS_OF_COUNTS: Final[tuple[tuple[float, str], ...]] = (
    (100.0, "is off by a factor of 100. Check percent against a share of 1"),
)


def _slips_in(unit: str | None) -> Iterator[tuple[float, str]]:
    """The factors that people are off by in this unit: bits are mixed up with bytes only where data is measured."""
    measured = known_unit(unit).of
    yield from SLIPS
    yield from SLIPS_OF_DATA if measured == "B" else ()
    yield from SLIPS_OF_COUNTS if measured == COUNT else ()


def _slip(value: float, expected: float, unit: str | None, relative: float) -> str:
    if expected == 0.0 or value == 0.0:
        return "differs"
    ratio = value / expected
    margin = max(relative / 2, 1e-3)
    for factor, name in _slips_in(unit):
        if any(abs(closeness - 1) <= min(margin, 0.01) for closeness in (ratio / factor, ratio * factor)):
            return name
    if abs(ratio - 1) < 0.01:
        return "is close, but outside the tolerance"
    if abs(ratio - 1) < NEAR:
        too_large, too_small = ("too large", "too small") if expected > 0 else ("too far from 0", "too close to 0")
        return f"is {100 * abs(ratio - 1):.2g} % {too_large if ratio > 1 else too_small}"
    return f"is off by a factor of {ratio:.3g}"
