"""The world of functions that we wrote, in this process and in float64: the reference or a slip. Judge's side only."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from interview_cli.grading.judge.results import Expecting
from interview_cli.grading.wire.trace import Trace
from interview_cli.grading.wire.values import (
    asked_alone,
    assign,
    build_linear,
    build_module,
    copied,
    in_one_buffer,
    is_simple_list,
    leaves,
    load_state,
    pull_back,
    tensors_in,
)
from reference_impls.problem import Ref, Spy, SpyCall, Target, Traced


@dataclass(frozen=True)
class Taped:
    """A result, and the function from cotangents to the gradients of the inputs."""

    value: Any
    pull_back: Callable[[Sequence[Tensor]], dict[str, Any]]
    reached: Callable[[], set[str]]


class LocalWorld(Expecting):
    """A world of functions that we wrote: the reference or a slip."""

    def __init__(self, entries: Mapping[str, Any], reference: Mapping[str, Any] | None = None) -> None:
        self.entries = entries
        self.reference = reference if reference is not None else entries
        self.kept: dict[int, Any] = {}
        self.cpu_seconds = 0.0

    def call(self, target: Target, *args: Any, **kwargs: Any) -> Any:
        """See `World.call`; the inputs are copied, so that the function may do with them as it likes."""
        before = time.process_time()
        args, kwargs = self._inside(copied(args)), self._inside(copied(kwargs))
        result = asked_alone(self._resolve(target)(*args, **kwargs), *self.asked(target))
        self.cpu_seconds += time.process_time() - before
        return result

    def gradients(
        self, target: Target, *args: Any, cotangents: Sequence[Tensor], **kwargs: Any
    ) -> tuple[Any, dict[str, Any]]:
        """See `World.gradients`."""
        taped = self.taped(target, *args, **kwargs)
        return taped.value, taped.pull_back(cotangents)

    def taped(self, target: Target, *args: Any, **kwargs: Any) -> Taped:
        """Call with every floating input as a leaf; the gradients can be asked for later."""
        before = time.process_time()
        args, kwargs = self._inside(leaves(copied(args))), self._inside(leaves(copied(kwargs)))
        function = self._resolve(target)
        inputs = [*tensors_in(args, "args"), *tensors_in(kwargs, "kwargs")]
        result = asked_alone(function(*args, **kwargs), *self.asked(target))
        self.cpu_seconds += time.process_time() - before

        def backwards(cotangents: Sequence[Tensor]) -> dict[str, Any]:
            return pull_back(function, result, list(cotangents), inputs)

        return Taped(copied(result), backwards, lambda: reached_by(result, inputs))

    def new(self, entry: Target, *args: Any, **kwargs: Any) -> Ref:
        """See `World.new`."""
        result = self._resolve(entry)(*self._inside(copied(args)), **self._inside(copied(kwargs)))
        return self._put(asked_alone(result, *self.asked(entry)))

    def keep(self, value: Any) -> Ref:
        """See `World.keep`."""
        return self._put(copied(value))

    def value(self, ref: Ref) -> Any:
        """See `World.value`."""
        return copied(self.kept[ref.number])

    def values(self, refs: Sequence[Ref]) -> list[Any]:
        """See `World.values`."""
        return [self.value(ref) for ref in refs]

    def get(self, ref: Ref, attribute: str) -> Any:
        """See `World.get`."""
        value = self.kept[ref.number]
        for name in attribute.split("."):
            value = getattr(value, name)
        return copied(value)

    def linear(self, weight: Tensor, bias: Tensor | None) -> Ref:
        """See `World.linear`."""
        return self._put(build_linear(weight, bias))

    def module(self, parameters: Mapping[str, Tensor], buffers: Mapping[str, Tensor]) -> Ref:
        """See `World.module`."""
        return self._put(build_module(copied(dict(parameters)), copied(dict(buffers))))

    def stream(self, tensors: Sequence[Tensor]) -> Ref:
        """See `World.stream`."""
        return self._put(in_one_buffer(tensors))

    def state(self, ref: Ref) -> dict[str, Tensor]:
        """See `World.state`."""
        return {name: tensor.detach().clone() for name, tensor in self.kept[ref.number].state_dict().items()}

    def load(self, ref: Ref, state: Mapping[str, Tensor]) -> None:
        """See `World.load`."""
        load_state(self.kept[ref.number], state)

    def reference_state(self, entry: str, init: Sequence[Any]) -> dict[str, Tensor]:
        """See `World.reference_state`."""
        return dict(self.reference[entry](*init).state_dict())

    def assign(self, ref: Ref, values: Mapping[str, Tensor]) -> None:
        """See `World.assign`."""
        assign(self.kept[ref.number], values)

    def raised(self, target: Target, *args: Any, **kwargs: Any) -> str | None:
        """See `World.raised`."""
        try:
            self.call(target, *args, **kwargs)
        except Exception as error:
            return "<".join(kind.__name__ for kind in type(error).__mro__)
        return None

    def spy(self, function: Callable[..., Any]) -> Spy:
        """See `World.spy`."""
        return Spy(function)

    def repeat(self, times: int, target: Target, *args: Any, **kwargs: Any) -> list[Any]:
        """See `World.repeat`."""
        return [self.call(target, *args, **kwargs) for _ in range(times)]

    def trace(self, target: Target, *args: Any, **kwargs: Any) -> Traced:
        """See `World.trace`."""
        with Trace() as trace:
            value = self.call(target, *args, **kwargs)
        return Traced(value, frozenset(trace.operators), trace.largest)

    def _put(self, value: Any) -> Ref:
        number = len(self.kept) + 1
        self.kept[number] = value
        return Ref(number, type(value).__name__)

    def _resolve(self, target: Target) -> Any:
        match target:
            case Ref():
                return self.kept[target.number]
            case (ref, method):
                return getattr(self.kept[ref.number], method)
            case _:
                return self.entries[target]

    def _inside(self, value: Any) -> Any:
        """What it holds of kept objects and spies, as the functions take them."""
        if is_simple_list(value):
            return value
        match value:
            case Ref():
                return self.kept[value.number]
            case Spy():
                return RecordedCallable(value)
            case list() | tuple():
                return type(value)(self._inside(part) for part in value)
            case dict():
                return {key: self._inside(part) for key, part in value.items()}
            case _:
                return value


class RecordedCallable(torch.nn.Module):
    """A spy in the reference's own process."""

    def __init__(self, spy: Spy) -> None:
        super().__init__()
        self.anchor = torch.nn.Parameter(torch.zeros(()))
        self.__dict__["spy"] = spy

    def forward(self, *args: Any, **kwargs: Any) -> Any:
        """Call the function and keep the record, cotangents included."""
        call = SpyCall(copied(args), copied(kwargs))
        self.__dict__["spy"].calls.append(call)
        try:
            output = self.__dict__["spy"].function(*args, **kwargs)
        except (
            Exception
        ) as error:  # as the candidate's process is told of it, so that the same mistake has the same name
            raise RuntimeError(f"the given function raised {type(error).__name__}: {error}") from error
        call.output = copied(output)
        if torch.is_grad_enabled() and isinstance(output, Tensor) and output.is_floating_point():
            output = output + 0 * self.anchor.to(output.dtype)
            output.register_hook(  # type: ignore[no-untyped-call]
                lambda cotangent: call.cotangents.append(cotangent.detach().clone())
            )
        return output


def reached_by(result: Any, inputs: Sequence[tuple[str, Tensor]]) -> set[str]:
    """Paths of the leaves that a result depends on."""
    waiting = [tensor.grad_fn for _, tensor in tensors_in(result, "") if tensor.grad_fn is not None]
    seen, found = set(waiting), {id(tensor) for _, tensor in tensors_in(result, "")}
    while waiting:
        node = waiting.pop()
        found.add(id(getattr(node, "variable", None)))
        following = [after for after, _ in node.next_functions if after is not None and after not in seen]
        seen.update(following)
        waiting += following
    return {path for path, tensor in inputs if id(tensor) in found}
