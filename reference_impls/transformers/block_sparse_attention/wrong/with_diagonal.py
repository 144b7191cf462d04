# slip: same-block-added
import torch


def block_sparse_attention(q, k, v, layout, block):
    layout = layout | torch.eye(*layout.shape, dtype=torch.bool)
    mask = layout.repeat_interleave(block, 0).repeat_interleave(block, 1)
    s = q @ k.transpose(-1, -2) / q.shape[-1] ** 0.5
    return s.masked_fill(~mask, float("-inf")).softmax(-1) @ v
