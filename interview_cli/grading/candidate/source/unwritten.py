"""Methods that a class leaves to others, `def drift(self, x, t): raise NotImplementedError`, for what a problem gives.

Left out, they are lent like what any other object lacks. Standard library only.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence

from interview_cli.grading.candidate.matching.choice.choosing import Asked
from interview_cli.grading.candidate.matching.names.kinds import FUNCTIONS
from interview_cli.grading.candidate.matching.names.likeness import likeness
from interview_cli.grading.candidate.matching.syntax.classes import bases_of
from interview_cli.grading.candidate.matching.syntax.functions import ITSELF
from interview_cli.grading.candidate.matching.syntax.walking import walk


def without_unwritten(source: str, tree: ast.Module, asked: Sequence[Asked]) -> tuple[str, list[str]]:
    """The source without these methods, and what to say of it. Lines keep their numbers.

    The name of one that is the only one goes over into that of what is given: `self.eval(x)` calls the energy.
    """
    if len(asked) != 1 or asked[0].is_class:
        return source, []
    bases = {name for node in tree.body if isinstance(node, ast.ClassDef) for name in bases_of(node)}
    lines, notes = source.encode().split(b"\n"), list[str]()
    for node in tree.body:
        if not isinstance(node, ast.ClassDef) or node.name in bases:
            continue
        given = given_for(node, asked[0])
        for name, method in unwritten_in(node).items() if given else ():
            first = min([method.lineno, *(one.lineno for one in method.decorator_list)])
            for number in range(first, (method.end_lineno or first) + 1):
                lines[number - 1] = b""
            if name != given[name]:
                rename(lines, node, name, given[name])
        others = {name: one for name, one in given.items() if name != one}
        notes += [f"{node.name}.{name}, which your class leaves to others, is {one}" for name, one in others.items()]
    return b"\n".join(lines).decode(), notes


def given_for(node: ast.ClassDef, asked: Asked) -> Mapping[str, str]:
    """For each method that a class leaves open and uses, what the problem gives to be called; nothing if that lacks for one."""
    open_ones = unwritten_in(node)
    functions = [name for name in asked.parameters if name in FUNCTIONS]
    found = {name: next((one for one in functions if likeness(one, name)), "") for name in open_ones}
    left = [one for one in functions if one not in found.values()]
    unlike = [name for name, one in found.items() if not one]
    if len(unlike) == len(left) == 1:
        found[unlike[0]] = left[0]
    is_sure = all(found.values()) and len(set(found.values())) == len(found)
    return found if is_sure and open_ones.keys() <= called_in(node) else {}


def unwritten_in(node: ast.ClassDef) -> dict[str, ast.FunctionDef]:
    """The methods of a class that do nothing, or say that they are not there."""
    methods = [part for part in node.body if isinstance(part, ast.FunctionDef)]
    return {one.name: one for one in methods if is_unwritten(one) and one.name not in ITSELF and one.args.args[1:]}


def is_unwritten(method: ast.FunctionDef) -> bool:
    """Whether nothing stands in it but words, `...`, `pass` or that it is not implemented."""
    return all(is_nothing(part) for part in method.body)


def is_nothing(part: ast.stmt) -> bool:
    """Whether a statement does nothing."""
    match part:
        case ast.Pass() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Raise(exc=ast.expr() as raised):
            return "NotImplementedError" in ast.dump(raised)
    return False


def called_in(node: ast.ClassDef) -> set[str]:
    """What its methods call of their object."""
    return {func.attr for func in uses_in(node)}


def uses_in(node: ast.ClassDef) -> Iterator[ast.Attribute]:
    """Where methods of its own are called."""
    for part in walk(node):
        match part:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="self")) as func):
                yield func


def rename(lines: list[bytes], node: ast.ClassDef, name: str, other: str) -> None:
    """Write another name where the class calls this one of its object."""
    places = [(func.end_lineno or 0, func.end_col_offset or 0) for func in uses_in(node) if func.attr == name]
    for number, end in sorted(places, reverse=True):
        line = lines[number - 1]
        lines[number - 1] = line[: end - len(name)] + other.encode() + line[end:]
