"""What a question asks for in its own words (`How many GB ...?`, `..., in nats?`, a half-width); imports `spoken` only."""

from __future__ import annotations

import re
from typing import Final

from interview_cli.domain.marking.spoken import SMALL_NUMBERS, without_frame

_BYTES = r"[kKMGTP]?i?B(?:/s)?|bits?|bytes?"
_TIMES = r"(?:nano|micro|milli)?seconds|ms|minutes|hours|days|weeks"
_MULTIPLES = r"(?:thousand|million|billion|trillion)s?"
_PERCENT = r"percent(?:age)?(?: points?)?"
_OTHERS = r"pixels|nats|dollars|dB|[MGTPE]?FLOPs?(?:/s)?|Hz"
_UNIT = rf"(?P<unit>{_BYTES}|{_TIMES}|{_PERCENT}|{_MULTIPLES}|{_OTHERS})"

_HALF: Final = re.compile(r"\b(?:is|are) (?:the|its) (?:half-width|standard error|margin of error)\b", re.IGNORECASE)
_EITHER_SIGN: Final = re.compile(
    r"^((?:about|around|roughly|approximately|approx\.?|~|≈)?\s*)(?:±|\+/?[-−])\s*(?=[\d.])", re.I
)
_MULTIPLY_ADDS: Final = re.compile(rf"\bhow many (?:{_MULTIPLES} (?:\([^()]*\) )?)?multiply-adds\b", re.IGNORECASE)
_MACS: Final = re.compile(r"(?<=[\d\sA-Z])(?P<prefix>[kKMGTP]?)MACs?(?![\w/])")

_COUNTED: Final = re.compile(r"\bhow many ((?:[a-z-]+ ){0,2}[a-z-]+)", re.IGNORECASE)
"""What a question counts, with a word or two that may stand before it or behind it."""

_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+")
_ASKED: Final = (
    re.compile(rf"\bhow many (?:(?:input|output|GPU|GPU-)\s?)?{_UNIT}(?![\w-])", re.IGNORECASE),
    re.compile(r"\b(?:which|what) (?P<unit>percentage)\b", re.IGNORECASE),
    re.compile(rf"\bin {_UNIT}(?=\s*(?:[,.?(]|$))"),
)


def asked_unit(prompt: str) -> str | None:
    """The unit in which the last sentence of `prompt` asks for a number, or None; of percentage points it is `%`."""
    question = _question(prompt)
    for asked in _ASKED:
        if found := asked.search(question):
            unit = found["unit"]
            if re.fullmatch(_MULTIPLES, unit, re.IGNORECASE):
                return unit.lower().removesuffix("s")
            return "%" if unit.lower().startswith("percent") else unit
    return None


def in_its_words(answer: str, prompt: str) -> str:
    """The answer without what only this question gives a sense.

    That is the ± of a half-width, MACs where multiply-adds count, and a number in words before what is counted.
    """
    question = _question(prompt)
    answer = _in_digits(answer, question)
    if _HALF.search(question):
        answer = _EITHER_SIGN.sub(r"\1", without_frame(answer))
    if _MULTIPLY_ADDS.search(question):
        answer = _MACS.sub(r"\g<prefix>operations", answer)
    return answer


def _in_digits(answer: str, question: str) -> str:
    """`seven points` as `7 points` where the question counts points: other words may go on with the number."""
    number, _, noun = without_frame(answer).rstrip(". ").partition(" ")
    counted = _COUNTED.search(question)
    if counted is None or number.lower() not in SMALL_NUMBERS or noun.lower() not in _nouns(counted[1].lower()):
        return answer
    return f"{SMALL_NUMBERS.index(number.lower())} {noun}"


def _nouns(counted: str) -> set[str]:
    """`percentage points is` as that, `percentage points`, `points` and so on, each also without an s at its end."""
    words = counted.split()
    runs = {" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1)}
    return runs | {run.removesuffix("s") for run in runs}


def _question(prompt: str) -> str:
    return _SENTENCE.split(prompt.strip())[-1]
