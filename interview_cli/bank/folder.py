"""Which files a bank folder holds; imports the standard library and the domain only.

A bank is a folder with `concepts.yaml`, `catalog.yaml`, `night_before.yaml` and, for each section of the guide, a
folder such as `07-transformers` with files by topic. In an overlay, of the same shape, everything is optional.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from interview_cli.bank.fault import Fault, nearest
from interview_cli.domain.items.guide import SECTIONS

CONCEPTS, CATALOG, NIGHT_BEFORE = "concepts.yaml", "catalog.yaml", "night_before.yaml"
ROUNDS, READING = "rounds.yaml", "reading.yaml"  # read by the commands that need them
REGISTRIES = (CONCEPTS, CATALOG, NIGHT_BEFORE)
SECTION_FOLDERS = {f"{section.number:02}-{section.slug}": section.number for section in SECTIONS}


class BankFile(NamedTuple):
    """A file, with the section of its folder (None for a registry) and what tells one version of it from another."""

    path: str
    section: int | None
    size: int
    modified_ns: int


class BankFolder(NamedTuple):
    """What one folder holds: registries by name, section files in the order of their paths, and misplaced files."""

    path: Path
    registries: dict[str, BankFile]
    section_files: tuple[BankFile, ...]
    faults: tuple[Fault, ...]

    def files(self) -> Iterator[BankFile]:
        """All files that are read."""
        yield from self.registries.values()
        yield from self.section_files


def scan(path: Path) -> BankFolder:
    """The bank files of a folder; a YAML file that would never be read is a fault, and so is an absent folder."""
    registries: dict[str, BankFile] = {}
    section_files: list[BankFile] = []
    faults: list[Fault] = []
    try:
        entries = _sorted_entries(path)
    except OSError as error:
        absent = Fault(str(path), 1, "folder", f"can't be read ({error.strerror})", "give a folder with bank files")
        return BankFolder(path, {}, (), (absent,))
    for entry in entries:
        if entry.name in REGISTRIES:
            registries[entry.name] = _bank_file(entry, None)
        elif entry.name in SECTION_FOLDERS and entry.is_dir():
            for inner in _sorted_entries(entry):
                if inner.name.endswith(".yaml"):
                    section_files.append(_bank_file(inner, SECTION_FOLDERS[entry.name]))
                elif inner.name.endswith(".yml"):
                    faults.append(_misplaced(inner.path, "isn't read", f"rename it to {inner.name[:-4]}.yaml"))
        else:
            faults.extend(_misplaced_files(entry))
    return BankFolder(path, registries, tuple(section_files), tuple(faults))


def _sorted_entries(path: os.PathLike[str]) -> list[os.DirEntry[str]]:
    with os.scandir(path) as entries:
        return sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)


def _bank_file(entry: os.DirEntry[str], section: int | None) -> BankFile:
    try:
        status = entry.stat()
    except OSError:  # a link to nowhere: reading it says so
        return BankFile(entry.path, section, -1, -1)
    return BankFile(entry.path, section, status.st_size, status.st_mtime_ns)


def _misplaced_files(entry: os.DirEntry[str]) -> Iterator[Fault]:
    if _is_yaml(entry) and entry.name not in (ROUNDS, READING):
        in_sections = "move it into a section's folder such as 07-transformers"
        near = {name.removesuffix(".yaml") for name in REGISTRIES}
        stem = entry.name.rpartition(".")[0]
        yield _misplaced(entry.path, "isn't read here", nearest(stem, near, in_sections))
    elif entry.is_dir() and any(_is_yaml(inner) for inner in _sorted_entries(entry)):
        of_number = [folder for folder in SECTION_FOLDERS if folder[:3] == entry.name[:3]]
        slugs = f"name it {of_number[0] if of_number else 'as the guide does, such as 07-transformers'}"
        yield _misplaced(entry.path, "isn't a section's folder", nearest(entry.name, SECTION_FOLDERS, slugs))


def _is_yaml(entry: os.DirEntry[str]) -> bool:
    return entry.name.endswith((".yaml", ".yml"))


def _misplaced(path: str, what: str, remedy: str) -> Fault:
    return Fault(path, 1, "name", what, remedy)
