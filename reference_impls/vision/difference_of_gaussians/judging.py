"""How answers to `difference-of-gaussians` are judged."""

from collections.abc import Iterator

import numpy as np

from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, Problem
from reference_impls.vision.difference_of_gaussians.reference import difference_of_gaussians


def sigma(draw: Draw, low: float, high: float) -> float:
    """A standard deviation of which 4σ is neither near an integer nor near a half: roundings of the radius agree."""
    while True:
        value = draw.real(low, high)
        if min(abs(4 * value - round(4 * value)), abs(4 * value % 1 - 0.5)) > 0.1:
            return round(value, 4)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("two scales", (draw.uniform(6, 7).numpy(), [0.65, sigma(draw, 1.1, 1.4)]))
    yield Case("three scales", (draw.uniform(9, 7).numpy(), [0.6, 0.95, sigma(draw, 1.4, 1.9)]))
    impulse = np.zeros((11, 13), dtype=draw.uniform(1).numpy().dtype)
    impulse[5, 6] = 100
    yield Case("an impulse inside", (impulse, [0.7, 1.2]))
    yield Case("more rows than columns", (draw.normal(12, 5, scale=3.0).numpy(), [0.8, 1.15]))
    yield Case("gray levels of 8 bits", (draw.uniform(8, 10, high=255.0).numpy(), [0.9, 1.35, 1.9]))
    yield Case("square", (draw.uniform(8, 8).numpy(), [0.6, 1.65]))
    yield Case("the wider scale first", (draw.uniform(7, 9).numpy(), [1.4, 0.65, 1.1]))
    yield Case("equal scales", (draw.uniform(5, 6).numpy(), [0.9, 0.9, 1.2]))
    yield Case("a radius wider than the image", (draw.uniform(4, 5).numpy(), [0.6, 2.1]))
    yield Case("one row", (draw.uniform(1, 9, high=5.0).numpy(), [0.7, 1.4]))
    step = np.zeros((6, 12), dtype=draw.uniform(1).numpy().dtype)
    step[:, 6:] = 1
    yield Case("a step", (step, [0.65, 1.15]))
    yield Case("five scales by name", (), {"sigmas": [0.6, 0.85, 1.2, 1.6, 2.1], "img": draw.uniform(7, 8).numpy()})
    yield Case("a tuple of scales", (draw.uniform(6, 5).numpy(), (0.4, 1.1)))


PROBLEM = Problem(
    id="difference-of-gaussians",
    entries=(difference_of_gaussians,),
    cases=cases,
    grad=False,
    tolerances=FLOAT32_EVERYWHERE,
)
