"""Functions that take what a step keeps one by one, `m, v, t`, where the problem keeps it in a dict. Standard library only.

What is kept starts at zeros, a count at 1, as papers count; what comes back behind the result, or was changed in place, is
kept for the next step.
"""

from __future__ import annotations

import dis
import inspect
import itertools
from collections.abc import Callable, Sequence
from typing import Any

from interview_cli.grading.candidate.adapting.results.returning import in_one_row
from interview_cli.grading.candidate.matching.names.likeness import Parameters
from interview_cli.grading.candidate.matching.names.states import KEYS, STATE, STEP, kept_in
from interview_cli.grading.candidate.matching.names.words import enumerated
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, looked_up_by_texts


class KeptApart:
    """A function as the problem calls it, with a dict in the place of the first parameter that is kept from step to step."""

    def __init__(self, function: Callable[..., Any], averages: Sequence[str], count: str) -> None:
        self.function, self.averages, self.count = function, averages, count
        self.first = 1 - counts_on(function, count)
        own = inspect.signature(function).parameters
        kept = {*averages, count} - {""}
        place = next(name for name in own if name in kept)
        state = inspect.Parameter(STATE, inspect.Parameter.KEYWORD_ONLY)
        shown = [state if name == place else one for name, one in own.items() if name == place or name not in kept]
        self.__signature__ = inspect.Signature([one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in shown])
        self.of_parameter = next(name for name in own if name not in kept)
        self.__name__ = getattr(function, "__name__", "")

    @property
    def note(self) -> str:
        """What the user is told of it."""
        kept = [name for name in (*self.averages, self.count) if name]
        return f"your {enumerated(kept)} {'are' if len(kept) > 1 else 'is'} kept in state"

    def __call__(self, *, state: dict[str, Any], **given: Any) -> Any:
        keys = KEYS[len(self.averages)]
        before = [state[names[0]] if names[0] in state else zeros_of(given[self.of_parameter]) for names in keys]
        counted = state.get(STEP, 0)
        own = dict(zip(self.averages, before, strict=True)) | ({self.count: counted + self.first} if self.count else {})
        result = self.function(**given, **own)
        after = in_one_row(result)[1 : 1 + len(before)] if isinstance(result, tuple) else ()
        averages = after if len(after) == len(before) else before
        state |= {name: value for names, value in zip(keys, averages, strict=True) for name in names}
        state |= {STEP: counted + 1} if self.count else {}
        return result


def kept_apart(function: Any, asked: Parameters) -> KeptApart | None:
    """The function, if it has averages among its parameters, and no dict, where the problem gives one."""
    if not inspect.isfunction(function):
        return None
    own = inspect.signature(function).parameters
    if any(parameter.kind is not inspect.Parameter.POSITIONAL_OR_KEYWORD for parameter in own.values()):
        return None
    averages, count = kept_in(list(own), [name for name, _ in asked])
    if not looked_up_by_texts(code_of(function)).isdisjoint(averages):  # `buf` is the dict itself
        return None
    return KeptApart(function, averages, count) if averages and len(own) > len(averages) + bool(count) else None


def counts_on(function: Callable[..., Any], count: str) -> bool:
    """Whether the function adds 1 to the count: it is given the number of steps before."""
    code = code_of(function)
    steps = list(dis.get_instructions(code)) if code is not None and count else []
    return any(
        step.opname.startswith("LOAD_FAST") and step.argval == count and one.argval == 1 and plus.argrepr in ("+", "+=")
        for step, one, plus in zip(
            steps, itertools.islice(steps, 1, None), itertools.islice(steps, 2, None), strict=False
        )
    )


def zeros_of(value: Any) -> Any:
    """As many as it has entries, of its kind."""
    return value.new_zeros(value.shape) if hasattr(value, "new_zeros") else value * 0
