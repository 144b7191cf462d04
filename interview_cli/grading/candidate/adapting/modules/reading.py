"""What a class says of itself: its parameters and their names, what it keeps, calls and learns. Imports torch only."""

from __future__ import annotations

import ast
import dis
import inspect
import re
import textwrap
from typing import Any

import torch

from interview_cli.grading.candidate.matching.names.kinds import SETTINGS, SIZES_SAY
from interview_cli.grading.candidate.matching.names.likeness import Parameters, parameters_in, same
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.syntax.classes import settings_called
from interview_cli.grading.candidate.matching.syntax.walking import walk

NO_SIZE = re.compile("(betas?|sigmas?|alphas?|gamma|eps|epsilon|lr|margin|temperature|tau|dropout)(_|$)")
"""Names of settings that are no lengths of anything."""
COUNTS = ("num_", "n_")
"""How the names of settings begin that say how many layers a module has."""
SHARED = "shared"
"""A word in the names of modules that are no choice: each sample goes to them."""


def held_by(kind: type[Any]) -> frozenset[str]:
    """What its own constructor keeps in the object, by name: a given `weight` goes there, not to an unlike `residual=None`.

    Of a class that extends a layer of torch, what this keeps, too.
    """
    layers = [one for one in kind.__mro__[1:] if one.__module__.startswith("torch.nn") and one is not torch.nn.Module]
    codes = [code_of(vars(one)["__init__"]) for one in (kind, *layers) if "__init__" in vars(one)]
    steps = [step for code in codes if code is not None for step in dis.get_instructions(code)]
    return frozenset(str(step.argval) for step in steps if step.opname == "STORE_ATTR")


def called_by(kind: type[Any]) -> frozenset[str]:
    """The parameters of a class's constructor that it keeps and its methods call: `self.attn = attn`, then `self.attn(x)`."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(kind)))
    except (OSError, TypeError, SyntaxError):
        return frozenset()
    nodes = list(walk(tree))
    kept = {
        node.targets[0].attr: node.value.id
        for node in nodes
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Name)
        and isinstance(node.targets[0], ast.Attribute)
    }
    called = {node.func.attr for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)}
    methods = [node for node in nodes if isinstance(node, ast.FunctionDef)]
    names = [name for name, _ in own_parameters(kind.__init__)]
    found = settings_called(names, methods, are_fields=False)
    return frozenset(own for name, own in kept.items() if name in called) | found


def learned_by(kind: type[Any]) -> list[str]:
    """The names of what its constructor makes parameters of: `nn.Parameter(weight)`."""
    made = []
    for node in nodes_of(code_of(vars(kind).get("__init__"))):
        match node:
            case ast.Call(
                func=ast.Name("Parameter") | ast.Attribute(attr="Parameter"), args=[ast.Name(name)], keywords=said
            ):
                is_frozen = any(isinstance(one.value, ast.Constant) and one.value.value is False for one in said)
                made += [] if is_frozen else [name]
    return list(dict.fromkeys(made))


def own_parameters(function: Any) -> Parameters:
    """Of a method, without `self`."""
    own = list(inspect.signature(function).parameters.values())[1:]
    return parameters_in([p for p in own if p.kind not in (p.VAR_POSITIONAL, p.VAR_KEYWORD)])


def is_size(name: str) -> bool:
    """Whether it is the length of an axis, by its name: the inputs' shapes show it."""
    return not SIZES_SAY.isdisjoint(name.lower().split("_")) and not NO_SIZE.match(name)


def says_what_it_is(name: str) -> bool:
    """Whether it is the length of an axis, or a usual setting, by its name."""
    return not SIZES_SAY.isdisjoint(name.lower().split("_")) or name in SETTINGS or name.startswith("drop")


def is_number_of(own: str, name: str) -> bool:
    """`num_experts`, `n_expert` and `num_local_experts` of `experts`; those that all samples share are others."""
    first, *words = own.lower().split("_")
    if first not in ("num", "n") or not words or SHARED in words:
        return False
    return same("_".join(words), name) or words[-1].removesuffix("s") == name.lower().removesuffix("s")
