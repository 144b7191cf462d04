"""Entries of bank files: items, concepts, problems, core entries; imports pydantic, the domain and the bank.

An entry whose content is faulty is still an entry: what refers to it by id is not at fault as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from interview_cli.bank.complaints import Complaint, complaints, describe
from interview_cli.bank.fault import Fault, Way, nearest, spelled
from interview_cli.bank.folder import SECTION_FOLDERS, BankFile
from interview_cli.bank.yaml_file import YamlFile, read_yaml
from interview_cli.domain.items.question import KINDS, MODELS, AnyItem, Item

Model = TypeVar("Model", bound=BaseModel)
Value = TypeVar("Value", covariant=True)

_ITEM: TypeAdapter[AnyItem] = TypeAdapter(Item)
_FOLDERS = {number: name for name, number in SECTION_FOLDERS.items()}


@dataclass(frozen=True, slots=True)
class Entry(Generic[Value]):
    """One entry of a file: its keys as written, its value if it is sound, and where it stands."""

    raw: Mapping[object, object]
    value: Value | None
    file: YamlFile
    way: Way
    section_of_folder: int | None = None

    @property
    def id(self) -> str | None:
        """The id as written."""
        identifier = self.raw.get("id")
        return identifier if isinstance(identifier, str) else None

    def names(self, key: str) -> list[tuple[int, str]]:
        """The texts in the list under this key, with their positions."""
        listed = self.raw.get(key)
        return [each for each in enumerate(listed) if isinstance(each[1], str)] if isinstance(listed, list) else []

    def fault(self, where: Way, what: str, remedy: str) -> Fault:
        """A fault of this entry, at a place inside it."""
        name = spelled(self.way) if self.id is None else self.id
        field = f"{name}.{spelled(where)}" if where else name
        return self.file.fault(self.way + where, field, what, remedy)


@dataclass(frozen=True, slots=True)
class Read(Generic[Value]):
    """What a file gave; `readable` is false if it may hold entries that are not here."""

    entries: tuple[Entry[Value], ...]
    faults: tuple[Fault, ...]
    readable: bool


def read_registry(path: str, key: str, model: type[Model]) -> Read[Model]:
    """The entries of a file that holds one list, under `key`."""
    file = read_yaml(path)
    faults = [*file.faults, *_faults_at_top(file, (key,))]
    entries: list[Entry[Model]] = []
    for position, raw in enumerate(_list(file, key)):
        found = complaints(model, raw)
        value = None if found else model.model_validate(raw)
        entry = Entry(_keys(raw), value, file, (key, position))
        entries.append(entry)
        faults += _entry_faults(entry, found)
    return Read(tuple(entries), tuple(faults), readable=isinstance(file.value, dict))


def read_section(bank_file: BankFile) -> Read[AnyItem]:
    """The items of a section file."""
    file = read_yaml(bank_file.path)
    faults = [*file.faults, *_faults_at_top(file, ("section", "items")), *_section_faults(file, bank_file.section)]
    entries: list[Entry[AnyItem]] = []
    for position, raw in enumerate(_list(file, "items")):
        value, found = _item(raw)
        entry: Entry[AnyItem] = Entry(_keys(raw), value, file, ("items", position), bank_file.section)
        entries.append(entry)
        faults += _entry_faults(entry, found)
    return Read(tuple(entries), tuple(faults), readable=isinstance(file.value, dict))


def _item(raw: object) -> tuple[AnyItem | None, list[Complaint]]:
    try:
        return _ITEM.validate_python(raw), []
    except ValidationError:
        return None, _item_complaints(raw)


def _item_complaints(raw: object) -> list[Complaint]:
    if not isinstance(raw, dict):
        return [Complaint((), f"is {describe(raw)}, not a mapping", "write `- id: …` with its keys below")]
    kind = raw.get("kind")
    if kind is None:
        return [Complaint((), "has no kind", f"add `kind:`, one of {', '.join(KINDS)}")]
    if not isinstance(kind, str) or kind not in MODELS:
        remedy = nearest(str(kind), KINDS, f"choose one of {', '.join(KINDS)}")
        return [Complaint(("kind",), f"is {describe(kind)}, which isn't a kind of item", remedy)]
    return complaints(MODELS[kind], raw)


def _entry_faults(entry: Entry[Value], found: Sequence[Complaint]) -> Iterator[Fault]:
    for complaint in found:
        yield entry.fault(complaint.where, complaint.what, complaint.remedy)


def _faults_at_top(file: YamlFile, keys: tuple[str, ...]) -> Iterator[Fault]:
    if file.faults and file.value is None:
        return
    remedy = "start with " + " and ".join(f"`{key}:`" for key in keys)
    if file.value is None:
        yield file.fault((), "file", "is empty", remedy)
        return
    if not isinstance(file.value, dict):
        yield file.fault((), "file", f"is {describe(file.value)}, not a mapping", remedy)
        return
    for key in file.value:
        if key not in keys:
            yield file.fault((key,), str(key), "isn't a known key", nearest(str(key), keys, "remove it"))
    for key in keys:
        if key not in file.value:
            yield file.fault((), key, "is missing", "add it at the top of the file")
    last = keys[-1]
    if last in file.value and not isinstance(file.value[last], list):
        yield file.fault((last,), last, f"is {describe(file.value[last])}, not a list", "write one `- ` for each entry")


def _section_faults(file: YamlFile, folder_section: int | None) -> Iterator[Fault]:
    if not isinstance(file.value, dict) or "section" not in file.value:
        return
    section = file.value["section"]
    if not isinstance(section, int) or isinstance(section, bool) or section not in _FOLDERS:
        what = f"is {describe(section)}, not a section"
        yield file.fault(("section",), "section", what, "give a number from 0 to 23")
    elif section != folder_section:
        remedy = f"move the file to {_FOLDERS[section]}, or correct the number"
        yield file.fault(("section",), "section", f"is {section}, but the folder is section {folder_section}", remedy)


def _list(file: YamlFile, key: str) -> list[object]:
    value = file.value.get(key) if isinstance(file.value, dict) else None
    return value if isinstance(value, list) else []


def _keys(raw: object) -> Mapping[object, object]:
    return raw if isinstance(raw, dict) else {}
