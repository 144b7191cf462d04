# slip: all-that-pass-and-that-place
import torch


def speculative_accept(p, q, drafts, u):
    n = len(drafts)
    r = torch.arange(n)
    k = int((u < p[r, drafts] / q[r, drafts]).sum())
    if k == n:
        return k, p[n]
    res = torch.clamp(p[k] - q[k], min=0)
    return k, res / res.sum()
