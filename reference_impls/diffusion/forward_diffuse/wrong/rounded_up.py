# slip: small-number-under-the-root
import torch


def q_sample(x0, t, eps, alphas_bar):
    a = alphas_bar[t].view(-1, *([1] * (x0.dim() - 1)))
    return torch.sqrt(a + 1e-8) * x0 + torch.sqrt(1 - a + 1e-8) * eps
