# problem: sliding-window-attention
# expect: fail
# says: window

import torch


def local_attention(query, key, value, window_size, causal=False):
    length, width = query.shape[-2:]
    scores = query @ key.transpose(-2, -1) * width**-0.5
    distance = torch.arange(length)[:, None] - torch.arange(length)[None, :]
    near = (distance >= 0) & (distance <= window_size) if causal else distance.abs() < window_size
    return torch.softmax(scores.masked_fill(~near, float("-inf")), dim=-1) @ value
