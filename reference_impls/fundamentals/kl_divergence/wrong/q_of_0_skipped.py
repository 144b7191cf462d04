# slip: infinite-terms-to-0
import torch


def kl_divergence(p, q, eps=1e-12):
    ok = (p > 0) & (q > 0)
    r = torch.where(ok, p / q.clamp(min=eps), torch.ones_like(p))
    return (p * r.log()).sum(-1)
