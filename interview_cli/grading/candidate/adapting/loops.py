"""Samplers that go through levels of noise and ask a model, where a problem gives one step and what the model says.

`sample(model, x, sigmas)` for `step(x, x0, x0_prev, sigma, sigma_prev, sigma_next)`. What the sampler asks its model about shows
where each step has led: it starts so that it comes to the given sample, and goes on behind the step that is asked for, so that
this is not the last one. Imports torch.
"""

from __future__ import annotations

import functools
import inspect
import types
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.bytecode import called_in, code_of
from interview_cli.grading.candidate.matching.loops import (
    ASKED,
    BEFORE,
    CLEAN,
    LEVEL,
    LEVEL_BEFORE,
    LEVEL_NEXT,
    LEVELS,
    SAMPLE,
    is_sample,
)

FURTHER = (0.5, 0.0)
"""Levels behind the next one, as shares of it."""


class HasCome(Exception):
    """The sampler asks about the sample that was sought."""

    def __init__(self, sample: torch.Tensor) -> None:
        super().__init__()
        self.sample = sample


def take_steps(sought: Sought) -> list[str]:
    """Let a sampler that goes through all levels answer for one step; what to say of it."""
    function = sought.function()
    if function is None or {name for name, _ in sought.asked} != ASKED or len(sought.path) > 1:
        return []
    places = places_in(function)
    if len(places) != 3:
        return []
    sought.put(of_one_step(function, places, [name for name, _ in sought.asked]))
    model = next(own for own, what in places.items() if what == CLEAN)
    return [f"your loop is called for one step of it, and your {model} gives {CLEAN}"]


def places_in(function: types.FunctionType) -> dict[str, str]:
    """What a sampler must be given: the model that it calls, a sample, and all levels; nothing where it needs more."""
    own = inspect.signature(function).parameters.values()
    called = called_in(code_of(function))
    found = dict[str, str]()
    for one in own:
        if one.name in called and one.default is one.empty:
            found[one.name] = CLEAN
        elif one.name in LEVELS:
            found[one.name] = LEVEL
        elif one.default is one.empty and is_sample(one.name):
            found[one.name] = SAMPLE
        elif one.default is one.empty and one.kind not in (one.VAR_KEYWORD, one.VAR_POSITIONAL):
            return {}
    return found if sorted(found.values()) == sorted((CLEAN, LEVEL, SAMPLE)) else {}


def of_one_step(function: types.FunctionType, places: Mapping[str, str], asked: Sequence[str]) -> Callable[..., Any]:
    """One step of the sampler, with what a problem gives."""

    def gone(sample: torch.Tensor, said: Sequence[Any], levels: Sequence[float]) -> Any:
        """Where it stands after as many steps as the model says something, by what it asks then or else returns."""
        answers = iter(said)

        def model(now: torch.Tensor, *_: Any, **__: Any) -> Any:
            answer = next(answers, None)
            if answer is None:
                raise HasCome(now)
            return answer.clone()

        values = {CLEAN: model, SAMPLE: sample.clone(), LEVEL: torch.tensor(levels, dtype=torch.float64)}
        try:
            return function(**{own: values[what] for own, what in places.items()})
        except HasCome as come:
            return come.sample

    @functools.wraps(function)
    def call(*args: Any, **given: Any) -> Any:
        one = {**dict(zip(asked, args, strict=False)), **given}
        further = [one[LEVEL_NEXT] * share for share in FURTHER if one[LEVEL_NEXT] > 0]
        levels, said, sample = [one[LEVEL], one[LEVEL_NEXT], *further], [one[CLEAN]], one[SAMPLE].double()
        if one[BEFORE] is not None and one[LEVEL_BEFORE] is not None:
            levels, before = [one[LEVEL_BEFORE], *levels], one[BEFORE].double()
            shift = gone(torch.zeros_like(sample), [before], levels)
            factor = gone(torch.ones_like(sample), [before], levels) - shift
            sample, said = (sample - shift) / factor, [before, *said]
        result = gone(sample, [answer.double() for answer in said], levels)
        return result.to(one[SAMPLE].dtype) if isinstance(result, torch.Tensor) else result

    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    call.__signature__ = inspect.Signature([inspect.Parameter(name, kind) for name in asked])  # type: ignore[attr-defined]
    return call
