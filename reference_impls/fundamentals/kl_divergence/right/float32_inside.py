import torch


def kl_divergence(p, q, eps=1e-12):
    a, b = p.float(), q.float().clamp(min=eps)
    terms = a * (a / b).log()
    terms = terms.masked_fill(a == 0, 0.0)
    return terms.sum(-1).to(p.dtype)
