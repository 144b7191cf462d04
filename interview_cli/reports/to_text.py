"""A report for the terminal and for pipes: plain text in a given width, no colour; standard library and domain only."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from interview_cli.domain.planning.outlook import Outlook
from interview_cli.domain.progress.calibration import CalibrationBin, Retention
from interview_cli.domain.progress.figures import Progress
from interview_cli.reports.read_next import ReadNext, Resource, origin
from interview_cli.reports.wording import (
    OF_SEEN,
    OF_SEEN_MEANS,
    WAS_MEANS,
    between,
    bounds,
    counted,
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

LEAST_WIDTH = 40
BAR_WIDTH = 20
WIDE = 80
"""From this width on there is room for bars."""


def to_text(progress: Progress, width: int, read_next: Sequence[ReadNext] = ()) -> str:
    """The report, no line longer than `width` (at least 40) columns, ending in a newline."""
    width = max(width, LEAST_WIDTH)
    parts = [
        [f"Report, {period(progress)}"],
        _labelled(summary(progress), width),
        _titled("Sections", _sections(progress, width)),
        _on_the_day(progress, width),
        _titled("Coding problems", _listed([f"{row.problem}: {problem(row)}" for row in progress.code], width)),
        _titled("Predicted and actual recall", _calibration(progress, width)),
        _titled("Forecasts and what happened", _forecasts(progress, width)),
        _titled("Days", _days(progress, width)),
        _titled("Mock interviews", _listed(_mocks(progress), width)),
        _titled("Next", _listed([f"{entry.item} ({entry.why})" for entry in progress.next], width)),
        _titled("Read next", [line for entry in read_next for line in _to_read(entry, width)]),
    ]
    return "\n\n".join("\n".join(line.rstrip() for line in part) for part in parts if part) + "\n"


def _on_the_day(progress: Progress, width: int) -> list[str]:
    ahead = progress.outlook
    return [f"On {ahead.on.isoformat()}", *outlook_lines(ahead, width)] if ahead else []


def outlook_lines(outlook: Outlook, width: int) -> list[str]:
    """The day of an interview by section, and what will not be reached."""
    room = width - len(f"{'weight':>6} {'known':>6} {'95 %':>9} {'reached':>8}") - 4
    lines = [f"   {'':{room}} {'weight':>6} {'known':>6} {'95 %':>9} {'reached':>8}"]
    for row in outlook.sections:
        values = f"{weight(row):>6} {percent(row.share.mean):>6} {bounds(row.share):>9} {reached(row):>8}"
        lines.append(f"{row.section:>2} {_cut(section_title(row.section), room):{room}} {values}")
    missed = [missed_title(outlook), *_listed(missed_lines(outlook.missed), width)] if outlook.unreached else []
    return [*lines, *missed]


def _forecasts(progress: Progress, width: int) -> list[str]:
    lines = _listed([track_record(row) for row in progress.forecasts], width)
    return [*lines, *_wrapped(WAS_MEANS, width, indent=2)] if lines else []


def _titled(title: str, lines: Sequence[str]) -> list[str]:
    """The lines under their title, nothing if there are none."""
    return [title, *lines] if lines else []


def _labelled(pairs: Iterable[tuple[str, str]], width: int) -> list[str]:
    return [line for label, value in pairs for line in _wrapped(f"{label:<11} {value}", width, indent=12)]


def _listed(entries: Iterable[str], width: int) -> list[str]:
    return [line for entry in entries for line in _wrapped(f"- {entry}", width, indent=2)]


def _wrapped(text: str, width: int, indent: int) -> list[str]:
    return textwrap.wrap(text, width, subsequent_indent=" " * indent, break_on_hyphens=False)


def _to_read(entry: ReadNext, width: int) -> list[str]:
    lines = [line for resource in entry.resources for line in _resource(resource, width)]
    return [*_wrapped(section_title(entry.section), width, indent=2), *lines]


def _resource(resource: Resource, width: int) -> list[str]:
    """What it is, its address, and what is said of it, each beginning a line."""
    lines = _listed([f"{resource.title}, {origin(resource)}"], width)
    if resource.url:
        lines += [f"  {piece}" for piece in _pieces(resource.url, width - 2)]
    if resource.note:
        lines += _wrapped(f"  {resource.note}", width, indent=2)
    return lines


def _pieces(address: str, width: int) -> list[str]:
    """The address whole where it fits, else broken after a slash where that is possible."""
    pieces = []
    while len(address) > width:
        end = address.rfind("/", len("https://"), width) + 1 or width
        pieces.append(address[:end])
        address = address[end:]
    return [*pieces, address]


def _sections(progress: Progress, width: int) -> list[str]:
    bar = BAR_WIDTH + 2 if width >= WIDE else 0
    figures = f"{'seen':>9} {'minutes':>7} {'recalled':>8} {OF_SEEN:>7}"
    room = width - len(figures) - bar - 4
    lines = [f"   {'':{room}} {figures}"]
    for row in progress.sections:
        seen = f"{row.seen}/{row.items}"
        values = f"{seen:>9} {minutes(row.minutes):>7} {percent(row.recall):>8} {percent(row.predicted):>7}"
        drawn = f"  {_bar(row.seen / row.items)}" if bar else ""
        lines.append(f"{row.section:>2} {_cut(section_title(row.section), room):{room}} {values}{drawn}")
    return [*lines, *_wrapped(OF_SEEN_MEANS, width, indent=2)] if progress.sections else []


def _calibration(progress: Progress, width: int) -> list[str]:
    """By what was predicted, and by section."""
    if not progress.calibration:
        return []
    figures = f"{'predicted':>9} {'actual':>6} {'reviews':>7}"
    room = width - len(figures) - 4
    return [
        f"   {'':{room}} {figures}",
        *(f"   {between(row):{room}} {_met(row)}" for row in progress.calibration),
        *(
            f"{row.section:>2} {_cut(section_title(row.section), room):{room}} {_met(row)}"
            for row in progress.retention
        ),
    ]


def _met(row: CalibrationBin | Retention) -> str:
    return f"{percent(row.predicted):>9} {percent(row.actual):>6} {row.reviews:>7}"


def _days(progress: Progress, width: int) -> list[str]:
    longest = max((row.minutes for row in progress.days), default=0.0)
    lines = []
    for row in progress.days:
        line = f"{row.day.isoformat()} {counted(row.answers, 'answer'):>12} {minutes(row.minutes):>5} min"
        lines.append(f"{line}  {_bar(row.minutes / longest)}" if width >= WIDE and longest else line)
    return lines


def _mocks(progress: Progress) -> list[str]:
    return [f"{mock.at.date().isoformat()} {mock.round}: {percent(mock.score)}" for mock in progress.mocks]


def _bar(share: float) -> str:
    filled = round(share * BAR_WIDTH)
    return "#" * filled + "." * (BAR_WIDTH - filled)


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
