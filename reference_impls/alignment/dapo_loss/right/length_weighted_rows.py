import torch


def dapo_loss(logp, logp_old, advantages, mask, clip_low=0.2, clip_high=0.28):
    """The mean of each answer, weighted by its share of the tokens."""
    lengths = mask.sum(dim=1)
    r = torch.exp(logp - logp_old)
    a = advantages[:, None]
    both = torch.stack([r * a, torch.clamp(r, 1 - clip_low, 1 + clip_high) * a])
    rows = (both.amin(dim=0) * mask).sum(dim=1) / torch.clamp(lengths, min=1)
    return -(rows * (lengths / lengths.sum())).sum()
