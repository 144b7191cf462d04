"""Methods of a class whose object takes some of what is given: made anew for each call. Imports torch only."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, is_dataclass
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.asked import as_asked, the_one_of_none
from interview_cli.grading.candidate.adapting.holding.handing import NotDrawn
from interview_cli.grading.candidate.adapting.holding.known_models import KnownModel
from interview_cli.grading.candidate.adapting.holding.remaking import PROBE, betas_of, is_beta, remade, schedule_among
from interview_cli.grading.candidate.adapting.results.returning import (
    attributes_at_zero,
    attributes_filled,
    attributes_left_blank,
    attributes_read,
    attributes_set,
    functions_run,
    left_by,
    with_left,
)
from interview_cli.grading.candidate.matching.calls.beside import BLOCK, sizes_shown_in, tiles_in
from interview_cli.grading.candidate.matching.calls.binding import binding_of
from interview_cli.grading.candidate.matching.calls.bound import Binding
from interview_cli.grading.candidate.matching.calls.pairing import spoken
from interview_cli.grading.candidate.matching.calls.sides import together_in
from interview_cli.grading.candidate.matching.choice.choosing import SURE, are_enough
from interview_cli.grading.candidate.matching.names.kinds import FUNCTIONS, LONG_ENOUGH, MOST_TOKENS, is_whole
from interview_cli.grading.candidate.matching.names.likeness import (
    REQUIRED,
    SHORT_WORDS,
    Parameters,
    by_likeness,
    counts,
    likeness,
    parameters_in,
    recalls,
    same,
)
from interview_cli.grading.candidate.matching.names.schedules import SCHEDULES, makes_a_schedule
from interview_cli.grading.candidate.matching.syntax.bytecode import (
    code_of,
    looked_up_by_texts,
    never_read,
    tree_of,
    used_as_tensors,
)
from interview_cli.grading.candidate.matching.syntax.classes import settings_called
from interview_cli.grading.candidate.matching.syntax.walking import walk

LENGTH = "length"
"""How the problems call the number of tokens that a table is for."""
LABELS = ("labels_", "labels")
RESULTS = ("compute", "result", "get_value", "value")
"""Methods of a metric that give what its updates have gathered."""
KEYWORD_ONLY, EMPTY = inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.empty
BY_NAME = (inspect.Parameter.POSITIONAL_OR_KEYWORD, KEYWORD_ONLY)


LEAST_UNUSUAL = 16
"""Numbers up to this are counts of all kinds; so are powers of two, and what goes by fifties."""


OF_DICTS = frozenset(dir(dict)) - frozenset(dir(list))
"""What dicts can be asked for, and lists can not."""


class MadeForEach:
    """A method of a class that is made with what the problem gives: each call makes an object anew, and calls its method.

    Where the problem keeps things in a dict from call to call, the class keeps them in itself: one object for each dict.
    Raises: TypeError, where the class's settings are not known.
    """

    def __init__(
        self,
        kind: type[Any],
        method: str,
        asked: Parameters,
        results: Sequence[str] = (),
        functions: Collection[str] = (),
        *,
        left: Collection[str] = (),
    ) -> None:
        """`left`: settings that keep their defaults."""
        self.kind, self.method, self.results = kind, method, results
        self.source = getattr(kind, method)
        self.kept: list[tuple[dict[str, Any], Any]] = []
        try:
            every = list(inspect.signature(self.source).parameters.values())[1:]
            settings = list(inspect.signature(kind).parameters.values())
        except ValueError as error:
            raise TypeError(str(error)) from None
        unread = never_read(code_of(self.source))
        self.idle = [p.name for p in every if p.name in unread and is_unlike(p, asked)]
        own = [p for p in every if p.name not in self.idle]
        names = {parameter.name for parameter in own}
        self.is_without_inputs = all(p.default is not p.empty for p in own if p.kind in BY_NAME)
        blank = blanks_for(kind, method, asked)
        self.blank = {one: name for one, name in blank.items() if name not in names and one not in names}
        self.recalled = {one: name for one, name in self.blank.items() if recalls(name, one)}
        self.fields = sorted(fields_of(kind).intersection(self.blank))
        self.whole = settings_of_none(kind, settings)
        settings = [one for p in settings for one in (self.whole.shown if self.whole.name == p.name else [p])]
        shown = sizes_shown_in([name for name, _ in asked], parameters_in(settings))
        self.most = [p.name for p in settings if is_a_bound_beside(p, own) and p.name not in shown]
        settings = [p for p in settings if p.name not in self.most]
        settings = [one for one in settings if one.name not in left]
        self.schedule = schedule_made(kind, method, asked, [*settings, *own])
        settings = [one for one in settings if not (self.schedule and is_for_a_schedule(one.name))]
        self.settings = [p.name for p in settings if p.name not in names and p.kind in BY_NAME]
        self.needed = [p.name for p in settings if p.name in self.settings and p.default is p.empty]
        if any(p.default is p.empty and p.name not in self.settings for p in settings if p.kind in BY_NAME):
            raise TypeError("a setting has the name of an input")
        taken = {
            p.name: p for p in (*settings, *own) if p.kind in BY_NAME and (p.name in names or p.name in self.settings)
        }
        taken |= {
            one: inspect.Parameter(one, KEYWORD_ONLY, default=vars(kind)[one] if one in self.fields else EMPTY)
            for one in self.blank
        }
        taken |= {one: inspect.Parameter(one, KEYWORD_ONLY) for one in [self.schedule] if one}
        inputs = [one for name, one in taken.items() if name not in self.settings]
        together = together_in(self.source, asked, parameters_in(list(taken.values())))
        wanted = asked if together is None else together.asked(asked)
        self.called = settings_called(
            self.settings, methods_of(kind), are_fields=is_dataclass(kind), are_themselves=True
        )
        self.functions = frozenset(functions)
        self.by_use = function_kept(kind, self.needed, [*taken], wanted, functions)
        self.by_use |= the_same_by_default(wanted, parameters_in(list(taken.values())))
        self.__signature__ = as_asked([*inputs, *(taken[name] for name in self.settings)], wanted, self.by_use)

    def __call__(self, **given: Any) -> Any:
        return self.made_with(given, None)

    def made_with(self, given: Mapping[str, Any], keeper: dict[str, Any] | None) -> Any:
        """The method's result, of the object that stands for the dict `keeper`, with these settings."""
        kept = {name: value for name, value in given.items() if name in self.settings}
        shown = [given[name] for name in self.__signature__.parameters if name in given.keys() - kept.keys()]
        settings = {
            name: KnownModel(name, value, shown) if name in self.called and isinstance(value, torch.Tensor) else value
            for name, value in kept.items()
        }
        made = next((kept for owner, kept in self.kept if owner is keeper), None)
        if self.schedule:
            made = self.made_of_schedule(given[self.schedule], settings)
        elif made is None:
            most = max([LONG_ENOUGH, *(value for value in given.values() if type(value) is int)])
            made = self.kind(**self.whole.gathered(settings), **dict.fromkeys(self.most, most))
            self.kept += [] if keeper is None else [(keeper, made)]
        else:
            for name in settings.keys() & vars(made).keys():
                setattr(made, name, settings[name])
        for name in self.blank.keys() & given.keys():
            blank = getattr(made, name, {} if name in used_as_dicts(self.kind) else None)
            setattr(made, name, in_the_place_of(blank, given[name]))
        apart = {*self.settings, *self.blank, self.schedule}
        inputs = {name: value for name, value in given.items() if name not in apart}
        result = getattr(made, self.method)(**dict.fromkeys(self.idle), **inputs)
        if keeper is not None:
            return result
        if not (result is None or result is made):
            return with_left(made, self.method, self.results, result)
        return left_by(made, self.method, self.results) if self.results else left_in(made)

    def made_of_schedule(self, schedule: Any, settings: Mapping[str, Any]) -> Any:
        """The object, whose constructor makes its schedule of the one that is given. Raises: NotDrawn."""
        betas = betas_of({self.schedule: schedule})
        made = None if betas is None else remade(self.kind, self.method, betas, settings)
        if made is None:
            raise NotDrawn(f"{self.kind.__name__} can't be made with these {self.schedule}")
        return made

    def is_better(self, asked: Parameters, plain: Collection[str], alone: Binding, *, must: bool) -> bool:
        """Whether settings take, by their names, what the method alone does not; `must`: it cannot be called without them."""
        found = binding_of(self, asked, plain)
        unlike = self.unlike(asked, found)
        named = not {*self.settings, *self.blank}.intersection(unlike)
        constructor = code_of(vars(self.kind).get("__init__"))
        objects, dicts = used_as_tensors(constructor), looked_up_by_texts(constructor)  # `optimizer.param_groups`
        is_an_object = any(
            (own in objects and name in plain) or (own in dicts and name in {*plain, *SCHEDULES})
            for name, own in found.names.items()
            if own in unlike
        )
        is_sure = len(unlike) == 1 and self.is_known_by_the_rest(unlike[0], len(found.names) - 1)
        is_alone = self.is_without_inputs  # there is nothing else to take it
        named = named or (must and (is_sure or is_alone) and not found.missing and not is_an_object)
        return named and (not found.unfilled if must else set(found.missing) < set(alone.missing))

    def unlike(self, asked: Parameters, found: Binding) -> list[str]:
        """What has another name than what it is bound to, and nothing that tells what it is."""
        said = spoken(asked, parameters_in([*inspect.signature(self).parameters.values()]))
        said |= self.by_use
        own_ones = [*inspect.signature(self).parameters.values()]
        may_be = the_one_of_none(asked, own_ones, by_likeness(asked, parameters_in(own_ones)))
        said |= {name: own for name, own in may_be.items() if own.rpartition("_")[2] in SHORT_WORDS}
        if (tiles := tiles_in(asked, parameters_in(own_ones))) is not None:
            said |= {BLOCK: tiles[0]}
        return [own for name, own in found.names.items() if not likeness(name, own) and said.get(name) != own]

    def guessed(self, asked: Parameters, plain: Collection[str]) -> list[str]:
        """The settings that are bound to something by their defaults alone, as `up=2.0` to `growth=2.0`."""
        unlike = self.unlike(asked, binding_of(self, asked, plain))
        return [name for name in self.settings if name in unlike and name not in self.needed]

    def is_known_by_the_rest(self, setting: str, known: int) -> bool:
        """Whether one setting without a usual name can be but one thing, beside so many parameters that have one.

        Alone it is so, too, unless its class makes a schedule for itself.
        """
        is_the_only_one = self.settings == [setting] and not makes_a_schedule(setting)
        return is_the_only_one or len(self.settings) >= SURE or are_enough(self.needed, known)


def schedule_made(kind: type[Any], method: str, asked: Parameters, own: Sequence[inspect.Parameter]) -> str:
    """The schedule that the problem gives and a class makes for itself; nothing without one.

    Of its betas, or as it is told how long that is.
    """
    schedule = schedule_among(asked)
    is_told = any(is_for_a_schedule(one.name) for one in own)
    if not schedule or not is_told or any(likeness(schedule, one.name) for one in own):
        return ""
    return schedule if remade(kind, method, PROBE) is not None else ""


def is_for_a_schedule(setting: str) -> bool:
    """Whether a class is made with it that makes the tables of a schedule for itself."""
    return makes_a_schedule(setting) or is_beta(setting)


def is_a_bound_beside(setting: inspect.Parameter, own: Sequence[inspect.Parameter]) -> bool:
    """Whether a class is made for so many tokens at most, and its method must be given how many there are."""
    needed = [one.name for one in own if one.default is one.empty]
    is_bound = setting.name in MOST_TOKENS and setting.default is setting.empty
    return is_bound and any(likeness(LENGTH, name) for name in needed)


def is_unlike(own: inspect.Parameter, asked: Parameters) -> bool:
    """Whether it must be given and no value that the problem gives has such a name: `input_ids` beside the logits."""
    return own.default is own.empty and own.kind in BY_NAME and not any(likeness(name, own.name) for name, _ in asked)


def the_same_by_default(asked: Parameters, own: Parameters) -> dict[str, str]:
    """The one option that is by default the same unusual number as one of the problem's under no usual name: `c=60` for `k`."""
    alike = by_likeness(asked, own)
    left = [(name, default) for name, default in asked if name not in alike and is_unusual(default)]
    free = [(name, default) for name, default in own if name not in alike.values() and is_unusual(default)]
    pairs = [(name, other) for name, default in left for other, instead in free if instead == default]
    return dict(pairs) if len(pairs) == len(left) == 1 else {}


def is_unusual(default: Any) -> bool:
    """Whether it is a whole number that hardly another setting has by default."""
    return type(default) is int and default > LEAST_UNUSUAL and default % 50 != 0 and default & (default - 1) != 0


def function_kept(
    kind: type[Any], needed: Sequence[str], own: Sequence[str], asked: Parameters, functions: Collection[str]
) -> dict[str, str]:
    """The one thing that a problem gives to be called, at the one setting under no usual name that the class calls."""
    alike = by_likeness(asked, [(name, None) for name in own])
    free = [name for name, _ in asked if name in FUNCTIONS and name in functions and name not in alike]
    if len(free) != 1:
        return {}
    called = settings_called(needed, methods_of(kind), are_fields=is_dataclass(kind))
    unlike = [name for name in needed if name in called and name not in alike.values()]
    return dict(zip(free, unlike, strict=True)) if len(unlike) == 1 else {}


def methods_of(kind: type[Any]) -> list[ast.FunctionDef]:
    """The methods of a class, as they are written in its file."""
    return [
        part
        for _, function in inspect.getmembers(kind, inspect.isfunction)
        if function.__module__ == kind.__module__
        for part in tree_of(code_of(function)).body
        if isinstance(part, ast.FunctionDef)
    ]


def blanks_for(kind: type[Any], method: str, asked: Parameters) -> dict[str, str]:
    """What a method reads of its object that its class leaves None, empty or unset, by the given value of that name: `self.w`.

    What it calls of its object counts as its own. Or what it counts on from 0, as `self.good_steps`, of what must be given.
    Some method sets it: what none does is a mistake. Or what it keeps for its next call, or a number that is a class's field.
    """
    functions, constructor = functions_run(kind, method), vars(kind).get("__init__")
    own = [one for one in kind.__mro__ if one.__module__ == kind.__module__]
    methods = [
        value for one in own for name, value in vars(one).items() if name != "__init__" and inspect.isfunction(value)
    ]
    later = {one for value in methods for one in (*attributes_set(value), *attributes_filled(value))}
    blank = later.intersection(attributes_left_blank(constructor)) | later - {*attributes_set(constructor)}
    own_ones = {one for value in functions for one in (*attributes_set(value), *attributes_filled(value))}
    kept, blank = blank & own_ones, blank - own_ones
    blank |= fields_of(kind)
    counts = later.intersection(attributes_at_zero(constructor)) | kept
    given = {
        one: [name for name, default in asked if is_given(name, default is REQUIRED, one, is_blank=one in blank)]
        for one in dict.fromkeys(one for value in functions for one in attributes_read(value))
        if one in blank | counts
    }
    return {one: names[0] for one, names in given.items() if names}


def fields_of(kind: type[Any]) -> set[str]:
    """The numbers that a class without a constructor has for itself, as those of JAX do: `sigma_data: float = 0.5`."""
    held = vars(kind) if "__init__" not in vars(kind) else {}
    return {name for name, value in held.items() if type(value) in (int, float)}


def is_given(name: str, must: bool, attribute: str, *, is_blank: bool) -> bool:
    """Whether an attribute waits for this value: what is blank under its own name, a count under a usual one, too."""
    return same(name, attribute) if is_blank else must and counts(name, attribute)


def used_as_dicts(kind: type[Any]) -> set[str]:
    """The attributes that a class's methods ask for what only dicts have: `self.merges.get(pair)`."""
    parts = [part for method in methods_of(kind) for part in walk(method) if isinstance(part, ast.Attribute)]
    return {part.value.attr for part in parts if isinstance(part.value, ast.Attribute) and part.attr in OF_DICTS}


def in_the_place_of(blank: Any, value: Any) -> Any:
    """What is given, as a dict where an empty one waits for pairs."""
    are_pairs = isinstance(value, list) and all(isinstance(part, tuple) and len(part) == 2 for part in value)
    return dict(value) if isinstance(blank, dict) and are_pairs else value


@dataclass(frozen=True)
class Whole:
    """The parameter of a class for all its settings at once, and the dataclass of the file that holds these."""

    name: str = ""
    kind: type[Any] = object

    @property
    def shown(self) -> list[inspect.Parameter]:
        """The settings, one by one."""
        return list(inspect.signature(self.kind).parameters.values())

    def gathered(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """What is given, with the settings in one object."""
        if not self.name:
            return dict(given)
        fields = {one.name for one in self.shown}
        made = self.kind(**{name: value for name, value in given.items() if name in fields})
        return {**{name: value for name, value in given.items() if name not in fields}, self.name: made}


def settings_of_none(kind: type[Any], settings: Sequence[inspect.Parameter]) -> Whole:
    """`config=None`, where the file has one dataclass of settings, and all of them have defaults; else nothing.

    Or a config that must be given, if it is annotated with such a class.
    """
    places = [p for p in settings if is_whole(p.name) and (p.default is None or p.default is p.empty)]
    code = vars(kind).get("__init__")
    of_the_file = getattr(code, "__globals__", {})
    kinds = {one for one in of_the_file.values() if isinstance(one, type) and is_dataclass(one) and one is not kind}
    kinds = {one for one in kinds if is_made_of_defaults(one)}
    named = [one for one in kinds for p in places if p.annotation in (one, one.__name__)]
    kinds = {*named} if named or any(p.default is p.empty for p in places) else kinds
    return Whole(places[0].name, *kinds) if len(places) == len(kinds) == 1 else Whole()


def is_made_of_defaults(kind: type[Any]) -> bool:
    """Whether an object can be made without anything."""
    own = inspect.signature(kind).parameters.values()
    return all(one.default is not one.empty and one.kind in BY_NAME for one in own)


def left_in(made: Any) -> Any:
    """What a method that returns nothing, or its object, leaves in it: the labels, as scikit-learn's `fit` does, or a metric."""
    held = getattr(made, "__dict__", {})
    labels = next((held[name] for name in LABELS if held.get(name) is not None), None)
    results = [found for name in RESULTS if inspect.ismethod(found := getattr(made, name, None))]
    without_more = [one for one in results if not inspect.signature(one).parameters]
    return without_more[0]() if labels is None and len(without_more) == 1 else labels
