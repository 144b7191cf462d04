# slip: straight-through
import torch


def ppo_loss(logp, logp_old, advantages, clip=0.2):
    ratio = torch.exp(logp - logp_old)
    clipped_ratio = ratio + (ratio.clamp(1 - clip, 1 + clip) - ratio).detach()
    per_action = torch.minimum(ratio * advantages, clipped_ratio * advantages)
    return -torch.mean(per_action)
