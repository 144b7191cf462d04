# problem: grouped-query-attention
# says: your query has samples and heads in one axis
import torch
def grouped(query, key, value, causal=False):
    BH, T, d = query.shape
    rep = BH // key.shape[0]
    key, value = key.repeat_interleave(rep, 0), value.repeat_interleave(rep, 0)
    s = query @ key.transpose(1, 2) / d ** 0.5
    if causal:
        S = key.shape[1]
        s = s.masked_fill(torch.ones(T, S).triu(S - T + 1).bool(), float("-inf"))
    return s.softmax(-1) @ value
