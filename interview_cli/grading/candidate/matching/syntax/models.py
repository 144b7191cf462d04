"""Functions that call a model for what a problem gives: `logits = model(ids).logits`, `eps = model(x, t)`. Imports no torch."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from interview_cli.grading.candidate.matching.names.kinds import FUNCTIONS
from interview_cli.grading.candidate.matching.names.likeness import likeness
from interview_cli.grading.candidate.matching.names.preferences import is_of_reference, sides_of
from interview_cli.grading.candidate.matching.syntax.functions import Function
from interview_cli.grading.candidate.matching.syntax.walking import walk

MODELS = frozenset({
    "model", "net", "network", "lm", "llm", "policy", "policy_model", "actor", "actor_model", "language_model", "gpt",
    "transformer", "backbone",
})  # fmt: skip
"""How code calls what gives logits."""
DENOISERS = frozenset({
    "model", "net", "network", "unet", "dit", "denoiser", "denoise_fn", "noise_predictor", "noise_pred_net", "eps_model",
    "noise_model", "eps_net", "noise_net", "eps_theta", "epsilon_theta", "eps_fn",
})  # fmt: skip
"""How it calls what predicts the noise in a noisy sample."""
LOGITS, NOISE = "logits", "eps"
OUTPUT = "sample"
"""Under which name what diffusers calls a network gives holds its tensor."""
AFTER_THEIR_MODELS = ("student", "teacher")
"""Logits that problems call after the models that gave them."""
OF_MODULES = frozenset({"eval", "train", "parameters", "device", "training", "config"})
"""What is asked of a model beside its results."""


class Called(NamedTuple):
    """One call of a model: under which name its result stands, in a tuple of how many, or plainly; what its variable is called,
    and all names and texts in what the model is called with."""

    attribute: str = ""
    parts: int = 0
    kept: str = ""
    given: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asks:
    """What a function asks a model for, by one call or more.

    `inputs`: the parameters that go to models alone, `contexts` those that `with` alone takes.
    """

    model: str
    calls: tuple[Called, ...]
    inputs: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()


def models_asked(node: Function | ast.Lambda) -> tuple[Asks, ...]:
    """The parameters that must be given, are called, and have nothing else done to them, each with how."""
    if isinstance(node, ast.Lambda):
        return ()
    args = [*node.args.posonlyargs, *node.args.args]
    needed = [one.arg for one in args[: len(args) - len(node.args.defaults)]]
    above = {id(part): whole for whole in walk(node) for part in ast.iter_child_nodes(whole)}
    used: dict[str, list[ast.Name]] = {one.arg: [] for one in (*args, *node.args.kwonlyargs)}
    for part in walk(node):
        if isinstance(part, ast.Name) and part.id in used:
            used[part.id].append(part)
    calls = {name: found for name in needed if (found := calls_of(used[name], above))}
    all_calls = [call for found in calls.values() for call in found]
    given = {id(part) for call in all_calls for one in (*call.args, *call.keywords) for part in walk(one)}
    given |= made_for(given, node)
    inputs = tuple(name for name, uses in used.items() if uses and all(id(use) in given for use in uses))
    contexts = tuple(
        name for name in needed if used[name] and all(isinstance(above[id(use)], ast.withitem) for use in used[name])
    )
    asks = {name: tuple(called_by(call, node, above) for call in found) for name, found in calls.items()}
    return tuple(Asks(name, found, inputs, contexts) for name, found in asks.items())


def called_by(call: ast.Call, node: Function, above: Mapping[int, ast.AST]) -> Called:
    """What there is to say of one call of a model."""
    return Called(*result_of(call, node, above), kept_as(call, above), tuple(names_in(call)))


def names_in(call: ast.Call) -> Iterator[str]:
    """All names and texts in what is given to a call."""
    for part in (part for one in (*call.args, *call.keywords) for part in walk(one)):
        match part:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.Constant(value=str(name)):
                yield name


def kept_as(call: ast.Call, above: Mapping[int, ast.AST]) -> str:
    """The variable of which all is the result of a call, or a part of that: `scores = model(ids)[0].squeeze(-1)`."""
    whole: ast.AST = call
    while isinstance(whole, ast.Call | ast.Attribute | ast.Subscript):
        whole, part = above[id(whole)], whole
        if isinstance(whole, ast.Call) and whole.func is not part:
            return ""
    match whole:
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name
    return ""


def made_for(given: Collection[int], node: Function) -> set[int]:
    """What a variable is made of that goes to models alone: `steps = torch.full((len(x),), t)`."""
    uses, values = dict[str, list[bool]](), dict[str, list[ast.expr]]()
    for part in walk(node):
        match part:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                values.setdefault(name, []).append(value)
            case ast.Name(id=name, ctx=ast.Load()):
                uses.setdefault(name, []).append(id(part) in given)
    only = [value for name, found in values.items() if name in uses and all(uses[name]) for value in found]
    return {id(part) for value in only for part in walk(value)}


def calls_of(uses: Sequence[ast.Name], above: Mapping[int, ast.AST]) -> list[ast.Call]:
    """The calls of a name that is a function, of which nothing else but what modules have is asked; several stand in a row."""
    calls = list[ast.Call]()
    for use in uses:
        match above[id(use)]:
            case ast.Call(func=func) as call if func is use:
                calls.append(call)
            case ast.Attribute(attr=attr) if attr in OF_MODULES:
                continue
            case _:
                return []
    calls.sort(key=lambda call: (call.lineno, call.col_offset))
    return calls if len(calls) == 1 or all(runs_once(call, above) for call in calls) else []


def runs_once(call: ast.Call, above: Mapping[int, ast.AST]) -> bool:
    """Whether it stands in no branch, loop or function within the one that it is of, and in no other call of the same."""
    outer: ast.AST | None = call
    while (outer := above.get(id(outer))) is not None and id(outer) in above:
        if not isinstance(outer, ast.expr | ast.keyword | ast.Assign | ast.Return | ast.With):
            return False
        if isinstance(
            outer, ast.IfExp | ast.BoolOp | ast.Lambda | ast.ListComp | ast.GeneratorExp | ast.SetComp | ast.DictComp
        ):
            return False
        if isinstance(outer, ast.Call) and ast.unparse(outer.func) == ast.unparse(call.func):
            return False
    return True


def result_of(call: ast.Call, node: Function, above: Mapping[int, ast.AST]) -> tuple[str, int]:
    """How what a model gives is taken: by a name, or from a tuple of so many; or as it is."""
    match above[id(call)]:
        case ast.Attribute(attr=attr):
            return (attr, 0) if is_of_an_output(attr) else ("", 0)
        case ast.Subscript(slice=ast.Constant(value=str(key))):
            return key, 0
        case ast.Subscript(slice=ast.Constant(value=int())):
            return "", 2
        case ast.Assign(targets=[ast.Tuple(elts=parts)]):
            return "", len(parts)
        case ast.Assign(targets=[ast.Name(id=kept)]):
            return next(filter(None, (key_of(part, kept) for part in walk(node))), ""), 0
    return "", 0


def is_of_an_output(attribute: str) -> bool:
    """Whether a model's results stand under this name."""
    return attribute.endswith(LOGITS) or attribute == OUTPUT


def key_of(node: ast.AST, kept: str) -> str:
    """The name under which logits are taken from what a model gave: `outputs.logits`, `outputs["logits"]`."""
    match node:
        case ast.Attribute(value=ast.Name(id=name), attr=attr) if name == kept and is_of_an_output(attr):
            return attr
        case ast.Subscript(value=ast.Name(id=name), slice=ast.Constant(value=str(key))) if name == kept:
            return key
    return ""


def results_given(
    asks: Sequence[Asks], must: Sequence[str], may: Sequence[str], asked: Sequence[str], required: int
) -> dict[str, tuple[str, ...]]:
    """For each model what the problem gives in the place of its results; nothing if that is not so of all of them.

    What is left takes the rest of what the problem must give: code that draws its own masks asks a model of its own. `must`,
    `may`: what must be given to the function, and what may be.
    """
    gone = {one.model for one in asks} | {name for one in asks for name in (*one.inputs, *one.contexts)}
    left = [name for name in must if name not in gone]
    left += [name for name in may if name not in gone and is_for_one_of(asked[:required], name, asked[required:])]
    free = [name for name in asked if not any(likeness(name, other) for other in left)]
    found = {one.model: results_of(one, free, asked[:required]) for one in asks}
    results = [name for names in found.values() for name in names]
    are_marked = any(map(is_of_labels, left)) and any(name.endswith("mask") for name in asked)  # as -100
    are_enough = len(results) + len(left) >= required - are_marked
    return found if are_enough and all(found.values()) and len({*results}) == len(results) else {}


def results_of(asks: Asks, free: Sequence[str], needed: Sequence[str]) -> tuple[str, ...]:
    """What the problem gives in the place of what one model gives, call by call; nothing where no names say so."""
    if len(asks.calls) == 1:
        return tuple(name for name in free if stands_for(asks.model, name))[:1]
    sides = [name for name in free if name in needed]
    found = tuple(side_of(asks.model, call, sides) for call in asks.calls)
    differ = len({call.given for call in asks.calls}) == len(found)  # of the same inputs there is one result
    is_told = all(found) and differ and not FUNCTIONS.intersection(needed)
    return found if is_told else ()


def side_of(model: str, call: Called, sides: Sequence[str]) -> str:
    """Which one the result of a call is: what the model is called with says so, then the model's name, then the variable's.

    A variable called `ref_chosen` of `ref_model(rejected_ids)` is the reference's value of the other answer.
    """
    said = [like(name, sides) for name in call.given]
    found = set[str]().union(*([some for some in said if len(some) == 1] or said)) or {*sides}
    for some in (like(model, sides) or of_policy_or_reference(model, sides), like(call.kept, sides)):
        found = found & some or found
    return next(iter(found)) if len(found) == 1 else ""


def like(name: str, sides: Sequence[str]) -> set[str]:
    """The values that a name speaks of: `r_chosen` of `chosen_ids`; or whose answer it does: `pol_w` and `ref_w`."""
    answer = sides_of(name)
    of_answer = {side for side in sides if answer is not None and (sides_of(side) or answer)[1] == answer[1]}
    return {side for side in sides if likeness(side, name)} or of_answer


def of_policy_or_reference(model: str, sides: Sequence[str]) -> set[str]:
    """The values of the policy, or of the reference where the model's name says that it is one, if they are told apart."""
    return {side for side in sides if (told := sides_of(side)) is not None and told[0] == is_of_reference(model)}


def is_for_one_of(needed: Sequence[str], name: str, rest: Sequence[str]) -> bool:
    """Whether a parameter is like what must be given, and more so than like the rest: `noise` is `z` rather than `eps`."""
    best, other = (max((likeness(one, name) for one in some), default=0) for some in (needed, rest))
    return best > other


def is_of_labels(name: str) -> bool:
    """Whether it is of labels, which may say for themselves which of them count."""
    return bool(likeness("labels", name))


def stands_for(model: str, given: str) -> bool:
    """Whether what is given is the result of a model of this name: `logits` of any, `eps` of a denoiser, `teacher` of its own."""
    plain = model.lower().removesuffix("_model").removesuffix("_net")
    if given in (LOGITS, NOISE):
        return model.lower() in (MODELS if given == LOGITS else DENOISERS)
    return plain == given in AFTER_THEIR_MODELS
