"""The keys of a mock interview: as in a drill, typed after a colon where an answer is typed, else alone."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum


class Key(StrEnum):
    """What a key does."""

    PASS = "s"
    EDIT = "e"
    PASTE = "p"
    LISTEN = "t"
    HINT = "h"
    RUN = "g"
    DONE = "d"
    LEAVE = "q"
    HELP = "?"


NAMES = {
    Key.PASS: "pass",
    Key.EDIT: "editor",
    Key.PASTE: "paste",
    Key.LISTEN: "listen",
    Key.HINT: "hint",
    Key.RUN: "run",
    Key.DONE: "submit",
    Key.LEAVE: "leave",
    Key.HELP: "help",
}

EXPLAINED = {
    Key.PASS: "pass: I don't know; go to the next question",
    Key.EDIT: "continue in $EDITOR; when time is up it closes, and what you saved counts",
    Key.PASTE: "paste a transcript, or a solution to run at once",
    Key.LISTEN: "start your transcript command, which writes down what you say",
    Key.HINT: "a hint, which costs points",
    Key.RUN: "run the code as it is now, as often as you like",
    Key.DONE: "submit the code as it is now, and go to the next task",
    Key.LEAVE: "leave or end; a clock that runs keeps running; to continue: interview mock --resume",
    Key.HELP: "show this list",
}

MARKED = (Key.PASS, Key.LEAVE)
SPOKEN = (Key.PASS, Key.EDIT, Key.PASTE, Key.LISTEN, Key.LEAVE)
CODING = (Key.EDIT, Key.RUN, Key.DONE, Key.HINT, Key.PASTE, Key.LEAVE)

_WORDS = {name: key for key, name in NAMES.items()} | {
    "done": Key.DONE,
    "hand in": Key.DONE,
    "quit": Key.LEAVE,
    "skip": Key.PASS,
}


def typed(text: str) -> Key | str | None:
    """What was typed where an answer is expected: a key, the word after a colon that is none, None for an answer."""
    stripped = text.strip()
    if stripped == Key.HELP:
        return Key.HELP
    return single(stripped) or stripped if stripped.startswith(":") else None


def single(text: str) -> Key | None:
    """What was typed where a single key is asked: a letter or a word, with or without a colon."""
    word = text.strip().removeprefix(":").strip().lower()
    return _WORDS.get(word) or next((key for key in Key if key.value == word), None)


def shown(keys: Sequence[Key], before: str = "") -> list[str]:
    """How the keys are shown; `before` is what is typed before one."""
    return [f"{before}{key} {NAMES[key]}" for key in keys] + [f"{Key.HELP} {NAMES[Key.HELP]}"]
