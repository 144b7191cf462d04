"""Two functions where a problem asks for one with a switch: `causal_attention` beside `attention`. Standard library only."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from interview_cli.grading.candidate.binding import Parameters, likeness
from interview_cli.grading.candidate.fitting import words


class OfTwoForms:
    """Both functions as one: what they take, and the switch that says which one is called."""

    def __init__(self, usual: Callable[..., Any], other: Callable[..., Any], switch: str) -> None:
        self.usual, self.other, self.switch = usual, other, switch
        own = inspect.signature(usual)
        shown = inspect.Parameter(switch, inspect.Parameter.KEYWORD_ONLY, default=False)
        self.__signature__ = own.replace(parameters=[*own.parameters.values(), shown])
        self.__name__ = usual.__name__

    @property
    def note(self) -> str:
        """What the user is told of it."""
        return f"your {self.other.__name__} is called where {self.switch} is true"

    def __call__(self, *args: Any, **given: Any) -> Any:
        return (self.other if given.pop(self.switch, False) else self.usual)(*args, **given)


def of_two_forms(function: Any, asked: Parameters, namespace: Mapping[str, Any]) -> OfTwoForms | None:
    """The function with a switch that the problem asks for and it lacks, if one other takes the same and is named after that."""
    if not inspect.isfunction(function) or "**" in str(inspect.signature(function)):
        return None
    own = list(inspect.signature(function).parameters)
    switches = [name for name, default in asked if default is False and not any(likeness(name, one) for one in own)]
    beside = [one for one in functions_beside(function, namespace) if list(inspect.signature(one).parameters) == own]
    found = [form for name in switches for one in beside if (form := forms_of(function, one, name)) is not None]
    return found[0] if len(found) == 1 else None


def functions_beside(function: Callable[..., Any], namespace: Mapping[str, Any]) -> Iterator[Callable[..., Any]]:
    """The other functions of its file."""
    for one in namespace.values():
        if inspect.isfunction(one) and one is not function and one.__module__ == function.__module__:
            yield one


def forms_of(one: Callable[..., Any], other: Callable[..., Any], switch: str) -> OfTwoForms | None:
    """Both in one, where the name of one is that of the other with the switch's words."""
    first, second = set(words(one.__name__)), set(words(other.__name__))
    for less, more, usual, special in ((first, second, one, other), (second, first, other, one)):
        if less < more and more - less == set(words(switch)):
            return OfTwoForms(usual, special, switch)
    return None
