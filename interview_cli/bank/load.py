"""Reads the question bank: the packaged folder and the user's overlays; imports the domain and the bank.

Everything that is wrong in any file is said at once. The YAML is read only where no compiled copy is current.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from interview_cli.bank import compiled
from interview_cli.bank.collection import no_collection
from interview_cli.bank.folder import BankFolder, scan
from interview_cli.bank.packages import package_folder
from interview_cli.domain.items.question import Bank


def packaged_bank() -> Path:
    """The folder of the bank that comes with the program."""
    return package_folder("question_bank")


def load(folders: Sequence[Path], cache: Path | None) -> Bank:
    """The bank of the first folder with the others laid over it, in order.

    `cache` is a folder for the compiled copy, None for none.
    Raises: BankError, one line a fault, each `file:line: field: what is wrong: what to do`.
    """
    scanned = [scan(path) for path in folders]
    usable = cache if not any(folder.faults for folder in scanned) else None
    if usable is None:
        return _from_yaml(scanned)
    bank = compiled.read_compiled(usable, scanned)
    if bank is None:
        bank = _from_yaml(scanned)
        compiled.write_compiled(usable, scanned, bank)
    return bank


def places(folders: Sequence[Path]) -> dict[str, str]:
    """`file:line` of each item and problem by id, for faults that are found after loading."""
    from interview_cli.bank.assemble import entry_places

    return entry_places([scan(path) for path in folders])


def _from_yaml(folders: Sequence[BankFolder]) -> Bank:
    from interview_cli.bank.assemble import assemble  # importing yaml takes longer than reading the compiled copy

    with no_collection():
        return assemble(folders)
