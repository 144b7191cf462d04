"""Projects with planted mistakes, judged in a confined process: what is left, and what happens to files that cannot run."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pytest

from interview_cli.domain.items.verdict import CheckStatus, Outcome
from interview_cli.domain.plantings.planting import Planting
from interview_cli.grading.confinement.lockdown import Confinement
from interview_cli.grading.confinement.surroundings import clean_environment
from interview_cli.grading.host import server
from interview_cli.grading.host.client import GradingClient
from interview_cli.grading.host.starting import spawn_worker
from interview_cli.grading.planting import projects
from interview_cli.grading.planting.compose import NoPlanting
from interview_cli.grading.planting.projects import (
    Failed,
    each_fails_something_else,
    fail_together_what_they_fail_alone,
    judge_project,
    project_planting,
)
from interview_cli.grading.wire.limits import Limits
from reference_impls.projects import index
from reference_impls.projects.running import checks_of
from reference_impls.projects.slips import ProjectSlip, planted, read_project_slips
from reference_impls.slips import Edit

pytestmark = pytest.mark.xdist_group("project planting")  # the mistakes are found once, by one worker
NAME, SEED = "char-gpt", 1


@pytest.fixture(scope="module")
def planting() -> Planting:
    return project_planting(NAME, 3, SEED)


@pytest.fixture(scope="module")
def grader() -> Iterator[GradingClient]:
    client = GradingClient({}, os.environ)
    yield client
    client.close()


def files_with(planting: Planting, *names: str) -> Mapping[str, str]:
    slips = [slip for slip in read_project_slips(index.folder_of(NAME)) if slip.name in names]
    return planted(slips, index.sources(NAME))


def test_the_mistakes_are_told_with_their_places_and_differ_in_kind(planting: Planting) -> None:
    assert len(planting.mistakes) == 3 and len({mistake.kind for mistake in planting.mistakes}) == 3
    for mistake in planting.mistakes:
        line = planting.files[mistake.file].splitlines()[mistake.line - 1]
        assert line.strip() == mistake.wrong.splitlines()[0].strip()
        assert set(mistake.fails) <= {check.name for check in checks_of(NAME)}
    assert planting.files == files_with(planting, *planting.names)


def test_every_repair_is_counted_and_the_sound_project_passes(planting: Planting, grader: GradingClient) -> None:
    first, second, third = planting.names
    for left in ((first, second, third), (second, third), (first,), ()):
        verdict = grader.repair(planting, files_with(planting, *left), file="here")
        assert verdict.standing is not None and verdict.standing.is_known, verdict.message
        assert (set(verdict.standing.left), verdict.standing.other) == (set(left), "")
        assert verdict.ok is (not left)
        trained = [check for check, known in zip(verdict.checks, checks_of(NAME), strict=True) if known.trains]
        assert {check.status for check in trained} == {CheckStatus.NOT_RUN if left else CheckStatus.PASS}


def test_files_that_cannot_be_run_are_said_and_nothing_passes(planting: Planting, grader: GradingClient) -> None:
    sound = dict(index.sources(NAME))
    for change, outcome, said in (
        ({"model.py": None}, Outcome.INVALID, "model.py is missing"),
        ({"model.py": "def GPT(:\n"}, Outcome.INVALID, "model.py, line 1: "),
        (
            {"model.py": "x = " + "-" * 30_000 + "1\n"},
            Outcome.INVALID,
            "model.py: the file nests too deeply to be read",
        ),
        (
            {"model.py": f"x = {'+'.join('1' * 20_000)}\n"},
            Outcome.INVALID,
            "model.py: the file nests too deeply to be read",
        ),
        ({"model.py": ""}, Outcome.INVALID, "can't be imported"),
        ({"data.py": "raise SystemExit\n"}, Outcome.INVALID, "can't be imported"),
        (
            {"plot.py": "def other():\n    pass\n"},
            Outcome.INVALID,
            "can't be imported: ImportError: cannot import name 'draw'",
        ),
    ):
        files = {name: text for name, text in (sound | change).items() if text is not None}
        verdict = grader.repair(planting, files, file="here")
        assert verdict.outcome is outcome and said in verdict.message
        assert verdict.standing is not None and not verdict.standing.is_known and verdict.standing.fixed == 0


def test_an_endless_loop_ends_at_the_limit_of_quick_checks(planting: Planting, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a second here. Nothing is said of mistakes then."""
    monkeypatch.setattr(projects, "QUICK_CPU_SECONDS", 1.0)
    confinement = Confinement(Limits(cpu_seconds=0.5), conceal=tuple(server.private_folders()))
    worker = spawn_worker(confinement, server.hidden_folders(), clean_environment(os.environ))
    files = {**index.sources(NAME), "data.py": "while True:\n    pass\n"}
    verdict = judge_project(planting, files, "here", worker)
    worker.reap()
    assert verdict.outcome is Outcome.TIMEOUT
    assert verdict.message.startswith("the project ran for more than 1 s")  # a busy computer is told besides
    assert verdict.standing is None


def test_of_a_save_that_never_ran_no_missing_isolation_is_said(planting: Planting, grader: GradingClient) -> None:
    """Its process was not needed, so it has not told which layers are on; nor has the one that plants."""
    verdict = grader.repair(planting, {"model.py": "def GPT(:\n"}, file="here")
    assert verdict.outcome is Outcome.INVALID
    assert grader.open_layers == ()


def test_a_file_that_wants_to_leave_fails_the_check_that_calls_it(planting: Planting, grader: GradingClient) -> None:
    """It was imported, and the other checks say what is left."""
    leaving = planting.files["data.py"] + "\n\ndef split(tokens):\n    raise SystemExit(3)\n"
    verdict = grader.repair(planting, {**planting.files, "data.py": leaving}, file="char-gpt")
    assert verdict.outcome is Outcome.FAIL and verdict.standing is not None
    assert verdict.standing.is_known
    assert any(check.message == "SystemExit: 3" for check in verdict.checks)


def test_a_new_mistake_is_said(planting: Planting, grader: GradingClient) -> None:
    files = dict(index.sources(NAME))
    files["train.py"] = files["train.py"].replace("PEAK_LR", "PEAK", 1)
    verdict = grader.repair(planting, files, file="here")
    assert not verdict.ok and verdict.standing is not None
    assert verdict.standing.other or not verdict.standing.is_known


def test_more_mistakes_than_there_are_cannot_stand_together() -> None:
    with pytest.raises(NoPlanting):
        project_planting(NAME, 99, SEED)


class Told(Failed):
    """What fails, by the letters of the mistakes, as it is told."""

    def __init__(self, **told: str) -> None:
        super().__init__({}, ())
        self._told = told

    def _run(self, slips: Sequence[ProjectSlip]) -> frozenset[str]:
        return frozenset(self._told["".join(sorted(slip.name for slip in slips))])


A, B, C = (
    ProjectSlip(name, "sign", "Your code.", "It should.", "S.", "F.", "a.py", Edit("1", "2"), {"loss": (0.0, 1.0)})
    for name in "abc"
)


def test_a_mistake_that_another_one_hides_is_not_planted_beside_it_be_they_only_two() -> None:
    """Whoever repairs a alone would be told that it is left: all that it fails, b fails."""
    assert not each_fails_something_else([A, B], Told(a="x", b="xy"))
    assert not each_fails_something_else([A, B, C], Told(a="xy", b="x", c="y"))
    assert each_fails_something_else([A, B, C], Told(a="xy", b="xz", c="v"))


def test_mistakes_that_fail_together_what_none_fails_alone_are_not_planted() -> None:
    assert fail_together_what_they_fail_alone([A, B], Told(a="x", b="y", ab="xy"))
    assert not fail_together_what_they_fail_alone([A, B], Told(a="x", b="y", ab="xyz"))
    assert not fail_together_what_they_fail_alone([A, B], Told(a="x", b="y", ab="y"))


def test_a_check_that_a_mistake_fails_alone_tells_it_from_the_others(planting: Planting) -> None:
    one, other, _ = planting.mistakes
    assert not set(one.fails) <= set(other.fails)
    assert replace(planting, mistakes=(one,)).names == (one.name,)
