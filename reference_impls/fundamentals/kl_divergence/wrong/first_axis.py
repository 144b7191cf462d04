# slip: first-axis
import torch


def kl_divergence(p, q, eps=1e-12):
    return sum(torch.xlogy(a, a / b.clamp(min=eps)) for a, b in zip(p, q))
