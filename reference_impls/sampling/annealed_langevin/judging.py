"""How answers to `annealed-langevin` are judged."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import torch
from torch import Tensor

from reference_impls.problem import Draw, Law, Observation, Problem, Scenario, SpyCall, World, expect
from reference_impls.sampling.annealed_langevin.reference import annealed_langevin

ENTRY = "annealed_langevin"


def score(x: Tensor, sigma: Any) -> Tensor:
    """The score of a noisy density that isn't a Gaussian; the level may come for each sample."""
    s = torch.as_tensor(sigma, dtype=x.dtype).reshape(-1, *[1] * (x.ndim - 1))
    return (0.9 * (x.roll(1, -1) + 1).sin() - x) / (s**2 + 0.1)


def sampling(
    world: World, draw: Draw, *, shape: tuple[int, ...], sigmas: Sequence[float], steps: int, eps: float
) -> Iterator[Observation]:
    """The last x, and how often the network was asked."""
    s = world.spy(score)
    noise = draw.normal(len(sigmas), steps, *shape)
    yield "the last x", world.call(ENTRY, s, draw.normal(*shape), draw.floating(sigmas), steps, eps, noise)
    yield "the number of calls of score", len(s.calls)


def cases(draw: Draw) -> Iterator[Scenario]:
    def run(name: str, sigmas: Sequence[float], steps: int, eps: float, *shape: int) -> Scenario:
        return Scenario(name, partial(sampling, shape=shape, sigmas=sigmas, steps=steps, eps=eps))

    yield run("one level, one step", [0.8], 1, 0.3, 1, 2)
    yield run("two levels, one step each", [1.5, 0.6], 1, 0.2, 2, 3)
    yield run("three levels, two steps each", [2.0, 1.1, 0.5], 2, 0.1, 3, 4)
    yield run("one level, four steps", [0.7], 4, 0.15, 2, 5)
    yield run("images", [1.6, 0.9], 3, 0.12, 2, 3, 4, 5)
    yield run("levels that are no geometric sequence", [3.0, 2.5, 0.9, 0.4], 1, 0.05, 4, 3)
    yield run("levels below 1", [0.3, 0.2], 2, 0.04, 2, 3)
    yield run("large levels", [20.0, 7.0], 2, 4.0, 3, 2)
    yield run("as many levels as steps and samples", [1.4, 1.0, 0.7], 3, 0.1, 3, 3)
    yield run("levels that rise", [0.5, 0.8, 1.2], 2, 0.3, 2, 4)
    yield run("a tiny step", [1.5, 0.6], 2, 1e-4, 2, 3)
    yield run("a level that comes twice", [1.2, 1.2, 0.6], 2, 0.1, 2, 3)


def the_network_knows_the_level(world: World, draw: Draw) -> None:
    """Every call gets the present x and the level of its turn, even where the answer does not depend on it."""
    x, noise, sigmas = draw.normal(2, 3), draw.normal(2, 3, 2, 3), draw.floating([1.5, 0.5])
    s = world.spy(lambda x, sigma: torch.zeros_like(x))
    world.call(ENTRY, s, x, sigmas, 3, 0.2, noise)
    levels = [level_of(call) for call in s.calls]
    expect(levels == [1.5, 1.5, 1.5, 0.5, 0.5, 0.5], f"score gets the levels {levels}, in this order", "levels")


def level_of(call: SpyCall) -> float:
    """The level that a call of the network was given."""
    given = torch.as_tensor((*call.args, *call.kwargs.values())[1]).double()
    return round(float(given.reshape(-1)[0]), 6)


PROBLEM = Problem(
    id="annealed-langevin",
    entries=(annealed_langevin,),
    cases=cases,
    laws=(Law("score gets the level of its turn", the_network_knows_the_level),),
    grad=False,
)
