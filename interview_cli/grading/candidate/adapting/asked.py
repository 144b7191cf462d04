"""What a problem asks for, as the wire says it: parameters, and which are plain or can be called. Standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from interview_cli.grading.candidate.matching.likeness import REQUIRED, Parameters

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
