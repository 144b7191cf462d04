# slip: symmetric
import math
import torch


def sliding_window_attention(q, k, v, window):
    i = torch.arange(q.shape[-2])
    m = (i[:, None] - i).abs() < window
    return (q @ k.mT / math.sqrt(q.shape[-1])).masked_fill(~m, float("-inf")).softmax(-1) @ v
