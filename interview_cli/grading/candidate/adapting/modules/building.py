"""A torch module where a function is asked: built from what the function would be given, then called. Imports torch only.

Inputs go to `forward`, numbers to `__init__`, and what is left of the tensors takes the place of the module's weights.
"""

from __future__ import annotations

import ast
import contextlib
import dis
import functools
import inspect
import itertools
import re
import textwrap
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.holding.remaking import (
    PROBE,
    betas_of,
    of_a_schedule,
    remade,
    schedule_among,
)
from interview_cli.grading.candidate.adapting.modules.converting import is_a_layer, layer_of, maker_of
from interview_cli.grading.candidate.adapting.modules.fusing import GATED_SHAPES, halves_in_order, joined, said_of
from interview_cli.grading.candidate.adapting.modules.own_widths import (
    NOTE,
    of_unlike_sizes,
    places_by_axes,
    put_of_any_width,
    works,
)
from interview_cli.grading.candidate.adapting.modules.sizes import sizes_of_thirds, sizes_shown, sizes_to_try
from interview_cli.grading.candidate.adapting.modules.thirds import cut_in_three, places_by_use
from interview_cli.grading.candidate.adapting.modules.weights_by_shape import (
    Places,
    drawn_beside,
    places_for,
    put_for_copies,
    put_in_place,
    turned_over,
    weight_of,
)
from interview_cli.grading.candidate.adapting.results.returning import with_one_left
from interview_cli.grading.candidate.matching.calls.beside import bounds_in, positions_in, sizes_shown_in, twins_in
from interview_cli.grading.candidate.matching.calls.beside import sizes_shown as numbers_shown
from interview_cli.grading.candidate.matching.calls.binding import dropped_in
from interview_cli.grading.candidate.matching.calls.bound import HERE
from interview_cli.grading.candidate.matching.calls.defaults import is_another_default
from interview_cli.grading.candidate.matching.calls.pairing import by_names
from interview_cli.grading.candidate.matching.names.kinds import (
    DROPOUT,
    LONG_ENOUGH,
    MOST_TOKENS,
    MULTIPLE,
    OFFSET,
    SETTINGS,
    SIZES_SAY,
    is_whole,
    usual_values,
)
from interview_cli.grading.candidate.matching.names.likeness import (
    REQUIRED,
    Parameters,
    by_likeness,
    likeness,
    parameters_in,
    related,
    same,
    speaks_of,
)
from interview_cli.grading.candidate.matching.names.words import enumerated, listed
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of, texts_compared
from interview_cli.grading.candidate.matching.syntax.classes import settings_called
from interview_cli.grading.candidate.matching.syntax.walking import walk
from interview_cli.grading.wire.frames import ONE_FOR_ALL_AXES

UNLIKE = 13
"""A length that hardly a class has by default."""
OF_HIDDEN_LAYERS = frozenset({"intermediate", "inner", "ff", "ffn", "mlp", "feedforward"})
"""Words of names of how wide a layer inside of a module is."""
NO_SIZE = re.compile("(betas?|sigmas?|alphas?|gamma|eps|epsilon|lr|margin|temperature|tau|dropout)(_|$)")
"""Names of settings that are no lengths of anything."""
ROWS_AND_COLUMNS = 2
"""Axes of a matrix; what has more is a kernel."""
ALONE: Mapping[str, Any] = {"device": HERE, "world_size": 1, "rank": 0, "local_rank": 0, "num_gpus": 1, "n_gpus": 1}
"""What a module is made with that says where it runs, and beside how many others."""
SAYING_NOTHING = (0.0, 0.1, 0.5, 0.9, 1.0, 2.0)
"""Defaults that all kinds of numbers have."""
RANK = "rank"
"""Which of several processes it is, or alone a size: that of a latent."""
SHARED = "shared"
"""A word in the names of modules that are no choice: each sample goes to them."""
COUNTS = ("num_", "n_")
"""How the names of settings begin that say how many layers a module has."""
OF_A_BATCH = ("batch_size", "bsz", "bs")
"""Names of the number of samples that a module is made for."""
OF_TOKENS = ("num_tokens", "n_tokens", "seq_len", "seq_length", "sequence_length", "num_patches", "n_patches")
"""Names of the number of tokens that it is made for."""


OF_NEW_TOKENS = ("k_new", "v_new")
"""Keys and values that a problem gives, which are no weights."""


class CannotBuild(TypeError):
    """The module cannot be made of what the problem gives."""


def alike_by_default(asked: Parameters, own: Parameters, found: Mapping[str, str]) -> dict[str, str]:
    """The one own parameter that is by default the number that one of the problem's is by default: `scale=2.5` for `w=2.5`."""
    left = [(name, default) for name, default in asked if name not in found.values() and is_telling(default)]
    free = [(name, default) for name, default in own if name not in found and is_telling(default)]
    pairs = [(other, name) for name, default in left for other, instead in free if instead == default]
    return dict(pairs) if len(pairs) == 1 else {}


def is_telling(default: Any) -> bool:
    """Whether it is a number that hardly anything else has as its default, too."""
    return isinstance(default, float) and default not in SAYING_NOTHING


class Built:
    """A function that builds the module anew for each call; what an earlier call left in no doubt holds for later ones."""

    def __init__(
        self,
        module: type[Any],
        asked: Parameters,
        method: str = "forward",
        results: Sequence[str] = (),
        entry: str = "",
        functions: Collection[str] = (),
        plain: Collection[str] = (),
    ) -> None:
        self.kind, self.results, self.functions, self.plain = module, results, functions, plain
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
        self.told = ""
        self.are_thirds = False
        self.layers = 0
        schedule = schedule_among(asked)
        is_made_of = schedule and schedule not in self.to_method
        self.schedule = schedule if is_made_of and remade(module, method, PROBE) is not None else ""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Raises: CannotBuild."""
        try:
            return self.of_each(*args, **kwargs)
        except CannotBuild:
            doubtful = self.doubtful()
            if not doubtful:
                raise
            self.to_method = {name: own for name, own in self.to_method.items() if name not in doubtful}
            return self.of_each(*args, **kwargs)

    def doubtful(self) -> list[str]:
        """What must be given, and stands by its place alone at what may be nothing: a weight of the module, rather."""
        may_be = {own for own, default in self.inputs if default is None}
        needed = {name for name, default in self.asked if default is REQUIRED}
        pairs = self.to_method.items()
        return [name for name, own in pairs if name in needed and own in may_be and not likeness(name, own)]

    def of_each(self, *args: Any, **kwargs: Any) -> Any:
        """The result of the module that is built for one call. Raises: CannotBuild."""
        defaults = {name: default for name, default in self.asked if default is not REQUIRED}
        given = {**defaults, **dict(zip(self.names, args, strict=False)), **kwargs}
        given = {name: given[name] for name in self.names if name in given}  # weights alike go to places in this order
        to_forward = self.to_method
        inputs = {to_forward[name]: value for name, value in given.items() if name in to_forward}
        inputs |= {own: given[name] * 2 for own, name in self.keys_beside.items()}
        inputs |= {own: positions_from(given[OFFSET], inputs.values()) for own in self.positions}
        inputs |= {own: True for own, default in self.inputs if default is False and speaks_of(own, self.words)}
        rest = {name: value for name, value in given.items() if name not in to_forward}
        weights = {name: value for name, value in rest.items() if isinstance(value, torch.Tensor)}
        numbers = {name: value for name, value in rest.items() if name not in weights}
        if self.maker and is_a_layer(weights):
            return getattr(self.maker(layer_of(weights)), self.method)(**inputs)
        if self.schedule in weights:
            return getattr(self.made_of_schedule(numbers, weights), self.method)(**inputs)
        like = next((value for value in inputs.values() if isinstance(value, torch.Tensor)), torch.empty(0))
        alone = {name: torch.tensor(numbers.pop(name), dtype=like.dtype) for name in self.parameters_among(numbers)}
        weights = {name: {**weights, **alone}[name] for name in given if name in weights or name in alone}
        weights = joined(weights, self.halves)
        made = self.made_of(numbers, weights, inputs)
        result = with_one_left(made, self.method, self.results, getattr(made, self.method)(**inputs))
        return self.with_statistics(result, made, weights)

    def parameters_among(self, numbers: Mapping[str, Any]) -> list[str]:
        """Numbers that must be given, and that neither the method nor `__init__` takes: the module may learn them, as a scale."""
        needed = [name for name, default in self.asked if default is REQUIRED and type(numbers.get(name)) is float]
        return [name for name in needed if name not in self.settings_from(numbers).values()]

    def with_statistics(self, result: Any, made: Any, weights: Mapping[str, torch.Tensor]) -> Any:
        """The result, with the statistics that the module has kept for itself, where the problem asks for them beside it."""
        if not isinstance(result, torch.Tensor) or not self.statistics or len(self.results) != 1 + len(self.statistics):
            return result
        kept = [(name, weight_of(made, key)) for name, key in self.statistics.items()]
        return (result, *(as_given(value, weights[name]) for name, value in kept))

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

    @functools.cached_property
    def halves(self) -> tuple[str, ...]:
        """The matrices that the problem gives apart and one layer of the module holds, in its order."""

        def call(given: Mapping[str, torch.Tensor]) -> Any:
            inputs = {self.to_method[name]: value for name, value in given.items() if name in self.to_method}
            weights = {name: value for name, value in given.items() if name not in self.to_method}
            return getattr(self.made_of({}, weights, inputs), self.method)(**inputs)

        return halves_in_order(call, self.asked, nodes_of(code_of(getattr(self.module, self.method))))

    @functools.cached_property
    def keys_beside(self) -> dict[str, str]:
        """What takes the keys beside the queries, where the problem gives one tensor, and the name of that."""
        return twins_in(self.to_method, self.asked, self.inputs)

    def notes(self) -> list[str]:
        """What is done with its schedule, and with a weight where it is made with a layer."""
        layers = self.layers_for(
            name
            for name, default in self.asked
            if default is REQUIRED and name not in self.to_method and name not in self.functions
        )
        found = [of_a_schedule(self.kind, self.schedule)] if self.schedule else []
        found += said_of(self.halves)
        learned = [name for name in learned_by(self.kind) if name in dict(self.settings)]
        found += [
            f"your class makes a parameter of {name}: gradients are those of what the problem gives" for name in learned
        ]
        if len(layers) > 1:
            return [*found, f"your {enumerated([*layers])} are layers with the weights that the problem gives"]
        return found + [f"your {name} is a layer with the weight that the problem gives" for name in layers]

    @functools.cached_property
    def positions(self) -> list[str]:
        """What the method takes that says where each token stands, where the problem gives that of the first."""
        pairs = self.to_method
        return [] if OFFSET in by_likeness(self.asked, self.settings) else positions_in(pairs, self.names, self.inputs)

    def report(self) -> dict[str, list[str]]:
        """What the judge is told: what the class has no parameter for, and what its method needs that is not given."""
        to_method = self.to_method
        needed = [name for name, default in self.inputs if default is REQUIRED]
        filled = {*to_method.values(), *self.positions, *twins_in(to_method, self.asked, self.inputs)}
        unfilled = [name for name in needed if name not in filled]
        return {"missing": self.missing(), "unfilled": unfilled, "own": []}

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
            with contextlib.suppress(CannotBuild):  # the first one says what the class lacks
                return self.of_thirds(numbers, weights, inputs)
            values = {
                name for name, default in self.settings if default in (REQUIRED, None) or type(default) in (int, float)
            }
            to_settings = self.settings_from(weights)
            taken = {name for own, name in to_settings.items() if own in values}
            if not taken:
                self.layers = len(next((value for value in weights.values() if value.ndim > 2), ()))
                if not self.layers:
                    raise
                with contextlib.suppress(CannotBuild):  # the first one says what the class lacks
                    return self.with_weights(numbers, one_by_one(weights), inputs)
                raise
            left = {name: value for name, value in weights.items() if name not in taken}
            return self.with_weights({**numbers, **{name: weights[name] for name in taken}}, left, inputs)

    def of_thirds(
        self, numbers: Mapping[str, Any], weights: Mapping[str, torch.Tensor], inputs: Mapping[str, Any]
    ) -> Any:
        """The object, with the thirds of what is given in layers of their own. Raises: CannotBuild."""
        parts = cut_in_three(weights)
        if not parts:
            raise CannotBuild
        module = self.with_weights(numbers, parts, inputs)
        if self.known is None or self.known.keys.keys() != parts.keys() or self.are_thirds:
            return module
        try:
            found = places_by_use(module, self.method, inputs, self.to_method, self.known)
        except Exception:  # that is said where its answer is asked for
            return module
        self.known = found
        self.used.clear()
        if self.known is None:
            raise CannotBuild
        self.are_thirds = True
        return self.with_weights(numbers, parts, inputs)

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

    def other_defaults(self) -> list[list[Any]]:
        """For each setting with a number of its own where nothing is given: the problem's name, its own and that number."""
        given = {name: default for name, default in self.asked if type(default) in (int, float)}
        places = self.settings_from([name for name in given if name not in self.to_method])
        found = [(own, default, places[own]) for own, default in self.settings if own in places]
        return [[name, own, default] for own, default, name in found if is_another_default(default, given[name])]

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
        sides = bounds_in({name: own for own, name in to_settings.items()}, list(numbers.items()), self.settings)
        known |= {own: numbers[name] for own, name in sides.items()}
        known |= {
            own: len(value) for own, _ in self.settings for name, value in parts.items() if is_number_of(own, name)
        }
        known |= {own: True for own, default in self.settings if default is False and own in weights}
        taken = self.whole_ones({**parts, **weights})
        known |= {own: parts[name] for own, name in taken.items() if name in parts}
        known |= layers_of({own: weights[name] for own, name in taken.items() if name in weights}, inputs)
        parts, weights = without(parts, taken.values()), without(weights, taken.values())
        known |= self.functions_for(known, numbers)
        if self.known is None and {*weights} == {
            *GATED_SHAPES
        }:  # a call whose axes are all alike tells nothing of them
            probe = {name: torch.empty(shape) for name, shape in GATED_SHAPES.items()}
            _, self.known = self.of_unlike_sizes(known, numbers, probe, inputs)
        kernels = kernels_of(weights, [one for one in self.settings if one[0] not in known])
        if kernels:
            with contextlib.suppress(CannotBuild):  # it takes one length for all axes
                return self.of_sizes({**known, **kernels}, parts, numbers, weights, inputs)
        try:
            return self.of_sizes(known, parts, numbers, weights, inputs)
        except CannotBuild:
            blank = [own for own, default in self.settings if default is None and is_size(own) and own not in known]
            for sizes in filter(None, (blank, self.sizes_by_default(known, weights))):
                with contextlib.suppress(CannotBuild):  # the first one says what the class lacks
                    return self.of_sizes(known, parts, numbers, weights, inputs, sizes)
            module = None if parts else self.of_own_widths(known, numbers, weights, inputs)
            if module is None:
                raise
            return module

    def of_own_widths(
        self,
        settings: Mapping[str, Any],
        numbers: Mapping[str, Any],
        weights: Mapping[str, torch.Tensor],
        inputs: Mapping[str, Any],
    ) -> torch.nn.Module | None:
        """The module with weights of other widths than it makes for itself, if they have the same axes in common."""
        module, found = self.of_unlike_sizes(settings, numbers, weights, inputs)
        if module is None or found is None:
            return None
        if self.known is None or found.shapes > self.known.shapes:
            self.known = found
        put_of_any_width(module, weights, self.known)
        if not works(getattr(module, self.method), inputs):
            return None
        self.told = NOTE
        return module

    def of_unlike_sizes(
        self,
        settings: Mapping[str, Any],
        numbers: Mapping[str, Any],
        weights: Mapping[str, torch.Tensor],
        inputs: Mapping[str, Any],
    ) -> tuple[torch.nn.Module | None, Places | None]:
        """The module of sizes that its weights tell apart, and where the given ones have their places in it."""
        known = self.with_usual(settings, numbers, weights, inputs)
        open_sizes = self.open_sizes(known)
        make = functools.partial(self.of_open_sizes, {}, known, open_sizes)
        module, twin = (of_unlike_sizes(make, len(open_sizes)) for _ in range(2))
        found = None if module is None else places_by_axes(module, weights)
        is_drawn = twin is None or (
            module is not None and found is not None and drawn_beside(module, found, lambda: twin)
        )
        return module, None if is_drawn else found

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

    def sizes_by_default(self, known: Mapping[str, Any], weights: Mapping[str, torch.Tensor]) -> list[str]:
        """Sizes with a default of the class's own, as `num_embeddings=512`, that its weights have: those given show others.

        A size that no weight has, as that of a window, is left as it is: no shape could tell it.
        """
        made = self.made_by_default(known) if weights else None
        lengths = {length for _, value in tensors_of(made) for length in value.shape} - {UNLIKE}
        sizes = {own: default for own, default in self.settings if type(default) is int and is_size(own)}
        counts = [
            own for own, default in self.settings if type(default) is int and own.startswith(COUNTS) and self.layers
        ]
        shown = [own for own, default in sizes.items() if default in lengths or own in counts]
        return [own for own in dict.fromkeys([*shown, *counts]) if own not in known]

    def made_by_default(self, known: Mapping[str, Any]) -> Any:
        """The module of these settings and its own defaults, with an unlikely length for each size without one; or None."""
        open_ones = [own for own, default in self.settings if default is REQUIRED and own not in known]
        try:
            return self.module(**known, **{own: UNLIKE for own in open_ones if is_size(own)})
        except (TypeError, ValueError, RuntimeError, AssertionError, AttributeError):
            return None

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
        return numbers_shown(sizes_shown_in([*given], [(name, REQUIRED) for name in settings]), given)

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
        known = self.with_usual(settings, numbers, weights, inputs)
        open_sizes = [*self.open_sizes(known), *blank]
        open_sizes.sort(key=is_of_a_hidden_layer)
        if any(is_whole(name) or NO_SIZE.match(name) for name in open_sizes):
            raise CannotBuild(f"{self.module.__name__} is made of {listed(open_sizes)}, which the problem doesn't give")
        is_made, beside, raised = False, list[str](), ""
        second: tuple[torch.nn.Module, Places] | None = None  # of sizes that only happen to fit
        of = functools.partial(self.of_open_sizes, parts, known, open_sizes)
        whole_ones = [value for value in known.values() if type(value) is int]
        values = [*inputs.values(), *weights.values()]
        tried = [
            sizes_to_try(len(open_sizes), [*weights.values(), torch.empty(self.layers)] if self.layers else values),
            sizes_shown(of, len(open_sizes), whole_ones, weights),
        ]
        if MULTIPLE in known:  # the hidden layer of Llama: sizes that only happen to fit would turn its matrices
            tried.insert(0, sizes_of_thirds(len(open_sizes), [*inputs.values()], [*weights.values()]))
        for sizes in itertools.chain(*tried):
            make = functools.partial(of, sizes)
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
            if not beside and turned_over(module, places):
                second = second or (module, places)
            elif not beside:
                return self.filled(module, weights, places, known)
        if second is not None:
            return self.filled(second[0], weights, second[1], known)
        if not is_made and open_sizes:
            raise CannotBuild(f"{self.module.__name__} needs {listed(open_sizes)}, which the problem doesn't give")
        if not is_made:
            raise CannotBuild(f"{self.module.__name__} raises {raised}")
        whole = [name for name, value in weights.items() if not value.is_floating_point()]
        if whole:
            raise CannotBuild(f"{self.module.__name__} doesn't take {listed(whole)}")
        if beside:
            raise CannotBuild(f"{self.module.__name__} has weights that the problem doesn't give: {listed(beside)}")
        plain = [name for name, value in vars(module).items() if isinstance(value, torch.Tensor)]
        if plain and not tensors_of(module):
            them = "them an nn.Parameter each" if len(plain) > 1 else "it an nn.Parameter"
            tensors = "plain tensors" if len(plain) > 1 else "a plain tensor"
            raise CannotBuild(f"{self.module.__name__} keeps {enumerated(plain)} as {tensors}: make {them}")
        if not tensors_of(module):
            raise CannotBuild(f"{self.module.__name__} takes only {listed(name for name, _ in self.inputs)}")
        if tokens := [name for name in weights if name in OF_NEW_TOKENS]:
            own = listed(dict.fromkeys(name.partition(".")[0] for name, _ in module.named_parameters()))
            raise CannotBuild(
                f"{self.module.__name__} takes no {' and '.join(tokens)}: it makes them with weights of its own, {own}, "
                "which the problem doesn't give"
            )
        if kernel := next(uneven_kernels(weights, module), None):
            raise CannotBuild(f"{self.module.__name__} {ONE_FOR_ALL_AXES}, and the problem also has {kernel}")
        wanted = ", ".join(f"{name} {tuple(value.shape)}" for name, value in weights.items())
        off = [own for own, default in self.settings if default is False and own not in known]
        by_default = f": its {enumerated(off)} {'are' if len(off) > 1 else 'is'} False by default" if off else ""
        raise CannotBuild(
            f"{self.module.__name__} has no weights in the place of {wanted or 'what is given'}{by_default}"
        )

    def filled(
        self,
        module: torch.nn.Module,
        weights: Mapping[str, torch.Tensor],
        places: Places,
        settings: Mapping[str, Any],
    ) -> torch.nn.Module:
        """The module with the given weights in their places; which of these are statistics holds from now on."""
        buffers = dict(module.named_buffers())
        self.statistics = {name: key for name, key in places.keys.items() if key in buffers}
        put_in_place(module, weights, places, settings.values())
        put_for_copies(module, settings.values())
        return module

    def with_usual(
        self,
        settings: Mapping[str, Any],
        numbers: Mapping[str, Any],
        weights: Mapping[str, torch.Tensor],
        inputs: Mapping[str, Any],
    ) -> dict[str, Any]:
        """These settings, with those that are usual, and those that the inputs show by what they are called."""
        known = dict(settings)
        open_ones = [name for name, default in self.settings if default is REQUIRED and name not in known]
        first = numbers.get(OFFSET, inputs.get(self.to_method.get(OFFSET, ""), 0))
        known |= {name: LONG_ENOUGH + first for name in open_ones if name in MOST_TOKENS}
        most = {name: default for name, default in self.settings if name in MOST_TOKENS and type(default) is int}
        known |= {name: LONG_ENOUGH + first for name in most if name not in known and most[name] < LONG_ENOUGH + first}
        known |= {name: 0.0 for name in open_ones if DROPOUT.match(name)}
        known |= {name: 0.0 for name in dropped_in(self.kind, self.asked) if name not in known}
        rounded = [name for name, _ in self.settings if name == MULTIPLE]
        known |= usual_values([*open_ones, *rounded], [name for name, _ in self.asked])
        of_one = [name for name in open_ones if name in ALONE]
        known |= {name: ALONE[name] for name in of_one if of_one != [RANK]}
        batches = [len(value) for value in inputs.values() if getattr(value, "ndim", 0)]
        known |= {name: batches[0] for name in open_ones if name in OF_A_BATCH and batches}
        tokens = [value.shape[-2] for value in inputs.values() if getattr(value, "ndim", 0) > 1]
        known |= {name: tokens[0] for name in open_ones if name in OF_TOKENS and tokens and not weights}
        known |= self.shown_by(inputs, [name for name in open_ones if name not in known])
        return known

    def open_sizes(self, known: Mapping[str, Any]) -> list[str]:
        """What must still be given: lengths of axes."""
        return [name for name, default in self.settings if default is REQUIRED and name not in known]

    def of_open_sizes(
        self, parts: Mapping[str, Any], known: Mapping[str, Any], open_sizes: Sequence[str], sizes: Sequence[int]
    ) -> Any:
        """The object with these sizes. Raises: what the class does of a wrong guess."""
        return made_with(self.module, parts, {**known, **dict(zip(open_sizes, sizes, strict=True))})

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


def one_by_one(weights: Mapping[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Each weight with an axis more than a matrix as one for each of several layers: `codebooks_0`, `codebooks_1`."""
    apart = {name: [value] if value.ndim < 3 else list(value) for name, value in weights.items()}
    return {
        name if len(parts) == 1 else f"{name}_{number}": part
        for name, parts in apart.items()
        for number, part in enumerate(parts)
    }


def is_of_a_hidden_layer(size: str) -> bool:
    """Whether a size is by its name not that of what goes in, of which the first guess is: `intermediate_size`, `d_ff`."""
    return not OF_HIDDEN_LAYERS.isdisjoint(size.lower().split("_"))


def tensors_of(made: Any) -> list[tuple[str, torch.Tensor]]:
    """What a module holds, learned or not, by name."""
    if not isinstance(made, torch.nn.Module):
        return []
    return [*made.named_parameters(), *made.named_buffers()]


def layers_of(weights: Mapping[str, torch.Tensor], inputs: Mapping[str, Any]) -> dict[str, torch.nn.Linear]:
    """A linear layer for each weight, which holds the very tensor: its first axis is that of the inputs if one shows it."""
    widths = {value.shape[-1] for value in inputs.values() if getattr(value, "ndim", 0)}
    are_turned = any(value.shape[0] in widths for value in weights.values())
    return {own: layer_with(value.mT if are_turned else value) for own, value in weights.items()}


def layer_with(weight: torch.Tensor) -> torch.nn.Linear:
    """A linear layer with this weight, as a plain attribute, so that gradients reach the tensor itself."""
    layer = torch.nn.Linear(weight.shape[1], weight.shape[0], bias=False, device="meta")
    layer._parameters.pop("weight")
    layer.__dict__["weight"] = weight
    return layer


def without(given: Mapping[str, Any], taken: Collection[str]) -> dict[str, Any]:
    """The rest."""
    return {name: value for name, value in given.items() if name not in taken}


def are_functions(value: Any) -> bool:
    """Whether it is a list of things to call, as the experts of a mixture."""
    return isinstance(value, list | tuple) and bool(value) and all(map(callable, value))


def uneven_kernels(weights: Mapping[str, torch.Tensor], module: torch.nn.Module) -> Iterator[str]:
    """The lengths of given kernels along their axes, where these differ and those of a class's own of as many axes do not."""
    own = [value.shape[2:] for _, value in tensors_of(module) if value.ndim > ROWS_AND_COLUMNS]
    for value in weights.values():
        sides = value.shape[2:]
        if len({*sides}) > 1 and any(len(one) == len(sides) and len({*one}) == 1 for one in own):
            yield " x ".join(map(str, sides))


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
    nodes = list(walk(tree))
    kept = {
        node.targets[0].attr: node.value.id
        for node in nodes
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Name)
        and isinstance(node.targets[0], ast.Attribute)
    }
    called = {node.func.attr for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)}
    methods = [node for node in nodes if isinstance(node, ast.FunctionDef)]
    names = [name for name, _ in own_parameters(kind.__init__)]
    found = settings_called(names, methods, are_fields=False)
    return frozenset(own for name, own in kept.items() if name in called) | found


def learned_by(kind: type[Any]) -> list[str]:
    """The names of what its constructor makes parameters of: `nn.Parameter(weight)`."""
    made = []
    for node in nodes_of(code_of(vars(kind).get("__init__"))):
        match node:
            case ast.Call(
                func=ast.Name("Parameter") | ast.Attribute(attr="Parameter"), args=[ast.Name(name)], keywords=said
            ):
                is_frozen = any(isinstance(one.value, ast.Constant) and one.value.value is False for one in said)
                made += [] if is_frozen else [name]
    return list(dict.fromkeys(made))


def is_number_of(own: str, name: str) -> bool:
    """`num_experts`, `n_expert` and `num_local_experts` of `experts`; those that all samples share are others."""
    first, *words = own.lower().split("_")
    if first not in ("num", "n") or not words or SHARED in words:
        return False
    return same("_".join(words), name) or words[-1].removesuffix("s") == name.lower().removesuffix("s")


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
    x = next(value for value in inputs if getattr(value, "ndim", 0) > 1)
    return torch.arange(first, first + x.shape[-2])


def held_by(kind: type[Any]) -> frozenset[str]:
    """What its own constructor keeps in the object, by name: a given `weight` goes there, not to an unlike `residual=None`.

    Of a class that extends a layer of torch, what this keeps, too.
    """
    layers = [one for one in kind.__mro__[1:] if one.__module__.startswith("torch.nn") and one is not torch.nn.Module]
    codes = [code_of(vars(one)["__init__"]) for one in (kind, *layers) if "__init__" in vars(one)]
    steps = [step for code in codes if code is not None for step in dis.get_instructions(code)]
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


def as_given(value: torch.Tensor, like: torch.Tensor) -> torch.Tensor:
    """What a layer keeps, in the shape in which the problem gives it; as it is if it has another number of values."""
    return value.reshape(like.shape) if value.numel() == like.numel() else value
