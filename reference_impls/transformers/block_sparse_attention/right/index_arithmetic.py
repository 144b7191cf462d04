import torch


def block_sparse_attention(q, k, v, layout, block):
    rows = torch.arange(q.shape[2]).div(block, rounding_mode="floor")
    cols = torch.arange(k.shape[2]).div(block, rounding_mode="floor")
    bias = torch.zeros(len(rows), len(cols), dtype=q.dtype)
    bias[~layout[rows[:, None], cols[None, :]]] = torch.finfo(q.dtype).min
    logits = torch.matmul(q, k.transpose(2, 3)) / q.size(-1) ** 0.5 + bias
    return torch.matmul(torch.softmax(logits, dim=3), v)
