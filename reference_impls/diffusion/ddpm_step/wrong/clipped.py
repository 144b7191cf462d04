# slip: x0-clipped
import torch


def ddpm_step(x_t, eps, t, betas, z):
    bar = torch.cumprod(1 - betas, 0)
    prev = bar[t - 1] if t > 0 else torch.tensor(1.0)
    x0 = ((x_t - torch.sqrt(1 - bar[t]) * eps) / torch.sqrt(bar[t])).clamp(-1, 1)
    c0 = torch.sqrt(prev) * betas[t] / (1 - bar[t])
    ct = torch.sqrt(1 - betas[t]) * (1 - prev) / (1 - bar[t])
    mean = c0 * x0 + ct * x_t
    return mean if t == 0 else mean + torch.sqrt(betas[t]) * z
