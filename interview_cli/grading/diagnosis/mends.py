"""Single changes of a candidate's own file, likely ones first. Standard library only.

The changes of `variants` turn right code into wrong; most of them lead back, too. Beside them stand those that put in what
a person left out.
"""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from interview_cli.grading.diagnosis import twins
from interview_cli.grading.diagnosis.variants import (
    COMPARISONS,
    FUNCTIONS,
    OPERATORS,
    Made,
    Site,
    changed,
    changed_at,
    changes,
    is_axis,
    is_module,
    mentions,
    name_of,
    names_of,
    renamed,
    sites_of_functions,
    sites_of_values,
)
from interview_cli.grading.diagnosis.wording import stands_in

TURNS = "turns_left"
"""A name that no file has: how often its loops may still turn, and its functions call themselves."""
TAKEN_FOR = {
    name: tuple(dict.fromkeys((*FUNCTIONS.get(name, ()), *(one for one, many in FUNCTIONS.items() if name in many))))
    for name in {*FUNCTIONS, *(other for many in FUNCTIONS.values() for other in many)}
}
"""Functions that are taken for one another, either way."""
SPREADS = frozenset({"std", "var", "var_mean", "std_mean"})
REDUCTIONS = SPREADS | {"amax", "amin", "argmax", "argmin", "logsumexp", "max", "mean", "min", "norm", "prod", "sum"}
ALONG_AN_AXIS = REDUCTIONS | {"softmax", "log_softmax", "cumsum", "cumprod", "cat", "stack", "flip", "sort", "topk"}
AXES = (-1, 0, 1, -2)
TRANSPOSED = "e.transpose(-2, -1)"


MOST_COMPARED = 800
"""So many changes are compared with the page: those that bring in what stands there are tried first."""
ALWAYS, NEVER = "if True:", "if False:"
"""How what no longer depends on its condition begins, and what is taken out."""
BRANCH_AFTER = re.compile(r"\n(?=el(?:se|if)\b)")
"""Where the next branch of a condition begins."""


@dataclass(frozen=True)
class Mend:
    """A changed file; the line of the change, what stands in the place of what, which may be nothing; how many are likelier;
    whether it brings in what stands in the reference.
    """

    source: str
    line: int
    old: str
    new: str
    number: int
    is_of_the_page: bool = False


def mends(
    source: str, needed: Collection[int] | None = None, beside: Mend | None = None, page: str = ""
) -> Iterator[Mend]:
    """Each once. `needed`: which of the top-level statements the answer consists of; None for all. `page`: the reference's.

    `beside` is a change of the same file, which stands in all the changed files too; lines are those of the file.
    Raises: SyntaxError, ValueError, RecursionError for a source that cannot be read or written again.
    """
    tree = ast.parse(source)
    parts = ast.Module([node for index, node in enumerate(tree.body) if needed is None or index in needed], [])
    numbers = numbers_in(ast.parse(page)) if page else frozenset[float]()
    standing = changes_of(parts, numbers)
    if beside is not None:  # it stands in the tree for as long as nobody asks for the next one
        next(itertools.islice(standing, beside.number, None))
        read_as_values(tree)
    seen = {ast.unparse(tree)}
    for is_wanted in (stands_in(page), None) if page else (None,):
        every = enumerate(changes_of(parts, numbers))
        for number, made in every if is_wanted is None else itertools.islice(every, MOST_COMPARED):
            if is_wanted is not None and not is_wanted(made.old, made.new):
                continue
            text = ast.unparse(tree)
            if text not in seen:
                seen.add(text)
                old, new = as_shown(made)
                yield Mend(text, made.line, on_one_line(old), said(on_one_line(new)), number, is_wanted is not None)
    standing.close()


def read_as_values(tree: ast.Module) -> None:
    """What a change has put in, and says not of its names whether they are read or written, is read."""
    for node in ast.walk(tree):
        if "ctx" in node._fields and not hasattr(node, "ctx"):
            node.ctx = ast.Load()  # type: ignore[attr-defined]


def changes_of(parts: ast.Module, numbers: Collection[float] = ()) -> Generator[Made, None, None]:
    """All kinds in turn; each change stands in the tree until the next one is asked for.

    First come the few that put a number of the page where the file has one that the page lacks.
    """
    for kinds in of_numbers(numbers_in(parts), numbers):
        yield from changed_at(sites_of_functions(parts), kinds)
        yield from changed_at(sites_of_values(parts), kinds)
    for kinds in (with_other_comparisons, with_the_other_end, with_other_lengths, with_factors_of_siblings):
        yield from changed(parts, kinds)
    for kinds in (small, *twins.EARLY, with_other_arrays, likely):
        yield from changed(parts, kinds)
        yield from changed_at(sites_of_values(parts), kinds)
    for kinds in (with_loop_variables, with_last_steps, with_other_returns, with_running_bounds):
        yield from changed(parts, kinds)
    for kinds in (
        with_other_arrays,
        with_ones,
        with_steps_before_reductions,
        twins.with_twins,
        twins.with_swapped_names,
    ):
        yield from changed(parts, kinds)
    steps = (*STEPS, *(STEPS_OF_ARRAYS if has_arrays(parts) else ()))
    for kinds in (with_options, with_complements, with_other_names, partial(with_steps, steps=steps)):
        yield from changed(parts, kinds)
    for kinds in (
        with_steps_before_reductions,
        twins.with_names_throughout,
        with_terms,
        twins.with_repeated_statements,
    ):
        yield from changed(parts, kinds)


def as_shown(made: Made) -> tuple[str, str]:
    """What is spoken of: a condition alone where what stands below stays, and the branch alone that is taken out."""
    if made.new.startswith(ALWAYS):
        return made.old.partition("\n")[0], made.new.partition("\n")[0]
    if made.new.startswith(NEVER):
        return BRANCH_AFTER.split(made.old, maxsplit=1)[0], made.new
    if made.new.startswith(f"{made.old}\n"):
        return made.old, made.old + twins.BETWEEN + made.new.removeprefix(f"{made.old}\n")
    return made.old, made.new


def on_one_line(text: str) -> str:
    """As it can be shown in a sentence."""
    return " ".join(text.split())


def said(new: str) -> str:
    """Nothing for what does nothing."""
    return "" if new == "pass" or new.startswith(NEVER) else new


def counting_turns(turns: int, seconds: float) -> str:
    """A statement that files of `with_counted_turns` need: so many turns, within so many seconds of the processor.

    Numbers that are squared in each turn take for ever in few of them.
    """
    clock = "__import__('time').process_time"
    counted = f"(lambda end: (turn for turn in range({turns}) if {clock}() < end))"
    return f"{TURNS} = {counted}({clock}() + {seconds})"


def with_counted_turns(source: str) -> str:
    """The same file: when all turns are used up, its `while` loops end, right or wrong; what else repeats itself raises."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.While):
            again = ast.parse(f"next({TURNS}, None) is not None", mode="eval").body
            node.test = ast.BoolOp(ast.And(), [again, node.test])
        elif isinstance(node, ast.For) or (isinstance(node, ast.FunctionDef) and calls_itself(node)):
            node.body[:0] = ast.parse(f"if next({TURNS}, None) is None: raise TimeoutError").body
    return ast.unparse(tree)


def calls_itself(function: ast.FunctionDef) -> bool:
    """Whether its own name is called in it."""
    return any(isinstance(node, ast.Call) and name_of(node.func) == function.name for node in ast.walk(function))


# --- kinds of changes -------------------------------------------------------------------------------------------------


OF_MASKS = re.compile(r"(?:mask|valid|keep|pad(?!ding)|ignore)(?!_?(?:id|token|index|value))", re.IGNORECASE)
"""How names say of which entries something holds; some mean the others by it."""
USUAL = (0, 1, 2)
"""Numbers that stand in most files, and say nothing of a formula."""
Kinds = Callable[[Site], Iterator[tuple[str, ast.AST]]]


def numbers_in(tree: ast.AST) -> frozenset[float]:
    """All that are written there, but for the usual ones."""
    constants = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    numbers = [value for value in constants if isinstance(value, int | float) and not isinstance(value, bool)]
    return frozenset(value for value in numbers if value not in USUAL)


def of_numbers(own: Collection[float], wanted: Collection[float]) -> Iterator[Kinds]:
    """What puts a number of the page that a file lacks for one that the page lacks; then for any fraction."""
    lacking, foreign = sorted({*wanted} - {*own}), {*own} - {*wanted}
    fractions = {one for one in own if isinstance(one, float) and not one.is_integer()} - foreign
    for places in (foreign, fractions):
        if lacking and places:
            yield partial(with_numbers, lacking=lacking, places=places)


def with_numbers(site: Site, lacking: Collection[float], places: Collection[float]) -> Iterator[tuple[str, ast.AST]]:
    """Another number in one of these places."""
    if isinstance(site.node, ast.Constant) and type(site.node.value) in (int, float) and site.node.value in places:
        yield from (("other-number", ast.Constant(value)) for value in lacking)


def with_other_comparisons(site: Site) -> Iterator[tuple[str, ast.AST]]:
    """A comparison in the place of another; a bound that is off by one can often be moved elsewhere, too."""
    match site.node:
        case ast.Compare(left=left, ops=[op], comparators=comparators):
            for other in (*COMPARISONS.get(type(op), ()), *EXACT.get(type(op), ())):
                yield "other-comparison", ast.Compare(left, [other()], comparators)


EXACT: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.GtE: (ast.Eq,),
    ast.LtE: (ast.Eq,),
    ast.Gt: (ast.NotEq,),
    ast.Lt: (ast.NotEq,),
    ast.Eq: (ast.GtE, ast.LtE),
    ast.NotEq: (ast.Gt, ast.Lt),
}
"""What counts up to a number and is compared with it once, or ever after."""


def with_the_other_end(site: Site) -> Iterator[tuple[str, ast.AST]]:
    """The first of a list for the last ones, and all but these."""
    match site.node:
        case ast.Slice(lower=None, upper=ast.expr() as bound, step=None) if not isinstance(bound, ast.UnaryOp):
            yield "other-place", ast.Slice(ast.UnaryOp(ast.USub(), bound))
            yield "other-place", ast.Slice(bound)
        case ast.Slice(lower=ast.UnaryOp(op=ast.USub(), operand=bound), upper=None, step=None):
            yield "other-place", ast.Slice(None, bound)
        case ast.Slice(lower=ast.expr() as bound, upper=None, step=None):
            yield "other-place", ast.Slice(None, bound)


def with_other_lengths(site: Site) -> Iterator[tuple[str, ast.AST]]:
    """One less than a length, or one more."""
    match site.node:
        case ast.Call(func=ast.Name(id="len")) | ast.Subscript(value=ast.Attribute(attr="shape")):
            if is_value(site):
                yield from (("other-number", with_value(text, site.node)) for text in ("e - 1", "e + 1"))


def with_factors_of_siblings(site: Site) -> Iterator[tuple[str, ast.AST]]:
    """A running sum that is scaled as another one in the same block is: `total = total * decay + new` beside it."""
    match site.node:
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if mentions(value, name):
            for factor in factors_beside(site, name):
                text = f"{name} * ({ast.unparse(factor)})"
                scaled = with_value(ast.unparse(value), ast.parse(text, mode="eval").body, name)
                yield "term-left-out", ast.Assign([ast.Name(name, ast.Store())], scaled, lineno=site.node.lineno)


def factors_beside(site: Site, name: str) -> Iterator[ast.expr]:
    """By what others are multiplied that are assigned to themselves in the same block."""
    block = getattr(site.parent, site.field)
    for statement in block if isinstance(block, list) else ():
        match statement:
            case ast.Assign(targets=[ast.Name(id=other)], value=value) if other != name:
                for node in ast.walk(value):
                    match node:
                        case ast.BinOp(left=ast.Name(id=scaled), op=ast.Mult(), right=factor) if scaled == other:
                            yield factor
                        case ast.BinOp(left=factor, op=ast.Mult(), right=ast.Name(id=scaled)) if scaled == other:
                            yield factor


GROUPED = re.compile(r"(?<=\()(\w+)( )(\w+)(?=\))")
"""Two axes that are one: `(b f)`."""
LAST_TWO = re.compile(r"(\w)()(\w)(?=,|->|$)")
"""The last two axes of a tensor: `kd` of `bhqd,bhkd->bhqk`."""
SMALL = frozenset({"option-left-out", "other-axis", "other-comparison", "sides-swapped", "sign-left-out"})
"""Kinds of which a file has few, and of which people take one for another."""


def small(site: Site) -> Iterator[tuple[str, ast.AST]]:
    """The likely ones of a few kinds, so that the end of a long file has its turn, too."""
    return ((name, node) for name, node in likely(site) if name in SMALL)


def likely(site: Site) -> Iterator[tuple[str, ast.AST]]:
    """Those of `variants` without other variables, functions either way, and one argument alone of a choice.

    What becomes one axis comes transposed.
    """
    if isinstance(site.parent, ast.Attribute) and site.parent.attr in FLATTENED:
        yield "step-left-out", with_value(TRANSPOSED, site.node)
    for name, node in changes(site):
        if name not in ("other-variable", "other-function") and not is_idle(node, site):
            yield name, node
    match site.node:
        case ast.Call(func=func, args=args, keywords=keywords):
            for other in TAKEN_FOR.get(name_of(func), ()):
                if not (args and other in ("exp", "sigmoid") and not is_module_call(func)):
                    yield "other-function", ast.Call(called_instead(func, other), args, keywords)
            if len(args) in (2, 3):
                yield from (("step-left-out", arg) for arg in args if not isinstance(arg, ast.Constant | ast.Starred))
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            if not is_number(left) and not is_number_of_math(left):
                yield "other-operator", ast.BinOp(left, ast.FloorDiv(), right)
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            if not any(isinstance(one, ast.List | ast.Constant) or is_number_of_math(one) for one in (left, right)):
                yield "other-operator", ast.BinOp(left, ast.MatMult(), right)
            yield "other-operator", ast.BinOp(left, ast.Add(), right)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            yield "other-operator", ast.BinOp(left, ast.Mult(), right)
        case ast.AugAssign(target=target, op=op, value=value):
            for kind in OPERATORS.get(type(op), ()):
                yield "other-operator", ast.AugAssign(target, kind(), value)
        case ast.Slice(lower=lower, upper=upper) if isinstance(site.parent, ast.Tuple) and (lower or upper):
            yield "part-left-out", ast.Slice()
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int())):
            yield "other-number", ast.Constant(0)
        case ast.Break():
            yield "other-step", ast.Continue()
        case ast.Constant(value=str() as text) if "->" in text:
            yield from (("other-axis", ast.Constant(other)) for other in with_axes_swapped(text))
        case ast.Name() | ast.UnaryOp(op=ast.Not(), operand=ast.Name()) if site.field == "test":
            yield "other-comparison", of_none(site.node)
        case ast.BoolOp(op=ast.Or(), values=[ast.Name() as given, other]):
            yield "other-comparison", ast.IfExp(of_none(given), given, other)
        case ast.Name(id=name) | ast.Attribute(attr=name) if OF_MASKS.search(name) and is_value(site):
            if not isinstance(site.parent, ast.UnaryOp):
                yield "step-left-out", ast.UnaryOp(ast.Invert(), site.node)


def with_axes_swapped(pattern: str) -> Iterator[str]:
    """What einops and einsum are told, with two axes that become one the other way round, or the last two of one tensor."""
    letters = () if " " in pattern else LAST_TWO.finditer(pattern)
    for found in (*GROUPED.finditer(pattern), *letters):
        first, between, second = found.groups()
        yield f"{pattern[: found.start(1)]}{second}{between}{first}{pattern[found.end(3) :]}"


def of_none(truth: ast.Name | ast.UnaryOp) -> ast.Compare:
    """`eos is not None` for `eos`, and `eos is None` for `not eos`: 0 is not true, either."""
    if isinstance(truth, ast.UnaryOp):
        return ast.Compare(truth.operand, [ast.Is()], [ast.Constant(None)])
    return ast.Compare(truth, [ast.IsNot()], [ast.Constant(None)])


def is_idle(node: ast.AST, site: Site) -> bool:
    """What raises, or says the same as another change: `x + 0`, `x + -1`, `x / 0`, `x[0.5]`, a range's end, `x` for `len(x)`."""
    if isinstance(site.node, ast.Call) and name_of(site.node.func) in ("range", "len"):
        return not isinstance(node, ast.Call)
    if not is_number(node) or not is_number(site.node):
        return False
    value, parent = node.value, site.parent  # type: ignore[attr-defined]
    if isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Add | ast.Sub):
        return value == 0 or (value < 0 and site.field == "right")
    if isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Div | ast.FloorDiv):
        return value == 0 and site.field == "right"
    is_part = isinstance(value, float) and isinstance(site.node.value, int)  # type: ignore[attr-defined]
    is_place = isinstance(parent, ast.Subscript | ast.Slice | ast.Compare) or is_axis(site)
    return (is_part and is_place) or (value == 0 and isinstance(parent, ast.UnaryOp))


def is_number(node: ast.AST) -> bool:
    """Whether it is one that is written there."""
    return isinstance(node, ast.Constant) and type(node.value) in (int, float)


def is_number_of_math(node: ast.AST) -> bool:
    """Whether it is what `math` gives: `math.pi`, `math.cos(x)`."""
    match node:
        case ast.Attribute(value=ast.Name(id="math")) | ast.Call(func=ast.Attribute(value=ast.Name(id="math"))):
            return True
    return False


def is_module_call(function: ast.expr) -> bool:
    """Whether a function of a module is called."""
    return isinstance(function, ast.Attribute) and is_module(function.value)


def called_instead(function: ast.expr, name: str) -> ast.expr:
    """The other function; `math` has none that rounds."""
    is_of_math = isinstance(function, ast.Attribute) and mentions(function.value, "math")
    return ast.Name(name) if is_of_math and name == "round" else renamed(function, name)


def with_options(site: Site) -> Iterator[tuple[str, ast.AST]]:
    """A call with an option that it lacks."""
    if not isinstance(site.node, ast.Call):
        return
    call, name = site.node, name_of(site.node.func)
    given = {option.arg for option in call.keywords}
    options: list[tuple[str, bool | int]] = []
    if name in SPREADS and given.isdisjoint({"unbiased", "correction", "ddof"}):
        options += [("correction", 0), ("ddof", 1)]
    if name in REDUCTIONS and given.isdisjoint({"keepdim", "keepdims"}):
        options += [("keepdim", True)]
    if name in ALONG_AN_AXIS and given.isdisjoint({"dim", "axis"}):
        options += [("dim", axis) for axis in AXES]
    if name in ("sorted", "sort") and "reverse" not in given:
        options += [("reverse", True)]
    for option, value in options:
        added = ast.keyword(option, ast.Constant(value))
        yield "option-left-out", ast.Call(call.func, call.args, [*call.keywords, added])


def with_steps(site: Site, steps: Sequence[str]) -> Iterator[tuple[str, ast.AST]]:
    """A value after one more step."""
    if is_value(site):
        for text in steps:
            yield "step-left-out", with_value(text, site.node)
        if isinstance(site.parent, ast.Call) and name_of(site.parent.func) == "exp":
            for text in SHIFTS:
                yield "step-left-out", with_value(text, site.node)


def with_steps_before_reductions(site: Site) -> Iterator[tuple[str, ast.AST]]:
    """A step in front of a method that reduces: `abs(x).max()`."""
    match site:
        case Site(parent=ast.Attribute(attr=name) as method, above=(_, ast.Call(func=called), *_)):
            if name in REDUCTIONS and called is method and not is_module(site.node):
                yield from (("step-left-out", with_value(text, site.node)) for text in STEPS_BEFORE)


STEPS_BEFORE = ("abs(e)", "(e ** 2)", "(-e)", "e.float()", "e.exp()", TRANSPOSED, "e[1:]", "e[:-1]")


def with_other_arrays(site: Site) -> Iterator[tuple[str, ast.AST]]:
    """Another array in the place of one that is looked into: `table[i - 1]` for `values[i - 1]`."""
    match site:
        case Site(node=ast.Name(id=name), field="value", parent=ast.Subscript()):
            function = next((above for above in site.above if isinstance(above, ast.FunctionDef)), None)
            looked_into = {
                node.value.id
                for node in ast.walk(function or site.parent)
                if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name)
            }
            yield from (("other-variable", ast.Name(other, ast.Load())) for other in sorted(looked_into - {name}))


def with_ones(site: Site) -> Iterator[tuple[str, ast.AST]]:
    """A variable that is off by one where it is computed with."""
    match site:
        case Site(node=ast.Name(), parent=ast.BinOp(op=ast.Add() | ast.Sub(), right=ast.Constant() | ast.Name())):
            return
        case Site(node=ast.Name() as variable, parent=ast.BinOp() | ast.Compare()) if is_value(site):
            yield from (("other-number", with_value(text, variable)) for text in ("e + 1", "e - 1"))


def with_other_returns(site: Site) -> Iterator[tuple[str, ast.AST]]:
    """What an early end returns: nothing, or what another one does."""
    match site.node:
        case ast.Return(value=value) if not isinstance(site.above[0], ast.FunctionDef):
            function = next(above for above in site.above if isinstance(above, ast.FunctionDef))
            others = [ast.unparse(one.value) for one in ast.walk(function) if isinstance(one, ast.Return) and one.value]
            for text in dict.fromkeys((*others, *NOTHING)):
                if value is None or text != ast.unparse(value):
                    yield "other-value", ast.Return(ast.parse(text, mode="eval").body)


NOTHING = ("[]", "0", "-1", "None", "False", "True", "''")
"""What code returns where there is no answer."""


def with_running_bounds(site: Site) -> Iterator[tuple[str, ast.AST]]:
    """The larger, or the smaller, of what a loop computes and of what it had before: `start = max(start, last + 1)`."""
    match site.node:
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if not isinstance(value, ast.Constant):
            loop = next((above for above in site.above if isinstance(above, ast.For | ast.While)), None)
            function = next((above for above in site.above if isinstance(above, ast.FunctionDef)), None)
            if loop is None or function is None:
                return
            for before, text in itertools.product(carried_by(loop, function), BOUNDS):
                bound = with_value(text.format(before), value)
                yield "step-left-out", ast.Assign([ast.Name(name, ast.Store())], bound, lineno=site.node.lineno)


BOUNDS = ("max({0}, e)", "min({0}, e)", "torch.maximum({0}, e)")


def carried_by(loop: ast.AST, function: ast.FunctionDef) -> list[str]:
    """Variables that a loop sets, and that are set before it."""
    inside = stored_in(loop)
    before = stored_in(ast.Module([node for node in function.body if node is not loop], []))
    return [name for name in inside if name in before]


def stored_in(tree: ast.AST) -> list[str]:
    """The variables that are set there."""
    names = (node for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
    return list(dict.fromkeys(node.id for node in names))


def with_loop_variables(site: Site) -> Iterator[tuple[str, ast.AST]]:
    """A variable less what a loop around it counts, or more: one is taken away each time."""
    if not isinstance(site.node, ast.Name) or not is_value(site):
        return
    for above in site.above:
        match above:
            case ast.For(target=ast.Name(id=counter)) if counter != site.node.id:
                yield from (("term-left-out", with_value(f"e {sign} {counter}", site.node)) for sign in "-+")


def with_last_steps(site: Site) -> Iterator[tuple[str, ast.AST]]:
    """What is returned after one more step."""
    above = site.above[1] if isinstance(site.parent, ast.Tuple) else site.parent
    if is_value(site) and isinstance(above, ast.Return):
        yield from (("step-left-out", with_value(text, site.node)) for text in LAST_STEPS)


FLATTENED = frozenset({"flatten", "ravel", "reshape"})
"""Methods after which the order of axes can't be told."""
LAST_STEPS = ("1 - e", "-e", "e + 1", "e - 1", "e ** 0.5", "e ** 2")
STEPS = (
    "-e", "abs(e)", "e + 1", "e - 1", "1 - e", "e ** 2", "e ** 0.5", "2 * e", "e / 2", "max(e, 0)", "e[1:]", "e[:-1]",
)  # fmt: skip
"""What may be done to a value e."""
STEPS_OF_ARRAYS = (
    "e.clamp(min=0)", "e.clamp(max=1)", "e.detach()", "e.clone()", "e.float()", TRANSPOSED, "e.mean()", "e.sum()",
    "e.mean(-1)", "e.sum(-1)",
)  # fmt: skip
"""And to an array or a tensor."""
SHIFTS = ("e - e.amax(-1, keepdim=True)", "e - e.amax(0)", "e - e.max()")
"""What keeps its exponential finite."""


OF_ARRAYS = REDUCTIONS | ALONG_AN_AXIS | {"shape", "T", "mT", "exp", "log", "sqrt", "view", "reshape", "clamp", "clip"}
"""Of which attributes a file speaks that is given tensors, and imports nothing."""


def has_arrays(tree: ast.AST) -> bool:
    """Whether a file computes with more than numbers and lists."""
    of_arrays = (ast.Name, "id", {"torch", "np", "numpy"}), (ast.Attribute, "attr", OF_ARRAYS)
    return any(
        isinstance(node, kind) and getattr(node, field) in names
        for node in ast.walk(tree)
        for kind, field, names in of_arrays
    ) or any(isinstance(node, ast.MatMult) for node in ast.walk(tree))


def with_value(text: str, value: ast.AST, place: str = "e") -> ast.expr:
    """The expression with a value in the place of a name."""

    class Put(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.AST:
            return value if node.id == place else node

    expression: ast.expr = Put().visit(ast.parse(text, mode="eval")).body
    return expression


def with_other_names(site: Site) -> Iterator[tuple[str, ast.AST]]:
    """Another variable in the place of this one."""
    if isinstance(site.node, ast.Name) and isinstance(site.node.ctx, ast.Load):
        yield from ((name, node) for name, node in changes(site) if name == "other-variable")


def with_terms(site: Site) -> Iterator[tuple[str, ast.AST]]:
    """A value to which one more variable is added, or that is multiplied by one or by its root."""
    if not is_value(site):
        return
    function = next(above for above in site.above if isinstance(above, ast.FunctionDef))
    for name, term in itertools.product(names_of(function), TERMS):
        yield "term-left-out", with_value(term.replace("n", name), site.node)


TERMS = ("e * n", "e / n", "e + n", "e - n", "e / n ** 0.5", "e * n ** 0.5")


def with_complements(site: Site) -> Iterator[tuple[str, ast.AST]]:
    """One side of a sum or fraction times what a variable of the other side lacks to 1: of what is mixed, kept or decays."""
    match site.node:
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() as op, right=right):
            for text, name in itertools.product(COMPLEMENTS, sorted(names_in(left))):
                yield "term-left-out", ast.BinOp(left, op, with_value(text.replace("n", name), right))
            for text, name in itertools.product(COMPLEMENTS, sorted(names_in(right))):
                yield "term-left-out", ast.BinOp(with_value(text.replace("n", name), left), op, right)
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            for text, name in itertools.product(COMPLEMENTS, sorted(names_in(right))):
                yield "term-left-out", ast.BinOp(with_value(text.replace("n", name), left), ast.Div(), right)


COMPLEMENTS = ("e * (1 - n)", "e * (1 - n) ** 0.5")


def names_in(node: ast.AST) -> set[str]:
    """What is read there, but for functions that are called and modules."""
    called = {part.func for part in ast.walk(node) if isinstance(part, ast.Call)}
    names = (part for part in ast.walk(node) if isinstance(part, ast.Name) and part not in called)
    return {name.id for name in names if not is_module(name)}


def is_value(site: Site) -> bool:
    """Whether a number or tensor stands here, and not what is called or looked into."""
    node = site.node
    if not isinstance(node, ast.BinOp | ast.Call | ast.Name | ast.Subscript | ast.Attribute):
        return False
    if isinstance(getattr(node, "ctx", None), ast.Store | ast.Del) or is_module(node):
        return False
    return not isinstance(site.parent, ast.Attribute) and site.field != "func"
