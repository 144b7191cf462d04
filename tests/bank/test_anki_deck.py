"""A deck of flashcards as Anki's own library imports it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from interview_cli.bank.anki_deck import write_deck
from interview_cli.services.bank.flashcards import Flashcard
from interview_cli.ui.text.web import as_html
from tests.fakes import MONDAY_MORNING

CARD = Flashcard("q07-mine", 7, r"Why $\sqrt{d}<x$?", "- <b>\n\nWhy: Because.", ("transformers", "recall", "s07-x"))
OTHER = Flashcard("q09-other", 9, "What?", "That.", ("ddpm", "recall", "s09-x"))


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Any]:
    """A collection of Anki's without a card."""
    from anki.collection import Collection

    opened = Collection(str(tmp_path / "anki.anki2"))
    yield opened
    opened.close()


def imported(collection: Any, file: Path) -> tuple[int, int, int]:
    """How many notes the file brought, changed, and left as they were."""
    from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

    request = ImportAnkiPackageRequest(package_path=str(file), options=ImportAnkiPackageOptions())
    log = collection.import_anki_package(request).log
    return len(log.new), len(log.updated), len(log.duplicate)


def test_anki_takes_formulas_decks_and_tags(collection: Any, tmp_path: Path) -> None:
    write_deck([CARD, OTHER], as_html, tmp_path / "a.apkg", MONDAY_MORNING)
    assert imported(collection, tmp_path / "a.apkg") == (2, 0, 0)
    [number] = collection.find_notes('"Item:q07-mine"')
    note = collection.get_note(number)
    [card] = note.cards()
    assert r"Why \(\sqrt{d}&lt;x\)?" in card.question()
    assert "&lt;b&gt;" in card.answer()
    assert set(note.tags) == set(CARD.tags)
    assert collection.decks.name(card.did) == "Interview::07 Transformers"


def test_a_later_deck_updates_what_changed_and_adds_nothing_twice(collection: Any, tmp_path: Path) -> None:
    write_deck([CARD, OTHER], as_html, tmp_path / "a.apkg", MONDAY_MORNING)
    imported(collection, tmp_path / "a.apkg")
    assert imported(collection, tmp_path / "a.apkg") == (0, 0, 2)
    edited = replace(CARD, back="For another reason.")
    write_deck([edited, OTHER], as_html, tmp_path / "b.apkg", MONDAY_MORNING + timedelta(minutes=1))
    assert imported(collection, tmp_path / "b.apkg") in ((0, 1, 1), (0, 2, 0))
    [number] = collection.find_notes('"Item:q07-mine"')
    assert "another reason" in collection.get_note(number).cards()[0].answer()
    assert collection.note_count() == 2
