"""Commands are imported by name when they are asked for: the names and what stands behind them agree."""

from __future__ import annotations

import os
import subprocess
from importlib import import_module
from pathlib import Path

import pytest
import typer
from typer.main import get_command

from interview_cli import cli
from interview_cli.cli.commands import MODULES, TOPICS
from interview_cli.domain.line_breaks import NAMES
from tests.cli.conftest import INTERVIEW, Run

FILES = sorted(path.stem for path in Path(cli.__file__).parent.glob("*_command.py"))


@pytest.mark.parametrize("module", [name for name in FILES if name != "today_command"])
def test_what_a_module_registers_is_found_under_its_name(module: str) -> None:
    """And nothing else of it; `today` is what the program does without a command."""
    app = typer.Typer(callback=lambda: None)
    import_module(f"interview_cli.cli.{module}").register(app)
    registered = set(get_command(app).commands)  # type: ignore[attr-defined]
    assert registered == {name for name, where in MODULES.items() if where == module}


def test_lines_are_broken_around_every_command() -> None:
    assert set(NAMES) == set(MODULES)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "interview drill"),
        (["drill", "--count", "1"], "end of the drill"),
        (["grade", "gelu", "-", "--json"], '"verdict": "fail"'),
        (["debug", "gelu", "--bugs", "1", "--json"], '"problem": "gelu"'),
        (["mock", "--list"], "coding"),
        (["check", "q07-kv-bytes", "--answer", "1 B", "--json"], '"mark": "wrong"'),
        (["show", "attention"], "attention"),
        (["find", "attention"], "attention"),
        (["plan", "--all"], "minutes a day"),
        (["report", "--format", "json"], '"schema"'),
        (["papers", "list"], ""),
        (["bank", "stats"], "all"),
        (["log", "export"], ""),
        (["bank", "lint"], ""),
    ],
    ids=lambda given: " ".join(given[:2]) if isinstance(given, list) else "",
)
def test_a_fresh_interpreter_runs_every_command(home: Path, arguments: list[str], words: str) -> None:
    """With its own imports alone; the other tests of commands fork from a process that has imported all of them."""
    done = subprocess.run(
        [INTERVIEW, *arguments],
        input="def gelu(x):\n    return x\n",
        capture_output=True,
        text=True,
        env={**os.environ, "INTERVIEW_HOME": str(home)},
        timeout=120,
        check=False,
    )
    assert words in done.stdout and "interview: error" not in done.stderr, done.stderr
    assert done.returncode == int(bool({"grade", "check", "debug"}.intersection(arguments))), "as what is wrong ends"


def in_sixty_columns(run: Run, *arguments: str) -> str:
    return " ".join(run(*arguments, "--help", COLUMNS="60").out.split())


@pytest.mark.parametrize("group", [(), ("bank",), ("log",), ("papers",)])
def test_the_list_of_commands_cuts_no_sentence_off(run: Run, group: tuple[str, ...]) -> None:
    """Narrow or not: a command is told by all of its first sentence; and there is an example."""
    shown = in_sixty_columns(run, *group)
    assert "..." not in shown.partition("--help")[2]
    assert "Example: interview" in shown


def test_a_command_is_listed_with_its_first_sentence(run: Run) -> None:
    assert "mock A round of an interview against the clock, and a scorecard worth reading." in in_sixty_columns(run)


def test_every_command_is_listed_under_one_topic(run: Run) -> None:
    """In the order in which one needs them; no other name is among the topics that could not be built."""
    listed = [name for names in TOPICS.values() for name in names if name in MODULES]
    assert sorted(listed) == sorted(MODULES)
    shown = run("--help").out
    places = [shown.index(f"\n{topic}:\n") for topic in TOPICS]
    assert places == sorted(places)
    assert shown.index("\nPractice:\n") < shown.index("\n  grade ") < shown.index("\nPlan and progress:\n")


@pytest.mark.parametrize("command", [("grade",), ("bank", "export"), ()])
def test_help_is_the_same_asked_for_as_a_command(run: Run, command: tuple[str, ...]) -> None:
    done = run("help", *command)
    assert (done.code, done.out) == (0, run(*command, "--help").out)


def test_help_on_no_command_names_the_nearest(run: Run) -> None:
    done = run("help", "gradee")
    assert (done.code, done.out) == (2, "")
    assert "no command 'gradee'" in done.err
    assert "did you mean grade" in done.err
