import torch
import torch.nn.functional as F


def block_sparse_attention(q, k, v, layout, block):
    mask = torch.kron(layout.int(), torch.ones(block, block, dtype=torch.int)).bool()
    return F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
