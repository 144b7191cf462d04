"""How much of what there is to know the bank asks, and how; imports the domain only.

A concept is covered when items of two kinds teach it, one of them marked by a machine where that is possible, and each
of its key points is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from interview_cli.domain.items.guide import SECTIONS
from interview_cli.domain.items.question import MACHINE_MARKED, AnyItem, Bank, Concept

KINDS_FOR_EACH = 2


@dataclass(frozen=True, slots=True)
class ConceptCoverage:
    """What teaches one concept. `unasked`: indices of key points that no item asks."""

    concept: str
    section: int
    items: tuple[str, ...]
    kinds: tuple[str, ...]
    machine: bool
    unasked: tuple[int, ...]

    @property
    def gaps(self) -> tuple[str, ...]:
        """What is missing, in words; empty for a covered concept."""
        found: list[str] = []
        if len(self.kinds) < KINDS_FOR_EACH:
            found.append(f"taught by {len(self.kinds)} of {KINDS_FOR_EACH} kinds")
        if self.machine and not MACHINE_MARKED.intersection(self.kinds):
            found.append("no machine-marked item")
        if self.unasked:
            found.append(f"key points {', '.join(map(str, self.unasked))} not asked")
        return tuple(found)


@dataclass(frozen=True, slots=True)
class SectionCoverage:
    """The counts of one section."""

    section: int
    concepts: int
    covered: int
    kinds: Mapping[str, int]
    levels: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The whole bank. `unwritten`: problems of the catalogue without their item."""

    sections: tuple[SectionCoverage, ...]
    concepts: tuple[ConceptCoverage, ...]
    unwritten: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether every concept is covered and every problem is written."""
        return not self.unwritten and not any(concept.gaps for concept in self.concepts)

    def as_json(self) -> dict[str, Any]:
        """The object of `bank coverage --json`."""
        return {
            "schema": 1,
            "complete": self.complete,
            "sections": [
                {
                    "section": section.section,
                    "concepts": section.concepts,
                    "covered": section.covered,
                    "kinds": dict(section.kinds),
                    "levels": {str(level): count for level, count in section.levels.items()},
                }
                for section in self.sections
            ],
            "concepts": [
                {
                    "concept": concept.concept,
                    "section": concept.section,
                    "items": list(concept.items),
                    "kinds": list(concept.kinds),
                    "unasked": list(concept.unasked),
                    "gaps": list(concept.gaps),
                }
                for concept in self.concepts
            ],
            "unwritten": list(self.unwritten),
        }


@dataclass(frozen=True, slots=True)
class Count:
    """How many items there are of one section, kind and level, and the minutes they take."""

    section: int
    kind: str
    level: int
    items: int
    minutes: float


def coverage(bank: Bank) -> Coverage:
    """What the bank covers, by section and concept."""
    teaching: dict[str, list[AnyItem]] = {concept: [] for concept in bank.concepts}
    for item in bank.items.values():
        for name in item.concepts:
            teaching[name].append(item)
    concepts = tuple(_of_concept(concept, teaching[concept.id]) for concept in bank.concepts.values())
    unwritten = tuple(problem for problem in bank.problems if problem not in bank.items)
    return Coverage(tuple(_of_section(section.number, bank, concepts) for section in SECTIONS), concepts, unwritten)


def stats(bank: Bank) -> tuple[Count, ...]:
    """Counts by section, kind and level, in this order; what has no items is left out."""
    items: Counter[tuple[int, str, int]] = Counter()
    minutes: Counter[tuple[int, str, int]] = Counter()
    for item in bank.items.values():
        group = (bank.section_of(item), item.kind, item.level)
        items[group] += 1
        minutes[group] += item.minutes  # type: ignore[assignment]
    return tuple(Count(*group, items[group], float(minutes[group])) for group in sorted(items))


def _of_concept(concept: Concept, items: Sequence[AnyItem]) -> ConceptCoverage:
    asked = {index for item in items if item.concepts[0] == concept.id for index in item.covers}
    return ConceptCoverage(
        concept=concept.id,
        section=concept.section,
        items=tuple(item.id for item in items),
        kinds=tuple(sorted({item.kind for item in items})),
        machine=concept.machine,
        unasked=tuple(index for index in range(concept.points) if index not in asked),
    )


def _of_section(section: int, bank: Bank, concepts: Sequence[ConceptCoverage]) -> SectionCoverage:
    own = [concept for concept in concepts if concept.section == section]
    items = [item for item in bank.items.values() if bank.section_of(item) == section]
    return SectionCoverage(
        section=section,
        concepts=len(own),
        covered=sum(not concept.gaps for concept in own),
        kinds=dict(sorted(Counter(item.kind for item in items).items())),
        levels=dict(sorted(Counter(item.level for item in items).items())),
    )
