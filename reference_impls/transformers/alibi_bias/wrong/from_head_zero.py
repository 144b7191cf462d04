# slip: heads-from-zero
import torch


def alibi_bias(n_heads, length):
    slopes = torch.tensor([2 ** (-8 * h / n_heads) for h in range(n_heads)])
    pos = torch.arange(length)
    dist = pos[:, None] - pos[None, :]
    return torch.where(dist >= 0, -slopes[:, None, None] * dist, float("-inf"))
