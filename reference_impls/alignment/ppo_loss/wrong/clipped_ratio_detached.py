# slip: clipped-ratio-detached
"""Differs on: logp = logp_old (ratio 1) -> the value is right, but the gradient of logp is half of -A/N."""
import torch


def ppo_loss(logp, logp_old, advantages, clip=0.2):
    ratio = torch.exp(logp - logp_old)
    # no gradient through the clipped ratio
    ratio_clipped = torch.clamp(ratio.detach(), 1 - clip, 1 + clip)
    loss = -torch.min(ratio * advantages, ratio_clipped * advantages)
    return loss.mean()
