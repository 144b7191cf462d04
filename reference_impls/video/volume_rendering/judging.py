"""How answers to `volume-rendering` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Problem
from reference_impls.video.volume_rendering.reference import volume_render

Rays = tuple[Tensor, Tensor, Tensor]


def edges(draw: Draw, R: int, S: int, start: float = 0.5) -> Tensor:
    """Increasing, in steps of 0.15 to 0.9, from a start of each ray's own."""
    first = draw.uniform(R, 1, low=start, high=start + 1).double()
    steps = draw.uniform(R, S, low=0.15, high=0.9).double()
    return draw.floating(torch.cat([first, first + steps.cumsum(dim=1)], dim=1))


def rays(draw: Draw, R: int, S: int, *, dense: float = 1.5) -> Rays:
    """Densities of up to `dense`."""
    return draw.uniform(R, S, low=0.05, high=dense), draw.uniform(R, S, 3), edges(draw, R, S)


def through_empty_space(draw: Draw) -> Rays:
    """The first ray meets nothing, the second something behind empty space, the third something before it."""
    sigma, rgb, t = rays(draw, 3, 6)
    full = torch.tensor([[0, 0, 0, 0, 0, 0], [0, 0, 0, 1, 1, 0], [1, 1, 0, 0, 0, 0]])
    return draw.floating(sigma.double() * full), rgb, t


def walls(draw: Draw) -> Rays:
    """Opaque intervals, in float64 too: σ times length is about 45 to 85 in the third and the fifth."""
    sigma, rgb, t = rays(draw, 4, 6)
    wall = torch.tensor([0, 0, 1, 0, 1, 0]) * draw.uniform(4, 6, low=45.0, high=85.0).double()
    return draw.floating(sigma.double() + wall / t.double().diff(dim=1)), rgb, t


def thin(draw: Draw) -> Rays:
    """Almost transparent: the weights are near σ times length."""
    sigma, rgb, t = rays(draw, 2, 5)
    return draw.floating(sigma.double() * 0.02), rgb, t


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one ray, two intervals", rays(draw, 1, 2))
    yield Case("four rays", rays(draw, 4, 5))
    yield Case("one interval", rays(draw, 3, 1))
    yield Case("through empty space", through_empty_space(draw), grad=False)
    yield Case("dense", rays(draw, 3, 7, dense=6.0))
    yield Case("three rays, three intervals", rays(draw, 3, 3))
    yield Case("walls", walls(draw))
    yield Case("thin", thin(draw))
    yield Case("one ray, many intervals", rays(draw, 1, 40))
    yield Case("edges that begin at 0", (draw.uniform(2, 4), draw.uniform(2, 4, 3), edges(draw, 2, 4, start=0.0)))


PROBLEM = Problem(id="volume-rendering", entries=(volume_render,), cases=cases)
