# slip: maximum
import torch


def ppo_loss(logp, logp_old, advantages, clip=0.2):
    ratio = (logp - logp_old).exp()
    pg1 = -advantages * ratio
    pg2 = -advantages * ratio.clamp(1 - clip, 1 + clip)
    return torch.min(pg1, pg2).mean()
