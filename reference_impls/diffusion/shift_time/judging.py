"""How answers to `shift-time` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.diffusion.shift_time.reference import shift_time
from reference_impls.problem import Case, Draw, Problem


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one level", (draw.uniform(1, low=0.2, high=0.8), 3.0))
    yield Case("levels of a batch", (draw.uniform(6, low=0.05, high=0.95), 2.5))
    yield Case("a shift below 1", (draw.uniform(5, low=0.05, high=0.95), 0.4))
    yield Case("no shift", (draw.uniform(4, low=0.05, high=0.95), 1.0))
    yield Case("a schedule from noise to data", (draw.floating(torch.linspace(1, 0, 11, dtype=torch.float64)), 3.0))
    yield Case("clean data and pure noise", (draw.floating([0.0, 1.0]), 4.0))
    yield Case("clean data and pure noise, shift below 1", (draw.floating([1.0, 0.0]), 0.3))
    yield Case("a 0-d level", (draw.floating(draw.real(0.1, 0.9)), 1.7))
    yield Case("levels of sequences", (draw.uniform(2, 3, 4), 6.0))
    yield Case("a large shift", (draw.uniform(5), 50.0))
    yield Case("a whole number", (draw.uniform(3, 2, low=0.1), 5))
    yield Case("by name", (), {"shift": 1.15, "t": draw.uniform(4, low=0.1, high=0.9)})


PROBLEM = Problem(id="shift-time", entries=(shift_time,), cases=cases, grad=False)
