import torch


def ddpm_step(x_t, eps, t, betas, z):
    ab = torch.ones((), dtype=betas.dtype)
    for s in range(t + 1):
        ab = ab * (1 - betas[s])
    out = x_t.clone()
    out -= eps * (betas[t] / torch.sqrt(1 - ab))
    out /= torch.sqrt(1 - betas[t])
    if t != 0:
        out += z * torch.sqrt(betas[t])
    return out
