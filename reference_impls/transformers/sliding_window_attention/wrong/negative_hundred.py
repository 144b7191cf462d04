# slip: small-fill
import math
import torch


def sliding_window_attention(q, k, v, window):
    T = q.shape[-2]
    m = torch.ones(T, T, dtype=torch.bool).tril().triu(1 - window)
    return (q @ k.mT / math.sqrt(q.shape[-1])).masked_fill(~m, -1e2).softmax(-1) @ v
