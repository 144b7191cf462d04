"""Lines that fit, broken where nobody has to put them together again; standard library only."""

from __future__ import annotations

import re
import shlex
from os import PathLike, fspath

FIXED = "\u00a0"
QUOTED = r"'[^'\n]*'"
NAMES = (
    *("drill", "grade", "solve", "debug", "mock", "pitch", "night-before", "plan", "report", "find", "show", "check"),
    *("bank", "papers", "log", "doctor", "help"),
)
"""The commands: `interview users` in a sentence is none."""
COMMAND = rf"(?:^|(?<=: )|(?<=`)|(?<=, or ))interview (?:{'|'.join(NAMES)})\b(?: (?:{QUOTED}|[^\s;,'`]*[^\s;,.'`]))*"
"""What a sentence ends with to be copied, `To continue: interview mock --resume`, stands in backticks, or alone."""
PATH = r"(?<!\S)'[/~][^'\n]*'"
"""A path with spaces, as `path_in_words` writes it."""
WHOLE = re.compile(f"{COMMAND}|{PATH}")
PERCENT = re.compile(r"(?<=\d) (?=%)")


def path_in_words(path: str | PathLike[str]) -> str:
    """A path within a sentence, as a shell takes it: in quotes where it has spaces, and then in one line."""
    return shlex.quote(fspath(path))


def broken(
    text: str, width: int, *, indent: str = "", first_indent: str = "", break_long_words: bool = True
) -> list[str]:
    """The text in lines, the first behind `first_indent` and the later ones behind `indent`.

    A command and a path stay whole. One that is wider than a line has a line of its own, which only the terminal breaks:
    copied from there, it is whole, and no indent stands before it.
    """
    import textwrap

    is_too_wide = False

    def kept(whole: re.Match[str]) -> str:
        nonlocal is_too_wide
        is_too_wide |= len(whole[0]) + len(indent) > width
        return whole[0].replace(" ", FIXED)

    fixed = PERCENT.sub(FIXED, WHOLE.sub(kept, text))
    lines = textwrap.wrap(
        fixed,
        width,
        initial_indent=first_indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
        break_long_words=break_long_words and not is_too_wide,
    )
    return [_moved_left(line, width).replace(FIXED, " ") for line in lines]


def _moved_left(line: str, width: int) -> str:
    """A line that something whole makes too wide, with as much of its indent as leaves it room."""
    body = line.lstrip(" ")
    return " " * max(width - len(body), 0) + body if FIXED in line and len(line) > width else line
