"""Functions that take a batch apart, `B, T, D = x.shape`, where a problem gives what is in one: that is a batch of one.

Or where it gives heads beside the samples, (B, H, T, D): then both are in one axis. Without it, they would raise. Imports
torch; never a reference.
"""

from __future__ import annotations

import ast
import functools
import inspect
import math
import re
import types
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch

from interview_cli.grading.candidate.adapting.holding.made_for_each import MadeForEach
from interview_cli.grading.candidate.adapting.modules.building import Built
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, tree_of
from interview_cli.grading.candidate.matching.syntax.functions import Function

OF_A_BATCH = (
    ("b", "bs", "bsz", "batch", "batch_size", "batchsize", "nb", "n_batch", "num_envs", "n_envs", "bh"),
    ("n", "_"),
)
"""How code calls the number of samples, the surest names first."""
PARTS = re.compile(r"\([^)]*\)|\S+")
"""The axes of a pattern of einops, `b (h w) c`."""
LEAST_WITH_HEADS = 3
"""Axes of what may have heads in the axis of its samples: those, tokens and channels."""


@dataclass
class Batches:
    """What is done to the calls of one entry; `said`: what is told of it, once it was done.

    `is_asked`: whether the entry is to get a batch in any case, since each call has raised for want of an axis.
    """

    said: str = ""
    made: dict[Any, Any] = field(default_factory=dict)
    is_asked: bool = False

    def around(self, function: Any) -> Any:
        """What answers, where it takes apart more axes than it may be given; anything else as it is."""
        match function:
            case types.FunctionType():
                return self._taking_batches(function)
            case types.MethodType(__func__=types.FunctionType() as inner, __self__=owner):
                return types.MethodType(self._taking_batches(inner), owner)
            case Built(kind=kind, method=method) | MadeForEach(kind=kind, method=method):
                found = getattr(kind, method, None)
                if isinstance(found, types.FunctionType):
                    setattr(kind, method, self._taking_batches(found))
        return function

    def _taking_batches(self, function: types.FunctionType) -> types.FunctionType:
        """The function itself, if it takes no batch apart."""
        if function not in self.made:
            axes = axes_unpacked(getattr(function, "written", function)) or (
                of_the_first(function) if self.is_asked else {}
            )
            self.made[function] = with_batches(function, axes, self._tell) if axes else function
            self.made[self.made[function]] = self.made[function]
        made: types.FunctionType = self.made[function]
        return made

    def _tell(self, said: str) -> None:
        self.said = said


@dataclass(frozen=True)
class Axes:
    """How many axes of a parameter are taken apart by names, and which of these are the samples.

    Without names: one more than it has.
    """

    names: tuple[str, ...]
    batch: int

    def lack_the_batch(self, value: Any) -> bool:
        """Whether there is one axis less."""
        return axes_of(value) == len(self.names) - 1 if self.names else axes_of(value) > 0

    def counted(self, value: Any) -> int:
        """How many there are with that of the samples."""
        return len(self.names) or axes_of(value) + 1

    def told(self, value: Any) -> str:
        """How the code shows how many there are."""
        return (
            f"your code unpacks {', '.join(self.names)}"
            if self.names
            else f"your code takes {self.counted(value)} axes"
        )


def axes_unpacked(function: types.FunctionType) -> dict[str, Axes]:
    """The parameters whose shape a function takes apart in any case, before it binds them anew, with a name for the samples."""
    found = dict[str, Axes]()
    definition = next((node for node in tree_of(code_of(function)).body if isinstance(node, Function)), None)
    bound = set[str]()
    for node in definition.body if definition is not None else ():
        whole, names = unpacked_in(node)
        if whole and whole not in bound and whole not in found and (axes := axes_called(names)) is not None:
            found[whole] = axes
        if any(isinstance(part, ast.Return) for part in ast.walk(node)):
            break
        bound |= {
            part.id for part in ast.walk(node) if isinstance(part, ast.Name) and not isinstance(part.ctx, ast.Load)
        }
    own = inspect.signature(function).parameters
    return {name: axes for name, axes in found.items() if name in own}


def of_the_first(function: types.FunctionType) -> dict[str, Axes]:
    """The first parameter, with an axis more for the samples, however many it has."""
    own = [name for name in inspect.signature(function).parameters if name != "self"]
    return dict.fromkeys(own[:1], Axes((), 0))


def unpacked_in(node: ast.stmt) -> tuple[str, list[str]]:
    """`B, T, D = x.shape`, or `rearrange(x, "b t d -> b d t")`: what is taken apart, and into which names; else nothing."""
    match node:
        case ast.Assign(
            targets=[ast.Tuple(elts=parts)],
            value=ast.Attribute(value=ast.Name(id=whole), attr="shape")
            | ast.Call(func=ast.Attribute(value=ast.Name(id=whole), attr="size"), args=[]),
        ) if all(isinstance(part, ast.Name) for part in parts):
            return whole, [part.id for part in parts if isinstance(part, ast.Name)]
        case ast.Assign(
            value=ast.Call(
                func=ast.Name(id="rearrange"), args=[ast.Name(id=whole), ast.Constant(value=str() as pattern)]
            )
        ):
            return whole, PARTS.findall(pattern.partition("->")[0])
    return "", []


def axes_called(names: list[str]) -> Axes | None:
    """The axes of these names, if one of them is of the samples."""
    spelled = [name.lower() for name in names]
    places = [[place for place, name in enumerate(spelled) if name in usual] for usual in OF_A_BATCH]
    first = next((found[0] for found in places if found), None)
    return Axes(tuple(names), first) if first is not None and len(names) > 1 else None


@dataclass
class Batched:
    """A function that takes a batch apart. `is_all`: whether what is given beside is of the samples, too.

    `loses`: of its results, by their places and numbers of axes, whether they have an axis of the samples.
    """

    function: types.FunctionType
    axes: Mapping[str, Axes]
    tell: Callable[[str], None]
    is_all: bool = False
    loses: dict[tuple[int, int], bool] = field(default_factory=dict)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """With a batch of one where it would raise without one."""
        given = inspect.signature(self.function).bind(*args, **kwargs)
        if heads := self.with_heads(given):
            return with_heads_in_the_batch(self.function, given, heads)
        lacking = {name: one for name, one in self.axes.items() if one.lack_the_batch(given.arguments.get(name))}
        if not lacking:
            return self.function(*args, **kwargs)
        first, axes = next(iter(lacking.items()))
        value = given.arguments[first]
        self.tell(f"your {first} is a batch of one: {axes.told(value)}")
        result, count = self.called(given, list(lacking)), axes.counted(value)
        return self.taken_out(result, axes.batch, count, is_telling=1 not in value.shape)

    def with_heads(self, given: inspect.BoundArguments) -> tuple[int, ...]:
        """The numbers of samples and heads, where several tensors have both, and one axis of samples alone is taken apart."""
        for name, axes in self.axes.items():
            value: Any = given.arguments.get(name)
            most = len(axes.names)
            if axes.batch or most < LEAST_WITH_HEADS or axes_of(value) != most + 1:
                continue
            alike = [one for one in given.arguments.values() if axes_of(one) == most + 1]
            same = [one for one in alike if len(one) == len(value) and value.shape[1] % one.shape[1] == 0]
            if len(same) > 1 and all(fits_beside(one, value) for one in alike):
                self.tell(f"your {name} has samples and heads in one axis: {axes.told(value)}")
                return (*value.shape[:2], most + 1)
        return ()

    def called(self, given: inspect.BoundArguments, lacking: Sequence[str]) -> Any:
        """The result for a batch of one. What is beside stays as it is, as weights do, unless that raises: it may be of it.

        Rows of numbers, as the rewards and ends of an episode, have no weights beside them.
        """
        like, batch = given.arguments[lacking[0]], self.axes[lacking[0]].batch
        beside = {
            name: axes_of(value)
            for name, value in given.arguments.items()
            if name not in self.axes and axes_of(value) and abs(len(value) - len(like)) <= 1
        }
        alike = [name for name, count in beside.items() if count == axes_of(like) == 1]
        if not self.is_all:
            try:
                return self.run(given, [*lacking, *alike], batch)
            except (IndexError, RuntimeError, TypeError, ValueError):
                if len(alike) == len(beside):
                    raise
        result = self.run(given, [*lacking, *beside], batch)
        self.is_all = True
        return result

    def run(self, given: inspect.BoundArguments, names: Sequence[str], batch: int) -> Any:
        """The result, with an axis of length one in each of these."""
        places = {name: self.axes[name].batch if name in self.axes else batch for name in names}
        values = {name: with_axis(given.arguments[name], place) for name, place in places.items()}
        whole = inspect.BoundArguments(given.signature, OrderedDict({**given.arguments, **values}))
        return self.function(*whole.args, **whole.kwargs)

    def taken_out(self, result: Any, batch: int, most: int, place: int = 0, *, is_telling: bool) -> Any:
        """The result without the axis of the samples, `batch`; one that has fewer axes than were taken apart may have none.

        Whether it has one is seen where nothing else has the length of one, `is_telling`.
        """
        if isinstance(result, tuple | list):
            numbered = enumerate(result)
            parts = [self.taken_out(part, batch, most, number, is_telling=is_telling) for number, part in numbered]
            return type(result)(*parts) if hasattr(result, "_fields") else type(result)(parts)
        count = axes_of(result)
        if not count or count <= batch:
            return result
        is_one = result.shape[batch] == 1
        if is_telling:
            self.loses[place, count] = is_one
        is_batch = count >= most or self.loses.get((place, count), True)
        return result.squeeze(batch) if is_one and is_batch else result


def with_heads_in_the_batch(function: Callable[..., Any], given: inspect.BoundArguments, heads: Sequence[int]) -> Any:
    """What it gives for tensors whose first two axes are one; its results have both again."""
    *both, most = heads
    values = dict(given.arguments)
    for name, value in values.items():
        wide = (
            value[None] if axes_of(value) == most - 1 and value.shape[0] in (1, both[1]) else value
        )  # (H, T, S) of a mask
        values[name] = spread(wide, both).reshape(-1, *wide.shape[2:]) if axes_of(wide) == most else value
    whole = inspect.BoundArguments(given.signature, OrderedDict(values))
    result = function(*whole.args, **whole.kwargs)
    parts = [
        part.reshape(*both, *part.shape[1:]) if axes_of(part) and part.shape[0] == math.prod(both) else part
        for part in (result if isinstance(result, tuple | list) else [result])
    ]
    return type(result)(parts) if type(result) in (tuple, list) else parts[0]


def fits_beside(one: Any, value: Any) -> bool:
    """Whether it has samples and heads as the other one, or one for all of these, as a mask may.

    Or fewer heads, each of which serves as many of the other's.
    """
    return len(one) in (1, len(value)) and value.shape[1] % one.shape[1] == 0


def spread(value: Any, both: Sequence[int]) -> Any:
    """The tensor, or the array, with what it has for all samples or heads at each of them."""
    own = [number if length == 1 else length for length, number in zip(value.shape[:2], both, strict=True)]
    shape = (*own, *value.shape[2:])
    return value.expand(shape) if isinstance(value, torch.Tensor) else np.broadcast_to(value, shape)


def with_batches(
    function: types.FunctionType, axes: Mapping[str, Axes], tell: Callable[[str], None]
) -> Callable[..., Any]:
    """The function, given a batch of one where what it takes apart has no samples."""
    batched = Batched(function, axes, tell)

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        return batched(*args, **kwargs)

    return call


def axes_of(value: Any) -> int:
    """How many axes a tensor or an array has; none of anything else."""
    is_array = isinstance(value, torch.Tensor) or type(value).__module__ == "numpy"
    return len(value.shape) if is_array else 0


def with_axis(value: Any, place: int) -> Any:
    """A tensor, or an array, with an axis of length one more."""
    return value[(*(slice(None),) * place, None)]
