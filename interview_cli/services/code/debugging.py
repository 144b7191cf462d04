"""Work on planted code: grades, hints in steps, and what is told in the end, kept so that it goes on later. Domain only.

A grade, or a hint, is in the log before it is shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace

from interview_cli.domain.errors import UsageError
from interview_cli.domain.history.event import Event, Mode, NewIds
from interview_cli.domain.items.answer import Mark
from interview_cli.domain.items.question import Bank, Debug
from interview_cli.domain.items.verdict import Verdict
from interview_cli.domain.memory.rating import rating_for_debugging
from interview_cli.domain.plantings.hints import STEPS, hint_on
from interview_cli.domain.plantings.planting import UNLISTED, Planting
from interview_cli.domain.ports import Clock, EventLog, Grader
from interview_cli.services.code.debug_record import DebugRecord, Exercise, Past, left_after
from interview_cli.services.code.grade import GradeLog

MINUTES_PER_MISTAKE = 5.0
"""What an interviewer allows, where no item says."""


@dataclass(frozen=True, slots=True)
class Result:
    """How an exercise ended. `told` are the mistakes whose last hint was taken; `rating` is None without an item."""

    fixed: int
    planted: int
    told: int
    hints: int
    seconds: float
    rating: str | None


def counted(verdict: Verdict, before: Collection[str]) -> Verdict:
    """The verdict on a repair after a save that held these mistakes."""
    assert verdict.standing is not None
    return replace(verdict, standing=verdict.standing.after(before))


class Debugging:
    """One exercise. `left` are the mistakes that the last graded file held, by name; `has_ended`: it is over."""

    def __init__(self, past: Past, bank: Bank, log: EventLog, clock: Clock, ids: NewIds) -> None:
        self.exercise = past.exercise
        self._bank, self._clock = bank, clock
        self._graded = GradeLog(log, clock, ids, bank, Mode.DEBUG)
        self._record = DebugRecord(log, clock, ids, past.exercise)
        self._steps = Counter(past.hints)
        self._seconds = sum(event.seconds for event in past.attempts)
        self._since = clock.monotonic()
        self.graded = len(past.attempts)
        self.left = left_after(past.attempts, past.exercise.planting)
        self.is_right = bool(past.attempts) and past.attempts[-1].mark is Mark.RIGHT
        self.has_ended = False

    @classmethod
    def begin(cls, exercise: Exercise, bank: Bank, log: EventLog, clock: Clock, ids: NewIds) -> Debugging:
        """A new one, in the log."""
        DebugRecord(log, clock, ids, exercise).begin()
        return cls(Past(exercise), bank, log, clock, ids)

    @property
    def planting(self) -> Planting:
        """The code as it was given."""
        return self.exercise.planting

    @property
    def planted(self) -> int:
        """How many mistakes there were."""
        return len(self.planting.mistakes)

    @property
    def fixed(self) -> int:
        """How many are gone."""
        return self.planted - len(self.left)

    @property
    def hints(self) -> int:
        """How many were taken."""
        return self._steps.total()

    @property
    def hints_left(self) -> int:
        """How many there are still, on the mistakes that are left."""
        return sum(STEPS - self._steps[name] for name in self.left)

    @property
    def minutes(self) -> float:
        """What an interviewer allows: what the item says, for as many mistakes as there are."""
        item = self._bank.items.get(self.exercise.item)
        each = item.minutes / item.bugs if isinstance(item, Debug) else MINUTES_PER_MISTAKE
        return float(max(1, round(each * self.planted)))

    @property
    def seconds_left(self) -> float | None:
        """Until the time is up, which runs while nobody works on it; None without a limit."""
        if self.exercise.minutes is None:
            return None
        gone = (self._clock.now() - self.exercise.began).total_seconds()
        return self.exercise.minutes * 60 - gone

    @property
    def is_time_up(self) -> bool:
        """Whether it is."""
        left = self.seconds_left
        return left is not None and left <= 0

    def hint(self) -> str | None:
        """The next hint on the first mistake that is left; None if all was said of all."""
        for mistake in self.planting.mistakes:
            step = self._steps[mistake.name]
            if mistake.name in self.left and step < STEPS:
                self._record.hint(mistake.name)
                self._steps[mistake.name] += 1
                return hint_on(mistake, step)
        return None

    def hints_taken(self) -> tuple[str, ...]:
        """Those on the mistakes that are left, in order."""
        return tuple(
            hint_on(mistake, step)
            for mistake in self.planting.mistakes
            if mistake.name in self.left
            for step in range(self._steps[mistake.name])
        )

    def counted(self, verdict: Verdict) -> Verdict:
        """The verdict on a save: what something else that is wrong hides counts as it did before."""
        return counted(verdict, self.left)

    def submit(self, source: str, verdict: Verdict) -> Event:
        """Keep a graded file; one that could not be run changes nothing of what is fixed."""
        standing = verdict.standing
        assert standing is not None
        if not standing.is_known:
            verdict = replace(verdict, standing=replace(standing, left=self.left))
        about = replace(verdict, problem=self.exercise.item)
        attempt = self._graded.attempt(
            about, source, seconds=self._untold(), hints=self.hints, session=self.exercise.session
        )
        self._seconds += attempt.seconds
        if standing.is_known:
            self.left = standing.left
        if attempt.mark is not Mark.UNREADABLE:
            self.graded += 1
            self.is_right = verdict.ok
        return attempt

    def end(self) -> Result:
        """The exercise is over; its review is in the log where the bank has an item for it."""
        self._seconds += self._untold()
        self.has_ended = True
        told = {name for name, steps in self._steps.items() if steps >= STEPS}
        own = sum(mistake.name not in told and mistake.name not in self.left for mistake in self.planting.mistakes)
        share = own / self.planted if self.is_right or self.left else (own - 1) / self.planted
        rating = rating_for_debugging(max(0.0, share), self.hints, self._seconds, self.minutes).default
        item = self._bank.items.get(self.exercise.item)
        if item is None:
            self._record.end()
        else:
            self._record.end(
                revision=item.revision,
                mark=Mark.RIGHT if self.is_right else Mark.PARTIAL if own else Mark.WRONG,
                score=round(max(0.0, share), 4),
                rating=int(rating),
                seconds=round(self._seconds, 2),
                hints=self.hints,
            )
        name = rating.name.title() if item is not None else None
        return Result(self.fixed, self.planted, len(told), self.hints, self._seconds, name)

    def _untold(self) -> float:
        """The seconds since the last attempt; from now on the next one's begin."""
        since, self._since = self._since, self._clock.monotonic()
        return round(self._since - since, 2)


def planted_by(grader: Grader, problem: str, seed: int, *, usual: int) -> Planting:
    """So many mistakes, or as many as the code can hold. Raises: UnavailableError, UsageError if it holds none."""
    for fewer in range(usual, 1, -1):
        try:
            return grader.plant(problem, fewer, seed)
        except UsageError:
            continue
    return grader.plant(problem, 1, seed)


def item_for(bank: Bank, problem: str) -> str:
    """What the events of an exercise are about: the bank's item for this code; else a name that no item has."""
    found = (item.id for item in bank.items.values() if isinstance(item, Debug) and item.code == problem)
    return next(found, f"{UNLISTED}{problem}")
