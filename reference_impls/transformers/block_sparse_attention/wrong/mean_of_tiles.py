# slip: average-of-tiles
import torch


def block_sparse_attention(q, k, v, layout, block):
    out = torch.zeros(*q.shape[:3], v.shape[-1], dtype=q.dtype)
    for i in range(layout.shape[0]):
        rows = slice(i * block, (i + 1) * block)
        n = layout[i].sum()
        for j in range(layout.shape[1]):
            if layout[i, j]:
                cols = slice(j * block, (j + 1) * block)
                p = (q[:, :, rows] @ k[:, :, cols].transpose(-1, -2) / q.shape[-1] ** 0.5).softmax(-1)
                out[:, :, rows] = out[:, :, rows] + p @ v[:, :, cols] / n
    return out
