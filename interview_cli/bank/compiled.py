"""The bank as one file that is read in a fraction of the time of the YAML; imports pydantic and the domain.

A compiled bank is only ever a copy. It is used when its first line fits the files as they are now and what follows, and
whatever else is the matter with it (absent, torn, from another version, in a folder that cannot be written) the YAML is
read instead. What follows: a line of JSON with the registries and the outlines of the items, then a line for each item.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from interview_cli.bank.collection import no_collection
from interview_cli.bank.folder import BankFile, BankFolder
from interview_cli.bank.outline import outline_of, outlined
from interview_cli.domain.items import question
from interview_cli.domain.items.question import Bank, Concept, CoreEntry, Problem

FORMAT = 3

Model = TypeVar("Model", Concept, Problem, CoreEntry)


def key(folders: Sequence[BankFolder], body: bytes | memoryview) -> bytes:
    """What tells a copy of these files with this body from any other: their paths, sizes and times, and our own rules."""
    digest = hashlib.sha256(f"format {FORMAT}".encode())
    for rules in (Path(question.__file__), *sorted(Path(__file__).parent.glob("*.py"))):
        status = rules.stat()
        digest.update(f"\n{rules.name} {status.st_size} {status.st_mtime_ns}".encode())
    for file in _files(folders):
        digest.update(f"\n{file.path}\0{file.size}\0{file.modified_ns}".encode())
    digest.update(b"\n")
    digest.update(body)
    return digest.hexdigest().encode()


def read_compiled(cache: Path, folders: Sequence[BankFolder]) -> Bank | None:
    """The compiled bank of these files as they are now, or None."""
    try:
        data = _path(cache, folders).read_bytes()
    except OSError:
        return None
    start = data.find(b"\n") + 1
    if data[: max(start - 1, 0)] != key(folders, memoryview(data)[start:]):
        return None
    with no_collection():
        return _bank(data, start)


def write_compiled(cache: Path, folders: Sequence[BankFolder], bank: Bank) -> None:
    """Put the bank into the cache folder, whole or not at all; does nothing where that is not possible."""
    path = _path(cache, folders)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    body = _body(bank)
    try:
        cache.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(key(folders, body) + b"\n" + body)
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink()


def _body(bank: Bank) -> bytes:
    texts = [item.model_dump_json(exclude_defaults=True).encode() for item in bank.items.values()]
    head = {
        "concepts": _columns(Concept, bank.concepts.values()),
        "problems": _columns(Problem, bank.problems.values()),
        "core": _columns(CoreEntry, bank.core),
        "outlines": [outline_of(item) for item in bank.items.values()],
        "lengths": [len(text) for text in texts],
    }
    return b"\n".join([json.dumps(head).encode(), *texts])


def _bank(data: bytes, start: int) -> Bank:
    """The bank in a file whose first line ends before `start`."""
    end = data.index(b"\n", start)
    head = json.loads(data[start:end])
    items = {}
    for outline, length in zip(head["outlines"], head["lengths"], strict=True):
        item = outlined(outline, data, slice(end + 1, end + 1 + length))
        items[item.id] = item
        end += 1 + length
    return Bank.model_construct(
        items=items,
        concepts={entry.id: entry for entry in _entries(Concept, head["concepts"])},
        problems={entry.id: entry for entry in _entries(Problem, head["problems"])},
        core=tuple(_entries(CoreEntry, head["core"])),
    )


def _columns(model: type[Model], entries: Iterable[Model]) -> list[list[object]]:
    """All values of a field together, in the order of the model's fields."""
    return [[getattr(entry, name) for entry in entries] for name in model.model_fields]


def _entries(model: type[Model], columns: Sequence[Sequence[Any]]) -> Iterator[Model]:
    """Entries as they were written, which were sound: put back as pickle does it, without another look."""
    names = tuple(model.model_fields)
    held = {"__pydantic_fields_set__": set(names), "__pydantic_extra__": None, "__pydantic_private__": None}
    for values in zip(*map(_immutable, columns), strict=True):
        entry = model.__new__(model)
        entry.__setstate__(held | {"__dict__": dict(zip(names, values, strict=True))})
        yield entry


def _immutable(column: Sequence[Any]) -> Sequence[Any]:
    """The column with tuples for lists, which JSON has instead."""
    return [tuple(value) for value in column] if column and isinstance(column[0], list) else column


def _path(cache: Path, folders: Sequence[BankFolder]) -> Path:
    """One file for each list of folders, so that using an overlay now and then does not undo the other's work."""
    names = "\0".join(str(folder.path.absolute()) for folder in folders)
    return cache / f"bank-{hashlib.sha256(names.encode()).hexdigest()[:16]}.json"


def _files(folders: Sequence[BankFolder]) -> Iterator[BankFile]:
    for each in folders:
        yield from each.files()
