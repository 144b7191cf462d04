import torch


def ddpm_step(x_t, eps, t, betas, z):
    alphas_bar = torch.cumprod(1 - betas, 0)
    score = -eps / torch.sqrt(1 - alphas_bar[t])
    mean = (x_t + betas[t] * score) / torch.sqrt(1 - betas[t])
    if t == 0:
        return mean
    return torch.lerp(mean, mean + z, torch.sqrt(betas[t]))
