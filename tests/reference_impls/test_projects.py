"""Projects as such: their files as modules, planting, and what a broken one comes to."""

from __future__ import annotations

import sys

import pytest

from reference_impls import index as problems
from reference_impls.problem import Broken, expect
from reference_impls.projects import index
from reference_impls.projects.running import Check, Project, failing
from reference_impls.projects.slips import ProjectSlip, planted
from reference_impls.slips import Edit

FILES = {"README.md": "Two files.", "train.py": "from helper import ONE\n\nTWO = ONE + 1\n", "helper.py": "ONE = 1\n"}


def slip(replace: str, instead: str, file: str = "train.py") -> ProjectSlip:
    texts = {"does": "Your code.", "should": "It should.", "shows": "S.", "find": "F."}
    return ProjectSlip("wrong", "sign", file=file, edit=Edit(replace, instead), symptom={"loss": (1.0, 2.0)}, **texts)


def test_no_project_has_the_name_of_a_problem() -> None:
    """`interview debug NAME` means either."""
    assert not set(index.names()) & problems.landed()


def test_modules_of_a_project_import_each_other_and_leave_no_trace() -> None:
    own = sys.modules["json"]
    project = Project({**FILES, "json.py": "ours = True\n"})
    assert project.module("train").TWO == 2
    assert project.module("json").ours
    assert sys.modules["json"] is own
    assert "helper" not in sys.modules


def test_two_projects_keep_their_own_modules() -> None:
    one, other = Project(FILES), Project({**FILES, "helper.py": "ONE = 5\n"})
    assert (one.module("train").TWO, other.module("train").TWO) == (2, 6)


def test_several_mistakes_are_planted_in_several_files() -> None:
    files = planted([slip("+ 1", "- 1"), slip("TWO", "THREE"), slip("= 1", "= 7", "helper.py")], FILES)
    assert files == {**FILES, "train.py": "from helper import ONE\n\nTHREE = ONE - 1\n", "helper.py": "ONE = 7\n"}


def test_a_mistake_has_a_place_of_its_own() -> None:
    with pytest.raises(ValueError, match=r"'ONE' stands 2 times in train\.py"):
        planted([slip("ONE", "2")], FILES)
    with pytest.raises(ValueError, match="changes what another one changes"):
        planted([slip("ONE + 1", "2"), slip("+ 1", "- 1")], FILES)


def test_a_symptom_is_a_range_of_what_was_measured() -> None:
    assert slip("+", "-").is_shown_by({"loss": 1.5, "other": 9.0})
    assert not slip("+", "-").is_shown_by({"loss": 2.5})


def test_checks_that_do_not_hold_say_why() -> None:
    def holds(project: Project) -> None:
        expect(project.module("train").TWO == 2, "TWO is not 2")

    def asks_for_more(project: Project) -> None:
        project.module("model")

    checks = [Check("adds", holds), Check("has a model", asks_for_more)]
    assert failing(Project(FILES), checks) == {"has a model": "model.py is missing"}
    broken = Project({**FILES, "helper.py": "ONE = 2\n"})
    assert failing(broken, checks[:1]) == {"adds": "TWO is not 2"}


def test_a_file_that_does_not_run_raises() -> None:
    with pytest.raises(SyntaxError):
        Project({**FILES, "helper.py": "ONE = \n"})
    with pytest.raises(ModuleNotFoundError):
        Project({"train.py": FILES["train.py"]})
    with pytest.raises(Broken):
        Project(FILES).module("data")
