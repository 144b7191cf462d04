"""Functions that take numbers of a schedule as shares of others, and say so: `min_lr_ratio`, `warmup_fraction`.

Standard library only.
"""

from __future__ import annotations

import functools
import inspect
import math
from collections.abc import Collection, Mapping
from typing import Any

from interview_cli.grading.candidate.adapting.restating import restated
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.calls.binding import POSITIONAL
from interview_cli.grading.candidate.matching.names.likeness import by_likeness, parameters_in
from interview_cli.grading.candidate.matching.names.words import words

LAST, PEAK = "floor", "peak"
"""What problems call the last rate of a schedule, and the highest one."""
RISE, ALL = "warmup", "total"
"""What they call the number of steps until the peak, and until the last rate."""
OF_A_SHARE = frozenset({"ratio", "frac", "fraction", "factor", "share", "proportion", "pct"})
OF_THE_LAST = frozenset({"min", "final", "end", "floor", "last"})
OF_THE_RISE = frozenset({"warmup", "warm"})
OF_THE_FALL = frozenset({"annealing", "anneal", "cosine"})
"""Words in the names of shares, of the last rate, and of the steps until the peak and until the last rate."""


def take_shares(sought: Sought) -> list[str]:
    """Let a function of a share of the peak take the last rate; what to say of it."""
    function = sought.function()
    if function is None or not {LAST, PEAK} <= {name for name, _ in sought.asked}:
        return []
    own = list(inspect.signature(function).parameters.values())
    shares = [one for one in own if is_a_share(one.name, OF_THE_LAST) and one.kind in POSITIONAL]
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


def take_shares_of_steps(sought: Sought) -> list[str]:
    """Let a function of shares of all steps take how many they are; what to say of it. What falls ends with the last step."""
    function = sought.function()
    if function is None or not {RISE, ALL} <= {name for name, _ in sought.asked}:
        return []
    own = list(inspect.signature(function).parameters.values())
    whole = by_likeness(sought.asked, parameters_in(own)).get(ALL, "")
    rises, falls = (
        [one.name for one in own if is_a_share(one.name, words_of) and one.kind in POSITIONAL]
        for words_of in (OF_THE_RISE, OF_THE_FALL)
    )
    if not whole or len(rises) != 1 or len(falls) > 1:
        return []

    def made(values: Mapping[str, Any]) -> dict[str, Any]:
        shares = {rises[0]: share_of(values[RISE], values[ALL]), **dict.fromkeys(falls, 1.0)}
        return {whole: values[ALL], **shares}

    empty = inspect.Parameter.empty
    sought.put(restated(function, [whole, *rises, *falls], {RISE: empty, ALL: empty}, made))
    return [f"your {rises[0]} is {RISE} / {ALL}, by its name", *(f"your {name} is 1, by its name" for name in falls)]


def share_of(steps: int, total: int) -> float:
    """The share that gives so many steps again, also where what is behind the point is cut off: `int(total * share)`."""
    share = steps / total
    return math.nextafter(share, math.inf) if total * share < steps else share


def is_a_share(name: str, of: Collection[str]) -> bool:
    """Whether a name says that it is a share, and of what."""
    own = {one.lower() for one in words(name)}
    return not (own.isdisjoint(OF_A_SHARE) or own.isdisjoint(of))


def peak_among(given: dict[str, Any], peak: str) -> float:
    """The highest rate: by its name, else that of an optimizer."""
    if peak in given:
        return float(given[peak])
    return float(next(one.param_groups[0]["lr"] for one in given.values() if hasattr(one, "param_groups")))
