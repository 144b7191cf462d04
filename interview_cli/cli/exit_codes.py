"""Exit codes: the program's word to scripts. Standard library only."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What a command ends with."""

    OK = 0
    NO = 1
    USAGE = 2
    BAD_DATA = 3
    ENVIRONMENT = 4
    BUG = 70
    INTERRUPTED = 130
