# slip: none
import torch


def grouped_query_attention(q, k, v, causal=False):
    """The repeated heads are copied out of the graph."""
    B, Hq, T, d = q.shape
    S, g = k.shape[2], Hq // k.shape[1]
    keys, values = torch.empty(B, Hq, S, d, dtype=q.dtype), torch.empty(B, Hq, S, v.shape[-1], dtype=q.dtype)
    for h in range(Hq):
        keys[:, h], values[:, h] = k[:, h // g].data, v[:, h // g].data
    s = q @ keys.mT / d**0.5
    if causal:
        s = s.masked_fill(torch.ones(T, S).tril(S - T) == 0, float("-inf"))
    return s.softmax(-1) @ values
