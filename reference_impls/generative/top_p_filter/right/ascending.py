import torch


def top_p_filter(logits, p):
    """Rising order: drop the tail while its mass stays within 1 - p."""
    z, idx = torch.sort(logits, dim=-1)
    drop = z.softmax(dim=-1).cumsum(dim=-1) <= 1 - p
    drop[..., -1:] = False
    mask = drop.scatter(-1, idx, drop)
    return logits.masked_fill(mask, float("-inf"))
