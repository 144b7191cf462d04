"""A torch module where a function is asked: built from what the function would be given, then called. Imports torch only.

Inputs go to `forward`, numbers to `__init__`, and what is left of the tensors takes the place of the module's weights.
"""

from __future__ import annotations

import ast
import contextlib
import copy
import dis
import functools
import inspect
import itertools
import math
import re
import textwrap
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, is_dataclass
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.converting import is_a_layer, layer_of, maker_of
from interview_cli.grading.candidate.adapting.remaking import PROBE, betas_of, of_a_schedule, remade, schedule_among
from interview_cli.grading.candidate.adapting.returning import (
    attributes_filled,
    attributes_left_blank,
    attributes_read,
    attributes_set,
    left_by,
    with_left,
)
from interview_cli.grading.candidate.matching.beside import positions_in, sides_in, twins_in
from interview_cli.grading.candidate.matching.binding import HERE, Binding, binding_of, dropped_in
from interview_cli.grading.candidate.matching.bytecode import code_of, texts_compared
from interview_cli.grading.candidate.matching.choosing import SURE
from interview_cli.grading.candidate.matching.kinds import (
    DROPOUT,
    LONG_ENOUGH,
    MOST_TOKENS,
    OFFSET,
    SETTINGS,
    SIZES_SAY,
    is_whole,
)
from interview_cli.grading.candidate.matching.likeness import (
    REQUIRED,
    Parameters,
    by_likeness,
    likeness,
    parameters_in,
    related,
    same,
    speaks_of,
)
from interview_cli.grading.candidate.matching.pairing import by_names
from interview_cli.grading.candidate.matching.sides import together_in
from interview_cli.grading.candidate.matching.words import listed

MOST_TRIED = 64
"""Sizes of a module that are guessed from its inputs."""


NO_SIZE = re.compile("(betas?|sigmas?|alphas?|gamma|eps|epsilon|lr|margin|temperature|tau|dropout)(_|$)")
"""Names of settings that are no lengths of anything."""
ALONE: Mapping[str, Any] = {"device": HERE, "world_size": 1, "rank": 0, "local_rank": 0, "num_gpus": 1, "n_gpus": 1}
"""What a module is made with that says where it runs, and beside how many others."""
OF_A_BATCH = ("batch_size", "bsz", "bs")
"""Names of the number of samples that a module is made for."""
OF_TOKENS = ("num_tokens", "n_tokens", "seq_len", "seq_length", "sequence_length", "num_patches", "n_patches")
"""Names of the number of tokens that it is made for."""
LABELS = ("labels_", "labels")
RESULTS = ("compute", "result", "get_value", "value")
"""Methods of a metric that give what its updates have gathered."""
BY_NAME = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)


class CannotBuild(TypeError):
    """The module cannot be made of what the problem gives."""


@dataclass(frozen=True)
class Places:
    """Which weight of a module each of the given ones takes the place of, and whether matrices of linear layers are transposed.

    `shapes`: how many different ones told them apart.
    """

    keys: Mapping[str, str]
    is_turned: bool
    shapes: int

    def hold(self, module: torch.nn.Module, weights: Mapping[str, torch.Tensor]) -> bool:
        """Whether these weights fit there."""
        return self.keys.keys() == weights.keys() and all(
            fits(module, self.keys[name], value, is_turned=self.is_turned) for name, value in weights.items()
        )


class Built:
    """A function that builds the module anew for each call; what an earlier call left in no doubt holds for later ones."""

    def __init__(
        self,
        module: type[Any],
        asked: Parameters,
        method: str = "forward",
        results: Sequence[str] = (),
        entry: str = "",
    ) -> None:
        self.kind, self.results = module, results
        self.words = set(entry.lower().split("_"))
        self.module: Callable[..., Any] = module
        self.asked, self.method = asked, method
        self.names = [name for name, _ in asked]
        self.inputs = own_parameters(getattr(module, method))
        self.settings = own_parameters(module.__init__)
        self.held = held_by(module)
        self.called = called_by(module)
        self.known: Places | None = None
        self.used: dict[tuple[tuple[int, ...], ...], Places] = {}
        self.statistics: dict[str, str] = {}
        self.maker = maker_of(module)
        schedule = schedule_among(asked)
        is_made_of = schedule and schedule not in self.to_method()
        self.schedule = schedule if is_made_of and remade(module, method, PROBE) is not None else ""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Raises: CannotBuild."""
        defaults = {name: default for name, default in self.asked if default is not REQUIRED}
        given = {**defaults, **dict(zip(self.names, args, strict=False)), **kwargs}
        given = {name: given[name] for name in self.names if name in given}  # weights alike go to places in this order
        to_forward = self.to_method()
        inputs = {to_forward[name]: value for name, value in given.items() if name in to_forward}
        inputs |= {own: given[name] for own, name in self.keys_beside().items()}
        inputs |= {own: positions_from(given[OFFSET], inputs.values()) for own in self.positions()}
        inputs |= {own: True for own, default in self.inputs if default is False and speaks_of(own, self.words)}
        rest = {name: value for name, value in given.items() if name not in to_forward}
        weights = {name: value for name, value in rest.items() if isinstance(value, torch.Tensor)}
        numbers = {name: value for name, value in rest.items() if name not in weights}
        if self.maker and is_a_layer(weights):
            return getattr(getattr(self.kind, self.maker)(layer_of(weights)), self.method)(**inputs)
        if self.schedule in weights:
            return getattr(self.made_of_schedule(numbers, weights), self.method)(**inputs)
        like = next((value for value in inputs.values() if isinstance(value, torch.Tensor)), torch.empty(0))
        alone = {name: torch.tensor(numbers.pop(name), dtype=like.dtype) for name in self.parameters_among(numbers)}
        weights = {name: {**weights, **alone}[name] for name in given if name in weights or name in alone}
        made = self.made_of(numbers, weights, inputs)
        return self.with_statistics(getattr(made, self.method)(**inputs), made, weights)

    def parameters_among(self, numbers: Mapping[str, Any]) -> list[str]:
        """Numbers that must be given, and that neither the method nor `__init__` takes: the module may learn them, as a scale."""
        needed = [name for name, default in self.asked if default is REQUIRED and type(numbers.get(name)) is float]
        return [name for name in needed if name not in self.settings_from(numbers).values()]

    def with_statistics(self, result: Any, made: Any, weights: Mapping[str, torch.Tensor]) -> Any:
        """The result, with the statistics that the module has kept for itself, where the problem asks for them beside it."""
        if not isinstance(result, torch.Tensor) or not self.statistics or len(self.results) != 1 + len(self.statistics):
            return result
        kept = [(name, weight_of(made, key)) for name, key in self.statistics.items()]
        return (result, *(value.reshape(weights[name].shape) for name, value in kept))

    def to_method(self) -> dict[str, str]:
        """What goes to the method, and where; a number without a place to the only one that may be left out there."""
        pairs = by_names([one for one in self.asked if self.may_be_an_input(*one)], self.inputs)
        optional = {own for own, default in self.inputs if default is not REQUIRED}
        pairs = {
            name: own
            for name, own in pairs.items()
            if own not in optional or likeness(name, own) or not any(same(name, held) for held in self.held)
        }
        taken = {*pairs, *by_likeness(self.asked, self.settings)}
        left = [name for name, default in self.asked if type(default) in (int, float) and name not in taken]
        free = [own for own, default in self.inputs if type(default) in (int, float) and own not in pairs.values()]
        is_plain = len(left) == len(free) == 1 and not says_what_it_is(free[0])
        return pairs | (dict(zip(left, free, strict=True)) if is_plain else {})

    def keys_beside(self) -> dict[str, str]:
        """What takes the keys beside the queries, where the problem gives one tensor, and the name of that."""
        return twins_in(self.to_method(), self.asked, self.inputs)

    def note(self) -> str:
        """What is done with its schedule."""
        return of_a_schedule(self.kind, self.schedule)

    def positions(self) -> list[str]:
        """What the method takes that says where each token stands, where the problem gives that of the first."""
        pairs = self.to_method()
        return [] if OFFSET in by_likeness(self.asked, self.settings) else positions_in(pairs, self.names, self.inputs)

    def report(self) -> dict[str, list[str]]:
        """What the judge is told: what the class has no parameter for, and what its method needs that is not given."""
        to_method = self.to_method()
        needed = [name for name, default in self.inputs if default is REQUIRED]
        filled = {*to_method.values(), *self.positions(), *twins_in(to_method, self.asked, self.inputs)}
        unfilled = [name for name in needed if name not in filled]
        return {"missing": self.missing(), "unfilled": unfilled, "own": []}

    def missing(self) -> list[str]:
        """Numbers that the problem gives unless they are left out, and that neither `__init__` nor the method takes.

        Of a class that is made of more than the problem gives, sizes aside, nothing is known.
        """
        to_method = self.to_method()
        numbers = [name for name, default in self.asked if isinstance(default, int | float) and name != "training"]
        numbers = [name for name in numbers if name not in to_method and not (name == OFFSET and self.positions())]
        found = self.settings_from(numbers)
        given = {*found, *by_likeness(self.asked, self.settings).values()}
        if any(default is REQUIRED and own not in given and not is_size(own) for own, default in self.settings):
            return []
        return [name for name in numbers if name not in found.values()]

    def made_of_schedule(self, numbers: Mapping[str, Any], weights: Mapping[str, torch.Tensor]) -> Any:
        """The object, whose constructor makes its schedule of the one that is given. Raises: CannotBuild."""
        settings = {own: numbers[name] for own, name in self.settings_from(numbers).items()}
        betas = betas_of(weights)
        made = None if betas is None else remade(self.kind, self.method, betas, settings)
        if made is None:
            raise CannotBuild(f"{self.kind.__name__} can't be made with these {self.schedule}")
        return made

    def made_of(
        self, numbers: Mapping[str, Any], weights: Mapping[str, torch.Tensor], inputs: Mapping[str, Any]
    ) -> Any:
        """The object; made of tensors, too, where it has no weights in their place. Raises: CannotBuild."""
        try:
            return self.with_weights(numbers, weights, inputs)
        except CannotBuild:
            values = {
                name for name, default in self.settings if default in (REQUIRED, None) or type(default) in (int, float)
            }
            to_settings = self.settings_from(weights)
            taken = {name for own, name in to_settings.items() if own in values}
            if not taken:
                raise
            left = {name: value for name, value in weights.items() if name not in taken}
            return self.with_weights({**numbers, **{name: weights[name] for name in taken}}, left, inputs)

    def may_be_an_input(self, name: str, default: Any) -> bool:
        """Whether `forward` takes it, if need be under another name: not a setting by its name, nor a number with a default."""
        is_input, is_setting = (name in by_likeness(self.asked, own) for own in (self.inputs, self.settings))
        return is_input or not (is_setting or isinstance(default, int | float))

    def settings_from(self, given: Iterable[str]) -> dict[str, str]:
        """For each parameter of `__init__` the one given under an equal or a usual name.

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
        left = [name for name in given if name not in found.values()]
        open_ones = [own for own, default in self.settings if default is REQUIRED and own not in found]
        if len(open_ones) != len(left) or any(map(says_what_it_is, open_ones)):
            return found
        return found | dict(zip(open_ones, left, strict=True))

    def text_among(self, given: Iterable[str], found: Mapping[str, str]) -> dict[str, str]:
        """What is None unless it is given, at the one such setting that the constructor compares with texts: a method's name."""
        defaults = dict(self.asked)
        nothing = [name for name in given if defaults.get(name, REQUIRED) is None and name not in found.values()]
        compared = {own for own, _ in texts_compared(code_of(self.kind.__init__))}
        free = [own for own, default in self.settings if default is None and own not in found and own in compared]
        return dict(zip(free, nothing, strict=True)) if len(free) == len(nothing) == 1 else {}

    def with_weights(
        self, numbers: Mapping[str, Any], weights: Mapping[str, torch.Tensor], inputs: Mapping[str, Any]
    ) -> Any:
        """The object; a module whose weights have the shapes of those given, in their place; so have lists of functions."""
        parts = {name: value for name, value in numbers.items() if are_functions(value)}
        numbers = {name: value for name, value in numbers.items() if name not in parts}
        to_settings = self.settings_from(numbers)
        known = {own: numbers[name] for own, name in to_settings.items()}
        sides = sides_in({name: own for own, name in to_settings.items()}, list(numbers.items()), self.settings)
        known |= {own: numbers[name] for own, name in sides.items()}
        known |= {
            own: len(value) for own, _ in self.settings for name, value in parts.items() if is_number_of(own, name)
        }
        known |= {own: True for own, default in self.settings if default is False and own in weights}
        known |= self.functions_for(known, numbers)
        kernels = kernels_of(weights, [one for one in self.settings if one[0] not in known])
        if kernels:
            with contextlib.suppress(CannotBuild):  # it takes one length for all axes
                return self.of_sizes({**known, **kernels}, parts, numbers, weights, inputs)
        try:
            return self.of_sizes(known, parts, numbers, weights, inputs)
        except CannotBuild:
            blank = [own for own, default in self.settings if default is None and is_size(own) and own not in known]
            if not blank:
                raise
            with contextlib.suppress(CannotBuild):  # the first one says what the class lacks
                return self.of_sizes(known, parts, numbers, weights, inputs, blank)
            raise

    def functions_for(self, known: Mapping[str, Any], numbers: Mapping[str, Any]) -> dict[str, Any]:
        """The one function that the problem gives, for all that the class must be made with and calls."""
        given = [value for value in numbers.values() if callable(value)]
        if len(given) != 1:
            return {}
        open_ones = {own for own, default in self.settings if default is REQUIRED and own not in known}
        return dict.fromkeys(open_ones & self.called, given[0])

    def of_sizes(
        self,
        settings: Mapping[str, Any],
        parts: Mapping[str, Any],
        numbers: Mapping[str, Any],
        weights: Mapping[str, torch.Tensor],
        inputs: Mapping[str, Any],
        blank: Sequence[str] = (),
    ) -> Any:
        """The object of these settings, and of sizes that the inputs show. Raises: CannotBuild, or the class's own ValueError.

        `blank`: sizes that the class finds for itself where they are None, as `d_ff=None`, and that are to be shown, too.
        """
        known = dict(settings)
        open_ones = [name for name, default in self.settings if default is REQUIRED and name not in known]
        first = numbers.get(OFFSET, inputs.get(self.to_method().get(OFFSET, ""), 0))
        known |= {name: LONG_ENOUGH + first for name in open_ones if name in MOST_TOKENS}
        most = {name: default for name, default in self.settings if name in MOST_TOKENS and type(default) is int}
        known |= {name: LONG_ENOUGH + first for name in most if name not in known and most[name] < LONG_ENOUGH + first}
        known |= {name: 0.0 for name in open_ones if DROPOUT.match(name)}
        known |= {name: 0.0 for name in dropped_in(self.kind, self.asked) if name not in known}
        known |= {name: ALONE[name] for name in open_ones if name in ALONE}
        batches = [len(value) for value in inputs.values() if getattr(value, "ndim", 0)]
        known |= {name: batches[0] for name in open_ones if name in OF_A_BATCH and batches}
        tokens = [value.shape[-2] for value in inputs.values() if getattr(value, "ndim", 0) > 1]
        known |= {name: tokens[0] for name in open_ones if name in OF_TOKENS and tokens and not weights}
        open_sizes = [name for name, default in self.settings if default is REQUIRED and name not in known]
        open_sizes += blank
        if any(is_whole(name) or NO_SIZE.match(name) for name in open_sizes):
            raise CannotBuild(f"{self.module.__name__} is made of {listed(open_sizes)}, which the problem doesn't give")
        is_made, beside, raised = False, list[str](), ""
        for sizes in sizes_to_try(len(open_sizes), [*inputs.values(), *weights.values()]):
            make = functools.partial(
                made_with, self.module, parts, {**known, **dict(zip(open_sizes, sizes, strict=True))}
            )
            try:
                module = make()
            except CannotBuild:
                raise
            except (TypeError, ValueError, RuntimeError, AssertionError, AttributeError) as error:  # of a wrong guess
                if isinstance(error, ValueError) and not open_sizes and not weights:
                    raise  # nothing was guessed: it refuses what the problem gives
                raised = f"{type(error).__name__}: {error}"
                continue
            is_made = True
            if not isinstance(module, torch.nn.Module):
                if weights:
                    break
                return module
            module.train(bool(numbers.get("training", True)))
            places = self.places(module, weights)
            if places is None:
                continue
            beside = drawn_beside(module, places, make)
            if not beside:
                buffers = dict(module.named_buffers())
                self.statistics = {name: key for name, key in places.keys.items() if key in buffers}
                put_in_place(module, weights, places)
                return module
        if not is_made and open_sizes:
            raise CannotBuild(f"{self.module.__name__} needs {listed(open_sizes)}, which the problem doesn't give")
        if not is_made:
            raise CannotBuild(f"{self.module.__name__} raises {raised}")
        whole = [name for name, value in weights.items() if not value.is_floating_point()]
        if whole:
            raise CannotBuild(f"{self.module.__name__} doesn't take {listed(whole)}")
        if beside:
            raise CannotBuild(f"{self.module.__name__} has weights that the problem doesn't give: {listed(beside)}")
        if not any(True for _ in itertools.chain(module.parameters(), module.buffers())):
            raise CannotBuild(f"{self.module.__name__} takes only {listed(name for name, _ in self.inputs)}")
        wanted = ", ".join(f"{name} {tuple(value.shape)}" for name, value in weights.items())
        raise CannotBuild(f"{self.module.__name__} has no weights in the place of {wanted or 'what is given'}")

    def places(self, module: torch.nn.Module, weights: Mapping[str, torch.Tensor]) -> Places | None:
        """Those that the shapes told apart best, so far: of square weights they say nothing.

        Weights of the same shapes have the same places throughout: the same call has the same answer.
        """
        shapes = tuple(tuple(value.shape) for value in weights.values())
        found = places_for(module, weights)
        if self.known is None or (found is not None and found.shapes >= self.known.shapes):
            self.known = found
        best = self.known if self.known is not None and self.known.hold(module, weights) else found
        used = self.used.get(shapes, best)
        if used is None or not used.hold(module, weights):
            return best
        return self.used.setdefault(shapes, used)


class MadeForEach:
    """A method of a class that is made with what the problem gives: each call makes an object anew, and calls its method.

    Where the problem keeps things in a dict from call to call, the class keeps them in itself: one object for each dict.
    Raises: TypeError, where the class's settings are not known.
    """

    def __init__(self, kind: type[Any], method: str, asked: Parameters, results: Sequence[str] = ()) -> None:
        self.kind, self.method, self.results = kind, method, results
        self.source = getattr(kind, method)
        self.kept: list[tuple[dict[str, Any], Any]] = []
        try:
            own = list(inspect.signature(getattr(kind, method)).parameters.values())[1:]
            settings = list(inspect.signature(kind).parameters.values())
        except ValueError as error:
            raise TypeError(str(error)) from None
        names = {parameter.name for parameter in own}
        self.is_without_inputs = all(p.default is not p.empty for p in own if p.kind in BY_NAME)
        blank = blanks_for(kind, method, [name for name, _ in asked])
        self.blank = {one: name for one, name in blank.items() if name not in names and one not in names}
        self.whole = settings_of_none(kind, settings)
        settings = [one for p in settings for one in (self.whole.shown if self.whole.name == p.name else [p])]
        self.settings = [p.name for p in settings if p.name not in names and p.kind in BY_NAME]
        if any(p.default is p.empty and p.name not in self.settings for p in settings if p.kind in BY_NAME):
            raise TypeError("a setting has the name of an input")
        taken = {
            p.name: p for p in (*settings, *own) if p.kind in BY_NAME and (p.name in names or p.name in self.settings)
        }
        taken |= {one: inspect.Parameter(one, inspect.Parameter.KEYWORD_ONLY) for one in self.blank}
        inputs = [name for name in taken if name not in self.settings]
        together = together_in(self.source, asked, parameters_in(list(taken.values())))
        wanted = asked if together is None else together.asked(asked)
        places = as_asked([*inputs, *self.settings], wanted, taken)
        self.__signature__ = inspect.Signature(
            [taken[name].replace(kind=inspect.Parameter.KEYWORD_ONLY) for name in places]
        )

    def __call__(self, **given: Any) -> Any:
        return self.made_with(given, None)

    def made_with(self, given: Mapping[str, Any], keeper: dict[str, Any] | None) -> Any:
        """The method's result, of the object that stands for the dict `keeper`, with these settings."""
        settings = {name: value for name, value in given.items() if name in self.settings}
        made = next((kept for owner, kept in self.kept if owner is keeper), None)
        if made is None:
            made = self.kind(**self.whole.gathered(settings))
            self.kept += [] if keeper is None else [(keeper, made)]
        else:
            for name in settings.keys() & vars(made).keys():
                setattr(made, name, settings[name])
        for name in self.blank.keys() & given.keys():
            setattr(made, name, in_the_place_of(getattr(made, name, None), given[name]))
        apart = {*self.settings, *self.blank}
        result = getattr(made, self.method)(**{name: v for name, v in given.items() if name not in apart})
        if keeper is not None:
            return result
        if not (result is None or result is made):
            return with_left(made, self.method, self.results, result)
        return left_by(made, self.method, self.results) if self.results else left_in(made)

    def is_better(self, asked: Parameters, plain: Collection[str], alone: Binding, *, must: bool) -> bool:
        """Whether settings take, by their names, what the method alone does not; `must`: it cannot be called without them."""
        found = binding_of(self, asked, plain)
        unlike = [own for name, own in found.names.items() if not likeness(name, own)]
        named = not {*self.settings, *self.blank}.intersection(unlike)
        named = named or (must and len(unlike) == 1 and len(self.settings) >= SURE and not found.missing)
        named = named or (must and self.is_without_inputs and not found.missing)  # there is nothing else to take it
        return named and (not found.unfilled if must else set(found.missing) < set(alone.missing))


def blanks_for(kind: type[Any], method: str, given: Sequence[str]) -> dict[str, str]:
    """What a method reads of its object that the constructor leaves None or empty, by the given value of that name: `self.w`."""
    function, constructor = getattr(kind, method), vars(kind).get("__init__")
    blank = set(attributes_left_blank(constructor)) - {*attributes_set(function), *attributes_filled(function)}
    found = {
        one: next((name for name in given if same(name, one)), "")
        for one in dict.fromkeys(attributes_read(function))
        if one in blank
    }
    return {one: name for one, name in found.items() if name}


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
    """`config=None`, where the file has one dataclass of settings, and all of them have defaults; else nothing."""
    places = [p.name for p in settings if p.default is None and is_whole(p.name)]
    code = vars(kind).get("__init__")
    of_the_file = getattr(code, "__globals__", {})
    kinds = {one for one in of_the_file.values() if isinstance(one, type) and is_dataclass(one) and one is not kind}
    kinds = {one for one in kinds if is_made_of_defaults(one)}
    return Whole(places[0], *kinds) if len(places) == len(kinds) == 1 else Whole()


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


def as_asked(own: Sequence[str], asked: Parameters, taken: Mapping[str, inspect.Parameter]) -> list[str]:
    """In the problem's order, which is no other's here: equal and usual names first, then what else must be given."""
    pairs = by_likeness(asked, [(name, None) for name in own])
    rest = iter([n for n in own if n not in pairs.values() and taken[n].default is inspect.Parameter.empty])
    ordered = [pairs.get(name) or next(rest, "") for name, _ in asked]
    return [*filter(None, ordered), *(name for name in own if name not in ordered)]


def are_functions(value: Any) -> bool:
    """Whether it is a list of things to call, as the experts of a mixture."""
    return isinstance(value, list | tuple) and bool(value) and all(map(callable, value))


def kernels_of(weights: Mapping[str, torch.Tensor], settings: Parameters) -> dict[str, tuple[int, ...]]:
    """What a convolution's class takes as the lengths of its kernel: those of the weights behind both numbers of channels."""
    shapes = {tuple(value.shape[2:]) for value in weights.values() if value.ndim > 2}
    shape = shapes.pop() if len(shapes) == 1 else ()
    return {
        own: shape
        for own, default in settings
        if own.startswith("kernel") and shape and (len(default) == len(shape) if isinstance(default, tuple) else True)
    }


def called_by(kind: type[Any]) -> frozenset[str]:
    """The parameters of a class's constructor that it keeps and its methods call: `self.attn = attn`, then `self.attn(x)`."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(kind)))
    except (OSError, TypeError, SyntaxError):
        return frozenset()
    nodes = list(ast.walk(tree))
    kept = {
        node.targets[0].attr: node.value.id
        for node in nodes
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Name)
        and isinstance(node.targets[0], ast.Attribute)
    }
    called = {node.func.attr for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)}
    return frozenset(own for name, own in kept.items() if name in called)


def is_number_of(own: str, name: str) -> bool:
    """`num_experts` and `n_experts` of `experts`."""
    plain = own.lower().removeprefix("num_").removeprefix("n_")
    return plain != own.lower() and same(plain, name)


def made_with(kind: Callable[..., Any], parts: Mapping[str, Any], settings: Mapping[str, Any]) -> Any:
    """The object, with what is given in the place of its own list of as many modules. Raises: CannotBuild."""
    made = kind(**settings)
    for name, given in parts.items():
        held = vars(made).get("_modules", {})
        lists = [
            key for key, value in held.items() if isinstance(value, torch.nn.ModuleList) and len(value) == len(given)
        ]
        named = [key for key in lists if likeness(name, key)]
        if not lists:
            raise CannotBuild(f"{type(made).__name__} has no list of modules in the place of {name}")
        setattr(made, (named or lists)[0], torch.nn.ModuleList(given))
    return made


def positions_from(first: int, inputs: Iterable[Any]) -> torch.Tensor:
    """Where each token stands that lies along the last axis but one of the first input."""
    x = next(iter(inputs))
    return torch.arange(first, first + x.shape[-2])


def held_by(kind: type[Any]) -> frozenset[str]:
    """What its own constructor keeps in the object, by name: a given `weight` goes there, not to an unlike `residual=None`."""
    code = code_of(vars(kind).get("__init__", object.__init__))
    steps = dis.get_instructions(code) if code is not None else ()
    return frozenset(str(step.argval) for step in steps if step.opname == "STORE_ATTR")


def is_size(name: str) -> bool:
    """Whether it is the length of an axis, by its name: the inputs' shapes show it."""
    return not SIZES_SAY.isdisjoint(name.lower().split("_")) and not NO_SIZE.match(name)


def says_what_it_is(name: str) -> bool:
    """Whether it is the length of an axis, or a usual setting, by its name."""
    return not SIZES_SAY.isdisjoint(name.lower().split("_")) or name in SETTINGS or name.startswith("drop")


def own_parameters(function: Any) -> Parameters:
    """Of a method, without `self`."""
    own = list(inspect.signature(function).parameters.values())[1:]
    return parameters_in([p for p in own if p.kind not in (p.VAR_POSITIONAL, p.VAR_KEYWORD)])


def sizes_to_try(number: int, values: Sequence[Any]) -> Iterator[tuple[int, ...]]:
    """Lengths of axes, the last one of the first input first."""
    shapes = [tuple(value.shape) for value in values if isinstance(value, torch.Tensor) and value.ndim]
    lengths = list(dict.fromkeys(length for shape in shapes for length in reversed(shape)))
    yield from itertools.islice(itertools.product(lengths, repeat=number), MOST_TRIED)


def places_for(module: torch.nn.Module, weights: Mapping[str, torch.Tensor]) -> Places | None:
    """For each weight the module's own of that name or, in order, of that shape; None if one has none.

    All matrices of nn.Linear are the transposed of what is given, or none is. Where shapes do not say which, as with square
    ones, they are, since formulas apply matrices from the right.
    """
    return next((places for turned in (True, False) if (places := placed(module, weights, is_turned=turned))), None)


def placed(module: torch.nn.Module, weights: Mapping[str, torch.Tensor], *, is_turned: bool) -> Places | None:
    """The places under one of the two conventions."""
    own = {**dict(module.named_parameters()), **dict(module.named_buffers())}
    keys: dict[str, str] = {}
    for name, value in weights.items():
        free = [key for key in own if key not in keys.values() and fits(module, key, value, is_turned=is_turned)]
        free.sort(key=lambda key: weight_of(module, key).ndim != value.ndim)
        named = [key for key in free if is_named(name, key)]
        if not free:
            return None
        keys[name] = (named or free)[0]
    turns = any(value.ndim == 2 and is_linear(module, keys[name]) for name, value in weights.items())
    shapes = len({tuple(value.shape) for value in weights.values()})
    return Places(keys, is_turned, shapes) if turns or not is_turned or not keys else None


def drawn_beside(module: torch.nn.Module, places: Places, another: Callable[[], torch.nn.Module]) -> list[str]:
    """Weights that nobody gives and that are drawn at random, so that no answer could be right."""
    taken = set(places.keys.values())
    left = {
        name: value
        for name, value in module.named_parameters()
        if name not in taken and name.rpartition(".")[2] != "bias"
    }
    twin = dict(another().named_parameters()) if left else {}
    return [name for name, value in left.items() if not torch.equal(value, twin[name])]


def is_linear(module: torch.nn.Module, key: str) -> bool:
    """Whether a weight belongs to nn.Linear, or to a layer of the file's own that computes the same."""
    owner = owner_of(module, key)
    return isinstance(owner, torch.nn.Linear) or (owner is not module and acts_as_linear(owner, key.rpartition(".")[2]))


def acts_as_linear(layer: torch.nn.Module, leaf: str) -> bool:
    """Whether it multiplies by the transposed of what it holds: tried with a random matrix."""
    own = dict(layer.named_parameters())
    if leaf not in own or own[leaf].ndim != 2 or any(value.ndim > 1 for name, value in own.items() if name != leaf):
        return False
    tried = copy.deepcopy(layer)
    try:
        with torch.no_grad(), torch.random.fork_rng(devices=[]):
            for name, value in tried.named_parameters():
                value.copy_(torch.randn(value.shape) if name == leaf else torch.zeros(value.shape))
            matrix = tried.get_parameter(leaf)
            return torch.allclose(tried(torch.eye(matrix.shape[1])), matrix.mT)
    except Exception:  # it takes something else
        return False


def owner_of(module: torch.nn.Module, key: str) -> torch.nn.Module:
    """The submodule that holds a weight."""
    return module.get_submodule(key.rpartition(".")[0])


def fits(module: torch.nn.Module, key: str, value: torch.Tensor, *, is_turned: bool) -> bool:
    """Whether a tensor can take a weight's place, if need be with more axes of length 1, as one along a chosen axis has."""
    turned = is_turned and value.ndim == 2 and is_linear(module, key)
    return is_spread(weight_of(module, key).shape, (value.mT if turned else value).shape)


def is_spread(own: Sequence[int], given: Sequence[int]) -> bool:
    """Whether one is the other: `(1, C, 1, 1)` for `(C,)`, too."""
    longer = len(given) == 1 < len(own) and math.prod(own) == given[0] == max(own)
    return tuple(own) == tuple(given) or longer


def weight_of(module: torch.nn.Module, key: str) -> torch.Tensor:
    """By its full name."""
    found: torch.Tensor = getattr(owner_of(module, key), key.rpartition(".")[2])
    return found


def is_named(name: str, key: str) -> bool:
    """`gamma` and `norm.gamma`; `w_gate` and `gate.weight`."""
    parts = key.split(".")
    return any(
        same(name, part) or related(name, part) for part in (key, parts[-1], parts[-2] if len(parts) > 1 else "")
    )


def put_in_place(module: torch.nn.Module, weights: Mapping[str, torch.Tensor], places: Places) -> None:
    """As plain attributes, so that gradients reach the tensors themselves; biases that nobody gave are zero.

    Of a buffer, which the module may write into, a copy.
    """
    taken, buffers = set(places.keys.values()), dict(module.named_buffers())
    with torch.no_grad():
        for key, parameter in module.named_parameters():
            if key.rpartition(".")[2] == "bias" and key not in taken:
                parameter.zero_()
    for name, key in places.keys.items():
        owner, leaf, value = owner_of(module, key), key.rpartition(".")[2], weights[name]
        value = value.clone() if key in buffers else value
        turned = places.is_turned and value.ndim == 2 and is_linear(module, key)
        shape = weight_of(module, key).shape
        owner._parameters.pop(leaf, None)
        owner._buffers.pop(leaf, None)
        owner.__dict__[leaf] = (value.mT if turned else value).reshape(shape)
