"""What a method only raises about: `if not self.is_ready: raise ...`, `assert self.scale`. Standard library only."""

from __future__ import annotations

import ast
import types

from interview_cli.grading.candidate.matching.syntax.bytecode import nodes_of


def guards_in(code: types.CodeType | None) -> dict[str, bool]:
    """What a method reads of its object only to raise, each with the truth with which it doesn't: no result depends on it."""
    nodes = nodes_of(code)
    read = [name for node in nodes if (name := read_of_itself(node))]
    found = dict[str, bool]()
    for node in nodes:
        match node:
            case ast.If(test=test, body=[ast.Raise()], orelse=[]):
                found |= truth_in(test, is_met=False)
            case ast.Assert(test=test):
                found |= truth_in(test, is_met=True)
    return {name: truth for name, truth in found.items() if read.count(name) == 1}


def truth_in(test: ast.expr, *, is_met: bool) -> dict[str, bool]:
    """What is asked of the object alone, and what it must be: for `not self.x` to be met, false."""
    match test:
        case ast.UnaryOp(op=ast.Not(), operand=inner):
            return truth_in(inner, is_met=not is_met)
        case ast.Attribute():
            name = read_of_itself(test)
            return {name: is_met} if name else {}
    return {}


def read_of_itself(node: ast.AST) -> str:
    """What is read of `self` there; nothing for all else."""
    match node:
        case ast.Attribute(value=ast.Name(id="self"), attr=name, ctx=ast.Load()):
            return name
    return ""
