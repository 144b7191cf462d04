"""How answers to `ddpm-posterior` are judged."""

from collections.abc import Iterator
from functools import partial

import torch
from torch import Tensor

from reference_impls.diffusion.ddpm_posterior.reference import posterior
from reference_impls.problem import TOLERANCES, Draw, Observation, Problem, Scenario, Tolerance, World

# 1 - ᾱ of small betas costs float32 three digits.
ROUNDED = {**TOLERANCES, torch.float32: Tolerance(2e-3, 1e-4)}


def schedule(draw: Draw, steps: int, low: float, high: float) -> Tensor:
    """Rising betas that are no straight line."""
    line = torch.linspace(low, high, steps, dtype=torch.float64)
    return draw.floating(line * draw.uniform(steps, low=0.8, high=1.2).double())


def step(
    world: World, draw: Draw, *, shape: tuple[int, ...], t: int, steps: int, low: float = 0.02, high: float = 0.5
) -> Iterator[Observation]:
    """Mean and variance; the variance may be a number or a tensor without axes."""
    result = world.call("posterior", draw.normal(*shape), draw.normal(*shape), t, schedule(draw, steps, low, high))
    values = list(result) if isinstance(result, list | tuple) else [result]
    yield "the number of results", len(values)
    for name, value in zip(("mean", "variance"), values, strict=False):
        yield f"the {name}", torch.as_tensor(value).detach()


def cases(draw: Draw) -> Iterator[Scenario]:
    def run(name: str, shape: tuple[int, ...], t: int, steps: int, low: float = 0.02, high: float = 0.5) -> Scenario:
        return Scenario(name, partial(step, shape=shape, t=t, steps=steps, low=low, high=high))

    yield run("two values, step 1 of 3", (2,), 1, 3)
    yield run("a batch, step 3 of 5", (2, 3), 3, 5)
    yield run("step 0", (2, 3), 0, 4)
    yield run("the last step", (3, 2), 5, 6)
    yield run("a single step", (2, 2), 0, 1)
    yield run("images", (2, 3, 4, 5), 2, 7)
    yield run("small betas", (2, 4), 9, 30, 1e-3, 2e-2)
    yield run("large betas", (2, 4), 2, 4, 0.6, 0.8)
    yield run("as many samples as steps", (4, 4), 2, 4)
    yield run("a late step of many", (2, 3), 57, 60, 1e-3, 0.1)


PROBLEM = Problem(
    id="ddpm-posterior",
    entries=(posterior,),
    cases=cases,
    tolerances=ROUNDED,
    grad=False,
)
