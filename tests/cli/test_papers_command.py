"""`interview papers` and `interview pitch`."""

from __future__ import annotations

import json
import shlex
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import INTERVIEW, Run


def listed(run: Run) -> dict[str, dict[str, object]]:
    return {entry["paper"]: entry for entry in map(json.loads, run("papers", "list", "--json").out.splitlines())}


def test_the_examples_are_listed_until_one_is_adopted(run: Run, home: Path) -> None:
    assert [entry["example"] for entry in listed(run).values()] == [True, True]
    ran = run("papers", "add", "mine", "--from", "lumaflux")
    assert ran.out == f"{home / 'papers' / 'mine.yaml'}\n"
    assert {name: entry["example"] for name, entry in listed(run).items()} == {
        "mine": False,
        "lumaflux": True,
        "rectified-cfgpp": True,
    }


def test_a_fresh_file_says_what_is_missing_and_is_passed_over(run: Run) -> None:
    assert run("papers", "add", "mine").code == 0
    shown = run("papers", "list").out
    assert "not ready yet: 9 to fill in" in shown
    assert "loss.formula: is empty" in shown
    assert "skipped a paper" in run("mock", "--round", "research", "--quick").err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["papers", "add", "My Paper"], "'My Paper' isn't a valid paper name"),
        (["papers", "add", "mine", "--from", "nothing"], "no example 'nothing'"),
        (["papers", "edit", "nothing"], "no paper of yours 'nothing'"),
        (["pitch", "nothing"], "no paper 'nothing'"),
        (["pitch", "--length", "5m"], "no length '5m'"),
    ],
)
def test_what_cannot_be_asked_for_is_said(run: Run, arguments: list[str], message: str) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_a_file_is_never_written_over(run: Run, home: Path) -> None:
    run("papers", "add", "mine")
    (home / "papers" / "mine.yaml").write_text("id: mine\n", encoding="utf-8")
    assert run("papers", "add", "mine").code == 2
    assert (home / "papers" / "mine.yaml").read_text(encoding="utf-8") == "id: mine\n"


def test_the_users_paper_is_asked_about(run: Run) -> None:
    run("papers", "add", "mine", "--from", "lumaflux")
    ran = run("mock", "--round", "research", "--quick", "--json", typed="\n" + ":s\n" * 30 + "\n")
    tasks = [task["task"] for task in json.loads(ran.out)["tasks"] if task["kind"] == "paper"]
    assert tasks[0] == "mine/claim"


@pytest.mark.parametrize(
    ("length", "title", "words"),
    [("30s", "30-second pitch", 70), ("2m", "2-minute pitch", 280), ("10m", "10-minute pitch", 1400)],
)
def test_a_pitch_has_a_length_and_a_word_budget(run: Run, length: str, title: str, words: int) -> None:
    ran = run("pitch", "--length", length, "lumaflux", typed="\nall that I say\na\n1 2\n\n")
    assert ran.code == 0
    assert f"You wrote 4 words. There's time for about {words}." in ran.out
    assert f"scorecard · {title}" in ran.out


@pytest.mark.parametrize("paper", ["lumaflux", "rectified-cfgpp"])
def test_a_pitch_that_was_cut_short_goes_on_with_its_paper(run: Run, paper: str) -> None:
    run("pitch", paper, typed="\n:q\n")
    ran = run("mock", "--resume", typed="\n")
    assert ran.code == 0
    asked = [line for line in run("log", "export").out.splitlines() if "asked" in line]
    assert f"{paper}/pitch-30" in asked[-1]


def test_a_full_disk_is_the_environments_fault_and_leaves_no_part_of_a_file(home: Path, tmp_path: Path) -> None:
    """The name is free for when there is room."""
    narrow = f"ulimit -f 0; exec {shlex.quote(INTERVIEW)} --home {shlex.quote(str(home))} papers add mine"
    done = subprocess.run(["bash", "-c", narrow], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (4, "")
    assert "papers/mine.yaml: File too large\nhint: free some space and try again\n" in done.stderr
    assert not any((home / "papers").iterdir())
