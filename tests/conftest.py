"""Shared fixtures: one warm grading host for all tests of a run, and the catalogue."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from interview_cli.domain.items.question import Problem
from interview_cli.grading.host.client import GradingClient, Options

ROOT = Path(__file__).parents[1]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how the grader did on the answers in `reference_impls`."""
    reports = [report for outcome in ("passed", "failed") for report in terminalreporter.stats.get(outcome, [])]
    came_to = Counter(entry for report in reports for entry in report.user_properties)
    right = {how: came_to["right answer", how] for how in ("accepted", "refused")}
    wrong = {how: came_to["wrong answer", how] for how in ("accepted", "rejected")}
    named = {how: came_to["known mistake", how] for how in ("named", "unnamed")}
    if not any(right.values()) or not any(wrong.values()):
        return
    terminalreporter.write_line(
        f"grader, or a table of values for most: {wrong['rejected']} of {sum(wrong.values())} wrong answers rejected; "
        f"of {sum(named.values())} of them with "
        f"a known mistake, {named['named']} named; {right['refused']} of {sum(right.values())} right ones refused"
    )


@pytest.fixture(scope="session")
def catalogue() -> dict[str, Problem]:
    """Every problem of the catalogue, by id."""
    entries = yaml.load((ROOT / "question_bank/catalog.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)["problems"]
    return {entry["id"]: Problem.model_validate(entry) for entry in entries}


@pytest.fixture(scope="session")
def grader(catalogue: dict[str, Problem]) -> Iterator[GradingClient]:
    """A grading client whose host stays warm for the whole run."""
    client = GradingClient(catalogue, os.environ, Options(ahead=8, pair_seconds=0.2, repair_seconds=0))
    yield client
    client.close()
