# slip: tiles-repeated-whole
import torch


def block_sparse_attention(q, k, v, layout, block):
    mask = torch.tile(layout, (block, block))
    s = q @ k.transpose(-1, -2) / q.shape[-1] ** 0.5
    return s.masked_fill(~mask, float("-inf")).softmax(-1) @ v
