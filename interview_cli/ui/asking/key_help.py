"""What each key does, on a terminal. Terminal only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from interview_cli.domain.line_breaks import broken
from interview_cli.ui.terminal import Terminal

AnyKey = TypeVar("AnyKey", bound=str)


def show_keys(keys: Iterable[AnyKey], explained: Mapping[AnyKey, str], terminal: Terminal) -> None:
    """What each of these keys does."""
    for key in keys:
        first, *rest = broken(explained[key], terminal.width - 3 - len(key))
        terminal.print(f"  {key} {first}")
        for line in rest:
            terminal.print(f"    {line}")
