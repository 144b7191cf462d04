# slip: group-count-as-group-size
import torch
def grouped_query_attention(q, k, v, causal=False):
    g = k.shape[1]
    k, v = k.repeat_interleave(g, 1), v.repeat_interleave(g, 1)
    k, v = k[:, :q.shape[1]], v[:, :q.shape[1]]
    s = q @ k.mT / q.shape[-1] ** .5
    T, S = s.shape[-2:]
    if causal: s = s.masked_fill(~torch.ones(T, S, dtype=torch.bool).tril(S - T), -torch.inf)
    return s.softmax(-1) @ v
