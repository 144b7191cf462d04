# problem: grouped-query-attention
# expect: fail
import torch
def grouped(query, key, value, causal=False):
    batch, T, d = query.shape
    rep = batch // key.shape[0]
    key, value = key.repeat(rep, 1, 1), value.repeat(rep, 1, 1)
    s = query @ key.transpose(1, 2) / d ** 0.5
    if causal:
        S = key.shape[1]
        s = s.masked_fill(torch.ones(T, S).triu(S - T + 1).bool(), float("-inf"))
    return s.softmax(-1) @ value
