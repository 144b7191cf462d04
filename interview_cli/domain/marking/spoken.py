"""The words that people put around an answer (`I think B`, `it's 4`, `12 in total`); imports the standard library."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_SMALL: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
)
SMALL_NUMBERS: Final = tuple(_SMALL.split())
"""In words; each stands at its own place."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OPENING: Final = re.compile(
    r"(?:(?:(?:so|ok|well|then|hence|thus|therefore|i (?:think|guess|believe|say)|i(?:'d| would) (?:say|guess)|i get|we get"
    r"|(?:it|this|that)(?:['’]?s| is| (?:should|must|would|will) be)|(?:should|must|would|will) be"
    r"|(?:(?:my|the|our) )?(?:final |right |correct )?answer(?: is)?|equals|exactly|precisely|just|only)(?![\w'’])"
    r"|[-=]+>|[→⇒])[\s:,=]*)+",
    re.IGNORECASE,
)
_ENDING: Final = re.compile(
    r"(?:[\s,]*(?:\b(?:or so|or thereabouts|i (?:think|guess|believe)|in total|in all|total|altogether|overall|exactly"
    r"|approx(?:\.|imately)?|roughly|more or less|is right|is correct)|\?|✓|✔))+\s*$",
    re.IGNORECASE,
)
_MARKED: Final = re.compile(r"(?P<mark>\*\*|__|[`\"'“”‘’])(?P<text>.+?)(?:(?P=mark)|[”’])", re.DOTALL)
_WORD: Final = re.compile(r"[a-z]+(?:['’-][a-z]+)*", re.IGNORECASE)
_NUMBER: Final = re.compile(r"(?<![\w.])[-−+]?\.?\d")
_NEUTRAL: Final = _words(
    "a about an are around at be can get gives have has i in is it its it's makes must need needs of one's our say should"
    " take takes that the there these they this use uses want we will with would you"
)
"""Words before a number that leave it as it is."""
_SAID_ANYWAY: Final = _words("approximately chance memory prob probability ram roughly time vram")
_CHANGING: Final = _words("fewer half less more quarters root squared cubed thirds")
"""Words behind a number that make another one of it."""
_LINKS: Final = _words("per of the a an in for")
"""Words between those that a number has behind it."""
_TELLING: Final = _words(
    "above additional after before below between double down e each eighth every except extra fewer fifth first from half"
    " hundred last least less log ln logarithm minus more most negative never next no none not only or other out over per plus"
    " quarter ratio rest root second sixth square squared tenth than third times to twice under until up than without"
    " zero one two three four five six seven eight nine ten twelve"
)
"""Words that make another number of the one behind them, or may: `half of 12`, `at least 3`, `not 5`."""


def without_frame(answer: str) -> str:
    """The answer without what is said before and after it, and without marks of Markdown and quotes."""
    bare = _with_narrow_characters(answer).strip()
    while bare:
        framed = bare
        bare = _ENDING.sub("", _OPENING.sub("", bare, count=1) if _OPENING.match(bare) else bare).strip()
        marked = _MARKED.fullmatch(bare)
        bare = marked["text"].strip() if marked else bare
        if bare == framed:
            return bare
    return answer.strip()


def _with_narrow_characters(text: str) -> str:
    """`（` as `(`, as keyboards for Chinese and Japanese type it."""
    return "".join(
        unicodedata.normalize("NFKC", character)
        if unicodedata.decomposition(character).startswith("<wide>")
        else character
        for character in text
    )


def without_words(answer: str, prompt: str) -> Iterator[str]:
    """The number of a sentence, with less and less behind it: `25 input` and `25` of "That's 25 input pixels".

    Words go as far as the prompt has them; before the number also those that say nothing of its size. Nothing where the
    prompt hasn't the last word, or where a word before the number may change it.
    """
    said = {_singular(word) for word in _WORD.findall(prompt)} | _SAID_ANYWAY
    written = {word for word in re.split(r"[\s,?!()]+|\.(?:\s|$)", prompt) if word[:1].isalpha()}
    text = answer.strip().rstrip(".")
    start = _NUMBER.search(text)
    before = text[: start.start()] if start is not None else ""
    if start is not None and before.strip() and _is_idle(before, said):
        text = text[start.start() :]
        yield text
    number, _, noun = text.rpartition(" ")
    while number and noun not in _CHANGING and (_singular(noun) in said or noun in _LINKS | written):
        if not number.isalpha():  # `six` of `six seconds`, whose unit is no word of the question alone
            yield number
        number, _, noun = number.rpartition(" ")


def _is_idle(text: str, said: set[str]) -> bool:
    """Whether nothing but words stands here, and none that changes the number behind it."""
    if _WORD.sub("", text).strip(" ,:\t"):
        return False
    lowered = [word.lower() for word in _WORD.findall(text)]
    return all(word in _NEUTRAL or (_singular(word) in said and word not in _TELLING) for word in lowered)


def _singular(word: str) -> str:
    lowered = word.lower()
    return lowered[:-1] if len(lowered) > 3 and lowered.endswith("s") else lowered
