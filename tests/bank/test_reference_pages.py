"""Reference pages are read as text: what is shown of them is what stands there, and torch is never imported."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from interview_cli.bank.reference_pages import ReferencePages, packaged_pages
from interview_cli.domain.errors import UsageError
from reference_impls.slips import Edit
from tests.bank.banks import write_files

PAGE = '''\
"""Scaling by a factor, and back.

    y = factor * x
"""

import math
from collections.abc import Sequence

from torch import Tensor, nn


def scale_up(x: Tensor, factor: float = 2.0, *, shifts: Sequence[float] = (0.0, 0.1)) -> Tensor:
    """factor * x, shifted."""
    return x * factor + sum(shifts)  # (N,), shifted by all of them


class Scaler(nn.Module):
    """Keeps the factor."""

    def __init__(self, factor: float, bias: bool = True) -> None:
        super().__init__()
        self.factor = math.sqrt(factor)

    def _own(self) -> float:
        return self.factor

    def forward(self, x: Tensor) -> Tensor:
        return x * self._own()
'''

JUDGING = """\
from reference_impls.problem import Problem
from reference_impls.topic.scale_up.reference import Scaler, scale_up

PROBLEM = Problem(id="scale-up", entries=(scale_up, Scaler), cases=lambda draw: [])
"""

SLIPS = """\
- name: no-shift
  does: Your code leaves the shift out.
  should: It should add it.
  edit:
    replace: " + sum(shifts)"
    with: ""

- name: identity
  does: Your code does nothing.
  should: It should scale.
  code: |
    import math

    ONE = math.exp(0)


    def same(x):
        return x * ONE


    def scale_up(x, factor=2.0, *, shifts=(0.0, 0.1)):
        '''Does nothing.'''
        return same(x)
"""


@pytest.fixture
def pages(tmp_path: Path) -> ReferencePages:
    folder = "topic/scale_up/"
    files = {
        f"{folder}reference.py": PAGE,
        f"{folder}judging.py": JUDGING,
        f"{folder}slips.yaml": SLIPS,
        "problem.py": "",
    }
    return ReferencePages(write_files(tmp_path, files))


def test_a_problem_is_landed_when_its_page_is_there(pages: ReferencePages) -> None:
    assert pages.is_landed("scale-up")
    assert not pages.is_landed("scale-down")
    assert not pages.is_landed("problem")  # what lies beside the topics is no problem


def test_the_page_is_the_answer_as_it_stands(pages: ReferencePages) -> None:
    assert pages.page("scale-up").source == pages.as_answer("scale-up") == PAGE


def test_entries_and_signatures_are_those_of_the_problem_without_annotations(pages: ReferencePages) -> None:
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


def test_slips_are_known_in_order_and_speak_in_two_sentences(pages: ReferencePages) -> None:
    assert pages.slip_names("scale-up") == ("no-shift", "identity")
    first = pages.slips("scale-up")[0]
    assert first.change == Edit(" + sum(shifts)", "")
    assert first.message == "Your code leaves the shift out. It should add it."


def test_a_slip_is_shown_in_the_page_without_its_head(pages: ReferencePages) -> None:
    shown = pages.slip_source("scale-up", "no-shift")
    assert shown.startswith("def scale_up(")
    assert "    return x * factor  # (N,)\n\n\nclass Scaler(nn.Module):\n" in shown


def test_a_line_that_a_slip_changes_keeps_the_shape_of_its_comment_alone(pages: ReferencePages) -> None:
    """The rest says what is right, and so what is wrong: `# a group of one has no spread` beside what divides by zero."""
    assert "# (N,), shifted by all of them\n" in pages.sound_source("scale-up")
    assert "shifted by all" not in pages.slip_source("scale-up", "no-shift")


def test_a_line_that_a_slip_leaves_keeps_its_comment() -> None:
    shown = packaged_pages().slip_source("grpo-advantages", "equal-rewards-noise")
    assert "    shifted = rewards  # (P,G)\n" in shown
    assert "# a group of one has no spread\n" in shown


def test_what_a_slip_defines_stands_in_the_place_of_the_entry_below_what_it_needs(pages: ReferencePages) -> None:
    shown = pages.slip_source("scale-up", "identity")
    assert shown.startswith(
        "ONE = math.exp(0)\n\n\ndef same(x):\n    return x * ONE\n\n\n"
        "def scale_up(x, factor=2.0, *, shifts=(0.0, 0.1)):\n    return same(x)\n\n\nclass Scaler(nn.Module):\n"
    )


def test_what_is_not_there_is_a_mistake_of_use_with_what_there_is(pages: ReferencePages) -> None:
    with pytest.raises(UsageError) as raised:
        pages.slip_source("scale-up", "no-scale")
    assert raised.value.message == "scale-up has no slip 'no-scale'"
    assert raised.value.hint == "its slips are no-shift, identity"
    with pytest.raises(UsageError) as absent:
        pages.page("scale-down")
    assert absent.value.message == "scale-down has no reference page"


LANDED = sorted(packaged_pages().landed())


@pytest.mark.parametrize("problem", LANDED)
def test_every_slip_can_be_shown(problem: str) -> None:
    """As Python that differs from the page, and without a word of why."""
    pages = packaged_pages()
    assert pages.slip_names(problem)
    for slip in pages.slip_names(problem):
        shown = pages.slip_source(problem, slip)
        compile(shown, slip, "exec")
        assert shown not in pages.as_answer(problem), slip


@pytest.mark.parametrize("problem", LANDED)
def test_every_page_has_the_entries(problem: str) -> None:
    page = packaged_pages().page(problem)
    assert page.entries
    assert len(page.signatures) == len(page.entries)


def test_reading_pages_imports_neither_torch_nor_a_page() -> None:
    code = (
        "import sys; from interview_cli.bank.reference_pages import slip_source, reference_page, is_landed; "
        "assert is_landed('attention'); reference_page('attention'); slip_source('attention', 'no-scale'); "
        "assert not {'torch', 'reference_impls.problem'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
