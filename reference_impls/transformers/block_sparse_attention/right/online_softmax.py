import math

import torch


class Sparse:
    def block_sparse_attention(self, q, k, v, layout, block):
        out = torch.zeros(*q.shape[:3], v.shape[-1], dtype=q.dtype)
        pieces = []
        for i, row in enumerate(layout.tolist()):
            qi = q.narrow(2, i * block, block)
            m = torch.full((*qi.shape[:3], 1), float("-inf"), dtype=q.dtype)
            l, acc = torch.zeros_like(m), out.narrow(2, i * block, block)
            for j, keep in enumerate(row):
                if keep:
                    s = qi @ k.narrow(2, j * block, block).transpose(-1, -2) / math.sqrt(q.shape[-1])
                    new = torch.maximum(m, s.amax(-1, keepdim=True)).detach()
                    p, shrink = torch.exp(s - new), torch.exp(m - new)
                    l, acc, m = l * shrink + p.sum(-1, keepdim=True), acc * shrink + p @ v.narrow(2, j * block, block), new
            pieces.append(acc / l)
        return torch.cat(pieces, dim=2)
