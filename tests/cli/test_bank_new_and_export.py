"""`interview bank new` gives items that lint as they stand; `interview bank export` gives every item as a card."""

from __future__ import annotations

import csv
import json
import zipfile
from pathlib import Path

import pytest

from interview_cli.domain.items.question import FILED, KINDS, MACHINE_MARKED
from interview_cli.services.bank.flashcards import Flashcard, to_csv
from interview_cli.ui.text.one_line_formulas import plain_side
from tests.cli.conftest import Run

CATALOG = """problems:
- {id: my-problem, section: 7, level: 1, minutes: 5, entry: "my_problem(x)", spec: Returns x.}
"""


@pytest.mark.parametrize("command", ["new", "export"])
def test_its_help_has_an_example(run: Run, command: str) -> None:
    done = run("bank", command, "--help")
    assert done.code == 0
    assert f"Example: interview bank {command}" in done.out


def test_a_new_item_of_every_kind_lints_as_it_stands_and_can_be_shown(run: Run, tmp_path: Path) -> None:
    ids = {kind: "my-problem" if kind == "code" else f"q07-my-{kind}" for kind in KINDS}
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/catalog.yaml").write_text(CATALOG)
    made = {kind: run("--bank", "mine", "bank", "new", item, "--kind", kind) for kind, item in ids.items()}
    for kind, done in made.items():  # of one bank: it is read anew whenever a file is new
        assert (done.code, done.err) == (0, ""), done.err
        folder = tmp_path / "mine" / done.out.split("save it as ")[1].split("/")[0]
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{kind}.yaml").write_text(done.out)
    lint = run("--bank", "mine", "bank", "lint")
    assert (lint.code, lint.out) == (0, "")
    for kind in MACHINE_MARKED - FILED:
        shown = run("--bank", "mine", "show", ids[kind], "--seed", "1", "--answer", "--json")
        answer = json.loads(shown.out)["answer"]
        assert run("--bank", "mine", "check", ids[kind], "--seed", "1", "--answer", answer).code == 0


def test_a_new_item_is_about_the_given_concept_else_one_of_its_section(run: Run) -> None:
    assert "concepts: [s08-gaussian-kl]" in run("bank", "new", "q07-a", "-k", "recall", "-c", "s08-gaussian-kl").out
    assert "concepts: [s08-gaussian-kl]" in run("bank", "new", "q08-gaussian-kl-value", "-k", "recall").out


def test_a_new_item_goes_into_a_new_file_and_never_over_one(run: Run, tmp_path: Path) -> None:
    command = ("bank", "new", "q07-mine", "--kind", "choice")
    done = run(*command, "-o", "mine.yaml")
    assert (done.code, done.out) == (0, "")
    assert (tmp_path / "mine.yaml").read_text() == run(*command).out
    (tmp_path / "mine.yaml").write_text("my work")
    again = run(*command, "-o", "mine.yaml")
    assert (again.code, again.out) == (2, "")
    assert "mine.yaml already exists" in again.err
    assert (tmp_path / "mine.yaml").read_text() == "my work"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("new", "q07-x", "--kind", "quiz"), "no kind 'quiz'"),
        (("new", "my-question", "--kind", "choice"), "'my-question' isn't an id"),
        (("new", "q99-x", "--kind", "choice"), "there's no section '99'"),
        (("new", "q07-kv-bytes", "--kind", "choice"), "the id q07-kv-bytes is taken"),
        (("new", "attention", "--kind", "code"), "the id attention is taken"),
        (("new", "q07-x", "--kind", "code"), "no problem 'q07-x'"),
        (("new", "q07-x", "--kind", "choice", "--concept", "s07-gqaa"), "no concept 's07-gqaa'"),
        (("new", "q07-x", "--kind", "choice", "-o", "no/folder/x.yaml"), "can't write no/folder/x.yaml"),
        (("export", "-s", "ddpm", "-o", "no/folder/x.csv"), "can't write no/folder/x.csv"),
        (("export", "-s", "ddpm", "-o", "no/folder/x.apkg"), "can't write no/folder/x.apkg"),
        (("export", "--format", "apkg"), "an Anki deck must go into a file"),
        (("export", "--format", "pdf"), "there's no format 'pdf'"),
    ],
)
def test_a_users_mistake_is_one_line_and_a_hint(run: Run, arguments: tuple[str, ...], message: str) -> None:
    done = run("bank", *arguments)
    assert (done.code, done.out) == (2, "")
    assert f"interview: error: {message}" in done.err
    assert "hint: " in done.err


def test_the_export_has_a_card_for_every_item_that_can_be_asked(run: Run, tmp_path: Path) -> None:
    assert run("bank", "export", "-o", "cards.csv").out == ""
    with (tmp_path / "cards.csv").open(newline="", encoding="utf-8") as file:
        cards = list(csv.DictReader(file))
    assert set(cards[0]) == {"front", "back", "tags"}
    assert all(card["front"].strip() and card["back"].strip() for card in cards)
    assert {card["tags"].split()[1] for card in cards} == set(KINDS)
    shown = json.loads(run("show", "q07-kv-bytes", "--seed", "0", "--answer", "--json").out)
    (card,) = [card for card in cards if card["front"].startswith(" ".join(shown["prompt"].split())[:60])]
    assert shown["answer"] in card["back"]
    assert card["tags"].startswith("transformers numeric s07-")
    assert not [card for card in cards if "$" in card["front"].replace("US$", "") and "\\" in card["front"]]


def test_an_export_can_be_narrowed(run: Run) -> None:
    cards = list(csv.DictReader(run("bank", "export", "-s", "transformers", "-k", "numeric").out.splitlines()))
    assert cards
    assert all(card["tags"].startswith("transformers numeric ") for card in cards)


@pytest.mark.parametrize("options", [("-o", "cards.apkg"), ("--format", "apkg", "-o", "cards.zip")])
def test_a_deck_for_anki_is_asked_for_by_format_or_by_the_files_name(
    run: Run, tmp_path: Path, options: tuple[str, ...]
) -> None:
    assert (done := run("bank", "export", "-s", "ddpm", "-k", "recall", *options)).code == 0, done.err
    with zipfile.ZipFile(tmp_path / options[-1]) as deck:
        assert "collection.anki2" in deck.namelist()


def test_a_card_survives_commas_quotes_and_lines() -> None:
    card = Flashcard("q09-a", 9, 'a, "b"\nc', "x;\n\n`y`", ("ddpm", "recall"))
    (read,) = csv.DictReader(to_csv([card], str).splitlines(keepends=True))
    assert read == {"front": card.front, "back": card.back, "tags": "ddpm recall"}


def test_a_side_in_csv_has_its_formulas_as_unicode_in_one_line() -> None:
    assert plain_side("Is $x^2 \\le \\beta$, with\n$$\\sqrt{d}$$\n$5?") == "Is x² ≤ β, with\n\n√d\n\n$5?"
