"""The unit that a question names in its own words (`How many GB ...?`, `..., in nats?`); imports the standard library."""

from __future__ import annotations

import re
from typing import Final

_BYTES = r"[kKMGTP]?i?B(?:/s)?|bits?|bytes?"
_TIMES = r"(?:nano|micro|milli)?seconds|ms|minutes|hours|days|weeks"
_MULTIPLES = r"(?:thousand|million|billion|trillion)s?"
_PERCENT = r"percent(?:age)?(?: points?)?"
_OTHERS = r"pixels|nats|dollars|dB|[MGTPE]?FLOPs?(?:/s)?|Hz"
_UNIT = rf"(?P<unit>{_BYTES}|{_TIMES}|{_PERCENT}|{_MULTIPLES}|{_OTHERS})"

_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+")
_ASKED: Final = (
    re.compile(rf"\bhow many (?:(?:input|output|GPU|GPU-)\s?)?{_UNIT}(?![\w-])", re.IGNORECASE),
    re.compile(r"\b(?:which|what) (?P<unit>percentage)\b", re.IGNORECASE),
    re.compile(rf"\bin {_UNIT}(?=\s*(?:[,.?(]|$))"),
)


def asked_unit(prompt: str) -> str | None:
    """The unit in which the last sentence of `prompt` asks for a number, or None; of percentage points it is `%`."""
    question = _SENTENCE.split(prompt.strip())[-1]
    for asked in _ASKED:
        if found := asked.search(question):
            unit = found["unit"]
            if re.fullmatch(_MULTIPLES, unit, re.IGNORECASE):
                return unit.lower().removesuffix("s")
            return "%" if unit.lower().startswith("percent") else unit
    return None
