"""How answers to `rational-quadratic-spline` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Problem
from reference_impls.video.rational_quadratic_spline.reference import rational_quadratic_spline


def shares(draw: Draw, K: int) -> Tensor:
    """K positive numbers with sum 1, none below a third of the average."""
    raw = draw.uniform(K, low=0.5, high=1.5).double()
    return draw.floating(raw / raw.sum())


def spline(draw: Draw, K: int) -> tuple[Tensor, Tensor, Tensor]:
    """Widths, heights and slopes from 0.3 to 3."""
    return shares(draw, K), shares(draw, K), draw.floating(draw.uniform(K + 1, low=-1.2, high=1.1).double().exp())


def between_knots(draw: Draw, widths: Tensor, *shape: int) -> Tensor:
    """Points inside of [0,1], in every bin in turn, none close to a knot."""
    knots = torch.cat([torch.zeros(1, dtype=torch.float64), widths.double().cumsum(dim=0)])
    count = int(torch.Size(shape).numel())
    k = torch.tensor([i % len(widths) for i in range(count)])[draw.permutation(count)]
    place = draw.uniform(count, low=0.06, high=0.94).double()
    return draw.floating((knots[k] + place * widths.double()[k]).reshape(shape))


def outside(draw: Draw, n: int) -> Tensor:
    """Below 0 and above 1 in turn."""
    far = draw.uniform(n, low=0.05, high=2.5).double()
    return torch.where(torch.arange(n) % 2 == 0, -far, 1 + far)


def inputs(draw: Draw, K: int, *shape: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    widths, heights, derivatives = spline(draw, K)
    return between_knots(draw, widths, *shape), widths, heights, derivatives


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("two bins, three points", inputs(draw, 2, 3))
    yield Case("five bins, eleven points", inputs(draw, 5, 11))
    x, *curve = inputs(draw, 3, 8)
    mixed = torch.cat([x.double()[:4], outside(draw, 5)])[draw.permutation(9)]
    yield Case("inside and outside", (draw.floating(mixed), *curve))
    yield Case("one bin", inputs(draw, 1, 4))
    yield Case("a matrix of points", inputs(draw, 4, 3, 5))
    yield Case("as many points as bins", inputs(draw, 4, 4))
    widths, heights, _ = spline(draw, 4)
    steep = draw.floating(torch.tensor([0.02, 8.0, 0.05, 5.0, 12.0], dtype=torch.float64) * draw.real(0.9, 1.1))
    x = draw.floating(torch.cat([between_knots(draw, widths, 12).double(), outside(draw, 4)]))
    yield Case("flat and steep knots", (x, widths, heights, steep))
    uneven = draw.floating([0.02, 0.9, 0.08]), draw.floating([0.85, 0.05, 0.1])
    yield Case("uneven bins", (between_knots(draw, uneven[0], 9), *uneven, draw.uniform(4, low=0.4, high=2.0)))
    x, widths, heights, _ = inputs(draw, 4, 7)
    yield Case("slopes of one at the knots", (x, widths, heights, draw.floating(torch.ones(5))))
    one, slopes = draw.floating([1.0]), draw.floating([1.25, 1.25])
    # At -1 and 2 the denominator of this curve is 0: where only its value is thrown away, the gradient is NaN.
    yield Case("outside, at a pole of the curve", (draw.floating([2.0, 0.3, -1.0]), one, one, slopes))
    yield Case("one number", inputs(draw, 3))


PROBLEM = Problem(id="rational-quadratic-spline", entries=(rational_quadratic_spline,), cases=cases)
