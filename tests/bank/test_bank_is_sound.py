"""The bank that comes with the program can be trusted, and so can what its README shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from interview_cli.bank.load import load, packaged_bank
from interview_cli.bank.reference_pages import packaged_pages
from interview_cli.bank.schema import schema_text
from interview_cli.domain.items.answer import Mark
from interview_cli.domain.items.question import FILED, KINDS, MACHINE_MARKED, AnyItem, Bank
from interview_cli.domain.items.shown import present
from interview_cli.domain.marking import expected_answer, mark
from interview_cli.services.bank.check import lint, unpaired
from tests.bank.banks import REGISTRIES, write_files
from tests.packaged import packaged

SEEDS = (1, 7, 2**31 - 1)
README = (packaged_bank() / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def bank() -> Bank:
    return packaged()


def registries() -> dict[str, str]:
    return {name: (packaged_bank() / name).read_text(encoding="utf-8") for name in REGISTRIES}


def example_bank(tmp_path: Path, text: str) -> Bank:
    section = int(re.findall(r"^section: (\d+)", text, re.MULTILINE)[0])
    (folder,) = packaged_bank().glob(f"{section:02}-*/")
    return load([write_files(tmp_path, registries() | {f"{folder.name}/example.yaml": text})], None)


def test_lint_finds_nothing(bank: Bank) -> None:
    faults = [*lint(bank, packaged_pages()), *unpaired(bank, packaged_pages())]
    assert [str(fault) for fault in faults] == []


def test_every_answer_of_its_own_is_marked_right(bank: Bank) -> None:
    """Of machine-marked items, at several seeds, as one would type it."""
    wrong = [
        (item.id, seed)
        for item in bank.items.values()
        if item.kind in MACHINE_MARKED and item.kind not in FILED
        for seed in SEEDS
        if mark(item, expected_answer(item, seed) or "", seed).mark is not Mark.RIGHT
    ]
    assert wrong == []


def test_nothing_is_shown_with_an_unfilled_placeholder(bank: Bank) -> None:
    def texts(item: AnyItem) -> str:
        shown = present(item, 7, bank.problems.get(item.id))
        return " ".join((shown.prompt, shown.why, *shown.hints))

    assert [item.id for item in bank.items.values() if re.search(r"\{\{\s*\w+\s*\}\}", texts(item))] == []


def test_no_option_says_its_last_words_twice(bank: Bank) -> None:
    """Padding an option to the length of the others must not repeat what it ends with."""
    twice = re.compile(r"\b([a-z]+(?: [a-z]+){0,2}) \1\.?$")
    options = [(item.id, option.text) for item in bank.items.values() for option in getattr(item, "options", ())]
    assert [shown for shown in options if twice.search(shown[1])] == []


@pytest.mark.parametrize("text", EXAMPLES, ids=re.findall(r"kind: (\w+)", "\n".join(EXAMPLES)))
def test_an_example_of_the_readme_lints_clean(tmp_path: Path, text: str) -> None:
    assert [str(fault) for fault in lint(example_bank(tmp_path, text), packaged_pages())] == []


def test_the_readme_shows_every_kind() -> None:
    assert sorted(re.findall(r"kind: (\w+)", "\n".join(EXAMPLES))) == sorted(KINDS)


def test_the_schema_for_editors_is_current() -> None:
    """If not: write `interview_cli.bank.schema.schema_text()` to question_bank/schema.json."""
    assert (packaged_bank() / "schema.json").read_text(encoding="utf-8") == schema_text()
