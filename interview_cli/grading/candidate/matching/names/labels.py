"""What files of constants call the label that does not count, -100 as `cross_entropy` has it. Standard library only."""

from __future__ import annotations

import re

LEFT_OUT = -100
OF_THE_LEFT_OUT = re.compile(
    r"(?:\w+_)?IGNORED?_(?:IDX|INDEX|LABEL|ID|LABEL_ID|TOKEN_ID)|(?:\w+_)?LABEL_PAD(?:_TOKEN)?_ID"
)


def names_the_left_out(name: str) -> bool:
    """Whether a constant is one: `IGNORE_INDEX`, `CROSS_ENTROPY_IGNORE_IDX`."""
    return OF_THE_LEFT_OUT.fullmatch(name) is not None
