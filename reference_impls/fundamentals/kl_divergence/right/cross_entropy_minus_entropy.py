import torch


def kl_divergence(p, q, eps=1e-12):
    tiny = torch.finfo(p.dtype).tiny
    ce = -torch.einsum("...c,...c->...", p, torch.log(torch.maximum(q, torch.full_like(q, eps))))
    h = -torch.einsum("...c,...c->...", p, torch.log(p.clamp(min=tiny)))
    return ce - h
