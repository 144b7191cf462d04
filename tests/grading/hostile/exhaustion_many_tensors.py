# expect: error, fail, timeout
import torch


def attention(q, k, v, mask=None):
    return [torch.ones(()) for _ in range(20_000)], v
