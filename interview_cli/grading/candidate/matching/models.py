"""Functions that call a model for what a problem gives: `logits = model(ids).logits`, `eps = model(x, t)`. Imports no torch."""

from __future__ import annotations

import ast
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from interview_cli.grading.candidate.matching.likeness import likeness
from interview_cli.grading.candidate.matching.syntax import Function
from interview_cli.grading.candidate.matching.walking import walk

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
AFTER_THEIR_MODELS = ("student", "teacher")
"""Logits that problems call after the models that gave them."""
OF_MODULES = frozenset({"eval", "train", "parameters", "device", "training", "config"})
"""What is asked of a model beside its results."""


@dataclass(frozen=True, slots=True)
class Asks:
    """What a function asks a model for: under which name its result stands, in a tuple of how many, or plainly.

    `inputs`: the parameters that go to models alone, `contexts` those that `with` alone takes.
    """

    model: str
    attribute: str = ""
    parts: int = 0
    inputs: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()


def models_asked(node: Function | ast.Lambda) -> tuple[Asks, ...]:
    """The parameters that must be given, are called once, and have nothing else done to them, each with how."""
    if isinstance(node, ast.Lambda):
        return ()
    args = [*node.args.posonlyargs, *node.args.args]
    needed = [one.arg for one in args[: len(args) - len(node.args.defaults)]]
    above = {id(part): whole for whole in walk(node) for part in ast.iter_child_nodes(whole)}
    used: dict[str, list[ast.Name]] = {one.arg: [] for one in (*args, *node.args.kwonlyargs)}
    for part in walk(node):
        if isinstance(part, ast.Name) and part.id in used:
            used[part.id].append(part)
    calls = {name: call for name in needed if (call := called_once(used[name], above)) is not None}
    given = {id(part) for call in calls.values() for one in (*call.args, *call.keywords) for part in walk(one)}
    given |= made_for(given, node)
    inputs = tuple(name for name, uses in used.items() if uses and all(id(use) in given for use in uses))
    contexts = tuple(
        name for name in needed if used[name] and all(isinstance(above[id(use)], ast.withitem) for use in used[name])
    )
    return tuple(Asks(name, *result_of(call, node, above), inputs, contexts) for name, call in calls.items())


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


def called_once(uses: Sequence[ast.Name], above: Mapping[int, ast.AST]) -> ast.Call | None:
    """The one call of a name that is a function, of which nothing else but what modules have is asked."""
    calls = list[ast.Call]()
    for use in uses:
        match above[id(use)]:
            case ast.Call(func=func) as call if func is use:
                calls.append(call)
            case ast.Attribute(attr=attr) if attr in OF_MODULES:
                continue
            case _:
                return None
    return calls[0] if len(calls) == 1 else None


def result_of(call: ast.Call, node: Function, above: Mapping[int, ast.AST]) -> tuple[str, int]:
    """How what a model gives is taken: by a name, or from a tuple of so many; or as it is."""
    match above[id(call)]:
        case ast.Attribute(attr=attr):
            return (attr, 0) if attr.endswith(LOGITS) else ("", 0)
        case ast.Subscript(slice=ast.Constant(value=str(key))):
            return key, 0
        case ast.Subscript(slice=ast.Constant(value=int())):
            return "", 2
        case ast.Assign(targets=[ast.Tuple(elts=parts)]):
            return "", len(parts)
        case ast.Assign(targets=[ast.Name(id=kept)]):
            return next(filter(None, (key_of(part, kept) for part in walk(node))), ""), 0
    return "", 0


def key_of(node: ast.AST, kept: str) -> str:
    """The name under which logits are taken from what a model gave: `outputs.logits`, `outputs["logits"]`."""
    match node:
        case ast.Attribute(value=ast.Name(id=name), attr=attr) if name == kept and attr.endswith(LOGITS):
            return attr
        case ast.Subscript(value=ast.Name(id=name), slice=ast.Constant(value=str(key))) if name == kept:
            return key
    return ""


def results_given(
    asks: Sequence[Asks], must: Sequence[str], may: Sequence[str], asked: Sequence[str], required: int
) -> dict[str, str]:
    """For each model what the problem gives in the place of its result; nothing if that is not so of all of them.

    What is left takes the rest of what the problem must give: code that draws its own masks asks a model of its own. `must`,
    `may`: what must be given to the function, and what may be.
    """
    gone = {one.model for one in asks} | {name for one in asks for name in (*one.inputs, *one.contexts)}
    left = [name for name in must if name not in gone]
    left += [name for name in may if name not in gone and is_for_one_of(asked[:required], name, asked[required:])]
    free = [name for name in asked if not any(likeness(name, other) for other in left)]
    found = {one.model: next((name for name in free if stands_for(one.model, name)), "") for one in asks}
    are_marked = any(map(is_of_labels, left)) and any(name.endswith("mask") for name in asked)  # as -100
    are_enough = len(asks) + len(left) >= required - are_marked
    return found if are_enough and all(found.values()) and len(set(found.values())) == len(found) else {}


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
