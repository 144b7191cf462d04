# slip: linear-descending
import math
import torch


def alphas_bar(schedule, steps):
    b = None
    if schedule == "linear":
        b = torch.linspace(0.02, 1e-4, steps, dtype=torch.float64)
    if schedule == "cosine":
        x = torch.linspace(0, steps, steps + 1, dtype=torch.float64)
        a = torch.cos(((x / steps) + 0.008) / 1.008 * math.pi * 0.5) ** 2
        b = torch.clip(1 - a[1:] / a[:-1], 0, 0.999)
    if b is None:
        return None
    return torch.cumprod(1 - b, 0)
