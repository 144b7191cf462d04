"""Results that code gives by names, in a dict, a dataclass or a named tuple, where some by place are asked for.

Standard library only. A loss with its metrics has its name in all of them, and a dict of one result that result alone.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from interview_cli.grading.candidate.fitting import listed
from interview_cli.grading.candidate.returning import in_order, order_by_names

LOSSES = ("loss", "total_loss")
"""How what is asked for is called beside its metrics, whatever its place."""
LONGEST = 40
"""Characters of a class's name that are told."""


def without_names(result: Any, number: int | None, names: Sequence[str] = ()) -> tuple[Any, str]:
    """What is asked for first, in a tuple with the others if there are any; in words if it had to be looked for.

    `names`: how the problem calls what it asks for.
    """
    fields = list(getattr(result, "_fields", ())) if isinstance(result, tuple) else []
    if order := order_by_names(fields, names):
        return in_order(tuple(result), order), f"of your results {listed(fields[place] for place in order)} are graded"
    named = parts_by_name(result)
    if number is None or not named:
        return result, ""
    kind = with_article(type(result).__name__[:LONGEST])
    loss = next((name for name in LOSSES if name in named), None)
    first = loss or only_one(named)
    if number == 1 and first:
        return named[first], f"your code returns {kind}: its {first} is graded"
    holds_more = isinstance(result, dict) and not all(hasattr(part, "shape") for part in named.values())
    if holds_more or isinstance(result, tuple):  # such a dict may be a table of what was found
        return result, ""
    order = order_by_names(list(named), names)
    if order:
        said = listed(list(named)[place] for place in order)
        return in_order(tuple(named.values()), order), f"your code returns {kind}: its {said} are graded"
    return tuple(named.values()), f"your code returns {kind}: its parts are graded in order"


def with_article(name: str) -> str:
    """A class's name as it stands in a sentence: `an Output`, `a dict`."""
    return f"{'an' if name[:1].lower() in ('a', 'e', 'i', 'o') else 'a'} {name}"


def only_one(named: Mapping[str, Any]) -> str:
    """The name of the only part, if that is a tensor or the like: a count of one letter is no result with a name."""
    name, *more = named
    return name if not more and (hasattr(named[name], "shape") or isinstance(named[name], float)) else ""


def parts_by_name(result: Any) -> Mapping[str, Any]:
    """Of a dict, a dataclass or a named tuple, what it holds; of anything else nothing."""
    if type(result) is dict and all(isinstance(key, str) for key in result):
        return result
    if isinstance(result, tuple):
        names = getattr(result, "_fields", ())
        return dict(zip(names, result, strict=True)) if LOSSES[0] in names and len(names) > 1 else {}
    if dataclasses.is_dataclass(result) and not isinstance(result, type):
        return {field.name: getattr(result, field.name) for field in dataclasses.fields(result)}
    return {}
