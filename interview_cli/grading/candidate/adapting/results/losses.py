"""Models that return what a loss is computed from, where a problem asks for the loss, too. Imports torch; never a reference.

`return self.decode(z), mu, log_std`, and a `loss_function(recon_x, x, mu, log_std)` beside the class, a method of it, or a
module of its own.
"""

from __future__ import annotations

import ast
import functools
import inspect
import operator
import re
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.results.named import named_first, without_names
from interview_cli.grading.candidate.adapting.results.returning import name_of, names_returned
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, by_likeness
from interview_cli.grading.candidate.matching.names.words import listed, words
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of

LOSS = "loss"
OF_LOSSES = frozenset({LOSS, "criterion", "elbo", "objective"})
"""Words in the names of what computes one."""
MADE = re.compile("rec|hat|pred|out|dec|gen")
"""What names of a model's result have that names of its input have not."""


@dataclass(frozen=True, slots=True)
class Computed:
    """A loss of the file, by its name: what it is made of for a model, and what it is given for each of its parameters.

    That is one of the results, by its place, or what goes into the model, by its name. Nothing where it takes all results in
    their order.
    """

    name: str
    function_of: Callable[[Any], Callable[..., Any]]
    given: Mapping[str, int | str]

    def of(self, model: Any, inputs: Mapping[str, Any], results: Sequence[Any]) -> Any:
        """Its value for one pass."""
        function = self.function_of(model)
        own = {name: results[of] if isinstance(of, int) else inputs[of] for name, of in self.given.items()}
        value, _ = without_names(function(**own) if own else function(*results), 1, (), LOSS)
        value, _ = named_first(value, function, LOSS, LOSS, 0)
        return value[0] if isinstance(value, tuple | list) and value else value


def take_losses(sought: Sought) -> list[str]:
    """Let the model at this path return its loss before its results, if one of its file takes these; what to say of it."""
    kind = sought.namespace.get(sought.path[0])
    if not (isinstance(kind, type) and issubclass(kind, torch.nn.Module)) or len(sought.path) > 1:
        return []
    forward = vars(kind).get("forward")
    returned = names_given_back(forward) if isinstance(forward, types.FunctionType) else []
    is_asked = len(sought.results) == 2 and sought.results[0] == LOSS
    if not is_asked or forward is None or len(returned) < 2 or any(LOSS in words(name) for name in returned):
        return []
    inputs = [name for name, one in inspect.signature(forward).parameters.items() if one.kind is not one.VAR_KEYWORD][
        1:
    ]
    found = [
        one for each in losses_in(sought.namespace, kind) if (one := computed_of(*each, returned, inputs)) is not None
    ]
    most = max((len(one.given) for one in found), default=0)
    whole = [one for one in found if len(one.given) == most]  # beside its parts: `kl_loss(mu, log_std)`
    if len(whole) != 1:
        return []
    kind.forward = with_a_loss(forward, whole[0])
    told = listed(name or f"number {place + 1}" for place, name in enumerate(returned))
    return [f"your loss is that of {whole[0].name}, which is given what {sought.path[0]} returns: {told}"]


def names_given_back(forward: Callable[..., Any]) -> list[str]:
    """What a pass returns in a tuple, or in a list, by name."""
    returned = [node.value for node in nodes_of(code_of(forward)) if isinstance(node, ast.Return)]
    lists = [[name_of(part) for part in one.elts] for one in returned if isinstance(one, ast.List)]
    return names_returned(forward) or (lists[0] if len(lists) == len(returned) == 1 else [])


def losses_in(
    namespace: Mapping[str, Any], kind: type[Any]
) -> Iterator[tuple[str, Callable[[Any], Callable[..., Any]], Callable[..., Any]]]:
    """What is called as a loss: its name, what gives it for a model, and what it takes.

    The functions of the file, the methods of the class, and modules that are made of nothing.
    """
    for name, found in [*vars(kind).items(), *namespace.items()]:
        function = getattr(found, "__func__", found)
        if OF_LOSSES.isdisjoint(words(name)):
            continue
        if isinstance(function, types.FunctionType) and vars(kind).get(name) is found:
            yield name, operator.attrgetter(name), function
        elif isinstance(function, types.FunctionType):
            yield name, functools.partial(lambda one, _: one, found), function
        elif is_a_criterion(found):
            yield name, functools.partial(lambda one, _: one(), found), vars(found)["forward"]


def is_a_criterion(found: Any) -> bool:
    """Whether it is the class of a module that is made of nothing."""
    is_a_module = isinstance(found, type) and issubclass(found, torch.nn.Module) and "forward" in vars(found)
    return is_a_module and all(one.default is not one.empty for one in inspect.signature(found).parameters.values())


def computed_of(
    name: str,
    function_of: Callable[[Any], Callable[..., Any]],
    function: Callable[..., Any],
    returned: Sequence[str],
    inputs: Sequence[str],
) -> Computed | None:
    """The loss, if it must be given nothing else than what goes in and comes out, and takes some of both.

    Or all that comes out: `loss_function(*results)`.
    """
    own = [one for one in inspect.signature(function).parameters.values() if one.name != "self"]
    own = [one for one in own if one.kind is not one.VAR_KEYWORD]
    if [one.kind for one in own] == [inspect.Parameter.VAR_POSITIONAL]:
        return Computed(name, function_of, {})
    must = [one.name for one in own if one.default is one.empty]
    sources: dict[str, int | str] = {one: one for one in inputs} | {
        one or f"#{place}": place for place, one in enumerate(returned)
    }
    pairs = by_likeness([(one, REQUIRED) for one in must], [(one, REQUIRED) for one in sources])
    given = {one: sources[source] for one, source in pairs.items()}
    for one in (one for one in must if one not in given):
        is_made = MADE.search(one.lower()) is not None
        left = [of for of in sources.values() if of not in given.values() and isinstance(of, int) is is_made]
        given |= {one: left[0]} if left else {}
    is_of_both = {type(of) for of in given.values()} == {int, str}
    is_known = all(one.kind is one.POSITIONAL_OR_KEYWORD for one in own)
    return Computed(name, function_of, given) if len(given) == len(must) and is_of_both and is_known else None


def with_a_loss(forward: Callable[..., Any], loss: Computed) -> Callable[..., Any]:
    """The pass of a model that returns its loss, and what that takes for the model's result."""
    made = [of for one, of in loss.given.items() if isinstance(of, int) and MADE.search(one.lower())]
    first = made[0] if made else 0

    def call(self: Any, *args: Any, **kwargs: Any) -> Any:
        results = forward(self, *args, **kwargs)
        inputs = inspect.signature(forward).bind(self, *args, **kwargs).arguments
        return loss.of(self, inputs, results), results[first]

    call.__signature__ = inspect.signature(forward)  # type: ignore[attr-defined]
    call.__name__ = forward.__name__
    return call
