"""All figures of a report, computed from the log once: the formats only write them down; the domain only."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from statistics import fmean

from interview_cli.domain.history.code_attempt import CodeAttempt
from interview_cli.domain.history.event import Event, EventKind
from interview_cli.domain.history.log_reading import Practice, answers, effective, practice, settings
from interview_cli.domain.history.replay import Replay, catch_up
from interview_cli.domain.history.study_day import day_start, study_day
from interview_cli.domain.items.question import AnyItem, Bank, Code, ItemId
from interview_cli.domain.planning.day_plan import Wanted
from interview_cli.domain.planning.interview import Interview
from interview_cli.domain.planning.outlook import Outlook
from interview_cli.domain.planning.planner import plan, predicted_recall
from interview_cli.domain.planning.recall import Forecast, has_landed, recalled_share
from interview_cli.domain.progress.calibration import CalibrationBin, Foreseen, Retention, calibration, retention, walk
from interview_cli.domain.progress.forecasts import kept_forecasts
from interview_cli.domain.progress.hindsight import TrackRecord, come_due, hindsight, track_records

NEXT_ITEMS = 5

Practised = Mapping[tuple[date, ItemId], Practice]


@dataclass(frozen=True, slots=True)
class Totals:
    """What was done in the period, and the study days in a row up to today, or to yesterday while today has none."""

    answers: int
    minutes: float
    streak: int


@dataclass(frozen=True, slots=True)
class SectionProgress:
    """One section. `items` can be asked, `seen` of them were answered; the rest is of the period but `predicted`.

    `recall` is the share recalled at reviews that tested a memory, None without any; `predicted` the mean recall that
    the memory model gives the seen items today, None if none was seen. Both in 0..1.
    """

    section: int
    items: int
    seen: int
    minutes: float
    recall: float | None
    predicted: float | None


@dataclass(frozen=True, slots=True)
class CodeProgress:
    """One problem's attempts in the period, whether one passed, and the slips made, the most frequent first."""

    problem: str
    attempts: int
    passed: bool
    slips: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DayDone:
    """One study day with answers."""

    day: date
    answers: int
    minutes: float


@dataclass(frozen=True, slots=True)
class MockTaken:
    """One round of a mock interview; `score` in 0..1 if it has one."""

    round: str
    at: datetime
    score: float | None


@dataclass(frozen=True, slots=True)
class NextItem:
    """One of the items that a drill would ask now."""

    item: ItemId
    why: str


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything that a report says, from study day `since` to `generated`.

    `readiness` is the share of all items that would be recalled now, `outlook` what will be known on the day of the next
    interview (None: there is none ahead), `forecasts` how earlier ones met what happened.
    """

    generated: datetime
    since: date
    interviews: tuple[Interview, ...]
    totals: Totals
    readiness: Forecast
    outlook: Outlook | None
    sections: tuple[SectionProgress, ...]
    code: tuple[CodeProgress, ...]
    calibration: tuple[CalibrationBin, ...]
    retention: tuple[Retention, ...]
    forecasts: tuple[TrackRecord, ...]
    days: tuple[DayDone, ...]
    mocks: tuple[MockTaken, ...]
    next: tuple[NextItem, ...]


def progress(
    bank: Bank,
    events: Sequence[Event],
    now: datetime,
    since: date | None,
    zone: tzinfo,
    *,
    interviews: Iterable[Interview] = (),
    landed: frozenset[str] = frozenset(),
    replay: Replay | None = None,
    outlook: Outlook | None = None,
) -> Progress:
    """The figures from study day `since` (None: the first event's) until now; `landed` as in `planner.plan`.

    `outlook` is that of the next interview, from `outlook.outlook`.
    """
    today = study_day(now, zone)
    known = tuple(interviews)
    counted = effective(events, bank.items)
    begin = since or (study_day(counted[0].at, zone) if counted else today)
    start = day_start(begin, zone)
    of_period = [event for event in counted if event.at >= start]
    practised = practice(counted, zone)
    practised_since = {of: done for of, done in practised.items() if of[0] >= begin}
    told = answers(counted, bank.items, zone)
    due = come_due(kept_forecasts(settings(counted)), today)
    walked = walk(told, {day for _, day, _ in due})
    learner = catch_up(events, bank.items, zone, replay, taught=walked.after)
    reviews_since = [review for review in walked.reviews if review.day >= begin]
    askable = [item for item in bank.items.values() if has_landed(item, landed)]
    planned = plan(
        *(bank, events, now, known, float("inf")),
        wanted=Wanted(count=NEXT_ITEMS),
        landed=landed,
        zone=zone,
        replay=learner,
    )
    return Progress(
        generated=now,
        since=begin,
        interviews=known,
        totals=_totals(practised_since, streak(answered_days(practised), today)),
        readiness=recalled_share(bank, askable, learner, today),
        outlook=outlook,
        sections=_sections(bank, askable, learner, practised_since, reviews_since, today),
        code=_code(bank, of_period),
        calibration=calibration(reviews_since),
        retention=retention(reviews_since, {item.id: bank.section_of(item) for item in bank.items.values()}),
        forecasts=track_records(hindsight(due, bank, walked, practised, landed)),
        days=_days(practised_since),
        mocks=tuple(
            MockTaken(event.item, event.at, event.score) for event in of_period if event.kind is EventKind.ROUND
        ),
        next=tuple(NextItem(entry.item, entry.why) for entry in planned),
    )


def answered_days(practised: Practised) -> set[date]:
    """The study days with an answer that could be read."""
    return {day for (day, _), done in practised.items() if done.answers}


def streak(days: set[date], today: date) -> int:
    """How many study days in a row up to today are among `days`; a today still without answers does not break it."""
    day = today if today in days else today - timedelta(days=1)
    length = 0
    while day in days:
        length += 1
        day -= timedelta(days=1)
    return length


def _totals(practised: Practised, length: int) -> Totals:
    return Totals(sum(done.answers for done in practised.values()), _minutes(practised.values()), length)


def _minutes(done: Iterable[Practice]) -> float:
    return sum(practised.seconds for practised in done) / 60


def _sections(
    bank: Bank,
    askable: Iterable[AnyItem],
    learner: Replay,
    practised: Practised,
    reviews: Iterable[Foreseen],
    today: date,
) -> tuple[SectionProgress, ...]:
    """The sections that have items to ask, in the order of the guide."""
    section_of = {item.id: bank.section_of(item) for item in bank.items.values()}
    items: dict[int, list[ItemId]] = defaultdict(list)
    for item in askable:
        items[section_of[item.id]].append(item.id)
    done: dict[int, list[Practice]] = defaultdict(list)
    for (_, practised_item), what in practised.items():
        if practised_item in section_of:
            done[section_of[practised_item]].append(what)
    recalled: dict[int, list[bool]] = defaultdict(list)
    for review in reviews:
        if review.item in section_of:
            recalled[section_of[review.item]].append(review.recalled)
    rows = []
    for section in sorted(items):
        seen = [item for item in items[section] if item in learner.states]
        rows.append(
            SectionProgress(
                section=section,
                items=len(items[section]),
                seen=len(seen),
                minutes=_minutes(done[section]),
                recall=fmean(recalled[section]) if recalled[section] else None,
                predicted=fmean(predicted_recall(learner, item, today) for item in seen) if seen else None,
            )
        )
    return tuple(rows)


def _code(bank: Bank, events: Iterable[Event]) -> tuple[CodeProgress, ...]:
    attempts: dict[str, list[CodeAttempt]] = defaultdict(list)
    for event in events:
        is_graded = event.kind is EventKind.ATTEMPT and event.answer != ""  # a reveal has none
        if is_graded and isinstance(bank.items.get(event.item), Code):
            attempts[event.item].append(CodeAttempt.of(event))
    return tuple(_problem(problem, attempts[problem]) for problem in sorted(attempts))


def _problem(problem: str, attempts: Sequence[CodeAttempt]) -> CodeProgress:
    slips = Counter(slip for attempt in attempts for slip in attempt.slips)
    return CodeProgress(
        problem=problem,
        attempts=len(attempts),
        passed=any(attempt.ok for attempt in attempts),
        slips=tuple(slip for slip, _ in slips.most_common()),
    )


def _days(practised: Practised) -> tuple[DayDone, ...]:
    done: dict[date, list[Practice]] = defaultdict(list)
    for (day, _), what in practised.items():
        done[day].append(what)
    return tuple(DayDone(day, sum(what.answers for what in done[day]), _minutes(done[day])) for day in sorted(done))
