"""Figures and their few sentences, as every format for people writes them; the standard library and the domain only."""

from __future__ import annotations

from interview_cli.domain.calibration import CalibrationBin
from interview_cli.domain.guide import SECTIONS
from interview_cli.domain.planner import Forecast
from interview_cli.domain.progress import CodeProgress, Progress

_TITLES = {section.number: section.title for section in SECTIONS}

NOTHING = "-"

OF_SEEN = "of seen"
OF_SEEN_MEANS = "of seen: how much is known now of the items seen; near 100 % on the day of their answers"
"""The column beside which the head's `Known now`, which is of all items, would look wrong."""


def percent(share: float | None) -> str:
    """A share as whole percent, a dash for none."""
    return NOTHING if share is None else f"{share * 100:.0f} %"


def minutes(value: float) -> str:
    """Whole minutes."""
    return f"{value:.0f}"


def interval(forecast: Forecast) -> str:
    """The mean, with the bounds of 95 % beside it."""
    return f"{percent(forecast.mean)} ({forecast.low * 100:.0f} to {forecast.high * 100:.0f} %)"


def between(row: CalibrationBin) -> str:
    """The borders of a bin of predicted recall."""
    return f"{row.low * 100:.0f} to {row.high * 100:.0f} %"


def section_title(number: int) -> str:
    """The title of a section of the guide."""
    return _TITLES.get(number, f"Section {number}")


def period(progress: Progress) -> str:
    """The days that the report is about."""
    return f"{progress.since.isoformat()} to {progress.generated.date().isoformat()}"


def counted(number: int, noun: str) -> str:
    """`1 answer`, `2 answers`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def summary(progress: Progress) -> list[tuple[str, str]]:
    """The head of the report, as label and value."""
    lines = [
        ("Answers", str(progress.totals.answers)),
        ("Minutes", minutes(progress.totals.minutes)),
        ("Streak", counted(progress.totals.streak, "day")),
        ("Known now", f"{interval(progress.readiness)} of all items; those never seen count as not known"),
    ]
    if progress.on_the_day:
        lines.append(("On the day", f"{interval(progress.on_the_day)} if nothing more is practised"))
    lines += [("Interview", f"{interview.on.isoformat()} {interview.name}") for interview in progress.interviews]
    return lines


def problem(row: CodeProgress) -> str:
    """One coding problem in words."""
    outcome = "passed" if row.passed else "not passed"
    slips = f"; slips: {', '.join(row.slips)}" if row.slips else ""
    return f"{outcome}, {counted(row.attempts, 'attempt')}{slips}"
