"""How the minutes of one day are filled, given what is remembered and what lies ahead; the domain only.

The same rules plan the drill of today and the days that a forecast imagines.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from heapq import heappop, heappush, nlargest
from typing import NamedTuple, assert_never

from interview_cli.domain.items.question import FILED, AnyItem, Bank, ConceptId, ItemId
from interview_cli.domain.memory.ensemble import Belief
from interview_cli.domain.memory.prospect import Prospect
from interview_cli.domain.planning.agenda import Agenda
from interview_cli.domain.planning.code_share import CODE_SHARE, days_saved
from interview_cli.domain.planning.triage import NewItem
from interview_cli.domain.shares import percent

TARGET_WITHOUT_DATE = 0.90
TARGET_WITH_DATE = 0.80
"""With an interview ahead, minutes are worth more on what was never seen than on keeping the rest above 0.80."""

LAST_DAYS = 5
"""So many days before an interview, the gain on its day alone decides."""

SHORT_SHARE = 0.6
"""Time is short where first looks at what is new would take more than this of it: nothing is kept for later then."""

LEAST_GAIN = 0.01
"""A review that adds less recall on the day is not worth its minute, however much time is left."""

NEXT_FEW = 12
"""So many new items say what a minute for new ones is worth."""

OPENING_FACTOR = 1.3
"""What a new item is worth beside what its first look leaves on the day: reviews may follow, and one that is put off may still
come tomorrow. Planning each item's looks to the day by dynamic programming begins more items and reviews fewer, too."""

SHORTLIST = 400
"""More reviews fit into no day."""

KEEPING_SHARE = 2 / 3
"""Without an interview ahead, what is due takes no more of the minutes while anything is new: who forgets fast could
else spend all of them on keeping little above 0.90."""

KEEPING_FACTOR = 4.0
"""What keeping a due item is worth beside learning a new one: its section may weigh so many times less."""

MISSED_SHARE, MISSED_LEAST = 0.75, 10
"""Where so much of what was met was missed when it was last asked, and that is so many items, nothing new comes before it has
been asked again: new items alone would be a treadmill on which nothing is ever learned."""

SHORTEST_MINUTES = 0.25
"""Nothing is looked for that takes less."""

QUESTION_MINUTES = 2.0
"""What a question is taken to need where a drill is asked for by count, to bound its code."""


class Aim(StrEnum):
    """What a drill is for."""

    SPACED = "spaced"
    CRAM = "cram"
    """The most forgotten first, due or not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked of a drill. Empty kinds or sections: all; `new`: at most so many new items; `count`: of all.

    Asking for kind `code` lifts the bound on its share. `seed` decides in which order sections take turns. `without`
    are items that another drill asks today.
    """

    kinds: frozenset[str] = frozenset()
    sections: frozenset[int] = frozenset()
    new: int | None = None
    count: int | None = None
    aim: Aim = Aim.SPACED
    seed: int = 0
    without: frozenset[ItemId] = frozenset()


ANYTHING = Wanted()


@dataclass(frozen=True, slots=True)
class Planned:
    """One item of a plan, the minutes that it should take this user, and why it is there."""

    item: ItemId
    minutes: float
    why: str


@dataclass(slots=True)
class Situation:
    """One day: what was seen, what is new in its order of triage, and the concepts that were practised already."""

    bank: Bank
    agenda: Agenda
    seen: Sequence[tuple[AnyItem, Belief]]
    new: Sequence[NewItem]
    practised: Collection[ConceptId]
    prospect: Prospect
    minutes: Mapping[ItemId, float]
    sections: Mapping[ItemId, int]
    spent: float = 0.0
    spent_on_code: float = 0.0
    code_share: float = CODE_SHARE
    held: int = 1
    """How many days' minutes are planned at once, where a forecast puts days together."""
    says_why: bool = True
    """Whether anybody reads why a review is worth its minutes."""

    def planned(self, minutes: float, wanted: Wanted) -> tuple[Planned, ...]:
        """The day's items in their order, within the minutes unless the quickest alone takes longer."""
        shortest = self._shortest() if math.isfinite(minutes) else 0.0
        drill = _Drill(
            minutes, wanted, self.minutes, set(self.practised), shortest, self._code_minutes(minutes, wanted)
        )
        days_left = self.agenda.days_left
        match wanted.aim:
            case Aim.CRAM:
                self._cram(drill)
            case Aim.SPACED:
                self._ask_missed(drill)
                if days_left is None:
                    self._keep(drill, minutes)
                elif days_left <= LAST_DAYS:
                    return self._make_the_most(drill, self.new)
                elif self._is_short((minutes + self.spent) / self.held, self.agenda.days_of_practice):
                    self._take_new_code(drill)
                    return self._make_the_most(drill, [new for new in self.new if new.item.kind not in FILED])
                else:
                    self._learn(drill)
            case _:
                assert_never(wanted.aim)
        return (*_interleaved(drill.old, self._section), *self._spread(drill.new))

    def _code_minutes(self, minutes: float, wanted: Wanted) -> float:
        """The most that code may take: its share of today's minutes, done and planned, and of days that had none."""
        if FILED & wanted.kinds:
            return math.inf
        room = min(minutes, math.inf if wanted.count is None else wanted.count * QUESTION_MINUTES) + self.spent
        code = [belief for item, belief in self.seen if item.kind in FILED]
        saved = days_saved(code, (belief for _, belief in self.seen), self.agenda.today)
        days = saved if self.held == 1 else 1
        return max(room * self.code_share * days - self.spent_on_code, 0.0) if self.code_share else 0.0

    def _shortest(self) -> float:
        """The minutes of the quickest of all that may be asked."""
        minutes = self.minutes
        old = min([minutes[item.id] for item, _ in self.seen], default=math.inf)
        return min(old, min([minutes[entry.item.id] for entry in self.new], default=math.inf))

    def _is_short(self, minutes: float, days: int) -> bool:
        """Whether so many days hold too few minutes for what is new."""
        wanted = sum(self.minutes[entry.item.id] for entry in self.new)
        return wanted > SHORT_SHARE * minutes * days

    def _cram(self, drill: _Drill) -> None:
        """All that was seen, the most forgotten first, then new items."""
        for recall, item in self._by_recall():
            drill.takes(item, f"cram: recall {percent(recall)}")
        self._take_new(drill)
        self._take_quickest(drill, [item for _, item in self._by_recall()])

    def _ask_missed(self, drill: _Drill) -> None:
        """Where next to nothing sticks, what was missed the day before, then what was missed earlier."""
        missed = [(item, belief) for item, belief in self.seen if belief.trail.missed]
        if len(missed) < max(MISSED_LEAST, MISSED_SHARE * len(self.seen)):
            return
        missed.sort(key=lambda pair: pair[1].last, reverse=True)
        for item, belief in missed:
            if belief.last < self.agenda.today:
                drill.takes(item, "missed when you last met it")

    def _keep(self, drill: _Drill, minutes: float) -> None:
        """No interview ahead: what is due, the most forgotten first, then new items, which have a share of their own."""
        due = [(recall, item) for recall, item in self._by_recall() if recall < TARGET_WITHOUT_DATE]
        left = deque(due)
        room = math.inf if drill.is_without_new or not self.new else minutes * KEEPING_SHARE
        while left and drill.has_room and (room := room - self.minutes[left[0][1].id]) >= 0:
            recall, item = left.popleft()
            drill.takes(item, _why_due(recall, TARGET_WITHOUT_DATE))
        self._take_new(drill)
        for recall, item in left:
            if not drill.has_room:
                break
            drill.takes(item, _why_due(recall, TARGET_WITHOUT_DATE))
        self._take_quickest(drill, [item for _, item in due])

    def _learn(self, drill: _Drill) -> None:
        """Time is ahead: keep what is due above the target, learn, and with minutes left strengthen what gains most."""
        due, fresh = [], []
        for item, belief in self.seen:
            recall = self.prospect.recall(belief, self.agenda.today)
            if recall < TARGET_WITH_DATE:
                weight = self.agenda.weight(self.sections[item.id])
                due.append((-weight * (1 - recall) / self.minutes[item.id], weight, recall, item))
            else:
                fresh.append((item, belief))
        due.sort(key=lambda entry: entry[0])
        highest = max((self.agenda.weight(self.sections[new.item.id]) for new in self.new), default=0.0)
        light = []
        for _, weight, recall, item in due:
            if weight * KEEPING_FACTOR < highest:
                light.append((recall, item))
            elif drill.has_room:
                drill.takes(item, _why_due(recall, TARGET_WITH_DATE))
        self._take_new(drill)
        for recall, item in light if drill.has_room else ():
            drill.takes(item, _why_due(recall, TARGET_WITH_DATE))
        for chance in self._chances(fresh) if drill.has_room else ():
            if not drill.has_room:
                break
            if drill.fits_apart(chance.item):
                drill.takes(chance.item, f"there's time left: {chance.why}")
        self._take_quickest(drill, [item for _, _, _, item in due])

    def _make_the_most(self, drill: _Drill, new_items: Iterable[NewItem]) -> tuple[Planned, ...]:
        """Old and new by what they add on the day a minute. New items keep their order of triage."""
        gains = [OPENING_FACTOR * self.prospect.gain_of_new(on) for on, _ in self.agenda.ahead]
        new = _Queue(
            new_items, self.minutes, self.sections, {n: self.agenda.worth(n, gains) for n in {*self.sections.values()}}
        )
        price, apart = new.price, []
        for chance in self._chances(self.seen):
            if not drill.has_room:
                break
            while new.left and price >= chance.worth:
                drill.takes_new(new.next())
                price = new.price
            if drill.fits_apart(chance.item):
                drill.takes(chance.item, chance.why if self.says_why else "")
            else:
                apart.append(chance)
        while new.left and drill.has_room:
            drill.takes_new(new.next())
        drill.take_siblings()
        for chance in apart if drill.has_room else ():
            if drill.fits(chance.item):
                drill.takes(chance.item, chance.why if self.says_why else "")
        self._take_quickest(drill, (chance.item for chance in self._chances(self.seen)))
        return tuple(self._spread(_interleaved(drill.taken, self._section)))

    def _take_new(self, drill: _Drill) -> None:
        """Code into its share of the minutes, questions into the rest, siblings of what is asked today last.

        By recall a minute no problem would ever be asked before the last question: one round of five is code.
        """
        self._take_new_code(drill)
        for entry in self.new:
            if not drill.has_room:
                break
            if entry.item.kind not in FILED:
                drill.takes_new(entry)
        drill.take_siblings()

    def _take_new_code(self, drill: _Drill) -> None:
        for entry in self.new:
            if entry.item.kind in FILED:
                drill.takes_new(entry)

    def _take_quickest(self, drill: _Drill, old: Iterable[AnyItem]) -> None:
        if not drill.taken:
            drill.take_quickest([*((item, _TOO_LONG) for item in old), *((new.item, new.why) for new in self.new)])

    def _by_recall(self) -> list[tuple[float, AnyItem]]:
        recalls = [(self.prospect.recall(belief, self.agenda.today), item) for item, belief in self.seen]
        recalls.sort(key=lambda entry: entry[0])
        return recalls

    def _chances(self, seen: Iterable[tuple[AnyItem, Belief]]) -> Iterator[_Chance]:
        """What is worth a review for the days ahead, the most a minute first.

        No review can gain more than is missing: only the `SHORTLIST` of items that might gain most is looked into, and
        of these only as many as are asked for.
        """
        ahead, backwards = self.agenda.ahead, self.agenda.ahead[::-1]
        missing = []
        recall_on, today, minutes, sections = self.prospect.recall, self.agenda.today, self.minutes, self.sections
        for place, (item, belief) in enumerate(seen):
            if belief.last < today:
                name, worth, recall = item.id, 0.0, 0.0
                for on, weights in backwards:
                    recall = recall_on(belief, on)  # at last that on the first day
                    worth += weights[sections[name]] * (1 - recall)
                missing.append((worth / minutes[name], -place, item, belief, recall))
        found: list[tuple[float, int, _Chance]] = []
        for number, (bound, _, item, belief, recall) in enumerate(nlargest(SHORTLIST, missing)):
            while found and -found[0][0] * len(ahead) >= bound:
                yield heappop(found)[2]
            gains = [self.prospect.gain(belief, on) for on, _ in ahead]
            if max(gains) >= LEAST_GAIN:
                chance = _Chance(item, self._worth_a_minute(item, gains), recall, recall + gains[0])
                heappush(found, (-chance.worth, number, chance))
        while found:
            yield heappop(found)[2]

    def _worth_a_minute(self, item: AnyItem, gains: Sequence[float]) -> float:
        return self.agenda.worth(self.sections[item.id], gains) / self.minutes[item.id]

    def _spread(self, planned: Sequence[Planned]) -> list[Planned]:
        """Code evenly among the questions, both in their order, so that a drill that is broken off held both."""
        keyed = []
        for is_code in (False, True):
            group = [entry for entry in planned if (self.bank.items[entry.item].kind in FILED) == is_code]
            keyed += [((place + 0.5) / len(group), is_code, entry) for place, entry in enumerate(group)]
        keyed.sort(key=lambda entry: entry[:2])
        return [entry for _, _, entry in keyed]

    def _section(self, name: ItemId) -> int:
        return self.sections[name]


class _Queue:
    """New items that wait in their order, and what a minute for the next of them is worth."""

    def __init__(
        self,
        entries: Iterable[NewItem],
        minutes: Mapping[ItemId, float],
        sections: Mapping[ItemId, int],
        worths: Mapping[int, float],
    ) -> None:
        """`worths` are what a new item of each section adds on the day."""
        self._entries = list(entries)
        self._place = 0
        self._gains = [(worths[sections[entry.item.id]], minutes[entry.item.id]) for entry in self._entries]

    @property
    def left(self) -> int:
        """How many wait."""
        return len(self._entries) - self._place

    @property
    def price(self) -> float:
        """The best mean of the next one, the next two, and so on for a few.

        Not of the next alone: behind one that is long, or that only prepares for another, the better ones would wait for
        reviews that are worth less than they are.
        """
        best = worth = minutes = 0.0
        for gain, length in self._gains[self._place : self._place + NEXT_FEW]:
            worth += gain
            minutes += length
            if worth > best * minutes:
                best = worth / minutes
        return best

    def next(self) -> NewItem:
        """Take the first."""
        self._place += 1
        return self._entries[self._place - 1]


class _Chance(NamedTuple):
    """A review that pays: its worth a minute, and recall on the next interview's day without it and with it."""

    item: AnyItem
    worth: float
    before: float
    after: float

    @property
    def why(self) -> str:
        """What it is worth, in words."""
        return f"recall on the day {percent(self.before)}, {percent(min(self.after, 1))} if asked now"


_TOO_LONG = "the shortest item that is due"


class _Drill:
    """A drill being filled: what is in it, and what room is left."""

    def __init__(
        self,
        minutes: float,
        wanted: Wanted,
        minutes_of: Mapping[ItemId, float],
        concepts: set[ConceptId],
        shortest: float,
        code_minutes: float,
    ) -> None:
        self.taken: list[Planned] = []
        self.old: list[Planned] = []
        self.new: list[Planned] = []
        self._concepts = concepts
        self._names: set[ItemId] = set()
        self._siblings: list[NewItem] = []
        self._minutes_of = minutes_of
        self._places = math.inf if wanted.count is None else wanted.count
        self._new_places = math.inf if wanted.new is None else wanted.new
        self._minutes, self._shortest = minutes, max(shortest, SHORTEST_MINUTES)
        self._code_minutes = code_minutes

    @property
    def has_room(self) -> bool:
        """Whether anything at all may still fit."""
        return self._places >= 1 and self._minutes >= self._shortest

    @property
    def is_without_new(self) -> bool:
        """Whether nothing new is wanted."""
        return self._new_places < 1

    def fits(self, item: AnyItem) -> bool:
        """Whether there is room for the item, which is not in it yet."""
        if not self.has_room or item.id in self._names:
            return False
        minutes = self._minutes_of[item.id]
        return minutes <= self._minutes and (item.kind not in FILED or minutes <= self._code_minutes)

    def fits_apart(self, item: AnyItem) -> bool:
        """The same, unless a sibling is asked today."""
        return item.concepts[0] not in self._concepts and self.fits(item)

    def takes(self, item: AnyItem, why: str) -> bool:
        """Take an item that was met before if there is room, and say whether there was."""
        planned = self._placed(item, why)
        if planned is None:
            return False
        self.old.append(planned)
        return True

    def takes_new(self, entry: NewItem) -> bool:
        """The same for a new item, which is put off to `take_siblings` where a sibling is asked today."""
        if entry.item.concepts[0] in self._concepts:
            self._siblings.append(entry)
            return False
        return self._takes_new(entry)

    def take_siblings(self) -> None:
        """Take what was put off, if there is room."""
        for entry in self._siblings:
            self._takes_new(entry)
        self._siblings.clear()

    def take_quickest(self, candidates: Sequence[tuple[AnyItem, str]]) -> None:
        """Take one item although it is too long: little time is better spent than not. Code only if all is code."""
        if not candidates or self._places < 1:
            return
        pool = [pair for pair in candidates if pair[0].kind not in FILED] or candidates
        minutes, _, item, why = min(
            (self._minutes_of[item.id], place, item, why) for place, (item, why) in enumerate(pool)
        )
        self.taken.append(Planned(item.id, minutes, why))
        self.old.append(self.taken[-1])

    def _takes_new(self, entry: NewItem) -> bool:
        planned = self._placed(entry.item, entry.why) if self._new_places >= 1 else None
        if planned is None:
            return False
        self._new_places -= 1
        self.new.append(planned)
        return True

    def _placed(self, item: AnyItem, why: str) -> Planned | None:
        if not self.fits(item):
            return None
        minutes = self._minutes_of[item.id]
        self._places -= 1
        self._minutes -= minutes
        self._code_minutes -= minutes if item.kind in FILED else 0
        self._concepts.add(item.concepts[0])
        self._names.add(item.id)
        planned = Planned(item.id, minutes, why)
        self.taken.append(planned)
        return planned


def _why_due(recall: float, target: float) -> str:
    return f"due: recall {percent(recall)}, target {percent(target)}"


def _interleaved(planned: Iterable[Planned], section_of: Callable[[ItemId], int]) -> list[Planned]:
    """The same items, each the first of those left whose section is not that of the one before, if there is any."""
    left = list(planned)
    mixed: list[Planned] = []
    last: int | None = None
    while left:
        place = next((n for n, entry in enumerate(left) if section_of(entry.item) != last), 0)
        mixed.append(left.pop(place))
        last = section_of(mixed[-1].item)
    return mixed
