"""Deterministic DDIM sampling on a coarse grid of timesteps (Song et al. 2020, arXiv:2010.02502, eq. 12 with σ = 0, section 4.2).

    τ_i    = ⌊(T - 1)(steps - i) / steps⌋, i = 0..steps                      T - 1 first, 0 last
    ε      = ε_θ(x, τ_i)
    x̂0     = (x - √(1 - ᾱ_t) ε) / √ᾱ_t                                       t = τ_i
    x      ← √ᾱ_s x̂0 + √(1 - ᾱ_s) ε                                          s = τ_{i+1}

Training fixes the marginals q(x_t | x0) alone, so a trained network serves any subsequence of the timesteps. The paper writes α
for what DDPM and this page call ᾱ. Arrays count from 0: the end point has level ᾱ[0] < 1 and still holds a little noise, and the
network is never called there. (Samplers that end at ᾱ = 1 return the last x̂0 instead.)

Shapes: x_T (B,...), alphas_bar (T,) decreasing, model(x, t) like x with t (B,) int64; steps < T.
Returns: x at timestep 0 (B,...).
"""

from collections.abc import Callable
from itertools import pairwise

import torch
from torch import Tensor

Model = Callable[[Tensor, Tensor], Tensor]


@torch.no_grad()
def ddim_sample(model: Model, x_T: Tensor, alphas_bar: Tensor, steps: int) -> Tensor:
    """From noise at timestep T - 1 to a sample at timestep 0, in `steps` calls of the model."""
    B, T = len(x_T), len(alphas_bar)
    timesteps = [(T - 1) * (steps - i) // steps for i in range(steps + 1)]
    x = x_T
    for t, t_next in pairwise(timesteps):
        ab_t, ab_next = alphas_bar[t], alphas_bar[t_next]
        eps = model(x, torch.full((B,), t, device=x.device))
        x0 = (x - (1 - ab_t).sqrt() * eps) / ab_t.sqrt()
        x = ab_next.sqrt() * x0 + (1 - ab_next).sqrt() * eps
    return x
