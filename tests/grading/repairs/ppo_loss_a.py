# planted: clip-in-the-log, ratio-detached-times-logp, summed-over-the-last-axis
# left: none
import torch


def ppo_loss(logp, logp_old, advantages, clip=0.2):
    r = torch.exp(logp - logp_old)
    lower = torch.where(advantages >= 0, torch.clamp(r, max=1 + clip), torch.clamp(r, min=1 - clip))
    return -(lower * advantages).mean()
