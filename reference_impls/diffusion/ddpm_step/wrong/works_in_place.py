# slip: none
import torch


def ddpm_step(x_t, eps, t, betas, z):
    ab = torch.cumprod(1 - betas, 0)[t]
    x_t -= betas[t] / torch.sqrt(1 - ab) * eps
    x_t /= torch.sqrt(1 - betas[t])
    if t > 0:
        x_t += torch.sqrt(betas[t]) * z
    return x_t
