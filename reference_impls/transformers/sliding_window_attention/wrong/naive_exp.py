# slip: unsafe-softmax
import math
import torch


def sliding_window_attention(q, k, v, window):
    T = q.shape[-2]
    m = torch.ones(T, T).tril().triu(1 - window).to(q.dtype)
    e = (q @ k.mT / math.sqrt(q.shape[-1])).exp() * m
    return (e / e.sum(-1, keepdim=True)) @ v
