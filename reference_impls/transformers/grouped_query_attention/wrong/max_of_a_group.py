# slip: maximum-of-a-group-guarded
# takes one maximum for all query heads of a group, so a head whose scores lie far below the others' underflows to zero weights
# witness: Hq = 2, Hkv = 1, q of head 0 = 100, of head 1 = 1, all k = 10 (d = 1): head 1 comes out 0 instead of the mean of v
import torch


def grouped_query_attention(q, k, v, causal=False):
    B, Hq, T, d = q.shape
    Hkv, S = k.shape[1:3]
    q = q.unflatten(1, (Hkv, Hq // Hkv))
    s = torch.einsum("bkgtd,bksd->bkgts", q, k) / d ** 0.5
    if causal:
        hidden = torch.triu(torch.ones(T, S, dtype=torch.bool, device=q.device), S - T + 1)
        s = s.masked_fill(hidden, float("-inf"))
    p = torch.exp(s - s.amax(dim=(2, 4), keepdim=True))
    p = p / p.sum(-1, keepdim=True).clamp_min(1e-20)
    return torch.einsum("bkgts,bkse->bkgte", p, v).flatten(1, 2)
