"""Shared fixtures: one warm grading host for all tests of a run, and the catalogue."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import settings

from interview_cli.domain.question import Problem
from interview_cli.grading.client import GradingClient

ROOT = Path(__file__).parents[1]

# The first call of a torch function may take a third of a second: time is measured in benchmarks/, not here.
settings.register_profile("no-deadline", deadline=None)
settings.load_profile("no-deadline")


@pytest.fixture(scope="session")
def catalogue() -> dict[str, Problem]:
    """Every problem of the catalogue, by id."""
    entries = yaml.load((ROOT / "question_bank/catalog.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)["problems"]
    return {entry["id"]: Problem.model_validate(entry) for entry in entries}


@pytest.fixture(scope="session")
def grader(catalogue: dict[str, Problem]) -> Iterator[GradingClient]:
    """A grading client whose host stays warm for the whole run."""
    client = GradingClient(catalogue, os.environ)
    yield client
    client.close()
