"""What of a file answers for each entry that a problem asks for. Standard library only."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence

from interview_cli.grading.candidate.matching.choice.choosing import (
    BESIDE,
    Asked,
    as_looked_up,
    asks_for_more,
    best_first,
    bound_alike,
    can_be_made,
    checks_it,
    is_beside,
    is_compared_with,
    is_given,
    is_of_a_solution,
    left_by_constructors,
    made_with_the_one_left,
    most_alike,
    named,
    names_called_in_functions,
    names_that_classes_need,
    takes_all_by_name,
    takes_as_many,
    with_results,
)
from interview_cli.grading.candidate.matching.choice.offers import Offered, classes, functions, wrapped_in
from interview_cli.grading.candidate.matching.choice.two_steps import turner_in
from interview_cli.grading.candidate.matching.names.likeness import speaks_of
from interview_cli.grading.candidate.matching.names.words import ALIKE, listed, spelling, words
from interview_cli.grading.candidate.matching.syntax.classes import (
    is_torch_module,
    needs_no_object,
    settings_of,
    uses_no_object,
)
from interview_cli.grading.candidate.matching.syntax.functions import Function, called_of_itself, names_called
from interview_cli.grading.candidate.matching.syntax.walking import walk
from interview_cli.grading.candidate.source.parsing import IMPORTED, Unusable
from interview_cli.grading.candidate.source.reach import bound_by, is_main_block

MOST_NAMED = 5
VALUES = (ast.List, ast.Dict, ast.Set, ast.Tuple, ast.Constant, ast.ListComp, ast.DictComp, ast.SetComp)
MUCH_MORE = 0.3


def located(
    tree: ast.Module, asked: Sequence[Asked], chosen: str | None
) -> tuple[dict[str, str], list[str], tuple[str, ...]]:
    """Where each entry is, notes where one is not simply there under its name, and what else a single one may be.

    Raises: Unusable.
    """
    top = set().union(*(bound_by(node) for node in tree.body if not is_main_block(node)))
    for one in asked if chosen is None else ():
        if one.name not in top and any(defines(node, one.name) for node in tree.body if is_main_block(node)):
            raise Unusable(
                f'{one.name} stands under if __name__ == "__main__", which is not run while a file is graded: move it out'
            )
    if chosen is not None:
        return *chosen_entries(asked, [name.strip() for name in chosen.split(",")], top), ()
    entries: dict[str, str] = {}
    notes: list[str] = []
    left = list[str]()
    for one in asked:
        place = as_asked(tree, one, top)
        if place is None:
            continue
        entries[one.name] = place
        if place != one.name:
            notes.append(f"the method {place} is graded")
    for one in surest_first(tree, [one for one in asked if one.name not in entries], set(entries.values())):
        others = {name for name in (each.name for each in asked) if name != one.name} | set(entries.values())
        turner = None if one.is_class else turner_in(tree, one.parameters)
        places = [turner] if turner is not None else places_for(tree, one, others, list(entries.values()))
        entries[one.name], *left = places
        notes.append(f"{entries[one.name]} is graded as {one.name}")
        apart = apart_from(tree, entries[one.name], left)
        notes += [f"others may be meant: {', '.join(apart)}; say which with --entry NAME"] if apart else []
    left += [name for name in users_alike(tree, asked[0], entries[asked[0].name]) if name not in left]
    return {one.name: entries[one.name] for one in asked}, notes, tuple(left) if len(asked) == 1 else ()


def users_alike(tree: ast.Module, asked: Asked, path: str) -> list[str]:
    """Functions that call the one that stands there, and must be given just what that must be: what it does for itself is a part.

    `unconstrained_rational_quadratic_spline(inputs, widths, heights, derivatives)`, which adds the tails. No check of it. Beside
    the problem's own name, only one that ends with it is another form of it: a `predict` that shifts its logits is a use.
    And modules that call it with settings of their own: `Timesteps(dim, flip_sin_to_cos=True)`; and what the file makes of it
    for whole arrays: `to_linear_all = np.vectorize(to_linear)`.
    """
    modules = [one for one in functions_for(tree, asked) if one.is_module and path != asked.name]
    setting = names_setting(tree, path)
    made = {one.path: one for one in functions(tree) if "." not in one.path}
    inner = made.get(path)
    users = [node.name for node in tree.body if isinstance(node, ast.FunctionDef) and path in names_called(node)]
    alike = [
        name
        for name in users
        if name in made
        and inner is not None
        and (path != asked.name or name.endswith(f"_{asked.name}"))
        and must_be_given(made[name]) == must_be_given(inner)
        and not (is_beside(made[name], asked) or checks_it(made[name], asked) or is_compared_with(made[name], asked))
    ]
    return [*alike, *(one.path for one in modules if one.path in setting), *wrappers_of(tree, path)]


def apart_from(tree: ast.Module, path: str, others: Sequence[str]) -> list[str]:
    """Those that are more than a part of what is graded, and not the class whose method that is: only these may be meant."""
    return [name for name in others if name not in parts_of(tree, path) and name != path.partition(".")[0]]


def wrappers_of(tree: ast.Module, path: str) -> list[str]:
    """The names of what a file makes of this function with a wrapper that takes the same."""
    inner = {node.name: node for node in tree.body if isinstance(node, Function) and node.name == path}
    return [one.path for one in wrapped_in(tree, inner)]


def names_setting(tree: ast.Module, path: str) -> list[str]:
    """The classes of a file that call this function with settings of their own."""
    return [node.name for node in tree.body if isinstance(node, ast.ClassDef) and passes_settings(node, path)]


def passes_settings(node: ast.ClassDef, path: str) -> bool:
    """Whether the `forward` of a class calls this function, and hands it by name what the class was made with."""
    calls = [part for part in walk(methods(node).get("forward", ast.Pass())) if isinstance(part, ast.Call)]
    return any(
        isinstance(one.func, ast.Name)
        and one.func.id == path
        and any(isinstance(by_name.value, ast.Attribute) for by_name in one.keywords)
        for one in calls
    )


def must_be_given(one: Offered) -> tuple[str, ...]:
    """The names of what a function must be given."""
    return tuple(one.parameters[: one.required])


def surest_first(tree: ast.Module, asked: Sequence[Asked], taken: set[str]) -> list[Asked]:
    """The entries, with those first whose best function has names for all that is given: it is not left for another entry.

    `dequantize(codes, codebooks)` takes indices, whatever its name has in common with `encode`.
    """
    if len(asked) < 2:
        return list(asked)
    best = [best_of(tree, one, offered_for(tree, one, taken)) for one in asked]
    named = [bool(fitting) and takes_all_by_name(one, fitting[0]) for one, fitting in zip(asked, best, strict=True)]
    return [one for one, _ in sorted(zip(asked, named, strict=True), key=lambda pair: not pair[1])]


def defines(node: ast.stmt, name: str) -> bool:
    """Whether a function or class of this name is written in it: `swiglu = SwiGLU(512)` in a demonstration is a variable."""
    return any(isinstance(part, ast.FunctionDef | ast.ClassDef) and part.name == name for part in walk(node))


def parts_of(tree: ast.Module, path: str) -> set[str]:
    """What of the file a function, class or method calls, and what this calls in turn: it is right or wrong with that."""
    places = {node.name: node for node in tree.body if isinstance(node, Function | ast.ClassDef)}
    made = [node for node in places.values() if isinstance(node, ast.ClassDef)]
    inner = {f"{node.name}.{one}": part for node in made for one, part in methods(node).items()}
    nodes = {**places, **inner}
    found, waiting = set[str](), [path]
    while waiting:
        one = waiting.pop()
        owner, node = one.partition(".")[0], nodes.get(one)
        if node is not None and one not in found:
            found.add(one)
            waiting += [*names_called(node), *(f"{owner}.{method}" for method in called_of_itself(node))]
    return found


def hiding_it(tree: ast.Module, path: str) -> list[ast.ClassDef]:
    """Classes that stand below the one of a method, have its name and not the method: solutions of other problems."""
    owner, _, method = path.partition(".")
    same = [node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == owner]
    having = [i for i, node in enumerate(same) if method in methods(node)]
    below = same[having[-1] + 1 :] if method and having else []
    return [] if any(node.decorator_list for node in below) else below


def chosen_entries(asked: Sequence[Asked], names: Sequence[str], top: set[str]) -> tuple[dict[str, str], list[str]]:
    """What the user says. Raises: Unusable."""
    if len(names) != len(asked):
        wanted = " and ".join(one.name for one in asked)
        number = "one name" if len(asked) == 1 else f"{len(asked)} names, with a comma between them,"
        raise Unusable(f"--entry needs {number} here, for {wanted}")
    if not all(part.isidentifier() for name in names for part in name.split(".")):
        raise Unusable("--entry needs a name as it stands in the file: NAME, or CLASS.NAME for a method")
    unknown = [name for name in names if name.split(".")[0] not in top]
    if unknown:
        raise Unusable(f"the file does not define {' and '.join(unknown)}")
    pairs = list(zip(asked, names, strict=True))
    return {one.name: name for one, name in pairs}, [f"{name} is graded as {one.name}" for one, name in pairs]


def as_asked(tree: ast.Module, asked: Asked, top: set[str]) -> str | None:
    """The entry under its own name, at the top or as a method of a class; None where that is not there, or is a part of it."""
    if asked.name in top and not is_something_else(tree, asked):
        return None if is_a_part(tree, asked) else asked.name
    for statement in tree.body:
        if isinstance(statement, ast.ClassDef) and not asked.is_class:
            method = methods(statement).get(asked.name)
            if method is not None and (
                needs_no_object(method) or not settings_of(statement) or uses_no_object(method, statement)
            ):
                return f"{statement.name}.{asked.name}"
    return None


def is_something_else(tree: ast.Module, asked: Asked) -> bool:
    """Whether the name is imported or stands for values, and the file defines what is asked for under another name."""
    binding = [node for node in tree.body if asked.name in bound_by(node)]
    if not binding or not (isinstance(binding[-1], IMPORTED) or is_of_values(binding[-1])):
        return False
    best = best_of(tree, asked, offered_for(tree, asked, {asked.name}))
    if not best or BESIDE.match(best[0].name) or not takes_as_many(asked, best[0]):
        return False
    return takes_all_by_name(asked, best[0]) or named(best[0], asked) >= ALIKE


def is_of_values(node: ast.stmt) -> bool:
    """`found = []`: what no call can be made of."""
    return isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, VALUES)


def places_for(tree: ast.Module, asked: Asked, taken: set[str], located: Sequence[str]) -> list[str]:
    """What `best_place` says; where nothing is left, what another entry is, if a switch of it turns that. Raises: Unusable."""
    try:
        return best_place(tree, asked, taken)
    except Unusable:
        turned = [path for path in located if turns_round(tree, path, asked)]
        if not turned:
            raise
        return turned[:1]


def turns_round(tree: ast.Module, path: str, asked: Asked) -> bool:
    """Whether what stands there has a switch, off by default, that an entry's name speaks of: `reverse=False` for an inverse."""
    name, _, method = path.partition(".")
    for node in tree.body:
        if getattr(node, "name", "") != name:
            continue
        found = methods(node).get(method or "forward") if isinstance(node, ast.ClassDef) else node
        if isinstance(found, ast.FunctionDef):
            own = found.args
            pairs = list(zip(reversed(own.args), reversed(own.defaults), strict=False))
            pairs += [(arg, one) for arg, one in zip(own.kwonlyargs, own.kw_defaults, strict=True) if one is not None]
            off = [arg.arg for arg, one in pairs if isinstance(one, ast.Constant) and one.value is False]
            return any(speaks_of(switch, set(words(asked.name))) for switch in off)
    return False


def is_a_part(tree: ast.Module, asked: Asked) -> bool:
    """Whether what has the name can't take what must be given, and is called by a function that can, by its names.

    `clip_loss(similarity)`, which a function of embeddings and a scale calls. So is what must be given less, and has no names
    for all of it: `bootstrap_ci(values, idx)` below a function of two systems.
    """
    made = [] if asked.is_class else [one for one in functions(tree) if "." not in one.path]
    named = [one for one in made if one.name == asked.name]
    needs_less = len(named) == 1 and named[0].required < asked.required and not takes_all_by_name(asked, named[0])
    if len(named) != 1 or (takes_as_many(asked, named[0]) and not needs_less):
        return False
    users = {node.name for node in tree.body if isinstance(node, ast.FunctionDef) and asked.name in names_called(node)}
    return any(takes_all_by_name(asked, one) for one in made if one.path in users - {asked.name})


def best_place(tree: ast.Module, asked: Asked, taken: set[str]) -> list[str]:
    """What has its name in another spelling, else what fits best, and then the others that fit. Raises: Unusable.

    What tests a solution, or is there to compare it with, is no other one: it says nothing of the solution.
    """
    offered = offered_for(tree, asked, taken)
    best, alone = (best_of(part, asked, offered_for(part, asked, taken)) for part in (tree, without_users(tree, taken)))
    if not best and not asked.is_class:
        best = left_by_constructors(tree, asked) or made_with_the_one_left(tree, asked)
        best = best or most_alike(asked, offered, tree)
    if not best:
        raise Unusable(nothing_fits(tree, asked, offered))
    is_a_function = "." not in best[0].path and not (asked.is_class or best[0].is_module)
    kept = left_by_constructors(tree, asked) if is_a_function else []
    if kept and takes_all_by_name(asked, kept[0]) and not takes_all_by_name(asked, best[0]):
        best = [
            kept[0],
            *best,
        ]  # `NoiseScheduler(timesteps, beta_schedule).alphas_cumprod` below a function of its betas
    if alone and named(alone[0], asked) > named(best[0], asked):
        best = [alone[0], *best]
    best += asks_for_more(asked, offered, best[0], tree)
    if not asked.is_class and not is_called_with_nothing(tree, best[0].path):
        best += [one for one in left_by_constructors(tree, asked) if is_of_one_class(one, best[0])]
    are_private = best[0].name.startswith("_")  # of a module's inside, where each may be meant as well
    others = dict.fromkeys(
        one.path
        for one in best[1:]
        if (are_private or not one.name.startswith("_"))
        and one.path != best[0].path
        and not (checks_it(one, asked) or is_compared_with(one, asked))
        and not (asked.is_class and holds_fields_alone(tree, one.path))
    )
    return [best[0].path, *list(others)[:MOST_NAMED]]


def holds_fields_alone(tree: ast.Module, name: str) -> bool:
    """Whether a class has no methods, and inherits none: a config is never what is asked for."""
    found = [node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name]
    return any(not node.bases and not any(isinstance(one, ast.FunctionDef) for one in node.body) for node in found)


def is_called_with_nothing(tree: ast.Module, path: str) -> bool:
    """Whether a method, or that of a module's call, takes its object alone: what it returns is the class's own answer."""
    owner, _, method = path.partition(".")
    made = next((node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == owner), None)
    called = methods(made) if made is not None else {}
    node = called.get(method or "forward") or called.get(method or "__call__")
    return node is not None and len([*node.args.posonlyargs, *node.args.args]) == 1


def is_of_one_class(one: Offered, other: Offered) -> bool:
    """Whether both are reached through one class, or one is that."""
    return one.path.partition(".")[0] == other.path.partition(".")[0]


def offered_for(tree: ast.Module, asked: Asked, taken: set[str]) -> list[Offered]:
    """What the file offers for an entry, beside what others are."""
    offered = classes(tree) if asked.is_class else functions_for(tree, asked)
    offered = [one for one in offered if one.path not in taken]
    return [one for one in offered if one.settings or one.is_sized or one.path.split(".")[0] not in taken]


def best_of(tree: ast.Module, asked: Asked, offered: Sequence[Offered]) -> list[Offered]:
    """Those that fit, the best first."""
    best = best_first(asked, offered, tree)
    same = [one for one in offered if spelling(one.name) == spelling(asked.name) and not is_inside(tree, one)]
    if same and takes_as_many(asked, same[-1]) and not is_a_part(tree, asked):
        inside = [one for one in best if same[-1].is_module and one not in same and "." not in one.path]
        best = [
            same[-1],
            *(one for one in reversed(same) if one.path != same[-1].path),
            *inside,
        ]  # which `GroupNorm` calls
    at_the_top = [one for one in best if "." not in one.path and (asked.is_class or not one.is_module)]
    if best and "." in best[0].path:
        inner = names_that_classes_need(tree)  # `_spline_fwd`, which the better method calls with what it has made
        at_the_top = [one for one in at_the_top if not (one.name.startswith("_") and one.name in inner)]
        if takes_as_many(asked, best[0]):  # `e4m3_values()` beside the method that looks them up
            at_the_top = [one for one in at_the_top if one.parameters or takes_as_many(asked, one)]
        if takes_all_by_name(as_looked_up(asked, best[0]), best[0]):  # `noise_like(shape, device)` beside that method
            at_the_top = [one for one in at_the_top if bound_alike(asked, one) or named(one, asked) >= ALIKE]
    if best and best[0].is_module:
        at_the_top = [one for one in at_the_top if not is_a_step_of(best[0], one, asked, tree)]
    if best and (is_of_a_solution(best[0]) or is_better_named(best[0], at_the_top, asked)):
        return best
    return at_the_top or best


def is_a_step_of(module: Offered, one: Offered, asked: Asked, tree: ast.Module) -> bool:
    """Whether a class calls a function that has no name for some of what the problem gives, where the class has one.

    `rotate_half(x)` of a class that turns `q` and `k` from an `offset`.
    """
    own, lacking = bound_alike(asked, module), bound_alike(asked, one)
    return one.name in names_that_classes_need(tree) and len(own) >= len(lacking) and not own.keys() <= lacking.keys()


def is_inside(tree: ast.Module, one: Offered) -> bool:
    """Whether it is private, and another function of the file calls it with what that has made: `_ssim` of images as floats."""
    return one.name.startswith("_") and one.path in names_called_in_functions(tree)


def without_users(tree: ast.Module, taken: set[str]) -> ast.Module:
    """The file without functions that use other entries: what calls both ways, there and back, is a check of them."""
    kept = [node for node in tree.body if not isinstance(node, ast.FunctionDef) or taken.isdisjoint(names_called(node))]
    return tree if len(kept) == len(tree.body) else ast.Module(kept, tree.type_ignores)


def is_better_named(one: Offered, others: Sequence[Offered], asked: Asked) -> bool:
    """Whether its name, or that of its class, has much more of the name that is asked for than any of the others'."""
    return all(named(one, asked) > named(other, asked) + MUCH_MORE for other in others)


def functions_for(tree: ast.Module, asked: Asked) -> list[Offered]:
    """The functions of the file, and the methods whose classes can be made with what the problem gives."""
    found = [with_results(one, asked) for one in functions(tree) if can_be_made(one, asked)]
    stepped = {
        one.path.partition(".")[0] for one in found if one.scheduling is not None
    }  # what it counts is seen only there
    return [one for one in found if one.scheduling is not None or one.path.partition(".")[0] not in stepped]


def nothing_fits(tree: ast.Module, asked: Asked, offered: Iterable[Offered]) -> str:
    """What is asked for, and what there is instead."""
    kind = "class" if asked.is_class else "function"
    made = [one for one in functions_for(tree, asked) if not one.is_lent]
    own, other = (classes(tree), made) if asked.is_class else (made, classes(tree))
    start = f"the file does not define {asked.name}, a {kind} of {', '.join(asked.parameters) or 'no parameters'}; it defines"
    # a method that uses nothing of its object says nothing of the others of its class
    told = [one for one in own if "." not in one.path or one.settings] if any(offered) else []
    offering = {one.path.partition(".")[0] for one in told}
    others = [node for node in tree.body if getattr(node, "name", None) not in offering]
    unmade = "" if asked.is_class else "".join(cannot_be_made(node, asked, is_called=any(offered)) for node in others)
    if own:
        which = "it" if len(own) == 1 else "one of them"
        hint = f"; if {which} is meant, name it with --entry NAME" if any(offered) else ""
        return f"{start}: {as_a_call(own[0]) if len(own) == 1 else listed(one.path for one in own)}{hint}{unmade}"
    if other:
        return f"{start}: {listed(one.path for one in other)}, but no {kind}{unmade}"
    return f"{start} no {kind}"


def as_a_call(one: Offered) -> str:
    """Its name, with all that it and its class take: what it lacks of what is asked for is seen at once."""
    return f"{one.path}({', '.join(one.parameters)})"


def cannot_be_made(node: ast.stmt, asked: Asked, *, is_called: bool) -> str:
    """Why the methods of a class cannot be graded, if they cannot; a torch module to call is built of what is given.

    Where its call answers for another entry, its other methods need an object that the problem gives all of.
    """
    if not isinstance(node, ast.ClassDef) or (is_called and is_torch_module(node) and "forward" in methods(node)):
        return ""
    needed = settings_of(node)
    is_built = is_torch_module(node) and all(is_given(setting, asked) for setting in needed)
    if not needed or is_built:
        return ""
    return f"; {node.name} can only be made with {listed(needed)}: write its method as a function"


def methods(node: ast.ClassDef) -> dict[str, ast.FunctionDef]:
    """The methods of a class by their names."""
    return {inner.name: inner for inner in node.body if isinstance(inner, ast.FunctionDef)}
