"""How answers to `scaling-law-optimal` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.problem import Case, Draw, Problem, Scenario, Tolerance, sweep
from reference_impls.training.scaling_law_optimal.reference import compute_optimal

# Who minimizes numerically is right up to the root of the rounding error.
TOLERANCES = {dtype: Tolerance(2e-6, 0.0, floor=0.0) for dtype in (torch.float32, torch.float64)}
HOFFMANN = (1.69, 406.4, 410.7, 0.34, 0.28)


def any_law(draw: Draw) -> tuple[float, ...]:
    """Coefficients around those that have been fitted."""
    a, b = 10 ** draw.real(2.0, 3.4), 10 ** draw.real(2.0, 3.4)
    return 10 ** draw.real(17.0, 26.0), draw.real(1.0, 2.0), a, b, draw.real(0.25, 0.5), draw.real(0.25, 0.5)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("the fit of Hoffmann et al.", (5.76e23, *HOFFMANN))
    yield Case("a small budget", (1e17, *HOFFMANN))
    yield Case("a large budget", (1e26, *HOFFMANN))
    yield Case("another fit", (10 ** draw.real(19.0, 24.0), 1.8172, 482.01, 2085.43, 0.3478, 0.3658))
    yield sweep("compute_optimal", any_law, calls=12)
    yield Case("equal exponents", (10 ** draw.real(20.0, 23.0), 1.7, 400.0, 900.0, 0.3, 0.3))
    yield Case("all symmetric", (6e20, 1.5, 500.0, 500.0, 0.35, 0.35))
    yield Case("no irreducible loss", (10 ** draw.real(20.0, 23.0), 0.0, 300.0, 700.0, 0.4, 0.26))
    yield Case("a small model is enough", (draw.real(1e17, 2e17), 1.7, 0.3, 2000.0, 0.4, 0.4))
    yield Case("data count for more", (10 ** draw.real(20.0, 23.0), 1.2, 150.0, 2500.0, 0.45, 0.28))


PROBLEM = Problem(
    id="scaling-law-optimal",
    entries=(compute_optimal,),
    cases=cases,
    dtypes=(torch.float64,),
    tolerances=TOLERANCES,
    grad=False,
)
