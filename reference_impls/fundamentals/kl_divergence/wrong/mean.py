# slip: mean-over-classes
import torch


def kl_divergence(p, q, eps=1e-12):
    return torch.mean(torch.xlogy(p, p) - p * q.clamp(min=eps).log(), dim=-1)
