"""A report's sections as one tidy table for spreadsheets: comma-separated values; standard library and domain only."""

from __future__ import annotations

import csv
from io import StringIO

from interview_cli.domain.progress import Progress

COLUMNS = ("section", "items", "seen", "minutes", "recall", "predicted")
"""As in the JSON: minutes with one digit, shares in 0..1 with four; an empty cell where there is none."""


def to_csv(progress: Progress) -> str:
    """A line of column names and one for each section, each ending in a newline."""
    out = StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for row in progress.sections:
        shares = (_share(row.recall), _share(row.predicted))
        table.writerow((row.section, row.items, row.seen, round(row.minutes, 1), *shares))
    return out.getvalue()


def _share(value: float | None) -> float | str:
    return "" if value is None else round(value, 4)
