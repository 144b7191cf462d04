"""What the syntax of a class says: what it is made with, what it keeps, what its methods read. Standard library only."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from interview_cli.grading.candidate.matching.names.kinds import OF_VALUES, is_of_objects, is_whole
from interview_cli.grading.candidate.matching.names.schedules import makes_a_schedule
from interview_cli.grading.candidate.matching.syntax.functions import (
    ITSELF,
    LEAVES_VALUES,
    asked_of,
    assigned,
    called_of_itself,
    has_no_self,
    is_named,
    is_static,
    names_set,
    reads_attributes,
    sections_asked,
    spelled_alike,
)
from interview_cli.grading.candidate.matching.syntax.walking import walk


def methods_called(node: ast.ClassDef) -> set[str]:
    """What one method of a class calls of another."""
    found = set[str]()
    for method in (part for part in node.body if isinstance(part, ast.FunctionDef)):
        found |= called_of_itself(method) - {method.name}
    return found


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


PLAIN = frozenset(
    {"CosineSimilarity", "GELU", "Identity", "LogSoftmax", "ReLU", "Sigmoid", "SiLU", "Softmax", "Softplus", "Tanh"}
)
"""Layers of torch's that have no weights, beside the losses."""


def bases_of(node: ast.ClassDef) -> list[str]:
    """The last part of their names."""
    return [base.attr if isinstance(base, ast.Attribute) else getattr(base, "id", "") for base in node.bases]


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


def needs_no_object(method: ast.FunctionDef) -> bool:
    """Whether it can be called on the class."""
    named = {decorator.id for decorator in method.decorator_list if isinstance(decorator, ast.Name)}
    return bool(named & {"staticmethod", "classmethod"}) or has_no_self(method)


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
    own.update(*(layers_of_nothing(one.body) for name, one in inner.items() if name == "__init__"))
    return tuple(name for name in dict.fromkeys(found) if name not in own)


def layers_of_nothing(body: Sequence[ast.stmt]) -> dict[str, ast.expr]:
    """What a constructor makes of constants alone, and is the same for all objects: a loss of torch's, or what has no weights."""
    found = dict[str, ast.expr]()
    for statement in body:
        match statement:
            case ast.Assign(targets=[ast.Attribute(value=ast.Name(id="self"), attr=name)], value=value):
                made = before_it_is_moved(value)
                if is_a_plain_layer(made):
                    found[name] = made
    return found


def before_it_is_moved(value: ast.expr) -> ast.expr:
    """`nn.CrossEntropyLoss()` of `nn.CrossEntropyLoss().to(device)`."""
    match value:
        case ast.Call(func=ast.Attribute(value=made, attr="to" | "cuda")):
            return made
    return value


def is_a_plain_layer(value: ast.expr) -> bool:
    """Whether it makes a layer without weights, of constants."""
    if not isinstance(value, ast.Call):
        return False
    name = getattr(value.func, "attr", getattr(value.func, "id", ""))
    given = [*value.args, *(one.value for one in value.keywords)]
    return (name in PLAIN or name.endswith("Loss")) and all(isinstance(one, ast.Constant) for one in given)


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
