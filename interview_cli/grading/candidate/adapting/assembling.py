"""Functions that take an object of their file where the problem gives what it is made of. Standard library only.

`q_posterior(x0, x_t, t, sched: Schedule)`, where `make_schedule(betas) -> Schedule`, or `Schedule(betas)`, makes it.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any

from interview_cli.grading.candidate.adapting.asked import as_asked
from interview_cli.grading.candidate.adapting.lending import objects_among
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
    if any(one.kind is not one.POSITIONAL_OR_KEYWORD for one in own.values()):
        return None
    kinds = {name: kind_of(one.annotation, namespace) for name, one in own.items() if one.default is one.empty}
    places = [
        name for name, kind in kinds.items() if kind is not None and not any(likeness(one, name) for one, _ in asked)
    ]
    if len(places) != 1:
        return None
    beside = parameters_in([one for name, one in own.items() if name != places[0]])
    open_ones = [one for one in asked if one[1] is REQUIRED and one[0] not in by_likeness(asked, beside)]
    makers = [(maker, taken_by(maker, open_ones)) for maker in makers_of(kinds[places[0]], namespace)]
    makers = [(maker, takes) for maker, takes in makers if takes]
    return Assembled(function, places[0], *makers[0], asked) if len(makers) == 1 else None


def kind_of(annotation: Any, namespace: Mapping[str, Any]) -> type[Any] | None:
    """The class of the file that an annotation names."""
    found = namespace.get(annotation.strip("'\"")) if isinstance(annotation, str) else annotation
    is_own = isinstance(found, type) and found.__module__ == namespace.get("__name__") and found in namespace.values()
    return found if is_own else None


def makers_of(kind: type[Any] | None, namespace: Mapping[str, Any]) -> list[Callable[..., Any]]:
    """The class, and the functions of the file that say that they return an object of it."""
    made = [value for value in namespace.values() if inspect.isfunction(value)]
    found = [one for one in made if kind_of(inspect.signature(one).return_annotation, namespace) is kind]
    return [*([kind] if kind is not None else []), *found]


def taken_by(maker: Callable[..., Any], given: Parameters) -> dict[str, str]:
    """Given -> own, for what an object must be made of; nothing where not all of that is given."""
    needed = [one for one in parameters_in(list(inspect.signature(maker).parameters.values())) if one[1] is REQUIRED]
    pairs = by_likeness(given, needed)
    return pairs if len(pairs) == len(needed) else {}
