"""All figures of a report, computed from the log once: the formats only write them down; the domain only."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from operator import attrgetter
from statistics import fmean

from interview_cli.domain.history.event import Event, EventKind
from interview_cli.domain.history.log_reading import (
    Practice,
    answers,
    dormant,
    effective,
    held_json,
    practice,
    settings,
)
from interview_cli.domain.history.replay import Digest, Replay, catch_up
from interview_cli.domain.history.study_day import day_start, study_day
from interview_cli.domain.items.question import AnyItem, Bank, ItemId
from interview_cli.domain.planning.agenda import Agenda
from interview_cli.domain.planning.day_plan import TARGET_WITHOUT_DATE, Wanted
from interview_cli.domain.planning.interview import Interview, next_interview
from interview_cli.domain.planning.outlook import Outlook
from interview_cli.domain.planning.planner import plan, predicted_recall, target_recall
from interview_cli.domain.planning.recall import Forecast, has_landed, recalled_share
from interview_cli.domain.progress.ahead import DueDay, due_ahead
from interview_cli.domain.progress.calibration import CalibrationBin, Foreseen, Retention, calibration, retention, walk
from interview_cli.domain.progress.debugging import BugsOfKind, bugs_by_kind
from interview_cli.domain.progress.done import (
    NO_HITS,
    CodeProgress,
    DayDone,
    Hits,
    Marked,
    Practised,
    Totals,
    code_progress,
    days_done,
    grades_by_day,
    hits,
    marked_answers,
    minutes_of,
    totals,
)
from interview_cli.domain.progress.forecasts import kept_forecasts
from interview_cli.domain.progress.hindsight import TrackRecord, come_due, hindsight, track_records
from interview_cli.domain.progress.trend import KnownOn, Said, known_on, known_share, said_before, trend_days
from interview_cli.domain.rounds.scorecard import Recommendation, Seen, scorecard

NEXT_ITEMS = 5


@dataclass(frozen=True, slots=True)
class SectionProgress:
    """One section. `items` can be asked, `seen` of them were answered; the rest is of the period but `predicted`.

    `recall` is the share recalled at reviews that tested a memory, None without any; `predicted` the mean recall that
    the memory model gives the seen items tomorrow, None if none was seen (today it knows of all that was asked today).
    Both in 0..1. `marked` are the answers to questions that the program marked, `bugs` those that asked for a mistake in
    code.
    """

    section: int
    items: int
    seen: int
    minutes: float
    recall: float | None
    predicted: float | None
    marked: Hits = NO_HITS
    bugs: Hits = NO_HITS


@dataclass(frozen=True, slots=True)
class MockTaken:
    """One round of a mock interview; `said` is its recommendation, if it has a card.

    `score` in 0..1; None where the round has none, or where too little was answered to say.
    """

    round: str
    at: datetime
    score: float | None
    said: str | None = None


@dataclass(frozen=True, slots=True)
class NextItem:
    """One of the items that a drill would ask now."""

    item: ItemId
    why: str


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything that a report says, from study day `since` to `generated`.

    `readiness` is the share of all items that would be recalled now; `trend` the same on the days so far, weighed as the
    next interview does, and `said` what forecasts told of these days. `outlook` is what will be known on the day of the
    next interview (None: there is none ahead), `forecasts` how earlier ones met what happened. An item is due below the
    recall of `target`; `due` counts them by day if nothing is practised. `only` are the sections that it is about, empty
    for all. `debugging`: what was found of planted mistakes.
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
    target: float = TARGET_WITHOUT_DATE
    trend: tuple[KnownOn, ...] = ()
    said: tuple[Said, ...] = ()
    due: tuple[DueDay, ...] = ()
    only: frozenset[int] = frozenset()
    debugging: tuple[BugsOfKind, ...] = ()

    @property
    def today(self) -> date:
        """The study day on which it was made: before 4 in the morning, the calendar is a day ahead."""
        zone = self.generated.tzinfo
        return self.generated.date() if zone is None else study_day(self.generated, zone)


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
    only: frozenset[int] = frozenset(),
) -> Progress:
    """The figures from study day `since` (None: the first event's) until now; `landed` as in `planner.plan`.

    `outlook` is that of the next interview, from `outlook.outlook`. With `only`, items of other sections count nowhere
    but in the streak, the mock interviews, the outlook's shares and the forecasts.
    """
    today = study_day(now, zone)
    known = tuple(interviews)
    counted = effective(events, bank.items)
    begin = since or (study_day(counted[0].at, zone) if counted else today)
    start = day_start(begin, zone)
    of_period = counted[bisect_left(counted, start, key=attrgetter("at")) :]
    scope = _Scope(bank, only)
    practised = practice(counted, zone)
    practised_since = {of: done for of, done in practised.items() if of[0] >= begin and scope.holds(of[1])}
    told = answers(counted, bank.items, zone)
    kept = kept_forecasts(settings(counted))
    due = come_due(kept, today)
    past = trend_days(begin, today)
    walked = walk(told, {*past, *(day for _, day, _ in due)})
    learner = catch_up(events, bank.items, zone, replay, digest=Digest(counted, told, walked.after))
    reviews_since = [review for review in walked.reviews if review.day >= begin and scope.holds(review.item)]
    askable = [item for item in bank.items.values() if has_landed(item, landed)]
    asked = [item for item in askable if scope.holds(item.id)]
    awake = {item.id for item in asked} - dormant(learner.settings, today)
    planned = plan(
        *(bank, events, now, known, float("inf")),
        wanted=Wanted(count=NEXT_ITEMS, sections=only),
        landed=landed,
        zone=zone,
        replay=learner,
    )
    in_scope = [event for event in of_period if scope.holds(event.item)]
    code = code_progress(bank, in_scope)
    marked = [answer for answer in marked_answers(of_period, bank, zone) if scope.holds(answer.item)]
    target = target_recall(known, today)
    readiness = recalled_share(bank, asked, learner, today)
    ahead = next_interview(known, today)
    weight = Agenda.of([ahead] if ahead else [], today).weight
    now_known = known_share(learner.ensemble, today, bank, asked, weight) if ahead else readiness
    return Progress(
        generated=now,
        since=begin,
        interviews=known,
        totals=totals(practised_since, marked, code, bank, streak(answered_days(practised), today)),
        readiness=readiness,
        outlook=outlook,
        sections=_sections(bank, asked, learner, practised_since, reviews_since, marked, today),
        code=code,
        calibration=calibration(reviews_since),
        retention=retention(reviews_since, scope.section_of),
        forecasts=track_records(hindsight(due, bank, walked, practised, landed)),
        days=days_done(practised_since, marked, grades_by_day(in_scope, bank, zone), bank),
        mocks=tuple(_mock(event) for event in of_period if event.kind is EventKind.ROUND),
        next=tuple(NextItem(entry.item, entry.why) for entry in planned),
        target=target,
        trend=(*known_on(past[:-1], walked, learner.ensemble, bank, asked, weight), KnownOn(today, now_known)),
        said=() if only else said_before(kept, begin, today),
        due=due_ahead(learner.ensemble, awake & learner.ensemble.beliefs.keys(), today, target),
        only=only,
        debugging=bugs_by_kind(in_scope),
    )


class _Scope:
    """The sections that a report is about: all where none is named."""

    def __init__(self, bank: Bank, only: frozenset[int]) -> None:
        self.section_of = {item.id: bank.section_of(item) for item in bank.items.values()}
        self._only = only

    def holds(self, item: ItemId) -> bool:
        """Whether the item is of these sections; one that is gone is of none."""
        return not self._only or self.section_of.get(item) in self._only


def _mock(event: Event) -> MockTaken:
    seen = Seen.of_json(held_json(event))
    said = scorecard(seen).recommendation if seen else None
    return MockTaken(event.item, event.at, None if said is Recommendation.UNSAID else event.score, said and said.value)


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


def _sections(
    bank: Bank,
    askable: Iterable[AnyItem],
    learner: Replay,
    practised: Practised,
    reviews: Iterable[Foreseen],
    marked: Iterable[Marked],
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
    recalled: dict[int | None, list[bool]] = defaultdict(list)  # None: of items that are gone
    for review in reviews:
        recalled[section_of.get(review.item)].append(review.recalled)
    told: dict[int | None, list[Marked]] = defaultdict(list)
    bugs: dict[int | None, list[Marked]] = defaultdict(list)
    of_bugs = {item.id for item in bank.items.values() if item.kind == "bug"}
    for answer in marked:
        section = section_of.get(answer.item)
        told[section].append(answer)
        if answer.item in of_bugs:
            bugs[section].append(answer)
    tomorrow = today + timedelta(days=1)
    rows = []
    for section in sorted(items):
        seen = [item for item in items[section] if item in learner.states]
        rows.append(
            SectionProgress(
                section=section,
                items=len(items[section]),
                seen=len(seen),
                minutes=minutes_of(done[section]),
                recall=fmean(recalled[section]) if recalled[section] else None,
                predicted=fmean(predicted_recall(learner, item, tomorrow) for item in seen) if seen else None,
                marked=hits(told[section]),
                bugs=hits(bugs[section]),
            )
        )
    return tuple(rows)
