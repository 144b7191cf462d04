# slip: clip-fixed
import torch


def ppo_loss(logp, logp_old, advantages, clip=0.2):
    eps = 0.2
    r = torch.exp(logp - logp_old)
    return -torch.min(r * advantages, r.clamp(1 - eps, 1 + eps) * advantages).mean()
