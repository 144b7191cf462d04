# slip: equality-accepted
import torch


def speculative_accept(p, q, drafts, u):
    n = len(drafts)
    a = p[torch.arange(n), drafts] / q[torch.arange(n), drafts]
    bad = (u > a).nonzero()
    if len(bad) == 0:
        return n, p[n]
    i = bad[0].item()
    r = (p[i] - q[i]).clamp(min=0)
    return i, r / r.sum()
