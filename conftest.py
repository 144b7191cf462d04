"""Settings of all tests: those in `tests` and the oracles beside the reference pages."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault(
    "OMP_NUM_THREADS", "1"
)  # torch's threads wait for each other in a loop, one worker's for all others
WAITING = Path(__file__).parent / "tests/pty"

COLLECT_EVERY = (50_000, 20, 100)
"""As thresholds of the garbage collector, which took a fifth of the time of the proofs: torch leaves few cycles behind."""

RECURSION_LIMIT = sys.getrecursionlimit()
"""Answers that are asked in the tests' own process may raise it, and then JSON that nests too deeply ends the process."""

# The first call of a torch function may take a third of a second: time is measured in benchmarks/, not here.
settings.register_profile("usual", deadline=None, max_examples=40)
settings.register_profile("exhaustive", deadline=None, max_examples=500)


def pytest_addoption(parser: pytest.Parser) -> None:
    """What `python -m tests` hands on."""
    group = parser.getgroup("interview")
    group.addoption("--exhaustive", action="store_true", help="also what takes long and rarely finds anything")
    group.addoption("--problem", metavar="ID", help="of the tests of every problem, those of this one")


def pytest_configure(config: pytest.Config) -> None:
    """Say what the mark means, and how hard hypothesis tries."""
    config.addinivalue_line("markers", "exhaustive: takes long and rarely finds anything; run with --exhaustive")
    settings.load_profile("exhaustive" if config.getoption("--exhaustive") else "usual")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long tests out unless they are asked for: they count as deselected, not as skipped."""
    if not config.getoption("--exhaustive"):
        long = [item for item in items if item.get_closest_marker("exhaustive")]
        if long:
            config.hook.pytest_deselected(items=long)
            items[:] = [item for item in items if not item.get_closest_marker("exhaustive")]
    items[:] = spread(items)


def pytest_collection_finish() -> None:
    """Let the collector pass over what stays to the end: modules and 16,000 tests."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECT_EVERY)


def pytest_runtest_teardown() -> None:
    """Leave no other depth of calls to the next test."""
    sys.setrecursionlimit(RECURSION_LIMIT)


def spread(items: Sequence[pytest.Item]) -> list[pytest.Item]:
    """Tests of terminals, which wait most of their time, evenly between the modules of the others, which compute.

    Several workers would otherwise wait side by side.
    """
    files = [(path, list(module)) for path, module in groupby(items, lambda item: item.path)]
    waiting = [item for path, module in files if WAITING in path.parents for item in module]
    modules = [module for path, module in files if WAITING not in path.parents]
    if not modules:
        return waiting
    spread_out, done = list[pytest.Item](), 0
    for number, module in enumerate(modules, 1):
        due = len(waiting) * number // len(modules)
        spread_out += [*waiting[done:due], *module]
        done = due
    return spread_out
