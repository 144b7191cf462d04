"""Backward passes that take what a forward pass of the file has left, where the problem gives the inputs. Standard library only.

`layernorm_backward(dout, cache)` beside `layernorm_forward(x, gamma, beta)`, which returns its output and the cache: each
call goes forward first.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from interview_cli.grading.candidate.adapting.asked import as_asked
from interview_cli.grading.candidate.adapting.results.returning import names_returned
from interview_cli.grading.candidate.adapting.settings.options import unpacked_for
from interview_cli.grading.candidate.adapting.steps.keeping import zeros_of
from interview_cli.grading.candidate.matching.names.kinds import CONTEXT, LEFT_BEHIND
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, Parameters, by_likeness, likeness, same
from interview_cli.grading.candidate.matching.names.words import listed

BACKWARD = re.compile("_?(backward|backprop|bwd)_?", re.IGNORECASE)
"""What the name of a backward pass has beside that of its layer."""
OTHER_FORM = re.compile("_?(alt|fast|naive|vectorized)$", re.IGNORECASE)
"""How the name of a pass ends that courses have in more than one form."""
FORWARD = re.compile("_?(forward|fwd)_?", re.IGNORECASE)
SCALE, SHIFT, BIAS = "gamma", "beta", "bias"
"""What a norm multiplies by and adds: no gradient depends on the latter, so that problems do not give it."""
OF_SETTINGS = re.compile(r"\w+_params?$")
"""How a dict of settings is called: `ln_param`, `bn_params`."""
MOST_INPUTS = 16
"""More than a forward pass takes."""
IN_TRAINING: Mapping[str, Any] = {"mode": "train"}
"""What such a dict says of a pass that is differentiated."""


class AfterForward:
    """A backward pass as the problem calls it: with what its forward pass takes in the place of what that leaves.

    `shifts` of the forward pass are zeros; its `settings` are a dict of what the problem gives them. `holders`: what the backward
    pass takes of that, all of it in a cache, or results by their names.
    """

    def __init__(
        self, backward: Callable[..., Any], forward: Callable[..., Any], holders: Sequence[str], asked: Parameters
    ) -> None:
        self.backward, self.forward, self.holders = backward, forward, holders
        before, own = inspect.signature(forward).parameters, inspect.signature(backward).parameters
        must = [name for name in needed_by(forward) if name not in holders]
        is_given = {name: any(likeness(one, name) for one, _ in asked) for name in must}
        self.shifts = [name for name in must if likeness(SHIFT, name) or likeness(BIAS, name)]
        self.shifts = [name for name in self.shifts if not is_given[name]]
        self.settings = [name for name in must if OF_SETTINGS.match(name)]
        self.to_forward = [name for name in before if name not in (*self.shifts, *self.settings, *holders)]
        self.has_context = CONTEXT in holders and CONTEXT in before
        self.to_backward = [name for name in own if name not in holders]
        shown = {name: {**own, **before}[name] for name in (*self.to_backward, *self.to_forward)}
        self.by_default = by_default(shown, asked)
        shown |= {own: shown[own].replace(default=default) for own, default in self.by_default.items()}
        self.options = {
            name: default
            for name, default in asked
            if self.settings and default is not REQUIRED and not any(likeness(name, one) for one in shown)
        }
        kind = inspect.Parameter.KEYWORD_ONLY
        shown |= {name: inspect.Parameter(name, kind, default=default) for name, default in self.options.items()}
        self.__signature__ = as_asked(list(shown.values()), asked)
        self.__name__ = getattr(backward, "__name__", "")

    @property
    def note(self) -> str:
        """What the user is told of it."""
        verb = "is" if len(self.holders) == 1 else "are"
        name = getattr(self.forward, "__name__", "")
        if self.has_context:
            return f"your {listed(self.holders)} is what your {name} leaves for your {self.__name__}"
        return f"your {listed(self.holders)} {verb} what your {name} returns behind its output"

    def __call__(self, **given: Any) -> Any:
        given = self.by_default | given
        scale = next((value for name, value in given.items() if likeness(SCALE, name)), 0.0)
        before = {name: given[name] for name in self.to_forward if name in given}
        before |= {name: zeros_of(scale) for name in self.shifts}
        options = {**IN_TRAINING, **{name: given.get(name, default) for name, default in self.options.items()}}
        before |= {name: dict(options) for name in self.settings}
        if self.has_context:
            context = Context()
            self.forward(**{CONTEXT: context}, **before)
            return without_nothing(self.backward(context, *(given[name] for name in self.to_backward)))
        result = self.forward(**before)
        names = names_returned(self.forward)
        left = {name: result[names.index(name)] if name in names else left_by(result) for name in self.holders}
        return self.backward(**{name: given[name] for name in self.to_backward if name in given}, **left)


class Context:
    """What a forward pass of torch's functions leaves for the backward pass."""

    def __init__(self) -> None:
        self.saved_tensors: tuple[Any, ...] = ()
        self.needs_input_grad = (True,) * MOST_INPUTS

    def save_for_backward(self, *values: Any) -> None:
        """Keep these."""
        self.saved_tensors = values

    def mark_non_differentiable(self, *values: Any) -> None:
        """Nothing: no gradients are asked for."""

    def set_materialize_grads(self, value: bool) -> None:
        """Nothing: all gradients are given."""


def without_nothing(result: Any) -> Any:
    """The gradients of values, without None for each setting."""
    if not isinstance(result, tuple):
        return result
    found = tuple(one for one in result if one is not None)
    return found[0] if len(found) == 1 else found


def by_default(own: Mapping[str, inspect.Parameter], asked: Parameters) -> dict[str, Any]:
    """What must be given to code, and may be left out of the problem's, by what that is then: `eps`."""
    options = {name: default for name, default in asked if default is not REQUIRED}
    pairs = by_likeness(asked, [(name, REQUIRED) for name, one in own.items() if one.default is one.empty])
    return {other: options[name] for name, other in pairs.items() if name in options}


def left_by(result: Any) -> Any:
    """What a forward pass returns behind its output."""
    if not isinstance(result, tuple | list) or len(result) < 2:
        return result
    return result[1] if len(result) == 2 else tuple(result[1:])


def after_forward(function: Any, asked: Parameters, namespace: Mapping[str, Any]) -> AfterForward | None:
    """The backward pass, if it needs what its forward pass leaves, and this takes as much as the problem gives.

    One thing that is called so, or several that the forward pass returns by the same names.
    """
    forward = forward_of(function, namespace) if inspect.isfunction(function) else None
    if forward is None:
        return None
    forward = unpacked_for(forward, asked) or forward
    free = [name for name in needed_by(function) if not any(same(name, one) for one, _ in asked)]
    caches = [name for name in free if name in LEFT_BEHIND]
    returned = names_returned(forward)[1:]
    holders = caches or [name for name in free if name in returned]
    if not holders or len(caches) > 1:
        return None
    found = AfterForward(function, forward, holders, asked)
    number = sum(default is REQUIRED for _, default in asked)
    return found if len(needed_by(found)) == number else None


def needed_by(function: Callable[..., Any]) -> list[str]:
    """What must be given to it."""
    own = inspect.signature(function).parameters.values()
    return [
        one.name for one in own if one.default is one.empty and one.kind not in (one.VAR_POSITIONAL, one.VAR_KEYWORD)
    ]


def forward_of(backward: Callable[..., Any], namespace: Mapping[str, Any]) -> Callable[..., Any] | None:
    """The one function of the file that has its name with the other word, or without any; of a class, the method that has."""
    owner, dot, _ = backward.__qualname__.partition(".")
    if dot and isinstance(kind := namespace.get(owner), type):
        found = getattr(kind, "forward", None)
        is_static = isinstance(inspect.getattr_static(kind, "forward", None), staticmethod)
        return found if is_static and inspect.isfunction(found) else None
    layer, own = layer_of(backward.__name__, BACKWARD), backward.__module__
    if layer is None:
        return None
    others = [
        one for one in namespace.values() if inspect.isfunction(one) and one.__module__ == own and one is not backward
    ]
    found = [one for one in others if same(layer_of(one.__name__, FORWARD) or one.__name__, layer)]
    named: Sequence[Callable[..., Any]] = [one for one in found if FORWARD.search(one.__name__)] or found
    return named[0] if len(set(named)) == 1 else None


def layer_of(name: str, word: re.Pattern[str]) -> str | None:
    """The name without the word, and without another way that is told behind it, as in `backward_alt`; None where it has none."""
    return OTHER_FORM.sub("", word.sub("", name, count=1)) if word.search(name) else None
