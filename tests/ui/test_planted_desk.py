"""An exercise of several files at the desk of a drill or a round: where it is, how it opens, and what is graded."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.domain.errors import InterviewError
from interview_cli.domain.history.event import Event
from interview_cli.domain.items.question import Debug
from interview_cli.domain.items.shown import present
from interview_cli.domain.items.verdict import Outcome, Verdict
from interview_cli.domain.plantings.planting import Planting, Standing
from interview_cli.services.code.grade import GradeLog
from interview_cli.ui.asking.lines import Interrupts
from interview_cli.ui.code.code_desk import CodeDesk, left_in, saves_among
from interview_cli.ui.code.planted_files import apart, as_one
from interview_cli.ui.terminal import Terminal
from tests.domain.test_plantings import SCALE
from tests.fakes import FakeClock, MemoryLog, SequentialIds, bank_of, code
from tests.ui.test_mock_loop import Tty

FILES = {"README.md": "Two files.\n", "model.py": "x = 1\n", "train.py": "from model import x"}
ITEM = Debug(id="q17-debug-project-a", kind="debug", concepts=("s17-a",), prompt="Fix it.", project="a", bugs=1)
SHOWN = present(ITEM, 7)


class Planter:
    """Plants one mistake in a project of two files, and keeps what it is asked to grade."""

    def __init__(self) -> None:
        self.graded: list[Mapping[str, str]] = []

    def warm(self) -> None:
        return None

    def plant(self, problem: str, bugs: int, seed: int) -> Planting:
        return Planting(problem, seed, (SCALE,), FILES, 3)

    def repair(self, planting: Planting, files: Mapping[str, str], *, file: str) -> Verdict:
        self.graded.append(files)
        return Verdict(planting.problem, file, Outcome.PASS, "", planting.seed, standing=Standing(planting.kinds, ()))

    def close(self) -> None:
        return None


@pytest.fixture
def planter() -> Planter:
    return Planter()


@pytest.fixture
def desk(planter: Planter, tmp_path: Path) -> CodeDesk:
    terminal = Terminal(Tty(), Tty(), io.StringIO(), {"TERM": "xterm"})
    return CodeDesk(terminal, Interrupts(), lambda: planter, tmp_path, "vi -n", {})  # type: ignore[arg-type, return-value]


def test_a_project_has_a_folder_of_its_own_and_all_its_code_is_opened(desk: CodeDesk, tmp_path: Path) -> None:
    desk.open(SHOWN)
    folder = tmp_path / "q17-debug-project-a-7"
    assert {path.name: path.read_text() for path in folder.iterdir()} == FILES
    assert f"Your files: {folder}" in desk.terminal.stdout.getvalue()  # type: ignore[attr-defined]
    assert desk.opening(SHOWN) == (folder / "train.py", ["vi", "-n", str(folder / "model.py")])
    assert not desk.takes_paste(SHOWN)


def test_what_is_graded_are_the_files_as_they_stand(desk: CodeDesk, planter: Planter, tmp_path: Path) -> None:
    desk.make(SHOWN)
    assert desk.is_untouched(SHOWN)
    with pytest.raises(InterviewError, match="are still as they were given"):
        desk.written(SHOWN)
    (tmp_path / "q17-debug-project-a-7" / "model.py").write_text("x = 2\n")
    (tmp_path / "q17-debug-project-a-7" / "README.md").unlink()
    verdict = desk.grade_silently(SHOWN, desk.written(SHOWN), name=desk.file_name(SHOWN), seed=1)
    assert verdict.problem == ITEM.id and verdict.ok
    assert planter.graded == [{"model.py": "x = 2\n", "train.py": "from model import x"}]


def test_a_project_that_is_begun_anew_keeps_the_old_files(desk: CodeDesk, tmp_path: Path) -> None:
    desk.make(SHOWN)
    (tmp_path / "q17-debug-project-a-7" / "model.py").write_text("x = 2\n")
    desk.write_anew(SHOWN, date(2026, 11, 29))
    assert desk.is_untouched(SHOWN)
    assert (tmp_path / "q17-debug-project-a-7.2026-11-29" / "model.py").read_text() == "x = 2\n"


def test_hints_go_on_after_the_program_was_ended(planter: Planter, tmp_path: Path) -> None:
    terminal = Terminal(Tty(), Tty(), io.StringIO(), {"TERM": "xterm"})
    first, second = (CodeDesk(terminal, Interrupts(), lambda: planter, tmp_path, None, {}) for _ in range(2))  # type: ignore[arg-type, return-value]
    one, other = (first.hint(SHOWN, (), taken) for taken in range(2))
    assert first.hint(SHOWN, (), 2) == second.hint(SHOWN, (), 2)
    assert second.hint(SHOWN, (), 3) not in (None, one, other)
    assert second.hint(SHOWN, (), 4) is None
    assert second.hint(SHOWN, (graded(4, Outcome.PASS),), 4) is None


def graded(hints: int, outcome: Outcome, *left: str) -> Event:
    """The attempt that a save left after so many hints."""
    standing = Standing((("no-scale", "scale"),), left, is_known=outcome in (Outcome.PASS, Outcome.FAIL))
    verdict = Verdict(ITEM.id, "a.py", outcome, "", 7, standing=standing)
    log = GradeLog(MemoryLog(), FakeClock(), SequentialIds(), bank_of(code("a", "s17-a"), ITEM))
    return log.attempt(verdict, "code", hints=hints)


@pytest.mark.parametrize("outcome", [Outcome.INVALID, Outcome.TIMEOUT, Outcome.CRASHED])
def test_a_save_that_could_not_be_run_leaves_what_the_one_before_it_left(outcome: Outcome) -> None:
    """So no hint, which costs, is on a mistake that is fixed."""
    attempts = (graded(0, Outcome.FAIL), graded(0, outcome, "no-scale"))
    assert left_in(attempts) == ()
    assert saves_among(attempts) == [(0, ())]


class Hider(Planter):
    """Finds something else wrong, which hides whether the one mistake is left."""

    def repair(self, planting: Planting, files: Mapping[str, str], *, file: str) -> Verdict:
        standing = Standing(planting.kinds, planting.names, "sum: wrong", unsure=planting.names)
        return Verdict(planting.problem, file, Outcome.FAIL, "", planting.seed, standing=standing)


def test_what_a_wrong_repair_hides_counts_as_in_the_save_before(tmp_path: Path) -> None:
    terminal = Terminal(Tty(), Tty(), io.StringIO(), {"TERM": "xterm"})
    desk = CodeDesk(terminal, Interrupts(), Hider, tmp_path, None, {})  # type: ignore[arg-type]
    desk.make(SHOWN)
    (tmp_path / "q17-debug-project-a-7" / "model.py").write_text("x = 2\n")
    for attempts, fixed in (((), 0), ((graded(0, Outcome.FAIL),), 1), ((graded(0, Outcome.FAIL, SCALE.name),), 0)):
        verdict = desk.grade_silently(SHOWN, desk.written(SHOWN), name="a", seed=1, attempts=attempts)
        assert verdict.standing is not None and verdict.standing.fixed == fixed


@given(st.dictionaries(st.sampled_from(sorted(FILES)), st.text(st.characters(codec="utf-8")), min_size=2))
def test_files_kept_as_one_text_come_apart_again(files: dict[str, str]) -> None:
    assert apart(as_one(files), tuple(FILES)) == files
