"""Modules that add a table to what they are given, where a problem asks for the table: `PositionalEncoding(d_model)(x)`.

Imports torch only. What is added to zeros is the table. In which order of axes the module takes its input, a probe shows: the
rows of a table of positions differ. Where its words say that samples come first, it is never given tokens first.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping, Sequence
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.axes.batching import OF_A_BATCH
from interview_cli.grading.candidate.adapting.axes.spoken import shapes_in, words_of
from interview_cli.grading.candidate.matching.names.kinds import DROPOUT, LONG_ENOUGH, MOST_TOKENS
from interview_cli.grading.candidate.matching.names.likeness import (
    REQUIRED,
    Parameters,
    by_likeness,
    likeness,
    parameters_in,
)
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of

LENGTH, WIDTH = "length", "d"
"""How problems call the number of rows of a table, and their width."""
PROBE = (3, 4)
"""Rows of a probe, and their width."""
TOKENS_FIRST = 1
"""The place of that order of axes among `shapes_of`."""


class Added:
    """A module as the problem calls it: with the size of a table, for what it adds to zeros."""

    def __init__(self, kind: type[torch.nn.Module], asked: Parameters, settings: Mapping[str, str]) -> None:
        self.kind, self.settings, self.function = kind, settings, kind.forward
        own = inspect.signature(kind).parameters
        self.most = [name for name in own if name in MOST_TOKENS]
        self.shares = [name for name in own if DROPOUT.match(name)]
        self.layouts = [
            i for i, _ in enumerate(shapes_of(*PROBE)) if i != TOKENS_FIRST or not says_samples_first(kind.forward)
        ]
        empty = inspect.Parameter.empty
        self.__signature__ = inspect.Signature(
            [
                inspect.Parameter(
                    name, inspect.Parameter.KEYWORD_ONLY, default=empty if default is REQUIRED else default
                )
                for name, default in asked
                if default is REQUIRED or name in settings
            ]
        )
        self.__name__ = kind.__name__

    @property
    def note(self) -> str:
        """What the user is told of it."""
        return f"your {self.__name__} adds its table to what it is given: it is given zeros"

    def __call__(self, **given: Any) -> Any:
        layout = next((i for i in self.layouts if self.has_rows(i, given)), 0)
        return self.table(layout, given)

    def has_rows(self, layout: int, given: Mapping[str, Any]) -> bool:
        """Whether the rows differ, where it is given this order of axes."""
        try:
            found = self.table(layout, {**given, **dict(zip((LENGTH, WIDTH), PROBE, strict=True))})
        except Exception:  # it takes another order
            return False
        return bool((found[1:] - found[:1]).abs().amax(-1).min() > 0)

    def table(self, layout: int, given: Mapping[str, Any]) -> torch.Tensor:
        """The table, from its input in this order of axes."""
        length, width = given[LENGTH], given[WIDTH]
        known = dict.fromkeys(self.most, max(length, LONG_ENOUGH)) | dict.fromkeys(self.shares, 0.0)
        made = self.kind(**known, **{own: given[name] for name, own in self.settings.items() if name in given})
        added: torch.Tensor = made.eval()(torch.zeros(shapes_of(length, width)[layout]))
        return added.reshape(length, width)


def shapes_of(length: int, width: int) -> Sequence[tuple[int, ...]]:
    """The orders of axes: samples first, tokens first, no samples."""
    return (1, length, width), (length, 1, width), (length, width)


def says_samples_first(forward: Any) -> bool:
    """Whether the first axis of its first parameter is one of samples by its own words."""
    text, own = [*words_of(code_of(forward))], [*inspect.signature(forward).parameters][1:2]
    said = [shape[0] for name in own for shape in shapes_in(text, name)][:1]
    return any(word.lower() in OF_A_BATCH[0] for word in said)


def added_for(kind: type[torch.nn.Module], asked: Parameters) -> Added | None:
    """The module, if its call must be given one thing that the problem has not, and it is made for a table's width."""
    needed = [name for name, default in asked if default is REQUIRED]
    inputs = list(inspect.signature(kind.forward).parameters.values())[1:]
    must = [one.name for one in inputs if one.default is one.empty and one.kind is one.POSITIONAL_OR_KEYWORD]
    if needed != [LENGTH, WIDTH] or len(must) != 1 or any(likeness(name, must[0]) for name in needed):
        return None
    own = parameters_in(list(inspect.signature(kind).parameters.values()))
    own = [(name, default) for name, default in own if name not in MOST_TOKENS and not DROPOUT.match(name)]
    settings = by_likeness([one for one in asked if one[0] != LENGTH], own)
    left = [name for name, default in own if default is REQUIRED and name not in settings.values()]
    settings |= {WIDTH: left.pop()} if WIDTH not in settings and len(left) == 1 else {}
    return Added(kind, asked, settings) if WIDTH in settings and not left else None
