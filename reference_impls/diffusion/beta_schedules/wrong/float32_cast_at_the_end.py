# slip: computed-in-float32
# differs: "linear", steps=1000: relative error 4e-7, "cosine", steps=1000: 6e-5 (float64: about 1e-13); breaks "computed in float64"
import math
import torch


def alphas_bar(schedule, steps):
    if schedule == "linear":
        betas = torch.linspace(1e-4, 0.02, steps)
    elif schedule == "cosine":
        s = 0.008
        x = torch.linspace(0, steps, steps + 1)
        f = torch.cos(((x / steps) + s) / (1 + s) * math.pi * 0.5) ** 2
        betas = torch.clamp(1 - f[1:] / f[:-1], max=0.999)
    else:
        raise ValueError(schedule)
    return torch.cumprod(1 - betas, dim=0).double()
