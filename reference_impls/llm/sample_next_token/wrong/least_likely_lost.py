# slip: least-likely-lost
"""Differs on: logits = [[0.1, 0., 0.2]], top_k=3 (or 10) -> token 1 must have about a third of the draws, never comes."""
import torch


def sample_next_token(logits, temperature=1.0, top_k=None, top_p=None):
    B, V = logits.shape
    if temperature == 0:
        return logits.max(dim=-1).indices
    z = (logits / temperature).float()
    if top_k is not None and V > 1:
        k = min(top_k, V - 1)                     # last valid index
        order = z.argsort(dim=-1, descending=True)
        z = z.scatter(1, order[:, k:], float("-inf"))
    if top_p is not None:
        s, order = z.sort(dim=-1, descending=True)
        p = s.softmax(-1)
        first_out = ((p.cumsum(-1) - p) < top_p).sum(-1, keepdim=True).clamp(min=1)
        s = s.masked_fill(torch.arange(V, device=z.device) >= first_out, float("-inf"))
        z = torch.empty_like(z).scatter(1, order, s)
    gumbel = -torch.log(-torch.log(torch.rand_like(z).clamp(1e-20, 1 - 1e-7)))
    return (z + gumbel).argmax(-1)
