"""Settings that a file sets at its top and a function reads in the place of parameters. Standard library only."""

from __future__ import annotations

from collections.abc import Collection

from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, Parameters, by_likeness

LEAST = 2
"""Fewer of them may stand there for another thing by chance."""


def settings_read(asked: Parameters, own: Parameters, read: Collection[str]) -> dict[str, str]:
    """Asked -> own, of what the file holds for a function of fewer parameters than must be given.

    Nothing unless each value that must be given has a usual name, there or among the parameters.
    """
    must = [name for name, default in asked if default is REQUIRED]
    if not read or len(own) >= len(must):
        return {}
    taken = by_likeness(asked, own)
    left = [one for one in asked if one[0] not in taken]
    found = by_likeness(left, [(name, None) for name in sorted(read)])
    return found if len(found) >= LEAST and {*must} <= {*taken, *found} else {}
