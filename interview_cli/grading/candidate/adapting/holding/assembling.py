"""Functions that take an object of their file where the problem gives what it is made of. Standard library only.

`q_posterior(x0, x_t, t, sched: Schedule)`, where `make_schedule(betas) -> Schedule`, or `Schedule(betas)`, makes it. Without an
annotation, what the function reads of its parameter says which class that is: `kl_ctl.value`.

Or a class makes it that makes a schedule of noise for itself.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Collection, Mapping
from typing import Any

from interview_cli.grading.candidate.adapting.asked import as_asked
from interview_cli.grading.candidate.adapting.holding.handing import NotDrawn
from interview_cli.grading.candidate.adapting.holding.held import parts_read
from interview_cli.grading.candidate.adapting.holding.lending import objects_among
from interview_cli.grading.candidate.adapting.holding.remaking import (
    PROBE,
    betas_of,
    of_a_schedule,
    remade,
    schedule_among,
)
from interview_cli.grading.candidate.matching.names.kinds import OF_VALUES
from interview_cli.grading.candidate.matching.names.likeness import (
    REQUIRED,
    Parameters,
    by_likeness,
    likeness,
    parameters_in,
)
from interview_cli.grading.candidate.matching.names.schedules import steps_to
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of


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
    places = [
        name
        for name, found in kinds.items()
        if found
        and (own[name].annotation is inspect.Parameter.empty or not any(likeness(one, name) for one, _ in asked))
    ]
    if len(places) != 1:
        return None
    beside = parameters_in([one for name, one in own.items() if name != places[0]])
    left = [one for one in asked if one[0] not in by_likeness(asked, beside)]
    every = [maker for kind in kinds[places[0]] for maker in makers_of(kind, namespace)]
    makers = [(maker, taken_by(maker, [one for one in left if one[1] is REQUIRED])) for maker in every]
    if not any(takes for _, takes in makers) and len(left) == 1:  # `EMA(beta)` for the one number that may be given
        makers = [(maker, the_one_taken(maker, left[0][0])) for maker in every]
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


class MadeOfSchedule:
    """A function as the problem calls it, with a schedule in the place of the object that makes its own."""

    def __init__(
        self, function: Callable[..., Any], place: str, kind: type[Any], read: Collection[str], asked: Parameters
    ) -> None:
        self.function, self.place, self.kind, self.read = function, place, kind, read
        self.schedule = schedule_among(asked)
        own = inspect.signature(function).parameters.items()
        self.__signature__ = as_asked([one.replace(name=self.schedule) if n == place else one for n, one in own], asked)
        self.__name__ = getattr(function, "__name__", "")
        self.__wrapped__ = function

    @property
    def note(self) -> str:
        """What the user is told of it."""
        return f"your {self.place}: {of_a_schedule(self.kind, self.schedule)}"

    def __call__(self, **given: Any) -> Any:
        betas = betas_of({self.schedule: given.pop(self.schedule)})
        made = None if betas is None else remade(self.kind, self.read, betas)
        if made is None:
            raise NotDrawn(f"{self.kind.__name__} can't be made with these {self.schedule}")
        return self.function(**given, **{self.place: made})


def made_of_schedule(function: Any, asked: Parameters, namespace: Mapping[str, Any]) -> MadeOfSchedule | None:
    """The function, where one parameter is of a class of the file that makes a schedule, with all that it asks for."""
    schedule = schedule_among(asked)
    if not schedule or not inspect.isfunction(function):
        return None
    own = inspect.signature(function).parameters
    if any(one.kind is not one.POSITIONAL_OR_KEYWORD for one in own.values()):
        return None
    must = [name for name, one in own.items() if one.default is one.empty]
    if any(likeness(schedule, name) or steps_to(name, schedule) is not None for name in must):
        return None
    kinds = dict.fromkeys(kind for one in namespace.values() if (kind := kind_of(one, namespace)) is not None)
    given = {name for name, _ in asked}
    read = {name: parts_read(function, name) for name in must if name not in given}
    found = [
        (name, kind)
        for name, parts in read.items()
        for kind in kinds
        if parts and (made := remade(kind, parts, PROBE)) is not None and all(hasattr(made, part) for part in parts)
    ]
    return MadeOfSchedule(function, *found[0], read[found[0][0]], asked) if len(found) == 1 else None


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


KEPT = frozenset({"beta", "decay", "ema_beta", "ema_decay", "m", "momentum"})
"""Names for how much of an average is kept: `tau` is how much of the new value comes in."""


def taken_by(maker: Callable[..., Any], given: Parameters) -> dict[str, str]:
    """Given -> own, for what an object must be made of; nothing where not all of that is given."""
    needed = [one for one in parameters_in(list(inspect.signature(maker).parameters.values())) if one[1] is REQUIRED]
    pairs = by_likeness(given, needed)
    return pairs if len(pairs) == len(needed) else {}


def the_one_taken(maker: Callable[..., Any], name: str) -> dict[str, str]:
    """Given -> own, for what is made of one thing alone: how much of the old value is kept, under another usual name."""
    needed = [
        one for one, default in parameters_in(list(inspect.signature(maker).parameters.values())) if default is REQUIRED
    ]
    return {name: needed[0]} if len(needed) == 1 and {name, needed[0]} <= KEPT else {}
