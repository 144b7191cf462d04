"""Faults that take more than one entry to see, such as ids that do not exist; imports the bank and the domain only."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from interview_cli.bank.fault import Fault, Way, nearest
from interview_cli.bank.folder import SECTION_FOLDERS
from interview_cli.bank.packages import package_folder, project_names
from interview_cli.bank.section_file import Entry
from interview_cli.domain.items.question import (
    QUESTION_ID,
    AnyItem,
    ChooseFrom,
    Concept,
    CoreEntry,
    IntegerBetween,
    Matching,
    Numeric,
    Problem,
    RealBetween,
)
from interview_cli.domain.items.shown import MOST_LETTERS, placeholders

AnyEntry = Entry[AnyItem] | Entry[CoreEntry] | Entry[Concept]

_FOLDERS = {number: name for name, number in SECTION_FOLDERS.items()}


@dataclass(frozen=True, slots=True)
class Entries:
    """All entries that count, by id; an overlay's replacement stands in the place of what it replaces.

    `known_items`: ids that can be referred to; empty where a file could not be read, since they may be in it.
    """

    items: Mapping[str, Entry[AnyItem]]
    concepts: Mapping[str, Entry[Concept]]
    problems: Mapping[str, Entry[Problem]]
    core: Mapping[str, Entry[CoreEntry]]
    known_items: Collection[str]


def reference_faults(entries: Entries) -> Iterator[Fault]:
    """Everything that refers to something that is not there, or stands in the wrong place.

    What an entry refers to is read as it is written, so that a fault elsewhere in the entry does not hide it.
    """
    for concept in entries.concepts.values():
        yield from _concept_faults(concept)
        yield from _unknown(concept, "needs", "concept", entries.concepts)
    yield from _circle_faults(entries.concepts)
    for core in entries.core.values():
        yield from _unknown(core, "concepts", "concept", entries.concepts)
    for item in entries.items.values():
        yield from _item_faults(item, entries)
    yield from _alias_faults(entries.items)


def _concept_faults(entry: Entry[Concept]) -> Iterator[Fault]:
    concept = entry.value
    if concept is not None and int(concept.id[1:3]) != concept.section:
        yield entry.fault(
            ("section",), f"is {concept.section}, but the id says {int(concept.id[1:3])}", "make them agree"
        )


def _circle_faults(concepts: Mapping[str, Entry[Concept]]) -> Iterator[Fault]:
    """One fault for each concept that needs itself, directly or through others."""
    needs = {name: set(entry.value.needs) for name, entry in concepts.items() if entry.value is not None}
    for name, entry in concepts.items():
        if name in _all_needed(needs, name):
            yield entry.fault(("needs",), "form a circle back to this concept", "remove one link from the circle")


def _all_needed(needs: Mapping[str, set[str]], name: str) -> set[str]:
    reached: set[str] = set()
    ahead = set(needs.get(name, ()))
    while ahead:
        each = ahead.pop()
        reached.add(each)
        ahead |= needs.get(each, set()) - reached
    return reached


def _item_faults(entry: Entry[AnyItem], entries: Entries) -> Iterator[Fault]:
    yield from _unknown(entry, "concepts", "concept", entries.concepts)
    yield from _unknown(entry, "follow_ups", "item", entries.known_items)
    yield from _unknown(entry, "estimates", "item", entries.known_items)
    yield from _cover_faults(entry, entries.concepts)
    yield from _problem_faults(entry, entries.problems)
    yield from _section_faults(entry, entries.problems)
    match entry.value:
        case Numeric() as item:
            yield from _placeholder_faults(entry, item, item.parameters)
            yield from _range_faults(entry, item)
        case Matching() as item:
            yield from _placeholder_faults(entry, item, ())
            yield from _letter_faults(entry, item)
        case None:
            pass
        case item:
            yield from _placeholder_faults(entry, item, ())


def _problem_faults(entry: Entry[AnyItem], problems: Mapping[str, Entry[Problem]]) -> Iterator[Fault]:
    key = {"code": "id", "bug": "problem", "debug": "problem"}.get(str(entry.raw.get("kind")))
    name = None if key is None else entry.raw.get(key)
    if key is not None and isinstance(name, str):
        yield from _unknown_one(entry, (key,), name, "problem of the catalog", problems)
    project = entry.raw.get("project")
    if entry.raw.get("kind") == "debug" and isinstance(project, str):
        yield from _unknown_one(
            entry, ("project",), project, "project", project_names(package_folder("reference_impls"))
        )


def _section_faults(entry: Entry[AnyItem], problems: Mapping[str, Entry[Problem]]) -> Iterator[Fault]:
    section = _own_section(entry, problems)
    if section is not None and section not in (entry.file.value.get("section"), entry.section_of_folder):
        home = _FOLDERS.get(section)
        remedy = f"move it to {home}" if home else "sections are 0 to 23"
        yield entry.fault(("id",), f"belongs to section {section}", remedy)


def _own_section(entry: Entry[AnyItem], problems: Mapping[str, Entry[Problem]]) -> int | None:
    if entry.raw.get("kind") == "code":
        known = problems.get(entry.id or "")
        return known.value.section if known is not None and known.value is not None else None
    return int(entry.id[1:3]) if entry.id is not None and re.match(QUESTION_ID, entry.id) else None


def _range_faults(entry: Entry[AnyItem], item: Numeric) -> Iterator[Fault]:
    for name, parameter in item.parameters.items():
        match parameter:
            case ChooseFrom(choose=values):
                pass
            case IntegerBetween(integer=values) | RealBetween(real=values):
                low, high = values
                if not low <= high:
                    yield entry.fault(("parameters", name), f"the range {low} to {high} is empty", "swap the two ends")
                    continue
        if not all(-_LARGEST <= value <= _LARGEST for value in values):
            yield entry.fault(
                ("parameters", name), "holds a number that can't be used", f"give numbers of at most {_LARGEST:g}"
            )


_LARGEST = 1e100
"""Of a parameter: what is computed from larger ones has no number."""


def _letter_faults(entry: Entry[AnyItem], item: Matching) -> Iterator[Fault]:
    columns = next(iter(item.rows.values()))
    count = sum(len({cells[column] for cells in item.rows.values()}) for column in columns)
    if count > MOST_LETTERS:
        what = f"has {count} different values, more than there are letters"
        yield entry.fault(("rows",), what, f"keep to {MOST_LETTERS}: split the table in two")


def _cover_faults(entry: Entry[AnyItem], concepts: Mapping[str, Entry[Concept]]) -> Iterator[Fault]:
    named, covers = entry.names("concepts"), entry.raw.get("covers")
    first = concepts.get(named[0][1]) if named else None
    if first is None or first.value is None or not isinstance(covers, list):
        return
    points = first.value.points
    for position, index in enumerate(covers):
        if isinstance(index, int) and index >= points:
            what = f"{index} is out of range: {first.id} has {points} key points"
            yield entry.fault(("covers", position), what, f"give indices from 0 to {points - 1}")
        elif index in covers[:position]:
            yield entry.fault(("covers", position), f"{index} appears twice", "keep one of the two")


def _placeholder_faults(entry: Entry[AnyItem], item: AnyItem, declared: Collection[str]) -> Iterator[Fault]:
    for where, text in _texts(item):
        for name in placeholders(text):
            if name not in declared:
                remedy = nearest(name, declared, "declare it under `parameters`" if declared else "remove the braces")
                yield entry.fault(where, f"{{{{{name}}}}} isn't a parameter of this item", remedy)


def _texts(item: AnyItem) -> Iterator[tuple[Way, str]]:
    yield ("prompt",), item.prompt
    yield ("why",), item.why
    for position, hint in enumerate(item.hints):
        yield ("hints", position), hint
    if isinstance(item, Numeric):
        for position, wrong in enumerate(item.wrong):
            yield ("wrong", position, "why"), wrong.why


def _alias_faults(items: Mapping[str, Entry[AnyItem]]) -> Iterator[Fault]:
    taken: dict[str, str] = {}
    for identifier, entry in items.items():
        for position, alias in entry.names("aliases"):
            owner = alias if alias in items else taken.setdefault(alias, identifier)
            if owner != identifier or alias == identifier:
                remedy = "use only old ids that no item has now"
                yield entry.fault(("aliases", position), f"{alias} is already used by {owner}", remedy)


def _unknown(entry: AnyEntry, key: str, noun: str, known: Collection[str]) -> Iterator[Fault]:
    for position, name in entry.names(key):
        yield from _unknown_one(entry, (key, position), name, noun, known)


def _unknown_one(entry: AnyEntry, where: Way, name: str, noun: str, known: Collection[str]) -> Iterator[Fault]:
    """Where nothing is known the registry itself is at fault, which is said there."""
    if known and name not in known:
        yield entry.fault(
            where, f"{name} isn't a known {noun}", nearest(name, known, f"use the id of an existing {noun}")
        )
