"""The bank as one JSON file that is read in a fraction of the time of the YAML; imports pydantic and the domain.

A compiled bank is only ever a copy. It is used when its key equals that of the files as they are now, and whatever else
is the matter with it (absent, torn, from another version, in a folder that cannot be written) the YAML is read instead.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from pydantic import ValidationError

from interview_cli.bank.collection import no_collection
from interview_cli.bank.folder import BankFile, BankFolder
from interview_cli.domain import question
from interview_cli.domain.question import Bank

FORMAT = 1


def key(folders: Sequence[BankFolder]) -> str:
    """What the compiled bank was made from: every file's path, size and time, and the program's own rules."""
    digest = hashlib.sha256(f"format {FORMAT}".encode())
    for rules in (Path(question.__file__), *sorted(Path(__file__).parent.glob("*.py"))):
        status = rules.stat()
        digest.update(f"\n{rules.name} {status.st_size} {status.st_mtime_ns}".encode())
    for file in _files(folders):
        digest.update(f"\n{file.path}\0{file.size}\0{file.modified_ns}".encode())
    return digest.hexdigest()


def read_compiled(cache: Path, folders: Sequence[BankFolder]) -> Bank | None:
    """The compiled bank of these files as they are now, or None."""
    try:
        with _path(cache, folders).open("rb") as stream:
            if stream.readline().strip() != key(folders).encode():
                return None
            data = stream.read()
        with no_collection():
            return Bank.model_validate_json(data)
    except (OSError, ValidationError):
        return None


def write_compiled(cache: Path, folders: Sequence[BankFolder], bank: Bank) -> None:
    """Put the bank into the cache folder, whole or not at all; does nothing where that is not possible."""
    path = _path(cache, folders)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    data = bank.model_dump_json(exclude_defaults=True).encode()
    try:
        cache.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(key(folders).encode() + b"\n" + data)
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink()


def _path(cache: Path, folders: Sequence[BankFolder]) -> Path:
    """One file for each list of folders, so that using an overlay now and then does not undo the other's work."""
    names = "\0".join(str(folder.path.absolute()) for folder in folders)
    return cache / f"bank-{hashlib.sha256(names.encode()).hexdigest()[:16]}.json"


def _files(folders: Sequence[BankFolder]) -> Iterator[BankFile]:
    for each in folders:
        yield from each.files()
