"""Arguments of a call by their names, and in words. Judge's side; imports torch."""

from __future__ import annotations

import functools
import inspect
from typing import Any

from interview_cli.grading.judge.compare import describe
from interview_cli.grading.judge.expected import Expected
from interview_cli.grading.judge.raised import ArgumentsChanged
from reference_impls.problem import Case

MAX_INPUTS = 1200


@functools.cache
def parameter_names(function: Any) -> tuple[str, ...]:
    """The names of its parameters, in order."""
    return tuple(inspect.signature(function).parameters)


class Arguments:
    """Names the arguments of a problem's calls."""

    def __init__(self, expected: Expected) -> None:
        self.expected = expected

    def parameter_of(self, entry: str, path: str) -> str:
        """The name of the parameter behind `args[1]` or `kwargs['mask']` of a call of this entry."""
        if path.startswith("kwargs['"):
            return path[8:].split("'")[0]
        if not path.startswith("args["):
            return path
        names = parameter_names(self.expected.entries[entry])
        position = int(path[5:].split("]")[0])
        return names[position] if position < len(names) else path

    def name(self, index: int, path: str) -> str:
        """The name of a parameter, or of a module's weight, in the check at this index."""
        if path.startswith("param."):
            return path.removeprefix("param.")
        case = self.expected.first_for_candidate(index)
        if isinstance(case, Case):
            return self.parameter_of(self.expected.entry_of(case), path)
        return self.of_the_only_entry(path)

    def of_the_only_entry(self, path: str) -> str:
        """The name of a parameter in what a scenario or a law calls, unless there are several functions or a class."""
        only = self.expected.problem.entries[0]
        is_alone = len(self.expected.entries) == 1 and inspect.isfunction(only)
        return self.parameter_of(only.__name__, path) if is_alone else path

    def names(self, changed: ArgumentsChanged) -> list[str]:
        """Names of what a call changed, each once."""
        named = functools.partial(self.parameter_of, changed.entry) if changed.entry else self.of_the_only_entry
        return list(dict.fromkeys(map(named, changed.paths)))

    def is_constant(self, case: Case, path: str) -> bool:
        """Whether the case says that this argument has no gradient."""
        return any(path in (f"args[{c}]", f"kwargs[{c!r}]") for c in case.constant) or any(
            self.parameter_of(self.expected.entry_of(case), path) == c for c in case.constant
        )

    def described(self, case: Case) -> str:
        """`q = float32 (1, 1, 2, 4): [...]; mask = ...`."""
        entry = self.expected.entry_of(case)
        named = [(self.parameter_of(entry, f"args[{i}]"), arg) for i, arg in enumerate(case.args)]
        named += list(case.kwargs.items())
        return "; ".join(f"{name} = {describe(value)}" for name, value in named)[:MAX_INPUTS]
