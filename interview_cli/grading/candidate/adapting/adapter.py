"""Calls as the problem makes them, for functions and classes with other parameters. Imports torch; never a reference."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from interview_cli.grading.candidate.adapting.asked import Asked
from interview_cli.grading.candidate.adapting.entry import Entry, with_all
from interview_cli.grading.candidate.adapting.settings.options import name_options
from interview_cli.grading.candidate.adapting.wrapped import show_wrapped
from interview_cli.grading.candidate.matching.calls.beside import TIME
from interview_cli.grading.candidate.matching.calls.bound import PLAIN, Binding

CALLS = ("forward", "__call__")
"""Methods that answer where an object is called."""


class Adapter:
    """The entries of a file, and the objects of those that are classes.

    What is called is a `target`: the name of an entry, an object, or an object and the name of its method.
    """

    def __init__(
        self,
        namespace: dict[str, Any],
        entries: Mapping[str, str],
        asked: Mapping[str, Asked],
        again: Callable[[], dict[str, Any]] = dict,
        *,
        by_place: bool = False,
        in_a_batch: bool = False,
    ) -> None:
        """`by_place`: whether functions are called in the order of their parameters, whatever their names speak for.

        `in_a_batch`: whether what they are given first is a batch of one.
        """
        self.namespace = namespace
        show_wrapped(namespace)
        name_options(namespace)
        self.entries = {
            name: Entry(name, entries[name], asked[name], namespace, again, is_by_place=by_place)
            for name in asked
            if name in entries
        }
        for entry in self.entries.values():
            entry.batches.is_asked = in_a_batch
            if by_place:
                entry.look_by_place()
            else:
                entry.look()
        self.notes = [*dict.fromkeys(note for entry in self.entries.values() for note in entry.notes)]

    def report(self) -> dict[str, Any]:
        """What the judge is told: parameters that are missing, more, have other defaults or took a place, methods that lack.

        And whether all could be called by place, and are not.
        """
        entries = self.entries.values()
        parameters = {name: told for entry in entries for name, told in entry.report().items()}
        lacks = [method for entry in entries for method in entry.lacks]
        may_be_by_place = all(entry.in_order_of_places is not None for entry in entries)
        return {
            "otherwise": may_be_by_place and any(entry.is_otherwise for entry in entries),
            "parameters": parameters,
            "lacks": lacks,
            "defaults": [one for entry in entries for one in entry.defaults],
            "placed": [one for entry in entries for one in entry.placed()],
            "time_first": any(has_the_time_first(entry.binding) for entry in entries),
        }

    def resolved(self, target: str) -> Any:
        """The object that an entry's name stands for."""
        entry = self.entries.get(target)
        return self.namespace[target] if entry is None else entry.answer.get()

    def call(self, target: Any, function: Callable[..., Any], args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        """The call, and what starts a new object. Raises: NotDrawn."""
        if isinstance(target, str):
            entry = self.entries.get(target)
            return function(*args, **kwargs) if entry is None else entry.call(function, args, kwargs)
        owner, method = of_an_object(target)
        entry = self._of_class(owner)
        if entry is None:
            return function(*args, **kwargs)
        found = entry.called(binding_of_method(entry, method), function, args, kwargs)
        return with_all(function, found, self.results_of(target))

    def results_of(self, target: Any) -> list[str]:
        """How the problem calls what an entry, or an object of its class, returns, where that is several things."""
        entry = self._called_on(target)
        return [] if entry is None else entry.results

    def result_of(self, target: Any) -> str:
        """How it calls the one thing that is returned; nothing where its name says nothing."""
        entry = self._called_on(target)
        return "" if entry is None else entry.result

    def is_as_asked(self, target: Any) -> bool:
        """Whether what is called has the problem's own name."""
        entry = self._called_on(target)
        return entry is None or entry.is_as_asked

    def said_of(self, target: Any) -> str:
        """What is told of how a call was made."""
        entry = self._called_on(target)
        return "" if entry is None else entry.said

    def in_order(self, target: Any, result: Any) -> Any:
        """What a call of an entry, or of an object of its class, gave, in the problem's order."""
        entry = self._called_on(target)
        return result if entry is None else entry.in_order(result)

    def _called_on(self, target: Any) -> Entry | None:
        """The entry that a call is of; None for a method that has a name."""
        if isinstance(target, str):
            return self.entries.get(target)
        owner, method = of_an_object(target)
        return self._of_class(owner) if method in CALLS else None

    def _of_class(self, owner: Any) -> Entry | None:
        """The entry whose class an object is of."""
        return self._classes.get(type(owner))

    @functools.cached_property
    def _classes(self) -> dict[type[Any], Entry]:
        """The entries that are classes."""
        found = {entry: entry.answer.get() for entry in self.entries.values() if entry.asked["is_class"]}
        return {kind: entry for entry, kind in found.items() if isinstance(kind, type)}


def has_the_time_first(found: Binding) -> bool:
    """Whether a function of a state and a time, as the problem has them, takes the time before the state."""
    if TIME not in found.asked[1:]:
        return False
    state = found.asked[found.asked.index(TIME) - 1]
    own = [found.names.get(name, name) for name in (TIME, state)]
    return set(own) <= set(found.order) and found.order.index(own[0]) < found.order.index(own[1])


def of_an_object(target: Any) -> tuple[Any, str]:
    """An object and the name of its method; that of a call, where the object itself is called."""
    match target:
        case (owner, str() as method):
            return owner, method
    return target, CALLS[0]


def binding_of_method(entry: Entry, method: str) -> Binding:
    """How a method of an object of the entry's class is called, which has its object."""
    alike = CALLS if method in CALLS else (method,)
    binding = next((entry.methods[one] for one in alike if one in entry.methods), PLAIN)
    if binding.is_plain:
        return binding
    names = {name: own for name, own in binding.names.items() if name != "self"}
    return replace(binding, asked=binding.asked[1:], names=names, order=binding.order[1:])
