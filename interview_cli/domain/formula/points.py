"""Random points in the domains of an item's symbols; imports the formula package only.

Most points lie where formulas are tame, every fourth far out or close in, so that a difference in one region only (a
clip, a missing absolute value) meets some of them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from random import Random
from typing import Final

from interview_cli.domain.formula.evaluate import Frame
from interview_cli.domain.formula.symbol import FormulaError, Symbol, named

LENGTHS: Final = (5, 4, 3, 6)  # of the vectors over the first, second, ... index, and of the points in turn: a mean
# must not pass for a fifth of the sum
SPREADS: Final = (1.0, 1.0, 1.0, 3.0, 1.0, 1.0, 1.0, 0.1)  # of the points in turn
WIDE_RATIO: Final = 50.0  # a positive range wider than this is drawn evenly in the logarithm
SMALLEST_INTEGER, LARGEST_INTEGER = 2, 40


def draw_points(symbols: Sequence[Symbol], count: int, rng: Random) -> list[Frame]:
    """`count` points, each with a value for every symbol in its domain, range and order.

    Raises: FormulaError if symbols are above one another in a circle, or above one that is not there.
    """
    ordered = _below_first(symbols)
    overs = list(dict.fromkeys(symbol.over for symbol in symbols if symbol.over is not None))
    points: list[Frame] = []
    for number in range(count):
        lengths = {over: LENGTHS[(place + number) % len(LENGTHS)] for place, over in enumerate(overs)}
        points.append(_point(ordered, lengths, SPREADS[number % len(SPREADS)], rng))
    return points


def _below_first(symbols: Sequence[Symbol]) -> list[Symbol]:
    ordered: list[Symbol] = []
    waiting = list(symbols)
    while waiting:
        placed = {symbol.name for symbol in ordered}
        ready = [symbol for symbol in waiting if symbol.above is None or symbol.above in placed]
        if not ready:
            raise FormulaError(f"`above` names nothing to start from: {named(waiting)}")
        ordered += ready
        waiting = [symbol for symbol in waiting if symbol not in ready]
    return ordered


def _point(symbols: Sequence[Symbol], lengths: Mapping[str, int], spread: float, rng: Random) -> Frame:
    numbers: dict[str, float] = {}
    vectors: dict[str, Sequence[float]] = {}
    for symbol in symbols:
        if symbol.is_vector and symbol.over is not None:
            vectors[symbol.name] = [_value(symbol, spread, rng) for _ in range(lengths[symbol.over])]
        elif symbol.domain == "length" and symbol.over is not None:
            numbers[symbol.name] = float(lengths[symbol.over])
        elif symbol.above is not None:
            numbers[symbol.name] = _value_above(symbol, numbers[symbol.above], spread, rng)
        else:
            numbers[symbol.name] = _value(symbol, spread, rng)
    return Frame(numbers, vectors, lengths)


def _value(symbol: Symbol, spread: float, rng: Random) -> float:
    if symbol.range is not None:
        return _value_between(symbol, *symbol.range, rng)
    match symbol.domain:
        case "real":
            return rng.gauss(0.0, 1.5 * spread)
        case "positive":
            return math.exp(rng.gauss(0.0, 0.8 * spread)) + 0.02
        case "unit":
            return _unit(spread, rng)
        case _:
            return float(rng.randint(SMALLEST_INTEGER, LARGEST_INTEGER))


def _unit(spread: float, rng: Random) -> float:
    """Inside (0, 1); the far points close to one of its ends."""
    if spread <= 1.0:
        return rng.uniform(0.03, 0.97)
    distance = 10 ** rng.uniform(-3.0, -1.0)
    return rng.choice((distance, 1.0 - distance))


def _value_between(symbol: Symbol, low: float, high: float, rng: Random) -> float:
    if symbol.domain == "integer":
        return float(rng.randint(math.ceil(low), math.floor(high)))
    if low > 0 and high / low > WIDE_RATIO:
        return math.exp(rng.uniform(math.log(low), math.log(high)))
    return rng.uniform(low, high)


def _value_above(symbol: Symbol, bound: float, spread: float, rng: Random) -> float:
    share = rng.uniform(0.05, 0.95)
    match symbol.domain:
        case _ if symbol.range is not None and symbol.range[1] > bound:
            between = max(bound, symbol.range[0]) + share * (symbol.range[1] - max(bound, symbol.range[0]))
            return float(math.ceil(between)) if symbol.domain == "integer" else between
        case "unit":
            return bound + (1.0 - bound) * share
        case "integer":
            return float(math.floor(bound) + rng.randint(1, LARGEST_INTEGER))
        case _:
            return bound + math.exp(rng.gauss(0.0, 0.8 * spread)) + 0.02
