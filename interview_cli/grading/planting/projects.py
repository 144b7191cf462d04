"""Projects of several files: mistakes planted in them, and their checks run in the candidate's process. Imports torch.

The checks call the project's own functions and look at its objects, so they run beside it, confined as it is. Its files
cannot read ours: the text of the checks is sent along.
"""

from __future__ import annotations

import ast
import itertools
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

from interview_cli.domain.items.verdict import CheckResult, CheckStatus, Outcome, Verdict
from interview_cli.domain.plantings.kinds import BugKind
from interview_cli.domain.plantings.planting import Mistake, Planting, standing_by_checks
from interview_cli.grading.candidate.source.parsing import TOO_DEEP
from interview_cli.grading.judge.raised import CandidateError
from interview_cli.grading.judge.remote_world import RemoteWorld
from interview_cli.grading.judge.text import MAX_TEXT, one_line, readable
from interview_cli.grading.judge.worker import Stopped, Worker
from interview_cli.grading.planting.compose import NoPlanting, changed_lines, function_at
from interview_cli.grading.wire.frames import ProtocolError
from reference_impls import index as problems
from reference_impls.projects import index
from reference_impls.projects.running import Check, Project, checks_of, failing
from reference_impls.projects.slips import ProjectSlip, Sources, planted, read_project_slips

CPU_SECONDS, QUICK_CPU_SECONDS = 60.0, 12.0
"""In all, and before the training: quick checks take a second, and nobody waits a minute to hear of an endless loop."""
MOST_TRIED = 40
MODULES = ("reference_impls.problem", "reference_impls.projects.index", "reference_impls.projects.running")
"""What the checks import of ours."""
KINDS = {"off-by-one": BugKind.OFF_BY_ONE}
"""Kinds that projects spell otherwise."""
ENTRY = "failing_checks"


# --- planting


def project_planting(name: str, bugs: int, seed: int) -> Planting:
    """A project with so many mistakes. Raises: NoPlanting, KeyError."""
    sources, rng = index.sources(name), Random(f"{name} {seed} {bugs}")
    slips = list(read_project_slips(index.folder_of(name)))
    rng.shuffle(slips)
    failed = Failed(sources, [check for check in checks_of(name) if not check.trains])
    told_apart = (several for several in _likely(slips, bugs) if each_fails_something_else(several, failed))
    for several in itertools.islice(told_apart, MOST_TRIED):
        if fail_together_what_they_fail_alone(several, failed):
            return _planting(name, seed, several, failed)
    raise NoPlanting(name, bugs - 1)


class Failed:
    """The quick checks that a project with these mistakes fails; none where it does not even run. Each set is run once."""

    def __init__(self, sources: Sources, quick: Sequence[Check]) -> None:
        self.sources, self._quick = sources, quick
        self._found: dict[frozenset[str], frozenset[str]] = {}

    def __call__(self, *slips: ProjectSlip) -> frozenset[str]:
        names = frozenset(slip.name for slip in slips)
        if names not in self._found:
            self._found[names] = self._run(slips)
        return self._found[names]

    def _run(self, slips: Sequence[ProjectSlip]) -> frozenset[str]:
        try:
            return frozenset(failing(Project(planted(slips, self.sources)), self._quick))
        except Exception:  # two mistakes at one place, or files that cannot be imported
            return frozenset()


def _likely(slips: Sequence[ProjectSlip], bugs: int) -> Iterator[tuple[ProjectSlip, ...]]:
    """Sets in the order given; those of all different kinds first."""
    sets = list(itertools.islice(itertools.combinations(slips, bugs), 20_000))
    yield from (several for several in sets if len({slip.kind for slip in several}) == bugs)
    yield from (several for several in sets if len({slip.kind for slip in several}) < bugs)


def each_fails_something_else(slips: Sequence[ProjectSlip], failed: Failed) -> bool:
    """Whether each fails a check that none of the others fails: without one, nothing tells that it is repaired."""
    alone = [failed(slip) for slip in slips]
    return all(own - _union(alone[:place] + alone[place + 1 :]) for place, own in enumerate(alone))


def fail_together_what_they_fail_alone(slips: Sequence[ProjectSlip], failed: Failed) -> bool:
    """Whether every set of them fails what each of it fails alone, no more and no less."""
    return all(
        failed(*some) == _union([failed(slip) for slip in some])
        for size in range(2, len(slips) + 1)
        for some in itertools.combinations(slips, size)
    )


def _union(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*sets)


def _planting(name: str, seed: int, slips: Sequence[ProjectSlip], failed: Failed) -> Planting:
    sources = failed.sources
    files, order = planted(slips, sources), [check.name for check in checks_of(name)]
    mistakes = []
    for slip in slips:
        without = planted([other for other in slips if other is not slip], sources)
        line, wrong, right = changed_lines(files[slip.file], without[slip.file])
        mistakes.append(
            Mistake(
                name=slip.name,
                kind=(KINDS.get(slip.kind) or BugKind(slip.kind)).value,
                file=slip.file,
                line=line,
                function=function_at(files[slip.file], line),
                wrong=wrong,
                right=right,
                does=slip.does,
                should=slip.should,
                fails=tuple(check for check in order if check in failed(slip)),
                shows=slip.shows,
                find=slip.find,
            )
        )
    mistakes.sort(key=lambda mistake: (mistake.file, mistake.line))
    return Planting(name, seed, tuple(mistakes), files, len(order))


# --- judging


def judge_project(planting: Planting, files: Mapping[str, str], folder: str, worker: Worker) -> Verdict:
    """Run the checks on these files; the training only where everything else holds. The worker is killed."""
    started = time.monotonic()
    checks = checks_of(planting.problem)

    def verdict(outcome: Outcome, message: str, results: Sequence[CheckResult] = (), **fields: Any) -> Verdict:
        return Verdict(
            problem=planting.problem,
            file=folder,
            outcome=outcome,
            message=one_line(message)[:MAX_TEXT],
            seed=planting.seed,
            seconds=time.monotonic() - started,
            checks=tuple(results),
            output=readable(worker.output.decode("utf-8", "replace")),
            output_truncated=worker.printed > len(worker.output),
            **fields,
        )

    unusable = why_not_run(planting, files)
    if unusable is not None:
        return verdict(Outcome.INVALID, unusable)
    world, what = RemoteWorld(worker, {}, planting.seed), "imported"
    try:
        worker.settle()
        worker.allow(QUICK_CPU_SECONDS)
        world.execute(bundle(planting.problem, files), {ENTRY: ENTRY})
        what = "checked"
        found = _asked(world, trains=False)
        trained = not found
        worker.allow(CPU_SECONDS)
        found |= _asked(world, trains=True) if trained else {}
    except CandidateError as error:
        said = error.message if error.message.startswith(error.kind) else f"{error.kind}: {error.message}"
        return verdict(Outcome.INVALID, f"the project can't be {what}: {said.removesuffix(' (unknown location)')}")
    except Stopped as stopped:
        return verdict(Outcome(stopped.outcome), stopped.message.replace("the solution", "the project", 1))
    except ProtocolError:
        return verdict(Outcome.INVALID, "the files are too large")
    finally:
        worker.kill()
    results = [_result(check, found, is_run=trained or not check.trains) for check in checks]
    left = standing_by_checks(planting, found)
    if not found:
        return verdict(Outcome.PASS, f"all {len(checks)} checks passed", results, standing=left)
    return verdict(Outcome.FAIL, f"{len(found)} of {len(checks)} checks failed", results, standing=left)


def why_not_run(planting: Planting, files: Mapping[str, str]) -> str | None:
    """What is wrong with files that cannot be run; None if nothing is seen from outside."""
    for name in planting.files:
        if name.endswith(".py") and name not in files:
            return f"{name} is missing"
    for name, text in files.items():
        try:
            if name.endswith(".py"):
                ast.parse(text)
        except (SyntaxError, ValueError) as error:
            line = getattr(error, "lineno", None)
            return f"{name}, line {line}: {getattr(error, 'msg', error)}" if line else f"{name}: {error}"
        except (RecursionError, MemoryError):  # the parser says so of a stack that is full
            return f"{name}: {TOO_DEEP}"
    return None


def _asked(world: RemoteWorld, *, trains: bool) -> dict[str, str]:
    """The checks that fail, with their messages. Raises: CandidateError, Stopped."""
    answer = world.call(ENTRY, trains)
    pairs = answer if isinstance(answer, list) else None
    if pairs is None or not all(
        isinstance(p, list) and len(p) == 2 and all(isinstance(t, str) for t in p) for p in pairs
    ):
        raise CandidateError("TypeError", "the project changed how its checks are answered", None, "")
    return {name: one_line(why)[:MAX_TEXT] for name, why in pairs}


def _result(check: Check, found: Mapping[str, str], *, is_run: bool) -> CheckResult:
    if not is_run:
        return CheckResult(check.name, CheckStatus.NOT_RUN, "runs when all other checks pass")
    status = CheckStatus.FAIL if check.name in found else CheckStatus.PASS
    return CheckResult(check.name, status, found.get(check.name, ""))


def bundle(name: str, files: Mapping[str, str]) -> str:
    """One file that holds the project, its checks and what these import, and defines what runs them."""
    folder = index.folder_of(name)
    judging = f"reference_impls.projects.{folder.name}.judging"
    texts = {module: _text(module) for module in MODULES} | {
        judging: (folder / "judging.py").read_text(encoding="utf-8")
    }
    code = {file: text for file, text in files.items() if file.endswith(".py")}
    return BUNDLE.format(texts=texts, files=code, judging=judging, entry=ENTRY)


def _text(module: str) -> str:
    path = problems.FOLDER.parent / Path(*module.split(".")).with_suffix(".py")
    return path.read_text(encoding="utf-8")


BUNDLE = """
import importlib.util
import sys
import types

TEXTS = {texts!r}
FILES = {files!r}


def loaded(name, text):
    parts = name.split(".")
    for size in range(1, len(parts)):
        package = ".".join(parts[:size])
        if package not in sys.modules:
            sys.modules[package] = types.ModuleType(package)
            sys.modules[package].__path__ = []
    module = sys.modules[name] = types.ModuleType(name)
    module.__file__ = "/" + name.replace(".", "/") + ".py"
    setattr(sys.modules[".".join(parts[:-1])], parts[-1], module)
    exec(compile(text, name, "exec"), module.__dict__)
    return module


MODULES = {{name: loaded(name, text) for name, text in TEXTS.items()}}
RUNNING, JUDGING = MODULES["reference_impls.projects.running"], MODULES[{judging!r}]
PROJECT = RUNNING.Project(FILES)


def {entry}(trains):
    checks = [check for check in JUDGING.CHECKS if check.trains is trains]
    return [[name, str(why)] for name, why in RUNNING.failing(PROJECT, checks).items()]
"""
