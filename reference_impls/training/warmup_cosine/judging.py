"""How answers to `warmup-cosine` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.problem import Case, Draw, Problem
from reference_impls.training.warmup_cosine.reference import warmup_cosine


def cases(draw: Draw) -> Iterator[Case]:
    """Rates near one, so that no wrong one is within the tolerance; one schedule of the usual size at the end."""
    yield Case("step 0", (0, 4, 20, 0.8), {"floor": 0.1})
    yield Case("in the warm-up", (3, 8, 50, draw.real(0.5, 1.0)), {"floor": 0.1})
    yield Case("in the warm-up without a floor", (5, 6, 30, draw.real(0.5, 1.0)))
    yield Case("the step before the peak", (9, 10, 25, draw.real(0.5, 1.0), 0.2))
    yield Case("the end of the warm-up", (10, 10, 45, draw.real(0.5, 1.0), 0.2))
    yield Case("the step after the peak", (4, 3, 11, draw.real(0.5, 1.0), 0.2))
    yield Case("early in the cosine", (draw.integer(12, 20), 7, 60, draw.real(0.5, 1.0), 0.15))
    yield Case("early in the cosine without a floor", (draw.integer(12, 20), 8, 60, draw.real(0.5, 1.0)))
    yield Case("half of the cosine", (19, 8, 30, draw.real(0.5, 1.0), 0.3))
    yield Case("late in the cosine", (draw.integer(42, 48), 9, 60, draw.real(0.5, 1.0), 0.15))
    yield Case("late in the cosine without a floor", (draw.integer(42, 48), 6, 60, draw.real(0.5, 1.0)))
    yield Case("a step before the end", (12, 4, 13, draw.real(0.5, 1.0), 0.1))
    yield Case("the end", (40, 5, 40, draw.real(0.5, 1.0), 0.25))
    yield Case("the end without a floor", (33, 7, 33, draw.real(0.5, 1.0)))
    yield Case("a step after the end", (31, 6, 30, draw.real(0.5, 1.0), 0.2))
    yield Case("long after the end", (draw.integer(80, 100), 10, 40, draw.real(0.5, 1.0), 0.2))
    yield Case("long after the end without a floor", (draw.integer(80, 100), 10, 40, draw.real(0.5, 1.0)))
    yield Case("a warm-up of one step, step 0", (0, 1, 9, draw.real(0.5, 1.0), 0.1))
    yield Case("a warm-up of one step, its end", (1, 1, 9, draw.real(0.5, 1.0), 0.1))
    yield Case("a cosine of one step", (6, 5, 6, draw.real(0.5, 1.0), 0.1))
    yield Case("floor as high as the peak", (draw.integer(9, 17), 4, 20, 0.7, 0.7))
    yield Case("a peak above one", (draw.integer(20, 30), 9, 70, draw.real(4.0, 6.0)), {"floor": 2.0})
    yield Case("a hundred thousand steps", (60_000, 2_000, 100_000, 0.5, 0.05))


PROBLEM = Problem(
    id="warmup-cosine",
    entries=(warmup_cosine,),
    cases=cases,
    dtypes=(torch.float32,),
    grad=False,
)
