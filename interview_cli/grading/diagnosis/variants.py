"""Small changes of a reference page, each a wrong answer that somebody may have written. Standard library only.

Where no slip explains an answer, the change that gives the same answers says what is wrong with it.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass

OPERATORS: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div,),
    ast.Div: (ast.Mult,),
    ast.FloorDiv: (ast.Mult,),
    ast.Pow: (ast.Mult,),
    ast.MatMult: (),
    ast.Mod: (ast.FloorDiv,),
}
COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
}
FUNCTIONS = {
    "all": ("any",),
    "amax": ("amin",),
    "amin": ("amax",),
    "any": ("all",),
    "ceil": ("floor", "round"),
    "cos": ("sin",),
    "cumprod": ("cumsum",),
    "cumsum": ("cumprod",),
    "exp": ("sigmoid",),
    "floor": ("ceil", "round"),
    "log": ("log2", "log10"),
    "log10": ("log", "log2"),
    "log2": ("log", "log10"),
    "log_softmax": ("softmax",),
    "logsumexp": ("sum",),
    "max": ("min",),
    "maximum": ("minimum",),
    "mean": ("sum", "median"),
    "min": ("max",),
    "minimum": ("maximum",),
    "round": ("floor", "ceil"),
    "sin": ("cos",),
    "softmax": ("log_softmax", "exp", "sigmoid"),
    "square": ("abs",),
    "sqrt": ("square",),
    "std": ("var",),
    "sum": ("mean",),
    "tril": ("triu",),
    "triu": ("tril",),
    "var": ("std",),
}
"""Functions that are taken for one another."""

SYMMETRIC = frozenset({"max", "min", "maximum", "minimum", "transpose", "swapaxes", "isclose", "equal"})
AXES = frozenset({"dim", "axis", "start_dim"})
EPSILONS = (1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8)
"""What people add so that nothing is divided by 0; the smaller ones no check can tell from none."""
LEAST_SHOWN = 5
"""So many letters of a change say something where its line is told, too."""
LEAST_SHOWN_OF_A_PAGE = 12
"""And so many where the reader doesn't see the page."""
MOST_SHOWN = 80


@dataclass(frozen=True)
class Variant:
    """A changed page, ready to run; the kind of change, and what stands in the place of what."""

    name: str
    code: object
    old: str
    new: str


@dataclass(frozen=True)
class Site:
    """A node of the tree, where it hangs, and the nodes above it, nearest first."""

    node: ast.AST
    parent: ast.AST
    field: str
    index: int | None
    above: tuple[ast.AST, ...]

    def put(self, node: ast.AST) -> None:
        """Hang another node in its place."""
        if self.index is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.index] = node


def variants(page: str) -> Iterator[Variant]:
    """Every single change of the functions and methods of a page that still compiles."""
    return compiled_variants(page, changes)


def detached_variants(page: str) -> Iterator[Variant]:
    """The page with one part detached; values stay, gradients do not."""
    return compiled_variants(page, detachments)


def guarded_variants(page: str) -> Iterator[Variant]:
    """The page with a small number added below one fraction line, or in the place of another small number."""
    return compiled_variants(page, guards)


def compiled_variants(page: str, kinds: Callable[[Site], Iterator[tuple[str, ast.AST]]]) -> Iterator[Variant]:
    """Each change of these kinds that still compiles."""
    tree = ast.fix_missing_locations(without_notes(ast.parse(page)))
    for made in changed(tree, kinds, LEAST_SHOWN_OF_A_PAGE):
        try:
            code = compile(tree, "<variant>", "exec")
        except (SyntaxError, ValueError, TypeError):
            continue
        yield Variant(made.name, code, made.old, made.new)


@dataclass(frozen=True)
class Made:
    """A change that stands in the tree: its kind, its line, and what stands in the place of what."""

    name: str
    line: int
    old: str
    new: str


def changed(
    tree: ast.Module, kinds: Callable[[Site], Iterator[tuple[str, ast.AST]]], least: int = LEAST_SHOWN
) -> Iterator[Made]:
    """Each change of the tree's functions in turn, which stands in the tree until the next one is asked for."""
    return changed_at(sites_of_functions(tree), kinds, least)


def changed_at(
    places: Iterator[Site], kinds: Callable[[Site], Iterator[tuple[str, ast.AST]]], least: int = LEAST_SHOWN
) -> Iterator[Made]:
    """Each change of these places in turn, likewise; `least`: how many letters of it are shown."""
    for site in list(places):
        for name, replacement in kinds(site):
            shown, default = shown_above(site, least), name_of_default(site)
            before = ast.unparse(shown)
            site.put(ast.fix_missing_locations(ast.copy_location(replacement, site.node)))
            try:
                after = written(replacement if shown is site.node else shown)
                if after is not None and after != before:
                    yield Made(name, getattr(site.node, "lineno", 0), default + before, default + after)
            finally:
                site.put(site.node)


def name_of_default(site: Site) -> str:
    """`clip=` for the default of an argument."""
    if not isinstance(site.parent, ast.arguments) or site.index is None:
        return ""
    arguments = site.parent.args[len(site.parent.args) - len(site.parent.defaults) :]
    return f"{arguments[site.index].arg}="


def written(node: ast.AST) -> str | None:
    """The node as text, if it is one that can be written."""
    try:
        return ast.unparse(node)
    except (ValueError, TypeError, AttributeError):
        return None


def without_notes(tree: ast.Module) -> ast.Module:
    """The tree without docstrings and annotations of functions, which change nothing."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node) is not None:
            node.body = node.body[1:] or [ast.Pass()]
        if isinstance(node, ast.arg):
            node.annotation = None
        if isinstance(node, ast.FunctionDef):
            node.returns = None
    return tree


def sites_of_functions(tree: ast.Module) -> Iterator[Site]:
    """All nodes inside functions, and the defaults of their arguments."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            for index, default in enumerate(node.args.defaults):
                yield from sites(Site(default, node.args, "defaults", index, (node,)))
            for index, statement in enumerate(node.body):
                yield from sites(Site(statement, node, "body", index, (node,)))


def sites_of_values(tree: ast.Module) -> Iterator[Site]:
    """All nodes of what a file, or a class, sets beside its functions: `C1 = (0.01 * 255) ** 2`."""
    for owner in (node for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef)):
        for index, statement in enumerate(owner.body):
            if isinstance(statement, ast.Assign | ast.AnnAssign):
                yield from sites(Site(statement, owner, "body", index, (owner,)))


def sites(site: Site) -> Iterator[Site]:
    """The node and all below it; functions inside are visited by themselves."""
    yield site
    if isinstance(site.node, ast.FunctionDef):
        return
    above = (site.node, *site.above)
    for field, value in ast.iter_fields(site.node):
        if field == "annotation":  # says what a variable holds, and changes nothing
            continue
        if isinstance(value, ast.expr | ast.stmt | ast.comprehension | ast.keyword):
            yield from sites(Site(value, site.node, field, None, above))
        elif isinstance(value, list):
            for index, part in enumerate(value):
                if isinstance(part, ast.expr | ast.stmt | ast.comprehension | ast.keyword):
                    yield from sites(Site(part, site.node, field, index, above))


def shown_above(site: Site, least: int) -> ast.AST:
    """The smallest expression or statement around the change that says something by itself."""
    shown: ast.AST = site.node
    chain = (site.node, *site.above)
    for node, around in zip(chain, (*chain[1:], None), strict=True):
        if isinstance(node, ast.FunctionDef | ast.For | ast.While | ast.If | ast.Try | ast.With | ast.ClassDef):
            break
        if isinstance(node, ast.expr | ast.stmt | ast.keyword):
            if len(ast.unparse(node)) > MOST_SHOWN and shown is not site.node:
                break
            shown = node
            is_called = isinstance(around, ast.Call) and around.func is node
            if (
                len(ast.unparse(node)) >= least
                and not is_called
                and not isinstance(node, ast.keyword | ast.Slice | ast.Constant | ast.Name)
            ):
                break
    return shown


# --- what a node could be instead -------------------------------------------------------------------------------------


def changes(site: Site) -> Iterator[tuple[str, ast.AST]]:
    """The kind of each change and the node that it puts here."""
    match site.node:
        case ast.BinOp() as node:
            yield from changes_of_operation(node)
        case ast.Compare(left=left, ops=[op], comparators=comparators):
            for other in COMPARISONS.get(type(op), ()):
                yield "other-comparison", ast.Compare(left, [other()], comparators)
        case ast.BoolOp(op=op, values=values):
            yield "other-operator", ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
            for index in range(len(values)):
                rest = values[:index] + values[index + 1 :]
                yield "part-left-out", rest[0] if len(rest) == 1 else ast.BoolOp(op, rest)
        case ast.Constant() as node:
            yield from changes_of_constant(node, site)
        case ast.UnaryOp(op=ast.USub() | ast.Not() | ast.Invert(), operand=operand):
            yield "other-axis" if is_axis(site) else "sign-left-out", operand
        case ast.Call() as node:
            yield from changes_of_call(node)
        case ast.IfExp(body=body, orelse=orelse):
            yield "branch-left-out", body
            yield "branch-left-out", orelse
        case ast.If(body=body, orelse=orelse):
            yield "branch-left-out", ast.If(ast.Constant(False), body, orelse)
            yield "branch-left-out", ast.If(ast.Constant(True), body, [])
        case ast.AugAssign() | ast.Expr(value=ast.Call()) | ast.Raise() | ast.Continue() | ast.Break():
            yield "step-left-out", ast.Pass()
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if mentions(value, name):
            yield "step-left-out", ast.Pass()
        case ast.Subscript(value=value, slice=ast.Slice()):
            yield "part-left-out", value
        case ast.Name(ctx=ast.Load()) as node:
            yield from changes_of_name(node, site)


def detachments(site: Site) -> Iterator[tuple[str, ast.AST]]:
    """An expression whose value is a tensor, detached."""
    if isinstance(site.node, ast.BinOp | ast.Call | ast.Name) and not isinstance(
        getattr(site.node, "ctx", None), ast.Store
    ):
        if isinstance(site.parent, ast.Attribute | ast.Call) and site.field in ("value", "func"):
            return
        yield "part-detached", ast.Call(ast.Attribute(site.node, "detach", ast.Load()), [], [])


def guards(site: Site) -> Iterator[tuple[str, ast.AST]]:
    """An eps of another size: below a fraction line that has none, or where one stands."""
    match site.node:
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            for eps in EPSILONS:
                yield (
                    "eps-in-the-denominator",
                    ast.BinOp(left, ast.Div(), ast.BinOp(right, ast.Add(), ast.Constant(eps))),
                )
        case ast.Constant(value=float(value)) if 0 < value <= EPSILONS[0]:
            for eps in EPSILONS:
                if eps != value:
                    yield "eps-of-another-size", ast.Constant(eps)


def changes_of_operation(node: ast.BinOp) -> Iterator[tuple[str, ast.AST]]:
    """Another operator, one side alone, the sides the other way round."""
    for other in OPERATORS.get(type(node.op), ()):
        yield "other-operator", ast.BinOp(node.left, other(), node.right)
    yield "part-left-out", node.left
    yield "part-left-out", node.right
    if isinstance(node.op, ast.Sub | ast.Div | ast.FloorDiv):
        yield "sides-swapped", ast.BinOp(node.right, node.op, node.left)
    if isinstance(node.op, ast.FloorDiv):
        yield "other-operator", ast.BinOp(node.left, ast.Div(), node.right)


def changes_of_constant(node: ast.Constant, site: Site) -> Iterator[tuple[str, ast.AST]]:
    """A number nearby, its half and its double; the opposite of a truth value."""
    value = node.value
    if isinstance(value, bool):
        yield "other-value", ast.Constant(not value)
    elif isinstance(value, int | float):
        name = "other-axis" if is_axis(site) else "other-number"
        nearby = [value + 1, value - 1]
        others = [*nearby, 0, 2 * value, value / 2] if isinstance(value, int) else [0, 2 * value, value / 2, *nearby]
        others += [] if isinstance(site.parent, ast.UnaryOp) else [-value]
        for other in dict.fromkeys(int(o) if isinstance(value, int) and o == int(o) else o for o in others):
            if other != value:
                yield name, ast.Constant(other)


def is_axis(site: Site) -> bool:
    """Whether it is the number of an axis, its sign included."""
    return any(isinstance(above, ast.keyword) and above.arg in AXES for above in site.above[:2])


def changes_of_call(node: ast.Call) -> Iterator[tuple[str, ast.AST]]:
    """Another function, without it, without an option, with arguments exchanged, one more or less of a range."""
    called = name_of(node.func)
    for other in FUNCTIONS.get(called, ()):
        yield "other-function", ast.Call(renamed(node.func, other), node.args, node.keywords)
    if isinstance(node.func, ast.Attribute) and not is_module(node.func.value):
        yield "step-left-out", node.func.value
    elif len(node.args) == 1 and not isinstance(node.args[0], ast.Starred | ast.GeneratorExp):
        yield "step-left-out", node.args[0]
    if len(node.args) >= 2 and called not in SYMMETRIC:
        yield "arguments-swapped", ast.Call(node.func, [node.args[1], node.args[0], *node.args[2:]], node.keywords)
    for index in range(len(node.keywords)):
        yield "option-left-out", ast.Call(node.func, node.args, node.keywords[:index] + node.keywords[index + 1 :])
    if called == "range" and len(node.args) <= 2:
        *first, last = node.args
        for op in (ast.Add(), ast.Sub()):
            yield "other-range", ast.Call(node.func, [*first, ast.BinOp(last, op, ast.Constant(1))], [])
        if not first:
            yield "other-range", ast.Call(node.func, [ast.Constant(1), last], [])


def changes_of_name(node: ast.Name, site: Site) -> Iterator[tuple[str, ast.AST]]:
    """Another parameter or variable of the function; the neighbour of a place."""
    function = next((above for above in site.above if isinstance(above, ast.FunctionDef)), None)
    names = (
        names_of(function) if function is not None else []
    )  # what stands beside functions has no variables of its own
    if node.id in names:
        for other in names:
            if other != node.id:
                yield "other-variable", ast.Name(other, ast.Load())
    if isinstance(site.parent, ast.Subscript | ast.Slice) and site.field != "value":
        for op in (ast.Add(), ast.Sub()):
            yield "other-place", ast.BinOp(node, op, ast.Constant(1))


def names_of(function: ast.FunctionDef) -> list[str]:
    """Its parameters and variables."""
    arguments = [argument.arg for argument in function.args.args if argument.arg != "self"]
    stored = [n.id for n in ast.walk(function) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)]
    return list(dict.fromkeys(arguments + stored))


def mentions(value: ast.expr, name: str) -> bool:
    """Whether the expression uses the name: then the assignment is a step on the way."""
    return any(isinstance(node, ast.Name) and node.id == name for node in ast.walk(value))


def name_of(function: ast.expr) -> str:
    """The last part of what is called."""
    match function:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def renamed(function: ast.expr, name: str) -> ast.expr:
    """The same function under another name."""
    return ast.Attribute(function.value, name, ast.Load()) if isinstance(function, ast.Attribute) else ast.Name(name)


def is_module(value: ast.AST) -> bool:
    """Whether this is `torch`, `math` or the like, without which a call is nothing."""
    return isinstance(value, ast.Name) and value.id in {"torch", "math", "F", "np", "nn", "functional", "heapq"}
