"""A report as one HTML file without scripts, for a browser and for paper; the standard library and the domain only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from interview_cli.domain.planning.outlook import Outlook
from interview_cli.domain.progress.calibration import CalibrationBin, Retention
from interview_cli.domain.progress.figures import Progress, SectionProgress
from interview_cli.reports.read_next import ReadNext, Resource, origin
from interview_cli.reports.wording import (
    OF_SEEN,
    OF_SEEN_MEANS,
    WAS_MEANS,
    between,
    bounds,
    minutes,
    missed_lines,
    missed_title,
    percent,
    period,
    problem,
    reached,
    section_title,
    summary,
    track_record,
    weight,
)

STYLE = """\
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 56rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 0.5rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; }
dt { font-weight: 600; }
dd { margin: 0; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: 0.2rem 0.6rem; text-align: left; border-bottom: 1px solid #8886; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.scroll { overflow-x: auto; }
meter { width: 7rem; }
code { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
@media print {
  body { max-width: none; margin: 0; font-size: 10pt; }
  h2 { break-after: avoid; }
  tr, li { break-inside: avoid; }
  thead { display: table-header-group; }
}"""


def to_html(progress: Progress, read_next: Sequence[ReadNext] = ()) -> str:
    """The report as a whole file that loads nothing else, ending in a newline."""
    title = escape(f"Report, {period(progress)}")
    parts = [
        f"<h1>{title}</h1>",
        _summary(progress),
        _titled("Sections", _sections(progress.sections)),
        *(_outlook(progress.outlook) if progress.outlook else ()),
        _titled(
            "Coding problems",
            _list(f"<code>{escape(row.problem)}</code>: {escape(problem(row))}" for row in progress.code),
        ),
        _titled("Predicted and actual recall", _calibration(progress)),
        _titled("Forecasts and what happened", _forecasts(progress)),
        _titled("Days", _days(progress)),
        _titled("Mock interviews", _mocks(progress)),
        _titled("Next", _list(f"<code>{escape(entry.item)}</code> ({escape(entry.why)})" for entry in progress.next)),
        _titled("Read next", _list(_resource(entry.section, each) for entry in read_next for each in entry.resources)),
    ]
    body = "\n".join(part for part in parts if part)
    return f"""\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{STYLE}
</style>
</head>
<body>
{body}
</body>
</html>
"""


def _summary(progress: Progress) -> str:
    lines = [f"<dt>{escape(label)}</dt><dd>{escape(value)}</dd>" for label, value in summary(progress)]
    return "\n".join(["<dl>", *lines, "</dl>"])


def _sections(rows: Sequence[SectionProgress]) -> str:
    table = _table(
        ("#", "section", "seen", "items", "share seen", "minutes", "recalled", OF_SEEN),
        (
            (
                *(str(row.section), escape(section_title(row.section)), str(row.seen), str(row.items)),
                *(_meter(row), minutes(row.minutes), percent(row.recall), percent(row.predicted)),
            )
            for row in rows
        ),
        words=("section", "share seen"),
    )
    return f"{table}\n<p>{escape(OF_SEEN_MEANS)}</p>" if table else ""


def _meter(row: SectionProgress) -> str:
    """A bar of how much was seen; the figures stand beside it."""
    return f'<meter max="{row.items}" value="{row.seen}">{row.seen} of {row.items}</meter>'


def _outlook(outlook: Outlook) -> list[str]:
    table = _table(
        ("#", "section", "weight", "known", "95 %", "reached"),
        (
            (
                *(str(row.section), escape(section_title(row.section)), weight(row)),
                *(percent(row.share.mean), bounds(row.share), reached(row)),
            )
            for row in outlook.sections
        ),
        words=("section",),
    )
    return [
        _titled(f"On {outlook.on.isoformat()}", table),
        _titled(missed_title(outlook), _list(escape(line) for line in missed_lines(outlook.missed))),
    ]


def _forecasts(progress: Progress) -> str:
    lines = _list(escape(track_record(row)) for row in progress.forecasts)
    return f"{lines}\n<p>{escape(WAS_MEANS)}</p>" if lines else ""


def _calibration(progress: Progress) -> str:
    """By what was predicted, and by section."""
    rows: list[tuple[str, CalibrationBin | Retention]] = [
        (f"{between(row)} predicted", row) for row in progress.calibration
    ]
    rows += [(section_title(row.section), row) for row in progress.retention]
    return _table(
        ("reviews", "predicted", "actual", "number"),
        ((escape(of), percent(row.predicted), percent(row.actual), str(row.reviews)) for of, row in rows),
        words=("reviews",),
    )


def _days(progress: Progress) -> str:
    return _table(
        ("day", "answers", "minutes"),
        ((row.day.isoformat(), str(row.answers), minutes(row.minutes)) for row in progress.days),
        words=("day",),
    )


def _mocks(progress: Progress) -> str:
    return _list(f"{mock.at.date().isoformat()} {escape(mock.round)}: {percent(mock.score)}" for mock in progress.mocks)


def _resource(section: int, resource: Resource) -> str:
    title = escape(resource.title)
    linked = f'<a href="{escape(resource.url)}">{title}</a>' if resource.url else title
    note = f". {escape(resource.note)}" if resource.note else ""
    return f"{escape(section_title(section))}: {linked}, {escape(origin(resource))}{note}"


def _titled(title: str, body: str) -> str:
    """The body under its title, nothing if it is empty."""
    return f"<h2>{escape(title)}</h2>\n{body}" if body else ""


def _list(entries: Iterable[str]) -> str:
    lines = [f"<li>{entry}</li>" for entry in entries]
    return "\n".join(["<ul>", *lines, "</ul>"]) if lines else ""


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]], words: Sequence[str] = ()) -> str:
    """A table of cells that are HTML already, aligned as numbers but in the columns of `words`; nothing without rows."""
    kinds = ["" if column in words else ' class="number"' for column in columns]
    lines = [_row("td", kinds, row) for row in rows]
    if not lines:
        return ""
    head = _row("th", [f'{kind} scope="col"' for kind in kinds], [escape(column) for column in columns])
    table = ["<table>", f"<thead>{head}</thead>", "<tbody>", *lines, "</tbody>", "</table>"]
    return "\n".join(['<div class="scroll">', *table, "</div>"])


def _row(tag: str, attributes: Sequence[str], cells: Sequence[str]) -> str:
    written = (f"<{tag}{held}>{cell}</{tag}>" for held, cell in zip(attributes, cells, strict=True))
    return f"<tr>{''.join(written)}</tr>"
