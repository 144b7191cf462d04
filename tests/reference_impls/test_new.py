"""What `python -m reference_impls.new` makes: files that parse, with the catalogue's signature, and an item that loads."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
import yaml

from interview_cli.bank.load import load, packaged_bank
from reference_impls import new
from reference_impls.contents import CATALOG
from tests.packaged import packaged

PROBLEMS = yaml.load(CATALOG.read_text(encoding="utf-8"), yaml.CSafeLoader)["problems"]


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem["id"])
def test_every_file_of_a_new_problem_parses(problem: dict[str, object]) -> None:
    texts = dict(new.files(problem, "topic"))
    for name, text in texts.items():
        if name.endswith(".py"):
            ast.parse(text)
    (slip,) = yaml.load(texts["slips.yaml"], yaml.CSafeLoader)
    assert set(slip) == {"name", "does", "should", "edit"}


def test_the_page_has_the_signature_of_the_catalogue() -> None:
    problem = next(each for each in PROBLEMS if each["id"] == "dapo-loss")
    page = dict(new.files(problem, "alignment"))["reference.py"]
    assert "def dapo_loss(logp, logp_old, advantages, mask, clip_low=0.2, clip_high=0.28):" in page


def test_the_item_loads(tmp_path: Path) -> None:
    problem = next(each for each in PROBLEMS if each["id"] == "group-norm")
    (tmp_path / "02-ml-fundamentals").mkdir()
    (tmp_path / "concepts.yaml").write_bytes((packaged_bank() / "concepts.yaml").read_bytes())
    folder, item = new.write(problem, "fundamentals", tmp_path, tmp_path)
    text = item.read_text(encoding="utf-8").replace("kind: code", "kind: code\n  replaces: true")
    had_it = "group-norm" in packaged().items
    item.write_text(text if had_it else item.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "concepts.yaml").unlink()
    assert "group-norm" in load([packaged_bank(), tmp_path], None).items
    assert sorted(path.name for path in folder.iterdir()) == [
        "__init__.py", "judging.py", "reference.py", "right", "slips.yaml", "test_group_norm.py", "wrong"
    ]  # fmt: skip
    with pytest.raises(SystemExit, match="is there already"):
        new.write(problem, "fundamentals", tmp_path, tmp_path)


@pytest.mark.parametrize(
    ("problem_id", "concept"), [("group-norm", "s02-groupnorm"), ("dapo-loss", "s22-dapo-overview")]
)
def test_the_concept_has_the_words_of_the_problem(problem_id: str, concept: str) -> None:
    problem = next(each for each in PROBLEMS if each["id"] == problem_id)
    assert new.likely_concept(problem, packaged_bank()) == concept


def test_files_with_coding_problems_are_named_and_no_others() -> None:
    names = new.where_its_like_stand(2, packaged_bank())
    assert "normalization.yaml" in names
    texts = [(packaged_bank() / "02-ml-fundamentals" / name).read_text(encoding="utf-8") for name in names]
    assert all("kind: code" in text for text in texts)
