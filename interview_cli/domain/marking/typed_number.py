"""A number as people type it, apart from its unit: in LaTeX, with a hedge, as small arithmetic; imports the domain only."""

from __future__ import annotations

import math
import re
from typing import Final

from interview_cli.domain.formula import FormulaError, evaluate, read
from interview_cli.domain.marking.spoken import SMALL_NUMBERS, without_frame
from interview_cli.domain.marking.units import QuantityError

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
PERCENT_INSIDE: Final = re.compile(
    r"(?<![\w.])(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(?:\s*%(?=\s*(?:[-+*/^)·×⋅−–÷]|$))|%(?=\())"
)
"""`50%` in `50%*30%` and `1/(50%)`; `7 % 3` is a remainder."""
PERCENT_AT_THE_END: Final = re.compile(
    r"(?P<before>.*?[^\s*/(^eE+-]\s*)(?P<sign>[-+/÷])\s*(?P<last>\d+\.?\d*|\.\d+|[A-Za-z]*\([^()]*\))", re.DOTALL
)
"""A number whose last part a % behind it may belong to, and not all: `128/18.55 %`."""


def split_unit(text: str) -> tuple[str, str]:
    """The text of the number and of the unit: the last digit or bracket ends the number."""
    if len(text) > MAX_LENGTH:
        raise QuantityError(f"it's longer than {MAX_LENGTH} characters")
    typed = _without_dress(_without_dollars_of_latex(without_frame(text)))
    hedge = HEDGE.match(typed)
    bare = ASIDE.sub("", HEDGE.sub("", typed).rstrip(".$ ,;"))
    if bare.lower() in SMALL_NUMBERS:
        bare = str(SMALL_NUMBERS.index(bare.lower()))
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


def plainly(number: str) -> str:
    """Without the marks between thousands, and `2 e−5` as 2e-5."""
    plain = THOUSANDS.sub(lambda found: re.sub(r"[^\d]", "", found[0]), number)
    return EXPONENT.sub(lambda found: f"e{found['sign'].translate(MINUS)}{found['power']}", plain).translate(MINUS)


def with_percent(number: str, unit: str, expected_unit: str | None) -> tuple[str, str]:
    """Number and unit with each % within the arithmetic as a hundredth, as both in `50%*30%`.

    Raises: QuantityError where the % at the end may belong to the last number or to all.
    """
    if unit.strip() not in ("", "%"):
        return number, unit
    plain = plainly(number)
    if PERCENT_INSIDE.search(plain):
        share = PERCENT_INSIDE.sub(r"(\g<number>/100)", f"{plain}{unit.strip()}")
        if SPAN.match(plain.replace("%", "")) and number_of(share) < 0:
            raise QuantityError(f"'{number}{unit}' is a range: give one number")
        return (f"({share})*100", "%") if expected_unit == "%" else (share, "")
    ending = PERCENT_AT_THE_END.fullmatch(plain) if unit.strip() else None
    if ending is None or (expected_unit == "%" and ending["sign"] not in "+-"):
        return number, unit
    of_the_last = number_of(f"{ending['before']}{ending['sign']}({ending['last']}/100)")
    if not math.isclose(number_of(plain) / 100, of_the_last, rel_tol=SAME_NUMBER):
        raise QuantityError(f"'{number}{unit}' can be read in two ways: put brackets around what the % belongs to")
    return number, unit


def number_of(text: str) -> float:
    """The value of a number or of small arithmetic. Raises: QuantityError, also for a range and for what has two senses."""
    if MARGIN.match(text):
        raise QuantityError(f"{text!r} has two signs: give one number")
    if LOST_POWER.search(text):
        raise QuantityError(f"{text!r} can be read in two ways: write a power as 10^-5")
    span = SPAN.match(text)
    if (span and not _is_difference(span)) or MARGIN.search(text):
        raise QuantityError(f"{text!r} is a range: give one number")
    plain = _mixed(text) or plainly(text)
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


def clean(value: float) -> float:
    """Without the rounding of a change of unit: 0.3 GB are 300000000 B, not 299999999.99999994."""
    whole = round(value)
    return float(whole) if abs(value - whole) <= 1e-12 * abs(value) else value
