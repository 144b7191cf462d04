"""A torch module where a function is asked: built from what the function would be given, then called. Imports torch only.

Inputs go to `forward`, numbers to `__init__`, and what is left of the tensors takes the place of the module's weights.
"""

from __future__ import annotations

import contextlib
import functools
import itertools
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
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
from interview_cli.grading.candidate.adapting.modules.lacking import CannotBuild, lacking, tensors_of
from interview_cli.grading.candidate.adapting.modules.logarithms import kept_as_logarithms
from interview_cli.grading.candidate.adapting.modules.own_widths import (
    NOTE,
    of_unlike_sizes,
    places_by_axes,
    put_of_any_width,
    works,
)
from interview_cli.grading.candidate.adapting.modules.reading import COUNTS, NO_SIZE, is_number_of, is_size, learned_by
from interview_cli.grading.candidate.adapting.modules.sizes import sizes_of_thirds, sizes_shown, sizes_to_try
from interview_cli.grading.candidate.adapting.modules.taking import ALONE, Taking, are_functions, of_places
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
from interview_cli.grading.candidate.matching.calls.beside import bounds_in
from interview_cli.grading.candidate.matching.calls.binding import dropped_in
from interview_cli.grading.candidate.matching.names.kinds import (
    DROPOUT,
    LONG_ENOUGH,
    MOST_TOKENS,
    MULTIPLE,
    OFFSET,
    is_whole,
    usual_values,
)
from interview_cli.grading.candidate.matching.names.likeness import (
    REQUIRED,
    Parameters,
    likeness,
    speaks_of,
)
from interview_cli.grading.candidate.matching.names.words import enumerated, listed
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of

UNLIKE = 13
"""A length that hardly a class has by default."""
OF_HIDDEN_LAYERS = frozenset({"intermediate", "inner", "ff", "ffn", "mlp", "feedforward"})
"""Words of names of how wide a layer inside of a module is."""
OF_A_BATCH = ("batch_size", "bsz", "bs")
"""Names of the number of samples that a module is made for."""
OF_TOKENS = ("num_tokens", "n_tokens", "seq_len", "seq_length", "sequence_length", "num_patches", "n_patches")
"""Names of the number of tokens that it is made for."""


class Built:
    """A function that builds the module anew for each call; what an earlier call left in no doubt holds for later ones."""

    def __init__(
        self,
        kind: type[Any],
        asked: Parameters,
        method: str = "forward",
        results: Sequence[str] = (),
        entry: str = "",
        functions: Collection[str] = (),
        plain: Collection[str] = (),
    ) -> None:
        self.kind, self.asked, self.method, self.results = kind, asked, method, results
        self.takes = Taking(kind, asked, method, functions, plain)
        self.words = set(entry.lower().split("_"))
        self.known: Places | None = None
        self.used: dict[tuple[tuple[int, ...], ...], Places] = {}
        self.statistics: dict[str, str] = {}
        self.maker = maker_of(kind)
        self.told = ""
        self.are_thirds = False
        self.layers = 0
        schedule = schedule_among(asked)
        is_made_of = schedule and schedule not in self.takes.to_method
        self.schedule = schedule if is_made_of and remade(kind, method, PROBE) is not None else ""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Raises: CannotBuild."""
        try:
            return self.of_each(*args, **kwargs)
        except CannotBuild:
            if not self.takes.leave_out_what_is_doubtful():
                raise
            return self.of_each(*args, **kwargs)

    def of_each(self, *args: Any, **kwargs: Any) -> Any:
        """The result of the module that is built for one call. Raises: CannotBuild."""
        defaults = {name: default for name, default in self.asked if default is not REQUIRED}
        given = {**defaults, **dict(zip(dict(self.asked), args, strict=False)), **kwargs}
        given = {
            name: given[name] for name, _ in self.asked if name in given
        }  # weights alike go to places in this order
        to_forward = self.takes.to_method
        inputs = {to_forward[name]: value for name, value in given.items() if name in to_forward}
        inputs |= {own: given[name] * 2 for own, name in self.takes.keys_beside.items()}
        inputs |= {own: positions_from(given[OFFSET], inputs.values()) for own in self.takes.positions}
        inputs |= {own: ALONE[own] for own in self.takes.places}
        inputs |= {own: True for own, default in self.takes.inputs if default is False and speaks_of(own, self.words)}
        rest = {name: value for name, value in given.items() if name not in to_forward}
        weights = {name: value for name, value in rest.items() if isinstance(value, torch.Tensor)}
        numbers = {name: value for name, value in rest.items() if name not in weights}
        if self.maker and is_a_layer(weights):
            return getattr(self.maker(layer_of(weights)), self.method)(**inputs)
        if self.schedule in weights:
            return getattr(self.made_of_schedule(numbers, weights), self.method)(**inputs)
        like = next((value for value in inputs.values() if isinstance(value, torch.Tensor)), torch.empty(0))
        alone = {
            name: torch.tensor(numbers.pop(name), dtype=like.dtype) for name in self.takes.parameters_among(numbers)
        }
        weights = {name: {**weights, **alone}[name] for name in given if name in weights or name in alone}
        weights = joined(weights, self.halves)
        made = self.made_of(numbers, weights, inputs)
        result = with_one_left(made, self.method, self.results, getattr(made, self.method)(**inputs))
        return self.with_statistics(result, made, weights)

    def with_statistics(self, result: Any, made: Any, weights: Mapping[str, torch.Tensor]) -> Any:
        """The result, with the statistics that the module has kept for itself, where the problem asks for them beside it."""
        if not isinstance(result, torch.Tensor) or not self.statistics or len(self.results) != 1 + len(self.statistics):
            return result
        kept = [(name, weight_of(made, key)) for name, key in self.statistics.items()]
        return (result, *(as_given(value, weights[name]) for name, value in kept))

    @functools.cached_property
    def halves(self) -> tuple[str, ...]:
        """The matrices that the problem gives apart and one layer of the module holds, in its order."""

        def call(given: Mapping[str, torch.Tensor]) -> Any:
            inputs = {
                self.takes.to_method[name]: value for name, value in given.items() if name in self.takes.to_method
            }
            weights = {name: value for name, value in given.items() if name not in self.takes.to_method}
            return getattr(self.made_of({}, weights, inputs), self.method)(**inputs)

        return halves_in_order(call, self.asked, nodes_of(code_of(getattr(self.kind, self.method))))

    def notes(self) -> list[str]:
        """What is done with its schedule, and with a weight where it is made with a layer."""
        layers = self.takes.layers_for(
            name
            for name, default in self.asked
            if default is REQUIRED and name not in self.takes.to_method and name not in self.takes.functions
        )
        found = [of_a_schedule(self.kind, self.schedule)] if self.schedule else []
        found += said_of(self.halves)
        learned = [name for name in learned_by(self.kind) if name in dict(self.takes.settings)]
        found += [
            f"your class makes a parameter of {name}: gradients are those of what the problem gives" for name in learned
        ]
        of_logs = sorted(kept_as_logarithms(self.kind) & set(dict(self.asked)))
        found += [f"your class keeps the logarithm of {name}: it holds log({name})" for name in of_logs]
        if len(layers) > 1:
            return [*found, f"your {enumerated([*layers])} are layers with the weights that the problem gives"]
        return found + [f"your {name} is a layer with the weight that the problem gives" for name in layers]

    def made_of_schedule(self, numbers: Mapping[str, Any], weights: Mapping[str, torch.Tensor]) -> Any:
        """The object, whose constructor makes its schedule of the one that is given. Raises: CannotBuild."""
        settings = {own: numbers[name] for own, name in self.takes.settings_from(numbers).items()}
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
                name
                for name, default in self.takes.settings
                if default in (REQUIRED, None) or type(default) in (int, float)
            }
            to_settings = self.takes.settings_from(weights)
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
            found = places_by_use(module, self.method, inputs, self.takes.to_method, self.known)
        except Exception:  # that is said where its answer is asked for
            return module
        self.known = found
        self.used.clear()
        if self.known is None:
            raise CannotBuild
        self.are_thirds = True
        return self.with_weights(numbers, parts, inputs)

    def with_weights(
        self, numbers: Mapping[str, Any], weights: Mapping[str, torch.Tensor], inputs: Mapping[str, Any]
    ) -> Any:
        """The object; a module whose weights have the shapes of those given, in their place; so have lists of functions."""
        parts = {name: value for name, value in numbers.items() if are_functions(value)}
        numbers = {name: value for name, value in numbers.items() if name not in parts}
        to_settings = self.takes.settings_from(numbers)
        known = {own: numbers[name] for own, name in to_settings.items()}
        sides = bounds_in({name: own for own, name in to_settings.items()}, list(numbers.items()), self.takes.settings)
        known |= {own: numbers[name] for own, name in sides.items()}
        known |= {
            own: len(value)
            for own, _ in self.takes.settings
            for name, value in parts.items()
            if is_number_of(own, name)
        }
        known |= {own: True for own, default in self.takes.settings if default is False and own in weights}
        taken = self.takes.whole_ones({**parts, **weights})
        known |= {own: parts[name] for own, name in taken.items() if name in parts}
        known |= layers_of({own: weights[name] for own, name in taken.items() if name in weights}, inputs)
        parts, weights = without(parts, taken.values()), without(weights, taken.values())
        known |= self.takes.functions_for(known, numbers)
        if self.known is None and {*weights} == {
            *GATED_SHAPES
        }:  # a call whose axes are all alike tells nothing of them
            probe = {name: torch.empty(shape) for name, shape in GATED_SHAPES.items()}
            _, self.known = self.of_unlike_sizes(known, numbers, probe, inputs)
        kernels = kernels_of(weights, [one for one in self.takes.settings if one[0] not in known])
        if kernels:
            with contextlib.suppress(CannotBuild):  # it takes one length for all axes
                return self.of_sizes({**known, **kernels}, parts, numbers, weights, inputs)
        try:
            return self.of_sizes(known, parts, numbers, weights, inputs)
        except CannotBuild:
            blank = [
                own for own, default in self.takes.settings if default is None and is_size(own) and own not in known
            ]
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
        open_sizes = self.takes.open_sizes(known)
        make = functools.partial(self.of_open_sizes, {}, known, open_sizes)
        module, twin = (of_unlike_sizes(make, len(open_sizes)) for _ in range(2))
        found = None if module is None else places_by_axes(module, weights)
        is_drawn = twin is None or (
            module is not None and found is not None and drawn_beside(module, found, lambda: twin)
        )
        return module, None if is_drawn else found

    def sizes_by_default(self, known: Mapping[str, Any], weights: Mapping[str, torch.Tensor]) -> list[str]:
        """Sizes with a default of the class's own, as `num_embeddings=512`, that its weights have: those given show others.

        A size that no weight has, as that of a window, is left as it is: no shape could tell it.
        """
        made = self.made_by_default(known) if weights else None
        lengths = {length for _, value in tensors_of(made) for length in value.shape} - {UNLIKE}
        sizes = {own: default for own, default in self.takes.settings if type(default) is int and is_size(own)}
        counts = [
            own
            for own, default in self.takes.settings
            if type(default) is int and own.startswith(COUNTS) and self.layers
        ]
        shown = [own for own, default in sizes.items() if default in lengths or own in counts]
        return [own for own in dict.fromkeys([*shown, *counts]) if own not in known]

    def made_by_default(self, known: Mapping[str, Any]) -> Any:
        """The module of these settings and its own defaults, with an unlikely length for each size without one; or None."""
        open_ones = [own for own, default in self.takes.settings if default is REQUIRED and own not in known]
        try:
            return self.kind(**known, **{own: UNLIKE for own in open_ones if is_size(own)})
        except (TypeError, ValueError, RuntimeError, AssertionError, AttributeError):
            return None

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
        open_sizes = [*self.takes.open_sizes(known), *blank]
        open_sizes.sort(key=is_of_a_hidden_layer)
        if any(is_whole(name) or NO_SIZE.match(name) for name in open_sizes):
            raise CannotBuild(f"{self.kind.__name__} is made of {listed(open_sizes)}, which the problem doesn't give")
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
            raise CannotBuild(f"{self.kind.__name__} needs {listed(open_sizes)}, which the problem doesn't give")
        if not is_made:
            raise CannotBuild(f"{self.kind.__name__} raises {raised}")
        if beside and all(value.is_floating_point() for value in weights.values()):
            raise CannotBuild(f"{self.kind.__name__} has weights that the problem doesn't give: {listed(beside)}")
        off = [own for own, default in self.takes.settings if default is False and own not in known]
        raise CannotBuild(f"{self.kind.__name__} {lacking(module, weights, self.takes.inputs, off)}")

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
        open_ones = [name for name, default in self.takes.settings if default is REQUIRED and name not in known]
        first = numbers.get(OFFSET, inputs.get(self.takes.to_method.get(OFFSET, ""), 0))
        known |= {name: LONG_ENOUGH + first for name in open_ones if name in MOST_TOKENS}
        most = {name: default for name, default in self.takes.settings if name in MOST_TOKENS and type(default) is int}
        known |= {name: LONG_ENOUGH + first for name in most if name not in known and most[name] < LONG_ENOUGH + first}
        known |= {name: 0.0 for name in open_ones if DROPOUT.match(name)}
        known |= {name: 0.0 for name in dropped_in(self.kind, self.asked) if name not in known}
        rounded = [name for name, _ in self.takes.settings if name == MULTIPLE]
        known |= usual_values([*open_ones, *rounded], [name for name, _ in self.asked])
        known |= {name: ALONE[name] for name in of_places(open_ones)}
        batches = [len(value) for value in inputs.values() if getattr(value, "ndim", 0)]
        known |= {name: batches[0] for name in open_ones if name in OF_A_BATCH and batches}
        tokens = [value.shape[-2] for value in inputs.values() if getattr(value, "ndim", 0) > 1]
        known |= {name: tokens[0] for name in open_ones if name in OF_TOKENS and tokens and not weights}
        known |= self.takes.shown_by(inputs, [name for name in open_ones if name not in known])
        return known

    def of_open_sizes(
        self, parts: Mapping[str, Any], known: Mapping[str, Any], open_sizes: Sequence[str], sizes: Sequence[int]
    ) -> Any:
        """The object with these sizes. Raises: what the class does of a wrong guess."""
        return made_with(self.kind, parts, {**known, **dict(zip(open_sizes, sizes, strict=True))})

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


def kernels_of(weights: Mapping[str, torch.Tensor], settings: Parameters) -> dict[str, tuple[int, ...]]:
    """What a convolution's class takes as the lengths of its kernel: those of the weights behind both numbers of channels."""
    shapes = {tuple(value.shape[2:]) for value in weights.values() if value.ndim > 2}
    shape = shapes.pop() if len(shapes) == 1 else ()
    return {
        own: shape
        for own, default in settings
        if own.startswith("kernel") and shape and (len(default) == len(shape) if isinstance(default, tuple) else True)
    }


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


def as_given(value: torch.Tensor, like: torch.Tensor) -> torch.Tensor:
    """What a layer keeps, in the shape in which the problem gives it; as it is if it has another number of values."""
    return value.reshape(like.shape) if value.numel() == like.numel() else value
