"""Marks a choice, or the choice that a bug question ends in; imports the domain only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from interview_cli.domain.items.answer import Mark, Marked
from interview_cli.domain.items.question import Bug, Choice, Option
from interview_cli.domain.items.shown import shown_options
from interview_cli.domain.marking.keys import CannotReadError, read_keys


def mark_choice(item: Choice | Bug, answer: str, seed: int) -> Marked:
    """Right if exactly the correct options are chosen; of several, each wrong choice costs what a right one brings.

    Raises: CannotReadError, also for two letters where one option is right.
    """
    options = shown_options(item, seed)
    right = _right(options)
    chosen = _chosen(answer, list(options), right)
    read_as, expected = ", ".join(chosen), ", ".join(right)
    if set(chosen) == set(right):
        return Marked.right(read_as=read_as, expected=expected)
    wrong = [key for key in chosen if key not in right]
    score = max(0.0, (len(chosen) - 2 * len(wrong)) / len(right))
    mark = Mark.PARTIAL if score > 0 else Mark.WRONG
    slip = next((options[key].slip for key in wrong if options[key].slip), None)
    return Marked(mark, score, _message(options, wrong, right, chosen), read_as, slip, expected)


def expected_choice(item: Choice | Bug, seed: int) -> str:
    """The letters of the correct options."""
    return ", ".join(_right(shown_options(item, seed)))


def _right(options: Mapping[str, Option]) -> list[str]:
    return [key for key, option in options.items() if option.correct]


def _chosen(answer: str, keys: Sequence[str], right: Sequence[str]) -> list[str]:
    single = len(right) == 1
    example = keys[0] if single else f"{keys[0]},{keys[-1]}"
    letters = "the letter of the right option" if single else "the letters of all right options"
    accepted = f"Type {letters} ({keys[0]} to {keys[-1]}), for example {example}"
    chosen = read_keys(answer, keys, accepted)
    if single and len(chosen) > 1:
        raise CannotReadError(f"only one option is right, but you chose {', '.join(chosen)}. {accepted}")
    return sorted(chosen)


def _message(options: Mapping[str, Option], wrong: Sequence[str], right: Sequence[str], chosen: Sequence[str]) -> str:
    said = [f"{key}: {options[key].why or 'wrong.'}" for key in wrong]
    missed = [key for key in right if key not in chosen]
    if missed and len(right) > 1:
        said.append(f"You missed: {', '.join(missed)}.")
    return "\n".join(said)
