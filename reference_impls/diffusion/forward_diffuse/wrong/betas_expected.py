# slip: read-as-betas
import torch
def q_sample(x0, t, eps, alphas_bar):
    alphas = 1.0 - alphas_bar
    bar = torch.cumprod(alphas, 0)
    a = bar[t].reshape(-1, *(1 for _ in x0.shape[1:]))
    return a.sqrt() * x0 + (1 - a).sqrt() * eps
