"""Functions that go through two lists side by side where a problem gives one entry of each. Standard library only.

`for references, translation in zip(reference_corpus, translation_corpus)`: what is counted over a corpus is counted over one
text, too.
"""

from __future__ import annotations

import ast
import functools
import inspect
import re
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.likeness import Parameters, by_likeness
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of

OF_MANY = re.compile(r"corpus|corpora|^list_of_|^all_|_list$|_batch$", re.IGNORECASE)
"""What names of lists of texts say of them."""


def take_entries(sought: Sought) -> list[str]:
    """Let a function at this path take one of each where it goes through lists of them; what to say of it."""
    function = sought.namespace.get(sought.path[0])
    lists = (
        lists_of(function, sought.asked) if isinstance(function, types.FunctionType) and len(sought.path) == 1 else {}
    )
    if not lists:
        return []
    sought.namespace[sought.path[0]] = with_entries(sought.namespace[sought.path[0]], lists, sought.tell)
    return []


def lists_of(function: types.FunctionType, asked: Parameters) -> dict[str, str]:
    """The parameters that are gone through side by side, each with its name of one entry, which is a usual one of what is asked.

    At least one of them must be called so: raters and images are gone through side by side, too, entry by entry.
    """
    own = inspect.signature(function).parameters
    for lists in zipped_in(nodes_of(code_of(function)), own):
        entries = by_likeness(asked, [(entry, None) for entry in lists.values()])
        is_told = any(OF_MANY.search(name) or name == f"{entry}s" for name, entry in lists.items())
        if is_told and len(entries) == len(lists) > 1 and not set(lists.values()) & set(own):
            return lists
    return {}


def zipped_in(nodes: Sequence[ast.AST], own: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    """What stands in each loop over a `zip` of parameters alone: their names, and those of their entries."""
    for node in nodes:
        match node:
            case ast.For(target=ast.Tuple(elts=entries), iter=ast.Call(func=ast.Name(id="zip"), args=lists)) if len(
                entries
            ) == len(lists):
                pairs = list(zip(map(name_of, lists), map(name_of, entries), strict=True))
                names = {one: entry for one, entry in pairs if one and entry}
                if len(names) == len(lists) and names.keys() <= own.keys():
                    yield names


def name_of(node: ast.expr) -> str:
    """That of a variable; nothing of anything else."""
    return node.id if isinstance(node, ast.Name) else ""


def with_entries(
    function: Callable[..., Any], lists: Mapping[str, str], tell: Callable[[str], None]
) -> Callable[..., Any]:
    """The function, with a parameter for the one entry in the place of each list. A tensor is a list of its rows."""
    own = inspect.signature(function)
    shown = [one.replace(name=lists.get(name, name)) for name, one in own.parameters.items()]
    signature = inspect.Signature(shown)

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        given = signature.bind(*args, **kwargs).arguments
        entries = {name: given.pop(entry) for name, entry in lists.items()}
        if any(hasattr(entry, "shape") for entry in entries.values()):
            return function(**entries, **given)
        tell(f"your {' and '.join(lists)} have one entry: what the problem gives")
        return function(**{name: [entry] for name, entry in entries.items()}, **given)

    call.__signature__ = signature  # type: ignore[attr-defined]
    return call
