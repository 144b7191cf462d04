"""The charts of a report in HTML, each as SVG that takes its colors from the page's style; imports pygal.

pygal was chosen by measuring: 8 line charts take 0.6 s with its import and 17 MB, against 3.2 s and 72 MB with
matplotlib, 1.3 MB installed against 65 MB; and its own style can be left out, which is what lets a chart follow the
page between light, dark and paper. It draws no calendar: that one is made here.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from html import escape
from typing import Any

import pygal
from pygal.style import Style

from interview_cli.domain.planning.recall import Forecast
from interview_cli.domain.progress.figures import Progress
from interview_cli.reports import wording
from interview_cli.reports.calendar_weeks import WEEKDAYS, level, weeks
from interview_cli.reports.wording import percent, section_title

# pygal puts a finder for its plugins, of which we use none, before all later imports; Python 3.11 warns of its old form.
sys.meta_path[:] = [finder for finder in sys.meta_path if type(finder).__module__ != pygal.__name__]

WIDTH, HEIGHT, ROW = 560, 280, 34
MOST_WEEKS, MOST_BARS, MOST_PROBLEMS = 26, 31, 15
SHARES = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)

STYLE = """\
.chart { width: 100%; height: auto; display: block; }
.chart text { fill: var(--soft); stroke: none; font-family: system-ui, sans-serif; font-size: 13px; }
.chart .background { fill: none; }
.chart .axis .line { fill: none; stroke: var(--line); }
.chart.target .axis .major.guide.line { stroke: var(--accent); stroke-dasharray: 5 4; }
.chart.target .axis text.major { fill: var(--accent); font-weight: 600; }
.chart .axis.x text { text-anchor: middle; }
.chart .axis.y text { text-anchor: end; }
.chart .vertical .axis.x .guide.line, .chart .horizontal .axis.y .guide.line { opacity: 0; }
.chart .line { fill: none; stroke-width: 2.5; }
.chart .dot { stroke: none; }
.chart .rect { stroke: none; }
.chart .color-0 { fill: var(--first); stroke: var(--first); }
.chart .color-1 { fill: var(--second); stroke: var(--second); }
.chart .color-2 { fill: var(--third); stroke: var(--third); }
.chart .color-3 { fill: var(--accent); stroke: var(--accent); }
.chart .color-4 { fill: var(--second); stroke: var(--second); }
.chart .line, .chart .nofill { fill: none; }
.chart .axis .line { stroke-width: 1; }
.chart.bands .color-2 { fill: var(--first); stroke: var(--first); }
.chart.bands .color-3 { fill: var(--second); stroke: var(--second); }
.chart.bands .color-4 { fill: var(--accent); stroke: var(--accent); }
.chart.bands .line { fill: none; }
.chart.bands .serie-0 .line { fill: var(--first); fill-opacity: .18; stroke: none; }
.chart.bands .serie-1 .line { fill: var(--second); fill-opacity: .18; stroke: none; }
.chart.diagonal .color-1 { fill: var(--first); stroke: var(--first); }
.chart.diagonal .serie-0 .line { stroke: var(--line); stroke-dasharray: 5 4; stroke-width: 1.5; }
.chart .day { stroke: var(--line); stroke-width: .5; }
.chart .l0 { fill: var(--empty); } .chart .l1 { fill: var(--first); fill-opacity: .25; }
.chart .l2 { fill: var(--first); fill-opacity: .5; } .chart .l3 { fill: var(--first); fill-opacity: .75; }
.chart .l4 { fill: var(--first); }"""
"""With the page's `--first`, `--second`, `--third`, `--accent`, `--soft`, `--line` and `--empty`."""


def readiness(progress: Progress) -> str:
    """The share known so far and ahead, each in its band of 90 %, and what earlier forecasts said of days that came."""
    past = [(row.day, row.share) for row in progress.trend]
    ahead = progress.outlook
    coming = [past[-1], *ahead.path, (ahead.on, ahead.share)] if ahead and past and not progress.only else []
    if len(past) + len(coming) < 2:
        return ""
    chart = _drawing(pygal.DateLine, "bands", y_labels=SHARES, range=(0.0, 1.0), x_value_formatter=_short_day)
    days = [day for day, _ in (*past, *coming)]
    chart.x_labels = _spread(days, 6)
    chart.add("", _band(past), show_dots=False)
    chart.add("", _band(coming), show_dots=False)
    chart.add("", [(day, share.mean) for day, share in past], dots_size=2)
    chart.add("", [(day, share.mean) for day, share in coming], dots_size=2)
    chart.add("", [(row.day, row.share.mean) for row in progress.said], stroke=False, dots_size=3)
    return _svg(chart)


def sections(progress: Progress) -> str:
    """Of each section that was begun, what will be recalled tomorrow of the items seen, and of all of its items."""
    begun = [row for row in progress.sections if row.seen]
    if not begun:
        return ""
    rows = list(reversed(begun))  # drawn from below
    labels = sorted({*SHARES, progress.target})
    height = 50 + ROW * len(rows)
    chart = _drawing(pygal.HorizontalBar, "target", height=height, y_labels=labels, range=(0.0, 1.0), spacing=8)
    chart.y_labels_major = [progress.target]
    chart.x_labels = [_shortened(section_title(row.section)) for row in rows]
    chart.add("", [row.predicted or 0.0 for row in rows])
    chart.add("", [(row.predicted or 0.0) * row.seen / row.items for row in rows])
    return _svg(chart)


def calibration(progress: Progress) -> str:
    """Actual recall over predicted recall; the diagonal is a prediction that always holds."""
    if not progress.calibration:
        return ""
    chart = _drawing(
        pygal.XY, "diagonal", y_labels=SHARES, range=(0.0, 1.0), xrange=(0.0, 1.0), x_value_formatter=percent
    )
    chart.x_labels = SHARES
    chart.add("", [(0.0, 0.0), (1.0, 1.0)], show_dots=False)
    chart.add("", [(row.predicted, row.actual) for row in progress.calibration], dots_size=4)
    return _svg(chart)


def minutes(progress: Progress) -> str:
    """The minutes of each day with practice, the last `MOST_BARS` of them."""
    done = progress.days[-MOST_BARS:]
    if not done:
        return ""
    chart = _counts(pygal.Bar, max(row.minutes for row in done))
    chart.x_labels = _thinned([_short_day(row.day) for row in done])
    chart.add("", [round(row.minutes, 1) for row in done])
    return _svg(chart)


def due(progress: Progress) -> str:
    """The items that come due on each of the days ahead."""
    if not any(row.items for row in progress.due):
        return ""
    chart = _counts(pygal.Bar, max(row.items for row in progress.due))
    chart.x_labels = _thinned([_short_day(row.day) for row in progress.due])
    chart.add("", [row.items for row in progress.due])
    return _svg(chart)


def code(progress: Progress) -> str:
    """The grades of the problems that took most of them: those that passed, and those that did not."""
    most = sorted(progress.code, key=lambda row: (-row.attempts, row.problem))[:MOST_PROBLEMS]
    if not most:
        return ""
    rows = list(reversed(most))
    chart = _counts(
        pygal.HorizontalStackedBar, max(row.attempts for row in rows), height=50 + ROW * len(rows), spacing=8
    )
    chart.x_labels = [_shortened(row.problem) for row in rows]
    chart.add("", [row.passes for row in rows])
    chart.add("", [row.attempts - row.passes for row in rows])
    return _svg(chart)


def bugs(progress: Progress) -> str:
    """The mistakes in code that were asked for, by section: those that were found, and those that were not."""
    asked = [row for row in progress.sections if row.bugs.marked]
    if not asked:
        return ""
    rows = list(reversed(asked))
    top = max(row.bugs.marked for row in rows)
    chart = _counts(pygal.HorizontalStackedBar, top, height=50 + ROW * len(rows), spacing=8)
    chart.x_labels = [_shortened(section_title(row.section)) for row in rows]
    chart.add("", [row.bugs.right for row in rows])
    chart.add("", [row.bugs.marked - row.bugs.right for row in rows])
    return _svg(chart)


def planted(progress: Progress) -> str:
    """Planted mistakes by kind: those that were found, and those that were left or told."""
    if not progress.debugging:
        return ""
    rows = list(reversed(progress.debugging))
    chart = _counts(
        pygal.HorizontalStackedBar, max(row.planted for row in rows), height=50 + ROW * len(rows), spacing=8
    )
    chart.x_labels = [row.kind for row in rows]
    chart.add("", [row.found for row in rows])
    chart.add("", [row.planted - row.found for row in rows])
    return _svg(chart)


def mocks(progress: Progress) -> str:
    """The scores of mock interviews, a line for each round."""
    scored = [taken for taken in progress.mocks if taken.score is not None]
    if not scored:
        return ""
    chart = _drawing(pygal.DateLine, "", y_labels=SHARES, range=(0.0, 1.0), x_value_formatter=_short_day)
    chart.x_labels = _spread([taken.at.date() for taken in scored], 6)
    for name in rounds(progress):
        chart.add("", [(one.at.date(), one.score) for one in scored if one.round == name], dots_size=4)
    return _svg(chart)


def rounds(progress: Progress) -> list[str]:
    """The rounds that have a score, in the order of their lines."""
    return list(dict.fromkeys(taken.round for taken in progress.mocks if taken.score is not None))


def heat_map(progress: Progress) -> str:
    """A square a day, darker with more minutes; weeks go to the right."""
    if not progress.days:
        return ""
    shown = weeks(progress.days, progress.since, progress.today, MOST_WEEKS)
    side, left, top = 20, 40, 20
    parts = [
        f'<text x="{left - 6}" y="{top + side * number + 14}" text-anchor="end">{name}</text>'
        for number, name in enumerate(WEEKDAYS)
        if number % 2 == 0
    ]
    for column, week in enumerate(shown):
        x = left + side * column
        if week.month:
            parts.append(f'<text x="{x}" y="{top - 6}">{week.month}</text>')
        parts += [
            f'<rect class="day l{level(done)}" x="{x + 1}" y="{top + side * number + 1}" width="{side - 2}"'
            f' height="{side - 2}" rx="3"><title>{date.fromordinal(week.monday.toordinal() + number)}:'
            f" {escape(wording.minutes(done))} min</title></rect>"
            for number, done in enumerate(week.minutes)
            if done is not None
        ]
    height = top + side * 7 + 4
    return f'<svg class="chart" viewBox="0 0 {WIDTH} {height}" role="img">{"".join(parts)}</svg>'


# --- drawing


def _drawing(kind: Callable[..., Any], style: str, **options: Any) -> Any:
    """An empty chart of shares, without scripts, colors or anything that changes from one drawing to the next."""
    given = {"height": HEIGHT, "value_formatter": percent} | options
    return kind(
        width=WIDTH,
        js=(),
        css=(),
        classes=("chart", *style.split()),
        show_legend=False,
        disable_xml_declaration=True,
        explicit_size=False,
        no_data_text="",
        margin=6,
        margin_right=30,
        truncate_label=-1,
        style=Style(label_font_size=13, major_label_font_size=13),
        **given,
    )


def _counts(kind: Callable[..., Any], top: float, **options: Any) -> Any:
    """The same for numbers from 0, with labels at whole ones."""
    step = max(1, round(top / 5))
    labels = list(range(0, int(top) + step + 1, step))
    return _drawing(kind, "", y_labels=labels, value_formatter=lambda value: f"{value:g}", **options)


_DESCRIBED = re.compile(r'<desc class="value">([^<]*)</desc>')
_OTHERS = re.compile(r"<desc[^>]*>[^<]*</desc>|<!--.*?-->|<defs\s*/>|<defs>.*?</defs>|<title>Pygal</title>", re.DOTALL)
_HEAD = re.compile(r"<svg [^>]*>")
_NUMBER = re.compile(r"(\d+\.\d)\d+")


def _svg(chart: Any) -> str:
    """The chart as an element of a page: its values show when one points at them, its numbers are short."""
    drawn = chart.render(is_unicode=True)
    drawn = _OTHERS.sub("", _DESCRIBED.sub(r"<title>\1</title>", drawn))
    names = " ".join(chart.config.classes)
    head = f'<svg class="{names}" viewBox="0 0 {chart.config.width} {chart.config.height}" role="img">'
    drawn = _HEAD.sub(head, drawn, count=1).replace('style="opacity: 0"', 'opacity="0"')
    return _NUMBER.sub(r"\1", drawn).strip()


def _band(points: Sequence[tuple[date, Forecast]]) -> list[tuple[date, float]]:
    """The outline of what lies between the bounds."""
    lower = [(day, share.low) for day, share in points]
    return [*lower, *((day, share.high) for day, share in reversed(points))]


def _spread(days: Iterable[date], most: int) -> list[date]:
    """At most that many days from the first to the last."""
    first, last = (end(days) for end in (min, max)) if (days := list(days)) else (None, None)
    if first is None or last is None:
        return []
    length = last.toordinal() - first.toordinal()
    steps = max(1, min(length, most - 1))
    return [date.fromordinal(first.toordinal() + round(length * step / steps)) for step in range(steps + 1)]


def _thinned(labels: Sequence[str]) -> list[str]:
    """Some of the labels, where all of them would run into each other."""
    step = -(-len(labels) // 8)
    return [label if number % step == 0 else "" for number, label in enumerate(labels)]


def _short_day(day: date) -> str:
    return f"{day.day} {day:%b}"


def _shortened(text: str, most: int = 24) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def figure(title: str, drawn: str, said: str, legend: Sequence[tuple[str, str]] = ()) -> str:
    """A chart with its title, what it shows, and what its colors are; nothing without a chart."""
    if not drawn:
        return ""
    keys = "".join(f'<span class="key"><i class="{kind}"></i>{escape(name)}</span>' for kind, name in legend)
    caption = f"<figcaption><b>{escape(title)}</b><span>{escape(said)}</span>{keys}</figcaption>"
    return f"<figure>{caption}\n{drawn}</figure>"
