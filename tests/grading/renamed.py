"""The reference pages as somebody with other names for all parameters would write them."""

from __future__ import annotations

import ast

from reference_impls import index


class Renamed(ast.NodeTransformer):
    """The page with every parameter of its functions under another name, wherever it stands."""

    def __init__(self, tree: ast.Module) -> None:
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        self.functions = {node.name for node in functions} | {n.name for n in tree.body if isinstance(n, ast.ClassDef)}
        args = [arg for node in functions for arg in (*node.args.args, *node.args.kwonlyargs)]
        self.names = {arg.arg for arg in args} - {"self", "cls"}

    def renamed(self, name: str) -> str:
        """Unlike all names of the catalogue."""
        return f"zz_{name[::-1]}" if name in self.names else name

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return ast.Name(self.renamed(node.id), node.ctx)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        return ast.arg(self.renamed(node.arg), node.annotation)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        self.generic_visit(node)
        if name in self.functions:
            node.keywords = [ast.keyword(self.renamed(k.arg) if k.arg else None, k.value) for k in node.keywords]
        return node


def renamed_page(problem: str) -> str:
    """The reference as one with other names would write it."""
    folder = index.folder_of(problem)
    assert folder is not None
    source = (folder / "reference.py").read_text(encoding="utf-8")
    tree = ast.parse(source)
    tree.body = [
        node for node in tree.body if not (isinstance(node, ast.ImportFrom) and "reference_impls" in str(node.module))
    ]
    return ast.unparse(ast.fix_missing_locations(Renamed(tree).visit(tree)))
