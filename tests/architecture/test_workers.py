"""Tests of one group share a worker, and with it what is slow to make. Other versions of pytest can end that silently."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

GROUPED = """
import os, pathlib, pytest

@pytest.mark.xdist_group("one")
@pytest.mark.parametrize("number", range(6))
def test_here(number):
    (pathlib.Path(__file__).parent / f"{number}.worker").write_text(os.environ["PYTEST_XDIST_WORKER"])
"""


def test_a_group_of_tests_stays_with_one_worker(tmp_path: Path) -> None:
    (tmp_path / "test_grouped.py").write_text(GROUPED, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "loadgroup", "-p", "no:cacheprovider"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    workers = [path.read_text(encoding="utf-8") for path in sorted(tmp_path.glob("*.worker"))]
    assert len(workers) == 6, done.stdout
    assert len(set(workers)) == 1, (
        "pytest-xdist can't group tests under this pytest: see their versions in pyproject.toml"
    )
