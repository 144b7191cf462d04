"""What an editor should look at again in the texts of a bank: plain English, as far as a program can see it.

Formulas and code count as one word each. Statements of coding problems follow conventions of their own: of these only
the words are judged. Imports the domain only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from interview_cli.domain.items.question import (
    AnyItem,
    Bug,
    Choice,
    Code,
    Debug,
    Design,
    Formula,
    Numeric,
    Ordering,
    Recall,
)

PROMPT_WORDS = 25
"""Of a sentence that is read under time pressure."""
OTHER_WORDS = 30
"""Of a sentence that is read after the answer."""
TITLE_WORDS = 6

FENCE = re.compile(r"```.*?```", re.DOTALL)
CODE = re.compile(r"`[^`]*`")
MATH = re.compile(r"(?<!\\)\$\$?(?:\\.|[^$\\])*\$\$?")
PARAMETER = re.compile(r"\{\{\w+\}\}")
QUOTED = re.compile(r'"[^"]*"')
BREAK = re.compile(r"\n\s*\n|\n\s*(?=[-*|]|\d+\.)")
SENTENCE_END = re.compile(r"(?:(?<=[.?!])|(?<=[.?!][\"')]))\s+(?=[A-Z\"'(\d])")

TASKS = frozenset({"Derive", "Explain", "Give", "Name", "Prove", "Put", "Show", "Sketch", "Tell", "Write"})
"""Verbs with which a prompt may end instead of a question."""

BRITISH = re.compile(
    r"\b(?:[a-z]*(?:normalis|optimis|minimis|maximis|regularis|initialis|quantis|generalis|tokenis|parameteris|factoris|"
    r"discretis|organis|summaris|specialis|realis|penalis|equalis|stabilis|localis|linearis|visualis|memoris)(?:e|ed|es|er|ers|ing|ations?|able)"
    r"|[a-z]*(?:colour|behaviour|favour|neighbour)[a-z]*|modell(?:ed|ing)|labell(?:ed|ing)|cancell(?:ed|ing)|grey|centre[ds]?"
    r"|artefacts?|analys(?:e|ed|es|ing)|whilst|practis(?:e|ed|ing)|catalogue)\b",
    re.IGNORECASE,
)
ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|etc|cf|resp|w\.r\.t)\.")
RIDDLE = re.compile(
    r"\b(?:thereof|whereby|wherein|therein|whatever\s+comes\s+back|once\s+more|that\s+which|those which)\b"
)
OBLIGATION = re.compile(r"(?<!not )(?<!n't )\b(?:has|have) to (?!do\b)")
DOUBLE_NEGATION = re.compile(
    r"\b(?:not|never|n't) (?:un(?!i|der|til|less|equal|biased|seen|known)[a-z]+|impossible|improbable|without|nothing|none)\b",
    re.IGNORECASE,
)
CONDITION = re.compile(r"\b(?:if|unless|provided that|as long as|in case)\b", re.IGNORECASE)
BRACKETS_IN_BRACKETS = re.compile(r"\([^()]*\s\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Remark:
    """What to look at again: of which item, in which field, why."""

    item: str
    field: str
    reason: str

    def __str__(self) -> str:
        return f"{self.item}.{self.field}: {self.reason}"


def style_remarks(items: Iterable[AnyItem]) -> tuple[Remark, ...]:
    """All remarks, in the order of the items."""
    return tuple(Remark(item.id, field, reason) for item in items for field, reason in _of_item(item))


def _of_item(item: AnyItem) -> Iterator[tuple[str, str]]:
    is_statement = isinstance(item, Code | Debug)
    if item.title is not None and len(item.title.split()) > TITLE_WORDS:
        yield "title", f"has {len(item.title.split())} words: at most {TITLE_WORDS} say what is asked"
    if not is_statement:
        yield from (("prompt", reason) for reason in _prompt_remarks(item.prompt))
    for field, text in _texts(item):
        limit = PROMPT_WORDS if field == "prompt" else OTHER_WORDS
        for sentence in sentences(text):
            yield from ((field, reason) for reason in _word_remarks(sentence))
            if not is_statement:
                yield from ((field, reason) for reason in _shape_remarks(sentence, limit))


def _texts(item: AnyItem) -> Iterator[tuple[str, str]]:
    """Every text that is read, with the name of its field."""
    yield "prompt", item.prompt
    yield "why", item.why
    yield from _numbered("hints", item.hints)
    match item:
        case Choice() | Bug():
            yield from _numbered("options", [option.text for option in item.options])
            yield from _numbered("options.why", [option.why for option in item.options])
        case Recall():
            yield from _numbered("key_points", [point.text for point in item.key_points])
            yield from _numbered("pitfalls", item.pitfalls)
        case Formula() | Numeric():
            yield from _numbered("wrong", [wrong.why for wrong in item.wrong])
        case Ordering():
            yield from _numbered("steps", item.steps)
        case Design():
            for phase in item.phases:
                yield from _numbered(f"phases.{phase.name}", phase.checklist)
        case _:
            pass


def _numbered(field: str, texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    yield from ((f"{field}[{position}]", text) for position, text in enumerate(texts))


def sentences(text: str) -> list[str]:
    """The sentences of a text; a formula, code or parameter is a word in them, a block of code none."""
    for pattern, word in ((FENCE, "\n\n"), (CODE, "CODE"), (MATH, "MATH"), (PARAMETER, "7")):
        text = pattern.sub(word, text)
    parts = [" ".join(part.split()) for part in BREAK.split(text)]
    return [
        sentence for part in parts if part and part[0] not in "|" for sentence in SENTENCE_END.split(part) if sentence
    ]


def _prompt_remarks(prompt: str) -> Iterator[str]:
    """Of a question: one, and last."""
    told = sentences(prompt)
    questions = QUOTED.sub("", " ".join(told)).count("?")
    if questions > 1:
        yield f"asks {questions} questions: ask one, and make the others follow-ups"
    last = told[-1] if told else ""
    if not last.rstrip("\"')*").endswith("?") and last.split(" ")[0] not in TASKS:
        yield f"doesn't end with its question, but with {_start(last)}"


def _shape_remarks(sentence: str, limit: int) -> Iterator[str]:
    words = len(sentence.split())
    if words > limit:
        yield f"{words} words in one sentence, more than {limit}: {_start(sentence)}"
    if BRACKETS_IN_BRACKETS.search(sentence):
        yield f"brackets within brackets: {_start(sentence)}"
    if len(CONDITION.findall(sentence)) > 1:
        yield f"two conditions in one sentence: {_start(sentence)}"
    for found in DOUBLE_NEGATION.finditer(sentence):
        yield f"double negation: {found[0]!r}"


def _word_remarks(sentence: str) -> Iterator[str]:
    for pattern, reason in (
        (BRITISH, "isn't American spelling"),
        (ABBREVIATION, "should be words, such as 'for example'"),
        (RIDDLE, "isn't plain: say the noun again"),
        (OBLIGATION, "should be 'must' or 'should'"),
    ):
        for found in pattern.finditer(sentence):
            yield f"{found[0].strip()!r} {reason}"


def _start(sentence: str) -> str:
    shown = " ".join(sentence.split()[:6])
    return f"{shown!r} …" if shown != sentence else f"{shown!r}"
