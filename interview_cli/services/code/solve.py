"""Work on one coding problem: hints, grades and the reference, kept for the day, so that it goes on later. Domain only.

A grade is in the log before it is shown, and so is that the reference was: what is passed after that is Again.
"""

from __future__ import annotations

from interview_cli.domain.history.event import Event, EventKind, Mode, NewIds
from interview_cli.domain.history.log_reading import effective
from interview_cli.domain.history.study_day import day_start, study_day
from interview_cli.domain.items.answer import Mark
from interview_cli.domain.items.question import Bank
from interview_cli.domain.items.shown import Shown
from interview_cli.domain.items.verdict import Verdict
from interview_cli.domain.ports import Clock, EventLog
from interview_cli.services.code.grade import GradeLog


class Solving:
    """One problem on one day. `hints` were taken, `attempts` were graded, today's earlier ones among both."""

    def __init__(self, shown: Shown, bank: Bank, log: EventLog, clock: Clock, ids: NewIds) -> None:
        self.shown = shown
        self._clock = clock
        self._graded = GradeLog(log, clock, ids, bank, Mode.SOLVE)
        earlier = self._of_today(log, bank)
        self.attempts = sum(bool(event.answer) for event in earlier)
        self.hints = max((event.hints for event in earlier), default=0)
        self.has_passed = any(event.mark is Mark.RIGHT for event in earlier)
        self.has_seen_reference = any(not event.answer for event in earlier)
        self._since = clock.monotonic()

    @property
    def hints_left(self) -> int:
        """How many hints there are still."""
        return max(0, len(self.shown.hints) - self.hints)

    def hints_taken(self) -> tuple[str, ...]:
        """The hints so far, in order."""
        return self.shown.hints[: self.hints]

    def hint(self) -> str | None:
        """The next hint; None if there is no more."""
        if not self.hints_left:
            return None
        self.hints += 1
        return self.shown.hints[self.hints - 1]

    def submit(self, source: str, verdict: Verdict) -> None:
        """Keep a graded source, and what the day's review becomes by it."""
        attempt = self._graded.attempt(verdict, source, seconds=self._untold(), hints=self.hints)
        if attempt.mark is Mark.UNREADABLE:
            return
        self.attempts += 1
        self.has_passed = self.has_passed or verdict.ok
        self._graded.review_of_the_day(verdict.problem)

    def see_reference(self) -> None:
        """The reference is about to be shown: before a pass, that is kept as an attempt without an answer."""
        if self.has_passed or self.has_seen_reference:
            return
        self._graded.reveal(self.shown.item, seed=self.shown.seed, seconds=self._untold(), hints=self.hints)
        self.has_seen_reference = True
        self._graded.review_of_the_day(self.shown.item)

    def _untold(self) -> float:
        """The seconds since the last attempt; from now on the next one's begin."""
        since, self._since = self._since, self._clock.monotonic()
        return round(self._since - since, 2)

    def _of_today(self, log: EventLog, bank: Bank) -> list[Event]:
        zone = self._clock.zone
        today = study_day(self._clock.now(), zone)
        return [
            event
            for event in effective(log.since(day_start(today, zone)), bank.items)
            if event.item == self.shown.item
            and event.kind is EventKind.ATTEMPT
            and event.mode is Mode.SOLVE
            and event.mark is not Mark.UNREADABLE
            and study_day(event.at, zone) == today
        ]
