# slip: eps-in-the-ratio
import torch


def ppo_loss(logp, logp_old, advantages, clip=0.2):
    r = logp.exp() / (logp_old.exp() + 1e-8)
    return -torch.min(r * advantages, r.clamp(1 - clip, 1 + clip) * advantages).mean()
