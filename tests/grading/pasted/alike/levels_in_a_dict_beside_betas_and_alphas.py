# problem: beta-schedules
# says: its alphas_cumprod is graded
import torch


def make_schedule(name, steps):
    if name == "linear":
        betas = torch.linspace(1e-4, 0.02, steps, dtype=torch.float64)
    elif name == "cosine":
        times = torch.arange(steps + 1, dtype=torch.float64) / steps
        levels = torch.cos((times + 0.008) / 1.008 * torch.pi / 2) ** 2
        betas = (1 - levels[1:] / levels[:-1]).clamp(max=0.999)
    else:
        raise ValueError(name)
    alphas = 1 - betas
    alphas_cumprod = alphas.cumprod(0)
    return {"betas": betas, "alphas": alphas, "alphas_cumprod": alphas_cumprod}
