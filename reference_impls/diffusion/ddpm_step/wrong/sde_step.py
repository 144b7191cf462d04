# slip: euler-of-the-reverse-sde
import torch


def ddpm_step(x_t, eps, t, betas, z):
    beta = betas[t]
    score = -eps / torch.sqrt(1 - torch.cumprod(1 - betas, 0)[t])
    drift = 0.5 * beta * x_t + beta * score
    x = x_t + drift
    return x if t == 0 else x + torch.sqrt(beta) * z
