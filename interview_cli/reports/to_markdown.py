"""A report as Markdown, with pipe tables, for notes and for a mentor; the standard library and the domain only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from interview_cli.domain.planning.outlook import Outlook
from interview_cli.domain.progress.calibration import CalibrationBin, Retention
from interview_cli.domain.progress.figures import Progress
from interview_cli.reports.read_next import ReadNext, Resource, origin
from interview_cli.reports.wording import (
    DUE_TITLE,
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
    problem,
    reached,
    section_title,
    summary,
    time_each,
    track_record,
    weight,
)

LEFT, RIGHT = ":--", "--:"


def to_markdown(progress: Progress, read_next: Sequence[ReadNext] = ()) -> str:
    """The report, ending in a newline."""
    parts = [
        f"# Report, {period(progress)}",
        _list(f"**{label}**: {_plain(value)}" for label, value in summary(progress)),
        _titled("Sections", _sections(progress)),
        *(_outlook(progress.outlook) if progress.outlook else ()),
        _titled("Coding problems", _list(f"`{row.problem}`: {_plain(problem(row))}" for row in progress.code)),
        _titled("Planted mistakes", _debugging(progress)),
        _titled("Predicted and actual recall", _calibration(progress)),
        _titled("Forecasts and what happened", _forecasts(progress)),
        _titled(practiced_days(progress), _days(progress)),
        _titled(DUE_TITLE, _due(progress)),
        _titled("Mock interviews", _mocks(progress)),
        _titled("Next", _list(f"`{entry.item}` ({_plain(entry.why)})" for entry in progress.next)),
        _titled("Read next", _list(_resource(entry.section, each) for entry in read_next for each in entry.resources)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _sections(progress: Progress) -> str:
    columns = {"#": RIGHT, "section": LEFT, "seen": RIGHT, "items": RIGHT, "minutes": RIGHT}
    table = _table(
        columns | {"right": RIGHT, "recalled": RIGHT, TOMORROW: RIGHT},
        (
            (
                *(str(row.section), section_title(row.section), str(row.seen), str(row.items)),
                *(minutes(row.minutes), percent(row.marked.share), percent(row.recall), percent(row.predicted)),
            )
            for row in begun(progress)
        ),
    )
    target = f"the target is {percent(progress.target)}"
    notes = [table, f"{_plain(TOMORROW_MEANS)}; {target}"] if table else []
    return "\n\n".join([*notes, *filter(None, [_plain(not_started(progress))])])


def _outlook(outlook: Outlook) -> list[str]:
    table = _table(
        {"#": RIGHT, "section": LEFT, "weight": RIGHT, "known": RIGHT, "90 %": RIGHT, "reached": RIGHT},
        (
            (
                *(str(row.section), section_title(row.section), weight(row)),
                *(percent(row.share.mean), bounds(row.share), reached(row)),
            )
            for row in outlook.sections
        ),
    )
    return [
        _titled(f"On {outlook.on.isoformat()}", table),
        _titled(missed_title(outlook), _list(_plain(line) for line in missed_lines(outlook.missed))),
    ]


def _forecasts(progress: Progress) -> str:
    lines = _list(_plain(track_record(row)) for row in progress.forecasts)
    return f"{lines}\n\n{_plain(WAS_MEANS)}" if lines else ""


def _debugging(progress: Progress) -> str:
    return _table(
        {"kind": LEFT, "planted": RIGHT, "found": RIGHT, "told": RIGHT, "minutes each": RIGHT},
        ((row.kind, str(row.planted), str(row.found), str(row.told), time_each(row)) for row in progress.debugging),
    )


def _calibration(progress: Progress) -> str:
    """By what was predicted, and by section."""
    rows: list[tuple[str, CalibrationBin | Retention]] = [
        (f"{between(row)} predicted", row) for row in progress.calibration
    ]
    rows += [(section_title(row.section), row) for row in progress.retention]
    return _table(
        {"reviews": LEFT, "predicted": RIGHT, "actual": RIGHT, "number": RIGHT},
        ((of, percent(row.predicted), percent(row.actual), str(row.reviews)) for of, row in rows),
    )


def _days(progress: Progress) -> str:
    return _table(
        {"day": LEFT, "answers": RIGHT, "right": RIGHT, "grades": RIGHT, "minutes": RIGHT},
        (
            (
                *(row.day.isoformat(), str(row.answers), percent(row.marked.share)),
                *(str(row.grades), minutes(row.minutes)),
            )
            for row in progress.days
        ),
    )


def _due(progress: Progress) -> str:
    due = [day for day in progress.due if day.items]
    return _table({"day": LEFT, "items": RIGHT}, ((day.day.isoformat(), str(day.items)) for day in due))


def _mocks(progress: Progress) -> str:
    return _list(_plain(mock(taken)) for taken in progress.mocks)


def _resource(section: int, resource: Resource) -> str:
    title = f"[{_plain(resource.title)}]({resource.url})" if resource.url else _plain(resource.title)
    note = f". {_plain(resource.note)}" if resource.note else ""
    return f"{section_title(section)}: {title}, {_plain(origin(resource))}{note}"


def _titled(title: str, body: str) -> str:
    """The body under its title, nothing if it is empty."""
    return f"## {title}\n\n{body}" if body else ""


def _list(entries: Iterable[str]) -> str:
    return "\n".join(f"- {entry}" for entry in entries)


def _table(columns: Mapping[str, str], rows: Iterable[Sequence[str]]) -> str:
    """A table of these columns, each with its alignment; nothing without rows."""
    lines = [_line(row) for row in rows]
    return "\n".join([_line(columns), _line(columns.values()), *lines]) if lines else ""


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(text: str) -> str:
    """Text from the user or the bank, kept from being read as Markdown."""
    return "".join(f"\\{letter}" if letter in "\\`*_|<>[]#" else letter for letter in text)
