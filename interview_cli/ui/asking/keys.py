"""The keys of a drill: what they do, how they are typed, and which are shown when. No terminal.

One scheme for all kinds: where an answer is typed, letters are the answer, and a key is typed after a colon (`:h`); where
single keys are asked (code, ticks, rating), the key alone is enough. `?` on an empty line is always help.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from interview_cli.domain.memory.fsrs import Rating
from interview_cli.domain.memory.rating import Ratings
from interview_cli.services.drill.coming_back import Back
from interview_cli.ui.asking.rows import rows_of

DAYS_A_MONTH, DAYS_A_YEAR = 30.4, 365.25
MONTHS_FROM_DAYS, YEARS_FROM_DAYS = 60, 730
"""From so many days on, days say less than months, and months less than years."""


class Key(StrEnum):
    """What a key does."""

    HINT = "h"
    REVEAL = "r"
    KNOWN = "k"
    SKIP = "s"
    BURY = "b"
    SUSPEND = "x"
    RIGHT = "!"
    FLAG = "f"
    NOTE = "n"
    UNDO = "u"
    TICKS = "t"
    EDIT = "e"
    GRADE = "g"
    PASTE = "p"
    ANEW = "w"
    QUIT = "q"
    HELP = "?"


NAMES = {
    Key.HINT: "hint",
    Key.REVEAL: "reveal",
    Key.KNOWN: "I know this",
    Key.SKIP: "skip",
    Key.BURY: "bury",
    Key.SUSPEND: "suspend",
    Key.RIGHT: "I was right",
    Key.FLAG: "flag",
    Key.NOTE: "note",
    Key.UNDO: "undo",
    Key.TICKS: "tick again",
    Key.EDIT: "edit",
    Key.GRADE: "grade",
    Key.PASTE: "paste",
    Key.ANEW: "start over",
    Key.QUIT: "quit",
    Key.HELP: "help",
}

EXPLAINED = {
    Key.HINT: "the next hint; after it Easy is no longer offered, and a coding problem that you pass counts as Hard",
    Key.REVEAL: "show the answer; a question the program marks then counts as Again",
    Key.KNOWN: "I know this: skip it and ask again much later",
    Key.SKIP: "skip: ask again at the end; if you skip it twice, another day",
    Key.BURY: "bury: don't ask again before tomorrow",
    Key.SUSPEND: "suspend: don't ask until you wake it: interview plan --wake ITEM",
    Key.RIGHT: "my answer was right: change the mark (press again to change it back)",
    Key.FLAG: "flag: say what's wrong with this item",
    Key.NOTE: "note: write a line to see with every answer to this item",
    Key.UNDO: "undo the last rating and go back to that item",
    Key.TICKS: "tick the key points again",
    Key.EDIT: "edit your solution in $EDITOR",
    Key.GRADE: "grade the file",
    Key.PASTE: "paste a solution and grade it",
    Key.ANEW: "move your file aside and start over",
    Key.QUIT: "quit: your answers are saved",
    Key.HELP: "show this list",
}

ANSWERING = (Key.HINT, Key.REVEAL, Key.QUIT, Key.SKIP, Key.KNOWN, Key.BURY, Key.UNDO, Key.FLAG, Key.NOTE)
SAYING = tuple(key for key in ANSWERING if key is not Key.REVEAL)
CODING = (Key.EDIT, Key.GRADE, Key.PASTE, Key.HINT, Key.REVEAL, Key.QUIT, Key.SKIP, Key.KNOWN, Key.ANEW, Key.UNDO)
RATING = (Key.FLAG, Key.NOTE, Key.UNDO, Key.QUIT)

_WORDS = {
    "known": Key.KNOWN,
    "know": Key.KNOWN,
    "right": Key.RIGHT,
    "tick": Key.TICKS,
    "anew": Key.ANEW,
    "write anew": Key.ANEW,
} | {name: key for key, name in NAMES.items()}
_KEYS = frozenset(Key)


@dataclass(frozen=True, slots=True)
class Pressed:
    """A key, and what was typed behind it."""

    key: Key
    argument: str = ""


def command(text: str) -> Pressed | str | None:
    """What was typed where an answer is expected: a key, the word after a colon that is none, or None for an answer."""
    stripped = text.strip()
    if stripped == Key.HELP:
        return Pressed(Key.HELP)
    if not stripped.startswith(":"):
        return None
    return single(stripped) or stripped


def last_command(text: str) -> str:
    """The last line of a text of several where it is `?`, or a key behind a colon: nobody means it as an answer; else ""."""
    before, _, last = text.rstrip().rpartition("\n")
    is_key = last.strip() == Key.HELP or (last.strip().startswith(":") and single(last) is not None)
    return last.strip() if before.strip() and is_key else ""


def single(text: str) -> Pressed | None:
    """What was typed where a single key is asked: a letter or a word, with or without a colon, and its argument."""
    word, _, argument = text.strip().removeprefix(":").strip().partition(" ")
    key = _WORDS.get(word.lower()) or (Key(word.lower()) if word.lower() in _KEYS else None)
    return None if key is None else Pressed(key, argument.strip())


def meant(text: str) -> Key | None:
    """The key that a single letter is, where an answer was expected and the colon may have been forgotten."""
    return next((key for key in ANSWERING if key.value == text.strip().lower()), None)


def rating(text: str) -> Rating | None:
    """1 to 4, or the name."""
    names = {name: value for value in Rating for name in (str(int(value)), value.name.lower())}
    return names.get(text.strip().lower())


def without_hint(keys: Sequence[Key], hints_left: int) -> tuple[Key, ...]:
    """The keys, the hint only while there is one."""
    return tuple(key for key in keys if key is not Key.HINT or hints_left > 0)


def typed_keys(keys: Sequence[Key]) -> list[str]:
    """How keys are shown where an answer is typed."""
    return [f":{key} {NAMES[key]}" for key in keys] + [f"{Key.HELP} {NAMES[Key.HELP]}"]


def single_keys(keys: Sequence[Key]) -> list[str]:
    """How keys are shown where one is enough."""
    return [f"{key} {NAMES[key]}" for key in keys] + [f"{Key.HELP} {NAMES[Key.HELP]}"]


def rating_prompt(ratings: Ratings, comes_back: Mapping[Rating, Back], width: int) -> str:
    """The ratings on offer, each with when the item comes back, and what Enter means; in lines of at most so many columns."""
    first, *others = (f"{value:d} {_named(value, comes_back)}" for value in ratings.allowed)
    parts = [f"Rate: {first}", *others, f"(Enter: {ratings.default.name.title()}) > "]
    return "\n".join(rows_of(parts, width, indent=6))


def _named(rating: Rating, comes_back: Mapping[Rating, Back]) -> str:
    """`Good · 6 days`, or `Good · known 6 days`."""
    name = rating.name.title()
    if rating not in comes_back:
        return name
    back = comes_back[rating]
    when = in_words(back.days)
    return f"{name} · {f'known {when}'.replace('tomorrow', '1 day') if back.is_known else when}"


def in_words(days: int | None) -> str:
    """How far away a day is: `today`, `tomorrow`, `6 days`, `3 months`; None is not before the interview."""
    match days:
        case None:
            return "after the interview"
        case 0:
            return "today"
        case 1:
            return "tomorrow"
        case _ if days < MONTHS_FROM_DAYS:
            return f"{days} days"
        case _ if days < YEARS_FROM_DAYS:
            return f"{days / DAYS_A_MONTH:.0f} months"
        case _:
            return f"{days / DAYS_A_YEAR:.0f} years"
