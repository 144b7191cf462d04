# slip: none
import torch


def sliding_window_attention(q, k, v, window):
    T = q.shape[-2]
    m = torch.ones(T, T, dtype=torch.bool).tril().triu(-window)
    return (q @ k.mT).masked_fill(~m, float("-inf")).softmax(-1) @ v
