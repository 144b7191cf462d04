# slip: start-counted-from-the-end
import torch


def sliding_window_attention(q, k, v, window):
    scale = q.shape[-1] ** -0.5
    rows = []
    for i in range(q.shape[-2]):
        seen = slice(i - window + 1 if window > q.shape[-2] else max(i - window + 1, 0), i + 1)
        scores = scale * (q[..., i : i + 1, :] @ k[..., seen, :].transpose(-1, -2))
        rows.append(torch.softmax(scores, dim=-1) @ v[..., seen, :])
    return torch.cat(rows, dim=-2)
