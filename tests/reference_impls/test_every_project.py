"""What must hold for each project: as it is it passes; each mistake alone fails a check and shows what its text says."""

from __future__ import annotations

import ast
import functools
import sys

import pytest

from reference_impls.projects import index
from reference_impls.projects.running import Project, checks_of, failing, judging_of, quiet
from reference_impls.projects.slips import ProjectSlip, line_of, planted, read_project_slips

SEEDS = (0, 1)
PARAGRAPH = 5
ALLOWED = {"torch", *sys.stdlib_module_names}


def slips_of(name: str) -> tuple[ProjectSlip, ...]:
    return read_project_slips(index.folder_of(name))


def project(name: str, *slips: ProjectSlip) -> Project:
    """The project with these mistakes in it."""
    with quiet(seed=0):
        return Project(planted(slips, index.sources(name)))


def measured(name: str, seed: int, *slips: ProjectSlip) -> dict[str, float]:
    """What a training run with these mistakes comes to."""
    with quiet(seed):
        metrics: dict[str, float] = judging_of(name).measure(project(name, *slips), seed)
    return metrics


@functools.cache
def measured_as_it_is(name: str, seed: int) -> dict[str, float]:
    return measured(name, seed)


def all_slips() -> list[object]:
    return [
        pytest.param(name, slip, id=f"{name}-{slip.name}", marks=pytest.mark.xdist_group(name))
        for name in index.names()
        for slip in slips_of(name)
    ]


each_project = pytest.mark.parametrize("name", index.names())
each_slip = pytest.mark.parametrize(("name", "slip"), all_slips())


@each_project
def test_the_sound_project_passes_every_check_and_reaches_its_loss(name: str) -> None:
    assert failing(project(name), checks_of(name)) == {}


@pytest.mark.exhaustive
@each_project
def test_no_two_mistakes_of_a_project_fail_the_same_quick_checks(name: str) -> None:
    """So that what is left can be read from which quick checks fail."""
    quick = [check for check in checks_of(name) if not check.trains]
    found: dict[tuple[str, ...], str] = {}
    for slip in slips_of(name):
        seen = tuple(failing(project(name, slip), quick))
        assert seen, f"{slip.name} passes every quick check"
        assert seen not in found, f"{slip.name} and {found[seen]} fail the same checks: {seen}"
        found[seen] = slip.name


@each_project
def test_a_project_has_eight_mistakes_or_more_of_four_kinds_each_told_in_whole_sentences(name: str) -> None:
    slips = slips_of(name)
    assert len(slips) >= 8
    assert len({slip.name for slip in slips}) == len(slips)
    assert len({slip.kind for slip in slips}) >= 4
    for slip in slips:
        assert slip.does.startswith("Your code")
        assert slip.should.startswith("It should")
        assert all(text.endswith(".") for text in (slip.does, slip.should, slip.shows, slip.find))
        assert line_of(slip, index.sources(name)) > 0


@each_project
def test_a_project_is_small_and_needs_torch_alone(name: str) -> None:
    sources = index.sources(name)
    modules = {file.removesuffix(".py") for file in sources if file.endswith(".py")}
    code = {file: text for file, text in sources.items() if file.endswith(".py")}
    assert "plot.py" in code
    assert 2 <= len(code) - 1 <= 5
    assert 100 <= sum(len(text.splitlines()) for text in code.values()) <= 340
    assert len(sources["README.md"].splitlines()) == PARAGRAPH
    for text in code.values():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Import):
                assert {alias.name.split(".")[0] for alias in node.names} <= ALLOWED | modules
            if isinstance(node, ast.ImportFrom):
                assert node.module
                assert node.module.split(".")[0] in ALLOWED | modules


def test_every_project_plots_alike() -> None:
    assert len({index.sources(name)["plot.py"] for name in index.names()}) == 1


@pytest.mark.exhaustive
@each_slip
def test_a_mistake_shows_what_its_text_says(name: str, slip: ProjectSlip) -> None:
    """On each seed; the sound run does not, except where the text says that the log shows nothing."""
    assert all(slip.is_shown_by(measured(name, seed, slip)) for seed in SEEDS)
    if not slip.shows.startswith("Nothing in the log"):
        assert not any(slip.is_shown_by(measured_as_it_is(name, seed)) for seed in SEEDS)
