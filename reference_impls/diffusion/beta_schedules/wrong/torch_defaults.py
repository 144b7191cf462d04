# slip: float32
import math

import torch


def alphas_bar(schedule, steps):
    if schedule == "linear":
        betas = torch.linspace(1e-4, 0.02, steps)
    elif schedule == "cosine":
        t = torch.linspace(0, 1, steps + 1)
        f = torch.cos((t + 0.008) / 1.008 * math.pi / 2) ** 2
        betas = (1 - f[1:] / f[:-1]).clamp(max=0.999)
    else:
        raise ValueError(schedule)
    return torch.cumprod(1 - betas, 0)
