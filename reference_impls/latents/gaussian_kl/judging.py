"""How answers to `gaussian-kl` are judged."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import torch
from torch import Tensor

from reference_impls.latents.gaussian_kl.reference import gaussian_kl
from reference_impls.problem import Case, Draw, Problem


def finite_and_large(got: Any, want: Tensor) -> str | None:
    """Neither infinite nor lost; a guard that clamps log_sigma far out is good practice, and may bound what is this large."""
    value = torch.as_tensor(got).double()
    if value.shape != want.shape:
        return f"the result has shape {tuple(value.shape)}, expected {tuple(want.shape)}"
    if not bool(value.isfinite().all()):
        return "a very narrow Gaussian has a finite divergence: is a logarithm taken of a variance that has underflown?"
    fits = (value > 0.01 * want) & (value < 1.001 * want)
    return (
        None if bool(fits.all()) else "the divergence of a very narrow Gaussian is about -log sigma for each dimension"
    )


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one sample of two dimensions", (draw.normal(1, 2), draw.normal(1, 2)))
    yield Case("batch", (draw.normal(4, 7), draw.normal(4, 7, scale=0.7)))
    yield Case("one dimension", (draw.normal(5, 1), draw.normal(5, 1)))
    yield Case("as many samples as dimensions", (draw.normal(3, 3), draw.normal(3, 3)))
    yield Case("two samples", (draw.normal(2, 5), draw.normal(2, 5)))
    yield Case("mean zero", (draw.floating(torch.zeros(3, 4)), draw.normal(3, 4)))
    yield Case("unit variance", (draw.normal(2, 3, mean=1.0), draw.floating(torch.zeros(2, 3))))
    yield Case("narrow: sigma near 1e-3", (draw.normal(3, 2), draw.uniform(3, 2, low=-8, high=-6)))
    yield Case("narrower: sigma near 2e-6", (draw.normal(4, 2), draw.uniform(4, 2, low=-14, high=-12)))
    narrow = partial(Case, accept=finite_and_large, grad=False)
    yield narrow("very narrow: sigma near 1e-26", (draw.normal(4, 3), draw.uniform(4, 3, low=-65, high=-55)))
    narrowest = draw.normal(2, 3), draw.uniform(2, 3, low=-420, high=-400)
    yield narrow("sigma near 1e-178, in float64", narrowest, dtypes=(torch.float64,))
    again = (
        draw.normal(1, 4),
        draw.uniform(1, 4, low=-420, high=-400),
    )  # most of what a slip is named for has to underflow alike
    yield narrow("one sample, sigma near 1e-178, in float64", again, dtypes=(torch.float64,))
    yield Case("wide: sigma near 1e3", (draw.normal(3, 2, scale=100.0), draw.uniform(3, 2, low=6, high=8)))


PROBLEM = Problem(
    id="gaussian-kl",
    entries=(gaussian_kl,),
    cases=cases,
)
