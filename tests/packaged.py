"""The bank that comes with the program, read once by each worker."""

from __future__ import annotations

import atexit
import functools
import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from interview_cli.bank.compiled import write_compiled
from interview_cli.bank.folder import scan
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
    for compiled in _compiled().iterdir():
        os.link(compiled, cache / compiled.name)
    return home


@functools.cache
def overlay() -> Path:
    """A folder for what is laid over the bank and holds no questions, such as rounds; of later homes the bank is compiled
    with it, too.
    """
    folder = _compiled().with_suffix(".overlay")
    folder.mkdir()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _compile([packaged_bank(), folder])
    return folder


@functools.cache
def _compiled() -> Path:
    """The folder of the compiled banks of this worker."""
    _compile([packaged_bank()])
    return Path(_cache().name)


@functools.cache
def _cache() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory()


def _compile(folders: Sequence[Path]) -> None:
    """Of folders that hold the packaged bank and no other questions: the YAML is not read once more."""
    write_compiled(Path(_cache().name), [scan(folder) for folder in folders], packaged())
