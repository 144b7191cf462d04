"""What was done: answers and how many of them were right, grades and passes, by day and by problem; the domain only."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo

from interview_cli.domain.history.code_attempt import CodeAttempt
from interview_cli.domain.history.event import Event, EventKind
from interview_cli.domain.history.log_reading import Practice, events_by_day
from interview_cli.domain.items.answer import Mark
from interview_cli.domain.items.question import FILED, Bank, ItemId
from interview_cli.domain.plantings.planting import UNLISTED

Practised = Mapping[tuple[date, ItemId], Practice]

_ATTEMPT, _RIGHT = EventKind.ATTEMPT, Mark.RIGHT  # looking a member up on its class costs as much as a power
_UNMARKED = (None, Mark.UNREADABLE)


@dataclass(frozen=True, slots=True)
class Hits:
    """So many answers were marked, and so many of them were right."""

    marked: int = 0
    right: int = 0

    @property
    def share(self) -> float | None:
        """The share that was right, in 0..1; None where nothing was marked."""
        return self.right / self.marked if self.marked else None


NO_HITS = Hits()


@dataclass(frozen=True, slots=True)
class Totals:
    """What was done in the period, and the study days in a row up to today, or to yesterday while today has none.

    `answers` are those to questions; `marked` are the ones that the program marked. `grades` are files for coding
    problems, also those that could not be run, `passes` the grades that passed. `bugs` are the questions that asked for a
    mistake in code, `right` where it was found.
    """

    answers: int
    minutes: float
    streak: int
    marked: Hits = NO_HITS
    grades: int = 0
    passes: int = 0
    bugs: Hits = NO_HITS


@dataclass(frozen=True, slots=True)
class CodeProgress:
    """One problem's grades in the period, how many passed, and the known mistakes made, the most frequent first."""

    problem: str
    attempts: int
    passes: int
    slips: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether any grade passed."""
        return self.passes > 0


@dataclass(frozen=True, slots=True)
class DayDone:
    """One study day on which something was answered or graded, and the minutes of both; `grades` as in `Totals`."""

    day: date
    answers: int
    minutes: float
    marked: Hits = NO_HITS
    grades: int = 0


@dataclass(frozen=True, slots=True)
class Marked:
    """One answer to a question that was marked: when, of what, and whether it was right."""

    day: date
    item: ItemId
    right: bool


def marked_answers(events: Sequence[Event], bank: Bank, zone: tzinfo) -> list[Marked]:
    """The marked answers to questions; one that the user appealed counts as right."""
    appealed = {event.item for event in events if event.kind is EventKind.DISPUTE}
    is_graded = _graded(bank)
    return [
        Marked(day, event.item, event.mark is _RIGHT or event.id in appealed)
        for day, todays in events_by_day(events, zone)
        for event in todays
        if event.kind is _ATTEMPT and event.mark not in _UNMARKED and not is_graded(event.item)
    ]


def totals(
    practised: Practised, marked: Sequence[Marked], code: Iterable[CodeProgress], bank: Bank, streak: int
) -> Totals:
    """The sums of the period."""
    problems, is_graded = tuple(code), _graded(bank)
    return Totals(
        answers=sum(done.answers for (_, item), done in practised.items() if not is_graded(item)),
        minutes=minutes_of(practised.values()),
        streak=streak,
        marked=hits(marked),
        grades=sum(problem.attempts for problem in problems),
        passes=sum(problem.passes for problem in problems),
        bugs=hits(answer for answer in marked if is_bug(answer.item, bank)),
    )


def days_done(
    practised: Practised, marked: Iterable[Marked], grades: Mapping[date, int], bank: Bank
) -> tuple[DayDone, ...]:
    """The study days with any practice, the first first."""
    is_graded = _graded(bank)
    answered: dict[date, list[Practice]] = defaultdict(list)
    graded: dict[date, list[Practice]] = defaultdict(list)
    for (day, item), what in practised.items():
        (graded if is_graded(item) else answered)[day].append(what)
    by_day: dict[date, list[Marked]] = defaultdict(list)
    for answer in marked:
        by_day[answer.day].append(answer)
    return tuple(
        _day(day, answered[day], graded[day], by_day[day], grades.get(day, 0)) for day in sorted({*answered, *graded})
    )


def code_progress(bank: Bank, events: Iterable[Event]) -> tuple[CodeProgress, ...]:
    """The problems that were graded, by id."""
    attempts: dict[str, list[CodeAttempt]] = defaultdict(list)
    for event in events:
        if is_grade(event, bank):
            attempts[event.item].append(CodeAttempt.of(event))
    return tuple(_problem(problem, attempts[problem]) for problem in sorted(attempts))


def grades_by_day(events: Sequence[Event], bank: Bank, zone: tzinfo) -> dict[date, int]:
    """How many files for coding problems were graded on each study day that has events."""
    return {day: sum(is_grade(event, bank) for event in todays) for day, todays in events_by_day(events, zone)}


def is_grade(event: Event, bank: Bank) -> bool:
    """Whether a file for a coding problem was graded; a reveal has no file."""
    return event.kind is _ATTEMPT and event.answer != "" and is_code(event.item, bank)


def hits(answers: Iterable[Marked]) -> Hits:
    """How many these are, and how many were right."""
    rights = [answer.right for answer in answers]
    return Hits(len(rights), sum(rights))


def is_code(item: ItemId, bank: Bank) -> bool:
    """Whether the item is a coding problem."""
    return _kind(item, bank) == "code"


def is_bug(item: ItemId, bank: Bank) -> bool:
    """Whether the item asks for a mistake in code."""
    return _kind(item, bank) == "bug"


def _kind(item: ItemId, bank: Bank) -> str | None:
    """Asked of every event of a log, where `isinstance` takes five times as long."""
    found = bank.items.get(item)
    return None if found is None else found.kind


def _graded(bank: Bank) -> Callable[[ItemId], bool]:
    """Tells whether what was tried of an item are files, not answers: a coding problem, or planted code."""
    filed = {item.id for item in bank.items.values() if item.kind in FILED}
    return lambda item: item in filed or item.startswith(UNLISTED)


def minutes_of(done: Iterable[Practice]) -> float:
    """The time of all of them."""
    return sum(practised.seconds for practised in done) / 60


def _day(
    day: date, answered: Sequence[Practice], graded: Sequence[Practice], marked: Sequence[Marked], grades: int
) -> DayDone:
    return DayDone(
        day=day,
        answers=sum(what.answers for what in answered),
        minutes=minutes_of((*answered, *graded)),
        marked=hits(marked),
        grades=grades,
    )


def _problem(problem: str, attempts: Sequence[CodeAttempt]) -> CodeProgress:
    return CodeProgress(
        problem=problem,
        attempts=len(attempts),
        passes=sum(attempt.ok for attempt in attempts),
        slips=tuple(_by_frequency(slip for attempt in attempts for slip in attempt.slips)),
    )


def _by_frequency(slips: Iterable[str]) -> Iterator[str]:
    return (slip for slip, _ in Counter(slips).most_common())
