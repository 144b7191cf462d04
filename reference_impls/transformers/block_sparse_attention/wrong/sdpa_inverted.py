# slip: layout-inverted
import torch


def block_sparse_attention(q, k, v, layout, block):
    mask = layout.repeat_interleave(block, 0).repeat_interleave(block, 1)
    s = q @ k.transpose(-1, -2) / q.shape[-1] ** 0.5
    s[:, :, mask] = float("-inf")
    return s.softmax(-1) @ v
