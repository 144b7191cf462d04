"""How answers to `iwae-bound` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.latents.iwae_bound.reference import iwae_bound
from reference_impls.problem import Case, Draw, Problem


def weights(draw: Draw, K: int, B: int, spread: float = 1.0) -> Tensor:
    """Log-weights around -3, a level of its own for each data point."""
    level = draw.normal(B, mean=-3.0, scale=1.5).double()
    return draw.floating(level + spread * draw.normal(K, B).double())


def huge(draw: Draw, K: int, sign: float) -> Tensor:
    """Near 1e4 or -1e4, at other levels for each data point; several samples count, in steps of 1/8 that float32 holds."""
    level = sign * torch.tensor([1e4, 9.5e3, 8e3, 1.05e4], dtype=torch.float64)
    return draw.floating(level + draw.integers(-16, 17, K, 4).double() / 8)


def one_that_counts(draw: Draw, K: int) -> Tensor:
    """Near -1e4, 0 and 1e4; one sample of each data point is 50 or more above the others."""
    level = torch.tensor([-1e4, 0.0, 1e4, -9e3, 9e3], dtype=torch.float64)
    values = level - 50 - draw.integers(0, 400, K, 5).double() / 4
    best = draw.integers(0, K, 5)
    values[best, torch.arange(5)] = level
    return draw.floating(values)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("two samples of one data point", (weights(draw, 2, 1),))
    yield Case("three samples, four data points", (weights(draw, 3, 4),))
    yield Case("six samples, two data points", (weights(draw, 6, 2, spread=2.0),))
    yield Case("as many samples as data points", (weights(draw, 3, 3),))
    yield Case("one sample: the ELBO", (weights(draw, 1, 5),))
    yield Case("near 1e4", (huge(draw, 3, 1.0),), grad=False)
    yield Case("near -1e4", (huge(draw, 4, -1.0),), grad=False)
    yield Case("near -1e4 and 1e4, one sample counts", (one_that_counts(draw, 3),))
    yield Case("fifty samples", (weights(draw, 50, 3, spread=3.0),))
    equal = draw.floating(draw.normal(1, 4).double().expand(5, 4))
    yield Case("all samples alike", (equal,))


PROBLEM = Problem(id="iwae-bound", entries=(iwae_bound,), cases=cases)
