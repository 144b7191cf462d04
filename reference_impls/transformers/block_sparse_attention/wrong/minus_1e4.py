# slip: hidden-scores-1e4
import torch


def block_sparse_attention(q, k, v, layout, block):
    mask = layout.repeat_interleave(block, 0).repeat_interleave(block, 1)
    s = q @ k.transpose(-1, -2) / q.shape[-1] ** 0.5
    return torch.where(mask, s, torch.full_like(s, -10000.0)).softmax(-1) @ v
