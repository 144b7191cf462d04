"""One step of DPM-Solver++(2M) (Lu et al. 2022, arXiv:2211.01095, algorithm 2), for x = x0 + σ ε, that is α = 1.

    λ = -ln σ,   h = λ_next - λ = ln(σ/σ_next),   h_last = ln(σ_prev/σ),   r = h_last / h
    x_next = σ_next/σ x + σ_next ∫_λ^λ_next e^l x0(l) dl                    exact: linear in x, an integral of the network
    D      = (1 + 1/(2r)) x0 - 1/(2r) x0_prev                               x0(λ) extrapolated to the middle of the step
    x_next ≈ σ_next/σ x - (e^{-h} - 1) D

With D = x0 it is DDIM, first order. The line through the last two predictions makes it second order for one evaluation a step.
At σ_next = 0 the step is infinitely long in λ, and only the prediction is left.

Shapes: x, x0, x0_prev any shape, sigmas floats with σ_prev > σ > σ_next >= 0. Returns: x at σ_next, of that shape.
"""

import math

from torch import Tensor


def dpmpp_2m_step(
    x: Tensor, x0: Tensor, x0_prev: Tensor | None, sigma: float, sigma_prev: float | None, sigma_next: float
) -> Tensor:
    """x at sigma_next from the clean predictions at sigma and, where there is one, at sigma_prev."""
    if sigma_next == 0:
        return x0
    h = math.log(sigma / sigma_next)
    D = x0
    if x0_prev is not None and sigma_prev is not None:
        r = math.log(sigma_prev / sigma) / h
        D = (1 + 1 / (2 * r)) * x0 - 1 / (2 * r) * x0_prev
    return sigma_next / sigma * x - math.expm1(-h) * D
