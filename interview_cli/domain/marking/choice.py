"""Marks a choice, or the choice that a bug question ends in; imports the domain only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from interview_cli.domain.items.answer import Mark, Marked
from interview_cli.domain.items.question import Bug, Choice, Option
from interview_cli.domain.items.shown import shown_options
from interview_cli.domain.marking.keys import CannotReadError, plain, read_keys
from interview_cli.domain.marking.spoken import without_frame

LEAST_BEGINNING = 4
"""So many characters of an option's text choose it, where no other option begins like that."""
_LABELLED = re.compile(r"\(?([A-Za-z])\s*[).:–—-]\s*(\S.*)", re.DOTALL)
_NAMED_BEFORE = re.compile(r"(?:(?:options?|letters?|choices?|answers?|both|only)\b[\s:]*)+", re.IGNORECASE)
_REASON = re.compile(r"[\s,:–—-]+(?:because|since)\b.*", re.IGNORECASE | re.DOTALL)
_UNTYPED = re.compile(r"[\s`$\\{}^_\"'“”‘’]+")
"""What people leave out who type a text as they see it: the marks of Markdown and LaTeX, and quotes."""


def mark_choice(item: Choice | Bug, answer: str, seed: int) -> Marked:
    """Right if exactly the correct options are chosen; of several, each wrong choice costs what a right one brings.

    An option is chosen by its letter or by its text, of which an unambiguous beginning is enough.
    Raises: CannotReadError, also for two letters where one option is right.
    """
    options = shown_options(item, seed)
    right = _right(options)
    chosen = _chosen(answer, options, right)
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


def _chosen(answer: str, options: Mapping[str, Option], right: Sequence[str]) -> list[str]:
    keys, single = list(options), len(right) == 1
    example = keys[0] if single else f"{keys[0]},{keys[-1]}"
    letters = "the letter of the right option" if single else "the letters of all right options"
    accepted = f"Type {letters} ({keys[0]} to {keys[-1]}), for example {example}"
    named = _named(answer, options)
    try:
        chosen = read_keys(answer, keys, accepted)
        if single and len(chosen) > 1:
            raise CannotReadError(f"only one option is right, but you chose {', '.join(chosen)}. {accepted}")
    except CannotReadError:
        if len(named) > 1:
            raise CannotReadError(f"two or more options begin like that. {accepted}") from None
        if not named:
            bare = _letters_alone(answer)
            if bare == answer.strip():
                raise
            return _chosen(bare, options, right)
        return named
    if plain(answer).isdecimal() and len(named) == 1 and named != chosen:
        raise CannotReadError(f"{answer.strip()} is the text of {named[0]} and the place of {chosen[0]}. {accepted}")
    return sorted(chosen)


def _letters_alone(answer: str) -> str:
    """The letters of `I think B`, `option B`, `only A and C` and `B, because ...`."""
    return _NAMED_BEFORE.sub("", without_frame(_REASON.sub("", without_frame(answer))), count=1).strip()


def _named(answer: str, options: Mapping[str, Option]) -> list[str]:
    """The options whose text the answer is, or else those that begin with it; `B) text` as the screen shows it, too."""
    labelled = _LABELLED.fullmatch(answer.strip())
    letter = labelled[1].upper() if labelled is not None else ""
    if labelled is not None and letter in options and letter in _named(labelled[2], options):
        return [letter]
    typed, texts = _bare(answer), {key: _bare(option.text) for key, option in options.items()}
    same = [key for key, text in texts.items() if text == typed != ""]
    if same or len(typed) < LEAST_BEGINNING:
        return same
    return [key for key, text in texts.items() if text.startswith(typed)]


def _bare(text: str) -> str:
    """The text without spaces, case and marks."""
    return _UNTYPED.sub("", unicodedata.normalize("NFKC", text).casefold()).rstrip(".")


def _message(options: Mapping[str, Option], wrong: Sequence[str], right: Sequence[str], chosen: Sequence[str]) -> str:
    said = [f"{key}: {options[key].why or 'wrong.'}" for key in wrong]
    missed = [key for key in right if key not in chosen]
    if missed and len(right) > 1:
        said.append(f"You missed: {', '.join(missed)}.")
    return "\n".join(said)
