"""Which new items come first: nobody sees all of them, so that their order is what matters most; the domain only.

A concept's priority is how often interviewers ask it times how much it matters for the role (`Agenda.priority`). Its first item
is worth the square of that, each further one half of the one before, less a tenth for each level: squared, since what is asked
most is practised longest, and so gains more by coming first than by what it is asked alone. Worth for a minute decides, with half
a minute for every item beside its own: many short ones of little priority do not come before all that is long. Among equals the
evening-before list comes first, then the guide, and sections take turns, each in proportion to what it holds. What a concept
needs comes before it, whatever its own priority.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from interview_cli.domain.items.question import FILED, AnyItem, Bank, Concept, ConceptId, ItemId
from interview_cli.domain.planning.pace import stated_minutes

USES = ("scenario", "critique", "defense")
RANK_FACTOR = 0.5
LEVEL_STEP = 0.1
OWN_MINUTES = 0.5
"""What every new item costs beside the minutes that it takes."""
LEAST_PRIORITY = 0.01
"""What a role is never asked still comes, after everything that it is."""


class Place(NamedTuple):
    """Where an item stands in the bank."""

    section: int
    level: int
    is_core: bool
    is_beyond: bool

    @classmethod
    def of(cls, item: AnyItem, bank: Bank, core: frozenset[ConceptId]) -> Place:
        """The place of an item; `core` are the concepts of the evening-before list."""
        level = bank.problems[item.id].level if item.kind == "code" else item.level
        return cls(bank.section_of(item), level, not core.isdisjoint(item.concepts), bank.is_beyond(item))


@dataclass(frozen=True, slots=True)
class NewItem:
    """A new item, in the order in which it comes."""

    item: AnyItem
    why: str


def triage(
    candidates: Iterable[AnyItem],
    bank: Bank,
    seen: Collection[ItemId],
    priority: Callable[[Concept], float],
    seed: int,
) -> list[NewItem]:
    """The candidates that were never seen, what is worth most a minute first, after what it needs."""
    core = bank.core_concepts()
    unseen = [item for item in candidates if item.id not in seen]
    places = {item.id: Place.of(item, bank, core) for item in unseen}
    new = sorted(unseen, key=lambda item: (places[item.id].level, _takes_the_concept_as_known(item)))
    met = Counter(bank.items[name].concepts[0] for name in seen if name in bank.items)
    ordered = _by_worth(new, bank, places, met, priority, seed)
    needed = _needs_first(ordered, bank.concepts, set(met))
    return [NewItem(item, _why(places[item.id], rank, met[item.concepts[0]])) for item, rank in needed]


def _takes_the_concept_as_known(item: AnyItem) -> bool:
    """A question that opens no concept where there is a plain one: it asks what one makes of it."""
    return item.kind == "bug" or getattr(item, "form", None) in USES


def _by_worth(
    new: Sequence[AnyItem],
    bank: Bank,
    places: Mapping[ItemId, Place],
    met: Counter[ConceptId],
    priority: Callable[[Concept], float],
    seed: int,
) -> list[tuple[AnyItem, int]]:
    """Items with their rank among those of their concept."""
    ranks, done = met.copy(), Counter[tuple[bool, int]]()
    asked = {item.concepts[0] for item in new}
    priorities = {name: max(priority(bank.concepts[name]), LEAST_PRIORITY) for name in asked}
    ranked = []
    for item in new:
        place, concept = places[item.id], item.concepts[0]
        rank = ranks[concept]
        ranks[concept] += 1
        worth = priorities[concept] ** 2 * RANK_FACTOR**rank * (1 - LEVEL_STEP * (place.level - 1))
        ranked.append((-worth / (stated_minutes(item, bank) + OWN_MINUTES), not place.is_core, place, rank, item))
    ranked.sort(key=lambda entry: entry[:2])
    totals = Counter((place.is_core, place.section) for _, _, place, _, _ in ranked)
    turns = _turns(seed, map(bank.section_of, bank.items.values()))
    keyed = []
    for negative, is_later, place, rank, item in ranked:
        group = (place.is_core, place.section)
        progress = (done[group] + 0.5) / totals[group]
        keyed.append(((negative, is_later, place.is_beyond, progress, turns[place.section]), item, rank))
        done[group] += 1
    keyed.sort(key=lambda entry: entry[0])
    return [(item, rank) for _, item, rank in keyed]


def _needs_first(
    ordered: Sequence[tuple[AnyItem, int]], concepts: Mapping[ConceptId, Concept], met: set[ConceptId]
) -> Iterator[tuple[AnyItem, int]]:
    """The same items; before the first of a concept the first of each concept that it needs, as far as these are new."""
    first: dict[ConceptId, tuple[AnyItem, int]] = {}
    for item, rank in ordered:
        if item.kind not in FILED:
            first.setdefault(item.concepts[0], (item, rank))
    given: set[ItemId] = set()

    def unmet(concept: ConceptId) -> Iterator[ConceptId]:
        for need in concepts[concept].needs if concept in concepts else ():
            if need not in met:
                met.add(need)
                yield from unmet(need)
                yield need

    for item, rank in ordered:
        if item.id in given:
            continue
        concept = item.concepts[0]
        for need in unmet(concept) if concept not in met else ():
            if need in first and first[need][0].id not in given:
                given.add(first[need][0].id)
                yield first[need]
        if item.kind not in FILED:  # who can write it has not been asked what it is
            met.add(concept)
        if item.id not in given:
            given.add(item.id)
            yield item, rank


def _turns(seed: int, sections: Iterable[int]) -> dict[int, int]:
    shuffled = sorted(set(sections))
    Random(seed).shuffle(shuffled)
    return {section: turn for turn, section in enumerate(shuffled)}


def _why(place: Place, rank: int, met: int) -> str:
    again = ", on a concept you've already seen" if met else ", on a concept that another new question asks about"
    again = again if rank else ""
    if place.is_core:
        return f"new: on the evening-before list{again}"
    return f"new: {'beyond' if place.is_beyond else 'in'} the guide{again}"
