import torch


def kl_divergence(p, q, eps=1e-12):
    q = torch.where(q < eps, eps, q)
    return torch.nansum(p * torch.log(p / q), dim=-1)
