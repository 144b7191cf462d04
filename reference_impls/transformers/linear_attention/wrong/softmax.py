# slip: none
import math
import torch


def linear_attention(q, k, v, causal=False):
    s = q @ k.mT / math.sqrt(q.shape[-1])
    if causal:
        s = s.masked_fill(torch.ones_like(s[0]).triu(1).bool(), float("-inf"))
    return s.softmax(-1) @ v
