"""What a function looks up by name in one object: `config.eps`, `batch["x"]`, `options.get("eps", 1e-5)`. Imports no torch."""

from __future__ import annotations

import ast
import inspect
import types
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeGuard

from interview_cli.grading.candidate.matching.names.kinds import is_whole
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.syntax.functions import assigned, sections_asked
from interview_cli.grading.candidate.matching.syntax.parts import key_sought, names_unpacked
from interview_cli.grading.candidate.matching.syntax.walking import walk

Spelled = ast.Name | ast.Attribute
NAMED = inspect.Parameter.KEYWORD_ONLY
EMPTY = inspect.Parameter.empty

DEEPEST = 3
"""Functions through which an object is followed that one passes on to the next."""
COMPUTED = object()
"""A default that has to be computed, of which nothing is said."""
IF_THERE = object()
"""That of an entry that code looks for first: `if "margin" in batch`."""


class Parts(dict[str, Any]):
    """A dict whose entries are attributes, too: code may write `config.eps`, `config["eps"]` and `batch.values`."""

    def __getattribute__(self, name: str) -> Any:
        return self[name] if name in self else super().__getattribute__(name)

    def __setattr__(self, name: str, value: Any) -> None:
        self[name] = value

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(f"the object has no {name}")


class LookedUp(NamedTuple):
    """What is looked up in an object, as parameters; whether that is all that is done with it; whether a text asks for some.

    What stands in a section of it is annotated with the names of that: `clip_low` of `config.algorithm.clip_low`.
    """

    parts: list[inspect.Parameter]
    is_all: bool
    by_text: bool


def parts_looked_up(
    nodes: Sequence[ast.AST],
    whole: str,
    kind: type[Any] | None = None,
    beside: Mapping[str, Any] = types.MappingProxyType({}),
    depth: int = DEEPEST,
) -> LookedUp:
    """What a function looks up in this one.

    And what the methods of its class look up where it keeps that, `self.config = config`, or where a variable is that; and
    functions and classes `beside` it, and methods of its own, that it passes it on to.
    """
    kept = [name for node in nodes if kind is not None and (name := kept_under(node, whole))]
    methods = [nodes_of(code_of(value)) for value in vars(kind).values()] if kept else []
    places = [(nodes, whole), *((method, name) for name in set(kept) for method in methods)]
    copies = [(where, copy) for where, name in places for copy in copies_of(name, where)]
    places = [*places, *copies]
    held = places if is_whole(whole.removeprefix("self.")) else []  # `batch.values.mean()` is no section of settings
    inner = {(name, node): names for where, name in held for node, names in sections_of(name, where).items()}
    called = {node.func for where, _ in places for node in where if isinstance(node, ast.Call)}
    looked = [
        parts
        for where, name in places
        for node in where
        if (parts := [(inner[name, node][-1], EMPTY)] if (name, node) in inner else [*looked_up(node, name, called)])
    ]
    by_text = any(asked_by_text(node) == name for where, name in places for node in where)
    sections: dict[str, Any] = {names[-1]: names[:-1] for names in inner.values()}
    passed = [to for where, name in places for node in where if (to := passed_on(node, name, kind, beside)) and depth]
    for function, name, owner in passed:
        its = parts_looked_up(nodes_of(code_of(function)), name, owner, beside, depth - 1)
        looked += [[(one.name, one.default) for one in its.parts]] if its.is_all else []
        sections |= {one.name: one.annotation for one in its.parts if one.annotation is not EMPTY}
        by_text |= its.by_text
    found: dict[str, Any] = {}
    for name, default in (part for parts in looked for part in parts):
        if name.isidentifier() and found.get(name, inspect.Parameter.empty) is inspect.Parameter.empty:
            found[name] = default
    sought = [key for where, name in places for node in where if (key := key_sought(node, name))]
    found |= {name: IF_THERE for name in sought if found.get(name) is inspect.Parameter.empty}
    uses = sum(uses_of(name, where) for where, name in places)
    aside = sum(set_aside(name, where) for where, name in places)
    changed = sum(part_set(node, name) in found for where, name in places for node in where)
    is_all = len(looked) + len(kept) + len(copies) + len(sought) + aside + changed == uses
    asked = {*inner.values()}
    is_all &= len({names[-1] for names in asked}) == len(asked)  # one name in two sections is of two things
    every = [
        inspect.Parameter(name, NAMED, default=default, annotation=sections.get(name, EMPTY))
        for name, default in found.items()
    ]
    return LookedUp(every, is_all, by_text)


def asked_by_texts(function: Any, names: Iterable[str], values: Collection[str]) -> list[str]:
    """The first of these parameters in which entries are looked up by texts, one of which is of these values; and its texts."""
    nodes = nodes_of(code_of(function))
    for name in names:
        looked = parts_looked_up(nodes, name)
        texts = [one.name for one in looked.parts]
        if looked.by_text and not set(values).isdisjoint(texts):
            return [name, *texts]
    return []


def sections_of(whole: str, nodes: Sequence[ast.AST]) -> dict[ast.AST, tuple[str, ...]]:
    """Where settings of this name are asked for one of a section of theirs, the names that follow."""
    return sections_asked(nodes, [node for node in nodes if isinstance(node, Spelled) and spelled(node) == whole])


class PassedOn(NamedTuple):
    """What takes an object from a function, as a parameter of this name; of what class it is, if of one."""

    function: types.FunctionType
    name: str
    kind: type[Any] | None = None


def passed_on(node: ast.AST, whole: str, kind: type[Any] | None, beside: Mapping[str, Any]) -> PassedOn | None:
    """What of the file an object is passed on to: `noised(x, t, schedule)`, `self.kl(batch)`, `Attention(config)`."""
    match node:
        case ast.Call(func=ast.Name(id=called)):
            found = beside.get(called)
            owner = found if isinstance(found, type) else None
            function = found if owner is None else vars(owner).get("__init__")
        case ast.Call(func=ast.Attribute(value=ast.Name(id="self"), attr=called)) if kind is not None:
            owner, function = kind, vars(kind).get(called)
        case _:
            return None
    if not isinstance(function, types.FunctionType) or function.__globals__ is not beside:
        return None
    by_place = zip([*inspect.signature(function).parameters][owner is not None :], node.args, strict=False)
    taken = [*by_place, *((one.arg or "", one.value) for one in node.keywords)]
    return next((PassedOn(function, name, owner) for name, value in taken if spelled(value) == whole), None)


def copies_of(whole: str, nodes: Sequence[ast.AST]) -> list[str]:
    """The variables that are this object and nothing else: `cfg = self.config`, or a dict where it is None: `config or {}`."""
    stored = [node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]
    found = [
        place.id
        for node in nodes
        for place, value in assigned(node)
        if isinstance(place, ast.Name) and spelled(unless_none(value)) == whole != place.id
    ]
    is_taken_apart = {name for name in found for node in nodes if names_unpacked(node, name)}
    return [name for name in found if stored.count(name) == 1 and name not in is_taken_apart]


def unless_none(value: ast.expr) -> ast.expr:
    """The object of `config or {"factor": 1.0}`; all else as it is."""
    match value:
        case ast.BoolOp(op=ast.Or(), values=[ast.Name() as first, ast.Dict()]):
            return first
    return value


def uses_of(whole: str, nodes: Iterable[ast.AST]) -> int:
    """How often it is read."""
    return sum(spelled(node) == whole and isinstance(node.ctx, ast.Load) for node in nodes if isinstance(node, Spelled))


def set_aside(whole: str, nodes: Sequence[ast.AST]) -> int:
    """How often it is put aside for the way back and only returned: `cache = (x, w, conv_param)`, then `return out, cache`.

    Or copied into a dict with more: `{**layer, "field": field}`.
    """
    returned = [one for node in nodes if isinstance(node, ast.Return) and node.value for one in walk(node.value)]
    only_returned = {
        one.id for one in returned if isinstance(one, ast.Name) and uses_of(one.id, nodes) == uses_of(one.id, returned)
    }
    kept = [
        node.value
        for node in nodes
        if isinstance(node, ast.Assign) and [spelled(one) for one in node.targets if spelled(one) in only_returned]
    ]
    bundles = [one for one in (*kept, *returned) if isinstance(one, ast.Tuple)]
    copied = [value for node in nodes if isinstance(node, ast.Dict) for key, value in _entries(node) if key is None]
    looked_for = [node.args[0] for node in nodes if is_looked_for(node)]
    put = (*copied, *looked_for, *(one for bundle in bundles for one in bundle.elts))
    return sum(spelled(one) == whole for one in put)


def is_looked_for(node: ast.AST) -> TypeGuard[ast.Call]:
    """`hasattr(config, "embedding_size")`: what it lacks is no part of it."""
    match node:
        case ast.Call(func=ast.Name(id="hasattr"), args=[_, ast.Constant(value=str())]):
            return True
    return False


def _entries(node: ast.Dict) -> Iterator[tuple[ast.expr | None, ast.expr]]:
    """Keys and values; of `**rows` there is no key."""
    return zip(node.keys, node.values, strict=True)


def kept_under(node: ast.AST, whole: str) -> str:
    """Under which name an object keeps what it is made with: `self.config` of `self.config = config`."""
    found = (spelled(place) for place, value in assigned(node) if isinstance(value, ast.Name) and value.id == whole)
    return next((name for name in found if name.startswith("self.")), "")


def spelled(node: ast.AST) -> str:
    """`config` of a name, `self.config` of what an object keeps, nothing of all else."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=ast.Name(id="self"), attr=name):
            return f"self.{name}"
    return ""


def part_set(node: ast.AST, whole: str) -> str:
    """Under which name a part of an object is changed: `width` of `config.width = 4 * config.dim`."""
    match node:
        case ast.Attribute(value=value, attr=name, ctx=ast.Store()) if spelled(value) == whole:
            return name
    return ""


def default_of(node: ast.expr) -> Any:
    """Its value; what no value is equal to, where that has to be computed: `options.get("sigma", 7 / 6)`."""
    try:
        return ast.literal_eval(node)
    except ValueError:
        return COMPUTED


def looked_up(node: ast.AST, whole: str, called: Collection[ast.AST]) -> Iterator[tuple[str, Any]]:
    """The name that is looked up here in a dict or an object, with what holds where it is not there; what is written is not."""
    yield from ((name, inspect.Parameter.empty) for name in names_unpacked(node, whole))
    match node:
        case ast.Subscript(value=value, slice=ast.Constant(value=str() as key), ctx=ast.Load()) if (
            spelled(value) == whole
        ):
            yield key, inspect.Parameter.empty
        case ast.Call(
            func=ast.Attribute(value=value, attr="get" | "pop" | "setdefault"),
            args=[ast.Constant(value=str() as key), *rest],
        ) if spelled(value) == whole:
            yield key, default_of(rest[0]) if rest else None
        case ast.Call(func=ast.Name(id="getattr"), args=[value, ast.Constant(value=str() as key), *rest]) if (
            spelled(value) == whole
        ):
            yield key, default_of(rest[0]) if rest else inspect.Parameter.empty
        case ast.Attribute(value=value, attr=key, ctx=ast.Load()) if spelled(value) == whole:
            is_done = key in dir(dict) or key == "chunk"  # `batch.values` is an entry, `batch.items()` is none
            if not is_done or node not in called:
                yield key, inspect.Parameter.empty


def asked_by_text(node: ast.AST) -> str:
    """What is asked for an entry by a text here: `batch["rewards"]`, `options.get("eps", 1e-5)`; nothing if nothing is."""
    match node:
        case ast.Subscript(value=whole, slice=ast.Constant(value=str())):
            return spelled(whole)
        case ast.Call(func=ast.Attribute(value=whole, attr="get"), args=[ast.Constant(value=str()), *_]):
            return spelled(whole)
    return ""


def texts_in_part(nodes: Sequence[ast.AST], wholes: Collection[str], name: str) -> list[str]:
    """By which texts one part of an object is asked for entries, there or under a name: `config.rope_scaling["factor"]`."""
    direct = [node for node in nodes if isinstance(node, ast.Attribute) and is_part(node, wholes, name)]
    aliases = {spelled(place) for node in nodes for place, value in assigned(node) if is_part(value, wholes, name)} - {
        ""
    }
    found = [part.name for alias in sorted(aliases) for part in parts_looked_up(nodes, alias).parts]
    for node in nodes:
        match node:
            case ast.Subscript(value=whole, slice=ast.Constant(value=str() as key)) if whole in direct:
                found.append(key)
            case ast.Call(func=ast.Attribute(value=whole, attr="get"), args=[ast.Constant(value=str() as key), *_]) if (
                whole in direct
            ):
                found.append(key)
    by_text = {alias for node in nodes if (alias := asked_by_text(node)) in aliases}
    return [*dict.fromkeys(found)] if direct or by_text else []


def is_part(node: ast.AST, wholes: Collection[str], name: str) -> bool:
    """`config.rope_scaling`, or `getattr(config, "rope_scaling", None)`."""
    match node:
        case ast.Attribute(value=value, attr=attr):
            return attr == name and spelled(value) in wholes
        case ast.Call(func=ast.Name(id="getattr"), args=[value, ast.Constant(value=key), *_]):
            return key == name and spelled(value) in wholes
    return False
