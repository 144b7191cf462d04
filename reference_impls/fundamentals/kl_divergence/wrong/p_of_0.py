# slip: zero-not-handled
import torch


def kl_divergence(p, q, eps=1e-12):
    q = q.clamp(min=eps)
    return torch.sum(p * (torch.log(p) - torch.log(q)), dim=-1)
