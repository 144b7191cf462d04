"""A report for the terminal and for pipes: text in a given width, with color where the paper has it; domain only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from interview_cli.domain.planning.outlook import Outlook
from interview_cli.domain.progress.calibration import CalibrationBin
from interview_cli.domain.progress.figures import Progress, SectionProgress
from interview_cli.reports.calendar_weeks import WEEKDAYS, Week, last_days, level, weeks
from interview_cli.reports.paper import Line, Paper, Piece, Tone, cut, plain, wrapped
from interview_cli.reports.read_next import ReadNext, Resource, origin
from interview_cli.reports.wording import (
    DUE_TITLE,
    TOMORROW,
    TOMORROW_MEANS,
    WAS_MEANS,
    begun,
    between,
    bounds,
    bugs_of_kind,
    minutes,
    missed_lines,
    missed_title,
    mock,
    not_started,
    percent,
    period,
    practiced_days,
    problem,
    reached,
    section_title,
    summary,
    track_record,
    weight,
)

LEAST_WIDTH = 40
BAR_COLUMNS = 20
NARROW, MEDIUM, WIDE = 56, 80, 96
"""From these widths on there is room for more columns, and for bars."""
SPARK_DAYS = 42
MOST_WEEKS = 26


def to_text(progress: Progress, paper: Paper, read_next: Sequence[ReadNext] = ()) -> str:
    """The report, no line longer than the paper's width (at least 40 columns), ending in a newline."""
    paper = replace(paper, width=max(paper.width, LEAST_WIDTH))
    parts = [
        [plain(f"Report, {period(progress)}", Tone.TITLE)],
        _labelled(summary(progress), paper.width),
        _titled(practiced_days(progress), _days(progress, paper), paper.width),
        _titled(DUE_TITLE, _due(progress, paper), paper.width),
        _titled("Sections", _sections(progress, paper), paper.width),
        _missed(progress, paper.width),
        _titled("Coding problems", _code(progress, paper.width), paper.width),
        _titled("Planted mistakes", _listed(map(bugs_of_kind, progress.debugging), paper.width), paper.width),
        _titled("Predicted and actual recall", _calibration(progress, paper), paper.width),
        _titled("Forecasts and what happened", _forecasts(progress, paper.width), paper.width),
        _titled("Mock interviews", _listed(map(mock, progress.mocks), paper.width), paper.width),
        _titled("Next", _listed([f"{entry.item} ({entry.why})" for entry in progress.next], paper.width), paper.width),
        _titled("Read next", [line for entry in read_next for line in _to_read(entry, paper.width)], paper.width),
    ]
    return "\n".join(paper.written(part) for part in parts if part)


def outlook_lines(outlook: Outlook, width: int) -> list[str]:
    """The day of an interview by section, and what will not be reached."""
    room = width - len(f"{'weight':>6} {'known':>6} {'90 %':>9} {'reached':>8}") - 4
    lines = [f"   {'':{room}} {'weight':>6} {'known':>6} {'90 %':>9} {'reached':>8}"]
    for row in outlook.sections:
        values = f"{weight(row):>6} {percent(row.share.mean):>6} {bounds(row.share):>9} {reached(row):>8}"
        lines.append(f"{row.section:>2} {cut(section_title(row.section), room):{room}} {values}")
    missed = [missed_title(outlook)] if outlook.unreached else []
    listed = _listed(missed_lines(outlook.missed), width) if outlook.unreached else []
    return [*lines, *missed, *(line[0].text for line in listed)]


def _titled(title: str, lines: Sequence[Line], width: int) -> list[Line]:
    """The lines under their title, nothing if there are none."""
    return [*wrapped(title, width, 0, Tone.TITLE), *lines] if lines else []


def _labelled(pairs: Iterable[tuple[str, str]], width: int) -> list[Line]:
    return [line for label, value in pairs for line in wrapped(f"{label:<11} {value}", width, indent=12)]


def _listed(entries: Iterable[str], width: int) -> list[Line]:
    return [line for entry in entries for line in wrapped(f"- {entry}", width, indent=2)]


def _missed(progress: Progress, width: int) -> list[Line]:
    ahead = progress.outlook
    if ahead is None or not ahead.unreached:
        return []
    return _titled(missed_title(ahead), _listed(missed_lines(ahead.missed), width), width)


# --- days


def _days(progress: Progress, paper: Paper) -> list[Line]:
    """A calendar with a sign a day, and two lines of the last weeks."""
    if not progress.days:
        return []
    today = progress.today
    shown = weeks(progress.days, progress.since, today, min((paper.width - 5) // 2, MOST_WEEKS))
    months = _months(shown)
    calendar = [plain(f"    {months}", Tone.FAINT)] if months else []
    for number, name in enumerate(WEEKDAYS):
        cells = [_cell(week.minutes[number], paper) for week in shown]
        calendar.append((Piece(f"{name} ", Tone.FAINT), *cells))
    signs = [paper.shade(number) for number in range(5)]
    legend = f"minutes a day: {signs[0]} none  {signs[1]} under 15  {signs[2]} 15  {signs[3]} 30  {signs[4]} 60 or more"
    return [*calendar, *wrapped(legend, paper.width, 2, Tone.FAINT), *_sparks(progress, paper)]


def _months(shown: Sequence[Week]) -> str:
    """Each month's name above the week in which it begins, where the name before it leaves room."""
    line = ""
    for number, week in enumerate(shown):
        if week.month and len(line) <= 2 * number:
            line = f"{line:<{2 * number}}{week.month} "
    return line


def _cell(done: float | None, paper: Paper) -> Piece:
    if done is None:
        return Piece("  ")
    reached_level = level(done)
    return Piece(f"{paper.shade(reached_level)} ", Tone.GOOD if reached_level else Tone.FAINT)


def _sparks(progress: Progress, paper: Paper) -> list[Line]:
    room = min(SPARK_DAYS, paper.width - 32)
    done = last_days(progress.days, progress.today, room)
    times = [row.minutes if row else 0.0 for row in done]
    if room < 7 or len(done) < 2 or not any(times):
        return []
    lines = [_spark("Minutes", paper.spark(times, max(times)), f"most {minutes(max(times))} a day")]
    shares = [row.marked.share if row else None for row in done]
    if any(share is not None for share in shares):
        lines.append(_spark("Right", paper.spark(shares, 1.0), f"{percent(progress.totals.marked.share)} in all"))
    return lines


def _spark(label: str, drawn: str, said: str) -> Line:
    return (Piece(f"{label:<8} "), Piece(drawn, Tone.ACCENT), Piece(f"  {said}", Tone.FAINT))


def _due(progress: Progress, paper: Paper) -> list[Line]:
    """A column a day: its name, a bar as high as its number, the number."""
    days = progress.due[: paper.width // 5]
    if not any(day.items for day in days):
        return []
    top = float(max(day.items for day in days))
    names = ["today" if not number else WEEKDAYS[day.day.weekday()] for number, day in enumerate(days)]
    drawn = [paper.spark([day.items], top) if day.items else " " for day in days]
    return [
        plain("".join(f"{name:>5}" for name in names), Tone.FAINT),
        plain("".join(f"{sign:>5}" for sign in drawn), Tone.ACCENT),
        plain("".join(f"{day.items:>5}" for day in days)),
    ]


# --- sections


class _Column(NamedTuple):
    name: str
    width: int
    cells: dict[int, str]


def _sections(progress: Progress, paper: Paper) -> list[Line]:
    """What was begun as a table, what was not in a sentence."""
    rows, waiting = begun(progress), not_started(progress)
    lines = _table(progress, rows, paper) if rows else []
    return [*lines, *wrapped(waiting, paper.width, 2, Tone.FAINT)]


def _table(progress: Progress, rows: Sequence[SectionProgress], paper: Paper) -> list[Line]:
    columns = _columns(progress, rows, paper.width)
    bar = BAR_COLUMNS + 2 if paper.width >= MEDIUM else 0
    room = paper.width - sum(column.width for column in columns) - bar - 3
    head = "".join(f"{column.name:>{column.width}}" for column in columns)
    lines = [plain(f"   {'':{room}}{head}", Tone.FAINT)]
    for row in rows:
        title = f"{row.section:>2} {cut(section_title(row.section), room):{room}}"
        cells = "".join(f"{column.cells[row.section]:>{column.width}}" for column in columns)
        known = row.predicted or 0.0
        drawn = (Piece("  "), *paper.bar(known, BAR_COLUMNS, progress.target)) if bar else ()
        lines.append((Piece(title + cells), *drawn))
    target = f"; the mark in a bar is the target, {percent(progress.target)}" if bar else ""
    return [*lines, *wrapped(f"{TOMORROW_MEANS}{target}", paper.width, 2, Tone.FAINT)]


def _columns(progress: Progress, rows: Sequence[SectionProgress], width: int) -> list[_Column]:
    """As many as there is room for."""
    ahead = {row.section: row.share.mean for row in progress.outlook.sections} if progress.outlook else {}
    seen = _Column("seen", 9, {row.section: f"{row.seen}/{row.items}" for row in rows})
    spent = _Column("minutes", 8, {row.section: minutes(row.minutes) for row in rows})
    right = _Column("right", 7, {row.section: percent(row.marked.share) for row in rows})
    recalled = _Column("recalled", 9, {row.section: percent(row.recall) for row in rows})
    tomorrow = _Column(TOMORROW, 9, {row.section: percent(row.predicted) for row in rows})
    on_day = (
        [_Column("on the day", 11, {row.section: percent(ahead.get(row.section)) for row in rows})] if ahead else []
    )
    if width >= WIDE:
        return [seen, spent, right, recalled, *on_day, tomorrow]
    return [seen, right, *on_day, tomorrow] if width >= NARROW else [seen, tomorrow]


def _code(progress: Progress, width: int) -> list[Line]:
    """Those still to be solved one by one, the others by name."""
    lines = _listed([f"{row.problem}: {problem(row)}" for row in progress.code if not row.passed], width)
    solved = ", ".join(row.problem for row in progress.code if row.passed)
    return [*lines, *wrapped(f"Solved: {solved}", width, 2, Tone.GOOD)] if solved else lines


# --- predictions


def _forecasts(progress: Progress, width: int) -> list[Line]:
    lines = _listed(map(track_record, progress.forecasts), width)
    return [*lines, *wrapped(WAS_MEANS, width, 2, Tone.FAINT)] if lines else []


def _calibration(progress: Progress, paper: Paper) -> list[Line]:
    """By what was predicted; the sections' recall stands in their table."""
    if not progress.calibration:
        return []
    head = f"{'predicted':>14} {'mean':>6} {'actual':>7} {'reviews':>8}"
    return [plain(head, Tone.FAINT), *(_bin(row, paper) for row in progress.calibration)]


def _bin(row: CalibrationBin, paper: Paper) -> Line:
    figures = f"{between(row):>14} {percent(row.predicted):>6} {percent(row.actual):>7} {row.reviews:>8}"
    return (
        (Piece(figures), Piece("  "), *paper.bar(row.actual, BAR_COLUMNS)) if paper.width >= MEDIUM else plain(figures)
    )


# --- reading


def _to_read(entry: ReadNext, width: int) -> list[Line]:
    lines = [line for resource in entry.resources for line in _resource(resource, width)]
    return [*wrapped(section_title(entry.section), width, indent=2), *lines]


def _resource(resource: Resource, width: int) -> list[Line]:
    """What it is, its address, and what is said of it, each beginning a line."""
    lines = _listed([f"{resource.title}, {origin(resource)}"], width)
    if resource.url:
        lines += [plain(f"  {piece}", Tone.ACCENT) for piece in _pieces(resource.url, width - 2)]
    if resource.note:
        lines += wrapped(f"  {resource.note}", width, indent=2)
    return lines


def _pieces(address: str, width: int) -> list[str]:
    """The address whole where it fits, else broken after a slash where that is possible."""
    pieces = []
    while len(address) > width:
        end = address.rfind("/", len("https://"), width) + 1 or width
        pieces.append(address[:end])
        address = address[end:]
    return [*pieces, address]
