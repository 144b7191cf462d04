import torch


def gspo_loss(logp, logp_old, advantages, mask, clip_low=3e-4, clip_high=4e-4):
    outside = ~mask.bool()
    total = logp.masked_fill(outside, 0.0).sum(dim=1) - logp_old.detach().masked_fill(outside, 0.0).sum(dim=1)
    ratio = torch.exp(total / (~outside).sum(dim=1))
    clipped = ratio.clip(min=1.0 - clip_low, max=1.0 + clip_high)
    losses = torch.stack([-ratio * advantages, -clipped * advantages], dim=1)
    return losses.max(dim=1).values.mean()
