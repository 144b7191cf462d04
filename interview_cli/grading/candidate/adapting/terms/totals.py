"""Functions that take the size of each whole part, where a problem gives how many parameters there are and bytes for each.

`zero_memory(param_gb, grad_gb, opt_gb, world_size, stage)`. Standard library only.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping, Sequence
from typing import Any

from interview_cli.grading.candidate.adapting.restating import restated
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, by_likeness, parameters_in

COUNT = "params"
"""How problems call the number of parameters."""
UNITS = ("gb", "gib", "mb", "mib", "bytes", "mem", "memory", "size", "total")
"""Last words of names of sizes."""
BEGINNINGS: Mapping[str, Sequence[str]] = {
    "param_bytes": ("param", "weight", "model"),
    "grad_bytes": ("grad",),
    "optim_bytes": ("opt",),
}
"""How a name begins that speaks of the parts of a training state."""


def take_totals(sought: Sought) -> list[str]:
    """Let a function take sizes of whole parts; what to say of it."""
    function, asked = sought.function(), dict(sought.asked)
    if function is None or sought.is_as_asked or not {COUNT, *BEGINNINGS} <= asked.keys():
        return []
    own = inspect.signature(function).parameters
    needed = [name for name, one in own.items() if one.default is one.empty]
    found = {name: part for name in needed if (part := part_of(name))}
    beside = parameters_in([one for name, one in own.items() if name not in found])
    if sorted(found.values()) != sorted(BEGINNINGS) or COUNT in by_likeness(sought.asked, beside):
        return []
    empty = inspect.Parameter.empty
    given = {name: empty if asked[name] is REQUIRED else asked[name] for name in (COUNT, *found.values())}
    sought.put(restated(function, found, given, lambda values: totals(found, {**asked, **values})))
    return [f"your {name} is {COUNT} times {part}" for name, part in found.items()]


def part_of(name: str) -> str:
    """Which part of the state a name says the size of: `optim_bytes` of `opt_gb`; nothing of other names."""
    words = name.lower().split("_")
    if words[-1] not in UNITS:
        return ""
    parts = [part for part, beginnings in BEGINNINGS.items() if words[0].startswith(tuple(beginnings))]
    return parts[0] if len(parts) == 1 else ""


def totals(found: Mapping[str, str], values: Mapping[str, Any]) -> dict[str, Any]:
    """The size of each part."""
    return {name: values[COUNT] * values[part] for name, part in found.items()}
