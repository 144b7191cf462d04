"""Flashcards as a deck for Anki: a subdeck a section, and ids that stay, so that a later import updates; genanki."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from zlib import crc32

import genanki

from interview_cli.domain.items.guide import SECTIONS
from interview_cli.services.bank.flashcards import Flashcard

DECK = "Interview"
MODEL_ID = 1_607_392_311
"""Chosen once by chance: Anki tells note types apart by it."""

_TITLES = {section.number: section.title for section in SECTIONS}

STYLE = """\
.card { font: 18px/1.5 system-ui, sans-serif; text-align: left; max-width: 44rem; margin: 0 auto; padding: 0 1rem; }
pre { background: #8882; padding: .5rem; overflow-x: auto; font-size: 15px; }
table { border-collapse: collapse; } th, td { border: 1px solid #8886; padding: .2rem .5rem; }
.item { color: #8889; font-size: 13px; }"""

MODEL = genanki.Model(
    MODEL_ID,
    "Interview item",
    fields=[{"name": "Front"}, {"name": "Back"}, {"name": "Item"}],
    templates=[
        {
            "name": "Card",
            "qfmt": "{{Front}}",
            "afmt": '{{FrontSide}}<hr id="answer">{{Back}}<p class="item">{{Item}}</p>',
        }
    ],
    css=STYLE,
)


def write_deck(cards: Sequence[Flashcard], html: Callable[[str], str], file: Path, at: datetime) -> None:
    """Write the cards into a file that Anki imports; `html` renders a side. Raises: OSError.

    Anki takes over what differs from its own cards if the time of writing, `at`, is later than theirs.
    """
    file.touch()  # a folder that is not there is said as such, and not as a fault of the archive
    decks = {section: _deck(section) for section in sorted({card.section for card in cards})}
    for card in cards:
        decks[card.section].add_note(_note(card, html))
    genanki.Package(list(decks.values())).write_to_file(str(file), timestamp=at.timestamp())


def _deck(section: int) -> genanki.Deck:
    name = f"{DECK}::{section:02} {_TITLES[section]}"
    return genanki.Deck(crc32(f"{DECK} {section}".encode()), name)


def _note(card: Flashcard, html: Callable[[str], str]) -> genanki.Note:
    fields = [html(card.front), html(card.back), card.item]
    return genanki.Note(model=MODEL, fields=fields, tags=list(card.tags), guid=genanki.guid_for(DECK, card.item))
