# problem: beta-schedules
# says: the one called alpha_bars is graded
from __future__ import annotations

import math
from typing import Tuple

import torch


def make_alpha_bars(
    T: int,
    schedule: str = "cosine",
    beta_start: float = 1e-4,
    beta_end: float = 0.02,
    cosine_s: float = 0.008,
    device: torch.device = torch.device("cpu"),
) -> Tuple[torch.Tensor, torch.Tensor]:
    """Return (betas, alpha_bars), both shape (T,).

    schedule = "linear"  → original DDPM linear beta schedule.
    schedule = "cosine"  → Nichol & Dhariwal cosine ᾱ schedule (default).
    """
    if schedule == "linear":
        betas = torch.linspace(beta_start, beta_end, T, device=device, dtype=torch.float64)
        alpha_bars = torch.cumprod(1.0 - betas, dim=0)
        return betas, alpha_bars

    if schedule == "cosine":
        steps = torch.arange(T + 1, device=device, dtype=torch.float64)
        f = torch.cos(((steps / T) + cosine_s) / (1 + cosine_s) * math.pi / 2) ** 2
        betas = (1 - f[1:] / f[:-1]).clamp(max=0.999)
        return betas, torch.cumprod(1.0 - betas, dim=0)

    raise ValueError(f"unknown schedule {schedule}")
