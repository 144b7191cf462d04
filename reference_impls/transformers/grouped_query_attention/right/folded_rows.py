import torch


def grouped_query_attention(q, k, v, causal=False):
    # all queries of a group are rows against one set of keys: nothing is repeated
    B, Hq, T, d = q.shape
    Hkv, S = k.shape[1:3]
    G = Hq // Hkv
    rows = q.reshape(B, Hkv, G * T, d)
    s = rows @ k.transpose(-1, -2) / d**0.5
    if causal:
        mask = torch.ones(T, S, dtype=torch.bool).tril(S - T).repeat(G, 1)
        s = s.masked_fill(~mask, float("-inf"))
    lse = torch.logsumexp(s, dim=-1, keepdim=True)
    return ((s - lse).exp() @ v).reshape(B, Hq, T, -1)
