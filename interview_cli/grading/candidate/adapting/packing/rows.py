"""Functions that take in a row what a problem gives in one tensor, or one by one what it gives in a list. Imports torch only.

Or that take a number for each axis where a problem gives one for all: `stride=(1, 1)`.
"""

from __future__ import annotations

import ast
import functools
import inspect
import re
import types
from collections.abc import Callable, Collection, Mapping
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.restating import restated
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, Parameters, by_likeness, parameters_in
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of

LIST_OF_TENSORS = re.compile(r"\b(list|tuple|sequence|iterable)\[.*\btensor\b", re.IGNORECASE)
"""How a parameter is annotated that takes several tensors in a row."""
HEIGHT, WIDTH = "h", "w"
"""How problems call the sides of an image."""
AXES = (
    (HEIGHT, WIDTH),
    ("height", "width"),
    *((f"{high}{end}", f"{wide}{end}") for high, wide in (("h", "w"), ("height", "width")) for end in ("_in", "in")),
    *(
        (f"{start}_{high}", f"{start}_{wide}")
        for start in ("in", "input")
        for high, wide in (("h", "w"), ("height", "width"))
    ),
)
"""How code calls both."""
OF_ROWS = [inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.VAR_POSITIONAL]
"""What a method takes that is given an object and any number of lists."""
PASSED_ON = ("args", "arguments", "inputs", "xs", "_")
"""What a function calls arguments of any number that it hands to another one."""


def in_rows(function: Any) -> Any:
    """The function, given a list of tensors where it says that it takes one and the problem gives them in one tensor."""
    if not isinstance(function, types.FunctionType):
        return function
    own = inspect.signature(function)
    names = [name for name, one in own.parameters.items() if LIST_OF_TENSORS.search(str(one.annotation))]
    if not names:
        return function

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        given = own.bind(*args, **kwargs)
        for name in given.arguments.keys() & set(names):
            value = given.arguments[name]
            given.arguments[name] = list(value) if isinstance(value, torch.Tensor) else value
        return function(*given.args, **given.kwargs)

    return call


def take_rows_whole(sought: Sought) -> list[str]:
    """Let a method that takes lists one by one, `fuse(self, *rankings)`, take the one list of these that a problem gives, too.

    What the file itself calls with several lists, or with one, is called as before.
    """
    kind = sought.namespace.get(sought.path[0])
    method = vars(kind).get(sought.path[1]) if isinstance(kind, type) and len(sought.path) == 2 else None
    if not isinstance(method, types.FunctionType) or sum(default is REQUIRED for _, default in sought.asked) != 1:
        return []
    own = list(inspect.signature(method).parameters.values())
    if [one.kind for one in own[:2]] != OF_ROWS or own[1].name in PASSED_ON:
        return []
    if any(one.kind is not inspect.Parameter.KEYWORD_ONLY for one in own[2:]):
        return []

    @functools.wraps(method)
    def call(self: Any, *args: Any, **given: Any) -> Any:
        rows = given.pop(own[1].name, args[0] if len(args) == 1 else args)
        are_all = isinstance(rows, list | tuple) and all(isinstance(row, list | tuple) for row in rows)
        return method(self, *(rows if are_all else args), **given)

    first = [own[0], own[1].replace(kind=inspect.Parameter.POSITIONAL_OR_KEYWORD)]
    call.__signature__ = inspect.Signature([*first, *own[2:]])  # type: ignore[attr-defined]
    setattr(kind, sought.path[1], call)
    return []


def take_both_axes(sought: Sought) -> list[str]:
    """Let a function of height and width, which returns both, take a problem's one width for each; what to say of it."""
    function, asked = sought.function(), [name for name, _ in sought.asked]
    own = inspect.signature(function).parameters if function is not None else {}
    pair = next(((high, wide) for high, wide in AXES if {high, wide} <= own.keys()), None)
    needed = {name for name, default in sought.asked if default is REQUIRED}
    if function is None or pair is None or asked[0] != WIDTH or HEIGHT in asked or not needed <= {*sought.plain}:
        return []
    width = {WIDTH: inspect.Parameter.empty}
    sides = one_side_at_a_time(function, pair)
    sought.put(restated(sides, pair, width, lambda given: dict.fromkeys(pair, given[WIDTH])))
    return [f"your {pair[0]} and {pair[1]} are each {WIDTH} in turn, with the other one longer: both give one result"]


def one_side_at_a_time(function: types.FunctionType, pair: tuple[str, str]) -> Any:
    """The function of two equal sides, called for each with the other one longer: a result must not follow the wrong side.

    Raises: ValueError, where the results are not the same: then one of them is wrong, and only the judge knows which.
    """

    @functools.wraps(function)
    def call(*args: Any, **given: Any) -> Any:
        results = [
            function(*args, **{**given, other: 2 * given[other] + 1}) for other in reversed(pair) if other in given
        ]
        if len(results) != len(pair) or not all(isinstance(one, tuple | list) and len(one) == 2 for one in results):
            return function(*args, **given)
        high, wide = results[0][0], results[1][1]
        if high != wide:
            raise ValueError(f"for the same size the result is {high} for {pair[0]} and {wide} for {pair[1]}")
        return wide

    return call


def take_one_for_each(sought: Sought) -> list[str]:
    """Let an entry of a file that has a number for each axis, `stride=(1, 1)`, take the one that a problem gives for all.

    A function, a method, or a class with what its constructor takes. What is said of it is said when one is given.
    """
    found = sought.namespace.get(sought.path[0])
    owner = vars(found) if isinstance(found, type) else sought.namespace
    names = ["__init__", *(sought.path[1:] or ("forward", "__call__"))] if isinstance(found, type) else sought.path[:1]
    for name in names:
        places = places_for_each(owner.get(name), sought.asked, sought.plain) if len(sought.path) < 3 else {}
        if places and isinstance(found, type):
            setattr(found, name, with_one_for_each(owner[name], places, sought.tell))
        elif places:
            sought.namespace[name] = with_one_for_each(owner[name], places, sought.tell)
    return []


def places_for_each(function: Any, asked: Parameters, plain: Collection[str]) -> dict[str, int]:
    """The parameters that hold a whole number for each axis, where a problem gives one; how many each.

    They hold the same one several times by default, or the code takes them apart.
    """
    if not isinstance(function, types.FunctionType):
        return {}
    own = inspect.signature(function).parameters
    numbers = [(name, one) for name, one in asked if type(one) is int or (one is REQUIRED and name in plain)]
    pairs = by_likeness(numbers, parameters_in(list(own.values())))
    defaults = {name: own[name].default for name in pairs.values() if isinstance(own[name].default, tuple)}
    found = {
        name: len(row) for name, row in defaults.items() if {*map(type, row)} == {int} and len({*row}) == 1 < len(row)
    }
    apart = {name: parts_taken(function, name) for name in pairs.values() if own[name].default is own[name].empty}
    return found | {name: number for name, number in apart.items() if number > 1}


def parts_taken(function: types.FunctionType, name: str) -> int:
    """Into how many parts a function takes a parameter, `ph, pw = patch_size` or `patch_size[0]`, wherever it comes from.

    0 for none, where it looks first whether there are several or how many, and where a part is a list or taken apart itself.
    """
    nodes = nodes_of(code_of(function))
    if any(isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Store) for node in nodes):
        return 0
    places, whole = set[int](), set[int]()
    for node in nodes:
        match node:
            case ast.Call(func=ast.Name(id="isinstance" | "type" | "len"), args=[ast.Name(id=asked), *_]) if (
                asked == name
            ):
                return 0
            case ast.Assign(targets=[ast.Tuple(elts=parts)], value=ast.Name(id=own)) if own == name:
                whole.add(len(parts) if all(isinstance(part, ast.Name) for part in parts) else 0)
            case ast.Subscript(value=ast.Name(id=own), slice=ast.Constant(value=int() as place)) if own == name:
                places.add(place)
    if places != {*range(len(places))}:
        return 0
    numbers = whole | ({len(places)} if places else set())
    return numbers.pop() if len(numbers) == 1 else 0


def with_one_for_each(function: types.FunctionType, places: Mapping[str, int], tell: Callable[[str], None]) -> Any:
    """The function, which may be given one whole number at these places; `tell` is told of it then."""
    own = inspect.signature(function)

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        given = own.bind(*args, **kwargs)
        for name in given.arguments.keys() & places.keys():
            value, number = given.arguments[name], places[name]
            if type(value) is int:
                given.arguments[name] = (value,) * number
                tell(f"your {name} has {number} numbers here, each what is given")
        return function(*given.args, **given.kwargs)

    return call


def one_by_one(function: Any) -> Any:
    """The function, given one list where it takes what is in it one by one: `rrf(*rankings, k=60)`.

    What passes its arguments on calls them `args`, and takes them as they are asked for.
    """
    own = list(inspect.signature(function).parameters.values()) if isinstance(function, types.FunctionType) else []
    kinds = [one.kind for one in own]
    if kinds[:1] != [inspect.Parameter.VAR_POSITIONAL] or own[0].name in PASSED_ON:
        return function
    if any(kind is not inspect.Parameter.KEYWORD_ONLY for kind in kinds[1:]):
        return function
    signature = inspect.Signature([one.replace(kind=one.POSITIONAL_OR_KEYWORD) for one in own])

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        given = signature.bind(*args, **kwargs).arguments
        whole = given.pop(own[0].name)
        return function(*(whole if isinstance(whole, list | tuple) else [whole]), **given)

    call.__signature__ = signature  # type: ignore[attr-defined]
    return call
