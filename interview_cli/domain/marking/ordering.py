"""Marks steps that are put in order; imports the domain only."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from interview_cli.domain.items.answer import Mark, Marked
from interview_cli.domain.items.question import Ordering
from interview_cli.domain.items.shown import shown_steps
from interview_cli.domain.marking.keys import CannotReadError, read_order

PARTLY = 0.5  # share of pairs in the right order from which an answer is partly right


def mark_ordering(item: Ordering, answer: str, seed: int) -> Marked:
    """Right in the one order; else the score is the share of all pairs of steps that stand in the right order.

    Raises: CannotReadError unless every step is named once.
    """
    right = _right(item, seed)
    given = _given(answer, sorted(right))
    read_as, expected = ", ".join(given), ", ".join(right)
    if given == right:
        return Marked.right(read_as=read_as, expected=expected)
    place = {key: position for position, key in enumerate(given)}
    pairs = list(combinations(right, 2))
    swapped = [(first, second) for first, second in pairs if place[first] > place[second]]
    score = 1 - len(swapped) / len(pairs)
    first, second = min(swapped, key=lambda pair: place[pair[1]])
    message = f"{len(pairs) - len(swapped)} of {len(pairs)} pairs are in the right order. {first} should come before {second}."
    mark = Mark.PARTIAL if score >= PARTLY else Mark.WRONG
    return Marked(mark, score, message, read_as, None, expected)


def expected_ordering(item: Ordering, seed: int) -> str:
    """The letters in the right order."""
    return ", ".join(_right(item, seed))


def _right(item: Ordering, seed: int) -> list[str]:
    key_of = {step.text: step.key for step in shown_steps(item, seed)}
    return [key_of[text] for text in item.steps]


def _given(answer: str, keys: Sequence[str]) -> list[str]:
    accepted = f"Type all letters from {keys[0]} to {keys[-1]} in order, for example {','.join(keys)}"
    given = read_order(answer, keys, accepted)
    missing = [key for key in keys if key not in given]
    if missing:
        raise CannotReadError(f"{', '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing. {accepted}")
    return given
