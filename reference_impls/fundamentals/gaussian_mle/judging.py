"""How answers to `gaussian-mle` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.fundamentals.gaussian_mle.reference import gaussian_mle
from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, Problem


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("three values", (draw.normal(3, mean=2.0, scale=1.5).numpy(),))
    yield Case("a single value", (draw.uniform(1, low=1.0, high=3.0).numpy(),))
    yield Case("two values", (draw.floating([draw.real(-4.0, -2.0), draw.real(1.0, 1.5)]).numpy(),))
    yield Case("nine values around -3", (draw.normal(9, mean=-3.0, scale=0.7).numpy(),))
    yield Case("values around 0", (draw.normal(12).numpy(),))
    yield Case("200 values", (draw.normal(200, mean=1.0, scale=4.0).numpy(),))
    yield Case("a skewed sample", (draw.floating(draw.normal(15).double().square() * 3).numpy(),))
    yield Case("equal values", (draw.floating([0.75] * 6).numpy(),))
    yield Case("a spread of a thousandth", (draw.normal(8, scale=1e-3).numpy(),))
    yield Case("a spread of a thousand", (draw.normal(7, mean=500.0, scale=1e3).numpy(),))
    # sums of sixteen integers near 10,000 are exact in float32; their squares are not
    near = 10_000 + draw.integers(-8, 9, 16).to(torch.float64)
    yield Case("a mean far above the spread", (draw.floating(near).numpy(),))


PROBLEM = Problem(
    id="gaussian-mle",
    entries=(gaussian_mle,),
    cases=cases,
    grad=False,
    tolerances=FLOAT32_EVERYWHERE,
)
