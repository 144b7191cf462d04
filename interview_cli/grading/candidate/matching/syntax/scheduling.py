"""What the syntax of a class says of a scheduler, which counts steps itself and sets a rate at each. Standard library only."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, Parameters, by_likeness, likeness
from interview_cli.grading.candidate.matching.syntax.functions import RATE, SCHEDULER, called_of_itself, is_named
from interview_cli.grading.candidate.matching.syntax.walking import walk

STEPS, TOP = "step", "peak"
"""How the problems call the number of a step, and the rate from which a scheduler falls."""
OPTIMIZERS = ("optimizer", "optim", "opt")
OF_TORCH = frozenset({"LRScheduler", "_LRScheduler"})
"""Classes of torch whose constructor takes the step 0, and whose `step` asks `get_lr` for the rates."""
COUNTING = ("step", "step_and_update_lr", "update_lr")
"""Usual names of the method that goes on by one step."""
ASKED = (
    "get_lr", "get_last_lr", "get_current_lr", "get_rate", "current_lr", "rate", "lr", "lr_at", "compute_lr", "calculate_lr",
    "get_learning_rate", "_get_lr", "_rate", "_compute_lr",
)  # fmt: skip
"""Usual names of a method that says the rate, of now or of a step; torch's own schedulers ask for the first."""
NOT_GIVEN = ("last_epoch", "verbose", "last_step")
"""What schedulers are begun with again, and whether they print."""


@dataclass(frozen=True, slots=True)
class Scheduling:
    """How a scheduler is used: the method that goes on, its parameter that is an optimizer, and what else it is made with.

    `optimizer`: nothing without one. `takes_rate`: whether it takes the highest rate from the optimizer. `counts_first`: whether
    the first step is for the rate of step 1.
    """

    method: str
    optimizer: str
    settings: tuple[str, ...]
    takes_rate: bool
    counts_first: bool

    @property
    def parameters(self) -> tuple[str, ...]:
        """What it takes as a function of the step."""
        return (STEPS, *([RATE] if self.takes_rate else []), *self.settings)

    def is_asked(self, asked: Parameters, needed: Collection[str]) -> bool:
        """Whether the problem asks for a rate at a step, and the names say of all that must be given what it is.

        `needed`: what the class must be made with.
        """
        if not {STEPS, TOP} <= {name for name, _ in asked}:
            return False
        known = by_likeness(asked, [(name, None) for name in self.parameters])
        must = {name for name, default in asked if default is REQUIRED}
        return must <= known.keys() and {*needed} <= {*known.values(), self.optimizer}


def scheduling_in(
    bases: Collection[str], methods: Mapping[str, ast.FunctionDef], settings: Sequence[str]
) -> Scheduling | None:
    """How a class of these is used, if it is a scheduler: with a method that needs nothing and counts."""
    own = next((name for name in COUNTING if name in methods and needs_nothing(methods[name])), "")
    optimizer = next((name for name in settings if name in OPTIMIZERS), "")
    takes_rate = bool(optimizer) and not any(likeness(TOP, name) for name in settings)
    rest = tuple(name for name in settings if name not in (*OPTIMIZERS, *NOT_GIVEN))
    is_of_torch = SCHEDULER in bases or (ASKED[0] in methods and not OF_TORCH.isdisjoint(bases))
    if not own and optimizer and is_of_torch:
        return Scheduling("step", optimizer, rest, takes_rate, counts_first=True)
    counting = counting_in(own, methods)
    if counting is None or not (optimizer or says_the_rate(methods, own)):
        return None
    return Scheduling(own, optimizer, rest, takes_rate, counts_first(counting))


def counting_in(own: str, methods: Mapping[str, ast.FunctionDef]) -> ast.FunctionDef | None:
    """Of a method, and those that it calls of its object, the one that counts; None if none does."""
    called = [methods[name] for name in sorted(called_of_itself(methods[own])) if name in methods] if own else []
    return next((one for one in [*([methods[own]] if own else []), *called] if [*counts_in(one)]), None)


def needs_nothing(method: ast.FunctionDef) -> bool:
    """Whether it can be called with its object alone."""
    own = [*method.args.posonlyargs, *method.args.args]
    is_optional = len(own) - 1 <= len(method.args.defaults)
    return is_optional and all(default is not None for default in method.args.kw_defaults)


def counts_in(method: ast.FunctionDef) -> Iterator[ast.stmt]:
    """Where it does: `self.t += 1`, or `self.t = self.t + 1`, or what it was given instead."""
    for node in walk(method):
        match node:
            case ast.AugAssign(target=ast.Attribute(value=owner)) if is_named(owner, "self"):
                yield node
            case ast.Assign(targets=[ast.Attribute(value=owner, attr=name)], value=value) if is_named(owner, "self"):
                own = [part for part in walk(value) if isinstance(part, ast.Attribute) and part.attr == name]
                if own or isinstance(value, ast.Name):
                    yield node


def counts_first(method: ast.FunctionDef) -> bool:
    """Whether it counts before it asks its object for a rate, or sets one."""
    counted = min((node.lineno for node in counts_in(method)), default=0)
    asked = [node.lineno for node in walk(method) if isinstance(node, ast.Call) and is_of_itself(node.func)]
    asked += [node.lineno for node in walk(method) if isinstance(node, ast.Subscript) and is_a_rate_set(node)]
    return counted <= min(asked, default=counted)


def is_of_itself(called: ast.expr) -> bool:
    """`self.get_lr`."""
    return isinstance(called, ast.Attribute) and is_named(called.value, "self")


def is_a_rate_set(node: ast.Subscript) -> bool:
    """`group["lr"] = rate`."""
    return isinstance(node.ctx, ast.Store) and isinstance(node.slice, ast.Constant) and node.slice.value == RATE


def says_the_rate(methods: Mapping[str, ast.FunctionDef], counting: str) -> bool:
    """Whether its step returns something, or another method that needs nothing says the rate."""
    returned = [node.value for node in walk(methods[counting]) if isinstance(node, ast.Return)]
    return any(returned) or any(name in methods and needs_nothing(methods[name]) for name in ASKED)


def optimizer_set(node: ast.AST, parameters: Sequence[str]) -> str:
    """The parameter of a function that is an optimizer, whose rate it sets: `adjust_learning_rate(optimizer, step, args)`."""
    sets = any(isinstance(part, ast.Subscript) and is_a_rate_set(part) for part in walk(node))
    return next((name for name in parameters if sets and name in OPTIMIZERS), "")
