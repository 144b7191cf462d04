"""What answers, found and put back where it stands in a file; and functions that take the same in other values.

`pass_at_k(results, k)` takes a list where a problem gives two numbers: how one is made of the other is said by who knows it.
Standard library only.
"""

from __future__ import annotations

import functools
import inspect
import types
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any


def function_at(namespace: Mapping[str, Any], path: Sequence[str]) -> types.FunctionType | None:
    """The function of a file, or the method of one of its classes, as it is written; None for anything else."""
    owner = namespace.get(path[0])
    found = vars(owner).get(path[1]) if isinstance(owner, type) and len(path) == 2 else owner
    return found if isinstance(found, types.FunctionType) else None


def put_at(namespace: dict[str, Any], path: Sequence[str], function: Callable[..., Any]) -> None:
    """Let it answer in the place of what `function_at` has found."""
    owner = namespace.get(path[0])
    if isinstance(owner, type):
        setattr(owner, path[1], function)
    else:
        namespace[path[0]] = function


def restated(
    function: types.FunctionType,
    own: Collection[str],
    asked: Mapping[str, Any],
    made: Callable[[Mapping[str, Any]], Mapping[str, Any]],
) -> Callable[..., Any]:
    """The function, which is given by name what is asked for in the place of its own parameters.

    `asked`: these names, with their defaults, or `Parameter.empty`. `made`: its own values, made of those. Whoever gives none
    of them, as the file itself, calls the function as before.
    """
    signature = inspect.signature(function)
    kind = inspect.Parameter.KEYWORD_ONLY
    taken = [inspect.Parameter(name, kind, default=default) for name, default in asked.items()]
    shown = list[inspect.Parameter]()
    for name, one in signature.parameters.items():
        if name == "self" or one.kind is one.VAR_KEYWORD:
            shown.append(one)
        elif name not in own:
            shown.append(one.replace(kind=kind))
        elif taken:  # all of them stand where the first of its own does
            shown, taken = [*shown, *taken], []

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        given = {name: kwargs.pop(name) for name in asked if name in kwargs}
        return function(*args, **kwargs, **(made(given) if given else {}))

    call.__signature__ = inspect.Signature(shown)  # type: ignore[attr-defined]
    return call


def without(
    function: types.FunctionType, held: Mapping[str, Any], taken: Callable[[Any], Any] = lambda result: result
) -> Callable[..., Any]:
    """The function without these parameters, for which it gets what is held; of its result that is `taken`.

    The file itself may call it with them, as before.
    """
    own = inspect.signature(function)
    shown = own.replace(parameters=[one for name, one in own.parameters.items() if name not in held])

    @functools.wraps(function)
    def call(*args: Any, **given: Any) -> Any:
        try:
            own.bind(*args, **given)
        except TypeError:  # what is called from outside the file
            bound = shown.bind(*args, **given)
            return taken(function(**bound.arguments, **held))
        return function(*args, **given)

    call.__signature__ = shown  # type: ignore[attr-defined]
    return call


def set_default(function: types.FunctionType, name: str, *, value: Any) -> None:
    """Give a parameter that may be left out another default."""
    by_name = function.__kwdefaults__ or {}
    if name in by_name:
        function.__kwdefaults__ = {**by_name, name: value}
        return
    code = function.__code__
    last = code.co_varnames[: code.co_argcount][-len(function.__defaults__ or ()) :]
    function.__defaults__ = tuple(
        value if own == name else default for own, default in zip(last, function.__defaults__ or (), strict=True)
    )


def follow(given: Any, made: Sequence[Any], first: Sequence[Any]) -> None:
    """Let the list that a problem gives, and watches, change as the one that was made of it, which held `first` at first."""
    if not isinstance(given, list):
        return
    places = {id(one): i for i, one in enumerate(first)}
    now = [given[places[id(one)]] if id(one) in places else one for one in made]
    if len(now) != len(given) or any(one is not other for one, other in zip(now, given, strict=True)):
        given[:] = now
