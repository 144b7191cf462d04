import torch


def kl_divergence(p, q, eps=1e-12):
    q = torch.clamp(q, min=eps)
    ratio = torch.where(p > 0, p / q, torch.ones_like(p))
    return torch.sum(p * torch.log(ratio), dim=-1)
