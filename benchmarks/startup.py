"""How long a person waits for `--help` and for the first question of a drill."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.synthetic import START, events, overlay
from benchmarks.timing import INTERVIEW, PYTHON, alternating, ratio_line

LIBRARIES = "import typer, rich, prompt_toolkit, pydantic, sqlite3"


def lines(repeat: int = 9) -> Iterator[str]:
    """One line for each measurement."""
    own, base = alternating([INTERVIEW, "--help"], [PYTHON, "-c", "import typer"], repeat)
    yield ratio_line("interview --help", own, base, "import typer", 1.5)
    with tempfile.TemporaryDirectory() as folder:
        home, bank = filled(Path(folder), 2000, 20_000)
        command = [INTERVIEW, "--home", str(home), "--bank", str(bank), "drill", "--count", "10"]
        alternating(command, command, 1)  # the compiled bank is written once
        own, base = alternating(command, [PYTHON, "-c", LIBRARIES], repeat)
    yield ratio_line("drill to its first question, 2k items", own, base, "import of its libraries", 1.6)


def filled(folder: Path, items: int, count: int) -> tuple[Path, Path]:
    """A home whose log holds so many events, and the overlay that brings the bank to so many items."""
    home, bank = folder / "home", folder / "bank"
    overlay(bank, items)
    _fill(home, bank, count)
    return home, bank


def _fill(home: Path, overlay_folder: Path, count: int) -> None:
    from interview_cli.bank.load import load, packaged_bank
    from interview_cli.store.events import open_log

    home.mkdir()
    bank = load([packaged_bank(), overlay_folder], None)

    class Clock:
        zone = START.tzinfo

        def now(self) -> object:
            return START

    with open_log(home / "reviews.db", Clock()) as log:  # type: ignore[arg-type]
        log.append(*events(bank, count))
