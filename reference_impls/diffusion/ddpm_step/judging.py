"""How answers to `ddpm-step` are judged."""

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from reference_impls.diffusion.ddpm_step.reference import ddpm_step
from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, Problem


def state(draw: Draw, *shape: int) -> tuple[Tensor, Tensor]:
    """A state that leaves [-1, 1], and a noise prediction."""
    return draw.normal(*shape, mean=0.4, scale=2.0), draw.normal(*shape)


def large(draw: Draw, T: int) -> Tensor:
    """Betas in no order, large enough that every mistake in a product of them shows."""
    places = torch.arange(T, dtype=torch.float64)[draw.permutation(T)]
    return draw.floating(0.08 + 0.5 * (places + draw.uniform(T, high=0.5).double()) / T)


def case(name: str, draw: Draw, shape: Sequence[int], t: int, betas: Tensor) -> Case:
    """A step with noise."""
    x_t, eps = state(draw, *shape)
    return Case(name, (x_t, eps, t, betas, draw.normal(*shape)))


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("a schedule of one step", (*state(draw, 2), 0, draw.floating([0.3]), None))
    yield case("one value, t = 1 of 2", draw, (1,), 1, large(draw, 2))
    yield case("images", draw, (2, 3, 4, 5), 3, large(draw, 6))
    yield case("the first step, t = T-1", draw, (3, 4), 4, large(draw, 5))
    yield case("t = 1", draw, (4, 3), 1, large(draw, 7))
    x_t, eps = state(draw, 2, 3, 5)
    betas = large(draw, 6)
    yield Case("t = 0, z None", (x_t, eps, 0, betas, None))
    yield Case("t = 0 ignores z", (x_t, eps, 0, betas, draw.normal(2, 3, 5)))
    yield case("videos", draw, (2, 3, 2, 4, 3), 5, large(draw, 8))
    yield Case("z zero: the mean", (*state(draw, 3, 2), 2, large(draw, 4), draw.floating(torch.zeros(3, 2))))
    row = state(draw, 5)
    yield Case("one row, t = 2", (row[0] * 16, row[1], 2, large(draw, 4), draw.normal(5)))
    steep = draw.floating([0.02, 0.3, 0.7, 0.999])
    yield case("a step that starts from noise alone", draw, (3, 5), 3, steep)
    # not as small as DDPM's first betas: β / (1 - ᾱ) of the posterior form is inexact there in float32
    linear = draw.floating(torch.linspace(6e-3, 0.03, 300, dtype=torch.float64))
    for t in (299, 120, 1):
        yield case(f"many small steps, t = {t}", draw, (4, 6), t, linear)
    yield Case("many small steps, t = 0", (*state(draw, 4, 6), 0, linear, None))


PROBLEM = Problem(
    id="ddpm-step",
    entries=(ddpm_step,),
    cases=cases,
    tolerances=FLOAT32_EVERYWHERE,
    grad=False,
)
