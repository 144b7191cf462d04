# slip: no-exp
import torch


def ppo_loss(logp, logp_old, advantages, clip=0.2):
    ratio = logp - logp_old
    unclipped = ratio * advantages
    clipped = torch.clamp(ratio, 1 - clip, 1 + clip) * advantages
    return -torch.min(unclipped, clipped).mean()
