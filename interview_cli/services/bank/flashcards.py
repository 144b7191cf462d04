"""Items as flashcards for other programs: a front, a back and tags, as comma-separated values; the domain only."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import StringIO
from typing import assert_never

from interview_cli.domain.items.guide import SECTIONS
from interview_cli.domain.items.question import (
    AnyItem,
    Bug,
    Choice,
    Code,
    Debug,
    Design,
    Formula,
    ItemId,
    Matching,
    Numeric,
    Ordering,
    Recall,
)
from interview_cli.domain.items.shown import Lettered, Shown
from interview_cli.domain.marking.reveal import Reveal

COLUMNS = ("front", "back", "tags")

_SLUGS = {section.number: section.slug for section in SECTIONS}


@dataclass(frozen=True, slots=True)
class Flashcard:
    """An item's two sides as Markdown with LaTeX between dollars, as the bank is written.

    `tags` are its section, its kind and its concepts, `section` is the number of the section.
    """

    item: ItemId
    section: int
    front: str
    back: str
    tags: tuple[str, ...]


def flashcard(item: AnyItem, shown: Shown, revealed: Reveal) -> Flashcard:
    """The item as a card that shows what it shows under its seed, with what is revealed of it on the back."""
    why = [f"Why: {revealed.why}"] if revealed.why else []
    sources = [f"Source: {'; '.join(shown.sources)}"] if shown.sources else []
    return Flashcard(
        item=item.id,
        section=shown.section,
        front=_paragraphs(_front(shown)),
        back=_paragraphs([_answer(item, shown, revealed), *why, *sources]),
        tags=(_SLUGS[shown.section], shown.kind, *item.concepts),
    )


def to_csv(cards: Iterable[Flashcard], plain: Callable[[str], str]) -> str:
    """A line of column names and a record for each card; `plain` turns a side into text, tags have spaces between."""
    out = StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    table.writerows((plain(card.front), plain(card.back), " ".join(card.tags)) for card in cards)
    return out.getvalue()


def _front(shown: Shown) -> list[str]:
    parts = [shown.prompt]
    if shown.code:
        parts.append(_code(shown.code))
    parts.append(_lettered(shown.options or shown.steps or shown.rows))
    parts += [f"{column.name}:\n\n{_lettered(column.values)}" for column in shown.columns]
    if shown.entry:
        parts.append(f"`{shown.entry}`")
    parts += shown.rules
    if shown.unit:
        parts.append(f"Unit: {shown.unit}")
    return parts


def _answer(item: AnyItem, shown: Shown, revealed: Reveal) -> str:
    match item:
        case Formula() | Numeric():
            return f"`{revealed.answer}`"
        case Choice(options=options) | Bug(options=options):
            right = {option.text for option in options if option.correct}
            return _lettered(option for option in shown.options if option.text in right)
        case Ordering(steps=steps):
            return _list(f"{number}. {step}" for number, step in enumerate(steps, start=1))
        case Matching(rows=rows):
            return _list(
                f"- {row}: {'; '.join(f'{column}: {value}' for column, value in cells.items())}"
                for row, cells in rows.items()
            )
        case Recall() | Design():
            return _list(f"- {point.text}" for point in revealed.key_points)
        case Debug():
            return ""
        case Code():
            return _code(revealed.reference or "")
        case _:
            assert_never(item)


def _lettered(entries: Iterable[Lettered]) -> str:
    """A paragraph each: lines of one paragraph are joined, as they end where the bank's file wraps them."""
    return "\n\n".join(f"{entry.key}) {entry.text}" for entry in entries)


def _list(lines: Iterable[str]) -> str:
    return "\n".join(lines)


def _code(source: str) -> str:
    return f"```python\n{source.rstrip()}\n```"


def _paragraphs(parts: Iterable[str]) -> str:
    return "\n\n".join(part.strip() for part in parts if part.strip())
