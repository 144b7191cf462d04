"""What code reads of the values that it is given: parts of pairs, columns, keys, attributes. Standard library only."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence

from interview_cli.grading.candidate.matching.names.kinds import OF_VALUES
from interview_cli.grading.candidate.matching.names.likeness import named_after_both
from interview_cli.grading.candidate.matching.syntax.functions import (
    MOST_PASSES,
    NO_METHODS,
    SAME_ENTRIES,
    WEIGHT,
    WHOLE,
    Function,
    is_named,
    is_static,
    last_name,
    writes,
)
from interview_cli.grading.candidate.matching.syntax.walking import walk


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
