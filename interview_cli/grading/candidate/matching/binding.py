"""How a call in the problem's own parameters becomes a call of a function with other ones. Standard library only.

Names are a matter of taste: what is given goes to the parameter at the same place. Where a function takes fewer, or its
names say that it takes them in another order, names (and what they usually are abbreviated to) say which are there; the
others are missing, which the judge is told.
"""

from __future__ import annotations

import ast
import inspect
import itertools
import types
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from interview_cli.grading.candidate.matching.beside import (
    BLOCK,
    STEP_LENGTH,
    WIDTH_AND_HEADS,
    Shown,
    attended_in,
    bounds_in,
    end_in,
    end_of_row,
    end_of_step,
    head_in,
    heads_of,
    in_and_out,
    inner_in,
    positions_in,
    sizes_shown,
    sizes_shown_in,
    tails_in,
    tile_of_queries,
    tiles_in,
    twins_in,
)
from interview_cli.grading.candidate.matching.bytecode import (
    called_in,
    code_of,
    never_read,
    nodes_of,
    returned_if,
    tested_for_none,
    texts_told,
    used_as_arrays,
    used_as_tensors,
)
from interview_cli.grading.candidate.matching.drawing import SOURCES, source_called
from interview_cli.grading.candidate.matching.kinds import (
    BIAS,
    BUFFERS,
    CLASSES,
    COUNTS,
    DROPOUT,
    GROUPS,
    LOGITS,
    LONG_ENOUGH,
    MOST_TOKENS,
    NO_CONDITION,
    OF_SAMPLES,
    OF_TOKENS,
    OFFSET,
    RANKS,
    RATES_AT_FIRST,
    REWARDS,
    SIZES,
    SIZES_SAY,
    STARTS,
    STEPS,
    STRIDE,
    TWINS,
    WHERE,
    in_a_row,
    is_length,
    is_to_be_told,
    masks_in,
    samples_in,
    says_a_size,
    starts_in,
    usual_values,
)
from interview_cli.grading.candidate.matching.likeness import (
    DISTRIBUTIONS,
    REQUIRED,
    Parameters,
    is_of_one_kind,
    is_part,
    likeness,
    parameters_in,
    same,
    says_the_mode,
    speaks_of,
)
from interview_cli.grading.candidate.matching.models import MODELS
from interview_cli.grading.candidate.matching.pairing import by_place, paired
from interview_cli.grading.candidate.matching.sides import Together, together_in
from interview_cli.grading.candidate.matching.syntax import DRAWS, drawn_instead

HERE = "cpu"
"""Where a tensor lies that is made of numbers alone."""
OF_MEANS = ("norm", "normalization", "reduction", "reduce", "average", "averaging")
"""Names of a text with a default that says what a sum is divided by, not which loss it is: `norm="masked"`."""
POSITIONAL = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)


@dataclass(frozen=True)
class Binding:
    """Which own parameter takes what is asked for, and what is left over on both sides.

    `names`: asked -> own. `missing`: asked, but not there. `derived`: own parameters that follow from what is missing or
    given. `unfilled`: own parameters that must be given and are not asked for. `defaults`: what the problem's signature
    gives to own parameters that must be given. `spread`: asked for as tuples, which own parameters take apart. `order`:
    the own parameters that may be given by place. `lent`: asked for without a parameter, and read from the object.
    `doubled`: own parameters that take what another one takes, too. `needs`: the own ones that must be given, where more must
    be than are asked for, and places alone say which these are. `switches`: own ones to turn on, or to give None, or what holds
    where a problem says nothing. `tails`: own parameters that take the end of a row, apart from the rest of it. `end`: the own
    parameter that takes the time at which a step ends. `together`: what takes both sides of an image. `shown`: the
    own parameters for sizes that follow from what is given. `head`: that for the width of a head.
    """

    asked: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    derived: tuple[str, ...] = ()
    unfilled: tuple[str, ...] = ()
    defaults: Mapping[str, Any] = field(default_factory=dict)
    spread: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    lent: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    switches: Mapping[str, Any] = field(default_factory=dict)
    is_plain: bool = True
    doubled: Mapping[str, str] = field(default_factory=dict)
    tails: Mapping[str, str] = field(default_factory=dict)
    end: str = ""
    together: Together | None = None
    shown: Mapping[str, Shown] = field(default_factory=dict)
    head: str = ""

    def report(self) -> dict[str, list[str]]:
        """What the judge is told."""
        missing = [name for name in self.missing if name not in self.lent]
        own = list(self.names.values())
        return {"missing": missing, "unfilled": list(self.unfilled), "own": own, "needs": list(self.needs)}

    def arguments(self, args: Sequence[Any], kwargs: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        """By own names, what it takes; by the names asked for, what it has no parameter for."""
        given = spread({**dict(zip(self.asked, args, strict=False)), **kwargs}, self.spread)
        given = given if self.together is None else self.together.given(given)
        taken = {self.names.get(name, name): value for name, value in given.items() if name not in self.missing}
        left = {name: value for name, value in given.items() if name in self.missing}
        if self.end and STEP_LENGTH in given:
            taken.pop(STEP_LENGTH)
            taken[self.end] = end_of_step(given)
        twice = {own: given[name] for own, name in self.doubled.items() if name in given}
        twice |= {two: 2 * twice[two] for _, two in TWINS if two in twice and OFFSET in self.asked}
        twice |= sizes_shown(self.shown, given)
        if self.head:
            taken = {own: value for own, value in taken.items() if own not in WIDTH_AND_HEADS}
            taken |= heads_of(self.head, self.names, given)
        for own, name in self.tails.items():
            taken |= {own: end_of_row(given[name], own, name), self.names[name]: given[name][:-1]}
        return {**self.switches, **self.defaults, **self._derived(given, left), **twice, **taken}, left

    def call(self, function: Callable[..., Any], own: Mapping[str, Any]) -> Any:
        """The function's result, by place as far as that goes: some wrappers (vmap) treat keywords otherwise."""
        leading = list(itertools.takewhile(own.__contains__, self.order))
        return function(*(own[name] for name in leading), **{k: v for k, v in own.items() if k not in leading})

    def _derived(self, given: Mapping[str, Any], left: Mapping[str, Any]) -> dict[str, Any]:
        tensors = [value for value in (*left.values(), *given.values()) if hasattr(value, "shape")]
        lengths = [len(value) for value in given.values() if getattr(value, "ndim", None) == 1]
        found: dict[str, Any] = {}
        for name in self.derived:
            if name in SIZES and tensors:
                found[name] = getattr(tensors[0], SIZES[name])
            elif name == "device":
                found[name] = HERE
            elif name in COUNTS and lengths:
                found[name] = lengths[0]
            elif name == STEPS and getattr(given.get(REWARDS), "ndim", 0) == 1 and len(tensors) > 1:
                found[name] = len(given[REWARDS])
            elif name in GROUPS and len(tensors) == 1 and tensors[0].ndim in (1, 2):  # of one prompt, or of several
                found[name] = tensors[0].shape[-1]
            elif name in CLASSES and hasattr(given.get(LOGITS), "shape"):
                found[name] = given[LOGITS].shape[-1]
            elif name in RANKS and isinstance(given.get(BUFFERS), list | tuple):
                found[name] = len(given[BUFFERS])
            elif name in OF_SAMPLES and tensors and tensors[0].ndim > 1:
                found[name] = len(tensors[0])
            elif name in STARTS or name in RATES_AT_FIRST:
                found[name] = 0
            elif name in OF_TOKENS and tensors:
                found[name] = ones_of(given[LOGITS][..., 0] if LOGITS in given else tensors[0])
        return found | self._lengths(given)

    def lengths(self) -> list[str]:
        """The own parameters for lengths of lists and texts that are given."""
        others = (*SIZES, *COUNTS, *GROUPS, *CLASSES, *RANKS, *OF_SAMPLES)
        return [name for name in self.derived if is_length(name) and name not in others]

    def _lengths(self, given: Mapping[str, Any]) -> dict[str, int]:
        """Of the lists and texts, in order if there are as many, else of the one that stands before; of a grid, its sides."""
        asked_for = [name for name in self.derived if is_length(name)]
        places = {
            self.names[name]: len(value)
            for name, value in given.items()
            if isinstance(value, list | tuple | str) and name in self.names  # what is lent has no parameter
        }
        order = self.order or (*places, *asked_for)  # what a class is made with goes by its names alone
        ordered = [own for own in order if own in places]
        if not asked_for or not ordered:
            return {}
        grids = [value for name, value in given.items() if self.names.get(name) in ordered and is_a_grid(value)]
        if len(asked_for) == 2 and len(ordered) == len(grids) == 1:
            return dict(zip(asked_for, (len(grids[0]), len(grids[0][0])), strict=True))
        if len(asked_for) == len(ordered):
            return dict(zip(asked_for, map(places.__getitem__, ordered), strict=True))
        before = {name: [own for own in order[: order.index(name)] if own in places] for name in asked_for}
        return {name: places[(found or ordered)[-1]] for name, found in before.items()}


def ones_of(value: Any) -> Any:
    """As many, of its kind."""
    return value.new_ones(value.shape) if hasattr(value, "new_ones") else value * 0 + 1


PLAIN = Binding()
"""The function takes what is asked for, as it is asked for."""


def binding_of(
    function: Callable[..., Any],
    asked: Parameters,
    plain: Collection[str] = (),
    entry: str = "",
    functions: Collection[str] | None = None,
) -> Binding:
    """How the function is called with what the problem gives; `plain` of it are numbers, texts and lists of them.

    `entry`: the name that is asked for. A function by this name takes its parameters in the problem's order, unless all are
    numbers, texts or lists of them under the problem's names. `functions`: what of the given can be called, where that is known.
    """
    try:
        own = list(inspect.signature(function).parameters.values())
    except (ValueError, TypeError):
        return PLAIN
    names = [name for name, _ in asked]
    named = [one for one in own if one.kind not in (one.VAR_POSITIONAL, one.VAR_KEYWORD)]
    named = [one for one in named if one.name not in WHERE or one.name in names or is_to_be_told(one.default)]
    together = together_in(getattr(function, "source", function), asked, parameters_in(named))
    if together is not None:
        found = binding_of(function, together.asked(asked), {*plain, together.own}, entry, functions)
        return with_sides(found, asked, together)
    code, kinds = code_of(function), {one.kind for one in own}
    # what is written in C has names that say less than their places
    says_nothing = code is None and inspect.Parameter.POSITIONAL_ONLY in kinds
    is_asked = takes_as_asked(named, asked) and not dropped_in(function, asked)
    if is_asked or says_nothing or inspect.Parameter.VAR_POSITIONAL in kinds:
        return PLAIN
    sources = [one.name for one in named if one.name in SOURCES and one.default is one.empty and one.name not in names]
    taken = [one for one in named if one.name not in SOURCES or one.name in names]
    parameters = with_sizes_needed(function, parameters_in(taken))
    inner = getattr(function, "func", function)  # of a method without its class
    is_renamed = entry not in ("", getattr(inner, "__name__", entry))
    nothing = left_over(tested_for_none(code) | NO_CONDITION, asked, parameters)
    own_ones = [(name, None if name in nothing else default) for name, default in parameters]
    goes_by_names = is_renamed or are_symbols(asked, own_ones, plain)
    wanted = in_their_order(asked, read_by(code, own_ones, asked)) if goes_by_names else asked
    found = bind_spread(wanted, own_ones, plain)
    idle = idle_in(found, asked, parameters, code_of(inner))
    if idle:
        found = bind_spread(wanted, [one for one in own_ones if one[0] not in idle], plain)
    pair = function_called(found, own_ones, called_in(code), functions or ())
    if pair:
        rest = [one for one in wanted if one[0] not in pair], [one for one in own_ones if one[0] not in pair.values()]
        found = bind_spread(*rest, plain)
        found = replace(found, names={**pair, **found.names}, is_plain=False)
    found = by_place_for_arrays(found, wanted, own_ones, plain, used_as_arrays(code))
    # a network that is called may be asked for more: `score_model.eval()`
    found = exchanged_by_use(found, {*plain, *(functions or ())}, used_as_arrays(code) - called_in(code))
    found = as_it_is_used(found, asked, own_ones, code, functions)
    found = by_their_names_alone(found, looked_up_in(function), own_ones)
    found = without_numbers_for_tensors(found, asked, own_ones, used_as_arrays(code))
    if found.end and getattr(function, "__name__", "") == entry:  # whose name is the statement's takes what that gives
        found = replace(found, names={**found.names, STEP_LENGTH: found.end}, end="")
    left: dict[str, Any] = {name: None for name in (*idle, *nothing) if name not in found.names.values()}
    left |= {name: source_called(name) for name in sources}
    if isinstance(function, type):
        found, left = made_with(found, left, dropped_in(function, asked))
    places = itertools.takewhile(lambda one: one in named, own)  # what stands behind a `device` goes by its name
    positional = tuple(one.name for one in places if one.kind in POSITIONAL)
    return replace(found, asked=tuple(names), order=positional, switches=left)


def with_sizes_needed(function: Callable[..., Any], own: Parameters) -> Parameters:
    """What a class takes, where sizes and strides that are None unless they are given go to layers as they are: they must be.

    `nn.Conv2d(in_channels, out_channels, 3, stride=stride)`, with `None` for each of them by default.
    """
    nodes = nodes_of(code_of(vars(function).get("__init__", function))) if isinstance(function, type) else ()
    layers = [node for node in nodes if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("nn.")]
    given = [one for layer in layers for one in (*layer.args, *(word.value for word in layer.keywords))]
    to_layers = [one.id for one in given if isinstance(one, ast.Name)]
    read = [node.id for node in nodes if isinstance(node, ast.Name)]
    return [
        (name, REQUIRED if name in to_layers and read.count(name) == to_layers.count(name) else default)
        if default is None and (STRIDE.match(name) or says_a_size(name))
        else (name, default)
        for name, default in own
    ]


def function_called(
    found: Binding, own: Parameters, called: Collection[str], functions: Collection[str]
) -> dict[str, str]:
    """The one function that is given at the one parameter that is called, where each stands at a place of another kind.

    `heun(y, rhs, t, h)` for `heun(v, x, t, dt)`.
    """
    free = [name for name in functions if found.names.get(name, name) not in called]
    at = {other: name for name, other in found.names.items()}
    needed = [name for name, default in own if default is REQUIRED and name in called]
    places = [name for name in needed if at.get(name) not in functions]
    return {free[0]: places[0]} if len(free) == len(places) == len(needed) == 1 else {}


def takes_as_asked(named: Sequence[inspect.Parameter], asked: Parameters) -> bool:
    """Whether its parameters are called as the problem's, in their order, and no more must be given."""
    names, required = [name for name, _ in asked], {name for name, default in asked if default is REQUIRED}
    positional = [one.name for one in named if one.kind in POSITIONAL]
    return positional[: len(names)] == names and required.issuperset(
        one.name for one in named if one.default is one.empty
    )


def read_by(code: types.CodeType | None, own: Parameters, asked: Parameters) -> Parameters:
    """Those of its parameters that the code reads, or that have the name of one that is asked for."""
    ignored = never_read(code) - {name for name, _ in asked}
    return [one for one in own if one[0] not in ignored]


def idle_in(found: Binding, asked: Parameters, own: Parameters, code: types.CodeType | None) -> set[str]:
    """The parameters without a part in the result that hold the place of what has one, or are left without a value."""
    of_options = {found.names.get(name) for name, default in asked if default is not REQUIRED}
    unread = never_read(code) & ({*dict(own)} if found.unfilled else of_options & MODELS)
    idle = {*left_over(unread, asked, own), *unread.intersection(found.unfilled)}
    idle |= {one for name, one in found.names.items() if one in unread and not likeness(name, one)}
    is_all = {*found.unfilled} <= unread  # else a size belongs to weights that come another way, too
    of_nothing = {*MODELS, *(found.unfilled if is_all else ())}  # `model` is no width
    return {name for name in idle if name in of_nothing or not says_a_size(name)}


def as_it_is_used(
    found: Binding,
    asked: Parameters,
    own: Parameters,
    code: types.CodeType | None,
    functions: Collection[str] | None,
) -> Binding:
    """The binding, where nothing takes the place of a tensor or a function, by what the code does with it, that is none."""
    found = without_switches_for_tensors(found, asked, own, used_as_tensors(code))
    found = without_what_is_drawn(found, asked, own, code)
    if functions is None:
        return found
    called = called_in(code)
    found = with_one_function_for_all(without_values_that_are_called(found, called, functions), called, functions)
    has_its_own = {name for name, default in own if default is not REQUIRED and name in called}
    return replace(found, unfilled=tuple(name for name in found.unfilled if name not in has_its_own))


def by_place_for_arrays(
    found: Binding, asked: Parameters, own: Parameters, plain: Collection[str], arrays: Collection[str]
) -> Binding:
    """The binding by place, where names alone put a number at what the code uses as an array: `experts` is no `n_experts`."""
    if len(own) != len(asked) or not any(name in plain and other in arrays for name, other in found.names.items()):
        return found
    pairs = by_place(asked, own)
    if any(name in plain and other in arrays for name, other in pairs.items()):
        return found
    return replace(found, names=pairs, missing=(), derived=(), unfilled=(), doubled={})


def exchanged_by_use(found: Binding, no_arrays: Collection[str], arrays: Collection[str]) -> Binding:
    """The binding, where one number stands at what the code uses as an array, and one tensor, by no name, at what it doesn't.

    `block_size, block_mask` for `layout, block`.
    """
    pairs = found.names.items()
    numbers = [name for name, other in pairs if name in no_arrays and other in arrays and not same(name, other)]
    values = [
        name
        for name, other in pairs
        if not (name in no_arrays or other in arrays or likeness(name, other) or other in found.defaults)
    ]
    if len(numbers) != 1 or len(values) != 1:
        return found
    (number,), (value,) = numbers, values
    return replace(found, names={**found.names, number: found.names[value], value: found.names[number]})


def without_what_is_drawn(found: Binding, asked: Parameters, own: Parameters, code: types.CodeType | None) -> Binding:
    """The binding of code that draws: no letter that may be None is an option for which it draws nothing.

    The noise `z=None` is not `clean=None`, but may be `variance_noise=None` in whose place something is drawn.
    """
    given, theirs = dict(asked), dict(own)
    letters = {
        name: other
        for name, other in found.names.items()
        if len(name) == 1 and given.get(name, REQUIRED) is theirs.get(other, REQUIRED) is None
        if not likeness(name, other)
    }
    if not letters or code is None or DRAWS.isdisjoint(code.co_names):
        return found
    drawn = drawn_instead(nodes_of(code))
    names = {name: other for name, other in found.names.items() if name not in letters or other in drawn}
    return replace(found, names=names, missing=(*found.missing, *(name for name in letters if name not in names)))


def looked_up_in(function: Callable[..., Any]) -> frozenset[str]:
    """What a function, or the constructor of a class, looks up in its `**options`."""
    made = vars(function).get("__init__") if isinstance(function, type) else function
    return getattr(getattr(made, "func", made), "looked_up", frozenset())


def by_their_names_alone(found: Binding, options: Collection[str], own: Parameters) -> Binding:
    """The binding, where what is looked up by name has a usual name of what it takes: no place says what it is."""
    hollow = {name: other for name, other in found.names.items() if other in options and not likeness(name, other)}
    needed = {name for name, default in own if default is REQUIRED}
    without_them = without(found, hollow)
    return replace(without_them, unfilled=(*found.unfilled, *(one for one in hollow.values() if one in needed)))


def made_with(found: Binding, left: Mapping[str, Any], dropped: Collection[str]) -> tuple[Binding, dict[str, Any]]:
    """The binding of a class, which is made for many tokens, and drops nothing; and all that it is made with beside."""
    beside = dict(left)
    beside |= {name: LONG_ENOUGH for name in (*found.unfilled, *found.derived) if name in MOST_TOKENS}
    beside |= {name: 0.0 for name in found.unfilled if DROPOUT.match(name)}
    beside |= {name: True for name in found.unfilled if BIAS.match(name)}
    beside |= {name: 1 for name in found.unfilled if STRIDE.match(name)}
    beside |= usual_values(found.unfilled, found.asked)
    beside |= {name: 0.0 for name in dropped if name not in found.names.values()}
    inner = inner_in(found.asked, found.unfilled)
    known = {*beside, *inner}
    unfilled, derived = (tuple(n for n in names if n not in known) for names in (found.unfilled, found.derived))
    return replace(found, unfilled=unfilled, derived=derived, shown={**found.shown, **inner}), beside


def with_sides(found: Binding, asked: Parameters, together: Together) -> Binding:
    """The binding of what is asked for, where that has both sides of an image in one."""
    if found.is_plain:
        names = tuple(name for name, _ in together.asked(asked))
        found = replace(found, names={name: name for name in names}, order=names, is_plain=False)
    return replace(found, asked=tuple(name for name, _ in asked), together=together)


def dropped_in(kind: Callable[..., Any], asked: Parameters) -> dict[str, float]:
    """The shares that a class drops at random unless it is told otherwise, where the problem does not speak of that."""
    own = inspect.signature(kind).parameters.values() if isinstance(kind, type) else ()
    shares = {one.name: one.default for one in own if DROPOUT.match(one.name) and type(one.default) is float}
    return {
        name: share
        for name, share in shares.items()
        if share > 0 and not any(DROPOUT.match(other) or likeness(other, name) for other, _ in asked)
    }


def in_their_order(asked: Parameters, own: Parameters) -> Parameters:
    """What is asked for, in the order of a function that has other names for none of it."""
    order = [name for name, _ in own]
    if not set(order) <= {name for name, _ in asked}:
        return asked
    return sorted(asked, key=lambda one: order.index(one[0]) if one[0] in order else len(order))


def are_symbols(asked: Parameters, own: Parameters, plain: Collection[str]) -> bool:
    """Whether all that must be given are numbers and the like, under the problem's own names: `c, n, k` for `n, c, k`.

    They are symbols of a formula, which say what they are at any place. Which of two distributions is p is a matter of taste.
    """
    needed = [name for name, default in asked if default is REQUIRED]
    theirs = {name for name, default in own if default is REQUIRED}
    return theirs == set(needed) and theirs.issubset(plain) and not theirs.issuperset(DISTRIBUTIONS)


def by_names_alone(binding: Binding) -> str:
    """What to say where a function has just the problem's names in another order, and is given what they say."""
    order = [name for name in binding.order if name in binding.names]
    is_by_name = bool(order) and all(name == own for name, own in binding.names.items())
    wanted = [name for name in binding.asked if name in order]
    return f"given by name: your order is {', '.join(order)}" if is_by_name and order != wanted else ""


def left_over(names: Collection[str], asked: Parameters, own: Parameters) -> list[str]:
    """Those of these names that must be given, beside as many as the problem gives, and are like nothing of it."""
    must = [name for name, default in own if default is REQUIRED]
    if len(must) <= sum(default is REQUIRED for _, default in asked):
        return []
    return [name for name in must if name in names and not any(likeness(other, name) for other, _ in asked)]


def without_switches_for_tensors(
    found: Binding, asked: Parameters, own: Parameters, tensors: Collection[str]
) -> Binding:
    """The binding, where no switch takes the place of what must be given and the code uses as a tensor."""
    needed = {name for name, default in own if default is REQUIRED} & set(tensors)
    switches = {name for name, default in asked if isinstance(default, bool)}
    hollow = {name: other for name, other in found.names.items() if name in switches and other in needed}
    hollow = {name: other for name, other in hollow.items() if not likeness(name, other)}
    return without(found, hollow)


def without_numbers_for_tensors(
    found: Binding, asked: Parameters, own: Parameters, tensors: Collection[str]
) -> Binding:
    """The binding, where no number that may be left out takes the place of what must be given and is used as no number is.

    `base=10000.0` is no `out` with `out.requires_grad`, and a momentum no model.
    """
    needed = {name for name, default in own if default is REQUIRED} & set(tensors)
    numbers = {name for name, default in asked if type(default) in (int, float)}
    hollow = {name: other for name, other in found.names.items() if name in numbers and other in needed}
    return without(found, {name: other for name, other in hollow.items() if not likeness(name, other)})


def without_values_that_are_called(found: Binding, called: Collection[str], functions: Collection[str]) -> Binding:
    """The binding, where nothing takes the place of what the code calls, as its own network, but what can be called."""
    return without(
        found, {name: other for name, other in found.names.items() if other in called and name not in functions}
    )


def with_one_function_for_all(found: Binding, called: Collection[str], functions: Collection[str]) -> Binding:
    """The binding, with the one function that a problem gives for all that the code calls under names of one kind.

    `spatial_attn` and `temporal_attn`, where the problem has one attention for both.
    """
    bound = [(name, found.names[name]) for name in functions if name in found.names]
    if len(functions) != 1 or len(bound) != 1:
        return found
    given, own = bound[0]
    alike = [one for one in found.unfilled if one in called and is_of_one_kind(one, own)]
    unfilled = tuple(one for one in found.unfilled if one not in alike)
    return replace(found, doubled={**found.doubled, **dict.fromkeys(alike, given)}, unfilled=unfilled)


def without(found: Binding, hollow: Mapping[str, str]) -> Binding:
    """The binding without these pairs: what is asked for has no place, and what must be given nothing in it."""
    if not hollow:
        return found
    return replace(
        found,
        names={name: other for name, other in found.names.items() if name not in hollow},
        missing=(*found.missing, *hollow),
        unfilled=(*found.unfilled, *hollow.values()),
        defaults={name: value for name, value in found.defaults.items() if name not in hollow.values()},
    )


def switched_on(
    binding: Binding,
    function: Callable[..., Any],
    entry: str,
    asked: Parameters,
    results: Sequence[str] = (),
    modes: Collection[str] = (),
) -> Binding:
    """With the switches on that the entry's name speaks of, and the problem does not ask for: `causal` of `causal_attention`.

    Or that the problem says otherwise to be the mode of it, one of its `modes`.
    So is one that returns a result that is asked for, by the problem's name of it: `return_weights`; or, alone, as many as are.

    What is compared with texts is such a switch, too: `mode == "hinge"` of `hinge_loss`. What has the entry's own name is
    called as the statement says, and what it leaves off by default stays so.
    """
    try:
        own = inspect.signature(function).parameters.values()
    except (ValueError, TypeError):
        return binding
    taken = {*binding.names.values(), *(name for name, _ in asked)}
    every = entry.lower().split("_")
    words = {*every, *modes, *(["".join(word[:1] for word in every)] if len(every) > 2 else [])}  # `enable_gqa`
    off = [p.name for p in own if p.default is False and getattr(function, "__name__", "") != entry]
    off = [name for name in off if name not in taken]
    switches: dict[str, Any] = {name: True for name in off if speaks_of(name, words)}
    switches |= {name: True for name in off for one in results if same(name, f"return_{one}")}
    of_results = [name for name in off if name.startswith("return_")]
    if len(of_results) == 1 and len(results) > 1 and len(results) in returned_if(code_of(function), of_results[0]):
        switches |= {of_results[0]: True}
    compared = list(texts_told(function))
    texts = {p.name: p.default for p in own if isinstance(p.default, str) and p.name not in (*taken, *OF_MEANS)}
    if getattr(function, "__name__", "") == entry:
        texts = {}
    for name in (*binding.unfilled, *texts):
        meant = {text for other, text in compared if other == name and says_the_mode(text, entry)}
        switches |= dict.fromkeys([name], *meant) if len(meant) == 1 and texts.get(name) not in meant else {}
    unfilled = tuple(name for name in binding.unfilled if name not in switches)
    return replace(binding, switches={**binding.switches, **switches}, unfilled=unfilled) if switches else binding


def other_defaults(function: Callable[..., Any], asked: Parameters, binding: Binding) -> list[list[Any]]:
    """For each number or switch that may be left out: its name, the own one, and the own default, where that is another.

    Where the statement's is None, a number that has an effect: neither 0 nor 1. A part of a tuple has its name with a number.
    """
    try:
        own = inspect.signature(function).parameters
    except (ValueError, TypeError):
        return []
    asked = in_parts(asked, binding.spread)
    asked_for = [(name, name) for name, _ in asked] if binding.is_plain else [*binding.names.items()]
    asked_for += [(name, twin) for twin, name in binding.doubled.items()]
    found = []
    for name, default in asked:
        numbers = (one for one in asked_for if one[0] == name and isinstance(default, int | float | None))
        for parameter in (own[theirs] for _, theirs in numbers if theirs in own):
            if is_another_default(parameter.default, default):
                found.append([name, parameter.name, parameter.default])
    return found


def is_another_default(instead: Any, default: float | None) -> bool:
    """Whether a parameter's own default is another than the statement's, which is a number, a switch or None."""
    if instead is inspect.Parameter.empty:
        return False
    if default is None:
        return type(instead) in (int, float) and instead not in (0, 1)
    kinds = (bool,) if isinstance(default, bool) else (int, float)
    return bool(instead != default) and (instead is None or type(instead) in kinds)


def is_renamed(binding: Binding, asked: Parameters) -> bool:
    """Whether what must be given has other names, and stands in another order: not written for this statement's signature."""
    needed = [name for name, default in asked if default is REQUIRED]
    own = [binding.names.get(name, name) for name in needed]
    places = [binding.order.index(name) for name in own if name in binding.order]
    return not binding.is_plain and own != needed and places != sorted(places)


def with_defaults(binding: Binding, asked: Parameters, own: Mapping[str, str]) -> Binding:
    """The binding, where the parameters of these names, own -> asked, are given what the problem's signature says."""
    if not own:
        return binding
    defaults = dict(in_parts(asked, binding.spread))
    if binding.is_plain:
        names = tuple(name for name, _ in asked)
        binding = replace(binding, asked=names, names={name: name for name in names}, order=names, is_plain=False)
    return replace(binding, defaults={**binding.defaults, **{theirs: defaults[name] for theirs, name in own.items()}})


def bind_spread(asked: Parameters, own: Parameters, plain: Collection[str] = ()) -> Binding:
    """The binding, where `betas` may be taken as `beta1` and `beta2`."""
    tuples = {name: len(default) for name, default in asked if isinstance(default, tuple)}
    own_names = {name for name, _ in own}
    more = len(own) - len(asked)
    are_named = all(
        any(is_part(f"{name}.{i}", one) for one in own_names) for name, n in tuples.items() for i in range(n)
    )
    fits = are_named or more == sum(tuples.values()) - len(tuples)
    if not tuples or own_names & tuples.keys() or not fits:
        return bind(asked, own, plain)
    found = bind(in_parts(asked, tuples), own, plain)
    return replace(found, asked=tuple(name for name, _ in asked), spread=tuple(tuples))


def in_parts(asked: Parameters, names: Collection[str]) -> Parameters:
    """What is asked for, with the parts of these tuples in their places."""
    return [part for one in asked for part in (taken_apart(*one) if one[0] in names else [one])]


def taken_apart(name: str, default: Any) -> Parameters:
    """The parts of a tuple, as parameters."""
    return (
        [(f"{name}.{i}", part) for i, part in enumerate(default)] if isinstance(default, tuple) else [(name, default)]
    )


def is_a_grid(value: Any) -> bool:
    """Whether it is a list of rows of one length."""
    rows = value if isinstance(value, list | tuple) else ()
    return all(isinstance(row, list | tuple | str) for row in rows) and len({len(row) for row in rows}) == 1


def is_nothing(default: Any) -> bool:
    """Whether it says that no value stands there: `last_val=0.0`, `last_value=None`."""
    return default is None or (type(default) in (int, float) and default == 0)


def spread(given: Mapping[str, Any], names: Sequence[str]) -> dict[str, Any]:
    """The values of tuples, each under a name of its own."""
    parts = {f"{name}.{i}": part for name in names for i, part in enumerate(given.get(name, ()))}
    return {**{name: value for name, value in given.items() if name not in names}, **parts}


def bind(asked: Parameters, own: Parameters, plain: Collection[str] = ()) -> Binding:
    """The binding of two lists of parameters."""
    if (tiles := tiles_in(asked, own)) is not None:
        return with_tiles(asked, own, plain, *tiles)
    names = [name for name, _ in asked]
    if sizes := sizes_shown_in(names, own):
        return replace(bind(asked, [one for one in own if one[0] not in sizes], plain), shown=sizes)
    if head := head_in(names, own):
        return with_heads(asked, own, plain, head)
    groups = in_a_row(names)
    must = [name for name, default in own if default is REQUIRED]
    shown = [*masks_in(names, must), *samples_in(asked, must, plain), *starts_in(names, must)]
    takers = [one for one in own if one[0] not in (*WHERE, *groups, *shown) or one[0] in names]
    pairs, lengths = paired(asked, takers, plain)
    counted = positions_in(pairs, names, takers)
    pairs = {name: other for name, other in pairs.items() if other not in counted}
    twins = twins_in(pairs, asked, takers)
    pairs = {name: other for name, other in pairs.items() if other not in twins}
    end = end_in(pairs, names, takers)
    pairs = {name: other for name, other in pairs.items() if other != end}
    taken = {*pairs.values(), *counted, *([end] if end else [])}
    missing = tuple(name for name in names if name not in pairs and not (end and name == STEP_LENGTH))
    left = [(name, default) for name, default in own if name not in taken]
    derived = tuple(name for name, _ in left if name in (*SIZES, *COUNTS, *groups, *lengths, *shown))
    doubled = (
        twins
        | attended_in(pairs, asked, takers)
        | bounds_in(pairs, asked, takers)
        | in_and_out(pairs, [name for name, default in left if default is REQUIRED], asked, plain)
    )
    tails = tails_in(pairs, [name for name, default in left if default is REQUIRED or is_nothing(default)], plain)
    unfilled = tuple(
        name
        for name, default in left
        if default is REQUIRED and name not in derived and name not in doubled and name not in tails
    )
    needed = {name for name, default in own if default is REQUIRED}
    optional = {name: default for name, default in asked if default is not REQUIRED}
    filled = {**doubled, **{other: name for name, other in pairs.items()}}
    defaults = {other: optional[name] for other, name in filled.items() if name in optional and other in needed}
    guessed = [other for name, other in pairs.items() if other in needed and not likeness(name, other)]
    is_guessed = bool(unfilled) and any(not SIZES_SAY.isdisjoint(other.lower().split("_")) for other in guessed)
    needs = tuple(name for name, default in own if default is REQUIRED and name != "self") if is_guessed else ()
    return Binding(
        *(tuple(names), pairs, missing, (*derived, *counted), unfilled, defaults),
        lent=(OFFSET,) if counted else (),
        needs=needs,
        is_plain=False,
        doubled=doubled,
        tails=tails,
        end=end,
    )


def with_heads(asked: Parameters, own: Parameters, plain: Collection[str], head: str) -> Binding:
    """The binding, where the width of a head is asked for in the place of the model's; the number of all may be left out."""
    width, heads, _ = WIDTH_AND_HEADS
    found = bind([one for one in asked if one[0] != width], [one for one in own if one[0] != head], plain)
    missing = tuple(name for name in found.missing if name != heads)
    return replace(found, asked=tuple(name for name, _ in asked), missing=missing, head=head)


def with_tiles(asked: Parameters, own: Parameters, plain: Collection[str], key: str, query: str) -> Binding:
    """The binding, where the one size of tiles that a problem gives is that of the keys' among two: `Br` and `Bc`."""
    others = [one for one in asked if one[0] != BLOCK]
    found = bind(others, [one for one in own if one[0] not in (key, query)], plain)
    block = dict(asked)[BLOCK]
    needed = {name for name, default in own if default is REQUIRED}
    return replace(
        found,
        asked=tuple(name for name, _ in asked),
        names={**found.names, BLOCK: key},
        shown={**found.shown, query: tile_of_queries(key)},
        defaults={
            **found.defaults,
            **{name: size for name, size in ((key, block), (query, 2 * block)) if name in needed},
        },
    )
