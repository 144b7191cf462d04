"""Classes that are made of one object of settings: `Block(config)`, with a dataclass of the file, for `GPTBlock(d, h)`."""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Callable, Mapping
from typing import Any

from interview_cli.grading.candidate.binding import REQUIRED, Parameters, by_likeness, is_whole, parameters_in


def take_one_by_one(kind: type[Any], asked: Parameters, namespace: Mapping[str, Any]) -> list[str]:
    """Let a class be made of the settings one by one, where they have the names of what the problem gives; what to say of it.

    What the file makes of an object of settings is made as before.
    """
    needed = own_parameters(kind)
    holder = needed[0].name if len(needed) == 1 else ""
    settings = settings_for(needed[0], namespace) if holder else None
    if settings is None:
        return []
    fields = {one.name: one for one in inspect.signature(settings).parameters.values()}
    pairs = by_likeness(asked, parameters_in(list(fields.values())))
    if any(default is REQUIRED and name not in pairs for name, default in asked):
        return []
    ordered = [*pairs.values(), *(name for name in fields if name not in pairs.values())]
    shown = [fields[name].replace(kind=inspect.Parameter.KEYWORD_ONLY) for name in ordered]
    kind.__init__ = of_fields(kind.__init__, holder, settings, shown)
    return [f"your {kind.__name__} is made of a {settings.__name__}, whose fields take what the problem gives"]


def own_parameters(kind: type[Any]) -> list[inspect.Parameter]:
    """What must be given to make an object."""
    if "__init__" not in vars(kind):
        return []
    own = list(inspect.signature(vars(kind)["__init__"]).parameters.values())[1:]
    return [one for one in own if one.default is one.empty and one.kind is one.POSITIONAL_OR_KEYWORD]


def settings_for(holder: inspect.Parameter, namespace: Mapping[str, Any]) -> type[Any] | None:
    """The dataclass that it is annotated with, or else the only one of the file."""
    kinds = {one for one in namespace.values() if isinstance(one, type) and dataclasses.is_dataclass(one)}
    named = [one for one in kinds if holder.annotation in (one, one.__name__)]
    return (named or [*kinds])[0] if is_whole(holder.name) and (named or len(kinds) == 1) else None


def of_fields(
    made: Callable[..., None], holder: str, settings: type[Any], shown: list[inspect.Parameter]
) -> Callable[..., None]:
    """The constructor, which takes the fields, too."""

    def init(self: Any, *args: Any, **given: Any) -> None:
        if args or holder in given:
            made(self, *args, **given)
        else:
            made(self, settings(**given))

    first = inspect.Parameter("self", inspect.Parameter.POSITIONAL_OR_KEYWORD)
    init.__signature__ = inspect.Signature([first, *shown])  # type: ignore[attr-defined]
    return init
