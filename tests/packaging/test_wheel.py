"""What a user installs: the wheel, in an environment of its own, finds its data and grades."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("wheel")  # it is built once, by one worker
ROOT = Path(__file__).parents[2]
RIGHT = ROOT / "reference_impls/transformers/attention/right/einsum.py"


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source archive of this tree."""
    folder = tmp_path_factory.mktemp("sdist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(folder)]
    subprocess.run(command, check=True, timeout=300, cwd=ROOT, capture_output=True)
    return next(folder.glob("*.tar.gz"))


@pytest.fixture(scope="module")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source archive alone."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", str(folder)]
    subprocess.run([*command, str(sdist)], check=True, timeout=300)
    return next(folder.glob("*.whl"))


def test_the_source_archive_holds_what_the_tests_and_the_readme_need(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "README.md",
        "CONTRIBUTING.md",
        "docs/session.svg",
        "docs/drill.md",
        "tests/__main__.py",
        "conftest.py",
    } <= names
    assert "reference_impls/transformers/attention/right/einsum.py" in names
    assert not [name for name in names if "__pycache__" in name or (name.startswith(".") and name != ".gitignore")]


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
    lent = [path for path in sys.path if path.endswith("site-packages")]
    (purelib / "lent.pth").write_text("\n".join(lent) + "\n", encoding="utf-8")
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
    assert interview("report", "--format", "html").stdout.count("<svg") >= 1
    assert interview("bank", "export", "--section", "ddpm", "-o", "ddpm.apkg").returncode == 0


def test_the_wheel_names_what_it_imports(wheel: Path) -> None:
    """What is lent in the test above is installed with it by pip."""
    with zipfile.ZipFile(wheel) as archive:
        [metadata] = [name for name in archive.namelist() if name.endswith("METADATA")]
        required = re.findall(r"^Requires-Dist: ([\w-]+)[^;\n]*$", archive.read(metadata).decode(), re.MULTILINE)
    named = {name.replace("-", "_").lower() for name in required}
    names = {"pyyaml": "yaml", "markdown_it_py": "markdown_it"}
    assert imported_packages() <= {names.get(name, name) for name in named}


def imported_packages() -> set[str]:
    """The third parties that the program's modules import, but for the optional one and pydantic's own core."""
    own = {"interview_cli", "question_bank", "reference_impls", "texicode", "pydantic_core", "__future__"}
    found: set[str] = set()
    for file in (ROOT / "interview_cli").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Import(names=names):
                    found |= {name.name for name in names}
                case ast.ImportFrom(module=str(module), level=0):
                    found.add(module)
    packages = {name.split(".")[0] for name in found}
    return {name for name in packages - own if name not in sys.stdlib_module_names}
