"""How answers to `forward-diffuse` are judged."""

from collections.abc import Iterator, Sequence
from typing import Any

import torch
from torch import Tensor

from reference_impls.diffusion.forward_diffuse.reference import q_sample
from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, Problem


def levels(draw: Draw, T: int) -> Tensor:
    """Falling levels at uneven distances, far enough apart to be told from each other and from their roots."""
    places = torch.arange(T, dtype=torch.float64) + draw.uniform(T, low=0.2, high=0.8).double()
    return draw.floating(0.97 - 0.93 * places / T)


def ddpm_levels(draw: Draw, T: int) -> Tensor:
    """Those of the linear schedule."""
    return draw.floating((1 - torch.linspace(1e-4, 0.02, T, dtype=torch.float64)).cumprod(0))


def case(name: str, draw: Draw, shape: Sequence[int], t: Sequence[int], alphas_bar: Tensor, **options: Any) -> Case:
    """Data that are not centred, so that an exchange with the noise shows; no gradient is asked of the schedule."""
    x0, eps = draw.normal(*shape, mean=0.5, scale=1.5), draw.normal(*shape)
    return Case(name, (x0, torch.tensor(t), eps, alphas_bar), constant=("alphas_bar",), **options)


def cases(draw: Draw) -> Iterator[Case]:
    yield case("one value", draw, (1, 1), [1], levels(draw, 2))
    yield case("vectors", draw, (4, 3), [6, 0, 3, 5], levels(draw, 7))
    yield case("a batch of numbers", draw, (5,), [3, 7, 1, 0, 6], levels(draw, 8))
    yield case("sequences", draw, (2, 3, 5), [1, 8], levels(draw, 9))
    yield case("images", draw, (3, 2, 4, 5), [4, 0, 5], levels(draw, 6))
    yield case("videos", draw, (2, 3, 4, 5, 6), [9, 2], levels(draw, 10))
    yield case("one image", draw, (1, 3, 4, 6), [2], levels(draw, 5))
    yield case("as many features as samples", draw, (4, 4), [5, 1, 3, 2], levels(draw, 6))
    yield case("images, all axes of one length", draw, (3, 3, 3, 3), [0, 4, 2], levels(draw, 5))
    yield case("as many levels as samples", draw, (5, 3), [2, 0, 4, 1, 3], levels(draw, 5))
    yield case("a level that comes twice", draw, (4, 2, 3), [3, 1, 3, 1], levels(draw, 6))
    yield case("a thousand levels", draw, (6, 4), [999, 0, 500, 37, 250, 1], ddpm_levels(draw, 1000))
    yield case("few, uneven levels", draw, (3, 2), [1, 2, 0], draw.floating([0.9999, 0.5, 4e-5]))
    black, eps = draw.floating(torch.zeros(2, 3)), draw.normal(2, 3)
    clean = draw.floating([1.0, 0.6])  # alpha-bar 1: nothing of eps may be left, on any scale
    yield Case("a level without noise", (black, torch.tensor([0, 0]), eps, clean), grad=False)


PROBLEM = Problem(
    id="forward-diffuse",
    entries=(q_sample,),
    cases=cases,
    tolerances=FLOAT32_EVERYWHERE,
)
