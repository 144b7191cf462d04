"""How answers to `lpips-distance` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Problem
from reference_impls.quality.lpips_distance.reference import lpips_distance

Features = tuple[list[Tensor], list[Tensor], list[Tensor]]
Shape = tuple[int, int, int]


def features(draw: Draw, B: int, *shapes: Shape) -> Features:
    """Per layer (C,H,W): places of different strength, and weights of which some are small."""
    x: list[Tensor] = []
    y: list[Tensor] = []
    w = []
    for C, H, W in shapes:
        for side in (x, y):
            strength = draw.uniform(B, 1, H, W, low=0.2, high=4.0).double()
            side.append(draw.floating(strength * (0.3 + draw.normal(B, C, H, W).double())))
        w.append(draw.uniform(C, low=0.05, high=2.0))
    return x, y, w


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one layer, one place", features(draw, 1, (3, 1, 1)))
    yield Case("one layer", features(draw, 2, (3, 2, 4)))
    yield Case("three layers, smaller and deeper", features(draw, 3, (2, 4, 6), (5, 2, 3), (6, 1, 1)))
    yield Case("two layers, one image", features(draw, 1, (4, 3, 2), (3, 2, 5)))
    yield Case("all axes alike", features(draw, 4, (4, 4, 4), (4, 4, 4)))
    x, y, w = features(draw, 2, (3, 2, 3), (4, 3, 2))
    ignored = [draw.floating(each.double() * (torch.arange(len(each)) % 2)) for each in w]
    yield Case("channels of weight 0", (x, y, ignored))
    x, _, w = features(draw, 2, (4, 2, 3), (3, 1, 2))
    close = [draw.floating(each.double() * (1 + 0.2 * draw.normal(*each.shape).double())) for each in x]
    yield Case("features that are close", (x, close, w))
    x, y, w = features(draw, 2, (3, 2, 2), (4, 2, 3))
    scaled = [draw.floating(each.double() * 50) for each in y]
    yield Case("one side much stronger", (x, scaled, w))
    x, y, w = features(draw, 2, (4, 3, 2), (3, 2, 2))
    x[0], y[1] = draw.floating(x[0].double() * 1e-10), draw.floating(y[1].double() * 1e-10)
    yield Case("features near 1e-10", (x, y, w), grad=False)
    x, y, w = features(draw, 2, (4, 2, 3), (3, 3, 2))
    x[0], y[1] = draw.floating(x[0].double() * 1e-5), draw.floating(y[1].double() * 1e-5)
    yield Case("features near 1e-5", (x, y, w))
    x, y, w = features(draw, 2, (3, 2, 3), (5, 2, 2))
    x[0][:, :, 0] = 0
    y[1][:, :, 1, 1] = 0
    yield Case("places without any activation", (x, y, w), grad=False)
    x, y, w = features(draw, 3, (3, 3, 2), (2, 2, 4))
    yield Case("the same direction", (x, [draw.floating(2 * each.double()) for each in x], w), grad=False)
    x, y, w = features(draw, 2, (1, 2, 3), (3, 3, 1))
    yield Case("a layer of one channel", (x[1:], y[1:], w[1:]))
    many = features(draw, 2, (3, 3, 4), (4, 3, 3), (5, 2, 3), (2, 2, 2), (6, 1, 2))
    yield Case("five layers by name", (), dict(zip(("feats_x", "feats_y", "weights"), many, strict=True)))


PROBLEM = Problem(id="lpips-distance", entries=(lpips_distance,), cases=cases)
