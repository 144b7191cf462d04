"""Ten minutes that find where to start, as a state machine: current -> submit -> next; no terminal or clock of its own.

An answer and its rating are one write, so that a placement that is killed goes on where it was. What a solid section's
warm-ups are taken for is written with the answer that decided it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from interview_cli.domain.errors import UsageError
from interview_cli.domain.history.event import Event, EventKind, bounded
from interview_cli.domain.history.log_reading import dormant, open_placement
from interview_cli.domain.history.study_day import study_day
from interview_cli.domain.items.answer import Mark, Marked
from interview_cli.domain.items.question import AnyItem
from interview_cli.domain.items.shown import Shown
from interview_cli.domain.marking import expected_answer, mark
from interview_cli.domain.memory.fsrs import Rating
from interview_cli.domain.memory.rating import rating_for_marked
from interview_cli.domain.planning.agenda import Agenda
from interview_cli.domain.planning.interview import interviews_of
from interview_cli.domain.planning.placement import Candidates, Probe, Standing, warm_ups
from interview_cli.domain.planning.recall import has_landed
from interview_cli.services.drill.session import SEEDS
from interview_cli.services.drill.start import Learner
from interview_cli.services.drill.steps import Means

MINUTES = 10.0

PLACED = json.dumps({"known": True, "placed": True})
"""The answer of a review that stands for a warm-up of a solid section."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked now, since a reading of the monotonic clock."""

    item: AnyItem
    shown: Shown
    since: float


@dataclass(frozen=True, slots=True)
class Placed:
    """What was found: the sections that were asked about, how many were not, and how many warm-ups count as known."""

    standings: dict[int, Standing]
    not_asked: int
    known: int


class Placement:
    """One placement. `current` is answered or passed, until it is None: no time is left, or nothing to find out."""

    def __init__(self, means: Means, learner: Learner, minutes: float, sections: frozenset[int] = frozenset()) -> None:
        """Goes on with a placement of today that was cut short, else begins one."""
        self._means = means
        items, zone = means.bank.items, means.clock.zone
        today = study_day(means.clock.now(), zone)
        session, happened = open_placement(learner.todays)
        self._session = session or means.ids()
        self._probes = [probe for event in happened if (probe := _probe(event, means)) is not None]
        self._known = sum(event.answer == PLACED for event in happened)
        self._seen = set(learner.replay.ensemble.beliefs)
        before = self._seen - {event.item for event in happened}
        asleep = dormant(learner.replay.settings, today)
        self._candidates = Candidates.of(
            [
                item
                for item in items.values()
                if item.id not in asleep
                and has_landed(item, means.landed)
                and (not sections or means.bank.section_of(item) in sections)
            ],
            means.bank,
            before,
            Agenda.of(interviews_of(learner.replay.settings), today),
        )
        spent = sum(event.seconds for event in happened if event.kind is EventKind.REVIEW)
        self._minutes = minutes
        self._began = means.clock.monotonic() - spent
        if session is None:
            self._write(self._event(EventKind.SESSION, answer=json.dumps({"state": "start", "placement": minutes})))
        self.current: Question | None = self._next()

    @property
    def answered(self) -> int:
        """How many items were answered."""
        return len(self._probes)

    @property
    def minutes_left(self) -> float:
        """Of the time that it may take; never below 0."""
        return max(0.0, self._minutes - (self._means.clock.monotonic() - self._began) / 60)

    def submit(self, answer: str) -> Marked:
        """Take an answer: its mark. An unreadable one changes nothing."""
        question = self._question()
        marked = mark(question.item, answer, question.shown.seed)
        if marked.mark is not Mark.UNREADABLE:
            self._take(question, answer, marked)
        return marked

    def give_up(self) -> Marked:
        """'I do not know': counts as wrong."""
        question = self._question()
        expected = expected_answer(question.item, question.shown.seed)
        marked = Marked.not_given(expected=expected)
        self._take(question, "", marked)
        return marked

    def end(self) -> Placed:
        """Ask no more; what was answered is kept."""
        self._write(self._event(EventKind.SESSION, answer=json.dumps({"state": "end"})))
        self.current = None
        return self.found

    @property
    def found(self) -> Placed:
        """What was found so far."""
        standings = self._candidates.standings(self._probes)
        return Placed(standings, len(self._candidates.by_section) - len(standings), self._known)

    def _take(self, question: Question, answer: str, marked: Marked) -> None:
        seconds = round(self._means.clock.monotonic() - question.since, 2)
        rating = rating_for_marked(marked.mark, marked.score).default
        about: dict[str, Any] = {
            "item": question.item.id,
            "revision": question.item.revision,
            "seed": question.shown.seed,
            "mark": marked.mark,
            "score": marked.score,
            "seconds": seconds,
        }
        attempt = self._event(EventKind.ATTEMPT, answer=bounded(answer), **about)
        review = self._event(EventKind.REVIEW, rating=int(rating), **about)
        self._probes.append(Probe(question.item, marked.mark is Mark.RIGHT))
        self._seen.add(question.item.id)
        self._write(attempt, review, *self._granted(self._means.bank.section_of(question.item)))
        self.current = self._next()

    def _granted(self, section: int) -> list[Event]:
        """What takes the warm-ups of a section as known once it is solid."""
        if self._candidates.standings(self._probes).get(section) is not Standing.SOLID:
            return []
        items = warm_ups(self._means.bank, section, self._seen, self._means.landed)
        self._seen |= {item.id for item in items}
        self._known += len(items)
        known = {"answer": PLACED, "rating": int(Rating.EASY)}
        return [self._event(EventKind.REVIEW, item=item.id, revision=item.revision, **known) for item in items]

    def _next(self) -> Question | None:
        item = self._candidates.next(self._probes) if self.minutes_left > 0 else None
        if item is None:
            return None
        seed = self._means.rng.randrange(SEEDS)
        return Question(item, self._means.present(item, seed), self._means.clock.monotonic())

    def _question(self) -> Question:
        if self.current is None:
            raise UsageError("the placement has ended")
        return self.current

    def _event(self, kind: EventKind, **fields: Any) -> Event:
        means = self._means
        return Event(
            id=means.ids(), device=means.ids.device, at=means.clock.now(), kind=kind, session=self._session, **fields
        )

    def _write(self, *events: Event) -> None:
        self._means.log.append(*events)


def _probe(event: Event, means: Means) -> Probe | None:
    item = means.bank.items.get(event.item)
    if item is None or event.kind is not EventKind.REVIEW or event.answer == PLACED:
        return None
    return Probe(item, event.mark is Mark.RIGHT)
