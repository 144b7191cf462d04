# slip: dv-from-the-output
import math
import torch
def attention_backward(dout, q, k, v, causal=False):
    T, S, d = q.shape[-2], k.shape[-2], q.shape[-1]
    scale = 1 / math.sqrt(d)
    scores = q @ k.transpose(-1, -2) * scale
    if causal:
        keep = torch.ones(T, S, dtype=torch.bool).tril(S - T)
        scores = scores.masked_fill(~keep, float("-inf"))
    p = torch.softmax(scores, dim=-1)
    dv = p.transpose(-1, -2) @ (p @ v)
    dp = dout @ v.transpose(-1, -2)
    ds = p * (dp - (p * dp).sum(dim=-1, keepdim=True))
    dq = ds @ k * scale
    dk = ds.transpose(-1, -2) @ q * scale
    return dq, dk, dv
