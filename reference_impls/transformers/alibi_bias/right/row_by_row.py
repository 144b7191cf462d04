import torch


def alibi_bias(n_heads, length):
    out = torch.full((n_heads, length, length), float("-inf"), dtype=torch.float64)
    for h in range(n_heads):
        slope = 2.0 ** (-8.0 * (h + 1) / n_heads)
        for i in range(length):
            out[h, i, : i + 1] = -slope * torch.arange(i, -1, -1, dtype=torch.float64)
    return out
