"""What each key does, on a terminal. Terminal only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from interview_cli.ui.terminal import Terminal

AnyKey = TypeVar("AnyKey", bound=str)


def show_keys(keys: Iterable[AnyKey], explained: Mapping[AnyKey, str], terminal: Terminal) -> None:
    """What each of these keys does."""
    for key in keys:
        first, *rest = _wrapped(explained[key], terminal.width - 3 - len(key))
        terminal.print(f"  {key} {first}")
        for line in rest:
            terminal.print(f"    {line}")


def _wrapped(text: str, width: int) -> list[str]:
    import textwrap

    return textwrap.wrap(text, width, break_on_hyphens=False)
