"""How answers to `apply-gain-map` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Problem
from reference_impls.video.apply_gain_map.reference import apply_gain_map


def image(draw: Draw, *shape: int) -> Tensor:
    """Linear light in (0,1]."""
    return draw.uniform(*shape, low=0.02)


def stops(draw: Draw, *shape: int) -> Tensor:
    """Gains of both signs, none near 0."""
    size = draw.uniform(*shape, low=0.3, high=2.5).double()
    return draw.floating(torch.where(draw.booleans(*shape, p=0.3), -size, size))


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("two by three", (image(draw, 2, 3), stops(draw, 2, 3)))
    yield Case("half of the gain", (image(draw, 4, 3), stops(draw, 4, 3), 0.5))
    yield Case("three channels, three gains", (image(draw, 3, 4, 3), stops(draw, 3, 4, 3), 0.7))
    yield Case("three channels, one gain", (image(draw, 4, 2, 3), stops(draw, 4, 2, 1), 0.8))
    yield Case("no headroom", (image(draw, 3, 5), stops(draw, 3, 5), 0.0))
    yield Case("weight by name", (image(draw, 5, 2), stops(draw, 5, 2)), {"weight": 0.25})
    yield Case("brighter than 1", (draw.uniform(4, 4, high=30.0), stops(draw, 4, 4)))
    yield Case("a batch", (image(draw, 2, 1, 3, 4), stops(draw, 2, 1, 3, 4), 1.0))
    yield Case("a weight for each image", (image(draw, 3, 1, 2, 4), stops(draw, 3, 1, 2, 4), draw.uniform(3, 1, 1, 1)))
    black = draw.floating(image(draw, 3, 4).double() * draw.booleans(3, 4, p=0.5).double())
    yield Case("black pixels", (black, stops(draw, 3, 4), 0.9))
    yield Case("many stops", (draw.uniform(3, 3, low=0.01, high=0.05), draw.uniform(3, 3, low=5.0, high=9.0), 0.6))
    yield Case("one gain for all", (image(draw, 3, 4), stops(draw, 1), 0.4))
    yield Case("a gain for each column", (image(draw, 3, 4), stops(draw, 4), 0.6))
    yield Case("all by name", (), {"log2_gain": stops(draw, 4, 5), "weight": 0.3, "sdr": image(draw, 4, 5)})


PROBLEM = Problem(id="apply-gain-map", entries=(apply_gain_map,), cases=cases)
