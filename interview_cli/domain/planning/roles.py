"""What a role asks about: how much each section of the guide counts in its interview; imports the standard library only.

A weight says how much one item of a section counts beside one of another; 1 is the usual. The presets are judgements of
who is asked what: a role's main matter counts 3 or 4, what it touches 1.5 or 2, what its interviews rarely reach a half
or less. Everybody writes code and answers on fundamentals: sections 1 and 2 count at least 1 in every role.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from interview_cli.domain.errors import UsageError
from interview_cli.domain.items.guide import SECTIONS, section

GENERALIST = "generalist"

_SECTIONS_BY_WEIGHT: Mapping[str, Mapping[float, tuple[int, ...]]] = {
    GENERALIST: {},
    "t2i": {
        4.0: (14,),
        3.0: (9, 11, 12, 13),
        2.0: (3, 7, 8, 10, 18, 19, 20),
        1.5: (21, 22),
        0.5: (4, 5, 15, 16, 17),
    },
    "video": {4.0: (15,), 3.0: (11, 14), 2.0: (7, 8, 9, 12, 13, 18, 19, 20, 21), 1.5: (3, 10), 0.5: (4, 16, 17)},
    "llm-post-training": {
        4.0: (17, 22),
        3.0: (7,),
        2.0: (18, 19, 20, 21),
        1.5: (16,),
        0.5: (6, 8, 9, 10, 11, 12, 13, 14),
        0.25: (4, 5, 15),
    },
    "perceptual-quality": {4.0: (5, 18), 3.0: (4, 6), 2.0: (15,), 1.5: (3, 9, 13, 14), 0.5: (10, 17, 21), 0.25: (16,)},
}

ROLES: tuple[str, ...] = tuple(_SECTIONS_BY_WEIGHT)


def role_named(name: str) -> str:
    """The role as it is spelled in `ROLES`. Raises: UsageError, with the nearest role."""
    role = name.strip().lower()
    if role in ROLES:
        return role
    near = difflib.get_close_matches(role, ROLES, n=1)
    hint = f"did you mean {near[0]}?" if near else f"choose one of {', '.join(ROLES)}"
    raise UsageError(f"there's no role {name!r}", hint=hint)


@cache
def role_weights(role: str) -> Mapping[int, float]:
    """The weight of every section for a role. Raises: UsageError, with the nearest role."""
    by_weight = _SECTIONS_BY_WEIGHT[role_named(role)]
    notable = {number: weight for weight, numbers in by_weight.items() for number in numbers}
    return MappingProxyType({known.number: notable.get(known.number, 1.0) for known in SECTIONS})


def weights_for(role: str, own: Mapping[int, float]) -> Mapping[int, float]:
    """The role's weights with the user's own in their place. Raises: UsageError."""
    return MappingProxyType({**role_weights(role), **own})


def parse_weight(text: str) -> tuple[int, float | None]:
    """Section and weight as typed, `transformers=3` or `7=3`; `7=` is the role's weight again, None.

    Raises: UsageError for anything else.
    """
    name, equals, typed = text.partition("=")
    if equals and not typed.strip():
        return section(name).number, None
    try:
        weight = float(typed)
    except ValueError:
        weight = -1.0
    if not equals or not 0 <= weight <= MOST:
        hint = (
            f"write SECTION=NUMBER with a number from 0 to {MOST:g}, for example transformers=3; to undo: transformers="
        )
        raise UsageError(f"{text!r} isn't a weight", hint=hint)
    return section(name).number, weight


MOST = 100.0
"""The greatest weight that one section can have."""
