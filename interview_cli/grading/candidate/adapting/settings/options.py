"""Functions that look values up by name: in `**options`, or in a `config` or `batch` that they must be given.

What they look up are parameters like others, with the defaults that stand beside: `options.get("theta", 10000.0)`.
"""

from __future__ import annotations

import ast
import functools
import inspect
import types
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, cast

import torch

from interview_cli.grading.candidate.adapting.asked import as_asked
from interview_cli.grading.candidate.adapting.holding.handing import draws
from interview_cli.grading.candidate.adapting.holding.ignoring import speaks_of_ignored
from interview_cli.grading.candidate.adapting.results.unneeded import OF_A_POLICY, without_a_critic
from interview_cli.grading.candidate.adapting.settings.modes import Mode, as_training
from interview_cli.grading.candidate.adapting.settings.optional_dicts import InDict, in_dicts
from interview_cli.grading.candidate.adapting.settings.preset import computes, is_taken, kind_of
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.calls.beside import OF_A_HEAD, OF_HEADS
from interview_cli.grading.candidate.matching.calls.pairing import kinds_in, spoken
from interview_cli.grading.candidate.matching.names.kinds import (
    FUNCTIONS,
    OF_A_CRITIC,
    SIZES_SAY,
    WHERE,
    in_a_row,
    is_bound_of,
    is_left_open,
    is_whole,
    other_bound,
    usual_values,
)
from interview_cli.grading.candidate.matching.names.likeness import (
    REQUIRED,
    Parameters,
    by_likeness,
    likeness,
    named_after_both,
    parameters_in,
)
from interview_cli.grading.candidate.matching.names.preferences import asks_for_sides, by_preference
from interview_cli.grading.candidate.matching.names.words import enumerated
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.syntax.lookups import (
    IF_THERE,
    NAMED,
    Parts,
    copies_of,
    parts_looked_up,
    spelled,
)
from interview_cli.grading.candidate.matching.syntax.parts import axis_of_chunks, names_unpacked
from interview_cli.grading.candidate.module import SOURCE_NAME

COUNTED = ("n", "head", "heads")
"""Words of sizes that are in the names of numbers that nothing shows, too."""
OF_A_LAYER = frozenset({"mu", "log_sigma", "gamma", "beta"})
"""What problems call a mean beside a deviation, and a gain beside an offset, which a layer puts out for each sample."""
PLACED = inspect.Parameter.POSITIONAL_OR_KEYWORD
HELD = object()
"""The annotation of what a config's own class holds where the problem gives nothing for it."""
ONE = object()
"""That of a number of heads, where a problem gives a width and no heads."""
WIDTH, OF_A_MODEL = "d", ("hidden_size", "n_embd", "d_model")
"""How problems call that width, and how settings call that of a model."""


@dataclass(frozen=True, slots=True)
class Called:
    """The annotation of a part under a name of the problem: its own one."""

    name: str


def name_options(namespace: Mapping[str, Any]) -> None:
    """Let the signatures of the file's functions and classes say what is looked up in their `**options`."""
    for value in namespace.values():
        made = vars(value).get("__init__") if isinstance(value, type) else value
        if isinstance(made, types.FunctionType) and made.__code__.co_filename == SOURCE_NAME:
            name_options_of(made)


def name_options_of(function: types.FunctionType) -> None:
    """Of one function."""
    own = inspect.signature(function)
    last = [one for one in own.parameters.values() if one.kind is one.VAR_KEYWORD]
    nodes = nodes_of(code_of(function)) if last else ()
    found = [
        part for name in last for part in options_in(function, nodes, name.name) if part.name not in own.parameters
    ]
    if found:
        before = [one for one in own.parameters.values() if one not in last]
        function.__signature__ = own.replace(parameters=[*before, *found])  # type: ignore[attr-defined]
        function.looked_up = frozenset(one.name for one in found)  # type: ignore[attr-defined]


def options_in(function: types.FunctionType, nodes: Sequence[ast.AST], name: str) -> list[inspect.Parameter]:
    """What is looked up in options, and in what they are put over: `settings = {**DEFAULTS, **options}`."""
    found = parts_looked_up(nodes, name).parts
    for place, under in (over for node in nodes if (over := put_over(node, name)) is not None):
        defaults = function.__globals__.get(under)
        if isinstance(defaults, dict):
            looked = [one.name for one in parts_looked_up(nodes, place).parts if one.name in defaults]
            found += [inspect.Parameter(one, NAMED, default=defaults[one]) for one in looked]
    return [*{one.name: one for one in found}.values()]


def put_over(node: ast.AST, name: str) -> tuple[str, str] | None:
    """What a dict is called that has these options in the place of those of another one, and the name of that."""
    match node:
        case ast.Assign(
            targets=[ast.Name(id=place)], value=ast.Dict(keys=[None, None], values=[ast.Name(id=one), two])
        ):
            return (place, one) if spelled(two) == name else None
        case ast.Assign(
            targets=[ast.Name(id=place)], value=ast.BinOp(left=ast.Name(id=one), op=ast.BitOr(), right=ast.Name(id=own))
        ):
            return (place, one) if own == name else None
        case ast.Assign(
            targets=[ast.Name(id=place)],
            value=ast.Call(
                func=ast.Name(id="dict"), args=[ast.Name(id=one)], keywords=[ast.keyword(arg=None, value=own)]
            ),
        ):
            return (place, one) if spelled(own) == name else None
    return None


Entries = dict[str, inspect.Parameter]
"""What is looked up in an object: by its name there, the parameter that takes it."""


class Unpacked(Protocol):
    """A function, called with the parts of the objects that it must be given."""

    note: str

    def __call__(self, *args: Any, **given: Any) -> Any: ...


def take_parts(sought: Sought) -> list[str]:
    """Let an entry of a file take one by one what it looks up in objects that it must be given; what to say of it.

    A function, a method, or a class with what its constructor keeps: `self.config = config`. What the file itself calls with
    such objects is called as before.
    """
    found = sought.namespace.get(sought.path[0])
    if not isinstance(found, type):
        unpacked = unpacked_for(found, sought.asked) if len(sought.path) == 1 else None
        sought.namespace.update({} if unpacked is None else {sought.path[0]: unpacked})
        return [] if unpacked is None else [unpacked.note]
    methods = {name: vars(found).get(name) for name in ("__init__", *(sought.path[1:] or ("forward", "__call__")))}
    each = {name: unpacked_for(method, sought.asked, found) for name, method in methods.items()}
    for name, unpacked in each.items():
        if unpacked is not None:
            setattr(found, name, unpacked)
    return [unpacked.note for unpacked in each.values() if unpacked is not None]


def unpacked_for(function: Any, asked: Parameters, kind: type[Any] | None = None) -> Unpacked | None:
    """The function, if it looks up values in objects that it must be given: `config.eps`, `batch["x"]`.

    None where the problem does not give all that is looked up, or more is done with an object. `kind`: the class whose method
    it is, for which a constructor may keep an object.
    """
    if not isinstance(function, types.FunctionType):
        return None
    own = list(inspect.signature(function).parameters.values())[kind is not None :]
    nodes, apart = nodes_of(code_of(function)), {one.name for one in own}
    left = [one for one in asked if one[0] not in apart]  # `logp` beside `batch["old_logp"]`
    holders = holders_among(own, nodes, asked, kind, function.__globals__)
    holders = holders or (holders_among(own, nodes, left, kind, function.__globals__) if kind is None else {})
    if kind is None and len(holders) == 1 and not draws(function):
        (holder, parts), *_ = holders.items()
        beside = [*(one for one in own if one.name != holder), *parts.values()]
        is_in_order = any(names_unpacked(node, holder) for node in nodes_of(code_of(function)))
        is_complete = is_in_order or is_whole(holder) or speaks_of_ignored(function)  # no tensor is a setting
        holders = {holder: parts if is_complete else parts | not_looked_up(asked, beside)}
    return unpacked(function, holders, asked, is_method=kind is not None) if holders else None


def not_looked_up(asked: Parameters, own: Sequence[inspect.Parameter]) -> Entries:
    """What else must be given, where nothing else can take it: code may have no use for it, as a bias going backward."""
    pairs = by_likeness(asked, parameters_in(own))
    if any(one.default is one.empty and one.name not in pairs.values() for one in own):
        return {}
    left = [name for name, default in asked if default is REQUIRED and name not in pairs]
    return {name: inspect.Parameter(name, NAMED) for name in left}


def holders_among(
    own: Sequence[inspect.Parameter],
    nodes: Sequence[ast.AST],
    asked: Parameters,
    kind: type[Any] | None = None,
    beside: Mapping[str, Any] = types.MappingProxyType({}),
) -> dict[str, Entries]:
    """The parameters that hold what a function looks up, each with that; nothing where the problem does not give it all."""
    names = {one.name for one in own if one.default is not None}  # `width=None` stands aside for `config.width`
    given = {"self", *(name for name, _ in asked)}
    places = [one for one in own if one.kind in (PLACED, NAMED) and is_open(one.default) and one.name not in given]
    alike = alike_looked_up(places, nodes)
    of_both = [part for parts in alike.values() for part in parts.values()]
    if of_both and names.isdisjoint(one.name for one in of_both) and are_known(of_both, asked, kind):
        return alike
    # what two of them have in common is not the same value
    found = {one.name: parts_of_whole(one, nodes, asked, kind, beside) for one in places if one.name not in alike}
    holders = {
        name: {entry_of(one): one for one in parts}
        for name, parts in found.items()
        if parts and names.isdisjoint(one.name for one in parts)
    }
    every = {key: one for parts in holders.values() for key, one in parts.items()}
    return holders if are_known(list(every.values()), asked, kind) else {}


def alike_looked_up(places: Sequence[inspect.Parameter], nodes: Sequence[ast.AST]) -> dict[str, Entries]:
    """The parameters whose same entries are looked up, and nothing else: `real["mu"]`, `fake["mu"]`. Each is named after both."""
    found = {one.name: parts_looked_up(nodes, one.name) for one in places}
    called = [node.func for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    of_values = {spelled(one.value) for one in called}  # `logits.mean()`
    keys = {
        name: [part.name for part in looked.parts]
        for name, looked in found.items()
        if looked.parts and looked.is_all and (looked.by_text or name not in of_values)
    }
    keys = {name: own for name, own in keys.items() if not any(map(is_of_values, own))}
    in_order = {name for name in keys for node in nodes if names_unpacked(node, name)}
    return {
        name: {
            key: inspect.Parameter(named_after_both(name, key), NAMED)
            for key in (own if name in in_order else sorted(own))
        }
        for name, own in keys.items()
        if sum(set(own) == set(other) for other in keys.values()) > 1
    }


def is_of_values(name: str) -> bool:
    """Whether it says something of a tensor, `logits.shape`, and no method of one does."""
    return isinstance(getattr(torch.Tensor, name, None), types.GetSetDescriptorType | property)


def are_known(parts: Sequence[inspect.Parameter], asked: Parameters, kind: type[Any] | None) -> bool:
    """Whether the problem gives all of these; of what a class is made with, weights and inputs show the sizes.

    What a class needs beside and a problem leaves open, dropout and biases and the longest row, is known where it is made.
    """
    given = given_of(parts, asked)
    shown = in_a_row([name for name, _ in asked])
    return all(
        one.name in given
        or one.name in shown
        or one.annotation in (HELD, ONE)
        or (kind is not None and (is_a_size(one.name) or is_left_open(one.name)))
        for one in parts
    )


def is_a_size(name: str) -> bool:
    """Whether it is one that weights and inputs show: `hidden_size`, not `num_heads` or `n_layer`."""
    return not SIZES_SAY.difference(COUNTED).isdisjoint(name.lower().split("_"))


def is_open(default: Any) -> bool:
    """Whether an object must be given for a parameter, or may be where it is a dict otherwise."""
    return default is inspect.Parameter.empty or isinstance(default, dict)


def unpacked(
    function: types.FunctionType,
    holders: Mapping[str, Entries],
    asked: Parameters,
    *,
    is_method: bool = False,
) -> Unpacked:
    """A function of the parts, which may be called with the objects, too."""
    own = inspect.signature(function)
    nodes = nodes_of(code_of(function))
    in_order = {name for name in holders for node in nodes if names_unpacked(node, name)}
    axes = {
        name: axis_beside(holders[name].values(), asked, axis)
        for name in holders
        for node in nodes
        if (axis := axis_of_chunks(node, name)) is not None
    }
    holders = {**holders, **in_the_order_of_the_first({name: holders[name] for name in axes}, asked)}
    parts = {one.name: one for found in holders.values() for one in found.values()}

    @functools.wraps(function)
    def call(*args: Any, **given: Any) -> Any:
        if is_taken(own, args, given) and (given.keys().isdisjoint(parts) or holds_one(own, args, given, holders)):
            return function(*args, **given)
        lacking = [name for name, one in parts.items() if one.default is one.empty and name not in given]
        if lacking:
            raise TypeError(f"{function.__name__} needs {enumerated(lacking)}")
        held = {name: whole(holders[name], given, is_in_order=name in in_order) for name in holders}
        held |= {name: side_by_side(name, held[name], [*holders[name]], axis) for name, axis in axes.items()}
        return function(*args, **{name: value for name, value in given.items() if name not in parts}, **held)

    plain = [one for name, one in own.parameters.items() if name not in holders and name not in parts]
    first = [one for one in plain[:1] if is_method or one.name == "self"]
    rest = as_asked([*plain[len(first) :], *parts.values()], asked).parameters
    call.__signature__ = inspect.Signature([*first, *rest.values()])  # type: ignore[attr-defined]
    usual = usual_values([*parts], [name for name, _ in asked])
    known = {
        name: [
            f"{key}={usual[key]!r}" if key in usual else key for key, one in found.items() if one.annotation is not HELD
        ]
        for name, found in holders.items()
    }
    beside = {name: f", side by side along axis {axis}" for name, axis in axes.items()}
    said = [f"given in your {name}: {enumerated(own)}{beside.get(name, '')}" for name, own in known.items() if own]
    of_critics = [one.name for one in parts.values() if isinstance(one.default, torch.Tensor)]
    said += [without_a_critic(of_critics)] if of_critics else []
    call.note = "; ".join(said)  # type: ignore[attr-defined]
    return cast("Unpacked", call)


def in_the_order_of_the_first(cut: Mapping[str, Entries], asked: Parameters) -> dict[str, Entries]:
    """Pairs that stand side by side, all with the same side first: what is cut the other way round is a mistake."""
    order = [name for name, _ in asked]
    pairs = {name: found for name, found in cut.items() if len(found) == 2}
    given = {name: given_of(found.values(), asked) for name, found in pairs.items()}
    rises = {
        name: order.index(given[name][one.name]) < order.index(given[name][other.name])
        for name, (one, other) in ((name, found.values()) for name, found in pairs.items())
        if {one.name, other.name} <= given[name].keys()
    }
    first = next(iter(rises.values()), True)
    return {name: dict(reversed(pairs[name].items())) if rise != first else pairs[name] for name, rise in rises.items()}


def holds_one(own: inspect.Signature, args: Sequence[Any], given: Mapping[str, Any], names: Collection[str]) -> bool:
    """Whether one of these parameters is given in a call."""
    return not own.bind(*args, **given).arguments.keys().isdisjoint(names)


def side_by_side(whole: str, parts: Sequence[Any], names: Sequence[str], axis: int) -> Any:
    """One tensor. Raises: ValueError where equal parts of it can't be these, as queries and keys of another length."""
    first, *others = (part.shape for part in parts)
    if not first or any(shape != first for shape in others):
        said = "which have no axes" if not first else "whose shapes differ"
        raise ValueError(f"{whole} can't hold {enumerated(names)}, {said} here: take each for itself")
    return torch.cat([*parts], axis if axis < len(first) else -1)  # the cut says itself that there is no such axis


def axis_beside(parts: Iterable[inspect.Parameter], asked: Parameters, axis: int) -> int:
    """The axis along which parts stand side by side: that of the cut, but for what a layer makes of each sample, the last."""
    is_of_each_sample = not OF_A_LAYER.isdisjoint(given_of(parts, asked).values())
    return -1 if is_of_each_sample and axis == 0 else axis


def whole(parts: Entries, given: Mapping[str, Any], *, is_in_order: bool) -> Any:
    """The object that a function looks into, or takes apart."""
    if is_in_order:
        return tuple(given[one.name] for one in parts.values())
    kinds = (int, float, type(None))
    fixed = (HELD, ONE)
    defaults = {key: one.default for key, one in parts.items() if one.annotation in fixed or type(one.default) in kinds}
    held = Parts(defaults | {key: given[one.name] for key, one in parts.items() if one.name in given})
    held |= {key: one.annotation.text(held[key]) for key, one in parts.items() if isinstance(one.annotation, Mode)}
    for key, one in parts.items():
        if isinstance(one.annotation, InDict):
            held |= in_its_dict(held, one.annotation, held.pop(key, None), given)
    for key, one in parts.items():
        section = held
        for name in one.annotation if isinstance(one.annotation, tuple) else ():
            section = section.setdefault(name, Parts())
        section |= {key: held[key]} if key in held else {}
    return held


def of_one_head(parts: Sequence[inspect.Parameter], asked: Parameters) -> list[inspect.Parameter]:
    """What is looked up in settings, with the one width that a problem gives for that of a model, and of a head: it has one."""
    names = {name for name, _ in asked}
    if WIDTH not in names or not names.isdisjoint({*OF_HEADS, "h"}):
        return [*parts]
    found = [
        one.replace(name=WIDTH, annotation=Called(one.name)) if one.name in {*OF_A_HEAD, *OF_A_MODEL} else one
        for one in parts
    ]
    return [one.replace(default=1, annotation=ONE) if one.name in OF_HEADS else one for one in found]


def in_its_dict(held: Parts, place: InDict, value: Any, given: Mapping[str, Any]) -> dict[str, Any]:
    """The dict inside of an object, with an entry more; None where the problem gives None."""
    inner = held.get(place.whole) or Parts()
    return {place.whole: None if given.get(place.nothing) is None else Parts({**inner, place.key: value})}


def parts_of_whole(
    holder: inspect.Parameter,
    nodes: Sequence[ast.AST],
    asked: Parameters,
    kind: type[Any] | None,
    beside: Mapping[str, Any],
) -> list[inspect.Parameter]:
    """What a function looks up in this one, if it is an object of that alone: one by its name, or of two parts or more.

    Its name is like none of what is given but the parts in which it is cut (`ref_logps.chunk(2)`), or a text asks for a part, as
    for nothing in a tensor: `reference["chosen_logps"]`.
    One alone is so, too: `batch["rewards"]`; and what a class asks of an object that it is made with. Its own dict says what
    holds where nothing is given.
    """
    found, is_all, is_told = parts_looked_up(nodes, holder.name, kind, beside)
    found = [as_training(one, nodes, asked) for one in found]
    if is_whole(holder.name):
        inside = [node for value in vars(kind).values() for node in nodes_of(code_of(value))] if kind else nodes
        kept = [holder.name, f"self.{holder.name}", *copies_of(holder.name, inside)]
        found = of_one_head(in_dicts(found, inside, kept, asked), asked)
    if isinstance(holder.default, dict):
        found = [one.replace(default=holder.default.get(one.name, one.default)) for one in found]
    of_settings = kind_of(holder, beside)
    if computes(of_settings, [one.name for one in found]):  # an object of its own class says what it holds
        return []
    held = fields_of(of_settings)
    are_given = {one.name for one in found} <= {one for one, _ in asked}
    parts = (
        set(given_of(found, asked).values())
        if any(axis_of_chunks(node, holder.name) is not None for node in nodes)
        else set()
    )
    is_of_parts = are_given or is_told or not any(likeness(one, holder.name) for one, _ in asked if one not in parts)
    holds_parts = is_whole(holder.name) or (len(found) > 1 and is_of_parts) or is_told
    of_class = kind if is_whole(holder.name) else None
    given = given_of(found, asked)
    is_an_object = is_of_parts and kind is not None and len(found) == 1 and found[0].name in given
    holds_parts = holds_parts or (
        is_an_object and not hasattr(torch.Tensor, found[0].name)
    )  # `scheduler.alphas_cumprod`
    if any(given.get(one.name) in FUNCTIONS for one in found) and parts:  # no part of a tensor is a function
        return []
    found = [one for one in found if one.default is not IF_THERE or one.name in given]
    if not {*OF_A_POLICY}.isdisjoint(name for name, _ in asked):  # what a critic says is no part of the policy's loss
        held |= {one.name: torch.zeros(()) for one in found if OF_A_CRITIC.match(one.name) and one.name not in given}
    held |= {name: None for name in WHERE if is_whole(holder.name)}  # a layer is made where it is, and as numbers are
    defaults = dict(asked)
    found = [
        one.replace(default=held[one.name], annotation=HELD)
        if one.name in held and one.name not in given
        else one.replace(default=held[one.name])  # `top_k: int = -1` is how this code says None
        if one.name in held and one.default is one.empty and defaults[given[one.name]] is None
        else one
        for one in found
    ]
    return found if is_all and holds_parts and are_known(found, asked, of_class) else []


def fields_of(kind: Any) -> dict[str, Any]:
    """What an object of a dataclass holds where nothing is given."""
    own = inspect.signature(kind).parameters.values() if kind is not None else ()
    return {one.name: one.default for one in own if one.default is not one.empty}


def entry_of(part: inspect.Parameter) -> str:
    """Under which name an object holds it."""
    match part.annotation:
        case Mode(name=name) | Called(name=name):
            return name
        case InDict(whole=whole, key=key):
            return f"{whole}[{key!r}]"
    return part.name


def given_of(parts: Iterable[inspect.Parameter], asked: Parameters) -> dict[str, str]:
    """Of each part the name of what the problem gives for it; two bounds may share one."""
    own = parameters_in(list(parts))
    kinds = {} if asks_for_sides(asked) else kinds_in(asked, own)  # of answers, words say which: no order does
    found = {part: name for name, part in (kinds | spoken(asked, own) | by_preference(asked, own)).items()}
    bounds = {
        part[0]: one[0]
        for one in asked
        for part in own
        if one[0] not in found.values() or (one[1] is not REQUIRED and other_bound(part[0]) in found)
        if is_bound_of(one, part)
    }
    return {**bounds, **found}
