"""Reads `rounds.yaml` of the bank's folders, and looks for faults in it; imports the domain and the bank."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import get_args

from pydantic import BaseModel

from interview_cli.bank.complaints import Complaint, complaints, describe
from interview_cli.bank.fault import Fault, nearest, spelled
from interview_cli.bank.folder import ROUNDS
from interview_cli.bank.yaml_file import YamlFile, read_yaml
from interview_cli.domain.errors import BankError
from interview_cli.domain.items.question import Bank, Design
from interview_cli.domain.rounds.blueprint import AnyPart, Blueprint, CodePart, DesignPart, ItemsPart, Pace, RisingPart
from interview_cli.services.mock.plan import admits, fits_part

_PARTS: dict[str, type[BaseModel]] = {
    get_args(model.model_fields["draw"].annotation)[0]: model for model in get_args(AnyPart)
}
_HINT = "question_bank/rounds.yaml shows the format"


def read_rounds(folders: Sequence[Path]) -> dict[str, Blueprint]:
    """The rounds by id, in the order of the files; a later folder's round takes the place of one with its id.

    Raises: BankError, one line a fault, each `file:line: field: what is wrong: what to do`.
    """
    found: dict[str, Blueprint] = {}
    faults: list[Fault] = []
    for folder in folders:
        path = folder / ROUNDS
        if path.exists():
            file = read_yaml(str(path))
            faults += file.faults
            for blueprint in _blueprints(file, faults):
                found[blueprint.id] = blueprint
    if not found and not faults:
        path = folders[0] / ROUNDS
        faults.append(Fault(str(path), 1, "file", "is missing", "add it: mock interviews need it"))
    if faults:
        raise BankError("\n".join(str(fault) for fault in sorted(set(faults))), hint=_HINT)
    return found


def round_faults(rounds: Mapping[str, Blueprint], bank: Bank, landed: frozenset[str]) -> Iterator[str]:
    """What in the rounds does not fit the bank, a line each: names that it lacks, and parts that it cannot fill."""
    for blueprint in rounds.values():
        for concept in blueprint.concepts:
            if concept not in bank.concepts:
                yield f"rounds.yaml: {blueprint.id}.concepts: there's no concept {concept}"
        for part in blueprint.parts:
            for complaint in _part_faults(part, bank, landed):
                yield f"rounds.yaml: {blueprint.id}.{part.name}: {complaint}"


def _part_faults(part: AnyPart, bank: Bank, landed: frozenset[str]) -> Iterator[str]:
    match part:
        case ItemsPart() | RisingPart():
            yield from (f"there's no concept {name}" for name in part.pool.concepts if name not in bank.concepts)
            found = sum(admits(part.pool, bank, item) for item in bank.items.values())
            if found < part.count_at(Pace.FULL):
                yield f"{found} items match, but {part.count_at(Pace.FULL)} are needed"
        case CodePart():
            if not any(fits_part(part, item, bank, landed) for item in bank.items.values()):
                yield f"there's no {part.problems} problem that can be graded"
        case DesignPart():
            yield from _brief_faults(part, bank)
        case _:
            return


def _brief_faults(part: DesignPart, bank: Bank) -> Iterator[str]:
    for brief in part.briefs:
        item = bank.items.get(brief.design)
        if not isinstance(item, Design):
            yield f"brief {brief.id}: {brief.design} isn't a design item"
            continue
        phases = {phase.name for phase in item.phases}
        yield from (f"brief {brief.id}: {name} isn't a phase of {item.id}" for name in brief.adds if name not in phases)


def _blueprints(file: YamlFile, faults: list[Fault]) -> Iterator[Blueprint]:
    value = file.value
    if value is None and file.faults:
        return
    if not isinstance(value, dict) or set(value) != {"rounds"} or not isinstance(value["rounds"], list):
        what = f"is {describe(value)}" if not isinstance(value, dict) else "isn't a list under `rounds`"
        faults.append(file.fault((), "file", what, "start with `rounds:`, and `- id:` for each"))
        return
    for position, raw in enumerate(value["rounds"]):
        found = _complaints(raw)
        for complaint in found:
            where = ("rounds", position, *complaint.where)
            faults.append(file.fault(where, spelled(where), complaint.what, complaint.remedy))
        if not found:
            yield Blueprint.model_validate(raw)


def _complaints(raw: object) -> list[Complaint]:
    """What is wrong with a round; a part is judged by its `draw`, so that its own fields are named."""
    if not isinstance(raw, dict):
        return [Complaint((), f"is {describe(raw)}, not a mapping", "write `- id: …` with its keys below")]
    found: list[Complaint] = []
    parts = raw.get("parts")
    for position, part in enumerate(parts if isinstance(parts, list) else []):
        draw = part.get("draw") if isinstance(part, dict) else None
        if not isinstance(draw, str) or draw not in _PARTS:
            remedy = nearest(str(draw), _PARTS, f"choose one of {', '.join(_PARTS)}")
            found.append(Complaint(("parts", position, "draw"), f"is {describe(draw)}, which draws nothing", remedy))
            continue
        inside = complaints(_PARTS[draw], part)
        found += [Complaint(("parts", position, *each.where), each.what, each.remedy) for each in inside]
    return found or complaints(Blueprint, raw)
