"""`interview plan`: several interviews with their own days and weights, days off, and what can be taken back."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import fmean
from typing import Any

import pytest

from interview_cli.domain.history.replay import catch_up
from interview_cli.domain.history.study_day import study_day
from interview_cli.domain.items.guide import SECTIONS
from interview_cli.domain.memory.fsrs import DEFAULT, Rating
from interview_cli.domain.memory.states import recall
from interview_cli.domain.planning.day_plan import TARGET_WITHOUT_DATE
from interview_cli.domain.planning.planner import due_items, predicted_recall
from interview_cli.store.events import open_log
from tests.cli.conftest import Run
from tests.fakes import FakeClock, Happened
from tests.packaged import packaged

NOW = datetime.now().astimezone()
TODAY = study_day(NOW, NOW.tzinfo or UTC)
SOON = (TODAY + timedelta(days=4)).isoformat()
LATER = (TODAY + timedelta(days=6)).isoformat()
HOLIDAY = (TODAY + timedelta(days=2)).isoformat()


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
    assert (acme["name"], acme["date"], acme["days_left"]) == ("acme", SOON, 4)
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
    assert shown.startswith(f"interview: {SOON} (in 4 days), role t2i, ddpm=2.5\n")
    assert f"Days off: {HOLIDAY}\n" in shown


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (
            ["--role", "t2i"],
            "there's no interview named 'interview'",
            "give its --date too, or the --name of a planned interview",
        ),
        (["--name", "acme", "--weight", "7=2"], "there's no interview named 'acme'", "give its --date too"),
        (["--date", SOON, "--role", "vidoe"], "there's no role 'vidoe'", "did you mean video?"),
        (["--date", SOON, "--weight", "7"], "'7' isn't a weight", "to undo: transformers="),
        (["--off", "2001-01-01"], "2001-01-01 has passed", "give a date in the future"),
    ],
)
def test_a_mistake_changes_nothing(run: Run, arguments: list[str], message: str, hint: str) -> None:
    done = run("plan", *arguments)
    assert (done.code, done.out) == (2, "")
    assert f"interview: error: {message}" in done.err and hint in done.err
    assert run("log", "export").out == ""


def test_a_day_that_has_passed_names_the_interviews_that_are_over(run: Run, home: Path) -> None:
    with open_log(home / "reviews.db", FakeClock()) as log:
        log.append(Happened().setting("interview:acme", {"on": "2026-03-05"}))
    done = run("plan", "--name", "acme", "--date", "2026-03-05")
    assert done.code == 2
    assert "these are over, and --forget NAME removes them: acme on 2026-03-05" in done.err


# --- what will be known


def forecasts(run: Run) -> list[str]:
    """The names of the forecasts that the log keeps."""
    events = [json.loads(line) for line in run("log", "export").out.splitlines()]
    return [event["item"] for event in events if event["item"].startswith("forecast:")]


def test_the_plan_shows_what_will_be_known_by_section_and_what_will_not_be_reached(run: Run) -> None:
    run("plan", "--name", "acme", "--date", SOON, "--minutes", "20", "--role", "t2i")
    [acme] = held(run)["interviews"]
    ahead = acme["outlook"]
    assert (ahead["date"], ahead["days"], ahead["minutes"]) == (SOON, 4, 20)
    assert 0 < ahead["share"]["low"] < ahead["share"]["mean"] < ahead["share"]["high"] < 1
    assert ahead["less"] < ahead["share"]["mean"] < ahead["more"]
    weights = {row["section"]: row["weight"] for row in ahead["sections"]}
    assert weights[14] == max(weights.values())
    assert set(ahead["unreached"]) < set(packaged().items)
    shown = run("plan", COLUMNS="60").out
    assert f"Known on the day: {ahead['share']['mean'] * 100:.0f} % (" in shown
    assert f"Not reached in time: {len(ahead['unreached'])} of " in shown
    assert max(map(len, shown.splitlines())) <= 60
    assert "\x1b" not in shown
    assert len(run("plan", COLUMNS="120").out.splitlines()) == 5
    whole = run("plan", "--all", COLUMNS="60").out
    assert max(map(len, whole.splitlines())) <= 60
    assert all(section.title[:12] in whole for section in SECTIONS if section.number in weights)


def test_codes_share_of_the_minutes_is_a_choice_and_the_plan_says_what_it_is_worth(run: Run) -> None:
    run("plan", "--date", (TODAY + timedelta(days=12)).isoformat())
    assert held(run)["code_share"] == 0.2
    shown = run("plan", "--code-share", "35", COLUMNS="120").out
    code = held(run)["interviews"][0]["outlook"]["code"]
    assert held(run)["code_share"] == code["share"] == 0.35
    assert code["problems"] > code["problems_without"] and code["questions"] < code["questions_without"]
    assert "Code takes 35 % of the minutes: " in shown
    assert (
        "Code gets no minutes. To change that: interview plan --code-share 20" in run("plan", "--code-share", "0").out
    )
    assert run("plan", "--code-share", "101").code == 2


def test_on_the_eve_the_plan_does_not_count_no_problems(run: Run) -> None:
    shown = run("plan", "--date", (TODAY + timedelta(days=1)).isoformat(), COLUMNS="120").out
    assert "Code takes 20 % of the minutes: too few to solve a problem more by then." in shown
    assert " 0 p" not in shown


def test_without_an_interview_the_plan_shows_the_minutes_and_what_of_them_is_codes(run: Run) -> None:
    """What was set is kept, and seen to be."""
    assert run("plan").out.endswith("30 minutes a day, 20 % of them for code\n")
    assert run("plan", "--code-share", "35").out.endswith("30 minutes a day, 35 % of them for code\n")
    assert run("plan", "--minutes", "45").out.endswith("45 minutes a day, 35 % of them for code\n")


def test_on_the_day_of_the_interview_no_days_are_counted(run: Run) -> None:
    """`0 days left` has to be read twice."""
    today = study_day(datetime.now(UTC), datetime.now().astimezone().tzinfo or UTC)
    assert run("plan", "--date", today.isoformat()).code == 0
    assert f"interview on {today}: today\n" in run().out


def test_an_interview_that_is_over_has_no_outlook(run: Run, tmp_path: Path) -> None:
    event = {
        "id": "1", "device": "d", "at": "2026-03-02T09:00:00+01:00", "kind": "setting", "item": "interview:old",
        "revision": 1, "seed": None, "mark": None, "score": None, "rating": None, "seconds": 0, "mode": "drill",
        "hints": 0, "answer": json.dumps({"on": "2026-03-05", "role": "t2i"}), "session": None,
    }  # fmt: skip
    (tmp_path / "events.jsonl").write_text(json.dumps(event))
    assert run("log", "import", "events.jsonl").code == 0
    [old] = held(run)["interviews"]
    assert (old["outlook"], old["days_left"] < 0) == (None, True)
    assert run("plan").out.splitlines()[1] == "No interview is coming up. Drills keep what you know fresh."
    assert "Drills keep what you know fresh. To set the next: interview plan --date YYYY-MM-DD" in " ".join(
        run().out.split()
    )
    assert json.loads(run("report", "--format", "json").out)["readiness"]["on_the_day"] is None


def test_a_forecast_is_kept_once_a_day_and_never_by_what_is_asked_for_a_program(run: Run) -> None:
    run("plan", "--date", SOON, "--json")
    run("report", "--format", "json")
    run("report", "--format", "csv")
    run()
    assert forecasts(run) == []
    run("report")
    run("plan")
    run("report", "--format", "md")
    assert forecasts(run) == [f"forecast:interview:{TODAY}"]
    run("plan", "--role", "video")
    assert forecasts(run) == [f"forecast:interview:{TODAY}"] * 2


def test_the_day_is_foreseen_alike_everywhere(run: Run) -> None:
    """Bare, it is what was last kept: looking ahead anew would take too long for a first glance."""
    run("plan", "--date", SOON, "--json")
    assert "To see what you'll know on the day: interview plan\n" in run().out
    shown = run("plan").out
    share = json.loads(run("report", "--format", "json").out)["readiness"]["on_the_day"]
    said = f"{share['mean'] * 100:.0f} % ({share['low'] * 100:.0f} to {share['high'] * 100:.0f} %)"
    assert said in shown
    assert f"On the day: {said} known with 30 minutes a day (forecast today)\n" in run().out
    for format_ in ("text", "md", "html"):
        assert said in run("report", "--format", format_).out
    run("plan", "--minutes", "50", "--json")
    assert "To see what you'll know on the day: interview plan\n" in run().out


def test_due_is_what_the_planner_takes_to_be_due(run: Run, tmp_path: Path) -> None:
    """Bare, in `find --due`, and for the sections that stand worst: by the ensemble, as in the drill."""
    bank = packaged()
    names = [item.id for item in bank.items.values() if item.kind == "choice"][:40]
    happened = Happened(FakeClock(NOW - timedelta(days=10)))
    for name in names:
        happened.review(name, Rating.GOOD)
    happened.clock.advance(days=2)
    for number, name in enumerate(names):
        happened.review(name, Rating.GOOD if number % 4 else Rating.AGAIN)
    happened.clock.advance(days=4)
    for name in names[:30]:
        happened.review(name, Rating.GOOD)
    lines = [json.dumps(event.as_json()) for event in happened.events]
    (tmp_path / "events.jsonl").write_text("\n".join(lines))
    assert run("log", "import", "events.jsonl").code == 0
    learner = catch_up(happened.events, bank.items, NOW.tzinfo or UTC)
    due = due_items(learner, TODAY, TARGET_WITHOUT_DATE)
    states = learner.states.items()
    by_default = {name for name, state in states if recall(state, TODAY, DEFAULT) <= TARGET_WITHOUT_DATE}
    assert 0 < len(due) < len(names) and due != by_default
    assert {line.split()[0] for line in run("find", "--due").out.splitlines()} == due
    first, *others = run().out.splitlines()
    assert first.startswith(f"Due {len(due)} · ")
    recalls: dict[int, list[float]] = {}
    for name in names:
        recalls.setdefault(bank.section_of(bank.items[name]), []).append(predicted_recall(learner, name, TODAY))
    mean, worst = min((fmean(held), section) for section, held in recalls.items())
    slug = next(section.slug for section in SECTIONS if section.number == worst)
    assert any(line.startswith(f"Weakest: {slug} {mean * 100:.0f} %") for line in others)


def test_a_report_of_sections_foresees_these_only(run: Run) -> None:
    run("plan", "--date", SOON, "--json")
    found = json.loads(run("report", "--format", "json", "--section", "ddpm").out)
    assert [row["section"] for row in found["outlook"]["sections"]] == [9]
    assert {name[:3] for name in found["outlook"]["unreached"] if name.startswith("q")} == {"q09"}
    shown = run("report", "--section", "ddpm").out
    assert "Not reached in time: " in shown and "Transformers" not in shown.split("Not reached in time: ")[0]


def test_a_forecast_that_cannot_be_kept_is_only_said(run: Run, home: Path) -> None:
    """A log that another process holds makes nobody miss the report."""
    run("plan", "--date", SOON, "--json")
    with closing(sqlite3.connect(home / "reviews.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        done = run("report")
    assert done.code == 0
    assert "On the day" in done.out
    assert "the forecast wasn't saved: " in done.err
    assert forecasts(run) == []
