# slip: cross-entropy
def kl_divergence(p, q, eps=1e-12):
    return -(p * q.clamp(min=eps).log()).sum(-1)
