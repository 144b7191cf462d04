"""How answers to `retinex` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, Problem, Tolerance
from reference_impls.vision.retinex.reference import single_scale_retinex


def sigma(draw: Draw, low: float, high: float) -> float:
    """A standard deviation of which 4σ is neither near an integer nor near a half: roundings of the radius agree."""
    while True:
        value = draw.real(low, high)
        if min(abs(4 * value - round(4 * value)), abs(4 * value % 1 - 0.5)) > 0.1:
            return round(value, 4)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("four by five", (draw.uniform(4, 5).numpy(), 0.65))
    yield Case("in [0, 1]", (draw.uniform(9, 7).numpy(), sigma(draw, 1.1, 1.4)))
    yield Case("gray levels of 8 bits", (draw.uniform(8, 10, high=255.0).numpy(), 0.9))
    light = torch.linspace(0.2, 2.0, 12, dtype=torch.float64)
    yield Case(
        "a lit scene", (draw.floating(light * draw.uniform(7, 12, low=0.1).double()).numpy(), sigma(draw, 1.6, 1.9))
    )
    dark = draw.booleans(8, 6, p=0.4).double()
    yield Case("black pixels", (draw.floating(dark * draw.uniform(8, 6, high=5.0).double()).numpy(), 0.8))
    yield Case("square", (draw.uniform(8, 8, high=3.0).numpy(), 1.15))
    yield Case("a radius wider than the image", (draw.uniform(4, 5, high=20.0).numpy(), 2.1))
    yield Case("one row", (draw.uniform(1, 9, high=5.0).numpy(), 0.7))
    edge = torch.ones(6, 12, dtype=torch.float64)
    edge[:, 6:] = 100
    yield Case("a strong edge", (draw.floating(edge).numpy(), 1.65))
    yield Case("flat", (draw.floating(torch.full((5, 4), 7.0)).numpy(), 1.1))
    yield Case("a narrow surround", (draw.uniform(6, 5, high=2.0).numpy(), 0.3))
    yield Case("high dynamic range", (draw.floating(10 ** (5 * draw.uniform(7, 12).double())).numpy(), 2.1))
    lamp = torch.zeros(1, 23, dtype=torch.float64)
    lamp[0, 11] = 1e5
    yield Case("a lamp in the dark", (draw.floating(lamp).numpy(), 2.1))
    yield Case("by name", (), {"sigma": 1.4, "img": draw.uniform(7, 8, high=9.0).numpy()})


PROBLEM = Problem(
    id="retinex",
    entries=(single_scale_retinex,),
    cases=cases,
    grad=False,
    tolerances=dict.fromkeys(FLOAT32_EVERYWHERE, Tolerance(1e-4, 1e-5, floor=0.1)),  # a difference of two logarithms
)
