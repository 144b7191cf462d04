"""A curve, drawn in the terminal."""

from collections.abc import Sequence


def draw(values: Sequence[float], width: int = 60, height: int = 8) -> str:
    """The curve as lines of text: highest value above, lowest below, one column for every few values."""
    columns = [values[i * len(values) // width] for i in range(width)] if len(values) > width else list(values)
    low, high = min(columns), max(columns)
    rows = [round((value - low) / ((high - low) or 1) * (height - 1)) for value in columns]
    lines = ["".join("*" if row == level else " " for row in rows).rstrip() for level in reversed(range(height))]
    labels = {0: f"{high:9.3f}", height - 1: f"{low:9.3f}"}
    return "\n".join(f"{labels.get(i, ' ' * 9)} | {line}" for i, line in enumerate(lines))
