"""Noise schedules: linear (Ho et al. 2020, arXiv:2006.11239, section 4), cosine (Nichol & Dhariwal 2021,
arXiv:2102.09672, eq. 17).

    linear:  β = 1e-4 ... 0.02, evenly spaced
    cosine:  f(t) = cos²((t/T + s)/(1 + s) · π/2),  s = 0.008,     β_t = min(1 - f(t)/f(t-1), 0.999),  t = 1..T
    both:    ᾱ_t = Π_{s<=t} (1 - β_s)

f reaches 0 at T, where β would be 1 and a step back would divide by 0: hence the bound. The offset s keeps the first steps from
being too small to see. The linear numbers belong to about a thousand steps: with few, ᾱ_T stays near 1 and the end is no noise.

Returns: (steps,), float64: a thousand factors near 1 lose digits in float32.
"""

import torch
from torch import Tensor


def alphas_bar(schedule: str, steps: int) -> Tensor:
    """The cumulative product of 1 - beta for `linear` or `cosine`."""
    if schedule == "linear":
        betas = torch.linspace(1e-4, 0.02, steps, dtype=torch.float64)  # (steps,)
    elif schedule == "cosine":
        u = torch.arange(steps + 1, dtype=torch.float64) / steps  # 0 to 1, both included
        f = ((u + 0.008) / 1.008 * torch.pi / 2).cos().square()  # (steps+1,)
        betas = (1 - f[1:] / f[:-1]).clamp(max=0.999)
    else:
        raise ValueError(f"no schedule is called {schedule!r}")
    return (1 - betas).cumprod(0)
