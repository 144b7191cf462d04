"""`interview plan`: several interviews with their own days and weights, days off, and what can be taken back."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest

from tests.cli.conftest import Run

SOON = (date.today() + timedelta(days=40)).isoformat()
LATER = (date.today() + timedelta(days=60)).isoformat()
HOLIDAY = (date.today() + timedelta(days=9)).isoformat()


def held(run: Run) -> dict[str, Any]:
    """What `plan --json` says."""
    done = run("plan", "--json")
    assert done.code == 0
    found: dict[str, Any] = json.loads(done.out)
    return found


def test_each_interview_has_its_own_day_role_and_weights(run: Run) -> None:
    run("plan", "--name", "acme", "--date", SOON, "--role", "t2i", "--weight", "transformers=3", "--weight", "4=0")
    run("plan", "--name", "lab", "--date", LATER)
    acme, lab = held(run)["interviews"]
    assert (acme["name"], acme["date"], acme["days_left"]) == ("acme", SOON, 40)
    assert (acme["role"], acme["weights"]) == ("t2i", {"4": 0.0, "7": 3.0})
    assert (lab["name"], lab["date"], lab["role"], lab["weights"]) == ("lab", LATER, None, {})


def test_what_is_not_given_stays_as_it_is(run: Run) -> None:
    run("plan", "--date", SOON, "--weight", "transformers=3", "--weight", "ddpm=2", "--off", HOLIDAY)
    run("plan", "--role", "video")
    run("plan", "--weight", "ddpm=")
    run("plan", "--date", LATER)
    plan = held(run)
    [one] = plan["interviews"]
    assert (one["date"], one["role"], one["weights"]) == (LATER, "video", {"7": 3.0})
    assert plan["off"] == [HOLIDAY]
    run("plan", "--on", HOLIDAY)
    assert held(run)["off"] == []


def test_the_plan_is_shown_in_words(run: Run) -> None:
    shown = run("plan", "--date", SOON, "--role", "t2i", "--weight", "ddpm=2.5", "--off", HOLIDAY).out
    assert shown.startswith(f"interview: {SOON} (in 40 days), role t2i, ddpm=2.5\n")
    assert f"Days off: {HOLIDAY}\n" in shown


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["--role", "t2i"], "no interview 'interview'", "give its --date too, or the --name of one that is planned"),
        (["--name", "acme", "--weight", "7=2"], "no interview 'acme'", "give its --date too"),
        (["--date", SOON, "--role", "vidoe"], "no role 'vidoe'", "did you mean video?"),
        (["--date", SOON, "--weight", "7"], "'7' is no weight", "transformers= takes it back"),
        (["--off", "2001-01-01"], "2001-01-01 has passed", "give a day that is still ahead"),
    ],
)
def test_a_mistake_changes_nothing(run: Run, arguments: list[str], message: str, hint: str) -> None:
    done = run("plan", *arguments)
    assert (done.code, done.out) == (2, "")
    assert f"interview: error: {message}" in done.err and hint in done.err
    assert run("log", "export").out == ""
