"""A report's sections as one tidy table for spreadsheets: comma-separated values; standard library and domain only."""

from __future__ import annotations

import csv
from io import StringIO

from interview_cli.domain.planning.outlook import SectionOutlook
from interview_cli.domain.progress.figures import Progress

COLUMNS = (
    "section",
    "items",
    "seen",
    "minutes",
    "recall",
    "predicted",
    "weight",
    "on_the_day",
    "low",
    "high",
    "unreached",
)
"""As in the JSON: minutes with one digit, shares in 0..1 with four; an empty cell where there is none.

From `weight` on they are of the outlook: what will be known on the day of the next interview, with its bounds.
"""


def to_csv(progress: Progress) -> str:
    """A line of column names and one for each section, each ending in a newline."""
    ahead = {row.section: row for row in progress.outlook.sections} if progress.outlook else {}
    out = StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for row in progress.sections:
        shares = (_share(row.recall), _share(row.predicted))
        table.writerow(
            (row.section, row.items, row.seen, round(row.minutes, 1), *shares, *_ahead(ahead.get(row.section)))
        )
    return out.getvalue()


def _ahead(row: SectionOutlook | None) -> tuple[float | str, ...]:
    if row is None:
        return ("",) * 5
    shares = (_share(row.share.mean), _share(row.share.low), _share(row.share.high))
    return (round(row.weight, 4), *shares, row.unreached)


def _share(value: float | None) -> float | str:
    return "" if value is None else round(value, 4)
