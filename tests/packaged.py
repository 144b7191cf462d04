"""The bank that comes with the program, read once by each worker."""

from __future__ import annotations

import atexit
import functools
import os
import shutil
import tempfile
from pathlib import Path

from interview_cli.bank.load import load, packaged_bank
from interview_cli.domain.items.question import Bank


@functools.cache
def packaged() -> Bank:
    """All of it, from YAML: nobody changes it."""
    return load([packaged_bank()], None)


def used_home(home: Path) -> Path:
    """A home in which the program has run once: to compile the bank takes longer than most tests that run a command."""
    cache = home / "cache"
    cache.mkdir(parents=True)
    for folder in (home, cache):
        folder.chmod(0o700)
    for compiled in Path(_compiled().name).iterdir():
        os.link(compiled, cache / compiled.name)
    return home


@functools.cache
def overlay() -> Path:
    """A folder for what is laid over the bank and holds no questions, such as rounds; of later homes the bank is compiled
    with it, too.
    """
    folder = Path(_compiled().name).with_suffix(".overlay")
    folder.mkdir()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    load([packaged_bank(), folder], Path(_compiled().name))
    return folder


@functools.cache
def _compiled() -> tempfile.TemporaryDirectory[str]:
    folder = tempfile.TemporaryDirectory()
    load([packaged_bank()], Path(folder.name))
    return folder
