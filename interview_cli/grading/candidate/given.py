"""Functions that a problem gives, as the candidate's code sees them: their code and weights are the judge's, who is asked.

Imports torch and `wire`.
"""

from __future__ import annotations

import ast
import threading
from collections.abc import Mapping
from typing import Any, Protocol

import torch

from interview_cli.grading.candidate.adapting.asked import functions_in
from interview_cli.grading.candidate.matching.names.kinds import LONG_ENOUGH, MOST_TOKENS
from interview_cli.grading.candidate.matching.syntax.functions import always_called, asked_of_names
from interview_cli.grading.wire.frames import Frame
from interview_cli.grading.wire.values import copied

ONE_AT_A_TIME = threading.Lock()
"""Held from a question to the judge until its answer: code that scores in a pool of threads asks several at once."""


class Asking(Protocol):
    """What passes questions to the judge."""

    methods: frozenset[str]
    """The methods for which a given function may stand."""
    asked_for: str
    """What is said of the use that the code made of it."""

    def send(self, op: str, value: Any = None, **fields: Any) -> None:
        """Ask the judge, in the midst of a call."""

    def receive(self) -> Frame:
        """What the judge answers."""


class RemoteCall(torch.autograd.Function):
    """A call of the judge's callable; its backward is a second message.

    `forward` has no context of its own, so that `torch.func.vjp` and `grad` can go through it.
    """

    @staticmethod
    def forward(remote: GivenFunction, kwargs: dict[str, Any], _anchor: Any, *args: Any) -> Any:
        """Send the arguments, return the judge's result: no view of the frame, which torch lets nobody change in place."""
        remote.__dict__["_token"], result = remote.ask(list(args), kwargs, tape=True)
        return copied(result)

    @staticmethod
    def setup_context(ctx: Any, inputs: tuple[Any, ...], output: Any) -> None:
        """Keep which call it was."""
        del output
        ctx.remote, ctx.args = inputs[0], inputs[3:]
        ctx.token = ctx.remote.__dict__["_token"]

    @staticmethod
    def backward(ctx: Any, *cotangents: Any) -> Any:
        """Send the cotangents, return the gradients of the arguments."""
        gradients = iter(RemotePullBack.apply(ctx.remote, ctx.token, *cotangents))  # type: ignore[no-untyped-call]
        wants = [isinstance(arg, torch.Tensor) and arg.is_floating_point() for arg in ctx.args]
        return (None, None, torch.zeros(()), *(next(gradients) if want else None for want in wants))


class RemotePullBack(torch.autograd.Function):
    """The second message: a function, too, so that what functorch wraps is sent without its wrapping.

    What comes back has no graph: the judge's callables are differentiated once.
    """

    @staticmethod
    def forward(remote: GivenFunction, token: int, *cotangents: Any) -> Any:
        """The gradients of the floating arguments."""
        return tuple(remote.pull_back(token, list(cotangents)))

    @staticmethod
    def setup_context(ctx: Any, inputs: tuple[Any, ...], output: Any) -> None:
        """Nothing is kept."""
        del inputs
        ctx.mark_non_differentiable(*(one for one in output if isinstance(one, torch.Tensor)))

    @staticmethod
    def backward(ctx: Any, *cotangents: Any) -> Any:
        """Nothing asks for it."""
        del ctx
        return None, None, *(None for _ in cotangents)


class GivenFunction(torch.nn.Module):
    """A model, operator or critic whose weights, code and record are the judge's."""

    _runner: Asking
    _number: int

    def __init__(self, runner: Asking, number: int) -> None:
        super().__init__()
        self.anchor = torch.nn.Parameter(torch.zeros(()))  # lets gradients reach the model when no input needs one
        self.__dict__["_runner"], self.__dict__["_number"] = runner, number

    def forward(self, *args: Any, **kwargs: Any) -> Any:
        """Call the judge's function; what is given as arrays comes back as one, where the whole answer is in NumPy."""
        given = [*args, *kwargs.values()]
        is_in_numpy = any(type(one).__module__ == "numpy" for one in given) and not any(map(torch.is_tensor, given))
        if torch.is_grad_enabled() and not is_in_numpy:
            return RemoteCall.apply(self, kwargs, self.anchor, *args)  # type: ignore[no-untyped-call]
        return self.ask(list(args), kwargs, tape=False)[1]

    def __getattr__(self, name: str) -> Any:
        """Itself for the one method that a file calls of what stands in its place: `model.predict(x, t)`, `ode.drift(x, t)`."""
        try:
            return super().__getattr__(name)
        except AttributeError:
            runner = self.__dict__.get("_runner")
            if runner is not None and name in MOST_TOKENS:
                runner.asked_for = f"the {name} of the function that the problem gives is {LONG_ENOUGH}"
                return LONG_ENOUGH
            if runner is None or name not in runner.methods or self.__dict__.setdefault("_method", name) != name:
                raise
        runner.asked_for = f"your {name} is the function that the problem gives"
        return self

    def ask(self, args: list[Any], kwargs: dict[str, Any], *, tape: bool) -> tuple[int, Any]:
        """The token for a later pull-back, and the result."""
        frame = self._answer("callback", (args, kwargs), callback=self._number, tape=tape)
        return int(frame.fields["token"]), frame.value

    def pull_back(self, token: int, cotangents: list[Any]) -> list[Any]:
        """Gradients of the floating arguments of the call with this token."""
        return list(self._answer("pullback", cotangents, token=token).value)

    def _answer(self, op: str, value: Any, **fields: Any) -> Frame:
        """What the judge says to a question. Raises: RuntimeError, which its callable has raised."""
        with ONE_AT_A_TIME:
            self._runner.send(op, value, **fields)
            frame = self._runner.receive()
        if frame.op == "callback-error":
            raise RuntimeError(frame.fields["text"])
        return frame


def methods_for_functions(tree: ast.Module, entries: Mapping[str, str], asked: Mapping[str, Any]) -> frozenset[str]:
    """The names of methods for which a given function may stand: an object's, of which the file does nothing but call them.

    Under the problem's own name the function is called as it is given.
    """
    functions = {name for one in asked.values() for name in functions_in(one["parameters"])}
    are_as_asked = any(name == path.rpartition(".")[2] for name, path in entries.items())
    named = asked_of_names(tree, functions) if are_as_asked else set[str]()
    return frozenset(name for name in always_called(tree) - named if not name.startswith("_"))


def given_in(module: Any) -> list[torch.nn.Module]:
    """The judge's functions that a module keeps."""
    parts = module.modules() if isinstance(module, torch.nn.Module) else ()
    return [part for part in parts if isinstance(part, GivenFunction)]
