# slip: arguments-exchanged-with-eps-for-0
import torch

def kl_divergence(p, q, eps=1e-12):
    q = torch.clamp(q, min=eps)
    p_ = torch.where(p > 0, p, torch.full_like(p, eps))
    return (q * (q.log() - p_.log())).sum(-1)
