"""Which items fit words, sections and kinds, the best first. Standard library and domain only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from interview_cli.domain.items.question import AnyItem, Bank

WHOLE_WORD = 1.5
"""What a whole word counts beside the beginning of one."""

_QUOTED = re.compile(r'"([^"]+)"|(\S+)')
_EDGE = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Filter:
    """Empty sections or kinds: all."""

    sections: frozenset[int] = frozenset()
    kinds: frozenset[str] = frozenset()


def matches(item: AnyItem, bank: Bank, wanted: Filter) -> bool:
    """Whether the item is of these sections and kinds."""
    if wanted.sections and bank.section_of(item) not in wanted.sections:
        return False
    return not wanted.kinds or item.kind in wanted.kinds


def ranked(items: Iterable[AnyItem], bank: Bank, words: Sequence[str]) -> list[AnyItem]:
    """The items in which every word occurs, the best first, equals in the order of the bank; no words: all.

    What is quoted, or one argument with a space in it, is a phrase. A term is met at the beginning of a word; where no
    item has all terms so, also inside of words. The item whose whole id was typed is the first; then an id counts most,
    then title, concepts, and the prompt.
    """
    terms = _terms(words)
    listed = list(items)
    if not terms:
        return listed
    pages = [(item, _Page.of(item, bank)) for item in listed]
    scored = [(page.score(terms), item) for item, page in pages]
    if not any(score for score, _ in scored):
        scored = [(page.inner_score(terms), item) for item, page in pages]
    typed = f" {' '.join(terms)} "
    scored.sort(key=lambda entry: (_spaced(entry[1].id) != typed, -entry[0]))
    return [item for score, item in scored if score]


def concept_titles(item: AnyItem, bank: Bank) -> list[str]:
    """The titles of the item's concepts."""
    return [bank.concepts[concept].title for concept in item.concepts]


@dataclass(frozen=True, slots=True)
class _Page:
    """The parts of an item that are searched, each as words with single spaces around them, and what each counts."""

    parts: tuple[tuple[float, str], ...]

    @classmethod
    def of(cls, item: AnyItem, bank: Bank) -> _Page:
        parts = [
            (8.0, item.id),
            (6.0, item.title or ""),
            *((4.0, title) for title in concept_titles(item, bank)),
            *((3.0, concept) for concept in item.concepts),
            (2.0, item.prompt),
        ]
        return cls(tuple((weight, _spaced(text)) for weight, text in parts))

    def score(self, terms: Iterable[str]) -> float:
        """The sum of what the terms count in their best part; 0 where one of them begins no word."""
        return _all(max((weight * _met(term, text) for weight, text in self.parts)) for term in terms)

    def inner_score(self, terms: Iterable[str]) -> float:
        """The same for terms that occur anywhere."""
        return _all(max((weight * (term in text) for weight, text in self.parts)) for term in terms)


def _terms(words: Sequence[str]) -> list[str]:
    terms: list[str] = []
    for word in words:
        if '"' in word:
            terms += [phrase or single for phrase, single in _QUOTED.findall(word)]
        else:
            terms.append(word)
    return [term for term in (_spaced(term).strip() for term in terms) if term]


def _spaced(text: str) -> str:
    return f" {_EDGE.sub(' ', text.lower()).strip()} "


def _met(term: str, text: str) -> float:
    if f" {term} " in text:
        return WHOLE_WORD
    return 1.0 if f" {term}" in text else 0.0


def _all(scores: Iterable[float]) -> float:
    listed = list(scores)
    return sum(listed) if all(listed) else 0.0
