"""Classes whose constructor, or body, fixes a number that a problem gives: `self.growth_interval = 2000`. Standard library only.

Or functions of which a helper has that number by default, and is never given another: `calc_mean_std(feat, eps=1e-5)`.
"""

from __future__ import annotations

import ast
import functools
import inspect
import types
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import is_dataclass
from typing import Any

from interview_cli.grading.candidate.adapting.restating import function_at, set_default
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, Parameters, by_likeness, parameters_in
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of

NAMED = inspect.Parameter.KEYWORD_ONLY
OF_CLASSES = ("forward", "__call__")
"""The methods that are meant where a class is."""
OF_CALLS = frozenset({"offset", "start", "position", "step", "t", "stride", "padding", "dilation"})
"""What is another one in each call: no constant of a method."""


def take_fixed(sought: Sought) -> list[str]:
    """Let a class, or a function, be given the numbers that it fixes for itself; what to say of it."""
    kind = sought.namespace.get(sought.path[0])
    if isinstance(kind, type):
        return of_a_class(kind, sought.path[1:] or OF_CLASSES, sought.asked) if len(sought.path) < 3 else []
    function = function_at(sought.namespace, sought.path)
    return [] if function is None or sought.is_as_asked else of_a_helper(function, sought)


def of_a_class(kind: type[Any], methods: Sequence[str], asked: Parameters) -> list[str]:
    """Let its constructor take the numbers that it keeps and no method changes; what to say of it."""
    written = vars(kind).get("__init__")
    is_written = isinstance(written, types.FunctionType)
    constructor = written if is_written else constructor_of(kind)
    numbers = numbers_in_the_body(kind, constructor)
    if is_written:
        numbers |= numbers_kept(kind, constructor)
    else:  # what has the problem's name there is given as it is
        numbers = {name: value for name, value in numbers.items() if name not in dict(asked)}
    places = [parameters_of(vars(kind).get(name)) for name in methods]
    taken = {*by_likeness(asked, parameters_of(constructor))}.union(*(by_likeness(asked, own) for own in places))
    left = [one for one in asked if one[0] not in taken and is_a_constant_of(*one)]
    if (is_written and ignores_one(constructor, asked)) or any(has_another(own, asked) for own in places):
        return []
    pairs = by_likeness(left, list(numbers.items()))
    if not pairs:
        return []
    kind.__init__ = with_numbers(constructor, {own: numbers[own] for own in pairs.values()})
    return [f"self.{own} is {name}, which the problem gives" for name, own in pairs.items()]


def constructor_of(kind: type[Any]) -> types.FunctionType:
    """For a class that has none: it makes an object as the class it derives from does."""

    def begin(self: Any, *args: Any, **given: Any) -> None:
        super(kind, self).__init__(*args, **given)

    alone = [inspect.Parameter("self", inspect.Parameter.POSITIONAL_OR_KEYWORD)]
    begin.__signature__ = inspect.Signature(alone)  # type: ignore[attr-defined]
    assert isinstance(begin, types.FunctionType)
    return begin


def numbers_in_the_body(kind: type[Any], constructor: types.FunctionType) -> dict[str, float]:
    """The numbers but 0 that stand in a class's body, `temperature = 0.1`, and no method writes."""
    if is_dataclass(kind) or len([one for one in kind.__mro__ if one.__module__ == kind.__module__]) > 1:
        return {}
    changed = {one for value in vars(kind).values() for one in attributes_in(nodes_of(code_of(value)), ast.Store)}
    changed.update(inspect.signature(constructor).parameters)
    found = {name: value for name, value in vars(kind).items() if type(value) in (int, float) and value}
    return {name: value for name, value in found.items() if name not in changed}


def has_another(own: Parameters, asked: Parameters) -> bool:
    """Whether a method takes a number by default that nothing of the problem's is bound to: it may be meant, and forgotten."""
    bound = by_likeness(asked, own).values()
    return any(type(default) in (int, float) and name not in bound for name, default in own)


def parameters_of(function: Any) -> Parameters:
    """Those of a function of the file; none of anything else."""
    is_own = isinstance(function, types.FunctionType)
    return parameters_in(list(inspect.signature(function).parameters.values())) if is_own else []


def is_a_constant_of(name: str, default: Any) -> bool:
    """Whether a problem's parameter may be fixed by a method once for all: a number that may be left out."""
    return type(default) in (int, float) and name not in OF_CALLS


def ignores_one(constructor: types.FunctionType, asked: Parameters) -> bool:
    """Whether it takes something that it doesn't read, or a number that may be meant: `sharpness`, beside its own temperature."""
    own = parameters_of(constructor)[1:]
    read = {node.id for node in nodes_of(code_of(constructor)) if isinstance(node, ast.Name)}
    bound = by_likeness(asked, own).values()
    return any(name not in read or (type(default) in (int, float) and name not in bound) for name, default in own)


def numbers_kept(kind: type[Any], constructor: types.FunctionType) -> dict[str, float]:
    """The numbers but 0 that a constructor writes into its object and doesn't read there, and no method writes again."""
    methods = [value for name, value in vars(kind).items() if name != "__init__"]
    changed = {one for value in methods for one in attributes_in(nodes_of(code_of(value)), ast.Store)}
    nodes = nodes_of(code_of(constructor))
    changed.update(attributes_in(nodes, ast.Load))
    found = dict[str, float]()
    for node in nodes:
        match node:
            case (
                ast.Assign(
                    targets=[ast.Attribute(value=ast.Name(id="self"), attr=name)], value=ast.Constant(value=value)
                )
                | ast.AnnAssign(
                    target=ast.Attribute(value=ast.Name(id="self"), attr=name), value=ast.Constant(value=value)
                )
            ) if isinstance(value, int | float) and not isinstance(value, bool) and value and name not in changed:
                found[name] = value
    return found


def attributes_in(nodes: Iterable[ast.AST], how: type[ast.expr_context]) -> Iterator[str]:
    """Those of its object that code reads, or writes."""
    for node in nodes:
        match node:
            case ast.Attribute(value=ast.Name(id="self"), attr=name, ctx=ctx) if isinstance(ctx, how):
                yield name


def with_numbers(constructor: types.FunctionType, numbers: Mapping[str, float]) -> Callable[..., None]:
    """The constructor, which may be given these, too."""

    @functools.wraps(constructor)
    def call(self: Any, *args: Any, **given: Any) -> None:
        other = {name: given.pop(name) for name in numbers if name in given}
        constructor(self, *args, **given)
        for name, value in other.items():
            setattr(self, name, value)

    call.__signature__ = with_more(constructor, numbers)  # type: ignore[attr-defined]
    return call


def with_more(function: types.FunctionType, numbers: Mapping[str, Any]) -> inspect.Signature:
    """Its signature, with these numbers beside, to be given by name."""
    own = inspect.signature(function)
    more = [inspect.Parameter(name, NAMED, default=value) for name, value in numbers.items()]
    return own.replace(parameters=sorted([*own.parameters.values(), *more], key=lambda one: one.kind))


def of_a_helper(function: types.FunctionType, sought: Sought) -> list[str]:
    """Let a function take a number that one of its helpers has by default; what to say of it."""
    own = parameters_of(function)
    taken = by_likeness(sought.asked, own)
    if has_room(own, sought.asked, taken.values()):  # it may call that number otherwise, and forget to pass it on
        return []
    left = [name for name, default in sought.asked if name not in taken and is_a_constant_of(name, default)]
    found = {name: helpers_with(name, function, sought.namespace) for name in left}
    helpers = {name: one for name, one in found.items() if one}
    if not helpers:
        return []
    sought.put(with_helpers(function, helpers))
    return [
        f"the {name} of your {' and '.join(one.__name__ for one in those)} is what the problem gives"
        for name, those in helpers.items()
    ]


def has_room(own: Parameters, asked: Parameters, taken: Collection[str]) -> bool:
    """Whether it has a parameter under no usual name that may be left out, or more of them than must be given."""
    must, needed = ([name for name, default in ones if default is REQUIRED] for ones in (own, asked))
    return len(must) > len(needed) or any(name not in (*taken, *must) for name, _ in own)


def helpers_with(name: str, function: types.FunctionType, namespace: Mapping[str, Any]) -> list[types.FunctionType]:
    """The functions of the file that it calls and that have this number by default; none if a call gives them another."""
    found = dict[str, types.FunctionType]()
    for node in nodes_of(code_of(function)):
        match node:
            case ast.Call(func=ast.Name(id=helper), args=args, keywords=keywords) if (
                isinstance(own := namespace.get(helper), types.FunctionType)
                and own.__module__ == function.__module__
                and not hasattr(own, "__wrapped__")
            ):
                places = [*inspect.signature(own).parameters]
                default = inspect.signature(own).parameters[name].default if name in places else None
                if type(default) in (int, float) and default:  # an eps of 0 is none
                    if len(args) > places.index(name) or any(one.arg in (name, None) for one in keywords):
                        return []
                    found[helper] = own
    return list(found.values())


def with_helpers(
    function: types.FunctionType, helpers: Mapping[str, Sequence[types.FunctionType]]
) -> Callable[..., Any]:
    """The function, which may be given these numbers, too: while it runs, they are its helpers' defaults."""
    numbers = {name: inspect.signature(own[0]).parameters[name].default for name, own in helpers.items()}

    @functools.wraps(function)
    def call(*args: Any, **given: Any) -> Any:
        other = {name: given.pop(name) for name in numbers if name in given}
        kept = [(one, one.__defaults__, dict(one.__kwdefaults__ or {})) for own in helpers.values() for one in own]
        try:
            for name, value in other.items():
                for one in helpers[name]:
                    set_default(one, name, value=value)
            return function(*args, **given)
        finally:
            for one, defaults, by_name in kept:
                one.__defaults__, one.__kwdefaults__ = defaults, by_name

    call.__signature__ = with_more(function, numbers)  # type: ignore[attr-defined]
    return call
