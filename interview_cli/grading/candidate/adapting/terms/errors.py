"""Losses that take predictions and targets where a problem gives their squared errors: `loss(model_pred, ref_pred, target)`.

Each error is that of one pixel: a prediction that is its root above the target. Targets are not 0, or what adds them, or leaves
them out, would be right, and each side has its own. Imports torch.
"""

from __future__ import annotations

import inspect
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.restating import restated
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, parameters_in

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
SHARE = -0.75
"""What a target is of the root of the reference's error: the root comes back without rounding where both are of one size."""
PIXEL = (-1, 1, 1, 1)
"""An image of one channel and one pixel each."""


def take_predictions(sought: Sought) -> list[str]:
    """Let a function of predictions and targets take errors; what to say of it."""
    function = sought.function()
    if function is None or not set(ERRORS) <= {name for name, _ in sought.asked}:
        return []
    own = parameters_in(list(inspect.signature(function).parameters.values()))
    parts = {name: part for name, default in own if default is REQUIRED and (part := errors_of(name)) is not None}
    taken = {error for errors in parts.values() for error in errors}
    if taken != set(ERRORS) or () not in parts.values():
        return []
    errors = dict.fromkeys(ERRORS, inspect.Parameter.empty)
    sought.put(restated(function, parts, errors, lambda given: images_of(given, parts)))
    return [f"your {function.__name__} gets predictions whose squared errors are what the problem gives"]


def errors_of(name: str) -> tuple[str, ...] | None:
    """The errors of a prediction by its name, those of both sides where it says none; none of a target; else None."""
    words = set(name.lower().split("_"))
    if not words.isdisjoint(TARGETS) and words.isdisjoint(PREDICTIONS):
        return ()
    if words.isdisjoint(PREDICTIONS):
        return None
    of_model = ERRORS[:2] if words.isdisjoint(REFERENCE) else ERRORS[2:]
    return of_a_side(words, of_model)


def of_a_side(words: Collection[str], errors: Sequence[str]) -> tuple[str, ...]:
    """Those of the side that the words of a name say; of both where they say none."""
    said = [error for error, side in zip(errors, SIDES, strict=True) if not side.isdisjoint(words)]
    return (*said,) or (*errors,)


def images_of(errors: Mapping[str, Any], parts: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """What the function is given: both sides of one prediction stand behind each other, as `chunk(2)` parts them.

    A target that says no side is that of both in the same way, or the one target of both, where each has its own prediction.
    """
    references = ERRORS[2:]
    targets = {name: of_a_side(name.lower().split("_"), references) for name, of in parts.items() if not of}
    own = dict(zip(ERRORS, 2 * references, strict=True))
    if all(len(of) < 2 for of in parts.values()) and all(len(of) > 1 for of in targets.values()):
        targets, own = dict.fromkeys(targets, references[:1]), dict.fromkeys(ERRORS, references[0])
    levels = {name: SHARE * errors[of].detach().sqrt() for name, of in own.items()}
    images = {name: torch.cat([levels[one] for one in of]) for name, of in targets.items()}
    images |= {name: torch.cat([levels[one] + errors[one].sqrt() for one in of]) for name, of in parts.items() if of}
    return {name: image.reshape(PIXEL) for name, image in images.items()}
