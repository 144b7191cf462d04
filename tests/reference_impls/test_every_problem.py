"""What must hold for each landed problem, through the real grader: its own page passes, its slips fail and are named."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from interview_cli.bank.reference_pages import packaged_pages
from interview_cli.domain.items.question import Problem as CatalogueEntry
from interview_cli.domain.items.verdict import Outcome
from interview_cli.grading.candidate.paste import entry_names
from interview_cli.grading.host.client import GradingClient
from reference_impls import index
from reference_impls.contents import README, with_contents
from reference_impls.problem import Case, Draw
from reference_impls.slips import Slip

LANDED = sorted(index.landed())
PAGES = packaged_pages()
SLIPS = [(problem_id, slip) for problem_id in LANDED for slip in PAGES.slips(problem_id)]


@pytest.mark.parametrize("problem_id", LANDED)
def test_entries_are_those_of_the_catalogue(problem_id: str, catalogue: dict[str, CatalogueEntry]) -> None:
    problem = index.load(problem_id)
    assert problem.id == problem_id
    assert problem.entry_names() == entry_names(catalogue[problem_id].entry)


@pytest.mark.parametrize("problem_id", LANDED)
def test_signatures_are_those_of_the_catalogue(problem_id: str, catalogue: dict[str, CatalogueEntry]) -> None:
    """Names, order and defaults of the parameters."""
    for text, entry in zip(catalogue[problem_id].entry.split(" and "), index.load(problem_id).entries, strict=True):
        namespace: dict[str, object] = {}
        exec(f"def {text.strip().removeprefix('class ')}: ...", namespace)
        wanted = inspect.signature(namespace[entry.__name__])  # type: ignore[arg-type]
        own = inspect.signature(entry)
        assert [(p.name, p.default) for p in own.parameters.values()] == [
            (p.name, p.default) for p in wanted.parameters.values()
        ]


@pytest.mark.parametrize("problem_id", LANDED)
def test_the_reference_passes(problem_id: str, grader: GradingClient) -> None:
    for seed in (1, 2, 3):
        verdict = grader.grade(problem_id, PAGES.as_answer(problem_id), file="page.py", seed=seed)
        assert verdict.ok, (verdict.message, [c for c in verdict.checks if c.status != "pass"])


@pytest.mark.parametrize(("problem_id", "slip"), SLIPS, ids=[f"{p}-{s.name}" for p, s in SLIPS])
def test_every_slip_fails_and_is_named(problem_id: str, slip: Slip, grader: GradingClient) -> None:
    """Named, and named alone: no two slips of a problem answer alike."""
    verdict = grader.grade(problem_id, slip.applied(PAGES.as_answer(problem_id)), file="slip.py", seed=11)
    assert verdict.outcome in (Outcome.FAIL, Outcome.ERROR), verdict.message
    assert [d.slip for d in verdict.diagnosis] == [slip.name], [(c.name, c.status, c.message) for c in verdict.checks]


@pytest.mark.parametrize("problem_id", LANDED)
def test_slips_have_names_of_their_own_and_say_what_is_done_and_what_is_right(problem_id: str) -> None:
    slips = PAGES.slips(problem_id)
    assert len(slips) >= 3
    assert len({slip.name for slip in slips}) == len(slips)
    for slip in slips:
        assert slip.does.startswith("Your code"), slip
        assert slip.should.startswith("It should"), slip


@pytest.mark.parametrize("problem_id", LANDED)
def test_the_same_seed_gives_the_same_inputs(problem_id: str) -> None:
    problem = index.load(problem_id)
    for dtype in problem.dtypes:
        first, again = (list(problem.cases(Draw(5, dtype))) for _ in range(2))
        assert [case.name for case in first] == [case.name for case in again]
        assert len({case.name for case in first}) == len(first)
        for one, two in zip(first, again, strict=True):
            if isinstance(one, Case) and isinstance(two, Case):
                assert str(one.args) == str(two.args)
                assert all(
                    torch.equal(a, b) for a, b in zip(one.args, two.args, strict=True) if isinstance(a, torch.Tensor)
                )


def answers(kind: str) -> list[Path]:
    """The files in the folders `right` or `wrong` of all problems."""
    return sorted(index.FOLDER.glob(f"*/*/{kind}/*.py"))


def problem_of(path: Path) -> str:
    """The id of the problem in whose folder an answer lies."""
    return path.parts[-3].replace("_", "-")


RIGHT, WRONG = answers("right"), answers("wrong")


@pytest.mark.parametrize("path", RIGHT, ids=lambda path: f"{problem_of(path)}-{path.stem}")
def test_right_answers_in_another_style_pass(
    path: Path, grader: GradingClient, record_property: Callable[[str, object], None]
) -> None:
    verdict = grader.grade(problem_of(path), path.read_text(encoding="utf-8"), file=path.name, seed=21)
    record_property("right answer", "accepted" if verdict.ok else "refused")
    assert verdict.ok, (verdict.message, [c for c in verdict.checks if c.status != "pass"])


@pytest.mark.parametrize("path", WRONG, ids=lambda path: f"{problem_of(path)}-{path.stem}")
def test_wrong_answers_fail(path: Path, grader: GradingClient, record_property: Callable[[str, object], None]) -> None:
    """The first line of a file says which slip must be named: `# slip: no-scale`; `none` where none must."""
    source = path.read_text(encoding="utf-8")
    verdict = grader.grade(problem_of(path), source, file=path.name, seed=22)
    is_named = any(found.slip for found in verdict.diagnosis)
    record_property("wrong answer", "accepted" if verdict.ok else "named" if is_named else "rejected")
    assert verdict.outcome in (Outcome.FAIL, Outcome.ERROR, Outcome.FORBIDDEN, Outcome.TIMEOUT), verdict.message
    head, _, slip = source.splitlines()[0].partition("# slip: ")
    assert not head and slip, "the first line says no slip"
    assert slip == "none" or slip in [d.slip for d in verdict.diagnosis]


@pytest.mark.parametrize("problem_id", LANDED)
def test_another_right_style_and_an_oracle_are_there(problem_id: str) -> None:
    folder = index.folder_of(problem_id)
    assert folder is not None
    assert list(folder.glob("right/*.py"))
    assert (folder / f"test_{folder.name}.py").is_file()


def test_the_readme_lists_every_page() -> None:
    """`python -m reference_impls.contents` writes the list."""
    text = README.read_text(encoding="utf-8")
    assert text == with_contents(text)
