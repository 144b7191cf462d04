# problem: kl-divergence
# expect: fail

def kl(q, p, eps=1e-12):
    q, p = torch.as_tensor(q), torch.as_tensor(p)
    inside = torch.where(q > 0, q * (q.clamp_min(1e-300).log() - p.clamp_min(eps).log()), torch.zeros_like(q))
    return inside.mean(-1)
