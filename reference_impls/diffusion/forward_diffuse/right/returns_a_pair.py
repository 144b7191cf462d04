import torch


def q_sample(x0, t, eps, alphas_bar):
    a = alphas_bar[t].view(-1, *([1] * (x0.dim() - 1)))
    return a.sqrt() * x0 + (1 - a).sqrt() * eps, eps
