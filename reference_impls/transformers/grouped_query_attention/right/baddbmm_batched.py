import torch
import math


def grouped_query_attention(q, k, v, causal=False):
    B, Hq, T, d = q.shape
    _, Hkv, S, dv = v.shape
    n = Hq // Hkv
    k = k.repeat_interleave(n, 1).reshape(B * Hq, S, d)
    v = v.repeat_interleave(n, 1).reshape(B * Hq, S, dv)
    bias = torch.zeros(T, S, dtype=q.dtype, device=q.device)
    if causal:
        bias.masked_fill_(torch.ones(T, S, dtype=torch.bool, device=q.device).tril(S - T).logical_not(), float("-inf"))
    p = torch.baddbmm(bias, q.reshape(B * Hq, T, d), k.mT, alpha=1 / math.sqrt(d)).softmax(-1)
    return torch.bmm(p, v).view(B, Hq, T, dv)
