"""Functions that return a mean, `alpha * x`, where a problem asks for the coefficient: their sample is 1. Imports torch only.

`marginal_prob(x, t)` for `alpha, sigma` of `t`, as the repositories of score-based models have it.
"""

from __future__ import annotations

import functools
import inspect
import types
from collections.abc import Callable, Sequence
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.returning import names_returned
from interview_cli.grading.candidate.matching.beside import TIME
from interview_cli.grading.candidate.matching.likeness import REQUIRED, Parameters, likeness

COEFFICIENT = "alpha"
"""How the problems call what a sample is multiplied by."""
SAMPLES = frozenset({"x", "x0", "x_0", "x_start", "x_init", "data", "samples"})
"""How code calls what it multiplies."""
OF_IMAGES = (1, 1, 1)
"""The axes of an image beside that of the samples."""


def take_ones(namespace: dict[str, Any], path: Sequence[str], asked: Parameters, results: Sequence[str]) -> list[str]:
    """Let an entry of a file that also needs a sample do without; what to say of it."""
    owner = namespace.get(path[0])
    function: Any = vars(owner).get(path[1]) if isinstance(owner, type) and len(path) == 2 else owner
    is_asked = [name for name, default in asked if default is REQUIRED] == [TIME] and results[:1] == [COEFFICIENT]
    if not is_asked or not isinstance(function, types.FunctionType):
        return []
    needed = [one.name for one in inspect.signature(function).parameters.values() if one.default is one.empty]
    samples = [name for name in needed if name in SAMPLES]
    times = [name for name in needed if likeness(TIME, name)]
    if len(samples) != 1 or len(times) != 1 or len(names_returned(function)) != len(results):
        return []
    taking = of_ones(function, samples[0], times[0])
    if isinstance(owner, type):
        setattr(owner, path[1], taking)
    else:
        namespace[path[0]] = taking
    return [f"your {samples[0]} is 1 here, so that your mean is {COEFFICIENT}"]


def of_ones(function: Callable[..., Any], sample: str, time: str) -> Callable[..., Any]:
    """The function of a time alone; called as before by the file itself."""
    own = inspect.signature(function)

    @functools.wraps(function)
    def call(*args: Any, **given: Any) -> Any:
        if sample in given or len(args) == len(own.parameters):
            return function(*args, **given)
        bound = own.bind_partial(*args, **given)
        value = bound.arguments[time]
        if not isinstance(value, torch.Tensor):
            return function(*args, **given)
        return of_images(function, bound, sample, time) or of_numbers(function, bound, sample, time)

    shown = [one.replace(kind=one.KEYWORD_ONLY) for name, one in own.parameters.items() if name not in ("self", sample)]
    first = [one for name, one in own.parameters.items() if name == "self"]
    call.__signature__ = inspect.Signature([*first, *shown])  # type: ignore[attr-defined]
    return call


def of_numbers(function: Callable[..., Any], given: inspect.BoundArguments, sample: str, time: str) -> Any:
    """The results, where the sample is one number for each time."""
    return function(*given.args, **{**given.kwargs, sample: torch.ones_like(given.arguments[time])})


def of_images(function: Callable[..., Any], given: inspect.BoundArguments, sample: str, time: str) -> Any:
    """The results, where the function gives its coefficients the axes of images; None where it does not."""
    times = given.arguments[time]
    flat = {**given.arguments, time: times.flatten(), sample: times.new_ones((times.numel(), *OF_IMAGES))}
    try:
        found = function(**flat)
        mean = found[0]
        return tuple(one.reshape(times.shape) for one in found) if mean.shape == flat[sample].shape else None
    except (IndexError, RuntimeError, TypeError):
        return None
