"""Where to start: a few machine-marked items a section tell what need not be begun with; the domain only.

Sections come in the order of their weight. Each is asked an item of level 2; after a right answer one of level 3, or
another of level 2 where there is none. Two right answers: the section is solid, and its warm-ups are taken as known.
One: fair. A wrong first answer: it is to be started with, and is asked no more.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from interview_cli.domain.items.question import AnyItem, Bank, Code, Design, ItemId, Recall
from interview_cli.domain.planning.agenda import Agenda
from interview_cli.domain.planning.pace import stated_minutes
from interview_cli.domain.planning.recall import has_landed
from interview_cli.domain.planning.triage import triage

KINDS = frozenset({"choice", "numeric", "formula", "ordering"})
"""What is quick to answer, and marked by the machine."""

FIRST_LEVEL, NEXT_LEVEL, WARM_UP = 2, 3, 1
QUESTIONS_A_SECTION = 2


class Standing(StrEnum):
    """How a section stands."""

    SOLID = "solid"
    FAIR = "fair"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class Probe:
    """One answered item of a placement."""

    item: AnyItem
    is_right: bool


@dataclass(frozen=True, slots=True)
class Candidates:
    """What a placement may ask, by section in the order of their weight, each section's the worthiest first."""

    bank: Bank
    by_section: Mapping[int, Sequence[AnyItem]]

    @classmethod
    def of(cls, items: Iterable[AnyItem], bank: Bank, seen: Collection[ItemId], agenda: Agenda) -> Candidates:
        """From the items that may be asked and were never seen; sections of which nothing was seen come first."""
        quick = [item for item in items if item.kind in KINDS]
        found: dict[int, list[AnyItem]] = {}
        for entry in triage(quick, bank, seen, agenda.priority, seed=0):
            found.setdefault(bank.section_of(entry.item), []).append(entry.item)
        begun = {bank.section_of(bank.items[name]) for name in seen if name in bank.items}
        order = sorted(found, key=lambda section: (section in begun, -agenda.weight(section)))
        return cls(bank, {section: found[section] for section in order})

    def next(self, probes: Sequence[Probe]) -> AnyItem | None:
        """The item to ask after these answers; None if every section was looked at."""
        for section, items in self.by_section.items():
            own = self._of(section, probes)
            if standing(own) is not None:
                continue
            met = {probe.item.id for probe in own}
            left = [item for item in items if item.id not in met]
            if left:
                return self._fitting(left, own)
        return None

    def standings(self, probes: Sequence[Probe]) -> dict[int, Standing]:
        """How the sections stand that were asked about, in their order."""
        found = {}
        for section in self.by_section:
            own = self._of(section, probes)
            if own:
                found[section] = standing(own) or Standing.FAIR
        return found

    def _of(self, section: int, probes: Iterable[Probe]) -> list[Probe]:
        return [probe for probe in probes if self.bank.section_of(probe.item) == section]

    def _fitting(self, left: Sequence[AnyItem], own: Sequence[Probe]) -> AnyItem:
        """The nearest in level, of another concept than before, the quickest; the worthiest of equals."""
        level = NEXT_LEVEL if own else FIRST_LEVEL
        concepts = {probe.item.concepts[0] for probe in own}

        def distance(item: AnyItem) -> tuple[bool, int, float]:
            return item.concepts[0] in concepts, abs(item.level - level), stated_minutes(item, self.bank)

        return min(left, key=distance)


def standing(own: Sequence[Probe]) -> Standing | None:
    """How a section stands after these answers; None: more is to be asked."""
    if own and not own[0].is_right:
        return Standing.WEAK
    if len(own) < QUESTIONS_A_SECTION:
        return None
    return Standing.SOLID if own[1].is_right else Standing.FAIR


def warm_ups(bank: Bank, section: int, seen: Collection[ItemId], landed: frozenset[str]) -> tuple[AnyItem, ...]:
    """The items of a solid section that are taken as known: easy ones, but code and what is told of oneself."""
    return tuple(
        item
        for item in bank.items.values()
        if item.level == WARM_UP
        and item.id not in seen
        and not isinstance(item, Code | Design)
        and not (isinstance(item, Recall) and item.form in ("story", "pitch"))
        and has_landed(item, landed)
        and bank.section_of(item) == section
    )
