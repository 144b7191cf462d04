"""Functions that take the last rate of a schedule as a share of its peak, and say so: `min_lr_ratio`. Standard library only."""

from __future__ import annotations

import functools
import inspect
from typing import Any

from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.binding import POSITIONAL
from interview_cli.grading.candidate.matching.likeness import by_likeness, parameters_in
from interview_cli.grading.candidate.matching.words import words

LAST, PEAK = "floor", "peak"
"""What problems call the last rate of a schedule, and the highest one."""
OF_A_SHARE = frozenset({"ratio", "frac", "fraction", "factor", "share"})
OF_THE_LAST = frozenset({"min", "final", "end", "floor", "last"})
"""Words in the names of shares of a rate, and of the last one."""


def take_shares(sought: Sought) -> list[str]:
    """Let a function of a share of the peak take the last rate; what to say of it."""
    function = sought.function()
    if function is None or not {LAST, PEAK} <= {name for name, _ in sought.asked}:
        return []
    own = list(inspect.signature(function).parameters.values())
    shares = [one for one in own if is_a_share(one.name) and one.kind in POSITIONAL]
    peak = by_likeness(sought.asked, parameters_in(own)).get(PEAK, "")
    if len(shares) != 1 or peak == shares[0].name:
        return []
    (share,) = shares
    kind = inspect.Parameter.KEYWORD_ONLY
    shown = [share.replace(name=LAST, kind=kind) if one is share else one.replace(kind=kind) for one in own]

    @functools.wraps(function)
    def call(*args: Any, **given: Any) -> Any:
        if LAST in given:  # which the file itself gives nobody
            given[share.name] = float(given.pop(LAST)) / peak_among(given, peak)
        return function(*args, **given)

    call.__signature__ = inspect.Signature(shown)  # type: ignore[attr-defined]
    sought.put(call)
    return [f"your {share.name} is {LAST} / {PEAK}, by its name"]


def is_a_share(name: str) -> bool:
    """Whether a name says that it is a share of a rate, and which."""
    own = {one.lower() for one in words(name)}
    return not (own.isdisjoint(OF_A_SHARE) or own.isdisjoint(OF_THE_LAST))


def peak_among(given: dict[str, Any], peak: str) -> float:
    """The highest rate: by its name, else that of an optimizer."""
    if peak in given:
        return float(given[peak])
    return float(next(one.param_groups[0]["lr"] for one in given.values() if hasattr(one, "param_groups")))
