"""What answers for an entry, as all look at it that let it take its values in another way. Standard library only."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from types import FunctionType
from typing import Any

from interview_cli.grading.candidate.adapting.restating import function_at, put_at
from interview_cli.grading.candidate.matching.calls.binding import binding_of
from interview_cli.grading.candidate.matching.calls.bound import Binding
from interview_cli.grading.candidate.matching.names.likeness import Parameters


@dataclass(frozen=True, slots=True)
class Sought:
    """Where in its file it stands, and what the problem gives it.

    `name`: that of the entry; `asked`: its parameters, of which `plain` are numbers or texts and `functions` can be called.
    `results`: the names of several results. `parts`: how the problem calls what the entries of its lists hold. `tell`: takes
    what is to be said only if it comes to a call. `modes`: words of what the problem says it does.
    """

    name: str
    namespace: dict[str, Any]
    path: Sequence[str]
    asked: Parameters
    plain: Collection[str]
    functions: Collection[str]
    results: Sequence[str]
    parts: Mapping[str, Sequence[str]]
    tell: Callable[[str], None]
    modes: Collection[str] = ()

    @property
    def is_as_asked(self) -> bool:
        """Whether it has the problem's name: then it takes what that gives."""
        return self.path[-1] == self.name

    def function(self) -> FunctionType | None:
        """The function, or the method of a class, as it is written; None for anything else."""
        return function_at(self.namespace, self.path)

    def binding(self, function: Callable[..., Any]) -> Binding:
        """How a function of the file, which may have a name of its own, is called with what the problem gives."""
        return binding_of(function, self.asked, self.plain, self.name)

    def put(self, function: Callable[..., Any]) -> None:
        """Let it answer in the place of what `function` has found."""
        put_at(self.namespace, self.path, function)
