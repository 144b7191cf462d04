# slip: cumulated-again
import torch


def q_sample(x0, t, eps, alphas_bar):
    a_bar = torch.cumprod(alphas_bar, dim=0)[t]
    a_bar = a_bar.view(-1, *([1] * (x0.dim() - 1)))
    return torch.sqrt(a_bar) * x0 + torch.sqrt(1 - a_bar) * eps
