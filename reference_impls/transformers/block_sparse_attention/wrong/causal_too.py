# slip: none
import torch


def block_sparse_attention(q, k, v, layout, block):
    mask = layout.repeat_interleave(block, 0).repeat_interleave(block, 1)
    s = q @ k.transpose(-1, -2) / q.shape[-1] ** 0.5
    causal = torch.ones(s.shape[-2:], dtype=torch.bool).tril()
    return s.masked_fill(~(mask & causal), -1e30).softmax(-1) @ v
