"""The checklist of the evening before: what is asked, what the log says of it, where it was left; the domain only.

An answer is a setting `checklist:ENTRY` that holds `{"on": study day, "ok": bool}`, so that the last one counts and a
checklist that was cut short goes on where it stopped.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from interview_cli.domain.history.event import Event, EventKind, NewIds
from interview_cli.domain.history.log_reading import dormant
from interview_cli.domain.history.replay import Replay, catch_up
from interview_cli.domain.history.study_day import study_day
from interview_cli.domain.items.question import Bank, Code, ConceptId, CoreEntry, ItemId, Recall
from interview_cli.domain.items.shown import placeholders
from interview_cli.domain.memory.states import recall
from interview_cli.domain.planning.day_plan import TARGET_WITH_DATE
from interview_cli.domain.planning.planner import predicted_recall
from interview_cli.domain.planning.recall import has_landed
from interview_cli.domain.ports import Clock, EventLog

CHECKLIST = "checklist:"
"""Settings of this prefix hold the last answer to an entry."""

ONE_DAY = timedelta(days=1)

TALKS = frozenset({"story", "pitch", "scenario", "critique", "defense"})
"""Forms that tell of a case rather than of a concept."""


class Part(StrEnum):
    """Which of the two readings: all of it, or the next morning what could not be said."""

    EVENING = "evening"
    MORNING = "morning"


class Standing(StrEnum):
    """What the log says of a concept."""

    KNOWN = "known"
    SHAKY = "shaky"
    NEVER_SEEN = "never seen"


@dataclass(frozen=True, slots=True)
class Remembered:
    """One concept: its title, and the predicted recall of its least remembered item, None if none was answered."""

    title: str
    recall: float | None

    @property
    def standing(self) -> Standing:
        """Known from the recall on that a drill aims at with an interview ahead."""
        if self.recall is None:
            return Standing.NEVER_SEEN
        return Standing.KNOWN if self.recall >= TARGET_WITH_DATE else Standing.SHAKY


@dataclass(frozen=True, slots=True)
class Said:
    """The last answer to an entry: on which study day, and whether it could be said."""

    on: date
    ok: bool


NEVER = Said(date.min, ok=False)


@dataclass(frozen=True, slots=True)
class Turn:
    """The entry that waits for an answer, and what is known of its concepts; it is number `place` of `total`."""

    entry: CoreEntry
    concepts: tuple[Remembered, ...]
    place: int
    total: int


@dataclass(frozen=True, slots=True)
class Told:
    """What a strong answer says of one concept, and the item that says it; nothing where the bank has no such item."""

    title: str
    points: tuple[str, ...]
    why: str
    item: ItemId | None


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of the checklist today. `sections`: those of the entries that could not be said, in their order."""

    said: int
    not_yet: tuple[CoreEntry, ...]
    left: tuple[CoreEntry, ...]
    sections: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Means:
    """What a checklist works with; `landed` are the problems that can be graded."""

    bank: Bank
    log: EventLog
    clock: Clock
    ids: NewIds
    landed: frozenset[str]


class Checklist:
    """One reading. `current` is answered or passed over, until it is None; each answer is on the disk at once."""

    def __init__(self, means: Means, part: Part) -> None:
        self.part = part
        self._means = means
        self._learner = catch_up(means.log.events(), means.bank.items, means.clock.zone)
        self._today = study_day(means.clock.now(), means.clock.zone)
        self._said = answers_of(self._learner.settings)
        self._asked = waiting(means.bank.core, self._said, self._today, part)
        self._concepts = remembered(means.bank, self._learner, self._today, means.landed)
        self._place = 0

    @property
    def current(self) -> Turn | None:
        """The entry whose turn it is; None at the end."""
        if self._place >= len(self._asked):
            return None
        entry = self._asked[self._place]
        concepts = tuple(self._concepts[concept] for concept in entry.concepts)
        return Turn(entry, concepts, self._place + 1, len(self._asked))

    @property
    def was_begun(self) -> bool:
        """Whether an entry was answered on this study day."""
        return any(said.on == self._today for said in self._said.values())

    @property
    def was_read_yesterday(self) -> bool:
        """Whether an entry was answered on the study day before."""
        return any(said.on == self._today - ONE_DAY for said in self._said.values())

    def told(self) -> tuple[Told, ...]:
        """What belongs under the current entry, concept by concept."""
        turn = self.current
        return tuple(told(self._means.bank, concept) for concept in turn.entry.concepts) if turn is not None else ()

    def answer(self, *, ok: bool) -> None:
        """Whether the current entry could be said; then the next one."""
        turn = self.current
        if turn is not None:
            self._write(turn.entry, Said(self._today, ok))
            self.next()

    def next(self) -> None:
        """Leave the current entry as it is."""
        self._place = min(self._place + 1, len(self._asked))

    def back(self) -> bool:
        """Return to the entry before, to answer it again; whether there is one."""
        if self._place == 0:
            return False
        self._place -= 1
        return True

    def warm_up(self) -> Code | None:
        """An easy problem to write before one leaves."""
        return warm_up(self._means.bank, self._learner, self._today, self._means.landed)

    def summary(self) -> Summary:
        """How things stand, at any moment."""
        bank, today = self._means.bank, self._today
        answered = {entry.id: said.ok for entry in bank.core if (said := self._said.get(entry.id)) and said.on == today}
        not_yet = tuple(entry for entry in bank.core if answered.get(entry.id) is False)
        return Summary(
            said=sum(answered.values()),
            not_yet=not_yet,
            left=tuple(entry for entry in self._asked if entry.id not in answered),
            sections=tuple(sorted({bank.concepts[name].section for entry in not_yet for name in entry.concepts})),
        )

    def _write(self, entry: CoreEntry, said: Said) -> None:
        means = self._means
        event = Event(
            id=means.ids(),
            device=means.ids.device,
            at=means.clock.now(),
            kind=EventKind.SETTING,
            item=CHECKLIST + entry.id,
            answer=json.dumps({"on": said.on.isoformat(), "ok": said.ok}),
        )
        means.log.append(event)
        self._said[entry.id] = said


def answers_of(settings: Mapping[str, Any]) -> dict[str, Said]:
    """The last answer to each entry, by its id; a value that is none is passed over."""
    found = {}
    for name, value in settings.items():
        if name.startswith(CHECKLIST):
            match value:
                case {"on": str(on), "ok": bool(ok)}:
                    try:
                        found[name.removeprefix(CHECKLIST)] = Said(date.fromisoformat(on), ok)
                    except ValueError:
                        continue
    return found


def waiting(core: Sequence[CoreEntry], said: Mapping[str, Said], today: date, part: Part) -> tuple[CoreEntry, ...]:
    """The entries to ask: without an answer of today; in the morning those only that could not be said the evening before.

    Once each has its answer, those that could not be said are asked again.
    """
    match part:
        case Part.EVENING:
            open_ = tuple(entry for entry in core if said.get(entry.id, NEVER).on != today)
        case Part.MORNING:
            open_ = tuple(entry for entry in core if said.get(entry.id) == Said(today - ONE_DAY, ok=False))
    return open_ or tuple(entry for entry in core if said.get(entry.id) == Said(today, ok=False))


def told(bank: Bank, concept: ConceptId) -> Told:
    """By the item that asks for the most of the concept in words; else by one that says why."""
    about = [item for item in bank.items.values() if item.concepts[0] == concept]
    recalls = [item for item in about if isinstance(item, Recall) and item.form not in TALKS]
    best = max(recalls, key=lambda item: (len(item.key_points), -item.level), default=None)
    title = bank.concepts[concept].title
    if best is not None:
        return Told(title, tuple(point.text for point in best.key_points), best.why, best.id)
    other = next((item for item in about if item.why and not placeholders(item.why)), None)
    return Told(title, (), other.why if other is not None else "", other.id if other is not None else None)


def remembered(bank: Bank, learner: Replay, today: date, landed: frozenset[str]) -> dict[ConceptId, Remembered]:
    """What the log says of every concept, by id.

    Recall is that of tomorrow's study day for what was answered today: on the day of an answer all seems known.
    """
    recalls: dict[ConceptId, list[float]] = {}
    for item in bank.items.values():
        state = learner.states.get(item.id)
        if state is not None and has_landed(item, landed):
            day = max(today, state.last + ONE_DAY)
            for concept in item.concepts:
                recalls.setdefault(concept, []).append(recall(state, day, learner.basis.parameters))
    return {
        concept.id: Remembered(concept.title, min(recalls.get(concept.id, ()), default=None))
        for concept in bank.concepts.values()
    }


def warm_up(bank: Bank, learner: Replay, today: date, landed: frozenset[str]) -> Code | None:
    """An easy problem: one met before rather than a new one, of the lowest level, the best remembered, the shortest."""
    asleep = dormant(learner.settings, today)
    problems = [
        item for item in bank.items.values() if isinstance(item, Code) and item.id in landed and item.id not in asleep
    ]

    def ease(item: Code) -> tuple[bool, int, float, float]:
        problem = bank.problems[item.id]
        recalled = predicted_recall(learner, item.id, today)
        return item.id not in learner.states, problem.level, -recalled, problem.minutes

    return min(problems, key=ease, default=None)
