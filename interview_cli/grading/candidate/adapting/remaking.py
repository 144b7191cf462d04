"""Objects and files that make a schedule: made with the one that the problem gives. Imports torch.

A class of diffusion models makes its betas of two numbers, `torch.linspace(1e-4, 0.02, T)`, or is given them, and derives its
tables from them; so does the top of a notebook. The derived ones are the candidate's work, and judged with the rest: only the
betas are replaced.
"""

from __future__ import annotations

import ast
import contextlib
import inspect
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from types import CodeType, FunctionType, MappingProxyType
from typing import Any

import numpy as np
import torch
from torch.overrides import TorchFunctionMode

from interview_cli.grading.candidate.adapting.lending import codes_in, names_read
from interview_cli.grading.candidate.adapting.returning import attributes_set, parsed
from interview_cli.grading.candidate.matching.binding import HERE
from interview_cli.grading.candidate.matching.likeness import REQUIRED, Parameters
from interview_cli.grading.candidate.matching.schedules import LENGTH, SCHEDULES, source_of

PROBE = torch.linspace(0.01, 0.03, 7)
"""Betas that nobody's constructor makes by itself."""


HALF = 0.5
"""Numbers in even steps that are all above are alphas, `linspace(0.9999, 0.98, T)`, 1 less the betas; from below to above it
they are neither.
"""


class EvenSteps(TorchFunctionMode):
    """Gives these betas to who asks torch for numbers in even steps; counts how often that is."""

    def __init__(self, betas: torch.Tensor) -> None:
        super().__init__()
        self.betas, self.number = betas, 0

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        given = self.asked(args, kwargs or {}) if getattr(func, "__name__", "") == "linspace" else None
        return func(*args, **(kwargs or {})) if given is None else given.clone()

    def asked(self, args: Sequence[Any], kwargs: Mapping[str, Any]) -> torch.Tensor | None:
        """What is given for numbers between these two ends; None for those that are no betas."""
        ends = [*args, *(kwargs[name] for name in ("start", "end", "stop") if name in kwargs)][:2]
        are_above = {end > HALF for end in ends if isinstance(end, float | int)}
        if len(are_above) > 1 or any(end > 1 for end in ends if isinstance(end, float | int)):
            return None
        self.number += 1
        return 1 - self.betas if are_above == {True} else self.betas

    @contextlib.contextmanager
    def for_numpy(self) -> Iterator[None]:
        """The same, for who asks NumPy."""

        own = np.linspace

        def given(*args: Any, **kwargs: Any) -> Any:
            found = self.asked(args, kwargs)
            return own(*args, **kwargs) if found is None else found.numpy().copy()

        np.linspace = given
        try:
            yield
        finally:
            np.linspace = own


def betas_of(values: Mapping[str, Any]) -> torch.Tensor | None:
    """The betas that are given, or follow from their cumulative products."""
    name = next((name for name in SCHEDULES if isinstance(values.get(name), torch.Tensor)), None)
    if name is None or values[name].ndim != 1:
        return None
    given: torch.Tensor = values[name].detach().cpu()
    if name == "betas":
        return given
    whole = given.double()
    return (1 - whole / torch.cat([whole.new_ones(1), whole[:-1]])).to(given.dtype)


def schedule_among(asked: Parameters) -> str:
    """What a problem's schedule is called, if it gives one; what may be left out are the two betas of an optimizer."""
    needed = [name for name, default in asked if default is REQUIRED]
    return next((name for name in SCHEDULES if name in needed), "")


def of_a_file(schedule: str) -> str:
    """The note on tables that stand beside a function."""
    return f"the tables of your file are made of the schedule that the problem gives ({schedule})"


def of_a_schedule(kind: type[Any], schedule: str) -> str:
    """The note on it."""
    return f"{kind.__name__} is made with the schedule that the problem gives ({schedule})"


def remade(
    kind: type[Any], method: str, betas: torch.Tensor, settings: Mapping[str, Any] = MappingProxyType({})
) -> Any:
    """An object that made its tables of these betas; None if that is not sure. `settings`: what else is known by its names.

    It is sure if the constructor asks once for numbers in even steps, or for the betas themselves, keeps no other ones, and all
    tables that the method reads are as long. Else its statements are looked at one by one.
    """
    steps = EvenSteps(betas)
    with contextlib.suppress(Exception), steps, steps.for_numpy():
        made = kind(**(arguments_for(kind, betas) | dict(settings)))
        tables = dict(tables_of(made, names_read(kind, method)))
        kept = [value for name, value in tables_of(made, public_names(made)) if is_beta(name)]
        is_made_of_them = steps.number == (0 if takes_betas(kind) else 1)
        is_sure = is_made_of_them and all(are_these(value, betas) for value in kept)
        if tables and is_sure and all(len(value) == len(betas) for value in tables.values()):
            return made
    return made_in_steps(kind, method, betas, settings)


def made_in_steps(kind: type[Any], method: str, betas: torch.Tensor, settings: Mapping[str, Any]) -> Any:
    """The object as its constructor's statements make it one by one, but for those that fail; None if that is not sure.

    A constructor may need what nobody gives, as a network on another device, and its tables need none of that. The first that it
    calls betas is replaced by these. It is sure if it keeps no other ones, has all that the method reads of what it sets, and
    makes the tables among that behind its betas.
    """
    init = vars(kind).get("__init__")
    if not isinstance(init, FunctionType):
        return None
    made: Any = object.__new__(kind)
    if isinstance(made, torch.nn.Module):
        torch.nn.Module.__init__(made)
    with contextlib.suppress(Exception):
        given = inspect.signature(kind).bind(**(arguments_for(kind, betas) | dict(settings)))
        given.apply_defaults()
        seen = {name: -1 for name in given.arguments if is_beta(name)}
        namespace = {**init.__globals__, init.__code__.co_varnames[0]: made, **given.arguments}
        for number, statement in enumerate(statements_of(init)):
            with contextlib.suppress(Exception):
                exec(compile(ast.Module([statement], []), "<constructor>", "exec"), namespace)
            for values in (namespace, vars(made), vars(made).get("_buffers", {})):
                rows = {name: value for name, value in values.items() if is_row(value) and name not in seen}
                if not any(map(is_beta, seen)):
                    values.update({name: as_given(betas, value) for name, value in rows.items() if is_beta(name)})
                seen |= dict.fromkeys(rows, number)
        return made if is_made_of(made, read_of(kind, method), betas, seen) else None
    return None


def is_made_of(made: Any, read: Collection[str], betas: torch.Tensor, seen: Mapping[str, int]) -> bool:
    """Whether an object has all that is read, has no other betas, and made its tables behind them. `seen`: in which step."""
    first = min((step for name, step in seen.items() if is_beta(name)), default=None)
    tables, kept = dict(tables_of(made, read)), dict(tables_of(made, public_names(made)))
    if first is None or not tables or not all(hasattr(made, name) for name in read):
        return False
    are_behind = all(is_beta(name) or seen[name] > first for name in tables)
    are_as_long = all(len(value) == len(betas) for value in tables.values())
    return are_behind and are_as_long and all(are_these(value, betas) for name, value in kept.items() if is_beta(name))


def are_these(value: Any, betas: torch.Tensor) -> bool:
    """Whether they are these betas, as exact as they are kept."""
    own = torch.as_tensor(value).cpu()
    return torch.equal(own, betas.to(own.dtype))


def read_of(kind: type[Any], method: str) -> set[str]:
    """What a method reads of its object that the constructor sets, also by its name in a text."""
    init = kind.__init__
    return names_read(kind, method) & {*attributes_set(init), *texts_in(init.__code__)}


def statements_of(function: Any) -> list[ast.stmt]:
    """What stands in a function."""
    return [part for node in parsed(function).body if isinstance(node, ast.FunctionDef) for part in node.body]


def texts_in(code: CodeType) -> list[str]:
    """The texts that a function is written with."""
    return [value for one in codes_in(code) for value in one.co_consts if isinstance(value, str)]


def as_given(betas: torch.Tensor, instead_of: Any) -> Any:
    """The betas, as an array where they take the place of one."""
    return betas.numpy().copy() if isinstance(instead_of, np.ndarray) else betas.clone()


def is_row(value: Any) -> bool:
    """Whether it is several numbers in a row, and not learned."""
    is_array = isinstance(value, np.ndarray | torch.Tensor) and not isinstance(value, torch.nn.Parameter)
    return is_array and value.ndim == 1


def remade_in_file(again: Callable[[], dict[str, Any]], name: str, betas: torch.Tensor) -> Any:
    """The function of this name, of the file when it is run anew and makes its tables of these betas; None if that is not sure.

    It is sure if the file asks once for numbers in even steps, keeps no other betas, and all tables that the function reads are
    as long.
    """
    steps = EvenSteps(betas)
    with contextlib.suppress(Exception), steps, steps.for_numpy():
        namespace = again()
        read = globals_read(namespace[name], namespace)
        tables = dict(tables_among(namespace, read))
        kept = [value for name, value in tables_among(namespace, namespace) if is_beta(name)]
        is_sure = steps.number == 1 and all(are_these(value, betas) for value in kept)
        if tables and is_sure and all(len(value) == len(betas) for value in tables.values()):
            lengths = [one for one in read if LENGTH.fullmatch(one) and type(namespace[one]) is int]
            namespace |= dict.fromkeys(lengths, len(betas))
            return namespace[name]
    return None


def globals_read(function: Any, namespace: Mapping[str, Any]) -> set[str]:
    """What of the file a function, and the file's functions that it calls, look up beside these functions."""
    found, left, seen = set[str](), [function], set[int]()
    while left:
        one = inspect.unwrap(left.pop())
        if not isinstance(one, FunctionType) or id(one) in seen:
            continue
        seen.add(id(one))
        used = {name for code in codes_in(one.__code__) for name in code.co_names} & namespace.keys()
        own = {
            name for name in used if getattr(inspect.unwrap(namespace[name]), "__globals__", None) is one.__globals__
        }
        found |= used - own
        left += [namespace[name] for name in own]
    return found


def arguments_for(kind: type[Any], betas: torch.Tensor) -> dict[str, Any]:
    """What its constructor is given: betas, their number, and nothing for what else it must have."""
    in_numpy = {"np", "numpy"} & {*getattr(kind.__init__, "__globals__", {})} & {*kind.__init__.__code__.co_names}
    found = dict[str, Any]()
    for one in inspect.signature(kind).parameters.values():
        if one.name == "device":
            found[one.name] = HERE
        elif is_beta(one.name):
            found[one.name] = betas.numpy().copy() if in_numpy else betas.clone()
        elif LENGTH.fullmatch(one.name) and (one.default is one.empty or type(one.default) is int):
            found[one.name] = len(betas)
        elif one.default is one.empty and one.kind in (one.POSITIONAL_OR_KEYWORD, one.KEYWORD_ONLY):
            found[one.name] = None
    return found


def takes_betas(kind: type[Any]) -> bool:
    """Whether they are given to its constructor."""
    return any(map(is_beta, inspect.signature(kind).parameters))


def is_beta(name: str) -> bool:
    """Whether a name says that its values are betas as they are: `betas`, not `alphas_bar`."""
    return source_of(name, ("betas",)) == ("betas", [])


def tables_of(made: Any, names: Collection[str]) -> Iterator[tuple[str, Any]]:
    """Those of these attributes that are several numbers in a row, and not learned."""
    yield from tables_among({name: getattr(made, name, None) for name in sorted(names)}, names)


def tables_among(values: Mapping[str, Any], names: Collection[str]) -> Iterator[tuple[str, Any]]:
    """The same of what has these names."""
    for name in sorted(names):
        if is_row(values[name]):
            yield name, values[name]


def public_names(made: Any) -> list[str]:
    """Of what its constructor keeps, also in buffers."""
    return [name for name in (*vars(made), *vars(made).get("_buffers", {})) if not name.startswith("_")]
