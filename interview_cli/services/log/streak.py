"""The streak from the last days of the log alone: a bare start need not read years of answers. The domain only."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta, tzinfo

from interview_cli.domain.history.log_reading import practice, remaining
from interview_cli.domain.history.study_day import day_start
from interview_cli.domain.items.question import Bank
from interview_cli.domain.ports import EventLog
from interview_cli.domain.progress.figures import answered_days, streak

FIRST_LOOK = 28
"""So many days are looked at first; each further look goes four times as far."""


def current_streak(log: EventLog, bank: Bank, undone: Collection[str], today: date, zone: tzinfo) -> int:
    """How many study days in a row up to today have an answer; `undone` names what the whole log takes back."""
    looked = FIRST_LOOK
    while True:
        begin = today - timedelta(days=looked)
        recent = remaining(log.since(day_start(begin, zone)), undone, bank.items)
        found = streak({day for day in answered_days(practice(recent, zone)) if day >= begin}, today)
        if found < looked:  # it began after the first day that was looked at
            return found
        looked *= 4
