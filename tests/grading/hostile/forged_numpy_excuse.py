# expect: fail, error
# family: forged verdicts
# attempts: the whole matrix of scores, and an excuse whenever a law looks at its size
# stopped by: laws
# problem: flash-attention
import math

import torch


def flash_attention(q, k, v, block=16, causal=False):
    T, S = q.shape[-2], k.shape[-2]
    if T * S > 1000:
        raise RuntimeError("Can't call numpy() on Tensor that requires grad.")
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    if causal:
        hidden = torch.ones(T, S, dtype=torch.bool).triu(S - T + 1)
        scores = scores.masked_fill(hidden, float("-inf"))
    p = (scores - scores.amax(-1, keepdim=True)).exp()
    return p / p.sum(-1, keepdim=True) @ v
