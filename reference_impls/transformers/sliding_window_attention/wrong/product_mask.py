# slip: mask-multiplied
import math
import torch


def sliding_window_attention(q, k, v, window):
    T = q.shape[-2]
    m = torch.ones(T, T).tril().triu(1 - window).to(q.dtype)
    return ((q @ k.mT / math.sqrt(q.shape[-1])) * m).softmax(-1) @ v
