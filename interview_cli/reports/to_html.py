"""A report as one HTML file without scripts, for a browser and for paper, light and dark; the charts take pygal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from interview_cli.domain.planning.outlook import Outlook
from interview_cli.domain.progress.calibration import CalibrationBin, Retention
from interview_cli.domain.progress.figures import Progress
from interview_cli.reports import charts
from interview_cli.reports.read_next import ReadNext, Resource, origin
from interview_cli.reports.wording import (
    NOTHING,
    TOMORROW,
    TOMORROW_MEANS,
    WAS_MEANS,
    begun,
    between,
    bounds,
    minutes,
    missed_lines,
    missed_title,
    mock,
    not_started,
    percent,
    period,
    practiced_days,
    reached,
    section_title,
    summary,
    time_each,
    track_record,
    weight,
)

STYLE = """\
:root { color-scheme: light dark; --ink: #1d2433; --soft: #59637a; --line: #d5dae4; --paper: #fff; --card: #f6f8fb;
  --empty: #e9edf4; --first: #2f6fde; --second: #c2571a; --third: #1d8a5f; --accent: #a3195b; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6eaf2; --soft: #a3adc2; --line: #3a4358; --paper: #12161f; --card: #1b2130; --empty: #262e40;
    --first: #6ea3ff; --second: #f0935a; --third: #5cc79a; --accent: #ff7eb3; }
}
* { box-sizing: border-box; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 76rem; margin: 2rem auto; padding: 0 1rem;
  color: var(--ink); background: var(--paper); overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 0.5rem; }
a { color: var(--first); }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 0.75rem; margin: 1rem 0; }
dl div { background: var(--card); border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.6rem 0.9rem; }
dt { color: var(--soft); font-size: 0.85rem; }
dd { margin: 0; font-weight: 600; }
.charts { columns: 28rem 2; column-gap: 1rem; }
figure { margin: 0 0 1rem; padding: 0.75rem; border: 1px solid var(--line); border-radius: 0.5rem; break-inside: avoid; }
figcaption b { display: block; }
figcaption span { color: var(--soft); font-size: 0.9rem; margin-right: 0.9rem; }
.key { white-space: nowrap; }
.key i { display: inline-block; width: 0.75rem; height: 0.75rem; margin-right: 0.3rem; border-radius: 2px; }
.c0 { background: var(--first); } .c1 { background: var(--second); } .c2 { background: var(--third); }
.c3 { background: var(--accent); }
table { border-collapse: collapse; width: 100%; }
th, td { padding: 0.2rem 0.6rem; text-align: left; border-bottom: 1px solid var(--line); vertical-align: top; }
th { color: var(--soft); font-weight: 600; font-size: 0.9rem; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.note { color: var(--soft); font-size: 0.9rem; }
code { font-family: ui-monospace, monospace; }
@media screen and (max-width: 40rem) {
  thead { display: none; }
  tr { display: grid; grid-template-columns: repeat(3, 1fr); gap: 0 0.75rem; padding: 0.4rem 0;
    border-bottom: 1px solid var(--line); }
  td, td.number { border: 0; padding: 0; text-align: left; white-space: normal; }
  td::before { content: attr(data-label) " "; color: var(--soft); font-size: 0.85rem; }
  td:first-child { font-weight: 600; grid-column: 1 / -1; }
  td:first-child::before { content: none; }
}
@media print {
  :root { --ink: #000; --soft: #444; --line: #bbb; --paper: #fff; --card: #fff; --empty: #eee; --first: #1f55b5;
    --second: #a8480f; --third: #146b49; --accent: #8a124b; }
  body { max-width: none; margin: 0; font-size: 10pt; }
  .charts { columns: 2; }
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
        _charts(progress),
        _titled("Sections", _sections(progress)),
        *(_outlook(progress.outlook) if progress.outlook else ()),
        _titled("Coding problems", _code(progress)),
        _titled("Planted mistakes", _debugging(progress)),
        _titled("Predicted and actual recall", _calibration(progress)),
        _titled("Forecasts and what happened", _forecasts(progress)),
        _titled(practiced_days(progress), _days(progress)),
        _titled("Mock interviews", _list(escape(mock(taken)) for taken in progress.mocks)),
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
{charts.STYLE}
</style>
</head>
<body>
{body}
</body>
</html>
"""


def _summary(progress: Progress) -> str:
    lines = [f"<div><dt>{escape(label)}</dt><dd>{escape(value)}</dd></div>" for label, value in summary(progress)]
    return "\n".join(["<dl>", *lines, "</dl>"])


def _charts(progress: Progress) -> str:
    """All charts that have something to show."""
    known = (("c0", "known so far"), ("c1", "forecast"), ("c3", "what earlier forecasts said of that day"))
    kept = (("c0", "of the items seen"), ("c1", "of all items"))
    graded = (("c0", "passed"), ("c1", "not passed"))
    found = (("c0", "found"), ("c1", "not found"))
    colors = ("c0", "c1", "c2", "c3", "c1")
    by_round = tuple(zip(colors, charts.rounds(progress), strict=False))
    weighed = " Sections count by their weight for the interview." if progress.outlook else ""
    figures = [
        charts.figure("Readiness", charts.readiness(progress), f"Share known, with its 90 % interval.{weighed}", known),
        charts.figure("Practice", charts.heat_map(progress), "Minutes a day; darker is 15, 30 and 60 minutes or more."),
        charts.figure(
            "Recall by section",
            charts.sections(progress),
            f"Recall expected tomorrow; the dashed line is the target, {percent(progress.target)}.",
            kept,
        ),
        charts.figure(
            "Calibration",
            charts.calibration(progress),
            "Actual recall (up) for each predicted recall (right); on the dashed line they agree.",
        ),
        charts.figure("Time", charts.minutes(progress), "Minutes of each day with practice."),
        charts.figure("Due ahead", charts.due(progress), "Items that come due if you practice nothing."),
        charts.figure("Code", charts.code(progress), "Grades of the problems with most of them.", graded),
        charts.figure("Bugs", charts.bugs(progress), "Questions that show code with a mistake, by section.", found),
        charts.figure("Planted mistakes", charts.planted(progress), "What you found of them, by kind.", found),
        charts.figure("Mock interviews", charts.mocks(progress), "Score of each round.", by_round),
    ]
    drawn = [figure for figure in figures if figure]
    return "\n".join(['<div class="charts">', *drawn, "</div>"]) if drawn else ""


def _sections(progress: Progress) -> str:
    table = _table(
        ("section", "seen", "items", "minutes", "right", "recalled", TOMORROW),
        (
            (
                *(_section(row.section), str(row.seen), str(row.items), escape(minutes(row.minutes))),
                *(percent(row.marked.share), percent(row.recall), percent(row.predicted)),
            )
            for row in begun(progress)
        ),
        words=("section",),
    )
    waiting = not_started(progress)
    notes = [TOMORROW_MEANS] * bool(table) + [waiting] * bool(waiting)
    return "\n".join([*([table] if table else []), *(f'<p class="note">{escape(note)}</p>' for note in notes)])


def _section(number: int) -> str:
    return f"{number} {escape(section_title(number))}"


def _outlook(outlook: Outlook) -> list[str]:
    table = _table(
        ("section", "weight", "known", "90 %", "reached"),
        (
            (_section(row.section), weight(row), percent(row.share.mean), bounds(row.share), reached(row))
            for row in outlook.sections
        ),
        words=("section",),
    )
    return [
        _titled(f"On {outlook.on.isoformat()}", table),
        _titled(missed_title(outlook), _list(escape(line) for line in missed_lines(outlook.missed))),
    ]


def _code(progress: Progress) -> str:
    """With the known mistakes that were made."""
    return _table(
        ("problem", "grades", "passed", "mistakes"),
        (
            (
                *(f"<code>{escape(row.problem)}</code>", str(row.attempts), str(row.passes)),
                escape(", ".join(row.slips)) or NOTHING,
            )
            for row in progress.code
        ),
        words=("problem", "mistakes"),
    )


def _debugging(progress: Progress) -> str:
    """Planted mistakes by kind: how many were found, or told by the last hint, and how long each took."""
    return _table(
        ("kind", "planted", "found", "told", "minutes each"),
        (
            (escape(row.kind), str(row.planted), str(row.found), str(row.told), time_each(row))
            for row in progress.debugging
        ),
        words=("kind",),
    )


def _forecasts(progress: Progress) -> str:
    lines = _list(escape(track_record(row)) for row in progress.forecasts)
    return f'{lines}\n<p class="note">{escape(WAS_MEANS)}</p>' if lines else ""


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
        ("day", "answers", "right", "grades", "minutes"),
        (
            (
                *(row.day.isoformat(), str(row.answers), percent(row.marked.share)),
                *(str(row.grades), escape(minutes(row.minutes))),
            )
            for row in progress.days
        ),
        words=("day",),
    )


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
    """A table of cells that are HTML already, aligned as numbers but in the columns of `words`; nothing without rows.

    On a narrow screen each row is a list of its cells, each with the name of its column.
    """
    kinds = ["" if column in words else ' class="number"' for column in columns]
    labels = ["", *(f' data-label="{escape(column)}"' for column in columns[1:])]
    lines = [_row("td", [kind + label for kind, label in zip(kinds, labels, strict=True)], row) for row in rows]
    if not lines:
        return ""
    head = _row("th", [f'{kind} scope="col"' for kind in kinds], [escape(column) for column in columns])
    return "\n".join(["<table>", f"<thead>{head}</thead>", "<tbody>", *lines, "</tbody>", "</table>"])


def _row(tag: str, attributes: Sequence[str], cells: Sequence[str]) -> str:
    written = (f"<{tag}{held}>{cell}</{tag}>" for held, cell in zip(attributes, cells, strict=True))
    return f"<tr>{''.join(written)}</tr>"
