"""Functions that take an object of their file where the problem gives what it is made of. Standard library only.

`q_posterior(x0, x_t, t, sched: Schedule)`, where `make_schedule(betas) -> Schedule`, or `Schedule(betas)`, makes it. Without an
annotation, what the function reads of its parameter says which class that is: `kl_ctl.value`.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Mapping
from typing import Any

from interview_cli.grading.candidate.adapting.asked import as_asked
from interview_cli.grading.candidate.adapting.lending import objects_among
from interview_cli.grading.candidate.matching.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.kinds import OF_VALUES
from interview_cli.grading.candidate.matching.likeness import REQUIRED, Parameters, by_likeness, likeness, parameters_in


class Assembled:
    """A function as the problem calls it, with what its object is made of in the place of the object."""

    def __init__(
        self,
        function: Callable[..., Any],
        place: str,
        maker: Callable[..., Any],
        takes: Mapping[str, str],
        asked: Parameters,
    ) -> None:
        self.function, self.place, self.maker, self.takes = function, place, maker, takes
        own = inspect.signature(function).parameters
        parts = [inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY) for name in takes]
        shown = [one for name in own for one in (parts if name == place else [own[name]])]
        self.__signature__ = as_asked(shown, asked)
        self.__name__ = getattr(function, "__name__", "")

    @property
    def note(self) -> str:
        """What the user is told of it."""
        return f"your {self.place} is made by {self.maker.__name__} of {' and '.join(self.takes)}"

    def __call__(self, **given: Any) -> Any:
        made = self.maker(**{own: given[name] for name, own in self.takes.items()})
        rest = {name: value for name, value in given.items() if name not in self.takes}
        return self.function(**rest, **{self.place: made})


def assembled(function: Any, asked: Parameters, namespace: Mapping[str, Any]) -> Assembled | None:
    """The function, where one parameter is of a class of the file and one thing there makes it of what is given.

    None where all that it asks of that follows from what is given, which is lent to it.
    """
    if not inspect.isfunction(function) or objects_among(function, [name for name, _ in asked]):
        return None
    own = inspect.signature(function).parameters
    if any(one.kind not in (one.POSITIONAL_OR_KEYWORD, one.KEYWORD_ONLY) for one in own.values()):
        return None
    kinds = {name: kinds_of(function, one, namespace) for name, one in own.items() if one.default is one.empty}
    places = [name for name, found in kinds.items() if found and not any(likeness(one, name) for one, _ in asked)]
    if len(places) != 1:
        return None
    beside = parameters_in([one for name, one in own.items() if name != places[0]])
    open_ones = [one for one in asked if one[1] is REQUIRED and one[0] not in by_likeness(asked, beside)]
    makers = [(maker, taken_by(maker, open_ones)) for kind in kinds[places[0]] for maker in makers_of(kind, namespace)]
    makers = [(maker, takes) for maker, takes in makers if takes]
    return Assembled(function, places[0], *makers[0], asked) if len(makers) == 1 else None


def kinds_of(function: Any, one: inspect.Parameter, namespace: Mapping[str, Any]) -> list[type[Any]]:
    """The classes of the file of which a parameter may take an object: the one that it is annotated with, or those it reads."""
    named = kind_of(one.annotation, namespace)
    if named is not None or one.annotation is not one.empty:
        return [named] if named is not None else []
    read = parts_alone(function, one.name)
    own = [value for value in namespace.values() if kind_of(value, namespace) is not None]
    return [kind for kind in dict.fromkeys(own) if read and read <= parts_of(kind)]


def parts_alone(function: Callable[..., Any], name: str) -> set[str]:
    """The attributes that a function asks of a parameter; nothing where it does more with that, or asks what tensors have."""
    nodes = nodes_of(code_of(function))
    owners = [node.value for node in nodes if isinstance(node, ast.Attribute)]
    used = [node for node in nodes if isinstance(node, ast.Name) and node.id == name]
    found = {node.attr for node in nodes if isinstance(node, ast.Attribute) and node.value in used}
    return found if all(one in owners for one in used) and OF_VALUES.isdisjoint(found) else set()


def parts_of(kind: type[Any]) -> set[str]:
    """What an object of a class of the file has: its methods, its fields, and what its methods put there."""
    methods = [value for value in vars(kind).values() if inspect.isfunction(value)]
    put = {
        node.attr
        for method in methods
        for node in nodes_of(code_of(method))
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
    }
    return {*vars(kind), *getattr(kind, "__annotations__", ()), *put}


def kind_of(annotation: Any, namespace: Mapping[str, Any]) -> type[Any] | None:
    """The class of the file that an annotation names."""
    found = namespace.get(annotation.strip("'\"")) if isinstance(annotation, str) else annotation
    is_own = isinstance(found, type) and found.__module__ == namespace.get("__name__") and found in namespace.values()
    return found if is_own else None


def makers_of(kind: type[Any], namespace: Mapping[str, Any]) -> list[Callable[..., Any]]:
    """The class, and the functions of the file that say that they return an object of it."""
    made = [value for value in namespace.values() if inspect.isfunction(value)]
    found = [one for one in made if kind_of(inspect.signature(one).return_annotation, namespace) is kind]
    return [kind, *found]


def taken_by(maker: Callable[..., Any], given: Parameters) -> dict[str, str]:
    """Given -> own, for what an object must be made of; nothing where not all of that is given."""
    needed = [one for one in parameters_in(list(inspect.signature(maker).parameters.values())) if one[1] is REQUIRED]
    pairs = by_likeness(given, needed)
    return pairs if len(pairs) == len(needed) else {}
