"""Reads `reading.yaml` of the bank's folders: what to read on each section; imports pydantic, the domain and the bank."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from interview_cli.bank.complaints import README, Complaint, complaints, describe
from interview_cli.bank.fault import Fault, spelled
from interview_cli.bank.folder import READING
from interview_cli.bank.yaml_file import YamlFile, read_yaml
from interview_cli.domain.errors import BankError
from interview_cli.domain.items.guide import SECTIONS
from interview_cli.domain.items.question import Text

_ADDRESS = r"^https://[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)+(/[^\s()<>\[\]\"'`\\]*)?$"
_HINT = "question_bank/reading.yaml shows the format"
_REMEDIES = {"url": "write it as https://host.org/path, or leave it out", "sections": "name each of them once"}

Section = Annotated[int, Field(ge=1, le=23)]
Kind = Literal["paper", "course", "blog", "book", "repo", "docs", "site"]


class Resource(BaseModel):
    """Something to read, watch or browse; the first of `sections` is the one that it is mostly about."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    title: Text
    authors: Text
    kind: Kind
    url: Annotated[str, Field(pattern=_ADDRESS)] | None = None
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    note: Text | None = None

    @field_validator("sections")
    @classmethod
    def _once(cls, sections: tuple[int, ...]) -> tuple[int, ...]:
        if len(set(sections)) < len(sections):
            raise ValueError("lists a section twice")
        return sections


def read_reading(folders: Sequence[Path]) -> tuple[Resource, ...]:
    """The resources in the order of the files; a later folder's takes the place of one with its title.

    A folder may go without the file. Raises: BankError, one line a fault, each `file:line: field: what is wrong: what
    to do`.
    """
    found: dict[str, Resource] = {}
    faults: list[Fault] = []
    for path in (folder / READING for folder in folders):
        if path.exists():
            file = read_yaml(str(path))
            faults += file.faults
            found |= {resource.title: resource for resource in _resources(file, faults)}
    if faults:
        raise BankError("\n".join(str(fault) for fault in sorted(set(faults))), hint=_HINT)
    return tuple(found.values())


def reading_faults(resources: Iterable[Resource]) -> Iterator[str]:
    """What the list lacks, a line each: every section of the guide but its framing has something to read."""
    covered = {section for resource in resources for section in resource.sections}
    for section in SECTIONS[1:]:
        if section.number not in covered:
            yield f"{READING}: sections: no resource covers section {section.number}, {section.slug}: add one"


def _resources(file: YamlFile, faults: list[Fault]) -> Iterator[Resource]:
    """The sound entries of a file; what is wrong with the others is added to the faults."""
    value = file.value
    if value is None and file.faults:
        return
    if not isinstance(value, dict) or set(value) != {"resources"} or not isinstance(value["resources"], list):
        what = f"is {describe(value)}" if not isinstance(value, dict) else "isn't a list under `resources`"
        faults.append(file.fault((), "file", what, "start with `resources:`, and `- title:` for each"))
        return
    titles: Counter[str] = Counter()
    for position, raw in enumerate(value["resources"]):
        complained = complaints(Resource, raw)
        for complaint in complained:
            faults.append(_fault(file, position, complaint))
        if not complained:
            resource = Resource.model_validate(raw)
            titles[resource.title] += 1
            if titles[resource.title] > 1:
                faults.append(_fault(file, position, Complaint(("title",), "appears twice", "keep one of the two")))
            yield resource


def _fault(file: YamlFile, position: int, complaint: Complaint) -> Fault:
    where = ("resources", position, *complaint.where)
    field = str(complaint.where[-1]) if complaint.where else ""
    remedy = _REMEDIES.get(field, _HINT) if complaint.remedy == README else complaint.remedy
    return file.fault(where, spelled(where), complaint.what, remedy)
