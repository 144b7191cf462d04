"""Whether two formulas are the same function, decided at random points; imports the formula package only."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from random import Random
from typing import Final, Literal

from interview_cli.domain.formula.evaluate import Frame, compiled
from interview_cli.domain.formula.expression import Axis, Expression, free_axes, free_symbols
from interview_cli.domain.formula.points import draw_points
from interview_cli.domain.formula.rounding import Inexact, inexact
from interview_cli.domain.formula.symbol import Symbol

RELATIVE: Final = 1e-8  # two values this close, relative to their size, are one
CONSTANT: Final = 1e-6  # how far a constant factor or offset may vary between points
SAFETY: Final = 4.0  # times the rounding bound, which is of first order
TELLING: Final = 1e-4  # a point where rounding is larger than this share of the value says nothing
QUARTER: Final = 4  # a verdict needs this part of all points to be telling
EXAMPLE_SYMBOLS: Final = 4  # numbers that an example states at most


@dataclass(frozen=True, slots=True)
class Comparison:
    """`difference` is to be read after "your answer ..."; None unless the outcome is different."""

    outcome: Literal["equal", "different", "undecided"]
    difference: str | None = None


@dataclass(frozen=True, slots=True)
class _Sample:
    """Both values at one telling point."""

    frame: Frame
    reference: float
    answer: float
    agrees: bool


def compare(
    reference: Expression, answer: Expression, symbols: Sequence[Symbol], *, points: int = 64, seed: int = 0
) -> Comparison:
    """Whether `answer` equals `reference` on the domains of the symbols.

    Undecided where the reference is hardly anywhere a finite number. One telling point at which the two certainly
    differ is enough for different: a bound on the rounding error stands in for a loose tolerance. Formulas that are one
    value for each entry of a vector are compared entry by entry.
    Raises: FormulaError if the symbols' order is circular.
    """
    open_axes = _matched_axes(reference, answer)
    if isinstance(open_axes, str):
        return Comparison("different", open_axes)
    frames = draw_points(symbols, points, Random(seed))
    samples = list(_samples(reference, answer, _placed(frames, open_axes)))
    if len(samples) < math.ceil(len(frames) / QUARTER):
        return _without_samples(reference, answer)
    if all(sample.agrees for sample in samples):
        return Comparison("equal")
    return Comparison("different", _difference(reference, answer, samples))


def _without_samples(reference: Expression, answer: Expression) -> Comparison:
    """Nothing can be computed, as for `9**9**9**9`; yet what lacks a symbol of the right one is not it."""
    missing = _missing(reference, answer)
    return Comparison("different", missing) if missing else Comparison("undecided")


def _missing(reference: Expression, answer: Expression) -> str | None:
    missing = sorted(free_symbols(reference) - free_symbols(answer))
    return f"does not use {', '.join(missing)}" if missing else None


def _matched_axes(reference: Expression, answer: Expression) -> tuple[tuple[Axis, ...], ...] | str:
    """Groups of open indices that stand at the same entry in both formulas; a sentence if they do not fit."""
    expected, given = free_axes(reference), free_axes(answer)
    if expected == given or not given:
        return tuple((axis,) for axis in expected)
    if not expected:
        return f"is one value for each {min(axis.index for axis in given)}, not a single number"
    by_over = {axis.over: axis for axis in expected}
    if len(by_over) < len(expected) or len({axis.over for axis in given}) < len(given):
        return "has other indices left open"
    if any(axis.over not in by_over for axis in given):
        return "has other indices left open"
    return tuple((axis, *(other for other in given if other.over == axis.over)) for axis in expected)


def _placed(frames: Iterable[Frame], groups: Sequence[Sequence[Axis]]) -> Iterator[Frame]:
    """Every frame, once for each entry that the open indices can stand at."""
    for frame in frames:
        for places in product(*(range(frame.lengths[group[0].over]) for group in groups)):
            positions = {axis.index: place for group, place in zip(groups, places, strict=True) for axis in group}
            yield Frame(frame.numbers, frame.vectors, frame.lengths, positions)


def _samples(reference: Expression, answer: Expression, frames: Iterable[Frame]) -> Iterator[_Sample]:
    reference_at, answer_at = compiled(reference), compiled(answer)
    for frame in frames:
        expected, given = reference_at(frame), answer_at(frame)
        if not math.isfinite(expected):
            continue
        if abs(expected - given) <= RELATIVE * (abs(expected) + abs(given)) and math.isfinite(given):
            yield _Sample(frame, expected, given, agrees=True)
            continue
        sample = _examined(frame, inexact(reference, frame), inexact(answer, frame))
        if sample is not None:
            yield sample


def _examined(frame: Frame, expected: Inexact, given: Inexact) -> _Sample | None:
    """The sample with rounding taken into account; None where rounding hides the answer."""
    rounding = SAFETY * (expected.error + given.error)
    if not math.isfinite(rounding):
        return None
    if math.isnan(given.value):
        return _Sample(frame, expected.value, given.value, agrees=False)
    size = abs(expected.value) + abs(given.value)
    distance = abs(expected.value - given.value)
    if distance > RELATIVE * size + rounding:
        return _Sample(frame, expected.value, given.value, agrees=False)
    return _Sample(frame, expected.value, given.value, agrees=True) if rounding <= TELLING * size else None


def _difference(reference: Expression, answer: Expression, samples: Sequence[_Sample]) -> str:
    undefined = [sample for sample in samples if math.isnan(sample.answer)]
    if undefined:
        return f"is not a real number where the right one is{_example(undefined[0])}"
    named = _constant_factor(samples) or _constant_offset(samples) or _missing(reference, answer)
    if named is not None:
        return named
    wrong = next(sample for sample in samples if not sample.agrees)
    return f"differs{_example(wrong)}"


def _constant_factor(samples: Sequence[_Sample]) -> str | None:
    ratios = [sample.answer / sample.reference for sample in samples if sample.reference != 0.0]
    factor = _constant(ratios, len(samples))
    if factor is None or factor == 0.0:
        return None
    if abs(factor + 1) <= CONSTANT:
        return "has the opposite sign"
    return f"is off by a constant factor {_short(factor)}"


def _constant_offset(samples: Sequence[_Sample]) -> str | None:
    offset = _constant([sample.answer - sample.reference for sample in samples], len(samples))
    return None if offset is None else f"is off by a constant offset {'+' if offset > 0 else ''}{_short(offset)}"


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


def _example(sample: _Sample) -> str:
    """A point that one can check by hand; nothing where it would take more than a few numbers to state it."""
    numbers = sample.frame.numbers
    if sample.frame.vectors or not 0 < len(numbers) <= EXAMPLE_SYMBOLS:
        return ""
    place = ", ".join(f"{name} = {value:.3g}" for name, value in numbers.items())
    given = "" if math.isnan(sample.answer) else f": {sample.answer:.3g} instead of {sample.reference:.3g}"
    return f", for example at {place}{given}"
