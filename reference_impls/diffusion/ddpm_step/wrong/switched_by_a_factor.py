# slip: raises-without-z
import torch


def ddpm_step(x_t, eps, t, betas, z):
    nonzero = float(t > 0)
    ab = torch.cumprod(1 - betas, dim=0)[t]
    mean = (x_t - betas[t] * eps / torch.sqrt(1 - ab)) / torch.sqrt(1 - betas[t])
    return mean + nonzero * torch.sqrt(betas[t]) * z
