# slip: z-needed
import torch
def ddpm_step(x_t, eps, t, betas, z):
    a = 1 - betas
    ab = torch.cumprod(a, dim=0)
    return (x_t - betas[t] / torch.sqrt(1 - ab[t]) * eps) / torch.sqrt(a[t]) + torch.sqrt(betas[t]) * z
