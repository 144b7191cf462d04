"""Functions that take in one table what a problem gives in two: boxes with their scores in a fifth column. Imports torch."""

from __future__ import annotations

import inspect
import types
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import torch

from interview_cli.grading.candidate.adapting.asked import as_asked
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, Parameters
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.syntax.columns import FIRST, Column, column_lacking, columns_named


class Joined:
    """A function as the problem calls it: with a table, and a row that becomes a column of it."""

    def __init__(self, function: Callable[..., Any], row: str, column: Column, asked: Parameters) -> None:
        self.function, self.row, self.column = function, row, column
        own = inspect.signature(function).parameters.values()
        self.__signature__ = as_asked([*own, inspect.Parameter(row, inspect.Parameter.KEYWORD_ONLY)], asked)
        self.__name__ = getattr(function, "__name__", "")

    @property
    def note(self) -> str:
        """What the user is told of it."""
        side = "first" if self.column.place == FIRST else "last"
        return f"{self.row} of the problem is given as the {side} column of your {self.column.table}"

    def __call__(self, **given: Any) -> Any:
        table, row = given[self.column.table], given.pop(self.row)
        parts = [row[:, None], table] if self.column.place == FIRST else [table, row[:, None]]
        joined = torch.cat(parts, 1) if isinstance(table, torch.Tensor) else np.concatenate(parts, axis=1)
        result = self.function(**{**given, self.column.table: joined})
        give_back(joined, parts)
        return result


def give_back(joined: Any, parts: Sequence[Any]) -> None:
    """Let what was changed in one table be changed in its parts, which are those that the problem watches."""
    ends = np.cumsum([part.shape[1] for part in parts])
    for part, end in zip(parts, ends, strict=True):
        now = joined[:, end - part.shape[1] : end]
        if (now != part).any():
            with torch.no_grad():
                part[:] = now


def joined_for(function: Any, asked: Parameters) -> Joined | None:
    """The function, if it has no parameter for what it takes from a column of another one."""
    own = inspect.signature(function).parameters if isinstance(function, types.FunctionType) else {}
    must = [name for name, default in asked if default is REQUIRED]
    if any(one.kind is not one.POSITIONAL_OR_KEYWORD for one in own.values()) or not own:
        return None
    found = column_lacking(columns_named(nodes_of(code_of(function)), own), must, own)
    if found is None or sum(one.default is one.empty for one in own.values()) > len(must) - 1:
        return None
    return Joined(function, *found, asked)
