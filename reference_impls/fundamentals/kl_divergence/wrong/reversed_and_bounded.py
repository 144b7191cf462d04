# slip: arguments-exchanged-and-p-bounded
import torch


def kl_divergence(p, q, eps=1e-12):
    # p=[.9,.1], q=[.5,.5]: 0.511 instead of 0.368
    q = q.clamp_min(eps)
    safe_p = p.clamp_min(eps)
    log_ratio = q.log() - safe_p.log()
    out = q * log_ratio
    out = out.masked_fill(p == 0, 0.0)
    return out.sum(-1)
