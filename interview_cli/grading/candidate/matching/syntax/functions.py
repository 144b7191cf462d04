"""What the syntax of a function or a class says: what it is made with, what it reads of its object, what it never reads.

Standard library only.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeGuard

from interview_cli.grading.candidate.matching.names.kinds import OF_VALUES, is_of_objects, says_a_size
from interview_cli.grading.candidate.matching.names.likeness import is_of_one_kind
from interview_cli.grading.candidate.matching.syntax.walking import walk

Function = ast.FunctionDef | ast.AsyncFunctionDef
ITSELF = ("forward", "__call__", "call", "fn", "f", "func", "function", "compute")
"""Methods that are what their class is."""
SAME_ENTRIES = ("list", "reversed", "tuple")
"""What gives the entries of what it is given: `reversed(list(enumerate(found)))`."""
LEAVES_VALUES = "fit"
"""A method that leaves what it has found in its object."""
NO_METHODS: Mapping[str, ast.FunctionDef] = {}
SCHEDULER = "LambdaLR"
"""What of torch makes a scheduler of a function of the step, whose value times the optimizer's rate is the rate."""
OF_SCHEDULER = ("optimizer", "lr_lambda")
RATE = "lr"
"""How the rate is called that such an optimizer is made with."""
WEIGHT, WHOLE = "weight", "whole"
"""What of a parameter is filled: what layers of torch call so, or all of it."""
MOST_PASSES = 3
"""Methods through which an object is followed that one passes on to the next."""
DRAWS = frozenset(
    {"randn", "randn_like", "normal", "normal_", "rand", "rand_like", "uniform_", "randint", "randint_like"}
)
"""What draws numbers at random."""


def called_of_itself(node: ast.AST) -> set[str]:
    """What is called of `self` inside a definition."""
    called = (call.func for call in walk(node) if isinstance(call, ast.Call))
    return {func.attr for func in called if isinstance(func, ast.Attribute) and is_named(func.value, "self")}


def names_called(node: ast.AST) -> set[str]:
    """Of functions, inside a definition."""
    called = (call.func for call in walk(node) if isinstance(call, ast.Call))
    return {func.id for func in called if isinstance(func, ast.Name)}


def tables_read(function: Function, tree: ast.Module) -> tuple[str, ...]:
    """What the top of the file binds beside definitions, and a function looks up, or one of the file's that it calls.

    And what it reads of a class that holds settings, or of its one object there: `warmup` of `args.warmup`.
    """
    held = settings_held(tree)
    own = {node.name: node for node in tree.body if isinstance(node, Function)}
    bound_there = {
        name for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign) for name in names_set(node)
    }
    left, seen, found = [function.name], set[str](), set[str]()
    while left:
        name = left.pop()
        if name in seen or name not in own:
            continue
        seen.add(name)
        used = {part.id for part in walk(own[name]) if isinstance(part, ast.Name)}
        found |= (used & bound_there) | {part.attr for part in walk(own[name]) if is_setting(part, held)}
        left += used
    return tuple(sorted(found))


def settings_held(tree: ast.Module) -> dict[str, set[str]]:
    """The classes at the top of a file, and objects made there of nothing, each with what the class sets beside its methods."""
    held = {node.name: set(names_set_in(node)) for node in tree.body if isinstance(node, ast.ClassDef)}
    made = dict[str, set[str]]()
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=ast.Name(id=kind), args=[], keywords=[])):
                made |= {name: held[kind]} if kind in held else {}
    return held | made


def names_set_in(node: ast.ClassDef) -> list[str]:
    """What the body of a class sets."""
    return [name for part in node.body if isinstance(part, ast.Assign | ast.AnnAssign) for name in names_set(part)]


def is_setting(node: ast.AST, held: Mapping[str, Collection[str]]) -> TypeGuard[ast.Attribute]:
    """Whether this reads a setting of one of these: `args.warmup`."""
    return (
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.attr in held.get(node.value.id, ())
    )


def function_returned(node: Function) -> Function | ast.Lambda | None:
    """The function that stands in it and is all that it returns, if each parameter of the two has a name of its own.

    One that needs nothing was not called: `return dp` for `return dp()`.
    """
    last = node.body[-1].value if isinstance(node.body[-1], ast.Return) else None
    scheduler = scheduler_made(node)
    last = last if scheduler is None else scheduler.rate
    inner = {part.name: part for part in node.body if isinstance(part, Function)}
    found = last if isinstance(last, ast.Lambda) else inner.get(last.id) if isinstance(last, ast.Name) else None
    if found is None or found.args.vararg or found.args.kwarg or isinstance(node, ast.AsyncFunctionDef):
        return None
    names = [arg.arg for one in (node.args, found.args) for arg in (*one.posonlyargs, *one.args, *one.kwonlyargs)]
    needs_something = any(one.default is one.empty for one in parameters_of(found))
    return found if needs_something and len(set(names)) == len(names) else None


@dataclass(frozen=True, slots=True)
class Scheduler:
    """What a function makes its scheduler with: the parameter that is the optimizer, and the function of the step."""

    optimizer: str
    rate: ast.expr


def scheduler_made(node: Function) -> Scheduler | None:
    """`return LambdaLR(optimizer, lr_lambda)`, perhaps under a name of its own before; None for anything else."""
    last = node.body[-1].value if isinstance(node.body[-1], ast.Return) else None
    if isinstance(last, ast.Name):
        named = [one.value for one in node.body if isinstance(one, ast.Assign) and is_named(one.targets[0], last.id)]
        last = named[-1] if named else None
    if not isinstance(last, ast.Call) or last_name(last.func) != SCHEDULER:
        return None
    given = dict(zip(OF_SCHEDULER, last.args, strict=False)) | {one.arg: one.value for one in last.keywords if one.arg}
    optimizer, rate = (given.get(name) for name in OF_SCHEDULER)
    takes = [arg.arg for arg in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
    is_given = isinstance(optimizer, ast.Name) and optimizer.id in takes
    return Scheduler(optimizer.id, rate) if is_given and isinstance(optimizer, ast.Name) and rate is not None else None


def last_name(node: ast.expr) -> str:
    """`LambdaLR` of that and of `lr_scheduler.LambdaLR`."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def parameters_of(node: Function | ast.Lambda) -> list[inspect.Parameter]:
    """Those that it has, to be given by name; what is no literal as a default is taken for None."""
    places, kind = [*node.args.posonlyargs, *node.args.args], inspect.Parameter.KEYWORD_ONLY
    defaults: list[ast.expr | None] = [None] * (len(places) - len(node.args.defaults))
    pairs = zip((*places, *node.args.kwonlyargs), (*defaults, *node.args.defaults, *node.args.kw_defaults), strict=True)
    return [
        inspect.Parameter(arg.arg, kind, default=inspect.Parameter.empty if default is None else literal(default))
        for arg, default in pairs
    ]


def literal(node: ast.expr) -> Any:
    """Its value; None for what has to be computed."""
    try:
        return ast.literal_eval(node)
    except ValueError:
        return None


def called_twice(node: ast.AST, names: Sequence[str]) -> int:
    """How many of these parameters it calls that are of one kind with one before, which it calls, too."""
    called = {part.func.id for part in walk(node) if isinstance(part, ast.Call) and isinstance(part.func, ast.Name)}
    own = [name for name in names if name in called]
    return sum(any(is_of_one_kind(name, other) for other in own[:place]) for place, name in enumerate(own))


def writes(called: str) -> bool:
    """Whether what has this name writes into a tensor: `normal_`."""
    return called.endswith("_") and not called.startswith("_")


def draws(node: ast.AST) -> bool:
    """Whether something in it is drawn at random: `torch.randn_like(x)`."""
    called = [part.func for part in walk(node) if isinstance(part, ast.Call)]
    return any(getattr(func, "attr", getattr(func, "id", "")) in DRAWS for func in called)


def tested_for_none(node: Function | ast.Lambda) -> set[str]:
    """The names of which it asks whether they are None."""
    asked = [part for part in walk(node) if isinstance(part, ast.Compare) and isinstance(part.left, ast.Name)]
    asked = [part for part in asked if isinstance(part.ops[0], ast.Is | ast.IsNot)]
    nothing = [part for part in asked if isinstance(part.comparators[0], ast.Constant)]
    return {part.left.id for part in nothing if isinstance(part.left, ast.Name)}


def never_read(node: Function | ast.Lambda, names: Sequence[str]) -> set[str]:
    """Those of these parameters that it does without; none where it does without most, as what is yet to be written."""
    parts = [part for part in walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load)]
    left = set(names) - {part.id for part in parts}
    return {name for name in left if not says_a_size(name)} if 2 * len(left) < len(names) else set()


def always_called(tree: ast.AST) -> set[str]:
    """The names under which a file asks things for nothing but methods that it calls, and of which no text speaks."""
    nodes = list(walk(tree))
    calls = {node.func for node in nodes if isinstance(node, ast.Call)}
    asked = [node for node in nodes if isinstance(node, ast.Attribute)]
    others = {node.attr for node in asked if node not in calls}
    others |= {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return {node.attr for node in asked} - others


def asked_of_names(tree: ast.AST, names: Collection[str]) -> set[str]:
    """What a file asks of variables of these names."""
    asked = (node for node in walk(tree) if isinstance(node, ast.Attribute))
    return {node.attr for node in asked if isinstance(node.value, ast.Name) and node.value.id in names}


def is_static(method: ast.FunctionDef) -> bool:
    """Whether it is not handed its object."""
    return any(is_named(decorator, "staticmethod") for decorator in method.decorator_list) or has_no_self(method)


def has_no_self(method: ast.FunctionDef) -> bool:
    """Whether its first parameter is a value: a function that stands in a class without being made for its objects."""
    first = method.args.args[0].arg if method.args.args else "self"
    if is_of_objects(first) or method.decorator_list:
        return False
    parts = list(walk(method))
    asked = [part.attr for part in parts if isinstance(part, ast.Attribute) and is_named(part.value, first)]
    return len(asked) < sum(is_named(part, first) for part in parts) or not OF_VALUES.isdisjoint(asked)


def is_named(node: ast.AST, name: str) -> bool:
    """Whether it is the use of a name."""
    return isinstance(node, ast.Name) and node.id == name


def looked_up_in_place(nodes: Iterable[ast.AST], names: Collection[str]) -> set[str]:
    """Those of these names of which an entry is looked up, `a[t]`, `a.to(x.device)[t]`, `a.gather(-1, t)`, or passed on to it."""
    found = set[str]()
    for node in nodes:
        match node:
            case ast.Subscript(value=whole):
                found.add(root_name(whole))
            case ast.Call(func=ast.Attribute(value=whole, attr="gather" | "index_select" | "take")):
                found.add(root_name(whole))
            case ast.Call(args=[_, _, *_]):
                found |= {root_name(whole) for whole in node.args}
    return found.intersection(names)


def root_name(node: ast.AST) -> str:
    """The name of which something is asked: `a` of `a.to(x.device)`; nothing for all else."""
    while isinstance(node, ast.Attribute | ast.Call):
        node = node.value if isinstance(node, ast.Attribute) else node.func
    return node.id if isinstance(node, ast.Name) else ""


def asked_of(node: ast.AST, whole: Collection[ast.AST]) -> tuple[ast.AST, str] | None:
    """The method of a dict that is asked for a key which stands there, and that key: `self.config.get("eps", 1e-5)`."""
    match node:
        case ast.Call(
            func=ast.Attribute(value=value, attr="get" | "pop") as method, args=[ast.Constant(value=key), *_]
        ):
            return (method, str(key)) if value in whole else None
    return None


def sections_asked(nodes: Sequence[ast.AST], wholes: Collection[ast.AST]) -> dict[ast.AST, tuple[str, ...]]:
    """Where settings are asked for one of a section of theirs, all names that follow there: `algorithm`, `clip_low`.

    Of `config.algorithm.clip_low`, or `config["algorithm"]["clip_low"]`.
    """
    called = {node.func for node in nodes if isinstance(node, ast.Call)}
    above = {
        node.value: node for node in nodes if isinstance(node, ast.Attribute | ast.Subscript) and node not in called
    }
    found: dict[ast.AST, tuple[str, ...]] = {}
    for first in (above[whole] for whole in wholes if whole in above):
        names: list[str] = []
        node: ast.Attribute | ast.Subscript | None = first
        while node is not None and (name := asked_by(node)) and name not in OF_VALUES:
            names, node = [*names, name], above.get(node)
        found |= {first: tuple(names)} if len(names) > 1 else {}
    return found


def asked_by(node: ast.AST) -> str:
    """The name that is asked for here: of an attribute, or of an entry."""
    match node:
        case ast.Attribute(attr=name, ctx=ast.Load()):
            return name
        case ast.Subscript(slice=ast.Constant(value=str() as name), ctx=ast.Load()):
            return name
    return ""


def assigned(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Each place of an assignment with what goes there: one after the other of `self.net, self.scale = net, scale`."""
    match node:
        case ast.Assign(targets=[ast.Tuple(elts=places)], value=ast.Tuple(elts=values)) if len(places) == len(values):
            yield from zip(places, values, strict=True)
        case ast.Assign(targets=places, value=value):
            yield from ((place, value) for place in places)


def drawn_instead(nodes: Iterable[ast.AST]) -> set[str]:
    """The names of what is asked for before something is drawn: `z = torch.randn_like(x) if noise is None else noise`."""
    choices = [node for node in nodes if isinstance(node, ast.If | ast.IfExp | ast.BoolOp)]
    asked = [node if isinstance(node, ast.BoolOp) else node.test for node in choices if draws(node)]
    return {part.id for node in asked for part in walk(node) if isinstance(part, ast.Name)}


def spelled_alike(part: ast.AST, place: ast.Attribute) -> bool:
    """Whether it reads the same attribute of the same name."""
    return isinstance(part, ast.Attribute) and part.attr == place.attr and ast.dump(part.value) == ast.dump(place.value)


def names_set(node: ast.AST) -> set[str]:
    """Names that a statement of a class's body binds."""
    parts = [part for part in walk(node) if isinstance(part, ast.Name)]
    return {part.id for part in parts if isinstance(part.ctx, ast.Store)}


def reads_attributes(method: ast.FunctionDef) -> bool:
    """Whether it does more with attributes than to set them."""
    return any(
        isinstance(part, ast.AugAssign) or (isinstance(part, ast.Attribute) and isinstance(part.ctx, ast.Load))
        for part in walk(method)
    )
