"""LaTeX cut into tokens; imports the standard library only."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from interview_cli.ui.math.symbols import WITHOUT_MEANING


class TexError(ValueError):
    """A formula that the renderer does not understand: the message says which command or bracket."""


class Kind(Enum):
    """What a token is."""

    COMMAND = auto()  # \name; the text is the name
    CHARACTER = auto()
    SPACE = auto()
    OPEN_GROUP = auto()
    CLOSE_GROUP = auto()
    SUBSCRIPT = auto()
    SUPERSCRIPT = auto()
    ALIGN = auto()


class Token(NamedTuple):
    """One token and its text, without the backslash of a command."""

    kind: Kind
    text: str


_TOKEN = re.compile(r"\\([A-Za-z]+|.)|(\s+|~)|(.)", re.DOTALL)
_SPECIAL = {
    "{": Kind.OPEN_GROUP,
    "}": Kind.CLOSE_GROUP,
    "_": Kind.SUBSCRIPT,
    "^": Kind.SUPERSCRIPT,
    "&": Kind.ALIGN,
}


def tokens(latex: str) -> tuple[Token, ...]:
    """The tokens of a formula, without commands that only set sizes.

    Raises: TexError on a character that cannot be shown, a dollar or a backslash at the end.
    """
    found = (_token(match) for match in _TOKEN.finditer(latex))
    return tuple(token for token in found if not (token.kind is Kind.COMMAND and token.text in WITHOUT_MEANING))


def _token(match: re.Match[str]) -> Token:
    command, space, character = match.groups()
    if command is not None:
        return Token(Kind.COMMAND, " " if command.isspace() else command)
    if space is not None:
        return Token(Kind.COMMAND if space == "~" else Kind.SPACE, " ")
    if character in "\\$" or not character.isprintable():
        raise TexError(f"{character!r} isn't allowed here")
    return Token(_SPECIAL.get(character, Kind.CHARACTER), character)
