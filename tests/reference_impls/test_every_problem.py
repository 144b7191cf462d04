"""What must hold for each landed problem: its own page passes, its slips fail and are named, right and wrong files likewise.

One test judges all answers of a kind: what the reference gives for them is made once. Most are graded in this process, and
a sample goes through the real grader.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
import torch

from interview_cli.bank.reference_pages import packaged_pages
from interview_cli.domain.items.question import Problem as CatalogueEntry
from interview_cli.domain.items.verdict import Outcome, Verdict
from interview_cli.grading.candidate.source.paste import entry_names
from interview_cli.grading.diagnosis.replay import entries_of
from interview_cli.grading.host.client import GradingClient
from reference_impls import index
from reference_impls.contents import README, with_contents
from reference_impls.problem import Case, Draw
from tests.grading.inline import REAL_SEED, HalfDesk, InlineGrader
from tests.grading.renamed import renamed_page
from tests.grading.table import Table, entries_of_files

PAGES = packaged_pages()
REJECTED = (Outcome.FAIL, Outcome.ERROR, Outcome.FORBIDDEN, Outcome.TIMEOUT, Outcome.MEMORY)
OUT_OF_SIGHT = re.compile(r"default argument|\bmemo\b|\bseeds?\b|random start values")
"""What answers don't show: other code gives the same ones."""
AS_AN_EXAMPLE = re.compile(r"for example|perhaps|\bas .* does\b")
"""How it may be told all the same."""
SEEDS = range(20)
TELLING_SEEDS = (11, 12, 13, 14, 15, 16)
"""Some mistakes differ on few inputs alone, as two that fill with numbers of about one size."""
SLOW_SECONDS = 1.5
"""A wrong answer that takes longer is too slow; it has the whole limit by `--exhaustive`."""
GRADED_ANYHOW = 48
"""One slip of so many goes through the judge, though a table has told it apart."""
REAL_ANYHOW, NAMED_ANYHOW, RIGHT_ANYHOW = 12, 16, 12
"""One right answer of so many is graded by the real grader, and one of so many by the judge here, though a table shows that it
is right; one wrong answer of so many is named."""
REAL_PROBLEMS = 3
"""The real grader has the page, right answers and a known mistake of one problem in so many, and of all by `--exhaustive`."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test for each problem, on one worker, so that what the reference gives is kept."""
    if "problem_id" in metafunc.fixturenames:
        asked = metafunc.config.getoption("--problem")
        problems = sorted(index.landed()) if asked is None else [asked]
        marked = [pytest.param(each, id=each, marks=pytest.mark.xdist_group(each)) for each in problems]
        metafunc.parametrize("problem_id", marked)


@pytest.fixture(scope="module")
def half(catalogue: dict[str, CatalogueEntry]) -> InlineGrader:
    """The same, with half of the questions: what fails there need not be asked the rest."""
    return InlineGrader(catalogue, HalfDesk)


@pytest.fixture(scope="module")
def inline(catalogue: dict[str, CatalogueEntry]) -> InlineGrader:
    """A grader without processes, for sources of our own."""
    return InlineGrader(catalogue)


def answers(problem_id: str, kind: str) -> list[Path]:
    """The files in the folder `right` or `wrong` of a problem."""
    folder = index.folder_of(problem_id)
    assert folder is not None
    return sorted(folder.glob(f"{kind}/*.py"))


def seen(verdict: Verdict) -> object:
    """What a failing test shows."""
    return verdict.message, [check for check in verdict.checks if check.status != "pass"], verdict.diagnosis


# --- page and catalogue -----------------------------------------------------------------------------------------------


def test_entries_are_those_of_the_catalogue(problem_id: str, catalogue: dict[str, CatalogueEntry]) -> None:
    problem = index.load(problem_id)
    assert problem.id == problem_id
    assert problem.entry_names() == entry_names(catalogue[problem_id].entry)


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


def test_slips_have_names_of_their_own_and_say_what_is_done_and_what_is_right(problem_id: str) -> None:
    slips = PAGES.slips(problem_id)
    assert len(slips) >= 3
    assert len({slip.name for slip in slips}) == len(slips)
    for slip in slips:
        assert slip.does.startswith("Your code"), slip
        assert slip.should.startswith("It should"), slip
        assert OUT_OF_SIGHT.search(slip.does) is None or AS_AN_EXAMPLE.search(slip.does), slip


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


# --- answers ----------------------------------------------------------------------------------------------------------


def test_every_slip_fails_and_is_named(problem_id: str, half: InlineGrader, inline: InlineGrader) -> None:
    """Named on the first inputs, and on some inputs named alone: no two slips of a problem answer alike everywhere.

    Most of what a table tells apart is not graded: a sample is, and all of it by `--exhaustive`.
    """
    page, slips, found = PAGES.as_answer(problem_id), PAGES.slips(problem_id), dict[str, Any]()
    problem = index.load(problem_id)
    rows = {slip.name: entries_of(problem, slip) for slip in slips}
    told = Table(problem, rows, TELLING_SEEDS[0]).told_apart()
    for place, slip in enumerate(slips):
        source = slip.applied(page)
        if place % GRADED_ANYHOW != GRADED_ANYHOW // 2 and slip.name in told:
            continue
        if standing(half.grade(problem_id, source, seed=TELLING_SEEDS[0])) == (True, [slip.name]):
            continue
        for seed in TELLING_SEEDS:
            verdict = inline.grade(problem_id, source, seed=seed)
            fails, named = standing(verdict)
            if not fails or slip.name not in named or named == [slip.name]:
                break
        if (fails, named) != (True, [slip.name]):
            found[slip.name] = (verdict["verdict"], verdict["message"], named)
    assert found == {}


def standing(verdict: dict[str, Any]) -> tuple[bool, list[str]]:
    """Whether the answer is wrong, and what it is called."""
    return verdict["verdict"] in ("fail", "error"), [entry["slip"] for entry in verdict["diagnosis"]]


def is_for_the_real_grader(problem_id: str, config: pytest.Config) -> bool:
    """Whether it is one of the problems that the real grader has in a usual run; by `--problem` each is."""
    return bool(config.getoption("--problem")) or sorted(index.landed()).index(problem_id) % REAL_PROBLEMS == 0


def test_the_page_passes_and_its_first_slip_is_named_by_the_real_grader(
    problem_id: str, inline: InlineGrader, grader: GradingClient, request: pytest.FixtureRequest
) -> None:
    """Two problems in three by a judge in this process."""
    page = PAGES.as_answer(problem_id)
    if not is_for_the_real_grader(problem_id, request.config):
        own = inline.grade(problem_id, page, REAL_SEED, explained=False)
        assert own["verdict"] == "pass", own
        return
    verdict = grader.grade(problem_id, page, file="page.py", seed=REAL_SEED)
    assert verdict.ok, seen(verdict)
    slip = PAGES.slips(problem_id)[0]
    verdict = grader.grade(problem_id, slip.applied(page), file="slip.py", seed=REAL_SEED)
    assert slip.name in [entry.slip for entry in verdict.diagnosis], seen(verdict)


def test_right_answers_in_another_style_pass(
    problem_id: str,
    inline: InlineGrader,
    grader: GradingClient,
    request: pytest.FixtureRequest,
    record_property: Callable[[str, object], None],
) -> None:
    """One in twelve by the judge, and what no table shows to be right; some by the real grader, as all by `--exhaustive`."""
    refused, files = dict[str, Any](), answers(problem_id, "right")
    is_real = is_for_the_real_grader(problem_id, request.config)
    problem = index.load(problem_id)
    told = Table(problem, entries_of_files(problem, files), TELLING_SEEDS[0]).right_by_all()
    for place, path in enumerate(files):
        source = path.read_text(encoding="utf-8")
        if path.name in told and place % RIGHT_ANYHOW:
            record_property("right answer", "accepted")
            continue
        if (place % REAL_ANYHOW or not is_real) and inline.grade(problem_id, source, TELLING_SEEDS[0], explained=False)[
            "verdict"
        ] == "pass":
            record_property("right answer", "accepted")
            continue
        verdict = grader.grade(problem_id, source, file=path.name, seed=REAL_SEED)
        record_property("right answer", "accepted" if verdict.ok else "refused")
        refused |= {} if verdict.ok else {path.name: seen(verdict)}
    assert files
    assert refused == {}


def test_the_page_with_other_names_for_all_parameters_passes(problem_id: str, half: InlineGrader) -> None:
    verdict = half.grade(problem_id, renamed_page(problem_id), TELLING_SEEDS[0], explained=False)
    assert verdict["verdict"] == "pass", (verdict["message"], verdict["notes"], verdict["checks"][:1])


def test_wrong_answers_fail(
    problem_id: str,
    half: InlineGrader,
    inline: InlineGrader,
    grader: GradingClient,
    record_property: Callable[[str, object], None],
) -> None:
    """Each by a value in a table, or by its first check that fails.

    What passes there may use what is forbidden, or take too long: the real grader says so.
    """
    accepted, files = dict[str, Any](), answers(problem_id, "wrong")
    problem = index.load(problem_id)
    told = Table(problem, entries_of_files(problem, files), TELLING_SEEDS[0]).wrong_by_a_value()
    for path in files:
        if path.name in told:
            record_property("wrong answer", "rejected")
            continue
        source = path.read_text(encoding="utf-8")
        found = half.first_fault(problem_id, source, TELLING_SEEDS[0])
        if found == "pass":
            found = inline.first_fault(problem_id, source, 22)
        if found not in ("fail", "error"):
            with patch.object(grader, "options", replace(grader.options, timeout=SLOW_SECONDS, explain=False)):
                verdict = grader.grade(problem_id, source, file=path.name, seed=22)
            accepted |= {} if verdict.outcome in REJECTED else {path.name: seen(verdict)}
        record_property("wrong answer", "accepted" if path.name in accepted else "rejected")
    assert accepted == {}


def test_wrong_answers_are_named(
    problem_id: str,
    half: InlineGrader,
    inline: InlineGrader,
    request: pytest.FixtureRequest,
    record_property: Callable[[str, object], None],
) -> None:
    """The first line of a file says which slip must be named: `# slip: no-scale`; `none` where none must.

    One in sixteen of them, and all by `--problem`; by `--exhaustive` in the real grader. A name that half of the questions give
    is asked of all of them there, too.
    """
    every = 1 if request.config.getoption("--problem") else NAMED_ANYHOW
    unnamed = dict[str, Any]()
    for path in answers(problem_id, "wrong")[::every]:
        source = path.read_text(encoding="utf-8")
        slip = expected_slip(source)
        if slip == "none":
            continue
        named = standing(half.grade(problem_id, source, seed=TELLING_SEEDS[0]))[1]
        if slip not in named:
            named = standing(inline.grade(problem_id, source, seed=22))[1]
        record_property("known mistake", "named" if slip in named else "unnamed")
        unnamed |= {} if slip in named else {path.name: (slip, named)}
    assert unnamed == {}


def expected_slip(source: str) -> str:
    """What the first line says. Raises: AssertionError if it says nothing."""
    head, _, slip = source.splitlines()[0].partition("# slip: ")
    assert not head and slip, source.splitlines()[0]
    return slip


@pytest.mark.exhaustive
def test_right_answers_pass_on_every_seed(problem_id: str, grader: GradingClient) -> None:
    sources = {path.name: path.read_text(encoding="utf-8") for path in answers(problem_id, "right")}
    sources["page.py"] = PAGES.as_answer(problem_id)
    refused = {}
    for seed in SEEDS:
        for name, source in sources.items():
            verdict = grader.grade(problem_id, source, file=name, seed=seed)
            if not verdict.ok:
                refused[name, seed] = seen(verdict)
    assert refused == {}


@pytest.mark.exhaustive
def test_wrong_answers_fail_in_the_real_grader(problem_id: str, grader: GradingClient) -> None:
    found = {}
    for path in answers(problem_id, "wrong"):
        source = path.read_text(encoding="utf-8")
        verdict = grader.grade(problem_id, source, file=path.name, seed=22)
        named = [entry.slip for entry in verdict.diagnosis]
        if verdict.outcome not in REJECTED or expected_slip(source) not in ["none", *named]:
            found[path.name] = (expected_slip(source), seen(verdict))
    assert found == {}


@pytest.mark.exhaustive
def test_every_slip_is_named_by_the_real_grader(problem_id: str, grader: GradingClient) -> None:
    page, found = PAGES.as_answer(problem_id), {}
    for slip in PAGES.slips(problem_id):
        verdict = grader.grade(problem_id, slip.applied(page), file="slip.py", seed=12)
        if verdict.outcome not in REJECTED or [entry.slip for entry in verdict.diagnosis] != [slip.name]:
            found[slip.name] = seen(verdict)
    assert found == {}


# --- the folder -------------------------------------------------------------------------------------------------------


def test_an_oracle_is_there(problem_id: str) -> None:
    folder = index.folder_of(problem_id)
    assert folder is not None
    assert (folder / f"test_{folder.name}.py").is_file()


def test_the_readme_lists_every_page() -> None:
    """`python -m reference_impls.contents` writes the list."""
    text = README.read_text(encoding="utf-8")
    assert text == with_contents(text)
