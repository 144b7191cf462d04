"""Results that code computes in a function each, where one function that returns all is asked for. Standard library only.

`c_skip(t)` beside `c_out(t)`, `x0_from_v` beside `eps_from_v`, a `discriminator_loss` beside a `generator_loss`.
"""

from __future__ import annotations

import inspect
import re
import types
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from interview_cli.grading.candidate.adapting.results.returning import core, names_returned
from interview_cli.grading.candidate.matching.names.likeness import (
    Parameters,
    by_likeness,
    parameters_in,
    related,
    same,
)
from interview_cli.grading.candidate.matching.names.words import word_alike, words
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of
from interview_cli.grading.candidate.module import SOURCE_NAME

SOURCE = re.compile("_(from|of|given|to)_.*")
"""What a name says behind the result: of what it is computed."""
RESULT = re.compile(".+_to_")
"""What a name says before the result, where it leads from one to the other: `v_to_x0`."""
LEADS = re.compile("(.+)_to_.+")
"""What a name says before the result, without the way to it."""
USUAL: Mapping[str, frozenset[str]] = {"x0": frozenset({"start", "clean"}), "eps": frozenset({"noise"})}
"""Words for a result that are no names of it alone."""


def parts_in(path: str, parts: Sequence[str], namespace: Mapping[str, Any], asked: Parameters = ()) -> list[str]:
    """The paths of the functions, or methods of one class, that each give one of these results; none if that is not sure.

    It is sure if one name alone speaks of each result, and no name of two; and if the function at `path` is one of them. The last
    function that is left gives the last result that is, if what is `asked` gives all that it takes, or it takes the same.
    """
    if not all(parts):
        return []
    owner, dot, _ = path.rpartition(".")
    if both := several_and_the_last(path, parts, namespace):
        return both
    names = of_one_source(names_beside(owner, namespace), path.rpartition(".")[2])
    found = [next(filter(None, (only_one_that(names, part, rule) for rule in RULES)), "") for part in parts]
    left = [name for name in names if name not in found]
    if found.count("") == len(left) == 1 and not owner and are_for_one_each(namespace, path, left[0], asked):
        found[found.index("")] = left[0]
    paths = [f"{owner}{dot}{name}" for name in found if name]
    return paths if len(set(paths)) == len(parts) > 1 and path in paths else []


def are_for_one_each(namespace: Mapping[str, Any], path: str, left: str, asked: Parameters) -> bool:
    """Whether two functions give one value each of what is asked, and neither is a part of the other."""
    pair: list[Any] = [namespace.get(path), namespace.get(left)]
    called = [set(code.co_names) for one in pair if (code := code_of(one)) is not None]
    if any(map(names_returned, pair)) or len(called) < 2 or left in called[0] or path in called[1]:
        return False
    beside, own = (parameters_in(list(inspect.signature(one).parameters.values())) for one in pair)
    take_the_same = path != left and len(own) > 1 and [name for name, _ in own] == [name for name, _ in beside]
    return take_the_same or len(by_likeness(asked, own)) == len(own)


def several_and_the_last(path: str, parts: Sequence[str], namespace: Mapping[str, Any]) -> list[str]:
    """The function that returns all results but the last, by name, and the only other one, which takes the same, for that.

    `route(logits, k)` beside `balance_loss(logits, k)`. Neither calls the other.
    """
    beside = {
        name: found for name in names_beside("", namespace) if isinstance(found := namespace[name], types.FunctionType)
    }
    if len(parts) < 3 or path not in beside or len(beside) != 2:
        return []
    numbers = {name: len(names_returned(one)) for name, one in beside.items()}
    several = [name for name, number in numbers.items() if number == len(parts) - 1]
    one = [name for name, number in numbers.items() if not number]
    own = [list(inspect.signature(function).parameters) for function in beside.values()]
    calls = [set(code.co_names) for function in beside.values() if (code := code_of(function)) is not None]
    are_apart = own[0] == own[1] and not any(called.intersection(beside) for called in calls)
    return [*several, *one] if len(several) == len(one) == 1 and are_apart else []


def only_one_that(names: Sequence[str], part: str, fits: Callable[[str, str], bool]) -> str:
    """The one name that fits the result; nothing where there is none, or another one."""
    found = [name for name in names if fits(name, part)]
    return found[0] if len(found) == 1 else ""


def names_beside(owner: str, namespace: Mapping[str, Any]) -> list[str]:
    """Of the functions of the file, or of the methods of a class of it, that are made to be called.

    A constructor's helpers are not: `clip_alpha` of a table beside `marginal_alpha`.
    """
    kind = namespace.get(owner)
    made = code_of(vars(kind).get("__init__", kind)) if isinstance(kind, type) else None
    helpers = set(made.co_names) if made is not None else set[str]()
    values: Mapping[str, Any] = vars(kind) if isinstance(kind, type) else {} if owner else namespace
    plain = {name: getattr(value, "__func__", value) for name, value in values.items()}
    return [
        name
        for name, value in plain.items()
        if isinstance(value, types.FunctionType)
        and value.__code__.co_filename == SOURCE_NAME
        and not name.startswith("_")
        and name not in helpers
    ]


def of_one_source(names: Sequence[str], own: str) -> list[str]:
    """The names without those that lead from something else than `own` does: `v_to_eps` stands beside `eps_to_x0`."""
    source = LEADS.match(own)
    others = [LEADS.match(name) for name in names]
    return [
        name
        for name, other in zip(names, others, strict=True)
        if source is None or other is None or same(other[1], source[1])
    ]


def is_named_so(name: str, part: str) -> bool:
    """Whether it is the result's own name, alone or with other words: `get_c_skip`, `x0_from_v`."""
    return any(same(run, part) for run in runs_in(name))


def is_the_gradient(name: str, part: str) -> bool:
    """Whether both are called gradients, of one thing: `grad_Q` of `dq`."""
    said = [(core(one), one.strip("_")) for one in (name, part)]
    return all(of != one for of, one in said) and same(said[0][0], said[1][0])


def is_spelled_out(name: str, part: str) -> bool:
    """Whether it has the words of the result, or those that its letters stand for: `generator_loss`, `g_logistic_loss`."""
    own, wanted = words(SOURCE.sub("", name)), words(part)
    letters = len(own) == len(wanted) and all(
        one == other or (len(other) == 1 and one.startswith(other)) for one, other in zip(own, wanted, strict=True)
    )
    return letters or (len(wanted) > 1 and set(wanted) <= set(own))


def is_spelled_out_around_more(name: str, part: str) -> bool:
    """Whether it begins as the result, and has its last word behind words of its own, or before them.

    `generator_nonsaturating_loss`, `generator_loss_nonsaturating`.
    """
    own, wanted = words(SOURCE.sub("", name)), words(part)
    if len(wanted) != 2 or len(own) < 3:
        return False
    return wanted[-1] in (own[1], own[-1]) and own[0].startswith(wanted[0])


def is_usual(name: str, part: str) -> bool:
    """Whether it is another usual name of the result: `predict_noise` of `eps`."""
    if not USUAL.get(part, frozenset()).isdisjoint(words(SOURCE.sub("", name))):
        return True
    return len(part) > 1 and any(related(run, part) for run in runs_in(name) if len(run) > 2)


def is_without_a_letter(name: str, part: str) -> bool:
    """Whether it is the result's name without the letter of its kind: `output_scaling` of `c_out`."""
    letter, *rest = words(part)
    own = words(SOURCE.sub("", name))
    return len(letter) == 1 and bool(rest) and all(any(word_alike(word, one) for one in own) for word in rest)


def is_where_it_leads(name: str, part: str) -> bool:
    """Whether it leads from something else to the result: `v_to_x0`."""
    return bool(RESULT.match(name)) and same(RESULT.sub("", name), part)


RULES = (
    is_where_it_leads,
    is_named_so,
    is_the_gradient,
    is_spelled_out,
    is_spelled_out_around_more,
    is_usual,
    is_without_a_letter,
)
"""How a name may speak of a result, the surest first."""


def runs_in(name: str) -> list[str]:
    """Words of a name that follow one another."""
    own = words(SOURCE.sub("", name))
    return ["_".join(own[i:j]) for i in range(len(own)) for j in range(i + 1, len(own) + 1)]
