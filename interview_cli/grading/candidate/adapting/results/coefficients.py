"""Functions that return a mean, `alpha * x`, where a problem asks for the coefficient. Imports torch only.

`marginal_prob(x, t)` for `alpha, sigma` of `t`, as the repositories of score-based models have it. The sample is -2: with 1, the
mean would be alpha itself, and what is wrongly made of the mean, as `sqrt(1 - mean**2)`, would be right; with 2, so would what
is wrongly made of the sample, as its size or what clipping leaves of it.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.results.returning import names_returned
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.calls.beside import TIME
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, likeness

COEFFICIENT = "alpha"
"""How the problems call what a sample is multiplied by."""
SAMPLES = frozenset({"x", "x0", "x_0", "x_start", "x_init", "data", "samples"})
"""How code calls what it multiplies."""
SAMPLE = -2
OF_IMAGES = (1, 1, 1)
"""The axes of an image beside that of the samples."""


def take_samples(sought: Sought) -> list[str]:
    """Let an entry of a file that also needs a sample do without; what to say of it."""
    function = sought.function()
    is_asked = [name for name, default in sought.asked if default is REQUIRED] == [TIME] and sought.results[:1] == [
        COEFFICIENT
    ]
    if not is_asked or function is None:
        return []
    needed = [one.name for one in inspect.signature(function).parameters.values() if one.default is one.empty]
    samples = [name for name in needed if name in SAMPLES]
    times = [name for name in needed if likeness(TIME, name)]
    are_some = 1 < len(names_returned(function)) <= len(sought.results)  # what lacks the last one is told so
    if len(samples) != 1 or len(times) != 1 or not are_some:
        return []
    sought.put(of_a_sample(function, samples[0], times[0]))
    return [f"your {samples[0]} is {SAMPLE} here, so that {COEFFICIENT} is your mean divided by {SAMPLE}"]


def of_a_sample(function: Callable[..., Any], sample: str, time: str) -> Callable[..., Any]:
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
    ones = torch.ones_like(given.arguments[time])
    return divided(lambda value: function(*given.args, **{**given.kwargs, sample: value}), ones)


def of_images(function: Callable[..., Any], given: inspect.BoundArguments, sample: str, time: str) -> Any:
    """The results, where the function gives its coefficients the axes of images; None where it does not."""
    times = given.arguments[time]
    flat = {**given.arguments, time: times.flatten()}
    ones = times.new_ones((times.numel(), *OF_IMAGES))
    try:
        found = divided(lambda value: function(**{**flat, sample: value}), ones)
        return tuple(one.reshape(times.shape) for one in found) if found[0].shape == ones.shape else None
    except (IndexError, RuntimeError, TypeError):
        return None


def divided(function: Callable[[Any], Any], ones: torch.Tensor) -> Any:
    """The results for the sample, with the mean divided by it; as they are, where the first one is the same for all samples."""
    result = function(ones * SAMPLE)
    if not isinstance(result, list | tuple) or torch.equal(result[0], function(ones)[0]):
        return result
    return (result[0] / SAMPLE, *result[1:])
