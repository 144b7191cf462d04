"""What a command imports before the user sees something: start-up time is spent on imports more than on anything else."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("imports")  # one home in which the program has run

PROGRAM = """
import sys
from interview_cli.cli.main import run
sys.argv = ["interview", *sys.argv[1:]]
try:
    run()
finally:
    print("imported:", *sys.modules, file=sys.stderr)
"""


def imported(home: Path, *arguments: str) -> frozenset[str]:
    """The modules that are loaded when the command has ended, its standard input being empty."""
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, "--home", str(home), *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env={**os.environ, "TERM": "xterm"},
        timeout=60,
        check=True,
    )
    [line] = [line for line in ran.stderr.splitlines() if line.startswith("imported: ")]
    return frozenset(line.split()[1:])


@pytest.fixture(scope="module")
def practised(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the compiled bank of the files as they are."""
    home = tmp_path_factory.mktemp("home")
    imported(home, "drill", "--count", "1")
    return home


def test_help_loads_the_command_line_only(tmp_path: Path) -> None:
    loaded = imported(tmp_path, "--help")
    assert "interview_cli.cli.drill_command" in loaded
    heavy = {
        "torch",
        "numpy",
        "sympy",
        "yaml",
        "rich",
        "prompt_toolkit",
        "sqlite3",
        "interview_cli.domain.items.question",
    }
    assert not heavy & loaded


def test_a_command_loads_no_other_command(practised: Path) -> None:
    loaded = imported(practised, "drill", "--count", "1")
    commands = {name for name in loaded if name.startswith("interview_cli.cli.") and name.endswith("_command")}
    assert commands == {"interview_cli.cli.drill_command"}


def test_a_piped_drill_loads_no_library_that_it_does_not_use(practised: Path) -> None:
    loaded = imported(practised, "drill", "--count", "1", "--kind", "choice")
    assert "interview_cli.ui.drill.loop" in loaded
    assert not {"torch", "numpy", "sympy", "yaml", "prompt_toolkit"} & loaded
    assert (
        not {
            "interview_cli.domain.progress.figures",
            "interview_cli.domain.planning.outlook",
            "interview_cli.domain.items.verdict",
        }
        & loaded
    )


def test_a_drill_does_not_look_ahead_to_the_interview(tmp_path: Path) -> None:
    """It takes seconds: a drill in a pipe never does, one on a terminal at its end."""
    soon = (date.today() + timedelta(days=3)).isoformat()
    assert "interview_cli.domain.planning.outlook" in imported(tmp_path, "plan", "--date", soon, "--role", "t2i")
    ahead = {
        "interview_cli.domain.planning.outlook",
        "interview_cli.domain.progress.hindsight",
        "interview_cli.services.drill.placement",
    }
    assert not ahead & imported(tmp_path, "drill", "--count", "1", "--kind", "choice")


def test_a_drill_loads_the_reading_of_formulas_when_one_is_marked(practised: Path) -> None:
    loaded = imported(practised, "drill", "--count", "1", "--kind", "numeric")
    assert not {"interview_cli.domain.formula", "interview_cli.domain.marking.quantity"} & loaded


def test_text_without_a_formula_loads_no_mathematics() -> None:
    code = (
        "import sys; from interview_cli.ui.text.markdown import plain_text; from interview_cli.ui.spans import Mode;"
        "plain_text('*no* formula', width=60, mode=Mode.LINE); print('interview_cli.ui.math' in sys.modules);"
        "plain_text('a $x$', width=60, mode=Mode.LINE); print('interview_cli.ui.math' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["False", "True"]
