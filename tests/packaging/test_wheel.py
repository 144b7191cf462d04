"""What a user installs: the wheel, in an environment of its own, finds its data and grades."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RIGHT = ROOT / "reference_impls/transformers/attention/right/einsum.py"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this tree."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(command, check=True, timeout=300)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_the_three_packages_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    top = {name.split("/")[0] for name in names if ".dist-info" not in name}
    assert top == {"interview_cli", "question_bank", "reference_impls"}
    assert "question_bank/catalog.yaml" in names
    assert "interview_cli/store/schema.sql" in names
    assert "interview_cli/py.typed" in names


def test_of_a_problem_the_wheel_holds_what_grading_takes_and_nothing_else(wheel: Path) -> None:
    folder = "reference_impls/transformers/attention/"
    names = {name.removeprefix(folder) for name in zipfile.ZipFile(wheel).namelist() if name.startswith(folder)}
    assert names == {"__init__.py", "reference.py", "judging.py", "slips.yaml"}


def test_an_installed_wheel_drills_and_grades(wheel: Path, tmp_path: Path) -> None:
    """Its dependencies are lent from this environment; the packages themselves come from the wheel alone."""
    environment = tmp_path / "venv"
    venv.create(environment, with_pip=False)
    purelib = Path(sysconfig.get_path("purelib", vars={"base": str(environment), "platbase": str(environment)}))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(purelib)
    (purelib / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    python = environment / "bin/python"

    def interview(*arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        code = "from interview_cli.cli.main import run; run()"
        return subprocess.run(
            [str(python), "-c", code, "--home", str(tmp_path / "home"), *arguments],
            input=typed,
            text=True,
            capture_output=True,
            cwd=tmp_path,
            env={key: value for key, value in os.environ.items() if not key.startswith("PYTHON")},
            timeout=300,
            check=False,
        )

    assert "attention" in interview("find", "--kind", "code", "attention").stdout
    graded = interview("grade", "attention", str(RIGHT))
    assert graded.returncode == 0, graded.stdout + graded.stderr
    assert interview("drill", "--count", "1").returncode == 0
