"""Numbers with units as the program writes them; imports `units` only."""

from __future__ import annotations

import math
from typing import Final

from interview_cli.domain.marking.units import SI

LEAST_PREFIXED: Final = {"px": 1e6}
"""Nobody says kilopixel."""
PREFIXED_WHEN_WRITTEN: Final = frozenset({"B", "B/s", "bit", "bit/s", "FLOP", "FLOP/s", "Hz", "px", "W"})


def format_quantity(value: float, unit: str | None) -> str:
    """A line that reads back to `value` within 1e-3; whole numbers without a unit, below 1e15, exactly."""
    if not unit:
        return plain_number(value)
    if unit not in PREFIXED_WHEN_WRITTEN and unit != "s":
        return f"{plain_number(value)} {unit}"
    prefixes = {"m": 1e-3, "µ": 1e-6, "n": 1e-9} if unit == "s" else {"Z": 1e21, **SI}
    fitting = [
        (size, prefix)
        for prefix, size in prefixes.items()
        if prefix not in ("K", "u", "μ") and (size > 1 or unit == "s") and 1 <= abs(value) / size < 1000
    ]
    smallest = LEAST_PREFIXED.get(unit, 1000)
    if not fitting or 1 <= abs(value) < smallest:
        return f"{plain_number(value)} {unit}"
    size, prefix = fitting[0]
    return f"{value / size:.5g} {prefix}{unit}"


def plain_number(value: float) -> str:
    """A number alone: whole ones with commas between thousands, others with five digits."""
    if not math.isfinite(value):
        return f"{value}"  # of a bank with a fault that `bank lint` finds
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    if 1e4 <= abs(value) < 1e15:
        return f"{value:,.1f}"
    return f"{value:.5g}"
