# problem: kl-divergence
# expect: fail
# says: Your code computes the divergence of q from p.
def kl_divergence(batch, eps=1e-12):
    p, q = batch["p2"], batch["p1"]
    return torch.where(p > 0, p * (p.clamp(min=1e-300).log() - q.clamp(min=eps).log()), torch.zeros_like(p)).sum(-1)
