# problem: forward-diffuse
# expect: invalid
# says: The problem also asks for eps: yours has no such parameter.
# not: right for what it covers
def q_sample(x0, t, alphas_bar):
    kept = alphas_bar[t].view(-1, *[1] * (x0.ndim - 1))
    return kept.sqrt() * x0 + (1 - kept).sqrt() * torch.rand_like(x0)
