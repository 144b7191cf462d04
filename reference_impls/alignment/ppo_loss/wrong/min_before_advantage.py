# slip: minimum-of-ratios
import torch


def ppo_loss(logp, logp_old, advantages, clip=0.2):
    r = torch.exp(logp - logp_old)
    r = torch.min(r, torch.clamp(r, 1 - clip, 1 + clip))
    return -(r * advantages).mean()
