"""Which top-level statements of a file its entries need, and which merely stand beside them. Standard library only.

A solution is pasted with its self-tests, demonstrations and plots. What the entries reach through names is judged; the
rest may fail, or use what is forbidden, without saying anything about the solution.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence

from interview_cli.grading.candidate.matching.syntax.walking import walk

DYNAMIC = frozenset({"eval", "exec", "globals", "locals", "vars", "__import__", "compile", "import_module", "modules"})
"""Where code looks names up by itself, any of them may be meant."""
Function = ast.FunctionDef | ast.AsyncFunctionDef


def needed(tree: ast.Module, entries: Iterable[str]) -> tuple[int, ...]:
    """Positions, in order, of the statements that define the entries, what those use, and what writes into it."""
    wanted = {path.split(".")[0] for path in entries}
    parts = [Statement(node) for node in tree.body]
    chosen: set[int] = set()
    grows = True
    while grows:
        found = {i for i, part in enumerate(parts) if i not in chosen and part.serves(wanted)}
        chosen |= found
        for i in found:
            wanted |= parts[i].uses
        grows = bool(found)
    if wanted & DYNAMIC:
        return tuple(range(len(parts)))
    return tuple(sorted(chosen))


class Statement:
    """One top-level statement: the names that it binds, writes into and uses."""

    def __init__(self, node: ast.stmt) -> None:
        self.node = node
        self.binds = bound_by(node)
        self.uses = used_of_the_module(node) | attributes(node)
        self.writes = set() if is_main_block(node) else set(written_into(node))
        self.binds_any = any(
            isinstance(inner, ast.ImportFrom) and any(alias.name == "*" for alias in inner.names)
            for inner in walk(node)
        )

    def serves(self, wanted: set[str]) -> bool:
        """Whether one of these names would be another without it."""
        if is_main_block(self.node):
            return False
        return self.binds_any or not wanted.isdisjoint(self.binds) or not wanted.isdisjoint(self.writes)


def attributes(node: ast.stmt) -> set[str]:
    """Of attributes, those alone that find names (`sys.modules`, `importlib.import_module`)."""
    return {inner.attr for inner in walk(node) if isinstance(inner, ast.Attribute) and inner.attr in DYNAMIC}


def is_main_block(node: ast.stmt) -> bool:
    """`if __name__ == "__main__":`, which is not run when a file is graded."""
    return (
        isinstance(node, ast.If)
        and not node.orelse
        and isinstance(node.test, ast.Compare)
        and any(isinstance(part, ast.Name) and part.id == "__name__" for part in walk(node.test))
        and any(isinstance(part, ast.Constant) and part.value == "__main__" for part in walk(node.test))
    )


def used_of_the_module(node: ast.AST, *, annotations: bool = True) -> set[str]:
    """Names that it looks up outside: not those of parameters and variables of its functions.

    annotations: whether what stands in them alone counts. Long sums and many `elif` nest as deep as they are long: only
    functions inside functions are followed by calls.
    """
    used: set[str] = set()
    waiting: list[ast.AST] = [node]
    while waiting:
        part = waiting.pop()
        match part:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda():
                inside, outside = parts_of(part, annotations=annotations)
                used |= used_inside(part, inside, annotations=annotations)
                waiting += outside
            case ast.Name(id=name):
                used.add(name)
            case ast.AnnAssign() if not annotations:
                waiting += [part.target, *([part.value] if part.value else [])]
            case _:
                waiting += ast.iter_child_nodes(part)
    return used


def parts_of(
    function: Function | ast.Lambda, *, annotations: bool
) -> tuple[Sequence[ast.stmt | ast.expr], list[ast.AST]]:
    """What is run when it is called, and what where it stands."""
    outside: list[ast.AST] = [*function.args.defaults, *(d for d in function.args.kw_defaults if d)]
    if isinstance(function, ast.Lambda):
        return [function.body], outside
    outside += function.decorator_list
    if annotations:
        outside += [arg.annotation for arg in arguments_of(function) if arg.annotation]
        outside += [function.returns] if function.returns else []
    return function.body, outside


def used_inside(
    function: Function | ast.Lambda, inside: Sequence[ast.stmt | ast.expr], *, annotations: bool
) -> set[str]:
    """Names that a function's body looks up outside of it."""
    shared = {name for part in inside for n in walk(part) if isinstance(n, ast.Global) for name in n.names}
    own = {arg.arg for arg in arguments_of(function)}.union(*(bound_by(part) for part in inside)) - shared
    used = set[str]().union(*(used_of_the_module(part, annotations=annotations) for part in inside))
    return (used - own) | shared


def arguments_of(function: Function | ast.Lambda) -> list[ast.arg]:
    """All of its parameters."""
    args = function.args
    found = [*args.posonlyargs, *args.args, *args.kwonlyargs, args.vararg, args.kwarg]
    return [arg for arg in found if arg is not None]


def bound_by(node: ast.AST) -> set[str]:
    """Names that it binds where it stands, also in blocks (`if`, `try`, ...) and by taking a tuple apart."""
    names: set[str] = set()
    waiting: list[ast.AST] = [node]
    while waiting:
        part = waiting.pop()
        match part:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.AsyncFunctionDef(name=name):
                names.add(name)  # what is bound inside is its own
                continue
            case ast.Lambda() | ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
                continue
            case ast.Name(id=name, ctx=ast.Store()):
                names.add(name)
            case ast.ImportFrom(names=aliases) | ast.Import(names=aliases):
                names |= {(alias.asname or alias.name).split(".")[0] for alias in aliases}
        waiting += ast.iter_child_nodes(part)
    return names


def written_into(node: ast.stmt) -> Iterator[str]:
    """Names whose objects it changes: `f.cache = {}`, `TABLE[0] = 1`, `del d[k]`, `NAMES.append(x)`, `register(f)`.

    A call counts where its result is dropped, and a method only of a name: `print(f(x))` changes nothing. Nor does what only
    tests, `torch.testing.assert_close(f(x), y)`.
    """
    if isinstance(node, Function | ast.ClassDef):
        return
    for part in walk(node):
        match part:
            case (
                ast.Attribute(value=base, ctx=ast.Store() | ast.Del())
                | ast.Subscript(value=base, ctx=ast.Store() | ast.Del())
            ):
                yield from root_of(base)
            case ast.Expr(value=ast.Call(func=ast.Attribute(value=base, attr=name))) if not name.startswith("assert"):
                yield from root_of(base)


def root_of(node: ast.expr) -> Iterator[str]:
    """`torch` of `torch.nn.functional`, of `d` in `d[0].x`."""
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    if isinstance(node, ast.Name):
        yield node.id
