"""Changes that do to one thing what a file does to another one, or the same in another place. Standard library only.

Somebody rotates the queries and forgets the keys, tests two of three diagonals, follows two of four directions, takes a
bracket for another, or mixes up height and width in one line.
"""

from __future__ import annotations

import ast
import copy
import itertools
from collections.abc import Callable, Iterator

from interview_cli.grading.diagnosis.variants import Site, mentions, names_of

Change = tuple[str, ast.AST]
BETWEEN = "; "
"""What stands between two statements on one line."""
SIMPLE = (ast.Assign, ast.AugAssign, ast.Return, ast.Expr)
SUMS, PRODUCTS = (ast.Add, ast.Sub), (ast.Mult, ast.Div)
OPPOSITE: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add}
TAKING_OUT = frozenset({"discard", "remove"})


# --- brackets ---------------------------------------------------------------------------------------------------------


def with_other_brackets(site: Site) -> Iterator[Change]:
    """The same operands in the same order, grouped in another way: `12 * e - b` for `12 * (e - b)`."""
    node = site.node
    if isinstance(node, ast.BinOp):
        yield from (("other-brackets", other) for other in (*split(node), *joined(node)))
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and is_of(node.operand, SUMS):
        inner: ast.BinOp = node.operand  # type: ignore[assignment]
        yield "other-brackets", ast.BinOp(ast.UnaryOp(ast.USub(), inner.left), inner.op, inner.right)


def split(node: ast.BinOp) -> Iterator[ast.expr]:
    """A bracket that ends earlier, or begins later."""
    op, left, right = node.op, node.left, node.right
    if isinstance(op, PRODUCTS) and isinstance(right, ast.BinOp) and isinstance(right.op, SUMS):
        yield ast.BinOp(product(left, op, right.left), right.op, right.right)
        yield ast.BinOp(right.left, right.op, product(left, op, right.right))
    if isinstance(op, PRODUCTS) and isinstance(left, ast.BinOp) and isinstance(left.op, SUMS):
        yield ast.BinOp(left.left, left.op, ast.BinOp(left.right, op, right))
        yield ast.BinOp(ast.BinOp(left.left, op, right), left.op, left.right)
    match left:
        case ast.BinOp(left=first, op=ast.Mult() as times, right=ast.BinOp() as bracket) if is_of(bracket, SUMS):
            if isinstance(op, PRODUCTS):
                yield ast.BinOp(ast.BinOp(first, times, bracket.left), bracket.op, ast.BinOp(bracket.right, op, right))
    if isinstance(op, ast.Div) and isinstance(right, ast.BinOp) and isinstance(right.op, ast.Mult):
        yield ast.BinOp(ast.BinOp(left, op, right.left), ast.Mult(), right.right)
    if isinstance(op, ast.Pow) and isinstance(left, ast.BinOp) and isinstance(left.op, PRODUCTS):
        yield ast.BinOp(left.left, left.op, ast.BinOp(left.right, op, right))


def product(left: ast.expr, op: ast.operator, right: ast.expr) -> ast.BinOp:
    """The two, without a bracket around the second one that says nothing: `a * b * c` for `a * (b * c)`."""
    if isinstance(op, ast.Mult) and isinstance(right, ast.BinOp) and isinstance(right.op, PRODUCTS):
        return ast.BinOp(product(left, op, right.left), right.op, right.right)
    return ast.BinOp(left, op, right)


def joined(node: ast.BinOp) -> Iterator[ast.expr]:
    """A bracket where there is none."""
    op, left, right = node.op, node.left, node.right
    if isinstance(op, SUMS) and isinstance(left, ast.BinOp) and isinstance(left.op, PRODUCTS):
        yield ast.BinOp(left.left, left.op, ast.BinOp(left.right, op, right))
    if isinstance(op, SUMS) and isinstance(right, ast.BinOp) and isinstance(right.op, PRODUCTS):
        yield ast.BinOp(ast.BinOp(left, op, right.left), right.op, right.right)
    if isinstance(op, ast.Mult) and is_of(left, (ast.Div,)):
        quotient: ast.BinOp = left  # type: ignore[assignment]
        yield ast.BinOp(quotient.left, ast.Div(), ast.BinOp(quotient.right, ast.Mult(), right))
    if isinstance(op, PRODUCTS) and isinstance(right, ast.BinOp) and isinstance(right.op, ast.Pow):
        yield ast.BinOp(ast.BinOp(left, op, right.left), ast.Pow(), right.right)


def is_of(node: ast.AST, kinds: tuple[type[ast.operator], ...]) -> bool:
    """Whether it is an operation of one of these kinds."""
    return isinstance(node, ast.BinOp) and isinstance(node.op, kinds)


# --- the same for another one -----------------------------------------------------------------------------------------


def with_mirrored_elements(site: Site) -> Iterator[Change]:
    """What is listed, and the same in the opposite direction: `(r - 1, c)` beside `(r + 1, c)`; all of it, or one alone."""
    match site.node:
        case ast.Tuple(elts=listed) | ast.List(elts=listed) | ast.Set(elts=listed) if len(listed) > 1:
            if isinstance(getattr(site.node, "ctx", None), ast.Store) or not all(
                isinstance(one, ast.Tuple) for one in listed
            ):
                return
            there = {ast.unparse(one) for one in listed}
            lacking = [one for one in map(mirrored, listed) if ast.unparse(one) not in there]
            for more in ([lacking] if len(lacking) > 1 else []) + [[one] for one in lacking]:
                longer = copy.copy(site.node)
                longer.elts = [*listed, *more]
                yield "part-left-out", longer


def mirrored(element: ast.expr) -> ast.expr:
    """Sums for differences, and numbers with the opposite sign."""

    class Mirror(ast.NodeTransformer):
        def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
            kind = OPPOSITE.get(type(node.op))
            return ast.BinOp(node.left, kind(), node.right) if kind else node

        def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
            return node.operand if isinstance(node.op, ast.USub) else node

        def visit_Constant(self, node: ast.Constant) -> ast.AST:
            is_number = type(node.value) in (int, float) and node.value != 0
            return ast.UnaryOp(ast.USub(), node) if is_number else node

    other: ast.expr = Mirror().visit(copy.deepcopy(element))
    return other


def with_membership_tests(site: Site) -> Iterator[Change]:
    """A condition that asks for what the function notes, too: `r + c in used` where it has `used.add(r + c)`."""
    if site.field not in ("test", "ifs") or not isinstance(site.node, ast.expr):
        return
    for noted in noted_in(site.above[-1]):
        is_noted, isnt = asked(noted)
        for op, other in ((ast.Or(), is_noted), (ast.And(), isnt)):
            if ast.unparse(other) not in ast.unparse(site.node):
                yield "part-left-out", ast.BoolOp(op, [*operands(site.node, op), other])


def noted_in(function: ast.AST) -> list[ast.Call | ast.Subscript]:
    """What is added to sets, and set to True."""
    found: dict[str, ast.Call | ast.Subscript] = {}
    for node in ast.walk(function):
        match node:
            case ast.Call(func=ast.Attribute(attr="add"), args=[_]):
                found.setdefault(ast.unparse(node), node)
            case ast.Assign(targets=[ast.Subscript() as place], value=ast.Constant(value=True | 1)):
                found.setdefault(ast.unparse(place), place)
    return list(found.values())


def asked(noted: ast.Call | ast.Subscript) -> tuple[ast.expr, ast.expr]:
    """Whether something is noted, and whether it isn't."""
    if isinstance(noted, ast.Subscript):
        place = ast.Subscript(noted.value, noted.slice, ast.Load())
        return place, ast.UnaryOp(ast.Not(), place)
    owner = noted.func.value  # type: ignore[attr-defined]
    return ast.Compare(noted.args[0], [ast.In()], [owner]), ast.Compare(noted.args[0], [ast.NotIn()], [owner])


def operands(test: ast.expr, op: ast.boolop) -> list[ast.expr]:
    """What a condition joins in this way already, else it alone."""
    return list(test.values) if isinstance(test, ast.BoolOp) and isinstance(test.op, type(op)) else [test]


def with_twins(site: Site) -> Iterator[Change]:
    """A statement, and after it the same for another variable: `k = turned(k)` after `q = turned(q)`."""
    function = next((above for above in site.above if isinstance(above, ast.FunctionDef)), None)
    if function is None:
        return
    match site.node:
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if mentions(value, name):
            others = [other for other in names_of(function) if other != name]
            yield from (with_after(site, with_names(site.node, {name: other}, set_too=True)) for other in others)
        case ast.AugAssign(target=ast.Name(id=name), op=op, value=value):
            kinds = [type(op), *([OPPOSITE[type(op)]] if type(op) in OPPOSITE else [])]
            for other, kind in itertools.product(names_of(function), kinds):
                if other != name or kind is not type(op):
                    yield with_after(site, ast.AugAssign(ast.Name(other, ast.Store()), kind(), value))
        case ast.Expr(value=ast.Call(func=ast.Attribute(attr=attribute))) if attribute in TAKING_OUT:
            for noted in noted_in(function):
                if isinstance(noted, ast.Call):
                    taken = ast.Attribute(noted.func.value, attribute, ast.Load())  # type: ignore[attr-defined]
                    yield with_after(site, ast.Expr(ast.Call(taken, noted.args, [])))


def with_repeated_statements(site: Site) -> Iterator[Change]:
    """A statement, and after it another one of the same function once more."""
    function = next((above for above in site.above if isinstance(above, ast.FunctionDef)), None)
    if function is None or not isinstance(site.node, SIMPLE) or isinstance(site.node, ast.Return):
        return
    for other in ast.walk(function):
        if isinstance(other, SIMPLE) and not isinstance(other, ast.Return) and not is_text(other):
            yield with_after(site, other)


def is_text(statement: ast.stmt) -> bool:
    """Whether it is a docstring."""
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def with_after(site: Site, other: ast.AST) -> Change:
    """The statement and another one behind it."""
    return "step-left-out", ast.Module([site.node, other], [])  # type: ignore[list-item]


# --- names ------------------------------------------------------------------------------------------------------------


def with_swapped_elements(site: Site) -> Iterator[Change]:
    """Two neighbors of a tuple or list exchanged: what is joined or stacked in the other order."""
    match site.node:
        case ast.Tuple(elts=listed) | ast.List(elts=listed) if len(listed) in (2, 3):
            if isinstance(getattr(site.node, "ctx", None), ast.Store) or all(
                isinstance(one, ast.Constant) for one in listed
            ):
                return
            for at in range(len(listed) - 1):
                other = copy.copy(site.node)
                other.elts = [*listed[:at], listed[at + 1], listed[at], *listed[at + 2 :]]
                yield "sides-swapped", other


def with_swapped_siblings(site: Site) -> Iterator[Change]:
    """Two variables exchanged throughout a statement that were set in one: `even, odd = x[..., ::2], x[..., 1::2]`."""
    read = set(read_in(site))
    function = next((above for above in site.above if isinstance(above, ast.FunctionDef)), None)
    for one, other in siblings_in(function) if function is not None and len(read) > 1 else ():
        if one in read and other in read:
            yield "other-variable", with_names(site.node, {one: other, other: one})


def siblings_in(function: ast.FunctionDef) -> list[tuple[str, str]]:
    """Pairs of variables that one statement sets."""
    pairs = dict[tuple[str, str], None]()
    for node in ast.walk(function):
        if isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Store):
            names = [one.id for one in node.elts if isinstance(one, ast.Name)]
            pairs |= dict.fromkeys(itertools.combinations(names, 2))
    return list(pairs)


def with_swapped_names(site: Site) -> Iterator[Change]:
    """Two variables exchanged throughout a statement: height and width."""
    read = [name for name in read_in(site) if name in variables_of(site)]
    for one, other in itertools.combinations(dict.fromkeys(read), 2):
        yield "other-variable", with_names(site.node, {one: other, other: one})


def with_names_throughout(site: Site) -> Iterator[Change]:
    """Another variable for one that is read several times in a statement."""
    read, variables = read_in(site), variables_of(site)
    for name in dict.fromkeys(name for name in read if read.count(name) > 1 and name in variables):
        yield from (("other-variable", with_names(site.node, {name: other})) for other in variables if other != name)


def read_in(site: Site) -> list[str]:
    """Names that a simple statement reads, each as often as it does."""
    if not isinstance(site.node, SIMPLE):
        return []
    return [node.id for node in ast.walk(site.node) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)]


def variables_of(site: Site) -> list[str]:
    """Of the function around it."""
    function = next((above for above in site.above if isinstance(above, ast.FunctionDef)), None)
    return names_of(function) if function is not None else []


def with_names(statement: ast.AST, names: dict[str, str], *, set_too: bool = False) -> ast.AST:
    """A copy that reads other variables, and sets others, too, if that is asked for."""
    other = copy.deepcopy(statement)
    for node in ast.walk(other):
        if isinstance(node, ast.Name) and (set_too or isinstance(node.ctx, ast.Load)):
            node.id = names.get(node.id, node.id)
    return other


Kinds = Callable[[Site], Iterator[Change]]
EARLY: tuple[Kinds, ...] = (
    with_other_brackets,
    with_mirrored_elements,
    with_membership_tests,
    with_swapped_elements,
    with_swapped_siblings,
)
"""Of which a file has few."""
