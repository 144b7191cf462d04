"""Reference modules are read as text: what is shown of them is what stands there, and torch is never imported."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from interview_cli.bank.reference_pages import EditSlip, ReferencePages, ReplacingSlip, packaged_pages
from interview_cli.domain.errors import UsageError
from tests.bank.banks import write_files

SCALED = '''\
"""Scaling by a factor, and back.

    y = factor * x
"""

import math
from collections.abc import Sequence

from torch import Tensor, nn

from reference_impls.problem import Problem, Slip


def scale_up(x: Tensor, factor: float = 2.0, *, shifts: Sequence[float] = (0.0, 0.1)) -> Tensor:
    """factor * x, shifted."""
    return x * factor + sum(shifts)  # (N,)


class Scaler(nn.Module):
    """Keeps the factor."""

    def __init__(self, factor: float, bias: bool = True) -> None:
        super().__init__()
        self.factor = math.sqrt(factor)

    def _own(self) -> float:
        return self.factor

    def forward(self, x: Tensor) -> Tensor:
        return x * self._own()


# ----------------------------------------------------------------------


def unscaled(x, factor=2.0, *, shifts=(0.0, 0.1)):
    """Calls itself: unscaled."""
    return x


PROBLEM = Problem(
    id="scale-up",
    entries=(scale_up, Scaler),
    cases=lambda draw: [],
    slips=(
        Slip("no-shift", " + sum(shifts)", "", "The shift is " "missing."),
        Slip(name="half", old="x * factor +", new="x * factor / 2 +", why="Half of it."),
        FunctionSlip("identity", {"scale_up": unscaled}, "It does nothing."),
        Slip("computed", "x", str(1), "Cannot be shown."),
        FunctionSlip("anonymous", {"scale_up": lambda x: x}, "Cannot be shown."),
    ),
)
'''


@pytest.fixture
def pages(tmp_path: Path) -> ReferencePages:
    return ReferencePages(write_files(tmp_path, {"topic/scale_up.py": SCALED, "problem.py": ""}))


def test_a_problem_is_landed_when_its_module_is_there(pages: ReferencePages) -> None:
    assert pages.is_landed("scale-up")
    assert not pages.is_landed("scale-down")
    assert not pages.is_landed("problem")  # what lies beside the topics is no problem


def test_the_page_ends_above_the_line(pages: ReferencePages) -> None:
    source = pages.page("scale-up").source
    assert source.startswith('"""Scaling by a factor')
    assert source.endswith("        return x * self._own()\n")


def test_entries_and_signatures_are_those_of_the_module_without_annotations(pages: ReferencePages) -> None:
    page = pages.page("scale-up")
    assert page.entries == ("scale_up", "Scaler")
    assert page.signatures == ("scale_up(x, factor=2.0, *, shifts=(0.0, 0.1))", "class Scaler(factor, bias=True)")


def test_the_stub_runs_once_its_imports_are_there(pages: ReferencePages) -> None:
    assert pages.page("scale-up").stub == (
        "from collections.abc import Sequence\n"
        "from torch import Tensor, nn\n"
        "\n\n"
        "def scale_up(x: Tensor, factor: float=2.0, *, shifts: Sequence[float]=(0.0, 0.1)) -> Tensor:\n"
        "    ...\n"
        "\n\n"
        "class Scaler(nn.Module):\n"
        "\n"
        "    def __init__(self, factor: float, bias: bool=True) -> None:\n"
        "        ...\n"
        "\n"
        "    def forward(self, x: Tensor) -> Tensor:\n"
        "        ...\n"
    )


def test_slips_that_can_be_shown_are_known_in_order(pages: ReferencePages) -> None:
    assert pages.page("scale-up").slips == (
        EditSlip("no-shift", " + sum(shifts)", "", "The shift is missing."),
        EditSlip("half", "x * factor +", "x * factor / 2 +", "Half of it."),
        ReplacingSlip("identity", {"scale_up": "unscaled"}, "It does nothing."),
    )


def test_a_slip_is_shown_in_the_page_without_its_head(pages: ReferencePages) -> None:
    shown = pages.slip_source("scale-up", "no-shift")
    assert shown.startswith("def scale_up(")
    assert "    return x * factor  # (N,)\n\n\nclass Scaler(nn.Module):\n" in shown


def test_a_replacing_slip_stands_under_the_name_of_the_entry(pages: ReferencePages) -> None:
    shown = pages.slip_source("scale-up", "identity")
    assert shown.startswith(
        "def scale_up(x, factor=2.0, *, shifts=(0.0, 0.1)):\n    return x\n\n\nclass Scaler(nn.Module):\n"
    )


def test_what_is_not_there_is_a_mistake_of_use_with_what_there_is(pages: ReferencePages) -> None:
    with pytest.raises(UsageError) as raised:
        pages.slip_source("scale-up", "no-scale")
    assert raised.value.message == "scale-up has no slip 'no-scale'"
    assert raised.value.hint == "its slips are no-shift, half, identity"
    with pytest.raises(UsageError) as absent:
        pages.page("scale-down")
    assert absent.value.message == "scale-down has no reference page"


def landed() -> list[tuple[str, str]]:
    pages = packaged_pages()
    problems = [path.stem.replace("_", "-") for path in sorted(pages.root.glob("*/*.py")) if path.stem != "__init__"]
    return [(problem, slip) for problem in problems for slip in pages.slip_names(problem)]


def test_every_slip_of_every_module_can_be_shown() -> None:
    """As Python that differs from the page, and without a word of why."""
    pages = packaged_pages()
    assert landed()
    for problem, slip in landed():
        shown = pages.slip_source(problem, slip)
        ast.parse(shown)
        assert shown not in pages.page(problem).source, (problem, slip)


def test_every_module_has_its_entries_above_the_line() -> None:
    pages = packaged_pages()
    for problem in dict(landed()):
        page = pages.page(problem)
        assert page.entries, problem
        assert len(page.signatures) == len(page.entries), problem


def test_reading_pages_imports_neither_torch_nor_a_module() -> None:
    code = (
        "import sys; from interview_cli.bank.reference_pages import slip_source, reference_page, is_landed; "
        "assert is_landed('attention'); reference_page('attention'); slip_source('attention', 'no-scale'); "
        "assert not {'torch', 'reference_impls.problem'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
