"""Functions of ours that a problem gives, such as a network: the candidate's process calls them here. Judge's side.

Each call is recorded for the checks, and gradients go back through it.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor

from interview_cli.grading.judge.given_form import TIMES, Given, is_number
from interview_cli.grading.judge.worker import Stopped, Worker
from interview_cli.grading.wire import frames
from interview_cli.grading.wire.values import copied, leaves, tensors_in
from reference_impls.problem import Spy, SpyCall

MAX_CALLBACKS = 5000
MAX_KEPT_BYTES = 256 << 20
Outgoing = tuple[str, Any, dict[str, Any]]
"""Operation, value and further fields of a frame to the candidate."""


class GivenFunctions:
    """All that one grade gives, by number. `said`: what the user is told of how these were called.

    `may_be_turned`: whether the code was not written for the statement's signature: it has another name, or takes the time
    before the state itself.
    """

    def __init__(self, worker: Worker, given: Given) -> None:
        self.worker, self.given = worker, given
        self._spies: list[Spy] = []
        self._tapes: list[tuple[SpyCall, list[Any], Any]] = []
        self._asked = 0
        self._kept_bytes = 0
        self._orders = dict[int, bool]()
        self.said: tuple[str, ...] = ()
        self.may_be_turned = False

    def add(self, function: Callable[..., Any]) -> Spy:
        """One more."""
        self._spies.append(Spy(function))
        return self._spies[-1]

    def number_of(self, spy: Spy) -> int:
        """By which the candidate's process asks for it."""
        return next(number for number, one in enumerate(self._spies) if one is spy)

    def called(self, frame: frames.Frame) -> Outgoing:
        """The answer to a call. Raises: Stopped."""
        self._count()
        number, value = frame.fields.get("callback"), frame.value
        well_formed = (
            isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], list) and isinstance(value[1], dict)
        )
        if type(number) is not int or not 0 <= number < len(self._spies) or not well_formed:
            raise self.worker.malformed("a malformed call of the given function")
        args = self.given.asked_back(value[0])
        kwargs = self.given.asked_back({str(key): part for key, part in value[1].items()})
        spy = self._spies[number]
        args, kwargs = self._without_nothing(spy.function, args, kwargs)
        try:
            args, is_turned = self._with_the_state_first(number, args)
        except TypeError as error:
            return callback_error(error)
        args = self._with_one_time(args)
        call = SpyCall(tuple(copied(args)), copied(kwargs))
        spy.calls.append(call)
        inputs = leaves(args)
        try:
            refuse_opaque([*args, *kwargs.values()])
            with torch.enable_grad():
                output = spy.function(*inputs, **kwargs)
        except Exception as error:
            return callback_error(exchanged(spy.function, inputs) or error)
        call.output = copied(output)
        self._kept_bytes += sum(tensor.nbytes for _, tensor in tensors_in((args, kwargs, output), ""))
        if self._kept_bytes > MAX_KEPT_BYTES:
            self.worker.kill()
            raise Stopped("crashed", f"the given function was asked for more than {MAX_KEPT_BYTES >> 20} MiB")
        self._tapes.append((call, turned(inputs) if is_turned else inputs, output))
        return "callback-result", self.given.unnoted(copied(output)), {"token": len(self._tapes) - 1}

    def pulled_back(self, frame: frames.Frame) -> Outgoing:
        """The gradients of a call's inputs, from those of its results. Raises: Stopped."""
        self._count()
        token, cotangents = frame.fields.get("token"), frame.value
        if type(token) is not int or not 0 <= token < len(self._tapes) or not isinstance(cotangents, list):
            raise self.worker.malformed("a malformed gradient request")
        call, inputs, output = self._tapes[token]
        pairs = [
            (tensor, cotangent)
            for (_, tensor), cotangent in zip(tensors_in(output, ""), cotangents, strict=False)
            if isinstance(cotangent, Tensor) and cotangent.shape == tensor.shape
        ]
        wanted = [tensor for tensor in inputs if isinstance(tensor, Tensor) and tensor.is_floating_point()]
        terms = [(tensor * cotangent).sum() for tensor, cotangent in pairs if tensor.requires_grad]
        gradients: Sequence[Tensor | None] = [None for _ in wanted]
        if terms and wanted:
            try:
                gradients = torch.autograd.grad(sum(terms[1:], terms[0]), wanted, allow_unused=True, retain_graph=True)
            except RuntimeError as error:
                return callback_error(error)
        call.cotangents.extend(cotangent for _, cotangent in pairs)
        return "pullback-result", list(gradients), {}

    def _without_nothing(
        self, function: Callable[..., Any], args: list[Any], kwargs: dict[str, Any]
    ) -> tuple[list[Any], dict[str, Any]]:
        """What a call is of, without a context of None or options of `{}` behind, where the function takes no more."""
        fewer, named = [*args], {name: value for name, value in kwargs.items() if not is_nothing(value)}
        while fewer and is_nothing(fewer[-1]) and not takes(function, fewer, named):
            fewer.pop()
        if takes(function, args, kwargs) or not takes(function, fewer, named):
            return args, kwargs
        self._say("the given function is called without what is None or empty in your call: it takes no more")
        return fewer, named

    def _with_the_state_first(self, number: int, args: list[Any]) -> tuple[list[Any], bool]:
        """As the function takes it, where code of its own form calls `f(t, x)`, as solvers of SciPy's kind do.

        Raises: TypeError where it calls it in both ways.
        """
        function = self._spies[number].function
        has_the_time_first = exchanged(function, args) is not None
        if not self.may_be_turned or not (has_the_time_first or exchanged(function, turned(args))):
            return args, False
        if self._orders.setdefault(number, has_the_time_first) != has_the_time_first:
            raise TypeError("it was called with the time first, and with the state first")
        if not has_the_time_first:
            return args, False
        self._say("your code calls the given function with the time first: it gets the state first, then the time")
        return turned(args), True

    def _with_one_time(self, args: list[Any]) -> list[Any]:
        """With the time that the problem gives for all samples, where a call has it once for each."""
        changed = self.given.with_one_time(args)
        if changed is not args:
            self._say("your code gives the given function a time for each sample: they are equal, so it gets one")
        return changed

    def _say(self, note: str) -> None:
        """Once."""
        self.said = tuple(dict.fromkeys((*self.said, note)))

    def _count(self) -> None:
        """Every message that the candidate makes us compute."""
        self._asked += 1
        if self._asked > MAX_CALLBACKS:
            self.worker.kill()
            raise Stopped("crashed", f"the given function was called more than {MAX_CALLBACKS} times")


def refuse_opaque(values: Sequence[Any]) -> None:
    """Raises: TypeError for what was not sent, such as a tensor far larger than any of the problem's."""
    for value in values:
        if isinstance(value, list | tuple):
            refuse_opaque(value)
        if isinstance(value, frames.Opaque):
            raise TypeError(f"it was given a {value.type_name} {value.text and f'({value.text})'}".strip())


def turned(args: Sequence[Any]) -> list[Any]:
    """The first two at each other's places."""
    return [*args[1::-1], *args[2:]]


def is_nothing(value: Any) -> bool:
    """Whether an argument says nothing: None, or an empty dict."""
    return value is None or (isinstance(value, dict | list | tuple) and not value)


def takes(function: Callable[..., Any], args: Sequence[Any], kwargs: Mapping[str, Any]) -> bool:
    """Whether a function, or a module, has parameters for these arguments."""
    try:
        inspect.signature(getattr(function, "forward", function)).bind(*args, **kwargs)
    except TypeError:
        return False
    except ValueError:  # it has no signature
        return True
    return True


def exchanged(function: Callable[..., Any], args: Sequence[Any]) -> TypeError | None:
    """What is said of a function of a state and a time that was called with the time first."""
    if len(args) < 2 or not isinstance(args[1], Tensor) or not (is_number(args[0]) and args[1].ndim):
        return None
    names = [parameter.name for parameter in inspect.signature(function).parameters.values()][:2]
    if names[1:] not in ([one] for one in TIMES):
        return None
    return TypeError(f"it takes ({', '.join(names)}), and was called with a number, then a tensor")


def callback_error(error: Exception) -> Outgoing:
    """What the candidate is told when a given function cannot do what it asks."""
    text = f"the given function raised {type(error).__name__}: {error}"[:500]
    return "callback-error", None, {"token": 0, "text": text}
