"""What a problem asks for, as the wire says it: parameters, and which are plain or can be called. Standard library only."""

from __future__ import annotations

import inspect
import types
from collections.abc import Mapping, Sequence
from typing import Any

from interview_cli.grading.candidate.matching.calls.pairing import are_numbered
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, Parameters, by_likeness

Asked = Mapping[str, Any]
"""`{"is_class": bool, "parameters": [[name, is required, default, is plain, can be called]], "methods": {name: parameters}}`
of one entry."""


def as_parameters(raw: Any) -> Parameters:
    """From what came over the wire."""
    return [(name, REQUIRED if required else unlisted(default)) for name, required, default, *_ in raw]


def plain_in(raw: Any) -> frozenset[str]:
    """Those of them that are numbers, texts or lists of these, as the wire says it."""
    return frozenset(name for name, _, _, is_plain, *_ in raw if is_plain)


def functions_in(raw: Any) -> frozenset[str]:
    """Those of them that can be called, as the wire says it."""
    return frozenset(name for name, _, _, _, can_be_called in raw if can_be_called)


def unlisted(value: Any) -> Any:
    """A default that was a tuple."""
    return tuple(value) if isinstance(value, list) else value


def as_asked(
    own: Sequence[inspect.Parameter], asked: Parameters, known: Mapping[str, str] = types.MappingProxyType({})
) -> inspect.Signature:
    """Parameters that are given by name, in the problem's order, which is no other's here.

    What is `known`, asked -> own, and equal and usual names first, then what else must be given: as `batch["x2"], batch["x1"]`
    by their numbers, if by any. What may be None stands where one alone may: `scaling_type=None` of a class, for `method`.
    """
    pairs = {**by_likeness(asked, [(one.name, None) for one in own]), **known}
    pairs |= the_one_of_none(asked, own, pairs)
    left = [one.name for one in own if one.name not in pairs.values() and one.default is one.empty]
    rest = iter(sorted(left) if are_numbered(left) else left)
    ordered = dict.fromkeys(filter(None, (pairs.get(name) or next(rest, "") for name, _ in asked)))
    taken = {one.name: one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in own}
    return inspect.Signature([taken[name] for name in dict.fromkeys((*ordered, *taken))])


def the_one_of_none(asked: Parameters, own: Sequence[inspect.Parameter], pairs: Mapping[str, str]) -> dict[str, str]:
    """What is asked for and what is taken that may be None, if it is one each beside what has a usual name."""
    may_be = [name for name, default in asked if default is None and name not in pairs]
    takers = [one.name for one in own if one.default is None and one.name not in pairs.values()]
    return dict(zip(may_be, takers, strict=True)) if len(may_be) == len(takers) == 1 else {}
