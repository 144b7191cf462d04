"""What of a file answers for an entry: a function, a class, or a method and its object. Imports torch; never a reference."""

from __future__ import annotations

import contextlib
import functools
import inspect
import types
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

import torch

from interview_cli.grading.candidate.adapting.asked import Asked, as_parameters, functions_in, plain_in
from interview_cli.grading.candidate.adapting.axes.adding import added_for
from interview_cli.grading.candidate.adapting.holding.lending import Lender, is_lent_to, objects_among, with_objects
from interview_cli.grading.candidate.adapting.holding.made_for_each import MadeForEach
from interview_cli.grading.candidate.adapting.holding.remaking import PROBE, crash_of, remade, schedule_among
from interview_cli.grading.candidate.adapting.modules.building import Built
from interview_cli.grading.candidate.adapting.modules.layers import BothPasses
from interview_cli.grading.candidate.adapting.objects import (
    Itself,
    applied,
    is_a_layer,
    is_loose_method,
    is_module_class,
    is_of_the_class,
    is_read_off,
    is_stepped,
    is_to_be_built,
    kept_as,
    made,
    needed_for,
)
from interview_cli.grading.candidate.adapting.packing.records import recorded_for
from interview_cli.grading.candidate.adapting.settings.configured import take_one_by_one
from interview_cli.grading.candidate.adapting.steps.scheduling import SETS_A_RATE, scheduled, with_an_optimizer
from interview_cli.grading.candidate.adapting.steps.stepping import stepping_for
from interview_cli.grading.candidate.adapting.ways import Apart, apart, by_rows
from interview_cli.grading.candidate.matching.calls.binding import binding_of
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, Parameters
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of
from interview_cli.grading.candidate.matching.syntax.guards import guards_in


def raising(error: Exception, asked: Parameters) -> Any:
    """The method of an object that can't be made, as it is asked for: each call raises what its constructor has raised."""
    where, kind = error.__traceback__, inspect.Parameter.POSITIONAL_OR_KEYWORD

    def call(*_: Any, **__: Any) -> NoReturn:
        raise error.with_traceback(where)

    call.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [inspect.Parameter(name, kind, default=inspect.Parameter.empty if d is REQUIRED else d) for name, d in asked]
    )
    return call


class Answer:
    """The object that an entry's path stands for, `get()`. A method's own object is new each time, if it needs nothing.

    `lender`: what its object is lent from. `schedule`: what that object makes of two numbers, and the problem gives.
    `is_as_it_stands`: whether it is a function that is called as such.
    """

    def __init__(self, name: str, path: str, asked: Asked, namespace: Mapping[str, Any]) -> None:
        self.name, self.asked, self.namespace = name, asked, namespace
        self.first, *self.rest = path.split(".")
        self.parameters = as_parameters(asked["parameters"])
        self.plain, self.functions = plain_in(asked["parameters"]), functions_in(asked["parameters"])
        self.results: list[str] = asked.get("results", [])
        self.lender: Lender | None = None
        self.schedule = ""
        self.is_as_it_stands = False
        self.notes: list[str] = []
        self._ways: tuple[Apart | None, ...] = ()

    def get(self) -> Any:
        """What is called."""
        if self.is_as_it_stands:
            return self._within(self.namespace[self.first])
        if self._maker is None:
            return self._same
        try:
            made = self._maker()
        except Exception as error:  # each call of its method raises it
            return raising(error, self.parameters)
        return self._as_called(self._within(made))

    @property
    def built(self) -> Built | None:
        """The torch module that is built at each call."""
        return self._known if isinstance(self._known, Built) else None

    @functools.cached_property
    def _known(self) -> Any:
        """What calls a class in a way of its own; None where none is needed."""
        found = self.namespace[self.first]
        return self._looked_for(found) if isinstance(found, type) else None

    @functools.cached_property
    def _maker(self) -> Callable[[], Any] | None:
        """What makes the object of a method; None where the same thing answers each time."""
        kind = self.namespace[self.first]
        is_a_method = self.rest and isinstance(kind, type) and not is_of_the_class(kind, self.rest[0])
        if self._known is not None or not is_a_method:
            return None
        schedule = schedule_among(self.parameters)
        if schedule and remade(kind, self.rest[0], PROBE) is not None:
            self.schedule = schedule
            return functools.partial(remade, kind, self.rest[0], PROBE)
        crash = crash_of(kind) if schedule and "__init__" in vars(kind) else None
        if crash is not None:  # what is lent would hide it
            return crash.happen
        return functools.partial(self._object_of, kind)

    @functools.cached_property
    def _same(self) -> Any:
        """What answers each time."""
        found = self.namespace[self.first]
        if self._known is not None:
            return self._known
        return self._as_called(self._within(found))

    def _within(self, found: Any) -> Any:
        """What the rest of the path leads to."""
        return functools.reduce(getattr, self.rest, found)

    def _looked_for(self, kind: type[Any]) -> Any:
        """The way in which this class is called, the surest first."""
        if self.rest == ["apply"] and issubclass(kind, torch.autograd.Function):
            return applied(kind)
        if len(self.rest) == 1 and is_read_off(kind, self.rest[0]):
            return kept_as(kind, self.rest[0])
        if is_module_class(kind) and not self.rest and (added := added_for(kind, self.parameters)) is not None:
            return added
        if is_module_class(kind) and is_to_be_built(kind, self.rest, self.asked):
            self.notes += take_one_by_one(kind, self.parameters, self.namespace, is_class=False)
            method = (self.rest or ["forward"])[0]
            return Built(kind, self.parameters, method, self.results, self.name, self.functions, self.plain)
        if len(self.rest) != 1:
            return None
        (method,) = self.rest
        if (driven := scheduled(kind, method, self.parameters)) is not None:
            return driven
        if is_stepped(kind, method, self.asked):
            return stepping_for(kind, method)
        if is_a_layer(kind, method, self.name):
            return BothPasses(kind, method, self.parameters, self.results)
        return None if is_of_the_class(kind, method) else self._made_for_each(kind, method)

    def _made_for_each(self, kind: type[Any], method: str) -> MadeForEach | None:
        """The method of a class that takes some of what is given for itself; None where it can do without."""
        left: list[str] = []
        try:
            alone = binding_of(functools.partial(getattr(kind, method), None), self.parameters, self.plain)
            while True:
                found = MadeForEach(kind, method, self.parameters, self.results, self.functions, left=left)
                if found.is_better(self.parameters, self.plain, alone, must=bool(needed_for(kind))):
                    return found
                guessed = found.guessed(self.parameters, self.plain) if found.needed else []
                if not guessed:
                    return None
                left += guessed
        except TypeError:
            return None

    def _object_of(self, kind: type[Any]) -> Any:
        """An object for its methods; of a class that has no constructor or needs settings, one that is lent what it holds."""
        if is_lent_to(kind):
            with contextlib.suppress(TypeError):  # a class of its own kind
                return self._lending().object_of(kind)
        return made(kind)

    def _lending(self) -> Lender:
        """What lends, from now on."""
        self.lender = self.lender or Lender()
        return self.lender

    def _as_called(self, function: Any) -> Any:
        """The function in the way in which it takes what is given."""
        given, function = function, with_an_optimizer(function, self.parameters)
        if function is not given and SETS_A_RATE not in self.notes:
            self.notes.append(SETS_A_RATE)
        if is_loose_method(function):
            return functools.partial(function, Itself(self.namespace, self._lending(), guards_in(code_of(function))))
        self._ways = self._ways or (apart(function, self.asked, self.namespace),)
        (way,) = self._ways
        if isinstance(function, types.MethodType):  # of an object that is new each time
            return recorded_for(function, self.parameters, self.asked.get("parts", {})) or function
        if way is not None or not isinstance(function, types.FunctionType):
            return function if way is None else way
        return by_rows(self._with_objects(function), self.parameters)

    def _with_objects(self, function: types.FunctionType) -> Any:
        """The function, where it has parameters that hold what is given: a schedule's object for its `alphas_bar`."""
        if self.asked["is_class"]:
            return function
        names = objects_among(function, [name for name, _ in self.parameters], self.functions)
        return with_objects(function, names, self._lending()) if names else function
