"""Functions that must be given what a problem doesn't give, for results that nobody asks for.

`ppo_loss(logp, old_logp, advantages, values, returns, entropy)` returns the loss of a policy beside that of a critic. What is
lacking is nothing that could be computed with: whatever comes of it is nothing again, and no result. Where the first result is
the sum of both, what a critic says and is told is 0, and so is its loss. Imports torch.
"""

from __future__ import annotations

import ast
import inspect
import types
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.restating import function_at, put_at, without
from interview_cli.grading.candidate.adapting.results.returning import own_nodes, parsed
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.calls.binding import POSITIONAL
from interview_cli.grading.candidate.matching.names.kinds import OF_A_CRITIC
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, by_likeness
from interview_cli.grading.candidate.matching.names.words import enumerated, listed, words
from interview_cli.grading.candidate.matching.syntax.walking import walk

OF_A_POLICY = ("advantages", "logp")
"""What problems give of a policy's loss."""

OPERATORS = (
    "add", "radd", "sub", "rsub", "mul", "rmul", "truediv", "rtruediv", "pow", "rpow", "matmul", "rmatmul", "neg", "abs",
    "getitem", "lt", "le", "gt", "ge", "call",
)  # fmt: skip
"""What is computed with values, and is nothing where one of them is."""


class Nothing:
    """What the problem doesn't give, and all that is made of it."""

    def __getattr__(self, name: str) -> Nothing:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __bool__(self) -> bool:
        return False

    @classmethod
    def __torch_function__(cls, func: Any, kinds: Any, args: Any = (), kwargs: Any = None) -> Nothing:
        del func, kinds, args, kwargs
        return NOTHING


def stay_nothing(one: Nothing, *others: Any, **options: Any) -> Nothing:
    """Any operation on it."""
    del others, options
    return one


for operator in OPERATORS:
    setattr(Nothing, f"__{operator}__", stay_nothing)
NOTHING = Nothing()


def take_what_is_asked(sought: Sought) -> list[str]:
    """Let a function of more than the problem gives return what needs no more than that; what to say of it.

    Of several such results the one whose name has most of the words of what is asked for: `policy_loss`, not `clip_fraction`.
    """
    function = sought.function()
    if function is None or len(sought.path) > 1:
        return []
    own = inspect.signature(function).parameters
    lacking = [one for one in sought.binding(function).unfilled if own[one].kind in POSITIONAL]
    returned = results_of(function) if lacking else {}
    free = [place for place, part in returned.items() if not needs(function, part, lacking)]
    if not free or len(free) == len(returned):
        return []
    said = {place: set(words(place if isinstance(place, str) else told(returned[place]))) for place in free}
    best = max(len(one & set(words(sought.name))) for one in said.values())
    meant = [place for place in free if len(said[place] & set(words(sought.name))) == best]
    if not best or len(meant) > 1:
        return []
    sought.put(without(function, dict.fromkeys(lacking, NOTHING), lambda results: results[meant[0]]))
    result = meant[0] if isinstance(meant[0], str) else told(returned[meant[0]])
    return [f"your {result} is graded: it needs no {listed(lacking)}, which the problem doesn't give"]


def take_policies(sought: Sought) -> list[str]:
    """Let a loss of a policy and a critic in one take what is of the policy alone; what to say of it.

    For functions, and modules, that have names for all of the policy's: what is lacking is of the critic, by its names.
    """
    kind = sought.namespace.get(sought.path[0])
    path = [*sought.path, "forward"] if len(sought.path) == 1 and isinstance(kind, type) else sought.path
    function = function_at(sought.namespace, path)
    must = [one for one in sought.asked if one[1] is REQUIRED]
    if function is None or not {*OF_A_POLICY} <= {name for name, _ in must}:
        return []
    needed = [
        (name, REQUIRED) for name, one in inspect.signature(function).parameters.items() if one.default is one.empty
    ]
    needed = [one for one in needed if one[0] != "self"]
    known = by_likeness(must, needed)
    lacking = [name for name, _ in needed if name not in known.values()]
    if len(known) < len(must) or not lacking or not all(map(OF_A_CRITIC.match, lacking)):
        return []
    if are_mixed(function, lacking, [*known.values()]):
        return []
    put_at(sought.namespace, path, without(function, {name: torch.zeros(()) for name in lacking}))
    return [without_a_critic(lacking)]


def without_a_critic(names: Sequence[str]) -> str:
    """What to say of what is 0, since it is of a critic."""
    said = f"your {enumerated(names)} {'are' if len(names) > 1 or names[0].endswith('s') else 'is'} 0"
    return f"{said}, which the problem doesn't give: what your code adds for a critic isn't judged"


def are_mixed(function: types.FunctionType, lacking: Sequence[str], known: Sequence[str]) -> bool:
    """Whether what a policy is judged by meets what is lacking elsewhere than in a returned sum: `advantages - values`."""

    def is_of_both(part: ast.expr) -> bool:
        return needs(function, part, lacking) and needs(function, part, known)

    nodes = [node for one in parsed(function).body for node in own_nodes(one)]
    sums, logs = set[str](), set[str]()
    for node in nodes:
        match node:
            case ast.Assign(
                targets=[ast.Name(id=name)], value=ast.Dict() | ast.Call(func=ast.Name(id="dict"))
            ):  # side by side, as for a log
                logs.add(name)
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if is_of_both(value):
                if any(is_of_both(term) for term in terms_of(value) if not is_called(term, {name})):
                    return True
                sums.add(name)
            case ast.Assign(value=value) | ast.AugAssign(value=value) if is_of_both(value):
                return True
    returned = [node.value for node in nodes if isinstance(node, ast.Return) and node.value is not None]
    parts = [part for value in returned for part in getattr(value, "elts", getattr(value, "values", [value]))]
    parts = [part for part in parts if not is_called(part, logs)]
    places = {id(term) for part in parts for term in (*terms_of(part), *walk(part)) if is_called(term, sums)}
    if any(
        is_of_both(term)
        for part in parts
        for term in terms_of(part)
        if not any(id(one) in places for one in walk(term))
    ):
        return True
    own = {id(term) for node in nodes for term in own_terms(node, sums)}
    used = [one for node in nodes for one in walk(node) if is_called(one, sums) and isinstance(one, ast.Name)]
    return any(id(one) not in places | own for one in used if isinstance(one.ctx, ast.Load))


def own_terms(node: ast.AST, sums: Collection[str]) -> list[ast.expr]:
    """Where a sum is made of itself and more: `loss = loss + value_loss`."""
    match node:
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in sums:
            return [term for term in terms_of(value) if is_called(term, {name})]
    return []


def is_called(node: ast.AST, names: Collection[str]) -> bool:
    """Whether one of these variables stands there."""
    return isinstance(node, ast.Name) and node.id in names


def terms_of(part: ast.expr) -> list[ast.expr]:
    """What is added up, or subtracted, there."""
    match part:
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub(), right=right):
            return [*terms_of(left), *terms_of(right)]
    return [part]


def told(part: ast.expr) -> str:
    """The name of a result that has one."""
    return part.id if isinstance(part, ast.Name) else ""


def results_of(function: types.FunctionType) -> Mapping[Any, ast.expr]:
    """What a function returns in a tuple, by place, or in a dict, by key; nothing where it may return in several ways."""
    nodes = [node for one in parsed(function).body for node in own_nodes(one)]
    returned = [node.value for node in nodes if isinstance(node, ast.Return)]
    match returned:
        case [ast.Tuple(elts=parts)]:
            return dict(enumerate(parts))
        case [ast.Dict(keys=keys, values=parts)]:
            return {key.value: part for key, part in zip(keys, parts, strict=True) if isinstance(key, ast.Constant)}
    return {}


def needs(function: types.FunctionType, result: ast.expr, lacking: Iterable[str]) -> bool:
    """Whether a result may depend on one of these names, by any statement of the function that sets what it is made of."""
    sources = dict[str, set[str]]()
    for node in (node for one in parsed(function).body for node in own_nodes(one)):
        if isinstance(node, ast.stmt):
            for name in names_set(node):
                sources.setdefault(name, set()).update(names_of(node, ast.Load))
    found, left = set[str](), [*names_of(result, ast.Load)]
    while left:
        name = left.pop()
        if name not in found:
            found.add(name)
            left += sources.get(name, ())
    return not found.isdisjoint(lacking)


def names_set(node: ast.stmt) -> set[str]:
    """The names that a statement binds, or whose values it changes: `x = y`, `x[i] = y` and `x.add_(y)`."""
    found = names_of(node, ast.Store)
    for one in walk(node):
        match one:
            case ast.Subscript(value=ast.Name(id=name), ctx=ast.Store()):
                found.add(name)
            case ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(id=name)))):
                found.add(name)
    return found


def names_of(node: ast.AST, how: type[ast.expr_context]) -> set[str]:
    """The names inside of it that are read, or set."""
    return {one.id for one in walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, how)}
