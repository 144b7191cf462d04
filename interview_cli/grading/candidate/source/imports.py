"""Imports of several packages in one line, taken apart: `import torch, triton` needs torch alone. Standard library only."""

from __future__ import annotations

import ast


def with_imports_apart(source: str, tree: ast.Module) -> str:
    """The source with a statement for each package that is imported beside others. Lines keep their numbers.

    What the solution does without may then be missing, without the rest of its line.
    """
    lines = source.encode().split(b"\n")
    for node in reversed([node for node in tree.body if isinstance(node, ast.Import) and is_of_several(node)]):
        apart = "; ".join(f"import {ast.unparse(name)}" for name in node.names).encode()
        line, end = lines[node.lineno - 1], node.end_lineno or node.lineno
        if end == node.lineno:  # one that is continued by a backslash is left alone
            lines[end - 1] = line[: node.col_offset] + apart + line[node.end_col_offset :]
    return b"\n".join(lines).decode()


def is_of_several(node: ast.Import) -> bool:
    """Whether it imports from more packages than one."""
    return len({name.name.partition(".")[0] for name in node.names}) > 1
