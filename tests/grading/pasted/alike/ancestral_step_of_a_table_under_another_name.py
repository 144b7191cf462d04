# problem: ddpm-step
# expect: fail
# says: right for what it covers
# says: your alphas_cumprod is made of the schedule
import torch


def p_sample(x_t, eps, t, betas, alphas_cumprod):
    alphas_bar = alphas_cumprod
    alpha = 1.0 - betas[t]
    mean = (x_t - betas[t] / torch.sqrt(1.0 - alphas_bar[t]) * eps) / torch.sqrt(alpha)
    if t == 0:
        return mean
    return mean + torch.sqrt(betas[t]) * torch.randn_like(x_t)
