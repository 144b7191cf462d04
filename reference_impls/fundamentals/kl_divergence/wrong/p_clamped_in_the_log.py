# slip: p-bounded-in-the-logarithm
def kl_divergence(p, q, eps=1e-12):
    return (p * (p.clamp(min=eps).log() - q.clamp(min=eps).log())).sum(-1)
