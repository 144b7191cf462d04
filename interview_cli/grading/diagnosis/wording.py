"""Whether a changed expression stands in the reference, whatever the variables are called there. Standard library only."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from keyword import iskeyword

NAME = re.compile(r"(?<![\w.])([A-Za-z_]\w*)(?!\w)(?!\s*\()")
"""A variable in a text: neither what is called nor what is looked up."""
TELLING = re.compile(r"[a-z]{2}|\d\d|\.\d|[3-9]")
"""A function, an attribute, a parameter, or a number that isn't usual."""
LEAST, MOST = 6, 80
"""Letters of an expression by which it is known, and that are compared."""


def stands_in(page: str) -> Callable[[str, str], bool]:
    """Whether the page has the second of two expressions and not the first, up to the names of its own variables."""
    tree = ast.parse(page)
    parameters = frozenset(
        argument.arg for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) for argument in node.args.args
    )

    def nameless(text: str) -> str:
        return NAME.sub(lambda found: found[1] if iskeyword(found[1]) or found[1] in parameters else "_", text)

    there = {nameless(ast.unparse(node)) for node in ast.walk(tree) if isinstance(node, ast.expr)}

    def is_wanted(old: str, new: str) -> bool:
        if not LEAST <= len(new) <= MOST or new in old:  # what is left of the old one stands there by chance
            return False
        wanted = nameless(new)
        return wanted in there and TELLING.search(wanted) is not None and nameless(old) not in there

    return is_wanted
