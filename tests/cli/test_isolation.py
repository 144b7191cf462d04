"""What is said, and asked, where a layer of isolation is missing: once for each home, and nothing where all hold."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest

from interview_cli.cli import isolation
from interview_cli.cli.isolation import FrankGrader
from interview_cli.domain.errors import UnavailableError
from interview_cli.domain.items.verdict import Outcome, Verdict
from interview_cli.grading.confinement.lockdown import STOPS
from interview_cli.grading.host.client import GradingClient
from interview_cli.ui.terminal import Terminal

MISSING = ("landlock", "seccomp")


class Client:
    """A grading client whose candidates were confined without some layers."""

    def __init__(self, *open_layers: str) -> None:
        self.open_layers = open_layers
        self.graded = 0

    def grade(self, problem: str, source: str, **kwargs: Any) -> Verdict:
        self.graded += 1
        return Verdict(problem, "a.py", Outcome.PASS, source, seed=kwargs["seed"])


class Typed(io.StringIO):
    def isatty(self) -> bool:
        return True


def grader(client: Client, home: Path, *, typed: io.StringIO | None = None, asks_first: bool = False) -> FrankGrader:
    terminal = Terminal(typed or io.StringIO(), io.StringIO(), io.StringIO(), {})
    return FrankGrader(cast(GradingClient, client), terminal, {}, home / "cache/open-layers", asks_first)


def said(frank: FrankGrader) -> str:
    return cast(io.StringIO, frank.terminal.stderr).getvalue()


def test_what_is_open_is_said_once_for_a_home_and_again_when_it_changes(tmp_path: Path) -> None:
    client = Client(*MISSING)
    first, second = grader(client, tmp_path), grader(client, tmp_path)
    for frank in (first, first, second):
        frank.grade("attention", "", file="a.py", seed=1)
    assert said(first).count("\n") == 1
    assert all(STOPS[layer] in said(first) for layer in MISSING)
    assert said(second) == ""
    client.open_layers = ("seccomp",)
    second.grade("attention", "", file="a.py", seed=1)
    assert STOPS["seccomp"] in said(second)
    assert STOPS["landlock"] not in said(second)


def test_nothing_is_said_where_all_layers_hold(tmp_path: Path) -> None:
    frank = grader(Client(), tmp_path)
    frank.grade("attention", "", file="a.py", seed=1)
    assert said(frank) == ""


@pytest.mark.parametrize(
    ("missing", "answer", "is_graded"),
    [((), "", True), (MISSING, "y\n", True), (MISSING, "n\n", False), (MISSING, "\n", False), (MISSING, "", False)],
)
def test_where_wanted_one_is_asked_before_anything_is_graded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: tuple[str, ...], answer: str, is_graded: bool
) -> None:
    monkeypatch.setattr(isolation, "layers_missing_here", lambda environment: missing)
    client = Client()
    frank = grader(client, tmp_path, typed=Typed(answer), asks_first=True)

    def grade() -> None:
        frank.grade("attention", "", file="a.py", seed=1)

    _graded_or_refused(grade, is_graded)
    assert client.graded == int(is_graded)


def test_in_a_pipe_nobody_can_be_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "layers_missing_here", lambda environment: MISSING)
    with pytest.raises(UnavailableError, match=r"^can't ask you here, and "):
        grader(Client(), tmp_path, asks_first=True).grade("attention", "", file="a.py", seed=1)


def test_what_is_missing_here_is_tried() -> None:
    assert set(isolation.layers_missing_here(os.environ)) <= set(STOPS)


def _graded_or_refused(grade: Callable[[], None], is_graded: bool) -> None:
    if is_graded:
        grade()
    else:
        with pytest.raises(UnavailableError, match="not graded"):
            grade()
