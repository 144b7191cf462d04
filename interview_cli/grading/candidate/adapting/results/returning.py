"""Results in another order than the problem's, where names say which is which; or left in an object. Standard library only.

`return labels, centroids` for (centers, labels), and a `fit` that leaves them in its object. What these names say counts where
the code was not written for this statement: its function has another name.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from interview_cli.grading.candidate.matching.names.likeness import counts, likeness, same
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of, tree_of
from interview_cli.grading.candidate.matching.syntax.classes import is_zero
from interview_cli.grading.candidate.matching.syntax.functions import called_of_itself
from interview_cli.grading.candidate.module import SOURCE_NAME

GRADIENT = re.compile(r"^_?(d_?l_?d_?|dl_|grads?_?(of_|wrt_)?|d_?)(?=\w)|_?grads?$", re.IGNORECASE)
"""What the name of a gradient says beside that of its weight."""
PLACES = frozenset({"idx", "ids", "inds", "index", "indices"})
"""How names of results end that say which ones are meant: `topk_idx` for `indices`."""
INDICES = "indices"
ONE_HOT = frozenset(
    {"encodings", "min_encodings", "one_hot", "onehot", "one_hots", "encodings_one_hot", "encoding_one_hot"}
)
"""Names of rows of 0 with a 1 at the place that is meant, which code returns for its index."""
ADDS = frozenset({"add", "append", "clear", "extend", "insert", "setdefault", "update"})
"""Methods of lists, sets and dicts that change what is in them."""
AFTER = re.compile("^(new|next|updated|final)_|_(new|next|updated)$")
"""What a name says of a value that has taken the place of another."""
NOTHING = "None"
"""What a result is called that is None."""
TO_ARRAYS = ("array", "asarray", "as_tensor", "cat", "concatenate", "from_numpy", "stack", "tensor", "vstack")
RESHAPES = frozenset(
    {"astype", "contiguous", "flatten", "permute", "reshape", "squeeze", "to", "transpose", "unsqueeze", "view"}
)
"""Methods whose result is the same values in another form: `indices.squeeze(1)`."""
COPIES = frozenset({"clone", "copy", "detach", "double", "float"})
"""Methods whose result is the same values again."""
AS_THEY_ARE = (*TO_ARRAYS, "bool", "float", "int", "list", "sorted", "tuple")
"""Functions whose result is what they are given."""


def names_returned(function: Any) -> list[str]:
    """What the function returns in a tuple, by name, if all its returns agree; `` for what has none."""
    if is_turned(function):
        return []
    returned = [node.value for one in parsed(function).body for node in own_nodes(one) if isinstance(node, ast.Return)]
    found = [[name_of(part) for part in one.elts] if isinstance(one, ast.Tuple) else [] for one in returned]
    return found[0] if found and all(names == found[0] for names in found) else []


def names_within(function: Any) -> list[str]:
    """The same, where some of it is returned in tuples of its own: `z_q, loss, (perplexity, encodings, indices)`.

    Or in dicts, whose keys are names. Nothing where there are none, or where returns differ.
    """
    if is_turned(function):
        return []
    returned = [node.value for one in parsed(function).body for node in own_nodes(one) if isinstance(node, ast.Return)]
    whole = [one.elts if isinstance(one, ast.Tuple) else [] for one in returned]
    found = [[name for one in parts for name in names_inside(one)] for parts in whole]
    is_nested = all(any(isinstance(one, ast.Tuple | ast.Dict) for one in parts) for parts in whole)
    return found[0] if found and is_nested and all(names == found[0] for names in found) else []


def names_inside(part: ast.expr) -> list[str]:
    """Of one result, or of all that stand in a tuple or in a dict."""
    match part:
        case ast.Tuple(elts=parts):
            return [name_of(one) for one in parts]
        case ast.Dict(keys=keys) if keys:
            return [str(key.value) if isinstance(key, ast.Constant) else "" for key in keys]
    return [name_of(part)]


def is_turned(function: Any) -> bool:
    """Whether a wrapper around it makes another tuple of its results: `return b, a`, `return f(*args)[::-1]`."""
    layer = getattr(function, "__func__", function)
    while (inner := getattr(layer, "__wrapped__", None)) is not None:
        code = getattr(layer, "__code__", None)
        is_own = code is not None and code.co_filename == SOURCE_NAME
        nodes = [node for one in tree_of(code).body for node in own_nodes(one)] if is_own else []
        if any(makes_a_tuple(node.value) for node in nodes if isinstance(node, ast.Return)):
            return True
        layer = inner
    return False


def makes_a_tuple(value: ast.expr | None) -> bool:
    """Whether this is a tuple of its own, or a part of another."""
    is_made = isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in ("list", "tuple")
    return is_made or isinstance(value, ast.Tuple | ast.Subscript)


def gives_a_value(function: Any) -> bool:
    """Whether some return of it has a value."""
    returned = [node.value for one in parsed(function).body for node in own_nodes(one) if isinstance(node, ast.Return)]
    return any(value is not None and not is_none(value) for value in returned)


def is_none(node: ast.expr) -> bool:
    """Whether it says None."""
    return isinstance(node, ast.Constant) and node.value is None


def own_nodes(node: ast.AST) -> list[ast.AST]:
    """What stands in a function, but for what is defined inside of it."""
    found = list[ast.AST]()
    for part in ast.iter_child_nodes(node):
        if not isinstance(part, ast.FunctionDef | ast.Lambda | ast.ClassDef):
            found += [part, *own_nodes(part)]
    return found


def name_of(part: ast.expr) -> str:
    """`centers` of `centers`, `self.centers`, `centers.copy()` and `np.array(centers)`; `loss` of `self.loss(x, mu)`."""
    if is_none(part):
        return NOTHING
    match part:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name)), args=[]) if name != "self":
            return name
        case ast.Call(func=ast.Attribute(value=value, attr=method)) if method in RESHAPES:
            return name_of(value)
        case ast.Call(func=function, args=[ast.Name(id=name)]) if name_of(function) in AS_THEY_ARE:
            return name
        case ast.Call(func=ast.Name() | ast.Attribute() as function):
            return name_of(function)
    return ""


def order_by_names(own: Sequence[str], asked: Sequence[str]) -> list[int]:
    """For each result that is asked for, its place among the own ones; nothing where names don't say more of it than places do.

    What has no such name takes what is left, in order: behind the one before it, if more are returned than are asked for.
    """
    if not 2 <= len(asked) <= len(own):
        return []
    own, asked = ([AFTER.sub("", name) for name in names] for names in (own, asked))
    found: dict[int, int] = {}
    for least in (2, 1):
        for place, name in enumerate(asked):
            free = [i for i, other in enumerate(own) if i not in found.values() and alike(name, other) >= least]
            if free and place not in found:
                found[place] = free[0]
    order = with_what_is_left(found, len(asked), [i for i, name in enumerate(own) if name != NOTHING])
    if not order:
        return []
    said, by_place = (
        sum(alike(name, own[i]) for name, i in zip(asked, places, strict=True)) for places in (order, range(len(asked)))
    )
    return order if said > by_place else []


def the_one_hot(own: Sequence[str], asked: Sequence[str]) -> str:
    """The own result that stands for the indices that are asked for, in rows of 0 and 1; nothing where others are called so."""
    found = [name for name in own if name in ONE_HOT]
    is_asked = INDICES in asked and not any(alike(INDICES, name) for name in own)
    return found[0] if is_asked and len(found) == 1 else ""


def with_places(result: Any, place: int) -> Any:
    """The results with the places of the ones in the rows of one of them, if each row has one and is 0 elsewhere."""
    if not isinstance(result, tuple) or len(result) <= place or getattr(result[place], "ndim", 0) < 2:
        return result
    rows = result[place]
    is_one_hot = bool(((rows == 0) | (rows == 1)).all()) and bool((rows.sum(-1) == 1).all())
    return (*result[:place], rows.argmax(-1), *result[place + 1 :]) if is_one_hot else result


def with_what_is_left(found: Mapping[int, int], asked: int, own: Sequence[int]) -> list[int]:
    """The places of all results that are asked for; `deltas, advantages, returns` holds the returns behind the advantages.

    `own`: the places of what is no None; nothing where these are too few.
    """
    order = list[int]()
    for place in range(asked if len(own) >= asked else 0):
        left = [i for i in own if i not in found.values() and i not in order]
        behind = [i for i in left if order and i > order[-1]]
        unnamed = asked - place - sum(one in found for one in range(place, asked))
        order.append(
            found[place] if place in found else (behind if asked < len(own) and len(behind) >= unnamed else left)[0]
        )
    return order


def places_by_names(own: Sequence[str], asked: Sequence[str]) -> list[int]:
    """For each of several results that are asked for, the place of the own one that its name speaks of; nothing without one."""
    own, asked = ([AFTER.sub("", name) for name in names] for names in (own, asked))
    found: list[int] = []
    for name in asked if len(asked) > 1 else ():
        free = [place for place in range(len(own)) if place not in found and alike(name, own[place])]
        found += sorted(free, key=lambda place: -alike(name, own[place]))[:1]
    return found if len(found) == len(asked) else []


def alike(one: str, other: str) -> int:
    """2 for one name, or one of the same words, or the gradients of one; 1 for two of one thing; nothing for what has no name."""
    if not one or not other:
        return 0
    if core(one) != one and same(core(one), core(other)):
        return 2
    if len(parts := one.lower().split("_")) > 1 and sorted(parts) == sorted(other.lower().split("_")):
        return 2
    return likeness(one, other) or int(all(name.lower().split("_")[-1] in PLACES for name in (one, other)))


def core(name: str) -> str:
    """What a gradient is of, by its name: `W1` of `dW1`, `grad_W1` and `W1_grad`."""
    return GRADIENT.sub("", name.strip("_")).strip("_")


def in_order(result: Any, order: Sequence[int]) -> Any:
    """The results in the problem's order, and what came beside them."""
    if not order or not isinstance(result, tuple | list) or len(result) <= max(order):
        return result
    beside = [part for place, part in enumerate(result) if place not in order]
    return (*(result[place] for place in order), *beside)


def unnested(result: Any, number: int | None) -> Any:
    """As many results as are asked for in one row, where some of them come in a tuple: `dx, (dw1, db1, dw2, db2)`."""
    if not isinstance(result, tuple | list) or number is None or not 1 < len(result) < number:
        return result
    parts = in_one_row(result)
    return parts if len(parts) == number and all(map(is_a_value, parts)) else result


def without_nothing(result: Any, number: int | None) -> tuple[Any, str]:
    """As many results as are asked for, where a None stands before one of them: `None, x, None`; in words if it was so."""
    if not isinstance(result, tuple) or number is None or all(part is not None for part in result[:number]):
        return result, ""
    left = tuple(part for part in result if part is not None)
    if len(left) != number:
        return result, ""
    graded = "the one that is not None is" if number == 1 else "those that are not None are"
    return left[0] if number == 1 else left, f"your code returns {len(result)} results: {graded} graded"


def the_one_in_a_row(result: Any, number: int | None, function: Any) -> tuple[Any, bool]:
    """The one result of a tuple that holds more on request, as layers of transformers return it; and whether it was so.

    `(output, weights) if output_attentions else (output,)`, or `(output,) + outputs[1:]`: no comma too many.
    """
    if type(result) is not tuple or len(result) != 1 or number != 1:
        return result, False
    written = getattr(type(function), "forward", function) if not inspect.isroutine(function) else function
    nodes = nodes_in(inspect.unwrap(written))
    returned = [node.value for node in nodes if isinstance(node, ast.Return) and node.value is not None]
    names = {value.id for value in returned if isinstance(value, ast.Name)}
    is_meant = any(map(may_be_longer, returned)) or any(is_made_longer(nodes, name) for name in names)
    return (result[0] if is_meant else result), is_meant


def is_made_longer(nodes: Sequence[ast.AST], name: str) -> bool:
    """`outputs = (output,)`, and `outputs += (weights,)` on request."""
    own, is_one, is_added_to = list[ast.expr](), False, False
    for node in nodes:
        match node:
            case ast.Assign(targets=[ast.Name(id=set_to)], value=value) if set_to == name:
                own.append(value)
                is_one |= is_of_one(value)
                is_added_to |= (
                    isinstance(value, ast.BinOp) and isinstance(value.left, ast.Name) and value.left.id == name
                )
            case ast.AugAssign(target=ast.Name(id=set_to)) if set_to == name:
                is_added_to = True
    return any(map(may_be_longer, own)) or (is_one and is_added_to)


def may_be_longer(value: ast.expr) -> bool:
    """Whether it is a tuple of one or a longer one, as the case may be."""
    parts = [value.body, value.orelse] if isinstance(value, ast.IfExp) else []
    parts += [value.left, value.right] if isinstance(value, ast.BinOp) else []
    return any(map(is_of_one, parts))


def is_of_one(value: ast.expr) -> bool:
    """`(output,)`."""
    return isinstance(value, ast.Tuple) and len(value.elts) == 1


def in_one_row(result: Sequence[Any]) -> tuple[Any, ...]:
    """Results, with those that come in a tuple, or by names in a dict, one by one."""
    return tuple(part for one in result for part in parts_of(one))


def parts_of(result: Any) -> Sequence[Any]:
    """What stands in a tuple, or in a dict under names; anything else is one."""
    if isinstance(result, dict) and result and all(isinstance(key, str) for key in result):
        return list(result.values())
    return result if isinstance(result, tuple | list) else [result]


def left_by(made: Any, method: str, asked: Sequence[str]) -> Any:
    """What a `fit` has left in its object for results of these names; None where these are not as many values, and not one.

    Where it sets fewer, what it changes entry by entry counts, too, if it is called so: `self.centers[k] = x.mean(0)`. Where
    it leaves more, what it has only been given is none of them.
    """
    function = getattr(type(made), method, None)
    kept = values_kept(made, attributes_set(function), asked)
    made_here = {name: value for name, value in kept.items() if name not in attributes_given(function)}
    kept = made_here if len(kept) > len(asked) <= len(made_here) else kept
    if len(kept) < len(asked):
        filled = [name for name in attributes_filled(function) if any(alike(one, name.strip("_")) for one in asked)]
        kept |= values_kept(made, filled, asked)
    names = [name.strip("_") for name in kept]
    # beside them, it may count what nobody asks for: `self.found_inf_count += 1`
    order = order_by_names(names, asked) or (places_by_names(names, asked) if len(names) > len(asked) else [])
    values = tuple(kept.values())
    if order:
        return tuple(values[place] for place in order)
    if len(values) == 1:
        return values[0]
    return values if len(values) == len(asked) else None


def the_one_left(made: Any, method: str, asked: str) -> Any:
    """What a method that returns nothing has left in its object under the name of the one result; None for anything else.

    What a tokenizer has learnt in a dict, pair by pair, is a list of these.
    """
    names = names_left(made, method, asked)
    left = getattr(made, names[0], None) if len(names) == 1 else None
    return list(left.items()) if isinstance(left, dict) else left


def names_left(made: Any, method: str, asked: str) -> list[str]:
    """The attributes named as the result that a method sets, or fills where the constructor has left them empty."""
    if not asked:
        return []
    function, blank = getattr(type(made), method, None), attributes_left_blank(getattr(type(made), "__init__", None))
    filled = [name for name in attributes_read(function) if name in blank]
    return [name for name in dict.fromkeys([*attributes_set(function), *filled]) if same(asked, name)]


def empty_again(made: Any, method: str, asked: str) -> None:
    """Empty what a method fills under the name of the one result, since each call is a first one."""
    for name in names_left(made, method, asked):
        left = getattr(made, name, None)
        if isinstance(left, dict | list | set):
            setattr(made, name, type(left)())


def values_kept(made: Any, names: Sequence[str], asked: Sequence[str]) -> dict[str, Any]:
    """What an object holds under these names, but for what is not a value, and private unless a result is called so."""
    own = [name for name in names if not name.startswith("_") or any(counts(one, name) for one in asked)]
    return {name: vars(made)[name] for name in own if is_a_value(vars(made).get(name))}


def with_left(made: Any, method: str, asked: Sequence[str], result: Any) -> Any:
    """The one value that a method returns, among what it has left in its object for all the others that are asked for.

    `step` of a mixture updates `self.means`, `self.covs` and `self.weights`, and returns the log-likelihood. It may have its
    own `m_step` do so, entry by entry.
    """
    if isinstance(result, tuple | list):
        return with_one_left(made, method, asked, result)
    if len(asked) < 2 or not is_a_value(result):
        return result
    run = functions_run(type(made), method)
    written, filled = (
        [name for one in run for name in names_in(one)] for names_in in (attributes_set, attributes_filled)
    )
    found = (among_those_left(made, names, asked, result) for names in (written, [*written, *filled]))
    return next((whole for whole in found if whole is not None), result)


def among_those_left(made: Any, names: Sequence[str], asked: Sequence[str], result: Any) -> tuple[Any, ...] | None:
    """The one value at the place for which none of these attributes has a name, if others have the names of all the rest.

    Or at the place of the attribute that it is: `return self.labels`. A method may set some only in training.
    """
    held = {name: getattr(made, name, None) for name in names}
    kept = {
        name: value for name, value in held.items() if is_a_value(value) or value == []
    }  # it may have found nothing
    for place, name in enumerate(asked):
        found = [one for other in (*asked[:place], *asked[place + 1 :]) if (one := left_for(other, kept))]
        of_it = [value for own, value in kept.items() if likeness_left(name, own)]
        if len(set(found)) == len(asked) - 1 and all(value is result for value in of_it):
            values = [kept[own] for own in found]
            return (*values[:place], result, *values[place:])
    return None


def left_for(asked: str, kept: Iterable[str]) -> str:
    """The attribute whose name speaks most of a result; nothing where none does."""
    said = {name: likeness_left(asked, name) for name in kept}
    name = max(said, key=lambda one: said[one], default="")
    return name if said.get(name) else ""


def likeness_left(asked: str, attribute: str) -> int:
    """How much an attribute's name speaks of a result: `running_mean` of `new_mean`."""
    return alike(AFTER.sub("", asked), AFTER.sub("", attribute.strip("_")))


def with_one_left(made: Any, method: str, asked: Sequence[str], result: Any) -> Any:
    """All results but one, as a method returns them, and that one, which it has left in its object: `self.aux_loss`."""
    beside = left_beside(getattr(type(made), method, None), asked, len(result)) if isinstance(result, tuple) else None
    if beside is None or not is_a_value(vars(made).get(beside[1])):
        return result
    place, name = beside
    return (*result[:place], vars(made)[name], *result[place:])


def left_beside(function: Any, asked: Sequence[str], number: int) -> tuple[int, str] | None:
    """Which result a method that returns so many of them does not, and the attribute that it sets under a usual name of it."""
    if not 2 <= number == len(asked) - 1:
        return None
    kept = dict.fromkeys(attributes_set(function))
    found = [(place, own) for place, name in enumerate(asked) for own in kept if alike(name, own.strip("_"))]
    return found[0] if len(found) == 1 else None


def functions_run(kind: type[Any], method: str) -> list[Any]:
    """A method of a class, and what of its file it calls of its object, each once."""
    found, left = {method: getattr(kind, method, None)}, [method]
    while left:
        called = called_of_itself(parsed(found[left.pop(0)]))
        new = {name: getattr(kind, name, None) for name in sorted(called - found.keys())}
        own = {name: one for name, one in new.items() if inspect.isfunction(one) and one.__module__ == kind.__module__}
        found |= own
        left += own
    return list(found.values())


def attributes_set(function: Any) -> list[str]:
    """The attributes of its object that a method writes, in order."""
    return attributes_used(function, ast.Store)


def attributes_read(function: Any) -> list[str]:
    """Those that it reads."""
    return attributes_used(function, ast.Load)


def attributes_given(function: Any) -> set[str]:
    """Those in which a method does nothing but keep what it is given: `self.X = X.copy()`."""
    own = inspect.signature(function).parameters if callable(function) else {}
    sets = [part for part in nodes_in(function) if isinstance(part, ast.Assign | ast.AnnAssign | ast.AugAssign)]
    kept, computed = set[str](), set[str]()
    for part in sets:
        targets = part.targets if isinstance(part, ast.Assign) else [part.target]
        is_given = not isinstance(part, ast.AugAssign) and given_in(part.value) in own
        (kept if is_given else computed).update(place.attr for place in targets if isinstance(place, ast.Attribute))
    return kept - computed


def given_in(value: ast.expr | None) -> str:
    """The name of what is given on as it is, or copied: `X` of `X.copy()` and `np.asarray(X)`, and nothing of `X.mean()`."""
    match value:
        case ast.Name(id=name):
            return name
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=how)) if how in RESHAPES | COPIES:
            return name
        case ast.Call(func=function, args=[ast.Name(id=name), *_]) if name_of(function) in AS_THEY_ARE:
            return name
    return ""


def attributes_left_blank(function: Any) -> list[str]:
    """Those that a constructor sets to None, or to an empty list or dict."""
    return attributes_set_to(function, is_blank)


def attributes_at_zero(function: Any) -> list[str]:
    """Those that a constructor sets to 0, from which something is counted on: `self.good_steps = 0`."""
    return attributes_set_to(function, is_zero)


def attributes_set_to(function: Any, fits: Callable[[ast.expr | None], bool]) -> list[str]:
    """Those that a method sets to such a value."""
    sets = [part for part in nodes_in(function) if isinstance(part, ast.Assign | ast.AnnAssign)]
    fitting = [part for part in sets if fits(part.value)]
    targets = [place for part in fitting for place in (part.targets if isinstance(part, ast.Assign) else [part.target])]
    return [place.attr for place in targets if isinstance(place, ast.Attribute)]


def is_blank(value: ast.expr | None) -> bool:
    """`None`, `[]`, `{}`."""
    match value:
        case ast.Constant(value=None) | ast.List(elts=[]) | ast.Dict(keys=[]):
            return True
    return False


def attributes_filled(function: Any) -> list[str]:
    """Those to which a method adds: `self.centers.append(x)`, `self.cache[key] = value`."""
    found = []
    for part in nodes_in(function):
        match part:
            case ast.Call(func=ast.Attribute(value=ast.Attribute(attr=name), attr=how)) if how in ADDS:
                found.append(name)
            case ast.Subscript(value=ast.Attribute(attr=name), ctx=ast.Store()):
                found.append(name)
    return found


def attributes_used(function: Any, how: type[ast.expr_context]) -> list[str]:
    """Those that stand in a method for this."""
    parts = [part for part in nodes_in(function) if isinstance(part, ast.Attribute) and isinstance(part.ctx, how)]
    return list(dict.fromkeys(part.attr for part in sorted(parts, key=lambda part: (part.lineno, part.col_offset))))


def parsed(function: Any) -> ast.Module:
    """The text of a function; nothing where that is not known."""
    return tree_of(code_of(function) if callable(function) else None)


def nodes_in(function: Any) -> Sequence[ast.AST]:
    """All of its syntax; nothing where the text is not known."""
    return nodes_of(code_of(function) if callable(function) else None)


def is_a_value(value: Any) -> bool:
    """A number, an array or a tensor, or a list of these."""
    if isinstance(value, list | tuple):
        return bool(value) and all(map(is_a_value, value))
    return hasattr(value, "shape") or (isinstance(value, int | float) and not isinstance(value, bool))
