import torch


def speculative_accept(p, q, drafts, u):
    """q gets a last row of zeros, so that the rest is p[n] where all are accepted."""
    n, V = q.shape
    q = torch.cat([q, torch.zeros(1, V, dtype=q.dtype)])
    keep = u * q[torch.arange(n), drafts] < p[torch.arange(n), drafts]
    stop = torch.cat([~keep, torch.tensor([True])]).int().argmax().item()
    rest = torch.maximum(p[stop] - q[stop], torch.zeros(V, dtype=p.dtype))
    return stop, rest / rest.sum()
