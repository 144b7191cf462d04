"""The log of a run with a mistake beside that of the sound run: `python -m reference_impls.projects.logs NAME [SLIP...]`.

The questions `qNN-log-<project>-<slip>` of the bank show such texts; a test computes their numbers anew.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Mapping, Sequence

from reference_impls.projects import index
from reference_impls.projects.running import Project, quiet
from reference_impls.projects.slips import ProjectSlip, planted, read_project_slips

ROWS = 8
HEIGHT = 7
GAP = 6
LOGARITHMIC_FROM = 60.0
"""From this ratio of largest and smallest value on, a curve has a logarithmic axis."""

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "char-gpt": ("loss", "val"),
    "clip-pairs": ("loss", "found", "scale"),
    "ddpm-points": ("loss", "distance"),
    "dpo": ("reward", "loss", "margin"),
    "grpo": ("reward", "kl"),
    "guided-flow": ("loss", "own", "distance"),
    "kv-cache": ("accuracy", "loss", "gap"),
    "latent-vq": ("rebuilt", "codebook", "used"),
    "lora": ("loss", "new", "old"),
    "pipeline": ("loss", "val", "accuracy"),
    "vae-squares": ("rebuilt", "kl"),
    "vit": ("loss", "lr", "accuracy"),
}
"""Which columns of a project's log are shown; the first one is drawn."""

Log = Sequence[dict[str, float]]


def log_of(name: str, slip: str | None = None, seed: int = 0) -> Log:
    """The rows of the log of a project's run, with a mistake in it if one is named."""
    slips = [each for each in _slips(name) if each.name == slip]
    if slip is not None and not slips:
        raise KeyError(slip)
    with quiet(seed):
        rows: Log = Project(planted(slips, index.sources(name))).module("train").train(seed=seed)[1]
    return rows


def shown_rows(rows: Log, column: str) -> list[dict[str, float]]:
    """At most ROWS rows that have this column: the first, the last, and some between."""
    having = [row for row in rows if column in row]
    chosen = sorted({round(i * (len(having) - 1) / (ROWS - 1)) for i in range(ROWS)})
    return [having[i] for i in chosen]


def side_by_side(sound: Log, other: Log, columns: Sequence[str]) -> str:
    """Both logs as a table of these columns, and the curves of the first one: o is the sound run, x the other."""
    ours, theirs = shown_rows(sound, columns[0]), shown_rows(other, columns[0])
    head = ["step", *(f"{column} {mark}" for mark in "ox" for column in columns)]
    body = [
        [f"{a['step']:.0f}", *(number(row[column]) for row in (a, b) for column in columns)]
        for a, b in zip(ours, theirs, strict=True)
    ]
    widths = [max(len(row[i]) for row in (head, *body)) for i in range(len(head))]
    table = ["  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in (head, *body)]
    first = [[float(row[1 + at]) for row in body] for at in (0, len(columns))]
    return "\n".join([*table, "", *curves(columns[0], first[0], first[1])])


def number(value: float) -> str:
    """A number as the logs show it."""
    return f"{value:.1e}" if value and not 1e-3 <= abs(value) < 1e4 else f"{value:.3f}"


def curves(name: str, sound: Sequence[float], other: Sequence[float]) -> list[str]:
    """Two curves in one frame, o and x, * where they meet."""
    values = [*sound, *other]
    logarithmic = min(values) > 0 and max(values) / min(values) > LOGARITHMIC_FROM
    scaled = [math.log(value) for value in values] if logarithmic else list(values)
    low, span = min(scaled), (max(scaled) - min(scaled)) or 1.0
    levels = [round((value - low) / span * (HEIGHT - 1)) for value in scaled]
    pairs = list(zip(levels[: len(sound)], levels[len(sound) :], strict=True))
    lines = [f"{name}{', logarithmic' if logarithmic else ''}"]
    for level in reversed(range(HEIGHT)):
        marks = ["*" if level == o == x else "o" if level == o else "x" if level == x else " " for o, x in pairs]
        label = number(max(values)) if level == HEIGHT - 1 else number(min(values)) if level == 0 else ""
        lines.append(f"{label:>9} | {(' ' * GAP).join(marks)}".rstrip())
    return lines


def columns_of(name: str, slip: str) -> tuple[str, ...]:
    """What the question on this mistake shows."""
    of_prior = name == "latent-vq" and next(each for each in _slips(name) if each.name == slip).file == "prior.py"
    return ("prior",) if of_prior else COLUMNS[name]


def _slips(name: str) -> Sequence[ProjectSlip]:
    return read_project_slips(index.folder_of(name))


def main(arguments: Sequence[str]) -> int:
    """Print the logs of a project's mistakes, or of those named."""
    name, *wanted = arguments
    sound = log_of(name)
    for slip in wanted or [each.name for each in _slips(name)]:
        print(slip)
        print(side_by_side(sound, log_of(name, slip), columns_of(name, slip)), end="\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
