"""Classes that are made of one object of settings: `Block(config)`, with a dataclass of the file, for `GPTBlock(d, h)`."""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Callable, Mapping
from typing import Any

from interview_cli.grading.candidate.matching.names.kinds import is_whole
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, Parameters, by_likeness, parameters_in


def take_one_by_one(kind: type[Any], asked: Parameters, namespace: Mapping[str, Any], *, is_class: bool) -> list[str]:
    """Let a class be made of the settings one by one, where they have the names of what the problem gives; what to say of it.

    A class that is asked for is made of all that must be given, a module for a function of some. What the file makes of an
    object of settings is made as before.
    """
    holder = holder_of(kind)
    settings = settings_for(holder, namespace) if holder is not None else None
    if holder is None or settings is None:
        return []
    fields = {one.name: one for one in inspect.signature(settings).parameters.values()}
    pairs = by_likeness(asked, parameters_in(list(fields.values())))
    pairs |= the_one_left(asked, parameters_in(list(fields.values())), pairs) if is_class else {}
    if not pairs or (is_class and any(default is REQUIRED and name not in pairs for name, default in asked)):
        return []
    ordered = [*pairs.values(), *(name for name in fields if name not in pairs.values())]
    shown = [fields[name].replace(kind=inspect.Parameter.KEYWORD_ONLY) for name in ordered]
    kind.__init__ = of_fields(kind.__init__, holder.name, settings, shown)
    return [f"your {kind.__name__} is made of a {settings.__name__}, whose fields take what the problem gives"]


def the_one_left(asked: Parameters, fields: Parameters, pairs: Mapping[str, str]) -> dict[str, str]:
    """What alone must still be given, on both sides, under whatever names: `width` of a config for `channels`."""
    given = [name for name, default in asked if default is REQUIRED and name not in pairs]
    needed = [name for name, default in fields if default is REQUIRED and name not in pairs.values()]
    return dict(zip(given, needed, strict=True)) if len(given) == len(needed) == 1 else {}


def holder_of(kind: type[Any]) -> inspect.Parameter | None:
    """What alone an object is made of, or may be."""
    made = vars(kind).get("__init__")
    own = list(inspect.signature(made).parameters.values())[1:] if callable(made) else []
    needed = [one for one in own if one.default is one.empty]
    own = needed or [one for one in own if one.default is None]
    return own[0] if len(own) == 1 and own[0].kind is inspect.Parameter.POSITIONAL_OR_KEYWORD else None


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
