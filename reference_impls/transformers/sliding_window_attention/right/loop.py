import math
import torch


def sliding_window_attention(q, k, v, window):
    rows = []
    for i in range(q.shape[2]):
        lo = max(0, i - window + 1)
        s = (q[:, :, i : i + 1] * k[:, :, lo : i + 1]).sum(-1) / math.sqrt(q.shape[-1])
        w = torch.exp(s - s.max(dim=-1, keepdim=True).values)
        rows.append(((w / w.sum(-1, keepdim=True)).unsqueeze(-1) * v[:, :, lo : i + 1]).sum(2))
    return torch.stack(rows, dim=2)
