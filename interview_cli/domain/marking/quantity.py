"""Numbers with units as people type them: read, compared, written; imports the standard library and domain.formula.

`180 GB`, `1.8e11 bytes` and `168 GiB` are one answer. What a number says without its unit (`4M`, `7B`, `3`) is read in the
unit that is asked for, and a note says so.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final, Literal

from interview_cli.domain.errors import InterviewError
from interview_cli.domain.formula import FormulaError, evaluate, read
from interview_cli.domain.marking.spoken import without_frame


class QuantityError(InterviewError):
    """A text is no number, or its unit is unknown."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value in `unit`: the unit that was asked for where the text fits it, else the base unit of what was typed.

    `unit` is empty for a count or a ratio; `note` says what was taken for granted, or is empty.
    """

    value: float
    unit: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class QuantityVerdict:
    """`difference` is to be read after "your answer ..."; for vague and for unreadable text it says what is the matter.

    Vague: a number that was read and may be meant rightly, so that another one is asked for.
    """

    outcome: Literal["equal", "different", "vague", "unreadable"]
    read_as: str
    difference: str | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: what is counted, for each of what, and how many base units it holds."""

    of: str
    per: str
    size: float

    def is_like(self, other: Unit) -> bool:
        return (self.of, self.per) == (other.of, other.per)


COUNT: Final = "count"
SI: Final[Mapping[str, float]] = {
    "k": 1e3,
    "K": 1e3,
    "M": 1e6,
    "G": 1e9,
    "T": 1e12,
    "P": 1e15,
    "E": 1e18,
    "Z": 1e21,
    "m": 1e-3,
    "u": 1e-6,
    "µ": 1e-6,
    "μ": 1e-6,
    "n": 1e-9,
}
BINARY: Final[Mapping[str, float]] = {
    "Ki": 2.0**10,
    "Mi": 2.0**20,
    "Gi": 2.0**30,
    "Ti": 2.0**40,
    "Pi": 2.0**50,
}
LONG_PREFIXES: Final[Mapping[str, float]] = {
    "kilo": 1e3,
    "mega": 1e6,
    "giga": 1e9,
    "tera": 1e12,
    "peta": 1e15,
    "exa": 1e18,
    "milli": 1e-3,
    "micro": 1e-6,
    "nano": 1e-9,
    "kibi": 2.0**10,
    "mebi": 2.0**20,
    "gibi": 2.0**30,
    "tebi": 2.0**40,
}
MULTIPLES: Final[Mapping[str, float]] = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "mio": 1e6,
    "mil": 1e6,
    "mln": 1e6,
    "mn": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
}
LETTER_MULTIPLES: Final[Mapping[str, float]] = {
    "k": 1e3,
    "K": 1e3,
    "M": 1e6,
    "B": 1e9,
    "G": 1e9,
    "T": 1e12,
    "P": 1e15,
    **BINARY,
}
# what is measured: size in its base unit, and the spellings
KINDS: Final[tuple[tuple[str, float, str], ...]] = (
    ("B", 1.0, "B byte bytes"),
    ("B", 1 / 8, "b bit bits"),
    ("B", 1e9, "gig gigs"),
    ("s", 1.0, "s sec secs second seconds"),
    ("s", 60.0, "min mins minute minutes"),
    ("s", 3600.0, "h hr hrs hour hours"),
    ("s", 86400.0, "d day days"),
    ("s", 604800.0, "week weeks"),
    ("FLOP", 1.0, "FLOP FLOPs flop flops Flop Flops"),
    ("dB", 1.0, "dB db decibel decibels"),
    ("px", 1.0, "px pixel pixels"),
    ("USD", 1.0, "USD usd $ dollar dollars"),
    ("W", 1.0, "W watt watts"),
    ("J", 1.0, "J joule joules"),
    (COUNT, 0.01, "% percent pct"),
    (COUNT, 1.0, "x × times fold"),
    (
        COUNT,
        1.0,
        "tok token tokens param params parameter parameters weight weights sample samples step steps image images frame"
        " frames head heads layer layers gpu gpus GPU GPUs dim dims dimension dimensions patch patches op ops operation"
        " operations value values element elements entry entries example examples query queries request requests"
        " iteration iterations evaluation evaluations eval evals NFE NFEs epoch epochs batch batches channel channels"
        " block blocks video videos nat nats",
    ),
)
RATES: Final[Mapping[str, Unit]] = {
    "Hz": Unit(COUNT, "s", 1.0),
    "hz": Unit(COUNT, "s", 1.0),
    "hertz": Unit(COUNT, "s", 1.0),
    "fps": Unit(COUNT, "s", 1.0),
    "FLOPS": Unit("FLOP", "s", 1.0),
    "Bps": Unit("B", "s", 1.0),
    "bps": Unit("B", "s", 1 / 8),
}
UNITS: Final[Mapping[str, Unit]] = {
    **{spelling: Unit(of, "", size) for of, size, spellings in KINDS for spelling in spellings.split()},
    **RATES,
}
IN_NATS: Final = {"nat": 1.0, "nats": 1.0, "bit": math.log(2), "bits": math.log(2)}
"""Information where it is asked for in nats or bits: elsewhere a nat is a count, and bits are a size in memory."""
NAMES_OF_SIZES: Final = frozenset("bdh")
"""One-letter units that are also what people call a batch, a width and a number of heads."""
COUNT_WORDS: Final = frozenset(
    name for name, unit in UNITS.items() if unit == Unit(COUNT, "", 1.0) and name not in ("x", "×")
)
LEAST_WHOLE: Final = 1e6
"""From such a unit on, a number without one may be written out in full."""
LEAST_PREFIXED: Final = {"px": 1e6}
"""Nobody says kilopixel."""
PREFIXED_WHEN_WRITTEN: Final = frozenset({"B", "B/s", "bit", "bit/s", "FLOP", "FLOP/s", "Hz", "px", "W"})
SMALL_NUMBERS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
)
MAX_LENGTH: Final = 200

HEDGE: Final = re.compile(
    r"^(?:(?:about|around|roughly|approximately|approx\.?|circa|ca\.?|nearly|~|≈|≃|≅|=|\$|US\$"
    r"|(?:by )?(?:an? )?factor(?: of)?|by(?=\s*[\d.])|[x×](?=\s*[\d.]))\s*)+",
    re.IGNORECASE,
)
LATEX: Final = (
    (re.compile(r"\\(?:text|textrm|mathrm|operatorname|mbox)\s*\{([^{}]*)\}"), r" \1"),
    (re.compile(r"\{,\}"), ","),
    (re.compile(r"\\[,;:! ]|(?<=[\d})])~"), " "),
    (re.compile(r"\\([%$])"), r"\1"),
    (re.compile(r"^\\(?:approx|sim|simeq|cong)\b"), "≈"),
    (re.compile(r"^\$([^$]+)\$(?=\s*[^\s.,;])"), r"\1"),
)
"""What a number and its unit wear in LaTeX, and what stands there without it."""
MARKDOWN: Final = re.compile(r"(\*\*|`)(.+)\1", re.DOTALL)
HYPHENS: Final = (
    (re.compile(r"(?<=[\d)])[-–](?=fold\b|bit\b|byte\b)"), " "),
    (re.compile(r"(?<![A-Za-z])per cent\b", re.IGNORECASE), "percent"),
    (
        re.compile(r"(?:\btimes|(?<=\d)\s?[x×]) (?:as [a-z]+|more|larger|bigger|greater|faster|higher|longer)$", re.I),
        " times",
    ),
    (re.compile(r"(?<=\d)\s*(?::|\bto)\s*1$"), ""),
    (re.compile(r"\b(kilo|mega|giga|tera|peta) (?=bytes?\b|bits?\b|flops?\b)", re.IGNORECASE), r"\1"),
)
ENDLESS: Final = r"\s*(?:…|\.\.\.|\\l?dots)(?!\s*[\d.])"
REPEATING: Final = re.compile(rf"(?P<before>\d*\.\d*?)(?P<digit>\d)(?P=digit)+{ENDLESS}")
"""`1.333…`, whose last digit goes on."""
REPEATS: Final = 12
ASIDE: Final = re.compile(r"\s*\([A-Za-z](?:[A-Za-z ,.]|(?<=[A-Za-z0-9])\d)*\)$")
SAID_TWICE: Final = re.compile(r"(?P<once>.*\S)\s+\((?P<again>[^()]*(?:\([^()]*\)[^()]*)*)\)\s*")
EQUALS: Final = re.compile(r"(?<![<>!=~])(?:=|≈|≃|\\approx)(?![=<>])")
ARROWS: Final = re.compile(r"(?<=[\w)%])\s*(?:[-=]+>|[→⇒])(?=\s*[-+.\d])")
MIXED: Final = re.compile(r"(?P<whole>\d{1,3})[ \u00a0](?P<above>\d{1,3})/(?P<below>\d{1,3})")
"""`1 1/3`, nearly always; `10 245/288` may be a quotient, too."""
SAME_NUMBER: Final = 0.01
"""How far two ways to write one number may be apart, as a share of it: one of them is rounded."""
MARGIN: Final = re.compile(r"±|\+/?-\s*\d")
SPLIT: Final = re.compile(r"^(?P<number>.*[\d)\]}⁰¹²³⁴⁵⁶⁷⁸⁹½¼¾⅐-⅞|⌉⌋])\s*(?P<unit>[^\d)\]}|⌉⌋]*)$", re.DOTALL)
THOUSANDS: Final = re.compile(r"(?<![\d.,])(?!0)\d{1,3}(?:([,_ \u202f\u00a0'])\d{3})(?:\1\d{3})*(?![\d,])")
UNDERSCORES: Final = re.compile(r"(?<=\d)_(?=\d)")
MINUS: Final = str.maketrans("−–", "--")
EXPONENT: Final = re.compile(r"(?<=[\d.])\s*[eE](?P<sign>[+\-−–]?)(?P<power>\d+)(?!\w)")
TIMES_LETTER: Final = re.compile(r"(?<=[\d)])\s*[x✕]\s*(?=[\d(])")
BINOMIAL: Final = re.compile(r"(?<![\w.\\])C(?=\()")
BRACKETED: Final = re.compile(r"\([^()]*\)")
SPAN: Final = re.compile(r"^([\d.]+)\s*(-|–|—|to|\.\.+|…)\s*([\d.]+)$")
LOST_POWER: Final = re.compile(r"\d\s*[x×]\s*10\s?[-−–]\s?\d{1,2}$")
"""`5 x 10-5`, from where the power stands higher."""
DECIMAL: Final = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
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
PERCENT_INSIDE: Final = re.compile(
    r"(?<![\w.])(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(?:\s*%(?=\s*(?:[-+*/^)·×⋅−–÷]|$))|%(?=\())"
)
"""`50%` in `50%*30%` and `1/(50%)`; `7 % 3` is a remainder."""
PERCENT_AT_THE_END: Final = re.compile(
    r"(?P<before>.*?[^\s*/(^eE+-]\s*)(?P<sign>[-+/÷])\s*(?P<last>\d+\.?\d*|\.\d+|[A-Za-z]*\([^()]*\))", re.DOTALL
)
"""A number whose last part a % behind it may belong to, and not all: `128/18.55 %`."""
PERCENTAGE_POINTS: Final = re.compile(r"pp|percent(?:age)? points?", re.IGNORECASE)
PER: Final = re.compile(r"\s*(?:/|\bper\b)\s*|\s+an?\s+")


def parse_quantity(text: str, expected_unit: str | None, *, is_named: bool = False) -> Quantity:
    """The number and unit that `text` holds, in `expected_unit` where it can be (None: a count or a ratio).

    The number may be small arithmetic (`2*4096*32`, `2^31`, `1/3`). `is_named`: the question names the unit, so a number
    without one needs no note. Raises: QuantityError.
    """
    if (found := SAID_TWICE.fullmatch(text)) and _is_same(found["once"], found["again"], expected_unit):
        return _parse_once(found["once"], expected_unit, is_named=is_named)
    return _parse_once(_result_of(text, expected_unit), expected_unit, is_named=is_named)


def _result_of(text: str, expected_unit: str | None) -> str:
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
    is_range = found is None or DECIMAL.fullmatch(_plainly(found["number"]))
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
    (first, unit), (second, _) = _split(once), _split(again)
    return not unit and math.isclose(_number(first), _number(second), rel_tol=SAME_NUMBER)


def _read_or_none(text: str, expected_unit: str | None) -> Quantity | None:
    try:
        return _parse_once(text, expected_unit, is_named=True)
    except QuantityError:
        return None


def _parse_once(text: str, expected_unit: str | None, *, is_named: bool) -> Quantity:
    expected = known_unit(expected_unit)
    number, unit_text = _with_percent(*_split(text), expected_unit)
    value = _number(number)
    information = PER.split(unit_text.strip())[0]
    if expected_unit in IN_NATS and information in IN_NATS:
        return Quantity(_clean(value * IN_NATS[information] / IN_NATS[expected_unit]), expected_unit)
    unit, multiple, note = _unit(unit_text, expected, expected_unit or "")
    if unit is None:
        is_guessed = expected_unit and expected_unit not in COUNT_WORDS and not is_named
        unread_unit = f"no unit: read as {expected_unit}" if is_guessed else ""
        return Quantity(value * multiple, expected_unit or "", note or unread_unit)
    if unit.is_like(expected):
        return Quantity(_clean(value * multiple * unit.size / expected.size), expected_unit or "", note)
    return Quantity(_clean(value * multiple * unit.size), _base_name(unit), note)


def known_unit(unit: str | None) -> Unit:
    """The unit of this name; None and the empty name are a count. Raises: QuantityError for a name that is no unit."""
    if not unit:
        return Unit(COUNT, "", 1.0)
    if unit in MULTIPLES:
        return Unit(COUNT, "", MULTIPLES[unit])
    found = _rate(unit) if PER.search(unit) else _prefixed(unit)
    if found is None:
        raise QuantityError(f"the unit {unit!r} is unknown")
    return found


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
    number, unit_text = _split(_result_of(text, unit))
    if not unit and unit_text.strip() in NAMES_OF_SIZES:
        letter = f"I read {unit_text.strip()!r} as a unit, and a number without one is asked for. Type the number alone"
        return QuantityVerdict("vague", read_as, letter)
    is_count = not unit and quantity.unit == "px" and float(expected).is_integer()  # of pixels, `4 pixels` is the count
    if quantity.unit != (unit or "") and not is_count:
        difference = f"is in {quantity.unit or 'no unit'}; it should be in {unit or 'no unit'}"
        return QuantityVerdict("different", read_as, difference)
    if _is_close(quantity.value, expected, relative, absolute):
        return QuantityVerdict("equal", read_as)
    whole = _as_a_whole_number(quantity.value, unit) if is_named and not unit_text else None
    if whole is not None and _is_close(whole, expected, relative, absolute):
        return QuantityVerdict("equal", format_quantity(whole, unit))
    if unit and unit in MULTIPLES and unit_text.strip() in COUNT_WORDS:
        each = quantity.value * MULTIPLES[unit]
        if _is_close(each, expected, relative, absolute):
            multiple = (
                f"I read {_plain(each)} {unit_text.strip()}, and {unit}s are asked for. Type {_plain(each)} {unit}"
            )
            return QuantityVerdict("vague", read_as, multiple)
    if DECIMAL_COMMA.fullmatch(number) and _is_close(quantity.value / 1000, expected, relative, absolute):
        comma = f"{number!r} is the number {_plain(_number(number))}: write decimals with a point, for example 1.5"
        return QuantityVerdict("vague", read_as, comma)
    if not unit and not unit_text.strip() and _is_whole_thousands(number, quantity.value, expected):
        point = f"{number!r} is the number {_plain(quantity.value)}: write thousands without a point, for example 1500"
        return QuantityVerdict("vague", read_as, point)
    if SQUARE.fullmatch(number):
        return QuantityVerdict(
            "vague", read_as, f"{number!r} is the product {_plain(_number(number))}. Type one number"
        )
    digits = _digits_wanted(number, quantity.value, expected, max(relative * abs(expected), absolute or 0.0))
    if digits:
        rounded = f"{number!r} is rounded too far to tell. Give at least {digits} significant digits"
        return QuantityVerdict("vague", read_as, rounded)
    return QuantityVerdict("different", read_as, _slip(quantity.value, expected, unit, relative))


def _is_whole_thousands(number: str, value: float, expected: float) -> bool:
    """Whether `number` is exactly the whole right one, should its point part thousands."""
    return POINT_OF_THOUSANDS.fullmatch(number) is not None and round(value * 1000) == expected


def _as_a_whole_number(value: float, unit: str | None) -> float | None:
    """`6.25e9` where a question asks for billions, in billions: nobody means so many billions. None for small units."""
    size = known_unit(unit).size
    return value / size if unit in MULTIPLES or size >= LEAST_WHOLE else None


def _digits_wanted(number: str, value: float, expected: float, allowed: float) -> int:
    """How many digits would decide, where `number` is the right one rounded beyond what is allowed; otherwise 0.

    Of a whole number the zeros at the end don't count, those of 3.0e2 do. Where only the exact number is right, one is
    too short that was rounded for all to see: `200.8k`.
    """
    typed = POWER_OF_TEN.sub(lambda found: f"e{found['power'].translate(LOWERED)}", _plainly(number))
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


def format_quantity(value: float, unit: str | None) -> str:
    """A line that reads back to `value` within 1e-3; whole numbers without a unit, below 1e15, exactly."""
    if not unit:
        return _plain(value)
    if unit not in PREFIXED_WHEN_WRITTEN and unit != "s":
        return f"{_plain(value)} {unit}"
    prefixes = {"m": 1e-3, "µ": 1e-6, "n": 1e-9} if unit == "s" else {"Z": 1e21, **SI}
    fitting = [
        (size, prefix)
        for prefix, size in prefixes.items()
        if prefix not in ("K", "u", "μ") and (size > 1 or unit == "s") and 1 <= abs(value) / size < 1000
    ]
    smallest = LEAST_PREFIXED.get(unit, 1000)
    if not fitting or 1 <= abs(value) < smallest:
        return f"{_plain(value)} {unit}"
    size, prefix = fitting[0]
    return f"{value / size:.5g} {prefix}{unit}"


# --- the number


def _split(text: str) -> tuple[str, str]:
    """The text of the number and of the unit: the last digit or bracket ends the number."""
    if len(text) > MAX_LENGTH:
        raise QuantityError(f"it's longer than {MAX_LENGTH} characters")
    typed = _without_dress(_without_dollars_of_latex(without_frame(text)))
    hedge = HEDGE.match(typed)
    bare = ASIDE.sub("", HEDGE.sub("", typed).rstrip(".$ ,;"))
    if bare.lower() in (words := SMALL_NUMBERS.split()):
        bare = str(words.index(bare.lower()))
    parts = SPLIT.match(bare)
    if parts is None:
        raise QuantityError(f"{text.strip()!r} has no number in it", hint="write a number and its unit, such as 180 GB")
    is_money = (hedge is not None and "$" in hedge[0]) or typed.endswith("$")
    return parts["number"], f"{parts['unit']} USD" if is_money else parts["unit"]


def _without_dollars_of_latex(text: str) -> str:
    """`$5$` is 5; `$5` and `5$` are money."""
    is_latex = len(text) > 2 and text.startswith("$") and text.endswith("$")
    return text[1:-1].strip() if is_latex else text


def _without_dress(text: str) -> str:
    """`$24$\\,\\text{GB}` and `**24 GB**` as `24 GB`."""
    marked = MARKDOWN.fullmatch(text)
    text = marked[2] if marked else text
    for dress, plain in (*LATEX, *HYPHENS):
        text = dress.sub(plain, text)
    text = REPEATING.sub(lambda found: found["before"] + REPEATS * found["digit"], text)
    text = re.sub(rf"(?<=\d){ENDLESS}", "", text)
    return text.strip()


def _plainly(number: str) -> str:
    """Without the marks between thousands, and `2 e−5` as 2e-5."""
    plain = THOUSANDS.sub(lambda found: re.sub(r"[^\d]", "", found[0]), number)
    return EXPONENT.sub(lambda found: f"e{found['sign'].translate(MINUS)}{found['power']}", plain).translate(MINUS)


def _with_percent(number: str, unit: str, expected_unit: str | None) -> tuple[str, str]:
    """Number and unit with each % within the arithmetic as a hundredth, as both in `50%*30%`.

    Raises: QuantityError where the % at the end may belong to the last number or to all.
    """
    if unit.strip() not in ("", "%"):
        return number, unit
    plain = _plainly(number)
    if PERCENT_INSIDE.search(plain):
        share = PERCENT_INSIDE.sub(r"(\g<number>/100)", f"{plain}{unit.strip()}")
        if SPAN.match(plain.replace("%", "")) and _number(share) < 0:
            raise QuantityError(f"'{number}{unit}' is a range: give one number")
        return (f"({share})*100", "%") if expected_unit == "%" else (share, "")
    ending = PERCENT_AT_THE_END.fullmatch(plain) if unit.strip() else None
    if ending is None or (expected_unit == "%" and ending["sign"] not in "+-"):
        return number, unit
    of_the_last = _number(f"{ending['before']}{ending['sign']}({ending['last']}/100)")
    if not math.isclose(_number(plain) / 100, of_the_last, rel_tol=SAME_NUMBER):
        raise QuantityError(f"'{number}{unit}' can be read in two ways: put brackets around what the % belongs to")
    return number, unit


def _number(text: str) -> float:
    if MARGIN.match(text):
        raise QuantityError(f"{text!r} has two signs: give one number")
    if LOST_POWER.search(text):
        raise QuantityError(f"{text!r} can be read in two ways: write a power as 10^-5")
    span = SPAN.match(text)
    if (span and not _is_difference(span)) or MARGIN.search(text):
        raise QuantityError(f"{text!r} is a range: give one number")
    plain = _mixed(text) or _plainly(text)
    plain = BINOMIAL.sub("binom", TIMES_LETTER.sub("*", UNDERSCORES.sub("", plain)))
    try:
        value = evaluate(read(plain, ()), {})
    except FormulaError as error:
        has_comma = re.search(r"\d,\d", BRACKETED.sub("", plain)) is not None
        why = "write decimals with a point, for example 1.5" if has_comma else error.message
        raise QuantityError(f"{text!r} isn't a number: {why}") from None
    if not math.isfinite(value):
        raise QuantityError(f"{text!r} isn't a finite number")
    return value


def _is_difference(span: re.Match[str]) -> bool:
    """`1 - 0.058`, as no range begins with its larger end."""
    low, sign, high = span.groups()
    return sign in "-–—" and low.count(".") < 2 > high.count(".") and float(low) > float(high)


def _mixed(text: str) -> str | None:
    """`1 1/3` as 1 + 1/3; None for all else. Raises: QuantityError where the space may part thousands."""
    found = MIXED.fullmatch(text.strip())
    if found is None or int(found["above"]) >= int(found["below"]):
        return None
    if len(found["above"]) == 3:
        raise QuantityError(f"{text!r} can be read in two ways: type it without the space, or with a +")
    return f"{found['whole']}+{found['above']}/{found['below']}"


def _clean(value: float) -> float:
    """Without the rounding of a change of unit: 0.3 GB are 300000000 B, not 299999999.99999994."""
    whole = round(value)
    return float(whole) if abs(value - whole) <= 1e-12 * abs(value) else value


# --- the unit


def _unit(text: str, expected: Unit, expected_name: str) -> tuple[Unit | None, float, str]:
    """The unit (None: none is written), the multiple before it (`million`, `M`), and a note."""
    words = text.split()
    multiple = 1.0
    if words and (name := words[0].lower().removesuffix("s")) in MULTIPLES:
        multiple *= MULTIPLES[name]
        words = words[1:]
    elif words and words[0] in LETTER_MULTIPLES and (len(words) > 1 or not _is_unit_asked_for(words[0], expected)):
        multiple *= LETTER_MULTIPLES[words[0]]
        words = words[1:]
    rest = " ".join(words)
    if expected_name == "%" and PERCENTAGE_POINTS.fullmatch(rest):
        rest = "%"
    if not rest and multiple != 1 and expected_name in MULTIPLES:
        return Unit(COUNT, "", 1.0), multiple, ""
    if not rest:
        note = f"{text.strip()} is read as {multiple:g} {expected_name}" if expected_name and multiple != 1 else ""
        return None, multiple, note
    if rest in ("FLOPS", "FLOPs", "flops") or rest.lower().endswith("flops"):
        return _flops(rest, expected, multiple)
    found, note = _named(rest)
    if found is None:
        raise QuantityError(f"the unit {rest!r} is unknown", hint="use B, bit, s, Hz, FLOP, FLOP/s, B/s, px or tok/s")
    return found, multiple, note


def _is_unit_asked_for(letter: str, expected: Unit) -> bool:
    """`B` alone is bytes where bytes are asked for, and a billion elsewhere."""
    return letter == "B" and expected.of == "B"


def _flops(text: str, expected: Unit, multiple: float) -> tuple[Unit, float, str]:
    """FLOPS and FLOPs: a rate or a count, as is asked for; people write one for the other."""
    size = _size_of_prefix(text[: -len("flops")])
    if size is None:
        raise QuantityError(f"the unit {text!r} is unknown")
    is_rate = expected.per == "s" if expected.of == "FLOP" else text.endswith("S")
    note = f"{text} is read as {'FLOP/s' if is_rate else 'FLOP'}"
    return Unit("FLOP", "s" if is_rate else "", size), multiple, note


def _named(text: str) -> tuple[Unit | None, str]:
    """The unit that `text` names and a note where its spelling leaves a doubt."""
    if PER.search(text):
        return _rate(text), ""
    if re.fullmatch(r"[kmgtp]i?b", text):
        known = f"{text[0] if text == 'kb' else text[0].upper()}{text[1:-1]}B"
        return _prefixed(known), f"{text} is read as {known}"
    if re.fullmatch(r"[kKMGTP]b", text):
        return _prefixed(text), f"{text} is read as bits; bytes are {text[0]}B"
    return _prefixed(text), ""


def _rate(text: str) -> Unit | None:
    """`GB/s`, `tokens per second`, `$/h`."""
    parts = PER.split(text.strip())
    if len(parts) != 2:
        return None
    above = _prefixed(parts[0]) if parts[0] else Unit(COUNT, "", 1.0)
    below = _prefixed(parts[1])
    if above is None or below is None or above.per or below.per:
        return None
    return Unit(above.of, "" if below.of == COUNT else below.of, above.size / below.size)


def _prefixed(text: str) -> Unit | None:
    """A unit with or without a prefix, the exact spelling before a careless one."""
    words = [word for word in text.split() if word not in COUNT_WORDS] or text.split()[-1:]
    if len(words) != 1:
        return None
    name = words[0]
    for spelling in (name, *_with_small_letters_behind(name), name.lower(), name.removesuffix("s").removesuffix("'")):
        if spelling in UNITS:
            return UNITS[spelling]
        for prefix_length in (1, 2, *sorted({len(prefix) for prefix in LONG_PREFIXES})):
            size = _size_of_prefix(spelling[:prefix_length])
            unit = UNITS.get(spelling[prefix_length:])
            if size is not None and unit is not None and prefix_length < len(spelling):
                return Unit(unit.of, unit.per, unit.size * size)
    return None


def _with_small_letters_behind(name: str) -> Iterator[str]:
    """`Mparams` of `MParams`, whose M is no milli."""
    if name[:1] in LETTER_MULTIPLES and name[1:].lower() in COUNT_WORDS:
        yield name[0] + name[1:].lower()


def _size_of_prefix(prefix: str) -> float | None:
    if not prefix:
        return 1.0
    careless = prefix.capitalize()
    for table, spelling in ((SI, prefix), (BINARY, prefix), (LONG_PREFIXES, prefix.lower()), (BINARY, careless)):
        if spelling in table:
            return table[spelling]
    return SI.get(prefix.upper())


def _base_name(unit: Unit) -> str:
    of = "" if unit.of == COUNT else unit.of
    if not unit.per:
        return of
    return f"{of}/{unit.per}" if of else "Hz"


# --- the verdict


def _is_close(value: float, expected: float, relative: float, absolute: float | None) -> bool:
    allowed = max(relative * abs(expected), absolute or 0.0)
    if allowed == 0.0 and not (value.is_integer() and float(expected).is_integer()):
        allowed = 1e-12 * abs(expected)
    return abs(value - expected) <= allowed


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


def _plain(value: float) -> str:
    if not math.isfinite(value):
        return f"{value}"  # of a bank with a fault that `bank lint` finds
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    if 1e4 <= abs(value) < 1e15:
        return f"{value:,.1f}"
    return f"{value:.5g}"
