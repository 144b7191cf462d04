# planted: clip-in-the-log, ratio-detached-times-logp, summed-over-the-last-axis
# left: summed-over-the-last-axis
import torch


def ppo_loss(logp, logp_old, advantages, clip=0.2):
    ratio = torch.exp(logp - logp_old)
    one = ratio * advantages
    two = torch.clamp(ratio, 1.0 - clip, 1.0 + clip) * advantages
    smaller = torch.where(one < two, one, two)
    return -smaller.mean() * logp.shape[-1]
