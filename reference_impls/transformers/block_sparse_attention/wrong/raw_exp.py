# slip: exponential-of-raw-scores
import torch
def block_sparse_attention(q, k, v, layout, block):
    mask = layout.repeat_interleave(block, 0).repeat_interleave(block, 1)
    scores = torch.matmul(q, k.transpose(-2, -1)) / q.shape[-1] ** 0.5
    e = torch.exp(scores) * mask
    return (e / e.sum(-1, keepdim=True)) @ v
