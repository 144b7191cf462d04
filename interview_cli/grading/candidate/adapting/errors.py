"""Losses that take predictions and targets where a problem gives their squared errors: `loss(model_pred, ref_pred, target)`.

Each error is that of one pixel: a prediction of its root, for a target of 0. Imports torch.
"""

from __future__ import annotations

import functools
import inspect
import types
from collections.abc import Mapping, Sequence
from typing import Any

import torch

from interview_cli.grading.candidate.matching.likeness import REQUIRED, Parameters, parameters_in

ERRORS = ("err_w", "err_l", "ref_err_w", "ref_err_l")
"""What problems call the errors of what was preferred, and of what was not, under the trained model and the reference."""
TARGETS = frozenset({"target", "targets", "noise"})
"""Words in the names of what is predicted."""
PREDICTIONS = frozenset({"pred", "preds", "prediction", "predictions", "output", "outputs", "eps", "out"})
"""Words in the names of predictions."""
REFERENCE = frozenset({"ref", "reference", "base", "frozen"})
SIDES = (
    frozenset({"w", "win", "winner", "chosen", "preferred", "pos"}),
    frozenset({"l", "lose", "loser", "rejected", "dispreferred", "neg"}),
)
PIXEL = (-1, 1, 1, 1)
"""An image of one channel and one pixel each."""


def take_predictions(namespace: dict[str, Any], path: Sequence[str], asked: Parameters) -> list[str]:
    """Let a function of predictions and targets take errors; what to say of it."""
    function = namespace.get(path[0])
    if len(path) > 1 or not isinstance(function, types.FunctionType) or not set(ERRORS) <= {name for name, _ in asked}:
        return []
    own = parameters_in(list(inspect.signature(function).parameters.values()))
    parts = {name: part for name, default in own if default is REQUIRED and (part := errors_of(name)) is not None}
    taken = {error for errors in parts.values() for error in errors}
    if taken != set(ERRORS) or () not in parts.values():
        return []
    namespace[path[0]] = with_errors(function, parts)
    return [f"your {function.__name__} gets predictions whose squared errors are what the problem gives"]


def errors_of(name: str) -> tuple[str, ...] | None:
    """The errors of a prediction by its name, those of both sides where it says none; none of a target; else None."""
    words = set(name.lower().split("_"))
    if not words.isdisjoint(TARGETS) and words.isdisjoint(PREDICTIONS):
        return ()
    if words.isdisjoint(PREDICTIONS):
        return None
    of_model = ERRORS[:2] if words.isdisjoint(REFERENCE) else ERRORS[2:]
    sides = [error for error, side in zip(of_model, SIDES, strict=True) if not words.isdisjoint(side)]
    return tuple(sides) or of_model


def with_errors(function: types.FunctionType, parts: Mapping[str, Sequence[str]]) -> Any:
    """The function, which is given errors; both sides of one prediction stand behind each other, as `chunk(2)` parts them."""
    own = inspect.signature(function)
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    rest = [one for name, one in own.parameters.items() if name not in parts]
    signature = inspect.Signature([*(inspect.Parameter(name, kind) for name in ERRORS), *rest])
    is_of_both = any(len(errors) > 1 for errors in parts.values())

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        given = signature.bind(*args, **kwargs).arguments
        errors = {name: given.pop(name) for name in ERRORS}
        target = torch.cat([errors[one] for one in ERRORS[: 1 + is_of_both]]).detach() * 0
        images = {name: torch.cat([errors[one] for one in of]).sqrt() if of else target for name, of in parts.items()}
        return function(**{name: image.reshape(PIXEL) for name, image in images.items()}, **given)

    call.__signature__ = signature  # type: ignore[attr-defined]
    return call
