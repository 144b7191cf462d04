"""How answers to `tweedie-x0` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.diffusion.tweedie_x0.reference import predict_x0
from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, Problem


def case(name: str, draw: Draw, shape: tuple[int, ...], alpha_bar: float | Tensor) -> Case:
    """A state that leaves [-1, 1], a prediction that is not its noise; no gradient is asked of the level."""
    inputs = (draw.normal(*shape, mean=0.3, scale=1.5), draw.normal(*shape))
    return Case(name, (*inputs, alpha_bar), constant=("alpha_bar",))


def cases(draw: Draw) -> Iterator[Case]:
    yield case("one value", draw, (1,), 0.25)
    yield case("images", draw, (2, 3, 4, 5), 0.37)
    yield case("a level as a 0-d tensor", draw, (2, 3, 4), draw.floating(0.62))
    yield case("a row", draw, (7,), 0.83)
    yield case("videos, a 0-d tensor", draw, (2, 3, 2, 4, 3), draw.floating(0.11))
    yield case("a square", draw, (3, 3), 0.5)
    yield case("nearly clean", draw, (3, 4), 0.9995)
    yield case("nearly clean, a 0-d tensor", draw, (4, 2), draw.floating(0.996))
    yield case("nearly pure noise", draw, (4, 3), 0.002)
    yield case("the noisy end of a linear schedule", draw, (3, 5), 4e-5)
    x_t, eps = draw.normal(3, 2, scale=40.0), draw.normal(3, 2, scale=9.0)
    yield Case("large values", (x_t, eps, 0.45), constant=("alpha_bar",))
    yield Case("no noise predicted", (x_t, draw.floating(torch.zeros(3, 2)), 0.3), constant=("alpha_bar",))
    x0, true = draw.uniform(2, 6, low=-1.0).double(), draw.normal(2, 6).double()
    yield Case(
        "the true noise", (draw.floating(0.6 * x0 + 0.8 * true), draw.floating(true), 0.36), constant=("alpha_bar",)
    )


PROBLEM = Problem(
    id="tweedie-x0",
    entries=(predict_x0,),
    cases=cases,
    tolerances=FLOAT32_EVERYWHERE,
)
