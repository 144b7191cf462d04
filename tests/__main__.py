"""Everything that must hold, in one command: `python -m tests`. Style, layers, then types beside the tests; stops at nothing.

`--exhaustive` adds what takes long and rarely finds anything: mutants, twenty seeds, hostile files for every user, pasted code
whose like is graded anyhow.
`--problem ID` proves one problem, in seconds. Other arguments go to pytest: `python -m tests -k attention`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

from reference_impls import index

ROOT = Path(__file__).parents[1]
SCRIPTS = Path(sysconfig.get_path("scripts"))
WORKERS = ["-n", "3", "--dist", "loadgroup"]
"""More than there are processors here: some tests wait."""

TYPES = "mypy --strict"
"""Checked beside the tests: where nothing was checked before, that keeps one processor busy for a minute or two."""

Steps = dict[str, list[str]]


def environment() -> dict[str, str]:
    """The caller's, but what was compiled is kept as it is for users: else each of hundreds of processes compiles it anew."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def everything(arguments: list[str]) -> Steps:
    """What is run, by name."""
    return {
        "ruff check": [str(SCRIPTS / "ruff"), "check", "--quiet", "."],
        "ruff format": [str(SCRIPTS / "ruff"), "format", "--check", "--quiet", "."],
        "import contracts": [str(SCRIPTS / "lint-imports"), "--no-cache"],
        TYPES: [sys.executable, "-m", "mypy"],
        "pytest": [sys.executable, "-m", "pytest", *WORKERS, *arguments],
    }


def one_problem(problem_id: str, arguments: list[str]) -> Steps:
    """What is run for one problem alone. Raises: SystemExit for one that has no folder."""
    folder = index.folder_of(problem_id)
    if folder is None:
        raise SystemExit(f"no problem {problem_id!r} in reference_impls: `python -m reference_impls.new {problem_id}`")
    every = "tests/reference_impls/test_every_problem.py"
    return {
        "ruff check": [str(SCRIPTS / "ruff"), "check", "--quiet", str(folder)],
        "ruff format": [str(SCRIPTS / "ruff"), "format", "--check", "--quiet", str(folder)],
        TYPES: [sys.executable, "-m", "mypy", str(folder)],
        "pytest": [sys.executable, "-m", "pytest", "--problem", problem_id, *arguments, every, str(folder)],
    }


def run(name: str, command: list[str]) -> bool:
    """Run one tool, say how it went and how long it took; whether it found nothing."""
    started = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, env=environment(), check=False)
    print(f"{name}: {'ok' if done.returncode == 0 else 'FAILED'} ({time.monotonic() - started:.0f} s)", flush=True)
    return done.returncode == 0


def main(arguments: list[str]) -> int:
    """Run each tool and say how it went; the exit code is 1 if any failed."""
    if "--problem" in arguments[:-1]:
        place = arguments.index("--problem")
        steps = one_problem(arguments[place + 1], arguments[:place] + arguments[place + 2 :])
    else:
        steps = everything(arguments)
    types = subprocess.Popen(steps.pop(TYPES), cwd=ROOT, env=environment(), stdout=subprocess.PIPE, text=True)
    failed = [name for name, command in steps.items() if not run(name, command)]
    found, _ = types.communicate()
    print(f"{found.strip()}\n{TYPES}: {'FAILED' if types.returncode else 'ok'}", flush=True)
    failed += [TYPES] if types.returncode else []
    if failed:
        print(f"failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
