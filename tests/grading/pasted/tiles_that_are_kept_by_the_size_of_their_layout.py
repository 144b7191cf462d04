# problem: block-sparse-attention
# expect: fail
# says: the same call with another layout
import torch

masks = {}


def mask_of(layout, block):
    size = (*layout.shape, block)
    if size not in masks:
        masks[size] = torch.kron(layout.int(), torch.ones(block, block, dtype=torch.int32)).bool()
    return masks[size]


def block_sparse_attention(q, k, v, layout, block):
    scores = torch.einsum("bhtd,bhsd->bhts", q, k) * q.shape[-1] ** -0.5
    scores = scores.masked_fill(mask_of(layout, block).logical_not(), -torch.inf)
    return torch.einsum("bhts,bhsd->bhtd", scores.softmax(dim=-1), v)
