"""Torch's functions with gradients of their own, `class A(torch.autograd.Function)`, where a backward pass is asked for.

What such a class writes by hand is both passes; of torch it takes an object for what the one leaves to the other. Without its
base it is a class of two functions, which needs no derivatives that something else finds. Standard library only.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Sequence

from interview_cli.grading.candidate.matching.choice.choosing import Asked
from interview_cli.grading.candidate.matching.choice.offers import BACKWARD, FORWARD, is_backward
from interview_cli.grading.candidate.matching.names.kinds import CONTEXT
from interview_cli.grading.candidate.matching.syntax.classes import is_torch_function
from interview_cli.grading.candidate.matching.syntax.functions import is_static
from interview_cli.grading.candidate.matching.syntax.walking import walk

BASE = re.compile(rb"\((torch\.)?(autograd\.)?Function\)")
"""How the base stands behind the class's name."""
IMPORT = re.compile(rb"from torch\.autograd import Function\s*$")


def without_contexts(source: str, tree: ast.Module, asked: Sequence[Asked]) -> str:
    """The source without the base of such classes, its import, and what calls them as torch does. Lines keep their numbers."""
    if len(asked) != 1 or asked[0].is_class or not is_backward(asked[0].name):
        return source
    made = [node for node in tree.body if isinstance(node, ast.ClassDef) and has_both_passes(node)]
    lines = source.encode().split(b"\n")
    for one in made:
        lines[one.lineno - 1] = BASE.sub(b"", lines[one.lineno - 1], count=1)
    names = {one.name for one in made}
    for node in tree.body:
        if node not in made and any(is_applied(part, names) for part in walk(node)):
            first = min([node.lineno, *(above.lineno for above in getattr(node, "decorator_list", ()))])
            lines[first - 1 : node.end_lineno] = [b""] * ((node.end_lineno or first) - first + 1)
    return b"\n".join(b"" if made and IMPORT.match(line) else line for line in lines).decode()


def is_applied(node: ast.AST, names: Collection[str]) -> bool:
    """`A.apply` of one of these classes."""
    return isinstance(node, ast.Attribute) and node.attr == "apply" and getattr(node.value, "id", "") in names


def has_both_passes(node: ast.ClassDef) -> bool:
    """Whether its two passes need no object, and take what the one leaves to the other first."""
    passes = [one for one in node.body if isinstance(one, ast.FunctionDef) and one.name in (FORWARD, BACKWARD[0])]
    takers = [one for one in passes if is_static(one) and [arg.arg for arg in one.args.args[:1]] == [CONTEXT]]
    return is_torch_function(node) and len(takers) == 2
