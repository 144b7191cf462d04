"""Results that code gives by names, in a dict, a dataclass or a named tuple, where some by place are asked for.

Imports torch only. A loss with its metrics has its name in all of them, and a dict of one result that result alone. In a
tuple, names are those of the variables in the `return`.
"""

from __future__ import annotations

import ast
import dataclasses
import inspect
import types
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.results.returning import (
    in_one_row,
    in_order,
    is_a_value,
    is_turned,
    order_by_names,
    parts_of,
    places_by_names,
)
from interview_cli.grading.candidate.matching.names.likeness import is_usual, likeness, same, says_the_mode
from interview_cli.grading.candidate.matching.names.words import listed
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, tree_of
from interview_cli.grading.candidate.matching.syntax.walking import walk
from interview_cli.grading.wire.values import shape_of

MAGNITUDE = "magnitude"
"""The name of what is computed so in a `return`, and has none there."""
OUTPUTS = frozenset({"out", "output", "result"})
"""How what is asked for is called beside what was counted on the way."""
LOSSES = ("total_loss", "loss", "total")
"""How what is asked for is called beside its metrics or its parts, whatever its place."""
SPOKEN: Mapping[str, frozenset[str]] = {
    "loss": frozenset({"loss"}),
    "score": frozenset({"score", "scores", "force", "forces"}),
    "target": frozenset({"target", "tgt"}),
    "gradient": frozenset({"gradient", "grad"}),
    "sobel": frozenset({"magnitude", "magnitudes", "mag"}),
}
"""Last words of what is asked for, before a `from`, and of the names under which code returns it behind something else."""
WHOLE = ("total", "objective", "obj")
"""Names of what is asked for that have none of these words."""
OF_PARTS = frozenset(
    {"aux", "auxiliary", "codebook", "commit", "commitment", "entropy", "hard", "kl", "reg", "soft", "value", "vf"}
)
"""What a name says of a loss that is one part of several: `kl_loss`."""
PASSED_ON = ("detach", "clone", "cpu")
"""Methods that give the tensor itself."""
MOST_CALLS = 3
"""Functions through which a result is followed that one returns of the next."""
SOLUTION = "solution"
"""The module of a file's own classes."""
LOGITS_AND_LABELS = ("logits", "labels")
"""What a method returns of which its class takes the cross-entropy elsewhere: `return logits, labels`."""
LONGEST = 40
"""Characters of a class's name that are told."""


def without_names(
    result: Any, number: int | None, names: Sequence[str] = (), entry: str = "", asked: str = ""
) -> tuple[Any, str]:
    """What is asked for first, in a tuple with the others if there are any; in words if it had to be looked for.

    `names`: how the problem calls what it asks for, `asked`: the one thing; `entry`: how it calls the function, which may be
    the name of its result.
    """
    fields = list(getattr(result, "_fields", ())) if isinstance(result, tuple) else []
    if order := order_by_names(fields, names):
        return in_order(tuple(result), order), f"of your results {listed(fields[place] for place in order)} are graded"
    named, held = parts_by_name(result), held_in(result)
    kind = with_article(type(result).__name__[:LONGEST])
    if number == len(names) and (places := places_by_names(list(held), names)):
        return in_order(tuple(held.values()), places), of_its(kind, [list(held)[place] for place in places])
    if number == 1 and (kept := kept_as(result, entry)):
        return getattr(result, kept), of_its(kind, [kept])
    if number is None or not named:
        return result, ""
    if number == 1 and (first := the_one_in(named, entry, asked)):
        return named[first], of_its(kind, [first])
    in_their_order = f"your code returns {kind}: its parts are graded in order"
    if len(named) < number and (order := order_in_one_row(named, number, names)):
        return in_order(in_one_row(tuple(named.values())), order), in_their_order
    is_named = number > 1 and places_by_names(list(named), names)
    if isinstance(result, tuple) or (is_a_table(result, number) and not is_named):
        return result, ""
    if order := order_by_names(list(named), names):
        return in_order(tuple(named.values()), order), of_its(kind, [list(named)[place] for place in order])
    return tuple(named.values()), in_their_order


def of_its(kind: str, names: Sequence[str]) -> str:
    """What is told of parts that are graded of one thing."""
    return f"your code returns {kind}: its {listed(names)} {'is' if len(names) == 1 else 'are'} graded"


def the_one_in(named: Mapping[str, Any], entry: str, asked: str) -> str:
    """The name of the part that is asked for, by its name as a loss, as the entry or as the problem's result; or the only one."""
    its_own = next((name for name in named if entry and is_one(name, entry)), "")
    is_a_loss = "loss" in entry.lower().split("_")  # of which that is a part: `{"loss": dpo + sft, "dpo_loss": dpo}`
    return (
        ("" if is_a_loss else its_own)
        or next((name for name in LOSSES if name in named), "")
        or only_one(named)
        or its_own
        or one_of_the_mode(list(named), entry)
        or usual_in(list(named), entry)
        or one_alike(list(named), asked)
        or one_spoken(list(named), entry)
        or only_output(named)
    )


def spoken_of(entry: str) -> frozenset[str]:
    """Last words of names under which code returns what is asked for."""
    return SPOKEN.get(entry.partition("_from_")[0].rpartition("_")[2].lower(), frozenset())


def one_spoken(names: Sequence[str], entry: str) -> str:
    """The only one of these names that has such a word: `magnitude` of `gx`, `gy` and `magnitude`."""
    of_parts = OF_PARTS.difference(entry.lower().split("_"))
    words = {name: name.lower().split("_") for name in names}
    found = [name for name, own in words.items() if own[-1] in spoken_of(entry) and of_parts.isdisjoint(own)]
    return found[0] if len(found) == 1 else ""


def one_alike(names: Sequence[str], asked: str) -> str:
    """The only one of these names that is like that of what is asked for: `f1` of precision, recall and `f1`.

    Where all are single letters, its first letter is: `f` of `p`, `r` and `f`.
    """
    found = [name for name in names if asked and likeness(asked, name)]
    if asked and not found and max(map(len, names), default=0) == 1:
        found = [name for name in names if name.lower() == asked[0].lower()]
    return found[0] if len(found) == 1 else ""


def order_in_one_row(named: Mapping[str, Any], number: int, names: Sequence[str]) -> list[int]:
    """The order of as many results as are asked for, some of which come in a tuple: `{"delta": d, "ci": (low, high)}`.

    Nothing for anything else.
    """
    own = [name if len(parts) == 1 else "" for name, part in named.items() if (parts := parts_of(part)) for _ in parts]
    is_whole = len(own) == number > 1 and all(map(is_a_value, in_one_row(tuple(named.values()))))
    return (order_by_names(own, names) or list(range(number))) if is_whole else []


def is_one(name: str, other: str) -> bool:
    """Whether two names are one, perhaps with some words in the plural: `alpha_bar` and `alphas_bar`."""
    first, second = ([word.removesuffix("s") for word in one.lower().split("_")] for one in (name, other))
    return same(name, other) or first == second


def is_a_table(result: Any, number: int) -> bool:
    """Whether a dict may be what was found for each of its keys: it holds more than tensors, and not as much as is asked for."""
    parts = list(result.values()) if isinstance(result, dict) else []
    numbers = [part for part in parts if not hasattr(part, "shape") and type(part) in (int, float)]
    others = [part for part in parts if not hasattr(part, "shape") and type(part) not in (int, float)]
    return bool(others or numbers) and not len(parts) == number > 1


def named_first(result: Any, function: Any, entry: str, asked: str = "", axes: int | None = None) -> tuple[Any, str]:
    """Of several results, that whose name says that it is asked for before the others; in words if it stood behind one.

    `return pred, loss` where a loss is asked, `return recall, precision, f1` where the problem calls what is `asked` so. It is
    one alone that says so, in every `return` of as many, or in a named tuple. What stands first stays there if it may be the
    answer, by its `axes`, and the other may not, or its name only begins or ends like the problem's: `return ids, n_tokens`.
    Where no name says it, the only one of so many axes is it: `return scores.mean(), scores`. A list of a number and other
    things is like a tuple, where a number is asked: `return [path, cost]`.
    """
    if (
        isinstance(result, list)
        and len(result) > 1
        and axes == 0
        and [may_be(part, result, axes) for part in result].count(True) == 1
    ):
        result = tuple(result)
    if not isinstance(result, tuple) or len(result) < 2:
        return result, ""
    place, name = place_by_name(result, function, entry, asked, axes)
    # where it is computed in the `return`, nothing is called so
    told = "the magnitude is graded" if name == MAGNITUDE else f"the one called {name[:LONGEST]} is graded"
    if place == 0 and (place := place_by_axes(result, axes)):
        told = f"number {place + 1} is graded, the only one with as many axes as the answer"
    if place == 0:
        return result, ""
    first = (result[place], *result[:place], *result[place + 1 :])
    return first, f"your code returns {len(result)} results: {told}"


def crossed_in(result: Any, function: Any, axes: int | None) -> tuple[Any, str]:
    """The cross-entropy of logits and the class of each row, where a number is asked and the names in the `return` say so."""
    function = written_as(function)
    if axes != 0 or not isinstance(result, tuple) or len(result) != 2 or not callable(function):
        return result, ""
    logits, labels = result
    are_tensors = isinstance(logits, torch.Tensor) and isinstance(labels, torch.Tensor)
    are_called_so = {tuple(names) for names in returned_by(function, 2)} == {LOGITS_AND_LABELS}
    if not are_called_so or not are_tensors or labels.dtype != torch.int64 or logits.shape[:-1] != labels.shape:
        return result, ""
    loss = logits.logsumexp(-1) - logits.gather(-1, labels[..., None])[..., 0]
    return loss.mean(), "your code returns logits and labels: their cross-entropy is graded"


def without_one_in_front(result: Any, axes: int | None) -> tuple[Any, str]:
    """A table without an axis of length one in front that is one more than the answer has; in words if it had one.

    It is there for the samples to which the table is added.
    """
    shape = shape_of(result)
    if axes is None or shape is None or len(shape) != axes + 1 or shape[0] != 1 or axes < 2:
        return result, ""
    return result[0], "your result has an axis of length 1 in front: it is graded without it"


def place_by_name(result: tuple[Any, ...], function: Any, entry: str, asked: str, axes: int | None) -> tuple[int, str]:
    """Where the one stands whose name says that it is asked for, and its name; 0 where none says so, or it is not sure."""
    function = written_as(function)
    spoken = spoken_of(entry)
    is_told = callable(function) and not is_turned(function)
    fields = list(getattr(result, "_fields", ()))
    returned = ([fields] if fields else returned_by(function, len(result))) if is_told else []
    of_parts = OF_PARTS.difference(entry.lower().split("_"))
    if any(
        names and same(names[0], entry) for names in returned
    ):  # `return rouge_l, f1` says itself which one is meant
        return 0, ""
    found = {place_of(names, spoken, of_parts, asked, entry) for names in returned}
    if not any(place for place, _ in found):  # some branches may return what is computed there, without a name
        left = [names for names in returned if not (names and is_the_whole(names[0], spoken, of_parts))]
        found = {place_as_the_entry(entry, names) for names in left} - {(0, "")}
    place, name = found.pop() if len(found) == 1 else (0, "")
    is_sure = any(same(one, name) or is_usual(one, name) for one in (asked, entry))
    is_sure = is_sure or name.rpartition("_")[2].lower() in spoken or one_of_the_mode([name], entry) != ""
    if place == 0 or (may_be(result[0], result, axes) and not (is_sure and may_be(result[place], result, axes))):
        return 0, ""
    return place, name


def place_as_the_entry(entry: str, names: Sequence[str]) -> tuple[int, str]:
    """Where the only one of this name stands, or of a usual one: `alpha_bars` of a function `alphas_bar`."""
    name = usual_in(names, entry)
    return (names.index(name), name) if name else (0, "")


def usual_in(names: Sequence[str], entry: str) -> str:
    """The only one of this name, or of a usual one; `alphas` beside `alphas_cumprod` is something else."""
    found = [name for name in names if entry and (same(entry, name) or is_usual(entry, name))]
    whole = [name for name in found if not any(other != name and other.startswith(name) for other in found)]
    return whole[0] if len(whole) == 1 else ""


def is_the_whole(name: str, spoken: frozenset[str], of_parts: frozenset[str]) -> bool:
    """Whether the first of several results is called like all of them together: `total`, `total_loss`, but not `kl_loss`."""
    words = name.lower().split("_")
    return not frozenset(WHOLE).isdisjoint(words) or (words[-1] in spoken and of_parts.isdisjoint(words))


def place_by_axes(result: Sequence[Any], axes: int | None) -> int:
    """Where the only one of several results stands that has as many axes as the answer; 0 where that is open."""
    found = [place for place, part in enumerate(result) if axes is not None and may_be(part, result, axes)]
    return found[0] if len(found) == 1 else 0


def may_be(part: Any, result: Sequence[Any], axes: int | None) -> bool:
    """Whether one of several results may be an answer of so many axes; where that is open, a list if there is one."""
    if axes is None:
        return isinstance(part, list) or not any(isinstance(one, list) for one in result)
    if isinstance(part, list):
        return axes == 1 and not any(isinstance(one, list | tuple) or shape_of(one) for one in part)
    shape = shape_of(part)
    return shape is not None and len(shape) == axes


def written_as(function: Any) -> Any:
    """What stands in the file: the method of a class that is made for each call."""
    kind, method = getattr(function, "kind", None), getattr(function, "method", None)
    is_made = isinstance(kind, type) and isinstance(method, str)
    return getattr(kind, str(method), function) if is_made else getattr(function, "func", function)


def has_a_mode(entry: str) -> bool:
    """Whether an entry's name says which of several kinds of one thing it is: `k3_kl`."""
    return "_" in entry


def one_of_the_mode(names: Sequence[str], entry: str) -> str:
    """The one of these names that says which kind of a thing an entry is: `k3` beside `k1` and `k2`; nothing if none does."""
    found = [name for name in names if has_a_mode(entry) and name and says_the_mode(name, entry)]
    return found[0] if len(found) == 1 and usual_in(names, entry) in ("", found[0]) else ""


def place_of(
    names: list[str], spoken: frozenset[str], of_parts: frozenset[str], asked: str = "", entry: str = ""
) -> tuple[int, str]:
    """Where the one stands whose last word is one of these; first, if there is none or another one, or it is one of parts.

    Or the one whose name is that of what is asked for, as the problem calls it; or says which kind of a thing that is.
    """
    found = [(place, name) for place, name in enumerate(names) if name.rpartition("_")[2].lower() in spoken]
    found = found or [(place, name) for place, name in enumerate(names) if asked and name and likeness(asked, name)]
    if not found and (kind := one_of_the_mode(names, entry)):
        found = [(names.index(kind), kind)]
    is_whole = bool(names) and names[0].lower() in WHOLE
    if len(found) != 1 or is_whole or not of_parts.isdisjoint(found[0][1].lower().split("_")):
        return 0, ""
    return found[0]


def returned_by(function: Callable[..., Any], number: int, calls: int = MOST_CALLS) -> list[list[str]]:
    """The names in each `return` of that many values; an empty one for what has none. `return 0, 0` says nothing.

    Of a function of the file that is called there, its own: `return f1_of(common, length)`.
    """
    code = code_of(function)
    tree = tree_of(code)
    own = [node for node in walk(tree) if isinstance(node, ast.FunctionDef) and code and node.name == code.co_name][:1]
    inner = {id(part) for node in own for one in node.body for part in walk(one) if isinstance(part, ast.FunctionDef)}
    hidden = {id(part) for node in walk(tree) if id(node) in inner for part in walk(node)}
    values = [
        part.value for node in own for part in walk(node) if isinstance(part, ast.Return) and id(part) not in hidden
    ]
    rows = [value for value in values if isinstance(value, ast.Tuple) and len(value.elts) == number]
    found = [names_of(row.elts) for row in rows if not all(map(is_literal, row.elts))]
    beside: Mapping[str, Any] = getattr(inspect.unwrap(function), "__globals__", {})
    called = [beside.get(name_of(value.func)) for value in values if isinstance(value, ast.Call)]
    made = [one for one in called if isinstance(one, types.FunctionType) and one.__globals__ is beside]
    return found + [names for one in made if calls for names in returned_by(one, number, calls - 1)]


def is_literal(part: ast.expr) -> bool:
    """Whether it is a number or the like, or an empty list or dict."""
    return isinstance(part, ast.Constant | ast.List | ast.Dict) and not any(
        isinstance(one, ast.Name) for one in walk(part)
    )


def names_of(parts: Sequence[ast.expr]) -> list[str]:
    """Of each; what is computed of another one there, as `2 * loss` beside `loss`, speaks of the same."""
    names = [name_of(part) for part in parts]
    inside = [{node.id for node in walk(part) if isinstance(node, ast.Name)} for part in parts]
    return [name or next((one for one in names if one in own), "") for name, own in zip(names, inside, strict=True)]


def name_of(part: ast.expr) -> str:
    """Of a variable, or of one that is passed on as `loss.detach()`."""
    match part:
        case ast.Name(id=name):
            return name
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=attr)) if attr in PASSED_ON:
            return name
        case ast.Call(func=ast.Name(id=called) | ast.Attribute(attr=called), args=args) if is_a_magnitude(called, args):
            return MAGNITUDE
    return ""


def is_a_magnitude(called: str, args: Sequence[ast.expr]) -> bool:
    """`np.hypot(gx, gy)`, or the root of a sum of two squares."""
    match args:
        case [ast.BinOp(op=ast.Add(), left=one, right=other)] if called == "sqrt":
            return all(isinstance(part, ast.BinOp) and isinstance(part.op, ast.Pow | ast.Mult) for part in (one, other))
    return called == "hypot" and len(args) == 2


def with_article(name: str) -> str:
    """A class's name as it stands in a sentence: `an Output`, `a dict`."""
    return f"{'an' if name[:1].lower() in ('a', 'e', 'i', 'o') else 'a'} {name}"


def only_one(named: Mapping[str, Any]) -> str:
    """The name of the only part, if that is a tensor or the like: a count of one letter is no result with a name."""
    name, *more = named
    return name if not more and (hasattr(named[name], "shape") or isinstance(named[name], float)) else ""


def only_output(named: Mapping[str, Any]) -> str:
    """The name of the one part that is a tensor or the like, if it is called so."""
    found = [name for name, part in named.items() if hasattr(part, "shape")]
    return found[0] if len(found) == 1 and found[0].lower() in OUTPUTS else ""


def held_in(result: Any) -> Mapping[str, Any]:
    """What an object of a plain class keeps, which is neither a tensor nor a module, and has no form of its own for results."""
    is_known = (
        callable(result)
        or hasattr(result, "shape")
        or isinstance(result, Mapping | tuple | list | types.SimpleNamespace)
    )
    return {} if is_known or dataclasses.is_dataclass(result) else getattr(result, "__dict__", {})


def kept_as(result: Any, entry: str) -> str:
    """The one value of an object of the file's own class, as a `Posterior`, that is called like what is asked for: `mean`.

    Of a `gaussian_map_mean`, that is the last word. An object that holds nothing else is told apart by its names elsewhere.
    """
    kind = type(result)
    if getattr(kind, "__module__", "") != SOLUTION or isinstance(result, torch.nn.Module | tuple | list | dict):
        return ""
    if dataclasses.is_dataclass(result):
        return ""
    own = [*getattr(result, "__dict__", {}), *getattr(kind, "__slots__", ())]
    own += [name for name, value in vars(kind).items() if isinstance(value, property)]
    asked = entry.rpartition("_")[2]
    found = [name for name in own if same(asked, name.strip("_")) and is_a_value(getattr(result, name, None))]
    return found[0] if asked and len(found) == 1 else ""


def parts_by_name(result: Any) -> Mapping[str, Any]:
    """Of a dict, a dataclass, a namespace or a named tuple, what it holds; of anything else nothing."""
    if type(result) is dict and all(isinstance(key, str) for key in result):
        return result
    if isinstance(result, tuple):
        names = getattr(result, "_fields", ())
        return dict(zip(names, result, strict=True)) if LOSSES[0] in names and len(names) > 1 else {}
    if dataclasses.is_dataclass(result) and not isinstance(result, type):
        return {field.name: getattr(result, field.name) for field in dataclasses.fields(result)}
    return vars(result) if isinstance(result, types.SimpleNamespace) else {}
