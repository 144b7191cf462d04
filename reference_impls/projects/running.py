"""A project's files as modules, and the checks that judge them. Imports torch and the standard library only."""

from __future__ import annotations

import contextlib
import importlib
import io
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

import torch

from reference_impls.problem import Broken
from reference_impls.projects import index


class Project:
    """The modules of a project, run anew from its files, which import each other by their bare names.

    Raises, when built: whatever the files raise when they are imported (SyntaxError, ImportError, ...).
    """

    def __init__(self, sources: Mapping[str, str]) -> None:
        files = _Files({name.removesuffix(".py"): text for name, text in sources.items() if name.endswith(".py")})
        with _importable(files):
            self._modules = {name: importlib.import_module(name) for name in files.texts}

    def module(self, name: str) -> Any:
        """A module by its bare name, `model`. Raises: Broken if there is no such file."""
        if name not in self._modules:
            raise Broken(f"{name}.py is missing", "missing")
        return self._modules[name]


@dataclass(frozen=True, slots=True)
class Check:
    """What must hold for a project, however it is written: `run` raises Broken, or anything else, where it does not.

    `trains`: it runs the training, which takes a second or two; all others take milliseconds.
    """

    name: str
    run: Callable[[Project], None]
    trains: bool = False


def failing(project: Project, checks: Sequence[Check]) -> dict[str, str]:
    """Why each check that does not hold fails, by its name, in order. What the project prints is dropped."""
    found = {}
    for check in checks:
        try:
            with quiet(seed=0):
                check.run(project)
        except Broken as broken:
            found[check.name] = broken.message
        except (Exception, SystemExit) as error:  # a project may raise anything; that is then what is wrong with it
            found[check.name] = f"{type(error).__name__}: {error}"
    return found


@contextlib.contextmanager
def quiet(seed: int) -> Iterator[None]:
    """One thread, a seed, and nothing printed; the state of torch is put back."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        with torch.random.fork_rng(devices=[]), contextlib.redirect_stdout(io.StringIO()):
            torch.manual_seed(seed)
            yield
    finally:
        torch.set_num_threads(threads)


@contextlib.contextmanager
def with_constant(module: Any, name: str, value: Any) -> Iterator[None]:
    """While a check runs, a constant of a project's module has this value; a module without it is left alone."""
    before = getattr(module, name, None)
    if before is not None:
        setattr(module, name, value)
    try:
        yield
    finally:
        if before is not None:
            setattr(module, name, before)


def checks_of(name: str) -> Sequence[Check]:
    """The checks of a project, quick ones first. Raises: KeyError if there is no such project."""
    checks: Sequence[Check] = judging_of(name).CHECKS
    return checks


def judging_of(name: str) -> Any:
    """The module that judges a project: CHECKS, and `measure(project, seed)`. Raises: KeyError as above."""
    return importlib.import_module(f"reference_impls.projects.{index.folder_of(name).name}.judging")


class _Files(MetaPathFinder, Loader):
    """Finds the modules of a project in its texts."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> ModuleSpec | None:  # noqa: ARG002
        return ModuleSpec(fullname, self, origin=f"{fullname}.py") if fullname in self.texts else None

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self.texts[module.__name__], f"{module.__name__}.py", "exec"), module.__dict__)


@contextlib.contextmanager
def _importable(files: _Files) -> Iterator[None]:
    """While the files are run, their names mean them; afterwards whatever they meant before."""
    before = {name: sys.modules.pop(name) for name in files.texts if name in sys.modules}
    sys.meta_path.insert(0, files)
    try:
        yield
    finally:
        sys.meta_path.remove(files)
        for name in files.texts:
            sys.modules.pop(name, None)
        sys.modules.update(before)
