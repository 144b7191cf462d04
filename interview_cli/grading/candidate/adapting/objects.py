"""What of a class answers a call, and the object that this takes. Imports torch; never a reference."""

from __future__ import annotations

import functools
import inspect
import types
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.asked import Asked, as_parameters, functions_in, plain_in
from interview_cli.grading.candidate.adapting.holding.handing import NotDrawn
from interview_cli.grading.candidate.adapting.holding.lending import ABSENT, Lender
from interview_cli.grading.candidate.adapting.holding.remaking import betas_of, remade
from interview_cli.grading.candidate.adapting.modules.reading import COUNTS, is_size
from interview_cli.grading.candidate.adapting.modules.taking import Taking
from interview_cli.grading.candidate.matching.choice.offers import (
    BACKWARD,
    FORWARD,
    OF_PARAMETERS,
    OF_STEPS,
    is_backward,
)
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED
from interview_cli.grading.candidate.matching.names.states import STEPPED, takes_all, takes_one
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, has_no_self


class Itself:
    """The object of a method that was pasted without its class: other functions of the file are its methods.

    What else it would hold is lent, where that follows from what is given. `guards`: what it asks for only to raise.
    """

    def __init__(self, namespace: Mapping[str, Any], lender: Lender, guards: Mapping[str, bool]) -> None:
        self.__dict__.update(_namespace=namespace, _lender=lender, _guards=guards)

    def __getattr__(self, name: str) -> Any:
        found = self._namespace.get(name)
        if found is None and not name.startswith("_"):
            found = self._lender.lent(name)
        if found is None or found is ABSENT:
            if name in self._guards:
                return self._guards[name]
            raise AttributeError(
                f"self has no {name}: the problem gives none, and the class of this method is not in the file: paste it, too"
            )
        return functools.partial(found, self) if is_loose_method(found) else found

    def __setattr__(self, name: str, value: Any) -> None:
        self.__dict__[name] = value
        self._lender.sees_written(self, name)


def is_read_off(kind: type[Any], name: str) -> bool:
    """Whether an object of the class has it without a call: its constructor puts it there, or it is a property."""
    found = inspect.getattr_static(kind, name, None)
    return not hasattr(kind, name) or isinstance(found, property | functools.cached_property)


def kept_as(kind: type[Any], attribute: str) -> Callable[..., Any]:
    """What an object of the class keeps under this name, as a function of what it is made with."""

    def kept(*args: Any, **kwargs: Any) -> Any:
        return getattr(kind(*args, **kwargs), attribute)

    kept.__signature__ = inspect.signature(kind)  # type: ignore[attr-defined]
    return kept


def applied(kind: type[torch.autograd.Function]) -> Callable[..., Any]:
    """`kind.apply` with the parameters of its `forward`, and what may be left out there."""
    has_context = kind.setup_context is torch.autograd.Function.setup_context
    own = inspect.signature(kind.forward)
    signature = own.replace(parameters=list(own.parameters.values())[has_context:])

    def apply(*args: Any, **kwargs: Any) -> Any:
        given = signature.bind(*args, **kwargs)
        given.apply_defaults()
        return kind.apply(*given.args)  # type: ignore[no-untyped-call]

    apply.__signature__ = signature  # type: ignore[attr-defined]
    apply.written = kind.forward  # type: ignore[attr-defined]
    return apply


def made(kind: type[Any]) -> Any:
    """An object; where settings are needed to make one, one without any, for methods that use none."""
    try:
        inspect.signature(kind).bind()
    except TypeError:
        empty: Any = (tuple if issubclass(kind, tuple) else object).__new__(kind)
        if isinstance(empty, torch.nn.Module):
            torch.nn.Module.__init__(empty)
        return empty
    except ValueError:  # it has no signature
        pass
    return kind()


def make_of(made: Any, method: str, schedule: str, value: Any) -> None:
    """Make the object of a method anew, in its place, of the schedule that is given. Raises: NotDrawn."""
    betas = betas_of({schedule: value})
    fresh = None if betas is None else remade(type(made), method, betas)
    if (
        fresh is None and betas is not None and len(betas) == 1
    ):  # tables may look at the second step: `variance[1]` for the first
        fresh = remade(type(made), method, betas.repeat(2))
    if fresh is None:
        raise NotDrawn(f"{type(made).__name__} can't be made with these {schedule}")
    vars(made).update(vars(fresh))


def takes(function: types.FunctionType, number: int) -> bool:
    """Whether it can be called with that many arguments by place."""
    try:
        inspect.signature(function).bind(*range(number))
    except (TypeError, ValueError):
        return False
    return True


def is_a_layer(kind: Any, method: str, target: str) -> bool:
    """Whether a backward pass is asked for, and its class goes forward before and keeps what it needs."""
    is_class = isinstance(kind, type) and not issubclass(kind, torch.nn.Module) and not is_of_the_class(kind, method)
    if not is_class or method not in BACKWARD or not is_backward(target):
        return False
    return isinstance(getattr(kind, FORWARD, None), types.FunctionType) and len(needed_for(getattr(kind, method))) <= 2


def is_stepped(kind: type[Any], method: str, asked: Asked) -> bool:
    """Whether it is an optimizer, where one step of one parameter is asked."""
    given, own = {name for name, *_ in asked["parameters"]}, list(inspect.signature(kind).parameters)[:1]
    is_made = issubclass(kind, torch.optim.Optimizer) or (own and own[0] in OF_PARAMETERS)
    taken = [*inspect.signature(getattr(kind, method)).parameters][1:]
    is_stepped_by_it = is_made or takes_all(taken) or takes_one(taken)
    return method in OF_STEPS and set(STEPPED) <= given and bool(is_stepped_by_it)


def needed_for(kind: Callable[..., Any]) -> list[str]:
    """What an object of a class cannot be made without, or a function cannot be called without."""
    own = inspect.signature(kind).parameters.values()
    return [p.name for p in own if p.default is p.empty and p.kind not in (p.VAR_POSITIONAL, p.VAR_KEYWORD)]


def sizes_by_default(kind: Callable[..., Any]) -> list[str]:
    """The lengths and numbers that an object of a class is made with where nothing else is said."""
    own = inspect.signature(kind).parameters.values()
    return [p.name for p in own if type(p.default) is int and (is_size(p.name) or p.name.startswith(COUNTS))]


def call_of(kind: type) -> Any:
    """What a call of an object of this class runs."""
    return getattr(kind, "forward", vars(kind).get("__call__"))


def is_of_the_class(owner: type, method: str) -> bool:
    """Whether a method needs no object."""
    found = inspect.getattr_static(owner, method, None)
    return isinstance(found, staticmethod | classmethod) or has_no_self(code_of(found))


def is_loose_method(value: Any) -> bool:
    """Whether it is a function whose first parameter is `self`, also one that stands in the place of such a one."""
    return isinstance(value, types.FunctionType) and [*inspect.signature(value).parameters][:1] == ["self"]


def is_module_class(value: Any) -> bool:
    """Whether it is a class of torch modules."""
    return isinstance(value, type) and issubclass(value, torch.nn.Module)


def is_to_be_built(kind: type[torch.nn.Module], path: Sequence[str], asked: Asked) -> bool:
    """Whether a torch module stands for a function: by itself, or by a method, if it is made of sizes and given its weights."""
    if asked["is_class"] or len(path) != 1:
        return not asked["is_class"] and not path
    sizes = needed_for(kind) or sizes_by_default(kind)
    plain = {*plain_in(asked["parameters"]), *functions_in(asked["parameters"])}
    if (
        not sizes
        or not all(is_size(name) or name.startswith(COUNTS) for name in sizes)
        or is_of_the_class(kind, path[0])
    ):
        return False
    parameters = as_parameters(asked["parameters"])
    taken = Taking(kind, parameters, path[0]).to_method
    return any(default is REQUIRED and name not in taken and name not in plain for name, default in parameters)
