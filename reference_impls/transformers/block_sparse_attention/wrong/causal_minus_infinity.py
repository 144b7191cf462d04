# slip: causal-too
import torch
def block_sparse_attention(q, k, v, layout, block):
    mask = layout.repeat_interleave(block, 0).repeat_interleave(block, 1)
    mask = mask & torch.ones_like(mask).tril()
    scores = torch.matmul(q, k.transpose(-2, -1)) / q.shape[-1] ** 0.5
    scores = scores.masked_fill(~mask, float('-inf'))
    return torch.softmax(scores, dim=-1) @ v
