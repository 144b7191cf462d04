"""Which new items come first: nobody sees all of them, so that their order is what matters most; the domain only.

An item's worth is the weight of its section in the interviews ahead, times what it is in the guide (the evening-before
list counts 6, the guide 2, what is beyond it 1), halved for every item of its concept that was met or comes before it,
less a tenth for each level. Worth for a minute decides, so that twenty short answers come before one long one. Among
equals sections take turns, each in proportion to what it holds, so that all are as far on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import IntEnum
from random import Random
from typing import NamedTuple, assert_never

from interview_cli.domain.items.question import AnyItem, Bank, ConceptId, ItemId
from interview_cli.domain.planning.pace import stated_minutes

RANK_FACTOR = 0.5
LEVEL_STEP = 0.1


class Importance(IntEnum):
    """What an item is in the guide, as the factor of its worth."""

    BEYOND = 1
    GUIDE = 2
    CORE = 6


class Place(NamedTuple):
    """Where an item stands in the bank."""

    importance: Importance
    section: int
    level: int

    @classmethod
    def of(cls, item: AnyItem, bank: Bank, core: frozenset[ConceptId]) -> Place:
        """The place of an item; `core` are the concepts of the evening-before list."""
        if not core.isdisjoint(item.concepts):
            importance = Importance.CORE
        else:
            importance = Importance.BEYOND if bank.is_beyond(item) else Importance.GUIDE
        level = bank.problems[item.id].level if item.kind == "code" else item.level
        return cls(importance, bank.section_of(item), level)

    def worth(self, rank: int) -> float:
        """The worth of the item as number `rank` of its concept, before the weight of its section."""
        return self.importance * RANK_FACTOR**rank * (1 - LEVEL_STEP * (self.level - 1))


@dataclass(frozen=True, slots=True)
class NewItem:
    """A new item, in the order in which it comes."""

    item: AnyItem
    why: str


def triage(
    candidates: Iterable[AnyItem],
    bank: Bank,
    seen: Collection[ItemId],
    weight: Callable[[int], float],
    seed: int,
) -> list[NewItem]:
    """The candidates that were never seen, what is worth most a minute first; `weight` is that of a section."""
    core = bank.core_concepts()
    places = {item.id: Place.of(item, bank, core) for item in bank.items.values()}
    ranks = Counter(item.concepts[0] for item in bank.items.values() if item.id in seen)
    new = sorted((item for item in candidates if item.id not in seen), key=lambda item: places[item.id].level)
    done = Counter(_tier(places[item]) for item in seen if item in places)
    total = done + Counter(_tier(places[item.id]) for item in new)
    turns = _turns(seed, (place.section for place in places.values()))
    weights = {section: weight(section) for section in turns}
    ranked = []
    for item in new:
        place = places[item.id]
        rank = ranks[item.concepts[0]]
        ranks[item.concepts[0]] += 1
        worth = weights[place.section] * place.worth(rank) / stated_minutes(item, bank)
        ranked.append((-worth, rank, place, item))
    ranked.sort(key=lambda entry: entry[:2])
    keyed = []
    for negative, rank, place, item in ranked:
        tier = _tier(place)
        progress = (done[tier] + 0.5) / total[tier]
        done[tier] += 1
        keyed.append(((negative, rank, place.level, progress, turns[place.section]), place, item))
    keyed.sort(key=lambda entry: entry[0])
    return [NewItem(item, _why(place, key[1])) for key, place, item in keyed]


def _tier(place: Place) -> tuple[Importance, int, int]:
    return (place.importance, place.section, place.level)


def _turns(seed: int, sections: Iterable[int]) -> dict[int, int]:
    shuffled = sorted(set(sections))
    Random(seed).shuffle(shuffled)
    return {section: turn for turn, section in enumerate(shuffled)}


def _why(place: Place, rank: int) -> str:
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
