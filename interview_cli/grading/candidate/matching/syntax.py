"""What the syntax of a function or a class says: what it is made with, what it reads of its object, what it never reads.

Standard library only.
"""

from __future__ import annotations

import ast
import copy
import inspect
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from interview_cli.grading.candidate.matching.kinds import OF_VALUES, is_of_objects, is_whole, says_a_size
from interview_cli.grading.candidate.matching.likeness import is_of_one_kind, named_after_both
from interview_cli.grading.candidate.matching.schedules import makes_a_schedule
from interview_cli.grading.candidate.matching.walking import walk

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


def methods_called(node: ast.ClassDef) -> set[str]:
    """What one method of a class calls of another."""
    found = set[str]()
    for method in (part for part in node.body if isinstance(part, ast.FunctionDef)):
        found |= called_of_itself(method) - {method.name}
    return found


def called_of_itself(node: ast.AST) -> set[str]:
    """What is called of `self` inside a definition."""
    called = (call.func for call in walk(node) if isinstance(call, ast.Call))
    return {func.attr for func in called if isinstance(func, ast.Attribute) and is_named(func.value, "self")}


def names_called(node: ast.AST) -> set[str]:
    """Of functions, inside a definition."""
    called = (call.func for call in walk(node) if isinstance(call, ast.Call))
    return {func.id for func in called if isinstance(func, ast.Name)}


def tables_read(function: Function, tree: ast.Module) -> tuple[str, ...]:
    """What the top of the file binds beside definitions, and a function looks up, or one of the file's that it calls."""
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
        found |= used & bound_there
        left += used
    return tuple(sorted(found))


def whole_classes(tree: ast.Module) -> list[ast.ClassDef]:
    """Each with the methods that it has from classes of the file that are there to be derived from, without these.

    What is made of nothing has those of a class that must be given something, too: `CondOTPath()` for `AffinePath(scheduler)`.
    """
    made = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    bases = {name for node in made for name in bases_of(node)}
    derived_from = {node.name: node for node in made if node.name in bases}
    abstract = {name: node for name, node in derived_from.items() if is_abstract(node)}
    all_above = abstract | {name: node for name, node in derived_from.items() if settings_of(node)}
    above = {node.name: all_above if is_made_of_nothing(node) else abstract for node in made}
    return [with_inherited(node, above[node.name]) for node in made if node.name not in abstract]


def is_made_of_nothing(node: ast.ClassDef) -> bool:
    """Whether it has a constructor of its own that must be given nothing."""
    has_own = any(isinstance(part, ast.FunctionDef) and part.name == "__init__" for part in node.body)
    return has_own and not settings_of(node)


def is_abstract(node: ast.ClassDef) -> bool:
    """Whether a method of it is left to other classes."""
    methods = [part for part in node.body if isinstance(part, ast.FunctionDef)]
    return any(
        "abstractmethod" in {getattr(one, "attr", getattr(one, "id", "")) for one in method.decorator_list}
        or (isinstance(method.body[-1], ast.Raise) and "NotImplementedError" in ast.dump(method.body[-1]))
        for method in methods
    )


def with_inherited(node: ast.ClassDef, abstract: Mapping[str, ast.ClassDef]) -> ast.ClassDef:
    """The class with what it doesn't define and these ones do."""
    others = {name: one for name, one in abstract.items() if name != node.name}
    above = [with_inherited(others[name], others) for name in bases_of(node) if name in others]
    if not above:
        return node
    own = {part.name for part in node.body if isinstance(part, ast.FunctionDef)}
    handed_down = [
        part for one in above for part in one.body if isinstance(part, ast.FunctionDef) and part.name not in own
    ]
    bases = [*node.bases, *(base for one in above for base in one.bases)]
    whole = copy.copy(node)
    whole.bases, whole.body = bases, [*node.body, *handed_down]
    return whole


def is_torch_function(node: ast.ClassDef) -> bool:
    """`class A(torch.autograd.Function)`."""
    return "Function" in bases_of(node)


def is_torch_module(node: ast.ClassDef) -> bool:
    """`class A(nn.Module)`, or of another class by that name, or of one of torch's own: `class A(nn.Linear)`."""
    homes = [base.value for base in node.bases if isinstance(base, ast.Attribute)]
    is_of_torch = any(getattr(home, "id", getattr(home, "attr", "")) == "nn" for home in homes)
    return is_of_torch or not {"Module", "LightningModule"}.isdisjoint(bases_of(node))


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


def bases_of(node: ast.ClassDef) -> list[str]:
    """The last part of their names."""
    return [base.attr if isinstance(base, ast.Attribute) else getattr(base, "id", "") for base in node.bases]


def called_twice(node: ast.AST, names: Sequence[str]) -> int:
    """How many of these parameters it calls that are of one kind with one before, which it calls, too."""
    called = {part.func.id for part in walk(node) if isinstance(part, ast.Call) and isinstance(part.func, ast.Name)}
    own = [name for name in names if name in called]
    return sum(any(is_of_one_kind(name, other) for other in own[:place]) for place, name in enumerate(own))


def parts_of_pairs(nodes: Sequence[ast.AST], name: str) -> tuple[str, str] | None:
    """How code calls both parts of each entry of this parameter: `for out, lse in partials`; empty where it has no names."""
    numbered = set[int]()
    for node in nodes:
        match node:
            case (
                ast.For(target=ast.Tuple(elts=[ast.Name(id=one), ast.Name(id=two)]), iter=place)
                | ast.comprehension(target=ast.Tuple(elts=[ast.Name(id=one), ast.Name(id=two)]), iter=place)
                | ast.Assign(
                    targets=[ast.Tuple(elts=[ast.Name(id=one), ast.Name(id=two)])],
                    value=ast.Call(func=ast.Name(id="zip"), args=[ast.Starred(value=place)]),
                )
            ) if is_rows_of(place, name):
                return one, two
            case ast.ListComp(
                elt=ast.Subscript(value=ast.Name(id=one), slice=ast.Constant(value=int() as number)),
                generators=[ast.comprehension(target=ast.Name(id=two), iter=place)],
            ) if one == two and is_rows_of(place, name):
                numbered.add(number)
    return ("", "") if numbered == {0, 1} else None


def parts_of_entries(nodes: Sequence[ast.AST], name: str) -> list[str]:
    """What code asks each entry of this parameter for by name, `for one in found: one.box`; nothing if it uses one otherwise.

    Or an entry by its number, `found[i].box`, also where that has a name, `one = found[i]`.
    """
    loops = [node for node in nodes if isinstance(node, ast.For | ast.comprehension)]
    targets = [target for node in loops if (target := target_along(node, name)) is not None]
    names = {target.id if isinstance(target, ast.Name) else "" for target in targets}
    numbered = {node for node in nodes if is_entry_of(node, name)}
    named = [node for node in nodes if isinstance(node, ast.Assign) and node.value in numbered]
    names |= {one.targets[0].id if isinstance(one.targets[0], ast.Name) else "" for one in named}
    loads = [node for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)]
    entries = {*(node for node in loads if node.id in names), *numbered}
    called = {node.func for node in nodes if isinstance(node, ast.Call)}
    parts = [node for node in nodes if isinstance(node, ast.Attribute | ast.Subscript) and node.value in entries]
    read = [node.attr for node in parts if isinstance(node, ast.Attribute) and node not in called]
    read += [key for node in parts if (key := key_of(node))]
    are_all = len(read) == len(entries) - len(named) and "" not in names
    return list(dict.fromkeys(read)) if are_all and OF_VALUES.isdisjoint(read) else []


def variables_along(nodes: Sequence[ast.AST], name: str) -> list[str]:
    """The variables that go along this parameter: `group` of `for group in groups`."""
    loops = [node for node in nodes if isinstance(node, ast.For | ast.comprehension)]
    targets = [target_along(node, name) for node in loops]
    return list(dict.fromkeys(target.id for target in targets if isinstance(target, ast.Name)))


def is_entry_of(node: ast.AST, name: str) -> bool:
    """Whether it is an entry of this parameter, by its number: `found[i]`."""
    match node:
        case ast.Subscript(value=value, slice=place) if is_named(value, name):
            return not isinstance(place, ast.Slice | ast.Tuple) and not key_of(node)
    return False


def target_along(loop: ast.For | ast.comprehension, name: str) -> ast.expr | None:
    """What goes along this parameter here, also beside a number: `for i, one in enumerate(found)`; None for another loop."""
    along = loop.iter
    while (
        isinstance(along, ast.Call)
        and isinstance(along.func, ast.Name)
        and along.func.id in SAME_ENTRIES
        and along.args
    ):
        along = along.args[0]
    match loop.target, along:
        case ast.Tuple(elts=[_, target]), ast.Call(func=ast.Name(id="enumerate"), args=[whole, *_]):
            return target if is_rows_of(whole, name) else None
    return loop.target if is_rows_of(loop.iter, name) else None


def is_rows_of(place: ast.AST, name: str) -> bool:
    """Whether it is this parameter, a slice of it, or both the other way round: `partials[1:]`, `reversed(partials)`."""
    match place:
        case ast.Call(func=ast.Name(id="reversed"), args=[whole]):
            return is_rows_of(whole, name)
    is_slice = isinstance(place, ast.Subscript) and isinstance(place.slice, ast.Slice)
    return is_named(place.value if is_slice and isinstance(place, ast.Subscript) else place, name)


def fills_in_place(node: ast.AST, names: Sequence[str]) -> bool:
    """Whether it takes one parameter alone, and fills this, or the weight of it."""
    return len(names) == 1 and bool(part_filled(list(walk(node)), names[0]))


def part_filled(nodes: Sequence[ast.AST], name: str) -> str:
    """What of a parameter is filled: itself, or its weight; nothing where nothing is.

    By what writes into it, as torch's initializers do, or in its place: `weight.normal_(0, std)`, `normal_(m.weight, std=std)`,
    `m.weight.data = ...`, `tensor[...] = ...`.
    """
    calls = [part for part in nodes if isinstance(part, ast.Call)]
    methods = [part.func for part in calls if isinstance(part.func, ast.Attribute)]
    written: list[ast.expr] = [func.value for func in methods if writes(func.attr)]
    written += [part.args[0] for part in calls if part.args and writes(last_name(part.func))]
    targets = [target for part in nodes if isinstance(part, ast.Assign) for target in part.targets]
    written += [
        one.value if isinstance(one, ast.Subscript) else one for one in targets if not isinstance(one, ast.Name)
    ]
    places = [one.value if isinstance(one, ast.Attribute) and one.attr == "data" else one for one in written]
    if any(isinstance(one, ast.Attribute) and one.attr == WEIGHT and is_named(one.value, name) for one in places):
        return WEIGHT
    return WHOLE if any(is_named(one, name) for one in places) else ""


def writes(called: str) -> bool:
    """Whether what has this name writes into a tensor: `normal_`."""
    return called.endswith("_") and not called.startswith("_")


def texts_compared(node: ast.AST) -> Iterator[tuple[str, str]]:
    """Names that are compared with a text: `mode == "sum"`."""
    for part in walk(node):
        if isinstance(part, ast.Compare) and isinstance(part.left, ast.Name) and isinstance(part.ops[0], ast.Eq):
            text = part.comparators[0]
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                yield part.left.id, text.value


def parts_read(
    node: Function | ast.Lambda, names: Sequence[str], methods: Mapping[str, ast.FunctionDef] = NO_METHODS
) -> tuple[str, ...]:
    """What it takes of these parameters that it asks for several parts each, and for nothing else: `p.alpha`, `batch["x"]`.

    Or that it takes apart at once: `mu1, cov1, mu2, cov2 = stats`. What it passes on to others of its `methods` is asked there.
    Parts of one name in two of them are called after both: `real["mu"]`, `fake["mu"]`.
    """
    found = dict[str, list[str]]()
    for name in names:
        uses = sum(is_named(part, name) for part in walk(node))
        unpacked = [own for part in walk(node) if (own := names_unpacked(part, name))] if uses == 1 else []
        found[name] = unpacked[0] if unpacked else keys_read(node, name, methods, MOST_PASSES)
    alike = {name for name, own in found.items() if own and sum(set(own) == set(one) for one in found.values()) > 1}
    parts = [[named_after_both(name, key) for key in own] if name in alike else own for name, own in found.items()]
    return tuple(dict.fromkeys(key for own in parts if len(own) > 1 or len(alike) > 1 for key in own))


def keys_read(node: Function | ast.Lambda, name: str, methods: Mapping[str, ast.FunctionDef], passes: int) -> list[str]:
    """The parts that it asks this parameter for, and must be given; nothing if it does anything else with it."""
    parts = list(walk(node))
    read = [part.attr for part in parts if isinstance(part, ast.Attribute) and is_named(part.value, name)]
    read += [key for part in parts if (key := key_in(part, name))]
    passed = [to for part in parts if (to := passed_on(part, name, methods)) is not None] if passes else []
    inner = [keys_read(method, own, methods, passes - 1) for method, own in passed]
    sought = [key for part in parts if (key := key_sought(part, name))]
    uses = sum(is_named(part, name) for part in parts)
    is_object = len(read) + len(sought) + sum(map(bool, inner)) == uses and OF_VALUES.isdisjoint(read)
    must_be_there = [key for key in read if key not in sought]
    return list(dict.fromkeys([*must_be_there, *(key for keys in inner for key in keys)])) if is_object else []


def passed_on(node: ast.AST, name: str, methods: Mapping[str, ast.FunctionDef]) -> tuple[ast.FunctionDef, str] | None:
    """The method that takes what has this name, and what it calls that: `self.kl(batch)`."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="self"), attr=called)) if called in methods:
            method = methods[called]
            own = [one.arg for one in method.args.args][not is_static(method) :]
            taken = [*zip(own, node.args, strict=False), *((one.arg or "", one.value) for one in node.keywords)]
            return next(((method, one) for one, value in taken if is_named(value, name)), None)
    return None


def key_in(node: ast.AST, name: str) -> str:
    """The key that is looked up here in what has this name; nothing if none is."""
    return key_of(node) if isinstance(node, ast.Subscript) and is_named(node.value, name) else ""


def key_of(node: ast.AST) -> str:
    """The key that is looked up here, if it is a text."""
    match node:
        case ast.Subscript(slice=ast.Constant(value=str() as key)):
            return key
    return ""


def key_sought(node: ast.AST, name: str) -> str:
    """The key that code looks for before it uses it: `"margin" in batch`; nothing if none is."""
    match node:
        case ast.Compare(left=ast.Constant(value=str() as key), ops=[ast.In() | ast.NotIn()], comparators=[value]):
            return key if ast.unparse(value) == name else ""
    return ""


def names_unpacked(node: ast.AST, name: str) -> list[str]:
    """The names under which what has this name is taken apart: `w1, b1, w2, b2 = params`; none where some part has none.

    Or a tensor in equal parts: `uncond, cond = scores.chunk(2)`.
    """
    match node:
        case ast.Assign(targets=[ast.Tuple(elts=parts) | ast.List(elts=parts)], value=value) if (
            is_named(value, name) or axis_of_chunks(value, name) is not None
        ):
            names = [part.id for part in parts if isinstance(part, ast.Name)]
            return names if len(names) == len(parts) else []
    return []


def axis_of_chunks(node: ast.AST, name: str) -> int | None:
    """The axis along which what has this name is cut here into equal parts; None if it is not."""
    match node:
        case ast.Call(func=ast.Attribute(value=value, attr="chunk"), args=rest) if is_named(value, name):
            places = rest[1:]
        case ast.Call(func=ast.Attribute(attr="chunk"), args=[value, *rest]) if is_named(value, name):
            places = rest[1:]
        case _:
            return None
    places = [*places, *(one.value for one in node.keywords if one.arg in ("dim", "axis"))]
    try:
        axis = ast.literal_eval(places[0]) if places else 0
    except ValueError:
        return None
    return axis if type(axis) is int else None


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


def all_settings_of(node: ast.ClassDef) -> list[str]:
    """What may be given for an object of the class."""
    return [arg.arg for args in made_with(node) for arg in (*args.posonlyargs, *args.args, *args.kwonlyargs)][1:]


def made_with(node: ast.ClassDef) -> list[ast.arguments]:
    """The parameters of its `__init__`, if it has one, or is a dataclass."""
    own = [inner.args for inner in node.body if isinstance(inner, ast.FunctionDef) and inner.name == "__init__"]
    return own[-1:] or ([made_of_fields(node)] if is_dataclass(node) else [])


def is_dataclass(node: ast.ClassDef) -> bool:
    """`@dataclass`, `@dataclass(frozen=True)` or `@dataclasses.dataclass`."""
    named = [decorator.func if isinstance(decorator, ast.Call) else decorator for decorator in node.decorator_list]
    return any(getattr(one, "attr", getattr(one, "id", "")) == "dataclass" for one in named)


def made_of_fields(node: ast.ClassDef) -> ast.arguments:
    """What a dataclass is made with: its own fields, in order."""
    fields = [one for one in node.body if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)]
    names = [ast.arg(one.target.id) for one in fields if isinstance(one.target, ast.Name)]
    defaults = [one.value for one in fields if one.value is not None]
    return ast.arguments([], [ast.arg("self"), *names], None, [], [], None, defaults)


def buffers_set(method: ast.FunctionDef) -> set[str]:
    """The names of the buffers that it registers."""
    called = [part for part in walk(method) if isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute)]
    named = [part.args[0] for part in called if part.func.attr == "register_buffer" and part.args]  # type: ignore[attr-defined]
    return {str(one.value) for one in named if isinstance(one, ast.Constant)}


def settings_of(node: ast.ClassDef) -> list[str]:
    """What must be given for an object of the class; nothing is known of what another class hands down."""
    needed: list[str] = []
    for args in made_with(node):
        own = [arg.arg for arg in (*args.posonlyargs, *args.args)]
        needed = own[1 : len(own) - len(args.defaults)]
        needed += [arg.arg for arg, default in zip(args.kwonlyargs, args.kw_defaults, strict=True) if default is None]
    return needed


def settings_called(
    names: Collection[str], methods: Sequence[ast.FunctionDef], *, are_fields: bool, are_themselves: bool = False
) -> set[str]:
    """Those of a class's settings that its constructor keeps as they are, and its methods call: `self.fn = fn`, `self.fn(x)`.

    `are_fields`: whether it is a dataclass, which keeps all of them. `are_themselves`: whether one of which a method is called,
    `self.ode.slope(x, t)`, counts as none.
    """
    kept = {name: name for name in names} if are_fields else {}
    called = set[str]()
    for part in (part for method in methods for part in walk(method)):
        match part:
            case ast.Assign(targets=[*places], value=ast.Name(id=name)) if name in names:
                kept |= {place.attr: name for place in places if isinstance(place, ast.Attribute)}
            case ast.Assign(targets=[ast.Tuple(elts=places)], value=ast.Tuple(elts=values)):
                pairs = zip(places, values, strict=False)
                named = [(one, other) for one, other in pairs if isinstance(one, ast.Attribute)]
                kept |= {
                    one.attr: other.id for one, other in named if isinstance(other, ast.Name) and other.id in names
                }
            case ast.Call(func=ast.Attribute(value=ast.Name(id=owner), attr=name)) if is_of_objects(owner):
                called.add(name)
    called |= set() if are_themselves else {name for name in kept if method_called_alone(methods, name)}
    return {kept[name] for name in called & kept.keys()}


def method_called_alone(methods: Sequence[ast.FunctionDef], attribute: str) -> str:
    """The one method that a class calls of what it keeps under this name, and asks nothing else: `self.ode.slope(x, t)`."""
    parts = [part for method in methods for part in walk(method)]
    held = {
        part
        for part in parts
        if isinstance(part, ast.Attribute) and part.attr == attribute and isinstance(part.ctx, ast.Load)
        if isinstance(part.value, ast.Name) and is_of_objects(part.value.id)
    }
    calls = [part.func for part in parts if isinstance(part, ast.Call) and part.args]
    asked = [func.attr for func in calls if isinstance(func, ast.Attribute) and func.value in held]
    is_alone = len(asked) == len(held) and len(set(asked)) == 1 and OF_VALUES.isdisjoint(asked)
    return asked[0] if is_alone else ""


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


def needs_no_object(method: ast.FunctionDef) -> bool:
    """Whether it can be called on the class."""
    named = {decorator.id for decorator in method.decorator_list if isinstance(decorator, ast.Name)}
    return bool(named & {"staticmethod", "classmethod"}) or has_no_self(method)


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


def uses_no_object(method: ast.FunctionDef, node: ast.ClassDef) -> bool:
    """Whether all that it takes from its object are methods that take nothing else."""
    inner = {one.name: one for one in node.body if isinstance(one, ast.FunctionDef)}
    left, seen = [method.name], set[str]()
    while left:
        name = left.pop()
        if name in seen:
            continue
        seen.add(name)
        one = inner.get(name)
        if one is None or not one.args.args or one.decorator_list:
            return False
        own = one.args.args[0].arg
        taken = [part for part in walk(one) if isinstance(part, ast.Attribute) and is_named(part.value, own)]
        if len(taken) < sum(is_named(part, own) for part in walk(one)):
            return False
        left += [part.attr for part in taken]
    return method.name != "__init__"


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


def is_itself(node: ast.ClassDef) -> bool:
    """Whether one of its methods is what the class is, so that its name says nothing of the others."""
    return any(isinstance(part, ast.FunctionDef) and part.name in ITSELF for part in node.body)


def borrowed_by(method: ast.FunctionDef, node: ast.ClassDef) -> tuple[str, ...]:
    """What it takes from its object, where no constructor that needs nothing puts it there."""
    return () if made_with(node) and not settings_of(node) else read_by(method, node)


def read_by(method: ast.FunctionDef, node: ast.ClassDef) -> tuple[str, ...]:
    """What it, and the methods that it calls, take from their object, and no constructor without settings puts there."""
    found = taken_from_object(method, node)
    if not made_with(node) or settings_of(node):
        return found
    blank = set(left_blank(node))
    return tuple(name for name in found if name in blank)


def taken_from_object(method: ast.FunctionDef, node: ast.ClassDef) -> tuple[str, ...]:
    """What it, and the methods that it calls, take from their object.

    Of settings (`self.config.beta`) what is taken from these.
    """
    inner = {one.name: one for one in node.body if isinstance(one, ast.FunctionDef)}
    own = {name for part in node.body if not isinstance(part, ast.FunctionDef) for name in names_set(part)} | {*inner}
    left, seen, found = [method.name], set[str](), list[str]()
    while left:
        one = inner.get(name := left.pop())
        if one is None or name in seen or not one.args.args or is_static(one):
            continue
        seen.add(name)
        own |= attributes_set(one) - moved_in_place(one)
        taken = list(attributes_of(one, one.args.args[0].arg))
        found += taken
        left += [name for name in taken if name in inner]
    return tuple(name for name in dict.fromkeys(found) if name not in own)


def left_blank(node: ast.ClassDef) -> list[str]:
    """What a constructor sets to None, for a `fit` to fill: `self.w = None`."""
    return set_by_constructor(node, lambda value: isinstance(value, ast.Constant) and value.value is None)


def counted_by(method: ast.FunctionDef, node: ast.ClassDef) -> tuple[str, ...]:
    """What a constructor sets to 0, and this one uses: `self.good_steps`. Or to None, and this one sets: `self.old_sigma`."""
    own = method.args.args[0].arg if method.args.args else "self"
    used = set(attributes_of(method, own))
    kept = [name for name in left_blank(node) if name in attributes_set(method)]
    return tuple(name for name in (*set_by_constructor(node, is_zero), *kept) if name in used)


def set_by_constructor(node: ast.ClassDef, fits: Callable[[ast.expr | None], bool]) -> list[str]:
    """The attributes that a constructor sets to such a value."""
    made = [part for part in node.body if isinstance(part, ast.FunctionDef) and part.name == "__init__"]
    sets = [part for method in made for part in walk(method) if isinstance(part, ast.Assign | ast.AnnAssign)]
    fitting = [part for part in sets if fits(part.value)]
    targets = [place for part in fitting for place in (part.targets if isinstance(part, ast.Assign) else [part.target])]
    return [place.attr for place in targets if isinstance(place, ast.Attribute) and is_named(place.value, "self")]


def is_zero(value: ast.expr | None) -> bool:
    """`0` or `0.0`."""
    return isinstance(value, ast.Constant) and type(value.value) in (int, float) and value.value == 0


def kept_by(method: ast.FunctionDef, node: ast.ClassDef) -> tuple[str, ...]:
    """What it takes from its object, where a constructor puts it there that needs nothing but the length of a schedule."""
    return taken_from_object(method, node) if made_with(node) and all(map(makes_a_schedule, settings_of(node))) else ()


def attributes_of(method: ast.FunctionDef, own: str) -> Iterable[str]:
    """Of its object; of the object's settings, those of the settings."""
    parts = [part for part in walk(method) if isinstance(part, ast.Attribute)]
    direct = [part for part in parts if is_named(part.value, own)]
    whole = [part for part in direct if is_whole(part.attr)]
    yield from (part.attr for part in direct if part not in whole)
    asking = dict(question for part in walk(method) if (question := asked_of(part, whole)) is not None)
    yield from (part.attr for part in parts if part.value in whole and part not in asking)
    yield from asking.values()
    for part in walk(method):
        if isinstance(part, ast.Subscript) and part.value in whole and isinstance(part.slice, ast.Constant):
            yield str(part.slice.value)


def asked_of(node: ast.AST, whole: Collection[ast.AST]) -> tuple[ast.AST, str] | None:
    """The method of a dict that is asked for a key which stands there, and that key: `self.config.get("eps", 1e-5)`."""
    match node:
        case ast.Call(
            func=ast.Attribute(value=value, attr="get" | "pop") as method, args=[ast.Constant(value=key), *_]
        ):
            return (method, str(key)) if value in whole else None
    return None


def read_in_settings(node: ast.ClassDef, whole: str) -> dict[str, bool]:
    """What a class looks up in settings that it is made with, and whether it must be there: `cfg["eps"]`, `self.cfg.eps`.

    Under whatever name it keeps them: `self.cfg = cfg`, `c = self.cfg`.
    """
    parts = list(walk(node))
    held = {whole}
    for _ in range(2):
        held |= {ast.unparse(place) for part in parts for place, value in assigned(part) if ast.unparse(value) in held}
    wholes = [part for part in parts if isinstance(part, ast.Name | ast.Attribute) and ast.unparse(part) in held]
    asking = dict(question for part in parts if (question := asked_of(part, wholes)) is not None)
    found = dict.fromkeys(asking.values(), False)
    inner = sections_asked(parts, wholes)
    found |= {names[-1]: True for names in inner.values()}
    for part in (part for part in parts if part not in inner):
        match part:
            case ast.Subscript(value=value, slice=ast.Constant(value=str() as key)) if value in wholes:
                found[key] = True
            case ast.Attribute(value=value, attr=key) if value in wholes and part not in asking:
                found[key] = True
    return found


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


def parts_of_kept(node: ast.ClassDef, name: str) -> set[str]:
    """What a class asks of one thing that its constructor keeps; nothing where it does more with that, or it is a tensor."""
    parts = list(walk(node))
    kept = [place for part in parts for place, value in assigned(part) if is_named(value, name)]
    held = {ast.unparse(place) for place in kept}
    read = [part for part in parts if isinstance(part, ast.Name | ast.Attribute) and isinstance(part.ctx, ast.Load)]
    used = [part for part in read if ast.unparse(part) in held]
    asked = [part for part in read if isinstance(part, ast.Attribute) and part.value in used]
    is_kept = len(kept) == sum(is_named(part, name) for part in read) == 1
    found = {part.attr for part in asked}
    return found if is_kept and len(asked) == len(used) and OF_VALUES.isdisjoint(found) else set()


def drawn_instead(nodes: Iterable[ast.AST]) -> set[str]:
    """The names of what is asked for before something is drawn: `z = torch.randn_like(x) if noise is None else noise`."""
    choices = [node for node in nodes if isinstance(node, ast.If | ast.IfExp | ast.BoolOp)]
    asked = [node if isinstance(node, ast.BoolOp) else node.test for node in choices if draws(node)]
    return {part.id for node in asked for part in walk(node) if isinstance(part, ast.Name)}


def attributes_set(method: ast.FunctionDef) -> set[str]:
    """Those that it writes, of whatever object."""
    parts = [part for part in walk(method) if isinstance(part, ast.Attribute)]
    return {part.attr for part in parts if isinstance(part.ctx, ast.Store)}


def moved_in_place(method: ast.FunctionDef) -> set[str]:
    """Those that it writes from what they were: `self.levels = self.levels.to(device)`."""
    return {
        place.attr
        for node in walk(method)
        for place, value in assigned(node)
        if isinstance(place, ast.Attribute) and any(spelled_alike(part, place) for part in walk(value))
    }


def spelled_alike(part: ast.AST, place: ast.Attribute) -> bool:
    """Whether it reads the same attribute of the same name."""
    return isinstance(part, ast.Attribute) and part.attr == place.attr and ast.dump(part.value) == ast.dump(place.value)


def names_set(node: ast.AST) -> set[str]:
    """Names that a statement of a class's body binds."""
    parts = [part for part in walk(node) if isinstance(part, ast.Name)]
    return {part.id for part in parts if isinstance(part.ctx, ast.Store)}


def gives_a_value(method: ast.FunctionDef) -> bool:
    """Whether it returns something else than its object, or is there to leave it in that."""
    if method.name == LEAVES_VALUES:
        return True
    returned = [part.value for part in walk(method) if isinstance(part, ast.Return)]
    return any(value is not None and not is_named(value, "self") for value in returned)


def does_something(method: ast.FunctionDef, node: ast.ClassDef) -> bool:
    """Whether it gives a value, or counts on in its object: `self.good_steps += 1`.

    Or whether it works on what its class is made of, and on nothing else: `BYOL(online, target).update()`. `self.count = 0`
    works on nothing.
    """
    works_on_parts = len(method.args.args) == 1 and len(settings_of(node)) > 1
    return gives_a_value(method) or (reads_attributes(method) and (bool(counted_by(method, node)) or works_on_parts))


def reads_attributes(method: ast.FunctionDef) -> bool:
    """Whether it does more with attributes than to set them."""
    return any(
        isinstance(part, ast.AugAssign) or (isinstance(part, ast.Attribute) and isinstance(part.ctx, ast.Load))
        for part in walk(method)
    )
