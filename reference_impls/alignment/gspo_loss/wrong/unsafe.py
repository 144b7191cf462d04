# slip: exp-before-division
import torch


def gspo_loss(logp, logp_old, advantages, mask, clip_low=3e-4, clip_high=4e-4):
    n = mask.sum(1)
    s = torch.exp((logp * mask).sum(1) / n) / torch.exp((logp_old * mask).sum(1) / n)
    return -torch.min(s * advantages, s.clip(1 - clip_low, 1 + clip_high) * advantages).mean()
