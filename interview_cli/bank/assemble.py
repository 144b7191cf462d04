"""Puts the bank together from its YAML files, or says all that is wrong with them; imports the domain and the bank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from pydantic import BaseModel

from interview_cli.bank.fault import Fault
from interview_cli.bank.folder import CATALOG, CONCEPTS, NIGHT_BEFORE, REGISTRIES, BankFolder
from interview_cli.bank.references import Entries, reference_faults
from interview_cli.bank.section_file import Entry, Read, read_registry, read_section
from interview_cli.domain.errors import BankError
from interview_cli.domain.items.question import AnyItem, Bank, Concept, CoreEntry, Problem

Model = TypeVar("Model", bound=BaseModel)
Value = TypeVar("Value")


def assemble(folders: Sequence[BankFolder]) -> Bank:
    """The bank of the first folder with the others laid over it.

    Raises: BankError with all faults, in the order of files and lines.
    """
    faults = [*_missing_registries(folders[0]), *(fault for folder in folders for fault in folder.faults)]
    layers = [[read_section(file) for file in folder.section_files] for folder in folders]
    items = _merged_items([_entries(layer, faults) for layer in layers], faults)
    entries = Entries(
        items=items,
        concepts=_registry(folders, CONCEPTS, "concepts", Concept, faults),
        problems=_registry(folders, CATALOG, "problems", Problem, faults),
        core=_registry(folders, NIGHT_BEFORE, "entries", CoreEntry, faults),
        known_items=items if all(read.readable for layer in layers for read in layer) else (),
    )
    faults += reference_faults(entries)
    if faults:
        lines = "\n".join(str(fault) for fault in sorted(set(faults)))
        raise BankError(lines, hint="for the format, see question_bank/README.md")
    return Bank.model_construct(
        items=_values(entries.items),
        concepts=_values(entries.concepts),
        problems=_values(entries.problems),
        core=tuple(_values(entries.core).values()),
    )


def entry_places(folders: Sequence[BankFolder]) -> dict[str, str]:
    """`file:line` of each problem of the catalogue and each item, which has its problem's id; the last folder counts."""
    found: dict[str, str] = {}
    for folder in folders:
        if CATALOG in folder.registries:
            found |= _places(read_registry(folder.registries[CATALOG].path, "problems", Problem))
        for file in folder.section_files:
            found |= _places(read_section(file))
    return found


def _places(read: Read[Value]) -> dict[str, str]:
    faults = {entry.id: entry.fault(("id",), "", "") for entry in read.entries if entry.id is not None}
    return {identifier: f"{fault.file}:{fault.line}" for identifier, fault in faults.items()}


def _missing_registries(folder: BankFolder) -> Iterator[Fault]:
    if folder.registries or not folder.faults:
        for name in REGISTRIES:
            if name not in folder.registries:
                path = str(folder.path / name)
                yield Fault(path, 1, "file", "is missing", "add it: only an overlay can leave it out")


def _registry(
    folders: Iterable[BankFolder], name: str, key: str, model: type[Model], faults: list[Fault]
) -> dict[str, Entry[Model]]:
    read = [read_registry(folder.registries[name].path, key, model) for folder in folders if name in folder.registries]
    return _merged(_entries(read, faults), faults)


def _entries(read: Iterable[Read[Value]], faults: list[Fault]) -> list[Entry[Value]]:
    """The entries of several files; their faults are added to the list."""
    entries: list[Entry[Value]] = []
    for each in read:
        entries += each.entries
        faults += each.faults
    return entries


def _merged(entries: Iterable[Entry[Value]], faults: list[Fault]) -> dict[str, Entry[Value]]:
    """By id; a second one is a fault."""
    merged: dict[str, Entry[Value]] = {}
    for entry in entries:
        if entry.id is not None and entry.id in merged:
            faults.append(_taken(entry, merged[entry.id], "keep one of the two, or give one another id"))
        elif entry.id is not None:
            merged[entry.id] = entry
    return merged


def _merged_items(layers: Iterable[Iterable[Entry[AnyItem]]], faults: list[Fault]) -> dict[str, Entry[AnyItem]]:
    """By id; an overlay's item that says so takes the place of the one below it."""
    merged: dict[str, Entry[AnyItem]] = {}
    for layer in layers:
        for identifier, entry in _merged(layer, faults).items():
            below = merged.get(identifier)
            replaces = entry.value is not None and entry.value.replaces
            if below is None and replaces:
                what = "there's no item with this id to replace"
                faults.append(entry.fault(("replaces",), what, "remove `replaces`, or correct the id"))
            if below is not None and entry.value is not None and not replaces:
                faults.append(_taken(entry, below, "add `replaces: true`, or give it another id"))
            merged[identifier] = entry
    return merged


def _taken(entry: Entry[Value], by: Entry[Value], remedy: str) -> Fault:
    place = by.fault(("id",), "", "")
    return entry.fault(("id",), f"is taken, in {place.file}:{place.line}", remedy)


def _values(entries: Mapping[str, Entry[Value]]) -> dict[str, Value]:
    return {identifier: entry.value for identifier, entry in entries.items() if entry.value is not None}
