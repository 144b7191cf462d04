# slip: no-window
import math
import torch


def sliding_window_attention(q, k, v, window):
    T = q.shape[-2]
    m = torch.ones(T, T, dtype=torch.bool).tril()
    return (q @ k.mT / math.sqrt(q.shape[-1])).masked_fill(~m, float("-inf")).softmax(-1) @ v
