"""Where each thing goes that the problem gives: to a class's method or to its constructor. Imports no library.

What has no place in either is a weight of the module, or missing.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from interview_cli.grading.candidate.adapting.modules.reading import (
    called_by,
    held_by,
    is_size,
    own_parameters,
    says_what_it_is,
)
from interview_cli.grading.candidate.matching.calls.beside import positions_in, sizes_shown, sizes_shown_in, twins_in
from interview_cli.grading.candidate.matching.calls.bound import HERE
from interview_cli.grading.candidate.matching.calls.defaults import is_another_default
from interview_cli.grading.candidate.matching.calls.pairing import by_names
from interview_cli.grading.candidate.matching.names.kinds import OFFSET, is_whole
from interview_cli.grading.candidate.matching.names.likeness import (
    REQUIRED,
    Parameters,
    by_likeness,
    likeness,
    related,
    same,
)
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, texts_compared

ALONE: Mapping[str, Any] = {"device": HERE, "world_size": 1, "rank": 0, "local_rank": 0, "num_gpus": 1, "n_gpus": 1}
"""What a module is made with that says where it runs, and beside how many others."""
RANK = "rank"
"""Which of several processes it is, or alone a size: that of a latent."""
SAYING_NOTHING = (0.0, 0.1, 0.5, 0.9, 1.0, 2.0)
"""Defaults that all kinds of numbers have."""


def alike_by_default(asked: Parameters, own: Parameters, found: Mapping[str, str]) -> dict[str, str]:
    """The one own parameter that is by default the number that one of the problem's is by default: `scale=2.5` for `w=2.5`."""
    left = [(name, default) for name, default in asked if name not in found.values() and is_telling(default)]
    free = [(name, default) for name, default in own if name not in found and is_telling(default)]
    pairs = [(other, name) for name, default in left for other, instead in free if instead == default]
    return dict(pairs) if len(pairs) == 1 else {}


def is_telling(default: Any) -> bool:
    """Whether it is a number that hardly anything else has as its default, too."""
    return isinstance(default, float) and default not in SAYING_NOTHING


class Taking:
    """Where what the problem gives goes in a class: to its method, or to its constructor."""

    def __init__(
        self,
        kind: type[Any],
        asked: Parameters,
        method: str,
        functions: Collection[str] = (),
        plain: Collection[str] = (),
    ) -> None:
        self.kind, self.asked, self.functions, self.plain = kind, asked, functions, plain
        self.names = [name for name, _ in asked]
        self.inputs = own_parameters(getattr(kind, method))
        self.settings = own_parameters(kind.__init__)
        self.held = held_by(kind)
        self.called = called_by(kind)

    @functools.cached_property
    def to_method(self) -> dict[str, str]:
        """What goes to the method, and where; a number without a place to the only one that may be left out there."""
        inputs, settings = (by_likeness(self.asked, own) for own in (self.inputs, self.settings))
        inputs = {
            name: own
            for name, own in inputs.items()
            if name not in settings or likeness(name, own) >= likeness(name, settings[name])
        }
        kept = self.kept_to_be_called(settings.values())
        may_be = [  # one under another name, but no setting by its name, nor a number with a default
            (name, default)
            for name, default in self.asked
            if name in inputs or not (name in settings or name in kept or isinstance(default, int | float))
        ]
        pairs = by_names(may_be, self.inputs)
        optional = {own for own, default in self.inputs if default is not REQUIRED}
        pairs = {
            name: own
            for name, own in pairs.items()
            if own not in optional or likeness(name, own) or not any(same(name, held) for held in self.held)
        }
        pairs |= self.named_more_fully({*pairs, *settings, *kept}, pairs.values())
        taken = {*pairs, *settings}
        left = [name for name, default in self.asked if type(default) in (int, float) and name not in taken]
        free = [own for own, default in self.inputs if type(default) in (int, float) and own not in pairs.values()]
        is_plain = len(left) == len(free) == 1 and not says_what_it_is(free[0])
        return pairs | (dict(zip(left, free, strict=True)) if is_plain else {})

    def kept_to_be_called(self, known: Collection[str]) -> list[str]:
        """The one function that the problem gives, where the class must be made with one that it calls, under whatever name."""
        called = [
            own for own, default in self.settings if default is REQUIRED and own in self.called and own not in known
        ]
        return list(self.functions) if len(self.functions) == len(called) == 1 else []

    def named_more_fully(self, taken: Collection[str], filled: Collection[str]) -> dict[str, str]:
        """What alone must still be given, at the one input that is left and has its name with more words: `x` at `x_t`."""
        left = [name for name, default in self.asked if default is REQUIRED and name not in taken]
        free = [own for own, default in self.inputs if default is REQUIRED and own not in filled]
        is_said = len(left) == len(free) == 1 and free[0].startswith(f"{left[0]}_")
        return dict(zip(left, free, strict=True)) if is_said else {}

    def leave_out_what_is_doubtful(self) -> bool:
        """Whether something no longer goes to the method: what must be given, and is there by its place alone where None may be.

        It is a weight of the module, rather.
        """
        may_be = {own for own, default in self.inputs if default is None}
        needed = {name for name, default in self.asked if default is REQUIRED}
        pairs = self.to_method.items()
        kept = {name: own for name, own in pairs if name not in needed or own not in may_be or likeness(name, own)}
        is_less = len(kept) < len(self.to_method)
        self.to_method = kept
        return is_less

    @functools.cached_property
    def keys_beside(self) -> dict[str, str]:
        """What takes the keys beside the queries, where the problem gives one tensor, and the name of that."""
        return twins_in(self.to_method, self.asked, self.inputs)

    @functools.cached_property
    def positions(self) -> list[str]:
        """What the method takes that says where each token stands, where the problem gives that of the first."""
        pairs = self.to_method
        return [] if OFFSET in by_likeness(self.asked, self.settings) else positions_in(pairs, self.names, self.inputs)

    @property
    def places(self) -> list[str]:
        """What the method must be given that says where it runs, and beside how many others."""
        taken = self.to_method.values()
        return of_places([own for own, default in self.inputs if default is REQUIRED and own not in taken])

    def settings_from(self, given: Iterable[str]) -> dict[str, str]:
        """For each parameter of `__init__` the one given under an equal or a usual name, or that is the same number by default.

        Then, if as many are left that must be given on both sides, and none of these names says what it is, those in order.
        """
        found: dict[str, str] = {}
        for alike in (same, related):
            for name in given:
                if name not in found.values():
                    match = next((own for own, _ in self.settings if own not in found and alike(name, own)), None)
                    if match is not None:
                        found[match] = name
        found |= self.text_among(given, found)
        found |= alike_by_default([one for one in self.asked if one[0] in given], self.settings, found)
        left = [name for name in given if name not in found.values()]
        open_ones = [own for own, default in self.settings if default is REQUIRED and own not in found]
        if len(open_ones) != len(left) or any(says_what_it_is(own) or is_whole(own) for own in open_ones):
            return found
        return found | dict(zip(open_ones, left, strict=True))

    def text_among(self, given: Iterable[str], found: Mapping[str, str]) -> dict[str, str]:
        """What is None unless it is given, at the one such setting that the constructor compares with texts: a method's name."""
        defaults = dict(self.asked)
        nothing = [name for name in given if defaults.get(name, REQUIRED) is None and name not in found.values()]
        compared = {own for own, _ in texts_compared(code_of(self.kind.__init__))}
        free = [own for own, default in self.settings if default is None and own not in found and own in compared]
        return dict(zip(free, nothing, strict=True)) if len(free) == len(nothing) == 1 else {}

    def other_defaults(self) -> list[list[Any]]:
        """For each setting with a number of its own where nothing is given: the problem's name, its own and that number."""
        given = {name: default for name, default in self.asked if type(default) in (int, float)}
        places = self.settings_from([name for name in given if name not in self.to_method])
        found = [(own, default, places[own]) for own, default in self.settings if own in places]
        return [[name, own, default] for own, default, name in found if is_another_default(default, given[name])]

    def parameters_among(self, numbers: Mapping[str, Any]) -> list[str]:
        """Numbers that must be given, and that neither the method nor `__init__` takes: the module may learn them, as a scale."""
        needed = [name for name, default in self.asked if default is REQUIRED and type(numbers.get(name)) is float]
        return [name for name in needed if name not in self.settings_from(numbers).values()]

    def whole_ones(self, given: Mapping[str, Any]) -> dict[str, str]:
        """What the class is made with, and the given one for it: its list of modules, and layers that it calls, `self.gate(x)`.

        The problem gives the weights of these layers. They come together: with the list beside them, or for all its matrices.
        """
        own = [name for name, default in self.settings if default is REQUIRED and name in given]
        lists = [name for name in own if are_functions(given[name])]
        matrices = [name for name, value in given.items() if getattr(value, "ndim", 0) == 2]
        layers = self.layers_for(matrices)
        if lists:
            return {name: name for name in [*lists, *(one for one in own if layers.get(one) == one)]}
        return layers if len(layers) == len(matrices) else {}

    def layers_for(self, matrices: Iterable[str]) -> dict[str, str]:
        """The layers that the class is made with and calls, each with the weight of its name: `gate_proj` with `w_gate`."""
        found = self.settings_from([*matrices])
        named = {own: name for own, name in found.items() if same(name, own) or related(name, own)}
        return {own: name for own, name in named.items() if own in self.called}

    def functions_for(self, known: Mapping[str, Any], numbers: Mapping[str, Any]) -> dict[str, Any]:
        """The one function that the problem gives, for all that the class must be made with and calls."""
        given = [value for value in numbers.values() if callable(value)]
        if len(given) != 1:
            return {}
        open_ones = {own for own, default in self.settings if default is REQUIRED and own not in known}
        return dict.fromkeys(open_ones & self.called, given[0])

    def shown_by(self, inputs: Mapping[str, Any], settings: Sequence[str]) -> dict[str, Any]:
        """The settings that are known by what they are called, and by what the method is given: how many heads `q` has."""
        given = {name: inputs[own] for name, own in self.to_method.items() if own in inputs}
        return sizes_shown(sizes_shown_in([*given], [(name, REQUIRED) for name in settings]), given)

    def open_sizes(self, known: Mapping[str, Any]) -> list[str]:
        """What must still be given: lengths of axes."""
        return [name for name, default in self.settings if default is REQUIRED and name not in known]

    def missing(self) -> list[str]:
        """Numbers that the problem gives unless they are left out, and that neither `__init__` nor the method takes.

        Of a class that is made of more than the problem gives, sizes aside, nothing is known.
        """
        to_method = self.to_method
        numbers = [
            name
            for name, default in self.asked
            if name != "training" and (isinstance(default, int | float) or (default is None and name in self.plain))
        ]
        numbers = [name for name in numbers if name not in to_method and not (name == OFFSET and self.positions)]
        found = self.settings_from(numbers)
        given = {*found, *by_likeness(self.asked, self.settings).values()}
        if any(default is REQUIRED and own not in given and not is_size(own) for own, default in self.settings):
            return []
        return [name for name in numbers if name not in found.values()]

    def report(self) -> dict[str, list[str]]:
        """What the judge is told: what the class has no parameter for, and what its method needs that is not given."""
        to_method = self.to_method
        needed = [name for name, default in self.inputs if default is REQUIRED]
        filled = {*to_method.values(), *self.positions, *self.places, *twins_in(to_method, self.asked, self.inputs)}
        unfilled = [name for name in needed if name not in filled]
        return {"missing": self.missing(), "unfilled": unfilled, "own": []}


def are_functions(value: Any) -> bool:
    """Whether it is a list of things to call, as the experts of a mixture."""
    return isinstance(value, list | tuple) and bool(value) and all(map(callable, value))


def of_places(names: Iterable[str]) -> list[str]:
    """Those that say where something runs, and beside how many others; a rank alone is a size."""
    found = [name for name in names if name in ALONE]
    return [] if found == [RANK] else found
