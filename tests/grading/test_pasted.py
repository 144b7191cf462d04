"""Code as people paste it, from guides, notebooks, model repositories and interview sites: each file of `pasted/`.

Its first lines are `# problem: ID`, then perhaps `# expect: OUTCOME` (pass if it is not said) and `# says: WORDS`, which
must stand in the message, a note or the diagnosis, or `# not: WORDS`, which must not. None of them imports what everybody has.

Those in `pasted/alike/` are graded by `--exhaustive`: no line or branch of the candidate's side runs for them alone.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from interview_cli.domain.items.verdict import Outcome, Verdict
from interview_cli.grading.host.client import GradingClient, Options
from tests.grading.inline import REAL_SEED

SAID = re.compile(r"^(?:# | \{.*\[\")?#? ?(problem|expect|says|not): (.*?)(?:\"\]\},)?$")


def said(source: str, key: str) -> list[str]:
    """What the `# key: value` lines at the top say."""
    found = [match for line in source.splitlines()[:6] if (match := SAID.match(line))]
    return [match[2] for match in found if match[1] == key]


def problem_of(path: Path) -> str:
    """What the file answers."""
    return said(path.read_text(encoding="utf-8"), "problem")[0]


MENDED = "your code passes every check"
"""How a change that mends a file is told."""
PASTED = Path(__file__).parent / "pasted"
ALIKE = PASTED / "alike"
FILES = sorted([*PASTED.glob("*.*"), *ALIKE.iterdir()], key=lambda path: (problem_of(path), path.name))
"""Those of one problem in turn, by one worker: a judge keeps what the reference gives for the problem asked last."""


@contextmanager
def explaining(grader: GradingClient, *, asked: bool, says: Sequence[str]) -> Iterator[None]:
    """Why a file is wrong is looked for where somebody reads it, and takes as long as two grades.

    Likewise two mistakes at once, and a change that mends it.
    """
    options, usual = grader.options, Options()
    pair_seconds = usual.pair_seconds if len(says) > 1 else options.pair_seconds
    repair_seconds = usual.repair_seconds if any(MENDED in words for words in says) else options.repair_seconds
    grader.options = replace(options, explain=asked, pair_seconds=pair_seconds, repair_seconds=repair_seconds)
    try:
        yield
    finally:
        grader.options = options


def words_of(verdict: Verdict) -> str:
    """All that a person is told."""
    return " ".join([verdict.message, *verdict.notes, *(found.message for found in verdict.diagnosis)])


def marks(path: Path) -> list[pytest.MarkDecorator]:
    """By which worker and when a file is graded."""
    return [pytest.mark.xdist_group(problem_of(path)), *([pytest.mark.exhaustive] if path.parent == ALIKE else [])]


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem, marks=marks(path)) for path in FILES])
def test_pasted_code_is_judged_for_what_it_does(path: Path, grader: GradingClient) -> None:
    source = path.read_text(encoding="utf-8")
    expected = said(source, "expect") or ["pass"]
    says = said(source, "says")
    with explaining(grader, asked=bool(says or said(source, "not")) or expected != ["fail"], says=says):
        verdict = grader.grade(problem_of(path), source, file=path.name, seed=REAL_SEED)
    assert [verdict.outcome.value] == expected, words_of(verdict)
    for words in says:
        assert words in words_of(verdict)
    for words in said(source, "not"):
        assert words not in words_of(verdict)
    if verdict.outcome is Outcome.ERROR:
        assert verdict.diagnosis, "an exception alone says nothing that one can act on"


LIBRARIES = {"matplotlib": "pyplot", "scipy": "special", "sklearn": "cluster"}


@pytest.mark.parametrize("library", LIBRARIES)
def test_libraries_of_the_extra_are_there_or_named_with_it(library: str, grader: GradingClient) -> None:
    use = f"from {library} import {LIBRARIES[library]} as used"
    source = f"{use}\ndef gelu(x):\n    used\n    return x * (1 + torch.erf(x / 2**0.5)) / 2"
    verdict = grader.grade("gelu", source, file="a.py", seed=4)
    if importlib.util.find_spec(library):
        assert verdict.ok, words_of(verdict)
    else:
        assert verdict.outcome is Outcome.INVALID
        assert verdict.message.endswith("which is not installed here: pip install 'interview-cli[libraries]'")


def test_only_tensors_whose_gradient_is_compared_ask_for_one(grader: GradingClient) -> None:
    """`float(alpha_bar)` would print torch's warning as if the file had said it."""
    source = (
        "def q_sample(x0, t, eps, alphas_bar):\n    assert not alphas_bar.requires_grad\n    a = alphas_bar[t]\n"
        "    a = a.view(-1, *[1] * (x0.ndim - 1))\n    return a.sqrt() * x0 + (1 - a).sqrt() * eps\n"
    )
    verdict = grader.grade("forward-diffuse", source, file="a.py", seed=4)
    assert verdict.ok, words_of(verdict)
    detached = source.replace("a.sqrt() * x0", "a.sqrt() * x0.detach()")
    assert not grader.grade("forward-diffuse", detached, file="a.py", seed=4).ok


BESIDE = "\ndef gelu(x):\n    return x * (1 + torch.erf(x / 2**0.5)) / 2\n"


@pytest.mark.parametrize(
    ("beside", "note"),
    [
        ("gelu(1, 2, 3)", "TypeError: gelu() takes 1 positional argument"),
        ("assert torch.nn.functional.gelu(torch.ones(1)) == gelu(torch.ones(1))", "beside the solution: not counted"),
        ("import nowhere as n\nn.show(gelu)", "not imported, since the solution does without: nowhere"),
        ("while True: pass", "stopped after 1 s"),
        ("raise SystemExit(3)", "SystemExit: 3"),
        ("for p in range(3): print(undefined)", "name 'undefined' is not defined"),
    ],
)
@pytest.mark.parametrize("place", ["above", "below"])
def test_what_stands_beside_the_solution_is_told_and_not_counted(
    beside: str, note: str, place: str, grader: GradingClient
) -> None:
    source = (
        BESIDE + beside
        if place == "below"
        else beside.replace("gelu(1, 2, 3)", 'raise TypeError("gelu() takes 1 positional argument")') + BESIDE
    )
    verdict = grader.grade("gelu", source, file="a.py", seed=4)
    assert verdict.ok, words_of(verdict)
    assert note in words_of(verdict) or (place == "above" and "line" in words_of(verdict))


@pytest.mark.parametrize("seed", range(6))
def test_what_passes_through_float32_is_right_under_every_seed(seed: int, grader: GradingClient) -> None:
    """Four of these six were refused: large scores show the rounding of a softmax in float32 many times over."""
    source = (PASTED / "llama_gqa_float32.py").read_text(encoding="utf-8")
    verdict = grader.grade("grouped-query-attention", source, file="a.py", seed=seed)
    assert verdict.ok, verdict.checks


def test_a_small_mistake_in_float64_is_no_rounding(grader: GradingClient) -> None:
    source = (PASTED / "llama_gqa_float32.py").read_text(encoding="utf-8")
    wrong = source.replace("math.sqrt(query_states.shape[-1])", "(math.sqrt(query_states.shape[-1]) + 2e-5)")
    assert wrong != source
    assert not grader.grade("grouped-query-attention", wrong, file="a.py", seed=1).ok


def test_an_argument_that_is_changed_is_named_in_every_check(grader: GradingClient) -> None:
    source = (
        "def largest_rectangle(heights):\n    heights.append(0)\n    best, open_bars = 0, [-1]\n"
        "    for i, h in enumerate(heights):\n        while heights[open_bars[-1]] > h:\n"
        "            best = max(best, heights[open_bars.pop()] * (i - open_bars[-1] - 1))\n        open_bars.append(i)\n"
        "    return best\n"
    )
    verdict = grader.grade("largest-rectangle", source, file="a.py", seed=4)
    assert not verdict.ok
    assert "args[0]" not in str(verdict.checks)
