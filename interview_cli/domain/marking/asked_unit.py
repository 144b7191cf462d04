"""What a question asks for in its own words (`How many GB ...?`, `..., in nats?`, a half-width); imports `spoken` only."""

from __future__ import annotations

import re
from typing import Final

from interview_cli.domain.marking.spoken import without_frame

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
    """The answer without what only this question gives a sense: the ± of a half-width, MACs where multiply-adds count."""
    question = _question(prompt)
    if _HALF.search(question):
        answer = _EITHER_SIGN.sub(r"\1", without_frame(answer))
    if _MULTIPLY_ADDS.search(question):
        answer = _MACS.sub(r"\g<prefix>operations", answer)
    return answer


def _question(prompt: str) -> str:
    return _SENTENCE.split(prompt.strip())[-1]
