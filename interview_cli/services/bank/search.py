"""Which items fit words, sections and kinds. Standard library and domain only."""

from __future__ import annotations

from dataclasses import dataclass

from interview_cli.domain.items.question import AnyItem, Bank


@dataclass(frozen=True, slots=True)
class Filter:
    """All words must occur, in any case; empty sections or kinds: all."""

    words: tuple[str, ...] = ()
    sections: frozenset[int] = frozenset()
    kinds: frozenset[str] = frozenset()


def matches(item: AnyItem, bank: Bank, wanted: Filter) -> bool:
    """Whether the item fits."""
    if wanted.sections and bank.section_of(item) not in wanted.sections:
        return False
    if wanted.kinds and item.kind not in wanted.kinds:
        return False
    text = " ".join([item.id, item.title or "", item.prompt, *item.concepts, *concept_titles(item, bank)]).lower()
    return all(word.lower() in text for word in wanted.words)


def concept_titles(item: AnyItem, bank: Bank) -> list[str]:
    """The titles of the item's concepts."""
    return [bank.concepts[concept].title for concept in item.concepts]
