# problem: kl-divergence
# expect: fail
# says: The problem also asks for eps: yours has no such parameter.
# says: averages the divergences over the rows
def kl_divergence(p, q, reduction="batchmean"):
    each = (torch.special.xlogy(p, p) - p * q.clamp(min=1e-12).log()).sum(-1)
    return each.mean() if reduction == "batchmean" else each
