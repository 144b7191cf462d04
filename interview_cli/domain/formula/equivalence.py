"""Whether two formulas are the same function, decided at random points; imports the formula package only."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import product
from random import Random
from typing import Final, Literal

from interview_cli.domain.formula.evaluate import Frame, compiled
from interview_cli.domain.formula.expression import Axis, Expression, free_axes, free_symbols
from interview_cli.domain.formula.points import draw_points
from interview_cli.domain.formula.rounding import Inexact, inexact
from interview_cli.domain.formula.symbol import Symbol

RELATIVE: Final = 1e-9  # two values this close, relative to their size, are one
CONSTANT: Final = 1e-6  # how far a constant factor or offset may vary between points
ROUNDING: Final = 0.005  # a constant factor so close to 1 is a rounded number: 0.693 for log(2)
MOST_DIGITS: Final = 12
SAFETY: Final = 4.0  # times the rounding bound, which is of first order
TELLING: Final = 1e-4  # a point where rounding is larger than this share of the value says nothing
QUARTER: Final = 4  # a verdict needs this part of all points to be telling
FEWEST: Final = 24  # points, where each is looked at once for every entry of a vector
EXAMPLE_SYMBOLS: Final = 4  # numbers that an example states at most
PREPARED: Final = 256  # references whose values at the points are kept: a drill marks one item again and again

Agreement = Literal["equal", "different", "undecided"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """`difference` is to be read after "your answer ..."; None unless the outcome is different.

    `nearly` is the factor by which a rounded constant makes the answer differ everywhere.
    """

    outcome: Agreement
    difference: str | None = None
    nearly: str | None = None


@dataclass(frozen=True, slots=True)
class _Sample:
    """Both values at one point; `agrees` is None where rounding hides whether they do."""

    frame: Frame
    reference: float
    answer: float
    agrees: bool | None


def compare(
    reference: Expression, answer: Expression, symbols: Sequence[Symbol], *, points: int = 64, seed: int = 0
) -> Comparison:
    """Whether `answer` equals `reference` on the domains of the symbols.

    Undecided where the reference is hardly anywhere a finite number. One telling point at which the two certainly
    differ is enough for different: a bound on the rounding error stands in for a loose tolerance. Formulas that are one
    value for each entry of a vector are compared entry by entry.
    Raises: FormulaError if the symbols' order is circular.
    """
    other_names = _matched_axes(reference, answer)
    if isinstance(other_names, str):
        return Comparison("different", other_names)
    values = _values(reference, tuple(symbols), points, seed)
    telling = 0
    for sample in _samples(reference, answer, values, other_names):
        if sample.agrees is False:
            return _differing(reference, answer, values, other_names, sample)
        telling += sample.agrees is True
    if telling < math.ceil(len(values) / QUARTER):
        return _without_samples(reference, answer)
    return Comparison("equal")


def _without_samples(reference: Expression, answer: Expression) -> Comparison:
    """Nothing can be computed, as for `9**9**9**9`; yet what lacks a symbol of the right one is not it."""
    missing = _missing(reference, answer)
    return Comparison("different", missing) if missing else Comparison("undecided")


def _missing(reference: Expression, answer: Expression) -> str | None:
    missing = sorted(free_symbols(reference) - free_symbols(answer))
    return f"doesn't use {', '.join(missing)}" if missing else None


OtherNames = tuple[tuple[str, str], ...]
Values = tuple[tuple[Frame, float], ...]


def _matched_axes(reference: Expression, answer: Expression) -> OtherNames | str:
    """What the answer calls each open index of the reference; a sentence if they do not fit."""
    expected, given = free_axes(reference), free_axes(answer)
    if expected == given or not given:
        return ()
    if not expected:
        return f"gives one value per {min(axis.index for axis in given)}; it should give a single number"
    by_over = {axis.over: axis for axis in expected}
    if len(by_over) < len(expected) or len({axis.over for axis in given}) < len(given):
        return "leaves different indices free"
    if any(axis.over not in by_over for axis in given):
        return "leaves different indices free"
    return tuple((axis.index, by_over[axis.over].index) for axis in given)


@lru_cache(maxsize=PREPARED)
def _values(reference: Expression, symbols: tuple[Symbol, ...], points: int, seed: int) -> Values:
    """The reference at every point, once for each entry that its open indices can stand at."""
    axes = sorted(free_axes(reference), key=lambda axis: axis.index)
    at = compiled(reference)
    values: list[tuple[Frame, float]] = []
    for number, frame in enumerate(draw_points(symbols, points, Random(seed))):
        if number >= FEWEST and len(values) >= points:
            break
        values += [(placed, at(placed)) for placed in _placed(frame, axes)]
    return tuple(values)


def _placed(frame: Frame, axes: Sequence[Axis]) -> Iterator[Frame]:
    for places in product(*(range(frame.lengths[axis.over]) for axis in axes)):
        positions = {axis.index: place for axis, place in zip(axes, places, strict=True)}
        yield Frame(frame.numbers, frame.vectors, frame.lengths, positions)


def _renamed(frame: Frame, other_names: OtherNames) -> Frame:
    if not other_names:
        return frame
    positions = {**frame.positions, **{theirs: frame.positions[ours] for theirs, ours in other_names}}
    return Frame(frame.numbers, frame.vectors, frame.lengths, positions)


def _samples(reference: Expression, answer: Expression, values: Values, other_names: OtherNames) -> Iterator[_Sample]:
    answer_at = compiled(answer)
    for frame, expected in values:
        if not math.isfinite(expected):
            continue
        place = _renamed(frame, other_names)
        given = answer_at(place)
        if abs(expected - given) <= RELATIVE * (abs(expected) + abs(given)) and math.isfinite(given):
            yield _Sample(frame, expected, given, agrees=True)
        else:
            yield _examined(frame, inexact(reference, frame), inexact(answer, place))


def _examined(frame: Frame, expected: Inexact, given: Inexact) -> _Sample:
    """The sample with rounding taken into account."""
    return _Sample(frame, expected.value, given.value, _agree(expected, given))


def _agree(expected: Inexact, given: Inexact) -> bool | None:
    rounding = SAFETY * (expected.error + given.error)
    if not math.isfinite(rounding):
        return None
    if math.isnan(given.value):
        return False
    size = abs(expected.value) + abs(given.value)
    if abs(expected.value - given.value) > RELATIVE * size + rounding:
        return False
    return True if rounding <= TELLING * size else None


def _differing(
    reference: Expression, answer: Expression, values: Values, other_names: OtherNames, wrong: _Sample
) -> Comparison:
    """What is the matter, from the plain values at all points: `wrong` is one where they certainly differ."""
    if math.isnan(wrong.answer):
        return Comparison("different", f"isn't a real number, but the right answer is{_example(wrong)}")
    answer_at = compiled(answer)
    pairs = [(expected, answer_at(_renamed(frame, other_names))) for frame, expected in values]
    usable = [pair for pair in pairs if all(map(math.isfinite, pair))]
    factor = _constant_factor(usable, len(values))
    if factor is not None and abs(factor - 1) <= ROUNDING:
        shown = f"{factor:.{_digits(factor, 1.0, 4)}g}"
        return Comparison("different", f"is off by a constant factor of {shown}", shown)
    named = _factor(factor) or _constant_offset(usable, len(values)) or _missing(reference, answer)
    return Comparison("different", named if named is not None else f"differs{_example(wrong)}")


def _constant_factor(pairs: Sequence[tuple[float, float]], count: int) -> float | None:
    return _constant([given / expected for expected, given in pairs if expected != 0.0], count) or None


def _factor(factor: float | None) -> str | None:
    if factor is None:
        return None
    return (
        "has the opposite sign" if abs(factor + 1) <= CONSTANT else f"is off by a constant factor of {_short(factor)}"
    )


def _constant_offset(pairs: Sequence[tuple[float, float]], count: int) -> str | None:
    offset = _constant([given - expected for expected, given in pairs], count)
    return None if offset is None else f"is off by a constant offset of {'+' if offset > 0 else ''}{_short(offset)}"


def _constant(values: Sequence[float], count: int) -> float | None:
    """The one value that all share, None if they do not, or if too few are left of `count`."""
    if len(values) < max(2, count // 2):
        return None
    middle = sorted(values)[len(values) // 2]
    return middle if all(abs(value - middle) <= CONSTANT * abs(middle) for value in values) else None


def _short(value: float) -> str:
    """A few digits, or the fraction that it is: 2, 1/8, 0.7071."""
    fraction = Fraction(value).limit_denominator(16)
    if fraction and abs(float(fraction) - value) <= CONSTANT * abs(value) and abs(fraction.numerator) < 10**6:
        return str(fraction)
    return f"{value:.4g}"


def _digits(one: float, other: float, least: int) -> int:
    """So many digits tell the two apart."""
    return next(
        (digits for digits in range(least, MOST_DIGITS) if f"{one:.{digits}g}" != f"{other:.{digits}g}"), MOST_DIGITS
    )


def _example(sample: _Sample) -> str:
    """A point that one can check by hand; nothing where it would take more than a few numbers to state it."""
    numbers = sample.frame.numbers
    if sample.frame.vectors or not 0 < len(numbers) <= EXAMPLE_SYMBOLS:
        return ""
    place = ", ".join(f"{name} = {value:.3g}" for name, value in numbers.items())
    digits = _digits(sample.answer, sample.reference, 3)
    given = (
        "" if math.isnan(sample.answer) else f": {sample.answer:.{digits}g} instead of {sample.reference:.{digits}g}"
    )
    return f", for example at {place}{given}"
