"""Settings of all tests: those in `tests` and the oracles beside the reference pages."""

from __future__ import annotations

import pytest
from hypothesis import settings

# The first call of a torch function may take a third of a second: time is measured in benchmarks/, not here.
settings.register_profile("usual", deadline=None)
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
    if config.getoption("--exhaustive"):
        return
    long = [item for item in items if item.get_closest_marker("exhaustive")]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if not item.get_closest_marker("exhaustive")]
