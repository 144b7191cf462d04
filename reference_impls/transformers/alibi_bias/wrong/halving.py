# slip: eight-heads-assumed
import torch


def alibi_bias(n_heads, length):
    slopes = torch.tensor([1 / 2 ** (h + 1) for h in range(n_heads)])
    pos = torch.arange(length)
    dist = pos[:, None] - pos[None, :]
    return torch.where(dist >= 0, -slopes[:, None, None] * dist, float("-inf"))
