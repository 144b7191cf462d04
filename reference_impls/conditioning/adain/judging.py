"""How answers to `adain` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.conditioning.adain.reference import adain
from reference_impls.problem import TOLERANCES, Case, Draw, Problem, Tolerance

# Means of hundreds of spreads cost float32 two digits of the deviations from them.
WIDE = {**TOLERANCES, torch.float32: Tolerance(1e-3, 1e-4)}


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one sample, one channel", (draw.normal(1, 1, 2, 3), draw.normal(1, 1, 2, 2, mean=1.0)))
    content, style = draw.normal(2, 3, 4, 5, mean=1.5, scale=2.0), draw.normal(2, 3, 3, 2, mean=-1.0, scale=0.5)
    yield Case("a smaller style", (content, style))
    yield Case("a larger style", (draw.normal(2, 3, 2, 3, mean=0.7), draw.normal(2, 3, 5, 4, mean=2.0, scale=3.0)))
    yield Case("a visible eps", (content, style, 0.5))
    yield Case("eps by name", (content, style), {"eps": 0.05})
    yield Case("one row", (draw.normal(2, 2, 1, 6, mean=1.0), draw.normal(2, 2, 4, 1, mean=-2.0)))
    low = draw.normal(2, 3, 3, 4, mean=1.0, scale=5e-3)
    yield Case("content of low contrast", (low, draw.normal(2, 3, 2, 4)))
    yield Case("style of low contrast", (draw.normal(2, 3, 2, 4), draw.normal(2, 3, 4, 3, mean=0.5, scale=5e-3)))
    yield Case("a large mean", (draw.normal(2, 3, 4, 3, mean=500.0), draw.normal(2, 3, 3, 3)))
    yield Case("a style of large mean", (draw.normal(2, 3, 3, 2), draw.normal(2, 3, 3, 3, mean=-100.0)))
    yield Case("all sizes alike", (draw.normal(3, 3, 3, 3, mean=1.0), draw.normal(3, 3, 3, 3, mean=2.0)))
    flat = draw.floating(torch.full((2, 2, 2, 3), 1.25))
    yield Case("a flat style", (draw.normal(2, 2, 3, 2), flat))


PROBLEM = Problem(id="adain", entries=(adain,), cases=cases, tolerances=WIDE)
