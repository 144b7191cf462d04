# problem: block-sparse-attention
# expect: fail
# says: acc * shrink
# says: your code passes every check
import torch


def block_sparse_attention(q, k, v, layout, block):
    rows = []
    for i, row in enumerate(layout.tolist()):
        qs = q[:, :, i * block : (i + 1) * block] / q.shape[-1] ** 0.5
        top = qs.new_full(qs.shape[:-1] + (1,), float("-inf"))
        norm = torch.zeros_like(top)
        acc = qs.new_zeros(qs.shape[:-1] + (v.shape[-1],))
        for j, is_seen in enumerate(row):
            if is_seen:
                part = slice(j * block, (j + 1) * block)
                s = qs @ k[:, :, part].transpose(2, 3)
                high = torch.maximum(top, s.max(dim=-1, keepdim=True).values)
                e = (s - high).exp()
                shrink = (top - high).exp()
                norm = norm * shrink + e.sum(dim=-1, keepdim=True)
                acc = acc + e @ v[:, :, part]
                top = high
        rows.append(acc / norm)
    return torch.cat(rows, dim=2)
