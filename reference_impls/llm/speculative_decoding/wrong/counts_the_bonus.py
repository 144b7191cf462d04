# slip: next-token-always-counted
import torch


def speculative_accept(p, q, drafts, u):
    n = len(drafts)
    r = torch.arange(n)
    ok = (u < p[r, drafts] / q[r, drafts]).int().cumprod(0).sum().item()
    dist = p[n] if ok == n else (p[ok] - q[ok]).clamp(min=0)
    return ok + 1, dist / dist.sum()
