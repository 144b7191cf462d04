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

MISSED = "You missed:"
LEAST_BEGINNING = 4
"""So many characters of an option's text choose it, where no other option begins like that."""
_ARTICLE = re.compile(r"(the|an?)\s+(?=\S)", re.IGNORECASE)
_DASH = r"[–—-](?!\d)"
"""What parts a letter from a text, and no minus of the number behind it: `A - 16`, but not `A -16`."""
_LABELLED = re.compile(rf"\(?([A-Za-z])\s*(?:[).:]|{_DASH})\s*(\S.*)", re.DOTALL)
_NAMED_BEFORE = re.compile(r"^(?:(?:options?|letters?|choices?|answers?|both|only)\b[\s:]*)+", re.IGNORECASE)
_REASON = re.compile(r"[\s,:–—-]+(?:because|since)\b.*", re.IGNORECASE | re.DOTALL)
_BEFORE_A_REASON = re.compile(r"\(?([A-Za-z])(?:\s*\)\s*|[.,;:]\s+|:|\s+[-–—]+\s+|\s*—\s*)([A-Za-z].*)", re.DOTALL)
_BEFORE_A_TEXT = re.compile(rf"\(?([A-Za-z])(?:[\s).,;:]|{_DASH})+(\S.*)", re.DOTALL)
_LONE_LETTER = re.compile(r"(?<![\w'’])(?!a\s+(?!(?:and|but|not|nor|or|is)\b)[a-z]{2})([A-Za-z])(?![\w'’])")
"""A letter that may name an option, unlike the article in `a finer step`."""
_NO_REASON = re.compile(
    r"(?:no|not|nope|never|neither|nor|or|either|else|but|if|unless|except|maybe|perhaps)\b|\w+n['’]t\b"
    r"|.*\b(?:wait|wrong|false|incorrect|actually|instead|rather|options?|choices?|answers?|letters?)\b"
    r"|.*\bthe (?:first|second|third|fourth|fifth|sixth|last)(?: one)?$",
    re.IGNORECASE | re.DOTALL,
)
"""What takes the letter before it back, or may."""
_WORD_OF_A_TEXT = re.compile(r"\b(?!(?:and|or)\b)(?=[a-z]*[j-z])[a-z]{2,}", re.IGNORECASE)
"""A word that is no letters of options, which go no farther than I."""
_UNTYPED = re.compile(r"[\s`$\\{}^_\"'“”‘’]+")
"""What people leave out who type a text as they see it: the marks of Markdown and LaTeX, and quotes."""


def mark_choice(item: Choice | Bug, answer: str, seed: int) -> Marked:
    """Right if exactly the correct options are chosen; of several, each wrong choice costs what a right one brings.

    An option is chosen by its letter or by its text, of which an unambiguous beginning is enough. Where one is right, a
    reason may follow the letter.
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
        if named:
            return named
        if _has_two_names(without_frame(answer), options):
            raise CannotReadError(f"the letter and the text name different options. {accepted}") from None
        bare = _letters_alone(answer)
        if bare != answer.strip():
            return _chosen(bare, options, right)
        if single and (letter := _letter_with_reason(bare, options)):
            return [letter]
        if fault := _fault(bare):
            raise CannotReadError(f"{fault}. {accepted}") from None
        raise
    if plain(answer).isdecimal() and len(named) == 1 and named != chosen:
        raise CannotReadError(f"{answer.strip()} is the text of {named[0]} and the place of {chosen[0]}. {accepted}")
    return sorted(chosen)


def _letters_alone(answer: str) -> str:
    """The letters of `I think B`, `option B`, `only A and C`, `B!` and `B, because ...`."""
    return _NAMED_BEFORE.sub("", without_frame(_REASON.sub("", without_frame(answer))), count=1).strip().rstrip("!")


def _letter_with_reason(answer: str, options: Mapping[str, Option]) -> str | None:
    """B of `B: finer steps`, where neither a letter nor a text behind it names another option, or takes B back."""
    found = _BEFORE_A_REASON.fullmatch(answer)
    if found is None or found[1].upper() not in options or _NO_REASON.match(found[2]):
        return None
    letter, reason = found[1].upper(), found[2]
    are_letters_only = all(key in options for key in plain(reason) if key.isalpha())
    return None if are_letters_only or _names_another(reason, letter, options) else letter


def _names_another(reason: str, letter: str, options: Mapping[str, Option]) -> bool:
    """Whether the reason has the letter or the text of another option in it, or begins as one does."""
    others = {key: _bare(option.text) for key, option in options.items() if key != letter}
    has_letter = any(key.upper() in others for key in _LONE_LETTER.findall(reason))
    has_text = any(len(text) >= LEAST_BEGINNING and text in _bare(reason) for text in others.values())
    begun = {*_named(reason, options), *_named(without_frame(reason), options)}
    return has_letter or has_text or bool(begun and letter not in begun)


def _has_two_names(answer: str, options: Mapping[str, Option]) -> bool:
    """Whether a letter stands before the text of another option."""
    found = _BEFORE_A_TEXT.fullmatch(answer)
    if found is None or found[1].upper() not in options:
        return False
    named = _named(found[2], options)
    return bool(named) and found[1].upper() not in named


def _fault(answer: str) -> str:
    """What is the matter with a text that chooses nothing; empty where the answer is letters."""
    if not _WORD_OF_A_TEXT.search(answer):
        return ""
    if len(_bare(answer)) < LEAST_BEGINNING:
        return f"type at least {LEAST_BEGINNING} characters of an option's text"
    return "no option begins like that"


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
    return _begun(answer, options)


def _begun(answer: str, options: Mapping[str, Option]) -> list[str]:
    """The options whose text begins with the answer; an article before either may be missing.

    Nothing where `a` before the text of another option may be the letter.
    """
    article = _ARTICLE.match(answer.strip())
    as_typed = {key for key, option in options.items() if _bare(option.text).startswith(_bare(answer))}
    typed = _bare(_without_article(answer))
    if (article is not None and as_typed) or len(typed) < LEAST_BEGINNING:
        return sorted(as_typed)
    found = {key for key, option in options.items() if _bare(_without_article(option.text)).startswith(typed)}
    if article is not None and article[1].upper() in options and article[1].upper() not in found:
        return []
    return sorted(as_typed | found)


def _without_article(text: str) -> str:
    return _ARTICLE.sub("", text.strip(), count=1) if _ARTICLE.match(text.strip()) else text


def _bare(text: str) -> str:
    """The text without spaces, case and marks."""
    return _UNTYPED.sub("", unicodedata.normalize("NFKC", text).casefold()).rstrip(".")


def _message(options: Mapping[str, Option], wrong: Sequence[str], right: Sequence[str], chosen: Sequence[str]) -> str:
    said = [f"{key}: {options[key].why or 'wrong.'}" for key in wrong]
    missed = [key for key in right if key not in chosen]
    if missed and len(right) > 1:
        said.append(f"{MISSED} {', '.join(missed)}.")
    return "\n".join(said)
