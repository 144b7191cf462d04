"""What to practise today, and what will be known on a day; the domain only.

First what is due, the most forgotten ahead, then new items by triage, until the minutes are full: nobody sees all items
twice, so that the order of the new ones matters more than when they come back.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import IntEnum, StrEnum
from random import Random
from statistics import median
from typing import assert_never

from interview_cli.domain.event import Event
from interview_cli.domain.history import dormant
from interview_cli.domain.interview import Interview, next_interview
from interview_cli.domain.memory.states import Learned, is_due, recall
from interview_cli.domain.question import AnyItem, Bank, Bug, Code, ConceptId, ItemId
from interview_cli.domain.replay import Replay, catch_up
from interview_cli.domain.study_day import study_day

TARGET_WITHOUT_DATE = 0.90
TARGET_WITH_DATE = 0.80
"""With an interview ahead, minutes are worth more on what was never seen than on keeping the rest above 0.80."""

CODE_SHARE = 1 / 3
QUESTION_MINUTES = 2.0
"""What a question is taken to need where a drill is asked for by count, to bound its code."""

LONGEST_TIMING = 3.0
"""Times an item's minutes: a review that took longer says that the user was away."""

LEECH_LAPSES = 4

_Z95 = 1.96


class Aim(StrEnum):
    """What a drill is for."""

    SPACED = "spaced"
    CRAM = "cram"
    """The most forgotten first, due or not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the user asks of a drill. Empty kinds or sections: all; `new`: at most so many new items; `count`: of all.

    Asking for kind `code` lifts the bound on its share. `seed` decides in which order sections take turns.
    """

    kinds: frozenset[str] = frozenset()
    sections: frozenset[int] = frozenset()
    new: int | None = None
    count: int | None = None
    aim: Aim = Aim.SPACED
    seed: int = 0


ANYTHING = Wanted()


@dataclass(frozen=True, slots=True)
class Planned:
    """One item of a plan, the minutes that it should take this user, and why it is there."""

    item: ItemId
    minutes: float
    why: str


@dataclass(frozen=True, slots=True)
class Forecast:
    """The share of items that will be recalled, in 0..1, with the bounds that hold in 95 of 100 cases."""

    mean: float
    low: float
    high: float


def choose(
    items: Bank,
    events: Sequence[Event],
    now: datetime,
    interviews: Iterable[Interview],
    minutes: float,
    *,
    wanted: Wanted = ANYTHING,
    landed: frozenset[str] = frozenset(),
    zone: tzinfo | None = None,
    replay: Replay | None = None,
) -> tuple[ItemId, ...]:
    """The items to practise now, in their order: those of `plan`, whose arguments these are."""
    planned = plan(items, events, now, interviews, minutes, wanted=wanted, landed=landed, zone=zone, replay=replay)
    return tuple(entry.item for entry in planned)


def plan(
    items: Bank,
    events: Sequence[Event],
    now: datetime,
    interviews: Iterable[Interview],
    minutes: float,
    *,
    wanted: Wanted = ANYTHING,
    landed: frozenset[str] = frozenset(),
    zone: tzinfo | None = None,
    replay: Replay | None = None,
) -> tuple[Planned, ...]:
    """The items to practise in `minutes` from now: never more than fit, but at least one that is worth practising.

    `landed` are the problems whose references exist: no other code, and no bug in other code, is asked. `zone` is the
    user's (default: that of `now`); `replay` saves reading again what it has read. The same arguments, the same plan.
    """
    learner = catch_up(events, items.items, zone_of(now, zone), replay)
    today = study_day(now, learner.basis.zone)
    asleep = dormant(learner.settings, today)
    askable = [item for item in items.items.values() if item.id not in asleep and _admits(wanted, items, item, landed)]
    seen = _seen(askable, learner, today, target_recall(interviews, today), wanted.aim)
    new = [] if wanted.new == 0 else triage(askable, items, learner.states, wanted.seed)
    return _filled(_Drill(minutes, wanted, items, learner), seen, new, _practised_concepts(items, learner, today))


def forecast(
    items: Bank,
    events: Sequence[Event],
    now: datetime,
    interviews: Iterable[Interview],
    on: date,
    *,
    landed: frozenset[str] = frozenset(),
    zone: tzinfo | None = None,
    replay: Replay | None = None,
) -> Forecast:
    """The share of all items that will be recalled on a study day if nothing more is practised until then.

    An item that the log never saw counts as not recalled. The bounds are those of independent items: with p the
    recall of each of n items, mean ± 1.96 sqrt(sum p (1 - p)) / n, within 0 and 1.
    """
    del interviews  # all items weigh the same whatever the interview asks
    learner = catch_up(events, items.items, zone_of(now, zone), replay)
    return recalled_share((item.id for item in items.items.values() if has_landed(item, landed)), learner, on)


def recalled_share(ids: Iterable[ItemId], learner: Replay, on: date) -> Forecast:
    """The forecast for these items alone; nothing is nothing known."""
    recalls = [predicted_recall(learner, item, on) for item in ids]
    if not recalls:
        return Forecast(0.0, 0.0, 0.0)
    mean = math.fsum(recalls) / len(recalls)
    margin = _Z95 * math.sqrt(math.fsum(p * (1 - p) for p in recalls)) / len(recalls)
    return Forecast(mean, max(mean - margin, 0.0), min(mean + margin, 1.0))


def predicted_recall(learner: Replay, item: ItemId, on: date) -> float:
    """The recall of one item on a study day; 0 for what the log never saw."""
    state = learner.states.get(item)
    return recall(state, on, learner.basis.parameters) if state else 0.0


def target_recall(interviews: Iterable[Interview], today: date) -> float:
    """The predicted recall below which an item is due."""
    return TARGET_WITH_DATE if next_interview(interviews, today) else TARGET_WITHOUT_DATE


def leeches(states: Mapping[ItemId, Learned]) -> frozenset[ItemId]:
    """The items that are forgotten again and again: the card is at fault, or something under it is missing."""
    return frozenset(item for item, state in states.items() if state.lapses >= LEECH_LAPSES)


def has_landed(item: AnyItem, landed: frozenset[str]) -> bool:
    """Whether what the item needs of the references exists."""
    match item:
        case Code():
            return item.id in landed
        case Bug():
            return item.problem in landed
        case _:
            return True


def expected_minutes(item: AnyItem, bank: Bank, learner: Replay) -> float:
    """What the item should take: the median of this user's own times, else its minutes."""
    minutes = bank.problems[item.id].minutes if isinstance(item, Code) else item.minutes
    seconds = learner.seconds.get(item.id)
    return min(median(seconds) / 60, LONGEST_TIMING * minutes) if seconds else minutes


def triage(
    candidates: Iterable[AnyItem], bank: Bank, states: Mapping[ItemId, Learned], seed: int
) -> list[tuple[AnyItem, str]]:
    """The new ones among the candidates, what matters most first, each with the reason.

    The core list, then the guide before what is beyond it; one item for each concept before a second; level 1 to 3.
    Among equals sections take turns, each in proportion to what it holds, so that all are as far on.
    """
    core = bank.core_concepts()
    places = {item.id: _Place.of(item, bank, core) for item in bank.items.values()}
    concepts_seen = Counter(item.concepts[0] for item in bank.items.values() if item.id in states)
    ranked = []
    new = (item for item in candidates if item.id not in states)
    for item in sorted(new, key=lambda item: places[item.id].level):
        ranked.append((concepts_seen[item.concepts[0]], item))
        concepts_seen[item.concepts[0]] += 1
    ranked.sort(key=lambda pair: pair[0])

    taken = Counter(places[item].tier_in_section for item in states if item in places)
    total = taken + Counter(places[item.id].tier_in_section for _, item in ranked)
    turns = _turns(seed, (place.section for place in places.values()))
    keyed = []
    for rank, item in ranked:
        place = places[item.id]
        progress = (taken[place.tier_in_section] + 0.5) / total[place.tier_in_section]
        taken[place.tier_in_section] += 1
        keyed.append(((place.importance, rank, place.level, progress, turns[place.section]), item))
    keyed.sort(key=lambda pair: pair[0])
    return [(item, _why_new(places[item.id], key[1])) for key, item in keyed]


def zone_of(now: datetime, zone: tzinfo | None) -> tzinfo:
    """The user's zone: the given one, else that of `now`. Raises: ValueError if there is neither."""
    found = zone or now.tzinfo
    if found is None:
        raise ValueError(f"{now.isoformat()} has no time zone")
    return found


class Importance(IntEnum):
    """What comes first among new items: the lower."""

    CORE = 1
    GUIDE = 2
    BEYOND = 3


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an item stands in the bank."""

    importance: Importance
    section: int
    level: int

    @classmethod
    def of(cls, item: AnyItem, bank: Bank, core: frozenset[ConceptId]) -> _Place:
        if not core.isdisjoint(item.concepts):
            importance = Importance.CORE
        else:
            importance = Importance.BEYOND if bank.is_beyond(item) else Importance.GUIDE
        level = bank.problems[item.id].level if isinstance(item, Code) else item.level
        return cls(importance, bank.section_of(item), level)

    @property
    def tier_in_section(self) -> tuple[Importance, int, int]:
        return (self.importance, self.section, self.level)


def _turns(seed: int, sections: Iterable[int]) -> dict[int, int]:
    shuffled = sorted(set(sections))
    Random(seed).shuffle(shuffled)
    return {section: turn for turn, section in enumerate(shuffled)}


def _why_new(place: _Place, rank: int) -> str:
    again = "" if rank == 0 else ", more of a concept already met"
    match place.importance:
        case Importance.CORE:
            return f"new: on the evening-before list{again}"
        case Importance.GUIDE:
            return f"new: in the guide{again}"
        case Importance.BEYOND:
            return f"new: beyond the guide{again}"
        case _:
            assert_never(place.importance)


def _admits(wanted: Wanted, bank: Bank, item: AnyItem, landed: frozenset[str]) -> bool:
    return (
        (not wanted.kinds or item.kind in wanted.kinds)
        and (not wanted.sections or bank.section_of(item) in wanted.sections)
        and has_landed(item, landed)
    )


def _seen(
    askable: Iterable[AnyItem], learner: Replay, today: date, target: float, aim: Aim
) -> list[tuple[AnyItem, str]]:
    """The items met before that the aim asks for, the most forgotten first."""
    parameters = learner.basis.parameters
    found = []
    for item in askable:
        state = learner.states.get(item.id)
        if state is not None and (aim is Aim.CRAM or is_due(state, today, target, parameters)):
            found.append((recall(state, today, parameters), item))
    found.sort(key=lambda pair: pair[0])
    return [(item, _why_seen(recalled, target, aim)) for recalled, item in found]


def _why_seen(recalled: float, target: float, aim: Aim) -> str:
    match aim:
        case Aim.SPACED:
            return f"due: recall {recalled * 100:.0f} %, aim {target * 100:.0f} %"
        case Aim.CRAM:
            return f"cram: recall {recalled * 100:.0f} %"
        case _:
            assert_never(aim)


def _practised_concepts(bank: Bank, learner: Replay, today: date) -> set[ConceptId]:
    return {
        bank.items[item].concepts[0]
        for item, state in learner.states.items()
        if state.last == today and item in bank.items
    }


def _filled(
    drill: _Drill, seen: Sequence[tuple[AnyItem, str]], new: Sequence[tuple[AnyItem, str]], practised: set[ConceptId]
) -> tuple[Planned, ...]:
    """The drill with what was met before, then with new items, whose siblings of the same day come last."""
    concepts = practised | {item.concepts[0] for item, why in seen if drill.takes(item, why)}
    siblings = []
    for item, why in new:
        if item.concepts[0] in concepts:
            siblings.append((item, why))
        elif drill.takes_new(item, why):
            concepts.add(item.concepts[0])
    for item, why in siblings:
        drill.takes_new(item, why)
    if not drill.taken:
        drill.take_quickest([*seen, *new])
    return tuple(drill.taken)


class _Drill:
    """A drill being filled: what is in it, and what room is left."""

    def __init__(self, minutes: float, wanted: Wanted, bank: Bank, learner: Replay) -> None:
        self.taken: list[Planned] = []
        self._bank = bank
        self._learner = learner
        self._places = math.inf if wanted.count is None else wanted.count
        self._new_places = math.inf if wanted.new is None else wanted.new
        self._minutes = minutes
        room = min(minutes, self._places * QUESTION_MINUTES)
        self._code_minutes = math.inf if "code" in wanted.kinds else room * CODE_SHARE

    def takes(self, item: AnyItem, why: str) -> bool:
        """Take the item if there is room, and say whether there was."""
        minutes = expected_minutes(item, self._bank, self._learner)
        is_code = item.kind == "code"
        if self._places < 1 or minutes > self._minutes or (is_code and minutes > self._code_minutes):
            return False
        self._places -= 1
        self._minutes -= minutes
        self._code_minutes -= minutes if is_code else 0
        self.taken.append(Planned(item.id, minutes, why))
        return True

    def takes_new(self, item: AnyItem, why: str) -> bool:
        """The same for a new item."""
        if self._new_places < 1 or not self.takes(item, why):
            return False
        self._new_places -= 1
        return True

    def take_quickest(self, candidates: Sequence[tuple[AnyItem, str]]) -> None:
        """Take one item although it is too long: little time is better spent than not. Code only if all is code."""
        if not candidates or self._places < 1:
            return
        pool = [pair for pair in candidates if pair[0].kind != "code"] or candidates
        minutes, _, item, why = min(
            (expected_minutes(item, self._bank, self._learner), place, item, why)
            for place, (item, why) in enumerate(pool)
        )
        self.taken.append(Planned(item.id, minutes, why))
