"""Units of measure as people type them (`GiB`, `tokens per second`, `TFLOPS`); imports the domain's errors only."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from interview_cli.domain.errors import InterviewError


class QuantityError(InterviewError):
    """A text is no number, or its unit is unknown."""


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
COUNT_WORDS: Final = frozenset(
    name for name, unit in UNITS.items() if unit == Unit(COUNT, "", 1.0) and name not in ("x", "×")
)
PERCENTAGE_POINTS: Final = re.compile(r"pp|percent(?:age)? points?", re.IGNORECASE)
PER: Final = re.compile(r"\s*(?:/|\bper\b)\s*|\s+an?\s+")


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


def read_unit(text: str, expected: Unit, expected_name: str) -> tuple[Unit | None, float, str]:
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


def base_name(unit: Unit) -> str:
    """The name of what it is measured in: `B/s` for GiB/h, empty for a count."""
    of = "" if unit.of == COUNT else unit.of
    if not unit.per:
        return of
    return f"{of}/{unit.per}" if of else "Hz"
