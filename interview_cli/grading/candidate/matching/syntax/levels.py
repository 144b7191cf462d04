"""Code that looks levels of noise up in a schedule, by an index, where a problem gives the levels. Standard library only.

`ddim_step(x, t, t_prev, eps, alphas_cumprod)` for `ddim_step(x_t, eps, ab_t, ab_prev)`.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from interview_cli.grading.candidate.matching.names.schedules import steps_to
from interview_cli.grading.candidate.matching.syntax.functions import root_name

SCHEDULE = "alphas_bar"
"""What the levels are entries of."""
LEVELS = (("ab_t", "ab_prev"), ("alpha_bar",))
"""How problems call the levels that they give: that of now, and an earlier one."""
ALL = frozenset(name for names in LEVELS for name in names)
EARLIER = frozenset({"prev", "previous", "next", "last", "s"})
"""Words in the names of an index of the earlier level."""
TABLES_OF_SIGMAS = frozenset({"sigmas", "noise_levels", "noise_scales", "sigma_list", "all_sigmas"})
"""How code calls the noise levels among which a label chooses."""
BY_INDEX = ("gather", "index_select", "take")
"""Methods that look entries up."""


def levels_of(asked: Collection[str], own: Sequence[str], indices: Sequence[str]) -> dict[str, str]:
    """Which level each index of a function is for: level -> index; nothing where it looks none up, or has it for itself.

    `indices`: as `indices_in` gives them. An index that is 1 less than another one has no parameter.
    """
    levels = next((names for names in LEVELS if set(names) <= set(asked)), ())
    given = [name for name in indices if name in own]
    given += [name for name in own if len(given) == 1 and is_beside(name, given[0])][:1]
    if not levels or not 0 < len(given) <= len(levels) or not set(asked).isdisjoint(given):
        return {}
    if len(levels) > len(given):
        return {levels[0]: given[0]} if len(indices) == len(levels) else {}
    return dict(zip(levels, sorted(given, key=says_earlier), strict=True))


def is_beside(name: str, index: str) -> bool:
    """Whether a name says that it is the index before another one: `t_prev` of `t`."""
    return name != index and says_earlier(name) and index in name.split("_")


def says_earlier(index: str) -> bool:
    """`t_prev`, `next_t`."""
    return not EARLIER.isdisjoint(index.lower().split("_"))


def indices_in(nodes: Iterable[ast.AST], own: Sequence[str]) -> tuple[str, ...]:
    """The parameters by which entries of a schedule are looked up, in order; then `t - 1`, where that is such an index, too.

    What is multiplied is a value: `x` in `rates(alpha_bar, x)`, which makes the rates as exact as that.
    """
    nodes = list(nodes)
    found = {root_name(index) or ast.unparse(index) for node in nodes for index in looked_up_by(node)}
    values = {name for node in nodes for name in multiplied_in(node)}
    given = [name for name in own if name in found - values]
    return (*given, *(f"{name} - 1" for name in given if f"{name} - 1" in found))


def labels_in(nodes: Iterable[ast.AST], own: Collection[str]) -> tuple[tuple[str, str], ...]:
    """The parameters that are levels, each with that by which entries of it are looked up: `sigmas[labels]`."""
    found = dict[tuple[str, str], None]()
    for node in nodes:
        match node:
            case ast.Subscript(value=ast.Name(id=table), slice=ast.Name(id=label)) if table in own and label in own:
                found |= {(table, label): None} if table.lower() in TABLES_OF_SIGMAS else {}
    return tuple(found)


def multiplied_in(node: ast.AST) -> list[str]:
    """The names of what is a factor here."""
    match node:
        case ast.BinOp(op=ast.Mult(), left=left, right=right):
            return [one.id for one in (left, right) if isinstance(one, ast.Name)]
    return []


def looked_up_by(node: ast.AST) -> Iterator[ast.expr]:
    """By what an entry of a schedule is looked up here: `alphas_cumprod[t]`, `extract(self.alphas_cumprod, t, x.shape)`."""
    match node:
        case ast.Subscript(value=table, slice=index) if is_of_a_schedule(table):
            yield index
        case ast.Call(func=ast.Attribute(value=table, attr=method), args=args) if method in BY_INDEX:
            yield from args if is_of_a_schedule(table) else ()
        case ast.Call(args=[table, index, *_]) if is_of_a_schedule(table):
            yield index


def is_row(nodes: Sequence[ast.AST], index: str) -> bool:
    """Whether an index has one entry for each sample: it is asked for its shape, passed on, or what it looks up has axes."""
    for node in nodes:
        match node:
            case ast.Attribute(value=ast.Name(id=name)) | ast.Subscript(value=ast.Name(id=name)) if name == index:
                return True
            case ast.Subscript(value=ast.Subscript(slice=ast.Name(id=name))) if name == index:
                return True
            case ast.Call() if any(root_name(one) == index for one in looked_up_by(node)):
                return True
    return False


def is_of_a_schedule(node: ast.AST) -> bool:
    """Whether something is a table of a schedule by its name, wherever that stands: `self.alphas_cumprod.to(x.device)`.

    Or what is made of each of its entries: `torch.sqrt(1 / alphas_cumprod - 1)`.
    """
    match node:
        case ast.Name(id=name):
            return steps_to(name, SCHEDULE) is not None
        case ast.Attribute(value=whole, attr=name):
            return steps_to(name, SCHEDULE) is not None or is_of_a_schedule(whole)
        case ast.Call(func=ast.Attribute(attr="sqrt" | "rsqrt"), args=[whole]):
            return is_of_a_schedule(whole)
        case ast.BinOp(left=ast.Constant(), right=whole) | ast.BinOp(left=whole, right=ast.Constant()):
            return is_of_a_schedule(whole)
        case ast.Call(func=function):
            return is_of_a_schedule(function)
        case ast.Subscript(slice=ast.Constant(value=str() as name)):
            return steps_to(name, SCHEDULE) is not None
    return False


def has_a_table(own: Iterable[str]) -> bool:
    """Whether one of these names is that of a table of a schedule."""
    return any(steps_to(name, SCHEDULE) is not None for name in own)


def in_places(asked: Sequence[str], own: Sequence[str], levels: Mapping[str, str]) -> list[str]:
    """What the problem gives, with the indices and the schedule in the places that they have among a function's parameters."""
    rest = iter([name for name in asked if name not in ALL])
    places = [name if name in levels.values() else SCHEDULE if has_a_table([name]) else next(rest, "") for name in own]
    return list(dict.fromkeys(filter(None, [*places, *rest, SCHEDULE])))
