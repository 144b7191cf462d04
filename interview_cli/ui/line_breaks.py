"""Lines that fit, broken where nobody has to put them together again; standard library only."""

from __future__ import annotations

import re

FIXED = "\u00a0"
COMMAND = re.compile(r"(?<=: )interview(?: [^\s;,]*[^\s;,.])+")
"""What a sentence ends with to be copied: `To continue: interview mock --resume`."""
PERCENT = re.compile(r"(?<=\d) (?=%)")


def broken(text: str, width: int, *, indent: str = "", break_long_words: bool = True) -> list[str]:
    """The text in lines, the later ones behind `indent`; a command that fits in a line stays in one."""
    import textwrap

    def kept(command: re.Match[str]) -> str:
        return command[0].replace(" ", FIXED) if len(command[0]) + len(indent) <= width else command[0]

    lines = textwrap.wrap(
        PERCENT.sub(FIXED, COMMAND.sub(kept, text)),
        width,
        subsequent_indent=indent,
        break_on_hyphens=False,
        break_long_words=break_long_words,
    )
    return [line.replace(FIXED, " ") for line in lines]
