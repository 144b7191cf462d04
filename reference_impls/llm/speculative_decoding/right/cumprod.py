import torch


def speculative_accept(p, q, drafts, u):
    n = drafts.shape[0]
    idx = drafts.unsqueeze(-1)
    ratio = (p[:n].gather(-1, idx) / q.gather(-1, idx)).squeeze(-1).clamp(max=1.0)
    k = (u < ratio).long().cumprod(0).sum()
    if k == n:
        return k, p[n]
    residual = torch.relu(p[k] - q[k])
    return k, residual / residual.sum(-1, keepdim=True)
