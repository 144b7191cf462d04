# slip: noise-of-one-step
import torch


def q_sample(x0, t, eps, alphas_bar):
    previous = torch.cat([torch.ones(1, dtype=alphas_bar.dtype), alphas_bar])[:-1]
    betas = 1 - alphas_bar / previous
    shape = (len(t),) + (1,) * (x0.ndim - 1)
    return alphas_bar[t].sqrt().reshape(shape) * x0 + betas[t].sqrt().reshape(shape) * eps
