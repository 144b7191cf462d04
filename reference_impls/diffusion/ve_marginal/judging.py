"""How answers to `ve-marginal` are judged."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import torch

from reference_impls.diffusion.ve_marginal.reference import ve_marginal
from reference_impls.problem import Draw, Observation, Problem, Scenario, World


def marginal(
    world: World, draw: Draw, *, shape: tuple[int, ...], low: float, high: float, sigmas: Any
) -> Iterator[Observation]:
    """The three results. alpha may be a plain number: it is spread over the shape of t before the comparison."""
    args, named = (sigmas, {}) if isinstance(sigmas, tuple) else ((), sigmas)
    result = world.call("ve_marginal", draw.uniform(*shape, low=low, high=high), *args, **named)
    values = list(result) if isinstance(result, list | tuple) else [result]
    yield "the number of results", len(values)
    for name, value in zip(("alpha", "std", "g"), values, strict=False):
        plain = name == "alpha" and torch.as_tensor(value).numel() == 1
        yield name, torch.full(shape, float(value), dtype=torch.float64) if plain else value


def cases(draw: Draw) -> Iterator[Scenario]:
    def at(name: str, low: float, high: float, *shape: int, sigmas: Any = ()) -> Scenario:
        return Scenario(name, partial(marginal, shape=shape, low=low, high=high, sigmas=sigmas))

    yield at("one time", 0.3, 0.6, 1)
    yield at("a batch of times", 0.05, 0.95, 5)
    yield at("a number without axes", 0.2, 0.5)
    yield at("a column to be broadcast", 0.1, 0.9, 3, 1, 1)
    yield at("near the start", 0.001, 0.02, 4)
    yield at("the last time", 1.0, 1.0, 2)
    yield at("other levels", 0.1, 1.0, 2, 3, sigmas=(0.3, 8.0))
    yield at("close levels", 0.1, 1.0, 6, sigmas=(1.5, 3.0))
    yield at("a smaller maximum by name", 0.1, 1.0, 6, sigmas={"sigma_max": 2.0})
    yield at("another minimum by name", 0.1, 1.0, 6, sigmas={"sigma_min": 0.7})


PROBLEM = Problem(id="ve-marginal", entries=(ve_marginal,), cases=cases, grad=False)
