"""Parameters of which a class keeps the logarithm: `self.logit_scale = nn.Parameter(torch.ones([]) * np.log(1 / 0.07))`.

What such a class reads of it is always `self.logit_scale.exp()`. Standard library only.
"""

from __future__ import annotations

import ast
import functools
from collections.abc import Hashable, Iterator
from typing import Any

from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of


def kept_as_logarithms(kind: Any) -> frozenset[str]:
    """The names of these parameters of a class: each is made of a logarithm, and read as what `exp` is taken of."""
    return found_in(kind)


@functools.lru_cache(maxsize=64)
def found_in(kind: Hashable) -> frozenset[str]:
    """The same, looked for once."""
    made = {name for node in nodes_of(code_of(vars(kind).get("__init__", kind))) for name in made_of_a_logarithm(node)}
    codes = [code_of(one) for name, one in vars(kind).items() if name != "__init__"]
    nodes = [node for code in codes if code is not None for node in nodes_of(code)]
    raised = {id(one) for node in nodes for one in raised_in(node)}
    read = [(name, id(node) in raised) for node in nodes for name in read_of_itself(node)]
    return frozenset(name for name in made if (name, True) in read and (name, False) not in read)


def made_of_a_logarithm(node: ast.AST) -> Iterator[str]:
    """The name of the parameter that is kept here, if a logarithm is taken in its value."""
    match node:
        case ast.Assign(targets=[ast.Attribute(attr=name)], value=ast.Call(func=function, args=[value, *_])) if (
            called(function) == "Parameter"
        ):
            if any(isinstance(part, ast.Call) and called(part.func) == "log" for part in ast.walk(value)):
                yield name


def raised_in(node: ast.AST) -> Iterator[ast.expr]:
    """What `exp` is taken of here: `torch.exp(self.scale)`, `self.scale.exp()`."""
    match node:
        case ast.Call(func=ast.Attribute(attr="exp"), args=[value]):
            yield value
        case ast.Call(func=ast.Attribute(value=value, attr="exp"), args=[]):
            yield value


def called(function: ast.expr) -> str:
    """The last word of what is called."""
    return str(getattr(function, "attr", getattr(function, "id", "")))


def read_of_itself(node: ast.AST) -> Iterator[str]:
    """The attribute of the object that is read here."""
    match node:
        case ast.Attribute(value=ast.Name("self"), attr=name, ctx=ast.Load()):
            yield name
