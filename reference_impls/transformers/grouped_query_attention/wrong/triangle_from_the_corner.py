# slip: top-left
import torch
import torch.nn.functional as F


def grouped_query_attention(q, k, v, causal=False):
    n = q.size(1) // k.size(1)
    k = torch.repeat_interleave(k, n, dim=-3)
    v = torch.repeat_interleave(v, n, dim=-3)
    s = torch.einsum("bhid,bhjd->bhij", q, k) / q.size(-1) ** 0.5
    if causal:
        i, j = s.shape[-2:]
        s = s.masked_fill(torch.triu(torch.ones(i, j, dtype=torch.bool), 1), float("-inf"))
    return F.softmax(s, dim=-1) @ v
